"""What the index does have, for a question that it has no answer to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from docmine.search.question import Question, admits, narrows
from docmine.words import is_function_word, words

if TYPE_CHECKING:
    from docmine.store import Store, StoredDocument

_NUMBER = re.compile(r"^\W*\d+(?:\.\d+)*[.)]?\s+")
MOST = 5
ALIKE, ALIKE_SHORT, SHORT = 0.75, 0.6, 4
"""Likeness of two words from which one may be a slip of the other; and of words of so many letters at most, of which
two may have changed places."""
LONGEST = 8
"""Words of a heading that is suggested."""


def suggestions(store: Store, asked: str) -> tuple[str, ...]:
    """Short forms, with what they stand for, and headings with a word like one of those asked for, nearest first."""
    shorts = {a.text: f"{a.text} ({a.long})" if a.long else a.text for a in store.records("acronym")}
    bare = [_NUMBER.sub("", " ".join(heading.split())) for heading in store.headings()]
    headings = {h.casefold(): h for h in bare if len(h.split()) <= LONGEST}
    asked_for = [word for word in _telling(asked) if word.upper() not in shorts]
    alike = {shown: _likeness(asked_for, _telling(shown)) for shown in (*shorts.values(), *headings.values())}
    return tuple(shown for shown in sorted(alike, key=lambda s: (-alike[s], len(s), s)) if alike[shown])[:MOST]


def looked_in(store: Store, asked: Question) -> tuple[StoredDocument, ...]:
    """The documents that the question asks to look in, by date; none where there are no such."""
    documents = store.documents()
    return tuple(d for d in documents if admits(asked, d)) if narrows(asked) else documents


def _telling(text: str) -> list[str]:
    return [w.text.lower() for w in words(text) if len(w.text) > 2 and not is_function_word(w.text)]


def _likeness(asked_for: Iterable[str], own: Iterable[str]) -> float:
    """Of the two words that are most alike; 0 where none are alike enough."""
    from rapidfuzz.distance import OSA

    return max(
        (
            OSA.normalized_similarity(a, b, score_cutoff=ALIKE_SHORT if max(len(a), len(b)) <= SHORT else ALIKE)
            for a in asked_for
            for b in own
        ),
        default=0.0,
    )
