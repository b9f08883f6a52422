"""Texts → vectors. The only room that knows an embedding model."""

from __future__ import annotations

import importlib
import importlib.util
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docmine.errors import ModelMissing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_MARKER = "modules.json"
"""The file that every sentence-transformers model folder holds at its root."""

_QUIET = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
"""Read by the libraries when they are first imported: nothing is fetched, nothing is printed."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded model. `name` is what the index keeps beside each vector."""

    name: str
    dimensions: int
    _model: Any = field(repr=False, compare=False)

    def encode(self, texts: Sequence[str], batch_size: int = 8) -> Vectors:
        """One vector a text, of length 1: float32, shape (len(texts), dimensions)."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            batch_size=batch_size,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


@lru_cache(maxsize=2)
def load(model: str) -> Encoder:
    """The sentence-transformers model of this package name or folder.

    Raises ModelMissing where there is none; nothing is ever downloaded.
    """
    folder = model_folder(model)
    os.environ.update(_QUIET)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        try:
            # Always the processor: a graphics card would give other digits than the desk beside it.
            loaded = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise ModelMissing(
                f"The embedding model in {folder} cannot be loaded ({error})."
                " Reinstall it, or name another with DOCMINE_EMBEDDING_MODEL."
            ) from error
    dimensions = loaded.get_embedding_dimension()
    return Encoder(name=model, dimensions=int(dimensions), _model=loaded)


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
