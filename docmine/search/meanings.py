"""A question as one document would read it: there, a short form is what that document says that it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from docmine.search.question import Concept, Question
from docmine.words import content

Own = Mapping[str, Mapping[str, frozenset[str]]]
"""Document's id → its short forms in lower case → the words of its own definition."""


def own_definitions(short_forms: Iterable[tuple[str, str, str | None]]) -> Own:
    """What each document defines for itself; `short_forms` are documents, short and long forms."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for doc, short, long in short_forms:
        if long:
            found.setdefault(doc, {})[short.lower()] = _content(long)
    return found


@lru_cache(maxsize=2_000)
def _content(long: str) -> frozenset[str]:
    """Its telling words; many documents define the same."""
    return frozenset(content(long))


def as_read_in(asked: Question, doc: str, own: Own) -> Question:
    """The question without the short forms that mean something else in this document.

    Asked for physiotherapy, a document in which "PT" is "part time" is not searched for PT.
    """
    here = own.get(doc, {})
    concepts = tuple(_there(concept, here) for concept in asked.concepts)
    return asked if concepts == asked.concepts else replace(asked, concepts=concepts)


def _there(concept: Concept, here: Mapping[str, frozenset[str]]) -> Concept:
    meant = [set(form) for form in concept.forms if len(form) > 1 or form[0] not in here]
    kept = tuple(
        form
        for form in concept.forms
        if len(form) > 1 or form[0] not in here or not meant or any(_same(here[form[0]], words) for words in meant)
    )
    return concept if kept == concept.forms or not kept else replace(concept, forms=kept)


def _same(definition: frozenset[str], words: set[str]) -> bool:
    """Whether a definition shares half of its words, or all of the fewer, with a form of the question."""
    return 2 * len(definition & words) >= min(len(definition), len(words))
