"""The report and the workbook of an index in which everything is hostile."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from markdown_it import MarkdownIt

from docmine.index import Index
from docmine.index.account import Account
from docmine.report.html.render import rendered
from docmine.report.markdown import written
from docmine.report.story.story import Story, story
from tests.hostile.pages import faults, shown
from tests.hostile.shelf import STORED
from tests.hostile.texts import replaced, unsafe

SHORT = {name: text for name, text in STORED.items() if len(text) < 150}


def flat(text: str) -> str:
    return " ".join(replaced(re.sub(r"\s", " ", text.replace("\t", " | "))).split())


@pytest.fixture(scope="module")
def told(account: Account) -> Story:
    return story(account)


@pytest.fixture(scope="module")
def page(told: Story) -> str:
    return rendered(told, {}, 0)


def test_nothing_on_the_page_comes_from_a_document_but_text(page: str) -> None:
    assert faults(page) == []
    assert "default-src 'none'" in page


def test_every_text_stands_on_the_page(page: str) -> None:
    words = shown(page)
    assert [name for name, text in SHORT.items() if flat(text) not in words] == []


def test_markdown_has_the_texts_and_none_is_markup(told: Story) -> None:
    made = written(told)
    assert not unsafe(made)
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(made)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {"html_block", "html_inline", "image", "code_inline", "fence", "code_block", "s_open"}
    assert not [t for t in inline if t.type == "link_open" and not re.match(r"#|https?:", str(t.attrs["href"]))]
    words = " ".join(" ".join(token.content for token in inline if token.type in ("text", "text_special")).split())
    letters = re.sub(r"\s", "", words)
    assert [name for name, text in SHORT.items() if re.sub(r"\s", "", flat(text)) not in letters] == []


def test_every_text_stands_in_the_workbook_and_no_cell_is_a_formula(hostile: Index, account: Account) -> None:
    book = openpyxl.load_workbook(io.BytesIO(hostile.workbook(account)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    values = {cell.value for cell in cells}
    wanted = {name: replaced(text).replace("\t", " | ") for name, text in STORED.items()}
    assert [name for name, text in wanted.items() if text not in values] == []
    assert not [cell for cell in cells if isinstance(cell.value, str) and unsafe(cell.value)]
    targets = {cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target}
    assert not [target for target in targets if not re.match(r"https?://[a-z.]+/|FILE:///nowhere/", target)]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>plain &lt;script&gt; <b>bold</b></p>", []),
        ("<script>alert(1)</script>", ["<script>"]),
        ("<blink>x</blink>", ["<blink>"]),
        ("<p onclick='alert(1)'>x</p>", ["onclick='alert(1)'"]),
        ("<p style='color:red'>x</p>", ["style='color:red'"]),
        ("<a href='javascript:alert(1)'>x</a>", ["href='javascript:alert(1)'"]),
        ("<a href='//evil.example'>x</a>", ["href='//evil.example'"]),
        ("<a href='https://example.org'>x</a>", ["a link without rel: 'https://example.org'"]),
        ("<!-- x -->", ["a comment: ' x '"]),
        ("<p>\x1b</p>", ["control characters {'\\x1b'}"]),
    ],
)
def test_the_measure_finds_what_it_is_for(markup: str, found: list[str]) -> None:
    assert faults(f"<html><body>{markup}</body></html>") == found
