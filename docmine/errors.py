"""What can go wrong, and what to tell the person.

DocmineError
├── UsageError              the call's words are off: a date that is none, a name nobody has   exit 2
├── UnreadableDocument      one file could not be read; an ingest goes on without it            exit 1
│   └── NoReader            no reader for this kind of file
├── ModelMissing            a language or embedding model is not installed                      exit 1
└── IndexProblem            the index cannot be used                                            exit 1
    ├── IndexMissing        no such file
    ├── IndexLocked         another process is writing to it
    ├── IndexTooNew         written by a later docmine
    ├── IndexTooOld         written by an earlier one, and only to be read
    └── NotAnIndex          the file is no DuckDB database, or not one of docmine's

Every message is one or two sentences: what happened, to which file, what to do next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class DocmineError(Exception):
    """The base of all. `exit_code` is what the command ends with."""

    exit_code = 1


class UsageError(DocmineError):
    exit_code = 2


class UnreadableDocument(DocmineError):
    """`path` is the file, `reason` the bare reason without the name, for the table of failures."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{path}: {reason}")

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str]]:
        return type(self), (self.path, self.reason)  # it comes out of another process


class NoReader(UnreadableDocument):
    pass


class ModelMissing(DocmineError):
    pass


class IndexProblem(DocmineError):
    pass


class IndexMissing(IndexProblem):
    pass


class IndexLocked(IndexProblem):
    pass


class IndexTooOld(IndexProblem):
    pass


class IndexTooNew(IndexProblem):
    pass


class NotAnIndex(IndexProblem):
    pass


@contextmanager
def one_file(name: Path | str) -> Iterator[None]:
    """The one catch-all: an odd file must not cost the hundred others, so that any fault becomes its reason."""
    try:
        yield
    except DocmineError:
        raise
    except RecursionError as error:
        raise UnreadableDocument(
            name, "Its parts are nested too deeply to be read. Open it, save it anew or as PDF, and try again."
        ) from error
    except MemoryError as error:
        raise UnreadableDocument(name, "There is not enough memory to read it. Split it and try again.") from error
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(" :")
        raise UnreadableDocument(name, f"docmine failed on it ({said}). Please report this, with the file.") from error
