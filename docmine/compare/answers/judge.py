"""One ask, and all sentences of the replies → a verdict with its reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docmine.compare.answers.record import Manner, Outcome
from docmine.compare.answers.terms import Terms
from docmine.records import DateMention, Figure, Owner, Sentence
from docmine.store.partial import bounds

COVERED = 0.5
"""Share of the ask's telling words that one sentence must have to answer it."""
NEARLY = 0.36
"""From here a sentence that does something may still answer the ask in words of its own."""
TOUCHED = 0.2
"""From here a sentence speaks of the same subject."""
LIKE = 0.55
"""Nearness in meaning (cosine) from which a sentence speaks of the same subject whatever its words."""
PART = 0.35
"""Nearness in meaning from which a sentence may be a part of an answer."""
KEY = 0.75
"""A word nearly as telling as the most telling one: what the ask turns on."""
_QUESTION = re.compile(r"\b(?P<word>who|when|how\s+(?:many|much|long|often|far))\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:how\s+(?:many|much|long|often|far)|figures?|numbers?|data|statistics|rates?|waiting|costs?|spent|spending|publish\w*"
    r"|reports?|improve\w*|progress)\b",
    re.IGNORECASE,
)
"""In an ask that a mere figure may answer."""
_CONDITIONS = (
    (re.compile(r"\b(?:timetables?|timelines?|timescales?|deadlines?)\b", re.I), "=0", "a timetable"),
    (re.compile(r"\bin\s+full\b", re.I), "full", "“in full”"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a reply, seen from one ask."""

    sentence: Sentence
    keys: frozenset[str]
    covered: float
    """Share of the weight of the ask's telling words that it and the words right around it have."""
    own: float
    """The same of the words of the ask itself, in the sentence itself."""
    cosine: float
    manner: Manner
    shows: str
    due: str | None = None
    """Of a promise."""

    @property
    def score(self) -> float:
        return round(0.65 * self.covered + 0.35 * max(0.0, self.cosine), 4)

    @property
    def does(self) -> bool:
        """Whether it binds, reports, declines or counts, rather than talks."""
        return self.manner != "general"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the replies name, for questions that ask for a name, a date or a number."""

    owners: Sequence[Owner]
    dates: Sequence[DateMention]
    figures: Sequence[Figure]


def judged(
    ask: str, wanted: Terms, candidates: Sequence[Candidate], facts: Facts, asked_by: str | None = None
) -> tuple[Outcome, tuple[str, ...], list[Candidate]]:
    """The verdict, its reasons, and the sentences it rests on, best first. `asked_by` is the date the ask sets."""
    ranked = sorted(candidates, key=lambda c: (-c.score, c.sentence.start))
    if not ranked:
        return "unanswered", ("the replies hold no sentence",), []
    if not wanted.own:
        return "unsure", ("it names nothing that could be looked for",), []
    counts = _COUNTS.search(ask) is not None
    doing = [c for c in ranked if c.does and c.own > 0 and (counts or c.manner != "figure")]
    best = next((c for c in doing if c.covered >= COVERED and c.own >= NEARLY), None)
    missing = _question_unmet(ask, best, facts) if best else None
    if best and not missing:
        lacking = [name for pattern, key, name in _CONDITIONS if pattern.search(ask) and not _met(key, best, ranked)]
        if lacking:
            return "partly", (best.shows, f"it does not speak of {' or '.join(lacking)}"), [best]
        if later(best.due, asked_by):
            return "partly", (best.shows, f"that is later than asked, {asked_by}"), [best]
        return "answered", (best.shows, _shared(wanted, best)), [best]
    together = _together(wanted, doing)
    if together and not missing:
        covered = frozenset(k for c in together for k in c.keys)
        left = [wanted.written[k] for k in wanted.own if k not in covered and wanted.weights[k] >= 0.3]
        reason = f"it does not speak of {_named(left)}" if left else "several sentences speak of parts of it"
        return "partly", (together[0].shows, reason), together
    maybe = next((c for c in doing if c.covered >= NEARLY and c.cosine >= LIKE), None)
    if maybe and not missing:
        return "unsure", (maybe.shows, "it may answer this in words of its own"), [maybe, *ranked[:1]][:2]
    touching = [c for c in ranked if _touches(wanted, c)]
    if touching:
        first = touching[0]
        why = missing or (first.shows if not first.does else "the subject is touched, what is asked for is not")
        return "deflected", (why, _shared(wanted, first)), touching[:2]
    nowhere = [wanted.written[k] for k in sorted(wanted.own) if not any(k in c.keys for c in ranked)]
    why = f"no sentence speaks of {_named(nowhere)}" if nowhere else "no sentence speaks of these words together"
    return "unanswered", (why,), ranked[:1]


def later(one: str | None, other: str | None) -> bool:
    """Whether the one ISO date, perhaps partial, is wholly after the other."""
    mine, theirs = bounds(one), bounds(other)
    return mine is not None and theirs is not None and mine[0] > theirs[1]


def _touches(wanted: Terms, candidate: Candidate) -> bool:
    """Whether a sentence speaks of the subject: its words, among them one that the ask turns on."""
    key = bool(_keys(wanted) & candidate.keys)
    return (candidate.covered >= TOUCHED and key) or (candidate.cosine >= LIKE and candidate.covered > 0)


def _keys(wanted: Terms) -> frozenset[str]:
    top = max((wanted.weights[k] for k in wanted.own), default=0.0)
    return frozenset(k for k in wanted.own if wanted.weights[k] >= KEY * top)


def _together(wanted: Terms, doing: Sequence[Candidate]) -> list[Candidate]:
    """The fewest sentences that do something and together have half of what is asked for; none where they do not."""
    total = sum(wanted.weights[k] for k in wanted.own)
    chosen: list[Candidate] = []
    have: set[str] = set()
    pool = [c for c in doing if c.covered >= NEARLY or c.cosine >= PART]
    while pool and total:
        gain, best = max(
            ((sum(wanted.weights[k] for k in (c.keys & wanted.own) - have), -i) for i, c in enumerate(pool)),
        )
        if gain <= 0.1 * total or len(chosen) == 3:
            break
        chosen.append(pool.pop(-best))
        have |= chosen[-1].keys & wanted.own
    enough = total and sum(wanted.weights[k] for k in have) >= COVERED * total and _keys(wanted) & have
    return chosen if enough else []


def _question_unmet(ask: str, best: Candidate, facts: Facts) -> str | None:
    """That a question for a person, a date or a number gets none."""
    m = _QUESTION.search(ask)
    if m is None or not (ask.rstrip().endswith("?") or re.search(r"\b(?:tell|say|know|explain)\b", ask, re.I)):
        return None
    s, word = best.sentence, m["word"].lower()
    if word == "who":
        named = any(s.start <= o.start < s.end for o in facts.owners)
        return (
            None
            if named or re.search(r"\b(?:by|team|officer|panel|board|head|director)\b", s.text)
            else "it names nobody"
        )
    if word == "when":
        return None if any(s.start <= d.start < s.end for d in facts.dates) else "it names no date"
    return None if any(s.start <= f.start < s.end for f in facts.figures) else "it gives no number"


def _met(key: str, best: Candidate, ranked: Sequence[Candidate]) -> bool:
    """Whether the answer, or a sentence that speaks of the same, has the word of a condition."""
    return any(key in c.keys for c in (best, *(r for r in ranked[:4] if r.covered >= NEARLY)))


def _shared(wanted: Terms, candidate: Candidate) -> str:
    both = sorted((k for k in wanted.weights if k in candidate.keys), key=lambda k: (-wanted.weights[k], k))
    return f"both speak of {_named([wanted.written[k] for k in both[:4]])}" if both else "near in meaning"


def _named(words: Sequence[str]) -> str:
    return ", ".join(f"“{w}”" for w in words[:4]) or "it"
