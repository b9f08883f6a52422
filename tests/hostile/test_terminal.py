"""Every hostile text in every field of everything that is printed for people."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache

import pytest
from rich.console import Console

from docmine.compare import Answer, Check, Diff, Person, Series, ShortForm, Topic
from docmine.index.status import Status
from docmine.pipeline import Summary
from docmine.read.office.word.tracked import Tracked
from docmine.records import RECORD_TYPES, Block, Document, Finding, Hit, Known, Link
from docmine.report import (
    answers,
    as_markdown,
    cards,
    changes,
    checks,
    courses,
    exhibit,
    inquiry,
    persons,
    reading,
    shortforms,
    summary,
    tables,
    topics,
    words,
)
from docmine.store import Exhibit
from tests.hostile.filled import filled
from tests.hostile.texts import GROUPS, TEXTS, unsafe

SHOWN = {name: text[:300] for name, text in TEXTS.items()}
CASES = pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
STYLES = re.compile(r"\x1b\[[0-9;]*m")
"""What rich writes of its own accord: colours and weights."""


def document(text: str) -> Document:
    """A document that consists of the text, in a block of each kind."""
    kinds = ("heading", "paragraph", "list_item", "caption", "footnote", "comment", "deletion", "quoted", "furniture")
    blocks, whole = [], ""
    for kind in kinds:
        start = len(whole)
        whole += text
        link = (Link(start, len(whole), text),)
        blocks.append(
            Block(kind=kind, text=text, start=start, end=len(whole), marker=text, author=text, date=text, links=link)  # type: ignore[arg-type]
        )
    known = Known(text, "title")
    said = dict.fromkeys(("title", "publisher", "addressee", "signatory", "series", "number", "published"), known)
    come = {"source": text, "part_of": text, "warnings": (text,)}
    return Document(name=text, path=text, sha256="0", media_type=text, text=whole, blocks=tuple(blocks), **said, **come)  # type: ignore[arg-type]


def row_of_a_table(text: str) -> Document:
    cells = " ".join(text.split())
    whole = f"{cells}\t{cells}"
    block = Block(kind="table_row", text=whole, start=0, end=len(whole), headers=(text, text))
    return Document(name="t", path=None, sha256="0", media_type="t", text=whole, blocks=(block,))


def shown_exhibit(console: Console, text: str) -> None:
    record = filled(RECORD_TYPES[1], text)
    block = Block(kind="list_item", text=text, start=0, end=len(text), marker=text, links=(Link(0, len(text), text),))
    found = filled(Exhibit, text, id="0" * 16, record=record, sentences=(), blocks=(block,))
    exhibit.card(console, found, file=text, problem=None)
    exhibit.card(console, found, file=None, problem=text)


PRINTED: dict[str, Callable[[Console, str], object]] = {
    "a card of a hit": lambda c, t: cards.hits(c, [filled(Hit, t, matches=((0, 1),))]),
    "a card of a finding": lambda c, t: cards.findings(c, [filled(Finding, t, revisions=1)]),
    "a series": lambda c, t: courses.cards(c, [filled(Series, t)]),
    "a check": lambda c, t: checks.cards(c, [filled(Check, t)]),
    "a diff": lambda c, t: changes.cards(c, filled(Diff, t)),
    "tracked changes": lambda c, t: changes.tracked_cards(c, [filled(Tracked, t)]),
    "a person": lambda c, t: persons.page(c, filled(Person, t), {}, {t: t}),
    "a document": lambda c, t: reading.view(c, document(t), everything=True, links=True),
    "a row of a table": lambda c, t: reading.view(c, row_of_a_table(t)),
    "a record": shown_exhibit,
    "an answer": lambda c, t: answers.table(c, [filled(Answer, t)]),
    "people": lambda c, t: persons.table(c, [filled(Person, t)]),
    "short forms": lambda c, t: shortforms.table(c, [filled(ShortForm, t)]),
    "topics": lambda c, t: topics.table(c, [filled(Topic, t)]),
    "a result of sql": lambda c, t: c.print(tables.plain([t], [[t]])),
    "a reading": lambda c, t: inquiry.reading(c, [(t, t)]),
    "what an ingest did": lambda c, t: summary.ingested(c, Summary(new=(t,), failed=((t, t),), passed_over=(t,)), t),  # type: ignore[arg-type]
    "what an index holds": lambda c, t: summary.status(c, filled(Status, t, counts=defaultdict(int))),
    **{
        f"records, {kind.kind}": lambda c, t, kind=kind: c.print(
            tables.records(kind.kind, [filled(kind, t)], lambda r: t)
        )  # type: ignore[misc]
        for kind in RECORD_TYPES
    },
}
IN_FULL = ("a card of a hit", "a card of a finding", "a series", "a check", "a person", "a document", "a record")
"""What is printed so that a text stands on lines of its own; in a table its parts stand beside other cells."""


@cache
def printed(what: str, text: str, *, terminal: bool) -> str:
    out = io.StringIO()
    PRINTED[what](
        Console(file=out, force_terminal=terminal, width=160, markup=False, emoji=False, highlight=False), text
    )
    return out.getvalue()


@CASES
def test_no_control_character_and_no_code_of_its_own_reaches_a_terminal(text: str) -> None:
    for what in PRINTED:
        plain = printed(what, text, terminal=False)
        assert not unsafe(plain), what
    for what in set(IN_FULL) - {"a record"}:  # which is marked by signs where there is no bold type
        assert STYLES.sub("", printed(what, text, terminal=True)) == printed(what, text, terminal=False), what


@CASES
def test_the_text_is_printed_as_it_stands(text: str) -> None:
    wanted = "".join("\ufffd" if c in unsafe(text) else c for c in text if not c.isspace()).replace("|", "")
    for what in IN_FULL:
        assert wanted in re.sub(r"[\s|]", "", printed(what, text, terminal=False)), what


@CASES
def test_one_line_stays_one_line(text: str) -> None:
    for made in (words.place(text, 1, text), words.several([text]), words.sentence(text)):
        assert len(made.splitlines()) <= 1
        assert not unsafe(made)


@CASES
def test_in_markdown_it_is_text_too(text: str) -> None:
    from markdown_it import MarkdownIt

    written = as_markdown.write(document(text), everything=True)
    assert not unsafe(written)
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(written)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "code_inline",
        "fence",
        "hr",
        "em_open",
        "strong_open",
        "s_open",
    }
    for token in inline:
        if token.type == "link_open":
            assert re.match(r"https?:|mailto:", str(token.attrs["href"])), token


def test_every_group_is_printed() -> None:
    assert sum(map(len, GROUPS.values())) == len(SHOWN) >= 120
