"""PDF → pieces."""

from __future__ import annotations

import io

from docmine.read import plain
from docmine.read.pieces import Content, Piece


def content(data: bytes) -> Content:
    import pdfplumber

    pieces: list[Piece] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            text = page.extract_text() or ""
            pieces.extend(
                Piece(kind=p.kind, text=p.text, level=p.level, marker=p.marker, page=page.page_number)
                for p in plain.pieces(text)
            )
        return Content(pieces=tuple(pieces), pages=len(pdf.pages))
