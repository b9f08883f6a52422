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
    └── NotAnIndex          the file is no DuckDB database, or not one of docmine's

Every message is one or two sentences: what happened, to which file, what to do next.
"""

from __future__ import annotations

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


class IndexTooNew(IndexProblem):
    pass


class NotAnIndex(IndexProblem):
    pass
