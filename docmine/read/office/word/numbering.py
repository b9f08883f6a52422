"""The bullets and numbers of lists, computed as Word computes them: they are nowhere in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docmine.read.office.numerals import numeral
from docmine.read.office.symbols import bullet
from docmine.read.office.word.names import W, find, is_on, number, points, value
from docmine.read.office.word.styles import Styles

_LEVELS = 9
_TOLERANCE = 4.0
"""Points: two items whose bullets stand no farther apart are of one depth."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one level of a list are numbered. `text` has %1 to %9 for the counts of the levels."""

    form: str
    text: str
    start: int
    restart: int | None
    """The level whose items make this one begin anew: 0 for none, None for any above."""
    legal: bool
    indent: float | None


@dataclass(slots=True)
class _Counter:
    """How far a list has counted, at each of its levels. Lists made from one definition share it."""

    counts: list[int | None]


class Numbering:
    """The lists of one document; `item` is to be asked paragraph by paragraph, in order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        numbers = root.findall(f"{W}num") if root is not None else []
        abstract = {a.get(f"{W}abstractNumId"): a for a in root.findall(f"{W}abstractNum")} if root is not None else {}
        self._linked = {v: a for a in abstract.values() if (v := value(a, "styleLink"))}
        self._numbers = {n.get(f"{W}numId"): n for n in numbers}
        self._abstract = abstract
        self._levels: dict[tuple[str, int], _Level | None] = {}
        self._counters: dict[str, _Counter] = {}
        self._begun: set[tuple[str, int]] = set()
        self._open: list[tuple[str, int, float]] = []

    def item(self, p: Any) -> tuple[str, int] | None:
        """The marker and depth of a paragraph, None where it is in no list; "" for a list without signs."""
        found = self._place(p)
        level = self._level(*found) if found else None
        if found is None or level is None:
            return None
        num, depth = found
        indent = self._indent(p, level)
        marker = bullet(level.text) if level.form == "bullet" else self._count(num, depth, level)
        return marker, max(self._depth(num, depth, indent), depth + 1)

    def between(self, indent: float) -> None:
        """Told of what stands between items: text that begins left of them ends their list."""
        self._open = [entry for entry in self._open if indent > _TOLERANCE and entry[2] <= indent]

    def indent(self, p: Any) -> float:
        """How far in a paragraph that is in no list begins, in points."""
        own = find(p, "pPr/ind")
        found = own if own is not None else self._styles.inherited(self._styles.of(p), "pPr/ind")
        return _left(found) or 0.0

    def _place(self, p: Any) -> tuple[str, int] | None:
        """The list and the level (from 0) that a paragraph or its style names."""
        own, style = find(p, "pPr/numPr"), self._styles.of(p)
        num = value(own, "numId") if own is not None else None
        depth = number(value(own, "ilvl")) if own is not None else None
        if num is None:
            for s in self._styles.chain(style):
                above = find(s, "pPr/numPr")
                if above is not None and (num := value(above, "numId")) is not None:
                    if depth is None:
                        depth = self._level_of_style(num, s.get(f"{W}styleId"))
                    depth = depth if depth is not None else number(value(above, "ilvl"))
                    break
        if num is None or num == "0" or num not in self._numbers:
            return None
        return num, min(max(depth or 0, 0), _LEVELS - 1)

    def _level_of_style(self, num: str, style: str) -> int | None:
        """The level of a list that is tied to a style ("heading 2")."""
        definition = self._definition(num)
        for level in definition.findall(f"{W}lvl") if definition is not None else ():
            if value(level, "pStyle") == style:
                return number(level.get(f"{W}ilvl"))
        return None

    def _definition(self, num: str) -> Any | None:
        found = self._abstract.get(value(self._numbers.get(num), "abstractNumId"))
        if found is not None and (link := value(found, "numStyleLink")):
            return self._linked.get(link, found)
        return found

    def _level(self, num: str, depth: int) -> _Level | None:
        key = (num, depth)
        if key not in self._levels:
            self._levels[key] = self._read(num, depth)
        return self._levels[key]

    def _read(self, num: str, depth: int) -> _Level | None:
        definition = self._definition(num)
        sources = [o for o in self._numbers[num].findall(f"{W}lvlOverride") if o.get(f"{W}ilvl") == str(depth)]
        levels = [level for o in sources for level in o.findall(f"{W}lvl")]
        if definition is not None:
            levels += [v for v in definition.findall(f"{W}lvl") if v.get(f"{W}ilvl") == str(depth)]
        if not levels:
            return None
        level = levels[0]
        form = value(level, "numFmt") or "decimal"
        return _Level(
            form,
            value(level, "lvlText") or "",
            next((s for s in (number(value(level, "start")),) if s is not None), 0 if form == "none" else 1),
            number(value(level, "lvlRestart")),
            is_on(find(level, "isLgl")),
            _left(find(level, "pPr/ind")),
        )

    def _count(self, num: str, depth: int, level: _Level) -> str:
        """The next number of a list, in full: "2.1.", "(iv)"."""
        definition = self._definition(num)
        key = definition.get(f"{W}abstractNumId") if definition is not None else num
        counter = self._counters.setdefault(key, _Counter([None] * _LEVELS))
        if (num, depth) not in self._begun:
            self._begun.add((num, depth))
            for override in self._numbers[num].findall(f"{W}lvlOverride"):
                start = number(value(override, "startOverride"))
                if start is not None and override.get(f"{W}ilvl") == str(depth):
                    counter.counts[depth] = start - 1
        for above in range(depth):
            if counter.counts[above] is None:
                upper = self._level(num, above)
                counter.counts[above] = upper.start if upper else 1
        before = counter.counts[depth]
        counter.counts[depth] = level.start if before is None else before + 1
        for deeper in range(depth + 1, _LEVELS):
            lower = self._level(num, deeper)
            if lower is None or lower.restart is None or (lower.restart and depth < lower.restart):
                counter.counts[deeper] = None

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self._level(num, at)
            count = counter.counts[at]
            form = "decimal" if level.legal else other.form if other else "decimal"
            return numeral(count if count is not None else 1, form)

        return re.sub(r"%([1-9])", shown, level.text).strip()

    def _indent(self, p: Any, level: _Level) -> float:
        own = _left(find(p, "pPr/ind"))
        if own is not None:
            return own
        if find(p, "pPr/numPr") is None:
            styled = _left(self._styles.inherited(self._styles.of(p), "pPr/ind"))
            if styled is not None:
                return styled
        return level.indent or 0.0

    def _depth(self, num: str, depth: int, indent: float) -> int:
        """How many items stand open above this one, plus one: those of its list above its level, others left of it."""
        self._open = [
            (other, at, left)
            for other, at, left in self._open
            if (at < depth if other == num else left < indent - _TOLERANCE)
        ]
        self._open.append((num, depth, indent))
        return len(self._open)


def _left(ind: Any | None) -> float | None:
    if ind is None:
        return None
    return points(ind.get(f"{W}left") or ind.get(f"{W}start"), 0.05)
