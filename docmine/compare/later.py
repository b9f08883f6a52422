"""Which documents come after a document and could mention its commitments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from docmine.compare.issues import same_series
from docmine.compare.subjects import different_subjects
from docmine.store.partial import bounds

if TYPE_CHECKING:
    from docmine.store import StoredDocument, When


def is_later(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether `b` was published strictly after `a`: with partial dates, on no possible day before or with it."""
    return a.published_to is not None and b.published_from is not None and b.published_from > a.published_to


def same_publisher(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether one body published both: a council alone, and that council with its partners."""
    return a.publisher is not None and b.publisher is not None and _share(a.publisher.value, b.publisher.value)


@lru_cache(maxsize=100_000)
def _share(publisher: str, other: str) -> bool:
    return not _bodies(publisher).isdisjoint(_bodies(other))


def is_successor(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether silence in `b` can tell something of a promise in `a`: the same series, or the same publisher."""
    return same_publisher(a, b) or same_series(a, b)


def could_mention(a: StoredDocument, b: StoredDocument, texts: Mapping[str, str]) -> bool:
    """Whether `b` may speak of what `a` promises: a successor, one whose publisher is not known, or one that names it.

    `texts`: name of a document → all of its text in lower case.
    """
    if a.publisher is None or b.publisher is None or is_successor(a, b):
        return True
    return _names(texts[b.name], a.publisher.value) or _names(texts[a.name], b.publisher.value)


def _names(text: str, publisher: str) -> bool:
    return any(body in text for body in _bodies(publisher))


def searched(
    documents: Sequence[StoredDocument],
    twins: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
    names: Collection[str],
    as_of: date | None,
    comes_after: Callable[[StoredDocument, StoredDocument], bool] = is_later,
) -> dict[str, list[StoredDocument]]:
    """For each document's name the later ones that could mention its promises, oldest first.

    `documents` are `issues.dated`, `twins` their `same_issues`, `names` the words that name a subject. Of several files
    of one issue each comes after earlier issues, none after another.
    """
    known = [
        d for d in documents if d.published_to and (as_of is None or (d.published_from or d.published_to) <= as_of)
    ]
    known.sort(key=lambda d: (d.published_from or date.min, d.name))
    speakers = _speakers(known, texts)
    return {
        a.name: [
            b
            for b in speakers(a)
            if comes_after(a, b) and not different_subjects(a, b, names) and b.name not in twins.get(a.name, ())
        ]
        for a in known
    }


def _speakers(
    known: Sequence[StoredDocument], texts: Mapping[str, str]
) -> Callable[[StoredDocument], Sequence[StoredDocument]]:
    """For a document those of `known`, in their order, for which `could_mention` holds.

    Pair by pair a thousand documents would take a second: what holds of one issue holds of its series, and which
    documents name a publisher is found once.
    """
    series: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    theirs: dict[str, list[int]] = defaultdict(list)
    anybody = [i for i, d in enumerate(known) if d.publisher is None]
    for i, d in enumerate(known):
        if d.publisher is not None:
            series[d.publisher.value, d.series.value if d.series else None].append(i)
            theirs[d.publisher.value].append(i)
    naming = {body: {i for i, d in enumerate(known) if _names(texts[d.name], body)} for body in theirs}
    named: dict[str, list[str]] = defaultdict(list)
    for body, places in naming.items():
        for i in places:
            named[known[i].name].append(body)

    @cache
    def whatever_the_issue(publisher: str, name: str | None) -> frozenset[int]:
        issue = known[series[publisher, name][0]]
        successors = (own for own in series.values() if is_successor(issue, known[own[0]]))
        return frozenset(chain(anybody, naming[publisher], *successors))

    def speakers(a: StoredDocument) -> Sequence[StoredDocument]:
        if a.publisher is None:
            return known
        alike = whatever_the_issue(a.publisher.value, a.series.value if a.series else None)
        return [known[i] for i in sorted(alike.union(*(theirs[body] for body in named[a.name])))]

    return speakers


def ages(later: Sequence[StoredDocument], twins: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """How many issues after a document each of its successors is; the files of one issue are of one age.

    `twins`: name of a document → the other files of its issue.
    """
    found: dict[str, int] = {}
    newest = -1
    for document in later:
        age = next((found[twin] for twin in twins.get(document.name, ()) if twin in found), newest + 1)
        found[document.name] = age
        newest = max(newest, age)
    return found


def adds_after(document: StoredDocument, other: StoredDocument, when: When, as_of: date | None) -> bool:
    """Whether something was added to `other` after `document` came out, though `other` itself is no later."""
    return not is_later(document, other) and any(
        added_after(document, added, as_of) for _, _, added in when.additions.get(other.name, ())
    )


def added_after(document: StoredDocument, added: str, as_of: date | None = None) -> bool:
    """Whether an addition of that date comes after a document, and not after `as_of`."""
    days = bounds(added)
    return (
        days is not None
        and document.published_to is not None
        and days[0] > document.published_to
        and (as_of is None or days[0] <= as_of)
    )


def due_passed(due: str | None, as_of: date) -> bool:
    days = bounds(due)
    return days is not None and days[1] < as_of


@lru_cache(maxsize=10_000)
def _bodies(publisher: str) -> frozenset[str]:
    """The bodies that publish together, without their departments; names of one word ("the CCG") tell nothing, and
    "the undersigned" of one letter are not those of another."""
    text = " ".join(publisher.casefold().split())
    if text.startswith("the undersigned"):
        return frozenset()
    parts = {part.rsplit(", ", 1)[-1] for part in text.split(" and the ")}
    return frozenset({text, *(part for part in parts if len(part.split()) > 1)})
