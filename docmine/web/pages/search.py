"""/search: a question and its best evidence, with how it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from docmine.errors import UsageError
from docmine.report.cards import named_nowhere
from docmine.report.inquiry import NEAREST
from docmine.report.rows import hit_row
from docmine.search.question import caveats, narrows
from docmine.web.facets import NOBODY, NOT_KNOWN, Values, chosen, document_values, facets, fits
from docmine.web.items import documents
from docmine.web.listed import Link, as_file, asked_form, chips, downloads, with_downloads
from docmine.web.rendering import render
from docmine.web.state import Snapshot, snapshot
from docmine.web.subjects import offered, topics

if TYPE_CHECKING:
    from docmine.index import Index
    from docmine.records import Hit
    from docmine.search import Inquiry

MOST = 50
"""Hits of one question that are looked for, so that facets can choose among them."""
SHOWN = 10
"""Of them, at first."""
FACETS = ("verdict", "topic", "owner", "publisher", "series", "type", "year")
LONGEST = 500
"""Characters of a question."""
REMEMBERED = 64
"""Questions of a snapshot whose answers are kept: each choice of a facet asks the same again."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what answers it."""

    inquiry: Inquiry
    ids: tuple[str, ...]
    """Of the hits."""
    notes: tuple[str, ...]
    """What a person has to know to read the hits rightly."""
    instead: tuple[str, ...]
    """Names of the index that are written like what nothing names."""
    nowhere: tuple[str, ...]
    """What the question names, and no hit."""
    searched: int
    """Documents."""


def search(request: Request) -> Response:
    now = snapshot(request)
    question = " ".join(request.query_params.get("q", "").split())
    form = asked_form(request)
    if not question:
        return render(request, "search.html.j2", {"question": "", "documents": len(documents(now))})
    if len(question) > LONGEST:
        raise UsageError(f"The question has {len(question):,} characters. Ask it in {LONGEST} or fewer.")
    found = asked(now, question)
    given = chosen(request.query_params, FACETS)
    every = [(hit, id, about(now, hit)) for hit, id in zip(found.inquiry.hits, found.ids, strict=True)]
    hits = [(hit, id) for hit, id, values in every if fits(values, given)]
    if form is not None:
        return as_file([hit_row(hit, id) for hit, id in hits], form, "search")
    places = threads_by_place(now)
    linked = [(hit, places.get((hit.doc, hit.start)) or (f"/record/{id}" if id else "")) for hit, id in hits]
    shown = len(hits) if request.query_params.get("all") == "yes" else SHOWN
    return render(
        request,
        "search.html.j2",
        {
            "question": question,
            "found": found,
            "reading": found.inquiry.reading,
            "hits": linked[:shown],
            "total": len(hits),
            "facets": facets(FACETS, (values for _, _, values in every), given),
            "chips": chips(request, FACETS),
            "everything": Link("all", f"{request.url.path}?{request.url.query}&all=yes") if len(hits) > shown else None,
            "documents": documents(now),
            "downloads": downloads(request),
        },
    )


def asked(now: Snapshot, question: str) -> Answered:
    """The answer, which a snapshot remembers. Raises UsageError for a question without a word, ModelMissing."""
    kept: dict[str, Answered] = now.once("questions", dict)
    found = kept.get(question)
    if found is None:
        with now.asking() as index:
            found = _answered(now, index, question)
            while len(kept) >= REMEMBERED:
                del kept[next(iter(kept))]
            kept[question] = found
    return found


def threads_by_place(now: Snapshot) -> Mapping[tuple[str, int], str]:
    """Document and first character of a promise → its page, also of one in another file of the same issue."""

    def made() -> dict[tuple[str, int], str]:
        return {
            (finding.doc, finding.start): f"/thread/{thread.id}"
            for thread in now.account.threads
            for finding in (*thread.twins, thread.finding)
        }

    return now.once("threads by place", made, of_verdicts=False)


def about(now: Snapshot, hit: Hit) -> Values:
    """What the facets say of a hit; who is to do it, and what became of it, is of promises only."""
    promise = hit.kind == "commitment" or hit.verdict is not None
    return {
        **document_values(documents(now).get(hit.doc)),
        "topic": tuple(
            name for name, names in subject_names(now) if names.search("\n".join((hit.text, *hit.headings)))
        ),
        "owner": (hit.owner or NOBODY,) if promise else (),
        "verdict": (hit.verdict or NOT_KNOWN,) if promise else (),
    }


def subject_names(now: Snapshot) -> list[tuple[str, re.Pattern[str]]]:
    """Each subject that is offered, and how its name is written."""

    def made() -> list[tuple[str, re.Pattern[str]]]:
        spelled = {topic.name: (topic.name, *topic.spellings) for topic in topics(now)}
        return [
            (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, spelled[name]))})\b", re.IGNORECASE))
            for name in offered(now)
        ]

    return now.once("subject names", made, of_verdicts=False)


def _answered(now: Snapshot, index: Index, question: str) -> Answered:
    inquiry = index.inquire(question, MOST)
    hits = inquiry.hits
    missing = named_nowhere(hits)
    unknown = " ".join(missing) if hits else inquiry.question.lexical
    searched = index.looked_in(inquiry.question)
    notes = caveats(inquiry.question, there=not narrows(inquiry.question) or bool(searched))
    return Answered(
        inquiry=inquiry,
        ids=index.ids(hits),
        notes=(*notes, *([NEAREST] if hits and not missing and not inquiry.sure else [])),
        instead=index.suggestions(unknown) if unknown else (),
        nowhere=tuple(missing),
        searched=len(searched) or len(now.account.documents),
    )


ROUTES = with_downloads("/search", search)
