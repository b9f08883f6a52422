"""Averages beside what they are made of: "640 calls in 16 weeks, an average of 40 a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docmine.compare.checks.amounts import COUNTED_IN_TIME_OR_MONEY, Amount, Statement, shown
from docmine.compare.checks.record import Check, check_at
from docmine.compare.checks.rounding import judged
from docmine.words import stem

_AVERAGE = re.compile(r"\b(?:average|mean|averaging)\s+(?:of\s+)?(?:just\s+|only\s+|over\s+|about\s+)?$", re.IGNORECASE)
_ON_AVERAGE = re.compile(r"\b(?:on\s+average|average)\b", re.IGNORECASE)
_PER = re.compile(
    r"^\s*(?:[a-z]+\s+){0,2}?(?:an?|per|each|for\s+(?:each|every)|in\s+each|every)\s+(?P<noun>[a-z]+)", re.IGNORECASE
)
_EACH = re.compile(r"^\s*(?:[a-z]+\s+)?each\b", re.IGNORECASE)


def averages(statement: Statement) -> Iterator[Check]:
    """An average whose total and number stand before it in the same sentence."""
    if not re.search(r"averag|\bmean\b|\bper\b|\beach\b", statement.text, re.IGNORECASE):
        return
    for i, stated in enumerate(statement.amounts):
        after = statement.after(stated)
        per = _PER.match(after)
        said = _AVERAGE.search(statement.before(stated)) or (per and _ON_AVERAGE.search(statement.text))
        if not said or not (per or _EACH.match(after)) or stated.form not in ("number", "money", "duration"):
            continue
        before = [a for a in statement.amounts[:i] if a.form in ("number", "money", "duration")]
        number = [a for a in before if per and _counts(statement, a, per["noun"])]
        if not per and len(before) == 2:
            number = [before[1]] if before[0].unit == stated.unit else []
        if len(number) != 1:
            continue
        totals = [a for a in before if a is not number[0] and a.unit == stated.unit and a.value > 0]
        if len(totals) != 1 or not number[0].value:
            continue
        exact = totals[0].value / number[0].value
        slack = totals[0].step / 2 / number[0].value if totals[0].unit == "gbp" else 0.0
        found = judged(stated.value, exact, stated.step, stated.qualifier, slack)
        yield check_at(
            statement.sentence,
            check="average",
            verdict=found.verdict,
            stated=stated.text,
            counts=(totals[0].text, number[0].text),
            sum=f"{shown(totals[0].value, totals[0].unit)} ÷ {shown(number[0].value)}"
            f" = {shown(round(exact, 2), stated.unit)}",
            exact=round(exact, 4),
            tolerance=found.tolerance,
        )


def _counts(statement: Statement, amount: Amount, noun: str) -> bool:
    """Whether an amount is a number of these: "16 weeks" of "a week", "40 children" of "per child"."""
    if amount.unit in COUNTED_IN_TIME_OR_MONEY:
        return stem(amount.unit) == stem(noun)
    words = re.match(r"\s*((?:[a-z'’-]+\s*){0,3})", statement.after(amount).lower())
    following = [stem(w) for w in words[1].split()] if words else []
    return stem(noun) in following or (
        noun.lower() in ("child", "pupil", "person") and _PEOPLE.get(noun.lower()) in following
    )


_PEOPLE = {"child": stem("children"), "pupil": stem("pupils"), "person": stem("people")}
