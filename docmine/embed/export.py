"""A sentence-transformers model → a prepared one: exported whole, made quick to open, checked against it."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docmine.embed import quick, whole
from docmine.embed.prepared import MANIFEST, Manifest

AGREEMENT = 0.999
"""The least cosine with sentence-transformers; in float32 it is 0.999999 where the export is right."""
_TIMES = 3
"""A model takes so many times the room of its own weights while it is prepared."""
_INPUTS = {"input_ids", "attention_mask", "token_type_ids"}
TRIED = (
    "",
    "x",
    "The Council will publish its improvement plan by 31 March 2023.",
    "WHO IS RESPONSIBLE for Children’s Services? £1.5m, 20% – “soon”",
    "Café, naïve, Łódź, Ελλάδα, 東京, 👩‍👧 👍",
    "one two three " * 400,
)
"""Texts whose vectors are compared: none, short, of several kinds of letters, and more than any model reads."""


class CannotBeExported(Exception):
    """Why, for people."""


def build(source: Path, into: Path) -> Manifest:
    """Put a prepared model into an empty folder; one that cannot be exported gets a manifest with the reason.

    Raises ModelMissing where it cannot be loaded at all, OSError where there is no room.
    """
    weights = list(source.rglob("*.safetensors")) or list(source.rglob("*.bin"))
    if shutil.disk_usage(into).free < _TIMES * sum(path.stat().st_size for path in weights):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    model = whole.transformer(source)
    try:
        return _build(model, source, into)
    except CannotBeExported as reason:
        for path in into.iterdir():
            path.unlink()
        return Manifest(str(source), reason=str(reason))


def _build(model: Any, source: Path, into: Path) -> Manifest:
    tokenizer, length = _tokenizer(model)
    prompt = model.prompts.get(model.default_prompt_name) or ""
    with _quiet():
        _export(model, into)
    tokenizer.no_padding()
    tokenizer.enable_truncation(length)
    tokenizer.save(str(into / quick.TOKENIZER), pretty=False)
    made = Manifest(
        str(source),
        dimensions=int(model.get_embedding_dimension()),
        prompt=prompt,
        made_with=_versions(),
        sizes=tuple(sorted((path.name, path.stat().st_size) for path in into.iterdir() if path.name != MANIFEST)),
    )
    agreement = _agreement(model, into, made)
    if not agreement >= AGREEMENT:
        raise CannotBeExported(f"its vectors came out differently, with a cosine of {agreement:.4f}")
    return Manifest(made.source, made.dimensions, made.prompt, round(agreement, 7), made.made_with, None, made.sizes)


def _tokenizer(model: Any) -> tuple[Any, int]:
    """A copy of the model's tokenizer, and how many tokens it reads."""
    from tokenizers import Tokenizer

    backend = getattr(getattr(model, "tokenizer", None), "backend_tokenizer", None)
    if not isinstance(backend, Tokenizer):
        raise CannotBeExported("its tokenizer is not one of the library 'tokenizers'")
    features = {name for name, value in model.preprocess(["a text", "another"]).items() if hasattr(value, "shape")}
    if "input_ids" not in features or not features <= _INPUTS:
        raise CannotBeExported(f"it asks for {', '.join(sorted(features))}, not for the ids of tokens alone")
    length = model.max_seq_length or model.tokenizer.model_max_length
    return Tokenizer.from_str(backend.to_str()), int(length)


def _export(model: Any, into: Path) -> None:
    """Write the whole model, modules after the transformer included, as a graph with its weights beside it."""
    import onnxruntime
    import torch
    from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, InvalidGraph, NotImplemented

    typed = "token_type_ids" in model.preprocess(["a text"])

    class Vectors(torch.nn.Module):
        """Token ids, shape (texts, tokens), of texts of one length → their vectors, shape (texts, dimensions)."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
            features = {"input_ids": input_ids, "attention_mask": torch.ones_like(input_ids)}
            if typed:
                features["token_type_ids"] = torch.zeros_like(input_ids)
            return torch.nn.functional.normalize(self.model(features)["sentence_embedding"], dim=-1)

    raw, dynamic = into / "raw.onnx", torch.export.Dim.DYNAMIC
    ids = model.preprocess(["some text of a few words", "other text of a few words"])["input_ids"]
    try:
        with torch.no_grad():
            torch.onnx.export(
                Vectors().eval(),
                (ids,),
                raw,
                input_names=["input_ids"],
                output_names=["vectors"],
                dynamic_shapes=({0: dynamic, 1: dynamic},),
                dynamo=True,
                external_data=True,
                verbose=False,
            )
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # All that suits every processor; once here, instead of at each start.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(into / quick.GRAPH)
        options.add_session_config_entry("session.optimized_model_external_initializers_file_name", quick.WEIGHTS)
        options.add_session_config_entry("session.optimized_model_external_initializers_min_size_in_bytes", "1024")
        onnxruntime.InferenceSession(str(raw), options, providers=["CPUExecutionProvider"])
    except (RuntimeError, TypeError, ValueError, Fail, InvalidArgument, InvalidGraph, NotImplemented) as error:
        raise CannotBeExported(f"it cannot be exported ({type(error).__name__})") from error
    for path in into.glob("raw.onnx*"):
        path.unlink()


def _agreement(model: Any, folder: Path, made: Manifest) -> float:
    """The least cosine between the vectors of the two for the texts that are tried."""
    theirs = model.encode(list(TRIED), normalize_embeddings=True, show_progress_bar=False)
    ours = quick.load("", folder, made).encode(TRIED)
    return float((theirs * ours).sum(axis=1).min())


def _versions() -> str:
    from importlib.metadata import version

    return ", ".join(f"{name} {version(name)}" for name in ("torch", "sentence-transformers", "onnx", "onnxruntime"))


@contextmanager
def _quiet() -> Iterator[None]:
    """The exporter tells of PyTorch's own affairs, such as other libraries that are not there."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
