"""Elements of HTML → pieces, as a browser lays them out: blocks, lists with their numbers, tables with their spans.

What is no part of the text is the caller's to say (`skip`); see article.py for web pages, mail.py for messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from docmine.read import inline, markers, plain
from docmine.read.inline import Run
from docmine.read.office.numerals import raised
from docmine.read.pieces import Piece
from docmine.records import BlockKind, Link

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "form",
        "fieldset",
        "ul",
        "ol",
        "menu",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "figure",
        "figcaption",
        "caption",
        "address",
        "pre",
        "body",
        "details",
        "summary",
        "hr",
        "center",
        "legend",
    }
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TENS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_COLUMNS = 100
_TERM_WORDS = 25
"""A definition up to so many words is a value beside its name; a longer one is prose under a heading."""
_SUMMARY_WORDS = 14
_CELL_WORDS = 150
"""In a table without header cells, a cell of more words is a part of the page's layout."""
_CONTACT = re.compile(r"^(?:https?://|www\.|\S+@\S)")
_PERMALINK = re.compile(r"^[#¶§🔗↩↑⤴^\ufe0e\ufe0f]*$")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_NOTE = re.compile(r"(?:user-content-)?_?(?:fn|ftn|edn|footnote|endnote|cite_note)[-:_]?\d+", re.I)
"""Identities that programs give to a footnote's text."""


@dataclass(slots=True)
class _Item:
    """A list item at work: its first text takes the marker."""

    depth: int
    marker: str | None

    def taken(self) -> str | None:
        marker, self.marker = self.marker, None
        return marker


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    links: tuple[Link, ...]
    is_header: bool
    is_repeated: bool = False
    """It stands here because a cell above spans several rows."""


def pieces(element: Any, *, base: str = "", skip: Callable[[Any], bool] = lambda element: False) -> list[Piece]:
    """The pieces under an element. `base` is the page's address: links that lead within the site become whole."""
    walk = _Walk(base, skip)
    return [*walk.inside(element), *walk.struck]


def words(element: Any) -> int:
    return len(str(element.text_content()).split())


