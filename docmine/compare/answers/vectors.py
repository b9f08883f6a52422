"""Texts → vectors: those that the index has, the others made now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from docmine import embed
from docmine.settings import Settings
from docmine.store import Store, text_hash

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]


def encoder(settings: Settings, store: Store | None) -> Callable[[Sequence[str]], Matrix]:
    """What gives each of some texts its vector, of length 1; the model is loaded only for texts that are new."""

    def encode(texts: Sequence[str]) -> Matrix:
        import numpy as np

        known = store.vectors_of([text_hash(t) for t in texts], settings.embedding_model) if store and texts else {}
        missing = [t for t in dict.fromkeys(texts) if text_hash(t) not in known]
        if missing:
            made = embed.load(settings.embedding_model).encode(missing)
            known = {**known, **dict(zip(map(text_hash, missing), made, strict=True))}
        return np.array([known[text_hash(t)] for t in texts], dtype=np.float32)

    return encode
