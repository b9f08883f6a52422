"""A commitment → the later dates that it was given, each with the sentence that gives it.

A date belongs to the same act where its own sentence names the act, or where the sentence just before does and this one
says that the date is another: "The portal isn't ready. We're now working towards February."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docmine.compare.cues import not_yet
from docmine.compare.judge import Judged
from docmine.compare.numbers import values
from docmine.compare.relations import Pair
from docmine.compare.scene import Scene
from docmine.compare.terms import names_in, telling
from docmine.compare.things import acted_on, things
from docmine.compare.turns import late
from docmine.records import Commitment, Sentence
from docmine.store.partial import bounds
from docmine.words import stem

_MONTHS = (
    r"(?:early |mid-?|late |the (?:end|middle|beginning) of )?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|winter|\d)"
)
_MOVES = re.compile(
    r"\bnew (?:start |opening |launch )?(?:date|deadline|target)"
    r"|\bnow (?:expect\w*|hop\w+|plan\w*|aim\w*|likely|due|working|"
    rf"scheduled|be\b|to be|in {_MONTHS})|\b(?:will|is|are|should) now\b|\bmov(?:es|ed|ing)(?: back)? (?:to|from)\b"
    r"|\b(?:put|pushed|set) back\b|\bpostponed (?:to|until)|\bdelayed (?:to|until)|\bdeferred (?:to|until)|\binstead\b"
    r"|\b(?:cannot|can['’]t|won['’]t|will not|not)(?: now)? (?:\w+ ){0,2}(?:before|until)\b|\brather than\b"
    rf"|\bnot (?:in )?(?!\d){_MONTHS}\b"
    r"|\blater than\b",
    re.IGNORECASE,
)
"""Words that give something another date."""
_REST = re.compile(r"\bthe (?:remaining|rest|last|others?|remainder)\b(?: (?P<many>[\w,]+))?", re.IGNORECASE)
"""Words that give a part of what was promised another date."""
_ALL = re.compile(r"^(?:\W*[\w’']+ ){0,7}?(?:all|every|each|both)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"(?:[,;]| [–—-]) (?:and|but|so|which)\b|[;:]|\bbut\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:report|writ|publish|circulat|prepar|send|shar|print|draft|announc|issu|releas|appear|consult|review|discuss"
    r"|present|come out|came out|be out)\w*\b",
    re.IGNORECASE,
)
"""Acts that tell of other acts: "report on the opening" is not the opening."""
_PAST_CLAUSE = re.compile(r"\b(?:since|was|were|had|withdrew|found|failed|closed)\b[^,;]*$", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:free|open|available|in place|remain|keep|stay|continue|last)\b[^.]{0,60}\buntil\b", re.IGNORECASE
)
"""What holds until a day is given no other date by what begins then."""
_BEGINS = re.compile(r"\b(?:beg[aiu]n|start|open|launch|go(?:es)? live|join|switch(?:ed)? on)\w*", re.IGNORECASE)
_OPENS_THERE = re.compile(
    r"\b(?:will|to|should) (?:\w+ly |now )?(?:open|start|begin|be (?:ready|finished|complete\w*)) (?:there|it)\b"
    r"|\b(?:it|they) (?:will|should) (?:\w+ly |now )?(?:open|start|begin|be (?:ready|finished|complete\w*))\b",
    re.IGNORECASE,
)
"""What follows news of a delay and is about the same thing."""
_POINTS_BACK = re.compile(
    r"^\W*(?:they|it|these|those|this|both|all of them)(?: \w+ly)?(?: (?:will|is|are|has|have|should|can)\b|['’]ll)",
    re.IGNORECASE,
)
FOLLOWS = 3
"""Sentences behind one that speaks of the act in which its new date may stand."""

NEAR, SOMEWHAT, BARELY = 0.45, 0.35, 0.28
"""Nearness that is enough with most of its things, with one thing below the same heading, and with words that move."""

NEARLY_ALL, MOST, SOME = 0.8, 0.6, 0.4
"""Shares of the things that the commitment is about."""

ALIKE = 0.6
"""Likeness word for word from which both are one promise."""


@dataclass(frozen=True, slots=True)
class Move:
    statement: Sentence
    published: str | None
    due: str
    because: str


def moves(scene: Scene, promise: Commitment, judged: Sequence[Judged]) -> tuple[Move, ...]:
    """In order of what was weighed; a sentence gives one date."""
    if _HOLDS.search(promise.text):
        return ()
    found: dict[tuple[str, int], Move] = {}
    for one in judged:
        pair = one.pair
        due = date_of(scene, pair.statement)
        if due and _later(promise.due, due) and (_same_act(pair) or _is_slip(one)):
            found.setdefault(_place(pair.statement), _move(scene, pair.statement, due, promise))
        if promise.due and _speaks_of(pair):
            for behind in _behind(scene, pair.statement):
                due = date_of(scene, behind)
                goes_on = (_moves(pair, behind) and _goes_on(pair, behind)) or _takes_up(pair, behind)
                if due and goes_on and _later(promise.due, due):
                    found.setdefault(_place(behind), _move(scene, behind, due, promise))
    return tuple(found.values())


def _is_slip(one: Judged) -> bool:
    """Whether the statement was judged to tell of a slip, says itself that the date is another, and names what is
    promised or the month that it was promised for: "The new date for that" may be that of anything."""
    pair = one.pair
    if one.relation != "slipped" or not (one.sure or _moves(pair, pair.statement)):
        return False
    days = bounds(pair.promise.due)
    month = days[1].strftime("%B") if days else ""
    _, main = _matter(pair)
    return main in set(telling(pair.statement.text)) - pair.common or bool(
        month and re.search(rf"\b{month}\b", pair.statement.text)
    )


def date_of(scene: Scene, statement: Sentence) -> str | None:
    """The date still to come that a sentence gives to what it tells, or promises."""
    published = scene.land.homes[statement.doc].published_to
    if published is None:
        return None
    own = [p.due for p in scene.promises.get(statement.doc, ()) if p.due and statement.start <= p.start < statement.end]
    named = [
        d.value
        for d in scene.dates.get(statement.doc, ())
        if statement.start <= d.start < statement.end
        and d.role in ("deadline", "event", "as_of", "target")
        and not _PAST_CLAUSE.search(statement.text[: d.start - statement.start])
    ]
    for due in (*own, *named):
        days = bounds(due)
        if days is not None and days[1] > published:
            return due.partition("/")[2] or due
    return None


def _later(before: str | None, after: str) -> bool:
    mine, theirs = bounds(before), bounds(after)
    return mine is not None and theirs is not None and theirs[0] > mine[1]


def _same_act(pair: Pair) -> bool:
    """Whether the statement itself names the act."""
    mine, theirs = values(pair.promise.text), values(pair.statement.text)
    moves = _moves(pair, pair.statement)
    if not moves and (pair.said.state == "done" or (theirs and not mine <= theirs)):
        return False
    verb = (pair.promise.action or pair.promise.text).split()[0]
    if _TELLS.match(verb) and not _TELLS.search(pair.statement.text):
        return False
    named, main = _matter(pair)
    both = named & set(telling(pair.statement.text))
    share = len(both) / len(named) if named else 0.0
    if pair.wording >= ALIKE and (both or not named):
        return True
    if share >= MOST and pair.nearness >= NEAR and (main in both or share >= NEARLY_ALL) and both - pair.common:
        return True
    if main in both - pair.common and pair.nearness >= SOMEWHAT and (share >= NEARLY_ALL or _same_heading(pair)):
        return True
    if moves and _REST.search(pair.statement.text) and stem(verb) in telling(pair.statement.text):
        return True
    begins = _BEGINS.search(pair.statement.text) and not _BEGINS.search(pair.promise.text)
    if not moves or begins or pair.nearness < BARELY:
        return False
    names = [n for name in names_in(pair.promise.text) for n in name.split(" and ") if n in pair.statement.text]
    same_number = bool(mine) and mine <= theirs and (bool(both) or pair.nearness >= NEAR)
    return share >= SOME or bool(names) or same_number


def _matter(pair: Pair) -> tuple[frozenset[str], str | None]:
    """The stems of the things that the commitment is about, and of what is acted on."""
    named = things(pair.promise.text, pair.promise.action)
    return frozenset(t.stem for t in named), acted_on(pair.promise.text, pair.promise.action)


def _moves(pair: Pair, statement: Sentence) -> bool:
    """Whether a statement says that the date, or that of a part, is another."""
    if _MOVES.search(statement.text):
        return True
    rest = _REST.search(statement.text)
    if rest is None:
        return False
    mine, theirs = values(pair.promise.text), values(rest["many"] or "")
    if mine and theirs:
        return max(theirs) <= max(mine)
    return bool(mine) or _ALL.search(pair.promise.text) is not None


def _same_heading(pair: Pair) -> bool:
    """Whether one heading has the words of the other."""
    mine, theirs = pair.promise.headings, pair.statement.headings
    if not mine or not theirs:
        return False
    a, b = set(telling(mine[-1])), set(telling(theirs[-1]))
    return mine[-1] == theirs[-1] or bool(a and b and (a <= b or b <= a))


def _speaks_of(pair: Pair) -> bool:
    """Whether what follows the statement may be about the act."""
    return pair.nearness >= SOMEWHAT or (bool(pair.both - pair.common) and _same_heading(pair))


def _behind(scene: Scene, statement: Sentence) -> Iterator[Sentence]:
    """The sentences of the same paragraph that follow."""
    row = scene.row_of(statement)
    if row is None:
        return
    last = scene.rows[statement.doc].stop
    for other in range(row + 1, min(row + 1 + FOLLOWS, last)):
        if scene.sides.sentences[other].block != statement.block:
            return
        yield scene.sides.sentences[other]


def _goes_on(pair: Pair, behind: Sentence) -> bool:
    """Whether a sentence behind goes on with the act: the clause that moves the date names nothing else."""
    moved = _MOVES.search(behind.text) or _REST.search(behind.text)
    if moved is None:
        return False
    opened = [m.end() for m in _CLAUSES.finditer(behind.text, 0, moved.start())]
    clause = behind.text[opened[-1] if opened else 0 : moved.start()].strip()
    words = telling(clause[:1].lower() + clause[1:])
    named = {stem for stem, word in words.items() if word.isalpha() and word.islower()}
    return named <= {*telling(pair.sentence), *telling(pair.statement.text)}


def _takes_up(pair: Pair, behind: Sentence) -> bool:
    """Whether a sentence behind speaks of the very thing by a word that points back: "They will have one by May"."""
    if (late(pair.statement.text) or not_yet(pair.statement.text)) and _OPENS_THERE.search(behind.text):
        return True
    _, main = _matter(pair)
    return (
        _POINTS_BACK.match(behind.text) is not None and main in telling(pair.statement.text) and pair.nearness >= NEAR
    )


def _move(scene: Scene, statement: Sentence, due: str, promise: Commitment) -> Move:
    home = scene.land.homes[statement.doc].published
    published = scene.land.when.added(statement) or (home.value if home else None)
    return Move(statement, published, due, f"due {promise.due}, now {due}")


def _place(statement: Sentence) -> tuple[str, int]:
    return statement.doc, statement.start
