"""Blocks as HTML knows them: lists by depth, tables with their heads, headings without a gap, pages."""

from __future__ import annotations

from docmine.records import Block
from docmine.web.text.layout import Item, Line, Part, reading
from docmine.web.text.marks import Mark


def blocks(*given: tuple[str, str] | tuple[str, str, dict[str, object]]) -> list[Block]:
    """(kind, text, more) → blocks that stand one after the other."""
    made, at = [], 0
    for kind, text, *more in given:
        values = more[0] if more else {}
        made.append(Block(kind=kind, text=text, start=at, end=at + len(text), **values))
        at += len(text) + 1
    return made


def said(line: Line) -> str:
    return "".join(token.text for token in line.tokens if token.what == "text")


def tree(items: tuple[Item, ...] | list[Item]) -> list[object]:
    return [[said(item.line), *tree(item.inner)] for item in items]


def only(*given: tuple[str, str] | tuple[str, str, dict[str, object]]) -> tuple[Part, ...]:
    (page,) = reading(blocks(*given)).pages
    return page.parts


def test_headings_have_no_gap_and_begin_below_those_of_the_page() -> None:
    levels = [1, 4, 2, 6, 6, 6, 6]
    parts = only(*(("heading", "h", {"level": level}) for level in levels))
    assert [part.level for part in parts] == [3, 4, 4, 5, 6, 6, 6]


def test_bullets_are_one_list_by_their_depth() -> None:
    depths = [("a", 1), ("b", 2), ("c", 3), ("d", 2), ("e", 1), ("f", 3), ("g", 2)]
    (part,) = only(*(("list_item", text, {"level": depth, "marker": "•"}) for text, depth in depths))
    assert tree(part.items) == [["a", ["b", ["c"]], ["d"]], ["e", ["f"], ["g"]]]
    assert part.items[0].line.sign == ""


def test_signs_that_are_no_bullets_are_shown() -> None:
    (part,) = only(("list_item", "a", {"marker": "1."}), ("list_item", "b", {"marker": "b)"}))
    assert [item.line.sign for item in part.items] == ["1.", "b)"]


def test_a_table_has_the_head_that_it_begins_with() -> None:
    headers = {"headers": ("Service", "Wait")}
    (part,) = only(("table_row", "Service\tWait", headers), ("table_row", "OT\t6 weeks", headers))
    assert [said(cell) for cell in part.head] == ["Service", "Wait"]
    assert not part.repeated
    assert [[said(cell) for cell in row] for row in part.rows] == [["OT", "6 weeks"]]


def test_a_table_that_goes_on_is_told_its_head_again() -> None:
    headers = {"headers": ("Service", "Wait"), "page": 2}
    (part,) = only(("table_row", "OT\t6 weeks", headers))
    assert [said(cell) for cell in part.head] == ["Service", "Wait"]
    assert part.repeated


def test_marks_find_their_cell() -> None:
    (block,) = blocks(("table_row", "OT\t6 weeks"))
    ((row,),) = (part.rows for part in reading([block], [Mark(3, 10, "figure")]).pages[0].parts)
    assert [any(token.what == "mark" for token in cell.tokens) for cell in row] == [False, True]


def test_pages_and_what_stands_beside_the_text() -> None:
    found = reading(
        blocks(
            ("paragraph", "one", {"page": 1}),
            ("paragraph", "two", {"page": 2}),
            ("footnote", "note", {"page": 2, "marker": "3"}),
            ("comment", "why?", {"author": "A. Person", "date": "2024-05-03"}),
            ("furniture", "Page 1", {"page": 1}),
            ("deletion", "gone", {}),
        )
    )
    assert [(page.number, [part.what for part in page.parts]) for page in found.pages] == [
        (1, ["paragraph"]),
        (2, ["paragraph", "footnote"]),
    ]
    assert found.pages[1].parts[1].lines[0].sign == "Footnote 3"
    asides = {aside.title: [(line.sign, said(line)) for line in aside.lines] for aside in found.asides}
    assert asides == {
        "Comments": [("A. Person, 3 May 2024", "why?")],
        "Taken out by tracked changes": [("", "gone")],
        "Running heads, feet and page numbers": [("page 1", "Page 1")],
    }


def test_pages_without_text_are_shown_empty() -> None:
    found = reading(blocks(("paragraph", "two", {"page": 2}), ("paragraph", "four", {"page": 4})), count=5)
    assert [(page.number, len(page.parts)) for page in found.pages] == [(1, 0), (2, 1), (3, 0), (4, 1), (5, 0)]


def test_a_page_that_the_text_comes_back_to() -> None:
    found = reading(blocks(*(("paragraph", "x", {"page": page}) for page in (1, 2, 1))), count=2)
    assert [(page.number, page.again) for page in found.pages] == [(1, False), (2, False), (1, True)]


def test_nothing_to_read() -> None:
    assert reading([]).pages == ()
