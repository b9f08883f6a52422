"""What rows result from writing: versions, copies, removal, failures, and what a crash leaves."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shelves import MODEL, Shelf, at, vector

from docmine.errors import UsageError
from docmine.records import Acronym, Ask, Box, Commitment, DateMention, Document, Figure, Link, Owner, Quote, Record
from docmine.store import Filters, Store, text_hash, write


def all_kinds(document: Document) -> list[Record]:
    return [
        at(
            document, "We will publish it", Commitment, due="2022-09", strength="firm", headings=("News",), stem="Next:"
        ),
        at(document, "please publish", Ask, action="publish it"),
        at(document, "65%", Figure, value=65.0, unit="percent", period="2021-04/2022-04", of=1245.0),
        at(document, "May 2022", DateMention, value="2022-05", role="as_of"),
        at(document, "Ann Lee", Owner, name="Ann Lee", role="Director"),
        at(document, "it is done", Quote, speaker="Ann Lee"),
        at(document, "FTB", Acronym, long="Family Tea Bureau"),
    ]  # type: ignore[list-item]


ALL_KINDS = "We will publish it: please publish 65% by May 2022, FTB. Ann Lee said “it is done”. 😀 é"


def test_everything_comes_back_as_it_went_in(shelf: Shelf) -> None:
    written = shelf.put(
        "a.txt", ALL_KINDS, "Another.", heading="News", published="2022-05", publisher="Us", records=all_kinds
    )
    store = shelf.store
    assert store.document_text("a.txt") == written.text
    assert store.blocks("a.txt") == written.blocks
    assert [s.text for s in store.sentences()] == ["News", ALL_KINDS, "Another."]
    assert [(p.text, p.headings) for p in store.passages(["a.txt"])] == [
        (ALL_KINDS, ("News",)),
        ("Another.", ("News",)),
    ]
    assert [store.records(record.kind) for record in all_kinds(written)] == [(r,) for r in all_kinds(written)]
    (stored,) = store.documents()
    assert (stored.name, stored.published, stored.version, stored.warnings) == (
        "a.txt",
        written.published,
        1,
        written.warnings,
    )
    assert [p for p in store.verify() if p.fault] == []


def test_the_places_count_in_sql_as_in_python(shelf: Shelf) -> None:
    shelf.put("a.txt", "😀 café e\u0301 " + ALL_KINDS, records=all_kinds)
    found = shelf.store.query(
        "SELECT r.text, substr(d.text, start_char + 1, end_char - start_char) FROM commitments r"
        " JOIN documents d USING (doc_id)"
    )
    assert found.rows == (("We will publish it", "We will publish it"),)


def test_a_changed_file_is_a_new_version_and_the_old_one_stays(shelf: Shelf) -> None:
    shelf.put("a.txt", "First words.")
    old = shelf.put("b.txt", "Another.")
    shelf.put("a.txt", "Second words.")
    versions = [(d.name, d.version, d.current) for d in shelf.store.documents(current=False)]
    assert versions == [("a.txt", 1, False), ("a.txt", 2, True), ("b.txt", 1, True)]
    assert [p.text for p in shelf.store.passages()] == ["Second words.", old.text]
    assert shelf.store.query("SELECT text FROM all_sentences WHERE doc = 'a.txt' ORDER BY text").rows == (
        ("First words.",),
        ("Second words.",),
    )


def test_a_file_that_goes_back_is_current_again_and_nothing_is_there_twice(shelf: Shelf) -> None:
    for words in ("First.", "Second.", "First."):
        shelf.put("a.txt", words)
    assert [(d.version, d.current) for d in shelf.store.documents(current=False)] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    assert [s.text for s in shelf.store.sentences()] == ["First."]
    assert [p for p in shelf.store.verify() if p.fault] == []


def test_writing_the_same_again_changes_no_row(shelf: Shelf) -> None:
    def rows() -> list[object]:
        return [
            shelf.store.query(f"SELECT * {'EXCLUDE (ingested)' if t == 'all_documents' else ''} FROM {t} ORDER BY ALL")
            for t in ("all_documents", "all_blocks", "all_passages", "all_commitments", "vectors")
        ]

    shelf.put("a.txt", ALL_KINDS, records=all_kinds)
    before = rows()
    shelf.put("a.txt", ALL_KINDS, records=all_kinds)
    assert rows() == before


def test_the_order_of_writing_changes_no_id(tmp_path: Path) -> None:
    def ids(folder: str, names: list[str]) -> object:
        (tmp_path / folder).mkdir()
        with Store.open(tmp_path / f"{folder}.duckdb", create=True) as store:
            shelf = Shelf(store, tmp_path / folder)
            for name in names:
                shelf.put(name, f"Words of {name}.", "The same in both.")
            return store.query("SELECT id, doc_id, doc, text, text_hash FROM passages ORDER BY id").rows

    assert ids("one", ["a.txt", "b.txt"]) == ids("two", ["b.txt", "a.txt"])


def test_repeated_words_keep_their_rows_and_share_one_vector(shelf: Shelf) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        shelf.put(name, f"This is {name}.", "We will publish the plan.")
    assert shelf.store.query("SELECT count(*) FROM passages WHERE text = 'We will publish the plan.'").rows == ((3,),)
    assert shelf.store.counts()["vectors"] == 4


@pytest.mark.parametrize(
    ("path", "sha256", "state"),
    [
        ("new.txt", "0" * 64, "new"),
        ("a.txt", "same", "same"),
        ("elsewhere/copy.txt", "same", "copy"),  # the same bytes at another path
        ("elsewhere/copy.txt", "old", "new"),
        ("b.txt", "same", "changed"),  # had words of its own before
        ("a.txt", "0" * 64, "changed"),
        ("a.txt", "old", "changed"),  # back to an earlier version
    ],
)
def test_state_of(shelf: Shelf, path: str, sha256: str, state: str) -> None:
    hashes = {"old": shelf.put("a.txt", "Old.").sha256, "same": shelf.put("a.txt", "New.").sha256}
    shelf.put("b.txt", "Another.")
    assert shelf.store.state_of(shelf.folder / path, hashes.get(sha256, sha256)) == state


def test_a_failure_costs_nothing_and_is_cleared_when_the_file_is_read(shelf: Shelf) -> None:
    document = shelf.put("a.txt", "Good words.")
    path = document.path or ""
    for run, reason in ((1, "It is encrypted."), (2, "It breaks off.")):
        shelf.store.record_failure(run, path, "f" * 64, reason)
    assert [(f.doc, f.path, f.reason, f.run) for f in shelf.store.failures()] == [("a.txt", path, "It breaks off.", 2)]
    assert [s.text for s in shelf.store.sentences()] == ["Good words."]
    shelf.put("a.txt", "Better words.")
    assert shelf.store.failures() == ()
    assert shelf.store.query("SELECT count(*) FROM failures").rows == ((2,),)


def test_remove_takes_all_versions_and_what_only_they_needed(shelf: Shelf) -> None:
    shelf.put("a.txt", "One.", "Shared.")
    shelf.put("a.txt", "Two.", "Shared.", records=lambda d: [at(d, "Two", Acronym)])  # type: ignore[list-item]
    shelf.put("b.txt", "Three.", "Shared.")
    assert shelf.store.remove("a.txt") == 2
    assert [d.name for d in shelf.store.documents(current=False)] == ["b.txt"]
    counts = shelf.store.counts()
    assert (counts["passages"], counts["vectors"], counts["acronyms"]) == (2, 2, 0)
    assert [p for p in shelf.store.verify() if p.fault] == []


def test_documents_of_one_name_are_told_apart_by_their_folders(shelf: Shelf) -> None:
    def promise(document: Document) -> list[Record]:
        return [at(document, "We will", Commitment)]  # type: ignore[list-item]

    shelf.put("news.txt", "We will, we said.", folder="2023", published="2023-05", records=promise)
    shelf.put("other.txt", "We will, too.", folder="2023", records=promise)
    assert [d.name for d in shelf.store.documents()] == ["news.txt", "other.txt"]
    shelf.put("news.txt", "We will again.", folder="2024", published="2024-05", records=promise)
    names = ["2023/news.txt", "2024/news.txt", "other.txt"]
    store = shelf.store
    assert [d.name for d in store.documents()] == names
    for kind in ("document", "commitment"):
        assert [r.doc for r in store.records(kind)] == names
    assert [s.doc for s in store.sentences()] == [p.doc for p in store.passages()] == names
    assert [s.text for s in store.sentences([names[1]])] == ["We will again."]
    assert [store.blocks(name)[0].text for name in names] == ["We will, we said.", "We will again.", "We will, too."]
    assert [r.doc for r in store.records("commitment", Filters(doc="2024/news.txt"))] == names[1:2]
    assert [r.doc for r in store.records("commitment", Filters(doc="news.txt"))] == names[:2]
    with pytest.raises(UsageError, match=r"Several documents are called news\.txt: .*2023.*2024"):
        store.document("news.txt")
    assert [p for p in store.verify() if p.fault] == []
    assert store.remove("2024/news.txt") == 1
    assert [d.name for d in store.documents()] == ["news.txt", "other.txt"]


def test_folders_of_one_name_too_are_told_apart(shelf: Shelf) -> None:
    for number, folder in enumerate(("x/2024", "y/2024", "2023")):
        (shelf.folder / folder).mkdir(parents=True)
        shelf.put("news.txt", f"Words {number}.", folder=folder)
    assert {d.name for d in shelf.store.documents()} == {
        "2023/news.txt",
        str(shelf.folder.resolve() / "x/2024/news.txt"),
        str(shelf.folder.resolve() / "y/2024/news.txt"),
    }


def test_remove_takes_a_document_with_its_copies(shelf: Shelf) -> None:
    for name in ("a.txt", "c.txt"):
        shelf.put(name, "One.")
    shelf.put("b.txt", "Two.")
    assert [d.name for d in shelf.store.documents()] == ["a.txt", "b.txt"]
    assert shelf.store.remove("a.txt") == 2
    assert [d.name for d in shelf.store.documents(current=False)] == ["b.txt"]
    assert [p.text for p in shelf.store.passages()] == ["Two."]


def test_remove_says_when_a_name_is_unknown_or_not_enough(shelf: Shelf) -> None:
    shelf.put("a.txt", "One.", folder="x")
    second = shelf.put("a.txt", "Two.", folder="y")
    with pytest.raises(UsageError, match=r"No document in the index is called 'z\.txt'"):
        shelf.store.remove("z.txt")
    with pytest.raises(UsageError, match=r"Several documents are called a\.txt: .*Give the path of one\."):
        shelf.store.remove("a.txt")
    assert shelf.store.remove(second.path or "") == 1
    shelf.store.record_failure(1, shelf.folder / "bad.pdf", None, "It is empty.")
    assert shelf.store.remove("bad.pdf") == 0
    assert shelf.store.failures() == ()


def test_an_error_in_the_middle_leaves_the_earlier_version(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.put("a.txt", "First.")
    real = write.insert

    def failing(connection: object, table: str, rows: object) -> None:
        if table == "all_passages":
            raise RuntimeError("the disk is full")
        real(connection, table, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(write, "insert", failing)
    with pytest.raises(RuntimeError):
        shelf.put("a.txt", "Second.")
    assert [(d.version, d.current) for d in shelf.store.documents(current=False)] == [(1, True)]
    assert [s.text for s in shelf.store.sentences()] == ["First."]


CRASH = """
import os, signal, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from docmine.store import Store, write
from shelves import Shelf
shelf = Shelf(Store.open(Path(sys.argv[1]) / "index.duckdb", create=True), Path(sys.argv[1]))
shelf.put("a.txt", "We will expand the service.")
shelf.store.refresh_words()
shelf.put("b.txt", "A bus route.")
real = write.insert
def killed(connection, table, rows):
    if table == "all_passages":
        os.kill(os.getpid(), signal.SIGKILL)
    real(connection, table, rows)
