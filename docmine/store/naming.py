"""The ways in which a text may name a topic: its words with their endings, what its short forms stand for, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from docmine.words import content

Meant = tuple[str, str, str]
"""A document's id, a short form and its long form there, both in small letters."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One term of a topic."""

    terms: frozenset[str]
    """In small letters: any of them names it."""
    others: frozenset[str]
    """Ids of the documents in which one of its short forms stands for something else."""
    there: frozenset[str]
    """The terms that name it in these."""

    @property
    def pattern(self) -> str:
        return _pattern(self.terms)

    @property
    def pattern_there(self) -> str:
        return _pattern(self.there)


def namings(meant: Iterable[Meant], topic: str | tuple[str, ...]) -> tuple[Naming, ...]:
    """How each term of a topic is named; a text must name all of them.

    In a document that gives a short form another meaning, this short form does not stand for the term.
    """
    rows = list(meant)
    return tuple(_naming(rows, term) for term in ((topic,) if isinstance(topic, str) else topic))


def naming_test(named: Iterable[Naming]) -> Callable[[str, str], bool]:
    """Whether a text in small letters, of the document with this id, names all of a topic."""
    tests = [(_test(n.terms), n.others, _test(n.there)) for n in named]
    return lambda text, doc_id: all((there if doc_id in others else test)(text) for test, others, there in tests)


def _naming(rows: Sequence[Meant], term: str) -> Naming:
    asked = " ".join(term.split()).lower()
    longs = {long for _, short, long in rows if short == asked}
    shorts = {short for _, short, long in rows if long == asked}
    others = {
        key: short for key, short, long in rows if short in shorts and not set(content(long)) & set(content(asked))
    }
    kept = shorts - set(others.values())
    return Naming(frozenset({asked, *longs, *shorts}), frozenset(others), frozenset({asked, *longs, *kept}))


def _test(terms: Iterable[str]) -> Callable[[str], bool]:
    """As DuckDB understands the pattern; a text that lacks a word is passed over without looking closer."""
    kept = [term for term in terms if re.search(r"\w", term)]
    each = [(re.findall(r"\w+", term), re.compile(_words(term), re.ASCII)) for term in kept]
    return lambda text: any(all(word in text for word in parts) and whole.search(text) for parts, whole in each)


def _pattern(terms: Iterable[str]) -> str:
    return "|".join(_words(term) for term in sorted(terms) if re.search(r"\w", term))


def _words(term: str) -> str:
    """Whole words in their order, whatever stands between them, with the endings of a plural or a verb."""
    ending = {True: "(?:s|es|ed|ing)?", False: "(?:s|es)?"}
    return r"\W+".join(rf"\b{word}{ending[len(word) > 3]}\b" for word in re.findall(r"\w+", term))
