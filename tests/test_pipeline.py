"""The journey of files into an index: what is read, what is left alone, and what the rows are."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from docmine import embed, pipeline
from docmine.errors import ModelMissing, UsageError
from docmine.pipeline import Mined, Progress, Summary
from docmine.records import Document, Known, Passage, document_record
from docmine.settings import Settings
from docmine.store import Store
from tests.broken import readers as faulty

SETTINGS = Settings(embedding_model="first-model")


class Models:
    """Stands in for spaCy and the embedding model, and counts what they are asked."""

    def __init__(self) -> None:
        self.mined: list[str] = []
        self.encoded: list[str] = []

    def mine(self, document: Document, settings: Settings) -> Mined:
        self.mined.append(document.name)
        passages = tuple(
            Passage(doc=document.name, text=block.text, start=block.start, end=block.end, block=number)
            for number, block in enumerate(document.blocks)
        )
        return Mined(document, (), passages, (document_record(document),))

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded.extend(texts)
        return np.array([[1.0, 0.0]] * len(texts), dtype=np.float32)


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> Models:
    models = Models()
    monkeypatch.setattr(pipeline, "mine", models.mine)
    monkeypatch.setattr(embed, "load_for_many", lambda name, device: models)
    return models


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "index.duckdb", create=True) as store:
        yield store


def put(folder: Path, name: str, *paragraphs: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return path


A = "The first paragraph of a letter goes here, and it ends."
B = "Another paragraph says something else, and it ends too."
C = "A third paragraph was written much later, by somebody else."


def test_a_second_ingest_does_nothing_twice(store: Store, tmp_path: Path, models: Models) -> None:
    files = [put(tmp_path, "a.txt", A, B), put(tmp_path, "b.txt", A, C)]
    names = tuple(str(f) for f in files)
    assert pipeline.ingest(store, files, SETTINGS) == Summary(new=names)
    assert models.encoded == [A, B, C]  # a text that was seen before keeps its row and its vector
    assert store.counts()["passages"] == 4
    assert pipeline.ingest(store, files, SETTINGS) == Summary(unchanged=names)
    assert (models.mined, len(models.encoded)) == (["a.txt", "b.txt"], 3)
    assert store.query("SELECT run, new, unchanged, failed FROM runs ORDER BY run").rows == ((1, 2, 0, 0), (2, 0, 2, 0))
    assert len(store.bm25("paragraph", 10)) == 4


def test_copies_changes_and_returns(store: Store, tmp_path: Path, models: Models) -> None:
    first = put(tmp_path, "a.txt", A)
    copy = put(tmp_path, "elsewhere/copy.txt", A)
    assert pipeline.ingest(store, [first, copy], SETTINGS) == Summary(new=(str(first),), unchanged=(str(copy),))
    put(tmp_path, "a.txt", B)
    assert pipeline.ingest(store, [first], SETTINGS) == Summary(changed=(str(first),))
    assert [(d.name, d.version, d.current) for d in store.documents(current=False)] == [
        ("a.txt", 1, False),
        ("a.txt", 2, True),
        ("copy.txt", 1, True),  # the copy still has the first words
    ]
    assert pipeline.ingest(store, [first, copy], SETTINGS) == Summary(unchanged=(str(first),), changed=(str(copy),))
    assert sorted(d.name for d in store.documents()) == ["a.txt", "copy.txt"]
    assert [p for p in store.verify() if p.fault] == []


Versions = list[tuple[str, int, bool]]


def held(store: Store) -> Versions:
    """Every version of every file, after a look at whether the index is whole."""
    assert [p for p in store.verify() if p.fault] == []
    assert store.query("SELECT name FROM all_documents WHERE current AND read_as <> name").rows == ()
    return sorted((str(d.name), d.version, d.current) for d in store.documents(current=False))


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("before", "after", "current", "versions"),
    [
        pytest.param(
            {"a.txt": A, "b.txt": B},
            {"a.txt": B, "b.txt": B},
            {"a.txt": B},
            [("a.txt", 1, False), ("a.txt", 2, True), ("b.txt", 1, True)],
            id="changed to what another has",
        ),
        pytest.param(
            {"a.txt": A, "c.txt": A},
            {"a.txt": B, "c.txt": A},
            {"a.txt": B, "c.txt": A},
            [("a.txt", 1, False), ("a.txt", 2, True), ("c.txt", 1, True)],
            id="one of two copies changed",
        ),
        pytest.param(
            {"a.txt": A, "b.txt": B},
            {"a.txt": B, "b.txt": A},
            {"a.txt": B, "b.txt": A},
            [("a.txt", 1, False), ("a.txt", 2, True), ("b.txt", 1, False), ("b.txt", 2, True)],
            id="exchanged",
        ),
        pytest.param(
            {"b.txt": A},
            {"b.txt": A, "a.txt": A},
            {"a.txt": A},
            [("a.txt", 1, True), ("b.txt", 1, True)],
            id="copied to a name before its own",
        ),
        pytest.param({"a.txt": A}, {"new.txt": A}, {"new.txt": A}, [("new.txt", 1, True)], id="renamed"),
        pytest.param(
            {"b.txt": A, "c.txt": B},
            {"c.txt": A},
            {"c.txt": A},
            [("b.txt", 1, False), ("c.txt", 1, False), ("c.txt", 2, True)],
            id="moved over another",
        ),
    ],
)
def test_files_that_change_and_move(
    store: Store,
    tmp_path: Path,
    models: Models,
    before: dict[str, str],
    after: dict[str, str],
    current: dict[str, str],
    versions: Versions,
    backwards: bool,
) -> None:
    def ingest(texts: dict[str, str]) -> Summary:
        for path in tmp_path.glob("*.txt"):
            path.unlink()
        files = [put(tmp_path, name, text) for name, text in sorted(texts.items(), reverse=backwards)]
        return pipeline.ingest(store, files, SETTINGS)

    ingest(before)
    assert ingest(after).failed == ()
    assert {p.doc: p.text for p in store.passages()} == current
    assert {d.name: Path(d.path or "").name for d in store.documents()} == {name: name for name in current}
    assert held(store) == versions
    assert len(store.bm25("paragraph", 10)) == len(current)
    assert len(ingest(after).unchanged) == len(after)
    assert held(store) == versions


def test_a_folder_that_moved_is_not_read_again_and_keeps_its_history(
    store: Store, tmp_path: Path, models: Models
) -> None:
    for text in (A, B):
        pipeline.ingest(store, [put(tmp_path, "old/a.txt", text)], SETTINGS)
    (tmp_path / "old").rename(tmp_path / "new")
    moved = tmp_path / "new" / "a.txt"
    assert pipeline.ingest(store, [moved], SETTINGS) == Summary(unchanged=(str(moved),))
    assert models.mined == ["a.txt", "a.txt"]
    assert [d.path for d in store.documents()] == [str(moved)]
    assert held(store) == [("a.txt", 1, False), ("a.txt", 2, True)]
    assert store.verify() == ()


def test_a_renamed_file_keeps_what_the_person_said_of_it(store: Store, tmp_path: Path, models: Models) -> None:
    path = put(tmp_path, "a.txt", A)
    pipeline.ingest(store, [path], SETTINGS, {"publisher": "Us"})
    pipeline.ingest(store, [path.rename(tmp_path / "b.txt")], SETTINGS)
    assert [(d.name, d.publisher) for d in store.documents()] == [("b.txt", Known("Us", "option"))]


def test_a_bad_file_is_a_row_and_the_others_go_on(store: Store, tmp_path: Path, models: Models) -> None:
    good = put(tmp_path, "a.txt", A)
    empty = tmp_path / "empty.txt"
    empty.touch()
    gone = tmp_path / "gone.txt"
    summary = pipeline.ingest(store, [empty, gone, good], SETTINGS)
    assert summary.new == (str(good),)
    assert summary.failed == ((str(empty), "The file is empty."), (str(gone), "There is no such file."))
    assert [(f.doc, f.reason) for f in store.failures()] == [
        ("empty.txt", "The file is empty."),
        ("gone.txt", "There is no such file."),
    ]
    put(tmp_path, "empty.txt", B)
    assert pipeline.ingest(store, [empty], SETTINGS) == Summary(new=(str(empty),))
    assert [f.doc for f in store.failures()] == ["gone.txt"]
    put(tmp_path, "gone.txt", B)  # the same bytes as a document that is there
    assert pipeline.ingest(store, [gone], SETTINGS) == Summary(unchanged=(str(gone),))
    assert store.failures() == ()


def test_a_document_that_goes_bad_keeps_its_good_version(store: Store, tmp_path: Path, models: Models) -> None:
    path = put(tmp_path, "a.txt", A)
    pipeline.ingest(store, [path], SETTINGS)
    path.write_bytes(b"")
    assert len(pipeline.ingest(store, [path], SETTINGS).failed) == 1
    assert [(d.name, d.version) for d in store.documents()] == [("a.txt", 1)]
    assert len(store.bm25("paragraph", 10)) == 1


def test_a_fault_of_docmine_itself_costs_one_document_only(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import docmine.extract

    def broken(nlp: object, document: Document) -> object:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(docmine.extract, "load", lambda model: None)
    monkeypatch.setattr(docmine.extract, "analyse", broken)
    path = put(tmp_path, "a.txt", A)
    ((failed, reason),) = pipeline.ingest(store, [path], SETTINGS).failed
    assert failed == str(path)
    assert reason.startswith("docmine failed on it (ZeroDivisionError: division by zero). Please report this")


def test_a_file_that_its_reader_does_not_survive_costs_itself_only(
    store: Store, tmp_path: Path, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docmine.read.read", faulty.read)
    limits = replace(SETTINGS, read_seconds=4, read_memory_mb=400)
    odd = ["deeper", "for_ever", "key_error", "leave", "more_and_more", "segmentation_fault"]
    files = [put(tmp_path, f"{name}.txt", f"Of {name}.") for name in [*odd, *"agkmz"]]
    summary = pipeline.ingest(store, files, limits)
    assert [Path(path).name for path in summary.new] == ["a.txt", "g.txt", "k.txt", "m.txt", "z.txt"]
    assert models.mined == ["a.txt", "g.txt", "k.txt", "m.txt", "z.txt"]
    assert [(f.doc, f.reason) for f in store.failures()] == [(Path(p).name, reason) for p, reason in summary.failed]
    reasons = {f.doc.removesuffix(".txt"): f.reason for f in store.failures()}
    assert list(reasons) == odd
    assert "nested too deeply" in reasons["deeper"]
    assert "longer than 4 seconds" in reasons["for_ever"]
    assert reasons["key_error"].startswith("docmine failed on it (KeyError")
    assert "broke off" in reasons["leave"]
    assert "more than 0.4 GB" in reasons["more_and_more"]
    assert "broke off" in reasons["segmentation_fault"]


def test_a_pdf_with_more_pages_than_allowed(store: Store, models: Models, corpus: Path) -> None:
    settings = replace(SETTINGS, read_pages=1)
    ((_, reason),) = pipeline.ingest(store, [corpus / "Marlbrook SEND Newsletter 1.pdf"], settings).failed
    assert reason == "The PDF has more than 1 pages. Raise DOCMINE_READ_PAGES if you do want it read."


def archive(path: Path, **texts: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as made:
        for name, text in texts.items():
            made.writestr(f"inner/{name}.txt", text)
    return path


def test_what_lies_in_an_archive_is_documents_of_its_own(store: Store, tmp_path: Path, models: Models) -> None:
    path = archive(tmp_path / "papers.zip", a=A, b=B, empty="")
    steps: list[Progress] = []
    first = pipeline.ingest(store, [path, put(tmp_path, "z.txt", C)], SETTINGS, progress=steps.append)
    a, b, empty, z = (
        str(tmp_path / name)
        for name in ("papers.zip/inner/a.txt", "papers.zip/inner/b.txt", "papers.zip/inner/empty.txt", "z.txt")
    )
    assert first == Summary(new=(a, b, z), failed=((empty, "The file is empty."),))
    assert (steps[-1].done, steps[-1].total) == (4, 4)
    assert {d.name: d.path for d in store.documents()} == {"a.txt": a, "b.txt": b, "z.txt": z}
    assert pipeline.ingest(store, [path], SETTINGS).unchanged == (a, b)
    archive(path, a=A, b=C + " And more.", empty=B)
    again = pipeline.ingest(store, [path], SETTINGS)
    assert again == Summary(new=(empty,), changed=(b,), unchanged=(a,))
    assert store.failures() == ()
    assert models.mined == ["a.txt", "b.txt", "z.txt", "b.txt", "empty.txt"]


def test_an_archive_is_removed_with_all_that_lies_in_it(store: Store, tmp_path: Path, models: Models) -> None:
    path, other = archive(tmp_path / "papers.zip", a=A, b=B, empty=""), archive(tmp_path / "x" / "papers.zip", c=C)
    pipeline.ingest(store, [path, other, put(tmp_path, "z.txt", A)], SETTINGS)
    with pytest.raises(UsageError, match=r"Several documents are called papers\.zip"):
        store.remove("papers.zip")
    assert store.remove(path) == 2
    assert [d.name for d in store.documents()] == ["c.txt", "z.txt"]  # what is elsewhere too stays there
    assert store.failures() == ()
    assert store.remove("papers.zip") == 1
    assert [p for p in store.verify() if p.fault] == []


def test_what_lies_in_two_archives_is_at_both_places(store: Store, tmp_path: Path, models: Models) -> None:
    """What lies in an archive has not moved because no file of its own is there."""
    first, second = archive(tmp_path / "1.zip", a=A), archive(tmp_path / "2.zip", a=A)
    assert len(pipeline.ingest(store, [first], SETTINGS).new) == 1
    assert len(pipeline.ingest(store, [second], SETTINGS).unchanged) == 1
    assert len(held(store)) == 2


def test_an_archive_that_cannot_be_opened_is_one_failure(store: Store, tmp_path: Path, models: Models) -> None:
    path = archive(tmp_path / "papers.zip", a=A, b=B)
    path.write_bytes(path.read_bytes()[:100])
    ((failed, reason),) = pipeline.ingest(store, [path], SETTINGS).failed
    assert failed == str(path)
    assert "damaged" in reason


def test_the_number_of_workers_changes_nothing(tmp_path: Path, models: Models) -> None:
    files = [put(tmp_path, f"{n:02}.txt", *[A, B, C][n % 3 :]) for n in range(20)]
    seen = []
    for workers in (1, 4):
        with Store.open(tmp_path / f"{workers}.duckdb", create=True) as store:
            summary = pipeline.ingest(store, files, replace(SETTINGS, workers=workers))
            texts = [(d.name, d.path, d.sha256, d.version) for d in store.documents(current=False)]
            seen.append((summary, texts, store.passages()))
    assert seen[0] == seen[1]


def test_a_name_that_is_no_text_costs_one_document_only(store: Store, tmp_path: Path, models: Models) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        odd.write_text(A, "utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    good = put(tmp_path, "good.txt", B)
    summary = pipeline.ingest(store, [odd, good], SETTINGS)
    assert summary.new == (str(good),)
    assert [(f.doc, f.reason) for f in store.failures()] == [
        ("caf?.txt", "Its name or folder is not written in UTF-8. Rename it and try again.")
    ]


def test_a_run_that_stops_is_finished_and_what_it_read_can_be_found(
    store: Store, tmp_path: Path, models: Models
) -> None:
    def stop(step: Progress) -> None:
        if step.done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.ingest(store, [put(tmp_path, "a.txt", A), put(tmp_path, "b.txt", B)], SETTINGS, progress=stop)
    assert len(store.bm25("paragraph", 10)) == 1
    assert store.query("SELECT new, finished IS NOT NULL FROM runs").rows == ((1, True),)


def test_a_missing_model_stops_the_run(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="no_such_model"):
        pipeline.ingest(store, [put(tmp_path, "a.txt", A)], Settings(spacy_model="no_such_model"))
    assert store.documents() == ()
    assert store.failures() == ()


def test_what_the_person_knows_better(store: Store, tmp_path: Path, models: Models) -> None:
    path = put(tmp_path, "a.txt", A)
    pipeline.ingest(store, [path], SETTINGS)
    given = {"published": "2022-09", "publisher": "Us", "series": None, "doc_type": "letter"}
    assert pipeline.ingest(store, [path], SETTINGS, given) == Summary(changed=(str(path),))
    (stored,) = store.documents()
    assert (stored.published, stored.publisher, stored.doc_type, stored.version) == (
        Known("2022-09", "option"),
        Known("Us", "option"),
        Known("letter", "option"),
        1,  # the same bytes: the same version, read again
    )
    assert pipeline.ingest(store, [path], SETTINGS, given) == Summary(unchanged=(str(path),))
    assert pipeline.ingest(store, [path], SETTINGS) == Summary(unchanged=(str(path),))


@pytest.mark.parametrize(
    ("overrides", "says"),
    [
        ({"published": "May"}, "--published 'May' is not a date. Write it as 2022-09-14, 2022-09 or 2022"),
        ({"doc_type": "leaflet"}, "--type 'leaflet' is none of letter, newsletter"),
        ({"title": "X"}, "'title' cannot be overruled"),
    ],
)
def test_overrides_that_are_none(tmp_path: Path, overrides: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        pipeline.read_document(put(tmp_path, "a.txt", A), overrides)


def test_again_reads_what_is_there(store: Store, tmp_path: Path, models: Models) -> None:
    path = put(tmp_path, "a.txt", A)
    for _ in range(2):
        pipeline.ingest(store, [path], SETTINGS, again=True)
    assert models.mined == ["a.txt", "a.txt"]
    assert [(d.version, d.run) for d in store.documents(current=False)] == [(1, 2)]


def test_another_embedding_model_gives_every_passage_its_vector(store: Store, tmp_path: Path, models: Models) -> None:
    path = put(tmp_path, "a.txt", A, B)
    pipeline.ingest(store, [path], SETTINGS)
    pipeline.ingest(store, [path], replace(SETTINGS, embedding_model="second-model"))
    assert models.mined == ["a.txt"]
    assert store.query("SELECT model, count(*) FROM vectors GROUP BY model ORDER BY model").rows == (
        ("first-model", 2),
        ("second-model", 2),
    )


def test_progress_names_each_file_twice(store: Store, tmp_path: Path, models: Models) -> None:
    steps: list[Progress] = []
    path, gone = put(tmp_path, "a.txt", A), tmp_path / "gone.txt"
    pipeline.ingest(store, [gone, path, path], SETTINGS, progress=steps.append)
    assert steps == [
        Progress(0, 3, path),
        Progress(1, 3, path, "new"),
        Progress(1, 3, path),
        Progress(2, 3, path, "unchanged"),
        Progress(2, 3, gone),
        Progress(3, 3, gone, "failed"),
    ]


def test_progress_names_the_page_that_is_being_recognised(
    store: Store, tmp_path: Path, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docmine.read.read", faulty.read)
    monkeypatch.setattr(pipeline, "_PATIENCE", 0.05)
    steps: list[Progress] = []
    path = put(tmp_path, "page_by_page.txt", A)
    pipeline.ingest(store, [path], SETTINGS, progress=steps.append)
    assert (steps[0], steps[-1]) == (Progress(0, 1, path), Progress(1, 1, path, "new"))
    told = [step.page.number for step in steps if step == Progress(0, 1, path, page=step.page) and step.page]
    assert told == sorted(told)
    assert set(told) <= {1, 2, 3}
    assert len(set(told)) > 1


def test_relative_paths_mean_the_same_files(
    store: Store, tmp_path: Path, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "a.txt", A)
    monkeypatch.chdir(tmp_path)
    pipeline.ingest(store, [Path("a.txt")], SETTINGS)
    assert store.documents()[0].path == str(path)
    path.write_text(B)
    assert len(pipeline.ingest(store, [tmp_path / "x" / ".." / "a.txt"], SETTINGS).changed) == 1


def test_the_hash_is_that_of_the_bytes(store: Store, tmp_path: Path, models: Models) -> None:
    path = put(tmp_path, "a.txt", A)
    pipeline.ingest(store, [path], SETTINGS)
    assert store.documents()[0].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
