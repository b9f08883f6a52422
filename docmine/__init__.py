"""docmine: what councils promised, what they reported, and what became of it.

    file ─ read ─▶ Document ─ segment ─▶ sentences, passages ─ extract ─▶ records ─ embed ─▶ vectors ─▶ store
    store ─ search ─▶ ranked evidence          store ─ compare ─▶ findings          either ─ report ─▶ terminal, CSV, JSON
"""

from __future__ import annotations

__version__ = "0.1.0"
