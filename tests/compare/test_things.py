"""What a commitment is about, word by word: a star marks the nouns themselves."""

from __future__ import annotations

import pytest

from docmine.compare.things import acted_on, main_part, things


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A toy library is going to visit the islands once a month", "toy library* islands*"),
        ("We will appoint a tenancy adviser by April, so that fewer people lose their homes", "tenancy adviser*"),
        ("Six park wardens will be trained to spot flooding", "park wardens* flooding*"),
        ("It is to have a quiet room by the summer", "quiet room*"),
        ("Publish the rota of the remaining surgeries", "rota* surgeries*"),
        ("which Moira intends to mend with a puppet show", "puppet show*"),
        ("to hear what you think, in the next week or so we will be printing a questionnaire", "questionnaire*"),
        ("We will bring in a second contractor to clear the ditches", "contractor*"),
        ("Add the ability to see whether a lane has a closure", "lane* closure*"),
        ("From May you will be able to renew a berth by post", "berth* post*"),
        ("The supply of grit will be checked", "supply* grit*"),
        ("The harbour will, however, print a leaflet", "harbour* leaflet*"),
        ("We will mend the pontoon, however costly the timber is", "pontoon*"),
        # Nothing here could be missed.
        ("I will read it in full, however dull it may be", ""),
        ("We will let you know how it went", ""),
        ("we have begun talking to them", ""),
        ("The remainder will be dealt with in the new year", ""),
        ("Anna Byrne will join us in Castle Morley", ""),
    ],
)
def test_things(text: str, found: str) -> None:
    assert " ".join(t.word + "*" * t.head for t in things(text)) == found


@pytest.mark.parametrize(
    ("text", "action", "stem"),
    [
        ("We will print a leaflet for the ferry users", "Print a leaflet for the ferry users", "leaflet"),
        ("The pontoon will be rebuilt by the winter crew", "Rebuild The pontoon", "pontoon"),
        ("We will tell you", "Tell you", None),
    ],
)
def test_what_is_acted_on(text: str, action: str, stem: str | None) -> None:
    assert acted_on(text, action) == stem


def test_the_main_part_says_nothing_of_why_and_when() -> None:
    text = "Once the survey is back, we will repaint the hall because it is damp"
    assert main_part(text) == "we will repaint the hall "
