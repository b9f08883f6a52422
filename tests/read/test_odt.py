"""OpenDocument texts, from snippets of their XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.read.office import odt
from docmine.read.pieces import Piece
from tests.read import office
from tests.read.test_word import told

STYLES = """
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/>
</style:default-style>
<style:style style:family="paragraph" style:name="Title" style:display-name="Title"/>
<style:style style:family="paragraph" style:name="Our_20_head" style:default-outline-level="2"/>
<style:style style:family="paragraph" style:name="Listed" style:list-style-name="L1"/>
<style:style style:family="paragraph" style:name="Large"><style:text-properties fo:font-size="150%"/></style:style>
<style:style style:family="text" style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:family="text" style:name="H"><style:text-properties text:display="none"/></style:style>
<style:style style:family="text" style:name="UP"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:family="text" style:name="S">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="i" style:num-prefix="("
 style:num-suffix=")"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>
</text:list-style>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
</office:styles>
<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Head</text:p></style:header>
<style:footer style:display="false"><text:p>Unseen</text:p></style:footer></style:master-page></office:master-styles>
"""
BODY = "<text:p>The board met in May and heard how the plan is going.</text:p>"


def pieces(body: str) -> tuple[Piece, ...]:
    return odt.content(office.odt(body, styles=STYLES)).pieces[:-1]  # without the running head


def listed(style: str, *items: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
    "<dc:creator>Ada</dc:creator><dc:date>2024-03-05T10:00:00</dc:date></office:change-info><text:p>may </text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
)
TABLE = (
    "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
    '<table:table-cell><text:p>Area</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2">'
    "<text:p>Plans</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>"
    '<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>North</text:p></table:table-cell>'
    "<table:table-cell><text:p>Ash</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>"
    "</table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>Elm</text:p>"
    "</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>A note.</text:p></text:note-body></text:note>"
)
COMMENT = (
    "<office:annotation><dc:creator>Sam</dc:creator><dc:date>2024-03-05T10:00:00</dc:date><text:p>Is it so?</text:p>"
    "</office:annotation>"
)
CASES = [
    # what, body, its pieces
    ("headings", '<text:h text:outline-level="2">Our plan</text:h>' + BODY, ["heading 2 | Our plan"]),
    ("a numbered heading", '<text:h text:outline-level="1">Our plan</text:h>' + BODY, ["heading 1 1 | Our plan"]),
    ("a heading by its style", p("Our plan", "Our_20_head") + BODY, ["heading 2 | Our plan"]),
    ("the title", p("Our plan", "Title") + BODY, ["heading 1 | Our plan"]),
    ("larger type, in percent", p("Our plan", "Large") + BODY, ["heading 1 | Our plan"]),
    ("a bold line", p('<text:span text:style-name="B">Our plan</text:span>') + BODY, ["heading 1 | Our plan"]),
    (
        "numbers of three levels",
        listed("L1", p("one"), p("two") + listed("", p("in two") + listed("", p("deep")))),
        ["list_item 1 1. | one", "list_item 1 2. | two", "list_item 2 2.1 | in two", "list_item 3 (i) | deep"],
    ),
    (
        "a list that goes on, and one that begins anew",
        listed("L1", p("one"))
        + listed("L1", p("two"), more='text:continue-numbering="true"')
        + listed("L1", p("anew")),
        ["list_item 1 1. | one", "list_item 1 2. | two", "list_item 1 1. | anew"],
    ),
    (
        "a second paragraph of an item has no number",
        listed("L1", p("one") + p("still one."), p("two")),
        ["list_item 1 1. | one", "paragraph | still one.", "list_item 1 2. | two"],
    ),
    (
        "a list by its paragraphs' style",
        f"<text:list><text:list-item>{p('one', 'Listed')}</text:list-item></text:list>",
        ["list_item 1 1. | one"],
    ),
    ("bullets", listed("L2", p("one")), ["list_item 1 • | one"]),
    (
        "spaces, tabs and line breaks",
        p("a<text:s text:c='3'/>b<text:tab/>c\n d<text:line-break/>e"),
        ["paragraph | a b c d", "paragraph | e"],
    ),
    ("hidden text", p('We act<text:span text:style-name="H"> not</text:span>.'), ["paragraph | We act."]),
    ("raised digits", p('60 m<text:span text:style-name="UP">2</text:span>'), ["paragraph | 60 m²"]),
    (
        "a hidden section",
        f'<text:section text:display="none">{p("No.")}</text:section>' + p("Yes."),
        ["paragraph | Yes."],
    ),
    ("footnotes", p(f"We act{NOTE}."), ["paragraph | We act¹.", "footnote ¹ | A note."]),
    ("comments", p(f"We {COMMENT}act."), ["paragraph | We act.", "comment 1 | Is it so?"]),
    ("changes", CHANGES + p('We <text:change text:change-id="c1"/>act.'), ["paragraph | We act.", "deletion | may"]),
    (
        "struck through",
        p('We act <text:span text:style-name="S">at once</text:span> soon.'),
        ["paragraph | We act soon.", "deletion | at once"],
    ),
    (
        "a hidden row",
        TABLE.replace("<table:table-row><table:covered", '<table:table-row table:visibility="filter"><table:covered')
        + p("End."),
        ["table_row | Area\tPlans\t", "table_row | North\tAsh\t1", "paragraph | End."],
    ),
    (
        "a text box",
        p(f"<draw:frame><draw:text-box>{p('Boxed.')}</draw:text-box></draw:frame>Text."),
        ["paragraph | Boxed.", "paragraph | Text."],
    ),
    (
        "a shape with words",
        p(f"<draw:custom-shape>{p('In a shape.')}</draw:custom-shape>"),
        ["paragraph | In a shape."],
    ),
    (
        "a table in a shape",
        p(f"<draw:custom-shape>{TABLE.replace('table:table', 'loext:table')}</draw:custom-shape>"),
        ["table_row | Area\tPlans\t", "table_row | North\tAsh\t1", "table_row | North\tElm\t2"],
    ),
]


@pytest.mark.parametrize(("what", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_pieces(what: str, body: str, expected: list[str]) -> None:
    assert told(pieces(body))[: len(expected)] == expected


def test_table_headers_and_merged_cells() -> None:
    assert [(x.text, x.headers) for x in pieces(TABLE)] == [
        ("Area\tPlans\t", ("Area", "Plans", "Plans")),
        ("North\tAsh\t1", ("Area", "Plans", "Plans")),
        ("North\tElm\t2", ("Area", "Plans", "Plans")),
    ]


def test_links_authors_properties_and_running_heads() -> None:
    body = CHANGES + p(
        f'See {COMMENT}<text:a xlink:href="https://example.org/a">our page</text:a><text:change text:change-id="c1"/>'
    )
    meta = "<dc:title>The plan</dc:title><meta:initial-creator>Ada</meta:initial-creator>"
    meta += "<meta:creation-date>2024-03-05T10:00:00</meta:creation-date>"
    content = odt.content(office.odt(body, styles=STYLES, meta=meta))
    first = content.pieces[0]
    assert [(first.text[k.start : k.end], k.target) for k in first.links] == [("our page", "https://example.org/a")]
    assert [(x.kind, x.author, x.date) for x in content.pieces[1:3]] == [
        ("comment", "Sam", "2024-03-05"),
        ("deletion", "Ada", "2024-03-05"),
    ]
    assert [x.text for x in content.pieces if x.kind == "furniture"] == ["Head"]
    assert content.metadata == {"title": "The plan", "author": "Ada", "date": "2024-03-05"}


MANIFEST = (
    b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/>'
    b"</m:file-entry></m:manifest>"
)
REFUSED = [
    ("a password", {"META-INF__manifest_xml": MANIFEST}, "password"),
    ("half a part", {"content_xml": b"<office"}, "damaged"),
    ("no text", {"content_xml": b"<x/>"}, "no text document"),
    ("an entity bomb", {"content_xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "entities"),
]


@pytest.mark.parametrize(("what", "files", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_reasons(tmp_path: Path, what: str, files: dict[str, bytes], says: str) -> None:
    path = tmp_path / "plan.odt"
    path.write_bytes(office.changed(office.odt(BODY), **files))
    with pytest.raises(UnreadableDocument, match=says):
        read(path)
