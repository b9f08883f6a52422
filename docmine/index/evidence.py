"""A record by its id, the file that it stands in, and the picture of its place on the page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docmine.errors import UnreadableDocument, UsageError

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.store import Exhibit
    from docmine.store.ids import Found


def ids(access: Access, found: Sequence[Found]) -> tuple[str, ...]:
    with access.reading() as store:
        return store.ids(found)


def record(access: Access, id: str) -> Exhibit:
    with access.reading() as store:
        return store.exhibit(id)


def file(access: Access, found: Exhibit) -> tuple[Path, bytes]:
    from docmine.read.containers import Limits, bytes_of

    limits = Limits(file_mb=access.settings.max_file_mb)
    changed: str | None = None
    for path in found.paths:
        try:
            data = bytes_of(Path(path), limits)
        except UnreadableDocument:
            continue
        if hashlib.sha256(data).hexdigest() == found.document.sha256:
            return Path(path), data
        changed = changed or path
    version = f"This evidence is of the version with SHA-256 {found.document.sha256}."
    if changed:
        raise UnreadableDocument(changed, f"The file has changed since it was read. {version}")
    at = found.document.path or found.document.name
    raise UnreadableDocument(at, f"The file is no longer there; ingest it from where it is now. {version}")


def picture(access: Access, found: Exhibit | str) -> bytes:
    from docmine.read.pdf import picture
    from docmine.read.pieces import Unreadable

    found = record(access, found) if isinstance(found, str) else found
    if not found.boxes():
        what = "only what stands in a PDF has a place on a page"
        raise UsageError(f"There is no picture to draw of {found.id[:8]} in {found.document.name}: {what}.")
    path, data = file(access, found)
    data = paper(found, path, data)
    try:
        return picture.crop(data, found.boxes(), found.sentence_boxes(), [block.boxes for block in found.blocks])
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error


def paper(found: Exhibit, path: Path, data: bytes) -> bytes:
    """The PDF whose pages are drawn: the file itself, else what a picture of letters was read as."""
    from docmine.read import image
    from docmine.read.pieces import Unreadable

    if not found.document.media_type.startswith("image/"):
        return data
    try:
        return image.as_pdf(data)
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error
