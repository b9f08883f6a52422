"""A document: its text with its records marked, beside pictures of its pages, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docmine.errors import UsageError
from docmine.records import Span, place_id
from docmine.report.reading import KNOWN_BY
from docmine.report.story.nouns import Cite
from docmine.report.verdicts import VERDICTS
from docmine.web.named import by_name, problem
from docmine.web.rendering import part, render
from docmine.web.state import Snapshot, snapshot
from docmine.web.text.layout import reading
from docmine.web.text.marks import Mark

if TYPE_CHECKING:
    from docmine.index.account import Account, Thread
    from docmine.index.documents import Opened
    from docmine.store import StoredDocument

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record as the text shows it: its letter says without colour what it is."""

    key: str
    letter: str
    one: str
    many: str


KINDS = (
    Kind("commitment", "P", "Promise", "Promises"),
    Kind("ask", "A", "Ask", "Asks"),
    Kind("figure", "F", "Figure", "Figures"),
    Kind("date", "D", "Date", "Dates"),
    Kind("owner", "N", "Name", "Names of people"),
    Kind("quote", "Q", "Quotation", "Quotations"),
    Kind("acronym", "S", "Short form", "Short forms"),
)
SHOWN = frozenset(kind.key for kind in KINDS) - {"acronym"}
"""What is marked unless somebody chooses: short forms stand in every other line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind with its box to tick."""

    kind: Kind
    count: int
    on: bool


def document(request: Request) -> Response:
    now = snapshot(request)
    opened = _opened(now, request.path_params["name"])
    found, account = opened.document, now.account
    asked = request.query_params
    shown = frozenset(asked.getlist("show")) if "show" in asked else SHOWN
    wrong = problem(now, found)
    drawn = bool(found.pages) and (found.media_type == "application/pdf" or found.media_type.startswith("image/"))
    marks = [*_own(asked.get("at", "")), *_marks(opened, account, shown)]
    promises = _promises(opened, account)
    context = {
        "opened": opened,
        "document": found,
        "reading": reading(opened.blocks, marks, found.pages or 0),
        "known_by": KNOWN_BY,
        "choices": _choices(opened.records, shown),
        "shown": [kind.key for kind in KINDS if kind.key in shown],
        "problem": wrong,
        "pictures": drawn and wrong is None,
        "pictured": asked.get("pictures") != "no",
        "others": account.same_issue.get(found.name, ()),
        "cite": _cite(found),
        "before": _neighbour(account.documents, found, -1),
        "after": _neighbour(account.documents, found, 1),
        "promises": promises,
        "counts": Counter(thread.finding.verdict for thread in promises),
        "here": lambda **changed: _address(found, asked.multi_items(), changed),
    }
    return render(request, "document.html.j2", context)


def _opened(now: Snapshot, name: str) -> Opened:
    asked = by_name(now, name) or name
    try:
        with now.asking() as index:
            return index.opened(asked)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def _marks(opened: Opened, account: Account, shown: frozenset[str]) -> list[Mark]:
    """Of every record that is shown; a promise leads to its thread, everything else to its record."""
    kinds = {kind.key: kind for kind in KINDS if kind.key in shown}
    found = []
    for record in opened.records:
        kind = kinds.get(record.kind)
        if kind is None:
            continue
        id = place_id(opened.document.sha256, record.kind, record.start, record.end)
        thread = account.thread(id)
        says = f"{kind.one}: {VERDICTS[thread.finding.verdict].word}" if thread else kind.one
        href = f"/thread/{id}" if thread else f"/record/{id}"
        found.append(Mark(record.start, record.end, record.kind, kind.letter, says, href))
    return found


def _cite(found: StoredDocument) -> Cite:
    """Of the document as a whole."""
    return Cite(
        publisher=found.publisher.value if found.publisher else None,
        title=found.title.value if found.title else None,
        published=found.published.value if found.published else None,
        page=None,
        file=found.name,
        sha256=found.sha256,
    )


def _own(asked: str) -> list[Mark]:
    """The words that an address points at: "at=1200-1260"."""
    place = _PLACE.fullmatch(asked)
    return [Mark(int(place[1]), int(place[2]), "own")] if place else []


def _choices(records: Sequence[Span], shown: frozenset[str]) -> list[Choice]:
    counts = {kind.key: sum(record.kind == kind.key for record in records) for kind in KINDS}
    return [Choice(kind, counts[kind.key], kind.key in shown) for kind in KINDS if counts[kind.key]]


def _promises(opened: Opened, account: Account) -> list[Thread]:
    """What became of its promises, in the order of the text."""
    key = opened.document.sha256
    places = [(r.start, r.end) for r in opened.records if r.kind == "commitment"]
    found = (account.thread(place_id(key, "commitment", start, end)) for start, end in places)
    return [thread for thread in found if thread is not None]


def _neighbour(documents: Sequence[StoredDocument], found: StoredDocument, step: int) -> StoredDocument | None:
    """The issue before or after it in its series, by date."""
    if found.series is None or not found.current:
        return None
    publisher = found.publisher.value if found.publisher else None
    issues = [
        d
        for d in documents
        if d.series
        and d.series.value == found.series.value
        and (d.publisher.value if d.publisher else None) == publisher
        and (d.doc_id == found.doc_id or d.published != found.published)
    ]
    place = next((i for i, d in enumerate(issues) if d.doc_id == found.doc_id), None)
    if place is None or not 0 <= place + step < len(issues):
        return None
    return issues[place + step]


def _address(found: StoredDocument, asked: Sequence[tuple[str, str]], changed: Mapping[str, str]) -> str:
    """This page with some of its parameters changed."""
    kept = [(key, value) for key, value in asked if key not in changed]
    query = urlencode([*kept, *((key, value) for key, value in changed.items() if value)])
    name = part(found.name if found.current else found.sha256[:16])
    return f"/document/{name}{'?' if query else ''}{query}"


ROUTES = (Route("/document/{name:path}", document),)
