"""What speaks for a sentence as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from docmine.search.ground import Candidate
from docmine.search.lexicon import softened
from docmine.search.near import near
from docmine.search.question import Concept, Question, understand
from docmine.search.traits import NAMES, WITHOUT_LEXICON, Reading, traits
from docmine.search.weights import weighed
from tests.search.test_fold import candidate


def close(asked: Question) -> dict[Concept, Mapping[str, float]]:
    return {k: near(k.forms[0][0]) for k in asked.concepts if k.name is None}


def found(question: str, c: Candidate) -> dict[str, float]:
    asked = understand(question, {})
    even = dict.fromkeys(asked.concepts, 1.0)
    return traits(c, Reading(asked, even, even, softened(asked), close(asked)))


@pytest.mark.parametrize(
    ("question", "text", "trait"),
    [
        ("how much money was spent on taxis", "Taxis took £3 million.", "wants_money"),
        ("what percentage of plans was late", "Of all plans 12% came after the day.", "wants_share"),
        ("how long is the wait", "Families wait nine weeks.", "wants_time"),
        ("when does the clinic open", "The clinic opens within three months.", "wants_when"),
        ("why was the club shut", "The club was shut because its roof leaks.", "wants_cause"),
        ("what delayed the depot", "Rats were found in the cellar.", "wants_cause"),
        ("who drives the minibus", "Ask for Mr Dale.", "wants_name"),
        ("which doctor leads the clinic", "The clinic is in the hands of Asha Venn-Lorimer.", "wants_name"),
        ("who replaced the finance chief", "Lena Ross has been appointed in his place.", "wants_successor"),
        ("what went wrong at the depot", "The depot still has no roof and is months behind.", "wants_trouble"),
        ("was the fun day scrapped", "There will be no fun day this summer.", "wants_end"),
        ("what time does the helpline shut", "You can ring from 9am to 6.30pm.", "wants_clock"),
        ("how often do the inspectors come", "Inspectors visit twice a year.", "wants_often"),
        ("pupils and their lawyers", "A solicitor spoke for the children.", "nearly_best"),
        ("is the elevator working", "The lift is broken.", "names_softly"),
        ("SMS reminders", "Patients are sent a text message.", "names_softly"),
        ("are they hiring", "Two nurses were recruited.", "names_softly"),
        ("taxis", "Taxis", "echo"),
        ("what is being done", "The service is working on:", "leads_in"),
    ],
)
def test_a_trait_is_there_for_its_words_and_not_for_others(question: str, text: str, trait: str) -> None:
    assert found(question, candidate(text))[trait] > 0
    assert found(question, candidate("Bins are collected beside the road in the northern wards."))[trait] == 0


def test_a_sentence_that_goes_on_from_the_one_before_names_its_subject() -> None:
    after = replace(candidate("It is to be expanded."), before="The night team helps young people.")
    assert found("night team", after)["names_before"] == 1
    assert found("night team", replace(after, before="Bins are collected."))["names_before"] == 0


def test_every_trait_has_a_name_and_a_weight() -> None:
    made = found("late taxis", candidate("Taxis were late."))
    assert set(made) == set(NAMES)
    assert weighed(made) != 0
    assert all(name in NAMES and (other is None or other in NAMES) for name, other in WITHOUT_LEXICON.items())


@pytest.mark.parametrize(
    ("question", "trait"),
    [
        ("drivers who are off sick", "wants_name"),
        ("what has gone into the fund", "wants_successor"),
        ("who drives the minibus", "wants_clock"),
        ("how many buses are there", "wants_often"),
    ],
)
def test_what_a_question_does_not_ask_for_speaks_for_nothing(question: str, trait: str) -> None:
    assert found(question, candidate("Mr Dale was appointed, and drives twice a day from 9am."))[trait] == 0


def test_what_all_of_a_document_is_about_need_not_be_named_in_its_sentences() -> None:
    plain, naming = candidate("Bins are collected on Mondays."), candidate("Thornby has bins on Mondays.")
    by = [replace(c, about=c.about._replace(publisher="Thornby Council")) for c in (plain, naming)]
    assert found("bins in Thornby", by[0])["names"] == found("bins in Thornby", by[1])["names"]
    assert found("bins in Thornby", plain)["names"] < found("bins in Thornby", naming)["names"]


@pytest.mark.parametrize(("published", "late"), [("2023-01-10", 0.0), ("2024-05-01", 0.5), ("2025-02-02", 1.0)])
def test_the_newest_is_wanted_where_a_question_asks_about_now(published: str, late: float) -> None:
    asked = understand("who runs the depot now", {})
    even = dict.fromkeys(asked.concepts, 1.0)
    days = ("2023-01-10", "2024-05-01", "2025-02-02")
    reading = Reading(asked, even, even, {}, days=days)
    assert traits(replace(candidate("Ann Reed runs it."), published=published), reading)["wants_latest"] == late
