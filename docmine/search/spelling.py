"""Slips of the pen: a word that no document has, and that is hardly another word than one they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docmine.search.lexicon import known
from docmine.words import is_function_word, stem, words

if TYPE_CHECKING:
    from docmine.store import Store

SHORTEST = 5
"""Letters from which on a word is taken for a slip: among shorter ones too many are one letter apart."""
LONG = 8
"""Letters from which on two slips are allowed, else one."""


def respelled(store: Store, question: str) -> dict[str, str]:
    """Words of the question, as written there, that no passage has in any form → the nearest word that they have.

    Words in capitals may be names or short forms, and everyday words that the table of these knows are no slips.
    """
    asked = [w for w in words(question) if w.text.islower() and w.text.isalpha() and len(w.text) >= SHORTEST]
    asked = [w for w in asked if not is_function_word(w.text) and not known(w.stem)]
    if not asked:
        return {}
    there = store.known_words({form for w in asked for form in (w.text, w.stem, w.stem + "s")})
    found = {}
    for word in asked:
        if there.isdisjoint((word.text, word.stem, word.stem + "s")):
            nearest = _nearest(word.text, store.words_like(word.text))
            if nearest and stem(nearest) != word.stem:
                found[word.text] = nearest
    return found


def _nearest(word: str, others: tuple[str, ...]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    slips = 2 if len(word) >= LONG else 1
    best = process.extractOne(word, others, scorer=DamerauLevenshtein.distance, score_cutoff=slips)
    return best[0] if best else None
