"""What makes a record the one that a label means, and which fields of such a pair are compared; one rule a kind.

figure      same number, same whole, same family of unit
date        same value and text in common
commitment  texts share at least half of the shorter one's words, and neither is far longer
ask         likewise
quote       the label's first eight words stand in the record
owner       same name without titles; once a document
acronym     same short form; once a document
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docmine.evaluate.likeness import Fields, alike, covered, name_key, number, person, unit, words

Likeness = Callable[[Fields, Fields], float]
"""0 where label and record cannot be the same; the likelier, the higher."""
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """How records of one kind are paired, and which fields of a pair are compared."""

    likeness: Likeness
    fields: Mapping[str, Same] = field(default_factory=dict)
    once: Callable[[Fields], str] | None = None
    """What makes two records of a document one and the same, for the kinds that count once a document."""


def _figures(a: Fields, b: Fields) -> float:
    value = number(a.get("value"))
    if (
        value is None
        or value != number(b.get("value"))
        or number(a.get("of")) != number(b.get("of"))
        or unit(a.get("unit")) != unit(b.get("unit"))
    ):
        return 0.0
    return 1 + covered(a.get("metric"), b.get("metric")) + _equal(a.get("period"), b.get("period"))


def _dates(a: Fields, b: Fields) -> float:
    if (a.get("value") or "") != (b.get("value") or ""):
        return 0.0
    return covered(a["text"], b["text"]) + _equal(a.get("role"), b.get("role"))


def _statements(a: Fields, b: Fields) -> float:
    """At least half of the shorter text's words in common, and neither text far longer than the other."""
    likeness = alike(a["text"], b["text"])
    return likeness if likeness >= 0.34 and covered(a["text"], b["text"]) >= 0.5 else 0.0


def _quotes(a: Fields, b: Fields) -> float:
    """The quote's first eight words stand in the record; the right speaker makes it likelier."""
    opening = " ".join(words(a["text"])[:8])
    if not opening or opening not in " ".join(words(b["text"])):
        return 0.0
    return 1.0 + (name_key(a.get("speaker")) == name_key(b.get("speaker")))


def _owners(a: Fields, b: Fields) -> float:
    return float(person(a) == person(b))


def _acronyms(a: Fields, b: Fields) -> float:
    return float(a["text"].strip() == b["text"].strip())


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _half_the_words(a: str | None, b: str | None) -> bool:
    return bool(a and b) and covered(a, b) >= 0.5


def _same_name(a: str | None, b: str | None) -> bool:
    return name_key(a) == name_key(b)


RULES: dict[str, Rule] = {
    "figure": Rule(_figures, {"period": _equal, "metric": lambda a, b: covered(a, b) >= 0.5}),
    "date": Rule(_dates, {"role": _equal}),
    "commitment": Rule(_statements, {"due": _equal, "owner": _half_the_words, "strength": _equal}),
    "ask": Rule(_statements),
    "quote": Rule(_quotes, {"speaker": _same_name}),
    "owner": Rule(_owners, {"role": _half_the_words, "organisation": _half_the_words}, once=person),
    "acronym": Rule(_acronyms, {"long": _half_the_words}, once=lambda record: str(record["text"])),
}
KINDS = tuple(RULES)
