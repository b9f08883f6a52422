"""What a person narrows a list by, read as the same words in a question are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from docmine.search.question import acronym_table
from docmine.search.question.period import days
from docmine.search.question.subject import subject
from docmine.store.partial import bounds
from docmine.words import words

if TYPE_CHECKING:
    from docmine.store import Filters, Store


def narrowed(store: Store, filters: Filters, *, today: date | None = None) -> Filters:
    """With the topic's names and phrases one by one, and dates for "March 2022" and "last year".

    What is not understood stays as it is.
    """
    now = today or date.today()
    return replace(
        filters,
        topic=_topic(store, filters.topic) if isinstance(filters.topic, str) else filters.topic,
        since=first_day(filters.since, now),
        until=last_day(filters.until, now),
        due_before=first_day(filters.due_before, now),
    )


def first_day(written: str | None, today: date | None = None) -> str | None:
    """Of a period in words, as ISO; what is ISO, or no period, stays as it is."""
    return _day(written, 0, today or date.today())


def last_day(written: str | None, today: date | None = None) -> str | None:
    return _day(written, 1, today or date.today())


def telling(written: str) -> set[str]:
    """The words of a topic, in small letters, by which its short forms and its people are looked up."""
    plain = {w.text.lower() for w in words(written)}
    return plain | {w.removesuffix("s") for w in plain}


def phrases(
    written: str, shorts: Iterable[tuple[str, str, str | None]], people: Iterable[str]
) -> str | tuple[str, ...]:
    """The names and phrases of a topic, all of which a text about it must name; what is not understood as it is.

    `shorts`: the id of a document, a short form, what it stands for there; `people`: names that the index knows.
    """
    table = acronym_table((short, long) for _, short, long in shorts)
    return subject(written, table, tuple(people)).phrases or written


def _topic(store: Store, written: str) -> str | tuple[str, ...]:
    asked = telling(written)
    return phrases(written, store.short_forms(asked), store.people_named(asked))


def _day(written: str | None, which: int, today: date) -> str | None:
    if not written or bounds(written):
        return written
    found = days(written, today)
    return found[which].isoformat() if found else written
