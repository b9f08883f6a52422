"""Sources as PDFs: newsletters in two columns, slides with text boxes, a plain report."""

from __future__ import annotations

import io
from collections.abc import Sequence

from markup import Piece, Source, html
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, B5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    ListFlowable,
    ListItem,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

WIDE = (25.4 * cm, 14.3 * cm)
DARK, PALE, GREY = HexColor("#1f5c6b"), HexColor("#e6f0f2"), HexColor("#5a6670")


def _styles(size: float, width: float) -> dict[str, ParagraphStyle]:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=size, leading=size * 1.35, spaceAfter=size * 0.65)
    cell = min(size * 0.92, width / 21)
    return {
        "body": body,
        "heading": ParagraphStyle(
            "heading",
            body,
            fontName="Helvetica-Bold",
            fontSize=size * 1.4,
            leading=size * 1.75,
            textColor=DARK,
            spaceBefore=size * 0.7,
            spaceAfter=size * 0.35,
            keepWithNext=1,
        ),
        "boxed": ParagraphStyle("boxed", body, fontName="Helvetica-Bold", fontSize=size * 1.15, textColor=DARK),
        "cell": ParagraphStyle("cell", body, fontSize=cell, leading=cell * 1.25, spaceAfter=0),
        "header": ParagraphStyle(
            "header", body, fontName="Helvetica-Bold", fontSize=cell, leading=cell * 1.25, textColor=white, spaceAfter=0
        ),
        "caption": ParagraphStyle("caption", body, fontName="Helvetica-Oblique", fontSize=size * 0.88, textColor=GREY),
    }


def _flow(pieces: Sequence[Piece], size: float, width: float) -> list[Flowable]:
    styles = _styles(size, width)
    flow: list[Flowable] = []
    for piece in pieces:
        if piece.kind == "list":
            items = [ListItem(Paragraph(html(line), styles["body"]), leftIndent=size * 1.3) for line in piece.lines]
            flow.append(ListFlowable(items, bulletType="bullet", start="•", bulletFontSize=size, leftIndent=size * 1.3))
        elif piece.kind == "table":
            flow += [_table(piece, styles, width), Spacer(1, size * 0.4)]
        elif piece.kind == "column":
            flow.append(FrameBreak())
        elif piece.kind == "box":
            flow += [Spacer(1, size * 0.6), _box(piece, size, width), Spacer(1, size * 0.6)]
        else:
            flow.append(Paragraph(html(piece.text), styles.get(piece.kind, styles["body"])))
    return flow


def _table(piece: Piece, styles: dict[str, ParagraphStyle], width: float) -> Table:
    cells = [
        [Paragraph(html(text), styles["header" if i == 0 else "cell"]) for text in row]
        for i, row in enumerate(piece.rows)
    ]
    rest = width * 0.56 / (len(cells[0]) - 1)
    table = Table(cells, colWidths=[width * 0.44, *[rest] * (len(cells[0]) - 1)])
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, GREY),
                ("BACKGROUND", (0, 0), (-1, 0), DARK),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return table


def _box(piece: Piece, size: float, width: float) -> Table:
    inner = [Paragraph(html(piece.text), _styles(size, width)["boxed"]), *_flow(piece.inside, size, width - 20)]
    box = Table([[inner]], colWidths=[width])
    box.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), PALE),
                ("BOX", (0, 0), (-1, -1), 0.8, DARK),
                *[(f"{side}PADDING", (0, 0), (-1, -1), 8) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")],
            ]
        )
    )
    return box


def _file(source: Source, size: tuple[float, float], templates: list[PageTemplate], flow: list[Flowable]) -> bytes:
    """Uncompressed and without a clock time, so that the same source gives the same bytes on every machine."""
    buffer = io.BytesIO()
    about = source.about
    document = BaseDocTemplate(
        buffer,
        pagesize=size,
        pageTemplates=templates,
        title=about["title"],
        author=about["publisher"],
        invariant=1,
        pageCompression=0,
    )
    document.build(flow)
    return buffer.getvalue()


