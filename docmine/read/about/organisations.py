"""Names of organisations, told by their words."""

from __future__ import annotations

import re

NAME = r"[A-Z][\w'’&-]*"
_KIND = (
    r"(?:Council|Directorate|Trust|Board|Partnership|Department|Commission|Authority|Association|Forum|Office|Ofsted"
    r"|Voice|Network|Alliance|Society|Federation|Group|Healthwatch|Branch|Committee|Ministry|Agency|Unit|Ombudsman|Inspectorate|University|College|School|Academy)"
)
_ORGANISATION = re.compile(rf"^(?:The\s+)?(?:{NAME}|\d+)?(?:[ ,]+(?:{NAME}|and|of|the|for|in|with|&))*$")
_ROLE = re.compile(
    r"(?:[\w’'&-]+\s+){0,4}(?:Director|Head|Chief|Manager|Chair|Secretary|Leader|Officer|Member|Councillor|Cllr|Commissioner|Minister|Clerk|Headteacher|Principal)\b"
)


_PERSON = re.compile(r"^(?:(?:The\s+)?Rt Hon|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Prof|Professor)\b")
_IN_CAPITALS = frozenset(("NHS", "SEND", "SEN", "ICB", "CCG", "UK", "MP", "CQC", "EHCP", "EHC"))
_SMALL = frozenset(("and", "of", "the", "for", "in", "on", "to", "with", "at"))


def is_organisation(text: str) -> bool:
    """Whether a short line is an organisation's name and nothing else."""
    text = spelt(text.rstrip(" ,."))
    return (
        len(text.split()) <= 14
        and bool(re.search(rf"\b{_KIND}\b|\bNHS\b|^Friends of\b", text))
        and bool(_ORGANISATION.match(text))
    )


def of_line(line: str) -> str | None:
    """The organisation in a line that may begin with a person and an office: "Jo Reed, Head of Roads, Ash Council"."""
    parts = [part.strip(" .") for part in line.split(",")]
    last = max((i for i, part in enumerate(parts) if is_role(part) or _PERSON.match(part)), default=-1)
    rest = ", ".join(parts[last + 1 :])
    return spelt(rest) if rest and is_organisation(rest) else None


def names_a_person(line: str) -> bool:
    """Whether a part of a line is a person with a title, or an office that a person holds."""
    return any(is_role(part) or _PERSON.match(part) for part in re.split(r",\s*", line))


def spelt(name: str) -> str:
    """A name in capitals as it is spoken of: "HARBOUR NEWS" is "Harbour News", "NHS" and "SEND" stay."""
    if not name.isupper() or len(name) <= 5:
        return name
    words = name.split(" ")
    return " ".join(_word(word, first=i == 0) for i, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word.strip("()&,.") in _IN_CAPITALS or not re.search(r"[AEIOUY]", word):
        return word
    return word.lower() if word.lower() in _SMALL and not first else word.capitalize()


def is_role(line: str) -> bool:
    """Whether a line begins with somebody's office ("Director of ...")."""
    return bool(_ROLE.match(line))
