"""Names of sheets that Excel takes."""

from __future__ import annotations

import re
from collections.abc import Collection

from docmine.report import safe

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"


def title(wanted: str, taken: Collection[str], length: int) -> str:
    """`wanted`, without what Excel forbids, in at most `length` characters, and unlike those `taken`."""
    plain = _FORBIDDEN.sub(" ", safe.line(wanted)).strip().strip("'").strip() or "Sheet"
    if plain.lower() == _RESERVED:
        plain += " of documents"
    known = {name.lower() for name in taken}
    made, number = _cut(plain, length), 1
    while made.lower() in known:
        number += 1
        made = f"{_cut(plain, length - len(f' ({number})'))} ({number})"
    return made


def _cut(text: str, length: int) -> str:
    while len(text.encode("utf-16-le")) // 2 > length:
        text = text[:-1]
    return text.strip().rstrip("'")
