"""`docmine report`: the file, the sentence, the exit code."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from lxml import html

from docmine.index import Index
from tests.cli.conftest import Run


def test_a_page_is_written_and_its_size_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "new" / "report.html"
    result = run("report", "-o", file)
    assert result.exit_code == 0
    assert result.output.startswith(f"The report is in {file} (3 documents, ")
    page = " ".join(html.document_fromstring(file.read_text(encoding="utf-8")).text_content().split())
    assert "We will publish a recovery plan by the end of September 2022" in page
    assert "30 September 2022" in page
    assert [f.name for f in file.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((), "report.html"),
        (("--format", "md"), "report.md"),
        (("-o", "told.md"), "told.md"),
        (("-o", "told.markdown"), "told.markdown"),
    ],
)
def test_the_form_follows_the_option_or_the_name(
    words: tuple[str, ...], name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", *words).exit_code == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>" if name.endswith("html") else "# What was promised, and what became of it")


def test_a_dash_is_a_pipe(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", "-o", "-", "--format", "md").stdout.startswith("# What was promised, and what became of it")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        (("--topic", "caseworkers"), "recruit five caseworkers", "publish the recovery plan by the end of December"),
        (
            ("--service", "recovery plan"),
            "publish the recovery plan by the end of December",
            "recruit five caseworkers",
        ),
        (("--owner", "Next Steps Team"), "report back in March 2023", "recruit five caseworkers"),
        (("--publisher", "Harrowfield Council"), "recruit five caseworkers", "report back in March 2023"),
        (("--until", "September 2022"), "recruit five caseworkers", "report back in March 2023"),
        (("--since", "2023"), "report back in March 2023", "recruit five caseworkers"),
    ],
)
def test_options_narrow_it(options: tuple[str, ...], there: str, gone: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "part.md"
    assert run("report", *options, "-o", file).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert there in text
    promises = text.partition("## The promises")[2].partition("## Dates that moved")[0]
    assert not [line for line in promises.splitlines() if line.startswith("> “") and gone in line]
    assert f"“{options[1]}”" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--since", "someday"), "someday"),
        (("--topic", " "), "nothing in it to look for"),
        (("--series", "Nowhere News"), "so no report was written"),
        (("--until", "1999"), "so no report was written"),
        (("--format", "pdf"), "'pdf'"),
        (("--pictures", "-1"), "--pictures"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    words: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    result = run("report", *words, "-o", tmp_path / "report.html")
    assert result.exit_code == 2
    assert said in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_only_when_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text("mine", encoding="utf-8")
    refused = run("report", "-o", file)
    assert (refused.exit_code, file.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in refused.output
    assert run("report", "-o", file, "--force").exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    result = run("report", "-o", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path} is a folder" in result.output


def test_what_is_no_file_is_not_replaced(run: Run, tmp_path: Path) -> None:
    socket_at = tmp_path / "report.html"
    with socket.socket(socket.AF_UNIX) as device:
        device.bind(str(socket_at))
    result = run("report", "-o", socket_at, "--force")
    assert result.exit_code == 2
    assert "is no file that can be replaced" in result.output
    assert socket_at.is_socket()


def test_a_name_too_long_is_a_sentence(run: Run, tmp_path: Path) -> None:
    result = run("report", "-o", tmp_path / f"{'a' * 300}.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_the_same_index_gives_the_same_report(run: Run, tmp_path: Path) -> None:
    pages = []
    for name in ("a.html", "b.html"):
        run("report", "-o", tmp_path / name)
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]


def test_no_more_pictures_than_asked_for(run: Run, sample_index: Index, tmp_path: Path) -> None:
    index = Path(shutil.copy(sample_index.path, tmp_path / "sample.duckdb"))
    for most in (0, 2):
        file = tmp_path / f"{most}.html"
        assert run("report", "-o", file, "--pictures", most, on=index).exit_code == 0
        assert file.read_text(encoding="utf-8").count("<img ") == most
