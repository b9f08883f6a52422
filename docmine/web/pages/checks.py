"""/checks: sums that documents state, with the sum shown; those that do not come out first."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from docmine.report.checks import COLUMNS, row, spot
from docmine.report.ids import table
from docmine.report.story.sources import Sources
from docmine.report.story.sums import TOLD, sums
from docmine.report.verdicts import CHECKS
from docmine.web.listed import as_file, asked_form, downloads, sheet, with_downloads
from docmine.web.narrowed import narrowed
from docmine.web.rendering import render
from docmine.web.state import snapshot

_ALL = "all"


def checks(request: Request) -> Response:
    now = snapshot(request)
    account = now.account
    found = narrowed(now, request, account.checks, lambda c: [c.doc], lambda c: f"{c.text} {c.sum}")
    counts = Counter[str](check.verdict for check in found.things)
    asked = [v for v in request.query_params.getlist("verdict") if v in CHECKS or v == _ALL]
    wanted = set(CHECKS) if _ALL in asked else set(asked or TOLD)
    shown = [check for check in found.things if check.verdict in wanted]
    form = asked_form(request)
    if form is not None:
        spots = [spot(check) for check in shown]
        known = table(spots, [account.id_of(one) for one in spots])
        return as_file([row(check, known) for check in shown], form, "checks", COLUMNS)
    told = sums(shown, Sources(account), tuple(CHECKS))
    context = {
        "found": found,
        "sheet": sheet(told, request),
        "outcomes": [(plain, counts[key], key in wanted) for key, plain in CHECKS.items() if counts[key]],
        "everything": len(wanted) == len(CHECKS),
        "total": len(found.things),
        "downloads": downloads(request),
    }
    return render(request, "checks.html.j2", context)


ROUTES = with_downloads("/checks", checks)
