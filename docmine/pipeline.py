"""The journey of a document: read → analyse → sentences → passages → records → embed → store.

Files are read by workers with limits (`docmine.read.apart`), a few ahead of the one at hand; the rest happens here, in
the order of their paths, so that the outcome is the same whatever the number of workers.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args

from docmine import __version__
from docmine.errors import UnreadableDocument, UsageError, one_file
from docmine.records import SENTENCE_WORDS, DocType, Document, Known, Passage, Record, Sentence
from docmine.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

    import numpy as np

    from docmine.read.apart import Readers
    from docmine.read.containers import Member
    from docmine.read.watch import Page
    from docmine.store import Store

T = TypeVar("T")
Overrides = Mapping[str, str | None]
"""What the person knows better than the file says: published, publisher, series, doc_type. None means not given."""

_PATIENCE = 0.5
"""Seconds after which to look how far the reading of a file is."""
OVERRIDES = ("published", "publisher", "series", "doc_type")


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` documents are finished; `path` is at work (`outcome` None), or was finished with `outcome`.

    What lies in an archive or a message is counted when it is reached, so that `total` may grow.
    """

    done: int
    total: int
    path: Path
    outcome: str | None = None
    """"new", "changed", "unchanged" or "failed"."""
    page: Page | None = None
    """The page at work, of a file whose pages have to be recognised from their pictures."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did: paths of files; of the failed ones with the reason."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    """Files of other kinds, in the folders and archives given."""


@dataclass(frozen=True, slots=True)
class Mined:
    """A document with everything that was found in it, ready to be stored."""

    document: Document
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    records: tuple[Record, ...]


def ingest(
    store: Store,
    files: Sequence[Path],
    settings: Settings,
    overrides: Overrides | None = None,
    progress: Callable[[Progress], None] = lambda step: None,
    *,
    again: bool = False,
) -> Summary:
    """Read every file that the index does not have, and store what is in it.

    A file that cannot be read is noted with its reason and the others go on. `again` also reads what the index has.
    Raises UsageError for overrides that are none, ModelMissing, IndexProblem.
    """
    overrides = checked(overrides)
    files = sorted(files, key=os.path.abspath)  # of files with the same bytes the first is read
    run = store.start_run(
        docmine=__version__, spacy_model=settings.spacy_model, embedding_model=settings.embedding_model
    )
    outcomes: dict[str, list[str]] = {"new": [], "changed": [], "unchanged": []}
    failed: list[tuple[str, str]] = []
    passed_over: list[str] = []
    try:
        with _readers(settings) as readers:
            done, total = 0, len(files)
            for found, reading in _read_ahead(store, readers, _listed(readers, files, settings), settings, again):
                if found.passed_over:
                    passed_over.append(str(found.path))
                    continue
                total = max(total, done + 1)
                step = Progress(done, total, found.path)
                progress(step)

                def told(page: Page, step: Progress = step) -> None:
                    progress(replace(step, page=page))

                try:
                    outcome = _take_in(store, readers, found, reading, settings, overrides, run, again, told)
                    outcomes[outcome].append(str(found.path))
                except UnreadableDocument as error:
                    store.record_failure(run, os.path.abspath(found.path), found.sha256, error.reason)
                    failed.append((str(found.path), error.reason))
                    outcome = "failed"
                done += 1
                progress(Progress(done, total, found.path, outcome))
        # After a change of model, and after a run that was broken off.
        model = settings.embedding_model
        missing = texts_of(store.passages_without_vector(model), store.sentences_without_vector(model))
        store.add_vectors(embed_new(store, missing, settings), model=model)
    finally:
        store.refresh_words()
        store.finish_run(run, failed=len(failed), **{name: len(paths) for name, paths in outcomes.items()})
    return Summary(
        **{name: tuple(paths) for name, paths in outcomes.items()},
        failed=tuple(failed),
        passed_over=tuple(passed_over),
    )


def _take_in(
    store: Store,
    readers: Readers,
    found: Member,
    reading: Future[Document] | None,
    settings: Settings,
    overrides: dict[str, str],
    run: int,
    again: bool,
    told: Callable[[Page], None],
) -> str:
    """Store what is in a file, unless the index has it: "new", "changed" or "unchanged".

    `reading` is under way where it looked as if the index did not have it. Raises UnreadableDocument, ModelMissing.
    """
    if found.reason is not None:
        raise UnreadableDocument(found.path, found.reason)
    path = Path(os.path.abspath(found.path))
    known = {} if again or found.sha256 is None else store.overruled(found.sha256)
    outcome, to_read = _outcome(store, path, found.sha256, overrides, again)
    if to_read:
        document = _awaited(readers, path, reading or _submit(readers, path, settings), told)
        mined = mine(_overruled(document, {**known, **overrides}), settings)
        with one_file(path):
            vectors = embed_new(store, texts_of(mined.passages, mined.sentences), settings)
            store.write(
                mined.document,
                mined.sentences,
                mined.passages,
                mined.records,
                vectors,
                model=settings.embedding_model,
                run=run,
            )
    return outcome


def _awaited(readers: Readers, path: Path, reading: Future[Document], told: Callable[[Page], None]) -> Document:
    """The document, once it is read; meanwhile which page is being recognised, where it takes longer."""
    from concurrent.futures import wait

    while wait([reading], timeout=_PATIENCE).not_done:
        if page := readers.page_of(path):
            told(page)
    return reading.result()


def _readers(settings: Settings) -> Readers:
    from docmine.read.apart import Limits, Readers

    limits = Limits(
        seconds=settings.read_seconds, memory_mb=settings.read_memory_mb, page_seconds=settings.scan_seconds
    )
    return Readers(settings.workers, limits)


def _submit(readers: Readers, path: Path | str, settings: Settings) -> Future[Document]:
    from docmine.read import read

    return readers.submit(path, read, path, max_mb=settings.max_file_mb, max_pages=settings.read_pages)


def _listed(readers: Readers, files: Iterable[Path], settings: Settings) -> Iterator[Member]:
    """The documents that are or lie in files, in order; a file that cannot be opened is one with a reason."""
    from docmine.read import containers

    limits = containers.Limits(file_mb=settings.max_file_mb)
    places = ((file, Path(os.path.abspath(file))) for file in files)
    listings = ((file, path, readers.submit(path, containers.listing, path, limits)) for file, path in places)
    for file, path, listing in _ahead(listings, 2 * settings.workers):
        try:
            for member in listing.result():
                yield replace(member, path=file / member.path.relative_to(path))
        except UnreadableDocument as error:
            yield containers.Member(path=file, reason=error.reason)


def _read_ahead(
    store: Store, readers: Readers, members: Iterable[Member], settings: Settings, again: bool
) -> Iterator[tuple[Member, Future[Document] | None]]:
    """Each document, those that seem to be unknown to the index with their reading under way."""
    begun: set[str] = set()

    def beginning() -> Iterator[tuple[Member, Future[Document] | None]]:
        for member in members:
            path, sha256 = Path(os.path.abspath(member.path)), member.sha256
            wanted = sha256 is not None and sha256 not in begun
            if wanted and (again or store.state_of(path, str(sha256)) in ("new", "changed")):
                begun.add(str(sha256))
                yield member, _submit(readers, path, settings)
            else:
                yield member, None

    return _ahead(beginning(), 2 * settings.workers)


def _ahead(steps: Iterable[T], count: int) -> Iterator[T]:
    """The same, begun `count` steps before they are asked for."""
    begun: deque[T] = deque()
    for step in steps:
        begun.append(step)
        if len(begun) > count:
            yield begun.popleft()
    yield from begun


def read_document(path: Path | str, overrides: Overrides | None = None, settings: Settings | None = None) -> Document:
    """The document in a file; what the person knows better takes the place of what the file says.

    It is read in this process, with limits on size and pages only; `read_apart` has those on time and memory too.
    Raises UnreadableDocument, NoReader, and UsageError for overrides that are none.
    """
    from docmine.read import read

    known, limits = checked(overrides), settings or Settings()
    with one_file(path):
        return _overruled(read(path, max_mb=limits.max_file_mb, max_pages=limits.read_pages), known)


def read_apart(path: Path | str, settings: Settings) -> Document:
    """The document in a file, read by a worker with limits. Raises UnreadableDocument, NoReader."""
    with _readers(settings) as readers:
        return _submit(readers, path, settings).result()


def read_documents(files: Iterable[Path | str], settings: Settings) -> Iterator[Document | UnreadableDocument]:
    """The documents in files, or why they cannot be read, in order; read by workers with limits, a few ahead."""
    with _readers(settings) as readers:
        for reading in _ahead((_submit(readers, file, settings) for file in files), 2 * settings.workers):
            try:
                yield reading.result()
            except UnreadableDocument as error:
                yield error


def mine_files(files: Iterable[Path | str], settings: Settings) -> Iterator[Mined | UnreadableDocument]:
    """Everything that is found in each file, or why it cannot be read, in order. Raises ModelMissing."""
    for document in read_documents(files, settings):
        try:
            yield document if isinstance(document, UnreadableDocument) else mine(document, settings)
        except UnreadableDocument as error:
            yield error


def _overruled(document: Document, known: Mapping[str, str | None]) -> Document:
    from docmine.read.about import additions

    for name, value in known.items():
        document = replace(document, **{name: Known(value, "option")})  # type: ignore[arg-type]
    if "published" in known or "doc_type" in known:
        document = replace(document, blocks=additions.dated(document))
    return document


def mine(document: Document, settings: Settings) -> Mined:
    """Everything that is found in a document.

    Raises ModelMissing; UnreadableDocument where it has more text than allowed, or docmine itself fails.
    """
    from docmine import segment
    from docmine.extract import analyse, load, records

    nlp = load(settings.spacy_model)
    if len(document.text) > settings.read_characters:
        raise UnreadableDocument(
            document.name,
            f"It has {len(document.text):,} characters of text, more than the {settings.read_characters:,} allowed."
            " Split it, or raise DOCMINE_READ_CHARACTERS if you do want it read.",
        )
    with one_file(document.name):
        doc = analyse(nlp, document)
        sentences = segment.sentences(document, doc)
        passages = segment.passages(document, sentences, settings.passage_words)
        return Mined(document, sentences, passages, records(document, doc))


def texts_of(passages: Sequence[Passage], sentences: Sequence[Sentence]) -> list[str]:
    """What is embedded: passages with their headings for search; sentences by themselves for comparison.

    Shorter sentences carry too little meaning to be told from one another.
    """
    return [p.context for p in passages] + [s.text for s in sentences if len(s.text.split()) >= SENTENCE_WORDS]


def embed_new(store: Store, texts: Sequence[str], settings: Settings) -> dict[str, np.ndarray]:
    """Text hash → vector, of those texts that have none in the index yet; the model is loaded only for these."""
    from docmine import embed
    from docmine.store import text_hash

    keyed = {text_hash(text): text for text in texts}
    known = store.known_vectors(keyed, settings.embedding_model)
    new = {key: text for key, text in keyed.items() if key not in known}
    if not new:
        return {}
    vectors = embed.load_for_many(settings.embedding_model, settings.device).encode(list(new.values()))
    return dict(zip(new, vectors, strict=True))


def checked(overrides: Overrides | None) -> dict[str, str]:
    """Those overrides that are given. Raises UsageError for an unknown one, no date, no type of document."""
    from docmine.store.partial import asked

    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    for name, value in given.items():
        if name not in OVERRIDES:
            raise UsageError(f"{name!r} cannot be overruled. Choose among {', '.join(OVERRIDES)}.")
        if name == "published":
            asked(value, "--published", example="2022")
        if name == "doc_type" and value not in get_args(DocType):
            raise UsageError(f"--type {value!r} is none of {', '.join(get_args(DocType))}.")
    return given


def _outcome(store: Store, path: Path, sha256: str | None, overrides: dict[str, str], again: bool) -> tuple[str, bool]:
    """What the file is to the index ("new", "changed", "unchanged"), and whether it has to be read."""
    if sha256 is None:
        return "new", True
    state = store.state_of(path, sha256)
    if not store.place(path, sha256):
        return ("new" if state == "new" else "changed"), True
    document = store.document(sha256)
    overruled = any(getattr(document, name) != Known(value, "option") for name, value in overrides.items())
    if overruled or (again and document.path == str(path)):
        return "changed", True
    return ("changed" if state == "changed" else "unchanged"), False
