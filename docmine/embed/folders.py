"""Where the files of a model are, and where it is kept once it is prepared."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from pathlib import Path

from docmine.errors import ModelMissing

_MARKER = "modules.json"
"""The file that every sentence-transformers model folder holds at its root."""
_WHOLE = 1_000_000
"""Bytes: files up to here are hashed whole, of larger ones `_SAMPLES` stretches of `_STRETCH` bytes, evenly spread: to
hash all weights would take longer than to answer a question, and training changes nearly every one of them."""
_SAMPLES = 64
_STRETCH = 1024


def model_folder(model: str) -> Path:
    """Where the model's files are: the folder itself, or inside the installed package of that name.

    Raises ModelMissing.
    """
    folder = Path(model).expanduser()
    if (folder / _MARKER).is_file():
        return folder.resolve()
    for candidate in _package_folders(model):
        if (candidate / _MARKER).is_file():
            return candidate
    raise ModelMissing(
        f"The embedding model {model!r} is neither an installed package nor a sentence-transformers folder."
        " Run 'make install', or name another with DOCMINE_EMBEDDING_MODEL."
    )


def fingerprint(folder: Path, *made_by: str) -> str:
    """16 hexadecimal digits that change with the files of a model, and with what they are prepared by."""
    digest = hashlib.sha256("\0".join(made_by).encode())
    files = (path for path in folder.rglob("*") if path.is_file())
    named = ((path.relative_to(folder), path) for path in files)
    for name, path in sorted(pair for pair in named if not any(part.startswith(".") for part in pair[0].parts)):
        size = path.stat().st_size
        digest.update(f"\0{name.as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _WHOLE:
                digest.update(file.read())
            else:
                for i in range(_SAMPLES):
                    file.seek((size - _STRETCH) * i // (_SAMPLES - 1))
                    digest.update(file.read(_STRETCH))
    return digest.hexdigest()[:16]


def _package_folders(model: str) -> list[Path]:
    """Where a package of this name may keep its model: where it says so, else at its root or just below."""
    name = model.replace("-", "_")
    if not name.isidentifier() or importlib.util.find_spec(name) is None:
        return []
    package = importlib.import_module(name)
    if hasattr(package, "get_model_path"):
        return [Path(package.get_model_path())]
    if hasattr(package, "MODEL_DIR"):
        return [Path(package.MODEL_DIR)]
    if package.__file__ is None:
        return []
    root = Path(package.__file__).parent
    return [root, *sorted(p for p in root.iterdir() if p.is_dir())]
