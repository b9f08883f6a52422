"""What every model is to the rest of docmine: texts in, vectors of length 1 out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded model. `name` is what the index keeps beside each vector; `run_by` says what runs it, for people."""

    name: str
    dimensions: int
    run_by: str
    _encode: Callable[[Sequence[str]], Vectors] = field(repr=False, compare=False)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector a text, of length 1: float32, shape (len(texts), dimensions)."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return self._encode(texts)
