"""A model run by sentence-transformers itself: any model, on the processor or a graphics card; seconds to load."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docmine.embed.encoder import Encoder
from docmine.errors import ModelMissing, UsageError

if TYPE_CHECKING:
    from docmine.embed.encoder import Vectors

_QUIET = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
"""Read by the libraries when they are first imported: nothing is fetched, nothing is printed."""
_AT_ONCE = {"cpu": 8}
"""Texts in a batch, each padded to the longest. Of 450 passages one core encoded batches of 8 in 6.5 s, of 64 in 12.9;
a graphics card wants more of them."""


def load(name: str, folder: Path, device: str) -> Encoder:
    """The model in a folder, as an encoder. Raises ModelMissing; UsageError where PyTorch does not know the device."""
    model = transformer(folder, device)

    def encode(texts: Sequence[str]) -> Vectors:
        import numpy as np

        vectors = model.encode(
            list(texts),
            batch_size=_AT_ONCE.get(device, 64),
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    return Encoder(name, int(model.get_embedding_dimension()), f"sentence-transformers on {device}", encode)


def transformer(folder: Path, device: str = "cpu") -> Any:
    """The SentenceTransformer in a folder, in float32. Raises ModelMissing, UsageError."""
    os.environ.update(_QUIET)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(str(folder), device=device, local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise ModelMissing(
                f"The embedding model in {folder} cannot be loaded ({error})."
                " Reinstall it, or name another with DOCMINE_EMBEDDING_MODEL."
            ) from error
        except (RuntimeError, AssertionError) as error:  # what PyTorch raises for a card that is not there
            raise UsageError(
                f"The device {device!r} cannot be used ({str(error).splitlines()[0]}). Unset DOCMINE_DEVICE."
            ) from error
    return model.float().eval()


def graphics_card() -> str | None:
    """The device that PyTorch would choose beside the processor, such as "cuda" or "mps"; None where it sees none."""
    import torch

    seen = torch.accelerator.current_accelerator(check_available=True)
    return None if seen is None else str(seen.type)
