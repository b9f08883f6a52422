"""Requests and demands: rows are (text, records expected)."""

from __future__ import annotations

import pytest

from docmine.extract import analyse, load
from docmine.records import Block, Document, Known
from docmine.settings import Settings

OPENING = "Dear Councillors. We, the undersigned, are residents of Elm Ward."


def asks(*paragraphs: str, doc_type: str = "letter", publisher: str | None = None) -> list[str]:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", text=paragraph, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    document = Document(
        name="letter.txt",
        path=None,
        sha256="0",
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        doc_type=Known(doc_type, "text"),
        publisher=Known(publisher, "text") if publisher else None,
    )
    doc = analyse(load(Settings().spacy_model), document)
    assert all(text[a.start : a.end] == a.text for a in doc._.asks)
    return [a.text for a in doc._.asks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ask that the minutes be published.", ["We ask that the minutes be published"]),
        ("When will the library reopen?", ["When will the library reopen?"]),
        ("The council should explain its decision.", ["The council should explain its decision"]),
        ("All future meetings to be open.", ["All future meetings to be open"]),
        ("Please tell us who decides.", ["Please tell us who decides"]),
        ("The bus stop was moved in May.", []),
        ("We must say that we are tired of waiting.", []),
    ],
)
def test_a_letter_from_the_public(text: str, expected: list[str]) -> None:
    assert asks(OPENING, text) == expected


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Thank you for your letter.", "Please write to me again. Could you tell us your address?"),
        ("Dear all.", "We ask you to be patient. We ask for your views."),
    ],
)
def test_a_body_that_writes_to_the_public_asks_nothing_of_itself(paragraphs: tuple[str, ...]) -> None:
    assert asks(*paragraphs, publisher="Elm Borough Council") == []


def test_what_others_are_asked_is_no_ask_of_theirs() -> None:
    assert asks("Parents are asked to send their views.", doc_type="report") == []


def test_a_newsletter_tells_what_others_have_asked() -> None:
    text = "Parents have asked that we publish the waiting times. We agreed."
    assert asks(text, doc_type="newsletter") == ["Parents have asked that we publish the waiting times"]
