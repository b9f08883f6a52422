"""A line of particulars at the head of a document → the day that it names as that of issue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import written
from docmine.records import Block

_TAGGED = re.compile(
    r"\bdate\s+(?:submitted|issued|published|sent|of\s+(?:issue|publication|submission))\s*:\s*"
    r"|(?:[·|•–]|\s-)\s*(?:issued|published|out)\s*:?\s+(?:on\s+)?",
    re.I,
)
"""Among the other particulars of a line: "Spring 2024 · issued 22 March", "From: ... Date submitted: 4 May 2024"."""
_DAY_OF_MONTH = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{written.MONTH}\b(?!\s+\d)", re.I)
_PARTICULARS = 40
"""Words of a line of particulars at the head of a document."""


def issued(head: Sequence[Block]) -> str | None:
    """The date that is named as that of issue among other particulars; without a year, in the year of the line."""
    for block in head:
        for part in re.split(r"\s[·|•]\s", block.text)[1:]:
            if (value := written.opening(part.strip())) and not re.search(r"\w", written.without_date(part)):
                return value
        match = _TAGGED.search(block.text) if len(block.text.split()) <= _PARTICULARS else None
        if match is None:
            continue
        rest = block.text[match.end() :]
        if value := written.opening(rest):
            return value
        day, year = _DAY_OF_MONTH.match(rest), written.first(block.text[: match.start()])
        if day and year:
            return written.first(f"{day.group()} {year[:4]}")
    return None
