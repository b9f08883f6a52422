"""DOCX → pieces: the body in order, tracked changes as accepted, text boxes where they are anchored."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from docmine.read import headings, markers
from docmine.read.pieces import Content, Piece, Unreadable, clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"heading\s*(\d)", re.I)
_DAMAGED = "The Word document is damaged. Open it in Word, save it again and try once more."
_MAX_CELL_WORDS = 60
"""A cell with more words than this is prose in a layout table."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph with what its look says of it. `size` in points; `level` of a list counts from 1."""

    text: str
    style: str
    size: float
    bold: bool
    number: str | None
    level: int


def content(data: bytes) -> Content:
    """The pieces of a Word document, with its core properties as metadata.

    Raises Unreadable for a damaged file.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return _content(docx.Document(io.BytesIO(data)))
    except (PackageNotFoundError, XMLSyntaxError, zipfile.BadZipFile) as error:
        raise Unreadable(_DAMAGED) from error
    except (KeyError, ValueError, TypeError, AttributeError, NotImplementedError) as error:
        # python-docx trips over missing and odd parts with errors of its own code; each means the same to the reader.
        raise Unreadable(_DAMAGED) from error


def _content(document: Any) -> Content:
    reader = _Reader(document)
    pieces = reader.pieces(document.element.body)
    pieces += _furniture(document)
    return Content(
        pieces=tuple(pieces),
        metadata=_metadata(document.core_properties),
        links=tuple(
            dict.fromkeys(
                r.target_ref for r in document.part.rels.values() if r.is_external and "hyperlink" in r.reltype
            )
        ),
    )


class _Reader:
    """Walks a body. It holds the document's styles, numbering and most common type size."""

    def __init__(self, document: Any) -> None:
        self._styles = {s.style_id: s for s in document.styles}
        self._formats = _number_formats(document)
        self._counts: Counter[tuple[str, int]] = Counter()
        sizes: Counter[float] = Counter()
        for p in document.element.body.iter(f"{_W}p"):
            sizes[self._size(p)] += len(_text(p))
        self._body = sizes.most_common(1)[0][0] if sizes else 11.0
        self._levels = headings.size_levels({s for s in sizes if s >= self._body * 1.14} | {self._body}, self._body)

    def pieces(self, body: Any, *, boxed: bool = False) -> list[Piece]:
        """The pieces of a body, a cell or a text box, in order."""
        found: list[Piece] = []
        items = list(_items(body))
        texts = [_text(i) if i.tag == f"{_W}p" else "" for i in items]
        for i, item in enumerate(items):
            if item.tag == f"{_W}tbl":
                found.extend(self._table(item))
                continue
            for box in _text_boxes(item):
                found.extend(self.pieces(box, boxed=True))
            for part in _without_breaks(item):
                paragraph = self._paragraph(item, part)
                if paragraph.text:
                    more = boxed or any(texts[i + 1 :]) or any(n.tag == f"{_W}tbl" for n in items[i + 1 :])
                    found.append(self._piece(paragraph, more))
        return _lists(found)

    def _paragraph(self, p: Any, text: str) -> _Paragraph:
        style = self._style(p)
        number, level = self._number(p) if text else (None, 1)
        return _Paragraph(
            text, str(style.name) if style is not None else "", self._size(p), _bold(p, style), number, level
        )

    def _piece(self, p: _Paragraph, more: bool) -> Piece:
        level = self._heading(p, more)
        if level:
            return Piece(kind="heading", text=p.text, level=level)
        if p.number is not None:
            return Piece(kind="list_item", text=p.text, level=p.level, marker=p.number)
        typed = markers.split(p.text)
        if typed and typed[1]:
            return Piece(kind="list_item", text=typed[1], level=1, marker=typed[0])
        if p.style.lower().startswith("list"):
            return Piece(kind="list_item", text=p.text, level=1, marker="•")
        return Piece(kind="caption" if p.style == "Caption" else "paragraph", text=p.text)

    def _heading(self, p: _Paragraph, more: bool) -> int | None:
        """By its style; else by its look: short, bold or large, no full stop, with text below."""
        named = _HEADING.search(p.style)
        if named:
            # Some writers set whole paragraphs in a heading's style, for its look.
            prose = len(p.text.split()) > 25 and p.text.endswith(".")
            return None if prose else min(int(named.group(1)), 6)
        if p.style in ("Title", "Subtitle"):
            return 1
        words = p.text.split()
        if len(words) > 18 or re.search(r"[.;:,]$", p.text) or not more or "@" in p.text or headings.is_closing(p.text):
            return None
        if p.size >= self._body * 1.14 and p.number is None and any(c.isalpha() for c in p.text):
            return self._levels[p.size]
        if p.bold and p.number is None and p.text[:1].isupper():
            return self._levels[self._body]
        return None

    def _style(self, p: Any) -> Any:
        mark = p.find(f"{_W}pPr/{_W}pStyle")
        return self._styles.get(mark.get(f"{_W}val")) if mark is not None else None

    def _size(self, p: Any) -> float:
        """The size of most characters of a paragraph, from its runs, else from its style."""
        counts: Counter[float] = Counter()
        for run in p.iter(f"{_W}r"):
            mark = run.find(f"{_W}rPr/{_W}sz")
            text = "".join(t.text or "" for t in run.iter(f"{_W}t"))
            if mark is not None and text.strip():
                counts[float(mark.get(f"{_W}val")) / 2] += len(text)
        if counts:
            return counts.most_common(1)[0][0]
        style = self._style(p)
        while style is not None:
            size = getattr(getattr(style, "font", None), "size", None)
            if size is not None:
                return float(size.pt)
            style = style.base_style
        return 11.0

    def _number(self, p: Any) -> tuple[str | None, int]:
        """The bullet or number of a list paragraph, and its depth."""
        mark = p.find(f"{_W}pPr/{_W}numPr")
        style = self._style(p)
        while mark is None and style is not None:
            mark = style.element.find(f"{_W}pPr/{_W}numPr")
            style = style.base_style
        if mark is None:
            return None, 1
        number, depth = mark.find(f"{_W}numId"), mark.find(f"{_W}ilvl")
        name = number.get(f"{_W}val") if number is not None else "0"
        level = int(depth.get(f"{_W}val")) if depth is not None else 0
        if name == "0":
            return None, 1
        form = self._formats.get((name, level), "bullet")
        self._counts[(name, level)] += 1
        for deeper in [k for k in self._counts if k[0] == name and k[1] > level]:
            del self._counts[deeper]
        return _marker(form, self._counts[(name, level)]), level + 1

    def _table(self, table: Any) -> list[Piece]:
        """Rows of cells; a layout table, whose cells hold prose, gives the pieces of its cells one after the other."""
        rows = [
            [c for c in r.iter(f"{_W}tc") if _owner(c) is table] for r in table.iter(f"{_W}tr") if _owner(r) is table
        ]
        texts = [tuple(clean(" ".join(filter(None, map(_text, c.iter(f"{_W}p"))))) for c in row) for row in rows]
        texts_filled = [t for t in texts if any(t)]
        if not _is_data(texts_filled) or any(True for _ in table.iter(f"{_W}tbl") if _ is not table):
            return [piece for row in rows for cell in row for piece in self.pieces(cell)]
        header: tuple[str, ...] = ()
        first = texts_filled[0]
        if all(first) and all(len(c.split()) <= 10 for c in first):
            bold = all(_bold(p, self._style(p)) for p in rows[0][0].iter(f"{_W}p"))
            if bold or not any(re.search(r"\d", c) for c in first):
                header = first
        return [
            Piece(kind="table_row", text="\t".join(row), headers=header if len(row) == len(header) else ())
            for row in texts_filled
        ]


