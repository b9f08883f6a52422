"""How much of a page arrives whole, and in order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.bench.reading.truth import Item, digest, words


@dataclass(frozen=True, slots=True)
class Score:
    """`places`: where each item begins among the words of the text, None where it is not whole and contiguous there."""

    places: tuple[int | None, ...]
    agreeing: int
    """Pairs of found items of one group that stand in their order."""
    opposed: int

    @property
    def found(self) -> float:
        """The share of items found whole and contiguous."""
        return sum(place is not None for place in self.places) / len(self.places)

    @property
    def tau(self) -> float:
        """Kendall's tau of the found items' order; 0 where no two of them were found."""
        pairs = self.agreeing + self.opposed
        return (self.agreeing - self.opposed) / pairs if pairs else 0.0


def score(items: Sequence[Item], text: str) -> Score:
    """A page's text against its items. No word of the text counts for two items."""
    places = _places(items, words(text))
    agreeing = opposed = 0
    for one, other in itertools.combinations(range(len(items)), 2):
        here, there = places[one], places[other]
        if here is None or there is None or items[one].group != items[other].group:
            continue
        agreeing += here < there
        opposed += here > there
    return Score(tuple(places), agreeing, opposed)


def together(scores: Iterable[Score]) -> Score:
    """Several pages as one; the order of the pages among each other does not count."""
    scores = tuple(scores)
    places = itertools.chain.from_iterable(s.places for s in scores)
    return Score(tuple(places), sum(s.agreeing for s in scores), sum(s.opposed for s in scores))


def _places(items: Sequence[Item], text: Sequence[str]) -> list[int | None]:
    """Long items choose first, so that a heading is not taken from the middle of a sentence; what stands at several
    places is taken where it fits the order of the rest, as a reader would take it."""
    windows = {n: _windows(text, n) for n in {item.words for item in items}}
    taken = [False] * len(text)
    places: list[int | None] = [None] * len(items)
    for nth in sorted(range(len(items)), key=lambda n: -items[n].words):
        item = items[nth]
        free = [at for at in windows[item.words].get(item.digest, ()) if not any(taken[at : at + item.words])]
        if not free:
            continue
        place = min(free, key=lambda at: (_opposed(places, nth, at), at))
        places[nth] = place
        taken[place : place + item.words] = [True] * item.words
    return places


def _windows(text: Sequence[str], size: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at in range(len(text) - size + 1):
        found.setdefault(digest(text[at : at + size]), []).append(at)
    return found


def _opposed(places: Sequence[int | None], nth: int, at: int) -> int:
    before = sum(place is not None and place > at for place in places[:nth])
    return before + sum(place is not None and place < at for place in places[nth:])
