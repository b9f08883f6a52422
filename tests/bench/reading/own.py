"""Pages of our own making that are hard to read in order: columns, panels, boxes, tables without rules, footnotes.

Their truth in tests/labelled/reading is written by hand from their pictures, as of any other page.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Table

WIDE, HIGH = A4
DARK, PALE, AMBER, GREY = HexColor("#24476b"), HexColor("#e8eef5"), HexColor("#f6e3bd"), HexColor("#5f6a74")
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=5)
SMALL = ParagraphStyle("small", BODY, fontSize=8, leading=10, spaceAfter=2)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", fontSize=13, leading=16, textColor=DARK)
LIGHT = ParagraphStyle("light", BODY, textColor=white)
LIGHT_HEADING = ParagraphStyle("light heading", HEADING, textColor=white)


def _text(*texts: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Paragraphs; `# ` begins a heading, `- ` a bullet, `-- ` a bullet below it, `1. ` a number."""
    return [_paragraph(text, style) for text in texts]


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    sign, _, rest = text.partition(" ")
    if sign == "#":
        return Paragraph(rest, LIGHT_HEADING if style.textColor == white else HEADING)
    deep = {"-": (12, "•"), "--": (26, "–")}.get(sign)
    if sign[:1].isdigit() and sign.endswith("."):
        deep = (16, sign)
    if deep is None:
        return Paragraph(text, style)
    indent, mark = deep
    made = ParagraphStyle("item", style, leftIndent=indent, bulletIndent=indent - 12, spaceAfter=3)
    return Paragraph(rest, made, bulletText=mark)


def _fill(canvas: Canvas, box: tuple[float, float, float, float], flow: Sequence[Flowable], pad: float = 0) -> None:
    """Draw the paragraphs into left, top, width, height, counted from the page's top left corner."""
    left, top, width, height = box
    high = float(canvas._pagesize[1])
    rest = list(flow)
    frame = Frame(left, high - top - height, width, height, pad, pad, pad, pad)
    frame.addFromList(rest, canvas)
    assert not rest, f"{len(rest)} paragraphs do not fit"


def _panel(canvas: Canvas, box: tuple[float, float, float, float], colour: object, edge: object = None) -> None:
    left, top, width, height = box
    canvas.setFillColor(colour)
    canvas.setStrokeColor(edge or colour)
    canvas.rect(left, float(canvas._pagesize[1]) - top - height, width, height, stroke=int(edge is not None), fill=1)
    canvas.setFillColor(black)


def newsletter(canvas: Canvas) -> None:
    """Two columns and a side panel under a title with spaced letters; a box within a column; a divided sentence."""
    canvas.setPageSize(A4)
    panel, box = (430, 130, 130, 440), (45, 447, 175, 118)
    _panel(canvas, panel, PALE)
    _panel(canvas, box, AMBER, HexColor("#a06c00"))
    side = (
        "# Dates",
        "<b>Tuesday 4 March</b><br/>Coffee morning, Wharf Street Library",
        "<b>Thursday 13 March</b><br/>Workshop about moving to college",
        "<b>Monday 31 March</b><br/>The survey closes",
        "# Who to ask",
        "Family advice line<br/>01632 960 118",
        "ask@mcc.example",
    )
    _fill(canvas, panel, _text(*side), pad=10)
    boxed = (
        "# In brief",
        "- Nine schools have joined the reading scheme",
        "- The toy library opens again after Easter, on Mondays",
        "- Bus passes may be renewed online",
    )
    _fill(canvas, box, _text(*boxed), pad=6)
    canvas.saveState()
    title = canvas.beginText(45, HIGH - 70)
    title.setFont("Helvetica-Bold", 26)
    title.setFillColor(DARK)
    title.setCharSpace(7)
    title.textOut("FAMILY NEWS")
    canvas.drawText(title)
    canvas.restoreState()
    canvas.setFont("Helvetica", 12)
    canvas.drawString(45, HIGH - 95, "Marlbrook children’s services, spring 2025")
    canvas.line(45, HIGH - 105, WIDE - 35, HIGH - 105)
    first = (
        "# A shorter form",
        "The form that asks for an assessment had nineteen pages. Since the 3<super rise=4 size=7>rd</super> of"
        " February it has six. Parents tried four drafts of it, and the one that we chose was written by two of them.",
        "Schools may still send the old form until the end of April. After that we shall return it with the new one.",
        "# What you told us",
        "In the autumn 412 families answered our questions. Three out of five said that they had to tell their story"
        " more than once. We have asked the health service to agree on one record with us, and we expect",
    )
    _fill(canvas, (45, 130, 175, 310), _text(*first))
    second = (
        "its answer before the summer. Until then every family may bring a one-page profile, which all services must"
        " accept.",
        "# New rooms at Kiln Lane",
        "Work on three quiet rooms at Kiln Lane School has begun. They will be ready for pupils in September. The rooms"
        " were designed with the pupils, who asked for:",
        "- windows that open, and that look at something green rather than at the car park",
        "- lights that can be made lower",
        "- a door to the garden",
        "The building costs £340,000. It is paid from the money that the cabinet set aside in July.",
        "# Thank you, Ines",
        "After twenty-two years Ines Abara leaves the transport team. She knew every driver, every route and nearly"
        " every child by name.",
    )
    _fill(canvas, (235, 130, 175, 560), _text(*second))
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(WIDE / 2, 40, "Family News, page 1")


