"""RTF, from snippets."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.read.office import rtf
from docmine.read.pieces import Content
from tests.read.test_word import told

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s3 Title;}{\s4 caption;}}"
    r"{\info{\title The plan}{\author Ada Brook}{\creatim\yr2024\mo3\dy5}}{\*\revtbl{Unknown;}{Ada Brook;}}"
    r"{\header Head\par}{\footer Foot\par}"
)
BODY = r"\pard\plain The board met in May and heard how the plan is going.\par "


def content(body: str) -> Content:
    return rtf.content(f"{HEAD}{body}}}".encode("latin-1"))


CASES = [
    # what, body, the pieces
    ("a heading by its style", r"\pard\s1 Our plan\par" + BODY, ["heading 1 | Our plan"]),
    ("a heading by its style's name", r"\pard\s2 Our plan\par" + BODY, ["heading 2 | Our plan"]),
    ("the title", r"\pard\s3 Our plan\par" + BODY, ["heading 1 | Our plan"]),
    ("a bold line", r"\pard{\b Our plan}\par" + BODY, ["heading 1 | Our plan"]),
    ("bold ends with its group", r"\pard{\b Our} plan\par" + BODY, ["paragraph | Our plan"]),
    ("larger type", r"\pard\fs40 Our plan\par" + BODY, ["heading 1 | Our plan"]),
    (
        "accents and quotes",
        r"\pard Caf\'e9 \ldblquote x\rdblquote  \u8217?s \u-10179?\u-8704?\par",
        ["paragraph | Café “x” ’s 😀"],
    ),
    ("Cyrillic", r"\pard{\f2 \'c4\'e0}\par", ["paragraph | Да"]),
    ("hyphens and spaces", r"\pard re\_use co\-operation a\~b\tab c\par", ["paragraph | re-use cooperation a b c"]),
    ("line breaks", r"\pard one\line two\par", ["paragraph | one", "paragraph | two"]),
    ("hidden text", r"\pard We act{\v not}.\par", ["paragraph | We act."]),
    ("raised digits", r"\pard 60 m{\super 2}\par", ["paragraph | 60 m²"]),
    (
        "numbers",
        r"\pard{\listtext\pard 1.\tab}\ls1 one\par{\listtext 2.\tab}two\par",
        ["list_item 1 1. | one", "list_item 1 2. | two"],
    ),
    ("bullets of a symbol font", r"\pard{\listtext\f1 \'b7\tab}\ls1\ilvl1 deep\par", ["list_item 2 • | deep"]),
    ("bullets of old Word", r"\pard{\pntext\f1\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}one\par", ["list_item 1 • | one"]),
    (
        "a footnote",
        r"\pard We act{\super\chftn}{\footnote\pard{\super\chftn} A note.}.\par",
        ["paragraph | We act¹.", "footnote ¹ | A note."],
    ),
    ("pictures", r"\pard{\pict\pngblip 0A0B}{\*\shppict{\pict\bin4 }}}}}}We act.\par", ["paragraph | We act."]),
    ("unknown groups", r"\pard{\*\unknown x}We act.\par", ["paragraph | We act."]),
    (
        "a text box",
        r"\pard{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt Boxed.\par}}{\shprslt Old.}}We act.\par",
        ["paragraph | Boxed.", "paragraph | We act."],
    ),
    (
        "a table",
        r"\trowd\trhdr\cellx1\cellx2\pard\intbl 2023\cell 2024\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl 1\cell 2\cell\row" + BODY,
        [
            "table_row | 2023\t2024",
            "table_row | 1\t2",
            "paragraph | The board met in May and heard how the plan is going.",
        ],
    ),
    (
        "a table in a cell is layout",
        r"\trowd\cellx9\pard\intbl Out.\par\pard\intbl\itap2 A\nestcell B\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}\pard\intbl\itap2 1\nestcell 2\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}\pard\intbl\cell\row",
        ["paragraph | Out.", "table_row | A\tB", "table_row | 1\t2"],
    ),
    (
        "changes",
        r"\pard We {\deleted\revauthdel1\revdttmdel130230272 may }{\revised\revauth1 do} act.\par",
        ["paragraph | We do act.", "deletion | may"],
    ),
    (
        "struck through",
        r"\pard We act {\strike at once }soon\strike  or never\strike0 .\par",
        ["paragraph | We act soon.", "deletion | at once or never"],
    ),
    ("a deleted end of a paragraph", r"\pard We {\deleted\par}act.\par", ["paragraph | We act."]),
    (
        "a comment",
        r"\pard We act.{\*\atnid S}{\*\atnauthor Sam}\chatn{\*\annotation{\*\atndate 130230272}Is it so?}\par",
        ["paragraph | We act.", "comment 1 | Is it so?"],
    ),
    ("text behind the last group", r"\pard We act.\par}}\pard More", ["paragraph | We act."]),
]


@pytest.mark.parametrize(("what", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_pieces(what: str, body: str, expected: list[str]) -> None:
    found = told(content(body).pieces)
    assert found[: len(expected)] == expected
    assert found[-2:] == ["furniture | Head", "furniture | Foot"]


def test_links_authors_and_properties() -> None:
    made = content(
        r"\pard See {\field{\*\fldinst{HYPERLINK \\t \"_blank\" \"https://example.org/a\"}}{\fldrslt{\ul our page}}}. "
        r"{\deleted\revauthdel1\revdttmdel130230272 x}\par".replace(r"\"", '"')
    )
    first = made.pieces[0]
    assert [(first.text[k.start : k.end], k.target) for k in first.links] == [("our page", "https://example.org/a")]
    assert [(x.author, x.date) for x in made.pieces if x.kind == "deletion"] == [("Ada Brook", "2024-03-05")]
    assert made.metadata == {"title": "The plan", "author": "Ada Brook", "date": "2024-03-05"}


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1 {\\pict 00}}", b"{\\rtf1" + b"{" * 100_000])
def test_nothing_to_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.rtf"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match="no text"):
        read(path)
