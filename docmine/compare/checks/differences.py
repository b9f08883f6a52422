"""Comparisons with three values: "£3.6 million, which is £0.4 million more than the £3.2 million of the budget"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docmine.compare.checks.amounts import Statement, shown
from docmine.compare.checks.record import Check, check_at
from docmine.compare.checks.rounding import judged

_MORE = re.compile(
    r"^\s*(?:(?!and\b|or\b|but\b|plus\b)[a-z]+\s+){0,2}?(?P<word>more|higher|longer|over|above|greater|fewer|less|lower|shorter|below|under)\b"
    r"(?:\s+[a-z]+){0,2}?\s+(?:than|the|its|our)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:,|\b(?:is|was|are|were|which|that|it|this|and|being|some|or|–|-))\s*$", re.IGNORECASE)
_UP = frozenset({"more", "higher", "longer", "over", "above", "greater"})


def differences(statement: Statement) -> Iterator[Check]:
    """Of a sentence with a value, how much it is above or below another, and that other."""
    amounts = [a for a in statement.amounts if a.form in ("number", "duration", "money")]
    for i, gap in enumerate(amounts):
        m = _MORE.match(statement.after(gap))
        if not m or not 0 < i < len(amounts) - 1 or not _LEADS.search(statement.before(gap)):
            continue
        value, base = amounts[i - 1], amounts[i + 1]
        near = len(statement.between(value, gap)) < 90 and len(statement.between(gap, base)) < 70
        units = {value.unit, base.unit, "percent" if gap.unit == "percentage_points" else gap.unit}
        if not near or len(units) > 1 or ";" in statement.between(value, base):
            continue
        sign = 1 if m["word"].lower() in _UP else -1
        exact = sign * (value.value - base.value)
        slack = (value.step + base.step) / 2 if value.unit != "count" else 0.0
        found = judged(gap.value, exact, gap.step, gap.qualifier, slack)
        larger, smaller = (value, base) if sign > 0 else (base, value)
        yield check_at(
            statement.sentence,
            check="difference",
            verdict=found.verdict,
            stated=gap.text,
            counts=(value.text, base.text),
            sum=f"{shown(larger.value, larger.unit)} − {shown(smaller.value, smaller.unit)}"
            f" = {shown(round(exact, 6), larger.unit)}",
            exact=round(exact, 4),
            tolerance=found.tolerance,
        )
