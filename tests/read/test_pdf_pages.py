"""Layouts that councils use, each drawn in order and with its words in random order: the same blocks either way."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from docmine.read import read
from docmine.records import Document

LONG = (
    "The council has asked every school in the borough to say what it needs and will answer each of them in writing"
    " before the end of term."
)
MORE = "Families will hear in May which of the two centres is nearest to them and how they can get there by bus."


@dataclass
class Sheet:
    """Words to be drawn, so that their order can be shuffled; shapes are drawn first."""

    wide: float = A4[0]
    high: float = A4[1]
    words: list[tuple[str, float, float, str, float]] = field(default_factory=list)
    shapes: list[Callable[[Canvas], None]] = field(default_factory=list)

    def line(self, x: float, y: float, text: str, size: float = 10, face: str = "Helvetica") -> None:
        for word in text.split(" "):
            self.words.append((word, x, y, face, size))
            x += stringWidth(word + " ", face, size)

    def text(self, x: float, y: float, text: str, width: float, size: float = 10, face: str = "Helvetica") -> float:
        """Wrapped to a width in points; returns where the next line would stand, counted up from the page's foot."""
        line = ""
        for word in text.split(" "):
            if line and stringWidth(f"{line} {word}", face, size) > width:
                self.line(x, y, line, size, face)
                line, y = word, y - size * 1.25
            else:
                line = f"{line} {word}".strip()
        self.line(x, y, line, size, face)
        return y - size * 1.25

    def box(self, x: float, y: float, width: float, height: float, grey: float | None = None) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillGray(grey or 0)
            canvas.rect(x, y, width, height, stroke=int(grey is None), fill=int(grey is not None))

        self.shapes.append(draw)

    def rule(self, x0: float, y: float, x1: float) -> None:
        self.shapes.append(lambda canvas: canvas.line(x0, y, x1, y))

    def pdf(self, *, shuffled: bool) -> bytes:
        words = list(self.words)
        if shuffled:
            random.Random(5).shuffle(words)
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(self.wide, self.high))
        for shape in self.shapes:
            shape(canvas)
        canvas.setFillGray(0)
        for text, x, y, face, size in words:
            canvas.setFont(face, size)
            canvas.drawString(x, y, text)
        canvas.save()
        return buffer.getvalue()


BOLD = "Helvetica-Bold"


def slide(s: Sheet) -> None:
    s.wide, s.high = landscape(A4)
    s.line(60, 520, "Our three aims", 24, BOLD)
    for i, title in enumerate(("Hear", "Plan", "Act")):
        x = 60 + i * 250
        s.box(x - 10, 300, 220, 180, 0.9)
        s.line(x, 455, title, 14, BOLD)
        s.line(x, 430, "•")
        s.text(x + 14, 430, f"{title} with families in every ward of the borough", 170)
        s.line(x, 390, "•")
        s.line(x + 14, 390, "By May 2025")


def three_columns(s: Sheet) -> None:
    for i, text in enumerate((LONG, MORE, LONG)):
        s.text(50 + i * 170, 700, text, 150)


def left_sidebar(s: Sheet) -> None:
    s.line(60, 700, "Contact", 12, BOLD)
    s.line(60, 682, "01632 960 118")
    s.line(60, 669, "Civic House")
    s.line(220, 700, "What changes", 14, BOLD)
    y = s.text(220, 680, LONG, 300)
    s.text(220, y - 8, MORE, 300)


def heading_between_columns(s: Sheet) -> None:
    s.text(50, 740, LONG, 230)
    s.text(310, 740, MORE, 230)
    s.line(50, 640, "A title over the whole width of the page", 18, BOLD)
    s.text(50, 610, MORE, 230)
    s.text(310, 610, LONG, 230)


def nested_numbers(s: Sheet) -> None:
    s.line(50, 700, "We will:")
    for x, y, marker, text in (
        (60, 684, "1.", "hire staff"),
        (80, 671, "(a)", "two therapists"),
        (80, 658, "(b)", "one nurse"),
        (60, 645, "2.", "train them"),
    ):
        s.line(x, y, marker)
        s.line(x + 20, y, text)


def unruled_table(s: Sheet) -> None:
    rows = [("Area", "May", "June"), ("North", "65%", "70%"), ("South", "25%", "30%"), ("East", "12%", "19%")]
    for i, row in enumerate(rows):
        for x, cell in zip((60, 200, 300), row, strict=True):
            s.line(x, 700 - i * 14, cell, face=BOLD if i == 0 else "Helvetica")


