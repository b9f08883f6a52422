"""Small signals between a commitment and a later statement: each a score from 0 to 1, and a sentence that says why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from docmine.compare.diff import plain
from docmine.compare.numbers import reached
from docmine.records import Commitment, Sentence
from docmine.store.partial import bounds
from docmine.words import is_function_word, words

_DONE = re.compile(
    r"\b(?:(?:has|have|had|'ve)(?: (?:now|also|already|since|recently|all))* (?:been )?(?!to\b)\w+|was|were|completed"
    r"|took place|now (?:available|live|in place|complete|published|open)"
    r"|(?:is|are) (?:now )?(?:complete|live|available|out)|went live|we (?:held|ran|published|launched|met))\b"
    r"|^(?:\w+ly )?[A-Z]\w+ed\b"
)
_GOING_ON = re.compile(
    r"\b(?:continu\w+|being|currently|under ?way|in progress|ongoing|working on|work is|beg[aiu]n|begins"
    r"|start(?:ed|ing)|(?:is|are|been|'re|'s) (?:\w+ly )?(?!doing|during)\w{3,}ing|so far|in principle"
    r"|first (?:part|phase|stage)|making progress)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|'ll|to be \w+ed|plan(?:s|ned|ning)? to|(?:is|are) planned|aim\w* to|going to|shortly|soon"
    r"|intend\w*|expect\w*|would like to|look(?:ing)? to|due to|scheduled)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:we|team|teams|they|council|partners?)(?:['’]ve| have| has)\b[^.]*:?$|\bin the (?:last|past)\b"
    r"|\bsince (?:the|our) last\b|\bso far\b|\bachieve\w*"
    r"|\bwhat (?:we(?:['’]ve| have) (?:done|been)|has (?:been|changed))"
    r"|\b(?:progress|done|completed|delivered)(?: to date| since [\w ]+)?:?$",
    re.IGNORECASE,
)
"""Words above a list that make its bullets reports of what was done."""
_PAST = re.compile(
    r"(?:\w+ly )?(?P<verb>[A-Z]\w+ed|Begun|Began|Built|Held|Met|Ran|Set|Made|Sent|Gave|Put|Found|Shown|Taken|Won)\b"
)
_BEGUN = re.compile(r"\b(?:begun|began|started|continued|progressed|carried on|kept)\b", re.IGNORECASE)
_ONGOING = re.compile(r"^(?:we (?:will )?)?(?:also )?(?:continu|carry on|keep|beg[aiu]n|start|progress)", re.IGNORECASE)
_LATE = re.compile(
    r"\b(?:delay\w*|postpon\w*|push(?:ed)? back|slipp\w+|later than (?:planned|expected|hoped)|not yet"
    r"|behind schedule|revised (?:date|timetable|timescale)|ha(?:s|ve) been moved|rescheduled|taking longer"
    r"|extended (?:to|until|by))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that speaks for or against, and the sentence that says so to a reader."""

    score: float
    because: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A commitment and a later statement, with what is known of both."""

    promise: Commitment
    sentence: str
    """The sentence that the promise stands in."""
    statement: Sentence
    later: Commitment | None
    """The commitment that the statement itself makes, if it makes one."""
    later_due: str | None
    done_on: date | None
    """The first day that the statement names beside what it reports, for "late"."""
    under: str | None
    """The words above the list that the statement is a bullet of."""
    cosine: float
    rarity: Mapping[str, float]
    """Stem → how rare it is in the documents compared, 0 to 1; what no document has is 1."""


def meaning(pair: Pair) -> Signal:
    """How near the two are in meaning, as the embedding model sees it."""
    return Signal(max(0.0, pair.cosine), f"near in meaning ({max(0.0, pair.cosine):.2f})")


def subject(pair: Pair) -> Signal:
    """Share of the promise's telling words that the statement or its heading has; rare words tell more."""
    wanted = telling(pair.promise.text, pair.promise.stem)
    found = telling(pair.statement.text, pair.statement.headings[-1] if pair.statement.headings else None)
    total = sum(pair.rarity.get(s, 1.0) for s in wanted)
    shared = [s for s in wanted if s in found]
    score = sum(pair.rarity.get(s, 1.0) for s in shared) / total if total else 0.0
    best = sorted(shared, key=lambda s: (-pair.rarity.get(s, 1.0), s))[:4]
    named = ", ".join(f"“{wanted[s]}”" for s in best)
    return Signal(score, f"both speak of {named}" if named else "they share no telling word")


