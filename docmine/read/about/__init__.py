"""What a document says of itself, and how that is known: each fact has a module of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docmine.read.about import kinds, numbers, parties, published, publisher, series, titles
from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, Known

_SIGNED = ("letter", "newsletter", "update")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document says of itself; None where it does not."""

    title: Known | None = None
    doc_type: Known | None = None
    publisher: Known | None = None
    addressee: Known | None = None
    signatory: Known | None = None
    series: Known | None = None
    number: Known | None = None
    published: Known | None = None


def find(name: str, media_type: str, blocks: Sequence[Block], content: Content) -> Facts:
    """The facts of the document in a file called `name`."""
    body = [b for b in blocks if b.kind not in ASIDE]
    title = titles.find(blocks, content)
    words = title.value if title else None
    doc_type = kinds.find(words, media_type, blocks)
    kind = doc_type.value if doc_type else "other"
    return Facts(
        title=title,
        doc_type=doc_type,
        publisher=publisher.find(words, kind, blocks, content),
        addressee=parties.addressee(body, content),
        signatory=parties.signatory(body, content) if kind in _SIGNED else None,
        series=series.find(words, kind, body),
        number=numbers.find(name, words, kind, blocks),
        published=published.find(name, words, kind, blocks, content),
    )
