"""The series of a whole index: those that it keeps, made anew where any document has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from docmine.compare.series import about, every
from docmine.compare.series.model import Flag, Point, Series
from docmine.records import Figure, Sentence

if TYPE_CHECKING:
    from docmine.store import Store

RULES = 1
"""Version of all that decides a series. Stored series of another version are made anew."""


@dataclass(frozen=True)
class Traced:
    series: tuple[Series, ...]
    fresh: tuple[str, Sequence[Mapping[str, Any]]] | None
    """What they were made from, and their rows for the index; None where they were kept from before."""


def traced(store: Store, words: str | None = None) -> Traced:
    """As `series`. What a short form stands for and which words are names is told by the whole index, so that a new
    document can touch any series: all are made anew."""
    mark = _fingerprint(store)
    before = store.courses(mark)
    if before is not None:
        return Traced(about(store, [_loaded(text) for text in before], words), None)
    found = every(store)
    return Traced(about(store, found, words), (mark, [_dumped(one) for one in found]))


def _fingerprint(store: Store) -> str:
    """Of all that the series depend on: the rules, and the documents as they were read last."""
    parts = [RULES, [[d.doc_id, d.name, d.ingested.isoformat()] for d in store.documents()]]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _dumped(one: Series) -> dict[str, Any]:
    """A row for the index."""
    return {
        "measure": one.measure,
        "unit": one.unit,
        "purpose": one.purpose,
        "points": len(one.points),
        "flags": [f"{flag.kind}: {flag.because}" for flag in one.flags],
        "series": json.dumps(asdict(one), ensure_ascii=False),
    }


def _loaded(text: str) -> Series:
    """The series of such a row."""
    values = json.loads(text)
    values["headings"] = tuple(values["headings"])
    values["points"] = tuple(map(_point, values["points"]))
    values["flags"] = tuple(
        Flag(**{**flag, "earlier": _point(flag["earlier"]), "later": _point(flag["later"])}) for flag in values["flags"]
    )
    return Series(**values)


def _point(values: dict[str, Any]) -> Point:
    sentence = values["sentence"]
    whole = Sentence(**{**sentence, "headings": tuple(sentence["headings"])})
    return Point(**{**values, "figure": Figure(**values["figure"]), "sentence": whole})
