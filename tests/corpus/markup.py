"""The light mark-up of the sources: a few `key: value` lines, a line of `===`, then blocks parted by blank lines.

# heading, ## lesser heading        - bullet            | cell | cell |      (a table's first row is its header)
> quotation                         ^ caption           **bold** inside a paragraph
[box Title] ... [end]               [slide Title] opens a slide      [column] starts a new column
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["heading", "paragraph", "list", "table", "quotation", "caption", "box", "slide", "column"]


@dataclass(frozen=True)
class Piece:
    """One block; `lines` are a list's items or a paragraph's lines, `rows` a table's, `inside` a box's or a slide's."""

    kind: Kind
    text: str = ""
    level: int = 1
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    inside: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Source:
    about: dict[str, str]
    pieces: tuple[Piece, ...]
    body: str
    """All after the line of `===`, as written."""


def load(path: Path) -> Source:
    head, body = path.read_text(encoding="utf-8").split("\n===\n", 1)
    about = dict(line.split(": ", 1) for line in head.splitlines())
    chunks = iter(re.split(r"\n\s*\n", re.sub(r"^(\[.*\])\n", r"\1\n\n", body.strip(), flags=re.M)))
    split = (part for chunk in chunks for part in re.split(r"\n(?=\[end\])", chunk))
    return Source(about, tuple(_slides(list(_pieces(split)))), body)


def _pieces(chunks: Iterator[str]) -> Iterator[Piece]:
    for chunk in chunks:
        if chunk == "[end]":
            return
        if chunk.startswith("[box "):
            yield Piece("box", chunk[5:-1], inside=tuple(_pieces(chunks)))
        elif chunk == "[column]":
            yield Piece("column")
        elif chunk.startswith("[slide "):
            yield Piece("slide", chunk[7:-1])
        else:
            yield _piece(chunk)


def _piece(chunk: str) -> Piece:
    lines = tuple(chunk.splitlines())
    if chunk.startswith("#"):
        marks, text = chunk.split(" ", 1)
        return Piece("heading", text, level=len(marks))
    if all(line.startswith("- ") for line in lines):
        return Piece("list", lines=tuple(line[2:] for line in lines))
    if chunk.startswith("|"):
        return Piece("table", rows=tuple(tuple(c.strip() for c in line.strip("|").split("|")) for line in lines))
    if chunk.startswith("> "):
        return Piece("quotation", chunk[2:])
    if chunk.startswith("^ "):
        return Piece("caption", chunk[2:])
    return Piece("paragraph", chunk, lines=lines)


def _slides(pieces: list[Piece]) -> Iterator[Piece]:
    """What follows a slide's opening belongs to the slide."""
    starts = [i for i, piece in enumerate(pieces) if piece.kind == "slide"]
    ends = [*starts, len(pieces)]
    yield from pieces[: ends[0]]
    for start, end in zip(starts, ends[1:], strict=True):
        yield Piece("slide", pieces[start].text, inside=tuple(pieces[start + 1 : end]))


def html(text: str) -> str:
    """Bold as tags, for reportlab's paragraphs and for web pages."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped)
