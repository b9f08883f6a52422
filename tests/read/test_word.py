"""Word documents, from snippets of their XML: what a person sees when they open them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.read.office import word
from docmine.read.pieces import Content, Piece
from tests.read.office import changed, docx, p, r, replaced

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our section"/><w:basedOn w:val="berschrift1"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kin"><w:name w:val="Kin"/><w:basedOn w:val="Ours"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="Titre 2"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Headed"><w:name w:val="Headed"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
</w:tblStylePr></w:style>
"""
BODY = p("The board met in May and heard how the plan is going.")


def pieces(body: str, **parts: str) -> tuple[Piece, ...]:
    return word.content(docx(body, styles=STYLES, **parts)).pieces


def told(found: tuple[Piece, ...]) -> list[str]:
    """Each piece as "kind level marker | text"."""
    parts = ((x.kind, x.level, x.marker, "|", x.text) for x in found)
    return [" ".join(str(part) for part in piece if part is not None) for piece in parts]


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


HEADINGS = [
    # what, paragraph, its heading level
    ("a heading in a German Word", p("Our plan", styled("berschrift1")), 1),
    ("a style of their own, on a heading", p("Our plan", styled("Ours")), 2),
    ("a style on a style on a heading", p("Our plan", styled("Kin")), 2),
    ("a style of another program", p("Our plan", styled("Titre2")), 2),
    ("the title", p("Our plan", styled("T")), 1),
    ("an outline level of its own", p("Our plan", '<w:outlineLvl w:val="2"/>'), 3),
    ("body text by its outline level", p("Our plan", styled("Ours") + '<w:outlineLvl w:val="9"/>'), None),
    ("a short bold line", p("Our plan", run="<w:b/>"), 1),
    ("bold by a character style", p("Our plan", run='<w:rStyle w:val="Strong"/>'), 1),
    ("bold switched off", p("Our plan", run='<w:b w:val="0"/>'), None),
    ("a short underlined line", p("Our plan", run='<w:u w:val="single"/>'), 1),
    ("larger type", p("Our plan", run='<w:sz w:val="32"/>'), 1),
    ("larger type in a strict file", p("Our plan", run='<w:sz w:val="16pt"/>'), 1),
    ("a bold sentence", p("We will act.", run="<w:b/>"), None),
    ("a bold name and address", p("Ada Brook ada@example.org", run="<w:b/>"), None),
    ("a bold greeting", p("Dear parents", run="<w:b/>"), None),
    ("a bold first word only", f"<w:p>{r('Note ', '<w:b/>')}{r('that we act')}</w:p>", None),
    ("a paragraph in a heading's style", p(f"We {'will ' * 25}act.", styled("Ours")), None),
    ("a style that is based on itself", p("our plan", styled("Loop")), None),
]


@pytest.mark.parametrize(("what", "paragraph", "level"), HEADINGS, ids=[c[0] for c in HEADINGS])
def test_headings(what: str, paragraph: str, level: int | None) -> None:
    first = pieces(paragraph + BODY)[0]
    assert (first.kind, first.level) == ("heading" if level else "paragraph", level)


def test_a_line_by_its_look_stands_below_the_styled_headings() -> None:
    body = p("Our plan", styled("berschrift1")) + p("What is next", run="<w:b/>") + BODY
    assert [x.level for x in pieces(body)] == [1, 2, None]


def test_names_under_the_closing_of_a_letter_are_no_headings() -> None:
    body = BODY + p("Yours sincerely") + p("Ada Brook", run="<w:b/>") + p("Director of the service")
    assert [x.kind for x in pieces(body)] == ["paragraph"] * 4


