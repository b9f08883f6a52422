"""What a document says of itself, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docmine.read.pieces import Content
from docmine.records import Block, Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document says of itself; None where it does not."""

    title: Known | None = None
    doc_type: Known | None = None
    publisher: Known | None = None
    addressee: Known | None = None
    signatory: Known | None = None
    series: Known | None = None
    published: Known | None = None


def find(name: str, media_type: str, blocks: Sequence[Block], content: Content) -> Facts:
    """The facts of the document in a file called `name`."""
    heading = next((b for b in blocks if b.kind == "heading"), None)
    return Facts(title=Known(heading.text, "text") if heading else None)
