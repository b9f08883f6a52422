"""May a commitment be called dropped? Only where every one of these tests says yes; each answers with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docmine.compare.evidence import Missing
from docmine.compare.issues import number, same_series
from docmine.compare.later import due_passed, is_successor
from docmine.compare.mention import Mention
from docmine.compare.terms import leans, matter, object_points_back
from docmine.compare.things import main_part
from docmine.compare.weights import (
    HEARD,
    HEARD_THING,
    MISSED,
    MISSED_BEST,
    SILENT,
    SILENT_BEST,
    SILENT_ONGOING,
    TOGETHER,
    TOGETHER_ASIDE,
)
from docmine.records import Commitment
from docmine.store import StoredDocument

CHECKABLE = ("firm", "planned", "required", "ongoing")
"""A wish cannot be seen to be dropped."""

SILENT_ISSUES = 2
"""Later issues that must be silent: one may just have left it out."""

SEVERAL, ALL, HALF = 2, 0.9, 0.5
"""Things, and shares of all things, that no later document may have."""

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
    r"|(?:mon|tues|wednes|thurs|fri)day)|daily|weekly|fortnightly|monthly|termly|quarterly|yearly|annually|regular(?:ly)?"
    r"|every (?:two|three|four|six|other|half)|within (?:\w+ )?working (?:day|hour)s?|any|whenever)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:always|continu\w+|keep|remain|stays?|go(?:es)? on(?! (?:the|our|a|an|its|their)\b)"
    r"|as (?:usual|before|ever|we (?:go|come)))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:none|nobody|no one|never|not|without|alone)\b|\bno\b(?! later)|n['’]t\b", re.IGNORECASE)
"""What says that something will not be."""
_STATE = re.compile(
    r"\bwill (?:also )?(?:be (?:a|an|the|easy|one|part|at|in|for|up to|free|key)|stay|last|mean|need|allow|enable|help"
    r"|ensure)\b"
    r"|\bresult will be\b|\b(?:more|further) work is (?:required|needed)\b",
    re.IGNORECASE,
)
"""What describes how things will be, or what comes of them: nobody reports that they are so."""
_GIVES = re.compile(r"\bwill (?:also )?(?:be able|have(?![^.]* \w+ed\b)|offer|give|let)\b", re.IGNORECASE)
"""What somebody will have or be able to do: few report that they have it."""
_PERSON_BEFORE = re.compile(r"\W*(?:he|she)\b|each \w+", re.IGNORECASE)
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
    named: Sequence[str]
    """Its names that later statements have too."""
    same_date: bool
    """Whether a later statement that is somewhat near names the month it was due in."""
    missing: Missing
    """Of the things that it is about those that no later statement has."""
    ages: Mapping[str, int]
    """How many issues later each document is."""
    neighbours: Collection[str]
    """Names of later documents that report on what stands beside the commitment."""
    sections: Collection[str]
    """Names of later documents that have a section of the same heading."""
    full: Collection[str]
    """Names of later issues of its series that are long enough to speak of all that the series is about."""
    as_of: date
    listen: Callable[[], Mention | None]
    """The later statement that is likeliest to speak of it in other words; slow, so asked last."""


def dropped(silence: Silence) -> tuple[bool, tuple[str, ...]]:
    """Whether it may be called dropped, and the reasons: all that hold, or the first that fails."""
    reasons: list[str] = []
    for test in (_checkable, _announced, _public, _time_has_come, _followed, _covered, _silent, _unheard):
        holds, because = test(silence)
        if not holds:
            return False, (because,)
        reasons.append(because)
    gap = _gap(silence)
    if gap:
        reasons.append(f"of the issues since, {gap} is not in the index and may speak of it")
    return True, tuple(reasons)


def _checkable(s: Silence) -> tuple[bool, str]:
    text = s.promise.text
    if _GOES_ON.search(text) or (_RECURRING.search(text) and not _missed(s)):
        return False, "it promises what recurs or goes on: that nothing is said of it does not show that it was dropped"
    if _STATE.search(text) or (_GIVES.search(text) and not _missed(s)):
        return False, "it describes how things will be, of which nobody would report"
    if _DENIES.search(main_part(text)):
        return False, "it says what will not be, of which nobody would report"
    if not _names_its_matter(s) or not s.missing.named or len(matter(text)) < TELLING:
        return False, "it does not name what it is about, so that its silence cannot be told"
    if s.promise.strength not in CHECKABLE:
        return False, f"it is {s.promise.strength}: that nothing is said of it again does not show that it was dropped"
    return True, f"it was {'an' if s.promise.strength == 'ongoing' else 'a'} {s.promise.strength} commitment"


def _names_its_matter(s: Silence) -> bool:
    text = main_part(s.promise.text)
    person = _PERSON_BEFORE.match(text) is not None
    return (not object_points_back(text) or _all_missed(s)) and (person or s.promise.due is not None or not leans(text))


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
    if len(issues) >= SILENT_ISSUES or (issues and _one_will_do(s)):
        many = "a later issue" if len(issues) == 1 else f"{len(issues)} later issues"
        return True, f"{many} could have spoken of it"
    return False, "too few later documents are sure to have had to mention it"


def _one_will_do(s: Silence) -> bool:
    """Whether the silence of one issue tells: it is long enough to speak of everything."""
    long = any(d.name in s.full and _successor(s, d) for d in s.later)
    return long and (_all_missed(s) or (s.promise.due is not None and s.nearest < SILENT and _missed(s)))


def _covered(s: Silence) -> tuple[bool, str]:
    """Whether such an issue reports on what stood beside it, or is long enough to speak of everything."""
    beside = {*s.neighbours, *(s.sections if _missed(s) else ())}
    names = [d.name for d in s.later if d.name in beside and _successor(s, d)]
    if names:
        return True, f"later documents cover its neighbourhood ({', '.join(names[:3])})"
    names = [d.name for d in s.later if d.name in s.full and _successor(s, d)]
    if names:
        return True, f"later issues are long enough to speak of it ({', '.join(names[:3])})"
    return False, "no later document is sure to cover what stood beside it"


def _silent(s: Silence) -> tuple[bool, str]:
    if s.named:
        return False, f"later documents name {', '.join(s.named[:3])}"
    if _missed(s) or _thing_missed(s):
        words = ", ".join(f"“{word}”" for word in (*s.missing.heads, *s.missing.rest)[:4])
        return True, f"no later document has {words}, and no later statement is near it ({s.nearest:.2f})"
    silent = SILENT_ONGOING if s.promise.strength == "ongoing" else SILENT
    if s.nearest < SILENT_BEST and s.nearest_three < silent and s.missing.together <= TOGETHER_ASIDE:
        return True, f"no later statement is near it (the nearest: {s.nearest:.2f})"
    return False, "a later statement is near it, though it may be about something else"


def _unheard(s: Silence) -> tuple[bool, str]:
    """Whether no later statement is likely to speak of it in other words, with its day or without."""
    likeliest = s.listen()
    least = HEARD if _missed(s) or not _thing_missed(s) else HEARD_THING
    if likeliest is not None and likeliest.heard > least:
        told = "reports something of the time it was due, and " if likeliest.day_told else ""
        return False, f"a later statement {told}may speak of it in other words: “{likeliest.statement.text}”"
    when = ", or tells of its date" if s.promise.due else ""
    return True, f"no later statement is likely to mean it in other words{when}"


def _thing_missed(s: Silence) -> bool:
    """Whether the thing that is acted on, or some other word of it, is named nowhere, though what goes with it is."""
    missing = s.missing
    if s.named or s.same_date:
        return False
    if missing.main:
        return s.nearest < SILENT_BEST
    missed = bool(missing.heads or missing.rest) and missing.together <= TOGETHER_ASIDE
    return missed and s.nearest < MISSED_BEST and s.promise.strength != "ongoing"


def _missed(s: Silence) -> bool:
    """Whether the very thing that it is about is in no later document, and nothing comes near it."""
    missing = s.missing
    if s.named or s.same_date or s.nearest >= (SILENT if s.promise.strength == "ongoing" else MISSED_BEST):
        return False
    if missing.heads:
        return missing.share >= MISSED and missing.together <= (TOGETHER if missing.main else TOGETHER_ASIDE)
    dated = s.promise.due is not None and missing.together <= TOGETHER
    return bool(missing.rest) and (dated or (missing.share >= HALF and s.nearest < SILENT))


def _all_missed(s: Silence) -> bool:
    """Whether nothing of the several things that it is about is in any later document."""
    several = len(s.missing.heads) + len(s.missing.rest) >= SEVERAL
    return several and s.missing.share >= ALL and s.nearest < SILENT and _missed(s)


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
