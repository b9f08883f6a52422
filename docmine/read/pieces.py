"""What every reader of a format hands over, and how a Document's text is made from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docmine.records import ASIDE, Block, BlockKind, Box, Link

_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LIGATURES = {ord(c): unicodedata.normalize("NFKD", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_BLANK = re.compile(r"[^\S\t]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block before its place in the document's text is known: its boxes and links count from its own start."""

    kind: BlockKind
    text: str
    level: int | None = None
    marker: str | None = None
    headers: tuple[str, ...] = ()
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()
    author: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One file as its format tells it. `metadata` has lower-case keys: title, author, date, from, to, subject, site."""

    pieces: tuple[Piece, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    pages: int | None = None
    links: tuple[str, ...] = ()
    """Addresses behind the words: links and e-mail addresses."""
    warnings: tuple[str, ...] = ()


class Unreadable(Exception):
    """A reader's reason in one sentence; `read` adds the file's name."""


def clean(text: str) -> str:
    """One line: ligatures spelt out, soft hyphens and control characters gone, white space folded (tabs kept)."""
    text = _CONTROL.sub("", text.translate(_SOFT).translate(_LIGATURES))
    return _BLANK.sub(" ", text.replace("\n", " ")).strip()


def assemble(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The document's text, and its blocks with their offsets; what stands aside goes to the very end."""
    ordered = [p for p in pieces if p.text and p.kind not in ASIDE]
    ordered += [p for p in pieces if p.text and p.kind in ASIDE]
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    previous: Piece | None = None
    for piece in ordered:
        if previous is not None:
            together = piece.kind == previous.kind and piece.kind in ("list_item", "table_row")
            together = together and piece.headers == previous.headers
            parts.append("\n" if together else "\n\n")
            at += len(parts[-1])
        parts.append(piece.text)
        blocks.append(
            Block(
                kind=piece.kind,
                text=piece.text,
                start=at,
                end=at + len(piece.text),
                page=piece.page,
                level=piece.level,
                marker=piece.marker,
                headers=piece.headers,
                boxes=tuple(replace(box, start=box.start + at, end=box.end + at) for box in piece.boxes),
                links=tuple(replace(link, start=link.start + at, end=link.end + at) for link in piece.links),
                author=piece.author,
                date=piece.date,
            )
        )
        at += len(piece.text)
        previous = piece
    return "".join(parts), tuple(blocks)
