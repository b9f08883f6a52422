"""What the styles of an OpenDocument text say, with those that they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docmine.read.office.odt.names import FO, STYLE, TEXT

_DEFAULT_SIZE = 12.0
"""Points, where a file says nothing at all."""
_TOP = {"title": 1, "subtitle": 2}


class Styles:
    """The styles of one part: its own automatic ones, then those of the document. `roots`: nearest first."""

    def __init__(self, *roots: Any | None) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._defaults: dict[str, Any] = {}
        self.lists: dict[str, Any] = {}
        """List styles by name; the numbering of headings under ""."""
        for root in roots:
            for style in root.iter(f"{STYLE}style") if root is not None else ():
                key = (style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or "")
                self._styles.setdefault(key, style)
            for style in root.iter(f"{STYLE}default-style") if root is not None else ():
                self._defaults.setdefault(style.get(f"{STYLE}family") or "", style)
            for style in root.iter(f"{TEXT}list-style") if root is not None else ():
                self.lists.setdefault(style.get(f"{STYLE}name") or "", style)
            for style in root.iter(f"{TEXT}outline-style") if root is not None else ():
                self.lists.setdefault("", style)

    def chain(self, family: str, name: str | None) -> Iterator[Any]:
        """A style and those that it is based on, nearest first, the default last."""
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self._styles:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get(f"{STYLE}parent-style-name")
        if family in self._defaults:
            yield self._defaults[family]

    def level(self, name: str | None) -> int | None:
        """The heading level of a paragraph that is marked as one by its style only."""
        for style in self.chain("paragraph", name):
            outline = style.get(f"{STYLE}default-outline-level")
            if outline:
                return int(outline) if outline.isdigit() and outline != "0" else None
            if level := _TOP.get(_shown(style)):
                return level
        return None

    def is_named(self, name: str | None, start: str) -> bool:
        """Whether a paragraph's style, or one it is based on, has a name that begins so (in small letters)."""
        return any(_shown(style).startswith(start) for style in self.chain("paragraph", name))

    def list_of(self, name: str | None) -> str | None:
        """The list style that a paragraph's style names."""
        found = (s.get(f"{STYLE}list-style-name") for s in self.chain("paragraph", name))
        return next((value for value in found if value), None)

    def size(self, paragraph: str | None, span: str | None) -> float:
        """The type size of characters, in points; one in percent is that of what the style is based on."""
        share = 1.0
        for value in self._values(paragraph, span, f"{FO}font-size"):
            match = re.fullmatch(r"([\d.]+)(pt|%|in|cm|mm)", value)
            if match and match[2] == "%":
                share *= float(match[1]) / 100
            elif match:
                return round(float(match[1]) * {"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835}[match[2]] * share, 1)
        return _DEFAULT_SIZE * share

    def is_bold(self, paragraph: str | None, span: str | None) -> bool:
        """Whether characters are bold."""
        value = next(self._values(paragraph, span, f"{FO}font-weight"), "")
        return value == "bold" or (value.isdigit() and int(value) >= 600)

    def is_underlined(self, paragraph: str | None, span: str | None) -> bool:
        """Whether characters are underlined."""
        return next(self._values(paragraph, span, f"{STYLE}text-underline-style"), "none") != "none"

    def is_raised(self, span: str | None) -> bool:
        """Whether characters stand above the line."""
        value = next(self._values(None, span, f"{STYLE}text-position"), "")
        return value.startswith("super") or bool(re.match(r"[1-9]\d*%", value))

    def shade(self, cell: str | None) -> str | None:
        """The colour behind a cell of a table; None for none and for white."""
        for style in self.chain("table-cell", cell):
            properties = style.find(f"{STYLE}table-cell-properties")
            value = properties.get(f"{FO}background-color") if properties is not None else None
            if value:
                return value if value.lower() not in ("transparent", "#ffffff") else None
        return None

    def is_hidden(self, paragraph: str | None, span: str | None) -> bool:
        """Whether characters are hidden."""
        return next(self._values(paragraph, span, f"{TEXT}display"), "true") == "none"

    def is_struck(self, paragraph: str | None, span: str | None) -> bool:
        """Whether a line is drawn through characters."""
        return next(self._values(paragraph, span, f"{STYLE}text-line-through-style"), "none") != "none"

    def _values(self, paragraph: str | None, span: str | None, attribute: str) -> Iterator[str]:
        for family, name in (("text", span), ("paragraph", paragraph)):
            if name is None and family == "text":
                continue
            for style in self.chain(family, name):
                properties = style.find(f"{STYLE}text-properties")
                value = properties.get(attribute) if properties is not None else None
                if value:
                    yield value


def _shown(style: Any) -> str:
    """The name of a style as its users see it, in small letters."""
    name = style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or ""
    return str(name).replace("_20_", " ").lower()
