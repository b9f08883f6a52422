"""The tracked changes of a Word document, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from docmine.read.office.package import Package, day
from docmine.read.office.word.names import W, find
from docmine.read.pieces import Unreadable

State = Literal["same", "gone", "new"]

_NEW = {f"{W}ins", f"{W}moveTo"}
_GONE = {f"{W}del", f"{W}moveFrom"}
_MOVES = {f"{W}moveTo", f"{W}moveFrom"}
_TEXTS = {f"{W}t", f"{W}delText"}
_SPACES = {f"{W}tab", f"{W}ptab", f"{W}br", f"{W}cr"}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph, and what became of it."""

    state: State
    text: str
    author: str | None = None
    date: str | None = None
    """ISO."""
    moved: bool = False
    """Whether it was moved from here or to here."""
    passing: bool = False
    """Whether it was put in and taken out again, and so stands in neither text."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A paragraph with tracked changes, from its beginning to its end."""

    parts: tuple[Part, ...]

    @property
    def old(self) -> str:
        """As it was before the changes."""
        return "".join(part.text for part in self.parts if part.state != "new" and not part.passing).strip()

    @property
    def new(self) -> str:
        """As it is with all of them accepted."""
        return "".join(part.text for part in self.parts if part.state != "gone").strip()


def tracked(data: bytes) -> tuple[Tracked, ...]:
    """The paragraphs of text, footnotes and endnotes in which words were put in or taken out, in their order.

    Raises Unreadable for a damaged file.
    """
    package = Package(data, "Word")
    name = package.main("word/document.xml")
    body = find(package.needed(name), "body")
    if body is None:
        raise Unreadable("The Word file is damaged: it has no body. Open it in Word, save it again and try once more.")
    roots = [body]
    for kind, holds in (("footnotes", "The footnotes"), ("endnotes", "The endnotes")):
        notes = package.part(package.related(name, kind), holds)
        roots += [notes] if notes is not None else []
    found = (Tracked(_joined(_parts(p))) for root in roots for p in root.iter(f"{W}p"))
    return tuple(one for one in found if any(part.state != "same" and part.text.strip() for part in one.parts))


def _parts(p: Any) -> Iterator[Part]:
    """The text of a paragraph, not of the text boxes that hang on it."""
    for element in p.iter(*_TEXTS, *_SPACES):
        if next(element.iterancestors(f"{W}p")) is not p or element.getparent().tag == f"{W}tabs":
            continue
        text = (element.text or "") if element.tag in _TEXTS else " "
        change = _change(element, p)
        if change is None:
            yield Part("same", text)
            continue
        state: State = "gone" if change.tag in _GONE else "new"
        moved = change.tag in _MOVES
        passing = state == "gone" and any(above.tag in _NEW for above in change.iterancestors(*_NEW))
        yield Part(state, text, change.get(f"{W}author"), day(change.get(f"{W}date")), moved, passing)


def _change(element: Any, p: Any) -> Any | None:
    """The tracked change that a piece of text stands in; what was put in and taken out again is taken out."""
    changes = [above for above in element.iterancestors(*_NEW, *_GONE) if above.tag != f"{W}rPr"]
    row = next(p.iterancestors(f"{W}tr"), None)
    of_row = [c for path in ("trPr/del", "trPr/ins") if row is not None and (c := find(row, path)) is not None]
    every = [*changes, *of_row]
    return next((c for c in every if c.tag in _GONE), every[0] if every else None)


def _joined(parts: Iterator[Part]) -> tuple[Part, ...]:
    """One part for what one person did at a stretch on one day."""
    found: list[Part] = []
    for part in parts:
        if found and replace(found[-1], text="") == replace(part, text=""):
            found[-1] = replace(part, text=found[-1].text + part.text)
        else:
            found.append(part)
    return tuple(found)
