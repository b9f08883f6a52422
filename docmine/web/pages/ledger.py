"""/ledger: promises whose date was moved, by how much; and promises that are reported as done, with the day of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from docmine.report.story.ledger import Move, moves
from docmine.report.story.nouns import Cite
from docmine.report.story.promises import Promise, promise
from docmine.report.story.sources import Sources
from docmine.report.words import counted
from docmine.store.partial import bounds
from docmine.web.listed import as_file, asked_form, downloads, sheet, with_downloads
from docmine.web.narrowed import narrowed
from docmine.web.rendering import render
from docmine.web.state import snapshot

if TYPE_CHECKING:
    from docmine.web.state import Snapshot

COLUMNS = (
    "ledger",
    "doc",
    "text",
    "owner",
    "first_due",
    "last_due",
    "days",
    "revisions",
    "reported",
    "reported_in",
    "id",
)


@dataclass(frozen=True, slots=True)
class Done:
    """A promise that a later document reports as done."""

    promise: Promise
    reported: str
    """ISO date of the document that says so first."""
    cite: Cite
    after: int | None
    """Days from the day that it was due to that of the report; None without a due date."""

    @property
    def told(self) -> str:
        """Against its date, without saying that it was late: a report may come long after the deed."""
        if self.after is None:
            return "no date was given"
        if self.after <= 0:
            return "by its date"
        return f"reported {counted(self.after, 'day')} after its date"


def ledger(request: Request) -> Response:
    now = snapshot(request)
    moved, done = now.once("ledger", lambda: _made(now))
    every: list[Move | Done] = [*moved, *done]
    found = narrowed(now, request, every, lambda one: [one.promise.finding.doc], lambda one: _words(one.promise))
    slipped = [one for one in found.things if isinstance(one, Move)]
    delivered = [one for one in found.things if isinstance(one, Done)]
    form = asked_form(request)
    if form is not None:
        rows = [*map(_moved_row, slipped), *map(_done_row, delivered)]
        return as_file(rows, form, "ledger", COLUMNS)
    which = "done" if request.query_params.get("list") == "done" else "moved"
    days = sorted(m.days for m in slipped if m.days and m.days > 0)
    context = {
        "which": which,
        "sheet": sheet(delivered if which == "done" else slipped, request),
        "counts": {"moved": len(slipped), "done": len(delivered)},
        "address": {name: _address(request, name) for name in ("moved", "done")},
        "facets": found.facets,
        "chips": found.chips,
        "later": len(days),
        "middle": days[len(days) // 2] if days else 0,
        "longest": days[-1] if days else 0,
        "downloads": downloads(request),
    }
    return render(request, "ledger.html.j2", context)


def _address(request: Request, which: str) -> str:
    """The other of the two lists, narrowed as this one is."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("list", "page") and v]
    return f"/ledger?{urlencode([*kept, ('list', which)])}"


def _made(now: Snapshot) -> tuple[tuple[Move, ...], tuple[Done, ...]]:
    sources = Sources(now.account)
    told = [
        promise(thread, sources)
        for thread in now.account.threads
        if thread.finding.revisions or thread.finding.verdict == "delivered"
    ]
    return moves(told), tuple(
        sorted(filter(None, (_done(one, sources) for one in told)), key=lambda d: d.reported, reverse=True)
    )


def _done(told: Promise, sources: Sources) -> Done | None:
    if told.finding.verdict != "delivered":
        return None
    reports = sorted(
        (e for e in told.finding.evidence if e.relation == "delivered" and e.sure and e.published),
        key=lambda e: e.published or "",
    )
    if not reports:
        return None
    first = reports[0]
    due, said = _last_day(told.due), _last_day(first.published)
    after = (said - due).days if due and said else None
    return Done(told, first.published or "", sources.cite(first, first.published), after)


def _last_day(iso: str | None) -> date | None:
    days = bounds(iso)
    return days[1] if days else None


def _words(told: Promise) -> str:
    return " ".join((told.text, told.owner or "", *told.headings))


def _moved_row(move: Move) -> dict[str, Any]:
    dues = [entry["due"] for entry in move.promise.finding.due_history if entry["due"]]
    return {
        **_row("slippage", move.promise),
        "last_due": dues[-1] if dues else None,
        "days": move.days,
        "revisions": move.promise.finding.revisions,
    }


def _done_row(done: Done) -> dict[str, Any]:
    return {
        **_row("delivery", done.promise),
        "reported": done.reported,
        "reported_in": done.cite.file,
        "days": done.after,
    }


def _row(ledger: str, told: Promise) -> dict[str, Any]:
    finding = told.finding
    made = {
        "ledger": ledger,
        "doc": finding.doc,
        "text": finding.text,
        "owner": finding.owner,
        "first_due": finding.due,
    }
    return {name: made.get(name) for name in COLUMNS} | {"id": told.id}


ROUTES = with_downloads("/ledger", ledger)
