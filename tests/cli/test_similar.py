"""`docmine similar`: what means nearly the same, without the record itself and its repeats."""

from __future__ import annotations

import json

import pytest

from docmine.index import Index
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def promise(sample_index: Index) -> str:
    """The id of the promise that the crisis line opens at weekends, which is made again and again."""
    (made,) = sample_index.commitments(contains="crisis line", doc="Newsletter 2")
    return sample_index.ids([made])[0]


def test_nearest_first_and_never_itself(run: Run, sample_index: Index, promise: str) -> None:
    result = run("similar", promise[:8], "--format", "jsonl", on=sample_index.path)
    hits = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert "crisis line" in hits[0]["text"]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    record = sample_index.record(promise).record
    assert not any(hit["doc"] == record.doc and hit["start"] < record.end and record.start < hit["end"] for hit in hits)
    texts = [" ".join(hit["text"].lower().split()) for hit in hits]
    assert len(set(texts)) == len(texts)
    assert " ".join(record.text.lower().split()) not in texts
    for hit in hits:
        assert run("show", hit["id"], on=sample_index.path).exit_code == 0


def test_a_table_has_a_card_for_each(run: Run, sample_index: Index, promise: str) -> None:
    result = run("similar", promise, "--limit", 2, on=sample_index.path, env={"COLUMNS": "60"})
    assert result.stdout.startswith("1. ")
    assert "\n2. " in result.stdout
    assert "\n3. " not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 60


def test_documents_that_say_it_word_for_word_are_named(run: Run, papers: object, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    for month in ("March", "May", "July"):
        text = f"Harrowfield Council\n1 {month} 2023\n\nWe will open a youth hub in the old library. {month} was wet.\n"
        (folder / f"{month}.txt").write_text(text)
    on = folder / "hub.duckdb"
    assert run("ingest", folder, on=on).exit_code == 0
    first = json.loads(run("commitments", "--doc", "May", "-f", "jsonl", on=on).stdout.splitlines()[0])
    result = run("similar", first["id"], "--format", "json", on=on)
    assert "Word for word also in 2 documents: July.txt; March.txt." in result.stderr
    assert not any("youth hub" in hit["text"] for hit in json.loads(result.stdout))


def test_a_document_and_an_unknown_id_are_refused(run: Run, sample_index: Index) -> None:
    document = sample_index.documents()[0].doc_id
    for id, says in ((document, "a whole document"), ("0000000000", "No record in the index has the id")):
        result = run("similar", id, on=sample_index.path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in result.stderr