def footnotes(s: Sheet) -> None:
    s.text(50, 700, LONG, 400)
    s.rule(50, 120, 190)
    s.line(50, 110, "1", 5)
    s.line(55, 106, "Minutes of 12 May, page 4.", 8)
    s.line(50, 98, "2", 5)
    s.line(55, 94, "The list is kept by the clerk.", 8)


def drop_cap(s: Sheet) -> None:
    s.line(50, 676, "T", 34)
    s.line(72, 690, "he council has asked every school to say")
    s.line(72, 677, "what it needs and to say it in writing now")
    s.text(50, 664, "so that nobody is left out of the plan for the year.", 230)


def quotation_panel(s: Sheet) -> None:
    s.text(50, 740, LONG.replace("to say what it needs", "to say"), 230)
    s.box(300, 650, 230, 100, 0.85)
    s.text(315, 725, "“Nobody rang us back for weeks.”", 200, 14, "Helvetica-Oblique")
    s.text(50, 640, MORE, 480)


def contact_table(s: Sheet) -> None:
    s.line(60, 720, "Who to ask", 14, BOLD)
    rows = (("Helpline:", "01632 960 118"), ("E-mail:", "ask@mcc.example"), ("Office:", "Tarn Road 3"))
    for i, (left, right) in enumerate(rows):
        s.line(60, 700 - i * 14, left)
        s.line(180, 700 - i * 14, right)


def underlined_heading(s: Sheet) -> None:
    s.line(50, 700, "School meals")
    s.rule(50, 698.5, 50 + stringWidth("School meals", "Helvetica", 10))
    s.text(50, 680, LONG, 400)
    s.line(50, 630, "Next steps:", face=BOLD)
    s.text(50, 615, MORE, 400)


def caption(s: Sheet) -> None:
    s.text(50, 740, LONG, 480)
    s.box(50, 560, 200, 120, 0.7)
    s.line(50, 545, "Figure 1: The new centre", 8)
    s.text(50, 515, MORE, 480)


def minutes(s: Sheet) -> None:
    s.line(60, 750, "Notes of the transport group", 16, BOLD)
    s.line(430, 720, "Who", face=BOLD)
    rows = (
        ("1", "Welcome", "", BOLD),
        ("1.1", "The group met for the second time and went through the list of routes that were left open.", "", ""),
        ("1.2", "The depot had lost eleven drivers since the spring. Nobody has been found for the north.", "KD", ""),
        ("2", "Fares", "", BOLD),
        ("2.1", "A day ticket for families was asked for again by every parent.", "PM, in June", ""),
    )
    y = 700.0
    for number, text, who, face in rows:
        s.line(60, y, number, face=face or "Helvetica")
        s.line(430, y, who, face=face or "Helvetica")
        y = s.text(95, y, text, 310, face=face or "Helvetica") - 5


def numbered_paragraphs(s: Sheet) -> None:
    y = 700.0
    for number, text in (("3.1", LONG), ("3.2", MORE), ("3.3", LONG)):
        s.line(60, y, number)
        y = s.text(100, y, text, 400) - 6


def pairs_under_columns(s: Sheet) -> None:
    s.line(50, 740, "Kept", 14, BOLD)
    s.line(300, 740, "Dropped", 14, BOLD)
    for x, y, text in (
        (50, 720, "the summer fair, which three hundred people came to"),
        (50, 690, "the walking bus"),
        (300, 720, "the printed guide"),
        (300, 700, "the second open day"),
    ):
        s.line(x, y, "•")
        s.text(x + 12, y, text, 180)
    s.line(50, 650, "Asked and answered", 14, BOLD)
    s.line(52, 625, "You asked", 9, BOLD)
    s.line(300, 625, "We answered", 9, BOLD)
    y = 610.0
    for asked, answered in (
        ("Why is the pool shut on Mondays for the whole of the winter term?", "The boiler is being mended."),
        ("Can we pay by card?", "Yes, at both desks and at the gate, and from July by telephone as well."),
        ("Is there a lift?", "Not yet."),
    ):
        y = min(s.text(52, y, asked, 200, 9), s.text(300, y, answered, 200, 9)) - 6
    s.text(50, y - 12, MORE, 480)


def cards(s: Sheet) -> None:
    s.line(50, 760, "The year in figures", 18, BOLD)
    facts = (("71%", "of forms answered"), ("8 days", "to mend a lamp"), ("19", "new benches"), ("£2.4m", "for roads"))
    for i, (figure, label) in enumerate(facts):
        x, y = 50 + i % 2 * 250, 660 - i // 2 * 90
        s.box(x, y, 230, 75, 0.9)
        s.line(x + 10, y + 45, figure, 20, BOLD)
        s.line(x + 10, y + 20, label)


