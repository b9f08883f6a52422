"""Runs of characters, some of which lead somewhere → one clean line and its links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docmine.read.pieces import clean
from docmine.records import Link


@dataclass(frozen=True, slots=True)
class Run:
    """Characters as a format gives them; "\\n" is a line break. `target`: where they lead."""

    text: str
    target: str | None = None


def line(runs: Iterable[Run]) -> tuple[str, tuple[Link, ...]]:
    """The runs as `clean` gives them when joined, and the links with their offsets into that."""
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for run in runs:
        text = _folded(run.text)
        if text[:1] == " " and (at == 0 or parts[-1][-1:] in (" ", "\t")):
            text = text[1:]
        if text and run.target:
            if spans and spans[-1][1:] == (at, run.target):
                spans[-1] = (spans[-1][0], at + len(text), run.target)
            else:
                spans.append((at, at + len(text), run.target))
        if text:
            parts.append(text)
            at += len(text)
    joined = "".join(parts)
    skipped = len(joined) - len(joined.lstrip())
    text = joined.strip()
    links = []
    for start, end, target in spans:
        words = joined[start:end]
        start += len(words) - len(words.lstrip()) - skipped
        end -= len(words) - len(words.rstrip()) + skipped
        if start < end:
            links.append(Link(start, end, target))
    return text, tuple(links)


def split(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line, broken where they have a line break; empty lines are kept."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        if first:
            lines[-1].append(Run(first, run.target))
        for part in rest:
            lines.append([Run(part, run.target)] if part else [])
    return lines


def _folded(text: str) -> str:
    """Cleaned, but with a space at either end where the text has white space there."""
    middle = clean(text)
    if not middle:
        return " " if text[:1].isspace() else ""
    kept = clean(f"\x00.{text}.")  # full stops hold the white space at both ends; `clean` alone would strip it
    return kept[1:-1]