def numbering(*levels: str, num: str = "") -> str:
    """One definition with these levels, used by the lists 1 and 2; `num` is in list 2."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{num}</w:num>'
    )


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{(depth + 1) * 720}"/></w:pPr></w:lvl>'
    )


def items(*places: str) -> str:
    """A paragraph for each "list.level": "1.0"."""
    return "".join(
        p(f"item {place}", f'<w:numPr><w:ilvl w:val="{place[2]}"/><w:numId w:val="{place[0]}"/></w:numPr>')
        for place in places
    )


LEGAL = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerRoman", "(%3)"))
LISTS = [
    # what, definition, list.level of each paragraph, the markers
    (
        "levels",
        LEGAL,
        ["1.0", "1.1", "1.1", "1.2", "1.2", "1.0", "1.1"],
        ["1.", "1.1", "1.2", "(i)", "(ii)", "2.", "2.1"],
    ),
    ("a level that nothing stands above", LEGAL, ["1.1", "1.1"], ["1.1", "1.2"]),
    ("two lists of one definition go on", LEGAL, ["1.0", "1.0", "2.0"], ["1.", "2.", "3."]),
    (
        "a list that begins anew",
        numbering(
            level(0, "decimal", "%1)"), num='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        ),
        ["1.0", "1.0", "2.0", "2.0"],
        ["1)", "2)", "1)", "2)"],
    ),
    (
        "a level below one that is to begin anew",
        numbering(
            level(0, "decimal", "%1."),
            level(1, "lowerLetter", "%1.%2"),
            num='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
        ),
        ["1.0", "2.1", "2.0"],
        ["1.", "1.a", "5."],
    ),
    ("letters", numbering(level(0, "lowerLetter", "%1)")), ["1.0", "1.0"], ["a)", "b)"]),
    (
        "a start of its own",
        numbering(level(0, "upperRoman", "%1.", '<w:start w:val="4"/>')),
        ["1.0", "1.0"],
        ["IV.", "V."],
    ),
    ("words around it", numbering(level(0, "decimal", "Action %1:")), ["1.0", "1.0"], ["Action 1:", "Action 2:"]),
    ("zeros", numbering(level(0, "decimalZero", "%1")), ["1.0"], ["01"]),
    ("ordinals", numbering(level(0, "ordinal", "%1")), ["1.0", "1.0", "1.0"], ["1st", "2nd", "3rd"]),
    (
        "digits throughout",
        numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")),
        ["1.0", "1.1"],
        ["I.", "1.1"],
    ),
    (
        "a level that counts on",
        numbering(level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')),
        ["1.0", "1.1", "1.0", "1.1"],
        ["1.", "1)", "2.", "2)"],
    ),
    (
        "bullets of symbol fonts",
        numbering(level(0, "bullet", "\uf0b7"), level(1, "bullet", "o")),
        ["1.0", "1.1"],
        ["•", "o"],
    ),
]


@pytest.mark.parametrize(("what", "definition", "places", "markers"), LISTS, ids=[c[0] for c in LISTS])
def test_lists_are_numbered_as_word_numbers_them(
    what: str, definition: str, places: list[str], markers: list[str]
) -> None:
    found = pieces(items(*places), numbering=definition)
    assert [x.marker for x in found] == markers
    assert [x.kind for x in found] == ["list_item"] * len(places)
    assert [x.level for x in found] == [int(place[2]) + 1 for place in places]


def test_an_empty_item_counts_and_a_line_break_does_not() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    broken = f"<w:p><w:pPr>{numbers}</w:pPr><w:r><w:t>one</w:t><w:br/><w:t>more</w:t></w:r></w:p>"
    found = pieces(broken + p("", numbers) + p("three", numbers), numbering=LEGAL)
    assert told(found) == ["list_item 1 1. | one more", "list_item 1 3. | three"]


def test_a_list_in_a_list_of_another_definition_is_deeper() -> None:
    bullets = (
        '<w:abstractNum w:abstractNumId="8">' + level(0, "bullet", "-").replace("720", "1440") + "</w:abstractNum>"
    )
    definition = bullets + LEGAL + '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
    found = pieces(items("1.0", "3.0", "1.0") + BODY + items("3.0"), numbering=definition)
    assert [x.level for x in found] == [1, 2, 1, None, 1]


def test_numbered_headings_keep_their_number_apart() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = pieces(p("Our plan", styled("berschrift1") + numbers) + BODY, numbering=LEGAL)
    assert told(found)[0] == "heading 1 1. | Our plan"


def field(code: str, result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{r(result)}{end}"


TEXTS = [
    # what, the inside of a paragraph, the text
    ("tabs", r("Owner:") + "<w:r><w:tab/></w:r>" + r("Ada"), "Owner: Ada"),
    (
        "hyphens",
        "<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>use co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>",
        "re-use cooperation",
    ),
    ("hidden text", r("We act") + r(" never", "<w:vanish/>") + r("."), "We act."),
    ("text hidden by its style", r("We act.") + r(" No.", '<w:rStyle w:val="Secret"/>'), "We act."),
    ("a symbol", '<w:r><w:t>5 </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 3</w:t></w:r>', "5 ≥ 3"),
    ("a tick", '<w:r><w:t>All </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "All ✓"),
    ("a field's result", r("Page ") + field(" PAGE ", "3"), "Page 3"),
    ("a field in a field's code", field(f" IF {field('PAGE', '3')} = 1 ", "first"), "first"),
    ("a simple field", f'<w:fldSimple w:instr=" DATE ">{r("5 May")}</w:fldSimple>', "5 May"),
    ("a content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('chosen')}</w:sdtContent></w:sdt>", "chosen"),
    (
        "a control that nobody filled in",
        r("Date: ")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>",
        "Date:",
    ),
    ("a raised digit", r("60 m") + r("2", '<w:vertAlign w:val="superscript"/>'), "60 m²"),
    ("a raised ending", r("1") + r("st", '<w:vertAlign w:val="superscript"/>') + r(" May"), "1st May"),
    ("a formula", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    ("inserted and moved text", f"<w:ins>{r('We ')}</w:ins><w:moveTo>{r('act.')}</w:moveTo>", "We act."),
    ("ligatures", r("ﬁnal oﬃce"), "final office"),
]


def test_struck_out_words_stand_apart() -> None:
    found = pieces(f"<w:p>{r('We hire ')}{r('ten ', '<w:strike/>')}{r('five.')}</w:p>")
    assert [(b.kind, b.text) for b in found] == [("paragraph", "We hire five."), ("deletion", "ten")]


@pytest.mark.parametrize(("what", "inside", "text"), TEXTS, ids=[c[0] for c in TEXTS])
def test_text(what: str, inside: str, text: str) -> None:
    assert [x.text for x in pieces(f"<w:p>{inside}</w:p>")] == [text]


def test_a_field_that_never_ends_does_not_swallow_the_rest() -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + BODY
    assert len(pieces(body)) == 1


def test_a_large_initial_belongs_to_its_word() -> None:
    assert [x.text for x in pieces(p("W", '<w:framePr w:dropCap="drop"/>') + p("e will act."))] == ["We will act."]


LINKS = [
    ("a hyperlink", f'<w:hyperlink r:id="x">{r("our ")}{r("page")}</w:hyperlink>', ["our page"]),
    ("a field", field(' HYPERLINK "https://example.org/a" ', "our page"), ["our page"]),
    ("a field with a frame", field(r' HYPERLINK \t "_blank" "https://example.org/a" ', "our page"), ["our page"]),
    ("a place in the same document", f'<w:hyperlink w:anchor="top">{r("up")}</w:hyperlink>', []),
    ("a field to such a place", field(r' HYPERLINK \l "top" ', "up"), []),
]


@pytest.mark.parametrize(("what", "inside", "linked"), LINKS, ids=[c[0] for c in LINKS])
def test_links(what: str, inside: str, linked: list[str]) -> None:
    data = docx(f"<w:p>{r(' See ')}{inside}{r(' for more.')}</w:p>", links={"x": "https://example.org/a"})
    content = word.content(data)
    piece = content.pieces[0]
    assert [piece.text[k.start : k.end] for k in piece.links] == linked
    assert content.links == (("https://example.org/a",) if linked else ())


def cell(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text, run=run)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


LOOK = '<w:tblStyle w:val="Headed"/><w:tblLook w:firstRow="1"/>'
SPAN, START, GOES_ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEAD = "<w:tblHeader/>"
SIZE_11 = '<w:sz w:val="22"/>'
SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
TABLES = [
    # what, table, its rows as (text, headers)
    (
        "marked head",
        table(row(cell("Year 1"), cell("Year 2"), properties=HEAD), row(cell("5"), cell("6"))),
        [("Year 1\tYear 2", ("Year 1", "Year 2")), ("5\t6", ("Year 1", "Year 2"))],
    ),
    (
        "head by the table's style",
        table(row(cell("2023"), cell("2024")), row(cell("5"), cell("6")), properties=LOOK),
        [("2023\t2024", ("2023", "2024")), ("5\t6", ("2023", "2024"))],
    ),
    (
        "a hidden row and a deleted cell",
        table(
            row(cell("School"), cell("Plans"), properties=HEAD),
            row(cell("Ash"), cell("1")),
            row(cell("Elm"), cell("2"), properties="<w:hidden/>"),
            row(cell("Oak"), cell("3", '<w:cellDel w:id="1" w:author="Ada"/>')),
        ),
        [
            ("School\tPlans", ("School", "Plans")),
            ("Ash\t1", ("School", "Plans")),
            ("Oak\t", ("School", "Plans")),
            ("3", ()),
        ],
    ),
    (
        "figures in the first row: no head",
        table(row(cell("1"), cell("Ada")), row(cell("2"), cell("Sam"))),
        [("1\tAda", ()), ("2\tSam", ())],
    ),
    (
        "a head over two columns",
        table(
            row(cell("School"), cell("Plans", SPAN), properties=HEAD),
            row(cell(""), cell("May"), cell("June"), properties=HEAD),
            row(cell("Ash"), cell("1"), cell("2")),
        ),
        [
            ("School\tPlans\t", ("School", "Plans May", "Plans June")),
            ("\tMay\tJune", ("School", "Plans May", "Plans June")),
            ("Ash\t1\t2", ("School", "Plans May", "Plans June")),
        ],
    ),
    (
        "a label over two rows is said of each",
        table(
            row(cell("Area"), cell("School"), properties=HEAD),
            row(cell("North", START), cell("Ash")),
            row(cell("", GOES_ON), cell("Elm")),
        ),
        [("Area\tSchool", ("Area", "School")), ("North\tAsh", ("Area", "School")), ("North\tElm", ("Area", "School"))],
    ),
    (
        "a shaded first row",
        table(
            row(cell("2023", SHADED), cell("2024", SHADED)),
            row(cell("12 plans"), cell("14 plans")),
        ),
        [("2023\t2024", ("2023", "2024")), ("12 plans\t14 plans", ("2023", "2024"))],
    ),
    (
        "rows that are all shaded",
        table(row(cell("2023", SHADED), cell("12", SHADED)), row(cell("2024", SHADED), cell("14", SHADED))),
        [("2023\t12", ()), ("2024\t14", ())],
    ),
    (
        "paragraphs of a cell",
        table(
            row(cell("Aim"), cell("Step"), properties=HEAD), row(cell("Speed"), f"<w:tc>{p('Write')}{p('Call')}</w:tc>")
        ),
        [("Aim\tStep", ("Aim", "Step")), ("Speed\tWrite Call", ("Aim", "Step"))],
    ),
    (
        "prose over two rows is said once",
        table(
            row(cell("Aim"), cell("Step"), properties=HEAD),
            row(cell("Every family hears from us within two weeks of asking.", START), cell("Write")),
            row(cell("", GOES_ON), cell("Call")),
        ),
        [
            ("Aim\tStep", ("Aim", "Step")),
            ("Every family hears from us within two weeks of asking.\tWrite", ("Aim", "Step")),
            ("\tCall", ("Aim", "Step")),
        ],
    ),
]


@pytest.mark.parametrize(("what", "made", "rows"), TABLES, ids=[c[0] for c in TABLES])
def test_tables(what: str, made: str, rows: list[tuple[str, tuple[str, ...]]]) -> None:
    found = pieces(made)
    assert [(x.text, x.headers) for x in found] == rows
    assert {x.kind for x in found} - {"deletion"} == {"table_row"}


def test_a_table_for_layout_is_read_as_text() -> None:
    inner = table(row(cell("A"), cell("B")), row(cell("c"), cell("d")))
    made = table(row(f"<w:tc>{p('Our plan', styled('Ours'))}{BODY}</w:tc>", f"<w:tc>{inner}</w:tc>"))
    assert [x.kind for x in pieces(made)] == ["heading", "paragraph", "table_row", "table_row"]


def test_the_bullets_of_a_cell_stay_in_it() -> None:
    actions = f"<w:tc>{p('We will:')}{items('1.0', '1.0')}</w:tc>"
    made = table(row(cell("Aim"), cell("Action"), properties=HEAD), row(cell("Speed"), actions))
    assert told(pieces(made, numbering=LEGAL)) == [
        "table_row | Aim\tAction",
        "table_row | Speed\tWe will: 1. item 1.0 2. item 1.0",
    ]


def test_a_head_that_is_repeated_is_furniture() -> None:
    made = table(
        row(cell("Aim"), cell("Step"), properties=HEAD),
        *2 * (row(cell("a"), cell("b")), row(cell("Aim"), cell("Step"))),
    )
    assert [x.kind for x in pieces(made)] == ["table_row", "table_row", "furniture", "table_row", "furniture"]


def test_names_side_by_side_under_the_closing_of_a_letter_name_no_columns() -> None:
    made = table(row(cell("Ada Brook"), cell("Jo Pell")), row(cell("Director"), cell("Chair")))
    assert [x.headers for x in pieces(p("Yours sincerely") + made)] == [(), (), ()]


def test_a_table_in_small_type_does_not_make_the_text_headings() -> None:
    small = '<w:sz w:val="16"/>'
    rows = (row(cell("Schools that take a class more", run=small), cell("J Pell", run=small)) for _ in range(9))
    text = p("Minutes of the meeting held in the Corn Hall on Friday", run=SIZE_11)
    names = "".join(p(f"Ada Brook, Kiln Lane School {n}", run=SIZE_11) for n in range(4))
    found = pieces(text + names + table(*rows))
    assert {x.kind for x in found} == {"paragraph", "table_row"}


@pytest.mark.parametrize(
    "text", ["Action: J Roe to bring the plan on 9 March", "JP to write to schools", "Action: Finance"]
)
def test_a_task_in_bold_is_no_heading(text: str) -> None:
    assert next(x.kind for x in pieces(p(text, run="<w:b/>") + BODY)) == "paragraph"


def test_links_in_a_row_stand_at_their_words() -> None:
    linked = f'<w:tc><w:p><w:hyperlink r:id="x">{r("our page")}</w:hyperlink></w:p></w:tc>'
    made = table(row(cell("What"), cell("Where"), properties=HEAD), row(cell("The plan"), linked))
    piece = word.content(docx(made, links={"x": "https://example.org"})).pieces[1]
    assert [piece.text[k.start : k.end] for k in piece.links] == ["our page"]


def box(inner: str, offset: int = 0) -> str:
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{offset}</wp:posOffset></wp:positionV><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )


BOXES = [
    ("in both drawings: once", box(p("Boxed.")), ["Boxed.", "Text."]),
    (
        "in the old drawing only",
        f"<w:pict><v:textbox><w:txbxContent>{p('Old.')}</w:txbxContent></v:textbox></w:pict>",
        ["Old.", "Text."],
    ),
    ("from top to bottom", box(p("Low."), 9000) + box(p("High."), 10), ["High.", "Low.", "Text."]),
    ("a box in a box", box(f"<w:p><w:r>{box(p('Inner.'))}</w:r>{r('Outer.')}</w:p>"), ["Inner.", "Outer.", "Text."]),
]


@pytest.mark.parametrize(("what", "drawn", "texts"), BOXES, ids=[c[0] for c in BOXES])
def test_text_boxes(what: str, drawn: str, texts: list[str]) -> None:
    assert [x.text for x in pieces(f"<w:p><w:r>{drawn}</w:r>{r('Text.')}</w:p>")] == texts


def note(kind: str, name: int, text: str) -> str:
    return f'<w:{kind} w:id="{name}">{p(text)}</w:{kind}>'


def test_footnotes_stand_at_the_end_of_their_section_and_endnotes_at_the_end() -> None:
    def mark(kind: str, name: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'

    body = (
        f"<w:p>{r('We act')}{mark('footnote', 2)}{r(' soon')}{mark('endnote', 2)}{r('.')}</w:p>{BODY}"
        + p("Next", styled("berschrift1"))
        + f"<w:p>{r('More')}{mark('footnote', 3)}{r('.')}</w:p>"
    )
    found = pieces(
        body,
        footnotes=note("footnote", 3, "Second.") + note("footnote", 2, "First.") + note("footnote", 9, "Unused."),
        endnotes=note("endnote", 2, "At the end."),
    )
    assert told(found) == [
        "paragraph | We act¹ soonⁱ.",
        "paragraph | The board met in May and heard how the plan is going.",
        "footnote ¹ | First.",
        "heading 1 | Next",
        "paragraph | More².",
        "footnote ² | Second.",
        "footnote ⁱ | At the end.",
    ]


def change(tag: str, inner: str, who: str = "Ada Brook") -> str:
    return f'<w:{tag} w:author="{who}" w:date="2024-03-05T10:00:00Z">{inner}</w:{tag}>'


DELETED = "<w:r><w:delText>{}</w:delText></w:r>"
GONE = change("del", "")
CHANGES = [
    # what, body, the text, the deletions
    ("words", f"<w:p>{r('We ')}{change('del', DELETED.format('may '))}{r('act.')}</w:p>", ["We act."], ["may"]),
    ("words moved away", f"<w:p>{change('moveFrom', r('Old. '))}{r('We act.')}</w:p>", ["We act."], ["Old."]),
    (
        "words of two people",
        f"<w:p>{r('A')}{change('del', DELETED.format('x'))}{change('del', DELETED.format('y'), 'Sam')}</w:p>",
        ["A"],
        ["x", "y"],
    ),
    (
        "the end of a paragraph",
        f"<w:p><w:pPr><w:rPr>{GONE}</w:rPr></w:pPr>{r('We ')}</w:p>{p('act.')}",
        ["We act."],
        [],
    ),
    (
        "a whole paragraph",
        f"<w:p><w:pPr><w:rPr>{GONE}</w:rPr></w:pPr>{change('del', DELETED.format('Gone.'))}</w:p>{p('Here.')}",
        ["Here."],
        ["Gone."],
    ),
    (
        "a row of a table",
        table(row(cell("A"), cell("B")), row(cell("c"), cell("d")), row(cell("e"), cell("f"), properties=GONE)),
        ["A\tB", "c\td"],
        ["e f"],
    ),
]


@pytest.mark.parametrize(("what", "body", "texts", "deleted"), CHANGES, ids=[c[0] for c in CHANGES])
def test_tracked_changes_are_accepted(what: str, body: str, texts: list[str], deleted: list[str]) -> None:
    found = pieces(body)
    assert [x.text for x in found if x.kind != "deletion"] == texts
    gone = [x for x in found if x.kind == "deletion"]
    assert [x.text for x in gone] == deleted
    assert all(x.date == "2024-03-05" and x.author in ("Ada Brook", "Sam") for x in gone)


def test_comments_come_with_their_answers() -> None:
    def comment(name: int, who: str, text: str) -> str:
        inner = p(text).replace("<w:p>", f'<w:p w14:paraId="0{name}">')
        return f'<w:comment w:id="{name}" w:author="{who}" w:date="2024-03-05T10:00:00Z">{inner}</w:comment>'

    found = pieces(
        BODY,
        comments=comment(1, "Ada", "Is it so?") + comment(2, "Sam", "And this?") + comment(3, "Kim", "It is."),
        commentsExtended='<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="01"/><w15:commentEx w15:paraId="03" w15:paraIdParent="01"/></w15:commentsEx>',
    )
    assert [(x.text, x.level, x.author, x.date) for x in found if x.kind == "comment"] == [
        ("Is it so?", 1, "Ada", "2024-03-05"),
        ("It is.", 2, "Kim", "2024-03-05"),
        ("And this?", 1, "Sam", "2024-03-05"),
    ]


@pytest.mark.parametrize(("switch", "shown"), [("", ["Head", "DRAFT"]), ("<w:titlePg/>", ["Head", "DRAFT", "First"])])
def test_heads_and_feet_stand_apart(switch: str, shown: list[str]) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="first" r:id="footer"/>'
    )
    mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
    found = pieces(f"{BODY}{section}{switch}</w:sectPr>", header=p("Head") + mark, footer=p("First"))
    assert [x.text for x in found if x.kind == "furniture"] == shown


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>The plan</dc:title><dc:creator>Ada Brook</dc:creator>"
    "<dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
)


def test_properties() -> None:
    content = word.content(changed(docx(BODY), docProps__core_xml=CORE.encode()))
    assert content.metadata == {"title": "The plan", "author": "Ada Brook", "date": "2024-03-05"}


STRICT = replaced(
    replaced(
        docx(p("Our plan", styled("Ours")) + BODY, styles=STYLES),
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/",
)


def test_strict_files_read_like_any_other() -> None:
    assert [x.kind for x in word.content(STRICT).pieces] == ["heading", "paragraph"]


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx"])
def test_files_with_macros_and_templates_are_word_documents(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(docx(BODY))
    assert read(path).text.startswith("The board met")


DAMAGED = [
    ("properties", {"docProps__core_xml": b"<cp:core"}, "The author and dates of the file could not be read"),
    ("comments", {"word__comments_xml": b"\x00"}, "The comments could not be read"),
    ("styles", {"word__styles_xml": b""}, "The styles of the text could not be read"),
    ("a part that is missing", {"word__comments_xml": None}, ""),
]


@pytest.mark.parametrize(("what", "files", "warning"), DAMAGED, ids=[c[0] for c in DAMAGED])
def test_a_damaged_part_does_not_cost_the_text(what: str, files: dict[str, bytes | None], warning: str) -> None:
    content: Content = word.content(changed(docx(BODY, comments="", styles=STYLES), **files))
    assert content.pieces[0].text.startswith("The board met")
    assert "".join(content.warnings).startswith(warning)
    assert bool(content.warnings) == bool(warning)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
REFUSED = [
    # what, the main part, what the reason says
    ("an entity bomb", f"{BOMB}<w:document>&b;</w:document>".encode(), "entities"),
    ("an entity bomb in UTF-16", f"{BOMB}<w:document>&b;</w:document>".encode("utf-16"), "entities"),
    ("much packed into little", b"<w:document>" + b" " * 40_000_000 + b"</w:document>", "unpacks to 40 MB"),
    ("elements in elements", b"<w>" * 5000, "damaged"),
    ("half a part", b"<w:document><w:body>", "damaged"),
]


@pytest.mark.parametrize(("what", "part", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_a_file_made_to_harm_ends_in_a_sentence(tmp_path: Path, what: str, part: bytes, says: str) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(changed(docx(BODY), word__document_xml=part))
    with pytest.raises(UnreadableDocument, match=says):
        read(path)


CHART = """<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><a:t>Plans on time</a:t></c:title>
<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>Share</c:v></c:pt></c:strCache></c:strRef></c:tx>
<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>May</c:v></c:pt></c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode><c:pt idx="0"><c:v>0.65000000000000002</c:v></c:pt>
</c:numCache></c:numRef></c:val></c:ser></c:chart></c:chartSpace>"""


def test_a_chart_is_what_it_shows() -> None:
    drawn = '<w:p><w:r><w:drawing><wp:inline><c:chart r:id="chart"/></wp:inline></w:drawing></w:r></w:p>'
    found = pieces(drawn, chart=CHART)
    assert told(found) == ["caption | Plans on time", "table_row | \tShare", "table_row | May\t65%"]
    assert found[2].headers == ("", "Share")


DESCRIPTIONS = [
    ("A family and a case worker look at a plan together", True),
    ("A picture containing text\n\nDescription automatically generated", False),
    ("IMG_2034.jpg", False),
    ("Logo of the council and its partners in the area", False),
]


@pytest.mark.parametrize(("description", "kept"), DESCRIPTIONS)
def test_pictures_are_told_by_people_only(description: str, kept: bool) -> None:
    drawn = (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{description}"/></wp:inline></w:drawing></w:r></w:p>'
    )
    assert bool([x for x in pieces(drawn + BODY) if x.kind == "caption"]) == kept
