"""A figure that several issues gave, and later ones do not, though they still give what stood beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from docmine.compare.issues import same_series
from docmine.compare.series.flags.told import comes_before, dated, when
from docmine.compare.series.group import Grown
from docmine.compare.series.made import point
from docmine.compare.series.model import Flag
from docmine.compare.series.seen import Issues, Seen
from docmine.compare.series.values import family
from docmine.words import stems

GIVEN = 2
"""Issues of one series that must have given it, one after the other, before its silence tells anything."""

_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third)\b", re.IGNORECASE)


Place = tuple[str, tuple[str, ...]]
"""A document and the headings in it that figures stand under."""


def places(groups: Sequence[Grown]) -> dict[Place, list[Grown]]:
    """Which series have a point in which place: those are neighbours."""
    found: dict[Place, list[Grown]] = {}
    for group in groups:
        for place in dict.fromkeys(_place(s) for s in group.points):
            found.setdefault(place, []).append(group)
    return found


def stopped(issues: Issues, group: Grown, beside: Mapping[Place, Sequence[Grown]], unit: str) -> Iterator[Flag]:
    """`beside`: `places` of all series.

    Nothing is said where any later sentence that has a number could be speaking of the measure.
    """
    given = [s for s in group.points if not s.quoted and s.measure.purpose == "reported"]
    if not given:
        return
    last = given[-1]
    own = [s for s in given if _one_publication(issues, s, last)]
    if len({s.figure.doc for s in own}) < GIVEN:
        return
    neighbours = [g for g in beside[_place(last)] if g is not group and _was_beside(g, own)]
    later = {
        s.figure.doc: s
        for neighbour in neighbours
        for s in neighbour.points
        if not s.quoted and comes_before(last, s) and _one_publication(issues, s, last)
    }
    silent = [s for doc, s in later.items() if not _may_speak(issues, doc, last)]
    if not silent or len(silent) < len(later):
        return
    first = min(silent, key=lambda s: (s.day, s.figure.doc))
    missing = "later issues do" if len(silent) > 1 else "the next issue here does"
    because = (
        f"{len({s.figure.doc for s in own})} issues gave it, the last {dated(last)}; {missing} not,"
        f" though what stood beside it is still given: {first.figure.text} in {first.figure.doc},"
        f" published {when(first.published)}."
    )
    yield Flag(
        kind="stopped", because=because, earlier=point(last, unit), later=point(first, unit), sure=len(silent) > 1
    )


def _one_publication(issues: Issues, a: Seen, b: Seen) -> bool:
    return same_series(issues.homes[a.figure.doc], issues.homes[b.figure.doc])


def _place(seen: Seen) -> Place:
    return seen.figure.doc, seen.sentence.headings


def _was_beside(group: Grown, own: Sequence[Seen]) -> bool:
    """Whether another series stood beside this one in two issues."""
    return len({_place(s) for s in group.points} & {_place(s) for s in own}) >= GIVEN


def _may_speak(issues: Issues, doc: str, last: Seen) -> bool:
    """Whether a sentence of the document, or the words above it, may give the measure in words that were not read."""
    wanted = last.measure.own.keys()
    for sentence in issues.sentences[doc]:
        said = {*stems(sentence.text), *stems(" ".join(sentence.headings[-1:]))}
        if len(wanted & said) * 2 > len(wanted) and _NUMBER.search(sentence.text) and _unit(last, sentence.text):
            return True
    return False


def _unit(last: Seen, text: str) -> bool:
    """Whether a value in the measure's unit may stand in the text."""
    if family(last.figure.unit) == "time":
        return re.search(r"\b(?:day|week|month|year|hour|minute)s?\b", text, re.IGNORECASE) is not None
    return {"percent": "%" in text or "per cent" in text or "percent" in text, "gbp": "£" in text}.get(
        last.figure.unit, True
    )
