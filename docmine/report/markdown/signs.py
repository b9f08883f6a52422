"""Text from documents as Markdown: what its signs would mean is taken from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docmine.report import safe
from docmine.report.story.nouns import Cite

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#&~!$])")
_FIRST = re.compile(r"^(\s*)([+>=-]|\d+(?=[.)]))")


def plain(text: str) -> str:
    """On one line, no sign of it a sign of Markdown; cells of a table between bars."""
    return _FIRST.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", safe.line(text.replace("\t", " | "))))


def quote(text: str) -> str:
    """A sentence, exactly, as a quotation."""
    return f"> “{plain(text)}”"


def cited(text: str, cite: Cite, indent: str = "") -> list[str]:
    """A sentence with its whole citation below."""
    return [f"{indent}{quote(text)}", f"{indent}>", f"{indent}> {plain(cite.text)}", ""]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Cells are Markdown already."""
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return [*lines, ""]
