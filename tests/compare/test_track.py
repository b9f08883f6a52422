"""Verdicts, each with a minimal pair that must not get it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docmine.errors import UsageError
from docmine.records import Finding

Follow = Callable[..., tuple[Finding, ...]]

PROMISE = "!2023-05 The Lantern Trust service for young carers will be expanded to three schools by May 2023."
BARE = PROMISE.split(" ", 1)[1]
BESIDE = "Speech therapy waiting times fell to nine weeks this spring."
BESIDE_LATER = "Speech therapy waiting times have fallen to eight weeks this summer."
WEATHER = "The library opens on Sunday mornings from now on."


def first(follow: Follow, *later: tuple[str, str | None, list[str]], **options: object) -> Finding:
    return follow(("1.txt", "2023-02", [BESIDE, PROMISE]), *later, **options)[0]


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        ([BARE], "slipped"),  # promised again after its date had passed
        (["The Lantern Trust service for young carers has been expanded to three schools."], "delivered"),
        (["The Lantern Trust service for young carers is being expanded to three schools."], "progressed"),
        (
            ["!2023-11 The Lantern Trust service for young carers will be expanded to three schools by November 2023."],
            "slipped",
        ),
        # Each of these lacks one thing that a verdict needs.
        (["The Lantern Trust has moved its office."], "unsure"),  # the name only
        (["A service for adults has been expanded to three hospitals."], "unsure"),  # another service
        ([BESIDE_LATER, WEATHER], "unsure"),  # silence of one issue
    ],
)
def test_verdict_of_one_later_issue(follow: Follow, later: list[str], verdict: str) -> None:
    found = first(follow, ("2.txt", "2023-07", later))
    assert (found.verdict, found.searched) == (verdict, ("2.txt",)), found.reasons
    assert found.reasons


BESIDE_LAST = "Speech therapy waiting times have fallen to seven weeks this autumn."
BUS = "!2023-05 A mobile library bus will visit every village from May 2023."


OPENED = "The Lantern Trust service for young carers has been expanded to three schools."
MOVED = "!2023-11 The Lantern Trust service for young carers will be expanded to three schools by November 2023."


@pytest.mark.parametrize(
    ("second", "third", "verdict"),
    [
        ([MOVED], [OPENED], "delivered"),  # late, but done
        ([OPENED], [MOVED], "slipped"),  # what was said to be done is promised again
        ([MOVED], [WEATHER], "slipped"),
    ],
)
def test_the_newest_of_a_moved_date_and_a_report_decides(
    follow: Follow, second: list[str], third: list[str], verdict: str
) -> None:
    found = first(follow, ("2.txt", "2023-07", second), ("3.txt", "2023-12", third))
    assert found.verdict == verdict, found.reasons
    assert found.due_history[0]["due"] == "2023-05"


@pytest.mark.parametrize(
    ("promise", "second", "third", "verdict"),
    [
        (PROMISE, [BESIDE_LATER, WEATHER], [BESIDE_LAST], "dropped"),  # its name is heard no more
        (BUS, [BESIDE_LATER, WEATHER], [BESIDE_LAST], "dropped"),  # nor its words
        (BUS.replace("every village", "Wickham"), [BESIDE_LATER, WEATHER], [BESIDE_LAST], "dropped"),
        # Each of these lacks one thing.
        (PROMISE, [WEATHER], [WEATHER], "unsure"),  # none is known to cover what stood beside it
        (PROMISE, [BESIDE_LATER, WEATHER], [BESIDE_LAST, "Lantern Trust staff were thanked."], "unsure"),  # named
        (
            PROMISE.replace("2023-05", "2023-08"),
            [BESIDE_LATER, WEATHER],
            [BESIDE_LAST],
            "unsure",
        ),  # one issue before its date
        (PROMISE.replace("2023-05", "2024-05"), [BESIDE_LATER, WEATHER], [BESIDE_LAST], "unsure"),  # both
        (
            BUS.replace("2023-05", ""),
            [BESIDE_LATER, WEATHER],
            [WEATHER],
            "dropped",
        ),  # no date: its neighbours are there
        (BUS.replace("2023-05", ""), [WEATHER, WEATHER], [WEATHER], "unsure"),  # neither date nor neighbours
        (
            BUS,
            [BESIDE_LATER, WEATHER],
            [BESIDE_LAST, "A bus was mobile on the way to visit us."],
            "unsure",
        ),  # its words
        (
            BUS.replace("every village", "Wickham"),
            [BESIDE_LATER, WEATHER],
            [BESIDE_LAST, "In Wickham the market was busy."],
            "unsure",
        ),  # a name that it has
        ("!2023-05 The Lantern Trust will write to you by May 2023.", [BESIDE_LATER, WEATHER], [BESIDE_LAST], "unsure"),
        (
            BUS,
            [BESIDE_LATER, WEATHER],
            [BESIDE_LAST, "A travelling library has called at every village and hamlet."],
            "unsure",
        ),  # renamed
        # What recurs is named once at least; what goes on may go on unsaid.
        (BUS.replace("visit", "each month visit"), [BESIDE_LATER, WEATHER], [BESIDE_LAST], "dropped"),
        (BUS.replace("visit", "go on visiting"), [BESIDE_LATER, WEATHER], [BESIDE_LAST], "unsure"),
    ],
)
def test_dropped_needs_two_silent_issues_that_had_to_speak(
    follow: Follow, promise: str, second: list[str], third: list[str], verdict: str
) -> None:
    found = follow(("1.txt", "2023-02", [BESIDE, promise]), ("2.txt", "2023-07", second), ("3.txt", "2023-09", third))
    assert found[0].verdict == verdict, found[0].reasons


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        ("The average wait for speech therapy has been reduced to 8 weeks.", "delivered"),
        ("The average wait for speech therapy has been reduced from 19 weeks to 7 weeks.", "delivered"),
        ("The average wait for speech therapy has been reduced from 19 weeks to 16 weeks.", "progressed"),
        ("The average wait for speech therapy has been reduced.", "progressed"),
    ],
)
def test_a_number_is_delivered_when_it_is_met(follow: Follow, report: str, verdict: str) -> None:
    promise = "!2023-05 We will reduce the average wait for speech therapy to 8 weeks by May 2023."
    found = follow(("1.txt", "2023-02", [promise]), ("2.txt", "2023-07", [report]))
    assert found[0].verdict == verdict, found[0].evidence


def test_another_number_is_no_slip(follow: Follow) -> None:
    promise = "!2023-05 We will clear 500 overdue annual reviews by May 2023."
    other = "!2023-11 We will clear all overdue annual reviews by November 2023."
    assert follow(("1.txt", "2023-02", [promise]), ("2.txt", "2023-07", [other]))[0].verdict != "slipped"


@pytest.mark.parametrize(
    ("published", "options"),
    [
        ("2023-02", {}),  # the same month: not known to be later
        ("2022-12", {}),
        (None, {}),
        ("2023-07", {"as_of": "2023-06"}),
    ],
)
def test_no_later_document_then_open_or_unsure_but_never_dropped(
    follow: Follow, published: str | None, options: dict[str, str]
) -> None:
    found = first(follow, ("2.txt", published, [BESIDE_LATER]), **options)
    assert found.searched == ()
    assert found.verdict in ("open", "unsure")
    assert found.evidence == ()


def test_open_until_the_date_has_passed(follow: Follow) -> None:
    (found,) = follow(("1.txt", "2023-02", [BESIDE, PROMISE]), as_of="2023-03")
    assert found.verdict == "open"


def test_unsure_when_the_date_has_passed_and_nobody_could_say(follow: Follow) -> None:
    (found,) = follow(("1.txt", "2023-02", [BESIDE, PROMISE]), as_of="2024")
    assert found.verdict == "unsure"
    assert "due 2023-05" in found.reasons[0]


def test_not_dropped_before_its_date(follow: Follow) -> None:
    assert first(follow, ("2.txt", "2023-04", [BESIDE_LATER])).verdict == "unsure"


def test_a_letter_about_other_matters_is_no_successor(follow: Follow) -> None:
    found = first(follow, ("2.txt", "2023-07", [BESIDE_LATER]), series=None, doc_type="letter")
    assert found.verdict == "unsure"


def test_two_files_of_one_issue_do_not_follow_each_other(follow: Follow) -> None:
    lines = [BESIDE, PROMISE, WEATHER, "Half term starts on Monday, so the helpline is closed."]
    found = follow(("1.pdf", "2023-02-01", lines), ("1.docx", "2023-02-14", [*lines, "Corrected copy of the issue."]))
    assert {f.searched for f in found} == {()}
    first, twin = found
    assert (first.doc, first.same_as, twin.doc) == ("1.pdf", None, "1.docx")
    assert twin.same_as  # the same promise: of one finding
    assert (twin.verdict, twin.evidence, twin.reasons) == (first.verdict, first.evidence, first.reasons)


def test_an_undated_document_has_nothing_later(follow: Follow) -> None:
    found = follow(("1.txt", None, [BESIDE, PROMISE]), ("2.txt", "2023-07", [BARE]))
    assert found[0].verdict == "unsure"
    assert "no date" in found[0].reasons[0]


def test_the_same_day_without_a_year_has_not_slipped(follow: Follow) -> None:
    issue = "!2023-12-31 The Lantern Trust report must be completed by 31st December."
    repeated = "!2024-12-31 The Lantern Trust report must be completed by 31st December."
    found = follow(("1.txt", "2023-02", [issue, BESIDE]), ("2.txt", "2024-03", [repeated, WEATHER, BESIDE_LATER]))[0]
    assert found.verdict == "repeated"


def test_a_slip_keeps_the_history_of_its_dates(follow: Follow) -> None:
    moved = "!2023-11 The Lantern Trust service for young carers will be expanded to three schools by November 2023."
    found = first(follow, ("2.txt", "2023-07", [moved]))
    assert [(h["doc"], h["due"]) for h in found.due_history] == [("1.txt", "2023-05"), ("2.txt", "2023-11")]


def test_a_promise_of_few_words_carries_no_verdict(follow: Follow) -> None:
    lines = ["It will be sent.", WEATHER, BESIDE_LATER]
    found = follow(("1.txt", "2023-02", ["! It will be sent.", BESIDE]), ("2.txt", "2023-07", lines))[0]
    assert found.searched
    assert found.verdict == "unsure"


def test_evidence_is_five_pieces_best_first_and_says_what_it_is(follow: Follow) -> None:
    found = first(follow, ("2.txt", "2023-07", [*(f"{WEATHER} Note {i}." for i in range(8)), BARE]))
    assert len(found.evidence) == 5
    assert found.evidence[0].relation == "slipped"
    assert found.evidence[0].published == "2023-07"
    assert {e.relation for e in found.evidence[1:]} == {"other"}


def test_an_impossible_day_is_refused(follow: Follow) -> None:
    with pytest.raises(UsageError, match="--as-of"):
        follow(("1.txt", "2023-02", [PROMISE]), as_of="soon")
