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
{then}
for _ in range({times}):
    vectors = encoder.encode({texts!r})
print(encoder.run_by, "onnxruntime" in sys.modules)
sys.stdout.flush()
sys.stdout.buffer.write(vectors.tobytes())
"""


KILL = """
import os, signal
(other,) = open(f"/proc/self/task/{os.getpid()}/children").read().split()
os.kill(int(other), signal.SIGKILL)
os.waitpid(int(other), 0)
"""


def asked(times: int, then: str = "") -> tuple[str, np.ndarray]:
    """What was said of the encoder, and the vectors that it gave last."""
    code = ASK.format(model=MODEL, times=times, texts=TEXTS, then=then)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    said, _, packed = done.stdout.partition(b"\n")
    return said.decode(), np.frombuffer(packed, dtype=np.float32).reshape(len(TEXTS), -1)


@pytest.mark.skipif(sys.platform != "linux", reason="no process is started beside")
@pytest.mark.parametrize(("times", "then", "here"), [(1, "", False), (2, "", True), (1, KILL, True)])
def test_the_vectors_are_the_same(times: int, then: str, here: bool) -> None:
    said, vectors = asked(times, then)
    assert said == f"ONNX Runtime {here}"
    assert np.array_equal(vectors, embed.load(MODEL).encode(TEXTS))


@pytest.mark.skipif(sys.platform != "linux", reason="no process is started beside")
def test_a_model_that_is_missing_is_told_of_here() -> None:
    code = "from docmine.embed import beside, load; beside.start(); load('no_such_model')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "ModelMissing: The embedding model 'no_such_model'" in done.stderr
