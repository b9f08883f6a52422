"""What speaks for a sentence as an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docmine.search.ground import Candidate
from docmine.search.lexicon import softened
from docmine.search.question import understand
from docmine.search.rank import threes
from docmine.search.traits import NAMES, WITHOUT_LEXICON, Reading, traits
from docmine.search.weights import weighed
from tests.search.test_fold import candidate


def found(question: str, c: Candidate) -> dict[str, float]:
    asked = understand(question, {})
    even = dict.fromkeys(asked.concepts, 1.0)
    return traits(c, Reading(asked, even, even, softened(asked), threes(asked.text)))


@pytest.mark.parametrize(
    ("question", "text", "trait"),
    [
        ("how much money was spent on taxis", "Taxis took £3 million.", "wants_money"),
        ("what percentage of plans was late", "Of all plans 12% came after the day.", "wants_share"),
        ("how long is the wait", "Families wait nine weeks.", "wants_time"),
        ("when does the clinic open", "The clinic opens within three months.", "wants_when"),
        ("why was the club shut", "The club was shut because its roof leaks.", "wants_reason"),
        ("who says nothing about us without us", "They have heard ‘Nothing about us without us’.", "phrase"),
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
