"""Invented pairs of a commitment and what a later document says of it, each judged by reading: how many are read alike.

`pairs.jsonl`: promise with its strength and due date; statement with its day, the words above it, and the strength and
date of what it promises itself; the relation. `pairs_plain.jsonl` was written after the rules, in plain words that none
of their cues was made for.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from docmine.compare.relations import Pair, relation
from docmine.compare.terms import telling
from docmine.records import Commitment, Sentence

PLAIN_FLOOR = 0.75


def pairs(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()]


def judged(row: dict[str, str]) -> str:
    promise, statement = row["promise"], row["statement"]
    mine, theirs = telling(promise), telling(statement)
    place = {"start": 0, "page": None}
    own = Commitment(
        doc="b.txt",
        text=statement,
        end=len(statement),
        strength=row.get("later_strength", "firm"),  # type: ignore[arg-type]
        due=row.get("later_due"),
        **place,  # type: ignore[arg-type]
    )
    return relation(
        Pair(
            promise=Commitment(
                doc="a.txt",
                text=promise,
                end=len(promise),
                due=row.get("due"),
                strength=row["strength"],  # type: ignore[arg-type]
                **place,  # type: ignore[arg-type]
            ),
            sentence=promise,
            statement=Sentence(doc="b.txt", text=statement, end=len(statement), block=0, **place),  # type: ignore[arg-type]
            under=row.get("under"),
            later=own if "later_strength" in row else None,
            later_due=row.get("later_due"),
            done_on=None,
            published=row["published"],
            nearness=0.5,
            words=len(mine.keys() & theirs.keys()) / len(mine),
        )
    )[0]


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("delivered", 0.95),
        ("progressed", 0.95),
        ("repeated", 0.95),
        ("slipped", 0.95),
        ("weakened", 0.75),
        ("contradicted", 0.95),
    ],
)
def test_relations_are_told_apart(name: str, floor: float) -> None:
    rows = [row for row in pairs("pairs.jsonl") if row["relation"] == name]
    wrong = Counter((row["promise"], row["statement"], said) for row in rows if (said := judged(row)) != name)
    assert len(rows) >= 12
    assert len(wrong) <= (1 - floor) * len(rows), wrong


def test_most_are_told_apart_in_words_that_no_cue_was_made_for() -> None:
    rows = pairs("pairs_plain.jsonl")
    right = sum(judged(row) == row["relation"] for row in rows)
    assert right >= PLAIN_FLOOR * len(rows), f"{right} of {len(rows)}"