def letterhead(s: Sheet) -> None:
    for i, (left, right) in enumerate(
        (("Northbury Trust", "Telephone: 01632 960 771"), ("The Maltings", "Date: 4 May 2025"))
    ):
        s.line(50, 780 - i * 13, left)
        s.line(340, 780 - i * 13, right)
    for i, line in enumerate(("Mr Idris Vane", "7 Quarry Lane", "NB2 4QT")):
        s.line(50, 735 - i * 13, line)
    s.line(50, 680, "Dear Mr Vane")
    s.text(50, 655, LONG, 480)


def notes_in_a_column(s: Sheet) -> None:
    s.text(50, 700, LONG, 400)
    s.rule(50, 130, 180)
    for i, note in enumerate(
        ("Counted on one day in March.", "Without the two new wards.", "See the plan of last year.")
    ):
        s.line(50, 118 - i * 11, str(i + 1), 8)
        s.line(70, 118 - i * 11, note, 8)
    s.line(420, 50, "Northbury Trust | 1", 8)


def contents(s: Sheet) -> None:
    s.line(50, 740, "Contents", 14, BOLD)
    for i, (title, page) in enumerate((("Where we stand", 2), ("What it costs", 3), ("Who decides", 5))):
        wide = stringWidth(title, "Helvetica", 10)
        dots = int((440 - wide) / stringWidth(".", "Helvetica", 10))
        s.line(50, 718 - i * 13, title + "." * dots + str(page))
    s.text(50, 650, LONG, 400)


