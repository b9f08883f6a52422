"""Sentences and passages: never across a block, each with the headings above it."""

from __future__ import annotations

import pytest

from docmine import segment
from docmine.extract import analyse, load
from docmine.outline import heading_paths, list_stems, page_at
from docmine.records import Block, BlockKind, Box, Document
from docmine.settings import Settings


def document(*parts: tuple[BlockKind, str, int | None]) -> Document:
    """A document of (kind, text, level) blocks."""
    blocks: list[Block] = []
    text = ""
    for kind, words, level in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(kind=kind, text=words, start=len(text), end=len(text) + len(words), level=level))
        text += words
    return Document(name="t.txt", path=None, sha256="0", media_type="text/plain", text=text, blocks=tuple(blocks))


def sentences(made: Document) -> list[str]:
    doc = analyse(load(Settings().spacy_model), made)
    return [s.text for s in segment.sentences(made, doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("We met Dr. Okoro at 3 p.m. on Friday.", ["We met Dr. Okoro at 3 p.m. on Friday."]),
        ("See No. 7 for more.", ["See No. 7 for more."]),  # an abbreviation before a number
        ("It rose by 4.5 weeks. Then it fell.", ["It rose by 4.5 weeks.", "Then it fell."]),
        ("“Is it open?” she asked.", ["“Is it open?” she asked."]),  # a small letter goes on
        ("“It is open.” The door shut.", ["“It is open.”", "The door shut."]),
        ("Ends without a stop", ["Ends without a stop"]),
        ("Who pays? We do! Of course.", ["Who pays?", "We do!", "Of course."]),
    ],
)
def test_sentences_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert sentences(document(("paragraph", text, None))) == expected


def test_no_sentence_crosses_a_block_and_headings_and_short_rows_stay_whole() -> None:
    made = document(
        ("heading", "Waits. Now and then", 1),
        ("paragraph", "Waits fell", None),
        ("list_item", "and rose. Again", 1),
        ("table_row", "Reviews done\t91%\tMay. 2022", None),
    )
    assert sentences(made) == [
        "Waits. Now and then",
        "Waits fell",
        "and rose.",
        "Again",
        "Reviews done\t91%\tMay. 2022",
    ]


def test_a_long_cell_is_read_as_prose() -> None:
    cell = "Leaders should publish the plan and tell every family about it soon. They should also meet them."
    assert sentences(document(("table_row", f"The council\t{cell}", None))) == [
        "The council",
        "Leaders should publish the plan and tell every family about it soon.",
        "They should also meet them.",
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Replace fans in: • the hall • the annex", ["Replace fans in:", "• the hall", "• the annex"]),
        ("We will: 1. Write. 2. Publish the plan.", ["We will:", "1. Write.", "2. Publish the plan."]),
        ("We will: – write – publish", ["We will:", "– write", "– publish"]),
        ("a) Write b) Publish", ["a) Write", "b) Publish"]),
        ("Open – if at all – in May", ["May\tOpen – if at all – in May\tDone"]),
        ("See part 2. Write", ["May\tSee part 2. Write\tDone"]),
    ],
)
def test_each_bullet_of_a_cell_is_a_sentence(cell: str, expected: list[str]) -> None:
    whole = len(expected) == 1
    found = sentences(document(("table_row", f"May\t{cell}\tDone", None)))
    assert found == (expected if whole else ["May", *expected, "Done"])


def test_furniture_is_no_sentence() -> None:
    assert sentences(document(("paragraph", "Body.", None), ("furniture", "Page 3", None))) == ["Body."]


@pytest.mark.parametrize(
    ("most", "expected"),
    [(100, ["It is open. We are glad. You may come."]), (4, ["It is open. We are glad.", "You may come."])],
)
def test_a_passage_ends_with_the_sentence_that_passes_the_limit(most: int, expected: list[str]) -> None:
    made = document(("heading", "Top", 1), ("paragraph", "It is open. We are glad. You may come.", None))
    doc = analyse(load(Settings().spacy_model), made)
    passages = segment.passages(made, segment.sentences(made, doc), most)
    assert [p.text for p in passages] == expected
    assert {p.headings for p in passages} == {("Top",)}
    assert passages[0].context.startswith("Top\n")


def test_headings_nest_by_level() -> None:
    made = document(
        ("heading", "A", 1),
        ("heading", "B", 2),
        ("paragraph", "x", None),
        ("heading", "C", 2),
        ("paragraph", "y", None),
        ("heading", "D", 1),
        ("paragraph", "z", None),
        ("furniture", "1", None),
    )
    assert heading_paths(made.blocks) == [(), ("A",), ("A", "B"), ("A",), ("A", "C"), (), ("D",), ()]


def test_stems_reach_nested_bullets_and_end_with_the_list() -> None:
    made = document(
        ("paragraph", "We will:", None),
        ("list_item", "open the centre", 1),
        ("list_item", "train:", 1),
        ("list_item", "nurses", 2),
        ("list_item", "report back", 1),
        ("paragraph", "That is all.", None),
        ("list_item", "apart", 1),
    )
    assert list_stems(made.blocks) == [None, "We will:", "We will:", "train:", "We will:", None, None]


def test_the_bullets_of_a_cell_have_its_words_as_stem() -> None:
    made = document(("table_row", "Tarn Trust\tThis should include:", None), ("list_item", "advice", 1))
    assert list_stems(made.blocks) == [None, "This should include:"]


def test_a_block_that_runs_on_has_the_page_of_each_word() -> None:
    boxes = tuple(Box(start, start + 3, page, 0, 0, 1, 1) for start, page in ((10, 1), (14, 2)))
    block = Block(kind="paragraph", text="abc def", start=10, end=17, page=1, boxes=boxes)
    assert [page_at(block, offset) for offset in (10, 12, 14, 16)] == [1, 1, 2, 2]
