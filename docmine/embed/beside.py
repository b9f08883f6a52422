"""A model that another process loads, while this one does what comes before a question can be encoded.

To load the runtime and the model takes about as long as to open an index and to understand a question. Only for a
program that has just begun: the process is a copy of it, which runs on Linux without trouble as long as there are no
threads. It encodes once, and ends.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from io import BufferedReader, BufferedWriter, FileIO
from typing import TYPE_CHECKING

from docmine.embed.encoder import Encoder

if TYPE_CHECKING:
    from docmine.embed.encoder import Vectors

_pipes: tuple[BufferedReader, BufferedWriter] | None = None
"""What the other process says, and what it is told."""


def start() -> None:
    """Have the model of the environment loaded by another process, where that can be done."""
    global _pipes
    if sys.platform != "linux":
        return
    said, saying = os.pipe()
    hearing, told = os.pipe()
    if os.fork():
        os.close(saying)
        os.close(hearing)
        _pipes = BufferedReader(FileIO(said)), BufferedWriter(FileIO(told, "w"))
        return
    try:
        os.close(said)
        os.close(told)
        _serve(BufferedReader(FileIO(hearing)), BufferedWriter(FileIO(saying, "w")))
    finally:
        os._exit(0)  # what the copied program would do at its end is not for this process to do


def encoder(model: str) -> Encoder | None:
    """That of the other process; None where there is none, or it could not load this model, or was asked before."""
    global _pipes
    if _pipes is None:
        return None
    (said, told), _pipes = _pipes, None
    loaded = json.loads(said.readline() or "{}")
    if loaded.get("name") != model:
        told.close()
        return None

    dimensions: int = loaded["dimensions"]

    def encode(texts: Sequence[str]) -> Vectors:
        import numpy as np

        from docmine.embed import on_processor

        size = 4 * len(texts) * dimensions
        vectors = b"" if told.closed else _answer(said, told, texts)
        if len(vectors) != size:  # it was asked before, or came to an early end
            return on_processor(model, many=False).encode(texts)
        return np.frombuffer(bytearray(vectors), dtype=np.float32).reshape(len(texts), dimensions)

    return Encoder(model, dimensions, loaded["run_by"], encode)


def _answer(said: BufferedReader, told: BufferedWriter, texts: Sequence[str]) -> bytes:
    """The vectors as the other process gives them; fewer bytes, or none, where it has gone."""
    try:
        told.write(json.dumps(list(texts)).encode())
        told.close()
    except BrokenPipeError:
        return b""
    return said.read()


def _serve(hearing: BufferedReader, saying: BufferedWriter) -> None:
    import signal

    from docmine import embed, settings
    from docmine.errors import DocmineError

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the other process has this one end with it
    try:
        model = embed.on_processor(settings.load().embedding_model, many=False)
    except DocmineError:
        return  # which the other process will come upon itself
    about = {"name": model.name, "dimensions": model.dimensions, "run_by": model.run_by}
    saying.write(json.dumps(about).encode() + b"\n")
    saying.flush()
    if texts := hearing.read():
        saying.write(model.encode(json.loads(texts)).tobytes())
        saying.flush()
