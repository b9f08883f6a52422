"""The time that a question is about: "since March 2022", "last year's newsletters", "due by the end of 2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from docmine.search.question.model import Bounded, Period
from docmine.store.partial import bounds

_DAY = timedelta(days=1)
_BEFORE = re.compile(
    r"\b(since|after|from|until|till|up to|before|by|between|in|during|throughout|for|of|on)(?: the)? $", re.I
)
_TO = re.compile(r"^ ?(?:and|to|until|till|[-–—]) ?$", re.IGNORECASE)
_ONWARDS = re.compile(r"^ (?:onwards?|on|and (?:after|later|since))\b", re.IGNORECASE)
_DUE = re.compile(
    r"\b(?:due|deadlines?|expected|finished|completed|ready|open(?:ed|s)?|in place|published|happen)\b", re.I
)
_PUBLISHED = re.compile(
    r"\b(?:promised?|promises|pledged?|said|say|announced?|published|reported|told|wrote|written|mentioned|sent)\b"
    r"(?! (?:for|by)\b)|\b(?:newsletters?|letters?|updates?|reports?|minutes|documents?|issues?|bulletins?)\b",
    re.IGNORECASE,
)


def period(text: str, today: date) -> tuple[Period | None, tuple[tuple[int, int], ...]]:
    """The period that the words of a question name, and where they stand; none where they name no time.

    "Last year" is reckoned from `today`. With "since", "before" and the like, and beside words of saying or of
    documents, the period is that of publication; with "by" or words of deadlines, that in which something is due;
    otherwise it may be either.
    """
    from docmine.extract.calendar import worth

    if not worth.a_look(text):
        return None, ()
    from docmine.extract.calendar.expressions import find
    from docmine.extract.calendar.model import Partial
    from docmine.extract.calendar.values import resolve

    anchor = Partial(today.year, today.month, today.day)
    spans = []
    for e in find(text, today.year):
        days = bounds(resolve(e, anchor, "past"))
        if days is not None:
            spans.append((e.start, e.end, *days))
    if not spans:
        return None, ()
    start, end, first, last = spans[0]
    lead = _BEFORE.search(text[:start])
    word = lead[1].lower() if lead else ""
    opening: date | None = first
    closing: date | None = last
    if len(spans) > 1 and _TO.match(text[end : spans[1][0]]):
        end, closing = spans[1][1], spans[1][3]
    elif word in ("since", "after", "from") or _ONWARDS.match(text[end:]):
        opening, closing = (last + _DAY if word == "after" else first), None
    elif word in ("until", "till", "up to", "by"):
        opening = None
    elif word == "before":
        opening, closing = None, first - _DAY
    begun = lead.start() if lead else start
    onwards = _ONWARDS.match(text[end:])
    places = ((begun, end + (onwards.end() if onwards else 0) + (2 if text[end : end + 2] in ("'s", "’s") else 0)),)
    around = text[: places[0][0]] + text[places[0][1] :]
    return Period(opening, closing, text[begun:end], _bounded(word, around)), places


def days(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of what is a date and nothing else: "2022-09", "March 2022", "last year"."""
    written = " ".join(text.split()).removeprefix("the ")
    named, _ = period(written, today)
    if named is None or named.words != written or named.first is None or named.last is None:
        return None
    return named.first, named.last


def _bounded(word: str, around: str) -> Bounded:
    if word in ("by", "for"):
        return "due"
    if word in ("since", "after", "from", "before", "until", "till", "up to"):
        return "published"
    due = _DUE.search(around)
    if _PUBLISHED.search(around) and not due:
        return "published"
    return "due" if due and re.search(r"\bdue\b|deadline|\bexpected\b", around, re.IGNORECASE) else "any"
