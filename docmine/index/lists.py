"""Lists of one kind of record, of people, meanings and topics, narrowed by filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from docmine.errors import UsageError
from docmine.records import Acronym, Owner, Record

if TYPE_CHECKING:
    import pyarrow

    from docmine.compare import Person, ShortForm, Topic
    from docmine.index.access import Access

R = TypeVar("R", bound=Record)
Given = Mapping[str, str | float | None]
"""Name of a filter → its value; `docmine.store.Filters` has them."""


def listed(access: Access, kind: type[R], given: Given) -> tuple[R, ...]:
    from docmine.store import Filters

    try:
        asked = Filters(**given)  # type: ignore[arg-type]
    except TypeError as error:
        raise UsageError(f"There is no such filter ({error}).") from error
    with access.reading() as store:
        if asked.topic or asked.since or asked.until or asked.due_before:
            from docmine.search.narrow import narrowed

            asked = narrowed(store, asked)
        return tuple(r for r in store.records(kind.kind, asked) if isinstance(r, kind))


def people(access: Access, name: str | None, given: Given) -> tuple[Person, ...]:
    from docmine.compare import people

    filters, limit = _apart(given)
    chosen = {(o.doc, o.start) for o in listed(access, Owner, filters)} if filters else None
    with access.reading() as store:
        found = [p for p in people(store) if chosen is None or any((o.doc, o.start) in chosen for o in p.mentions)]
    asked = " ".join((name or "").casefold().split())
    return tuple(p for p in found if not asked or any(asked in s.casefold() for s in (p.name, *p.spellings)))[:limit]


def meanings(access: Access, short: str | None, given: Given) -> tuple[ShortForm, ...]:
    from docmine.compare import meanings

    filters, limit = _apart(given)
    chosen = {(a.doc, a.start) for a in listed(access, Acronym, filters)} if filters else None
    with access.reading() as store:
        found = [f for f in meanings(store) if chosen is None or any((a.doc, a.start) in chosen for a in f.mentions)]
    asked = (short or "").strip().casefold()
    return tuple(
        f for f in found if not asked or asked in {f.short.casefold(), *(a.text.casefold() for a in f.mentions)}
    )[:limit]


def topics(
    access: Access, words: str | None, publisher: str | None, since: str | None, until: str | None
) -> tuple[Topic, ...]:
    from docmine.compare import topics
    from docmine.search.narrow import narrowed
    from docmine.store import Filters

    with access.reading() as store:
        chosen = None
        if publisher or since or until:
            documents = store.records("document", narrowed(store, Filters(since=since, until=until)))
            asked = (publisher or "").casefold()
            chosen = {d.doc for d in documents if asked in (d.publisher or "").casefold()}
        found = topics(store, chosen)
    part = (words or "").casefold()
    return tuple(t for t in found if any(part in name.casefold() for name in (t.name, *t.spellings)))


def table(access: Access, name: str) -> pyarrow.Table:
    from docmine.store import table_name

    with access.reading() as store:
        return store.arrow(f'SELECT * FROM "{table_name(name)}" ORDER BY ALL')


def _apart(given: Given) -> tuple[Given, int | None]:
    """The filters without the limit, and the limit."""
    limit = given.get("limit")
    return {name: value for name, value in given.items() if name != "limit"}, None if limit is None else int(limit)
