"""Everyday words ↔ official words: "hire" may be answered with "recruit". The table is lexicon.txt beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from docmine.search.question import Concept, Question
from docmine.search.rank import SKIPPED
from docmine.words import stems, words

Run = tuple[str, ...]


@cache
def _written() -> tuple[Mapping[Run, str], ...]:
    """Each line of the table: runs of stems → the words of the line."""
    lines = files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith("#")]
    return tuple({run: term.strip() for term in line.split(",") if (run := _run(term))} for line in told)


def _run(term: str) -> Run:
    return tuple(s for s in stems(term) if s not in SKIPPED)


@cache
def _by_first() -> dict[str, tuple[tuple[Run, int], ...]]:
    """First stem → the runs that begin with it, longest first, each with the number of its group."""
    found: dict[str, list[tuple[Run, int]]] = {}
    for number, group in enumerate(_written()):
        for run in group:
            found.setdefault(run[0], []).append((run, number))
    return {stem: tuple(sorted(runs, key=lambda r: -len(r[0]))) for stem, runs in found.items()}


def known(stem: str) -> bool:
    """Whether a word stands in the table."""
    return stem in _stems()


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem for group in _written() for run in group for stem in run)


def in_words(soft: Mapping[Concept, tuple[Run, ...]]) -> set[str]:
    """The words, in lower case, with which these things are written."""
    wanted = {run for runs in soft.values() for run in runs}
    return {w.text.lower() for group in _written() for run in wanted & group.keys() for w in words(group[run])}


def softened(asked: Question) -> dict[Concept, tuple[Run, ...]]:
    """What else the plain words of a question may be called, as stems; names, and short forms that the index knows,
    stay as they are.

    A phrase of the table that the question uses ("school run") speaks for each of its words.
    """
    run = tuple(s for s in stems(asked.text) if s not in SKIPPED)
    used: dict[str, set[int]] = {}
    i = 0
    while i < len(run):
        meant = [(form, number) for form, number in _by_first().get(run[i], ()) if run[i : i + len(form)] == form]
        longest = max((len(form) for form, _ in meant), default=1)
        for form, number in meant:
            if len(form) == longest:
                for word in form:
                    used.setdefault(word, set()).add(number)
        i += longest
    table = _written()
    soft: dict[Concept, tuple[Run, ...]] = {}
    for concept in asked.concepts:
        unknown = concept.name is None or (concept.name.isupper() and len(concept.forms) == 1)
        if unknown and len(concept.forms[0]) == 1:
            numbers = sorted(used.get(concept.forms[0][0], ()))
            others = dict.fromkeys(form for n in numbers for form in table[n] if form not in concept.forms)
            if others:
                soft[concept] = tuple(others)
    return soft
