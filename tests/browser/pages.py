"""Every page of the web view, with an address on the sample publications for each way that it can look."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from docmine.index.account import Account

PAGES: dict[str, tuple[str, ...]] = {
    "/": ("/",),
    "/search": ("/search", "/search?q=waiting+times", "/search?q=zeppelin"),
    "/commitments": ("/commitments", "/commitments?verdict=dropped&verdict=slipped", "/commitments?q=zeppelin"),
    "/figures": ("/figures?page=2",),
    "/asks": ("/asks",),
    "/owners": ("/owners",),
    "/quotes": ("/quotes",),
    "/dates": ("/dates",),
    "/acronyms": ("/acronyms",),
    "/documents": ("/documents",),
    "/ledger": ("/ledger",),
    "/checks": ("/checks",),
    "/letters": ("/letters",),
    "/unread": ("/unread",),
    "/series": ("/series",),
    "/series/{id}": ("/series/{odd}", "/series/{even}"),
    "/thread/{id}": (
        "/thread/{dropped}",
        "/thread/{slipped}",
        "/thread/{weakened}",
        "/thread/{progressed}",
        "/thread/{delivered}",
        "/thread/{unsure}",
        "/thread/{open}",
    ),
    "/review/{id}": ("/review/{dropped}",),
    "/record/{id}": ("/record/{figure}", "/record/{cell}", "/record/{ask}"),
    "/document/{name:path}": (
        "/document/{pdf}",
        "/document/{letter}",
        "/document/{page}",
        "/document/{pdf}?show=&pictures=no",
    ),
    "/owner/{name:path}": ("/owner/{owner}",),
    "/diff": ("/diff", "/diff?old={pdf}&new={pdf_after}"),
    "/verdicts": ("/verdicts",),
    "/api": ("/api",),
}
"""By the route of the app. What stands in braces in an address is one of `samples`."""

NO_PAGES = {
    "/file/{name:path}",
    "/page/{name:path}/{number}.png",
    "/picture/{id}.png",
    "/static",
    "/static/shared.css",
}
"""What the app serves besides: files, pictures. Downloads and the answers of the API are told by their routes."""


def samples(account: Account) -> dict[str, str]:
    """Things of the sample publications, by the names that addresses above have for them."""
    verdicts = {thread.finding.verdict: thread.id for thread in account.threads}
    named = max(account.people, key=lambda person: len(person.commitments))
    pdfs = [d.name for d in account.documents if d.series and d.series.value == "SEND Improvement Update"]
    found = {
        **verdicts,
        "odd": next(account.id_of(s.points[0].figure) for s in account.series if s.flags),
        "even": next(account.id_of(s.points[0].figure) for s in account.series if not s.flags),
        "figure": account.id_of(account.figures[0]),
        "cell": next(account.id_of(f) for f in account.figures if f.doc == "SEND Quarterly Report Q1 2024-25.pdf"),
        "ask": account.id_of(account.asks[0]),
        "pdf": pdfs[0],
        "pdf_after": pdfs[1],
        "letter": next(d.name for d in account.documents if d.name.endswith(".docx")),
        "page": next(d.name for d in account.documents if d.name.endswith(".html")),
        "owner": named.name,
    }
    return {name: quote(value) for name, value in found.items()}


def addresses() -> list[str]:
    return [address for group in PAGES.values() for address in group]
