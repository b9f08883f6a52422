"""A figure told as that of "a year earlier", "the quarter before": the other figure's time, moved back."""

from __future__ import annotations

import datetime
import re

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc

from docmine.extract.context import layout
from docmine.extract.facts import Found
from docmine.extract.spelled import value_of

_UNIT = r"(?P<unit>year|quarter|month)"
_MANY = (
    r"(?:(?P<many>two|three|four|five|six|twelve|\d{1,2})\s+(?P<units>year|quarter|month)s"
    r"\s+(?:ago|earlier|before|previously))"
)
_AFTER = re.compile(
    rf"(?!\s*(?:more|fewer|less|higher|lower)\b)\s*(?:\([^)]*\)\s*)?(?:[\w'’-]+\s+){{0,4}}?(?:an?|one|the)\s+{_UNIT}\s+(?:ago|earlier|before|previously)\b"
    rf"|(?!\s*(?:more|fewer|less|higher|lower)\b)\s*(?:[\w'’-]+\s+){{0,4}}?{_MANY}\b"
    rf"|[^.;,()\d]{{0,30}}\b(?:at\s+)?the\s+same\s+(?:time|period|point|quarter|month|week|term)\s+(?:of\s+|in\s+)?(?:last|the\s+previous)\s+(?P<same>year)\b"
    rf"|\s*in\s+the\s+previous\s+(?P<previous>year|quarter|month)\b",
    re.I,
)
_BEFORE = re.compile(
    rf"\b(?:in\s+)?(?:the|a|one)\s+{_UNIT}\s+(?:before|earlier|ago|previously),?\s+(?:it|this|the\s+\w+)\s+(?:was|had\s+been|stood\s+at|came\s+to)\s+$"
    r"|\bin\s+the\s+previous\s+(?P<previous>year|quarter|month),?\s+(?:it\s+was\s+)?$",
    re.I,
)


def unit_before(doc: Doc, f: Found) -> tuple[int, str] | None:
    """One and "year" of "64% a year earlier"; None of a figure that is not told as an earlier one."""
    if f.quantity.form == "multiple":
        return None  # "nearly twice as many as a year before"
    text, low = layout(doc).text, f.sent.span.start_char
    m = _AFTER.match(text, f.end, min(f.end + 80, f.sent.span.end_char)) or _BEFORE.search(
        text, max(low, f.start - 60), f.start
    )
    if m is None:
        return None
    named = {name: words.lower() for name, words in m.groupdict().items() if words}
    many = value_of(named.pop("many")) if "many" in named else 1
    return int(many), next(iter(named.values()))


def moved_back(period: str, unit: str, many: int = 1) -> str | None:
    """A time moved back by years, quarters or months; null where it is not precise enough for that."""
    parts = [_moved(part, unit, many) for part in period.split("/")]
    return "/".join(p for p in parts if p) if all(parts) else None


def _moved(part: str, unit: str, many: int) -> str | None:
    if len(part) == 4:
        return str(int(part) - many) if unit == "year" else None
    day = datetime.date.fromisoformat(part if len(part) == 10 else part + "-01")
    is_last = (day + datetime.timedelta(days=1)).day == 1
    months = many * {"year": 12, "quarter": 3, "month": 1}[unit]
    back = day - relativedelta(months=months)
    if len(part) == 10 and is_last:
        back = back + relativedelta(day=31)
    return back.isoformat()[: len(part)]
