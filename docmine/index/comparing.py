"""Measures through time, sums, replies to letters, and two documents: of the index, or of files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docmine.errors import UnreadableDocument, UsageError
from docmine.index import lists
from docmine.records import Commitment, DateMention, Figure, Sentence

if TYPE_CHECKING:
    from docmine.compare import Answer, Check, Diff, Series, Statement
    from docmine.compare.paper import Paper
    from docmine.index.access import Access
    from docmine.read.tracked import Tracked
    from docmine.store import Store


def series(access: Access, words: str | None, doc: str | None) -> tuple[Series, ...]:
    from docmine.compare import traced
    from docmine.compare.series.kept import RULES

    with access.reading() as store:
        found = traced(store, words)
        asked = {f.doc for f in lists.listed(access, Figure, {"doc": doc})} if doc else set()
    if found.fresh is not None:
        mark, rows = found.fresh
        access.keep(lambda store: store.keep_courses(mark, rows, rules=RULES))
    return tuple(one for one in found.series if not doc or any(p.figure.doc in asked for p in one.points))


def check(access: Access, documents: Sequence[Path | str]) -> tuple[Check, ...]:
    from docmine.compare import check, checked
    from docmine.compare.checks.kept import RULES
    from docmine.store import CHECKS

    if documents:
        return tuple(found for paper in _papers(access, documents, records=False) for found in check(paper))
    with access.reading() as store:
        found = checked(store)
    if found.fresh:
        access.keep(lambda store: store.keep(CHECKS, found.fresh, rules=RULES))
    return found.checks


def answers(access: Access, letter: Path | str, replies: Sequence[Path | str]) -> tuple[Answer, ...]:
    from docmine.compare import answers
    from docmine.compare.answers.vectors import encoder

    papers = _papers(access, (letter, *replies))
    if not access.path.exists():
        return answers(papers[0], papers[1:], encoder(access.settings, None))
    with access.reading() as store:
        return answers(papers[0], papers[1:], encoder(access.settings, store))


def diff(access: Access, old: Path | str, new: Path | str) -> Diff:
    from docmine.compare import diff

    return diff(_statements(access, old), _statements(access, new), (str(old), str(new)))


def versions(access: Access, document: Path | str) -> tuple[str, ...]:
    with access.reading() as store:
        now = store.document(str(document), part=True)
        every = [d.version for d in store.documents(current=False) if d.path == now.path]
    return tuple(f"{now.name}@{version}" for version in sorted(every))


def tracked(access: Access, document: Path | str) -> tuple[Tracked, ...]:
    from docmine.read import tracked

    at = Path(document)
    if not at.is_file():
        with access.reading() as store:
            at = Path(store.document(str(document), part=True).path or at)
    return tracked.changes(at, max_mb=access.settings.max_file_mb)


def _papers(access: Access, documents: Sequence[Path | str], *, records: bool = True) -> list[Paper]:
    """Documents of the index, else of files; with their records if these are needed."""
    from docmine import pipeline
    from docmine.compare.paper import Paper, stored
    from docmine.read.walk import find

    papers: list[Paper] = []
    for name in documents:
        on_disk = Path(name).exists() or set(str(name)) & set("*?[")
        if on_disk and not access.knows(name):
            for mined in pipeline.mine_files(find([name]), access.settings):
                if isinstance(mined, UnreadableDocument):
                    raise mined
                document = mined.document
                published = document.published.value if document.published else None
                papers.append(Paper(document.name, published, document.blocks, mined.sentences, mined.records))
        else:
            with access.reading() as store:
                papers.append(stored(store, str(name), records=records))
    return papers


def _statements(access: Access, document: Path | str) -> Sequence[Statement]:
    """Of a document in the index or of a version of it, else of a file."""
    from docmine.compare import statements

    if Path(document).is_file() and not access.knows(document):
        from docmine import pipeline

        mined = pipeline.mine(pipeline.read_apart(document, access.settings), access.settings)
        return statements(mined.sentences, mined.records)
    with access.reading() as store:
        key = _version(store, str(document))
        figures, dates = store.of_version(key, Figure), store.of_version(key, DateMention)
        return statements(store.of_version(key, Sentence), (*figures, *dates, *store.of_version(key, Commitment)))


def _version(store: Store, asked: str) -> str:
    """The id of the current document with this name, or of a version: "page.html@1". Raises UsageError."""
    name, at, number = asked.rpartition("@")
    if not at or not number.isdigit() or store.has(asked):
        return store.document(asked, part=True).doc_id
    now = store.document(name, part=True)
    every = {d.version: d.doc_id for d in store.documents(current=False) if d.path == now.path}
    if int(number) not in every:
        raise UsageError(f"{now.name} has no version {number}. The index has {', '.join(map(str, sorted(every)))}.")
    return every[int(number)]
