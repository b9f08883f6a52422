"""Records of several documents → what became of each commitment; two documents → what changed.

track: later documents ─ nearest statements ─ features ─ relation of each ─ verdict with its reasons
diff:  sentences of two documents ─ matched in order ─ added, removed, reworded
"""

from __future__ import annotations

from docmine.compare.diff import diff
from docmine.compare.track import track

__all__ = ["diff", "track"]
