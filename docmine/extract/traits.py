"""What tells sure records from doubtful ones: named traits, each a plain question about the record and its place.

`docmine.extract.confidence` weighs them. None knows which rule found the record, so that a rule may change without
a trait losing its meaning; a trait is a matter of language and layout, never of one document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from spacy.tokens import Doc

from docmine.extract import words
from docmine.extract.context import Sent, layout, sentences
from docmine.records import Commitment, Figure, Owner, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A record with the sentence it stands in; none where it stands in no sentence, such as a running head."""

    record: Any
    sent: Sent | None
    doc_type: str | None
    person: bool = False
    """Whether spaCy's own names agree that a person is named there."""
    said: str = ""
    """The words of the sentence."""

    @property
    def kind(self) -> str:
        return self.sent.block.kind if self.sent is not None else ""

    @property
    def heading(self) -> str:
        return " / ".join(self.sent.headings).lower() if self.sent is not None else ""

    @property
    def before(self) -> str:
        """The words of the sentence in front of the record."""
        if self.sent is None:
            return ""
        return self.said[: max(0, self.record.start - self.sent.span.start_char)].lower()


Trait = Callable[[Place], bool]

_AHEAD = re.compile(
    r"\b(?:next|plans?|planned|priorit\w+|actions?|commit\w+|promis\w+|will|future|roadmap|coming|ahead|to do)\b"
)
_WE = re.compile(r"\b(?:we|i|our|my)(?:['’]\w+)?\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:rs?)?(?:['’]\w+)?\b", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:will|shall|promis\w+|commit\w+|pledg\w+|guarantee\w*|undertak\w+)\b", re.IGNORECASE)
_DOUBT = re.compile(r"\b(?:if|when|whenever|unless|could|may|might|would|can|where)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:has|have|had|was|were)\b", re.IGNORECASE)
_DUTY = re.compile(r"\b(?:must|should|needs? to|ha(?:s|ve) to|required?)\b", re.IGNORECASE)
_MAKING = re.compile(r"\b(?:launch|publish|recruit|introduc|deliver|review|develop)\w*\b", re.IGNORECASE)
_THAT = re.compile(r"^(?:this|that|these|those|it|they|which|there)\b", re.IGNORECASE)
_BE = re.compile(r"\b(?:will|to|must|should|being) be \w+(?:ed|en|t|ne)\b", re.IGNORECASE)
_DANGLING = re.compile(r"\b(?:a|an|the|to|of|for|with|and|or|be|been|in|on|by|at|that)$", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:pupils?|children|people|families|cases|plans|calls|users|authorities|homes|staff)\b")
_SETTING = re.compile(r"\b(?:every|each|within|up to|at least|target|limit|maximum|minimum|per)\b", re.IGNORECASE)


def _words(text: str) -> int:
    return len(text.split())


def _is_whole(place: Place) -> bool:
    """Whether a record leaves out one word of its sentence at most; a long sentence is not counted in vain."""
    text = place.record.text
    return len(text) * 2 >= len(place.said) and _words(text) >= _words(place.said) - 1


def _strength(name: str) -> Trait:
    return lambda p: bool(p.record.strength == name)


def _unit(*names: str) -> Trait:
    return lambda p: p.record.unit in names


def _doc_type(name: str) -> Trait:
    return lambda p: p.doc_type == name


def _says(pattern: re.Pattern[str]) -> Trait:
    return lambda p: pattern.search(p.record.text) is not None


