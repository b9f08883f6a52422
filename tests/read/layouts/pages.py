"""Layouts that councils publish and that are hard to read in order, each drawn as a PDF of invented Marlbrook text."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13, spaceAfter=6)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9, leading=11, spaceAfter=3)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=17, spaceBefore=6)
WHITE = ParagraphStyle("white", parent=HEADING, textColor=colors.white)
GREEN, BLUE, GREY = colors.HexColor("#1d6b45"), colors.HexColor("#1f3a6e"), colors.HexColor("#eeeeee")
RAG = {"Red": colors.HexColor("#d43f3a"), "Amber": colors.HexColor("#f0ad4e"), "Green": colors.HexColor("#5cb85c")}


def _paragraphs(*texts: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    return [Paragraph(text, style) for text in texts]


def _bullets(*texts: str, style: ParagraphStyle = BODY) -> ListFlowable:
    return ListFlowable([ListItem(Paragraph(text, style), leftIndent=14) for text in texts], bulletType="bullet")


def _placed(canvas: Canvas, flowables: list[Flowable], x: float, top: float, width: float, height: float = 600) -> None:
    """The flowables in a column whose top left corner is at x, top (points from the page's foot)."""
    Frame(x, top - height, width, height, 0, 0, 0, 0).addFromList(list(flowables), canvas)


def masthead() -> bytes:
    """A newsletter: a coloured masthead, the issue on its right, a contents box, two columns, a band at the foot."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=A4)
    width, height = A4
    c.setFillColor(GREEN)
    c.rect(0, height - 90, width, 90, stroke=0, fill=1)
    c.setFillColor(colors.white)
    c.setFont("Helvetica-Bold", 30)
    c.drawString(40, height - 55, "Marlbrook Matters")
    c.setFont("Helvetica", 11)
    c.drawString(40, height - 75, "News for families of children with special educational needs")
    c.drawRightString(width - 40, height - 45, "Issue 7")
    c.drawRightString(width - 40, height - 60, "Summer 2024")
    c.setFillColor(GREY)
    c.rect(40, height - 200, 150, 95, stroke=0, fill=1)
    inside = [
        Paragraph("In this issue", HEADING),
        *_paragraphs("Short breaks", "New hubs", "Your questions", style=SMALL),
    ]
    _placed(c, inside, 48, height - 110, 134, 90)
    lead = _paragraphs(
        "Welcome to the summer issue. Since the spring we have met 120 families at six events and we have listened.",
        "This issue says what will change in September, who is responsible and how you can tell us if it does not.",
    )
    _placed(c, [Paragraph("A word from the Director", HEADING), *lead], 210, height - 105, width - 250, 110)
    left = [
        Paragraph("Short breaks", HEADING),
        *_paragraphs(
            "Every family that is on the list for a short break will have a letter with a date by 13 September 2024.",
            "We have found 40 more places with three providers in the city, and the money for them is agreed.",
        ),
    ]
    right = [
        Paragraph("New hubs", HEADING),
        *_paragraphs("Two family hubs will open in October 2024, one in Tarn Valley and one at Ashgrove."),
        _bullets(
            "Open six days a week", "A quiet room in each, with sensory toys and soft light for children who need it"
        ),
    ]
    _placed(c, left, 40, height - 220, 245)
    _placed(c, right, 310, height - 220, 245)
    c.setFillColor(BLUE)
    c.rect(0, 0, width, 40, stroke=0, fill=1)
    c.setFillColor(colors.white)
    c.setFont("Helvetica", 9)
    c.drawCentredString(width / 2, 16, "Write to us: matters@marlbrook.example or call 01632 960 440")
    c.save()
    return out.getvalue()


def flyer() -> bytes:
    """A landscape page folded in three, each third a column of its own with a coloured head."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=landscape(A4))
    width, height = landscape(A4)
    columns = [
        ("What is a plan?", ["A plan says what help a child needs.", "It is reviewed every year with the family."]),
        ("Who can ask?", ["Parents, schools and young people over 16 can ask.", "You do not need a diagnosis to ask."]),
        ("How long will it take?", ["We must answer within six weeks.", "The whole plan takes no more than 20 weeks."]),
    ]
    for i, (title, texts) in enumerate(columns):
        x = 20 + i * (width - 40) / 3
        c.setFillColor([GREEN, BLUE, colors.HexColor("#7a2e62")][i])
        c.rect(x, height - 80, (width - 40) / 3 - 10, 50, stroke=0, fill=1)
        _placed(c, [Paragraph(title, WHITE)], x + 10, height - 45, 220, 40)
        _placed(
            c, [*_paragraphs(*texts), _bullets("Call 01632 960 441", "Ask your school")], x + 10, height - 95, 220, 400
        )
    c.save()
    return out.getvalue()


def slides() -> bytes:
    """Two landscape slides: a title bar, bullets on the left, large figures in a box on the right, a numbered foot."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=(960, 540))
    big = ParagraphStyle("big", parent=BODY, fontSize=20, leading=25, spaceAfter=10)
    figure = ParagraphStyle("figure", parent=big, fontName="Helvetica-Bold", fontSize=44, leading=50, textColor=BLUE)
    for number, (title, items, figures) in enumerate(
        [
            (
                "What we have done since March",
                ["Appointed nine case officers", "Cleared 284 overdue annual reviews and told each family the result"],
                [("71%", "of plans were issued on time"), ("14", "weeks is the average wait")],
            ),
            (
                "What comes next",
                ["Open the parent portal in July", "Publish the transport review in full by the end of August 2024"],
                [("80%", "is the target for December")],
            ),
        ],
        start=1,
    ):
        c.setFillColor(BLUE)
        c.rect(0, 450, 960, 90, stroke=0, fill=1)
        c.setFillColor(colors.white)
        c.setFont("Helvetica-Bold", 32)
        c.drawString(50, 480, title)
        _placed(c, [_bullets(*items, style=big)], 50, 420, 480, 350)
        c.setFillColor(GREY)
        c.roundRect(580, 90, 330, 330, 12, stroke=0, fill=1)
        _placed(c, [f for n, t in figures for f in (Paragraph(n, figure), Paragraph(t, big))], 610, 400, 280, 300)
        c.setFillColor(colors.black)
        c.setFont("Helvetica", 12)
        c.drawString(50, 30, "Marlbrook SEND Board")
        c.drawRightString(910, 30, str(number))
        c.showPage()
    c.save()
    return out.getvalue()


def continued_table() -> bytes:
    """A ruled table that goes on overleaf under its repeated head, with a paragraph before and one after."""
    rows = [["Area", "Children waiting", "Longest wait", "Lead officer"]]
    rows += [[f"Ward {i}", str(20 + 3 * i), f"{10 + i} weeks", f"Officer {i}"] for i in range(1, 46)]
    table = Table(rows, colWidths=[110, 110, 110, 130], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (-1, 0), GREY)]))
    before = [Paragraph("Waits by ward", HEADING), *_paragraphs("The table shows each ward at the end of June 2024.")]
    return _flowed([*before, table, Spacer(1, 10), *_paragraphs("Wards without children waiting are left out.")])


def action_plan() -> bytes:
    """An action plan on a landscape page: wrapped cells, a coloured rating, and one cell that spans two rows."""
    head = [Paragraph(f"<b>{t}</b>", SMALL) for t in ("Priority", "Action", "Owner", "By when", "RAG", "Progress")]
    rows = [
        (
            "1. Plans on time",
            "Recruit six caseworkers and train them before the autumn term begins",
            "Priti Vaghela, Head of SEND Assessment",
            "30 September 2024",
            "Green",
            "Four are in post; the last two start on 2 September",
        ),
        (
            "",
            "Publish the number of overdue reviews each month",
            "Tom Ferriby",
            "From July 2024",
            "Amber",
            "Two months are published, and the third is late",
        ),
        (
            "2. Therapy",
            "Bring the average wait for occupational therapy down to ten weeks",
            "Integrated Care Board",
            "March 2025",
            "Red",
            "The wait has risen to 16 weeks",
        ),
    ]
    cells = [head, *[[Paragraph(text, SMALL) for text in row] for row in rows]]
    table = Table(cells, colWidths=[90, 190, 130, 90, 50, 190])
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("SPAN", (0, 1), (0, 2)),
    ]
    style += [("BACKGROUND", (4, i), (4, i), RAG[row[4]]) for i, row in enumerate(rows, 1)]
    table.setStyle(TableStyle(style))
    return _flowed([Paragraph("SEND action plan, July 2024", HEADING), Spacer(1, 6), table], landscape(A4))


def letter() -> bytes:
    """A letter: the sender's block on the right, the addressee on the left at the same height, a reference line."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=A4)
    width, height = A4
    sender = [
        "Marlbrook City Council",
        "Children’s Services",
        "Civic House, Tarn Road",
        "Marlbrook MB1 4QT",
        "01632 960 400",
    ]
    to = ["Mrs A Haddad", "14 Orchard Lane", "Tarn Valley", "Marlbrook MB7 2RD"]
    c.setFont("Helvetica-Bold", 10)
    for i, line in enumerate(sender):
        c.drawString(380, height - 60 - i * 13, line)
        c.setFont("Helvetica", 10)
    for i, line in enumerate(to):
        c.drawString(60, height - 86 - i * 13, line)
    c.drawString(60, height - 160, "Our ref: SEN/2024/118")
    c.drawString(380, height - 160, "3 June 2024")
    body = [
        *_paragraphs("Dear Mrs Haddad", "<b>Transport to Ashgrove School</b>"),
        *_paragraphs(
            "Thank you for your letter of 20 May. I am sorry that the taxi was late on six days out of ten, and that no"
            " one had told you why.",
            "The contractor will use a second vehicle from 10 June 2024. I will write to you again by 28 June 2024 to"
            " say whether this has worked.",
            "Yours sincerely",
        ),
        Spacer(1, 30),
        *_paragraphs("Imran Sheikh<br/>Passenger Transport Officer"),
    ]
    _placed(c, body, 60, height - 190, width - 120)
    c.save()
    return out.getvalue()


def sidebar() -> bytes:
    """An article beside a narrow grey bar with contacts and a pull quote between two of its paragraphs."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=A4)
    _, height = A4
    c.setFillColor(GREY)
    c.rect(400, 60, 160, height - 120, stroke=0, fill=1)
    contact = [
        Paragraph("Contact us", HEADING),
        *_paragraphs("SEND helpline", "01632 960 442", "Monday to Friday, 9am to 5pm", style=SMALL),
        Paragraph("Useful dates", HEADING),
        _bullets("12 June: coffee morning", "3 July: open meeting at Civic House", style=SMALL),
    ]
    _placed(c, contact, 412, height - 75, 138)
    quote = ParagraphStyle("quote", parent=BODY, fontName="Helvetica-Oblique", fontSize=16, leading=20, textColor=GREEN)
    article = [
        Paragraph("The year of the hub", HEADING),
        *_paragraphs(
            "When the first hub opened in Tarn Valley in May, forty families came in the first hour. The council had"
            " planned for fifteen.",
            "By the end of the week the staff had taken down 212 questions, most of them about school transport.",
        ),
        Paragraph("“Nobody had asked us before.”", quote),
        *_paragraphs(
            "A second hub will open at Ashgrove by the end of November 2024. It will have a room for therapy, so that"
            " families need not travel into the city.",
        ),
    ]
    _placed(c, article, 50, height - 65, 325)
    c.save()
    return out.getvalue()


def bullets_in_cells() -> bytes:
    """A table of two columns whose cells hold a line and bullets below it, some of them wrapped."""
    cells = [[Paragraph("<b>You said</b>", BODY), Paragraph("<b>We did</b>", BODY)]]
    pairs = [
        (
            ["Reviews are late", "Nobody rings back when we ask how the plan is coming along"],
            ["Two more officers started", "Calls are answered within two working days, or we write"],
        ),
        (["The form is too long"], ["It has four pages now, and had eleven", "It can be saved"]),
    ]
    for said, did in pairs:
        left: list[Flowable] = [Paragraph("Parents told us:", BODY), _bullets(*said)]
        right: list[Flowable] = [Paragraph("Since January:", BODY), _bullets(*did)]
        cells.append([left, right])
    table = Table(cells, colWidths=[240, 240])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.75, GREEN), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return _flowed([Paragraph("You said, we did", HEADING), Spacer(1, 6), table])


def jump() -> bytes:
    """Two articles in columns; the first stops in mid-sentence and goes on overleaf below "continued from page 1"."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=A4)
    _, height = A4
    first = [
        Paragraph("Money for therapy", HEADING),
        *_paragraphs(
            "The Integrated Care Board has set aside £410,000 for speech and language therapy in the coming year.",
            "Half of it pays for four therapists, who will start in January 2025. The other half goes to schools, which"
            " will be able to",
            "<i>Continued on page 2</i>",
        ),
    ]
    second = [
        Paragraph("Travel training", HEADING),
        *_paragraphs(
            "Twelve young people have learnt to take the bus on their own. Ten more places are free in May 2025."
        ),
    ]
    _placed(c, first, 40, height - 60, 245)
    _placed(c, second, 310, height - 60, 245)
    c.showPage()
    rest = [
        *_paragraphs("<i>Continued from page 1</i>"),
        *_paragraphs("train their own staff. Each school will be told its share by the end of March 2025."),
    ]
    third = [Paragraph("Have your say", HEADING), *_paragraphs("The survey closes on 14 February 2025.")]
    _placed(c, rest, 40, height - 60, 245)
    _placed(c, third, 310, height - 60, 245)
    c.save()
    return out.getvalue()


def agenda() -> bytes:
    """Minutes with nested numbers, times in the right margin and action lines in bold below their item."""
    items = [
        ("1.", "Welcome", "10.00", ["The chair welcomed two parents who came for the first time."]),
        (
            "2.",
            "Transport",
            "10.10",
            ["2.1 The review is finished.", "2.2 Its findings will be published in May 2024."],
        ),
        ("3.", "Therapy", "10.40", ["3.1 The wait is 16 weeks, and was 14 weeks in March."]),
    ]
    flow: list[Flowable] = [Paragraph("SEND Board, 22 April 2024", HEADING)]
    for number, title, time, lines in items:
        row = [Paragraph(f"<b>{number}</b>", BODY), Paragraph(f"<b>{title}</b>", BODY), Paragraph(time, BODY)]
        flow.append(Table([row], colWidths=[30, 380, 60]))
        flow += [Paragraph(line, ParagraphStyle("in", parent=BODY, leftIndent=36)) for line in lines]
        flow.append(Paragraph("<b>Action: Imran Sheikh to write to the board by 3 May 2024</b>", BODY))
    return _flowed(flow)


def _flowed(flowables: list[Flowable], size: tuple[float, float] = A4) -> bytes:
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=size)
    frame = Frame(18 * mm, 18 * mm, size[0] - 36 * mm, size[1] - 36 * mm)
    template.addPageTemplates(PageTemplate(frames=[frame]))
    template.build(flowables)
    return out.getvalue()


LAYOUTS: dict[str, Callable[[], bytes]] = {
    build.__name__: build
    for build in (
        masthead,
        flyer,
        slides,
        continued_table,
        action_plan,
        letter,
        sidebar,
        bullets_in_cells,
        jump,
        agenda,
    )
}
