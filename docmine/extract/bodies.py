"""What names a body: a council, a trust, a forum, a charity; against posts and fields of work."""

from __future__ import annotations

import re

from docmine.extract import words as lists
from docmine.extract.names import is_given

HEADS = lists.load("titles")
"""Nouns that end the name of a job, an office or another standing in public life."""

LAST = lists.load("organisation_ends")
"""Nouns that end the name of a body."""

_ANYWHERE = re.compile(
    r"\b(?:Council|NHS|Ofsted|CQC|ICB|CCG|DfE|DfT|DHSC|Department (?:for|of)|Ministry of|University of|"
    r"Office (?:for|of)|Borough of|"
    r"Trust|Commission|Police|Ltd|Limited|plc|Partnership|Association|Authority|Agency|Inspectorate|Healthwatch|"
    r"(?:Famil(?:y|ies)|Parents?|Carers?) Voices?|"
    r"(?:Federation|Association|Friends|Society|Union|Alliance|Institute|Campaign|Network|League) (?:of|for|against))\b"
)
_WEAK = frozenset(
    ["service", "services", "team", "office", "board", "committee", "executive", "group", "department", "union"]
) | {"school", "schools", "partners"}
"""They are bodies as a part of their own; after "Director of" they are the thing directed."""

FRONT = frozenset(
    ["council", "trust", "nhs", "forum", "partnership", "england", "association", "authority", "agency", "charity"]
) | {"alliance", "university", "college", "academy", "foundation", "federation", "icb", "ccg"}
"""Last words of a body that may stand right in front of a title: "Anytown Council leader"."""

_ONE_WORD = lists.load("one_word_bodies")
FIELDS = frozenset(word.lower() for word in lists.load("subjects"))
"""Fields of work: behind a post and a comma they name no body."""

_PEOPLE_IN_NAMES = lists.load("people_in_names")
"""Nouns of HEADS that stand in the names of bodies: "Parent Carer Forum", "Headteachers Association"."""

_OFFICE_OF = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(HEADS))) + r")\s+(?:of|for|to|at|in)\b", re.I)

GENERIC = lists.load("body_nouns")
"""Nouns that, behind "the", stand for a body named elsewhere."""

SMALL = frozenset({"of", "for", "and", "the", "in", "to", "on", "at", "with", "&"})


def is_organisation(phrase: str, *, part: bool = True) -> bool:
    """Whether a phrase names a body. `part`: it stands alone between commas or on a line, not after "Director of"."""
    words = _words(phrase)
    if not words or not words[0][0].isupper() or len(words) > 14:
        return False
    last = words[-1].lower()
    if last in HEADS and last not in LAST:
        return False
    if _ANYWHERE.search(phrase):
        return True
    return last in LAST and (part or last not in _WEAK) and sum(w[0].isupper() for w in words) >= 2


def is_body(phrase: str) -> bool:
    """Whether a phrase is the name of a body and nothing else: "Anytown Parent Carer Forum", not "Head of Services"."""
    words = _words(phrase)
    if "," in phrase or not is_organisation(phrase) or _OFFICE_OF.search(phrase):
        return False
    nouns = [w.lower().removesuffix("s") for w in words if w.lower() in HEADS or w.lower().removesuffix("s") in HEADS]
    return all(noun in _PEOPLE_IN_NAMES for noun in nouns)


def is_department(body: str) -> bool:
    """Whether a body is but a part of one: "Joint Commissioning Services", "Housing Team"."""
    words = _words(body)
    return bool(words) and words[-1].lower() in _WEAK and not _ANYWHERE.search(body)


def is_short_name(word: str) -> bool:
    """Whether one word names a body: "Ofsted", or a short form such as "NHS" that stands for no field of work."""
    if not re.fullmatch(r"[A-Z][\w’'&-]*", word):
        return False
    capitals = sum(c.isupper() for c in word)
    initials = capitals >= 2 and sum(c.islower() for c in word) <= capitals
    return (initials and word.lower() not in HEADS | FIELDS) or word.lower().replace("’", "'") in _ONE_WORD


def called_like_a_body(part: str) -> bool:
    """Whether what stands behind a post and a comma is a name, not a field of work: "Lead, Steady Steps"."""
    words = _words(part)
    if len(words) < 2:
        return bool(words) and is_short_name(words[0])
    return (
        all(w[0].isupper() for w in words)
        and not any(w.lower() in FIELDS or w.lower() in HEADS - _PEOPLE_IN_NAMES for w in words)
        and words[-1].lower() not in HEADS
        and not person_like(words)
    )


def capitalised(phrase: str) -> bool:
    """Whether a phrase is written like a name: a capital on every word but small ones."""
    words = _words(phrase)
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in SMALL for w in words)


def person_like(words: list[str]) -> bool:
    """Whether capitalised words, the first a given name, could be somebody's name."""
    return len(words) in (2, 3, 4) and is_given(words[0]) and all(w[0].isupper() for w in words)


def _words(phrase: str) -> list[str]:
    return re.findall(r"[\w'’&-]+", phrase)
