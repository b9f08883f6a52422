from __future__ import annotations

import csv
import io
import json

from docmine.records import Commitment, Evidence, Figure, Finding, Hit, Sentence
from docmine.report import as_csv, as_json, as_jsonl, rows

COMMITMENT = Commitment(
    doc="letter.pdf", text="We will publish it", start=5, end=23, page=2, owner="The Council", due="2022-09"
)
FIGURE = Figure(doc="letter.pdf", text="65%", start=1, end=4, page=None, value=65.0, unit="percent")
SENTENCE = Sentence(doc="old.txt", text="It was so.", start=0, end=10, page=None, block=0)
HIT = Hit(rank=1, score=0.5, doc="letter.pdf", kind="passage", text="We will", start=0, end=7, page=2)
FINDING = Finding(
    doc="letter.pdf",
    text="We will",
    start=0,
    end=7,
    verdict="repeated",
    reasons=("said again",),
    searched=("later.pdf",),
    evidence=(Evidence(doc="later.pdf", text="We will", start=3, end=10, relation="repeated", score=0.9),),
)


def test_a_record_begins_with_kind_doc_text_and_ends_with_its_place() -> None:
    names = list(rows.record_row(COMMITMENT))
    assert names[:3] == ["kind", "doc", "text"]
    assert names[-3:] == ["start", "end", "page"]
    assert set(names) >= {"owner", "action", "due", "strength", "topic"}


def test_a_whole_number_is_written_without_a_fraction() -> None:
    assert '"value": 65,' in as_jsonl.write([rows.record_row(FIGURE)])


def test_a_hit_and_a_finding_begin_with_the_fields_that_scripts_rely_on() -> None:
    assert list(rows.hit_row(HIT))[:6] == ["rank", "score", "doc", "page", "text", "kind"]
    finding = rows.finding_row(FINDING)
    assert list(finding)[:6] == ["doc", "text", "verdict", "reasons", "searched", "evidence"]
    assert list(finding["evidence"][0])[:4] == ["doc", "text", "relation", "score"]


def test_json_lines_and_json_hold_the_same_rows() -> None:
    found = [rows.finding_row(FINDING), rows.finding_row(FINDING)]
    lines = [json.loads(line) for line in as_jsonl.write(found).splitlines()]
    assert lines == json.loads(as_json.write_array(found))
    assert lines[0]["reasons"] == ["said again"]


def test_csv_has_a_column_for_every_field_of_any_row_and_empty_cells_for_null() -> None:
    text = as_csv.write([rows.record_row(COMMITMENT), rows.record_row(FIGURE)])
    first, second = csv.DictReader(io.StringIO(text))
    assert first["owner"] == "The Council"
    assert first["value"] == ""
    assert second["value"] == "65"
    assert second["page"] == ""


def test_csv_joins_texts_and_keeps_objects_as_json() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv.write([rows.finding_row(FINDING)])))
    assert row["reasons"] == "said again"
    assert json.loads(row["evidence"])[0]["doc"] == "later.pdf"


def test_csv_of_nothing_has_the_head_that_was_asked_for() -> None:
    assert as_csv.write([], ["doc", "text"]) == "doc,text\n"
    assert as_csv.write([], []) == "\n"
