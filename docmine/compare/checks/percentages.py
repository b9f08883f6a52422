"""Percentages beside the counts that they are made of: "91% were confirmed (121 out of 132)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docmine.compare.checks.amounts import Amount, Statement, shown
from docmine.compare.checks.changes import stated_changes
from docmine.compare.checks.record import Check, check_at
from docmine.compare.checks.rounding import Judged, judged, step_of

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_SLASH = re.compile(
    rf"\(\s*(?:n\s*=\s*)?(?P<part>{_NUMBER})\s?/\s?(?P<whole>{_NUMBER})(?=[\s),;])(?!\s?\))?"
    rf"|(?<=\()\s*(?:n\s*=\s*)?(?P<part2>{_NUMBER})\s+from\s+(?:a\s+total\s+of\s+)?(?P<whole2>{_NUMBER})\b"
)
_NOUN_BETWEEN = re.compile(
    rf"(?<![\w.,£/%-])(?P<part>{_NUMBER})\s+(?:[a-z][a-z'’-]+\s+){{1,4}}?out\s+of\s+(?:(?:the|all|a|total|of|our|their)\s+)*"
    rf"(?P<whole>{_NUMBER})(?![\w%.]\d|%)"
)
_OPENS = re.compile(
    r"\(\s*(?:n\s*=\s*|i\.e\.,?\s*|that is,?\s*|or\s+|being\s+|just\s+|only\s+|some\s+)?$", re.IGNORECASE
)
_CONNECTS = re.compile(
    r"(?:\b(?:which|that|this)\s+(?:is|was|represents?|equals|equates\s+to|makes|gives)"
    r"|\b(?:or|i\.e\.|equals|equalling|equal\s+to|equivalent\s+to|equating\s+to|representing|making|giving|namely)"
    r"|\ba\s+(?:rate|share|proportion|response\s+rate|success\s+rate)\s+of|=|[:,–—-])\s*(?:just\s+|only\s+)?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:from|compared|against|target|than|previous|was|were|last|national|average|but|while|and)\b", re.I
)
"""Words that bring in a second figure: the counts after them may belong to that one."""
_OF_WHOLE = re.compile(
    r"\b(?:of|among|out of)\s+(?:(?:the|all|our|its|their|these|those|a total of)\s+)*$", re.IGNORECASE
)
_ALONE = re.compile(r"\s*(?:[a-z'’-]+\s+){0,3}[a-z'’-]*\s*\)")
_FAR = 90
"""Characters between a percentage and its count, beyond which they are not read together."""
_ROUND_WHOLES = (3, 4, 5, 10, 20, 100)


@dataclass(frozen=True, slots=True)
class Counts:
    """A part of a whole as a sentence writes it; offsets into the sentence."""

    part: float
    whole: float
    start: int
    end: int
    rough: bool = False
    """"nine out of ten", "1 in 5": a way to speak, not a count."""


def percentages(statement: Statement) -> Iterator[Check]:
    """The percentages of a sentence that stand beside their counts, each against them."""
    yield from _within(statement)
    changed = {c.amount.start for c in stated_changes(statement)}
    shares = [a for a in statement.amounts if a.unit == "percent" and a.start not in changed]
    if not shares:
        return
    counts = _counts(statement)
    taken: set[int] = set()
    for pair in counts:
        near = [s for s in _linked(statement, shares, pair) if s.start not in taken]
        if not near:
            continue
        best = min(near, key=lambda s: (_judged(s, pair).verdict == "does not agree", abs(s.start - pair.start)))
        taken.add(best.start)
        yield _made(statement, best, pair)
    for share in shares:
        if share.start not in taken:
            yield from _beside_its_part(statement, share)


def _within(statement: Statement) -> Iterator[Check]:
    """A percentage between its part and its whole: "45 (75%) of the 60 schools"."""
    for amount in statement.amounts:
        m = re.search(r"\((?P<percent>(?P<number>\d+(?:\.\d+)?)\s?%)\)", amount.text)
        if amount.of and m:
            at = amount.start + m.start("percent")
            end = at + len(m["percent"])
            step = step_of(m["number"])
            share = Amount(float(m["number"]), "percent", "none", at, end, m["percent"], step, first=at)
            yield _made(statement, share, Counts(amount.value, amount.of, amount.start, amount.end))


def _counts(statement: Statement) -> list[Counts]:
    """The parts of wholes in a sentence, in order."""
    text = statement.text
    found = [
        Counts(a.value, a.of, a.start, a.end, _rough(a))
        for a in statement.amounts
        if a.form == "share" and a.of and not a.text.lower().startswith(("all but", "none"))
    ]
    for pattern in (_SLASH, _NOUN_BETWEEN):
        for m in pattern.finditer(text):
            group = "part2" if "part2" in m.groupdict() and m["part2"] else "part"
            part, whole = m[group], m["whole2" if group == "part2" else "whole"]
            if _year_span(part, whole) or any(c.start < m.end() and m.start() < c.end for c in found):
                continue
            values = float(part.replace(",", "")), float(whole.replace(",", ""))
            if 0 <= values[0] <= values[1] and values[1]:
                found.append(Counts(*values, m.start(group), m.end("whole2" if group == "part2" else "whole")))
    return sorted(found, key=lambda c: c.start)


def _rough(amount: Amount) -> bool:
    return amount.of in _ROUND_WHOLES and (amount.spelled or re.search(r"\sin\s", amount.text) is not None)


def _year_span(part: str, whole: str) -> bool:
    return (len(part) == 4 and part[:2] in ("19", "20") and len(whole) in (2, 4)) or (part[0] == "0" and len(part) > 1)


def _linked(statement: Statement, shares: list[Amount], pair: Counts) -> list[Amount]:
    """The percentages that these counts may explain, by brackets or by words between them."""
    text = statement.text
    found = []
    before = [s for s in shares if s.end <= pair.start]
    after = [s for s in shares if s.first >= pair.end]
    if before and (m := _OPENS.search(text[: pair.start])):
        within = text[before[-1].end : m.start()]
        found.append(before[-1])
        if len(before) > 1 and _OTHER.search(text[before[-2].end : before[-1].first] + within):
            found += before[:-1]
    elif before and _CONNECTS.search(gap := text[before[-1].end : pair.start]) and not re.search(r"\d|.{60}", gap):
        found.append(before[-1])
    if after and not found:
        within = text[pair.end : after[0].first]
        bracket = re.fullmatch(r"[^().;]{0,80}\(\s*(?:or\s+|just\s+|only\s+)?", within)
        connected = _CONNECTS.search(within) and len(within) < 90 and "(" not in within and ";" not in within
        alone = re.fullmatch(r"\s*[,:]\s*", within) is None  # in a list of figures a comma joins nothing
        if (bracket or (connected and alone)) and not _OTHER.search(_CONNECTS.sub("", within)):
            found.append(after[0])
    return found


def _judged(share: Amount, pair: Counts) -> Judged:
    exact = 100 * pair.part / pair.whole
    if pair.rough:
        room = 50 / pair.whole
        fits = abs(exact - share.value) <= room
        return Judged(
            "agrees if rounded" if fits else "does not agree",
            f"“{shown(pair.part)} in {shown(pair.whole)}” is a rough way to speak: {room:.3g} points either way",
        )
    return judged(share.value, exact, share.step, share.qualifier)


def _made(statement: Statement, share: Amount, pair: Counts) -> Check:
    exact = 100 * pair.part / pair.whole
    found = _judged(share, pair)
    return check_at(
        statement.sentence,
        check="percentage",
        verdict=found.verdict,
        stated=share.text,
        counts=(statement.text[pair.start : pair.end].lstrip("( "),),
        sum=f"{shown(pair.part)} ÷ {shown(pair.whole)} = {shown(round(exact, 2), 'percent')}",
        exact=round(exact, 4),
        tolerance=found.tolerance,
    )


def _beside_its_part(statement: Statement, share: Amount) -> Iterator[Check]:
    """ "Of 132 placements, 91% (121) were confirmed"; "121 (91%) of the 132"; "4% (425 young people)", of no whole."""
    part = _part_in_brackets(statement, share) or _part_before(statement, share)
    if part is None:
        return
    wholes = [
        a
        for a in statement.amounts
        if a.unit == "count"
        and a.form == "number"
        and a != part
        and a.value >= part.value
        and _OF_WHOLE.search(statement.before(a))
    ]
    if len(wholes) == 1 and wholes[0].value:
        made = _made(statement, share, Counts(part.value, wholes[0].value, part.start, part.end))
        yield replace(made, counts=(part.text, wholes[0].text))
    elif not wholes and share.end < part.start and share.value and {part.qualifier, share.qualifier} == {"none"}:
        low, high = (100 * part.value / (share.value + d * share.step) for d in (0.5, -0.5))
        yield check_at(
            statement.sentence,
            check="percentage",
            verdict="cannot tell",
            stated=share.text,
            counts=(part.text,),
            sum=f"{shown(part.value)} ÷ {shown(share.value, 'percent')} = a whole of about"
            f" {shown(round(100 * part.value / share.value))}",
            tolerance=f"the whole is not given; rounded, anything from {low:,.0f} to {high:,.0f} would fit",
        )


def _part_in_brackets(statement: Statement, share: Amount) -> Amount | None:
    """The count that stands alone in the next brackets after a percentage."""
    for a in statement.amounts:
        between = statement.text[share.end : a.first]
        if a.start < share.end or len(between) > _FAR:
            continue
        if a.unit == "percent":
            return None
        if a.unit == "count" and a.form == "number" and between.count("(") == 1 and _OPENS.search(between):
            return a if _ALONE.match(statement.text, a.end) else None
    return None


def _part_before(statement: Statement, share: Amount) -> Amount | None:
    """The count right before brackets that hold no more than a percentage."""
    behind = re.match(r"\s*\)", statement.after(share))
    before = [a for a in statement.amounts if a.end <= share.first and a.unit == "count" and a.form == "number"]
    near = before and re.fullmatch(r"\s+(?:[a-z'’-]+\s+){0,3}\(", statement.text[before[-1].end : share.first])
    return before[-1] if behind and near else None
