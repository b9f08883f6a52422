"""One page of the file, with all that is on it: lines, tables, boxes, and what stands aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docmine.read.pdf import footnotes, rules, scans, stamped, words
from docmine.read.pdf.lines import Segment, segments, whole
from docmine.read.pdf.parts import Area, Cells, Table
from docmine.read.pdf.words import Word
from docmine.read.watch import Watch


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before it is put in reading order."""

    number: int
    height: float
    segments: list[Segment]
    tables: list[Table | Cells]
    panels: list[Area]
    short_rules: list[footnotes.Rule]
    aside: list[Sequence[Word]]
    """Lines that nobody sees, and those that stand on end."""
    links: list[str]
    scan: scans.Scan | None
    """What was recognised, of a page that is a picture."""
    boxed_over: bool = False
    """Whether boxes may have been drawn over some of its words."""


def sheet(page: Any, time: Watch) -> Sheet:
    """A pdfplumber page. `time`: how long pages that are pictures may be recognised."""
    on_page = words.on_page(page)
    found = on_page.words
    scan: scans.Scan | None = None
    typed: list[Sequence[Word]] = []
    if sum(len(w.text) for w in found) < 3 or _is_undecoded(found):
        # This is where pages without text get their words.
        scan = scans.of_page(page, time) if found or _is_picture(page) else scans.Scan()
    elif stamped.is_one(page, found):
        scan, typed = stamped.of_page(page, found, time)
    if scan is not None:
        found = list(scan.words)
    tables, panels, rest = rules.find(page, found) if found else ([], [], [])
    hidden = [line.words for line in whole(segments(on_page.hidden))]
    return Sheet(
        number=page.page_number,
        height=scan.height if scan is not None and found else float(page.height),
        segments=segments(rest, words.walls_of(page)),
        tables=tables,
        panels=panels,
        short_rules=footnotes.short_rules(page),
        aside=[*hidden, *typed, *([on_page.rotated] if on_page.rotated else [])],
        links=[str(link["uri"]) for link in page.hyperlinks if link.get("uri")],
        scan=scan,
        boxed_over=on_page.boxed_over,
    )


def _is_picture(page: Any) -> bool:
    """Whether a page without words may hold some: a logo on an empty sheet is not worth recognising."""
    covered = sum((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) for i in page.images)
    return bool(covered > float(page.width) * float(page.height) * 0.15 or len(page.curves) > 100)


def _is_undecoded(found: Sequence[Word]) -> bool:
    """Whether the page's fonts give no letters, only numbers of glyphs."""
    joined = "".join(w.text for w in found)
    return joined.count("(cid:") * 8 > len(joined) * 0.5
