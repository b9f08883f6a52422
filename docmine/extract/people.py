"""Sentences → the people named in a document: each with role, organisation, e-mail and every place that names them.

A statistical tagger alone calls services, places and systems people and misses people. Here every run of capitalised
words is a candidate, and counts only with enough evidence: a title or post beside it, an e-mail that carries the name,
somebody speaking, a signature's layout, a known given name, what spaCy says.

    sentence ─ candidates ─▶ shapes ─ evidence, beside ─▶ mentions ─ signatures, rosters ─▶ mentions ─ persons ─▶ people
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from docmine.extract import beside, candidates, evidence, names
from docmine.extract.context import Sent, layout, sentences
from docmine.extract.mentions import Mention, emails_of
from docmine.extract.persons import ENOUGH, Person, merge, worth
from docmine.extract.signatures import lines_of, with_layout


def find(doc: Doc) -> tuple[Person, ...]:
    """The people of a document in order of their first mention; computed once a document."""
    cached: tuple[Person, ...] | None = doc.user_data.get("docmine_people")
    if cached is not None:
        return cached
    lines = lines_of(layout(doc).blocks)
    emails = emails_of(lines)
    mentions: list[Mention] = []
    for sent in sentences(doc):
        mentions.extend(_in_sentence(doc, sent, emails))
    mentions = with_layout(mentions, lines, layout(doc).blocks, layout(doc).text)
    people = merge(mentions, emails)
    doc.user_data["docmine_people"] = people
    return people


def named(people: tuple[Person, ...], words: str) -> Person | None:
    """The one person whom `words` can mean: the full name, the first or the last name."""
    bare = re.sub(rf"^(?:{names.HONORIFIC}\s+)+", "", words).strip(" ,.:’'")
    exact = [p for p in people if p.name.lower() == bare.lower()]
    partial = [p for p in people if bare.lower() in (p.name.split()[0].lower(), p.name.split()[-1].lower())]
    found = exact or partial
    return found[0] if found and len({p.name for p in found}) == 1 else None


def _in_sentence(doc: Doc, sent: Sent, emails: dict[str, str]) -> Iterator[Mention]:
    """Every name-like run of words in a sentence, with the signs beside it; whether it is a name is decided later."""
    text = sent.span.text
    base = sent.span.start_char
    shapes = candidates.shapes(text)
    sure = [s.full_start for s in shapes if _is_sure(doc, text, base, s)]
    posts, ours = beside.posts(text, shapes, sure)
    signs = [evidence.signs(doc, text, base, shape, emails) for shape in shapes]
    for i, post in posts.items():
        signs[i].add("post" if post.role else "body")
    for i, shape in enumerate(shapes):
        near = [j for j in (i - 1, i + 1) if 0 <= j < len(shapes)]
        lists = [j for j in near if beside.side_by_side(text, shapes[min(i, j)], shapes[max(i, j)])]
        if any(worth(signs[j]) >= ENOUGH for j in lists):
            signs[i].add("listed")
        found = posts.get(i)
        role, body = beside.body(doc, text, base, shape)
        if found and not found.organisation:
            body = body or beside.body_of_its(text, found, layout(doc).text[sent.block.start : base])
        yield Mention(
            shape=_moved(shape, base),
            signs=frozenset(signs[i]),
            role=(found.role if found else None) or role or beside.task(text, shape),
            organisation=(found.organisation if found else None) or body,
            email=beside.email(text, shape),
            ours=i in ours or beside.joins_us(text, shape),
        )


def _is_sure(doc: Doc, text: str, base: int, shape: names.Shape) -> bool:
    """Whether a shape is a name at first sight, so that a post before it ends there."""
    if shape.honorific or (len(shape.tokens) > 1 and names.is_given(shape.tokens[0])):
        return True
    if len(shape.tokens) == 1:
        return False
    head = text[: shape.start]
    # spaCy takes the body in "(Clinical Lead, Steady Steps)" for a person
    return "ner" in evidence.tagged(doc, base + shape.start, base + shape.end) and head.rfind("(") <= head.rfind(")")


def _moved(shape: names.Shape, by: int) -> names.Shape:
    return replace(
        shape,
        start=shape.start + by,
        end=shape.end + by,
        full_start=shape.full_start + by,
        full_end=shape.full_end + by,
    )
