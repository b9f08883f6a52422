"""From the places that name somebody to people: spellings of one name together, and whether it is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docmine.extract import names
from docmine.extract.mentions import Mention, email_for
from docmine.namesake import alike, plain

ENOUGH = 2.0
_WEIGHTS = {
    "honorific": 2.0,
    "postnominals": 2.0,
    "post": 2.0,
    "e-mail": 3.0,
    "speaks": 1.5,
    "contact": 1.5,
    "acts": 1.5,
    "signs": 1.5,
    "label": 1.5,
    "given": 1.2,
    "ner": 1.0,
    "particle": 1.2,
    "body": 0.8,
    "listed": 1.0,
    "the": -2.0,
    "other": -0.6,
    "word": -1.0,
    "place": -1.5,
}
"""What each sign is worth. "the": the words follow an article. "other": spaCy calls them something else.
"word": one of them is a common word elsewhere in the document.
"place": the last word is one that ends names of places: Street, Park. "particle": "ap", "van", "da" inside the name.
"body": the name of a body stands right behind, without a post."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the whole document shows them; `start` and `end` hold the first full mention."""

    name: str
    start: int
    end: int
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    ours: bool = False
    mentions: tuple[tuple[int, int], ...] = field(default=())


def worth(signs: set[str] | frozenset[str]) -> float:
    return sum(_WEIGHTS[s] for s in signs)


def merge(mentions: list[Mention], emails: dict[str, str]) -> tuple[Person, ...]:
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.shape.start, m.shape.end)):
        if len(mention.shape.tokens) > 1:
            groups.setdefault(_key(mention.shape.tokens, groups), []).append(mention)
    alone: dict[str, list[Mention]] = {}
    for mention in mentions:
        if len(mention.shape.tokens) == 1 and mention.shape.honorific is None:
            given = [k for k in groups if k.split()[0] == plain(mention.shape.tokens[0])]
            if len(given) == 1:  # "Graham, who joined us": of somebody named in full elsewhere
                groups[given[0]].append(mention)
        elif len(mention.shape.tokens) == 1:
            surname = plain(mention.shape.tokens[0])
            whole = [k for k in groups if k.split()[-1] == surname]
            if len(whole) < 2:  # of two with one last name, nothing tells which is meant
                (groups[whole[0]] if whole else alone.setdefault(surname, [])).append(mention)
    people = [_person(g, emails) for g in (*groups.values(), *alone.values()) if _believable(g)]
    return tuple(sorted(people, key=lambda p: (p.start, p.end)))


def _key(tokens: tuple[str, ...], groups: dict[str, list[Mention]]) -> str:
    """A name's key: one of those known where it is another spelling of it, else first and last name."""
    first, last = plain(tokens[0]), plain(tokens[-1])
    for key in groups:
        known_first, known_last = key.split()[0], key.split()[-1]
        if last == known_last and alike(first, known_first):
            return key
        if first == known_first and len(last) >= 6 and _one_letter_apart(last, known_last):
            return key
    return f"{first} {last}"


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def _believable(group: list[Mention]) -> bool:
    signs = frozenset().union(*(m.signs for m in group))
    named_so = [m for m in group if "the" not in m.signs]
    if not named_so:
        return False
    if "ner" in signs:
        signs -= {"other"}
    return worth(signs - {"the"}) >= ENOUGH


def _person(group: list[Mention], emails: dict[str, str]) -> Person:
    group = sorted(group, key=lambda m: m.shape.start)
    best = max(
        group,
        key=lambda m: (
            len(m.shape.tokens) > 1,
            not names.is_initial(m.shape.tokens[0]),
            len(m.shape.tokens[0]),  # "Katherine", who is "Kath" elsewhere
        ),
    )
    posts = sorted((m for m in group if m.role), key=lambda m: m.organisation is None)
    honorifics = [m.shape.honorific for m in group if m.shape.honorific]
    role = posts[0].role if posts else _standing(honorifics, group)
    organisation = next((m.organisation for m in (*posts, *group) if m.organisation), None)
    email = next((m.email for m in group if m.email), None) or email_for(best.shape.tokens, emails)
    return Person(
        name=best.shape.name,
        start=best.shape.full_start,
        end=best.shape.full_end,
        role=role,
        organisation=organisation,
        email=email,
        ours=any(m.ours for m in group),
        mentions=tuple((m.shape.start, m.shape.end) for m in group),
    )


def _standing(honorifics: list[str], group: list[Mention]) -> str | None:
    """An office that the form of address alone tells."""
    if any(re.search(r"\b(?:Cllr|Clr|Councillor)\b", h) for h in honorifics):
        return "Councillor"
    return "MP" if any("MP" in (m.shape.postnominals or "").split() for m in group) else None
