"""Documents full of hostile texts, read as any others are: what docmine makes of them shows text and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from docmine import settings
from docmine.cli.main import app as command
from docmine.index import Index
from docmine.web.app import application
from tests.hostile import papers
from tests.hostile.pages import faults, shown
from tests.hostile.texts import unsafe
from tests.hostile.walk import check, walked
from tests.web.view import browser


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("read") / "read.duckdb", settings.load({}))
    folder = papers.written(tmp_path_factory.mktemp("papers"))
    summary = index.ingest(folder, publisher="Harrowfield <b>Council</b>")
    assert len(summary.new) == len(papers.NAMES)
    index.track()
    return index


@pytest.fixture(scope="module")
def view(read: Index) -> Iterator[FastAPI]:
    app = application(read.path, read.settings)
    yield app
    app.state.docmine.close()


def run(read: Index, *words: str) -> str:
    result = CliRunner().invoke(command, ["--index", str(read.path), *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_every_word_is_where_the_index_says_it_is(read: Index) -> None:
    assert [problem for problem in read.verify() if problem.fault] == []
    assert len(read.commitments()) > 50
    assert {thread.finding.verdict for thread in read.account().threads} > {"repeated", "open"}


LISTS = (
    "commitments",
    "figures",
    "dates",
    "owners",
    "quotes",
    "asks",
    "acronyms",
    "track",
    "series",
    "check",
    "topics",
)


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
@pytest.mark.parametrize("name", LISTS)
def test_no_list_has_a_control_character(read: Index, name: str, form: str) -> None:
    printed = run(read, name, "--format", form)
    assert not unsafe(printed)
    assert ("alert(1)" in printed) or name in ("dates", "acronyms", "asks", "topics", "series", "owners"), printed


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("verify",),
        ("ingest", "."),
        ("search", "<script>alert(1)</script>"),
        ("search", "plan", "--explain"),
        ("read", papers.NAMES[0]),
        ("read", papers.NAMES[2], "--links", "--all"),
        ("diff", papers.NAMES[0], papers.NAMES[2]),
        ("answers", papers.NAMES[0], papers.NAMES[2]),
        ("sql", "SELECT doc, text FROM sentences LIMIT 100"),
    ],
    ids=lambda words: words[0],
)
def test_no_command_prints_a_control_character(
    read: Index, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if words[0] in ("read", "ingest"):
        monkeypatch.chdir(Path(str(read.documents()[0].path)).parent)
    assert not unsafe(run(read, *words))


def test_no_record_is_shown_with_a_control_character(read: Index) -> None:
    kinds = (read.commitments(), read.figures(), read.quotes(), read.dates())
    for id in read.ids([record for found in kinds for record in found[:3]]):
        assert not unsafe(run(read, "show", id))


def test_the_report_shows_them_as_text(read: Index, tmp_path: Path) -> None:
    run(read, "report", "-o", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text("utf-8")
    assert faults(page) == []
    assert "<img src=x onerror=alert(1)>" in shown(page)


def test_the_workbook_has_no_formula(read: Index) -> None:
    book = openpyxl.load_workbook(io.BytesIO(read.workbook(read.account())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    assert any("<script>" in str(cell.value) for cell in cells)


def test_every_page_of_the_web_view_shows_them_as_text(view: FastAPI) -> None:
    check(walked(browser(view)))
