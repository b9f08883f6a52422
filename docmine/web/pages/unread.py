"""/unread: what could not be read, and why; what is not known of a document, so that it cannot be compared."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from docmine.report.words import sentence
from docmine.web.listed import as_file, asked_form, downloads, with_downloads
from docmine.web.rendering import render
from docmine.web.state import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docmine.index.account import Account

COLUMNS = ("what", "doc", "reason")


def unread(request: Request) -> Response:
    now = snapshot(request)
    account = now.account
    form = asked_form(request)
    if form is not None:
        return as_file(_rows(account), form, "unread", COLUMNS)
    context = {
        "failures": [(PurePath(f.path).name, sentence(f.reason), f.failed) for f in account.failures],
        "warned": [(d, [sentence(w) for w in d.warnings]) for d in account.documents if d.warnings],
        "undated": [d for d in account.documents if d.published is None],
        "unpublished": [d for d in account.documents if d.publisher is None],
        "weak": [d for d in account.documents if d.published and d.published.by in ("metadata", "filename")],
        "read": len(account.documents),
        "downloads": downloads(request),
    }
    return render(request, "unread.html.j2", context)


def _rows(account: Account) -> Iterator[dict[str, Any]]:
    for failure in account.failures:
        yield {"what": "not read", "doc": PurePath(failure.path).name, "reason": failure.reason}
    for document in account.documents:
        for warning in document.warnings:
            yield {"what": "not all read", "doc": document.name, "reason": warning}
        for name in ("published", "publisher"):
            if getattr(document, name) is None:
                yield {
                    "what": f"{'date' if name == 'published' else name} not known",
                    "doc": document.name,
                    "reason": None,
                }


ROUTES = with_downloads("/unread", unread)
