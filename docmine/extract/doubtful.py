"""Wordings over which careful readers differ: of such a commitment no weights can be sure."""

from __future__ import annotations

import re

from docmine.records import Commitment

AT_MOST = 0.6
"""The confidence of a commitment in such words: a little over an even chance."""

_COURTESY = re.compile(r"\blook(?:s|ing)? forward to\b", re.IGNORECASE)
_IN_PASSING = re.compile(r"^with\b", re.IGNORECASE)
_TOLD_OF_A_THING = re.compile(
    r"^(?:an?|the|another|one|two|three|four|five|six|several|some|\d+)\b[^,;]*?\b(?:that|which|who)(?: is| are|['’]s)"
    r" (?:\w+ )?being \w+",
    re.IGNORECASE,
)
_ABILITY = re.compile(r"\b(?:will|['’]ll) (?:\w+ )?be able to\b", re.IGNORECASE)
_BINDS = re.compile(r"\b(?:will|shall|must|should)\b|['’]ll\b", re.IGNORECASE)


def is_doubtful(commitment: Commitment) -> bool:
    """Whether it is a courtesy, told in passing or of a thing already there, or an ability without a day."""
    text = commitment.text
    if _COURTESY.search(text) or (_IN_PASSING.match(text) and commitment.due is None):
        return True
    if commitment.due is None and _ABILITY.search(text):
        return True
    return _TOLD_OF_A_THING.match(text) is not None and not _BINDS.search(text)
