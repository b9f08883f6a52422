"""Lines of plain text whose cells stand apart by spaces, or by bars: rows of a table, with tabs between their cells.

Only tables of numbers: names beside posts, and lines of an address, are set apart in the same way.
"""

from __future__ import annotations

import re
from itertools import groupby

_BETWEEN = re.compile(r"\s{2,}(?:\|\s*)?|\s+\|\s+")
_NUMBER = re.compile(r"(?:[£<>~+-]|about\s|over\s|under\s)*\d|(?:n/?a|nil|none|–|-)$", re.I)
_FEWEST = 2
"""Rows with numbers that make a table."""


def with_tabs(lines: list[str]) -> list[str]:
    """The lines with a tab between the cells of every table of numbers among them."""
    found: list[str] = []
    for count, run in groupby(lines, key=lambda line: len(_cells(line))):
        same = list(run)
        rows = [_cells(line) for line in same]
        numbers = sum(1 for row in rows if all(_NUMBER.match(cell) for cell in row[1:]))
        is_table = count > 1 and numbers >= _FEWEST and numbers >= len(rows) - 1
        found.extend("\t".join(row) for row in rows) if is_table else found.extend(same)
    return found


def _cells(line: str) -> list[str]:
    return [line] if "\t" in line else _BETWEEN.split(line.strip().strip("|").strip())
