"""Texts in full words, so that one subject is one run of stems however it is written; and what may name a subject."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from docmine.compare.meanings import ShortForm
from docmine.words import is_function_word, stem, words

Run = tuple[str, ...]
LONGEST = 6
"""Telling words of a heading that names a subject; longer ones tell something of it."""
ACTED_ON = 2
"""Telling words from which what a promise acts on may name a subject: "recovery plan" does, "plan" does not."""

_CALENDAR = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|may|spring|summer|autumn|winter|20\d\d(?:[-/]\d\d)?"
    r"|(?:no|issue|volume|edition|version|part)\.? ?\d+|\d{1,2}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s+", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:the|an?|our|their|its|these|this|all|any|other|more|new|first|second|next|further|additional|extra|regular"
    r"|current|existing|key|good|better|improved|several|some|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_TELLING = (
    "is are was were be been has have had will would shall should can could may must do does did we you our your us i"
    " my what what's how why who when where which"
)
_SENTENCE = frozenset(_TELLING.split())
"""Words of a heading that is a sentence or a question: it tells something, and names nothing."""
_ANY = """
    introduction background contents contact contacts details summary conclusion conclusions update updates news new
    next step steps latest welcome further information useful links link action actions area areas improvement
    improvements priority priorities recommendation recommendations main findings strengths weaknesses context outcome
    outcomes inspection progress report letter newsletter appendix annex page agenda minutes apologies attendance
    purpose aim aims objectives overview questions answers comments note notes other announcements key messages date
    dates event events touch thanks thank section part item issue number month week team change changes results
    figures statistics work people local what's programme plan plans service services meeting any business matters
    arising present attendees good general future looking ahead forward back case study studies practice
    keep keeping join coming soon
"""
_STRUCTURE = frozenset(stem(word) for word in _ANY.split())
"""Stems of what any publication is made of: a heading of nothing else names no subject of it."""


class FullWords:
    """Turns a document's text into stems, its short forms written out as this document means them."""

    def __init__(self, forms: Iterable[ShortForm]) -> None:
        self._forms = {form.short: form for form in forms}
        self._short = {short: {short} for short in self._forms}
        self._meant: dict[str, dict[str, Run]] = {}

    def run(self, doc: str, text: str) -> Run:
        return tuple(self._stems(text, self.meant(doc)))

    def meant(self, doc: str) -> Mapping[str, Run]:
        """Each short form of the index → its stems in this document; itself where nobody says what it stands for."""
        if doc not in self._meant:
            longs = {short: form.meant(doc) for short, form in self._forms.items()}
            self._meant[doc] = {short: _run(long) if long else (short,) for short, long in longs.items()}
        return self._meant[doc]

    def _stems(self, text: str, meant: Mapping[str, Run]) -> Iterator[str]:
        for written, reduced in _told(text):
            short = written if written in meant else written.removesuffix("s")
            if short in meant:
                yield from meant[short]
            else:
                yield reduced


def _run(long: str) -> Run:
    return tuple(reduced for _, reduced in _told(long))


@lru_cache(maxsize=50_000)
def _told(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((w.text, w.stem) for w in words(text) if not is_function_word(w.text))


def cleaned(heading: str) -> str:
    """A heading without its number, its dates and what it puts in brackets."""
    bare = _CALENDAR.sub(" ", _ASIDE.sub("", _NUMBERED.sub("", heading)))
    return re.sub(r"\s+(?=[/,:])", "", " ".join(bare.split())).strip(" -–—/,:;.•*’'\"|")


def acted_on(topic: str) -> str:
    """What a promise acts on, without how many or which: "two more case workers" are case workers."""
    return _LEADING.sub("", cleaned(topic))


def names_a_subject(name: str, run: Run, titles: Collection[Run]) -> bool:
    """`name` as cleaned; `titles`: what the document, its series and its publisher are called."""
    plain = {
        w.text.lower().replace("’", "'")
        for w in words(name)
        if not (w.text.isupper() and len(w.text) > 1 and not name.isupper())
    }
    if not run or run in titles or "?" in name or "!" in name or "http" in name or "@" in name:
        return False
    if plain & _SENTENCE or not any(c.isalpha() for c in name) or len(name) < 2:
        return False
    return len(_told(name)) <= LONGEST and not _STRUCTURE.issuperset(run)
