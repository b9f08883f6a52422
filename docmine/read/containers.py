"""Archives and messages as folders: the documents in them have virtual paths, such as "papers.zip/inner/report.pdf".

    path ─ listing ─▶ a Member for each document below it, with hash or the reason why it cannot be read
    virtual path ─ bytes_of ─▶ the bytes, out of archive in message in archive

A message is a document and holds documents; an archive only holds them. Nothing is unpacked to disk, and everything is
bounded by Limits: an archive made to exhaust the machine ends as a reason.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from docmine.errors import UnreadableDocument
from docmine.read import archive, sniff, walk
from docmine.read.entries import Entry
from docmine.read.pieces import Unreadable

_MB = 1024 * 1024
_Kind = Literal["zip", "eml"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far containers are followed; what lies beyond is a failure with its reason."""

    file_mb: int = 200
    """Of one document, as in `Settings.max_file_mb`."""
    total_mb: int = 2000
    """Of all documents of one container together, unpacked."""
    files: int = 5000
    """In one container with all that are in it; a council's yearly archive has some hundreds."""
    depth: int = 4
    """Containers in one another: a mail in a zip in a mail in a zip."""
    ratio: int = 200
    """Unpacked to packed size of a file; text packs to a twentieth at best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A document at a path or below it. Exactly one of `sha256`, `reason` and `passed_over` says what it is to us."""

    path: Path
    """Real or virtual."""
    part_of: Path | None = None
    """The message or archive that holds it, itself perhaps virtual."""
    sha256: str | None = None
    """Of its bytes."""
    reason: str | None = None
    """Why it cannot be read: a failure."""
    passed_over: bool = False
    """A file of a kind that docmine does not read."""


def listing(path: Path, limits: Limits | None = None) -> tuple[Member, ...]:
    """Every document at `path` and in it, in the container's own order.

    A file that is no container is its own only member; a message is its own first member; an archive is no member
    unless nothing in it can be read at all. Raises nothing for what is in the file: that becomes a reason.
    """
    limits = limits or Limits()
    return tuple(_within(path, None, path, _Left(limits, limits.files, limits.total_mb * _MB), 0))


def is_container(path: Path) -> bool:
    """Whether `path` is an archive, or a message with attachments, by its content. False where it cannot be opened."""
    try:
        kind = _kind(path.name, path)
        if kind != "eml":
            return kind is not None
        with _opened(path, kind, Limits()) as entries:
            return bool(entries)
    except (OSError, Unreadable):
        return False


def bytes_of(path: Path, limits: Limits | None = None) -> bytes:
    """The bytes of a document at a real or a virtual path.

    Raises UnreadableDocument with the reason: not there, too large, damaged, protected by a password.
    """
    return bytes_and_holder(path, limits)[0]


def bytes_and_holder(path: Path, limits: Limits | None = None) -> tuple[bytes, Path | None]:
    """The bytes of a document, and the container that it lies in directly; None for a real path.

    Raises UnreadableDocument as `bytes_of`.
    """
    limits = limits or Limits()
    file = real(path)
    try:
        return (_read(file, limits), None) if file == path else _followed(file, path, limits)
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error


@dataclass(slots=True)
class _Left:
    """What a listing may still take."""

    limits: Limits
    files: int
    bytes: int
    passed: list[Path] = field(default_factory=list)


def _within(path: Path, holder: Path | None, source: Path | bytes, left: _Left, depth: int) -> Iterator[Member]:
    def failed(reason: str) -> Member:
        return Member(path=path, part_of=holder, reason=reason)

    try:
        kind = _kind(path.name, source)
        if kind != "zip":
            data = source if isinstance(source, bytes) else _read(source, left.limits)
            yield Member(path=path, part_of=holder, sha256=hashlib.sha256(data).hexdigest())
            source = data
        if kind is None:
            return
        with _opened(source, kind, left.limits) as entries:
            meant = [e for e in entries if kind == "eml" or walk.is_meant(PurePosixPath(e.name))]
            if not meant and kind == "zip":
                yield failed("There are no documents in the archive.")
            elif depth >= left.limits.depth and kind == "zip":
                yield failed(
                    f"It lies deeper than {left.limits.depth} archives and messages in one another. Unpack it."
                )
            elif len(meant) > left.files:
                yield failed(f"More than {left.limits.files} files lie in it. Unpack it and give docmine a folder.")
            elif kind == "zip" and sum(e.size for e in meant if _is_read(e)) > left.bytes:
                yield failed(
                    f"It unpacks to more than {left.limits.total_mb} MB. Unpack it and give docmine a folder, if you"
                    " trust it."
                )
            else:
                left.files -= len(meant)
                for entry in meant:
                    yield from _member(path / entry.name, path, entry, left, depth + 1)
    except Unreadable as error:
        yield failed(str(error))


