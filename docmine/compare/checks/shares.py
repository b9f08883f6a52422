"""Shares of a small number: of 12 schools, 73% is none at all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from docmine.compare.checks.amounts import Statement, shown
from docmine.compare.checks.record import Check, check_at

_OF = re.compile(r"\s+of\s+(?:(?:the|all|our|its|their|these|those)\s+)*$", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:survey|sample|poll|audit|panel|group)\s+of\s+(?:the\s+|all\s+)?$", re.IGNORECASE)
_FOUND = re.compile(r"\b(?:found|showed|shows|finds|told\s+us|said)\s+(?:that\s+)?$", re.IGNORECASE)
_THINGS = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:children|pupils|parents|carers|families|people|schools|settings|plans|cases|staff|posts"
    r"|respondents|replies|responses|reviews|assessments|requests|complaints|referrals|households|students|officers"
    r"|young\s+people|homes|placements|appeals|sites|centres|nurseries|workers|teams|audits|records|files)\b",
    re.IGNORECASE,
)


def shares(statement: Statement) -> Iterator[Check]:
    """Percentages of a number of people or things that the sentence gives, whose count it does not."""
    for share in statement.amounts:
        if share.unit != "percent" or share.qualifier != "none" or not 0 < share.value < 100:
            continue
        for whole in statement.amounts:
            if whole.unit != "count" or whole.form != "number" or whole.qualifier != "none" or whole.value < 2:
                continue
            of = whole.start > share.end and _OF.fullmatch(statement.between(share, whole))
            asked = (
                whole.end < share.start
                and _ASKED.search(statement.before(whole))
                and _FOUND.search(statement.before(share))
                and len(statement.between(whole, share)) < 80
            )
            if not (of or asked) or not _THINGS.match(statement.after(whole)) or "(" in statement.after(share)[:40]:
                continue
            exact = share.value * whole.value / 100
            near = [
                n for n in (math.floor(exact), math.ceil(exact)) if _written_so(n, whole.value, share.value, share.step)
            ]
            best = min(near or [math.floor(exact), math.ceil(exact)], key=lambda n: abs(n - exact))
            yield check_at(
                statement.sentence,
                check="share",
                verdict="agrees" if near else "does not agree",
                stated=share.text,
                counts=(whole.text,),
                sum=f"{shown(best)} ÷ {shown(whole.value)} = {shown(round(100 * best / whole.value, 2), 'percent')}",
                exact=round(100 * best / whole.value, 4),
                tolerance="the nearest whole number of them; rounded or cut off"
                if near
                else "no whole number of them gives it, rounded or cut off",
            )


def _written_so(part: int, whole: float, share: float, step: float) -> bool:
    """Whether this part of the whole can be written as this percentage, rounded or cut off."""
    exact = 100 * part / whole
    return -step / 2 - 1e-9 <= exact - share < step
