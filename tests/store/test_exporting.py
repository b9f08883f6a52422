from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet
import pytest
from shelves import Shelf, at

from docmine.errors import UsageError
from docmine.records import Commitment, Document, Record
from docmine.store import export as exporting

TEXT = "=1+1 is text. We will, “soon”,\tpublish."


def promises(document: Document) -> list[Record]:
    return [
        at(document, "=1+1 is text.", Commitment, due="2022-09", headings=("Top", "Down")),
        at(document, "We will, “soon”,\tpublish.", Commitment),
    ]  # type: ignore[list-item]


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.put("a.txt", "An old version.")
    shelf.put("a.txt", TEXT, published="2022-05", records=promises)
    return shelf


TABLES = {
    "documents", "blocks", "sentences", "passages", "commitments", "asks", "figures", "dates", "owners", "quotes",
    "acronyms", "places", "vectors", "failures", "runs",
}  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_every_table_is_a_file(filled: Shelf, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "new" / "out"
    written = filled.store.export(folder, form)
    assert {p.name for p in written} == {f"{table}.{form}" for table in TABLES}
    assert sorted(folder.iterdir()) == sorted(written)
    assert [p.name for p in folder.parent.iterdir()] == ["out"]  # nothing unfinished is left beside it


def test_csv_is_safe_to_open_in_a_spreadsheet(filled: Shelf, tmp_path: Path) -> None:
    filled.store.export(tmp_path / "out", "csv")
    path = tmp_path / "out" / "commitments.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["start_char"]))
    assert [row["text"] for row in rows] == ["'=1+1 is text.", "We will, “soon”,\tpublish."]
    assert (rows[0]["headings"], rows[0]["due_to"], rows[0]["owner"]) == ('["Top", "Down"]', "2022-09-30", "")


def test_jsonl_and_parquet_are_exact(filled: Shelf, tmp_path: Path) -> None:
    filled.store.export(tmp_path / "json", "jsonl")
    filled.store.export(tmp_path / "parquet", "parquet")
    lines = (tmp_path / "json" / "commitments.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["text"] for row in rows} == {"=1+1 is text.", "We will, “soon”,\tpublish."}
    assert {(row["due"], row["due_from"]) for row in rows} == {("2022-09", "2022-09-01"), (None, None)}
    table = pyarrow.parquet.read_table(tmp_path / "parquet" / "commitments.parquet")
    assert [row["text"] for row in table.to_pylist()] == [row["text"] for row in rows]
    assert pyarrow.parquet.read_table(tmp_path / "parquet" / "asks.parquet").num_rows == 0


def test_old_versions_are_exported_when_asked_for(filled: Shelf, tmp_path: Path) -> None:
    filled.store.export(tmp_path / "out", "jsonl", versions=True)
    assert len((tmp_path / "out" / "documents.jsonl").read_text().splitlines()) == 1
    assert len((tmp_path / "out" / "all_documents.jsonl").read_text().splitlines()) == 2


def test_the_same_index_gives_the_same_bytes(filled: Shelf, tmp_path: Path) -> None:
    for name in ("one", "two"):
        filled.store.export(tmp_path / name, "jsonl")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_nothing_is_overwritten_unasked(filled: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    filled.store.export(folder, "csv")  # an empty folder is free
    with pytest.raises(UsageError, match="holds an export already"):
        filled.store.export(folder, "jsonl")
    filled.store.export(folder, "jsonl", force=True)
    assert {p.suffix for p in folder.iterdir()} == {".jsonl"}
    (folder / "letter.docx").write_text("precious")
    with pytest.raises(UsageError, match=r"holds other things \(letter\.docx\)"):
        filled.store.export(folder, "csv", force=True)
    with pytest.raises(UsageError, match="is a file"):
        filled.store.export(folder / "letter.docx", "csv", force=True)
    with pytest.raises(UsageError, match="'xlsx' is no format to export to"):
        filled.store.export(tmp_path / "x", "xlsx")
    assert (folder / "letter.docx").read_text() == "precious"


def test_an_export_that_breaks_off_leaves_what_was_there(
    filled: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.store.export(tmp_path / "out", "csv")
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}

    def full(value: object) -> object:
        raise OSError("no space left on device")

    monkeypatch.setattr(exporting, "_cell", full)
    with pytest.raises(UsageError, match=r"out cannot be written \(no space left on device\)"):
        filled.store.export(tmp_path / "out", "csv", force=True)
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".out")]


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        (".", "is the folder that you are in"),
        ("..", "holds other things"),
        ("/proc/docmine-export", "cannot be written"),
        ("a.txt/out", "cannot be written"),
        ("long" * 100, "cannot be written"),
    ],
)
def test_a_folder_that_cannot_be_written_is_said_to(
    filled: Shelf, monkeypatch: pytest.MonkeyPatch, folder: str, says: str
) -> None:
    monkeypatch.chdir(filled.folder)
    with pytest.raises(UsageError, match=says):
        filled.store.export(folder, "csv", force=True)


def test_a_link_to_a_folder_stays_a_link(filled: Shelf, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for _ in range(2):
        filled.store.export(tmp_path / "link", "csv", force=True)
    assert (tmp_path / "link").is_symlink()
    assert len(list((tmp_path / "real").iterdir())) == len(TABLES)
