"""Is everything where the index says it is, and every table as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.store import Problem


def verify(access: Access) -> tuple[Problem, ...]:
    from docmine.read.containers import bytes_of

    with access.reading() as store:
        return store.verify(bytes_of)


def export(access: Access, folder: Path | str, format: str, *, force: bool, versions: bool) -> tuple[Path, ...]:
    with access.reading() as store:
        return store.export(folder, format, force=force, versions=versions)