_EVERYWHERE: Mapping[str, Trait] = MappingProxyType(
    {
        "in a letter": _doc_type("letter"),
        "in a newsletter": _doc_type("newsletter"),
        "in a report": _doc_type("report"),
        "in a bullet": lambda p: p.sent is not None and p.sent.is_listed,
        "in a table": lambda p: p.kind == "table_row",
    }
)
_COMMITMENT: Mapping[str, Trait] = MappingProxyType(
    {
        "required": _strength("required"),
        "planned": _strength("planned"),
        "ongoing": _strength("ongoing"),
        "aspirational": _strength("aspirational"),
        "says we or I": _says(_WE),
        "says you": _says(_YOU),
        "says will or promise": _says(_BOUND),
        "says if, may or can": _says(_DOUBT),
        "says has or was": _says(_DONE),
        "says must or should": _says(_DUTY),
        "says a verb of making": _says(_MAKING),
        "points back": _says(_THAT),
        "passive": _says(_BE),
        "no owner": lambda p: p.record.owner is None,
        "has a due date": lambda p: p.record.due is not None,
        "under a stem": lambda p: p.record.stem is not None,
        "under a heading that looks ahead": lambda p: _AHEAD.search(p.heading) is not None,
        "under six words": lambda p: _words(p.record.text) < 6,
        "over thirty words": lambda p: _words(p.record.text) > 30,
        "ends in the middle": _says(_DANGLING),
        "begins inside its sentence": lambda p: bool(p.before.strip()),
        "whole sentence": lambda p: p.sent is not None and _is_whole(p),
    }
)
_FIGURE: Mapping[str, Trait] = MappingProxyType(
    {
        "percent": _unit("percent", "points"),
        "money": _unit("gbp"),
        "time": _unit("years", "months", "weeks", "days", "hours", "minutes"),
        "has a whole": lambda p: p.record.of is not None,
        "has a metric": lambda p: bool(p.record.metric),
        "metric under three words": lambda p: _words(p.record.metric or "") < 3,
        "has a period": lambda p: p.record.period is not None,
        "compared": lambda p: p.record.compared_to is not None,
        "qualified": lambda p: p.record.qualifier != "none",
        "in words": lambda p: not any(c.isdigit() for c in p.record.text),
        "ten or less": lambda p: abs(p.record.value) <= 10,
        "over a hundred": lambda p: abs(p.record.value) > 100,
        "counts people or cases": lambda p: _AGREED.search((p.record.metric or "").lower()) is not None,
        "sets a limit": lambda p: _SETTING.search(p.before[-40:]) is not None,
        "in a heading": lambda p: p.kind == "heading",
        "after will": lambda p: re.search(r"\bwill\b", p.before) is not None,
    }
)
_GIVEN = words.load("given_names")
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof(?:essor)?|cllr|councillor|sir|dame|rev)\b", re.IGNORECASE)
_OWNER: Mapping[str, Trait] = MappingProxyType(
    {
        "has a role": lambda p: p.record.role is not None,
        "has an organisation": lambda p: p.record.organisation is not None,
        "has an address": lambda p: p.record.email is not None,
        "has a title": lambda p: _TITLE.match(p.record.text) is not None,
        "known given name": lambda p: p.record.name.split()[0].lower() in _GIVEN,
        "spaCy agrees": lambda p: p.person,
        "one word": lambda p: _words(p.record.name) == 1,
        "over two words": lambda p: _words(p.record.name) > 2,
        "in a heading": lambda p: p.kind == "heading",
    }
)
TRAITS: Mapping[str, Mapping[str, Trait]] = MappingProxyType(
    {
        Commitment.kind: {**_EVERYWHERE, **_COMMITMENT},
        Figure.kind: {**_EVERYWHERE, **_FIGURE},
        Owner.kind: {**_EVERYWHERE, **_OWNER},
    }
)
"""Kind → name of a trait → the question."""


def traits(doc: Doc, records: Sequence[Span]) -> list[frozenset[str]]:
    """Of each record of a kind in `TRAITS`, the names of the traits that it has; in the order of `records`."""
    sents = sentences(doc)
    starts = [sent.span.start_char for sent in sents]
    kind = layout(doc).doc_type
    people = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"]
    said = cache(lambda at: sents[at].span.text)
    found = []
    for record in records:
        at = bisect_right(starts, record.start) - 1
        inside = at >= 0 and record.start < sents[at].span.end_char
        place = Place(
            record,
            sents[at] if inside else None,
            kind.value if kind is not None else None,
            person=any(start < record.end and record.start < end for start, end in people),
            said=said(at) if inside else "",
        )
        found.append(frozenset(name for name, has in TRAITS[record.kind].items() if has(place)))
    return found
