"""A commitment beside one later statement, and the small questions that every relation asks of the two."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docmine.compare.cues import Said, not_yet, said
from docmine.compare.diff import plain
from docmine.compare.terms import VAGUE, is_period, telling
from docmine.records import Commitment, Sentence
from docmine.store.partial import bounds

_SPLIT = re.compile(r";|, (?:and|but|so|which|while)\b|\bbut\b|\s[–—-]\s")
_KEEPS_ON = re.compile(
    r"\b(?:continu\w+|carry on|keep(?:ing)? (?:on|up)|remain|maintain|go on (?:\w+ing|to \w+)|go on with"
    r"|as we (?:get|go))\b",
    re.I,
)
_OPENS = re.compile(
    r"(?:^|\b(?:we |the \w+ )?(?:will|['’]ll|is|are|['’]re|plan to|aim to|going to|due to|shall) )(?:also |now |soon )?"
    r"(?:begin(?:ning)?|start(?:ing)?|launch(?:ing|ed)?|prepar(?:e|ing)|initiat(?:e|ing)|kick(?:ing)? off"
    r"|commenc(?:e|ing)"
    r"|explor(?:e|ing)|look(?:ing)?|set(?:ting)? up|establish(?:ing)?|creat(?:e|ing))\b|\b(?:begins|starts"
    r"|launches)\b|\b(?:start|begin) (?:in|on|at|from|after|before)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(r"\b(?:begin|start|commenc)(?:s|e|ing)?\b", re.IGNORECASE)
_SET_UP = re.compile(r"\b(?:is|are|to be|be|being) (?:set up|established|created|launched|started)\b", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?:is|are) (?:now |also |currently )?being (?!supported|improved|developed|encouraged|monitored|considered"
    r"|helped"
    r"|worked|asked|used|looked|kept|held|offered)\w+(?:ed|en|ght|t|e)\b",
    re.IGNORECASE,
)
_APPOINTS = re.compile(
    r"\b(?:appoint|tak(?:e|ing) on|recruit|hir(?:e|ing)|fill(?:ed)? (?:the|this|that)|post|vacan|advertis|in post"
    r"|elect)\w*",
    re.I,
)
_IN_POST = re.compile(
    r"\b(?:started|has started|have started|took up|joined|began work|began|filled|in post|welcome|our new|chosen"
    r"|appointed|recruited|hired|elected|succeeds?)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:able to|can|will (?:\w+ )?be (?:running|in (?:use|place|post)|open)"
    r"|every (?:day|week|month|term|\w+day)|on \w+days"
    r"|from (?:the |early |mid-|late |\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter|\w+day))\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:finalis|complet|releas|publish|appoint|recruit|sign|conclud|finish|clos|deliver|launch|issu|send|open"
    r"|build|built|creat|writ|draft|prepar|produc|mov|transfer|replac|resurfac|install|convert|convening|introduc"
    r"|roll(?:ed|ing)? out|establish|set(?:ting)? up|consult|review|film|print|distribut|draw(?:n|ing)? up|circulat"
    r"|arrang|organis|host|mak(?:e|ing)|design|study|studies)\w*\b",
    re.IGNORECASE,
)

KEPT_FROM = re.compile(
    r"\b(?:(?:will|shall) (?:not|never)|(?:wo|sha)n['’]t|no(?:body|ne| one)? (?:\w+ ){0,3}will)\b", re.IGNORECASE
)
"""What says that something is not to be done."""
_HOLDS = re.compile(r"\b(?:free|open|available|in place|remain|keep|stay|continue)\b[^.]{0,40}\buntil\b", re.IGNORECASE)
"""What holds until a day does not slip when it holds for longer."""


@dataclass(frozen=True, slots=True)
class Signal:
    """What speaks for a relation, from 0 to 1, and the sentence that says so to a reader."""

    score: float
    because: str


@dataclass(frozen=True)
class Pair:
    """A commitment and a later statement, with what is known of both."""

    promise: Commitment
    sentence: str
    """The sentence that the commitment stands in."""
    statement: Sentence
    under: str | None
    """The words above the list or the paragraph that the statement belongs to."""
    later: Commitment | None
    """The commitment that the statement itself makes, if it makes one."""
    later_due: str | None
    done_on: date | None
    """The first day that the statement names beside what it reports, for "late"."""
    published: str | None
    """When the statement came out."""
    nearness: float
    words: float
    """Share of the commitment's telling words that it has, rare words counting more."""
    before: str = ""
    """The sentence that the commitment points back to."""
    common: frozenset[str] = frozenset()
    """Stems of words that so many later statements have that they tell no matter from another."""

    @cached_property
    def said(self) -> Said:
        """What the statement tells, in the clause of it that is about the commitment.

        Words that the commitment has itself ("the first part of our toolkit") are those of its subject.
        """
        found = said(self.clause, self.under)
        own = f"{self.before} {self.sentence}".lower()
        if found.state == "begun" and found.words.lower() in own:
            return said(self.clause.replace(found.words, " "), self.under)
        return found

    @cached_property
    def clause(self) -> str:
        """The part of the statement that shares most with the commitment; all of it where the parts share alike."""
        parts = [part for part in _SPLIT.split(self.statement.text) if len(part.split()) >= 4]
        if len(parts) < 2:
            return self.statement.text
        wanted = set(telling(self.sentence))
        shared = [len(wanted & set(telling(part))) for part in parts]
        best = max(shared)
        return parts[shared.index(best)] if shared.count(best) == 1 else self.statement.text

    @cached_property
    def wording(self) -> float:
        """Likeness of the two texts word for word."""
        from rapidfuzz.distance import Indel

        theirs = [self.statement.text, *([self.later.text] if self.later else [])]
        mine = [self.promise.text, self.sentence]
        return max(Indel.normalized_similarity(_plain_words(m), _plain_words(t)) for m in mine for t in theirs)

    @cached_property
    def shared(self) -> list[str]:
        """The telling words that both have and not everything has, as the commitment writes them, longest first."""
        mine = telling(self.promise.text)
        theirs = telling(self.statement.text)
        both = (word for stem, word in mine.items() if stem in theirs and stem not in self.common)
        return sorted(both, key=lambda w: (-len(w), w))

    @property
    def to_come(self) -> bool:
        """Whether the statement is itself about what is still to come."""
        state = self.said.state
        return state == "to come" or (self.later is not None and state in ("so", "unsaid"))

    @property
    def keeps_on(self) -> bool:
        """Whether the commitment is to go on with something, which no report can end."""
        return self.promise.due is None and _KEEPS_ON.search(self.promise.text) is not None

    @property
    def opens(self) -> bool:
        """Whether the commitment is to begin or prepare something: then the beginning delivers it."""
        return bool(_OPENS.search(self.promise.text) or _SET_UP.search(self.promise.text))

    @property
    def starts(self) -> bool:
        """Whether the commitment says in so many words that something is to start."""
        return _STARTS.search(self.promise.text) is not None

    @property
    def only_begun(self) -> bool:
        """Whether the statement counts what is done of it, or says that it is still to be done."""
        return "so far" in self.said.words.lower() or not_yet(self.statement.text) is not None

    @property
    def closes(self) -> bool:
        """Whether the commitment names an act that has an end: publish, complete, appoint; "is being written"."""
        return _CLOSES.search(self.promise.text) is not None or _MADE.search(self.promise.text) is not None

    @property
    def lasts(self) -> bool:
        """Whether the commitment is that something will be so from a day on: then its being so delivers it."""
        return _LASTS.search(self.promise.text) is not None

    @cached_property
    def same_month(self) -> bool:
        """Whether the statement names the month of the commitment's date."""
        days = bounds(self.promise.due)
        if days is None or (days[0].year, days[0].month) != (days[1].year, days[1].month):
            return False
        return month_name[days[0].month] in self.statement.text

    @property
    def in_post(self) -> bool:
        """Whether somebody was to be appointed and the statement says that somebody has started."""
        return bool(_APPOINTS.search(self.promise.text) and _IN_POST.search(self.statement.text))

    @cached_property
    def one_thing(self) -> bool:
        """Whether both name one thing, other than by a single name: much may be promised for one place."""
        mine, theirs = telling(self.promise.text), telling(self.statement.text)
        words = [word for stem, word in mine.items() if stem in theirs and stem not in VAGUE and not is_period(word)]
        return len(words) > 1 or any(word.islower() and word.isalpha() for word in words)

    @cached_property
    def both(self) -> frozenset[str]:
        """Stems of the telling words that both have."""
        return frozenset(telling(self.sentence)) & frozenset(telling(self.statement.text))

    @property
    def due_had_passed(self) -> bool:
        """Whether the commitment was overdue when the statement came out."""
        mine, theirs = bounds(self.promise.due), bounds(self.published)
        return mine is not None and theirs is not None and mine[1] < theirs[0]


def later_date(pair: Pair) -> str | None:
    """That the statement names a date after the one that the commitment had; None where it does not."""
    mine, theirs = bounds(pair.promise.due), bounds(pair.later_due)
    if _HOLDS.search(pair.promise.text):
        return None
    if mine is None or theirs is None or theirs[0] <= mine[1]:
        return None
    year, _, day = (pair.later_due or "").partition("-")
    if day and day == (pair.promise.due or "").partition("-")[2] and year not in pair.statement.text:
        return None  # the same day without a year: the year was only inferred
    return f"due {pair.promise.due}, now {pair.later_due}"


def about(pair: Pair) -> str:
    """What both speak of, for a reader."""
    named = ", ".join(f"“{word}”" for word in pair.shared[:4])
    return f"both speak of {named}" if named else f"near in meaning ({pair.nearness:.2f}) without a word in common"


def _plain_words(text: str) -> list[str]:
    return plain(text).lower().split()
