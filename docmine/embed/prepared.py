"""Prepared models: where they are kept, and how one is put there whole or not at all.

models/prepared/NAME-FINGERPRINT/
  prepared.json   the manifest, below
  model.onnx      the graph, from the ids of tokens to vectors of length 1
  weights.bin     its weights, read where they lie
  tokenizer.json  text → ids of tokens, cut where the model stops reading
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

MANIFEST = "prepared.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a prepared model. Where it cannot be run without sentence-transformers, `reason` says why."""

    source: str
    """The folder of the model."""
    dimensions: int = 0
    prompt: str = ""
    """What the model puts before each text."""
    agreement: float = 0.0
    """The least cosine of its vectors with those of sentence-transformers, of the texts that were tried."""
    made_with: str = ""
    reason: str | None = None
    sizes: tuple[tuple[str, int], ...] = ()
    """Bytes of each file, to see that none was lost."""


def folder_of(home: Path, name: str, fingerprint: str) -> Path:
    """Where a model of this name and fingerprint is kept."""
    return home / f"{re.sub(r'[^A-Za-z0-9._-]+', '_', Path(name).name)}-{fingerprint}"


def find(folder: Path) -> Manifest | None:
    """The manifest of a prepared model; None where there is none, or not all of it."""
    try:
        stored = json.loads((folder / MANIFEST).read_text("utf-8"))
        manifest = Manifest(**{**stored, "sizes": tuple((name, size) for name, size in stored["sizes"])})
        whole = all((folder / name).stat().st_size == size for name, size in manifest.sizes)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return manifest if whole else None


def keep(folder: Path, build: Callable[[Path], Manifest]) -> Manifest:
    """Have `build` make a prepared model, and keep it in `folder`, unless another process was faster.

    Raises OSError where it cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        manifest = build(making)
        (making / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), "utf-8")
        making.chmod(0o755)  # what one user installs others run
        if find(folder) is None:
            shutil.rmtree(folder, ignore_errors=True)  # where files were lost
            making.replace(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _forget_earlier(folder, manifest.source)
    return manifest


def _forget_earlier(folder: Path, source: str) -> None:
    """Remove what was prepared of the same model before it, or docmine, changed."""
    for other in folder.parent.glob(f"*/{MANIFEST}"):
        known = find(other.parent)
        if other.parent != folder and known is not None and known.source == source:
            shutil.rmtree(other.parent, ignore_errors=True)
