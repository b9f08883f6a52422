"""Word, HTML and Markdown: the same pieces out of each."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docmine.read import read
from docmine.records import Document


def kinds(document: Document) -> list[tuple[str, int | None, str]]:
    return [(b.kind, b.level, b.text) for b in document.blocks]


PAGE = """\
<html><head><title>Plan | Northbury Council</title><meta property="article:published_time" content="2022-05-03">
<meta property="og:site_name" content="Northbury Council"></head>
<body><header><p>Northbury Council</p></header><nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><h1>Our plan</h1><p>We will <b>publish</b> it<br>in May.<br>Then we rest.</p>
<ul><li>One</li><li><p>Two</p><ul><li>Deeper</li></ul></li></ul><ol><li>First</li><li>Second</li></ol>
<h2>Results</h2><table><thead><tr><th>Measure</th><th>May</th></tr></thead>
<tr><td>Plans</td><td>65%</td></tr></table><p>The end.</p></main>
<footer>Cookies and terms</footer><script>var x = "no text";</script></body></html>
"""


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    document = read(path)
    assert kinds(document) == [
        ("heading", 1, "Our plan"),
        ("paragraph", None, "We will publish it in May."),
        ("paragraph", None, "Then we rest."),
        ("list_item", 1, "One"),
        ("list_item", 1, "Two"),
        ("list_item", 2, "Deeper"),
        ("list_item", 1, "First"),
        ("list_item", 1, "Second"),
        ("heading", 2, "Results"),
        ("table_row", None, "Measure\tMay"),
        ("table_row", None, "Plans\t65%"),
        ("paragraph", None, "The end."),
    ]
    assert document.blocks[10].headers == ("Measure", "May")
    assert [b.marker for b in document.blocks[6:8]] == ["1.", "2."]
    assert (document.title and document.title.value) == "Our plan"
    assert (document.published and document.published.value) == "2022-05-03"
    assert (document.publisher and document.publisher.value) == "Northbury Council"


def test_html_without_a_main_part_loses_its_menu(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    menu = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(5))
    path.write_text(
        f"<body><div class='menu'><ul>{menu}</ul></div><div><h1>News</h1><p>We met families.</p></div></body>"
    )
    assert kinds(read(path)) == [("heading", 1, "News"), ("paragraph", None, "We met families.")]


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("---\ntitle: The plan\n---\n# Plan\n\nWe will\nact.\n\n- one\n  - two\n\n|A|B|\n|-|-|\n|1|2|\n")
    document = read(path)
    assert kinds(document) == [
        ("heading", 1, "Plan"),
        ("paragraph", None, "We will act."),
        ("list_item", 1, "one"),
        ("list_item", 2, "two"),
        ("table_row", None, "A\tB"),
        ("table_row", None, "1\t2"),
    ]
    assert document.blocks[-1].headers == ("A", "B")


def test_word(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Minutes of the board", 1)
    made.add_paragraph("The board met in May.")
    made.add_paragraph("publish the plan", style="List Bullet")
    made.add_paragraph("in June", style="List Bullet 2")
    made.add_paragraph("write to parents", style="List Number")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Action", "Owner", "Publish", "Ada Brook"], strict=True):
        cell.text = text
    layout = made.add_table(rows=1, cols=1)
    layout.cell(0, 0).text = "A box that holds a paragraph."
    _track(made.add_paragraph("We will "), deleted="maybe ", inserted="surely act.")
    made.sections[0].footer.paragraphs[0].text = "Page foot"
    path = tmp_path / "minutes.docx"
    made.save(str(path))
    document = read(path)
    assert kinds(document) == [
        ("heading", 1, "Minutes of the board"),
        ("paragraph", None, "The board met in May."),
        ("list_item", 1, "publish the plan"),
        ("list_item", 2, "in June"),
        ("list_item", 1, "write to parents"),
        ("table_row", None, "Action\tOwner"),
        ("table_row", None, "Publish\tAda Brook"),
        ("paragraph", None, "A box that holds a paragraph."),
        ("paragraph", None, "We will surely act."),
        ("deletion", None, "maybe"),
        ("furniture", None, "Page foot"),
    ]
    assert document.blocks[6].headers == ("Action", "Owner")
    assert (document.doc_type and document.doc_type.value) == "minutes"


def _track(paragraph: docx.text.paragraph.Paragraph, *, deleted: str, inserted: str) -> None:
    """Adds a tracked deletion and a tracked insertion."""
    for tag, inner, text in (("w:del", "w:delText", deleted), ("w:ins", "w:t", inserted)):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        change.append(run)
        paragraph._p.append(change)


def test_real_word(shared: Path) -> None:
    document = read(shared / "street-manager" / "Street Manager Newsletter 13.1.docx")
    headings = [b.text for b in document.blocks if b.kind == "heading"]
    wanted = [
        "Other announcements",
        "Street Manager scope document",
        "API update",
        "Transition rules update",
        "Contact us",
    ]
    places = [headings.index(h) for h in wanted]
    assert places == sorted(places)
    assert "24 Sep – Doncaster, Yorkshire region" in [b.text for b in document.blocks if b.kind == "list_item"]


def test_word_list_typed_without_bullets(tmp_path: Path) -> None:
    made = docx.Document()
    for text in ("In the north:", "Northbury Council", "Tarn Water", "In the south:", "Ash Parish Council"):
        made.add_paragraph(text)
    made.add_paragraph("One or two others may join.")
    made.add_paragraph("Please write to:")
    made.add_paragraph("Kind regards")
    made.add_paragraph("Ada Brook")
    prose = (
        "A paragraph in the style of a heading is still a paragraph, for no heading is as long as this one is, and none"
    )
    made.add_heading(prose + " has a full stop at its end.", 2)
    path = tmp_path / "list.docx"
    made.save(str(path))
    assert [kind for kind, _, _ in kinds(read(path))] == [
        "paragraph",
        "list_item",
        "list_item",
        *["paragraph"] * 7,
    ]
