"""Whether two documents are about different places or people, as far as their titles and addressees tell."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from docmine.records import Known

if TYPE_CHECKING:
    from docmine.store import StoredDocument

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_INSIDE = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]*")
_SMALL = re.compile(r"(?<![\w@./-])[a-z][\w’'-]*(?![@./]\w)")
"""Not in addresses, which write every name small."""
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|winter|easter|christmas|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|mr|mrs|ms|miss|dr|no)$"
)


def names_of(text: str) -> frozenset[str]:
    """The words, in lower case, that a text uses as names: with a capital after a small word, and never without."""
    return frozenset(word.lower() for word in _INSIDE.findall(text)) - frozenset(_SMALL.findall(text))


def different_subjects(a: StoredDocument, b: StoredDocument, names: Collection[str]) -> bool:
    """Whether each title, or each addressee, has names of its own that the other lacks.

    `names` are the words that count as such. Those of the series, the publisher and the calendar do not: letters of one
    inspectorate about two towns do not follow each other, two issues of a newsletter do.
    """
    common = _words(a.series) | _words(b.series) | _words(a.publisher) | _words(b.publisher)
    mine, theirs = _own(a.title, names, common), _own(b.title, names, common)
    if mine - theirs and theirs - mine:
        return True
    mine, theirs = _own(a.addressee, names, common), _own(b.addressee, names, common)
    return bool(mine and theirs and not mine & theirs)


def _own(text: Known | None, names: Collection[str], common: Collection[str]) -> set[str]:
    words = _capitalised(text.value) if text else frozenset()
    return {word for word in words if word in names and word not in common}


def _words(text: Known | None) -> frozenset[str]:
    return _small(text.value) if text else frozenset()


@lru_cache(maxsize=10_000)
def _capitalised(text: str) -> frozenset[str]:
    """Its words with a capital, in lower case, without those of the calendar."""
    words = (word.lower() for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(word for word in words if not _CALENDAR.match(word))


@lru_cache(maxsize=10_000)
def _small(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))
