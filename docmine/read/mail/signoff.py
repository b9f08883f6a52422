"""The end of a message: the signature, and what programs and lawyers add to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docmine.read import headings
from docmine.read.pieces import Piece
from docmine.records import BlockKind

_CLOSING = re.compile(
    r"(?:with )?(?:(?:kind(?:est)?|best|warm(?:est)?|many|good)\s+)?(?:regards|wishes|thanks)(?: again| in advance)?"
    r"|(?:with )?(?:kind|best|warm) (?:regards|wishes)(?: to .{1,30})?|thank you|cheers|sincerely|all the best|best",
    re.I,
)
_ADDED = re.compile(
    r"sent from (?:my|outlook|yahoo|samsung|mail for|the all-new)\b.{0,80}|sent via .{0,60}|get outlook for .{0,40}"
    r"|\[?(?:external|caution|warning)\b.{0,60}\b(?:outside|external|originated|sender)\b.{0,400}"
    r"|\[?external(?: e-?mail)?\]?\W*|.{0,80}(?:don['’]t|do not) often get e-?mail from.{0,200}"
    r"|(?:please )?(?:consider|think (?:of|about)) the environment.{0,200}"
    r"|.{0,60}scanned (?:for|by).{0,40}(?:virus|malware|mimecast|messagelabs).{0,200}"
    r"|learn why this is important.{0,60}|\[cid:.{0,80}\]",
    re.I | re.S,
)
_MESSAGE = r"(?:e-?mail|message|transmission|communication)s?"
_LEGAL = re.compile(
    rf"\b(?:confidential(?:ity)?|privileged|disclaimer)\b.*\b(?:{_MESSAGE}|recipient)\b"
    rf"|\b(?:this|the|any) {_MESSAGE}\b.*\b(?:intended (?:recipient|only|solely|for)|in error|confidential|virus(?:es)?"
    r"|monitored|disclos\w+|views expressed)\b"
    rf"|\b(?:views|opinions) expressed in this {_MESSAGE}\b|\breceived this {_MESSAGE} in error\b"
    rf"|\b{_MESSAGE} (?:may be|are|is) (?:monitored|recorded|subject to)\b",
    re.I | re.S,
)
_AT_END = 4
"""Pieces at the end of a message without closing words, among which a disclaimer is looked for."""
_LINE_WORDS = 14
_MOST_LINES = 20


def is_closing(text: str) -> bool:
    """Whether a message ends here: "Kind regards"."""
    bare = text.strip(" ,.!*")
    return len(bare.split()) <= 6 and (headings.is_closing(bare) or bool(_CLOSING.fullmatch(bare)))


def is_added(text: str) -> bool:
    """Whether a mail program or an organisation's server added it, wherever it stands."""
    return bool(_ADDED.fullmatch(text.strip()))


def is_disclaimer(text: str) -> bool:
    """Whether it reads like a disclaimer; below the signature it is one."""
    return is_added(text) or bool(_LEGAL.search(text))


def told_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """A message's own pieces, the closing words and lines below as signature, disclaimers as furniture."""
    start = _start(pieces)
    late = len(pieces) - _AT_END if start is None else start
    found: list[Piece] = []
    legal = False
    for number, piece in enumerate(pieces):
        below = number >= late
        legal = legal or (below and is_disclaimer(piece.text) and not is_added(piece.text))
        if is_added(piece.text) or (below and legal):
            found.append(_as(piece, "furniture"))
        elif start is not None and number >= start and _is_line(piece):
            found.append(_as(piece, "signature"))
        else:
            found.append(piece)
    return found


def _start(pieces: Sequence[Piece]) -> int | None:
    """The last closing words that have no more lines below them than a signature has."""
    for number in range(len(pieces) - 1, -1, -1):
        if pieces[number].kind in ("paragraph", "heading", "list_item") and is_closing(pieces[number].text):
            return number if len(pieces) - number <= _MOST_LINES else None
    return None


def _is_line(piece: Piece) -> bool:
    """A name, a role, a place, a number to ring; no sentence."""
    said = piece.text.rstrip()
    prose = said.endswith((".", "?", "!")) and len(said.split()) > 5
    return len(said.split()) <= _LINE_WORDS and not prose and not re.match(r"p\.?\s?s\b", said, re.I)


def _as(piece: Piece, kind: BlockKind) -> Piece:
    return replace(piece, kind=kind, level=None, marker=None)
