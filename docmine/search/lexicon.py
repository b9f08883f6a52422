"""Everyday words ↔ official words: "hire" may be answered with "recruit". The table is lexicon.txt beside this file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from docmine.search.question import Concept, Question
from docmine.search.rank import SKIPPED
from docmine.words import stems

Run = tuple[str, ...]


@cache
def groups() -> tuple[tuple[Run, ...], ...]:
    """Each line of the table, as runs of stems."""
    lines = files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith("#")]
    return tuple(tuple(dict.fromkeys(_run(term) for term in line.split(","))) for line in told)


def _run(term: str) -> Run:
    return tuple(s for s in stems(term) if s not in SKIPPED)


@cache
def _by_first() -> dict[str, tuple[tuple[Run, int], ...]]:
    """First stem → the runs that begin with it, longest first, each with the number of its group."""
    found: dict[str, list[tuple[Run, int]]] = {}
    for number, group in enumerate(groups()):
        for run in group:
            if run:
                found.setdefault(run[0], []).append((run, number))
    return {stem: tuple(sorted(runs, key=lambda r: -len(r[0]))) for stem, runs in found.items()}


def softened(asked: Question, text: str) -> dict[Concept, tuple[Run, ...]]:
    """What else the plain words of a question may be called; names and short forms stay as they are.

    A phrase of the table that the question uses ("school run") speaks for each of its words.
    """
    run = tuple(s for s in stems(text) if s not in SKIPPED)
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
    table = groups()
    soft: dict[Concept, tuple[Run, ...]] = {}
    for concept in asked.concepts:
        if concept.name is None and len(concept.forms[0]) == 1:
            numbers = sorted(used.get(concept.forms[0][0], ()))
            others = dict.fromkeys(form for n in numbers for form in table[n] if form and form not in concept.forms)
            if others:
                soft[concept] = tuple(others)
    return soft