def blocks(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return list(pairs)


AIMS = [
    pair
    for title in ("Hear", "Plan", "Act")
    for pair in (
        ("heading", title),
        ("list_item", f"{title} with families in every ward of the borough"),
        ("list_item", "By May 2025"),
    )
]
PAGES: list[tuple[Callable[[Sheet], None], list[tuple[str, str]]]] = [
    (slide, [("heading", "Our three aims"), *AIMS]),
    (three_columns, blocks(("paragraph", LONG), ("paragraph", MORE), ("paragraph", LONG))),
    (
        left_sidebar,
        blocks(
            ("heading", "Contact"),
            ("paragraph", "01632 960 118"),
            ("paragraph", "Civic House"),
            ("heading", "What changes"),
            ("paragraph", LONG),
            ("paragraph", MORE),
        ),
    ),
    (
        heading_between_columns,
        blocks(
            ("paragraph", LONG),
            ("paragraph", MORE),
            ("heading", "A title over the whole width of the page"),
            ("paragraph", MORE),
            ("paragraph", LONG),
        ),
    ),
    (
        nested_numbers,
        blocks(
            ("paragraph", "We will:"),
            ("list_item", "hire staff"),
            ("list_item", "two therapists"),
            ("list_item", "one nurse"),
            ("list_item", "train them"),
        ),
    ),
    (
        unruled_table,
        blocks(
            ("table_row", "Area\tMay\tJune"),
            ("table_row", "North\t65%\t70%"),
            ("table_row", "South\t25%\t30%"),
            ("table_row", "East\t12%\t19%"),
        ),
    ),
    (
        footnotes,
        blocks(
            ("paragraph", LONG),
            ("footnote", "Minutes of 12 May, page 4."),
            ("footnote", "The list is kept by the clerk."),
        ),
    ),
    (
        drop_cap,
        blocks(
            (
                "paragraph",
                "The council has asked every school to say what it needs and to say it in writing now so that nobody"
                " is left out of the plan for the year.",
            )
        ),
    ),
    (
        quotation_panel,
        blocks(
            ("paragraph", LONG.replace("to say what it needs", "to say")),
            ("heading", "“Nobody rang us back for weeks.”"),
            ("paragraph", MORE),
        ),
    ),
    (
        contact_table,
        blocks(
            ("heading", "Who to ask"),
            ("table_row", "Helpline:\t01632 960 118"),
            ("table_row", "E-mail:\task@mcc.example"),
            ("table_row", "Office:\tTarn Road 3"),
        ),
    ),
    (
        underlined_heading,
        blocks(("heading", "School meals"), ("paragraph", LONG), ("heading", "Next steps:"), ("paragraph", MORE)),
    ),
    (
        minutes,
        blocks(
            ("heading", "Notes of the transport group"),
            ("table_row", "\t\tWho"),
            ("table_row", "1\tWelcome\t"),
            (
                "table_row",
                "1.1\tThe group met for the second time and went through the list of routes that were left open.\t",
            ),
            (
                "table_row",
                "1.2\tThe depot had lost eleven drivers since the spring. Nobody has been found for the north.\tKD",
            ),
            ("table_row", "2\tFares\t"),
            ("table_row", "2.1\tA day ticket for families was asked for again by every parent.\tPM, in June"),
        ),
    ),
    (
        numbered_paragraphs,
        blocks(("paragraph", f"3.1 {LONG}"), ("paragraph", f"3.2 {MORE}"), ("paragraph", f"3.3 {LONG}")),
    ),
    (
        pairs_under_columns,
        blocks(
            ("heading", "Kept"),
            ("list_item", "the summer fair, which three hundred people came to"),
            ("list_item", "the walking bus"),
            ("heading", "Dropped"),
            ("list_item", "the printed guide"),
            ("list_item", "the second open day"),
            ("heading", "Asked and answered"),
            ("table_row", "You asked\tWe answered"),
            (
                "table_row",
                "Why is the pool shut on Mondays for the whole of the winter term?\tThe boiler is being mended.",
            ),
            (
                "table_row",
                "Can we pay by card?\tYes, at both desks and at the gate, and from July by telephone as well.",
            ),
            ("table_row", "Is there a lift?\tNot yet."),
            ("paragraph", MORE),
        ),
    ),
    (
        cards,
        blocks(
            ("heading", "The year in figures"),
            ("paragraph", "71%"),
            ("paragraph", "of forms answered"),
            ("paragraph", "8 days"),
            ("paragraph", "to mend a lamp"),
            ("paragraph", "19"),
            ("paragraph", "new benches"),
            ("paragraph", "£2.4m"),
            ("paragraph", "for roads"),
        ),
    ),
    (
        letterhead,
        blocks(
            ("paragraph", "Northbury Trust"),
            ("paragraph", "The Maltings"),
            ("paragraph", "Telephone: 01632 960 771"),
            ("paragraph", "Date: 4 May 2025"),
            ("paragraph", "Mr Idris Vane"),
            ("paragraph", "7 Quarry Lane"),
            ("paragraph", "NB2 4QT"),
            ("paragraph", "Dear Mr Vane"),
            ("paragraph", LONG),
        ),
    ),
    (
        notes_in_a_column,
        blocks(
            ("paragraph", LONG),
            ("footnote", "Counted on one day in March."),
            ("footnote", "Without the two new wards."),
            ("footnote", "See the plan of last year."),
            ("furniture", "Northbury Trust | 1"),
        ),
    ),
    (
        contents,
        blocks(
            ("heading", "Contents"),
            ("paragraph", "Where we stand 2"),
            ("paragraph", "What it costs 3"),
            ("paragraph", "Who decides 5"),
            ("paragraph", LONG),
        ),
    ),
    (caption, blocks(("paragraph", LONG), ("caption", "Figure 1: The new centre"), ("paragraph", MORE))),
]


def drawn(draw: Callable[[Sheet], None], path: Path, *, shuffled: bool) -> Document:
    page = Sheet()
    draw(page)
    path.write_bytes(page.pdf(shuffled=shuffled))
    return read(path)


@pytest.mark.parametrize("shuffled", [False, True], ids=["in order", "shuffled"])
@pytest.mark.parametrize(("draw", "expected"), PAGES, ids=[draw.__name__ for draw, _ in PAGES])
def test_page(draw: Callable[[Sheet], None], expected: list[tuple[str, str]], shuffled: bool, tmp_path: Path) -> None:
    document = drawn(draw, tmp_path / "a.pdf", shuffled=shuffled)
    assert [(b.kind, b.text) for b in document.blocks] == expected


@pytest.mark.parametrize("draw", [draw for draw, _ in PAGES], ids=[draw.__name__ for draw, _ in PAGES])
def test_every_character_stands_in_a_box(draw: Callable[[Sheet], None], tmp_path: Path) -> None:
    document = drawn(draw, tmp_path / "a.pdf", shuffled=True)
    held = {at for block in document.blocks for box in block.boxes for at in range(box.start, box.end)}
    assert [at for at, char in enumerate(document.text) if not char.isspace() and at not in held] == []


def test_depths_and_markers_of_numbers(tmp_path: Path) -> None:
    items = [b for b in drawn(nested_numbers, tmp_path / "a.pdf", shuffled=True).blocks if b.kind == "list_item"]
    assert [(b.level, b.marker) for b in items] == [(1, "1."), (2, "(a)"), (2, "(b)"), (1, "2.")]
