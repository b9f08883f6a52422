"""The paragraphs of a shape, with the bullets and sizes that they have from their shape, its layout and its master."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docmine.read.inline import Run
from docmine.read.office.drawn import A
from docmine.read.office.flow import Cell, Item, Paragraph, Table
from docmine.read.office.numerals import numeral, raised
from docmine.read.office.symbols import bullet
from docmine.read.pieces import Piece

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_NUMBERED = re.compile(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|ParenR|ParenBoth|Plain|Minus)?")
_FORMS = {"arabic": "decimal", "alphaLc": "lowerLetter", "alphaUc": "upperLetter"}
_FORMS |= {"romanLc": "lowerRoman", "romanUc": "upperRoman"}
_AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Minus": "- {} -"}
_DEFAULT_SIZE = 18.0


def paragraphs(shape: Any, part: Any, styles: list[Any], level: int | None = None) -> list[Item]:
    """The paragraphs of a shape on the slide that `part` holds; `level` of the heading that it is."""
    body = shape.find(f"{_P}txBody")
    return [] if body is None else _read(body, part, styles, level, _whole_link(shape, part))


def table(element: Any, part: Any, styles: list[Any]) -> Table:
    """A table (`a:tbl`)."""
    rows = []
    for row in element.iter(f"{A}tr"):
        cells: list[Cell] = []
        for cell in row.iter(f"{A}tc"):
            if cell.get("hMerge") in ("1", "true"):
                cells.append(Cell(merged="left"))
            elif cell.get("vMerge") in ("1", "true"):
                cells.append(Cell(merged="above"))
            else:
                body = cell.find(f"{A}txBody")
                cells.append(Cell(items=tuple(_read(body, part, styles, None, None) if body is not None else ())))
        rows.append(tuple(cells))
    properties = element.find(f"{A}tblPr")
    headed = properties is not None and properties.get("firstRow") in ("1", "true")
    return Table(rows=tuple(rows), headed=int(headed))


def lists_of(shape: Any) -> list[Any]:
    """The list styles that hold for a shape's text: its own, those of its layout and its master, nearest first."""
    found: list[Any] = []
    place: Any = shape
    while place is not None:
        body = place._element.find(f"{_P}txBody")
        if body is not None and body.find(f"{A}lstStyle") is not None:
            found.append(body.find(f"{A}lstStyle"))
        place = getattr(place, "_base_placeholder", None)
    return found


def _read(body: Any, part: Any, styles: list[Any], level: int | None, link: str | None) -> list[Item]:
    found: list[Item] = []
    counts: dict[int, int] = {}
    scale = body.find(f"{A}bodyPr/{A}normAutofit")
    factor = int(scale.get("fontScale") or 100_000) / 100_000 if scale is not None else 1.0
    for p in body.findall(f"{A}p"):
        depth = int(_own(p, "lvl") or 0)
        sources = [s for s in (p.find(f"{A}pPr"), *_at(styles, depth)) if s is not None]
        runs, sizes, strong, struck = _runs(p, part, sources, factor, link)
        filled = any(run.text.strip() for run in runs)
        marker = _marker(sources, depth, counts) if filled and level is None else None
        found.append(
            Paragraph(
                runs=tuple(runs),
                level=level if filled else None,
                size=sizes.most_common(1)[0][0] if sizes else 0.0,
                strong=strong,
                marker=marker,
                depth=depth + 1,
                aside=tuple(struck),
            )
        )
    return found


def _runs(
    p: Any, part: Any, sources: list[Any], factor: float, link: str | None
) -> tuple[list[Run], Counter[float], bool, list[Piece]]:
    """(the runs, their sizes, whether all are bold, what is struck through)."""
    runs: list[Run] = []
    sizes: Counter[float] = Counter()
    strong: bool | None = None
    struck: list[Piece] = []
    for child in p:
        if child.tag == f"{A}br":
            runs.append(Run("\n"))
        if child.tag not in (f"{A}r", f"{A}fld"):
            continue
        properties = child.find(f"{A}rPr")
        own = properties if properties is not None else {}
        click = properties.find(f"{A}hlinkClick") if properties is not None else None
        target = _address(click, part) or link
        text = (child.findtext(f"{A}t") or "").replace("\v", "\n")
        if (own.get("strike") or _inherited(sources, "strike") or "noStrike") != "noStrike":
            if text.strip():
                struck.append(Piece(kind="deletion", text=" ".join(text.split())))
            continue
        if int(own.get("baseline") or 0) > 0 and text.strip().isdigit():
            text = raised(text)
        runs.append(Run(text, target))
        if text.strip():
            size = own.get("sz") or _inherited(sources, "sz") or _DEFAULT_SIZE * 100
            sizes[round(float(size) / 100 * factor, 1)] += len(text)
            bold = (own.get("b") or _inherited(sources, "b")) in ("1", "true")
            strong = strong is not False and bold
    return runs, sizes, bool(strong), struck


def _marker(sources: list[Any], depth: int, counts: dict[int, int]) -> str | None:
    """The bullet or number of a paragraph, as the nearest of its styles says; `counts` at each depth."""
    for source in sources:
        for child in source:
            if child.tag == f"{A}buNone":
                counts.pop(depth, None)
                return None
            if child.tag in (f"{A}buChar", f"{A}buBlip"):
                return bullet(child.get("char") or "")
            if child.tag == f"{A}buAutoNum":
                for deeper in [d for d in counts if d > depth]:
                    del counts[deeper]
                counts[depth] = counts.get(depth, int(child.get("startAt") or 1) - 1) + 1
                match = _NUMBERED.match(child.get("type") or "")
                form, around = match.groups() if match else ("arabic", "Period")
                return _AROUND.get(around or "", "{}").format(numeral(counts[depth], _FORMS[form]))
    return None


def _at(styles: list[Any], depth: int) -> Iterator[Any]:
    """What each list style says of a depth (from 0)."""
    for style in styles:
        found = style.find(f"{A}lvl{depth + 1}pPr")
        if found is not None:
            yield found


def _inherited(sources: list[Any], name: str) -> str | None:
    for source in sources:
        properties = source.find(f"{A}defRPr")
        if properties is not None and properties.get(name):
            return str(properties.get(name))
    return None


def _own(p: Any, name: str) -> str | None:
    properties = p.find(f"{A}pPr")
    return properties.get(name) if properties is not None else None


def _whole_link(shape: Any, part: Any) -> str | None:
    """Where a click on the whole shape leads."""
    return _address(shape.find(f"{_P}nvSpPr/{_P}cNvPr/{A}hlinkClick"), part)


def _address(click: Any | None, part: Any) -> str | None:
    """The address outside of the presentation that a click leads to."""
    relation = part.rels.get(click.get(f"{_R}id")) if click is not None and click.get(f"{_R}id") else None
    return str(relation.target_ref) if relation is not None and relation.is_external else None
