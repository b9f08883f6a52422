"""One promise through time: what became of it, how sure that is, and every place that speaks of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from docmine.report.dates import british
from docmine.report.story.nouns import Cite, Mention
from docmine.report.story.promises import promise
from docmine.report.story.sources import Sources
from docmine.report.words import counted
from docmine.store import StoredDocument
from docmine.web.rendering import part, render
from docmine.web.state import snapshot

if TYPE_CHECKING:
    from docmine.index.account import Account, Thread
    from docmine.records import Finding

_IDS = 16
"""Digits of a whole id."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place that gave a date, or named who is to do it."""

    what: str
    change: str
    """How it differs from the first: "31 days later"; empty for the first itself."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class Twin:
    """The same promise in another file of the issue."""

    doc: str
    href: str


def thread(request: Request) -> Response:
    now = snapshot(request)
    account = now.account
    found = account.thread(request.path_params["id"]) or _beginning(account, request.path_params["id"])
    if found is None:
        raise HTTPException(404, "No promise has this address. Its address changes when its document does.")
    if found.id != request.path_params["id"] and len(request.path_params["id"]) < _IDS:
        return RedirectResponse(f"/thread/{found.id}", 307)
    finding, sources = found.finding, Sources(account)
    told = promise(found, sources)
    context = {
        "thread": found,
        "promise": told,
        "document": account.document(finding.doc),
        "mentions": [_linked(mention) for mention in told.mentions],
        "perhaps": [_linked(mention) for mention in told.perhaps],
        "dates": _dates(finding, sources),
        "owners": _owners(finding, sources),
        "people": [p for p in account.people if any(_same(t.commitment, finding) for t in p.commitments)],
        "searched": [(account.document(name), sources.title(name)) for name in finding.searched],
        "twins": [Twin(t.doc, f"/document/{part(t.doc)}") for t in found.twins],
        "pictured": _pictured(account.document(finding.doc)),
        "key": account.document(finding.doc).sha256[:16],
    }
    return render(request, "thread.html.j2", context)


def _beginning(account: Account, asked: str) -> Thread | None:
    """The only thread whose id begins so."""
    alike = [t for t in account.threads if len(asked) >= 6 and t.id.startswith(asked.lower())]
    return alike[0] if len(alike) == 1 else None


def _linked(mention: Mention) -> Mention:
    return replace(mention, href=f"/record/{mention.cite.id}") if mention.cite.id else mention


def _dates(finding: Finding, sources: Sources) -> list[Step]:
    """Each date that was given for it; nothing where there is only the first."""
    if len(finding.due_history) < 2:
        return []
    found = []
    for i, entry in enumerate(finding.due_history):
        days = entry.get("days")
        change = ""
        if i and isinstance(days, int):
            later = "later" if days > 0 else "earlier"
            change = f"{counted(abs(days), 'day')} {later} than at first" if days else "the same day as at first"
        found.append(Step(british(entry["due"]) or "no date", change, sources.entry(entry)))
    return found


def _owners(finding: Finding, sources: Sources) -> list[Step]:
    """Each who was named as the one to do it, where that changed."""
    if len(finding.owner_history) < 2:
        return []
    return [Step(str(entry["owner"] or "nobody is named"), "", sources.entry(entry)) for entry in finding.owner_history]


def _same(commitment: object, finding: Finding) -> bool:
    return (getattr(commitment, "doc", None), getattr(commitment, "start", None)) == (finding.doc, finding.start)


def _pictured(document: StoredDocument) -> bool:
    return document.media_type == "application/pdf" or document.media_type.startswith("image/")


ROUTES = (Route("/thread/{id}", thread),)