class _Walk:
    def __init__(self, base: str, skip: Callable[[Any], bool]) -> None:
        self._base = base
        self._leave_out = skip
        self.struck: list[Piece] = []
        """What the page shows as taken out: its text no longer says it."""
        self._seen: set[Any] = set()
        self._level = 1
        """Of the last heading."""

    def inside(self, element: Any, item: _Item | None = None) -> Iterator[Piece]:
        """The pieces under an element. Loose text between blocks is a paragraph, or belongs to its list item."""
        loose: list[Run] = [Run(element.text or "")]
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if not tag or self._skip(child):
                pass
            elif tag != "br" and self._is_block(child):
                yield from _loose(loose, item)
                loose = []
                yield from self._block(child, tag, item)
            else:
                loose += self._runs_of(child, None)
            loose.append(Run(child.tail or ""))
        yield from _loose(loose, item)

    def _skip(self, element: Any) -> bool:
        if self._leave_out(element):
            return True
        if not (element.tag in ("del", "s", "strike") or _STRUCK.search(element.get("style") or "")):
            return False
        if element not in self._seen:
            self._seen.add(element)
            text, links = inline.line(self._runs(element, None))
            day = re.match(r"\d{4}-\d\d-\d\d", element.get("datetime") or "")
            if text:
                self.struck.append(Piece(kind="deletion", text=text, links=links, date=day.group() if day else None))
        return True

    def _is_block(self, element: Any) -> bool:
        return element.tag in _BLOCKS or any(d.tag in _BLOCKS for d in element.iterdescendants() if d.tag != "br")

    def _block(self, element: Any, tag: str, item: _Item | None) -> Iterator[Piece]:
        if _NOTE.fullmatch(element.get("id") or ""):
            for piece in self.inside(element, item):
                yield replace(piece, kind="footnote", level=None)
        elif tag in _HEADINGS:
            self._level = int(tag[1])
            if item is not None:
                item.taken()
            yield from self._whole(element, "heading", self._level)
        elif tag == "summary" and words(element) <= _SUMMARY_WORDS:
            yield from self._whole(element, "heading", min(self._level + 1, 6))
        elif tag in ("ul", "ol", "menu"):
            yield from self._list(element, tag, item)
        elif tag == "table":
            yield from self._table(element)
        elif tag in ("figcaption", "caption"):
            yield from self._whole(element, "caption")
        elif tag == "dl":
            yield from self._definitions(element)
        elif tag == "pre":
            yield from plain.pieces("".join(run.text for run in self._runs(element, None)))
        else:
            yield from self.inside(element, item)

    def _whole(self, element: Any, kind: BlockKind, level: int | None = None) -> Iterator[Piece]:
        text, links = inline.line(self._runs(element, None))
        if text:
            yield Piece(kind=kind, text=text, level=level, links=links)

    def _list(self, element: Any, tag: str, within: _Item | None) -> Iterator[Piece]:
        depth = within.depth + 1 if within else 1
        for child, marker in self._marked(element, tag):
            if marker is None:
                yield from self._list(child, child.tag, _Item(depth, None))
                continue
            within_it = self.inside(child, _Item(depth, marker))
            if _NOTE.fullmatch(child.get("id") or ""):
                within_it = (replace(piece, kind="footnote", level=None) for piece in within_it)
            yield from within_it

    def _marked(self, element: Any, tag: str) -> Iterator[tuple[Any, str | None]]:
        """The items of a list with their signs; None for a list in a list, beside its item: wrong, and frequent."""
        items = [c for c in element if isinstance(c.tag, str) and not self._skip(c)]
        number = _whole_number(element.get("start"), 1)
        step = -1 if element.get("reversed") is not None else 1
        if step < 0 and element.get("start") is None:
            number = sum(c.tag == "li" for c in items)
        for child in items:
            if child.tag in ("ul", "ol", "menu"):
                yield child, None
                continue
            number = _whole_number(child.get("value"), number) if tag == "ol" else number
            yield child, _numbered(number, element.get("type") or "") if tag == "ol" else "•"
            number += step

    def _definitions(self, element: Any) -> Iterator[Piece]:
        """Names with values, as rows; where the values are prose, as paragraphs."""
        flat = [c for c in element.iter("dt", "dd") if next(c.iterancestors("dl")) is element and not self._skip(c)]
        for i, child in enumerate(flat):
            if child.tag == "dd":
                if i and flat[i - 1].tag == "dt" and self._is_value(flat, i):
                    continue
                yield from self.inside(child)
            elif i + 1 < len(flat) and self._is_value(flat, i + 1):
                cells = [self._cell(child), self._cell(flat[i + 1])]
                if all(cell.text for cell in cells):
                    yield _row(cells, ())
            else:
                yield from self._whole(child, "paragraph")

    def _is_value(self, flat: Sequence[Any], i: int) -> bool:
        """Whether a `dd` is the only short value of the `dt` before it."""
        alone = flat[i].tag == "dd" and (i + 1 == len(flat) or flat[i + 1].tag == "dt")
        return alone and words(flat[i]) <= _TERM_WORDS and not any(True for _ in flat[i].iter("ul", "ol", "table"))

    # -- tables --------------------------------------------------------------------------------------------------------

    def _table(self, table: Any) -> Iterator[Piece]:
        rows = [r for r in table.iter("tr") if next(r.iterancestors("table")) is table and not self._skip(r)]
        cells = [[c for c in row if c.tag in ("td", "th") and not self._skip(c)] for row in rows]
        if _is_layout(table, cells):
            for caption in table.iter("caption"):
                yield from self._whole(caption, "caption")
            for row in cells:
                for cell in row:
                    yield from self.inside(cell)
            return
        for caption in table.iter("caption"):
            yield from self._whole(caption, "caption")
        grid = self._grid(cells)
        heads = _heads(rows, cells, grid)
        names = _names(grid[:heads])
        for cells_of_row in grid:
            filled = [cell for cell in cells_of_row if cell.text]
            if (
                len(filled) == 1
                and len(cells_of_row) > 1
                and not cells_of_row[0].is_repeated
                and filled[0] is cells_of_row[0]
            ):
                yield _row(filled, ())
            elif any(not cell.is_repeated for cell in filled):
                yield _row(cells_of_row, names)

    def _grid(self, rows: Sequence[Sequence[Any]]) -> list[list[_Cell]]:
        """The cells by row and column, those that span several repeated below and blank to the right; without columns
        and rows that are all blank."""
        grid: list[dict[int, _Cell]] = [{} for _ in rows]
        for y, row in enumerate(rows):
            x = 0
            for element in row:
                while x in grid[y]:
                    x += 1
                if x >= _MOST_COLUMNS:
                    break
                wide = min(_whole_number(element.get("colspan"), 1) or 1, _MOST_COLUMNS - x)
                high = min(_whole_number(element.get("rowspan"), 1) or len(rows), len(rows) - y)
                cell = self._cell(element)
                blank = cell if cell.is_header and y == 0 else _Cell("", (), cell.is_header)
                for dy in range(max(high, 1)):
                    for dx in range(max(wide, 1)):
                        shown = cell if dx == 0 else blank
                        grid[y + dy].setdefault(
                            x + dx, shown if dy == 0 else _Cell(shown.text, shown.links, shown.is_header, True)
                        )
                x += max(wide, 1)
        width = max((max(row, default=-1) for row in grid), default=-1) + 1
        none = _Cell("", (), False)
        full = [[row.get(x, none) for x in range(width)] for row in grid]
        used = [x for x in range(width) if any(row[x].text for row in full)]
        return [[row[x] for x in used] for row in full]

    def _cell(self, element: Any) -> _Cell:
        text, links = inline.line(self._runs(element, None, signs=True))
        return _Cell(text.replace("\t", " "), links, element.tag == "th")

    # -- the text of a line --------------------------------------------------------------------------------------------

    def _runs(self, element: Any, target: str | None, *, signs: bool = False) -> list[Run]:
        """The text in an element; its blocks stand apart by a space. With `signs` an item of a list has its own."""
        found = [Run(element.text or "", target)]
        listed = signs and element.tag in ("ul", "ol", "menu")
        marks = {child: mark for child, mark in self._marked(element, element.tag) if mark} if listed else {}
        for child in element:
            if isinstance(child.tag, str) and not self._skip(child):
                apart = [Run(" ", target)] if child.tag in _BLOCKS else []
                sign = [Run(f"{marks[child]} ")] if child in marks and words(child) else []
                found += [*apart, *sign, *self._runs_of(child, target, signs=signs), *apart]
            found.append(Run(child.tail or "", target))
        return found

    def _runs_of(self, element: Any, target: str | None, *, signs: bool = False) -> list[Run]:
        if element.tag == "br":
            return [Run("\n", target)]
        if element.tag == "a":
            href = (element.get("href") or "").strip()
            if href.startswith("#") and (_PERMALINK.match(element.text_content().strip()) or _is_note(element)):
                return []
            return self._runs(element, whole(self._base, href) or target, signs=signs)
        if element.tag == "sup" and element.text_content().strip().isdecimal():  # "120" and "1" are no 1201
            return [Run(raised(run.text), run.target) for run in self._runs(element, target)]
        return self._runs(element, target, signs=signs)


