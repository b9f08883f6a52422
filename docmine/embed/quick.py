"""A prepared model run by ONNX Runtime and `tokenizers`: open in hundredths of a second, or fast with many texts.

Only texts of the same number of tokens are encoded together, so that nothing is padded, and each batch on one core:
the vector of a text does not depend on its company or on the computer's number of cores.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docmine.embed.encoder import Encoder

if TYPE_CHECKING:
    from docmine.embed.encoder import Vectors
    from docmine.embed.prepared import Manifest

GRAPH = "model.onnx"
WEIGHTS = "weights.bin"
TOKENIZER = "tokenizer.json"

_TOKENS = 512
"""In a batch, at most, unless it is of one text: of 256 to 1,024 none was quicker, and less memory is better."""

_FEW = 4
"""Texts for which threads take longer to start than they save: a question and its subject."""


def runtime() -> str:
    """The version of ONNX Runtime: what one has made quick to open is for it alone."""
    import onnxruntime

    return str(onnxruntime.__version__)


def load(name: str, folder: Path, manifest: Manifest, *, many: bool = False) -> Encoder:
    """The prepared model in a folder, for a question, or for many texts.

    Of the latter the weights are copied into the order that the processor likes best, which takes 0.1 s; documents of
    60 texts are then encoded a third faster. Else they are read where they lie on disk.
    """
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = (
        onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    )  # it was, when it was prepared
    options.intra_op_num_threads = 1  # a core each for several batches: twice the speed of several cores for one
    options.enable_mem_pattern = False  # of use where every batch has the same shape
    options.add_session_config_entry("session.disable_prepacking", "0" if many else "1")
    session = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])

    def encode(texts: Sequence[str]) -> Vectors:
        ids = [e.ids for e in tokenizer.encode_batch_fast([manifest.prompt + text for text in texts])]
        vectors = np.empty((len(texts), manifest.dimensions), dtype=np.float32)

        def run(rows: list[int]) -> None:
            batch = np.array([ids[row] for row in rows], dtype=np.int64)
            vectors[rows] = session.run(None, {"input_ids": batch})[0]

        batches = _batches([len(i) for i in ids])
        if len(batches) == 1 or len(texts) <= _FEW:
            for batch in batches:
                run(batch)
        else:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(_cores()) as threads:
                list(threads.map(run, batches))
        return vectors

    return Encoder(name, manifest.dimensions, "ONNX Runtime", encode)


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Rows of the same length, at most `_TOKENS` in a batch; the longest first, so that the cores end together."""
    rows = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    batches = []
    for length, same in groupby(rows, key=lambda row: lengths[row]):
        alike, size = list(same), max(1, _TOKENS // max(1, length))
        batches += [alike[i : i + size] for i in range(0, len(alike), size)]
    return batches


def _cores() -> int:
    """Those that this process may use, which in a container can be fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)  # not on macOS and Windows
    return len(affinity(0)) if affinity else os.cpu_count() or 1
