"""Wordings over which careful readers differ: of such a commitment no weights can be sure."""

from __future__ import annotations

import re

from docmine.extract import seasons, trailers
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
_WISH = re.compile(
    r"\b(?:we|[a-z]+)(?:['’]d| would) (?:really |also |now )?(?:like|love) to\b|\bwants? to\b", re.IGNORECASE
)
_TURN = re.compile(r"\b(?:is|are|['’]re) next\b|\blooking at (?:this|that|these|those|both)\b", re.IGNORECASE)
_BINDS = re.compile(r"\b(?:will|shall|must|should)\b|['’]ll\b", re.IGNORECASE)


def is_doubtful(commitment: Commitment) -> bool:
    """Whether it is a courtesy, told in passing or of a thing already there, or an announcement of news; without a day
    also a wish, a turn, or an ability."""
    text = commitment.text
    if _COURTESY.search(text) or (_IN_PASSING.match(text) and commitment.due is None):
        return True
    if trailers.is_one(text) and not _BINDS.search(text):
        return True
    if commitment.due is None and (_is_weak(commitment) or _ABILITY.search(text)):
        return True
    return _TOLD_OF_A_THING.match(text) is not None and not _BINDS.search(text)


def _is_weak(commitment: Commitment) -> bool:
    """Whether it is only a wish of its own, a turn or a season to come, a look at what was said, or more to be
    said later."""
    text = commitment.text
    if commitment.strength == "aspirational":
        return _WISH.search(text) is not None
    if trailers.says_more_later(text) or seasons.is_one(text):
        return True
    return _TURN.search(text) is not None and not _BINDS.search(text)