def slide(canvas: Canvas) -> None:
    """A wide page: three boxes side by side with bullets of two depths, a band of large figures, a source line."""
    canvas.setPageSize(landscape(A4))
    wide, high = landscape(A4)
    boxes = [(40 + nth * 260, 110, 245, 190) for nth in range(3)]
    band = (40, 315, 765, 100)
    for box in boxes:
        _panel(canvas, box, PALE, DARK)
    _panel(canvas, band, DARK)
    _panel(canvas, (0, 0, wide, 90), DARK)
    done = (
        "# Done",
        "- Case workers",
        "-- 31 of 36 posts are filled",
        "-- the other five are advertised again, with a better offer",
        "- A new duty desk answers every call on the day on which it comes",
        "- Letters in plain English, checked by the parents’ forum",
    )
    doing = (
        "# Doing",
        "- Overdue reviews",
        "-- a team of six works through the oldest first",
        "-- 214 are left",
        "- Training for all school leaders about the new thresholds, in four parts",
    )
    later = (
        "# Next",
        "1. Publish the plan for places by 30 June",
        "2. Move the transport contracts to the new framework, so that no route ends within a school year",
        "3. Ask families again in October",
    )
    for box, texts in zip(reversed(boxes), (later, doing, done), strict=True):
        _fill(canvas, box, _text(*texts), pad=10)
    canvas.setFillColor(white)
    canvas.setFont("Helvetica-Bold", 28)
    canvas.drawString(40, high - 58, "Where the programme stands")
    for nth, (figure, label) in enumerate(
        (
            ("86%", "of plans were on time in May"),
            ("17 days", "to the first phone call"),
            ("1 in 9", "decisions appealed"),
        )
    ):
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawCentredString(170 + nth * 255, high - 360, figure)
        canvas.setFont("Helvetica", 12)
        canvas.drawCentredString(170 + nth * 255, high - 390, label)
    canvas.setFillColor(GREY)
    canvas.setFont("Helvetica-Oblique", 9)
    canvas.drawString(40, high - 432, "Source: monthly return of the Marlbrook programme office, May 2025")
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(wide - 40, 25, "7")