def whole(base: str, href: str) -> str | None:
    """Where a link leads, in full where the page's own address is known; None within the page."""
    href = href.strip()
    if not href or href.lower().startswith(("#", "javascript:", "data:", "cid:")):
        return None
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _is_note(link: Any) -> bool:
    """Whether a link is the raised number of a footnote."""
    number = re.fullmatch(r"\[?\s*(?:\d{1,3}|[*†‡]|(?:foot)?note \d+)\s*\]?", link.text_content().strip())
    return bool(number) and any(e.tag == "sup" for e in (link.getparent(), *link.iter("sup")) if e is not None)


def _loose(runs: Sequence[Run], item: _Item | None) -> Iterator[Piece]:
    """The paragraphs in text that is broken by `<br>`; in a list item one text, however it is broken."""
    if item is not None:
        text, links = inline.line(Run(run.text.replace("\n", " "), run.target) for run in runs)
        if text:
            yield Piece(kind="list_item", text=text, level=item.depth, marker=item.taken(), links=links)
        return
    for line in _paragraphs(runs):
        text, links = inline.line(line)
        found = markers.split(text)
        if found is not None and found[1] and not markers.is_number(found[0]):
            cut = len(text) - len(found[1])
            moved = tuple(Link(max(k.start - cut, 0), k.end - cut, k.target) for k in links if k.end > cut)
            yield Piece(kind="list_item", text=found[1], level=1, marker=found[0], links=moved)
        else:
            yield Piece(kind="paragraph", text=text, links=links)


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    """Lines that are no blank ones, joined where a sentence goes on in the next: it was broken to look well."""
    found: list[list[Run]] = []
    last = ""
    for line in inline.split([Run(_unwrapped(run.text), run.target) for run in runs]):
        text = inline.line(line)[0]
        if text and last and text[0].islower() and last[-1] not in ".!?:;" and not _CONTACT.match(text):
            found[-1] += [Run(" "), *line]
        elif text:
            found.append(line)
        last = text
    return found


