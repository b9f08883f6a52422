"""Writing one file: whole, or not at all, and never over another unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from docmine.errors import UsageError


def check(path: Path, force: bool, example: str) -> None:
    """Before any work is done. Raises UsageError where there is a folder, or a file that is not to be replaced."""
    try:
        there, is_file = path.exists(), path.is_file()
    except OSError as error:
        raise UsageError(_unwritable(path, error)) from error
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name a file to write to, such as {path / example}.")
    if there and not is_file:  # a device would be replaced, not written to
        raise UsageError(f"{path} is no file that can be replaced. Name another to write to.")
    if there and not force:
        raise UsageError(f"The file {path} is there already. Name another one, or replace it with --force.")


def write(path: Path, data: bytes) -> None:
    """Raises UsageError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(unfinished).chmod(0o644)
            os.replace(unfinished, path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(_unwritable(path, error)) from error


def _unwritable(path: Path, error: OSError) -> str:
    return f"The file {path} cannot be written ({error.strerror or error}). Name another to write to."
