"""A commitment → the later statement that is likeliest to speak of it, and how likely that is.

Who keeps a promise often tells of it in other words, but with its day: "the line will be answered on Saturdays from
March" becomes "the phones have been staffed since 9 March". So a report of the promised day counts as nearer than its
words are. What is nearer to another commitment is rather the report of that one, and counts as farther.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from docmine.compare.evidence import around, candidates
from docmine.compare.nearness import near
from docmine.compare.weights import CLAIMED, DAY_TOLD, TOLD
from docmine.store.partial import bounds

if TYPE_CHECKING:
    from docmine.compare.scene import Scene
    from docmine.records import Commitment, Sentence
    from docmine.store import StoredDocument

SAME_PROMISE = 0.75
"""Cosine from which two commitments are one, so that a report of either is a report of both."""

_SEASON = re.compile(
    r"\b(?<!by )(?<!by the )(?<!before )(?<!before the )(?:spring|summer|autumn|winter)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b", re.IGNORECASE)


_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}(?= (?:is|are|has|have|will)\b)")
"""A capitalised word that no sentence begins with, or that is the subject of one."""
_OF_TIME = frozenset((*month_name, *day_name, "Christmas", "Easter", "This", "That", "These", "They", "There", "Work"))
FEW, SHARE = 4, 0.03
"""A name tells what a promise is about where no more sentences have it, or no greater share of them: the name of the
publication stands everywhere."""


@dataclass(frozen=True, slots=True)
class Mention:
    statement: Sentence
    heard: float
    """Its nearness, more where it tells of the promised day, less where it is nearer to another commitment."""
    day_told: bool
    """Whether it reports something of the promised day."""


def likeliest(scene: Scene, home: StoredDocument, promise: Commitment) -> Mention | None:
    """Of all later statements; None where there are none."""
    import numpy as np

    row = scene.row_of(promise)
    rows, ages = candidates(scene, home)
    if row is None or not len(rows):
        return None
    nearness = near(scene.sides, [(promise, row)], rows, ages, around(scene, home, rows)).nearness[:, 0]
    days = np.array([_reports_the_day(scene, promise, int(r)) for r in rows], dtype=bool)
    at_most = nearness + DAY_TOLD * days + TOLD * scene.sides.told[rows]
    best: Mention | None = None
    for i in np.argsort(-at_most, kind="stable").tolist():
        if best is not None and at_most[i] <= best.heard:
            break
        heard = float(at_most[i]) - CLAIMED * _claimed(scene, row, int(rows[i]))
        if best is None or heard > best.heard:
            best = Mention(scene.sides.sentences[int(rows[i])], heard, bool(days[i]))
    return best


def named_again(scene: Scene, promise: Commitment, later: Sequence[StoredDocument]) -> tuple[str, Sentence] | None:
    """A name of the promise that a later statement has too, and that statement: "Wickham will finish its files"."""
    names = [name for name in _NAME.findall(promise.text) if name not in _OF_TIME]
    if not names:
        return None
    near = [s for d in (promise.doc, *(d.name for d in later)) for s in scene.land.sentences[d]]
    for name in names:
        whole = re.compile(rf"\b{name}\b")
        having = [s for s in near if whole.search(s.text)]
        again = next((s for s in having if s.doc != promise.doc), None)
        if again is not None and len(having) <= max(FEW, SHARE * len(near)):
            return name, again
    return None


def _claimed(scene: Scene, own: int, row: int) -> float:
    """By how much a statement is nearer in meaning to another commitment made before it than to this one."""
    import numpy as np

    vectors, home = scene.sides.vectors, scene.land.homes[scene.sides.sentences[row].doc]
    others, days = scene.promised
    before = others[: int(np.searchsorted(days, (home.published_from or date.min).toordinal()))]
    before = before[vectors[before] @ vectors[own] < SAME_PROMISE]
    nearest = float((vectors[before] @ vectors[row]).max()) if len(before) else 0.0
    return max(0.0, nearest - float(vectors[row] @ vectors[own]))


def _reports_the_day(scene: Scene, promise: Commitment, row: int) -> bool:
    statement = scene.sides.sentences[row]
    if not scene.sides.told[row]:
        return False
    named = scene.dates.get(statement.doc, ())
    inside = [mention.value for mention in named if statement.start <= mention.start < statement.end]
    return names_the_day(promise, statement.text, inside)


def names_the_day(promise: Commitment, text: str, named: Iterable[str]) -> bool:
    """Whether a text, with the dates that it has `named`, has a day in the promised month or the promised weekday."""
    promised = _window(promise)
    for days in map(bounds, named):
        if days and promised and days[0] == days[1] and promised[0] <= days[0] <= promised[1]:
            return True
    weekdays = {day.lower() for day in _WEEKDAY.findall(promise.text)}
    return any(day.lower() in weekdays for day in _WEEKDAY.findall(text))


def _window(promise: Commitment) -> tuple[date, date] | None:
    """The whole months of its date; of a season in which something is to be done all three."""
    due = bounds(promise.due)
    if due is None or (due[1] - due[0]).days > 100:
        return None
    first = due[0].replace(day=1)
    if _SEASON.search(promise.text) and due[0].month == due[1].month:
        first = ((first - timedelta(days=1)).replace(day=1) - timedelta(days=1)).replace(day=1)
    return first, due[1].replace(day=monthrange(due[1].year, due[1].month)[1])
