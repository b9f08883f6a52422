"""The account as lists of things of one kind, each with its address, its words and its facets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from docmine.records import Span
from docmine.report import ids, persons, shortforms
from docmine.report.rows import finding_row, record_row
from docmine.web.facets import NOBODY, NOT_KNOWN, document_values
from docmine.web.rendering import part

if TYPE_CHECKING:
    from docmine.index.account import Account, Thread
    from docmine.store import StoredDocument
    from docmine.web.state import Snapshot

Row = dict[str, Any]
OF_DOCUMENT = ("publisher", "series", "type", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of a list."""

    key: tuple[str, str, int]
    """Kind, document, place: to find it in a subject."""
    id: str
    href: str
    thing: Any
    """A Thread, a record, a Person, a ShortForm, a StoredDocument."""
    published: str
    """ISO; empty where it is not known."""
    words: str
    """Everything that is said of it, in lower case, to be looked through."""
    facets: Mapping[str, tuple[str, ...]]
    rows: Callable[[], Iterable[Row]]
    """Of a download."""


def documents(now: Snapshot) -> Mapping[str, StoredDocument]:
    """By name."""
    return now.once("documents", lambda: {d.name: d for d in now.account.documents}, of_verdicts=False)


def threads(account: Account) -> Iterator[Item]:
    about = _about_documents(account)
    for thread in account.threads:
        finding, commitment = thread.finding, thread.commitment
        yield Item(
            key=_key(commitment),
            id=thread.id,
            href=f"/thread/{thread.id}",
            thing=thread,
            published=finding.published or "",
            words=_words(commitment.text, commitment.owner, commitment.topic, *commitment.headings, commitment.stem),
            facets={
                **about(commitment.doc),
                "owner": (commitment.owner or NOBODY,),
                "verdict": (finding.verdict,),
            },
            rows=partial(_thread_rows, account, thread),
        )


def records(name: str, owner: Callable[[Any], str | None] | None = None) -> Callable[[Account], Iterator[Item]]:
    """Of the records of an account that are called so; `owner`: who speaks, or is responsible."""

    def made(account: Account) -> Iterator[Item]:
        about = _about_documents(account)
        for record in getattr(account, name):
            id = account.id_of(record)
            sentence = account.sentence(record)
            facets = about(record.doc)
            if owner is not None:
                facets = {**facets, "owner": (owner(record) or NOBODY,)}
            said = [sentence.text, *sentence.headings] if sentence else []
            yield Item(
                key=_key(record),
                id=id,
                href=f"/record/{id}",
                thing=(record, sentence),
                published=account.published(record) or "",
                words=_words(record.text, getattr(record, "metric", None), getattr(record, "speaker", None), *said),
                facets=facets,
                rows=partial(_record_rows, account, record, id),
            )

    return made


def people(account: Account) -> Iterator[Item]:
    about = _about_documents(account)
    for person in account.people:
        yield Item(
            key=("person", person.name, 0),
            id="",
            href=f"/owner/{part(person.name)}",
            thing=person,
            published=person.last or "",
            words=_words(person.name, *person.spellings, *(w for h in person.held for w in (h.role, h.organisation))),
            facets=_merged(about(mention.doc) for mention in person.mentions),
            rows=partial(persons.flat, [person]),
        )


def short_forms(account: Account) -> Iterator[Item]:
    about = _about_documents(account)
    for form in account.meanings:
        id = account.id_of(form.mentions[0])
        yield Item(
            key=("acronym", form.short, 0),
            id=id,
            href=f"/record/{id}",
            thing=form,
            published=max((account.published(m) or "" for m in form.mentions), default=""),
            words=_words(form.short, *(meaning.long for meaning in form.meanings)),
            facets=_merged(about(mention.doc) for mention in form.mentions),
            rows=partial(shortforms.flat, [form]),
        )


def publications(account: Account) -> Iterator[Item]:
    for document in account.documents:
        about = {name: value.value for name in _ABOUT if (value := getattr(document, name))}
        yield Item(
            key=("document", document.name, 0),
            id=document.sha256[:16],
            href=f"/document/{part(document.name)}",
            thing=document,
            published=document.published.value if document.published else "",
            words=_words(document.name, *about.values()),
            facets=document_values(document),
            rows=partial(_document_rows, account, document),
        )


_ABOUT = ("title", "doc_type", "publisher", "addressee", "signatory", "series", "number", "published")


def document_row(account: Account, document: StoredDocument) -> Row:
    """As `docmine status --format json` has it, without the place on this computer."""
    return {
        "doc": document.name,
        **{name: known.value if (known := getattr(document, name)) else None for name in _ABOUT},
        "same_issue_as": list(account.same_issue.get(document.name, ())),
        "pages": document.pages,
        "version": document.version,
        "ingested": document.ingested.isoformat(timespec="seconds"),
        "source": document.source,
        "sha256": document.sha256,
        "warnings": list(document.warnings),
    }


def _thread_rows(account: Account, thread: Thread) -> list[Row]:
    found: list[ids.Item] = [thread.finding, *thread.finding.evidence]
    known = [thread.id, *(account.id_of(evidence) for evidence in thread.finding.evidence)]
    return [finding_row(thread.finding, ids.table(found, known))]


def _record_rows(account: Account, record: Span, id: str) -> list[Row]:
    return [record_row(record, id) | {"published": account.published(record)}]


def _document_rows(account: Account, document: StoredDocument) -> list[Row]:
    return [document_row(account, document)]


def _about_documents(account: Account) -> Callable[[str], dict[str, tuple[str, ...]]]:
    known = {document.name: document_values(document) for document in account.documents}
    unknown = document_values(None)
    return lambda name: known.get(name, unknown)


def _merged(several: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {name: {} for name in OF_DOCUMENT}
    for values in several:
        for name in OF_DOCUMENT:
            found[name].update(dict.fromkeys(values[name]))
    return {name: tuple(values) or (NOT_KNOWN,) for name, values in found.items()}


def _key(record: Any) -> tuple[str, str, int]:
    return record.kind, record.doc, record.start


def _words(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text).casefold()
