"""Which documents a call means: files, folders and patterns → a sorted list of files."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path, PurePath

from docmine.errors import UsageError
from docmine.read.sniff import SUFFIXES


def find(paths: Sequence[Path | str]) -> list[Path]:
    """The files meant, each once, sorted within each argument; folders are searched to their depth.

    In folders and patterns hidden files, README files and files of other kinds are left out; a file that is named
    itself is always taken, so that its reader can say what is wrong with it.
    Raises UsageError for a path that does not exist, a folder without documents, a pattern without matches.
    """
    found: list[Path] = []
    for given in paths:
        path = Path(given).expanduser()
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if _is_document(p, path))
            if not inside:
                raise UsageError(
                    f"The folder {given} holds no documents. docmine reads {', '.join(sorted(SUFFIXES))} files."
                )
            found.extend(inside)
        elif path.exists():
            found.append(path)
        elif glob.has_magic(str(given)):
            matches = [Path(m) for m in sorted(glob.glob(str(path), recursive=True))]
            files = [m for m in matches if m.is_file() and _is_document(m, m.parent)]
            for folder in (m for m in matches if m.is_dir()):
                files.extend(p for p in sorted(folder.rglob("*")) if _is_document(p, folder))
            if not files:
                raise UsageError(f"No document matches {str(given)!r}. Check the pattern, or name a folder instead.")
            found.extend(files)
        else:
            raise UsageError(
                f"There is no file or folder {given}. Check the spelling, or run 'ls' to see what is there."
            )
    return list(dict.fromkeys(found))


def passed_over(paths: Sequence[Path | str]) -> list[Path]:
    """The files of kinds that docmine does not read, in the folders among `paths`: a person would miss them."""
    folders = [Path(given).expanduser() for given in paths]
    return sorted(
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if _is_meant(path, folder) and path.suffix.lower() not in SUFFIXES
    )


def _is_document(path: Path, root: Path) -> bool:
    return _is_meant(path, root) and path.suffix.lower() in SUFFIXES


def _is_meant(path: Path, root: Path) -> bool:
    return is_meant(path.relative_to(root)) and path.is_file()


def is_meant(path: PurePath) -> bool:
    """Whether a file at this path in a folder is neither hidden, nor a system's own, nor a word about the folder."""
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and path.stem.upper() != "README" and path.name.lower() not in ("thumbs.db", "desktop.ini")
