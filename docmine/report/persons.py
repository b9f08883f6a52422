"""People across documents: a table of them, one person's page, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from docmine.records import Commitment, Owner, as_dict
from docmine.report import safe, tables
from docmine.report.dates import british
from docmine.report.ids import Ids, full, short
from docmine.report.terminal import indented
from docmine.report.words import counted, place

if TYPE_CHECKING:
    from docmine.compare import Person
    from docmine.compare.posts import Held, Theirs

_NONE: Ids = MappingProxyType({})
_BY = {"name": "named as owner", "role": "by the role held then"}


def table(console: Console, found: Iterable[Person]) -> None:
    """A row a person: spellings, roles with their dates, and how much there is of them."""
    rows = [((p.name, *p.spellings), tuple(_lines(p)), _much(p)) for p in found]
    console.print(tables.lined((("Name", 2), ("Role, organisation, when", 4), ("In", 2)), rows))


def page(console: Console, person: Person, known: Ids, dates: Mapping[str, str | None]) -> None:
    """All that the documents say of one person; `dates` are the documents' own."""
    head = Text(safe.line(person.name), style="bold")
    if person.spellings:
        head.append(f"  also {', '.join(safe.line(s) for s in person.spellings)}", style="not bold dim")
    console.print(head)
    for held in person.held:
        console.print(indented(Text(_line(held))))
        console.print(indented(Text(", ".join(safe.line(doc) for doc in held.documents), style="dim"), 6))
    for email in person.emails:
        console.print(indented(Text(safe.line(email))))
    for sentence in person.apart:
        console.print(indented(Text(safe.line(sentence), style="yellow")))
    console.print(Text(f"\n{counted(len(person.commitments), 'commitment')}", style="bold"))
    for theirs in person.commitments:
        made = theirs.commitment
        where = Text(place(made.doc, made.page, theirs.published), style="cyan")
        where.append(f"  {short(known, made)}", style="dim")
        console.print(indented(where))
        console.print(indented(Text(f"“{safe.line(made.text)}”"), 6))
        facts = [_how(theirs), f"due {british(made.due)}" if made.due else None, made.strength]
        console.print(indented(Text(" · ".join(fact for fact in facts if fact), style="dim"), 6))
    console.print(Text(f"\nNamed in {counted(len(person.mentions), 'document')}", style="bold"))
    for mention in person.mentions:
        console.print(indented(Text(f"{place(mention.doc, mention.page, dates.get(mention.doc))}", style="cyan")))
    console.print()


def row(person: Person, known: Ids = _NONE) -> dict[str, Any]:
    """A person for JSON: roles, commitments and mentions as lists of objects."""
    return {
        "kind": "person",
        "name": person.name,
        "spellings": list(person.spellings),
        "roles": [as_dict_of(held) for held in person.held],
        "emails": list(person.emails),
        "first": person.first,
        "last": person.last,
        "commitments": [_commitment(theirs, known) for theirs in person.commitments],
        "mentions": [_mention(mention, known) for mention in person.mentions],
        "apart": list(person.apart),
    }


def flat(found: Iterable[Person]) -> Iterator[dict[str, Any]]:
    """For a spreadsheet: a row a role, and one for who has none."""
    for person in found:
        for held in person.held or (None,):
            yield {
                "name": person.name,
                "role": held.role if held else None,
                "organisation": held.organisation if held else None,
                "first": held.first if held else person.first,
                "last": held.last if held else person.last,
                "documents": list(held.documents) if held else [m.doc for m in person.mentions],
                "emails": list(person.emails),
                "spellings": list(person.spellings),
                "commitments": len(person.commitments),
                "apart": list(person.apart),
            }


COLUMNS = ("name", "role", "organisation", "first", "last", "documents", "emails", "spellings", "commitments", "apart")


def shown(found: Iterable[Person]) -> list[Commitment | Owner]:
    """The records that are shown of these people, whose ids one may want."""
    records: list[Commitment | Owner] = []
    for person in found:
        records += [theirs.commitment for theirs in person.commitments]
        records += person.mentions
    return records


def as_dict_of(held: Held) -> dict[str, Any]:
    return {
        "role": held.role,
        "organisation": held.organisation,
        "first": held.first,
        "last": held.last,
        "documents": list(held.documents),
    }


def _commitment(theirs: Theirs, known: Ids) -> dict[str, Any]:
    made = as_dict(theirs.commitment)
    names = ("doc", "text", "owner", "due", "strength", "topic", "start", "end", "page")
    said = {name: made[name] for name in names}
    return {**said, "published": theirs.published, "by": theirs.by, "id": full(known, theirs.commitment)}


def _mention(mention: Owner, known: Ids) -> dict[str, Any]:
    said = as_dict(mention)
    names = ("doc", "text", "role", "organisation", "email", "start", "end", "page")
    return {**{name: said[name] for name in names}, "id": full(known, mention)}


def _lines(person: Person) -> Iterator[str]:
    yield from (_line(held) for held in person.held)
    yield from person.emails
    yield from person.apart


def _line(held: Held) -> str:
    """ "Head of Housing, Anytown Council: March 2024 to October 2024"."""
    what = ", ".join(safe.line(part) for part in (held.role, held.organisation) if part)
    if held.first is None:
        return what
    if held.first == held.last:
        return f"{what}: {british(held.first)}"
    return f"{what}: {british(held.first)} to {british(held.last)}"


def _much(person: Person) -> tuple[str, ...]:
    said = (counted(len(person.mentions), "document"),)
    return (*said, counted(len(person.commitments), "commitment")) if person.commitments else said


def _how(theirs: Theirs) -> str:
    how = _BY[theirs.by]
    return f"{how} ({safe.line(theirs.commitment.owner or '')})" if theirs.by == "role" else how
