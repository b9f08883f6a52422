"""May a commitment be called dropped? Only where every one of these tests says yes; each answers with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docmine.compare.issues import number, same_series
from docmine.compare.later import due_passed, is_successor
from docmine.compare.terms import core, points_back, things
from docmine.compare.weights import (
    MISSED,
    MISSED_BEST,
    MISSED_THREE,
    SILENT,
    SILENT_BEST,
    SILENT_ONGOING,
    TOGETHER,
    UNHEARD,
    UNHEARD_BEST,
)
from docmine.records import Commitment
from docmine.store import StoredDocument

CHECKABLE = ("firm", "planned", "required", "ongoing")
"""A wish cannot be seen to be dropped."""

DATABLE = ("firm", "planned", "required")
"""What is under way may go on unsaid, in whatever words."""

SILENT_ISSUES = 2
"""Later issues that must be silent: one may just have left it out."""

LONG = 8
"""Words that a commitment without a date must have for the words that are missing to tell."""

MANY_ISSUES = 3
"""Later issues of one series that cover what the series is about, whatever stood beside the commitment."""

COVERED_BY = 2
"""Later issues that must report on the neighbours of a commitment that named no date."""

TELLING = 2
"""Telling words that a commitment must have for its silence to be heard."""

MESSAGE = "message/rfc822"

_PERSONAL = re.compile(
    r"\b(?:write|ring|call|phone|telephone|e-?mail|speak|talk|reply|respond)\b"
    r"(?: back)?(?: to)? (?:you|him|her|them)\b",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"\b(?:(?:each|every) (?:\w+ )?(?:day|week|month|term|quarter|year|issue|time|meeting"
    r"|(?:mon|tues|wednes|thurs|fri)day)|daily|weekly|fortnightly|monthly|termly|quarterly|yearly|annually|regular(?:ly)?|always|continu\w+|keep|remain"
    r"|every (?:two|three|four|six|other|half)|within (?:\w+ )?working (?:day|hour)s?|any|whenever)\b",
    re.IGNORECASE,
)


_STATE = re.compile(
    r"\bwill (?:also )?(?:be (?:a|an|the|able|easy|one|part|at|in|for|up to|free|key)|stay|have(?![^.]* \w+ed\b)|mean|need"
    r"|allow|enable|help|ensure|last|offer|give|let)\b|\bresult will be\b|\b(?:more|further) work is (?:required|needed)\b",
    re.IGNORECASE,
)
"""What describes how things will be: nobody reports that they are so."""
_ABLE = re.compile(r"\bwill (?:also |soon |then )?be able\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\bfrom \d|\bon (?:\w+day,? )?\d|\btak(?:e|es|ing) place\b|\bbe held\b|\bwill (?:run|meet|close|visit)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Silence:
    """What is known of a commitment that nothing later seems to speak of."""

    promise: Commitment
    home: StoredDocument
    later: Sequence[StoredDocument]
    nearest: float
    """The best nearness of any later statement."""
    nearest_three: float
    """The mean of the best three."""
    unheard: Sequence[str]
    """Its telling words that no later statement has."""
    named: Sequence[str]
    """Its names that later statements have too."""
    same_date: bool
    """Whether a later statement that is somewhat near names the month it was due in."""
    missing: Sequence[str]
    """The words of what it is about that no later statement has."""
    missed: float
    """Their share of all of those, rare words counting more."""
    together: float
    """The largest share of those that one later statement has."""
    ages: Mapping[str, int]
    """How many issues later each document is."""
    neighbours: Collection[str]
    """Names of later documents that report on what stands beside the commitment."""
    sections: Collection[str]
    """Names of later documents that have a section of the same heading."""
    as_of: date


def dropped(silence: Silence) -> tuple[bool, tuple[str, ...]]:
    """Whether it may be called dropped, and the reasons: all that hold, or the first that fails."""
    reasons: list[str] = []
    for test in (_checkable, _announced, _public, _time_has_come, _followed, _covered, _silent):
        holds, because = test(silence)
        if not holds:
            return False, (because,)
        reasons.append(because)
    gap = _gap(silence)
    if gap:
        reasons.append(f"of the issues since, {gap} is not in the index and may speak of it")
    return True, tuple(reasons)


def _checkable(s: Silence) -> tuple[bool, str]:
    if _RECURRING.search(s.promise.text):
        return False, "it promises what recurs or goes on: that nothing is said of it does not show that it was dropped"
    ability = s.promise.due is not None and _ABLE.search(s.promise.text) is not None
    if _STATE.search(s.promise.text) and not (ability and _unheard(s)):
        return False, "it describes how things will be, of which nobody would report"
    if points_back(s.promise.text) or len(core(s.promise.text)) < TELLING:
        return False, "it does not name what it is about, so that its silence cannot be told"
    if s.promise.strength not in CHECKABLE:
        return False, f"it is {s.promise.strength}: that nothing is said of it again does not show that it was dropped"
    return True, f"it was a {s.promise.strength} commitment"


def _announced(s: Silence) -> tuple[bool, str]:
    if _EVENT.search(s.promise.text) and s.promise.due and len(s.promise.due) == len("2024-05-01"):
        return False, "it announces an event on a day: that nobody reports on it does not show that it was not held"
    return True, "it is no event of a day"


def _public(s: Silence) -> tuple[bool, str]:
    if s.home.media_type == MESSAGE:
        return False, "it was promised in a private message, of which publications would not speak"
    if _PERSONAL.search(s.promise.text):
        return False, "it promises somebody a word in person, of which publications would not speak"
    return True, "it was promised in public"


def _time_has_come(s: Silence) -> tuple[bool, str]:
    if s.promise.due is None:
        return True, "it named no date, and its neighbours have been reported on since"
    if due_passed(s.promise.due, s.as_of):
        return True, f"it was due {s.promise.due}, which has passed"
    return False, f"it is due {s.promise.due}, which is still to come"


def _followed(s: Silence) -> tuple[bool, str]:
    """Whether enough issues came out when it should have been kept."""
    issues = {s.ages[d.name] for d in s.later if _successor(s, d)}
    if len(issues) >= SILENT_ISSUES:
        return True, f"{len(issues)} later issues could have spoken of it"
    return False, "too few later documents are sure to have had to mention it"


def _covered(s: Silence) -> tuple[bool, str]:
    """Whether such an issue reports on what stood beside it."""
    if s.promise.due and _unheard(s) and len({s.ages[d.name] for d in s.later if _same_series(s, d)}) >= MANY_ISSUES:
        return True, "its date has passed, and later issues of its series say nothing of it"
    about = {*s.neighbours, *(s.sections if _unheard(s) else ())}
    names = [d.name for d in s.later if d.name in about and _successor(s, d)]
    issues = {s.ages[name] for name in names}
    if len(issues) >= (1 if s.promise.due else COVERED_BY):
        return True, f"later documents cover its neighbourhood ({', '.join(names[:3])})"
    return False, "no later document is sure to cover what stood beside it"


def _silent(s: Silence) -> tuple[bool, str]:
    if s.named:
        return False, f"later documents name {', '.join(s.named[:3])}"
    silent = SILENT_ONGOING if s.promise.strength == "ongoing" else SILENT
    if s.nearest < SILENT_BEST and s.nearest_three < silent:
        return True, f"no later statement is near it (the nearest: {s.nearest:.2f})"
    if _unheard(s):
        words = ", ".join(f"“{word}”" for word in s.missing[:4])
        return True, f"no later document has {words}, and no later statement is near it ({s.nearest:.2f})"
    overdue = s.promise.due is not None and not s.same_date
    if overdue and s.unheard and s.nearest < UNHEARD_BEST and s.nearest_three < UNHEARD:
        words = ", ".join(f"“{word}”" for word in s.unheard[:4])
        return True, f"no later document has {words}, and no later statement is near it ({s.nearest:.2f})"
    return False, "a later statement is near it, though it may be about something else"


def _unheard(s: Silence) -> bool:
    """Whether the words of what it is about are missing from all that came later, and nothing comes near it."""
    if s.promise.strength not in DATABLE or s.named or s.same_date or not s.missing:
        return False
    named = things(s.missing)
    if s.promise.due is None and len(s.promise.text.split()) < LONG:
        return False
    enough = len(named) > 1 or (named and len(core(s.promise.text)) > len(s.missing) + 1)
    apart = s.missed >= MISSED and s.together <= TOGETHER
    return bool(enough) and apart and s.nearest < MISSED_BEST and s.nearest_three < MISSED_THREE


def _same_series(s: Silence, document: StoredDocument) -> bool:
    return same_series(s.home, document) and _successor(s, document)


def _successor(s: Silence, document: StoredDocument) -> bool:
    """Whether its silence tells something: a successor, no letter, that came out when the promise was due."""
    letter = document.doc_type is not None and document.doc_type.value == "letter"
    return is_successor(s.home, document) and not letter and _after(s, document)


def _after(s: Silence, document: StoredDocument) -> bool:
    return s.promise.due is None or (
        document.published_from is not None and due_passed(s.promise.due, document.published_from)
    )


def _gap(s: Silence) -> str | None:
    """The first missing number of the series between the promise and the newest issue; None where none is missing."""
    first = number(s.home)
    since = {n for d in s.later if same_series(s.home, d) and (n := number(d)) is not None}
    if first is None or not since:
        return None
    missing = sorted(set(range(first + 1, max(since))) - since)
    return f"No. {missing[0]}" if missing else None
