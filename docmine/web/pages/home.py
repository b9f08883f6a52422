"""/: what is here, for somebody who comes for the first time; and /verdicts, what the verdicts mean."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docmine.report.verdicts import CHECKS, FLAGS, OUTCOMES, VERDICTS
from docmine.web.kinds import KINDS, items
from docmine.web.rendering import render
from docmine.web.state import Snapshot, snapshot
from docmine.web.subjects import offered, with_subjects

NEWEST = 6
"""Documents that are."""
_KINDS = {kind.name: kind for kind in KINDS}


def home(request: Request) -> Response:
    now = snapshot(request)
    account = now.account
    dates = sorted(d.published.value for d in account.documents if d.published)
    publishers = Counter(d.publisher.value for d in account.documents if d.publisher)
    verdicts = Counter(item.facets["verdict"][0] for item in items(now, _KINDS["commitments"]))
    return render(
        request,
        "home.html.j2",
        {
            "account": account,
            "first": dates[0] if dates else None,
            "last": dates[-1] if dates else None,
            "publishers": publishers.most_common(),
            "verdicts": [(key, verdicts[key]) for key in VERDICTS if verdicts[key]],
            "topics": subjects(now),
            "newest": [d for d in reversed(account.documents) if d.published][:NEWEST],
            "kinds": [(kind, len(items(now, kind))) for kind in KINDS],
            "odd": sum(1 for series in account.series if series.flags),
            "wrong": sum(1 for check in account.checks if check.verdict == "does not agree"),
            "unanswered": sum(1 for letter in account.letters for a in letter.answers if a.verdict == "unanswered"),
        },
    )


def subjects(now: Snapshot) -> list[tuple[str, int]]:
    """What has promises, and how many: as many as the list of them has."""
    kind = _KINDS["commitments"]
    counts = Counter(topic for _, values in with_subjects(now, kind, items(now, kind), ()) for topic in values["topic"])
    return sorted(((topic, counts[topic]) for topic in offered(now) if counts[topic]), key=lambda pair: -pair[1])


def verdicts(request: Request) -> Response:
    tables = (
        ("promises", "What became of a promise", VERDICTS),
        ("asks", "What a reply says to an ask", OUTCOMES),
        ("checks", "Whether a sum comes out", CHECKS),
        ("figures", "What is odd about a figure over time", FLAGS),
    )
    return render(request, "verdicts.html.j2", {"tables": tables})


ROUTES = (Route("/", home), Route("/verdicts", verdicts))
