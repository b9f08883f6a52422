"""Which capitals are not an acronym: shouted words, lines in capitals, Roman numerals, postcodes, links."""

from __future__ import annotations

import re
from functools import lru_cache

from docmine.extract import words as lists

EMPHASISED = lists.load("emphasised")
"""Everyday words that people write in capitals to stress them, in running text, banners and notices."""

DOUBLES = lists.load("name_doubles")
"""Words that are also common names of services, systems and bodies: they count where the context is a name's."""

DETERMINERS = lists.load("determiners")

NEVER = lists.load("marks")
"""Marks of writing rather than short forms of a name."""

ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")
POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[A-Z]{2})\b")
REFERENCE = re.compile(r"\b(?:(?:our|your|my) )?ref(?:erence)?(?: no)?[.:]*\s+[A-Z]\w*(?:[/.-]\w+)+", re.IGNORECASE)
"""The number of a letter or a file: "Our ref: HN/RG/2291"."""

LINK = re.compile(
    r"(?:https?://|www\.|mailto:)\S+|(?<![\w.+%-])[\w.+%-]++@[\w-]+\.[\w.-]+|"
    r"(?<![\w-])(?<!\w\.)\b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|eu|gov|io|info)\b(?:/\S*)?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z][A-Z'’&-]+")
_ENDINGS = re.compile(
    r"(?:ING|EDLY|TION|SION|MENT|NESS|ABLE|IBLE|ALLY|TELY|SHIP|ANCE|ENCE|IVE|OUS|FUL|LESS|DAY|ATED|ARY|"
    r"ERS|IES|ANT|ENT|WORKS)$"
)


@lru_cache(maxsize=8)
def shouted_line(line: str) -> bool:
    """Whether a line is set in capitals: one long word alone, or two words or more, nearly all of its letters."""
    words = [w for w in re.findall(r"[A-Za-z][A-Za-z'’-]*", line) if len(w) > 1]
    letters = [c for c in line if c.isalpha()]
    if len(words) == 1 and len(letters) == len(words[0]) >= 5 and words[0].isupper():
        return True  # a heading of one word; a short form stands in running text too
    return (
        len(words) >= 2
        and sum(c.isupper() for c in letters) >= 0.8 * len(letters)
        and any(len(w) > 5 or w.lower() in EMPHASISED for w in words)
    )


def shouted_run(text: str, start: int, end: int) -> bool:
    """Whether the word at `start` to `end` is one of three or more words in capitals side by side."""
    before = re.search(r"(?:[A-Z][A-Z'’&-]+[ \n]+)*$", text[max(0, start - 60) : start])
    after = re.match(r"(?:[ \n]+[A-Z][A-Z'’&-]+\b)*", text[end : end + 60])
    words = _CAPITALS.findall((before.group() if before else "") + text[start:end] + (after.group() if after else ""))
    return len(words) >= 3 or (len(words) == 2 and any(w.lower() in EMPHASISED - DOUBLES for w in words))


def looks_like_a_word(short: str) -> bool:
    """Whether capitals of seven letters or more end as English words do."""
    return len(short) >= 7 and _ENDINGS.search(short) is not None