write.insert = killed
shelf.put("c.txt", "Never whole.")
"""


def test_a_process_that_is_killed_leaves_the_index_whole(tmp_path: Path) -> None:
    here = Path(__file__).parent
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(here)!r})\n{CRASH}", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == -9
    for read_only in (True, False):
        with Store.open(tmp_path / "index.duckdb", read_only=read_only) as store:
            assert [d.name for d in store.documents()] == ["a.txt", "b.txt"]
            assert [p for p in store.verify() if p.fault] == []
            assert len(store.bm25("expanding", 5)) == 1
    with Store.open(tmp_path / "index.duckdb") as store:
        assert store.refresh_words()
        assert len(store.bm25("bus routes", 5)) == 1


CRASH_AT_FIRST = """
import os, signal, sys
import duckdb
from docmine.store import migrate
class Connection:
    def __init__(self, real):
        self.real = real
    def __getattr__(self, name):
        return getattr(self.real, name)
    def execute(self, query, *values):
        if query == "CHECKPOINT":
            os.kill(os.getpid(), signal.SIGKILL)
        return self.real.execute(query, *values)
migrate.prepare(Connection(duckdb.connect(sys.argv[1])), sys.argv[1], read_only=False)
"""


@pytest.mark.parametrize("read_only", [True, False])
def test_a_process_that_is_killed_once_it_made_the_index_leaves_one(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "the city's.duckdb"
    assert subprocess.run([sys.executable, "-c", CRASH_AT_FIRST, path], capture_output=True).returncode == -9
    assert path.with_name(path.name + ".wal").stat().st_size > 0
    with Store.open(path, read_only=read_only) as store:
        assert store.documents() == ()
        assert list(store.verify()) == []


def test_known_vectors_are_those_of_the_model_asked_for(shelf: Shelf) -> None:
    shelf.put("a.txt", "One.")
    (key,) = (row[0] for row in shelf.store.query("SELECT text_hash FROM passages").rows)
    assert shelf.store.known_vectors([key, text_hash("none")], MODEL) == {key}
    assert shelf.store.known_vectors([key], "another") == set()
    assert [p.text for p in shelf.store.passages_without_vector("another")] == ["One."]
    assert shelf.store.passages_without_vector(MODEL) == ()


def test_the_vector_of_a_sentence_stays_as_long_as_the_sentence(shelf: Shelf) -> None:
    kept, gone = "A sentence of one letter.", "A sentence of another letter."
    shelf.put("a.txt", kept, heading="News")
    shelf.put("b.txt", gone, heading="News")
    assert [s.text for s in shelf.store.sentences_without_vector(MODEL)] == ["News", kept, "News", gone]
    shelf.store.add_vectors({text_hash(t): vector(t) for t in (kept, gone)}, model=MODEL)
    assert [s.text for s in shelf.store.sentences_without_vector(MODEL)] == ["News", "News"]
    shelf.store.remove("b.txt")
    assert set(shelf.store.vectors_of([text_hash(kept), text_hash(gone)], MODEL)) == {text_hash(kept)}


def test_what_was_added_to_a_document_later_has_its_own_date_in_every_list(shelf: Shelf) -> None:
    page = shelf.put("page.html", "We will open.", "We will close.", published="2023-05", records=promises)
    later = replace(page.blocks[1], date="2024-06-12")
    shelf.store.write(
        replace(page, blocks=(page.blocks[0], later)), (), (), promises(page), {}, model=MODEL, run=shelf.run
    )
    rows = shelf.store.query("SELECT text, published, published_from FROM commitments ORDER BY start_char").rows
    assert rows == (("We will open.", "2023-05", date(2023, 5, 1)), ("We will close.", "2024-06-12", date(2024, 6, 12)))
    assert [c.text for c in shelf.store.records("commitment", Filters(since="2024"))] == ["We will close."]


def promises(document: Document) -> list[Record]:
    return [at(document, words, Commitment) for words in ("We will open.", "We will close.")]


def test_blocks_keep_their_links_authors_dates_and_how_surely_words_were_recognised(shelf: Shelf) -> None:
    page = shelf.put("page.html", "We will open.")
    block = replace(
        page.blocks[0],
        kind="comment",
        author="R. Amin",
        date="2024-06",
        links=(Link(0, 2, "https://example.org"),),
        boxes=(Box(start=0, end=2, page=1, x0=1.0, top=2.0, x1=3.0, bottom=4.0, confidence=0.87),),
    )
    shelf.store.write(replace(page, blocks=(block,)), (), (), (), {}, model=MODEL, run=shelf.run)
    assert shelf.store.blocks(page.name) == (block,)
