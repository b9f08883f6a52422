"""A figure told as that of "a year earlier", "the quarter before": the other figure's time, moved back."""

from __future__ import annotations

import datetime
import re

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc

from docmine.extract.context import layout
from docmine.extract.facts import Found

_UNIT = r"(?P<unit>year|quarter|month)"
_AFTER = re.compile(
    rf"(?!\s*(?:more|fewer|less|higher|lower)\b)\s*(?:\([^)]*\)\s*)?(?:[\w'’-]+\s+){{0,4}}?(?:an?|one|the)\s+{_UNIT}\s+(?:ago|earlier|before|previously)\b"
    rf"|[^.;,()\d]{{0,30}}\b(?:at\s+)?the\s+same\s+(?:time|period|point|quarter|month|week|term)\s+(?:of\s+|in\s+)?(?:last|the\s+previous)\s+(?P<same>year)\b"
    rf"|\s*in\s+the\s+previous\s+(?P<previous>year|quarter|month)\b",
    re.I,
)
_BEFORE = re.compile(
    rf"\b(?:in\s+)?(?:the|a|one)\s+{_UNIT}\s+(?:before|earlier|ago|previously),?\s+(?:it|this|the\s+\w+)\s+(?:was|had\s+been|stood\s+at|came\s+to)\s+$"
    r"|\bin\s+the\s+previous\s+(?P<previous>year|quarter|month),?\s+(?:it\s+was\s+)?$",
    re.I,
)


def unit_before(doc: Doc, f: Found) -> str | None:
    """ "year" of "64% a year earlier"; None of a figure that is not told as an earlier one."""
    text, low = layout(doc).text, f.sent.span.start_char
    m = _AFTER.match(text, f.end, min(f.end + 80, f.sent.span.end_char)) or _BEFORE.search(
        text, max(low, f.start - 60), f.start
    )
    return next((unit.lower() for unit in m.groupdict().values() if unit), None) if m else None


def moved_back(period: str, unit: str) -> str | None:
    """A time moved back by a year, a quarter or a month; null where it is not precise enough for that."""
    parts = [_moved(part, unit) for part in period.split("/")]
    return "/".join(p for p in parts if p) if all(parts) else None


def _moved(part: str, unit: str) -> str | None:
    if len(part) == 4:
        return str(int(part) - 1) if unit == "year" else None
    day = datetime.date.fromisoformat(part if len(part) == 10 else part + "-01")
    is_last = (day + datetime.timedelta(days=1)).day == 1
    months = {"year": 12, "quarter": 3, "month": 1}[unit]
    back = day - relativedelta(months=months)
    if len(part) == 10 and is_last:
        back = back + relativedelta(day=31)
    return back.isoformat()[: len(part)]
