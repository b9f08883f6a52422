from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from docmine.report.html.render import rendered
from docmine.report.markdown import written
from docmine.report.markdown.signs import plain, table
from docmine.report.story.story import Story

CASES = [
    ("*bold* _it_", "\\*bold\\* \\_it\\_"),
    ("<b>", "\\<b\\>"),
    ("a\tb", "a \\| b"),
    ("# head", "\\# head"),
    ("- item", "\\- item"),
    ("1. item", "\\1. item"),
    ("[a](javascript:x)", "\\[a\\](javascript:x)"),
    ("&lt;", "\\&lt;"),
    ("two\nlines", "two lines"),
]


@pytest.mark.parametrize(("text", "made"), CASES)
def test_signs_are_taken_from_a_text(text: str, made: str) -> None:
    assert plain(text) == made


def test_a_table_has_a_head_and_rows() -> None:
    assert table(["a", "b"], [["1", "2"]]) == ["| a | b |", "| --- | --- |", "| 1 | 2 |", ""]


def test_it_tells_what_the_page_tells(told: Story) -> None:
    made = written(told)
    tokens = MarkdownIt("commonmark").enable("table").parse(made)
    headings = [
        tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open" and t.tag in ("h1", "h2")
    ]
    page = rendered(told, {}, 0)
    assert headings[0] == told.title
    assert all(heading in page for heading in headings[1:])
    shown = " ".join(t.content for token in tokens for t in token.children or () if t.type in ("text", "text_special"))
    squeezed = "".join(shown.split())
    for promise in told.promises:
        for mention in (*promise.mentions, *promise.perhaps):
            assert "".join(mention.text.replace("\t", "|").split()) in squeezed
            assert mention.cite.sha256 in squeezed
    for one in told.sums:
        assert "".join(one.shown.split()) in squeezed


def test_it_ends_in_one_line_break(told: Story, tmp_path: Path) -> None:
    assert written(told).endswith(".\n")
