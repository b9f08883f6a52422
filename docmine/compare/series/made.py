"""A grown group → a series of points in one unit."""

from __future__ import annotations

from collections import Counter

from docmine.compare.series.group import Grown
from docmine.compare.series.model import Point, Series
from docmine.compare.series.seen import Seen
from docmine.compare.series.values import aligned


def made(group: Grown) -> Series:
    """Its points by publication; earlier values that a document quotes stand before its newer one."""
    newest = next(s for s in reversed(group.points) if not s.quoted or s is group.points[0])
    unit = newest.figure.unit
    ordered = sorted(group.points, key=lambda s: (s.day, s.figure.doc, not s.quoted, s.figure.start))
    return Series(
        measure=_name(group, newest),
        headings=newest.sentence.headings,
        unit=unit,
        purpose=newest.measure.purpose,
        points=tuple(point(s, unit) for s in ordered),
    )


def point(seen: Seen, unit: str) -> Point:
    figure = seen.figure
    stated = figure.period is not None and figure.period != seen.published
    return Point(
        figure=figure,
        sentence=seen.sentence,
        published=seen.published,
        value=aligned(figure.value, figure.unit, unit),
        period=figure.period or (None if seen.quoted else seen.published),
        stated=stated,
        quoted=seen.quoted,
        share=seen.share,
    )


def _name(group: Grown, newest: Seen) -> str:
    """What most of the points call it; of names that are used as often the one that tells most, then the newest."""
    named = [s for s in group.points if s.figure.metric]
    counts = Counter(s.figure.metric for s in named)
    best = max(
        enumerate(named),
        key=lambda i: (counts[i[1].figure.metric], len(i[1].measure.own), i[0]),
        default=(0, newest),
    )[1]
    return best.figure.metric or newest.figure.text
