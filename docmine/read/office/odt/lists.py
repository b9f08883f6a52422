"""The bullets and numbers of an OpenDocument's lists and headings, counted as they are met."""

from __future__ import annotations

import re
from typing import Any

from docmine.read.office.numerals import numeral
from docmine.read.office.odt.names import LOEXT, STYLE, TEXT, XML
from docmine.read.office.odt.styles import Styles
from docmine.read.office.symbols import bullet

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 10


class Counts:
    """How far one list has counted at each level; None where it has not begun."""

    def __init__(self) -> None:
        self.levels: list[int | None] = [None] * _LEVELS


class Lists:
    """The lists of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._named: dict[str, Counts] = {}
        self._last: dict[str, Counts] = {}

    def begin(self, element: Any, style: str) -> Counts:
        """The counts of a list that begins here, or goes on: it says of which one it is the rest."""
        follows = element.get(f"{TEXT}continue-list")
        if follows in self._named:
            counts = self._named[follows]
        elif element.get(f"{TEXT}continue-numbering") == "true" and style in self._last:
            counts = self._last[style]
        else:
            counts = Counts()
        self._last[style] = counts
        self._named[element.get(f"{XML}id") or ""] = counts
        return counts

    def heading(self, level: int) -> str | None:
        """The number of the next heading of a level; None where headings have none."""
        return self.marker(self._last.setdefault("", Counts()), "", level, None)

    def marker(self, counts: Counts, style: str, level: int, start: int | None) -> str | None:
        """The sign of the next item at a level (from 1) of a list style; None for one without a sign."""
        form = self._level(style, level)
        if form is None:
            return None
        at = min(level, _LEVELS) - 1
        first = int(form.get(f"{TEXT}start-value") or 1)
        before = counts.levels[at]
        counts.levels[at] = start if start is not None else first if before is None else before + 1
        counts.levels[at + 1 :] = [None] * (_LEVELS - at - 1)
        if form.tag == f"{TEXT}list-level-style-bullet":
            return bullet(form.get(f"{TEXT}bullet-char") or "")
        if form.tag == f"{TEXT}list-level-style-image":
            return "•"
        return self._number(counts, style, level, form) or None

    def _number(self, counts: Counts, style: str, level: int, form: Any) -> str:
        def shown(at: int) -> str:
            other = self._level(style, at)
            kind = _FORMS.get(other.get(f"{STYLE}num-format") or "", "none") if other is not None else "none"
            return numeral(counts.levels[at - 1] or 1, kind)

        if not form.get(f"{STYLE}num-format"):
            return ""
        pattern = form.get(f"{STYLE}num-list-format") or form.get(f"{LOEXT}num-list-format")
        if pattern:
            return re.sub(r"%(\d+)%", lambda m: shown(min(max(int(m[1]), 1), _LEVELS)), pattern).strip()
        levels = min(int(form.get(f"{TEXT}display-levels") or 1), level)
        numbers = ".".join(filter(None, (shown(at) for at in range(level - levels + 1, level + 1))))
        return f"{form.get(f'{STYLE}num-prefix') or ''}{numbers}{form.get(f'{STYLE}num-suffix') or ''}".strip()

    def _level(self, style: str, level: int) -> Any | None:
        found = self._styles.lists.get(style)
        for form in found if found is not None else ():
            if form.get(f"{TEXT}level") == str(min(level, _LEVELS)):
                return form
        return None
