"""Changes beside the two values: "from 29 weeks to 27", "a reduction of 31%", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docmine.compare.checks.amounts import COUNTED_IN_TIME_OR_MONEY, Amount, Statement, shown
from docmine.compare.checks.record import Check, Kind, check_at
from docmine.compare.checks.rounding import Judged, judged

Way = Literal["up", "down", "either"]

_DOWN_VERB = (
    r"(?:reduc(?:ed?|es|ing)|f[ae]ll(?:en|s|ing)?|drop(?:ped|s|ping)?|cut(?:s|ting)?|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)"
    r"|lower(?:ed|s|ing)?|shorten(?:ed|s|ing)?|shr[aiu]nk|halv(?:ed?|es|ing)|down|(?:came|gone|go|went|come|is|are)\s+down)"
)
_UP_VERB = (
    r"(?:increas(?:ed?|es|ing)|r[io]se[ns]?|rising|gr[eo]w(?:n|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|went\s+up|gone\s+up|up"
    r"|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebl(?:ed|es|ing))"
)
_DOWN_NOUN = r"(?:reduction|fall|drop|cut|decrease|decline|saving)s?"
_UP_NOUN = r"(?:increase|rise|growth|jump)s?"
_FROM = re.compile(r"\bfrom\s+(?:(?:an?|the)\s+)?(?:average\s+of\s+|total\s+of\s+|high\s+of\s+|peak\s+of\s+)?$", re.I)
_TO = re.compile(r"\bto\s+(?:(?:an?|the|just|only|now|some)\s+)*(?:average\s+of\s+|total\s+of\s+)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?P<way>up|down)\s+(?:by\s+)?(?:[\d.,]+\s?%?\s+)?from\s+(?:the\s+)?$"
    r"|\b(?P<moved>(?:increas|decreas|reduc)\w+|(?:a\s+)?(?:reduction|increase|rise|fall|drop|improvement))\s+from\s+(?:the\s+)?$"
    r"|\bas\s+(?:many|much|high|long)\s+as\s+(?:the\s+)?$"
    r"|\b(?:compared|when\s+compared|in\s+comparison)\s+(?:with|to)\s+(?:just\s+|only\s+|the\s+)*$",
    re.IGNORECASE,
)
_ADVERBS = r"(?:\s+(?:significantly|slightly|again|further|sharply|steadily|only|just|now|already|overall))*"
_DIRECT = re.compile(rf"\b(?:(?P<down>{_DOWN_VERB})|(?P<up>{_UP_VERB})){_ADVERBS}\s+from\s+(?:[a-z]+\s+of\s+)?$", re.I)
_OF_CHANGE = re.compile(
    rf"\b(?:(?P<down>{_DOWN_NOUN})|(?P<up>{_UP_NOUN})|change|improvement|difference)\s+of\s+(?:only\s+|just\s+)?$", re.I
)
_BY = re.compile(r"\bby\s+(?:\([^()]*\)\s+)?(?:only\s+|just\s+|a\s+further\s+)?$", re.IGNORECASE)
_VERB = re.compile(
    rf"\b(?:(?P<down>{_DOWN_VERB}|{_DOWN_NOUN})|(?P<up>{_UP_VERB}|{_UP_NOUN})|improv\w+|chang\w+)\b", re.I
)
_BEHIND = re.compile(
    rf"^\s?(?:%|per\s?cent)?[\s-]*(?:(?P<down>{_DOWN_NOUN}|fewer|less|lower|shorter|smaller|decrease)"
    rf"|(?P<up>{_UP_NOUN}|more|higher|longer|larger|greater)|improvement|change)\b(?!\s+than\s+(?:half|a|one)\b)",
    re.IGNORECASE,
)
_PLAIN_DOWN = re.compile(r"\b(?:down|fell|dropped)\s+$", re.IGNORECASE)
_PLAIN_UP = re.compile(r"\b(?:up|rose|grew)\s+$", re.IGNORECASE)
_MULTIPLE = re.compile(
    r"\b(?P<q>more\s+than\s+|over\s+|well\s+over\s+|nearly\s+|almost\s+|about\s+|around\s+|just\s+over\s+|just\s+under\s+)?"
    r"(?P<word>doubl(?:ed|ing|e)|twice(?=\s+(?:as|the|that|what|its|their|this)\b)|halv(?:ed|ing)|tripl(?:ed|ing|e)|trebl(?:ed|ing|e)|quadrupl(?:ed|ing|e))\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(r"\s+(?:a|an|each|per|every)\s+(?:day|week|month|year|term|half)\b|[-\s]+check", re.IGNORECASE)
"""After "twice": how often, and not how much."""
_PORTION = re.compile(
    r"\b(?:by\s+(?:(?:a|one)[\s-])?(?P<by>half|third|quarter|fifth)"
    r"|(?:(?:a|one)[\s-])?(?P<than>half|third|quarter|fifth)\s+(?P<way>fewer|less|lower|shorter|more|higher|longer))\b",
    re.IGNORECASE,
)
_PORTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
_TIMES = {"dou": 2.0, "twi": 2.0, "hal": 0.5, "tri": 3.0, "tre": 3.0, "qua": 4.0}
_ROOM = 0.1
"""How far the values may be from a word such as "doubled", as a share."""
_FAR = 70
"""Characters between the two values of a change, or a change and its verb, beyond which they are not read together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two values of a change, in the order of time; both stand in `statement`."""

    statement: Statement
    old: Amount
    new: Amount
    way: Way = "either"
    """What the words right before the values say of the direction."""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """How much something is said to have changed."""

    amount: Amount
    way: Way


def pairs(statement: Statement) -> list[Pair]:
    """The changes of a sentence whose two values it gives."""
    found: list[Pair] = []
    amounts = [a for a in statement.amounts if a.form in ("number", "duration", "money", "share")]
    for i, first in enumerate(amounts):
        ahead, words = amounts[i + 1 :], statement.before(first)
        if _FROM.search(words):
            second = next((a for a in ahead if a.unit == first.unit), None)
            if second and _TO.search(gap := statement.between(first, second)) and len(gap) < _FAR and ";" not in gap:
                found.append(_pair(statement, first, second, words))
            elif i and (prior := amounts[i - 1]).unit == first.unit and _TO.search(statement.before(prior)):
                if len(statement.between(prior, first)) < _FAR:
                    found.append(_pair(statement, first, prior, ""))
                continue
        if (m := _SINCE.search(words)) and i:
            prior_ = [a for a in amounts[:i] if a.unit == first.unit and len(statement.between(a, first)) < 2 * _FAR]
            if prior_ and not any(p.old == first or p.new == first for p in found):
                found.append(Pair(statement, first, prior_[-1], _way_of(m["way"] or m["moved"]), m.group().strip()))
    return found


def _pair(statement: Statement, old: Amount, new: Amount, words: str) -> Pair:
    m = _DIRECT.search(words)
    way: Way = "either" if m is None else "down" if m["down"] else "up"
    return Pair(statement, old, new, way, m.group().strip() if m else "")


def _way_of(word: str | None) -> Way:
    folded = (word or "").lower().removeprefix("a ")
    if folded.startswith(("down", "decreas", "reduc", "fall", "drop")):
        return "down"
    return "up" if folded.startswith(("up", "increas", "rise")) else "either"


def stated_changes(statement: Statement, but: Sequence[Pair] = ()) -> list[Change]:
    """How much a sentence says something changed: "by 31%", "a reduction of two weeks", "12 fewer"."""
    values = {(a.start, a.end) for p in but for a in (p.old, p.new)}
    found = []
    for a in statement.amounts:
        if (a.start, a.end) in values or a.form not in ("number", "duration", "money"):
            continue
        before, after = statement.before(a), statement.after(a)
        if m := _OF_CHANGE.search(before) or _BEHIND.match(after):
            found.append(Change(a, "down" if m["down"] else "up" if m["up"] else "either"))
        elif _BY.search(before):
            verbs = list(_VERB.finditer(before[-_FAR - 20 :]))
            if verbs and not re.search(r"[.;]", before[-_FAR - 20 :][verbs[-1].end() :]):
                m = verbs[-1]
                found.append(Change(a, "down" if m["down"] else "up" if m["up"] else "either"))
        elif _PLAIN_DOWN.search(before) or _PLAIN_UP.search(before):
            found.append(Change(a, "down" if _PLAIN_DOWN.search(before) else "up"))
    return found


def changes(statement: Statement, above: Sequence[Pair] = ()) -> Iterator[Check]:
    """The changes of a sentence, against its own values or, for a sentence without, those of `above` it."""
    own = pairs(statement)
    stated = stated_changes(statement, own)
    if own:
        for change in stated:
            yield from _measured(statement, change, own, own=True)
        multiples = list(_multiples(statement, own))
        yield from multiples
        explained = bool(stated or multiples)
        for pair in own:
            if pair.way != "either" and not explained and pair.old.of == pair.new.of:
                yield _direction(pair)
        return
    for change in stated:
        told = list(_measured(statement, change, above, own=False))
        if not told and change.amount.unit in ("percent", "percentage_points"):
            told = [_untold(statement, change.amount.text, "change")]
        yield from told
    for m in _MULTIPLE.finditer(statement.text):
        if not _NO_CLAIM.match(statement.text, m.end()):
            yield _untold(statement, m.group().strip(), "multiple")


def _untold(statement: Statement, stated: str, check: Kind) -> Check:
    return check_at(
        statement.sentence,
        check=check,
        verdict="cannot tell",
        stated=stated,
        sum="the two values are not given beside it",
        tolerance="none",
    )


def _measured(statement: Statement, change: Change, among: Sequence[Pair], own: bool) -> Iterator[Check]:
    judgements = [(pair, *j) for pair in among for j in _readings(change, pair)]
    if not judgements:
        return
    order = {"agrees": 0, "agrees if rounded": 1, "agrees if truncated": 2, "does not agree": 3, "cannot tell": 4}
    pair, sum_, exact, found = min(judgements, key=lambda j: order[j[3].verdict])
    if found.verdict == "does not agree" and not own:
        return  # the values above it are of something else
    if found.verdict == "does not agree" and len(among) > 1:
        found = Judged("cannot tell", f"several values stand here; {found.tolerance}")
    if not own:
        found = replace(found, tolerance=f"{found.tolerance}; the values stand above it")
    yield check_at(
        statement.sentence,
        check="change" if change.amount.unit in ("percent", "percentage_points") else "difference",
        verdict=found.verdict,
        stated=change.amount.text,
        counts=(pair.old.text, pair.new.text),
        sum=sum_,
        exact=exact,
        tolerance=found.tolerance,
        evidence=() if own else (pair.statement.sentence,),
    )


def _readings(change: Change, pair: Pair) -> Iterator[tuple[str, float, Judged]]:
    """The ways to read a change of this pair, as the sum in words, its outcome and the judgement."""
    old, new, said = pair.old, pair.new, change.amount
    if pair.old.of is not None or pair.new.of is not None:
        return
    moved = new.value - old.value
    wrong_way = (change.way == "down" and moved > 0) or (change.way == "up" and moved < 0)
    slack = _unsure(old) + _unsure(new)
    if said.unit in ("percent", "percentage_points") and old.unit == "percent":
        sum_ = f"{shown(new.value, 'percent')} − {shown(old.value, 'percent')} = {shown(moved, 'percentage_points')}"
        found = _judge(said, abs(moved), slack, wrong_way)
        if said.unit == "percent" and found.verdict != "does not agree":
            found = replace(found, tolerance=f"{found.tolerance}; in percentage points, which “%” here stands for")
        yield sum_, round(moved, 4), found
    elif said.unit == old.unit and said.unit != "percent":
        sum_ = f"{shown(new.value, new.unit)} − {shown(old.value, old.unit)} = {shown(round(moved, 6), new.unit)}"
        yield sum_, round(moved, 4), _judge(said, abs(moved), slack, wrong_way)
    if said.unit == "percent" and old.value:
        exact = 100 * moved / old.value
        spread = 100 * slack / old.value * max(1.0, new.value / old.value) if old.unit != "count" else 0.0
        sum_ = f"({shown(new.value)} − {shown(old.value)}) ÷ {shown(old.value)} = {shown(round(exact, 2), 'percent')}"
        yield sum_, round(exact, 4), _judge(said, abs(exact), spread, wrong_way)


def _judge(said: Amount, exact: float, slack: float, wrong_way: bool) -> Judged:
    if wrong_way:
        return Judged("does not agree", "the values go the other way")
    return judged(said.value, exact, said.step, said.qualifier, slack)


def _unsure(amount: Amount) -> float:
    """How far a value may be from what was measured: measured times, money and percentages are rounded, counts not."""
    about = 0.05 * amount.value if amount.qualifier not in ("none", "average") else 0.0
    rounded = amount.unit in COUNTED_IN_TIME_OR_MONEY or amount.unit == "percent"
    return max(about, amount.step / 2 if rounded else 0.0)


def _direction(pair: Pair) -> Check:
    moved = pair.new.value - pair.old.value
    fits = moved < 0 if pair.way == "down" else moved > 0
    unit = "percentage_points" if pair.new.unit == "percent" else pair.new.unit
    sign = "<" if moved < 0 else ">" if moved > 0 else "="
    return check_at(
        pair.statement.sentence,
        check="change",
        verdict="agrees" if fits else "cannot tell" if moved == 0 else "does not agree",
        stated=pair.said,
        counts=(pair.old.text, pair.new.text),
        sum=f"{shown(pair.new.value, pair.new.unit)} {sign} {shown(pair.old.value, pair.old.unit)}:"
        f" {shown(round(moved, 6), unit)}",
        exact=round(moved, 4),
        tolerance="only the direction is stated",
    )


def _multiples(statement: Statement, own: Sequence[Pair]) -> Iterator[Check]:
    """Words for how many times as much, of the one change of a sentence."""
    said = [(m.group().strip(), (m["q"] or "").strip().lower(), _TIMES[m["word"][:3].lower()])
            for m in _MULTIPLE.finditer(statement.text)]  # fmt: skip
    for m in _PORTION.finditer(statement.text):
        portion = _PORTIONS[(m["by"] or m["than"]).lower()]
        up = own[0].new.value > own[0].old.value if m["by"] else m["way"].lower() in ("more", "higher", "longer")
        said.append((m.group().strip(), "", 1 + portion if up else 1 - portion))
    if len(own) != 1 or len(said) != 1 or not own[0].old.value or own[0].old.of is not None:
        return
    (words, qualifier, factor), pair = said[0], own[0]
    exact = pair.new.value / pair.old.value
    low, high = _meant(qualifier, factor)
    fits = low - 1e-9 <= exact <= high + 1e-9
    exactly = abs(exact - factor) < 1e-9 or (fits and qualifier)
    yield check_at(
        statement.sentence,
        check="multiple",
        verdict="agrees" if exactly else "agrees if rounded" if fits else "does not agree",
        stated=words,
        counts=(pair.old.text, pair.new.text),
        sum=f"{shown(pair.new.value)} ÷ {shown(pair.old.value)} = {exact:.3g}",
        exact=round(exact, 4),
        tolerance=f"“{words}” is taken to mean {low:.3g} to {high:.3g} times",
    )


def _meant(qualifier: str, factor: float) -> tuple[float, float]:
    """The least and the most that a word such as "doubled" can stand for."""
    if qualifier in ("more than", "over", "well over", "just over"):
        return (0.0, factor) if factor < 1 else (factor, factor * 1.5)
    room = 2 * _ROOM if qualifier else _ROOM
    return factor * (1 - room), factor * (1 + room)
