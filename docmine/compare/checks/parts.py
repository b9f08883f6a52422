"""Parts against their whole in prose: "12 of the 17 … the other five", "70 boys and 50 girls, 120 in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docmine.compare.checks.amounts import COUNTED_IN_TIME_OR_MONEY, Amount, Statement, shown
from docmine.compare.checks.record import Check, check_at
from docmine.words import stems

_REST = re.compile(
    r"\b(?:the|its|our|their)\s+(?P<word>other|others|remaining|rest|last|final|outstanding)\s+$|\b(?P<bare>remaining|leaving)\s+$",
    re.IGNORECASE,
)
_NOTHING_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:)–-]|(?:will|would|are|were|is|was|have|has|had|to|should|must|can|could|do|did|by|in|on|still|that|who"
    r"|which|remain\w*|started?|opened?|followed?|left)\b)",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:a|the)\s+(?:combined\s+|overall\s+|grand\s+)?total\s+(?:of|to)|\btotalling|\bmaking|\badding\s+up\s+to"
    r"|\bgiving)\s+(?:a\s+(?:combined\s+)?total\s+of\s+)?$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(r"\s*(?:[a-z'’-]+\s+){0,3}?(?:in\s+total|altogether|in\s+all|all\s+told)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:[a-z][\w'’-]*[ ]?){0,6}\s*(?:,|,?\s*(?:and|plus)|\+)\s*(?:(?:a|the|just|another|further)\s+)*$", re.I
)
_MADE_OF = re.compile(
    r"^\s*(?:[a-z'’-]+\s+){0,5}?(?:\(|:|,?\s*(?:made\s+up\s+of|comprising|consisting\s+of|split\s+between|divided\s+into|namely)\s*)\s*$",
    re.IGNORECASE,
)
_NO_ROOM = "counts are not rounded; unless some are counted twice"
_MOST = 40


def rests(statement: Statement, before: Statement | None) -> Iterator[Check]:
    """What is left of a whole: "Twelve of the 17 … The last five", in one sentence or the next."""
    for rest in statement.amounts:
        m = _REST.search(statement.before(rest))
        if not m or rest.unit != "count" or rest.form != "number":
            continue
        place, share = _share_before(statement, before, rest)
        if place is None or share is None or share.of is None:
            continue
        exact = share.of - share.value
        follows = statement.after(rest)
        same = _NOTHING_FOLLOWS.match(follows) is not None or _same_noun(follows, place.after(share))
        agrees = rest.value == exact
        word = (m["word"] or m["bare"]).lower()
        if not agrees and (not same or word in ("last", "final")):
            continue  # of something else: "the last two weeks"
        yield check_at(
            statement.sentence,
            check="parts",
            verdict="agrees" if agrees else "does not agree",
            stated=rest.text,
            counts=(place.text[share.start : share.end],),
            sum=f"{shown(share.of)} − {shown(share.value)} = {shown(exact)}",
            exact=exact,
            tolerance="counts are not rounded",
            evidence=() if place is statement else (place.sentence,),
        )


def _share_before(
    statement: Statement, before: Statement | None, rest: Amount
) -> tuple[Statement | None, Amount | None]:
    """The nearest "K of the N" before, exact, in this sentence or the one before it."""
    for place in (statement, before):
        if place is None:
            continue
        found = [
            a for a in place.amounts if a.form == "share" and a.of and (place is not statement or a.end <= rest.start)
        ]
        if found:
            last = found[-1]
            exact = last.qualifier == "none" and re.search(r"\bof\b", last.text) is not None
            return (place, last) if exact else (None, None)
    return None, None


def _same_noun(one: str, other: str) -> bool:
    """Whether both amounts count the same thing: a telling word right after each."""
    mine, theirs = stems(" ".join(one.split()[:3])), stems(" ".join(other.split()[:5]))
    return any(s in theirs and len(s) > 3 for s in mine)


def sums(statement: Statement) -> Iterator[Check]:
    """Parts that are added up in the same sentence, or in brackets after their whole."""
    counted = [a for a in statement.amounts if a.form in ("number", "money", "duration") and a.unit != "percent"]
    for i, total in enumerate(counted):
        before, after = statement.before(total), statement.after(total)
        announced = _TOTAL_BEFORE.search(before)
        if announced or _TOTAL_AFTER.match(after):
            parts = _run(statement, counted[:i], backwards=True, unit=total.unit)
            if announced and len(parts) > 1 and len(statement.between(parts[-1], total)) <= _MOST:
                yield from _added(statement, total, parts)
                continue
            behind = _run(statement, counted[i + 1 :], backwards=False, unit=total.unit)
            if len(behind) > 1 and re.search(r"[(:–-]|\bmade up\b", statement.between(total, behind[0])):
                yield from _added(statement, total, behind)
        elif _MADE_OF.match(statement.text[total.end : counted[i + 1].first] if i + 1 < len(counted) else ""):
            parts = _run(statement, counted[i + 1 :], backwards=False, unit=total.unit)
            if len(parts) > 1 and (total.unit == "gbp" or total.unit not in COUNTED_IN_TIME_OR_MONEY):
                yield from _added(statement, total, parts, certain=False)


def _run(statement: Statement, amounts: Sequence[Amount], *, backwards: bool, unit: str) -> list[Amount]:
    """The amounts of this unit that follow one another, joined by commas and "and"."""
    ordered = list(reversed(amounts)) if backwards else list(amounts)
    run: list[Amount] = []
    for amount in ordered:
        if amount.unit != unit or amount.of is not None:
            break
        if run:
            first, second = (amount, run[-1]) if backwards else (run[-1], amount)
            if not _JOINED.fullmatch(statement.between(first, second)):
                break
        run.append(amount)
    return list(reversed(run)) if backwards else run


def _added(statement: Statement, total: Amount, parts: Sequence[Amount], certain: bool = True) -> Iterator[Check]:
    exact = sum(p.value for p in parts)
    rounded = any(p.qualifier not in ("none", "average") for p in (*parts, total))
    room = sum(p.step for p in (*parts, total)) / 2 if total.unit == "gbp" else 0.0
    fits = abs(exact - total.value) <= room + 1e-9
    if not fits and rounded:
        return
    if not fits and not certain and exact < total.value:
        return  # the brackets may name a few of them only
    equal = abs(exact - total.value) < 1e-9
    yield check_at(
        statement.sentence,
        check="total",
        verdict="agrees" if equal else "agrees if rounded" if fits else "does not agree",
        stated=total.text,
        counts=tuple(p.text for p in parts),
        sum=f"{' + '.join(shown(p.value, p.unit) for p in parts)} = {shown(round(exact, 6), total.unit)}",
        exact=exact,
        tolerance="exact" if equal else "each of the values may be rounded" if fits else _NO_ROOM,
    )
