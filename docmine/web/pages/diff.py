"""/diff?old=&new=: two documents side by side, what changed in figures, dates and promises first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from docmine.compare.diff.model import KINDS
from docmine.errors import UsageError
from docmine.report.changes import COLUMNS
from docmine.report.changes import rows as changes_rows
from docmine.report.dates import british
from docmine.report.verdicts import STRENGTHS
from docmine.web.listed import as_file, asked_form, downloads, with_downloads
from docmine.web.named import by_name
from docmine.web.rendering import render
from docmine.web.state import Snapshot, snapshot

if TYPE_CHECKING:
    from docmine.compare import Change, Diff
    from docmine.records import Sentence
    from docmine.store import StoredDocument

TITLES = {
    "figure changed": "Figures that changed",
    "date moved": "Dates that moved",
    "owner changed": "Somebody else is to do it",
    "strength fell": "Promised less firmly",
    "strength rose": "Promised more firmly",
    "commitment gone": "Promises that the second does not repeat",
    "commitment new": "Promises that only the second makes",
    "reworded": "Put into other words",
    "moved": "The same words in another place",
    "new": "Only in the second",
    "gone": "Only in the first",
}
"""Each kind of change in words, in the order in which they are told."""
_OPEN = 40
"""Sentences of a kind up to which they are not folded."""
_REMEMBERED = 32
"""Comparisons that a snapshot keeps."""
_PAIRS = 12
"""Successive issues that are offered where nothing has been chosen."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents; `asked` names it, with its version where it is not the present one."""

    asked: str
    document: StoredDocument


@dataclass(frozen=True, slots=True)
class Place:
    """A statement on one side, its words each with whether they stay, are gone or are new."""

    words: tuple[tuple[str, str], ...]
    href: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands across from each other; one side may be empty."""

    exchanges: tuple[tuple[str, str], ...]
    """What was and what is: ("14 weeks", "16 weeks")."""
    old: Place | None
    new: Place | None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind."""

    key: str
    title: str
    typed: bool
    pairs: tuple[Pair, ...]

    @property
    def folded(self) -> bool:
        return len(self.pairs) > _OPEN


def diff(request: Request) -> Response:
    now = snapshot(request)
    asked = [request.query_params.get(name, "").strip() for name in ("old", "new")]
    sides = [_side(now, name) if name else None for name in asked]
    problem = next(
        (f"No document is called “{n}”." for n, s in zip(asked, sides, strict=True) if n and s is None), None
    )
    old, new = sides
    found = None
    if old is not None and new is not None:
        if old.document.doc_id == new.document.doc_id:
            problem = "These are one document. Choose two."
        else:
            found = _compared(now, old, new)
    form = asked_form(request)
    if form is not None:
        return as_file(changes_rows(found) if found else (), form, "changes", COLUMNS)
    context = {
        "choices": _choices(now.account.documents),
        "old": old,
        "new": new,
        "problem": problem,
        "diff": found,
        "groups": list(_groups(found, old, new)) if found and old and new else [],
        "pairs": [] if found else list(_successive(now.account.documents))[:_PAIRS],
        "backwards": bool(old and new and _is_later(old.document, new.document)),
        "downloads": downloads(request),
    }
    return render(request, "diff.html.j2", context)


def _side(now: Snapshot, asked: str) -> Side | None:
    """A document by its name, its hash, or its name and version ("page.html@1"); never a path of this computer."""
    known = by_name(now, asked)
    if known is not None:
        return Side(known.doc_id, known)
    name, _, number = asked.rpartition("@")
    base = by_name(now, name)
    try:
        with now.asking() as index:
            if base is not None and number.isdigit():
                versions = {str(d.version): d for d in index.opened(base).versions}
                return Side(asked, versions[number]) if number in versions else None
            found = index.opened(asked).document
    except UsageError:
        return None
    return Side(found.doc_id if found.current else f"{found.name}@{found.version}", found)


def _compared(now: Snapshot, old: Side, new: Side) -> Diff:
    kept: dict[tuple[str, str], Diff] = now.once("diffs", dict, of_verdicts=False)
    key = (old.document.doc_id, new.document.doc_id)
    if key not in kept:
        with now.asking() as index:
            made = index.diff(old.asked, new.asked)
        while len(kept) >= _REMEMBERED:
            del kept[next(iter(kept))]
        kept[key] = made
    return kept[key]


def _groups(found: Diff, old: Side, new: Side) -> Iterator[Group]:
    """By kind; what changed several times in one pair of statements stands together."""
    for kind, changes in groupby(found.changes, key=lambda c: c.change):
        pairs = [
            _pair(list(alike), old, new) for _, alike in groupby(changes, key=lambda c: (_place(c.old), _place(c.new)))
        ]
        yield Group(kind.replace(" ", "-"), TITLES[kind], KINDS.index(kind) < KINDS.index("reworded"), tuple(pairs))


def _pair(changes: Sequence[Change], old: Side, new: Side) -> Pair:
    first = changes[0]
    words = first.words
    return Pair(
        exchanges=tuple(
            _exchange(c) for c in changes if (c.before or c.after) and not c.change.startswith("commitment")
        ),
        old=_shown(first.old, [w for w in words if w[0] != "new"], old),
        new=_shown(first.new, [w for w in words if w[0] != "gone"], new),
    )


def _shown(sentence: Sentence | None, words: Sequence[tuple[str, str]], side: Side) -> Place | None:
    """What has no counterpart is not marked: its heading says that it stands alone."""
    if sentence is None:
        return None
    href = f"/document/{side.document.sha256[:16]}?at={sentence.start}-{sentence.end}#here"
    return Place(tuple(_apart(words)) or (("same", sentence.text),), href, sentence.page)


def _apart(words: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The blank behind a changed word is not marked with it."""
    for state, piece in words:
        bare = piece.rstrip()
        yield state, bare if state != "same" else piece
        if state != "same" and bare != piece:
            yield "same", piece[len(bare) :]


def _exchange(change: Change) -> tuple[str, str]:
    def told(text: str | None) -> str:
        return "nothing" if text is None else STRENGTHS.get(text, british(text))

    return told(change.before), told(change.after)


def _place(sentence: Sentence | None) -> tuple[Any, ...]:
    return (sentence.start, sentence.end) if sentence else ()


def _choices(documents: Sequence[StoredDocument]) -> list[tuple[str, list[StoredDocument]]]:
    """By series, else by publisher; the newest first."""
    found: dict[str, list[StoredDocument]] = {}
    for document in reversed(documents):
        of = document.series or document.publisher
        found.setdefault(of.value if of else "Others", []).append(document)
    return sorted(found.items(), key=lambda item: (item[0] == "Others", item[0].casefold()))


def _successive(documents: Sequence[StoredDocument]) -> Iterator[tuple[StoredDocument, StoredDocument]]:
    """Issues of a series one after the other, the newest first."""
    series: dict[str, list[StoredDocument]] = {}
    for document in documents:
        if document.series and document.published:
            series.setdefault(document.series.value, []).append(document)
    pairs = [(a, b) for issues in series.values() for a, b in pairwise(issues) if _date(a) != _date(b)]
    yield from sorted(pairs, key=lambda pair: _date(pair[1]), reverse=True)


def _is_later(old: StoredDocument, new: StoredDocument) -> bool:
    return bool(old.published_from and new.published_to and old.published_from > new.published_to)


def _date(document: StoredDocument) -> str:
    return document.published.value if document.published else ""


ROUTES = with_downloads("/diff", diff)
