"""A thousand small newsletters, straight into an index: councils that promise, report and fall silent.

Vectors are sums of one fixed random vector a word, so that sentences that share words are near: no model is needed.
"""

from __future__ import annotations

import hashlib
import random
from datetime import date

import numpy as np

from docmine.records import Ask, Block, Commitment, Document, Figure, Known, Passage, Record, Sentence
from docmine.settings import Settings
from docmine.store import Store, text_hash

WIDTH = 384
PLACES = [
    "harbour",
    "valley",
    "market",
    "station",
    "college",
    "bridge",
    "garden",
    "library",
    "mill",
    "castle",
    "quarry",
    "meadow",
    "orchard",
    "abbey",
]
THINGS = [
    "clinic",
    "crossing",
    "shelter",
    "playground",
    "workshop",
    "helpline",
    "centre",
    "footpath",
    "service",
    "panel",
    "review",
    "scheme",
]
PEOPLE = [
    "carers",
    "parents",
    "pupils",
    "drivers",
    "tenants",
    "visitors",
    "nurses",
    "teachers",
    "apprentices",
    "volunteers",
]
PROMISED = (
    "We will open the {place} {thing} for {people} by {month} {year}.",
    "The {place} {thing} will be extended to all {people} in {month} {year}.",
    "We plan to review the {place} {thing} with {people}.",
    "Work on the {place} {thing} for {people} will begin shortly.",
)
TOLD = (
    "The {place} {thing} for {people} has been opened.",
    "The {place} {thing} is being extended to more {people}.",
    "Since last month {n} {people} have used the {place} {thing}.",
    "The {place} {thing} answered {n} calls from {people}.",
    "{n} {people} came to the {place} {thing} in {month}.",
)
COUNTED = (
    ("The average wait at the {place} {thing} was {n} weeks.", "average wait at the {place} {thing}", "weeks"),
    ("We paid for {n} visits to the {place} {thing}.", "visits to the {place} {thing}", "count"),
)
MEASURES = 4
"""Measures that every issue of one council gives anew."""
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def fill(store: Store, councils: int, issues: int, *, first: int = 0) -> None:
    """`councils` series of `issues` each, from number `first` on; the same numbers, the same documents."""
    for council in range(councils):
        for issue in range(first, first + issues):
            write(store, council, issue)


def write(store: Store, council: int, issue: int, *, promises: int = 8, reports: int = 22) -> None:
    """One issue of one council: 30 sentences, then four measures, an ask and a share; one a paragraph."""
    chance = random.Random(f"{council}/{issue}")
    year, month = 2015 + issue // 12, issue % 12
    lines = [line_of(chance, PROMISED, year, month) for _ in range(promises)]
    lines += [line_of(chance, TOLD, year, month) for _ in range(reports)]
    counted = [measured(council, measure, chance) for measure in range(MEASURES)]
    lines += [line for line, _, _, _ in counted]
    asked, kept = chance.randint(100, 900), chance.randint(20, 100)
    lines.append(f"Please tell us when the {chance.choice(PLACES)} {chance.choice(THINGS)} will be open again.")
    lines.append(f"Of the {asked} calls to the helpline, {kept} ({100 * kept // asked}%) were answered in time.")
    name = f"council {council:02d} news {issue:03d}.txt"
    text = "\n".join(lines)
    blocks, sentences, passages, at = [], [], [], 0
    found: list[Record] = []
    for i, line in enumerate(lines):
        place = {"text": line, "start": at, "end": at + len(line)}
        blocks.append(Block(kind="paragraph", **place))
        sentences.append(Sentence(doc=name, block=i, **place))
        passages.append(Passage(doc=name, block=i, **place))
        if i < promises:
            due = f"{year + 1}-{month + 1:02d}" if str(year + 1) in line else None
            found.append(Commitment(doc=name, owner=f"Council {council}", due=due, strength="firm", **place))
        if 0 <= i - promises - reports < MEASURES:
            _, number, metric, unit = counted[i - promises - reports]
            digits = {"text": number, "start": at + line.index(number), "end": at + line.index(number) + len(number)}
            found.append(Figure(doc=name, value=float(number), unit=unit, metric=metric, **digits))
        if line.startswith("Please"):
            found.append(Ask(doc=name, **place))
        at += len(line) + 1
    document = Document(
        name=name,
        path=None,
        sha256=hashlib.sha256((name + text).encode()).hexdigest(),
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        title=Known(f"News of Council {council} No.{issue}", "title"),
        doc_type=Known("newsletter", "text"),
        publisher=Known(f"Borough Council {council}", "text"),
        series=Known(f"News of Council {council}", "title"),
        number=Known(str(issue), "title"),
        published=Known(date(year, month + 1, 1).isoformat(), "text"),
    )
    vectors = {text_hash(line): vector_of(line) for line in lines}
    store.write(document, sentences, passages, found, vectors, model=Settings().embedding_model, run=1)


def line_of(chance: random.Random, shapes: tuple[str, ...], year: int, month: int) -> str:
    """A sentence of one of these shapes, for a document of this year and month, from 0."""
    return chance.choice(shapes).format(
        place=chance.choice(PLACES),
        thing=chance.choice(THINGS),
        people=chance.choice(PEOPLE),
        month=MONTHS[month],
        year=year + 1,
        n=chance.randint(3, 900),
    )


def measured(council: int, measure: int, chance: random.Random) -> tuple[str, str, str, str]:
    """A sentence, its number, what it counts and the unit: the same measure in each issue of a council."""
    shape, metric, unit = COUNTED[measure % len(COUNTED)]
    about = {"place": PLACES[(council + 3 * measure) % len(PLACES)], "thing": THINGS[(council + measure) % len(THINGS)]}
    number = str(chance.randint(3, 60))
    return shape.format(n=number, **about), number, metric.format(**about), unit


_words: dict[str, np.ndarray] = {}


def vector_of(line: str) -> np.ndarray:
    total = np.zeros(WIDTH, dtype=np.float32)
    for word in line.lower().strip(".").split():
        if word not in _words:
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            _words[word] = np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32)
        total += _words[word]
    return np.asarray(total / np.linalg.norm(total), dtype=np.float32)
