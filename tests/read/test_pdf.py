"""PDF: columns, paragraphs, headings, bullets, tables, running heads; on pages made here and on real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    ListFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from docmine.read import read
from docmine.records import Document

STYLES = getSampleStyleSheet()
PROSE = (
    "The council has asked every school in the borough to say what it needs, and it will answer each of them in writing"
    " before the end of term. The answers will be collected in one document that anybody can read."
)


def make(path: Path, story: list[object], columns: int = 1, foot: str | None = None) -> Document:
    width, height = A4
    gap = 24
    each = (width - 100 - gap * (columns - 1)) / columns
    frames = [Frame(50 + i * (each + gap), 60, each, height - 140, id=str(i)) for i in range(columns)]

    def page(canvas: Canvas, template: object) -> None:
        if foot:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, 30, f"{foot}")
            canvas.drawRightString(width - 50, 30, f"Page {canvas.getPageNumber()}")

    made = BaseDocTemplate(str(path), pagesize=A4)
    made.addPageTemplates([PageTemplate(id="all", frames=frames, onPage=page)])
    made.build(story)
    return read(path)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in document.blocks]


def para(text: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(text, STYLES[style])


def test_paragraph_is_whole_and_every_word_has_its_box(tmp_path: Path) -> None:
    document = make(tmp_path / "a.pdf", [para("A plan", "Title"), para(PROSE)])
    assert kinds(document) == [("heading", "A plan"), ("paragraph", PROSE)]
    block = document.blocks[1]
    assert [document.text[b.start : b.end] for b in block.boxes] == PROSE.split()
    assert all(0 < b.x0 < b.x1 < A4[0] and 0 < b.top < b.bottom < A4[1] and b.page == 1 for b in block.boxes)


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    story = [para("Left", "Heading1"), para(PROSE), FrameBreak(), para("Right", "Heading1"), para(PROSE)]
    document = make(tmp_path / "a.pdf", story, columns=2)
    assert kinds(document) == [("heading", "Left"), ("paragraph", PROSE), ("heading", "Right"), ("paragraph", PROSE)]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    first, second = PROSE[:80].rsplit(" ", 1)[0], PROSE[:80].rsplit(" ", 1)[1] + PROSE[80:]
    for name, step in (("column.pdf", FrameBreak()), ("page.pdf", PageBreak())):
        document = make(tmp_path / name, [para(first), step, para(second)], columns=2)
        assert kinds(document) == [("paragraph", PROSE)]


def test_a_sentence_that_breaks_off_goes_on_with_a_capital(tmp_path: Path) -> None:
    story = [para("Teams look after children with"), PageBreak(), para("SEND who learn at home.")]
    document = make(tmp_path / "a.pdf", story)
    assert kinds(document) == [("paragraph", "Teams look after children with SEND who learn at home.")]


def test_names_of_a_letter_have_lines_of_their_own(tmp_path: Path) -> None:
    def lines(*texts: str) -> Paragraph:
        narrow = ParagraphStyle("narrow", parent=STYLES["BodyText"], rightIndent=250)
        return Paragraph("<br/>".join(texts), narrow)

    people = ("Ada Brook, Director of Children’s Services, North", "Bo Hill, Executive Lead of the Care Board, Tarn")
    signed = ("Cy Lee Bachelor of Science Master of Medicine", "Chief Inspector of all of the Schools and Nurseries")
    story = [lines(*people), para("Dear partners"), para(PROSE), para("Yours sincerely"), lines(*signed)]
    texts = [text for _, text in kinds(make(tmp_path / "a.pdf", story))]
    assert texts == [*people, "Dear partners", PROSE, "Yours sincerely", *signed]


def test_full_width_title_over_two_columns(tmp_path: Path) -> None:
    width, height = A4
    path = tmp_path / "a.pdf"
    made = BaseDocTemplate(str(path), pagesize=A4)
    top = Frame(50, height - 160, width - 100, 100, id="top")
    low = [Frame(50 + i * 260, 60, 235, height - 240, id=str(i)) for i in (0, 1)]
    made.addPageTemplates([PageTemplate(id="all", frames=[top, *low])])
    lead = para("A lead that runs over both columns and says what this issue holds, for those in a hurry.")
    made.build(
        [
            para("Autumn news for families", "Title"),
            lead,
            FrameBreak(),
            para(PROSE),
            FrameBreak(),
            para("Last one here."),
        ]
    )
    texts = [text for _, text in kinds(read(path))]
    assert texts == ["Autumn news for families", lead.text, PROSE, "Last one here."]


def test_bullets_keep_their_wrapped_lines_and_their_depth(tmp_path: Path) -> None:
    inner = ListFlowable([para("deeper")], bulletType="bullet", start="•")
    items = ListFlowable([para(PROSE), para("short one"), inner, para("last")], bulletType="bullet", start="•")
    document = make(tmp_path / "a.pdf", [para("We will:"), items, para("The end of it.")])
    found = [(b.level, b.marker, b.text) for b in document.blocks if b.kind == "list_item"]
    assert [(level, text) for level, _, text in found] == [(1, PROSE), (1, "short one"), (2, "deeper"), (1, "last")]
    assert all(marker for _, marker, _ in found)


def test_ruled_table_is_rows_and_a_box_round_prose_is_prose(tmp_path: Path) -> None:
    grid = [("GRID", (0, 0), (-1, -1), 1, "black")]
    table = Table([["Measure", "May", "June"], ["Plans", "65%", "70%"], ["Reviews", "25%", "30%"]], style=grid)
    box = Table([[para(PROSE)]], style=grid)
    document = make(tmp_path / "a.pdf", [para("Before it."), table, para("Between."), box, para("After it.")])
    assert kinds(document) == [
        ("paragraph", "Before it."),
        ("table_row", "Measure\tMay\tJune"),
        ("table_row", "Plans\t65%\t70%"),
        ("table_row", "Reviews\t25%\t30%"),
        ("paragraph", "Between."),
        ("paragraph", PROSE),
        ("paragraph", "After it."),
    ]
    assert document.blocks[2].headers == ("Measure", "May", "June")


def test_bullets_of_a_cell_stay_in_its_text(tmp_path: Path) -> None:
    grid = [("GRID", (0, 0), (-1, -1), 1, "black")]
    cell = "Leaders should improve:<br/>• the advice that families get<br/>• the time that they wait."
    table = Table(
        [["Body", "Action"], ["Northbury Council", para("Leaders should act.")], ["Tarn Trust", para(cell)]],
        colWidths=[120, 300],
        style=grid,
    )
    document = make(tmp_path / "a.pdf", [para("What is to be done."), table, para("The end of it.")])
    assert kinds(document) == [
        ("paragraph", "What is to be done."),
        ("table_row", "Body\tAction"),
        ("table_row", "Northbury Council\tLeaders should act."),
        (
            "table_row",
            "Tarn Trust\tLeaders should improve: • the advice that families get • the time that they wait.",
        ),
        ("paragraph", "The end of it."),
    ]


def test_a_column_of_labels_beside_prose_is_a_table_and_its_rows_go_on_over_the_page(tmp_path: Path) -> None:
    grid = [("GRID", (0, 0), (-1, -1), 1, "black")]
    widths = [120, 300]
    table = Table([["Body", "Action"], ["Northbury Council", para(PROSE[:98])]], colWidths=widths, style=grid)
    rest = Table([["", para(PROSE[99:])], ["Tarn Trust", para(PROSE)]], colWidths=widths, style=grid)
    story = [para("What is to be done."), table, PageBreak(), rest, para("The end of it.")]
    document = make(tmp_path / "a.pdf", story)
    assert kinds(document) == [
        ("paragraph", "What is to be done."),
        ("table_row", "Body\tAction"),
        ("table_row", f"Northbury Council\t{PROSE}"),
        ("table_row", f"Tarn Trust\t{PROSE}"),
        ("paragraph", "The end of it."),
    ]
    assert document.blocks[3].headers == ("Body", "Action")


def test_running_feet_are_furniture_at_the_end(tmp_path: Path) -> None:
    story = [para("One page of text."), PageBreak(), para("Another page of text."), PageBreak(), para("And a third.")]
    document = make(tmp_path / "a.pdf", story, foot="Quarterly report of the borough")
    kept = [b.text for b in document.blocks if b.kind != "furniture"]
    assert kept == ["One page of text.", "Another page of text.", "And a third."]
    assert [b.kind for b in document.blocks[3:]] == ["furniture"] * 3


DRAWN: list[tuple[str, Callable[[Canvas], None], str]] = [
    ("raised ordinal", lambda c: _raised(c), "The deadline is 22nd July for all."),
    ("letter-spaced title", lambda c: c.drawString(72, 700, "N E W S L E T T E R"), "NEWSLETTER"),
    (
        "two columns of names, the first full to the brim in one line",
        lambda c: _names(c),
        "Inspectors\n\nSchools\tHealth\nAda Brook, lead inspector\tBo Hill, lead\nCy Lee\tDi Marsh\nEd Fen\tFi Moss",
    ),
    ("a bullet pulled apart to fill its line", lambda c: _stretched(c), "Severn Trent Water\nRingway"),
    ("full cells of a narrow table", lambda c: _cells(c), "Month\tStevenage\tPreston\nVotes\t15\t16"),
]


def _names(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    wide = canvas.stringWidth("Ada Brook, lead inspector ", "Helvetica", 12)
    pairs = [("Schools", "Health"), ("Ada Brook, lead inspector", "Bo Hill, lead"), ("Cy Lee", "Di Marsh")]
    canvas.drawString(72, 730, "Inspectors")
    for i, (left, right) in enumerate([*pairs, ("Ed Fen", "Fi Moss")]):
        text = canvas.beginText(72, 700 - i * 14)
        text.textOut(f"{left} ")
        text.setTextOrigin(72 + wide, 700 - i * 14)
        text.textOut(right)
        canvas.drawText(text)


def _stretched(canvas: Canvas) -> None:
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica", 10)
    for x, y, words in ((72, 700, "• Severn "), (145, 700, "Trent"), (80, 688, "Water"), (72, 676, "• Ringway")):
        text.setTextOrigin(x, y)
        text.textOut(words)
    canvas.drawText(text)


def _cells(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 8)
    wide = canvas.stringWidth("Stevenage", "Helvetica", 8) - 1
    edges = [72, 112, 112 + wide, 160 + wide]
    for x in edges:
        canvas.line(x, 672, x, 700)
    for y in (672, 686, 700):
        canvas.line(72, y, edges[-1], y)
    for y, row in ((690, ("Month", "Stevenage", "Preston")), (676, ("Votes", "15", "16"))):
        for x, cell in zip((74, 112, 112 + wide + 2.2), row, strict=True):
            canvas.drawString(x, y, cell)


def _raised(canvas: Canvas) -> None:
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica", 12)
    text.textOut("The deadline is 22")
    text.setRise(4)
    text.setFont("Helvetica", 7)
    text.textOut("nd")
    text.setRise(0)
    text.setFont("Helvetica", 12)
    text.textOut(" July for all.")
    canvas.drawText(text)


@pytest.mark.parametrize(("what", "draw", "expected"), DRAWN, ids=[d[0] for d in DRAWN])
def test_words(tmp_path: Path, what: str, draw: Callable[[Canvas], None], expected: str) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    draw(canvas)
    canvas.save()
    assert read(tmp_path / "a.pdf").text == expected


def test_hyphen_at_a_line_end(tmp_path: Path) -> None:
    narrow = ParagraphStyle("narrow", parent=STYLES["BodyText"], rightIndent=380)
    story = [Paragraph("More communi-<br/>cation, co-<br/>produced with families in 2021-<br/>22.", narrow)]
    assert make(tmp_path / "a.pdf", story).text == "More communication, co-produced with families in 2021-22."


UNSEEN: list[tuple[str, Callable[[Canvas], None], str]] = [
    ("drawn without ink", lambda c: _inkless(c), "furniture"),
    ("white on white", lambda c: _coloured(c, 1, bar=False), "furniture"),
    ("white on a dark bar", lambda c: _coloured(c, 1, bar=True), "paragraph"),
    ("too small to read", lambda c: _sized(c, 1), "furniture"),
    ("outside the page", lambda c: c.drawString(-300, 500, "nobody sees this"), "furniture"),
    ("up the side", lambda c: _turned(c), "furniture"),
    ("across the page", lambda c: _turned(c, 45), "furniture"),
    ("blacked out", lambda c: _boxed(c, 0), "furniture"),
    ("whited out", lambda c: _boxed(c, 1), "furniture"),
    (
        "on a panel",
        lambda c: (_boxed(c, 0.9), c.setFillGray(0), c.drawString(72, 500, "nobody sees this")),
        "paragraph",
    ),
    ("under a clear box", lambda c: _boxed(c, 0, alpha=0.2), "paragraph"),
    ("recognised in a picture of the page", lambda c: _recognised(c), "paragraph"),
]


def _inkless(canvas: Canvas) -> None:
    text = canvas.beginText(72, 500)
    text.setTextRenderMode(3)
    text.textOut("nobody sees this")
    text.setTextRenderMode(0)
    canvas.drawText(text)


def _coloured(canvas: Canvas, grey: float, *, bar: bool) -> None:
    if bar:
        canvas.rect(60, 490, 300, 30, stroke=0, fill=1)
    canvas.setFillGray(grey)
    canvas.drawString(72, 500, "nobody sees this")


def _sized(canvas: Canvas, size: float) -> None:
    canvas.setFont("Helvetica", size)
    canvas.drawString(72, 500, "nobody sees this")


def _boxed(canvas: Canvas, grey: float, alpha: float = 1) -> None:
    if grey in (0, 1):
        canvas.drawString(72, 500, "nobody sees this")
    if alpha < 1:
        canvas.setFillAlpha(alpha)
    canvas.setFillGray(grey)
    canvas.rect(60, 490, 300, 30, stroke=0, fill=1)


def _turned(canvas: Canvas, degrees: float = 90) -> None:
    canvas.saveState()
    canvas.translate(30, 500)
    canvas.rotate(degrees)
    canvas.drawString(0, 0, "nobody sees this")
    canvas.restoreState()


def _recognised(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, *A4)
    _inkless(canvas)


@pytest.mark.parametrize(("what", "draw", "kind"), UNSEEN, ids=[u[0] for u in UNSEEN])
def test_what_nobody_sees_stands_aside(tmp_path: Path, what: str, draw: Callable[[Canvas], None], kind: str) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    if "picture" not in what:
        canvas.drawString(72, 700, "This is what the page says.")
    draw(canvas)
    canvas.save()
    assert [b.kind for b in read(tmp_path / "a.pdf").blocks if b.text == "nobody sees this"] == [kind]


def test_boxes_that_may_cover_words_are_told_of(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    _boxed(canvas, 0, alpha=0.2)
    canvas.save()
    assert [w.split(" over")[0] for w in read(tmp_path / "a.pdf").warnings] == ["Page 1 has boxes drawn"]


def test_addresses_are_whole_over_a_line_end(tmp_path: Path) -> None:
    broken = "See https://www.marlbrook.example<br/>.uk/plan/<br/>https://mcc.example/list for more."
    document = make(tmp_path / "a.pdf", [Paragraph(broken, ParagraphStyle("n", STYLES["BodyText"], rightIndent=300))])
    assert document.text == "See https://www.marlbrook.example.uk/plan/ https://mcc.example/list for more."


def test_links_stand_at_their_words(tmp_path: Path) -> None:
    text = 'Write to <link href="mailto:send@mcc.example">the whole team</link> or <link href="https://mcc.example/a">ask</link>.'
    document = make(tmp_path / "a.pdf", [Paragraph(text, STYLES["BodyText"])])
    found = [(document.text[k.start : k.end], k.target) for b in document.blocks for k in b.links]
    assert found == [("the whole team", "mailto:send@mcc.example"), ("ask.", "https://mcc.example/a")]


REAL = [
    # file, headings in their order (among others), number of list items, words that are no part of the text
    (
        "street-manager/180823_Street Manager Newsletter 3.pdf",
        ["Latest news", "Contact details", "What we did in the last 3 weeks", "Information pack", "Keeping in touch"],
        10,
        "Page 1",
    ),
    (
        "street-manager/190319_Street Manager Newsletter 9.pdf",
        ["What’s new in Street Manager", "APIs", "New team members", "Roadshows", "Keeping in touch"],
        22,
        "Page 2",
    ),
    (
        "inspections/send-bury.pdf",
        [
            "Inspection outcome",
            "What is the area partnership doing that is effective?",
            "Local area partnership details",
        ],
        None,
        "Inspection report:",
    ),
]


@pytest.mark.parametrize(("file", "headings", "items", "furniture"), REAL, ids=[r[0] for r in REAL])
def test_real(shared: Path, file: str, headings: list[str], items: int | None, furniture: str) -> None:
    document = read(shared / file)
    found = [b.text for b in document.blocks if b.kind == "heading"]
    places = [found.index(h) for h in headings]
    assert places == sorted(places)
    if items is not None:
        assert sum(b.kind == "list_item" for b in document.blocks) == items
    body = [b for b in document.blocks if b.kind != "furniture"]
    assert not any(furniture in b.text for b in body)
    assert all(document.text[x.start : x.end].strip() for b in body for x in b.boxes)


def test_real_sentence_across_columns(shared: Path) -> None:
    document = read(shared / "street-manager" / "180702_Street Manager Newsletter 1.pdf")
    assert "Assistant Network Manager, East Herts and Broxbourne." in document.text


def test_real_masthead_beside_the_text_comes_first(shared: Path) -> None:
    document = read(shared / "street-manager" / "Street Manager Newsletter 12.pdf")
    assert document.title is not None
    assert document.title.value == "Street Manager Newsletter No 12: August 2019"
    assert document.blocks[0].kind == "heading"
