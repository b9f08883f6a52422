"""/review/<id>: what a person says of a verdict. Stored in the index, as `docmine track review` does."""

from __future__ import annotations

from typing import cast, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from docmine.errors import IndexProblem, UsageError
from docmine.records import Verdict
from docmine.web.problems import NOT_FOUND, status_of
from docmine.web.rendering import render
from docmine.web.state import snapshot

VERDICTS = get_args(Verdict)
LONGEST = 2000
"""Characters of a reason."""


def form(request: Request) -> Response:
    return _page(request, {})


def judged(request: Request) -> Response:
    """Store it and go back to the thread; where that cannot be, the form again with what was typed."""
    said = request.state.form
    id = request.path_params["id"]
    thread = snapshot(request).account.thread(id)
    if thread is None:
        raise HTTPException(404, NOT_FOUND)
    verdict, reason = said.get("verdict", ""), " ".join(said.get("reason", "").split())
    if verdict != "agree" and verdict not in VERDICTS:
        return _page(request, said, "Say whether the verdict is right, or which one would be.", 400)
    if verdict not in ("agree", thread.finding.verdict) and not reason:
        return _page(request, said, "Say in a few words why: others will read your verdict in place of docmine's.", 400)
    if len(reason) > LONGEST:
        return _page(request, said, f"Shorten the reason to {LONGEST:,} characters; it has {len(reason):,}.", 400)
    state = request.app.state.docmine
    try:
        state.review(thread, None if verdict == "agree" else cast(Verdict, verdict), reason)
    except (IndexProblem, UsageError) as error:
        return _page(request, said, f"This could not be saved: {error} What you typed is still here.", status_of(error))
    return RedirectResponse(f"/thread/{thread.id}#judgement", 303)


def _page(request: Request, said: dict[str, str], problem: str = "", status: int = 200) -> Response:
    thread = snapshot(request).account.thread(request.path_params["id"])
    if thread is None:
        raise HTTPException(404, NOT_FOUND)
    return render(request, "review.html.j2", {"thread": thread, "said": said, "problem": problem}, status=status)


ROUTES = (Route("/review/{id}", form), Route("/review/{id}", judged, methods=["POST"]))
