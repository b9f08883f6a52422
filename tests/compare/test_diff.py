"""What changed between two documents: and what is no change."""

from __future__ import annotations

import pytest

from docmine.compare import diff
from docmine.records import Sentence


def document(*texts: str, block: int = 0) -> list[Sentence]:
    found, position = [], 0
    for text in texts:
        found.append(Sentence(doc="a.txt", text=text, start=position, end=position + len(text), block=block))
        position += len(text) + 1
    return found


A = "The report will be published in May 2024."
B = "We will recruit six more case workers."
C = "The advice line stays open every weekday."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B], [A, B], []),
        ([], [], []),
        ([A, B, C], [C, A, B], []),  # moved
        ([A], ["The  report will be\npublished in May 2024"], []),  # white space, closing stop
        (["It’s “ready” – now."], ['It\'s "ready" - now.'], []),  # typographic marks
        ([A], [A, B], ["added"]),
        ([A, B], [B], ["removed"]),
        ([A], ["The report will be published in September 2024."], ["reworded"]),
        ([A], [B], ["removed", "added"]),  # two different sentences are no rewording
        ([A], [A, A], ["added"]),  # said twice now
        (
            [A, B],
            ["We will recruit two more case workers.", "The report will be published in June 2024."],
            ["reworded"] * 2,
        ),
        (["No."], ["Yes."], ["removed", "added"]),
    ],
)
def test_changes(old: list[str], new: list[str], expected: list[str]) -> None:
    assert [c.change for c in diff(document(*old), document(*new))] == expected


def test_a_rewording_shows_both_sentences_and_how_alike_they_are() -> None:
    (change,) = diff(document(B, A), document(B, "The report will be published in September 2024."))
    assert change.old is not None
    assert change.old.text == A
    assert change.new is not None
    assert "September" in change.new.text
    assert change.score is not None
    assert 0.6 <= change.score < 1


def test_splitting_a_paragraph_is_no_change() -> None:
    old = document(A, B, C)
    new = [*document(A), *document(B, block=1), *document(C, block=2)]
    assert diff(old, new) == ()


def test_each_sentence_is_used_once_and_the_likest_wins() -> None:
    old = document("We will recruit six case workers by May.", "We will recruit nine case workers by June.")
    new = document("We will recruit nine case workers by July.")
    changes = diff(old, new)
    assert {c.change for c in changes} == {"reworded", "removed"}
    assert next(c.old.text for c in changes if c.change == "reworded" and c.old) == old[1].text
