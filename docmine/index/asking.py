"""A question → evidence, how it was read, and what it might have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.search import Inquiry
    from docmine.search.question import Question
    from docmine.search.similar import Similar
    from docmine.store import StoredDocument


def inquire(access: Access, question: str, limit: int) -> Inquiry:
    from docmine.search import inquire

    with access.reading() as store:
        return inquire(store, question, access.settings, limit)


def similar(access: Access, id: str, limit: int) -> Similar:
    from docmine.search.similar import similar

    with access.reading() as store:
        return similar(store, id, access.settings, limit)


def looked_in(access: Access, question: Question) -> tuple[StoredDocument, ...]:
    from docmine.search.suggest import looked_in

    with access.reading() as store:
        return looked_in(store, question)


def suggestions(access: Access, words: str) -> tuple[str, ...]:
    from docmine.search.suggest import suggestions

    with access.reading() as store:
        return suggestions(store, words)


def followed(access: Access) -> bool:
    from docmine.store import FINDINGS

    with access.reading() as store:
        return store.hold(FINDINGS)
