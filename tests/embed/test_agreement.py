"""The prepared default model against sentence-transformers: the same texts, the same vectors."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest

from docmine import embed
from docmine.embed import quick, whole
from docmine.settings import Settings
from tests.bench.generated import MONTHS, PEOPLE, PLACES, PROMISED, THINGS, TOLD

if TYPE_CHECKING:
    from docmine.embed.encoder import Vectors

DEFAULT = Settings().embedding_model
ODD = [
    "",
    " ",
    ".",
    "\n\n",
    "x",
    "FTB",
    "WHAT WAS PROMISED ABOUT FTB?",
    "what was promised about ftb?",
    "Improvement plan\nTransport > Children’s travel\nEvery route is reviewed by 31 March 2023.",
    "• A new clinic – “Harbour House” – opens on 1st May… at £1.5m (20% more)!",
    "Zoë Café, François Lemaître, Łukasz Gołąb, Dvořák, Ærøskøbing, İstanbul, ſ, ﬁ",
    "Zoe\u0308 Cafe\u0301",
    "Ελλάδα, Україна, ישראל, العربية, हिन्दी, 東京都, 서울",
    "👍",
    "Thank you 🙏🏽 to all 👩‍👧 carers 🎉🎉🎉",
    "https://www.example.gov.uk/send/local-offer?id=12&ref=a_b",
    "word " * 254,
    "word " * 255,
    "word " * 3000,
    "unbrokenstring" * 300,
    "a\u200bb\ufeffc\u00ad d\x00e\x7f",
    "[CLS] [SEP] [PAD] [MASK] [UNK] ##ing",
    "12,345 67.8% 2021/22 Q3 £1,000,000",
]


def texts() -> list[str]:
    """The odd ones, and lines, paragraphs and pages such as councils write."""
    chance = random.Random(6)
    made = [
        shape.format(
            place=place,
            thing=chance.choice(THINGS),
            people=chance.choice(PEOPLE),
            month=chance.choice(MONTHS),
            year=2023,
            n=chance.randint(1, 9000),
        )
        for shape in (*PROMISED, *TOLD)
        for place in PLACES[:5]
    ]
    return [*ODD, *made, *(" ".join(chance.choices(made, k=count)) for count in (2, 5, 10, 20, 25, 30, 60))]


@pytest.fixture(scope="module")
def both() -> tuple[Vectors, Vectors]:
    """The vectors of all texts, ours and those of sentence-transformers."""
    ours, original = embed.load_for_many(DEFAULT, "cpu"), whole.load(DEFAULT, embed.model_folder(DEFAULT), "cpu")
    assert ours.run_by == "ONNX Runtime"
    return ours.encode(texts()), original.encode(texts())


def test_every_vector_is_the_one_of_sentence_transformers(both: tuple[Vectors, Vectors]) -> None:
    ours, theirs = both
    assert len(ours) >= 50
    cosines = (ours * theirs).sum(axis=1)
    assert cosines.min() >= 0.999, texts()[int(cosines.argmin())]


def test_any_two_texts_are_as_near_as_before(both: tuple[Vectors, Vectors]) -> None:
    ours, theirs = both
    assert np.abs(ours @ ours.T - theirs @ theirs.T).max() < 1e-4


def test_a_question_is_encoded_as_a_passage_is(both: tuple[Vectors, Vectors]) -> None:
    assert np.allclose(embed.load(DEFAULT).encode(texts()), both[0], atol=1e-5)


def test_what_follows_the_last_token_that_the_model_reads_changes_nothing() -> None:
    long, longer, other = embed.load(DEFAULT).encode(["word " * 254, "word " * 254 + "and more", "word " * 253 + "and"])
    assert np.array_equal(long, longer)
    assert not np.allclose(long, other, atol=1e-4)


@pytest.mark.parametrize("load", [embed.load, embed.load_for_many])
def test_the_vector_of_a_text_does_not_depend_on_its_company_or_on_the_cores(
    monkeypatch: pytest.MonkeyPatch, load: Callable[[str], embed.Encoder]
) -> None:
    ours, many = load(DEFAULT), texts()
    together = ours.encode(many)
    assert np.allclose(together, np.concatenate([ours.encode([text]) for text in many]), atol=1e-6)
    assert np.allclose(together, ours.encode(many[::-1])[::-1], atol=1e-6)
    monkeypatch.setattr(quick, "_cores", lambda: 1)
    assert np.array_equal(together, ours.encode(many))


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([3], [[0]]),
        ([3, 5, 3], [[1], [0, 2]]),
        ([256] * 5, [[0, 1], [2, 3], [4]]),
        ([2000, 2000], [[0], [1]]),  # a model that reads more than fits gets one text at a time
        ([0, 0], [[0, 1]]),
    ],
)
def test_batches_are_of_one_length_and_of_bounded_size(lengths: list[int], expected: list[list[int]]) -> None:
    assert quick._batches(lengths) == expected
