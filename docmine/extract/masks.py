"""Text → the stretches in which no number is a figure or a date: links, addresses, telephone numbers, references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

Masks = list[tuple[int, int]]

_HIDDEN = re.compile(
    r"""
    \b(?:https?://|www\.|mailto:)\S+(?:-\s?\n\S+)*          # a link, and its rest where a line ends in a hyphen
  | (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+                # an e-mail address
  | (?<![\w-])(?<!\w\.)\b[\w-]+(?:\.[\w-]+)*\.(?:gov|org|co|com|nhs|ac|net|sch)(?:\.uk)?(?:/\S*)?\b
  | (?<![\d.,£])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)   # a telephone number
  | \b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\b                # a postcode
  | (?<=[A-Za-z])[-_]\d{4,}\b                                # "tickets-55631179355"
  | \#\w+
  | \b\d{9,}\b
  | \b[A-Z]{2,}[/-]?\d{3,}[/\dA-Z-]*\b                       # "REF/2021/034"
    """,
    re.X,
)


def find(text: str) -> Masks:
    """Start and end of each, in order, none overlapping."""
    return [m.span() for m in _HIDDEN.finditer(text)]


def merged(stretches: Iterable[tuple[int, int]]) -> Masks:
    """The same characters as stretches in order, none overlapping."""
    found: Masks = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def covers(masks: Masks, start: int, end: int) -> bool:
    """Whether any mask touches the characters `start` to `end`."""
    at = bisect_right(masks, (end, -1)) - 1
    return at >= 0 and masks[at][0] < end and masks[at][1] > start
