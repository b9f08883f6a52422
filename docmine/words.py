"""Words of a text, reduced so that "expanded", "expanding" and "expands" are one; for search and comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z0-9£À-ÿ]+(?:['’][A-Za-z]+)*")
_VOWEL = re.compile(r"[aeiouy]")

_FUNCTION_WORDS = """
    a about above after again all also am an and any are as at be because been before being below between both
    but by can cannot could did do does doing down during each etc few for from further get gets getting given
    had has have having he her here hers him his how i if in into is it its itself just like made make makes
    making me more most my new no nor not now of off on once one only onto or other our ours out over own per
    please same shall she should since so some such than that the their theirs them then there these they this
    those through to too under until up upon us very via was we were what when where which while who whom whose
    why will with within without would you your yours yet been being may might must
"""
STOPWORDS = frozenset(_FUNCTION_WORDS.split())


class Word(NamedTuple):
    """A word of a text as it stands there, and its stem."""

    text: str
    stem: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Every word of `text` in order, function words included."""
    for match in _WORD.finditer(text):
        word = match[0]
        yield Word(word, stem(word), *match.span())


def stems(text: str) -> tuple[str, ...]:
    """Stems of all words in order."""
    return tuple(map(stem, _WORD.findall(text)))


def content(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order, repeated where the text repeats them."""
    return tuple(stem(word) for word in _WORD.findall(text) if not is_function_word(word))


def is_function_word(word: str) -> bool:
    """Whether a word says nothing of the subject. "CAN" and "IT" in capitals are names, unlike "can" and "it"."""
    return word.lower() in STOPWORDS and not (word.isupper() and len(word) > 1)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word in lower case without its grammatical ending. Not a dictionary form: only equal stems matter."""
    w = word.lower().replace("’", "'")
    if word.isupper() and len(word) > 1:
        return w  # a short form: the S of "SENDIASS" is no ending
    w = w.removesuffix("'s").removesuffix("s'").replace("'", "")
    if len(word) > 2 and word[:-1].isupper() and w.endswith("s"):
        return w[:-1]  # EHCPs
    if len(w) <= 3 or not w.isalpha():
        return w
    for ending, put in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if w.endswith(ending) and not w.endswith(("ss", "us", "is")):
            w = w[: -len(ending)] + put
            break
    for ending in ("ing", "ed"):
        left = w.removesuffix(ending)
        if left != w and len(left) >= 3 and _VOWEL.search(left):
            w = left[:-1] if len(left) > 3 and left[-1] == left[-2] and left[-1] not in "lsz" else left
            break
    if w.endswith("e") and len(w) > 3:
        w = w[:-1]
    return w[:-1] + "i" if w.endswith("y") and len(w) > 3 and w[-2] not in "aeiou" else w
