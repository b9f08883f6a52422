"""What changed between two documents: and what is no change."""

from __future__ import annotations

from typing import Any

import pytest

from docmine.compare import Diff, Statement, diff, statements
from docmine.compare.diff.reworded import words
from docmine.records import Commitment, DateMention, Figure, Record, Sentence


def document(*texts: str, **records: dict[str, Any]) -> tuple[Statement, ...]:
    """Statements of these texts; a record is given as its kind and the words that it stands in."""
    found, position = [], 0
    for n, text in enumerate(texts):
        found.append(Sentence(doc="a.txt", text=text, start=position, end=position + len(text), block=n))
        position += len(text) + 1
    made: list[Record] = []
    whole = "\n".join(texts)
    for kind, values in records.items():
        fields = dict(values)
        text = fields.pop("text")
        place = {"doc": "a.txt", "text": text, "start": whole.index(text), "end": whole.index(text) + len(text)}
        made.append({"f": Figure, "d": DateMention, "c": Commitment}[kind[0]](**place, **fields))
    return statements(found, made)


def kinds(found: Diff) -> list[str]:
    return [change.change for change in found.changes]


A = "The report will be published in May 2024."
B = "We will recruit six more case workers."
C = "The advice line stays open every weekday."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B], [A, B], []),
        ([], [], []),
        ([A, B, C], [C, A, B], ["moved"]),
        ([A], ["The  report will be\npublished in May 2024"], []),  # white space, closing stop
        (["It’s “ready” – now."], ['It\'s "ready" - now.'], []),  # typographic marks
        ([A], [A, B], ["new"]),
        ([A, B], [B], ["gone"]),
        ([A], ["The report will be published in September 2024."], ["reworded"]),
        ([A], [B], ["new", "gone"]),  # two different sentences are no rewording
        ([A], [A, A], ["new"]),  # said twice now
        (
            [A, B],
            ["We will recruit two more case workers.", "The report will be published in June 2024."],
            ["reworded"] * 2,
        ),
        (["No."], ["Yes."], ["new", "gone"]),
        # Divided, or joined again.
        (["We met; all agreed. It was late"], ["We met;", "all agreed. It was late"], []),
        (["The plan", "is ready", "at last"], ["The plan is ready at last"], []),
        (["It is 15 weeks. Sorry"], ["It is 1.5 weeks", "Sorry"], ["new", "new", "gone"]),
        (["See port.example/plan"], ["See port.exam ple/plan"], []),  # a blank where a line of a page ends
        # Little is alike but what is said.
        (
            ["The line answered 702 calls in May."],
            ["The line answered 655 calls in July, and most callers are glad."],
            ["reworded"],
        ),
    ],
)
def test_changes(old: list[str], new: list[str], expected: list[str]) -> None:
    assert kinds(diff(document(*old), document(*new))) == expected


def test_unchanged_statements_are_counted() -> None:
    assert diff(document(A, B, C), document(A, "A new line.", C)).unchanged == 2


def test_a_rewording_shows_the_words_that_changed() -> None:
    (change,) = diff(document(B, A), document(B, "The report will be published in September 2024.")).changes
    assert change.old is not None
    assert change.old.text == A
    assert [(state, text.strip()) for state, text in change.words] == [
        ("same", "The report will be published in"),
        ("gone", "May"),
        ("new", "September"),
        ("same", "2024."),
    ]
    assert change.score is not None
    assert 0.6 <= change.score < 1


@pytest.mark.parametrize(
    ("old", "new"),
    [(A, B), ("One two three.", "one two, three and four"), ("", "All new"), ("A\tb\tc", "A\td\tc"), ("  x  y", "x y")],
)
def test_the_marked_words_hold_both_texts(old: str, new: str) -> None:
    marked = words(old, new)
    assert "".join(t for state, t in marked if state != "gone").split() == new.split()
    assert [w.strip(".,") for w in "".join(t for s, t in marked if s != "new").split()] == [
        w.strip(".,") for w in old.split()
    ]


def test_each_sentence_is_used_once_and_the_likest_wins() -> None:
    old = document("We will recruit six case workers by May.", "We will recruit nine case workers by June.")
    new = document("We will recruit nine case workers by July.")
    changes = diff(old, new).changes
    assert {c.change for c in changes} == {"reworded", "gone"}
    assert next(c.old.text for c in changes if c.change == "reworded" and c.old) == old[1].sentence.text


