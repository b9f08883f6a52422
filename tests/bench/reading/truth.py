"""What a careful reader finds on a page, in order (tests/labelled/reading), and how words are compared."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "labelled" / "reading"
KINDS = ("heading", "sentence", "bullet", "row", "caption", "footnote")
_BROKEN_OFF = re.compile(r"(?<=\w)[-\u2010]\s*\n\s*(?=\w)")
_RAISED = re.compile(r"(?<=\S)[⁰¹²³⁴-⁹]+")
"""The sign of a footnote is no part of the word or number before it."""
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A heading, sentence, whole bullet, row of a table, caption or footnote.

    `group` names a part of the page that may be read before or after the others; None is the page's main text.
    """

    kind: str
    words: int
    digest: str
    group: str | None = None
    text: str | None = None
    """Only of pages that are our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The items of one page, which counts from 1; `doc` is a path below ../shared, corpus/ or a layout of own.py."""

    doc: str
    number: int
    items: tuple[Item, ...]


def words(text: str) -> list[str]:
    """The words of a text in lower case, letters and digits only; a word that a hyphen cuts at a line's end is one."""
    whole = _RAISED.sub("", _BROKEN_OFF.sub("", text).translate(_SOFT))
    folded = unicodedata.normalize("NFKC", whole).casefold()
    bare = ("".join(c for c in token if c.isalnum()) for token in folded.split())
    return [word for word in bare if word]


def digest(sequence: Sequence[str]) -> str:
    """What stands for words that are not ours to publish."""
    return hashlib.sha256(" ".join(sequence).encode()).hexdigest()[:16]


def item(kind: str, text: str, group: str | None = None, *, own: bool) -> Item:
    """An item from its words; the text is kept where it is our `own`."""
    found = words(text)
    return Item(kind=kind, words=len(found), digest=digest(found), group=group, text=text if own else None)


def pages(folder: Path = FOLDER) -> Iterator[Page]:
    """Every labelled page, by document and number."""
    for path in sorted(folder.glob("*.jsonl")):
        head, *rest = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        yield Page(doc=head["doc"], number=head["page"], items=tuple(map(_item, rest)))


def _item(fields: dict[str, str | int]) -> Item:
    kind, group = str(fields["kind"]), fields.get("group")
    group = None if group is None else str(group)
    if "text" in fields:
        return item(kind, str(fields["text"]), group, own=True)
    return Item(kind=kind, words=int(fields["words"]), digest=str(fields["sha256"]), group=group)
