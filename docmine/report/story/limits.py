"""How much of a story one file tells, so that it opens fluently; wherever something is left out, the report says so."""

from __future__ import annotations

LISTED = 300
"""Promises of one verdict that are told in full; a report of thousands of pages is read by nobody."""
LINES = 30
"""Promises under one subject, owner or document, each a line that leads to its place."""
ROWS = 1_000
"""Rows of a table."""
CHARTS = 100
PICTURES = 16
"""Pictures of pages, unless another number is asked for."""
