"""Checks → cards with the sum, and rows for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from docmine.records import Sentence, Span
from docmine.report import safe
from docmine.report.ids import Ids, full, short
from docmine.report.words import place, sentence

if TYPE_CHECKING:
    from docmine.compare import Check

_NONE: Ids = MappingProxyType({})
_STYLE = {
    "does not agree": "bold red",
    "agrees if truncated": "bold yellow",
    "agrees if rounded": "green",
    "agrees": "green",
    "cannot tell": "bold",
}
_OTHERS = 4
COLUMNS = (
    *("check", "doc", "text", "verdict", "stated", "counts", "sum", "exact", "tolerance", "evidence", "id"),
    *("start", "end", "page"),
)


def spot(check: Check) -> Sentence:
    """The sentence, row or bullet of a check, by whose id `docmine show` finds it."""
    return Sentence(doc=check.doc, text=check.text, start=check.start, end=check.end, page=check.page, block=0)


def cards(console: Console, found: Sequence[Check], known: Ids = _NONE) -> None:
    """Each check: the verdict, the sentence, what it states, the sum and what was allowed for."""
    for check in found:
        head = Text(check.verdict.upper(), style=_STYLE[check.verdict])
        head.append(f"  {place(check.doc, check.page)}", style="cyan")
        if id := short(known, spot(check)):
            head.append(f"  {id}", style="dim not bold")
        console.print(head)
        _line(console, f"“{_shown(check.text)}”")
        for other in check.evidence[:_OTHERS]:
            _line(console, f"with “{_shown(other.text)}”", 5)
        if more := len(check.evidence) - _OTHERS:
            _line(console, f"and {more} more" if more > 0 else "", 5)
        _line(console, f"Stated: {safe.line(check.stated)}")
        _line(console, f"Sum: {sentence(check.sum)}")
        _line(console, f"Allowed: {sentence(check.tolerance)}")
        console.print()


def row(check: Check, known: Ids = _NONE) -> dict[str, Any]:
    """A check for programs."""
    return {
        "check": check.check,
        "doc": check.doc,
        "text": check.text,
        "verdict": check.verdict,
        "stated": check.stated,
        "counts": list(check.counts),
        "sum": check.sum,
        "exact": check.exact,
        "tolerance": check.tolerance,
        "evidence": [_place(other) for other in check.evidence],
        "id": full(known, spot(check)),
        "start": check.start,
        "end": check.end,
        "page": check.page,
    }


def told(found: Sequence[Check]) -> str:
    """ "2 do not agree, 14 agree if rounded, 10 agree, 3 cannot be told": how all sums of the documents came out."""
    counts = Counter[str](check.verdict for check in found)
    words = {
        "does not agree": ("does not agree", "do not agree"),
        "agrees if truncated": ("agrees only if cut off", "agree only if cut off"),
        "agrees if rounded": ("agrees if rounded", "agree if rounded"),
        "agrees": ("agrees", "agree"),
        "cannot tell": ("cannot be told", "cannot be told"),
    }
    parts = [f"{counts[v]} {one if counts[v] == 1 else many}" for v, (one, many) in words.items() if counts[v]]
    return ", ".join(parts) or "no sum is stated"


def _shown(text: str) -> str:
    return safe.line(text.replace("\t", " | "))


def _place(span: Span) -> dict[str, Any]:
    return {"doc": span.doc, "text": span.text, "start": span.start, "end": span.end, "page": span.page}


def _line(console: Console, text: str, by: int = 3) -> None:
    if text:
        console.print(Padding(Text(text, overflow="fold"), (0, 0, 0, by), expand=False))
