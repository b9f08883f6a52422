"""An ingest for `tests.test_killed` to kill; stand-ins take the place of the models, which would cost it seconds.

python -m tests.killed_ingest INDEX FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from docmine import embed, pipeline
from docmine.pipeline import Mined, Progress
from docmine.records import Document, Passage, document_record
from docmine.settings import Settings
from docmine.store import Store

SETTINGS = Settings(embedding_model="stand-in", workers=1)


class Encoder:
    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[1.0, 0.0]] * len(texts), dtype=np.float32)


def mine(document: Document, settings: Settings) -> Mined:
    passages = tuple(
        Passage(doc=document.name, text=block.text, start=block.start, end=block.end, block=number)
        for number, block in enumerate(document.blocks)
    )
    return Mined(document, (), passages, (document_record(document),))


def stand_in(put: Callable[[object, str, object], None]) -> None:
    """`put` sets an attribute, as `setattr` does."""
    put(pipeline, "mine", mine)
    put(embed, "load_for_many", lambda name, device: Encoder())


def say(step: Progress) -> None:
    if step.outcome == "new":
        print("new", flush=True)
    if step.done == step.total:
        print("all", flush=True)  # what comes next is the index of words


if __name__ == "__main__":
    stand_in(setattr)
    with Store.open(sys.argv[1], create=True) as opened:
        pipeline.ingest(opened, sorted(Path(sys.argv[2]).iterdir()), SETTINGS, progress=say)
