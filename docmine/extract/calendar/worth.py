"""Whether a text is worth a look for dates: to load what finds them takes longer than to answer most questions."""

from __future__ import annotations

import re

_A_LOOK = re.compile(
    r"\d|spring|summer|autumn|winter|christmas|easter|[a-z]day|new\syear|term|quarter|(?:this|next|last|current|coming|previous|new)\s|\bof\sthe\s|tomorrow|yesterday"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.I,
)


def a_look(text: str) -> bool:
    """False where no calendar expression can stand in `text`."""
    return bool(_A_LOOK.search(text))
