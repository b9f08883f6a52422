"""Which headings name a subject, and what the sample's subjects are."""

from __future__ import annotations

import pytest

from docmine.compare.meanings import gathered
from docmine.compare.topics.names import FullWords, acted_on, cleaned, names_a_subject
from docmine.index import Index
from docmine.records import Acronym

READ = FullWords(
    gathered(
        [
            Acronym(doc="a", text="PT", start=0, end=2, long="physiotherapy"),
            Acronym(doc="b", text="PT", start=0, end=2, long="part time"),
            Acronym(doc="a", text="SEND", start=9, end=13, long="special educational needs and disabilities"),
            Acronym(doc="c", text="BUZZ", start=9, end=13),
        ]
    )
)


@pytest.mark.parametrize(
    ("doc", "one", "other", "same"),
    [
        ("a", "waiting times", "Waiting Time", True),
        ("a", "SEND strategy", "the Special Educational Needs and Disabilities strategies", True),
        ("c", "SEND", "special educational needs and disabilities", True),  # the only meaning that the index has
        ("a", "SEND", "please send us", False),  # a verb is no short form
        ("a", "PT", "physiotherapy", True),
        ("b", "PT", "physiotherapy", False),  # means something else there
        ("c", "PT", "physiotherapy", False),  # nobody says which
        ("c", "BUZZ", "buzz", False),
        ("a", "school transport", "transport", False),
    ],
)
def test_one_subject_is_one_run_of_stems(doc: str, one: str, other: str, same: bool) -> None:
    assert (READ.run(doc, one) == READ.run(doc, other)) == same


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("3.2 School transport:", "School transport"),
        ("b) Short breaks", "Short breaks"),
        ("Next Steps Team (NST)", "Next Steps Team"),
        ("March 2024 roadshows", "roadshows"),
        ("November/December roadshows", "roadshows"),
        ("Bus passes – No. 12", "Bus passes"),
    ],
)
def test_a_heading_without_numbers_dates_and_asides(heading: str, name: str) -> None:
    assert cleaned(heading) == name


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("School transport", True),
        ("SEND", True),
        ("Mental health support teams", True),
        ("What we have done", False),
        ("How are we improving transport?", False),
        ("Our commissioner has been appointed", False),
        ("Contact details", False),
        ("Next steps", False),
        ("2024", False),
        ("Family Newsletter", False),  # the series itself
        ("A long heading that tells a whole story about buses, taxis and trams", False),
    ],
)
def test_which_headings_name_a_subject(heading: str, named: bool) -> None:
    name = cleaned(heading)
    titles = {READ.run("a", "Family Newsletter")}
    assert names_a_subject(name, READ.run("a", name), titles) == named


@pytest.mark.parametrize(
    ("topic", "name"),
    [("two more case workers", "case workers"), ("the new recovery plan", "recovery plan"), ("firsts", "firsts")],
)
def test_what_a_promise_acts_on_is_named_without_how_many(topic: str, name: str) -> None:
    assert acted_on(topic) == name


def test_a_short_form_and_its_long_form_are_one_subject_year_by_year(sample_index: Index) -> None:
    found = {topic.name: topic for topic in sample_index.topics()}
    balance = found["Find The Balance"]
    assert balance.spellings[0] == "FTB"
    assert "FTB" not in found
    assert list(balance.by_year) == sorted(balance.by_year)
    assert sum(c.mentions for c in balance.by_year.values()) == balance.total.mentions
    # A page that was added to later speaks in several years.
    assert sum(c.documents for c in balance.by_year.values()) >= balance.total.documents
    order = [t.total.documents for t in found.values()]
    assert order == sorted(order, reverse=True)
    named = [c for c in sample_index.commitments() if "FTB" in c.text or "Find The Balance" in c.text]
    assert 0 < len(named) <= balance.total.commitments  # and those under its heading


def test_only_some_documents(sample_index: Index) -> None:
    (balance,) = sample_index.topics("find the balance", since="2024", until="December 2024")
    assert list(balance.by_year) == ["2024"]
    (transport,) = (t for t in sample_index.topics("transport", publisher="marlbrook") if t.name == "Transport")
    assert transport.total.documents <= max(t.total.documents for t in sample_index.topics())
    assert sample_index.topics(publisher="Nobody at all") == ()
