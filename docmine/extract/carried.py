"""A bare number → its units, or its whole, from the figure before that it is set against."""

from __future__ import annotations

import re
from dataclasses import replace

from docmine.extract.numerals import Quantity

_SAME_BY = re.compile(
    r"[^.;\t]{0,60}(?:,\s+(?:it\s+)?was|\b(?:up|down)\s+from|\bcompared\s+(?:to|with))\s+|[^.\t]{0,60};[^.;\t]{0,20}\bit\s+was\s+",
    re.I,
)
_TO = re.compile(
    r"\s+to\s+|[^.;\t]{0,40}\bagainst\s+(?:an?|the|our|its|their)\s+(?:[\w-]+\s+){0,2}(?:standard|target|limit|aim|norm)\s+of\s+",
    re.I,
)
"""Between a figure with a unit and a bare number: what it has become, or ought to be."""
_SAME = re.compile(
    r"\b(?:it|this|that|which)\s+(?:is|was|has\s+been|had\s+been|stands\s+at|stood\s+at|to)?\s*(?:now|still|then|once)?\s*$",
    re.I,
)
"""Between a figure with a unit and a bare number: the number is of the same."""


def over(text: str, last: tuple[Quantity, int, int], q: Quantity, start: int, end: int) -> Quantity:
    """A bare number in the units of the figure before that it is set against: "It took 61 days. It is now 43."

    Or out of its whole: "Of the 96 people with an account, 71 log in".
    """
    known, last_start, last_end = last
    if q.form == "number" and known.form == "number" and known.unit == "count":
        whole = re.search(
            r"\bof\s+(?:the|these|our|all|its|their)\s+$", text[max(0, last_start - 12) : last_start], re.I
        )
        after = re.match(
            r"\s+(?:[a-z]+ed|are|were|have|had|has|is|was|do|did|log|carry|say|said|live|keep|need|use)\b",
            text[end : end + 20],
        )
        gap = text[last_end:start]
        if (
            whole
            and after
            and q.value < known.value
            and re.search(r",\s+(?:just\s+|only\s+|some\s+)?$", gap)
            and "." not in gap
        ):
            return replace(q, of=known.value, form="share")
    if q.unit != "count" or q.of is not None or known.form not in ("duration", "money", "number"):
        return q
    bare = re.match(
        r"\s*(?:[.,;:)\n]|(?:and|but|by|since|in|at|under|last|before|previously|a\s+year)\b|$)", text[end : end + 12]
    )
    if known.unit == "count" or not bare:
        return q
    gap = text[last_end:start]
    was = re.search(
        r"\b(?:from|of|was|were|waited|took|takes)\s+(?:\w+\s+)?$", text[max(0, last_start - 20) : last_start], re.I
    )
    if not (_SAME.search(gap) or _SAME_BY.fullmatch(gap) or (was and _TO.fullmatch(gap))):
        return q
    return replace(q, unit=known.unit, form=known.form)
