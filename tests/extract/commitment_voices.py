"""Documents of public bodies that do not exist, for the tables of what binds in their voices."""

from __future__ import annotations

from docmine.records import Commitment
from tests.extract.commitment_reading import found

Row = tuple[str, list[tuple[str, str] | str], list[tuple[str, str, str | None]]]
"""A voice, the blocks of a document, and of each commitment its text, strength and owner."""

VOICES: dict[str, dict[str, str]] = {
    "letter": {"publisher": "Ashdale Council", "signatory": "Asha Noor", "doc_type": "letter"},
    "update": {"publisher": "Ashdale Council", "doc_type": "update"},
    "newsletter": {
        "publisher": "Permit Desk team",
        "title": "Permit Desk Newsletter 6",
        "series": "Permit Desk Newsletter",
        "doc_type": "newsletter",
    },
    "health": {"publisher": "Lowmoor Health Trust", "doc_type": "newsletter"},
    "inspection": {
        "publisher": "Ofsted and the Care Quality Commission",
        "title": "Inspection of services in Lowmoor",
        "doc_type": "report",
    },
    "joint_inspection": {
        "publisher": "Ofsted, the Care Quality Commission and His Majesty’s Inspectorate of Constabulary",
        "title": "Joint targeted area inspection of Lowmoor",
        "doc_type": "letter",
    },
    "minutes": {"publisher": "Ashdale Improvement Board", "doc_type": "minutes"},
    "report": {"publisher": "Ashdale Council", "doc_type": "report"},
    "slides": {"publisher": "Ashdale Council", "doc_type": "other"},
}


def heard(voice: str, blocks: list[tuple[str, str] | str]) -> tuple[Commitment, ...]:
    """What a document in one of the voices, of 10 March 2023, binds to."""
    return found(*blocks, published="2023-03-10", **VOICES[voice])


def told(voice: str, blocks: list[tuple[str, str] | str]) -> list[tuple[str, str, str | None]]:
    return [(c.text, c.strength, c.owner) for c in heard(voice, blocks)]
