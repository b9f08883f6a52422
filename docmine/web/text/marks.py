"""A text with spans that may overlap → a row of tokens that opens and closes them so that they always nest.

A span that crosses the end of another is parted there. Each span has one tag, before its first letter, which leads to
its page; links cannot stand in links, so that the tags of what begins inside a link stand before it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from docmine.records import Link
from docmine.report import safe

SCHEMES = ("http://", "https://", "mailto:")
"""Where a link of a document may lead; every other target stays text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a document's text that a page marks."""

    start: int
    end: int
    kind: str
    """Of the record: "commitment", "figure"; or "own" for the words that a page is about."""
    letter: str = ""
    """What its tag shows; without one there is no tag."""
    says: str = ""
    """What the tag says to those who do not see it: "Commitment, never heard of again"."""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text, or the beginning or end of something around pieces; a "tag" stands between them."""

    what: Literal["text", "mark", "/mark", "link", "/link", "tag"]
    text: str = ""
    """Of a text its letters, of a link where it leads, of a mark and its end its kind."""
    mark: Mark | None = None
    first: bool = False
    """Of a mark: whether it is the first piece of its place."""


@dataclass(order=True, slots=True)
class _Span:
    start: int
    minus_end: int
    order: int
    """As given; what comes first of two with one place stands outside."""
    first: bool
    """Whether the span begins here, and is not the rest of one that was parted."""

    @property
    def end(self) -> int:
        return -self.minus_end


def tokens(text: str, at: int, marks: Sequence[Mark] = (), links: Iterable[Link] = ()) -> tuple[Token, ...]:
    """`text` stands at `at` in its document, in whose text the spans count; what reaches beyond it is cut off.

    The texts of the tokens together are `text`, its control characters replaced.
    """
    end = at + len(text)
    found: list[Mark | Link] = [*marks, *(k for k in links if k.target.lower().startswith(SCHEMES))]
    spans = [
        _Span(max(s.start, at), -min(s.end, end), i, s.start >= at)
        for i, s in enumerate(found)
        if max(s.start, at) < min(s.end, end)
    ]
    return tuple(_Writer(safe.lines(text), at, found).written(spans))


class _Writer:
    """Goes through a text once, from its first letter to its last."""

    def __init__(self, text: str, at: int, found: Sequence[Mark | Link]) -> None:
        self.text, self.at, self.found = text, at, found
        self.pos = at
        self.open: list[_Span] = []
        self.out: list[Token] = []
        self.link: int | None = None  # where in `out` the link that is open begins

    def written(self, spans: list[_Span]) -> list[Token]:
        heapq.heapify(spans)
        while spans:
            span = heapq.heappop(spans)
            self._close(span.start)
            if self.open and span.end > self.open[-1].end:
                heapq.heappush(spans, _Span(self.open[-1].end, span.minus_end, span.order, False))
                span.minus_end = self.open[-1].minus_end
            self._text(span.start)
            self._open(span)
        self._close(self.at + len(self.text))
        self._text(self.at + len(self.text))
        return self.out

    def _open(self, span: _Span) -> None:
        what = self.found[span.order]
        if isinstance(what, Link):
            if self.link is not None:
                return
            self.link = len(self.out)
            self.out.append(Token("link", safe.line(what.target)))
        else:
            if span.first and what.letter:
                tag = Token("tag", mark=what)
                if self.link is None:
                    self.out.append(tag)
                else:
                    self.out.insert(self.link, tag)
                    self.link += 1
            self.out.append(Token("mark", what.kind, what, span.first))
        self.open.append(span)

    def _close(self, until: int) -> None:
        """Whatever ends at `until` or before."""
        while self.open and self.open[-1].end <= until:
            span = self.open.pop()
            self._text(span.end)
            what = self.found[span.order]
            if isinstance(what, Link):
                self.link = None
                self.out.append(Token("/link"))
            else:
                self.out.append(Token("/mark", what.kind))

    def _text(self, until: int) -> None:
        if self.pos < until:
            self.out.append(Token("text", self.text[self.pos - self.at : until - self.at]))
            self.pos = until
