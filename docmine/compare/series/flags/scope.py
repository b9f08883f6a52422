"""What is counted has changed: its definition, the people, the whole it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docmine.compare.series import wording
from docmine.compare.series.flags.told import dated
from docmine.compare.series.group import Grown
from docmine.compare.series.made import point
from docmine.compare.series.model import Flag, FlagKind
from docmine.compare.series.seen import Seen


def definition(group: Grown, unit: str) -> Iterator[Flag]:
    """Another limit ("within 20 weeks", then 26), another statistic, or the words that say so."""
    for earlier, later in pairwise(_reported(group)):
        mine, theirs = earlier.measure, later.measure
        said = wording.REDEFINED.search(f"{later.sentence.text} {later.near}")
        if mine.limits and theirs.limits and not mine.limits & theirs.limits:
            what = f"the limit was {_list(mine.limits)}, and is {_list(theirs.limits)}"
        elif mine.statistic and theirs.statistic and mine.statistic != theirs.statistic:
            what = f"it was the {mine.statistic}, and is the {theirs.statistic}"
        elif said and not wording.REDEFINED.search(f"{earlier.sentence.text} {earlier.near}"):
            what = f"beside it stands “{said.group()}”"
        else:
            continue
        yield _flag("definition", f"What is measured has changed: {what}", earlier, later, unit)


def population(group: Grown, unit: str) -> Iterator[Flag]:
    """Other people are counted, or some are left out."""
    for earlier, later in pairwise(_reported(group)):
        before, after = _who(earlier), _who(later)
        if before and after and _kind(before) != _kind(after):
            what = f"Who is counted has changed: {before}, then {after}"
            yield _flag("population", what, earlier, later, unit)
        elif _narrowed(later) and not _narrowed(earlier):
            yield _flag("population", f"Who is counted has changed: now “{_narrowed(later)}”", earlier, later, unit)
        elif _narrowed(earlier) and not _narrowed(later):
            what = f"Who is counted may have changed: no longer “{_narrowed(earlier)}”"
            yield _flag("population", what, earlier, later, unit, sure=False)


def denominator(group: Grown, unit: str) -> Iterator[Flag]:
    """A whole that stays, as in "12 of the 17", is another one."""
    fixed = [s for s in group.points if s.figure.of and wording.THE_WHOLE.search(s.figure.text)]
    for earlier, later in pairwise(fixed):
        if earlier.figure.of != later.figure.of and earlier.figure.doc != later.figure.doc:
            what = f"The whole has changed: it was {earlier.figure.of:g}, and is {later.figure.of:g}"
            yield _flag("denominator", what, earlier, later, unit)


def _reported(group: Grown) -> list[Seen]:
    """Of each document one point; what stands beside it is of its measure."""
    found: dict[str, Seen] = {}
    for seen in group.points:
        if not seen.quoted:
            found.setdefault(seen.figure.doc, seen)
    return list(found.values())


def _flag(kind: FlagKind, what: str, earlier: Seen, later: Seen, unit: str, *, sure: bool = True) -> Flag:
    because = f"{what}. Earlier {dated(earlier)}; later {dated(later)}."
    return Flag(kind=kind, because=because, earlier=point(earlier, unit), later=point(later, unit), sure=sure)


def _who(seen: Seen) -> str | None:
    """Whom the number counts, as the words right after it say."""
    if seen.figure.unit != "count":
        return None
    match = wording.WHO.match(seen.sentence.text[seen.figure.end - seen.sentence.start :])
    return match["who"].lower() if match else None


def _kind(who: str) -> str:
    """One word for children, pupils and young people, one for families and parents."""
    kind = next((k.pattern for k in wording.KINDS if k.match(who)), None)
    return kind or re.sub(r"s$", "", who)


def _narrowed(seen: Seen) -> str | None:
    match = wording.NARROWED.search(seen.sentence.text)
    return " ".join(match.group().split()) if match else None


def _list(limits: frozenset[str]) -> str:
    return " and ".join(sorted(limits))
