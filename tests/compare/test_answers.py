"""What replies make of what letters ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine import settings
from docmine.compare import Answer
from docmine.index import Index

LETTER = """\
Open letter to Fenwick Borough Council

3 March 2023

Dear Councillor Amble

We write as neighbours of the old tannery. For two years lorries have come and gone at night.

{asks}

We also ask that the park gate be painted. Could you see to that?

Yours sincerely

The Tannery Row Residents
"""
REPLY = """\
Fenwick Borough Council

24 March 2023

Dear Tannery Row Residents

Thank you for your letter. We understand how frustrating this has been for you.

{says}

Yours sincerely

Petra Amble
Cabinet Member for Highways
Fenwick Borough Council
"""

CASES = [
    (
        "We ask that the noise survey be published in full.",
        "The noise survey was published in full on our website on 20 March 2023.",
        "answered",
    ),
    (
        "We ask that the noise survey be published with a timetable for the works.",
        "We will publish the noise survey by the end of April 2023.",
        "partly",
    ),
    (
        "We ask that the noise survey be published.",
        "The noise survey is an important piece of work and we are committed to listening to residents.",
        "deflected",
    ),
    ("We ask that the noise survey be published.", "The swimming pool will open again in May 2023.", "unanswered"),
    (
        "We ask that the streetlights in Tannery Row be mended by the end of April 2023.",
        "The streetlights in Tannery Row will be mended by the end of June 2023.",
        "partly",  # later than asked
    ),
    (
        "We ask that the streetlights in Tannery Row be mended by the end of April 2023.",
        "The streetlights in Tannery Row will be mended by 12 April 2023.",
        "answered",
    ),
    (
        "We want a weight limit on Tannery Row.",
        "We will not put a weight limit on Tannery Row, because the fire station needs the road.",
        "answered",  # a plain no is an answer
    ),
    (
        "We want a weight limit on Tannery Row.",
        "We recognise that a weight limit on Tannery Row matters to you, and conversations are continuing.",
        "deflected",
    ),
    (
        "Please tell us how many lorries have a licence to drive at night.",
        "Fourteen lorries have a licence to drive at night.",
        "answered",
    ),
    (
        "Please tell us how many lorries have a licence to drive at night.",
        "We appreciate that lorries that drive at night are a worry.",
        "deflected",
    ),
    ("We would like a written reply to this letter by 31 March 2023.", "The pool opens in May 2023.", "answered"),
    ("We would like a written reply to this letter by 10 March 2023.", "The pool opens in May 2023.", "partly"),
    (
        "We want a named contact for residents of Tannery Row.",
        "Your contact for residents of Tannery Row will be Jo Pell.",
        "answered",
    ),
    ("We ask for an apology for the missed meeting.", "I apologise that nobody came to the meeting.", "answered"),
    (
        "We ask that a crossing be built at Mill Lane by September 2023.",
        "Mill Lane is a challenging site and we are working closely with partners to explore crossing points.",
        "deflected",
    ),
    (
        "We urge you to keep Bell Street library open.",
        "Bell Street library is a valued part of our community.",
        "deflected",
    ),
    (
        "Please explain why the survey was stopped.",
        "The survey was paused because its maker went bankrupt.",
        "answered",
    ),
]


def told(folder: Path, asks: str, says: str) -> tuple[Answer, ...]:
    (folder / "letter.txt").write_text(LETTER.format(asks=asks), encoding="utf-8")
    (folder / "reply.txt").write_text(REPLY.format(says=says), encoding="utf-8")
    index = Index(folder / "none.duckdb", settings.load({}))
    return index.answers(folder / "letter.txt", folder / "reply.txt")


def of(found: tuple[Answer, ...], ask: str) -> list[Answer]:
    return [a for a in found if a.text.rstrip(".?") in ask]


@pytest.mark.parametrize(("ask", "says", "verdict"), CASES)
def test_verdicts(tmp_path: Path, ask: str, says: str, verdict: str) -> None:
    found = of(told(tmp_path, ask, says), ask)
    assert [(a.verdict, a.reasons) for a in found if a.verdict != verdict] == []
    assert found


def test_an_answer_shows_both_sentences_and_what_was_searched(tmp_path: Path) -> None:
    (answer,) = of(told(tmp_path, *CASES[0][:2]), CASES[0][0])
    assert answer.replies[0].text == CASES[0][1]
    assert answer.replies[0].manner == "report"
    assert answer.published == "2023-03-03"
    assert answer.searched[0].startswith("reply.txt (")


def test_a_document_without_asks_has_no_answers(tmp_path: Path) -> None:
    told(tmp_path, *CASES[0][:2])
    index = Index(tmp_path / "none.duckdb", settings.load({}))
    assert index.answers(tmp_path / "reply.txt", tmp_path / "letter.txt") == ()
