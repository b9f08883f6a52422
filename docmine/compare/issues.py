"""Which files are one issue of a series, and on which day it came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from docmine.compare.diff import plain
from docmine.records import SENTENCE_WORDS, Known, Sentence

if TYPE_CHECKING:
    from docmine.store import Store, StoredDocument

SAME_ISSUE = 0.7
"""Share of the shorter document's sentences that the other has too, from which the two are one issue in two files.
Successive issues share their standing text only."""

SAME_LENGTH = 0.6
"""Shorter to longer, in sentences: a digest that quotes an issue is another document."""

APART = 62
"""Days between two issues of one number from which the series has begun to count anew."""

_FILES = ("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
"""Formats whose own date is that of the file: it says when somebody last made a copy, not when it was published."""

COMMON = 40
"""Documents with one sentence or title from which it is too common to tell files of one issue."""

Texts = Mapping[str, frozenset[str]]
"""Name of a document → its sentences of some length, as they are compared."""


def texts(sentences: Mapping[str, Sequence[Sentence]]) -> Texts:
    return {
        name: frozenset(plain(s.text).lower() for s in own if len(s.text.split()) >= SENTENCE_WORDS)
        for name, own in sentences.items()
    }


def number(document: StoredDocument) -> int | None:
    """The number of an issue in its series."""
    return int(document.number.value) if document.number and document.number.value.isdigit() else None


def same_series(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether two documents are of one series; what two publishers call by one name are two."""
    if a.series is None or b.series is None or _differ(a.publisher, b.publisher):
        return False
    return _fold(a.series.value) == _fold(b.series.value)


def weakly_dated(document: StoredDocument) -> bool:
    """Whether only the file's own properties date the document: too weak to say what came before what."""
    return document.published is not None and document.published.by == "metadata" and document.media_type in _FILES


def one_issue(a: StoredDocument, b: StoredDocument, texts: Texts) -> bool:
    """Whether two files are one issue.

    They have nearly the same text; or nothing speaks against one publisher, and they have one number of one series at
    about one time, or one title and one date that both state.
    """
    if _same_text(texts.get(a.name, frozenset()), texts.get(b.name, frozenset())):
        return True
    if _differ(a.publisher, b.publisher):
        return False
    mine, theirs = number(a), number(b)
    if mine is None and theirs is None:
        return _same_title(a, b)
    if mine != theirs or not same_series(a, b):
        return False
    return weakly_dated(a) or weakly_dated(b) or _days_apart(a, b) <= APART


def same_issues(documents: Sequence[StoredDocument], texts: Texts) -> dict[str, tuple[str, ...]]:
    """Name of a document → the names of the other files of the same issue, for those that have any."""
    near: dict[object, list[StoredDocument]] = defaultdict(list)
    for document in documents:
        for words in texts.get(document.name, ()):
            near[words].append(document)
        if document.series and number(document) is not None:
            near["series", _folded(document.series), number(document)].append(document)
        if document.title:
            near["title", _folded(document.title)].append(document)
    groups = [group for group in near.values() if 2 <= len(group) <= COMMON]
    pairs = {(a.name, b.name): (a, b) for group in groups for a, b in combinations(group, 2)}
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs.values():
        if one_issue(a, b, texts):
            found[a.name].append(b.name)
            found[b.name].append(a.name)
    return {name: tuple(sorted(set(others))) for name, others in sorted(found.items())}


def linked(store: Store) -> dict[str, tuple[str, ...]]:
    """`same_issues` of all documents of an index."""
    documents = store.documents()
    sentences: dict[str, list[Sentence]] = {d.name: [] for d in documents}
    for sentence in store.sentences():
        sentences[sentence.doc].append(sentence)
    return same_issues(documents, texts(sentences))


def as_published(document: StoredDocument) -> tuple[bool, str]:
    """Sorts the files of one issue: of several a PDF is what was published."""
    return document.media_type != "application/pdf", document.name


def dated(documents: Sequence[StoredDocument], texts: Texts) -> tuple[StoredDocument, ...]:
    """The documents with days that can be relied on.

    One that has no date, or that only its file's properties date, takes the day of another file of the same issue.
    """
    sure = [d for d in documents if d.published_to is not None and not weakly_dated(d)]
    names = {d.name for d in sure}
    return tuple(d if d.name in names else _dated_by_twin(d, sure, texts) for d in documents)


def _dated_by_twin(document: StoredDocument, sure: Sequence[StoredDocument], texts: Texts) -> StoredDocument:
    twins = [d for d in sure if one_issue(document, d, texts)]
    if not twins or any(not one_issue(twins[0], twin, texts) for twin in twins):
        return replace(document, published_from=None, published_to=None)
    first = twins[0]
    return replace(
        document,
        published=first.published,
        published_from=first.published_from,
        published_to=first.published_to,
    )


def _same_text(a: frozenset[str], b: frozenset[str]) -> bool:
    smaller, larger = sorted((a, b), key=len)
    if not smaller or len(smaller) / len(larger) < SAME_LENGTH:
        return False
    return len(smaller & larger) / len(smaller) >= SAME_ISSUE


def _same_title(a: StoredDocument, b: StoredDocument) -> bool:
    """One title, one date that both state to the month at least; letters to several people may share both."""
    kinds = {d.doc_type.value for d in (a, b) if d.doc_type}
    if a.published is None or b.published is None or a.title is None or "letter" in kinds or len(kinds) > 1:
        return False
    stated = "metadata" not in (a.published.by, b.published.by) and len(a.published.value) > len("2024")
    return stated and a.published.value == b.published.value and _folded(a.title) == _folded(b.title)


def _differ(a: Known | None, b: Known | None) -> bool:
    """Whether two values cannot mean the same: neither is a part of the other."""
    if a is None or b is None:
        return False
    mine, theirs = _fold(a.value), _fold(b.value)
    return mine not in theirs and theirs not in mine


def _folded(known: Known | None) -> str | None:
    return _fold(known.value) if known else None


def _days_apart(a: StoredDocument, b: StoredDocument) -> int:
    """Days between the two at least; 0 where the dates overlap or are not known."""
    if not (a.published_from and a.published_to and b.published_from and b.published_to):
        return 0
    return max(0, (b.published_from - a.published_to).days, (a.published_from - b.published_to).days)


@lru_cache(maxsize=10_000)
def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
