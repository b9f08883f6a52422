"""Files into the index, and documents out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docmine import pipeline
from docmine.read import kept
from docmine.read.fetch import FetchLimits, is_address
from docmine.read.walk import find, passed_over

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.pipeline import Progress, Summary


def ingest(
    access: Access,
    paths: Sequence[Path | str] | Path | str,
    progress: Callable[[Progress], None],
    overrides: Mapping[str, str | None],
    *,
    again: bool,
    allow_private: bool,
) -> Summary:
    given = [paths] if isinstance(paths, (str, Path)) else paths
    named = [path for path in given if not is_address(path)]
    files = find(named)
    known = pipeline.checked(overrides)
    with access.writing(create=True) as store:
        fetched, failed = kept.from_web(
            (str(address) for address in given if is_address(address)),
            access.path.with_suffix(".web"),
            FetchLimits(mb=access.settings.max_file_mb, allow_private=allow_private),
        )
        files += [path for path in fetched if path not in files]
        summary = pipeline.ingest(store, files, access.settings, known, progress, again=again)
    others = (*summary.passed_over, *(str(path) for path in passed_over(named)))
    return replace(summary, failed=(*failed, *summary.failed), passed_over=tuple(sorted(others)))


def remove(access: Access, name: Path | str) -> int:
    with access.writing() as store:
        versions = store.remove(name)
        store.refresh_words()
        return versions
