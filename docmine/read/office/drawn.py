"""What is drawn rather than written: charts, diagrams and pictures, as far as they hold words."""

from __future__ import annotations

import re
from typing import Any

from docmine.read.inline import Run, line
from docmine.read.pieces import Piece

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DESCRIPTION_WORDS = 5
_NO_DESCRIPTION = re.compile(
    r"description automatically generated|^(?:a|an) (?:close[ -]up|picture|screenshot|drawing|group|person|man|woman)\b"
    r"|\b(?:logo|icon|clip ?art)\b|\.(?:png|jpe?g|gif|emf|wmf|svg)\b|https?://",
    re.I,
)


def caption(description: str | None) -> str | None:
    """The words that describe a picture to those who cannot see it; None for what a program wrote, and for names."""
    text, _ = line([Run(description or "")])
    return None if len(text.split()) < _DESCRIPTION_WORDS or _NO_DESCRIPTION.search(text) else text


def chart(root: Any, page: int | None = None) -> list[Piece]:
    """A chart as what it shows: its title as a caption, then a row for each category with the value of each series."""
    found: list[Piece] = []
    title = root.find(f".//{C}chart/{C}title")
    if title is not None and (text := line(Run(t.text or "") for t in title.iter(f"{A}t"))[0]):
        found.append(Piece(kind="caption", text=text, page=page))
    series = [s for s in root.iter(f"{C}ser") if s.find(f"{C}val") is not None or s.find(f"{C}yVal") is not None]
    names = [_first(_points(s.find(f"{C}tx"))) for s in series]
    values = [_points(s.find(f"{C}val") if s.find(f"{C}val") is not None else s.find(f"{C}yVal")) for s in series]
    labels: dict[int, str] = {}
    for s in series:
        labels = labels or _points(s.find(f"{C}cat") if s.find(f"{C}cat") is not None else s.find(f"{C}xVal"))
    headers = ("", *names)
    if any(names):
        found.append(Piece(kind="table_row", text="\t".join(headers), headers=headers, page=page))
    for i in sorted(set(labels).union(*values)):
        cells = [labels.get(i, ""), *(v.get(i, "") for v in values)]
        if any(cells):
            found.append(Piece(kind="table_row", text="\t".join(cells), headers=headers, page=page))
    return found


def diagram(root: Any, page: int | None = None) -> list[Piece]:
    """The words of a SmartArt diagram, a paragraph each, in the order of its parts."""
    found = []
    for p in root.iter(f"{A}p"):
        text, _ = line(Run(t.text or "") for t in p.iter(f"{A}t"))
        if text:
            found.append(Piece(kind="paragraph", text=text, page=page))
    return found


def _points(data: Any | None) -> dict[int, str]:
    """Place → text of a chart's cached cells; numbers as the chart shows them, as far as its format is plain."""
    if data is None:
        return {}
    form = data.findtext(f".//{C}formatCode") or ""
    found = {}
    for pt in data.iter(f"{C}pt"):
        text, _ = line([Run(pt.findtext(f"{C}v") or "")])
        found[int(pt.get("idx") or 0)] = _shown(text, form) if data.find(f".//{C}numCache") is not None else text
    return found


def _first(points: dict[int, str]) -> str:
    return " ".join(points.values())


def _shown(text: str, form: str) -> str:
    """A number as its format shows it: "0.65" in percent as "65%"; binary noise behind the twelfth digit is cut."""
    try:
        number = float(text)
    except ValueError:
        return text
    percent = re.fullmatch(r"0(?:\.(0+))?%", form)
    if percent:
        return f"{number * 100:.{len(percent[1] or '')}f}%"
    return f"{number:.12g}" if abs(number) < 1e15 else text
