"""Words that lead to a date which the tense misplaces: what was put off is to come, what is compared is over."""

from __future__ import annotations

import re

_MOVED = (
    r"(?:slipped|moved|been\s+(?:moved|put\s+(?:back|off)|postponed|deferred|delayed|rescheduled|pushed\s+back|extended"
    r"|brought\s+forward|held\s+over))"
)
_MOVED_TO = (
    rf"\b(?:has|have|[’']s|[’']ve)\s+(?:now\s+|since\s+|again\s+|already\s+)*"
    rf"{_MOVED}\s+(?:again\s+|back\s+)?(?:to|until|till)\s+(?:the\s+)?"
)
_ARRANGED_FOR = (
    r"\b(?:has|have)\s+(?:now\s+|also\s+|already\s+)*been\s+"
    r"(?:scheduled|booked|arranged|fixed|set|timetabled|pencilled\s+in|confirmed)\s+(?:\w+\s+)?(?:for|on)\s+(?:the\s+)?"
)
_TO_COME = re.compile(
    rf"{_MOVED_TO}$|{_ARRANGED_FOR}$"
    r"|\b(?:has|have)\s+(?:also\s+|now\s+)?(?:asked|called|pressed)\s+for\b[^.;,]{0,60}\b(?:in|by|on|for|at)\s+(?:the\s+)?$",
    re.I,
)
_MOVES_ON = re.compile(rf"[^.;]{{0,20}}{_MOVED_TO}", re.I)
_PLANNED = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?(?:planned|promised|due|scheduled|expected|set|meant|booked)\b[^.;,]{0,30}"
    r"\b(?:for|in|on|by)\s+(?:the\s+)?$",
    re.I,
)
_COMPARED = re.compile(
    r"\b(?:(?:fewer|more|less|higher|lower|better|worse|slower|faster|quicker|longer|shorter|greater|smaller)\b[^.;,]{0,30}"
    r"\bthan|compared\s+(?:with|to)|as\s+against)\s+(?:(?:it|they|we)\s+\w+\s+|that\s+|those\s+)?(?:in|at|on|for)?\s*(?:the\s+)?$",
    re.I,
)


def to_come(before: str) -> bool:
    """Whether a date is one to which something has been moved, or for which it has been arranged or asked."""
    return _TO_COME.search(before) is not None


def was_planned(before: str) -> bool:
    """Whether something was once to happen on a date."""
    return _PLANNED.search(before) is not None and not to_come(before)


def moves_on(between: str) -> bool:
    """Whether the words between two dates say that the first has given way to the second."""
    return _MOVES_ON.fullmatch(between) is not None


def is_compared(before: str) -> bool:
    """Whether a date is one with which the present is compared: "640 fewer than in"."""
    return _COMPARED.search(before) is not None
