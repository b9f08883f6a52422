"""One record in its place: its words marked in their sentence, what docmine makes of them, and the page as evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from docmine.errors import UsageError
from docmine.records import DocumentRecord, Span, as_dict
from docmine.report.dates import british
from docmine.report.story.nouns import Cite
from docmine.report.verdicts import STRENGTHS
from docmine.web.named import problem
from docmine.web.rendering import part, render
from docmine.web.state import snapshot
from docmine.web.text.marks import Mark, Token, tokens

if TYPE_CHECKING:
    from docmine.records import Block
    from docmine.store import Exhibit

TITLES = {
    "commitment": "A promise",
    "ask": "What was asked for",
    "figure": "A figure",
    "date": "A date",
    "owner": "A person who is named",
    "quote": "A quotation",
    "acronym": "A short form",
    "sentence": "A sentence",
    "passage": "A passage",
}
_LABELS = {
    "owner": "Who",
    "action": "What is to be done",
    "due": "By when",
    "strength": "Wording",
    "topic": "Subject",
    "stem": "The list begins",
    "value": "Value",
    "unit": "Unit",
    "qualifier": "Stated as",
    "metric": "What it measures",
    "period": "When",
    "of": "Out of",
    "compared_to": "Compared with",
    "role": "Role",
    "name": "Name",
    "organisation": "Organisation",
    "email": "E-mail",
    "speaker": "Who speaks",
    "speaker_role": "As",
    "long": "Stands for",
    "confidence": "How sure docmine is",
}
_DATE_ROLES = {"as_of": "the day that a figure is of", "other": "", "published": "published"}
_PLAIN_UNITS = frozenset({"count", "percent", "gbp"})
"""Units that the words show by themselves."""
_UNSURE = 0.8
"""Confidence of a recognised word below which a person should look at the picture."""


def record(request: Request) -> Response:
    now = snapshot(request)
    try:
        with now.asking() as index:
            found = index.record(request.path_params["id"])
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    if isinstance(found.record, DocumentRecord):
        return RedirectResponse(f"/document/{part(found.document.sha256[:16])}", 307)
    context = {
        "found": found,
        "record": found.record,
        "title": TITLES[found.record.kind],
        "lines": list(_lines(found)),
        "headers": _headers(found.blocks),
        "facts": list(_facts(found.record)),
        "doubtful": _doubtful(found),
        "links": [link for link in found.links() if link.target.lower().startswith(("http://", "https://", "mailto:"))],
        "cite": _cite(found),
        "problem": problem(now, found.document),
        "pictured": bool(found.boxes()),
        "thread": now.account.thread(found.id) if found.record.kind == "commitment" else None,
        "key": found.document.sha256[:16],
    }
    return render(request, "record.html.j2", context)


def _lines(found: Exhibit) -> Iterator[tuple[bool, Sequence[Sequence[Token]]]]:
    """What stands around it and itself, each with whether it is its own: cells of a row apart, others one cell."""
    if found.before:
        yield False, [tokens(cell, 0) for cell in found.before.split("\t")]
    own = Mark(found.record.start, found.record.end, "own")
    at, cells = found.start, []
    for cell in (found.context or found.record.text).split("\t"):
        cells.append(tokens(cell, at, [own]))
        at += len(cell) + 1
    yield True, cells
    if found.after:
        yield False, [tokens(cell, 0) for cell in found.after.split("\t")]


def _headers(blocks: Sequence[Block]) -> tuple[str, ...]:
    return blocks[0].headers if blocks and any(blocks[0].headers) else ()


def _facts(record: Span) -> Iterator[tuple[str, str]]:
    """What docmine makes of the words, in words."""
    for name, value in as_dict(record).items():
        if name not in _LABELS or value in (None, "", "none") or (name == "unit" and value in _PLAIN_UNITS):
            continue
        if name == "confidence":
            yield _LABELS[name], f"{value:.0%}"
        elif name == "strength":
            yield _LABELS[name], STRENGTHS.get(str(value), str(value))
        elif record.kind == "date" and name == "role":
            yield "What for", _DATE_ROLES.get(str(value), str(value))
        elif isinstance(value, (int, float)):
            yield _LABELS[name], f"{value:,.10g}"
        elif name in ("due", "value", "period"):
            yield _LABELS[name], british(value)
        else:
            yield _LABELS[name], str(value).replace("_", " ") if name == "unit" else str(value)


def _doubtful(found: Exhibit) -> list[tuple[str, int]]:
    """Words that were recognised in a picture, and not for sure, with how sure in per cent."""
    return [
        (found.context[box.start - found.start : box.end - found.start], round(box.confidence * 100))
        for box in found.boxes()
        if box.confidence is not None and box.confidence < _UNSURE
    ]


def _cite(found: Exhibit) -> Cite:
    document = found.document
    added = found.blocks[0].date if found.blocks and found.blocks[0].kind != "quoted" else None
    return Cite(
        publisher=document.publisher.value if document.publisher else None,
        title=document.title.value if document.title else None,
        published=added or (document.published.value if document.published else None),
        page=found.record.page,
        file=document.name,
        sha256=document.sha256,
        id=found.id,
    )


ROUTES = (Route("/record/{id}", record),)
