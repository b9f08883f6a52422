"""/owner/<name>: who somebody is, as the documents tell it, and which promises are theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docmine.report.dates import british
from docmine.report.story.nouns import Cite
from docmine.report.story.sources import Sources
from docmine.report.verdicts import VERDICTS, Plain
from docmine.web.rendering import render
from docmine.web.state import snapshot

if TYPE_CHECKING:
    from docmine.compare import Person
    from docmine.index.account import Account, Thread

_HOW = {"name": "named as the one to do it", "role": "by the role that they held then"}


@dataclass(frozen=True, slots=True)
class Post:
    """A role that somebody held."""

    what: str
    when: str
    """In the first and the last document that say so."""
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theirs:
    """A promise of theirs."""

    text: str
    href: str
    verdict: Plain
    how: str
    due: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Somebody:
    person: Person
    posts: tuple[Post, ...]
    promises: tuple[Theirs, ...]
    counts: tuple[tuple[Plain, int], ...]
    mentions: tuple[Cite, ...]

    @property
    def emails(self) -> tuple[tuple[str, str], ...]:
        """Each address, and where its link leads."""
        return tuple((email, f"mailto:{quote(email, safe='@')}") for email in self.person.emails)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def owner(request: Request) -> Response:
    now = snapshot(request)
    name = " ".join(request.path_params["name"].split())
    folded = _folded(name)
    found = [p for p in now.account.people if _folded(p.name) == folded]
    found = found or [p for p in now.account.people if folded in map(_folded, p.spellings)]
    body = [t for t in now.account.threads if _folded(t.commitment.owner or "") == folded]
    if not found and not body:
        raise HTTPException(404, f"No document names {name}, or it spells the name otherwise: see all people.")
    sources = Sources(now.account)
    context = {
        "name": found[0].name if found else body[0].commitment.owner,
        "people": [_somebody(person, now.account, sources) for person in found],
        "body": [] if found else [_thread(thread, "", sources) for thread in body],
        "counts": [] if found else _counts(body),
    }
    return render(request, "owner.html.j2", context)


def _somebody(person: Person, account: Account, sources: Sources) -> Somebody:
    theirs, threads = [], []
    for one in person.commitments:
        thread = account.thread(account.id_of(one.commitment))
        if thread is not None and thread not in threads:
            threads.append(thread)
            theirs.append(_thread(thread, _HOW[one.by], sources))
    posts = []
    for held in person.held:
        what = ", ".join(part for part in (held.role, held.organisation) if part)
        first, last = british(held.first), british(held.last)
        posts.append(Post(what, first if first == last else f"{first} to {last}", held.documents))
    mentions = tuple(sources.cite(mention, account.published(mention)) for mention in person.mentions)
    return Somebody(person, tuple(posts), tuple(theirs), tuple(_counts(threads)), mentions)


def _thread(thread: Thread, how: str, sources: Sources) -> Theirs:
    finding = thread.finding
    return Theirs(
        text=finding.text,
        href=f"/thread/{thread.id}",
        verdict=VERDICTS[finding.verdict],
        how=how,
        due=british(finding.due),
        cite=sources.cite(finding, finding.published),
    )


def _counts(threads: list[Thread]) -> list[tuple[Plain, int]]:
    counts = Counter[str](thread.finding.verdict for thread in threads)
    return [(plain, counts[key]) for key, plain in VERDICTS.items() if counts[key]]


ROUTES = (Route("/owner/{name:path}", owner),)
