"""The lists of the view: what each is called, what narrows and orders it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docmine.report.verdicts import VERDICTS
from docmine.web.items import OF_DOCUMENT, Item, people, publications, records, short_forms, threads

if TYPE_CHECKING:
    from docmine.index.account import Account
    from docmine.web.state import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A list of the view."""

    name: str
    """Its address: "commitments" for /commitments."""
    title: str
    one: str
    many: str
    intro: str
    facets: tuple[str, ...]
    sorts: Mapping[str, tuple[str, Callable[[Item], Any]]]
    """By name: words for people, and the key. The first is the usual one."""
    columns: tuple[str, ...] = ()
    """Of a download of which there is no row."""
    items: Callable[[Account], Iterator[Item]] = field(repr=False)

    @property
    def of_verdicts(self) -> bool:
        return "verdict" in self.facets


def items(now: Snapshot, kind: Kind) -> tuple[Item, ...]:
    """All of a kind, made once a snapshot."""
    return now.once(("items", kind.name), lambda: tuple(kind.items(now.account)), of_verdicts=kind.of_verdicts)


def _newest(item: Item) -> Any:
    return tuple(-int(n) for n in (item.published or "0").replace("/", "-").split("-") if n.isdigit())


def _oldest(item: Item) -> Any:
    return (not item.published, item.published)


def _soonest(item: Item) -> Any:
    due = item.thing.commitment.due
    return (due is None, due or "", item.published)


def _by_verdict(item: Item) -> Any:
    return (list(VERDICTS).index(item.facets["verdict"][0]), _newest(item))


_BY_DATE: dict[str, tuple[str, Callable[[Item], Any]]] = {
    "newest": ("Newest document first", _newest),
    "oldest": ("Oldest document first", _oldest),
}

KINDS: tuple[Kind, ...] = (
    Kind(
        name="commitments",
        title="What was promised",
        one="promise",
        many="promises",
        intro="Every sentence that binds somebody to something still to be done, and what later documents say of it.",
        facets=("verdict", "topic", "owner", *OF_DOCUMENT),
        sorts={
            **_BY_DATE,
            "due": ("Due soonest first", _soonest),
            "verdict": ("By what became of it", _by_verdict),
        },
        items=threads,
    ),
    Kind(
        name="figures",
        title="Figures",
        one="figure",
        many="figures",
        intro="Numbers that state a fact about the service, with what they measure as far as the sentence says it.",
        facets=("topic", *OF_DOCUMENT),
        sorts={
            **_BY_DATE,
            "measure": ("By what is measured", lambda item: (item.thing[0].metric or "￿").casefold()),
            "value": ("Largest number first", lambda item: -item.thing[0].value),
        },
        items=records("figures"),
    ),
    Kind(
        name="asks",
        title="What was asked for",
        one="ask",
        many="asks",
        intro="Requests and demands made to the council or its partners.",
        facets=("topic", *OF_DOCUMENT),
        sorts=_BY_DATE,
        items=records("asks"),
    ),
    Kind(
        name="owners",
        title="People who are named",
        one="person",
        many="people",
        intro="Everybody whom the documents name, with the roles that they give them. Two people of one name are kept"
        " apart where the documents do not say that they are one.",
        facets=OF_DOCUMENT,
        sorts={
            "name": ("By last name", lambda item: item.thing.name.casefold().split()[::-1]),
            "promises": ("Most promises first", lambda item: -len(item.thing.commitments)),
            "newest": ("Last named first", _newest),
        },
        items=people,
    ),
    Kind(
        name="quotes",
        title="Quotations",
        one="quotation",
        many="quotations",
        intro="What somebody is quoted as having said, word for word.",
        facets=("owner", "topic", *OF_DOCUMENT),
        sorts={**_BY_DATE, "speaker": ("By who speaks", lambda item: item.thing[0].speaker.casefold())},
        items=records("quotes", lambda record: record.speaker),
    ),
    Kind(
        name="dates",
        title="Dates",
        one="date",
        many="dates",
        intro="Days and periods that the documents name, and what they are of: a deadline, an event, a period.",
        facets=OF_DOCUMENT,
        sorts={**_BY_DATE, "value": ("By the day that is named", lambda item: item.thing[0].value)},
        items=records("dates"),
    ),
    Kind(
        name="acronyms",
        title="Short forms",
        one="short form",
        many="short forms",
        intro="Abbreviations, and what the documents themselves say that they stand for.",
        facets=OF_DOCUMENT,
        sorts={"short": ("By the alphabet", lambda item: item.thing.short.casefold()), "newest": _BY_DATE["newest"]},
        items=short_forms,
    ),
    Kind(
        name="documents",
        title="Documents",
        one="document",
        many="documents",
        intro="Every publication that was read.",
        facets=OF_DOCUMENT,
        sorts={
            **_BY_DATE,
            "title": (
                "By title",
                lambda item: (item.thing.title.value if item.thing.title else item.thing.name).casefold(),
            ),
        },
        items=publications,
    ),
)
