"""How the cost of extraction grows with one endless sentence: twice the length may take three times as long at most."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle, islice

import pytest

from docmine import extract
from docmine.records import Block, Document
from docmine.settings import Settings

SHORT, LONG = 200, 400
MOST = 3.0


def shares(n: int) -> str:
    return " ".join(f"{i % 100}% of schools in 20xx and" for i in range(n)) + " more."


def dated_shares(n: int) -> str:
    return " ".join(f"{i % 100}% of schools in 20{i % 40:02d}, and" for i in range(n)) + " more."


def people(n: int) -> str:
    given = islice(cycle(["Adwoa", "Piotr", "Ayesha", "Owain", "Grace", "Harpreet", "Leila"]), n)
    family = islice(cycle(["Pugh", "Gill", "Varga", "Nowak", "Kaur", "Zhang", "Sandhu", "Bello", "Dube"]), n)
    return "We met " + " and ".join(f"{a} {b}" for a, b in zip(given, family, strict=True)) + "."


def promises(n: int) -> str:
    return "We know that " + " ".join(["we will mend the lifts and"] * n) + " more."


def seconds(text: str) -> float:
    """The best of three runs of the whole pipeline over one paragraph."""
    nlp = extract.load(Settings().spacy_model)
    block = Block(kind="paragraph", text=text, start=0, end=len(text))
    document = Document(name="t.txt", path=None, sha256="", media_type="text/plain", text=text, blocks=(block,))
    took = []
    for _ in range(3):
        began = time.perf_counter()
        extract.analyse(nlp, document)
        took.append(time.perf_counter() - began)
    return min(took)


@pytest.mark.parametrize("sentence", [shares, dated_shares, people, promises])
def test_a_sentence_twice_as_long_takes_at_most_three_times_as_long(sentence: Callable[[int], str]) -> None:
    short, long = seconds(sentence(SHORT)), seconds(sentence(LONG))
    print(f"\n{sentence.__name__}: {SHORT} in {short:.2f} s, {LONG} in {long:.2f} s, {long / short:.1f} times")
    assert long / short <= MOST
