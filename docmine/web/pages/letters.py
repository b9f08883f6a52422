"""/letters: what a letter asked for, and what the reply said to each ask."""

from __future__ import annotations

from itertools import chain

from starlette.requests import Request
from starlette.responses import Response

from docmine.report.answers import COLUMNS, row, spots
from docmine.report.ids import table
from docmine.report.story.sources import Sources
from docmine.report.story.sums import letter
from docmine.web.listed import as_file, asked_form, downloads, with_downloads
from docmine.web.narrowed import narrowed
from docmine.web.rendering import render
from docmine.web.state import snapshot


def letters(request: Request) -> Response:
    now = snapshot(request)
    account = now.account
    found = narrowed(
        now,
        request,
        account.letters,
        lambda e: [e.letter.name, *(reply.name for reply in e.replies)],
        lambda e: " ".join(chain.from_iterable((a.text, *(r.text for r in a.replies)) for a in e.answers)),
    )
    form = asked_form(request)
    if form is not None:
        answers = [answer for exchange in found.things for answer in exchange.answers]
        places = spots(answers)
        known = table(places, [account.id_of(place) for place in places])
        return as_file([row(answer, known) for answer in answers], form, "letters", COLUMNS)
    sources = Sources(account)
    context = {
        "letters": [(exchange, letter(exchange, sources)) for exchange in found.things],
        "found": found,
        "all": len(account.letters),
        "asks": len(account.asks),
        "downloads": downloads(request),
    }
    return render(request, "letters.html.j2", context)


ROUTES = with_downloads("/letters", letters)
