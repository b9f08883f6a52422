"""What stands beside the slides: the speaker's notes and comments.

Notes are comments, not furniture: somebody wrote them beside the slide, and the audience does not see them.
"""

from __future__ import annotations

from typing import Any

from docmine.read.inline import Run, line
from docmine.read.office.drawn import A
from docmine.read.office.package import Package, day, elements
from docmine.read.pieces import Piece

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_P188 = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"


def notes(slide: Any, page: int) -> list[Piece]:
    """The speaker's notes of a slide, a comment for each paragraph."""
    if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
        return []
    texts = (line([Run(p.text)])[0] for p in slide.notes_slide.notes_text_frame.paragraphs)
    return [Piece(kind="comment", text=text, page=page) for text in texts if text]


def comments(package: Package, slide: str, authors: dict[str, str], page: int) -> list[Piece]:
    """The comments on a slide, the answers to each below it."""
    found: list[Piece] = []
    for relation in package.relations(slide).values():
        if relation.kind != "comments":
            continue
        root = package.part(relation.target, "The comments")
        for comment in elements(root, f"{_P}cm"):
            text, _ = line([Run(comment.findtext(f"{_P}text") or "")])
            found.append(_piece(text, comment.get("dt"), authors.get(comment.get("authorId") or ""), 1, page))
        for comment in elements(root, f"{_P188}cm"):
            for said, level in ((comment, 1), *((reply, 2) for reply in comment.iter(f"{_P188}reply"))):
                body = said.find(f"{_P188}txBody")
                text, _ = line(Run(t.text or "") for t in elements(body, f"{A}t"))
                found.append(_piece(text, said.get("created"), authors.get(said.get("authorId") or ""), level, page))
    return found


def authors(package: Package, presentation: str) -> dict[str, str]:
    """The names of those who wrote comments, by their ids."""
    found: dict[str, str] = {}
    for relation in package.relations(presentation).values():
        if relation.kind in ("commentAuthors", "authors"):
            root = package.part(relation.target, "The names of the comments' authors")
            for author in root if root is not None else ():
                found[author.get("id") or ""] = author.get("name") or ""
    return found


def _piece(text: str, date: str | None, author: str | None, level: int, page: int) -> Piece:
    return Piece(kind="comment", text=text, level=level, author=author or None, date=day(date), page=page)
