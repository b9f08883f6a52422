"""Reasons as the comparison words them → sentences for people: British dates, titles, no scores."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from docmine.report.dates import british
from docmine.report.words import sentence

_ISO = re.compile(r"(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-])")
_SCORE = re.compile(r" \((?:the nearest: )?[01]\.\d+\)")
_NEARNESS = re.compile(r"near in meaning(?: and words)?(?: without a word in common)?")
_QUOTED = "“[^”]*”"
_SAID = {
    "it is no event of a day": "it is more than an event of one day, which may pass without a report",
    "it was promised in public": "it was promised in public",
    "too few later documents are sure to have had to mention it": (
        "too few later documents were given that would have had to mention it"
    ),
    "later statements may speak of it, none for certain": "later sentences may speak of it, but none for certain",
    "it does not name what it is about, so that its silence cannot be told": (
        "it does not name what it is about, so nobody can tell whether later documents are silent on it"
    ),
    "no later document here is about the same body and subject": (
        "no later document was given that is about the same body and subject"
    ),
    "the index holds no later document": "no later document was given",
}


def reasons(given: Collection[str], names: Collection[str], title: Callable[[str], str]) -> tuple[str, ...]:
    """Each as a sentence. `names` of files that may stand in them are replaced by what `title` gives for them."""
    return tuple(dict.fromkeys(told for reason in given if (told := _one(reason, names, title))))


def _one(reason: str, names: Collection[str], title: Callable[[str], str]) -> str:
    known = [name for name in sorted(names, key=len, reverse=True) if name in reason]
    apart = re.compile(f"({'|'.join([*map(re.escape, known), _QUOTED])})")
    parts = apart.split(_SAID.get(reason, reason))
    told = [title(part) if part in known else part if _is_quoted(part) else _worded(part) for part in parts]
    plain = "".join(told).strip()
    return "" if _NEARNESS.fullmatch(plain) else sentence(plain[:1].upper() + plain[1:])


def _is_quoted(part: str) -> bool:
    return part.startswith("“")


def _worded(part: str) -> str:
    """docmine's own words; what stands in quotation marks is a document's and stays as it is."""
    return _ISO.sub(lambda day: british(day[0]), _SCORE.sub("", part)).replace("aspirational", "a hope")
