"""Questions → where and for what to look."""

from __future__ import annotations

from datetime import date

import pytest

from docmine.search.question import acronym_table, told, understand

ACRONYMS = acronym_table([("PT", "Physiotherapy"), ("PT", "part time"), ("SLT", "Speech and Language Therapy")])
TODAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("question", "first", "last", "of"),
    [
        ("what was promised about taxis since March 2022", date(2022, 3, 1), None, "published"),
        ("taxis after March 2022", date(2022, 4, 1), None, "published"),
        ("promises before April 2024", None, date(2024, 3, 31), "published"),
        ("last year's newsletters on transport", date(2023, 1, 1), date(2023, 12, 31), "published"),
        ("what is due by June 2022", None, date(2022, 6, 30), "due"),
        ("what was promised for 2025", date(2025, 1, 1), date(2025, 12, 31), "due"),
        ("which promises of autumn 2021 were kept", date(2021, 9, 1), date(2021, 11, 30), "published"),
        ("what happened between May and July 2021", date(2021, 5, 1), date(2021, 7, 31), "any"),
        ("waits in 2022/23", date(2022, 1, 1), date(2023, 12, 31), "any"),
        ("number of tribunals, first quarter 2024", date(2024, 1, 1), date(2024, 3, 31), "any"),
    ],
)
def test_periods(question: str, first: date | None, last: date | None, of: str) -> None:
    period = understand(question, {}, today=TODAY).period
    assert period is not None
    assert (period.first, period.last, period.of) == (first, last, of)


@pytest.mark.parametrize("question", ["may we see the plan", "march to the town hall", "taxis", "the 20 week limit"])
def test_no_period(question: str) -> None:
    assert understand(question, {}, today=TODAY).period is None


@pytest.mark.parametrize(
    ("question", "types", "numbers"),
    [
        ("what does the letter say about taxis", ("letter",), ()),
        ("taxis in the director's reply", ("letter",), ()),
        ("which newsletters mention taxis", ("newsletter",), ()),
        ("in newsletter 12 what was said about taxis", ("newsletter",), ("12",)),
        ("taxis in the newsletters of 2021", ("newsletter",), ()),
        ("waits according to the first newsletter", ("newsletter",), ("1",)),
        ("the first newsletter editor", (), ()),
        ("what do the minutes say", ("minutes",), ()),
        ("when will the report on taxis be published", (), ()),
        ("who gets the newsletter", (), ()),
    ],
)
def test_kinds_of_document(question: str, types: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    asked = understand(question, {}, today=TODAY)
    assert (asked.doc_types, asked.numbers) == (types, numbers)


@pytest.mark.parametrize(
    ("question", "verdicts"),
    [
        ("what was dropped", ("dropped",)),
        ("which promises about taxis were quietly dropped", ("dropped",)),
        ("which promises are never heard of again", ("dropped",)),
        ("which deadlines slipped", ("slipped",)),
        ("broken promises", ("dropped", "contradicted")),
        ("promises that were kept", ("delivered",)),
        ("promises never delivered", ("dropped", "contradicted")),
        ("actions not kept", ("dropped", "contradicted")),
        ("commitments that were watered down", ("weakened",)),
        ("which commitments are still open", ("open",)),
        ("how many calls were dropped in 2023", ()),
        ("late buses", ()),
        ("which promises were made about late buses", ()),
    ],
)
def test_verdicts(question: str, verdicts: tuple[str, ...]) -> None:
    assert understand(question, {}, today=TODAY).verdicts == verdicts


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("which promises about short breaks slipped", "short, breaks"),
        ("which commitments on case officers were quietly dropped", "case, officers"),
        ("delayed promises about transport", "transport"),
        ("which promises slipped", ""),
    ],
)
def test_what_stands_between_a_promise_and_its_fate_is_its_subject(question: str, words: str) -> None:
    assert dict(told(understand(question, {}, today=TODAY))).get("Words, in any form", "") == words


@pytest.mark.parametrize(
    ("question", "concepts"),
    [
        ("what has slipped since 2019", []),  # nothing is named: all that slipped is meant
        ("last year's newsletters on transport", [("transport",)]),
        ("physiotherpy waits", [("physiotherapi",), ("wait",)]),
    ],
)
def test_what_tells_where_to_look_is_no_subject(question: str, concepts: list[tuple[str, ...]]) -> None:
    asked = understand(question, {}, today=TODAY, respelled={"physiotherpy": "physiotherapy"})
    assert [c.forms[0] for c in asked.concepts] == concepts


@pytest.mark.parametrize(("question", "ambiguous"), [("pt waits", {"pt"}), ("slt waits", set())])
def test_short_forms_of_several_things_are_told(question: str, ambiguous: set[str]) -> None:
    assert set(understand(question, ACRONYMS, today=TODAY).ambiguous or ()) == ambiguous
