"""Moved baseline: an earlier value, quoted later, differs from what was published then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docmine.compare.series import wording
from docmine.compare.series.flags.clash import overlap
from docmine.compare.series.flags.told import comes_before, dated, when
from docmine.compare.series.group import Grown
from docmine.compare.series.made import point
from docmine.compare.series.model import Flag
from docmine.compare.series.seen import Seen
from docmine.compare.series.values import agree, aligned


def moved_baseline(group: Grown, unit: str) -> Iterator[Flag]:
    for quoted in group.points:
        if not quoted.quoted:
            continue
        published = [p for p in group.points if not p.quoted and comes_before(p, quoted)]
        of_then = [p for p in published if overlap(p, quoted)]
        if any(agree(p.figure, quoted.figure, unit) for p in of_then or published):
            continue
        if of_then:
            yield _dated(of_then[-1], quoted, group, unit)
        elif published and quoted.figure.period is None and _outside(published, quoted, unit):
            yield _undated(published[-1], quoted, group, unit)


def _dated(then: Seen, quoted: Seen, group: Grown, unit: str) -> Flag:
    said = f"The earlier value is quoted as {dated(quoted)}, but what was published then was {dated(then)}."
    return _flag(said, then, quoted, group, unit, sure=True)


def _undated(last: Seen, quoted: Seen, group: Grown, unit: str) -> Flag:
    claimed = wording.PUBLISHED_BEFORE.search(quoted.sentence.text)
    how = f"as one that had been published (“{claimed.group()}”)" if claimed else "without a date"
    said = (
        f"{quoted.figure.doc}, published {when(quoted.published)}, gives {quoted.figure.text} as the earlier value,"
        f" {how}. No earlier document here gives it; the last before it gives {dated(last)}."
    )
    return _flag(said, last, quoted, group, unit, sure=claimed is not None)


def _flag(said: str, earlier: Seen, later: Seen, group: Grown, unit: str, *, sure: bool) -> Flag:
    inferred = {id(s) for s in group.inferred}
    vague = bool(inferred & {id(earlier), id(later)})
    caveat = " Only the words around one of the two figures name its service: it may be of others too." if vague else ""
    return Flag(
        kind="moved baseline",
        because=said + caveat,
        earlier=point(earlier, unit),
        later=point(later, unit),
        sure=sure and not vague,
    )


def _outside(published: Sequence[Seen], quoted: Seen, unit: str) -> bool:
    """Whether the quoted value lies outside what was published: within it, it may be of a day in between."""
    values = [aligned(p.figure.value, p.figure.unit, unit) for p in published]
    value = aligned(quoted.figure.value, quoted.figure.unit, unit)
    return not min(values) <= value <= max(values)
