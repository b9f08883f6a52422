"""A question and the store → every sentence that might answer, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docmine import embed
from docmine.search.ground import Candidate, ground
from docmine.search.lexicon import in_words, softened
from docmine.search.meanings import Own, as_read_in, own_definitions
from docmine.search.near import near
from docmine.search.question import Question, acronym_table, understand
from docmine.search.rank import unnamed
from docmine.search.spelling import respelled
from docmine.search.traits import Reading, rarity, scarcity, telling, traits
from docmine.words import stems, words

if TYPE_CHECKING:
    from docmine.settings import Settings
    from docmine.store import Store


@dataclass(slots=True)
class Judged:
    candidate: Candidate
    traits: dict[str, float]
    missing: tuple[str, ...]
    """Names in the question that nothing at or around it names."""


def read(store: Store, question: str, today: date | None) -> tuple[Question, Own]:
    """The question, as the index helps to understand it; and what documents say that its short forms are."""
    slips = respelled(store, question)
    plain = {w.text.lower() for w in words(question)} | set(slips.values())
    plain |= {w.removesuffix("s") for w in plain}
    defined = store.short_forms(plain)
    asked = understand(
        question,
        acronym_table((short, long) for _, short, long in defined),
        store.people_named(plain),
        today=today,
        respelled=slips,
    )
    return asked, own_definitions(defined)


def judged(store: Store, asked: Question, own: Own, settings: Settings) -> list[Judged]:
    model = settings.embedding_model
    soft = softened(asked)
    vectors = embed.load(model).encode([asked.semantic, asked.lexical or asked.semantic])
    others = sorted(store.known_words(in_words(soft)))
    found = ground(store, asked, " ".join(others), vectors, model)
    texts = [(*p.headings, p.text) for p in found.passages]
    rare = rarity(asked, texts)
    close = {k: near(k.forms[0][0]) for k in asked.concepts if k.name is None}
    scarce = scarcity(asked, texts, close)
    called = {c.line.doc_id: (c.about.title, c.about.publisher or "", c.about.name) for c in found.candidates}
    apart = telling(asked, called.values())
    days = sorted({c.published for c in found.candidates if c.published})
    readings: dict[str, Reading] = {}
    made: list[Judged] = []
    for c in found.candidates:
        key = c.line.doc_id
        if key not in readings:
            here = as_read_in(asked, key, own)
            there = dict(zip(here.concepts, (rare[b] for b in asked.concepts), strict=True))
            docs = dict(zip(here.concepts, (apart[b] for b in asked.concepts), strict=True))
            near_here = {k: close[b] for b, k in zip(asked.concepts, here.concepts, strict=True) if b in close}
            few = dict(zip(here.concepts, (scarce[b] for b in asked.concepts), strict=True))
            readings[key] = Reading(here, there, docs, soft, near_here, few, days)
        reading = readings[key]
        missing = unnamed(_zones(c), reading.asked)
        if missing and (
            asked.people or "quote" in asked.intents
        ):  # a person is named once, and then speaks for a whole section
            elsewhere = unnamed([*_zones(c), c.section], reading.asked)
            missing = tuple(name for name in missing if name in elsewhere or not _is_person(name, asked))
        made.append(Judged(c, traits(c, reading), missing))
    return made


def _is_person(name: str, asked: Question) -> bool:
    """Whether a name of the question is a person's: one that the index knows, or one whose words are asked for."""
    short_form = sum(letter.isupper() for letter in name) > 1 and " " not in name
    return ("quote" in asked.intents and not short_form) or any(
        stems(name)[-1:] == stems(person)[-1:] for person in asked.people
    )


def _zones(c: Candidate) -> list[str]:
    """Where a name may stand for it to be named."""
    passage = c.passage.text if c.passage else ""
    return [
        c.line.text,
        passage,
        c.before,
        c.intro,
        *c.line.headers,
        *c.line.headings,
        c.about.title,
        c.about.signatory or "",
        c.about.publisher or "",
    ]