def _lists(pieces: list[Piece]) -> list[Piece]:
    """Short lines without a full stop under a line that ends in a colon are a list, typed without bullets."""
    found = list(pieces)
    for start, piece in enumerate(pieces):
        if piece.kind != "paragraph" or not piece.text.endswith(":") or headings.is_letter_part(piece.text):
            continue
        end = start + 1
        while end < len(pieces) and pieces[end].kind == "paragraph" and _is_short(pieces[end].text):
            end += 1
        if end - start > 2:
            found[start + 1 : end] = [replace(p, kind="list_item", level=1) for p in pieces[start + 1 : end]]
    return found


def _is_short(text: str) -> bool:
    plain = "@" not in text and "://" not in text and not headings.is_letter_part(text)
    return plain and len(text.split()) <= 12 and text[-1] not in ".!?:;,"


def _is_data(rows: list[tuple[str, ...]]) -> bool:
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    lengths = [len(c.split()) for row in rows for c in row if c]
    filled = sum(1 for row in rows if sum(map(bool, row)) >= 2)
    return filled >= len(rows) * 0.6 and sum(lengths) / len(lengths) <= 30 and max(lengths) <= _MAX_CELL_WORDS * 2


def _owner(element: Any) -> Any:
    """The table that a row or a cell belongs to."""
    return next(element.iterancestors(f"{_W}tbl"), None)


