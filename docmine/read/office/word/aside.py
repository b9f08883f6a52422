"""What stands beside a Word document's text: comments with their answers, running heads and feet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docmine.read.inline import Run, line
from docmine.read.office.flow.items import paragraphs
from docmine.read.office.package import day, elements
from docmine.read.office.word.body import Body
from docmine.read.office.word.names import W14, W15, R, V, W, find, is_on
from docmine.read.office.word.numbering import Numbering
from docmine.read.office.word.part import Part
from docmine.read.pieces import Piece


def comments(main: Part) -> list[Piece]:
    """The comments in the order of the file, each with its answers below it, a level deeper."""
    name = main.package.related(main.name, "comments")
    root = main.package.part(name, "The comments")
    if root is None or name is None:
        return []
    part = Part(main.package, name, main.package.relations(name), main.styles, main.marks)
    reader = Body(part, Numbering(None, main.styles), {})
    parents = _parents(main)
    found: dict[str, Piece] = {}
    answers: dict[str, list[str]] = {}
    tops: list[str] = []
    for comment in root.iter(f"{W}comment"):
        ids = [p.get(f"{W14}paraId") for p in comment.iter(f"{W}p") if p.get(f"{W14}paraId")]
        key = ids[-1] if ids else f"comment {comment.get(f'{W}id')}"
        text, links = line(run for p in paragraphs(reader.items(comment)) for run in (*p.runs, Run(" ")))
        author, date = comment.get(f"{W}author"), day(comment.get(f"{W}date"))
        found[key] = Piece(kind="comment", text=text, level=1, author=author, date=date, links=links)
        if parents.get(key):
            answers.setdefault(parents[key], []).append(key)
        else:
            tops.append(key)
    ordered: list[Piece] = []

    def add(key: str, level: int) -> None:
        piece = found.pop(key, None)
        if piece is not None:
            ordered.append(_at(piece, level))
            for answer in answers.get(key, ()):
                add(answer, 2)

    for key in (*tops, *tuple(found)):
        add(key, 1)
    return ordered


def furniture(main: Part, document: Any, settings: Any | None) -> list[Piece]:
    """The heads and feet that the sections show, each line once."""
    even = is_on(find(settings, "evenAndOddHeaders"))
    texts: list[str] = []
    for section in document.iter(f"{W}sectPr"):
        shown = {"default", *(["first"] if is_on(find(section, "titlePg")) else []), *(["even"] if even else [])}
        for reference in section:
            if reference.tag not in (f"{W}headerReference", f"{W}footerReference"):
                continue
            if reference.get(f"{W}type", "default") in shown:
                texts.extend(_lines(main, reference.get(f"{R}id")))
    return [Piece(kind="furniture", text=text) for text in dict.fromkeys(texts)]


def _lines(main: Part, relation: str | None) -> Iterator[str]:
    root = main.other(relation, "A running head or foot")
    if root is None:
        return
    name = main.relations[relation or ""].target
    part = Part(main.package, name, main.package.relations(name), main.styles, main.marks)
    for p in paragraphs(Body(part, Numbering(None, main.styles), {}).items(root)):
        text, _ = line(p.runs)
        if text:
            yield text
    for mark in elements(root, f"{V}textpath"):  # a word set across the page, such as DRAFT
        text, _ = line([Run(mark.get("string") or "")])
        if text:
            yield text


def _parents(main: Part) -> dict[str, str]:
    """Comment → the comment that it answers, both by the id of their last paragraph."""
    root = main.package.part(main.package.related(main.name, "commentsExtended"), "The order of the comments")
    return {
        entry.get(f"{W15}paraId"): entry.get(f"{W15}paraIdParent")
        for entry in elements(root, f"{W15}commentEx")
        if entry.get(f"{W15}paraIdParent")
    }


def _at(piece: Piece, level: int) -> Piece:
    return Piece(kind="comment", text=piece.text, level=level, author=piece.author, date=piece.date, links=piece.links)
