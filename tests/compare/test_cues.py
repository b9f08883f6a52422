"""What the words of a statement tell of the state of things: minimal pairs."""

from __future__ import annotations

import pytest

from docmine.compare.cues import said
from docmine.compare.turns import given_up, late


@pytest.mark.parametrize(
    ("text", "under", "state"),
    [
        ("The harbour clinic has been opened to carers.", None, "done"),
        ("We also held a second open day in March.", None, "done"),
        ("The guide is now available on our website.", None, "done"),
        ("Published the guide for tenants.", "In the last few weeks we have:", "done"),
        ("62 replies to the survey", None, "done"),
        ("The results of the survey are below.", None, "done"),
        ("Begun to build the new crossing.", "In the last few weeks we have:", "begun"),
        ("So far 12 schools have a link worker.", None, "begun"),
        ("The crossing is being built by the county.", None, "going on"),
        ("The crossing is not yet open.", None, "going on"),
        ("There are still 300 people on the list.", None, "going on"),
        ("The crossing will open in May.", None, "to come"),
        ("Open the crossing.", "In the next few weeks we will:", "to come"),
        ("The crossing will be opened once the lights have been mended.", None, "to come"),
        ("The helpline is open on Sundays.", None, "done"),
        ("The helpline has 40 volunteers.", None, "so"),
        # Each of these looks like another.
        ("The board has assured us that the clinic will open in May.", None, "to come"),
        ("The director has set a new date: all reviews will be cleared by July.", None, "to come"),
        ("You said: open the clinic at weekends.", None, "unsaid"),
        ("We did: the clinic has been open at weekends since June.", None, "done"),
        ("A bus was mobile again.", None, "unsaid"),
    ],
)
def test_state(text: str, under: str | None, state: str) -> None:
    assert said(text, under).state == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The opening has been delayed until June.", "delayed"),
        ("The clinic is now expected in June.", "now expected"),
        ("The clinic opened in June.", None),
    ],
)
def test_words_of_lateness(text: str, words: str | None) -> None:
    assert late(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clinic will no longer open on Sundays.", "will no longer"),
        ("The second phase has been cancelled.", "cancelled"),
        ("The clinic will open on Sundays.", None),
    ],
)
def test_words_of_giving_up(text: str, words: str | None) -> None:
    assert given_up(text) == words
