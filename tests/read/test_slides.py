"""Presentations, made by python-pptx."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.read.office import slides
from docmine.read.office.slides.order import Placed, ordered
from tests.read import office
from tests.read.test_word import told

TITLE, TITLE_AND_BODY, COMPARISON, TITLE_ONLY, BLANK = 0, 1, 4, 5, 6


def saved(deck: Any) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def slide(layout: int, *texts: str) -> Any:
    """A new presentation's only slide, with texts in its places."""
    deck = Presentation()
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    for place, text in zip(made.placeholders, texts, strict=False):
        place.text = text
    return made


def deck_of(made: Any) -> Any:
    return made.part.package.presentation_part.presentation


def pieces(made: Any) -> list[str]:
    return told(slides.content(saved(deck_of(made))).pieces)


def box(made: Any, text: str, left: float, top: float, *, width: float = 2, height: float = 0.5, size: int = 18) -> Any:
    """A text box; measures in inches, a slide has 10 by 7.5."""
    shape = made.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.text_frame.text = text
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    return shape


def test_words_struck_through_stand_aside() -> None:
    made = slide(TITLE_AND_BODY, "What we will do", "Publish ")
    paragraph = made.placeholders[1].text_frame.paragraphs[0]
    for text, strike in (("ten ", "sngStrike"), ("five plans", "noStrike")):
        run = paragraph.add_run()
        run.text = text
        run._r.get_or_add_rPr().set("strike", strike)
    assert pieces(made)[-2:] == ["list_item 1 • | Publish five plans", "deletion | ten"]


def test_title_and_bullets() -> None:
    made = slide(TITLE_AND_BODY, "What we will do", "Publish the plan")
    frame = made.placeholders[1].text_frame
    deeper = frame.add_paragraph()
    deeper.text, deeper.level = "in June", 1
    run = frame.add_paragraph().add_run()
    run.text, run.hyperlink.address = "our page", "https://example.org/a"
    content = slides.content(saved(deck_of(made)))
    assert told(content.pieces) == [
        "heading 1 | What we will do",
        "list_item 1 • | Publish the plan",
        "list_item 2 – | in June",
        "list_item 1 • | our page",
    ]
    assert [(k.start, k.end, k.target) for k in content.pieces[-1].links] == [(0, 8, "https://example.org/a")]
    assert {x.page for x in content.pieces} == {1}


BULLETS = [
    # what, the inside of the paragraph's properties, markers of three such paragraphs
    ("none", "<a:buNone/>", [None, None, None]),
    ("numbers", '<a:buAutoNum type="arabicPeriod"/>', ["1.", "2.", "3."]),
    ("letters in brackets", '<a:buAutoNum type="alphaLcParenBoth" startAt="2"/>', ["(b)", "(c)", "(d)"]),
    ("Roman figures", '<a:buAutoNum type="romanUcParenR"/>', ["I)", "II)", "III)"]),
    ("a sign of a symbol font", '<a:buChar char="\uf0a7"/>', ["•", "•", "•"]),
]


@pytest.mark.parametrize(("what", "inside", "markers"), BULLETS, ids=[c[0] for c in BULLETS])
def test_bullets(what: str, inside: str, markers: list[str | None]) -> None:
    made = slide(TITLE_AND_BODY, "Steps", "We ask first.\nWe listen then.\nWe answer last.")
    for paragraph in made.placeholders[1].text_frame.paragraphs:
        space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        paragraph._p.get_or_add_pPr().append(etree.fromstring(inside.replace("/>", f" {space}/>")))
    found = slides.content(saved(deck_of(made))).pieces[1:]
    assert [x.marker for x in found] == markers


def compared(made: Any) -> None:
    for text, left, top in (("After", 5.5, 2), ("Before", 1, 2), ("It takes 20 weeks.", 5.5, 3), ("It took 40.", 1, 3)):
        box(made, text, left, top, width=3)


def rows(made: Any) -> None:
    for i, (label, text) in enumerate((("One", "Ask everybody."), ("Two", "Listen well."), ("Three", "Answer all."))):
        box(made, text, 4, 1.5 + i, width=4)
        box(made, label, 1, 1.5 + i)


def grouped(made: Any) -> None:
    box(made, "Low.", 1, 5)
    group = made.shapes.add_group_shape()
    box(group, "High.", 1, 2)


ORDERS: list[tuple[str, Callable[[Any], None], list[str]]] = [
    ("columns, each under its head", compared, ["Before", "It took 40.", "After", "It takes 20 weeks."]),
    ("labels beside their texts", rows, ["One", "Ask everybody.", "Two", "Listen well.", "Three", "Answer all."]),
    ("a group stands where it is", grouped, ["High.", "Low."]),
]


@pytest.mark.parametrize(("what", "fill", "texts"), ORDERS, ids=[c[0] for c in ORDERS])
def test_shapes_are_read_in_order(what: str, fill: Callable[[Any], None], texts: list[str]) -> None:
    made = slide(TITLE_ONLY, "Steps")
    fill(made)
    assert [x.split("| ")[1] for x in pieces(made)] == ["Steps", *texts]


