"""The journey of a document: read → analyse → sentences → passages → records → embed → store."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from docmine import __version__
from docmine.errors import DocmineError, UnreadableDocument, UsageError
from docmine.records import SENTENCE_WORDS, DocType, Document, Known, Passage, Record, Sentence
from docmine.settings import Settings

if TYPE_CHECKING:
    import numpy as np

    from docmine.store import Store

Overrides = Mapping[str, str | None]
"""What the person knows better than the file says: published, publisher, series, doc_type. None means not given."""

OVERRIDES = ("published", "publisher", "series", "doc_type")


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files are finished; `path` is at work (`outcome` None), or was finished with `outcome`."""

    done: int
    total: int
    path: Path
    outcome: str | None = None
    """"new", "changed", "unchanged" or "failed"."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did: paths of files; of the failed ones with the reason."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    """Files of other kinds in the folders given."""


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
    try:
        for number, file in enumerate(files):
            progress(Progress(number, len(files), file))
            path = Path(os.path.abspath(file))
            sha256 = _sha256(path, settings)
            known = {} if again or sha256 is None else store.overruled(sha256)
            outcome, to_read = _outcome(store, path, sha256, overrides, again)
            if to_read:
                try:
                    _into(store, path, settings, {**known, **overrides}, run)
                except UnreadableDocument as error:
                    store.record_failure(run, path, sha256, error.reason)
                    failed.append((str(file), error.reason))
                    outcome = "failed"
            if outcome != "failed":
                outcomes[outcome].append(str(file))
            progress(Progress(number + 1, len(files), file, outcome))
        # After a change of model, and after a run that was broken off.
        model = settings.embedding_model
        missing = texts_of(store.passages_without_vector(model), store.sentences_without_vector(model))
        store.add_vectors(embed_new(store, missing, settings), model=model)
    finally:
        store.refresh_words()
        store.finish_run(run, failed=len(failed), **{name: len(paths) for name, paths in outcomes.items()})
    return Summary(**{name: tuple(paths) for name, paths in outcomes.items()}, failed=tuple(failed))


def _into(store: Store, path: Path, settings: Settings, overrides: Overrides, run: int) -> None:
    """Read one file and store what is in it. Raises UnreadableDocument, ModelMissing."""
    mined = mine(read_document(path, overrides, settings), settings)
    with _one_file(path):
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


@contextmanager
def _one_file(name: Path | str) -> Iterator[None]:
    """The one catch-all: an odd file must not cost the hundred others, so that any fault becomes its reason."""
    try:
        yield
    except DocmineError:
        raise
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(" :")
        raise UnreadableDocument(name, f"docmine failed on it ({said}). Please report this, with the file.") from error


def read_document(path: Path | str, overrides: Overrides | None = None, settings: Settings | None = None) -> Document:
    """The document in a file; what the person knows better takes the place of what the file says.

    Raises UnreadableDocument, NoReader, and UsageError for overrides that are none.
    """
    from docmine.read import read

    known = checked(overrides)
    with _one_file(path):
        document = read(path, max_mb=(settings or Settings()).max_file_mb)
    for name, value in known.items():
        document = replace(document, **{name: Known(value, "option")})  # type: ignore[arg-type]
    return document


def mine(document: Document, settings: Settings) -> Mined:
    """Everything that is found in a document. Raises ModelMissing; UnreadableDocument where docmine itself fails."""
    from docmine import segment
    from docmine.extract import analyse, load, records

    nlp = load(settings.spacy_model)
    with _one_file(document.name):
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
    vectors = embed.load(settings.embedding_model).encode(list(new.values()), settings.batch_size)
    return dict(zip(new, vectors, strict=True))


def checked(overrides: Overrides | None) -> dict[str, str]:
    """Those overrides that are given. Raises UsageError for an unknown one, no date, no type of document."""
    from docmine.store.partial import asked

    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    for name, value in given.items():
        if name not in OVERRIDES:
            raise UsageError(f"{name!r} cannot be overruled. Choose among {', '.join(OVERRIDES)}.")
        if name == "published":
            asked(value, "--published")
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


def _sha256(path: Path, settings: Settings) -> str | None:
    """Of the file's bytes; None where the reader will refuse the file anyway."""
    try:
        if not path.is_file() or path.stat().st_size > settings.max_file_mb * 1024 * 1024:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
