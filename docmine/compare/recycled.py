"""The same announced again, in whatever publication; and standing text, which issue after issue carries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docmine.compare.diff import plain
from docmine.compare.landscape import Landscape
from docmine.compare.numbers import values
from docmine.compare.terms import telling
from docmine.records import Commitment, Finding, Sentence, Span
from docmine.store import StoredDocument

Entry = dict[str, str | int | None]
Key = tuple[frozenset[str], frozenset[float]]

TELLING = 4
"""Telling words from which two announcements with the same ones are one announcement."""

SHARED = 0.5
"""Share of the telling words of the shorter of two sentences about one sum of money that both have."""

STANDING = 3
"""Issues of a series that carry a sentence from which it may be standing text."""

MOST = 0.6
"""Share of the issues from the first to the last that carry it from which it is."""

COMMON = 60
"""Occurrences from which a sentence is no longer compared with others about the same sum."""

_MONEY = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)\s?(million|m\b|k\b|thousand|billion|bn\b)?", re.IGNORECASE)
_TIMES = {"million": 1e6, "m": 1e6, "k": 1e3, "thousand": 1e3, "billion": 1e9, "bn": 1e9}
LARGE = 1000
"""Pounds from which a sum is an announcement, not a fee."""


@dataclass(frozen=True)
class Announced:
    """All that is announced, to be looked up by its words and by its sums of money."""

    by_words: Mapping[Key, Sequence[Span]]
    by_money: Mapping[float, Sequence[Sentence]]
    issues: Mapping[str, Mapping[str, frozenset[str]]]
    """Series → sentence as it is compared → its issues that carry it."""
    series: Mapping[str, Sequence[str]]
    """Series → its documents by date."""


def announced(land: Landscape, promises: Sequence[Commitment]) -> Announced:
    by_words: dict[Key, list[Span]] = defaultdict(list)
    by_money: dict[float, list[Sentence]] = defaultdict(list)
    issues: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for promise in promises:
        by_words[_key(promise.text)].append(promise)
    for name, own in land.sentences.items():
        series = _series(land.homes[name])
        for sentence in own:
            for amount in money(sentence.text):
                by_money[amount].append(sentence)
            if series is not None:
                issues[series][plain(sentence.text).lower()].add(name)
    of_series: dict[str, list[str]] = defaultdict(list)
    for name, home in land.homes.items():
        series = _series(home)
        if series is not None and home.published is not None:
            of_series[series].append(name)
    frozen = {s: {text: frozenset(names) for text, names in texts.items()} for s, texts in issues.items()}
    return Announced(by_words, by_money, frozen, of_series)


def money(text: str) -> set[float]:
    """The sums of money in a text that are large enough to be announced, in pounds."""
    found: set[float] = set()
    if "£" not in text:
        return found
    for digits, times in _MONEY.findall(text):
        amount = float(digits.replace(",", "")) * _TIMES.get(times.lower(), 1)
        if amount >= LARGE:
            found.add(amount)
    return found


def also_in(land: Landscape, known: Announced, finding: Finding) -> tuple[Entry, ...]:
    """Every other place where the same is announced, by date; the other files of its own issue aside."""
    others: dict[tuple[str, int], Span] = {}
    words, numbers = _key(finding.text)
    if len(words) >= TELLING:
        others = {(s.doc, s.start): s for s in known.by_words.get((words, numbers), ())}
    for amount in money(finding.text):
        same = known.by_money.get(amount, ())
        if len(same) <= COMMON:
            others |= {(s.doc, s.start): s for s in same if _shares(finding.text, s.text)}
    twins = {finding.doc, *land.same_issue.get(finding.doc, ())}
    found = [_entry(land, span) for span in others.values() if span.doc not in twins]
    return tuple(sorted(found, key=lambda e: (str(e["published"] or "9"), str(e["doc"]), e["start"])))


def standing(land: Landscape, known: Announced, sentence: Sentence | None) -> bool:
    """Whether most issues between the first and the last that carry a sentence do."""
    if sentence is None:
        return False
    series = _series(land.homes[sentence.doc])
    if series is None:
        return False
    carrying = known.issues[series].get(plain(sentence.text).lower(), frozenset())
    if len(carrying) < STANDING:
        return False
    order = known.series.get(series, ())
    at = [i for i, name in enumerate(order) if name in carrying]
    return bool(at) and len(at) >= STANDING and len(at) / (at[-1] - at[0] + 1) >= MOST


@lru_cache(maxsize=20_000)
def _key(text: str) -> Key:
    return frozenset(telling(text)), frozenset(values(text))


def _shares(a: str, b: str) -> bool:
    mine, theirs = _matter(a), _matter(b)
    return len(mine & theirs) >= max(1, SHARED * min(len(mine), len(theirs)))


def _matter(text: str) -> set[str]:
    """The telling words of a text without those of sums of money."""
    return {stem for stem, word in telling(text).items() if word.isalpha() and word.lower() not in _TIMES}


def _series(home: StoredDocument) -> str | None:
    if home.series is None:
        return None
    return " ".join(f"{home.series.value}|{home.publisher.value if home.publisher else ''}".casefold().split())


def _entry(land: Landscape, span: Span) -> Entry:
    home = land.homes[span.doc]
    return {
        "doc": span.doc,
        "published": land.when.published(span),
        "publisher": home.publisher.value if home.publisher else None,
        "text": span.text,
        "start": span.start,
        "page": span.page,
    }
