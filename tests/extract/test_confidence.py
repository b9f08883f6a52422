"""The probability of records: what it rests on, and what it is where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docmine.extract import analyse, confidence, load
from docmine.extract.confidence import Weights, weights
from docmine.extract.doubtful import AT_MOST
from docmine.extract.traits import TRAITS, traits
from docmine.records import Block, Document, Known
from docmine.settings import Settings


def read(*lines: str, kind: str = "paragraph") -> Document:
    """A block a line, of a letter."""
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(kind=kind, text=line, start=at, end=at + len(line)))  # type: ignore[arg-type]
        at += len(line) + 1
    return Document(
        name="t.txt",
        path=None,
        sha256="",
        media_type="text/plain",
        text="\n".join(lines),
        blocks=tuple(blocks),
        doc_type=Known("letter", "text"),
    )


@pytest.mark.parametrize(
    ("kind", "text", "present", "absent"),
    [
        (
            "commitment",
            "We will publish the plan by 30 June 2024.",
            {"says we or I", "says will or promise", "has a due date", "in a letter", "says a verb of making"},
            {"passive", "under a stem", "required", "says if, may or can", "ends in the middle"},
        ),
        (
            "commitment",
            "The panel must be consulted before the summer holidays begin.",
            {"required", "passive", "says must or should"},
            {"says we or I", "says will or promise"},
        ),
        (
            "figure",
            "Last year 62% of plans were late.",
            {"percent", "has a metric"},
            {"money", "in words", "in a bullet"},
        ),
        ("figure", "We saw twelve families.", {"in words"}, {"percent", "ten or less", "over a hundred"}),
        (
            "owner",
            "I met Dr Priya Nair, Head of Roads.",
            {"has a role", "has a title", "known given name"},
            {"one word", "in a heading"},
        ),
    ],
)
def test_traits(kind: str, text: str, present: set[str], absent: set[str]) -> None:
    doc = analyse(load(Settings().spacy_model), read(text))
    [found] = traits(doc, getattr(doc._, f"{kind}s"))
    assert present <= found
    assert not absent & found


@pytest.mark.parametrize(
    ("weighed", "present", "probability"),
    [
        (Weights(0.0, {}), set(), 0.5),
        (Weights(0.0, {"sure": 2.2}), {"sure"}, 0.9),
        (Weights(0.0, {"sure": 2.2}), {"something else"}, 0.5),
        (Weights(2.2, {"doubtful": -4.4}), {"doubtful"}, 0.1),
    ],
)
def test_weights(weighed: Weights, present: set[str], probability: float) -> None:
    assert weighed.probability(present) == pytest.approx(probability, abs=0.003)


def test_the_weights_that_are_shipped_weigh_what_is_asked() -> None:
    shipped = weights()
    assert shipped.keys() == TRAITS.keys()
    for kind, weighed in shipped.items():
        assert weighed.traits.keys() <= TRAITS[kind].keys()
    assert shipped["commitment"].traits, "make weights has not been run"


def test_every_record_of_these_kinds_has_a_probability_and_no_other() -> None:
    doc = analyse(
        load(Settings().spacy_model),
        read("We will open 3 new hubs by May 2023.", "Asha Noor, Director of Care, said: “It is 40% better now.”"),
    )
    sure = [r.confidence for name in ("commitments", "figures", "owners") for r in getattr(doc._, name)]
    assert len(sure) >= 4
    assert all(0 < p < 1 and p == round(p, 2) for p in sure)
    assert not hasattr(doc._.dates[0], "confidence")


def test_other_weights_give_other_probabilities(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    flat = tmp_path / "weights.json"
    flat.write_text(json.dumps({"version": 1, "kinds": {"commitment": {"base": 0.0, "traits": {}}}}))
    monkeypatch.setattr(confidence, "weights", lambda: weights(flat))
    doc = analyse(load(Settings().spacy_model), read("We will open 3 new hubs by May 2023."))
    assert [c.confidence for c in doc._.commitments] == [0.5]
    assert [f.confidence for f in doc._.figures] == [None]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("We look forward to meeting tenants at the next forum in June.", True),
        ("The yard is done, with the team now working on the gates.", True),
        ("We have a new form that is being tested in two wards.", True),
        ("Soon you will be able to report a missed bin by text.", True),
        ("From May 2025 you will be able to pay by card.", False),
        ("We have drawn up a charter that we will publish in May 2025.", False),
    ],
)
def test_where_readers_differ_nobody_is_sure(text: str, doubtful: bool) -> None:
    commitments = analyse(load(Settings().spacy_model), read(text))._.commitments
    assert [c.confidence <= AT_MOST for c in commitments] == [doubtful]
