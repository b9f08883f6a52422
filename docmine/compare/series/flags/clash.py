"""Different values for the same period, in two documents or in two files of one issue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from docmine.compare.series.alike import alike
from docmine.compare.series.flags.told import told, when
from docmine.compare.series.group import Grown
from docmine.compare.series.made import point
from docmine.compare.series.model import Flag
from docmine.compare.series.seen import Issues, Seen
from docmine.compare.series.values import agree
from docmine.store.partial import bounds

MONTH = 31
"""Days of the longest period whose parts are compared with it: within a year a value may be this and that."""


def overlap(a: Seen, b: Seen) -> bool:
    """Whether both are of one period: the same, or one inside the other and neither longer than a month.

    What has no period of its own is of the day on which its document came out.
    """
    mine, theirs = _period(a), _period(b)
    if mine is None or theirs is None:
        return False
    if mine == theirs:
        return True
    first, second = bounds(mine), bounds(theirs)
    if first is None or second is None or max((last - start).days for start, last in (first, second)) >= MONTH:
        return False
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def of_one_period(group: Grown, unit: str) -> Iterator[Flag]:
    """Two documents give the value of one period, and not the same."""
    stated = [s for s in group.points if not s.quoted and _states(s)]
    for earlier, later in combinations(stated, 2):
        if earlier.figure.doc == later.figure.doc or agree(earlier.figure, later.figure, unit):
            continue
        same = earlier.figure.period == later.figure.period
        if not same and not overlap(earlier, later):
            continue
        what = "planned" if earlier.measure.purpose == "planned" else "given"
        because = f"Two values are {what} for {when(later.figure.period)}: {told(earlier)}, then {told(later)}."
        yield Flag(
            kind="different values",
            because=because,
            earlier=point(earlier, unit),
            later=point(later, unit),
            sure=same and not {id(earlier), id(later)} & {id(s) for s in group.inferred},
        )


def in_copies(issues: Issues, group: Grown, unit: str) -> Iterator[Flag]:
    """Two files of one issue give different values of the measure."""
    for copy in issues.copies:
        twins = issues.of_one.get(copy.figure.doc, ())
        mine = [s for s in group.points if s.figure.doc in twins and _same_place(s, copy)]
        if not mine or any(agree(s.figure, copy.figure, unit) for s in mine):
            continue
        because = (
            f"Two files of one issue differ: {mine[0].figure.text} in {mine[0].figure.doc},"
            f" {copy.figure.text} in {copy.figure.doc}."
        )
        yield Flag(
            kind="different values", because=because, earlier=point(copy, unit), later=point(mine[0], unit), sure=True
        )


def _same_place(a: Seen, b: Seen) -> bool:
    """Whether two files say this in the same place: the same measure under the same heading."""
    judged = alike(a.measure, b.measure)
    return judged is not None and judged.score > 0.9 and a.sentence.headings[-1:] == b.sentence.headings[-1:]


def _states(seen: Seen) -> bool:
    """Whether the words give the period, more exactly than by the document's own date."""
    return seen.figure.period is not None and seen.figure.period != seen.published


def _period(seen: Seen) -> str | None:
    return seen.figure.period or (None if seen.quoted else seen.published)
