from __future__ import annotations

from shelves import empty_index, shelf

__all__ = ["empty_index", "shelf"]
