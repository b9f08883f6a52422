"""Services and subjects → where the report speaks of each: a topic index.

A subject is a short form of which a document says what it stands for, or a heading that several records stand under.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.report.story.figures import Change, Course
from docmine.report.story.promises import Promise

if TYPE_CHECKING:
    from docmine.compare import ShortForm
    from docmine.index.account import Account

_FEWEST = 2
"""Records that must stand under a heading for it to be a subject."""
_LONGEST = 6
"""Words of a heading that names a subject; a longer one is a sentence."""

_PLACE = re.compile(
    r"(?:(?:our|the|other|more|latest|main|key|next|further|useful|general|areas? (?:of|for)|what|what’s|what's) )*"
    r"(?:news|steps?|findings?|announcements?|outcomes?|improvement|priority action|updates?|introduction|background"
    r"|summary|contents|conclusions?|information(?: pack)?|contacts?|keeping in touch|get in touch|welcome|contact us"
    r"|next|new|links?|dates|inspection outcome|presents?)"
    r"|.*\b(?:newsletter|issue|edition)\b.*\d.*|.*\b(?:19|20)\d\d",
    re.IGNORECASE,
)
"""Headings that tell of a place in a document, and of no subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    name: str
    promises: tuple[Promise, ...]
    courses: tuple[Course, ...]
    changes: tuple[Change, ...]

    @property
    def weight(self) -> int:
        return len(self.promises) + len(self.courses) + len(self.changes)


def subjects(
    account: Account, promises: Sequence[Promise], courses: Sequence[Course], changes: Sequence[Change]
) -> tuple[Subject, ...]:
    """By name, in the order of the alphabet; only those that something is told of."""
    texts: list[tuple[Promise | Course | Change, str]] = [
        *((promise, _of_promise(account, promise)) for promise in promises),
        *((course, f"{course.measure}\n{course.service}\n{_said(course)}") for course in courses),
        *((change, f"{change.measure}\n{' '.join(change.headings)}\n{change.text}") for change in changes),
    ]
    titles = {plain_heading(d.title.value).casefold() for d in account.documents if d.title}
    names = _names(account.meanings, [_headings(item) for item, _ in texts], titles)
    find = _finder(names)
    found: dict[str, list[Promise | Course | Change]] = {}
    for item, text in texts:
        for name in dict.fromkeys(find(text)):
            found.setdefault(name, []).append(item)
    made = (
        Subject(
            name=name,
            promises=tuple(i for i in items if isinstance(i, Promise)),
            courses=tuple(i for i in items if isinstance(i, Course)),
            changes=tuple(i for i in items if isinstance(i, Change)),
        )
        for name, items in found.items()
    )
    return tuple(sorted(made, key=lambda s: s.name.casefold()))


def _of_promise(account: Account, promise: Promise) -> str:
    """What a promise says, its headings and, in small letters, its paragraph: "This service is to be expanded"."""
    return "\n".join((promise.text, *promise.headings, account.ground.around(promise.finding)))


def _said(course: Course) -> str:
    return "\n".join(dot.text for dot in course.dots)


def _headings(item: Promise | Course | Change) -> tuple[str, ...]:
    if isinstance(item, Course):
        return (item.service,)
    return item.headings


def _names(meanings: Sequence[ShortForm], headings: Iterable[Sequence[str]], titles: Collection[str]) -> dict[str, str]:
    """A name in small letters → what its subject is called."""
    names: dict[str, str] = {}
    for form in meanings:
        if len(form.meanings) == 1:
            long = form.meanings[0].long
            same = long.casefold() == form.short.casefold()
            full = form.short if same else f"{long[:1].upper()}{long[1:]} ({form.short})"
            names[_flat(form.short)] = full
            names[_flat(long).casefold()] = full
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for heading in (h for path in headings for h in dict.fromkeys(path)):
        plain = plain_heading(heading)
        if len(plain.split()) <= _LONGEST and _names_something(plain) and plain.casefold() not in titles:
            counts[plain.casefold()] += 1
            spelled.setdefault(plain.casefold(), plain)
    for plain, count in counts.items():
        if count >= _FEWEST and plain not in names and spelled[plain] not in names:
            names[plain] = spelled[plain]
    return names


def plain_heading(heading: str) -> str:
    """Without what stands in brackets at its end."""
    return re.sub(r"\s*\([^)]*\)$", "", " ".join(heading.split())).strip(" :.–-")


def _names_something(heading: str) -> bool:
    """Whether it names a matter, rather than a place in a document ("Next steps", "Newsletter 3") or a question."""
    return bool(heading) and not heading.endswith("?") and not _PLACE.fullmatch(heading)


def _finder(names: Mapping[str, str]) -> Callable[[str], Iterator[str]]:
    """Gives every subject that a text names: a short form as it is written, anything else in any letters."""
    shorts = sorted((n for n in names if n != n.casefold()), key=len, reverse=True)
    others = sorted((n for n in names if n and n == n.casefold()), key=len, reverse=True)
    patterns = [_pattern(shorts, 0), _pattern(others, re.IGNORECASE)]

    def find(text: str) -> Iterator[str]:
        for pattern in filter(None, patterns):
            for match in pattern.finditer(text):
                said = _flat(match[1])
                name = names.get(said) or names.get(said.casefold())
                if name:  # "ſ" is an "s" to a pattern that ignores case
                    yield name

    return find


def _flat(text: str) -> str:
    return " ".join(text.split())


def _pattern(names: Sequence[str], flags: int) -> re.Pattern[str] | None:
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)({words})(?:s)?(?!\w)", flags) if words else None
