"""The bytes fetched from the web, kept beside the index so that the evidence stays when the page changes.

    index.web/www.example.gov.uk/1f2e3d4c/plan.pdf               what the address gave last
    index.web/www.example.gov.uk/1f2e3d4c/plan.0a1b2c3d4e5f.pdf  what it gave before, with the hash of these bytes
    index.web/www.example.gov.uk/1f2e3d4c/fetched.json           from where, and when

One folder an address, named by its hash: the same address is always the same path, and so the same document.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from docmine.errors import UnreadableDocument
from docmine.read import office, sniff
from docmine.read.entries import safe_name
from docmine.read.fetch import Fetched, FetchLimits, fetch, name_in

_NOTE = "fetched.json"
_SUFFIXES = {
    "application/pdf": (".pdf",),
    office.DOCX: (".docx", ".docm", ".dotx"),
    office.PPTX: (".pptx", ".pptm", ".ppsx"),
    office.ODT: (".odt", ".ott"),
    office.RTF: (".rtf",),
    sniff.MSG: (".msg",),
    "application/zip": (".zip",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/tiff": (".tif", ".tiff"),
    "message/rfc822": (".eml",),
    "multipart/related": (".mht", ".mhtml"),
    "text/html": (".html", ".htm", ".xhtml"),
    "text/markdown": (".md", ".markdown"),
    "text/plain": (".txt", ".text"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a kept file came from."""

    file: str
    """Its name."""
    sha256: str
    asked: str
    address: str
    """Where it was found, after redirections."""
    fetched: str
    """When, in UTC."""


def from_web(addresses: Iterable[str], folder: Path, limits: FetchLimits) -> tuple[list[Path], list[tuple[str, str]]]:
    """Fetch addresses and keep what they give below `folder`: the paths, and the failures with their reasons."""
    paths: list[Path] = []
    failed: list[tuple[str, str]] = []
    for address in dict.fromkeys(addresses):
        try:
            paths.append(keep(fetch(address, limits), folder))
        except UnreadableDocument as error:
            failed.append((address, error.reason))
    return paths, failed


@contextmanager
def for_now(address: str, limits: FetchLimits) -> Iterator[Path]:
    """A path at which the document of an address lies while the block lasts. Raises UnreadableDocument."""
    with TemporaryDirectory(prefix="docmine-") as folder:
        yield keep(fetch(address, limits), Path(folder))


def keep(fetched: Fetched, folder: Path) -> Path:
    """The path under which the bytes now lie below `folder`; other bytes of the same address stay under another name.

    Raises UnreadableDocument where the folder cannot be written to.
    """
    place = folder / _host(fetched.asked) / key(fetched.asked)
    path = place / _name(fetched)
    sha256 = hashlib.sha256(fetched.data).hexdigest()
    before = _note(place)
    try:
        place.mkdir(parents=True, exist_ok=True)
        if before is not None and (old := place / before.file).is_file():
            if before.sha256 == sha256:
                return old
            old.rename(old.with_name(f"{old.stem}.{before.sha256[:12]}{old.suffix}"))
        _write(path, fetched.data)
        note = Origin(
            file=path.name,
            sha256=sha256,
            asked=fetched.asked,
            address=fetched.address,
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        _write(place / _NOTE, json.dumps(asdict(note), ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise UnreadableDocument(fetched.asked, f"It could not be kept in {place}: {error.strerror}.") from error
    return path


def origin(path: Path) -> Origin | None:
    """Where a file came from, if it is one that `keep` wrote and it lies where that was."""
    note = _note(path.parent)
    return note if note is not None and note.file == path.name else None


def _note(place: Path) -> Origin | None:
    """The note in a folder; None where there is none, or one of another address."""
    try:
        note = Origin(**json.loads((place / _NOTE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return note if place.name == key(str(note.asked)) else None


def key(address: str) -> str:
    """Eight characters that stand for an address."""
    return hashlib.sha256(address.encode()).hexdigest()[:8]


def _host(address: str) -> str:
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    return re.sub(r"[^\w.-]", "_", host + (f"_{parts.port}" if parts.port else ""))


def _name(fetched: Fetched) -> str:
    """A file name that tells a person what it is, with the ending of its kind."""
    name = name_in(fetched.address) or name_in(fetched.asked) or _host(fetched.address)
    name = safe_name(re.sub(r'[/\\:*?"<>|]', "-", name)).lstrip(".") or "page"
    suffixes = _SUFFIXES.get(fetched.media_type, ())
    given = PurePosixPath(name).suffix.lower()
    return name if not suffixes or given in suffixes else name + suffixes[0]


def _write(path: Path, data: bytes) -> None:
    """All or nothing: a run that is broken off leaves no half file."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    os.replace(part, path)
