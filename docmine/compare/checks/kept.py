"""The checks of a whole index: those that it keeps, and those of documents that are new or were read again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from docmine.compare.checks import check
from docmine.compare.checks.record import Check
from docmine.compare.paper import of_index
from docmine.records import Span
from docmine.store import CHECKS

if TYPE_CHECKING:
    from docmine.store import Made, Store, StoredDocument

RULES = 1
"""Version of all that decides a check. Stored checks of another version are made anew."""


@dataclass(frozen=True)
class Checked:
    """The checks, and those among them that were not kept from before."""

    checks: tuple[Check, ...]
    fresh: Made
    """doc_id → what they were made from, and their rows for the index, to be written once."""


def checked(store: Store) -> Checked:
    """Every sum of every current document, by date and name of the document, then place."""
    documents = store.documents()
    marks = {d.doc_id: _fingerprint(d) for d in documents}
    known = store.fingerprints(CHECKS)
    before = store.kept(CHECKS, [key for key, mark in marks.items() if known.get(key) == mark])
    made = {key: check(paper) for key, paper in of_index(store, [d for d in documents if d.doc_id not in before])}
    found = [c for d in documents for c in (made.get(d.doc_id) or map(_loaded, before.get(d.doc_id, ())))]
    return Checked(tuple(found), {key: (marks[key], map(_dumped, own)) for key, own in made.items()})


def _fingerprint(document: StoredDocument) -> str:
    """Of all that its checks depend on: the rules, and the document as it was read last."""
    parts = [RULES, document.doc_id, document.name, document.ingested.isoformat()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _dumped(check: Check) -> dict[str, Any]:
    """A row for the index."""
    return {
        "start_char": check.start,
        "end_char": check.end,
        "text": check.text,
        "kind": check.check,
        "verdict": check.verdict,
        "stated": check.stated,
        "sum": check.sum,
        "found": json.dumps(asdict(check), ensure_ascii=False),
    }


def _loaded(text: str) -> Check:
    """The check of such a row."""
    values = json.loads(text)
    values["counts"] = tuple(values["counts"])
    values["evidence"] = tuple(Span(**place) for place in values["evidence"])
    return Check(**values)
