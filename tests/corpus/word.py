"""Sources as Word documents."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from markup import Piece, Source

EPOCH = (1980, 1, 1, 0, 0, 0)
TABLE = "Light Grid Accent 1"


def word(source: Source) -> bytes:
    document = _blank()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
    about, day = document.core_properties, datetime.fromisoformat(source.about["date"])
    about.title, about.author, about.last_modified_by = source.about["title"], source.about["author"], ""
    about.created = about.modified = day
    for piece in source.pieces:
        _add(document, piece)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _blank() -> Document:
    """The default document without the nine tenths of it that nobody sees: other table styles, a second copy of all."""
    document = Document()
    for style in [
        s for s in document.styles if s.type == WD_STYLE_TYPE.TABLE and s.name not in (TABLE, "Normal Table")
    ]:
        style.delete()
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del part.rels[key]
    return document


def _add(document: Document, piece: Piece) -> None:
    if piece.kind == "heading":
        document.add_heading(piece.text, level=piece.level)
    elif piece.kind == "table":
        table = document.add_table(rows=0, cols=len(piece.rows[0]), style=TABLE)
        for row in piece.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph()
    else:
        for line in piece.lines:
            paragraph = document.add_paragraph()
            for i, run in enumerate(re.split(r"\*\*", line)):
                paragraph.add_run(run).bold = bool(i % 2)


def _with_fixed_times(data: bytes) -> bytes:
    """The same archive, stored rather than deflated and without clock times: the same bytes on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
