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
    names, posts = _Names(groups), _posts(helds)
    owned: list[list[Theirs]] = [[] for _ in groups]
    for commitment, published in promised:
        named_so = _by_name(commitment, names)
        for i in named_so:
            owned[i].append(Theirs(commitment=commitment, published=published, by="name"))
        for i in () if named_so else _by_role(commitment, published, posts, publishers):
            owned[i].append(Theirs(commitment=commitment, published=published, by="role"))
    families: dict[str, list[Group]] = {}
    for group in groups:
        families.setdefault(group[0].last, []).append(group)
    return tuple(
        _person(group, families[group[0].last], held, theirs)
        for group, held, theirs in zip(groups, helds, owned, strict=True)
    )


def _person(group: Group, family: Sequence[Group], held: tuple[Held, ...], theirs: list[Theirs]) -> Person:
    """`family`: all groups of this last name."""
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
        apart=apart(group, family),
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


class _Names:
    """Groups by how they are called: whoever is named as an owner is looked up once."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.called = [frozenset((n.given, n.last) for n in group) for group in groups]
        self.first = [(group[0].given, group[0].last) for group in groups]
        self.documents = [frozenset(n.record.doc for n in group) for group in groups]
        self._known: dict[str, tuple[list[int], bool]] = {}

    def of(self, owner: str) -> tuple[list[int], bool]:
        """Who bears the full name that stands in these words, or else this last name; and whether it is in full."""
        if owner not in self._known:
            words = [plain(word) for word in re.findall(r"[^\W\d_][\w'’.-]*", owner)]
            full = [i for i, called in enumerate(self.called) if any(g and _stand_in(g, n, words) for g, n in called)]
            short = not full and 0 < len(words) <= 3  # "Ms Hill"
            last = [i for i, (_, name) in enumerate(self.first) if name == words[-1]] if short else []
            self._known[owner] = (full or last, not short)
        return self._known[owner]


def _by_name(commitment: Commitment, names: _Names) -> list[int]:
    """Who the owner of a commitment is by name; of two with one name, whom its own document names."""
    if not commitment.owner:
        return []
    found, in_full = names.of(commitment.owner)
    here = [i for i in found if commitment.doc in names.documents[i]]
    if not in_full:
        return here if len(here) == 1 else []
    several = {names.first[i] for i in found}
    return found if len(found) == len(several) else here if len(here) == len(several) else []


def _stand_in(given: str, last: str, words: list[str]) -> bool:
    """Whether the full name stands in the words of an owner, perhaps with a middle name."""
    places = [i for i, word in enumerate(words) if word == given]
    return any(last in words[i + 1 : i + 4] for i in places)


Posts = Mapping[tuple[str, ...], Sequence[tuple[int, Held]]]
"""Words of a role → the person, by number, who held it, and when."""


def _posts(helds: Iterable[Iterable[Held]]) -> Posts:
    posts: dict[tuple[str, ...], list[tuple[int, Held]]] = {}
    for i, held in enumerate(helds):
        for post in held:
            posts.setdefault(role_words(post.role), []).append((i, post))
    return posts


def _by_role(
    commitment: Commitment, published: str | None, posts: Posts, publishers: Mapping[str, str | None]
) -> list[int]:
    """Who held the role that owns a commitment when its document was published; nobody where two did."""
    asked = role_words(commitment.owner)
    if not asked:
        return []
    here: set[int] = set()
    then: set[int] = set()
    for i, post in posts.get(asked, ()):
        if commitment.doc in post.documents:
            here.add(i)
        elif len(asked) > 1 and _during(post, published) and _of_one_body(post, commitment.doc, publishers):
            then.add(i)
    found = sorted(here) or sorted(then)
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
