"""Texts → vectors. The only room that knows an embedding model.

Any model of sentence-transformers will do. The first time that it is wanted it is prepared: exported to ONNX and
checked against sentence-transformers (`export`), kept (`prepared`), and from then on run without PyTorch (`quick`). A
model that cannot be exported, or for which there is no room, is run by sentence-transformers (`whole`), which takes
seconds longer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docmine.embed import beside
from docmine.embed.encoder import Encoder
from docmine.embed.folders import fingerprint, model_folder
from docmine.settings import models_home

if TYPE_CHECKING:
    from pathlib import Path

    from docmine.embed.prepared import Manifest

__all__ = ["Encoder", "load", "load_for_many", "model_folder"]

RECIPE = "1"
"""To be raised when models are prepared in another way, or with another exporter: each is then prepared anew."""


@lru_cache(maxsize=2)
def load(model: str) -> Encoder:
    """The sentence-transformers model of this package name or folder, on the processor, for a few texts at once.

    Says a line on stderr where it has to be prepared first. Raises ModelMissing; nothing is ever downloaded.
    """
    return beside.encoder(model) or on_processor(model, many=False)


@lru_cache(maxsize=2)
def load_for_many(model: str, device: str = "auto") -> Encoder:
    """The same for a great many texts: by sentence-transformers on a graphics card, where PyTorch sees one.

    `device` may be "cpu", or a device of PyTorch's such as "cuda:1". The vectors of a card differ from a processor's
    after the sixth decimal. Imports PyTorch unless it is "cpu". Raises ModelMissing, UsageError.
    """
    if device != "cpu":
        from docmine.embed import whole

        card = whole.graphics_card() if device == "auto" else device
        if card is not None:
            return whole.load(model, model_folder(model), card)
    return on_processor(model, many=True)


def on_processor(model: str, *, many: bool) -> Encoder:
    """Run by ONNX Runtime, unless it cannot be. Raises ModelMissing."""
    from docmine.embed import prepared, quick

    source = model_folder(model)
    key = fingerprint(source, RECIPE, quick.runtime())
    folder = prepared.folder_of(models_home(), model, key)
    manifest = prepared.find(folder)
    if manifest is None:
        manifest = _prepare(model, source, folder)
    if manifest.reason is None:
        return quick.load(model, folder, manifest, many=many)
    from docmine.embed import whole

    _say(f"The embedding model {model} is run by sentence-transformers, which takes seconds longer: {manifest.reason}.")
    return whole.load(model, source, "cpu")


def _say(message: str) -> None:
    import logging

    logging.getLogger(__name__).warning(message)


def _prepare(model: str, source: Path, folder: Path) -> Manifest:
    """The manifest of a model that is prepared now; with the reason where it cannot be."""
    from docmine.embed import prepared
    from docmine.embed.export import build

    _say(f"Preparing the embedding model {model}, once: it takes up to a minute ...")
    try:
        return prepared.keep(folder, lambda into: build(source, into))
    except OSError as error:
        reason = f"it cannot be prepared in {folder.parent} ({error.strerror or error})"
        advice = "make room or name another folder with DOCMINE_MODELS"
        return prepared.Manifest(str(source), reason=f"{reason}; {advice}")
