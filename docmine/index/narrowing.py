"""An account → the part of it that is in a scope."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from docmine.index.asked import Asked, folded, read

if TYPE_CHECKING:
    from docmine.compare import Person
    from docmine.index.account import Account, Exchange, Thread
    from docmine.index.scope import Scope
    from docmine.store import StoredDocument

Place = tuple[str, int]


def within(account: Account, scope: Scope) -> Account:
    """Raises UsageError for a date that is none, a blank, a document that the index does not have."""
    if not scope:
        return account
    asked = read(account.ground, scope)
    threads = [t for t in account.threads if asked.here(t.commitment)]
    quotes = [q for q in account.quotes if asked.here(q)]
    people = list(account.people)
    if scope.owner is not None:
        people = [p for p in people if _is_called(p, scope.owner)]
        theirs = {(t.commitment.doc, t.commitment.start) for p in people for t in p.commitments}
        threads = [t for t in threads if _place(t) in theirs or folded(scope.owner) in folded(t.commitment.owner)]
        quotes = [q for q in quotes if folded(scope.owner) in folded(f"{q.speaker} {q.speaker_role or ''}")]
    people = _people(asked, people, {_place(t) for t in threads})
    letters = [e for one in account.letters if (e := _exchange(asked, one, scope)) is not None]
    # A figure, a date or a sum is nobody's.
    owned = scope.owner is not None
    part = replace(
        account,
        scope=replace(account.scope, **scope.given),
        threads=tuple(threads),
        quotes=tuple(quotes),
        people=tuple(people),
        letters=tuple(letters),
        series=() if owned else tuple(s for s in account.series if any(asked.here(p.figure) for p in s.points)),
        checks=() if owned else tuple(c for c in account.checks if asked.here(c)),
        figures=() if owned else tuple(f for f in account.figures if asked.here(f)),
        dates=() if owned else tuple(d for d in account.dates if asked.here(d)),
        asks=() if owned else tuple(a for a in account.asks if asked.here(a)),
        acronyms=() if owned else tuple(a for a in account.acronyms if asked.here(a)),
        meanings=() if owned else tuple(m for m in account.meanings if any(asked.here(a) for a in m.mentions)),
    )
    documents = _documents(asked, part, owned=owned)
    names = {d.name for d in documents}
    return replace(
        part,
        documents=documents,
        same_issue={name: twins for name, twins in account.same_issue.items() if name in names},
    )


def _people(asked: Asked, people: Iterable[Person], promised: Collection[Place]) -> list[Person]:
    """Those who are named in scope or have promised something in it, each with what they promised in it."""
    found = []
    for person in people:
        theirs = tuple(t for t in person.commitments if (t.commitment.doc, t.commitment.start) in promised)
        if theirs or any(asked.here(mention) for mention in person.mentions):
            found.append(replace(person, commitments=theirs))
    return found


def _exchange(asked: Asked, one: Exchange, scope: Scope) -> Exchange | None:
    """With the asks that are about what is asked for; None where the letter and its replies are out of scope."""
    letters = (one.letter, *one.replies)
    if not any(asked.holds(document) for document in letters):
        return None
    people = (known.value for d in letters for known in (d.signatory, d.addressee) if known)
    if scope.owner is not None and not any(folded(scope.owner) in folded(name) for name in people):
        return None
    answers = tuple(answer for answer in one.answers if asked.about(answer))
    return replace(one, answers=answers) if answers else None


def _documents(asked: Asked, part: Account, *, owned: bool) -> tuple[StoredDocument, ...]:
    found = [d for d in part.documents if asked.looked_at(d)]
    if not owned:
        return tuple(found)
    named = {m.doc for person in part.people for m in person.mentions}
    spoken = {t.commitment.doc for t in part.threads} | {q.doc for q in part.quotes}
    return tuple(d for d in found if d.name in named | spoken)


def _is_called(person: Person, asked: str) -> bool:
    """By name or by role."""
    roles = (held.role or "" for held in person.held)
    return any(folded(asked) in folded(words) for words in (person.name, *person.spellings, *roles))


def _place(thread: Thread) -> Place:
    return thread.commitment.doc, thread.commitment.start
