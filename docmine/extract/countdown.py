"""Lengths of time from the document's date → the day on which they end: "within 15 working days of this letter".

Only what the writer undertakes once is counted: a standard for every call or case begins anew with each, "within a
week of the meeting" begins elsewhere, and "in the next few weeks" names no day.
"""

from __future__ import annotations

import datetime
import re

import numpy as np
from dateutil.relativedelta import relativedelta

from docmine.extract.spelled import value_of

_WITHIN = re.compile(
    r"(?<!\bto\s)\bwithin\s+(?:a\s+(?:further|maximum\s+of)\s+)?(?P<n>\d{1,3}|[a-z]+)\s+"
    r"(?P<working>(?:working|business)\s+)?(?P<unit>day|week|month)s?\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_NOW = re.compile(r"\s+(?:of|from)\s+(?:the\s+date\s+of\s+)?(?:this\s+\w+|today|now)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s+(?:of|from|after|following|before|to|between|since|for)\b", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:every|each|any|all|always|usually|normally|standard|when|if|whenever"
    r"|(?:call|complaint|enquirie|request|referral|letter|e-?mail|application|querie|repair|case|question)s)\b",
    re.IGNORECASE,
)
"""What makes it a standard that begins anew with each case."""
_WRITER = re.compile(r"\b(?:I|we)\b", re.IGNORECASE)


def ends(words: str, published: str | None) -> str | None:
    """When the length of time in `words` is over, counted from the document's date; None where it cannot be told.

    Days and weeks need a full date and give one; months give a month. Working days leave out weekends.
    """
    m = _WITHIN.search(words)
    if m is None or published is None or "/" in published or _EACH.search(words):
        return None
    if not _OF_NOW.match(m["rest"]) and (_OF_ANOTHER.match(m["rest"]) or not _WRITER.search(words)):
        return None
    number = int(value_of(m["n"]))
    return _counted(number, m["unit"].lower(), published, working=bool(m["working"])) if number else None


def _counted(number: int, unit: str, published: str, *, working: bool) -> str | None:
    known = [int(part) for part in published.split("-")]
    if unit == "month" and len(known) > 1:
        return f"{datetime.date(known[0], known[1], 1) + relativedelta(months=number):%Y-%m}"
    if len(known) < 3 or unit == "month":
        return None
    day = datetime.date(*known)
    if working:
        return str(np.busday_offset(np.datetime64(day), number, roll="backward"))
    return (day + datetime.timedelta(days=number * (7 if unit == "week" else 1))).isoformat()
