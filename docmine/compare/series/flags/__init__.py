"""A series → what is odd about it, each thing with the two sentences that show it."""

from __future__ import annotations

from docmine.compare.series.flags.baseline import moved_baseline
from docmine.compare.series.flags.clash import in_copies, of_one_period
from docmine.compare.series.flags.scope import definition, denominator, population
from docmine.compare.series.flags.stopped import places, stopped
from docmine.compare.series.group import Grown
from docmine.compare.series.model import Flag
from docmine.compare.series.seen import Issues

__all__ = ["flags", "places", "stopped"]


def flags(issues: Issues, group: Grown, unit: str) -> list[Flag]:
    """Of one series; what needs several series to be seen is `stopped`."""
    return [
        *moved_baseline(group, unit),
        *of_one_period(group, unit),
        *in_copies(issues, group, unit),
        *definition(group, unit),
        *population(group, unit),
        *denominator(group, unit),
    ]