def report(canvas: Canvas) -> None:
    """One column with a ruled table, a table without rules whose cells wrap, footnotes, a head and a foot."""
    canvas.setPageSize(A4)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, HIGH - 40, "Marlbrook City Council")
    canvas.drawRightString(WIDE - 60, HIGH - 40, "Children’s scrutiny panel, 12 June 2025")
    canvas.drawRightString(WIDE - 60, 35, "Page 4 of 11")
    top = (
        "# 3. Places for September",
        "3.1 The council must offer a place to every child whose plan names a special school. For September 2025 it"
        " needs 148 places and has 139.<super rise=4 size=7>1</super> The panel asked in March how the gap would be"
        " closed, and Table 2 gives the answer that the Head of Sufficiency, Rowan Tait, has agreed with the schools.",
    )
    _fill(canvas, (60, 65, WIDE - 120, 105), _text(*top))
    rows = [["School", "Places now", "Places in September", "Opens"], ["Kiln Lane", "64", "72", "2 September"]]
    rows += [["Ashgrove", "41", "41", "in use"], ["Tarn Valley base", "0", "9", "not before 20 October"]]
    ruled = Table(rows, colWidths=[120, 90, 120, 130], rowHeights=18)
    ruled.setStyle([("GRID", (0, 0), (-1, -1), 0.5, GREY), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9)])
    ruled.setStyle([("FONT", (0, 1), (-1, -1), "Helvetica", 9), ("BACKGROUND", (0, 0), (-1, 0), PALE)])
    ruled.wrapOn(canvas, WIDE, HIGH)
    ruled.drawOn(canvas, 60, HIGH - 225)
    caption = ParagraphStyle("caption", SMALL, fontName="Helvetica-Oblique", textColor=GREY)
    _fill(canvas, (60, 228, WIDE - 120, 18), _text("Table 2: Places at special schools and bases", style=caption))
    middle = (
        "3.2 Until the base opens, nine children will be taught at their present schools with the support that their"
        " plans describe.<super rise=4 size=7>2</super> Their families were told in writing on 30 May.",
        "# 4. Risks",
        "4.1 The programme board keeps a register. The risks that it rates as high are these:",
    )
    _fill(canvas, (60, 252, WIDE - 120, 110), _text(*middle))
    rows = [["Risk", "What is done about it", "Who"]]
    rows += [
        ["The builder is late", "Weekly meetings on site; rooms at the adult college are held in reserve", "R Tait"]
    ]
    rows += [
        ["Staff cannot be found", "Two rounds of advertising, and a bonus for those who stay two years", "L Okoro"]
    ]
    rows += [["Transport costs rise", "Routes are planned again after the offers of places are accepted", "P Venn"]]
    bare = [
        [Paragraph(cell, BODY if nth else ParagraphStyle("b", BODY, fontName="Helvetica-Bold")) for cell in row]
        for nth, row in enumerate(rows)
    ]
    unruled = Table(bare, colWidths=[125, 235, 80])
    unruled.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    unruled.wrapOn(canvas, WIDE, HIGH)
    unruled.drawOn(canvas, 60, HIGH - 345 - unruled._height)
    end = (
        "4.2 No risk has been closed since March. One has been added: the lease of the Wharf Street rooms ends in"
        " Decem&shy;ber, and no agreement on rent has been reached.",
    )
    _fill(canvas, (60, 480, WIDE - 120, 60), _text(*end))
    canvas.line(60, 112, 200, 112)
    notes = (
        "<super rise=3 size=6>1</super> Position on 1 June 2025, from the admissions register. Places at schools"
        " outside the city are not counted.",
        "<super rise=3 size=6>2</super> Section F of the plan. The schools are paid for this from the first day"
        " of term.",
    )
    _fill(canvas, (60, 732, WIDE - 120, 50), _text(*notes, style=SMALL))


def mixed(canvas: Canvas) -> None:
    """A lead over the full width, three columns, a banner, two columns whose list goes on in the second."""
    canvas.setPageSize(A4)
    _panel(canvas, (40, 222, WIDE - 80, 70), DARK)
    banner = (
        "# The short breaks offer",
        "Every family that qualifies will hear by 1 August which breaks it can choose.",
    )
    _fill(canvas, (40, 222, WIDE - 80, 70), _text(*banner, style=LIGHT), pad=10)
    _fill(
        canvas,
        (40, 50, WIDE - 80, 62),
        _text(
            "# Local offer: what changed this year",
            "This page sums up the year to March 2025 for families, schools and carers. It was agreed by the"
            " partnership at its meeting of 9 April, and it replaces the summary that we sent out last summer.",
        ),
    )
    columns = (
        (
            "# Early years",
            "Forty nurseries now have a trained lead. Each of them visits two more nurseries a term. The inclusion fund"
            " paid for 96 children, and the average grant was £1,180.",
        ),
        (
            "# School",
            "Absence among pupils with a plan fell from 14.2% to 12.9%. It is still twice that of other pupils. A"
            " project in five secondary schools will be extended to all of them.",
        ),
        (
            "# Adult life",
            "Twenty-six young people began a supported internship, eleven more than the year before. Nineteen have"
            " since been offered work.",
        ),
    )
    for nth, texts in enumerate(columns):
        _fill(canvas, (40 + nth * 177, 112, 160, 120), _text(*texts))
    left = (
        "Breaks are given in three bands. The band depends on what a child needs, not on a diagnosis. Until now a"
        " family had to apply anew each year; from this summer an award lasts three years unless something changes.",
        "You can choose from these, and you may combine them:",
        "- a personal budget, paid each month to an account of its own",
        "- clubs at weekends and in the holidays, with transport where there is no bus",
    )
    right = (
        "- a carer who comes to your home for up to six hours a week, so that you can go out together or just sleep",
        "- overnight stays at Fenner House, of which each family in band three may have twelve a year",
        "# If you disagree",
        "Ask for a second look within four weeks of our letter. A manager who was not part of the decision will answer"
        " you within ten working days.",
    )
    _fill(canvas, (40, 300, 245, 200), _text(*left))
    _fill(canvas, (310, 300, 245, 200), _text(*right))
    canvas.setFont("Helvetica", 8)
    canvas.drawString(40, 35, "Marlbrook and Tarn partnership")
    canvas.drawRightString(WIDE - 40, 35, "2")


LAYOUTS: dict[str, Callable[[Canvas], None]] = {
    "newsletter": newsletter,
    "slide": slide,
    "report": report,
    "mixed": mixed,
}


def pdf(name: str) -> bytes:
    """The page of that name as a file of its own."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    LAYOUTS[name](canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