SIX = {"text": "six", "value": 6.0}
FIRM: dict[str, Any] = {"text": "We will recruit", "strength": "firm", "owner": "the council"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Figures.
        (
            document("We have six case workers.", f=SIX),
            document("We have nine case workers.", f={"text": "nine", "value": 9.0}),
            [("figure changed", "six", "nine")],
        ),
        (
            document("We have six case workers.", f=SIX),
            document("We now have 6 case workers.", f={"text": "6", "value": 6.0}),
            [("reworded", None, None)],
        ),
        (
            document("We have six case workers.", f=SIX),
            document("We have some case workers."),
            [("figure changed", "six", None)],
        ),
        (
            document("The wait is 11 weeks.", f={"text": "11 weeks", "value": 11.0, "unit": "weeks"}),
            document(
                "The wait fell from 12 weeks to 9 weeks.",
                f1={"text": "12 weeks", "value": 12.0, "unit": "weeks"},
                f2={"text": "9 weeks", "value": 9.0, "unit": "weeks", "compared_to": "12 weeks"},
            ),
            [("new", None, None), ("gone", None, None)],
        ),
        # Dates of something to come; those of a figure tell with it.
        (
            document("It opens on 1 May 2024.", d={"text": "1 May 2024", "value": "2024-05-01", "role": "event"}),
            document("It opens on 3 June 2024.", d={"text": "3 June 2024", "value": "2024-06-03", "role": "event"}),
            [("date moved", "1 May 2024", "3 June 2024")],
        ),
        (
            document("We spent £2 in all of 2023.", d={"text": "2023", "value": "2023", "role": "period"}),
            document("We spent £2 in all of 2024.", d={"text": "2024", "value": "2024", "role": "period"}),
            [("reworded", None, None)],
        ),
        # Commitments.
        (
            document("We will recruit staff by May.", c={**FIRM, "due": "2024-05"}),
            document("We will recruit staff in time.", c={**FIRM, "due": None}),
            [("date moved", "2024-05", None)],
        ),
        (
            document("We will recruit staff, says Ann.", c={**FIRM, "owner": "Ann Lee"}),
            document("We will recruit staff, says Bob.", c={**FIRM, "owner": "Bob Hay"}),
            [("owner changed", "Ann Lee", "Bob Hay")],
        ),
        (
            document(
                "We at Hartby and the trust will recruit staff.",
                c={**FIRM, "text": "will recruit", "owner": "Hartby and the trust"},
            ),
            document(
                "We at Hartby and the trust will recruit staff soon.",
                c={**FIRM, "text": "will recruit", "owner": "Hartby"},
            ),
            [("reworded", None, None)],
        ),
        (
            document("We will recruit staff for the centre.", c=FIRM),
            document("We will recruit staff for a centre.", c={**FIRM, "owner": "council"}),
            [("reworded", None, None)],
        ),
        (
            document("We will recruit staff for the centre.", c=FIRM),
            document(
                "We hope to recruit staff for the centre.", c={**FIRM, "text": "We hope to", "strength": "aspirational"}
            ),
            [("strength fell", "firm", "aspirational")],
        ),
        (
            document("We will recruit staff for the centre.", c=FIRM),
            document("We may recruit staff for the centre."),
            [("commitment gone", "We will recruit", None)],
        ),
        (document(A), document(A, "We will recruit.", c=FIRM), [("commitment new", None, "We will recruit")]),
        (document("We will recruit.", C, c=FIRM), document(C), [("commitment gone", "We will recruit", None)]),
    ],
)
def test_typed_changes(
    old: tuple[Statement, ...], new: tuple[Statement, ...], expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(c.change, c.before, c.after) for c in diff(old, new).changes] == expected


def test_typed_changes_come_first_and_what_is_gone_last() -> None:
    old = document(A, "We have six case workers.", C, f=SIX)
    new = document(
        "We have nine case workers.", "The report was published in May 2024.", f={"text": "nine", "value": 9.0}
    )
    assert kinds(diff(old, new)) == ["figure changed", "reworded", "gone"]