def _items(body: Any) -> Iterator[Any]:
    """Paragraphs and tables of a body, also those inside content controls and insertions."""
    for child in body:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _items(child)


def _text_boxes(p: Any) -> list[Any]:
    """The text boxes anchored in a paragraph; of a box's two versions for old and new Word only one."""
    boxes = p.iter(f"{_W}txbxContent")
    return [b for b in boxes if not any(a.tag == f"{_MC}Fallback" for a in b.iterancestors())]


def _without_breaks(p: Any) -> list[str]:
    return [t for t in (clean(part) for part in _raw(p).split("\n")) if t]


def _text(p: Any) -> str:
    return clean(_raw(p))


def _raw(p: Any) -> str:
    """A paragraph's own text with its line breaks; deleted text and text boxes left out."""
    parts: list[str] = []
    skipped = {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}txbxContent",
        f"{_MC}Fallback",
        f"{_W}pPr",
        f"{_W}rPr",
        f"{_W}instrText",
    }

    def walk(element: Any) -> None:
        for child in element:
            if child.tag in skipped:
                continue
            if child.tag == f"{_W}t":
                parts.append(child.text or "")
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                parts.append("\n")
            elif child.tag == f"{_W}tab":
                parts.append(" ")
            elif child.tag == f"{_W}noBreakHyphen":
                parts.append("-")
            else:
                walk(child)

    walk(p)
    return "".join(parts)


def _bold(p: Any, style: Any) -> bool:
    """Whether all words of a paragraph are bold, by their runs or by the style."""
    inherited = False
    while style is not None and not inherited:
        inherited = bool(getattr(getattr(style, "font", None), "bold", False))
        style = style.base_style
    found = False
    for run in p.iter(f"{_W}r"):
        if not "".join(t.text or "" for t in run.iter(f"{_W}t")).strip():
            continue
        mark = run.find(f"{_W}rPr/{_W}b")
        bold = inherited if mark is None else mark.get(f"{_W}val") not in ("0", "false")
        if not bold:
            return False
        found = True
    return found


def _number_formats(document: Any) -> dict[tuple[str, int], str]:
    """(list, depth) → "bullet", "decimal", "lowerLetter" ..."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract: dict[str, dict[int, str]] = {}
    for item in root.findall(f"{_W}abstractNum"):
        levels = abstract.setdefault(item.get(f"{_W}abstractNumId"), {})
        for level in item.findall(f"{_W}lvl"):
            form = level.find(f"{_W}numFmt")
            levels[int(level.get(f"{_W}ilvl"))] = form.get(f"{_W}val") if form is not None else "bullet"
    found: dict[tuple[str, int], str] = {}
    for num in root.findall(f"{_W}num"):
        base = num.find(f"{_W}abstractNumId")
        for level, form in abstract.get(base.get(f"{_W}val") if base is not None else "", {}).items():
            found[(num.get(f"{_W}numId"), level)] = form
    return found


def _marker(form: str, count: int) -> str:
    if form == "decimal":
        return f"{count}."
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return f"{letter if form == 'lowerLetter' else letter.upper()}."
    if form in ("lowerRoman", "upperRoman"):
        tens, ones = divmod(count, 10)
        roman = "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
        return f"{roman if form == 'lowerRoman' else roman.upper()}."
    return "•"


def _furniture(document: Any) -> list[Piece]:
    texts: list[str] = []
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            texts.extend(_text(p) for p in part._element.iter(f"{_W}p"))
    return [Piece(kind="furniture", text=t) for t in dict.fromkeys(texts) if t]


def _metadata(core: Any) -> dict[str, str]:
    values = {
        "title": core.title,
        "author": core.author,
        "subject": core.subject,
        "date": core.created.date().isoformat() if core.created else "",
        "modified": core.modified.date().isoformat() if core.modified else "",
    }
    return {k: clean(v) for k, v in values.items() if v and v.strip()}
