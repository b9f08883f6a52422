from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from docmine.records import Commitment, Evidence, Finding, Hit
from docmine.report import cards, tables

LONG = "We will publish the joint improvement plan on our website " * 6
COMMITMENT = Commitment(
    doc="letter-to-parents-and-carers.pdf",
    text=LONG.strip(),
    start=5,
    end=23,
    page=2,
    owner="The Council",
    due="2022-09",
    strength="firm",
)
HIT = Hit(
    rank=1,
    score=0.5,
    doc="letter.pdf",
    kind="passage",
    text="We will publish the plan",
    start=0,
    end=24,
    page=2,
    published="2022-07-22",
    matches=((8, 15),),
)


def printed(what: object, width: int = 80, terminal: bool = False) -> str:
    out = io.StringIO()
    colours = "standard" if terminal else None
    console = Console(file=out, width=width, force_terminal=terminal, color_system=colours, markup=False, emoji=False)
    what(console) if callable(what) else console.print(what)
    return out.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [80, 120, 160])
def test_a_table_fits_the_width_and_shows_the_text_in_full(width: int) -> None:
    text = printed(tables.records("commitment", [COMMITMENT], lambda record: "2022-07-22"), width)
    assert max(map(len, text.splitlines())) <= width
    assert text.count("improvement") == 6
    for expected in ("The Council", "by September 2022", "firm", "letter-to-parents-and-carers.pdf", "22 July 2022"):
        assert expected in words(text) or width == 80  # where a cell is folded, its lines stand beside others


@pytest.mark.parametrize("kind", ["document", "commitment", "ask", "figure", "date", "owner", "quote", "acronym"])
def test_every_kind_of_record_has_a_layout(kind: str) -> None:
    assert "Where" in printed(tables.records(kind, [], lambda record: None))


def test_a_text_is_no_markup_and_no_emoji() -> None:
    hit = replace(HIT, text="[bold]not[/bold] :smile: [link=x]", matches=())
    assert "[bold]not[/bold] :smile: [link=x]" in printed(lambda console: cards.hits(console, [hit]))


def test_words_of_the_question_are_marked_on_a_terminal_only() -> None:
    assert re.search(r"\x1b\[[\d;]+mpublish\x1b\[0m", printed(lambda c: cards.hits(c, [HIT]), terminal=True))
    assert "\x1b" not in printed(lambda c: cards.hits(c, [HIT]))


def test_a_hit_says_file_page_and_date() -> None:
    assert "1. letter.pdf, page 2, 22 July 2022" in printed(lambda c: cards.hits(c, [HIT]))


def test_an_escape_sequence_in_a_text_is_shown_not_sent() -> None:
    hit = replace(HIT, text="\x1b[2Jgone", doc="a\x1b[1m.pdf", matches=())
    text = printed(lambda c: cards.hits(c, [hit]))
    assert "\x1b" not in text
    assert "\ufffd[2Jgone" in text


def test_a_finding_shows_verdict_quotation_reasons_search_and_evidence() -> None:
    finding = Finding(
        doc="letter.pdf",
        text="We will publish the plan",
        start=0,
        end=24,
        page=2,
        published="2022-07-22",
        due="2022-09",
        verdict="repeated",
        reasons=("b.pdf: due 2022-09, now 2022-12-31", "the words of 2022-01 a.pdf differ"),
        searched=("2022-01 a.pdf", "b.pdf", "c.pdf", "d.pdf"),
        evidence=(
            Evidence(
                doc="b.pdf",
                text="We will publish it",
                start=0,
                end=18,
                page=1,
                relation="repeated",
                sure=True,
                score=0.91,
            ),
            Evidence(doc="c.pdf", text="Plans were made", start=0, end=15, relation="delivered", score=0.41),
        ),
    )
    text = words(printed(lambda c: cards.findings(c, [finding])))
    for expected in (
        "REPEATED letter.pdf, page 2, 22 July 2022",
        "“We will publish the plan”",
        "due September 2022",
        "b.pdf: due September 2022, now 31 December 2022. the words of 2022-01 a.pdf differ.",
        "4 later documents: 2022-01 a.pdf, b.pdf, c.pdf and 1 more",
        "repeated (0.91), b.pdf, page 1",
        "may speak of it (0.41), c.pdf",  # no verdict may rest on it, so none is shown
        "“We will publish it”",
    ):
        assert expected in text


def test_of_passages_about_something_else_only_the_nearest_is_shown_and_only_for_want_of_better() -> None:
    other = Evidence(doc="b.pdf", text="Lunch is at noon", start=0, end=16, relation="other", score=0.2)
    again = replace(other, text="We will publish it", relation="repeated", score=0.9)
    finding = Finding(doc="a.pdf", text="We will", start=0, end=7, verdict="unsure", evidence=(other, other))
    assert words(printed(lambda c: cards.findings(c, [finding]))).count("nearest, but about something else") == 1
    telling = printed(lambda c: cards.findings(c, [replace(finding, evidence=(other, again))]))
    assert "Lunch" not in telling
    assert "We will publish it" in telling


@pytest.mark.parametrize(
    ("here", "others", "said"),
    [
        ("2022-07-22", {"b.pdf": "2022-09", "c.pdf": "2023"}, "Also in 2 later documents: b.pdf, c.pdf"),
        ("2022-07-22", {"b.pdf": "2021"}, "Also in 1 earlier document: b.pdf"),
        ("2022-07-22", {"b.pdf": "2021", "c.pdf": "2023"}, "Also in 2 other documents"),
        ("2022-07-22", {"b.pdf": "2022"}, "Also in 1 other document"),  # nobody can tell
        ("2022-07-22", {"b.pdf": None}, "Also in 1 other document"),
        (None, {"b.pdf": "2023"}, "Also in 1 other document"),
    ],
)
def test_repeats_are_folded_and_placed_in_time(here: str | None, others: dict[str, str | None], said: str) -> None:
    hit = replace(HIT, published=here, also_in=tuple(others))
    assert said in words(printed(lambda c: cards.hits(c, [hit], published=others)))


@pytest.mark.parametrize("width", [60, 100])
def test_a_promise_has_its_owner_its_day_and_its_verdict(width: int) -> None:
    hit = replace(HIT, kind="commitment", owner="The Council", due="2022-09", verdict="slipped")
    text = printed(lambda c: cards.hits(c, [hit]), width)
    assert max(map(len, text.splitlines())) <= width
    assert "Promised: The Council · due September 2022" in words(text)
    assert "Verdict: slipped" in text
    bare = printed(lambda c: cards.hits(c, [replace(HIT, kind="sentence")]), width)
    assert "Promised" not in bare
    assert "Verdict" not in bare
