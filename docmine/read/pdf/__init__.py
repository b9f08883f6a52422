"""PDF → pieces, by the geometry of its words; the order in which a file draws them tells nothing.

page ─ sheet ─▶ words (words, visible, marks; scans where there is no text) ─▶ tables, boxes (rules), lines
all pages ─ furniture, footnotes ─▶ text, what stands aside ─ aligned, gutters, columns, unruled ─▶ ordered parts
all parts ─ groups ─▶ paragraphs, bullets ─ runon ─▶ whole ones ─ style, people, tabular, blocks ─▶ pieces
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from docmine.read import watch
from docmine.read.pdf import blocks, columns, covered, footnotes, furniture, scans
from docmine.read.pdf.lines import Segment, whole
from docmine.read.pdf.parts import Part
from docmine.read.pdf.sheet import Sheet, sheet
from docmine.read.pdf.words import Word
from docmine.read.pieces import Content, Unreadable, clean
from docmine.settings import Settings

_DAMAGED = "The PDF is damaged or breaks off before its end. Download or copy it again."


def content(data: bytes, *, max_pages: int = Settings().read_pages) -> Content:
    """The pieces of a PDF, with its title, author and dates as metadata.

    Raises Unreadable for a damaged or encrypted PDF, one with more pages than that, and one whose pages are pictures.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    # What pdfminer logs about odd fonts and colours helps nobody who reads a council's letter.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with _parsing():
            pdf = pdfplumber.open(
                io.BytesIO(data)
            )  # not to be closed: all pages of a refused file would be made for it
            more = any(True for _ in islice(PDFPage.create_pages(pdf.doc), max_pages, None))
        if more:
            raise Unreadable(
                f"The PDF has more than {max_pages:,} pages. Raise DOCMINE_READ_PAGES if you do want it read."
            )
        return _content(pdf)
    except (PdfminerException, PDFException, PSException, MalformedPDFException) as error:
        causes = (error, *error.args, error.__cause__, error.__context__)
        if any(isinstance(c, PDFPasswordIncorrect | PDFEncryptionError) for c in causes):
            raise Unreadable("The PDF is protected by a password. Save a copy without one and try again.") from error
        raise Unreadable(_DAMAGED) from error


@contextmanager
def _parsing() -> Iterator[None]:
    """While pdfminer takes the file apart: it trips over broken objects with errors of its own code.

    Raises Unreadable for each of them.
    """
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, AssertionError, EOFError) as error:
        raise Unreadable(_DAMAGED) from error


def _content(pdf: Any) -> Content:
    sheets: list[Sheet] = []
    time = watch.current()
    with _parsing():
        every = pdf.pages
    for page in every:
        with _parsing():
            _make(page)
        sheets.append(sheet(page, time))
        page.close()
    if not sheets:
        raise Unreadable(_DAMAGED)
    scanned = {s.number: s.scan for s in sheets if s.scan is not None}
    if len(scanned) == len(sheets) and not any(scan.words for scan in scanned.values()):
        raise Unreadable(scans.why_nothing(scanned))
    metadata = _metadata(pdf.metadata)
    titles = [metadata.get("title", ""), _largest(sheets[0].segments)]
    text, edges = furniture.split([s.segments for s in sheets], [s.height for s in sheets], titles)
    body = _body_size(text)
    pages: list[list[Part]] = []
    for on_page, found in zip(sheets, text, strict=True):
        main, notes = footnotes.split(found, on_page.short_rules, body, on_page.height)
        pages.append([*columns.order(main, on_page.tables, on_page.panels), *notes])
    pages[0] = columns.title_first(pages[0])
    pieces = blocks.pieces(pages, body)
    aside: list[Sequence[Word]] = [line.words for edge in edges for line in whole(edge, far=True)]
    aside += [words for s in sheets for words in s.aside]
    pieces += blocks.furniture(aside)
    return Content(
        pieces=tuple(scans.in_place(pieces, scanned)),
        metadata=metadata,
        pages=len(sheets),
        links=tuple(dict.fromkeys(link for s in sheets for link in s.links)),
        warnings=(*scans.warnings(scanned), *covered.warnings([s.number for s in sheets if s.boxed_over])),
    )


def _make(page: Any) -> None:
    """What pdfplumber makes of a page only when it is asked: its shapes and characters (which it keeps) and links."""
    page.objects  # noqa: B018
    page.hyperlinks  # noqa: B018


def _body_size(pages: Sequence[Sequence[Segment]]) -> float:
    """The size of most characters of the document."""
    counts: Counter[float] = Counter()
    for segment in chain.from_iterable(pages):
        counts[segment.size] += len(segment.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 10.0


def _largest(segments: Sequence[Segment]) -> str:
    """The words in the largest type of the first page, which is how a publication names itself."""
    if not segments:
        return ""
    size = max(s.size for s in segments)
    return " ".join(s.text for s in segments if s.size == size)


def _metadata(raw: dict[str, Any]) -> dict[str, str]:
    names = {"Title": "title", "Author": "author", "Subject": "subject", "CreationDate": "date", "ModDate": "modified"}
    return {names[k]: clean(v) for k, v in raw.items() if k in names and isinstance(v, str) and v.strip()}
