"""Figures through time: the same measure of the same service in successive documents.

store ─ seen: figures of each issue in their sentences ─ measures: what each measures, in which unit, for what purpose
      ─ group: figures of successive issues that are alike ─ made: series of points ─ flags: what is odd about them
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docmine.compare.series.flags import flags, places, stopped
from docmine.compare.series.group import grouped
from docmine.compare.series.made import made
from docmine.compare.series.measures import long_forms, stems
from docmine.compare.series.model import Flag, Point, Series
from docmine.compare.series.seen import Issues

if TYPE_CHECKING:
    from docmine.store import Store

__all__ = ["Flag", "Point", "Series", "series"]


def series(store: Store, words: str | None = None) -> tuple[Series, ...]:
    """Every measure that two issues or more give, by its first point, with what is odd about it.

    `words`: only those whose measure, headings or sentences have all of them, short forms and long ones alike.
    """
    return about(store, every(store), words)


def every(store: Store) -> list[Series]:
    """The series of all documents."""
    issues = Issues.of(store)
    groups = [g for g in grouped(issues) if len({s.figure.doc for s in g.points}) > 1]
    beside = places(groups)
    found = []
    for group in groups:
        one = made(group)
        odd = [*flags(issues, group, one.unit), *stopped(issues, group, beside, one.unit)]
        found.append(replace(one, flags=tuple(odd)))
    return found


def about(store: Store, found: Sequence[Series], words: str | None) -> tuple[Series, ...]:
    """Those that have all of the words, as `series` says."""
    if not words:
        return tuple(found)
    longs = long_forms([(a.text, a.long) for a in store.records("acronym") if a.long])
    wanted = frozenset(stems(words, longs))
    return tuple(one for one in found if wanted <= stems(_words(one), longs).keys())


def _words(one: Series) -> str:
    texts = (f"{p.figure.metric or ''} {' '.join(p.sentence.headings)} {p.sentence.text}" for p in one.points)
    return "\n".join(texts)
