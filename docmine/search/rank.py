"""What of a question a text names, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from docmine.search.question import Concept, Question
from docmine.words import Word, is_function_word, words

_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|\S+@\S+|\b0\d{2,4}[ \d]{6,}\b")
"""Links, mail addresses and telephone numbers, which say nothing of the subject."""
_CALL = re.compile(r"\b(?:phone|number|ring|call|e-?mail|address|web\w*|contact|link|reach)", re.IGNORECASE)
"""Questions that an address or a telephone number may answer."""
SKIPPED = frozenset(("and", "of", "the", "for", "in", "on", "to"))

FEWEST_NEW = 3
"""Telling words beyond the question's that make a text an answer rather than an echo."""

LONG_ENOUGH = 150
"""Characters from which on a text is no echo."""


def occurrences(text: str, concept: Concept) -> list[tuple[int, int]]:
    """Where `text` names the concept, in any of its forms."""
    run, stems = _telling(text)
    found = {
        (run[i].start, run[i + len(form) - 1].end)
        for form in concept.forms
        if stems.issuperset(form)
        for i in range(len(run) - len(form) + 1)
        if form and _is(run[i : i + len(form)], form)
    }
    return sorted(found)


def names(text: str, concept: Concept) -> bool:
    """Whether `text` names the concept, in any of its forms."""
    run, stems = _telling(text)
    for form in concept.forms:
        if len(form) == 1:
            if form[0] in stems:
                return True
        elif (
            form
            and stems.issuperset(form)
            and any(
                run[i].stem == form[0] and _is(run[i : i + len(form)], form) for i in range(len(run) - len(form) + 1)
            )
        ):
            return True
    return False


def likeness(text: str, near: Mapping[str, float]) -> float:
    """The most that any word of a text is like a thing, of the stems that are near it; 0 where none is."""
    return max((near[stem] for stem in _telling(text)[1] & near.keys()), default=0.0) if near else 0.0


def stems_of(texts: Sequence[str]) -> frozenset[str]:
    """The stems of all words in any of the texts."""
    return frozenset().union(*(_telling(text)[1] for text in texts))


def telling_words(text: str) -> int:
    """How many words of a text tell something."""
    return sum(not is_function_word(w.text) for w in _telling(text)[0])


@lru_cache(maxsize=20_000)
def _telling(text: str) -> tuple[tuple[Word, ...], frozenset[str]]:
    """The words of a text that names are made of, and their stems; kept, since each text is looked at many times."""
    run = tuple(w for w in words(text) if w.stem not in SKIPPED)
    return run, frozenset(w.stem for w in run)


def _is(run: Sequence[Word], form: tuple[str, ...]) -> bool:
    return all(word.stem == stem for word, stem in zip(run, form, strict=True))


def matches(text: str, question: Question) -> tuple[tuple[int, int], ...]:
    """Ranges of `text` that name something the question names, in order and without overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(r for concept in question.concepts for r in occurrences(text, concept)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def unnamed(texts: Sequence[str], question: Question) -> tuple[str, ...]:
    """The names in the question that none of the texts names, as the question writes them."""
    return tuple(c.name for c in question.names if c.name and not any(names(t, c) for t in texts))


def echoes(text: str, question: Question) -> bool:
    """Whether the text says hardly more than the question did: a heading, a name in a list."""
    return len(text) <= LONG_ENOUGH and _new(text, question) < FEWEST_NEW


def adds(text: str, question: Question) -> bool:
    """Whether the text says anything that the question did not, addresses and numbers to call apart."""
    return (
        len(text) > LONG_ENOUGH
        or _new(text, question) > 0
        or bool(_ADDRESS.search(text) and _CALL.search(question.text))
    )


def _new(text: str, question: Question) -> int:
    """How many telling words the question does not have, in any form."""
    asked = {stem for concept in question.concepts for form in concept.forms for stem in form}
    run, _ = _telling(_ADDRESS.sub(" ", text))
    return sum(w.stem not in asked and not is_function_word(w.text) for w in run)