def _member(path: Path, holder: Path, entry: Entry, left: _Left, depth: int) -> Iterator[Member]:
    reason = entry.reason
    if reason is None and not _is_read(entry):
        yield Member(path=path, part_of=holder, passed_over=True)
        return
    if reason is None and depth > left.limits.depth:
        reason = f"It lies deeper than {left.limits.depth} archives and messages in one another. Save it as a file."
    try:
        data = _loaded(entry, left.limits) if reason is None else b""
    except Unreadable as error:
        reason = str(error)
    if reason is None and len(data) > left.bytes:
        reason = f"The files before it fill the {left.limits.total_mb} MB that one archive may have. Unpack it."
    if reason is not None:
        yield Member(path=path, part_of=holder, reason=reason)
        return
    left.bytes -= len(data)
    yield from _within(path, holder, data, left, depth)


def _is_read(entry: Entry) -> bool:
    return PurePosixPath(entry.name).suffix.lower() in sniff.SUFFIXES


def _loaded(entry: Entry, limits: Limits) -> bytes:
    """Raises Unreadable, also where the file is larger than allowed."""
    if entry.reason is not None:
        raise Unreadable(entry.reason)
    most = limits.file_mb * _MB
    data = entry.load(most) if entry.size <= most else b""
    if entry.size > most or len(data) > most:
        raise Unreadable(
            f"The file has more than the {limits.file_mb} MB allowed. Raise DOCMINE_MAX_FILE_MB if you do want it read."
        )
    return data


def _followed(file: Path, path: Path, limits: Limits) -> tuple[bytes, Path]:
    """The bytes and the holder of a virtual path that begins at a file on disk. Raises Unreadable."""
    rest = path.relative_to(file).as_posix()
    holder: Path = file
    source: Path | bytes = file
    while True:
        kind = _kind(holder.name, source)
        if kind is None:
            raise Unreadable(f"There is no such file: {holder.name} is neither an archive nor a message.")
        with _opened(source, kind, limits) as entries:
            entry = next((e for e in entries if rest == e.name or rest.startswith(e.name + "/")), None)
            if entry is None:
                raise Unreadable(f"There is no such file in {holder.name}.")
            data = _loaded(entry, limits)
        if rest == entry.name:
            return data, holder
        rest = rest.removeprefix(entry.name + "/")
        holder, source = holder / entry.name, data


def real(path: Path) -> Path:
    """The part of a path that is a file or folder on disk; the whole path where none of it is a file."""
    if path.exists():
        return path
    return next((above for above in path.parents if above.is_file()), path)


def _kind(name: str, source: Path | bytes) -> _Kind | None:
    """Raises Unreadable where the file cannot be opened."""
    head = source[: sniff.HEAD] if isinstance(source, bytes) else _head(source)
    if sniff.is_zip(head):
        names = archive.names(source)  # of a damaged one the reader says so
        return "zip" if names is not None and sniff.is_archive(names) else None
    return "eml" if sniff.is_mail(name, source, head) else None


def _opened(source: Path | bytes, kind: _Kind, limits: Limits) -> AbstractContextManager[list[Entry]]:
    if kind == "zip":
        return archive.opened(source, ratio=limits.ratio)
    from docmine.read.mail import message

    return message.opened(source if isinstance(source, bytes) else _read(source, limits))


def _head(path: Path) -> bytes:
    """Raises Unreadable, also for a folder, and for a pipe or device, which might never end."""
    try:
        if path.is_dir():
            raise Unreadable("This is a folder, not a file. Give it to 'docmine ingest' instead.")
        if path.exists() and not path.is_file():
            raise Unreadable("This is a pipe or a device, not a file. Save what comes out of it as a file.")
        with path.open("rb") as file:
            return file.read(sniff.HEAD)
    except OSError as error:
        raise Unreadable(_trouble(error)) from error


def _read(path: Path, limits: Limits) -> bytes:
    """Raises Unreadable."""
    _head(path)
    try:
        size = path.stat().st_size
        if size > limits.file_mb * _MB:
            raise Unreadable(
                f"The file has {size / _MB:.0f} MB, more than the {limits.file_mb} MB allowed."
                " Raise DOCMINE_MAX_FILE_MB if you do want it read."
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(_trouble(error)) from error


def _trouble(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "There is no such file."
    if isinstance(error, PermissionError):
        return "You have no permission to read this file."
    if error.errno == errno.ELOOP:
        return "This is a link that leads to itself. Remove it, or give docmine the file itself."
    if error.errno == errno.ENAMETOOLONG:
        return "There is no such file: its name is too long for this computer."
    return f"The file could not be opened: {error.strerror}."
