"""Blocks that were added to a page later carry their own date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docmine.read import read
from docmine.read.about.additions import dated
from docmine.records import Block, Document, Known

PROSE = "The council and its partners have met again and agreed what has to be done this year."

CASES = [
    # the page's date, its blocks ("# " a heading, "## " a lower one), the dates of the blocks
    ("2021-10", ["# Programme", PROSE, "July 2022", PROSE, "More"], [None, None, "2022-07", "2022-07", "2022-07"]),
    ("2023-10-16", ["# Page", PROSE, "## Update: 12 June 2024", PROSE], [None, None, "2024-06-12", "2024-06-12"]),
    # two additions, each with its own
    (
        "2021-10",
        ["# Page", PROSE, "July 2022", PROSE, "## Update 3 May 2023", PROSE],
        [None, None, "2022-07", "2022-07", "2023-05-03", "2023-05-03"],
    ),
    # the newest first: the page's own words come below
    ("2021-10", ["# Page", "## July 2022", PROSE, "## Our plan", PROSE], [None, "2022-07", "2022-07", None, None]),
    ("2021-10", ["# Page", "## July 2022", PROSE, "## October 2021", PROSE], [None, "2022-07", "2022-07", None, None]),
    # an earlier date, or perhaps the same
    ("2021-10", ["# Page", PROSE, "May 2021", PROSE], [None] * 4),
    ("2022", ["# Page", PROSE, "July 2022", PROSE], [None] * 4),
    # what is to come is no addition
    ("2021-10", ["# Page", PROSE, "## Events", "July 2022", PROSE], [None] * 5),
    ("2021-10", ["# Page", PROSE, "Saturday 9 July 2022", PROSE], [None] * 4),
    ("2021-10", ["# Page", PROSE, "Next review: July 2022", PROSE], [None] * 4),
    ("2021-10", ["# Page", PROSE, "July 2022", "Fun day", "August 2022", "Picnic"], [None] * 6),
    ("2021-10", ["# Page", PROSE, "We shall report again in July 2022", PROSE], [None] * 4),
    (None, ["# Page", PROSE, "July 2022", PROSE], [None] * 4),
]


def page(lines: list[str], published: str | None, doc_type: str = "web page") -> Document:
    found, at = [], 0
    for line in lines:
        text = line.lstrip("# ")
        level = len(line) - len(line.lstrip("#"))
        kind = "heading" if level else "paragraph"
        found.append(Block(kind=kind, text=text, start=at, end=at + len(text), level=level or None))
        at += len(text)
    return Document(
        name="page.html",
        path=None,
        sha256="0",
        media_type="text/html",
        text="".join(b.text for b in found),
        blocks=tuple(found),
        doc_type=Known(doc_type, "text"),
        published=Known(published, "text") if published else None,
    )


@pytest.mark.parametrize(("published", "lines", "expected"), CASES)
def test_dates(published: str | None, lines: list[str], expected: list[str | None]) -> None:
    assert [b.date for b in dated(page(lines, published))] == expected


def test_other_kinds_of_documents_do_not_grow() -> None:
    assert {b.date for b in dated(page(["# Page", PROSE, "July 2022", PROSE], "2021-10", "newsletter"))} == {None}


def test_another_date_of_the_page_may_make_it_no_addition() -> None:
    grown = page(["# Page", PROSE, "July 2022", PROSE], "2021-10")
    grown = replace(grown, blocks=dated(grown))
    assert {b.date for b in dated(replace(grown, published=Known("2023", "option")))} == {None}


def test_our_page(corpus: Path) -> None:
    document = read(corpus / "send-improvement-programme.html")
    added = [b for b in document.blocks if b.date]
    assert {b.date for b in added} == {"2024-06-12"}
    assert added[0].text.startswith("Update")
    assert added[-1].end == max(b.end for b in document.blocks if b.kind == "paragraph")


def test_a_real_page(shared: Path) -> None:
    document = read(shared / "seeds" / "003_0c66f5702e1465fe.txt")
    added = [b for b in document.blocks if b.date]
    assert {b.date for b in added} == {"2022-07"}
    assert document.text[added[0].start :].count("\n\n") == 3
