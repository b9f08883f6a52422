"""Figures of successive issues → those that measure one thing, as one series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from docmine.compare.series.alike import Alike, alike
from docmine.compare.series.seen import Issues, Seen
from docmine.compare.series.values import agree

Word = tuple[tuple[str, bool, str, str], str]
"""The key of a measure, and a stem of its own words."""

RECENT = 3
"""Points of a series, the newest, that a further one is compared with: words drift, and old ones mislead."""


@dataclass(slots=True)
class Grown:
    """A series while it grows."""

    points: list[Seen] = field(default_factory=list)
    inferred: list[Seen] = field(default_factory=list)
    """Those of the points that only the words around them join to the series."""


def grouped(issues: Issues) -> list[Grown]:
    """Every figure in one group, those of one issue only among them, by their first point."""
    groups: list[Grown] = []
    named: dict[Word, list[int]] = {}
    for _, own in groupby(issues.figures, key=lambda s: (s.day, s.figure.doc)):
        figures = list(own)
        new = len(groups)
        for seen in _joined(issues, groups, named, figures):
            beside = next((g for g in groups[new:] if _beside(g, seen)), None)
            if beside is not None:
                beside.points.append(seen)
            elif seen.measure.own:
                groups.append(Grown([seen]))
        for g, group in enumerate(groups):
            if group.points[-1].figure.doc == figures[0].figure.doc:
                _name(named, g, group.points[-1])
    return groups


def fits(group: Grown, seen: Seen) -> Alike | None:
    """How well a figure fits a series: most of its newest points must measure the same."""
    judged = [alike(p.measure, seen.measure) for p in _earlier(group, seen.figure.doc)]
    fitting = [a for a in judged if a is not None]
    if not fitting or len(fitting) * 2 < len(judged):
        return None
    return max(fitting, key=lambda a: a.score)


def _earlier(group: Grown, doc: str) -> list[Seen]:
    """The newest points of a series that are not of this document."""
    return [p for p in group.points[-2 * RECENT :] if p.figure.doc != doc][-RECENT:]


def _joined(
    issues: Issues, groups: Sequence[Grown], named: Mapping[Word, Sequence[int]], figures: Sequence[Seen]
) -> list[Seen]:
    """Join each series with the figure of one issue that fits it best, and what stands beside that; the others."""
    ranked = sorted(_ranked(issues, groups, named, figures), key=lambda r: r[:-1])
    taken: set[int] = set()
    grown: set[int] = set()
    for _, _, i, g, fit in ranked:
        if i in taken or (g in grown and not _beside(groups[g], figures[i])):
            continue
        groups[g].points.append(figures[i])
        if fit.inferred:
            groups[g].inferred.append(figures[i])
        taken.add(i)
        grown.add(g)
    return [seen for i, seen in enumerate(figures) if i not in taken]


def _ranked(
    issues: Issues, groups: Sequence[Grown], named: Mapping[Word, Sequence[int]], figures: Sequence[Seen]
) -> Iterator[tuple[bool, float, int, int, Alike]]:
    doc = figures[0].figure.doc
    followed = {
        g
        for g, group in enumerate(groups)
        if any(issues.of_one_subject(p.figure.doc, doc) for p in _earlier(group, doc))
    }
    for i, seen in enumerate(figures):
        measure = seen.measure
        known = measure.own.keys() | measure.said | measure.around
        for g in sorted({g for stem in known for g in named.get((measure.key, stem), ()) if g in followed}):
            fit = fits(groups[g], seen)
            if fit is not None:
                yield seen.quoted, -fit.score, i, g, fit


def _name(named: dict[Word, list[int]], g: int, seen: Seen) -> None:
    """Note by which words a series can be found."""
    for stem in seen.measure.own:
        at = named.setdefault((seen.measure.key, stem), [])
        if g not in at[-1:]:
            at.append(g)


def _beside(group: Grown, seen: Seen) -> bool:
    """Whether a further figure of the newest document belongs to its series as well.

    It is an earlier value beside the newer one, or the same measure of another period, or the same value again.
    """
    own = [p for p in group.points if p.figure.doc == seen.figure.doc]
    if not own or not all(alike(p.measure, seen.measure) for p in own):
        return False
    if any(seen.figure.text == p.figure.compared_to or p.figure.text == seen.figure.compared_to for p in own):
        return True
    return all(
        (p.figure.period and seen.figure.period and p.figure.period != seen.figure.period)
        or agree(p.figure, seen.figure, p.figure.unit)
        for p in own
    )
