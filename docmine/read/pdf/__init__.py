"""PDF → pieces, by the geometry of its words.

page ─ words ─▶ words ─ rules ─▶ tables, panels ─ lines ─▶ segments ─ furniture ─▶ text ─ columns ─▶ reading order
all pages ─ blocks ─▶ pieces
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice
from typing import Any

from docmine.read.pdf import blocks, columns, footnotes, furniture, rules, scans, words
from docmine.read.pdf.lines import Segment, segments, whole
from docmine.read.pdf.parts import Area, Cells, Part, Table
from docmine.read.pieces import Content, Piece, Unreadable, clean
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
        pdf = pdfplumber.open(io.BytesIO(data))  # not to be closed: it would make all pages of a refused file for that
        if any(True for _ in islice(PDFPage.create_pages(pdf.doc), max_pages, None)):
            raise Unreadable(
                f"The PDF has more than {max_pages:,} pages. Raise DOCMINE_READ_PAGES if you do want it read."
            )
        return _content(pdf)
    except (PdfminerException, PDFException, PSException, MalformedPDFException) as error:
        causes = (error, *error.args, error.__cause__, error.__context__)
        if any(isinstance(c, PDFPasswordIncorrect | PDFEncryptionError) for c in causes):
            raise Unreadable("The PDF is protected by a password. Save a copy without one and try again.") from error
        raise Unreadable(_DAMAGED) from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, AssertionError, EOFError) as error:
        # pdfminer trips over broken objects with errors of its own code; each means the same to the reader.
        raise Unreadable(_DAMAGED) from error


def _content(pdf: Any) -> Content:
    texts: list[list[Segment]] = []
    tables: list[list[Table | Cells]] = []
    panels: list[list[Area]] = []
    short: list[list[footnotes.Rule]] = []
    heights: list[float] = []
    links: list[str] = []
    rotated: list[Piece] = []
    scanned: dict[int, scans.Scan] = {}
    until = scans.deadline()
    for page in pdf.pages:
        on_page = words.on_page(page)
        found = on_page.words
        if sum(len(w.text) for w in found) < 3 or _is_undecoded(w.text for w in found):
            scanned[page.page_number] = scans.of_page(page, until) if found or _is_picture(page) else scans.Scan()
            found = list(scanned[page.page_number].words)
        page_tables, page_panels, rest = rules.find(page, found) if found else ([], [], [])
        texts.append(segments(rest, words.walls_of(page)))
        tables.append(page_tables)
        panels.append(page_panels)
        short.append(footnotes.short_rules(page))
        heights.append(
            scanned[page.page_number].height if found and page.page_number in scanned else float(page.height)
        )
        rotated.extend(Piece(kind="furniture", text=t, page=page.page_number) for t in on_page.rotated)
        rotated.extend(
            Piece(kind="furniture", text=line.text, page=line.page) for line in whole(segments(on_page.hidden))
        )
        links.extend(str(link["uri"]) for link in page.hyperlinks if link.get("uri"))
        page.close()
    if not heights:
        raise Unreadable(_DAMAGED)
    if len(scanned) == len(heights) and not any(scan.words for scan in scanned.values()):
        raise Unreadable(scans.why_nothing(scanned))
    metadata = _metadata(pdf.metadata)
    text, edges = furniture.split(texts, heights, [metadata.get("title", ""), _largest(texts[0])])
    body = _body_size(text)
    pages: list[list[Part]] = []
    for i, page_text in enumerate(text):
        main, notes = footnotes.split(page_text, short[i], body, heights[i])
        pages.append([*columns.order(main, tables[i], panels[i]), *notes])
    pages[0] = columns.title_first(pages[0])
    pieces = blocks.pieces(pages, body)
    pieces += [
        Piece(kind="furniture", text=line.text, page=line.page) for edge in edges for line in whole(edge, far=True)
    ]
    return Content(
        pieces=tuple(scans.in_place(pieces + rotated, scanned)),
        metadata=metadata,
        pages=len(heights),
        links=tuple(dict.fromkeys(links)),
        warnings=scans.warnings(scanned),
    )


def _is_picture(page: Any) -> bool:
    """Whether a page without words may hold some: a logo on an empty sheet is not worth recognising."""
    covered = sum((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) for i in page.images)
    return bool(covered > float(page.width) * float(page.height) * 0.15 or len(page.curves) > 100)


def _is_undecoded(texts: Any) -> bool:
    """Whether the page's fonts give no letters, only numbers of glyphs."""
    joined = "".join(texts)
    return joined.count("(cid:") * 8 > len(joined) * 0.5


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
