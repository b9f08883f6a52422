"""Zip archives: what lies in them, under names that are safe to show and to store. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path, PureWindowsPath

from docmine.read.entries import Entry, safe_name, unique
from docmine.read.pieces import Unreadable

FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
"""What the standard library raises for archives that are damaged, or of a later make than it knows."""
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_RATIO_FROM = 10_000_000
"""Bytes from which on the ratio counts: a small file of blanks packs better than any limit, and harms nobody."""


@contextmanager
def opened(source: Path | bytes, *, ratio: int) -> Iterator[list[Entry]]:
    """The files of an archive, in its own order; folders left out. They can be loaded while the block lasts.

    `ratio`: how many times its packed size a file may have. Raises Unreadable where the archive is damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except FAULTS as error:
        raise Unreadable("The archive is damaged or breaks off before its end. Download or copy it again.") from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not info.filename.endswith("\\")]
        names = unique(safe_name(_name(info)) for info in infos)
        yield [
            Entry(name, info.file_size, partial(_load, archive, info), _reason(info, ratio))
            for name, info in zip(names, infos, strict=True)
        ]


def names(source: Path | bytes) -> frozenset[str] | None:
    """The bare names in an archive, to tell its kind by; None where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            return frozenset(archive.namelist())
    except FAULTS:
        return None


def _name(info: zipfile.ZipInfo) -> str:
    """With "/" between folders, without drive; older programs write UTF-8 or Windows' backslashes and do not say so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return PureWindowsPath(name).as_posix().removeprefix(PureWindowsPath(name).drive)


def _reason(info: zipfile.ZipInfo, ratio: int) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "The file is protected by a password. Unpack the archive yourself and give docmine the files."
    if info.file_size > _RATIO_FROM and info.file_size > ratio * max(info.compress_size, 1):
        return (
            f"The file unpacks to {info.file_size // max(info.compress_size, 1)} times its packed size, as no document"
            " does. Unpack it yourself, if you trust it."
        )
    return None


def _load(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """At most `most` bytes and one more, which tells that there are too many. Raises Unreadable."""
    try:
        with archive.open(info) as file:
            return file.read(most + 1)
    except NotImplementedError:
        raise Unreadable(
            "The file is packed in a way that docmine does not know. Unpack the archive yourself and give docmine the"
            " files."
        ) from None
    except (*FAULTS, RuntimeError) as error:
        raise Unreadable("The file is damaged within its archive. Download or copy the archive again.") from error
