"""Blocks → the commitments found in them, for the tables of cases."""

from __future__ import annotations

from typing import Any

from docmine.extract import analyse, load
from docmine.records import Block, Commitment, Document, Known
from docmine.settings import Settings


def found(
    *blocks: tuple[str, str] | str, published: str = "2023-03-10", headers: str = "Action\tOwner\tDue", **about: str
) -> tuple[Commitment, ...]:
    """Commitments of a document made of paragraphs, or of (kind, text) blocks; `about` fills its other fields."""
    made: list[Block] = []
    text = ""
    for block in blocks:
        kind, words = ("paragraph", block) if isinstance(block, str) else block
        text += "\n\n" if text else ""
        extra: dict[str, Any] = {"level": 1} if kind in ("heading", "list_item") else {}
        if kind == "table_row":
            extra["headers"] = tuple(headers.split("\t"))
        made.append(Block(kind=kind, text=words, start=len(text), end=len(text) + len(words), **extra))  # type: ignore[arg-type]
        text += words
    known = {name: Known(value, "text") for name, value in {"published": published, **about}.items()}
    document = Document(
        name="made.txt", path=None, sha256="0", media_type="text/plain", text=text, blocks=tuple(made), **known
    )
    doc = analyse(load(Settings().spacy_model), document)
    commitments: tuple[Commitment, ...] = doc._.commitments
    return commitments