def wording(pair: Pair) -> Signal:
    """Likeness of the two texts word for word."""
    from rapidfuzz.distance import Indel

    theirs = [pair.statement.text, *([pair.later.text] if pair.later else [])]
    mine = [pair.promise.text, pair.sentence]
    score = max(Indel.normalized_similarity(_plain_words(m), _plain_words(t)) for m in mine for t in theirs)
    return Signal(score, "the same words" if score == 1.0 else f"worded alike ({score:.2f})")


def owner(pair: Pair) -> Signal:
    """Whether the same person or body is to do it; 0.5 where one of the two names nobody."""
    mine, theirs = pair.promise.owner, pair.later.owner if pair.later else None
    if mine is None or theirs is None:
        return Signal(0.5, "no owner on one side")
    same = mine.casefold() == theirs.casefold()
    return Signal(float(same), f"both are {mine}'s to do" if same else f"{mine}'s to do, then {theirs}'s")


def done(pair: Pair) -> Signal:
    """Whether the statement reports as done what was promised: 1; only begun, part of it, or under way: 0.5."""
    text = pair.statement.text
    said = _DONE.search(text) or (_PAST.match(text) if reported(pair) else None)
    if said is None or _LATE.search(text) or (_TO_COME.search(text) and not reported(pair)):
        return Signal(0.0, "it does not report the matter as done")
    if _GOING_ON.search(text) or _BEGUN.search(text) or _ONGOING.match(pair.promise.text):
        return Signal(0.5, f"it reports the matter as begun or under way (“{said.group()}”)")
    if not reached(pair.sentence, text):
        return Signal(0.5, "it reports the matter, but not the number that was promised")
    return Signal(1.0, f"it reports the matter as done (“{said.group()}”)")


def reported(pair: Pair) -> bool:
    """Whether the statement is a bullet below words that announce what was done."""
    return pair.under is not None and _REPORT.search(pair.under) is not None


def going_on(pair: Pair) -> Signal:
    """Whether the statement reports something as under way."""
    said = _GOING_ON.search(pair.statement.text)
    return Signal(1.0, f"it says “{said.group()}”") if said else Signal(0.0, "it does not say that work goes on")


def to_come(pair: Pair) -> Signal:
    """Whether the statement is itself about what is still to come."""
    if pair.later is not None or _TO_COME.search(pair.statement.text):
        return Signal(1.0, "it is still to come")
    return Signal(0.0, "it promises nothing")


def later_due(pair: Pair) -> Signal:
    """Whether the statement names a date after the one that the promise had."""
    mine, theirs = bounds(pair.promise.due), bounds(pair.later_due)
    if mine is None or theirs is None or theirs[0] <= mine[1]:
        return Signal(0.0, "no later date is named")
    year, _, day = (pair.later_due or "").partition("-")
    if day and day == (pair.promise.due or "").partition("-")[2] and year not in pair.statement.text:
        return Signal(0.0, "the same day without a year: the year was only inferred")
    return Signal(1.0, f"due {pair.promise.due}, now {pair.later_due}")


def _plain_words(text: str) -> list[str]:
    return plain(text).lower().split()


def telling(text: str, context: str | None = None) -> dict[str, str]:
    """Stem → word as written, of the words that carry meaning."""
    found: dict[str, str] = {}
    for source in (text, context or ""):
        for word in words(source):
            if not is_function_word(word.text) and len(word.text) > 1:
                found.setdefault(word.stem, word.text)
    return found