def newsletter(source: Source) -> bytes:
    about, (wide, high) = source.about, B5
    column, bottom = 7 * cm, 1.8 * cm

    def frames(top: float) -> list[Frame]:
        return [Frame(x, bottom, column, top - bottom, 0, 0, 0, 0) for x in (1.5 * cm, wide - 1.5 * cm - column)]

    def foot(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 7.5)
        canvas.setFillColor(GREY)
        canvas.drawString(1.5 * cm, 1.0 * cm, about["publisher"])
        canvas.drawRightString(wide - 1.5 * cm, 1.0 * cm, f"Page {page.page}")

    def masthead(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFillColor(DARK)
        canvas.rect(0, high - 3.2 * cm, wide, 3.2 * cm, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont("Helvetica-Bold", 25)
        canvas.drawString(1.5 * cm, high - 1.6 * cm, about["title"])
        canvas.setFont("Helvetica", 13)
        canvas.drawString(1.5 * cm, high - 2.5 * cm, about["issue"])
        foot(canvas, page)

    def running(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 7.5)
        canvas.setFillColor(GREY)
        canvas.drawString(1.5 * cm, high - 1.2 * cm, f"{about['title']}: {about['issue']}")
        canvas.line(1.5 * cm, high - 1.4 * cm, wide - 1.5 * cm, high - 1.4 * cm)
        foot(canvas, page)

    templates = [
        PageTemplate("first", frames(high - 3.8 * cm), masthead),
        PageTemplate("later", frames(high - 2 * cm), running),
    ]
    return _file(
        source, B5, templates, [NextPageTemplate("later"), *_flow(source.pieces, float(about["size"]), column)]
    )


def slides(source: Source) -> bytes:
    about, (wide, high) = source.about, WIDE
    left, right = 13.6 * cm, 8 * cm

    def cover(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFillColor(DARK)
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        canvas.setFillColor(white)
        for key, size, y in (("title", 34, 8.4), ("subtitle", 20, 7.0), ("date", 15, 5.6), ("publisher", 12, 1.6)):
            canvas.setFont("Helvetica-Bold" if key == "title" else "Helvetica", size)
            canvas.drawString(1.6 * cm, y * cm, about[key])

    def slide(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFillColor(DARK)
        canvas.rect(0, high - 2.2 * cm, wide, 2.2 * cm, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont("Helvetica-Bold", 22)
        canvas.drawString(1.6 * cm, high - 1.45 * cm, source.pieces[page.page - 2].text)
        canvas.setFillColor(GREY)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(1.6 * cm, 0.6 * cm, f"{about['title']}, {about['subtitle']}")
        canvas.drawRightString(wide - 1.6 * cm, 0.6 * cm, str(page.page))

    frames = [
        Frame(1.6 * cm, 1.3 * cm, left, high - 4.2 * cm, 0, 0, 0, 0),
        Frame(wide - 1.6 * cm - right, 1.3 * cm, right, high - 4.2 * cm, 0, 0, 0, 0),
    ]
    empty = Frame(0, 0, wide, high)
    flow: list[Flowable] = [NextPageTemplate("slide"), Spacer(1, 1)]
    for piece in source.pieces:
        flow += [
            PageBreak(),
            *_flow([p for p in piece.inside if p.kind != "box"], 19, left),
            FrameBreak(),
            *_flow([p for p in piece.inside if p.kind == "box"], 15.5, right),
        ]
    return _file(source, WIDE, [PageTemplate("cover", [empty], cover), PageTemplate("slide", frames, slide)], flow)


def report(source: Source) -> bytes:
    about, (wide, high) = source.about, A4
    width = wide - 4.6 * cm

    def foot(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8.5)
        canvas.setFillColor(GREY)
        canvas.drawString(2.3 * cm, 1.2 * cm, f"{about['title']}, {about['subtitle']}")
        canvas.drawRightString(wide - 2.3 * cm, 1.2 * cm, f"Page {page.page}")

    title = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=22, leading=27, textColor=DARK, spaceAfter=6)
    line = ParagraphStyle("line", fontName="Helvetica", fontSize=12.5, leading=17, textColor=GREY)
    top = [Paragraph(about["title"], title), *(Paragraph(about[k], line) for k in ("subtitle", "publisher", "date"))]
    frame = Frame(2.3 * cm, 2.2 * cm, width, high - 4.4 * cm, 0, 0, 0, 0)
    return _file(
        source, A4, [PageTemplate("page", [frame], foot)], [*top, Spacer(1, 10), *_flow(source.pieces, 12.5, width)]
    )
