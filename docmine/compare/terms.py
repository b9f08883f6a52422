"""Sentences → the words that tell what each speaks of, as sparse matrices; how rare each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
    r"\W*(?:it|his|her|this|these|they|that|those|he|she|its|their|here|there|both|each|ones|all of (?:this|these|them))\b",
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


_GENERIC = """
    add set raise build look arrange plug choose bring hold expect publish give send put write tell announce print watch
    begin start plan intend mean aim want need like hope wish help ensure provide offer deliver share issue report review
    improve support develop create introduce complete finish run open close design test try ask answer meet visit speak
    talk see hear use include happen become keep stay remain let know find show end move change increase reduce join
    agree consider explore prepare launch draw deal decide call allow enable order let settle carry handle win
    third fourth half previous old early late later part number time date way thing people everyone everybody somebody
    someone anybody nobody remainder rest other others best worst separate different further additional full special
    proper whole own same many much well still even also whether enough better able available ready
    january february march april may june july august september october november december spring summer autumn winter
    easter christmas monday tuesday wednesday thursday friday saturday sunday today tomorrow hour term fortnight quarter
    minute annual website page web newsletter news detail information question view result decision version item
"""
GENERIC = VAGUE | frozenset(stem(word) for word in _GENERIC.split())
"""Stems of words that any publication may have: acts, times, and words for what is published."""

_ASIDE = re.compile(
    r",? \b(?:because|so that|so|since|who|which|whose|where|when|while|if|until|as)\b"
    r"|(?<!going)(?<!plan)(?<!plans)(?<!planning)(?<!mean)(?<!aim)(?<!intend)(?<!intends)(?<!want)(?<!hope)(?<!asked)"
    r"(?<!able)(?<!set)(?<!due)(?<!have)(?<!is)(?<!are)(?<!it's)(?<!it’s)(?<!is also)(?<!required) to (?=[a-z]+ )",
    re.IGNORECASE,
)
_THING = re.compile(r"^(?!\w+(?:ing|ed|ly)$)[A-Za-z-]+$")
_WORD = re.compile(r"^(?!\w+ly$)[A-Za-z-]+$")
_VERB = re.compile(
    r"\b(?:will|shall|to|is|are|was|were|be|been|has|have|had|must|should|can|may|i|we|\w+['’](?:ll|re|ve|m|s))\b",
    re.IGNORECASE,
)
CORE = 3
"""Words of a matter that must stand before what is left aside."""


@lru_cache(maxsize=100_000)
def core(text: str) -> tuple[str, ...]:
    """The stems of what a commitment is about: no act, no time, nothing of who wants it or why."""
    aside = _ASIDE.search(text)
    if _VERB.search(text[: aside.start()] if aside else text) is None:
        text = text.partition(" ")[2]  # "Build the crossing"
    found: tuple[str, ...] = ()
    for end in (*(match.start() for match in _ASIDE.finditer(text)), len(text)):
        found = tuple(s for s, word in telling(text[:end]).items() if s not in GENERIC and _WORD.match(word))
        if len(found) >= CORE:
            break
    return found


def things(words: Iterable[str]) -> list[str]:
    """Those of some words that may name a thing: no act and no manner."""
    return [word for word in words if _THING.match(word)]


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
