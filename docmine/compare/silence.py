"""May a commitment be called dropped? Only where every one of these tests says yes; each answers with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docmine.compare.issues import number, same_series
from docmine.compare.later import due_passed, is_successor
from docmine.compare.signals import telling
from docmine.records import Commitment
from docmine.store import StoredDocument
from docmine.words import is_function_word

CHECKABLE = ("firm", "planned", "required")
"""What is ongoing may go on unsaid, and a wish cannot be seen to be dropped."""

NEIGHBOUR = 0.55
"""Cosine from which a later sentence reports on what stood beside the commitment."""

ALIKE = 85
"""Likeness of two words (0 to 100) from which one may be a misspelling of the other: then it is not missing."""

COVERED_BY = 2
"""Later issues that must cover the neighbourhood of a commitment: one may just have left it out."""

FAR = 0.30
"""Score of the nearest statement under which a commitment with a date may be missed by its common words alone."""

MISSING = 2
"""Common words that must be missing for that: of one alone another word may have taken the place."""

MESSAGE = "message/rfc822"

_PERSONAL = re.compile(
    r"\b(?:write|ring|call|phone|telephone|e-?mail|speak|talk|reply|respond)\b"
    r"(?: back)?(?: to)? (?:you|him|her|them)\b",
    re.IGNORECASE,
)

_RECURRING = re.compile(
    r"\b(?:(?:each|every) (?:\w+ )?(?:day|week|month|term|quarter|year|issue|time|meeting)"
    r"|daily|weekly|fortnightly|monthly|termly|quarterly|yearly|annually|regular(?:ly)?|always|continue|keep)\b",
    re.IGNORECASE,
)

LONG = 5
"""Letters from which a word can be told from its neighbours: of "lane" and "plane" neither is a misspelling."""

_CAPITALISED = r"[A-Z][\w&’'-]*"
_NAME = re.compile(rf"\b{_CAPITALISED}(?: (?:of |and |the |for )?{_CAPITALISED})*")
_PERIOD = re.compile(
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|easter|christmas|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)


@dataclass(frozen=True, slots=True)
class Silence:
    """What is known of a commitment that nothing later seems to speak of."""

    promise: Commitment
    home: StoredDocument
    later: Sequence[StoredDocument]
    heard: Collection[str]
    """Stems of every word of the later documents."""
    people: Collection[str]
    """Words of the names of people, in lower case: that somebody is named no more says nothing of the promise."""
    nearest: float
    """The best score of any later statement."""
    ages: Mapping[str, int]
    """How many issues later each document is."""
    neighbours: Collection[str]
    """Names of later documents that report on what stands beside the commitment."""
    as_of: date


def dropped(silence: Silence, silent_below: float) -> tuple[bool, tuple[str, ...]]:
    """Whether it may be called dropped, and the reasons: all that hold, or the first that fails."""
    reasons: list[str] = []
    for test in (_checkable, _public, _time_has_come, _covered, _subject_gone):
        holds, because = test(silence)
        if not holds:
            return False, (because,)
        reasons.append(because)
    if silence.nearest >= silent_below:
        return False, ("a later statement is near it, though it may be about something else",)
    return True, tuple(reasons)


def _checkable(s: Silence) -> tuple[bool, str]:
    if _RECURRING.search(s.promise.text):
        return False, "it promises what recurs: that one document is silent does not show that it was dropped"
    if s.promise.strength in CHECKABLE:
        return True, f"it was a {s.promise.strength} commitment"
    return False, f"it is {s.promise.strength}: that nothing is said of it again does not show that it was dropped"


def _public(s: Silence) -> tuple[bool, str]:
    if s.home.media_type == MESSAGE:
        return False, "it was promised in a private message, of which publications would not speak"
    if _PERSONAL.search(s.promise.text):
        return False, "it promises somebody a word in person, of which publications would not speak"
    return True, "it was promised in public"


def _covered(s: Silence) -> tuple[bool, str]:
    """Whether enough issues after its date report on what stood beside it."""
    covering = {
        s.ages[d.name]: d.name
        for d in s.later
        if d.name in s.neighbours and is_successor(s.home, d) and not _letter(d) and _after(s, d)
    }
    names = [covering[age] for age in sorted(covering)]
    gap = _gap(s)
    if gap:
        return False, f"of the issues since, {gap} is not in the index"
    if len(names) >= COVERED_BY:
        return True, f"later documents cover its neighbourhood ({', '.join(names[:3])})"
    return False, "too few later documents are sure to have had to mention it"


def _gap(s: Silence) -> str | None:
    """The first missing number of the series between the promise and the newest issue; None where none is missing."""
    first = number(s.home)
    since = {n for d in s.later if same_series(s.home, d) and (n := number(d)) is not None}
    if first is None or not since:
        return None
    missing = sorted(set(range(first + 1, max(since))) - since)
    return f"No. {missing[0]}" if missing else None


def _after(s: Silence, document: StoredDocument) -> bool:
    """Whether a document came out when the commitment should have been kept."""
    return s.promise.due is None or (
        document.published_from is not None and due_passed(s.promise.due, document.published_from)
    )


def _subject_gone(s: Silence) -> tuple[bool, str]:
    things = [n for n in names_in(s.promise.text) if not any(word in s.people for word in n.lower().split())]
    names = [name for name in things if not _heard(name, s.heard)]
    if names:
        return True, f"no later document names {', '.join(names[:3])}"
    if s.promise.due is not None and s.nearest < FAR:
        wanted = {stem: word for stem, word in telling(s.promise.text).items() if _is_word(word)}
        missing = [word for stem, word in wanted.items() if stem not in s.heard]
        if len(missing) >= MISSING and len(missing) >= len(wanted) / 3:
            return True, f"no later document has the words {', '.join(f'“{word}”' for word in missing[:4])}"
    return False, "it names nobody and nothing by a name of its own that the later documents lack"


def _is_word(word: str) -> bool:
    return word.isalpha() and not _PERIOD.search(word.lower())


def names_in(text: str) -> list[str]:
    """Names that cannot be taken for a word of the language: several capitalised words, or capitals inside a word."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and is_function_word(words[0]):
            words = words[1:]
        inner = any(c.isupper() for word in words for c in word[1:])
        name = " ".join(words)
        if (inner or len(words) > 1) and not _PERIOD.search(name.lower()) and name not in found:
            found.append(name)
    return found


def _heard(name: str, heard: Collection[str]) -> bool:
    """Whether the later documents know any telling word of the name, if only misspelt."""
    from rapidfuzz import fuzz, process

    for word in telling(name):
        if word in heard:
            return True
        if len(word) >= LONG and process.extractOne(word, heard, scorer=fuzz.ratio, score_cutoff=ALIKE):
            return True
    return False


def _time_has_come(s: Silence) -> tuple[bool, str]:
    if s.promise.due is None:
        return True, "it named no date, and its neighbours have been reported on since"
    if due_passed(s.promise.due, s.as_of):
        return True, f"it was due {s.promise.due}, which has passed"
    return False, f"it is due {s.promise.due}, which is still to come"


def _letter(document: StoredDocument) -> bool:
    return document.doc_type is not None and document.doc_type.value == "letter"
