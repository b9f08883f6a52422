"""Bad input, end to end: one clear sentence, the right exit code, no traceback, and nothing lost from the index."""

from __future__ import annotations

import io
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import duckdb
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.broken import readers as faulty
from tests.cli.conftest import Run


def pdf(password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, canPrint=0) if password else None, invariant=True)
    canvas.drawString(72, 720, "We will publish the plan in May 2023.")
    canvas.save()
    return out.getvalue()


def archive(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr(name, "x" * 2000)
    return out.getvalue()


def word(part: str, content: bytes) -> bytes:
    """A sound Word document but for one part of it."""
    sound, out = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("We will publish the plan in May 2023.")
    document.save(sound)
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOISE = random.Random(7).randbytes(4096)
PNG = b"\x89PNG\r\n\x1a\n" + NOISE
UNREADABLE: list[tuple[str, bytes, str]] = [  # file, its bytes, a word that the reason has to have
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\n\t ", "empty"),
    ("empty.pdf", b"", "empty"),
    ("empty.docx", b"", "empty"),
    ("locked.pdf", pdf("secret"), "password"),
    ("torn.pdf", pdf()[:300], "damaged"),
    ("torn.docx", archive("word/document.xml")[:900], "damaged"),
    ("hollow.docx", archive("word/document.xml"), ""),
    ("no-body.docx", word("word/document.xml", b"<w:document " + W + b"/>"), "damaged"),
    ("sheet.docx", archive("xl/workbook.xml"), ""),
    ("picture.pdf", PNG, "PNG"),
    ("noise.pdf", NOISE, "not"),
    ("noise.txt", NOISE, "not text"),
    ("noise.html", NOISE, "not text"),
    ("page.html", b"<html><body><nav>Home</nav></body></html>", ""),
]


@pytest.fixture
def copy(index: Path, tmp_path: Path) -> Path:
    """The small index, to be written to."""
    return Path(shutil.copy(index, tmp_path / "copy.duckdb"))


def held(file: Path) -> list[tuple[object, ...]]:
    """What an index holds."""
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute(
            "SELECT 'document', doc_id FROM all_documents UNION ALL"
            " SELECT 'commitment', id FROM all_commitments ORDER BY ALL"
        ).fetchall()


@pytest.mark.parametrize(("name", "data", "reason"), UNREADABLE, ids=[name for name, _, _ in UNREADABLE])
def test_an_unreadable_file_is_named_with_its_reason_and_the_others_go_on(
    run: Run, copy: Path, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text("Harrowfield Council\n\nWe will report in May 2023.\n", encoding="utf-8")
    before = held(copy)

    result = run("ingest", folder, on=copy)
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    (line,) = (line for line in " ".join(result.stdout.split()).split("✗")[1:])
    assert name in line
    assert reason.casefold() in line.casefold()

    after = held(copy)
    assert set(before) < set(after), "what was there is there still, and the good file came in"
    assert name in run("status", on=copy).stdout

    alone = run("read", folder / name)
    assert alone.exit_code == 1
    assert alone.stdout == ""
    assert alone.stderr.startswith("docmine: ")
    assert alone.stderr.count("\n") == 1

    assert run("extract", folder / name).exit_code == 1
    both = run("extract", folder)
    assert both.exit_code == 3
    assert name in both.stderr
    assert "good.txt" in both.stdout


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("really-a-pdf.txt", pdf()),
        ("really-a-page.txt", b"<!doctype html><html><body><p>We will publish the plan in May 2023.</p></body></html>"),
        ("really-text.pdf", b"We will publish the plan in May 2023.\n"),
    ],
)
def test_a_file_with_the_wrong_ending_is_read_by_its_content(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("read", tmp_path / name)
    assert result.exit_code == 0
    assert "We will publish the plan in May 2023." in result.stdout


def test_a_file_without_permission_is_a_failure_with_its_reason(
    run: Run, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text("We will tell nobody.", encoding="utf-8")
    before = held(copy)

    monkeypatch.setattr("docmine.read.containers.listing", faulty.listing_without_permission)
    result = run("ingest", tmp_path / "secret.txt", on=copy)
    assert result.exit_code == 3
    assert "permission" in result.stdout
    assert held(copy) == before


def folder_without_documents(at: Path) -> Path:
    (at / "photos").mkdir()
    (at / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    return at / "photos"


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (folder_without_documents, "no documents"),
        (lambda at: at / "nowhere.pdf", "nowhere.pdf"),
        (lambda at: at / "*.pdf", "*.pdf"),
    ],
)
def test_a_path_that_means_nothing_ends_with_2(
    run: Run, copy: Path, tmp_path: Path, command: str, make: Callable[[Path], Path], says: str
) -> None:
    before = held(copy)
    result = run(command, make(tmp_path), on=copy)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert held(copy) == before


@pytest.mark.parametrize(
    ("option", "value"), [("--published", "last summer"), ("--published", "2022-02-30"), ("--type", "poem")]
)
def test_an_overruling_that_is_none_ends_with_2(run: Run, copy: Path, papers: Path, option: str, value: str) -> None:
    before = held(copy)
    result = run("ingest", papers, option, value, on=copy)
    assert result.exit_code == 2
    assert value in result.stderr
    assert held(copy) == before


def missing(at: Path, _: Path) -> Path:
    return at / "missing.duckdb"


def folder(at: Path, _: Path) -> Path:
    return at


def text(at: Path, _: Path) -> Path:
    (at / "notes.duckdb").write_text("not a database, but long enough to look like a file", encoding="utf-8")
    return at / "notes.duckdb"


def empty(at: Path, _: Path) -> Path:
    (at / "empty.duckdb").touch()
    return at / "empty.duckdb"


def sqlite(at: Path, _: Path) -> Path:
    with sqlite3.connect(at / "other.sqlite") as connection:
        connection.execute("CREATE TABLE documents (name TEXT)")
    connection.close()
    return at / "other.sqlite"


def somebody_elses(at: Path, _: Path) -> Path:
    with duckdb.connect(str(at / "theirs.duckdb")) as connection:
        connection.execute("CREATE TABLE documents AS SELECT 42 AS answer")
    return at / "theirs.duckdb"


def newer(at: Path, index: Path) -> Path:
    file = Path(shutil.copy(index, at / "newer.duckdb"))
    with duckdb.connect(str(file)) as connection:
        connection.execute("INSERT INTO schema_version VALUES (999, now() AT TIME ZONE 'UTC')")
    return file


def torn(at: Path, index: Path) -> Path:
    (at / "torn.duckdb").write_bytes(index.read_bytes()[: 3 * 4096])
    return at / "torn.duckdb"


ASKING = [
    ("status",),
    ("search", "plan"),
    ("commitments",),
    ("track",),
    ("verify",),
    ("sql", "SELECT 1"),
    ("remove", "x"),
]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (missing, "docmine ingest"),
        (folder, "folder"),
        (text, "not an index"),
        (empty, "not an index"),
        (sqlite, "not an index"),
        (somebody_elses, "no index of docmine"),
        (newer, "later docmine"),
        (torn, "damaged"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_an_index_that_cannot_be_used_ends_with_1_and_stays_as_it_is(
    run: Run, index: Path, papers: Path, tmp_path: Path, make: Callable[[Path, Path], Path], says: str
) -> None:
    file = make(tmp_path, index)
    before = file.read_bytes() if file.is_file() else None
    commands: list[tuple[str, ...]] = [*ASKING, ("export", str(tmp_path / "out"))]
    if make not in (missing,):  # which an ingest makes
        commands.append(("ingest", str(papers)))
    for command in commands:
        result = run(*command, on=file)
        assert result.exit_code == 1, command
        assert says in result.stderr, command
        assert result.stderr.startswith("docmine: ")
        assert result.stderr.count("\n") == 1
        assert result.stdout == ""
        assert (file.read_bytes() if file.is_file() else None) == before


def test_an_index_that_another_process_writes_to_is_left_alone(run: Run, copy: Path, papers: Path) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(copy)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            for command in [*ASKING, ("ingest", str(papers))]:
                result = run(*command, on=copy)
                assert result.exit_code == 1, command
                assert "another docmine" in result.stderr
                assert result.stderr.count("\n") == 1
        finally:
            holder.communicate("")
    assert len(held(copy)) > 3


def test_a_model_that_is_not_there_ends_with_1_and_says_how_to_get_it(run: Run, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("We will report in May 2023.", encoding="utf-8")
    before = held(copy)
    for variable in ("DOCMINE_SPACY_MODEL", "DOCMINE_EMBEDDING_MODEL"):
        result = run("ingest", tmp_path / "new.txt", on=copy, env={variable: "no_such_model"})
        assert result.exit_code == 1
        assert "no_such_model" in result.stderr
        assert result.stderr.count("\n") == 1
        assert held(copy) == before