def _unwrapped(text: str) -> str:
    """A run that is nothing but a line break stays one; in other text line ends are only white space."""
    return text if text == "\n" else text.replace("\r", " ").replace("\n", " ")


def _is_layout(table: Any, cells: Sequence[Sequence[Any]]) -> bool:
    """Whether a table only places parts of the page beside one another."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    if max((len(row) for row in cells), default=0) < 2 or sum(any(words(c) for c in row) for row in cells) < 2:
        return True
    if any(c.tag == "th" for row in cells for c in row):
        return False
    inner = [c for row in cells for c in row]
    return any(words(c) > _CELL_WORDS or any(True for _ in c.iter("table", "h1", "h2", "h3", "h4")) for c in inner)


def _heads(rows: Sequence[Any], cells: Sequence[Sequence[Any]], grid: Sequence[Sequence[_Cell]]) -> int:
    """How many rows at the top name the columns: those of header cells, else one that is all in bold."""
    count = 0
    for row, of_row in zip(rows, grid, strict=True):
        filled = [cell for cell in of_row if cell.text]
        in_head = row.getparent() is not None and row.getparent().tag == "thead"
        if not filled or not (in_head or all(cell.is_header for cell in filled)) or len(filled) < 2:
            break
        count += 1
    if count == 0 and len(grid) > 1 and cells[0] and all(_is_bold(c) for c in cells[0] if words(c)):
        count = int(sum(bool(cell.text) for cell in grid[0]) > 1 and not any(_is_bold(c) for c in cells[1][1:]))
    return count if count < len(grid) else 0


def _is_bold(cell: Any) -> bool:
    bold = sum(words(e) for e in cell.iter("b", "strong"))
    return bold >= words(cell) > 0


def _names(rows: Sequence[Sequence[_Cell]]) -> tuple[str, ...]:
    """The name of each column, from all header rows above it."""
    columns = zip(*rows, strict=True)
    return tuple(" ".join(dict.fromkeys(cell.text for cell in column if cell.text)) for column in columns)


def _row(cells: Sequence[_Cell], names: tuple[str, ...]) -> Piece:
    links: list[Link] = []
    at = 0
    for cell in cells:
        links += [Link(link.start + at, link.end + at, link.target) for link in cell.links]
        at += len(cell.text) + 1
    text = "\t".join(cell.text for cell in cells)
    return Piece(kind="table_row", text=text, headers=names if len(names) == len(cells) else (), links=tuple(links))


def _whole_number(value: str | None, default: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"\s*-?\d{1,4}\s*", value) else default


def _numbered(number: int, kind: str) -> str:
    """ "3.", "c." or "iii.", as the list's type says."""
    if kind.lower() == "a" and 1 <= number <= 26:
        text = _LETTERS[number - 1]
    elif kind.lower() == "i" and 1 <= number <= 39:
        text, left = "", number
        for value, sign in _TENS:
            text, left = text + sign * (left // value), left % value
    else:
        text = str(number)
    return f"{text.upper() if kind.isupper() else text}."
