"""Sentences → the words that tell what each speaks of, as sparse matrices; how rare each is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from docmine.records import Sentence
from docmine.words import is_function_word, stem, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_LEANS = re.compile(
    r"\W*(?:it|his|her|this|these|they|that|those|he|she|its|their|here|there|both|each|ones"
    r"|all of (?:this|these|them))\b",
    re.I,
)
_POINTS = re.compile(
    r"(?<!\bfor )(?<!\bof )(?<!\bto )(?<!\bin )(?<!\bon )(?<!\bwith )(?<!\bfrom )(?<!\bby )"
    r"\b(?:this|these|it|them|those|ones)\b(?! (?!will|is|are|to|with|for|by|in|on|at|and|as|out|up|has|have"
    r"|from|into)\w+)"
    r"|^(?:an? |the )?\w+ (?:from|of) (?:this|these|it|them|those)\b"
    r"|^(?:a |the )?(?:further |other |remaining |rest|last |next |first )?(?:\d+|one|two|three|four|five|six|rest)? ?"
    r"(?:of (?:them|these|those) )?(?:are|is|will|have|has)\b",
    re.IGNORECASE,
)

_CAPITALISED = r"[A-Z][\w&’'-]*"
_NAME = re.compile(rf"\b{_CAPITALISED}(?: (?:of |and |the |for )?{_CAPITALISED})*")
_PERIOD = re.compile(
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|easter|christmas|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)


_VAGUE = """
    next last first week month year day near future new more further soon shortly work working taking take make go come
    coming back get possible look forward continue recent latest one two three four five six seven eight nine ten
"""
VAGUE = frozenset(stem(word) for word in _VAGUE.split())
"""Stems of words that carry meaning, but tell no matter from another."""


@lru_cache(maxsize=100_000)
def telling(text: str) -> Mapping[str, str]:
    """Stem → word as written, of the words that carry meaning."""
    found: dict[str, str] = {}
    for word in words(text):
        if not is_function_word(word.text) and len(word.text) > 1:
            found.setdefault(word.stem, word.text)
    return MappingProxyType(found)


def matter(text: str) -> list[str]:
    """The stems of the telling words that tell one matter from another."""
    return [stem for stem in telling(text) if stem not in VAGUE]


def leans(text: str) -> bool:
    """Whether a statement opens with a word that points back: what it speaks of stands in the sentence before."""
    return _LEANS.match(text) is not None


def points_back(text: str) -> bool:
    """Whether a commitment names its object only by a word that points back: "we will share this with you"."""
    return leans(text) or _POINTS.search(text) is not None


def object_points_back(text: str) -> bool:
    """Whether what is to be done is done to something named before: "it will be shared", "we will publish it"."""
    opening = _LEANS.match(text)
    return _POINTS.search(text[opening.end() :] if opening else text) is not None


def is_period(word: str) -> bool:
    """Whether a word names a month, a season or a day of the week."""
    return _PERIOD.fullmatch(word.lower()) is not None


def names_in(text: str) -> list[str]:
    """Names that cannot be taken for a word of the language: several capitalised words, or capitals inside a word."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        parts = match.group().split()
        while parts and is_function_word(parts[0]):
            parts = parts[1:]
        inner = any(c.isupper() for part in parts for c in part[1:])
        name = " ".join(parts)
        if (inner or len(parts) > 1) and not _PERIOD.search(name.lower()) and name not in found:
            found.append(name)
    return found


@dataclass(frozen=True)
class Terms:
    """The telling words of every sentence: rows are sentences, columns are words."""

    column: dict[str, int]
    said: csr_matrix
    """Its own words, and those of the sentence before where it points back."""
    headed: csr_matrix
    """The words of the heading above it."""

    def counts(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """In how many of these rows each word stands."""
        import numpy as np

        return np.asarray((self.said[rows] != 0).sum(axis=0), dtype=np.intp).ravel()

    def rarity(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """Of each word, 0 to 1: what no sentence of these has, or one only, is 1; what all have is near 0."""
        import numpy as np

        counts = self.counts(rows)
        most = np.log((1 + len(rows)) / 0.5) or 1.0
        return np.asarray(np.log((1 + len(rows)) / (counts + 0.5)) / most, dtype=np.float32)


def terms(sentences: Sequence[Sentence]) -> Terms:
    """Of all sentences, which are in order of document and place."""
    column: dict[str, int] = {}

    def columns(text: str) -> list[int]:
        return [column.setdefault(stem, len(column)) for stem in telling(text)]

    own: list[list[int]] = []
    heads: list[list[int]] = []
    known: dict[str, list[int]] = {}
    before: Sentence | None = None
    for sentence in sentences:
        mine = columns(sentence.text)
        if before is not None and _same_block(before, sentence) and leans(sentence.text):
            mine = [*mine, *own[-1]]
        own.append(sorted(set(mine)))
        heading = sentence.headings[-1] if sentence.headings else ""
        if heading not in known:
            known[heading] = sorted(set(columns(heading)))
        heads.append(known[heading])
        before = sentence
    return Terms(column, _matrix(own, len(column)), _matrix(heads, len(column)))


def _same_block(before: Sentence, after: Sentence) -> bool:
    return before.doc == after.doc and before.block == after.block


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    import numpy as np
    from scipy.sparse import csr_matrix

    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    indices = np.fromiter((i for row in rows for i in row), dtype=np.int32, count=int(lengths.sum()))
    data = np.ones(len(indices), dtype=np.float32)
    pointers = np.concatenate([[0], np.cumsum(lengths)])
    return csr_matrix((data, indices, pointers), shape=(len(rows), max(1, width)))
