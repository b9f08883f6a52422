"""Fields: a code that a reader does not see, and its result, which they do."""

from __future__ import annotations

import re

_PART = re.compile(r'\\[a-z]|"[^"]*"|\S+', re.I)
_WITH_WORDS = {"\\l", "\\o", "\\t"}
"""Switches that are followed by words of their own: a place in the document, what a mouse over it shows, a window."""


class Fields:
    """The fields that are open at a place of the text, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], bool, str | None]] = []

    def begin(self) -> None:
        """A field's code begins."""
        self._open.append(([], False, None))

    def code(self, text: str) -> None:
        """A part of the innermost code."""
        if self._open and not self._open[-1][1]:
            self._open[-1][0].append(text)

    def separate(self) -> None:
        """The code ends, the result begins."""
        if self._open:
            code, _, _ = self._open[-1]
            self._open[-1] = (code, True, target("".join(code)))

    def end(self) -> None:
        """The innermost field ends."""
        if self._open:
            self._open.pop()

    def end_paragraph(self) -> None:
        """A code that a damaged file leaves open must not swallow the rest of the document."""
        self._open = [field for field in self._open if field[1]]

    @property
    def hidden(self) -> bool:
        """Whether the text here belongs to a code."""
        return any(not result for _, result, _ in self._open)

    @property
    def target(self) -> str | None:
        """Where the text here leads."""
        return next((t for _, _, t in reversed(self._open) if t), None)


def target(code: str) -> str | None:
    """The address in the code of a hyperlink; None for other fields and for places in the same document."""
    parts = iter(_PART.findall(code))
    if next(parts, "").upper() != "HYPERLINK":
        return None
    for part in parts:
        if part.lower() in _WITH_WORDS:
            next(parts, None)
        elif not part.startswith("\\"):
            return str(part).strip('"') or None
    return None
