"""A model that another process loads gives the vectors that it gives here."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from docmine import embed
from docmine.settings import Settings

MODEL = Settings().embedding_model
TEXTS = ["what was promised about transport", "transport"]
ASK = """
import sys
from docmine import embed
from docmine.embed import beside
beside.start()
encoder = embed.load({model!r})
for _ in range({times}):
    vectors = encoder.encode({texts!r})
print(encoder.run_by, "onnxruntime" in sys.modules)
sys.stdout.flush()
sys.stdout.buffer.write(vectors.tobytes())
"""


def asked(times: int) -> tuple[str, np.ndarray]:
    """What was said of the encoder, and the vectors that it gave last."""
    code = ASK.format(model=MODEL, times=times, texts=TEXTS)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    said, _, packed = done.stdout.partition(b"\n")
    return said.decode(), np.frombuffer(packed, dtype=np.float32).reshape(len(TEXTS), -1)


@pytest.mark.skipif(sys.platform != "linux", reason="no process is started beside")
@pytest.mark.parametrize(("times", "here"), [(1, False), (2, True)])
def test_the_vectors_are_the_same(times: int, here: bool) -> None:
    said, vectors = asked(times)
    assert said == f"ONNX Runtime {here}"
    assert np.array_equal(vectors, embed.load(MODEL).encode(TEXTS))


@pytest.mark.skipif(sys.platform != "linux", reason="no process is started beside")
def test_a_model_that_is_missing_is_told_of_here() -> None:
    code = "from docmine.embed import beside, load; beside.start(); load('no_such_model')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "ModelMissing: The embedding model 'no_such_model'" in done.stderr
