"""What stands in a cell, and how it looks."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from docmine.characters import is_formula
from docmine.report import safe
from docmine.report.dates import british
from docmine.report.workbook.model import Value

_FIRST_DAY = date(1900, 3, 1)
"""Excel has no dates before 1900, and holds that year to be a leap year."""
_DAY_ZERO = datetime(1899, 12, 30)
_EXACT = 10**15
"""Numbers from here on lose digits in Excel."""
_CUT = " … [cut: a cell holds no more]"
_DAY, _MINUTE = "d mmmm yyyy", "d mmmm yyyy, hh:mm"
_WHOLE, _PLAIN, _FRACTION = "#,##0", "0", "#,##0.0#####"
_SHAPES = (_DAY, _MINUTE, _WHOLE, _PLAIN, _FRACTION)
_LINK: dict[bool, dict[str, Any]] = {False: {}, True: {"font_color": "#0B57A4", "underline": 1}}


def number(value: Value) -> float | int | None:
    """What Excel keeps for a number or a day; None for what is written as text."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return None
    if isinstance(value, (int, float)):
        return value if math.isfinite(value) and abs(value) < _EXACT else None
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    if moment.date() < _FIRST_DAY:
        return None
    past = moment.replace(tzinfo=None) - _DAY_ZERO
    return past.days + past.seconds / 86_400 if past.seconds else past.days


def text(value: Value, most: int) -> tuple[str, bool]:
    """The text of a cell in at most `most` characters of UTF-16, and whether it had to be cut.

    Control characters are "�", the cells of a table that it quotes stand between bars.
    """
    if isinstance(value, bool):
        value = "yes" if value else "no"
    elif isinstance(value, date):
        value = british(value.isoformat())
    shown = safe.lines(str(value)).replace("\t", " | ")
    if len(shown) * 2 <= most or _units(shown) <= most:
        return shown, False
    return shown.encode("utf-16-le")[: 2 * (most - len(_CUT))].decode("utf-16-le", "ignore") + _CUT, True


def _units(shown: str) -> int:
    return len(shown.encode("utf-16-le")) // 2


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.head = self._format(bold=True, bottom=1, bg_color="#E7EDF3")
        self._texts = {
            (link, quoted): self._format(**_LINK[link], quote_prefix=quoted)
            for link in (False, True)
            for quoted in (False, True)
        }
        self._numbers = {
            (link, shape): self._format(**_LINK[link], num_format=shape) for link in (False, True) for shape in _SHAPES
        }

    def text(self, shown: str, *, link: bool) -> Format:
        """What looks like a formula is marked as text, so that it stays text when somebody types in the cell."""
        return self._texts[link, is_formula(shown)]

    def number(self, value: Value, *, plain: bool, link: bool) -> Format:
        shape = _WHOLE
        if isinstance(value, datetime):
            shape = _MINUTE
        elif isinstance(value, date):
            shape = _DAY
        elif plain:
            shape = _PLAIN
        elif isinstance(value, float) and not value.is_integer():
            shape = _FRACTION
        return self._numbers[link, shape]

    def _format(self, **properties: Any) -> Format:
        return self._book.add_format({"text_wrap": True, "valign": "top", **properties})
