"""Groups of records → who held which role when, and which commitments are whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docmine.compare.spellings import Group, Named, apart, merge, name_of, role_words, same_body
from docmine.namesake import plain
from docmine.records import Commitment

if TYPE_CHECKING:
    from docmine.records import Owner
    from docmine.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role in the first and the last document, by date, that name somebody in it."""

    role: str | None
    organisation: str | None
    first: str | None
    last: str | None
    """ISO, perhaps partial; null where no document that says so has a date."""
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """A commitment that is somebody's."""

    commitment: Commitment
    published: str | None
    by: Literal["name", "role"]
    """Named as its owner, or in the role that is its owner when the document was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, as all documents of the index name them."""

    name: str
    spellings: tuple[str, ...]
    """Every other way in which the documents write the name."""
    held: tuple[Held, ...]
    """By date."""
    emails: tuple[str, ...]
    first: str | None
    last: str | None
    mentions: tuple[Owner, ...]
    """One record a document, by date."""
    commitments: tuple[Theirs, ...]
    apart: tuple[str, ...]
    """Who else could be the same person, and why they are kept apart."""


def people(store: Store) -> tuple[Person, ...]:
    """Everybody whom the current documents name, by last name."""
    when = store.when()
    publishers = {d.name: d.publisher.value if d.publisher else None for d in store.documents()}
    named = [Named(r, when.published(r), publishers.get(r.doc)) for r in store.records("owner")]
    promised = [(c, when.published(c)) for c in store.records("commitment")]
    return gathered(named, promised, publishers)


def gathered(
    named: Iterable[Named],
    promised: Sequence[tuple[Commitment, str | None]],
    publishers: Mapping[str, str | None],
) -> tuple[Person, ...]:
    """Records and commitments, with their dates, as people."""
    groups = merge(named)
    helds = [_held(group) for group in groups]
    owned: list[list[Theirs]] = [[] for _ in groups]
    for commitment, published in promised:
        for i in _by_name(commitment, groups):
            owned[i].append(Theirs(commitment=commitment, published=published, by="name"))
        if not _by_name(commitment, groups):
            for i in _by_role(commitment, published, helds, publishers):
                owned[i].append(Theirs(commitment=commitment, published=published, by="role"))
    return tuple(_person(group, groups, held, theirs) for group, held, theirs in zip(groups, helds, owned, strict=True))


def _person(group: Group, groups: Sequence[Group], held: tuple[Held, ...], theirs: list[Theirs]) -> Person:
    name = name_of(group)
    ordered = sorted(group, key=_by_date)
    dates = [n.published for n in ordered if n.published]
    spelled = sorted({text for n in group for text in (n.record.name, n.record.text)} - {name})
    return Person(
        name=name,
        spellings=tuple(spelled),
        held=held,
        emails=tuple(dict.fromkeys(n.record.email for n in ordered if n.record.email)),
        first=min(dates, default=None),
        last=max(dates, default=None),
        mentions=tuple(n.record for n in ordered),
        commitments=tuple(theirs),
        apart=apart(group, groups),
    )


def _held(group: Group) -> tuple[Held, ...]:
    """The roles of one person; one that is named with its organisation here and without it there is one."""
    stays: list[list[Named]] = []
    for n in sorted(group, key=_by_date):
        if not (n.record.role or n.record.organisation):
            continue
        stay = next((s for s in stays if _same_stay(s, n)), None)
        if stay is None:
            stays.append([n])
        else:
            stay.append(n)
    return tuple(_one_held(stay) for stay in stays)


def _same_stay(stay: list[Named], n: Named) -> bool:
    role, body = stay[0].record.role, next((m.record.organisation for m in stay if m.record.organisation), None)
    if (role or "").casefold() != (n.record.role or "").casefold():
        return False
    return body is None or n.record.organisation is None or same_body(body, n.record.organisation)


def _one_held(stay: list[Named]) -> Held:
    dates = [n.published for n in stay if n.published]
    bodies = [n.record.organisation for n in stay if n.record.organisation]
    return Held(
        role=stay[-1].record.role,
        organisation=max(bodies, key=len, default=None),
        first=min(dates, default=None),
        last=max(dates, default=None),
        documents=tuple(dict.fromkeys(n.record.doc for n in stay)),
    )


def _by_name(commitment: Commitment, groups: Sequence[Group]) -> list[int]:
    """Who the owner of a commitment is by name; of two with one name, whom its own document names."""
    if not commitment.owner:
        return []
    words = [plain(word) for word in re.findall(r"[^\W\d_][\w'’.-]*", commitment.owner)]
    full = [i for i, g in enumerate(groups) if any(n.given and _stands_in(n, words) for n in g)]
    if not full and len(words) <= 3:  # "Ms Hill"
        full = [i for i, g in enumerate(groups) if words and g[0].last == words[-1]]
        here = [i for i in full if _named_in(groups[i], commitment.doc)]
        return here if len(here) == 1 else []
    here = [i for i in full if _named_in(groups[i], commitment.doc)]
    names = {(groups[i][0].given, groups[i][0].last) for i in full}
    return full if len(full) == len(names) else here if len(here) == len(names) else []


def _named_in(group: Group, doc: str) -> bool:
    return any(n.record.doc == doc for n in group)


def _stands_in(n: Named, words: list[str]) -> bool:
    """Whether the full name stands in the words of an owner, perhaps with a middle name."""
    places = [i for i, word in enumerate(words) if word == n.given]
    return any(n.last in words[i + 1 : i + 4] for i in places)


def _by_role(
    commitment: Commitment,
    published: str | None,
    helds: Sequence[tuple[Held, ...]],
    publishers: Mapping[str, str | None],
) -> list[int]:
    """Who held the role that owns a commitment when its document was published; nobody where two did."""
    asked = role_words(commitment.owner)
    if not asked:
        return []
    here: list[int] = []
    then: list[int] = []
    for i, held in enumerate(helds):
        for post in held:
            if role_words(post.role) != asked:
                continue
            if commitment.doc in post.documents:
                here.append(i)
            elif len(asked) > 1 and _during(post, published) and _of_one_body(post, commitment.doc, publishers):
                then.append(i)
    found = sorted(set(here)) or sorted(set(then))
    return found if len(found) == 1 else []


def _during(post: Held, published: str | None) -> bool:
    """Whether a date lies between the first and the last document that name somebody in a post."""
    if not (published and post.first and post.last):
        return False
    return post.first <= f"{published}~" and published <= f"{post.last}~"


def _of_one_body(post: Held, doc: str, publishers: Mapping[str, str | None]) -> bool:
    """Whether a post is in the body that published a document, or named by that body."""
    publisher = publishers.get(doc)
    if publisher is None:
        return False
    return same_body(post.organisation, publisher) or any(
        same_body(publishers.get(d), publisher) for d in post.documents
    )


def _by_date(n: Named) -> tuple[str, str, int]:
    return n.published or "9999", n.record.doc, n.record.start
