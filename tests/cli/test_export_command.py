from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "made"),
    [(["all.xlsx"], "all.xlsx"), (["all", "--format", "xlsx"], "all.xlsx"), (["x/all.XLSX"], "x/all.XLSX")],
)
def test_a_workbook_is_written_by_the_name_or_by_the_format(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], made: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("export", *words)
    assert (result.exit_code, result.stdout) == (0, f"{made}\n"), result.output
    assert "Commitments" in openpyxl.load_workbook(tmp_path / made).sheetnames
    assert "is there already" in run("export", *words).output
    assert run("export", *words, "--force").exit_code == 0
    assert [path.name for path in (tmp_path / made).parent.iterdir()] == [Path(made).name]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["out", "--topic", "plan"], "--topic is of a workbook. Leave it out, or write one: --format xlsx."),
        (["out.xlsx", "--publisher", "Nobody at all"], "No document in"),
        (["file.txt/out.xlsx"], "cannot be written"),
        (["folder.xlsx"], "is a folder. Name a file to write to, such as folder.xlsx/all.xlsx."),
    ],
)
def test_what_cannot_be_exported_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file.txt").touch()
    Path("folder.xlsx").mkdir()
    result = run("export", *words)
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.txt", "folder.xlsx"]
