"""The library's front door, with the real models on one small letter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import docmine
from docmine.errors import IndexMissing, UsageError
from docmine.records import Acronym, Commitment
from docmine.settings import Settings

LETTER = """Northam City Council

12 May 2022

Dear parents,

The Family Tea Bureau (FTB) helped 120 families last year. We will publish a review of the FTB by 30 September 2022.

We will publish a review of the FTB by 30 September 2022.

Yours sincerely,

Ann Lee
Director of Children's Services
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> docmine.Index:
    folder = tmp_path_factory.mktemp("letters")
    (folder / "letter.txt").write_text(LETTER)
    index = docmine.Index(folder / "deep" / "index.duckdb")
    summary = index.ingest(folder, published="2022-05-12")
    assert summary.new == (str(folder / "letter.txt"),)
    return index


def test_records_come_back_typed_and_verbatim(index: docmine.Index) -> None:
    promised = index.commitments(topic="Family Tea Bureau", due_before="2023")
    assert len(promised) == 2  # the repeated promise stays
    assert all(isinstance(p, Commitment) and LETTER.count(p.text) for p in promised)
    assert {p.due for p in promised} == {"2022-09-30"}
    assert [(a.text, a.long) for a in index.acronyms() if isinstance(a, Acronym)] == [("FTB", "Family Tea Bureau")]
    assert index.verify() == ()


def test_search_finds_what_is_meant(index: docmine.Index) -> None:
    assert "review of the FTB" in index.search("what was promised about the Family Tea Bureau", limit=1)[0].text


def test_status_counts_what_is_there(index: docmine.Index) -> None:
    status = index.status()
    assert (status.counts["documents"], status.by_year, status.failures) == (1, {"2022": 1}, ())
    assert [d.name for d in status.documents] == ["letter.txt"]


def test_tables_are_arrow_by_table_or_kind(index: docmine.Index) -> None:
    for name in ("commitments", "commitment"):
        assert index.table(name).column("due").to_pylist() == ["2022-09-30"] * 2
    with pytest.raises(UsageError, match=r"There is no table 'promises'\. Choose among documents, blocks"):
        index.table("promises")


def test_filters_that_do_not_exist_are_said_to(index: docmine.Index) -> None:
    with pytest.raises(UsageError, match="There is no such filter"):
        index.commitments(colour="red")


def test_diff_takes_a_document_of_the_index_and_a_file(index: docmine.Index, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(LETTER.replace("Dear parents,", "The centre in Mill Lane has closed for good."))
    changes = index.diff("letter.txt", new).changes
    assert any(c.new is not None and "Mill Lane" in c.new.text for c in changes)
    assert index.diff("letter.txt", "letter.txt").changes == ()


def test_held_open_it_answers_the_same(index: docmine.Index) -> None:
    with index as held:
        assert held.commitments() == held.commitments()
        assert held.sql("SELECT count(*) FROM documents").rows == ((1,),)
    assert index.sql("SELECT count(*) FROM documents").columns == ("count_star()",)


def test_remove(index: docmine.Index, tmp_path: Path) -> None:
    copy = docmine.Index(tmp_path / "copy.duckdb")
    copy.path.write_bytes(index.path.read_bytes())
    assert copy.remove("letter.txt") == 1
    assert (copy.documents(), copy.search("the review of the FTB")) == ((), ())


def test_no_index_is_made_for_paths_that_name_nothing(tmp_path: Path) -> None:
    index = docmine.Index(tmp_path / "index.duckdb")
    with pytest.raises(UsageError):
        index.ingest(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="--published"):
        index.ingest(__file__, published="soon")
    with pytest.raises(IndexMissing):
        index.documents()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "environment", "expected"),
    [
        ("given.duckdb", "env.duckdb", "given.duckdb"),
        (None, "env.duckdb", "env.duckdb"),
        (None, None, "index/docmine.duckdb"),
    ],
)
def test_which_index(path: str | None, environment: str | None, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCMINE_INDEX", raising=False)
    if environment:
        monkeypatch.setenv("DOCMINE_INDEX", environment)
    assert docmine.Index(path).path == Path(expected)
    assert docmine.Index(path, Settings(index=Path("s.duckdb"))).path == Path(path or "s.duckdb")


VERBS = [
    "import docmine; docmine.read(PATH)",
    "import docmine.read.walk; docmine.read(PATH)",
    "from docmine import read; read(PATH)",
    "import docmine; docmine.read.read(PATH); docmine.read(PATH)",
    "import docmine; assert callable(docmine.extract); from docmine.extract import load; docmine.extract.load",
    "from docmine import Index; import docmine; assert Index is docmine.Index",
    "import sys, docmine; assert {'read', 'extract', 'Index'} <= set(dir(docmine)); docmine.Index('x.duckdb');"
    " heavy = {'spacy', 'torch', 'duckdb', 'numpy', 'pyarrow', 'pdfplumber'}; assert not heavy & set(sys.modules)",
]


@pytest.mark.parametrize("code", VERBS)
def test_verbs_are_packages_too(code: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A few words in a file.\n")
    command = [sys.executable, "-W", "error", "-c", code.replace("PATH", repr(str(tmp_path / "a.txt")))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'docmine' has no attribute 'nothing'"):
        docmine.nothing  # noqa: B018
