"""PDF → pieces, by the geometry of its words.

page ─ words ─▶ words ─ rules ─▶ tables, panels ─ lines ─▶ segments ─ furniture ─▶ text ─ columns ─▶ reading order
all pages ─ blocks ─▶ pieces
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import Any

from docmine.read.pdf import blocks, columns, furniture, rules, words
from docmine.read.pdf.columns import Area, Table
from docmine.read.pdf.lines import Segment, segments, whole
from docmine.read.pieces import Content, Piece, Unreadable, clean

_DAMAGED = "The PDF is damaged or breaks off before its end. Download or copy it again."


def content(data: bytes) -> Content:
    """The pieces of a PDF, with its title, author and dates as metadata.

    Raises Unreadable for a damaged or encrypted PDF, and for one whose pages are pictures.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    # What pdfminer logs about odd fonts and colours helps nobody who reads a council's letter.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return _content(pdf)
    except (PdfminerException, PDFException, MalformedPDFException) as error:
        causes = (error, *error.args, error.__cause__, error.__context__)
        if any(isinstance(c, PDFPasswordIncorrect | PDFEncryptionError) for c in causes):
            raise Unreadable("The PDF is protected by a password. Save a copy without one and try again.") from error
        raise Unreadable(_DAMAGED) from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, AssertionError, EOFError) as error:
        # pdfminer trips over broken objects with errors of its own code; each means the same to the reader.
        raise Unreadable(_DAMAGED) from error


def _content(pdf: Any) -> Content:
    texts: list[list[Segment]] = []
    tables: list[list[Table]] = []
    panels: list[list[Area]] = []
    heights: list[float] = []
    links: list[str] = []
    rotated: list[Piece] = []
    pictures: list[int] = []
    for page in pdf.pages:
        found, on_end = words.on_page(page)
        if sum(len(w.text) for w in found) < 3 or _is_undecoded(w.text for w in found):
            pictures.append(page.page_number)
            found = []
        page_tables, page_panels, rest = rules.find(page, found) if found else ([], [], [])
        texts.append(segments(rest))
        tables.append(page_tables)
        panels.append(page_panels)
        heights.append(float(page.height))
        rotated.extend(Piece(kind="furniture", text=t, page=page.page_number) for t in on_end)
        links.extend(str(link["uri"]) for link in page.hyperlinks if link.get("uri"))
        page.close()
    if not heights:
        raise Unreadable(_DAMAGED)
    if len(pictures) == len(heights):
        raise Unreadable(
            "The pages of this PDF are pictures without text (a scan). Run it through text recognition first."
        )
    metadata = _metadata(pdf.metadata)
    text, edges = furniture.split(texts, heights, [metadata.get("title", ""), _largest(texts[0])])
    pages = [columns.order(t, tb, p) for t, tb, p in zip(text, tables, panels, strict=True)]
    pages[0] = columns.title_first(pages[0])
    pieces = blocks.pieces(pages)
    pieces += [Piece(kind="furniture", text=line.text, page=line.page) for edge in edges for line in whole(edge)]
    return Content(
        pieces=tuple(pieces + rotated),
        metadata=metadata,
        pages=len(heights),
        links=tuple(dict.fromkeys(links)),
        warnings=_warnings(pictures),
    )


def _is_undecoded(texts: Any) -> bool:
    """Whether the page's fonts give no letters, only numbers of glyphs."""
    joined = "".join(texts)
    return joined.count("(cid:") * 8 > len(joined) * 0.5


def _largest(segments: Sequence[Segment]) -> str:
    """The words in the largest type of the first page, which is how a publication names itself."""
    if not segments:
        return ""
    size = max(s.size for s in segments)
    return " ".join(s.text for s in segments if s.size == size)


def _metadata(raw: dict[str, Any]) -> dict[str, str]:
    names = {"Title": "title", "Author": "author", "Subject": "subject", "CreationDate": "date", "ModDate": "modified"}
    return {names[k]: clean(v) for k, v in raw.items() if k in names and isinstance(v, str) and v.strip()}


def _warnings(pictures: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"Page {n} has no text: it is empty or holds only a picture." for n in pictures)
