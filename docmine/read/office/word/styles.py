"""What a paragraph's and a run's style says, with what it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docmine.read.office.word.names import W, find, is_on, number, points, value

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|pennawd)\s*(\d)\b", re.I
)
"""In Word's own files the name is English in every language; other programs write what they show."""
_TOP = {"title": 1, "subtitle": 2}
_DEFAULT_SIZE = 10.0
"""Points, where a file says nothing at all."""


class Styles:
    """The styles of one document. `root` is None where the file has none."""

    def __init__(self, root: Any | None) -> None:
        styles = list(root.iter(f"{W}style")) if root is not None else []
        self._styles = {s.get(f"{W}styleId"): s for s in styles}
        self._default = next(
            (
                s.get(f"{W}styleId")
                for s in styles
                if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") in ("1", "true", "on")
            ),
            None,
        )
        self._basis = find(root, "docDefaults/rPrDefault/rPr")

    def of(self, p: Any) -> str | None:
        """The style of a paragraph, the document's usual one where it names none."""
        named = value(p, "pPr/pStyle")
        return named if named in self._styles else self._default

    def chain(self, style: str | None) -> Iterator[Any]:
        """A style and those that it is based on, nearest first."""
        seen: set[str | None] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def inherited(self, style: str | None, path: str) -> Any | None:
        """The nearest element at a path in a style or those it is based on."""
        return next((found for s in self.chain(style) if (found := find(s, path)) is not None), None)

    def level(self, p: Any) -> int | None:
        """The heading level of a paragraph, 1 to 9: by its outline level, or by the name of its style."""
        style = self.of(p)
        own = find(p, "pPr/outlineLvl")
        outline = own if own is not None else self.inherited(style, "pPr/outlineLvl")
        level = number(outline.get(f"{W}val")) if outline is not None else None
        if level is not None:
            return level + 1 if 0 <= level < 9 else None
        for s in self.chain(style):
            name = (value(s, "name") or "").lower()
            match = _HEADING.match(name)
            if match:
                return int(match[1]) or None
            if name in _TOP:
                return _TOP[name]
        return None

    def is_named(self, p: Any, start: str) -> bool:
        """Whether the name of a paragraph's style, or of one it is based on, begins so (in small letters)."""
        return any((value(s, "name") or "").lower().startswith(start) for s in self.chain(self.of(p)))

    def size(self, run: Any, style: str | None) -> float:
        """The type size of a run in a paragraph of a style, in points."""
        found = self._setting(run, style, "sz")
        return points(found.get(f"{W}val") if found is not None else None, 0.5) or _DEFAULT_SIZE

    def is_bold(self, run: Any, style: str | None) -> bool:
        """Whether a run is bold."""
        return is_on(self._setting(run, style, "b"))

    def is_underlined(self, run: Any, style: str | None) -> bool:
        """Whether a run is underlined, as links are too."""
        return is_on(self._setting(run, style, "u"))

    def is_hidden(self, run: Any, style: str | None) -> bool:
        """Whether a run is set as hidden text."""
        return is_on(self._setting(run, style, "vanish"))

    def is_struck(self, run: Any, style: str | None) -> bool:
        """Whether a run is struck out."""
        return any(is_on(self._setting(run, style, name)) for name in ("strike", "dstrike"))

    def has_set_head(self, style: str | None) -> bool:
        """Whether a table style sets its first row in bold or shades it."""
        return any(
            is_on(find(part, "rPr/b")) or find(part, "tcPr/shd") is not None
            for s in self.chain(style)
            for part in s.iter(f"{W}tblStylePr")
            if part.get(f"{W}type") == "firstRow"
        )

    def _setting(self, run: Any, style: str | None, name: str) -> Any | None:
        own = find(run, f"rPr/{name}")
        if own is None:
            own = self.inherited(value(run, "rPr/rStyle"), f"rPr/{name}")
        if own is None:
            own = self.inherited(style, f"rPr/{name}")
        return own if own is not None else find(self._basis, name)
