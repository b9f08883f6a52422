"""People named in several documents → one entry a person, merged cautiously.

One name is not one person. Two entries are merged where the given names can be one and something else agrees: the
organisation, the role, an e-mail address. A full name that stands alone joins the only person who bears it. A last name
alone is never merged, and where two could be meant, all stay apart and say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docmine.namesake import alike, plain
from docmine.records import Owner

_TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev)\.?\s+)+")
_COMMON = """
    city county borough district metropolitan unitary council trust nhs foundation board service services team the of
    and for group department directorate partnership forum committee local authority integrated care ltd
"""
_GENERIC = frozenset(_COMMON.split())
"""Words that the names of many bodies share: they do not make two names one body's."""

_AT_HOME = """
    parent parents mother father mum dad carer resident tenant pupil student grandmother grandfather grandparent
    neighbour patient campaigner volunteer
"""
_PRIVATE = frozenset(_AT_HOME.split())
"""What people are in private life; an office and one of these are not taken for one person's."""


@dataclass(frozen=True, slots=True)
class Named:
    """An owner's record, with the date and the publisher of its document."""

    record: Owner
    published: str | None
    publisher: str | None = None

    @property
    def given(self) -> str:
        """The first name, plain; empty where only a last name is known."""
        words = _bare(self.record.name).split()
        return plain(words[0]) if len(words) > 1 else ""

    @property
    def last(self) -> str:
        return plain((_bare(self.record.name).split() or [""])[-1])

    @property
    def says_nothing(self) -> bool:
        return not (self.record.role or self.record.organisation or self.record.email)


Group = list[Named]


def merge(named: Iterable[Named]) -> list[Group]:
    """The records in groups, each one person's, by last and first name, whatever the order that they came in."""
    ordered = sorted(named, key=lambda n: (n.last, n.given, n.published or "9999", n.record.doc, n.record.start))
    exact: dict[tuple[str, str], list[Named]] = {}
    alone: list[Group] = []
    for n in ordered:
        if n.given:
            exact.setdefault((n.last, n.given), []).append(n)
        else:
            alone += [[n]]
    groups = [group for bucket in exact.values() for group in _of_one_name(bucket)]
    groups = _with_short_forms(groups)
    return sorted([*groups, *alone], key=lambda g: (g[0].last, g[0].given, g[0].record.doc))


def apart(group: Group, groups: Sequence[Group]) -> tuple[str, ...]:
    """What else could be the same person, and why it is kept apart: one sentence each."""
    found = []
    for other in groups:
        if other is group or other[0].last != group[0].last:
            continue
        mine, theirs = _given_names(group), _given_names(other)
        if not mine or not theirs:
            why = "only a last name is given"
        elif any(alike(a, b) for a in mine for b in theirs):
            why = "nothing shows that they are one person"
        else:
            continue
        found.append(f"{_described(other)} is kept apart: {why}.")
    return tuple(found)


def name_of(group: Group) -> str:
    """The fullest way in which somebody is named, the most frequent of these."""
    counts = Counter(_bare(n.record.name) for n in group)
    return max(counts, key=lambda name: (len(plain(name.split()[0])) > 1, len(name.split()) > 1, counts[name], name))


def same_role(a: str | None, b: str | None) -> bool:
    """Whether two roles are one, but for "interim", "new" and the like; a single word such as "Chair" is too common."""
    first, second = role_words(a), role_words(b)
    return len(first) > 1 and first == second


@lru_cache(maxsize=10_000)
def role_words(role: str | None) -> tuple[str, ...]:
    """A role as words to compare: without articles and what tells how long or how firmly somebody holds it."""
    words = re.findall(r"[a-z]+(?:['’][a-z]+)?", (role or "").lower().replace("’", "'"))
    return tuple(w for w in words if w not in {"the", "our", "a", "new", "interim", "acting", "former", "its"})


@lru_cache(maxsize=10_000)
def same_body(a: str | None, b: str | None) -> bool:
    """Whether two names of organisations can be one: they share a word that is not common to many."""
    if not a or not b:
        return False
    first, second = _words(a), _words(b)
    own_first, own_second = first - _GENERIC, second - _GENERIC
    if not own_first or not own_second:
        return first == second
    return 2 * len(own_first & own_second) >= min(len(own_first), len(own_second))


def _of_one_name(bucket: list[Named]) -> list[Group]:
    """The records of one full name as persons: those that agree together, those that say nothing with the only one."""
    groups: list[Group] = []
    for n in sorted(bucket, key=lambda n: (n.record.organisation is None, n.record.role is None)):
        if n.says_nothing:
            continue
        fitting = [g for g in groups if any(_agree(n, m) for m in g) and not any(_differ(n, m) for m in g)]
        if len(fitting) == 1:
            fitting[0].append(n)
        else:
            groups.append([n])
    silent = [n for n in bucket if n.says_nothing]
    if len(groups) == 1:
        groups[0].extend(silent)
    elif silent:
        groups.append(silent)
    return groups


def _agree(a: Named, b: Named) -> bool:
    one, two = a.record, b.record
    if (one.email and one.email == two.email) or same_body(one.organisation, two.organisation):
        return True
    return same_role(one.role, two.role) or (a.publisher is not None and a.publisher == b.publisher)


def _differ(a: Named, b: Named) -> bool:
    one, two = a.record, b.record
    if one.email and one.email == two.email:
        return False
    bodies = bool(one.organisation and two.organisation) and not same_body(one.organisation, two.organisation)
    return bodies or (one.role is not None and two.role is not None and _private(one.role) != _private(two.role))


def _private(role: str) -> bool:
    return any(word in _PRIVATE for word in role_words(role)[:1])


def _with_short_forms(groups: list[Group]) -> list[Group]:
    """Initials and short forms joined with the one fuller name that shares an organisation, a role or an address."""
    kept = list(groups)
    for group in sorted(groups, key=lambda g: (len(g[0].given), g[0].given)):
        fuller = [
            other
            for other in kept
            if other is not group
            and other[0].last == group[0].last
            and other[0].given != group[0].given
            and len(other[0].given) > 1
            and alike(group[0].given, other[0].given)
            and any(_agree_closely(a, b) for a in group for b in other)
            and not any(_differ(a, b) for a in group for b in other)
        ]
        if len(fuller) == 1 and len(fuller[0][0].given) >= len(group[0].given) and group in kept:
            fuller[0].extend(group)
            kept = [other for other in kept if other is not group]
    return kept


def _agree_closely(a: Named, b: Named) -> bool:
    """Agreement without the publisher, which many people share."""
    one, two = a.record, b.record
    if one.email and one.email == two.email:
        return True
    return same_body(one.organisation, two.organisation) or same_role(one.role, two.role)


def _given_names(group: Group) -> set[str]:
    return {n.given for n in group if n.given}


def _described(group: Group) -> str:
    """ "Jane Hill (Head of Housing, Anytown Council; in letter.txt)"."""
    role = next((n.record.role for n in group if n.record.role), None)
    body = next((n.record.organisation for n in group if n.record.organisation), None)
    said = ", ".join(part for part in (role, body) if part)
    docs = sorted({n.record.doc for n in group})
    more = f" and {len(docs) - 1} more" if len(docs) > 1 else ""
    return f"{name_of(group)} ({f'{said}; ' if said else ''}in {docs[0]}{more})"


def _bare(name: str) -> str:
    return _TITLES.sub("", name).strip()


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", "")))