def test_order_of_parts_that_overlap() -> None:
    parts = [Placed("low", 0, 0.5, 0.9, 0.9), Placed("right", 0.5, 0.1, 1, 0.6), Placed("left", 0, 0.11, 0.6, 0.55)]
    assert ordered(parts) == ["left", "right", "low"]


def test_a_slide_without_a_title_proper() -> None:
    made = slide(BLANK)
    box(made, "We will publish the plan in June.", 1, 3, width=6)
    box(made, "Our plan", 1, 1, size=32)
    assert pieces(made) == ["heading 1 | Our plan", "paragraph | We will publish the plan in June."]


def test_a_foot_in_a_text_box_is_furniture() -> None:
    deck = Presentation()
    for number in (1, 2, 3):
        made = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        made.placeholders[0].text = f"Part {number}"
        box(made, f"{number}0 homes", 1, 3)  # at the same place, but of other slides
        box(made, "Housing Board, 5 May 2023", 1, 7, size=9)
        box(made, str(number), 9, 7, size=9)
    found = slides.content(saved(deck)).pieces
    assert [p.text for p in found if p.kind == "furniture"][:2] == ["Housing Board, 5 May 2023", "1"]
    assert [p.text for p in found if p.kind != "furniture"] == [
        text for n in (1, 2, 3) for text in (f"Part {n}", f"{n}0 homes")
    ]


def test_a_figure_over_what_it_counts_is_no_heading() -> None:
    made = slide(TITLE_ONLY, "Where we are")
    text = "Families stay in hotels for fewer nights than they did a year ago, and fewer of them have children."
    for top, words, size in ((2, "9 weeks", 40), (3, "the average wait", 20), (5, text, 14)):
        box(made, words, 1, top, width=8, size=size)
    assert pieces(made) == [
        "heading 1 | Where we are",
        "paragraph | 9 weeks",
        "paragraph | the average wait",
        f"paragraph | {text}",
    ]


def test_tables_charts_and_pictures(tmp_path: Path) -> None:
    made = slide(TITLE_ONLY, "Figures")
    table = made.shapes.add_table(2, 2, Inches(1), Inches(1.5), Inches(4), Inches(1)).table
    for cell, text in zip(table.iter_cells(), ("Measure", "2024", "Plans", "65%"), strict=True):
        cell.text = text
    data = CategoryChartData(number_format="0%")
    data.categories = ["May"]
    data.add_series("On time", (0.65,))
    made.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(3), Inches(3), Inches(2), data)
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png")
    picture = made.shapes.add_picture(str(tmp_path / "a.png"), Inches(1), Inches(6))
    picture._element.nvPicPr.cNvPr.set("descr", "A family looks at the plan with its case worker")
    found = slides.content(saved(deck_of(made))).pieces
    assert told(found)[1:] == [
        "table_row | Measure\t2024",
        "table_row | Plans\t65%",
        "table_row | \tOn time",
        "table_row | May\t65%",
        "caption | A family looks at the plan with its case worker",
    ]
    assert found[2].headers == ("Measure", "2024")


def test_notes_stand_aside_and_hidden_slides_are_left_out() -> None:
    made = slide(TITLE_AND_BODY, "Our plan", "Publish it")
    made.notes_slide.notes_text_frame.text = "Say this slowly."
    presentation = deck_of(made)
    hidden = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
    hidden.shapes.title.text = "Old figures"
    hidden._element.set("show", "0")
    presentation.slides.add_slide(presentation.slide_layouts[BLANK])
    content = slides.content(saved(presentation))
    assert told(content.pieces)[-1] == "comment | Say this slowly."
    assert content.pages == 3
    assert content.warnings == (
        "Slide 2 is hidden from the audience and was left out.",
        "Slide 3 has no text: it is empty or holds only a picture.",
    )


GOOD = saved(deck_of(slide(TITLE_AND_BODY, "Our plan", "Publish it")))
MAIN = b"presentationml.presentation.main+xml"
STRICT = (
    b"http://schemas.openxmlformats.org/presentationml/2006/main",
    b"http://purl.oclc.org/ooxml/presentationml/main",
)
READ = [
    ("broken properties", office.changed(GOOD, docProps__core_xml=b"<cp:core")),
    ("a slide show", office.replaced(GOOD, MAIN, b"presentationml.slideshow.main+xml")),
    ("a strict file", office.replaced(GOOD, *STRICT)),
]


@pytest.mark.parametrize(("what", "data"), READ, ids=[c[0] for c in READ])
def test_unusual_files(what: str, data: bytes) -> None:
    assert told(slides.content(data).pieces) == ["heading 1 | Our plan", "list_item 1 • | Publish it"]


REFUSED = [
    ("half a slide", office.changed(GOOD, ppt__slides__slide1_xml=b"<p:sld"), "damaged"),
    ("an absent slide", office.changed(GOOD, ppt__slides__slide1_xml=None), "damaged"),
    ("an entity bomb", office.changed(GOOD, ppt__slides__slide1_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "entities"),
    ("nothing but pictures", saved(deck_of(slide(BLANK))), "only pictures"),
]


@pytest.mark.parametrize(("what", "data", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_reasons(tmp_path: Path, what: str, data: bytes, says: str) -> None:
    path = tmp_path / "plan.pptx"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=says):
        read(path)
