"""Sentences → commitments: what somebody is bound to do, by whom, by when, how firmly.

A commitment is found by the words that bind (`cues`), by the list it stands in (`stems`) or by the table of actions
it is a row of (`actions`); `clauses` cuts the shortest full statement, `speakers` says whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from docmine.extract import (
    actions,
    cues,
    ellipses,
    gapped,
    inspections,
    minutes,
    products,
    promises,
    stems,
    trailers,
    turns,
    undertakings,
)
from docmine.extract.asks import from_the_public
from docmine.extract.clauses import act, subject, trim
from docmine.extract.context import Sent, layout, make, sentences
from docmine.extract.cue import Cue
from docmine.extract.due import due, of_list_above, of_this, stem_range
from docmine.extract.readers import is_dated
from docmine.extract.speakers import owner
from docmine.extract.voices import body, partnership, silent, we
from docmine.records import Commitment, Strength

if not Doc.has_extension("commitments"):
    Doc.set_extension("commitments", default=())

_ORDER: tuple[Strength, ...] = ("required", "firm", "planned", "ongoing", "aspirational")
_KEY = re.compile(r"\b(red|amber|yellow|green|blue|gr[ea]y)\s*[:=–-]", re.IGNORECASE)
_CUT_OFF = re.compile(r"^\S+(?: \S+){0,6} (?:be|to|the|an?|of|for|with|and|or|(?<!at )(?<!on )(?<!about )that)$")
"""A few words that end in the middle of a clause: a column or a page has cut them off."""
_TOLD_ABOVE = re.compile(
    r"[Tt]he (?P<who>[\w’'-]+(?: [\w’'-]+){0,6}?) (?:must|should|needs? to|ha(?:s|ve) to)\b[^.]{0,60}:$"
)
"""The stem of a list of duties, for where its sentence is not whole: "The partnership must, by 30 June 2025:"."""
_PROVIDED = re.compile(r"\b(?:provided|providing|on condition) that\b", re.IGNORECASE)
_NEARBY = 600
"""Characters within which "they" may stand for the owner of the commitment before."""
_CARRIES_ON = re.compile(r"(?:carry(?:ing)? on|keep(?:ing)?(?: up)?) \w+ing\b", re.IGNORECASE)
_NOTE_CHARACTERS = 280
_OPENING_WORDS = 3
"""A bullet speaks for itself when its own binding clause begins within so many words."""


@Language.component("docmine_commitments", assigns=["doc._.commitments"])
def commitments(doc: Doc) -> Doc:
    """Leaves the commitments of the document in `doc._.commitments`, in reading order."""
    found: list[Commitment] = []
    sents = sentences(doc)
    reporting = _reports(doc)
    row = -1
    given = actions.Given()
    for i, sent in enumerate(sents):
        if sent.block.kind == "heading":
            continue
        if sent.block.kind == "table_row":
            if sent.block_index != row:
                row = sent.block_index
                end = bisect_right(sents, row, lo=i, key=lambda s: s.block_index)
                given = actions.given(doc, sents[i:end])
                found.extend(given.tasks)
            if given.covers(sent):
                continue
        elif _explains_colours(sent.block.text):
            continue
        limit = of_this(doc, sent)
        if limit is not None and found and _is_sooner(limit, found[-1].due) and _just_before(sents, i, found[-1]):
            found[-1] = replace(found[-1], due=limit)
            continue
        if (limit := of_list_above(doc, sent)) is not None:
            above = _list_above(sents, i)
            found = [replace(c, due=c.due or limit) if above <= c.start else c for c in found]
        previous = found[-1].owner if found and found[-1].start >= sent.block.start - _NEARBY else None
        obliged = (
            found[-1].owner if found and found[-1].strength == "required" and _lately(sents, i, found[-1]) else None
        )
        after = sents[i + 1] if i + 1 < len(sents) else None
        here = _of_sentence(doc, sent, reporting, previous, obliged, after)
        if sent.block_index == row:
            here = [given.told(c) for c in here]
        found.extend(c for c in here if not _CUT_OFF.search(c.text))
    found.sort(key=lambda c: c.start)
    if from_the_public(doc):  # what residents say to the council is an ask
        found = [c for c in found if _is_their_own(c, doc)]
    if inspections.judges_others(doc):
        found = [_of_the_inspected(c, doc) for c in found if _stands_in_an_inspection(c, body(doc))]
    doc._.commitments = tuple(found)
    return doc


def _is_their_own(commitment: Commitment, doc: Doc) -> bool:
    """Whether a body of residents binds itself: by a day, or under a heading that says so."""
    own = {body(doc)} | {person.name for person in doc._.owners if doc.has_extension("owners")}
    own |= {a.text for a in doc._.acronyms if a.long == body(doc)}
    heading = commitment.headings[-1] if commitment.headings else ""
    if re.search(r"[\"“]", commitment.text):
        return False  # somebody else's words
    told = commitment.due is not None or stems.of_words(heading) in ("firm", "planned")
    return told and commitment.owner in own and commitment.strength in ("firm", "planned", "ongoing")


def _stands_in_an_inspection(commitment: Commitment, inspectors: str | None) -> bool:
    """What inspectors require or will do themselves, and what they know to be under way or planned for a day."""
    own = commitment.strength == "firm" and commitment.owner == inspectors
    dated = commitment.strength != "aspirational" and commitment.due is not None
    return commitment.strength == "required" or own or dated or inspections.is_scheduled(commitment.text)


def _of_the_inspected(commitment: Commitment, doc: Doc) -> Commitment:
    """What inspectors know to be planned or under way without an agent is not theirs, unless they say "we"."""
    if commitment.owner != body(doc) or inspections.is_of_inspectors(commitment.text):
        return commitment
    return replace(commitment, owner=partnership(doc))


def _list_above(sents: Sequence[Sent], i: int) -> int:
    """Where the list begins that stands right above a sentence; its own place where there is none."""
    first = i
    while first and sents[first - 1].block_index == sents[i].block_index:  # the number of a paragraph
        first -= 1
    while first and sents[first - 1].is_listed:
        first -= 1
    return sents[first].span.start_char


def _is_sooner(limit: str, due: str | None) -> bool:
    """Whether a deadline of its own sentence says more than the promise: "in 2023/24. It will be ready by May 2023"."""
    return due is None or limit[:7] < due[: len(limit)][:7]


def _lately(sents: Sequence[Sent], i: int, commitment: Commitment) -> bool:
    """Whether the commitment is one of the two sentences before."""
    return i > 0 and commitment.end > sents[max(0, i - 2)].span.start_char


def _just_before(sents: Sequence[Sent], i: int, commitment: Commitment) -> bool:
    """Whether the commitment is one of the sentence before, in the same block."""
    before = sents[i - 1] if i else None
    return (
        before is not None
        and before.block_index == sents[i].block_index
        and before.span.start_char <= commitment.start < before.span.end_char
    )


def _of_sentence(
    doc: Doc, sent: Sent, reporting: bool, previous: str | None, obliged: str | None, following: Sent | None
) -> list[Commitment]:
    given = minutes.tasks(sent)
    if given:
        return [_task(doc, sent, *task) for task in given]
    if _opens_a_list(sent, following) or stems.describes(sent):
        return []
    if inspections.has_to_improve(sent) and inspections.judges_others(doc) and inspections.names_a_matter(sent.span):
        first = [trim(sent.span)] if sent.opens else []
        return [_record(doc, sent, span, span.root, "required", inspections.bearer(sent)) for span in first]
    by_stem = stems.strength(sent)
    found: list[tuple[Span, Cue]] = []
    if cues.WORTH_A_LOOK.search(sent.span.text):
        found = gapped.split(promises.spans(_undertaken(cues.find(sent.span, reporting)), sent), sent)
    if not found and by_stem is None and obliged is not None and inspections.goes_on_obliging(sent):
        return [_record(doc, sent, trim(sent.span), sent.span.root, "required", obliged)]
    if found and (by_stem is None or (sent.is_listed and not sent.opens)):
        records: list[Commitment] = []
        for span, cue in found:
            if undertakings.only_with_a_day(cue) and not _has_a_day(doc, sent, span, cue):
                continue
            last = records[-1].owner if records else previous
            asked_for = cue.strength == "required" and cue.verb == cue.sign  # "the board has asked for a report"
            who = silent(cue.verb) if asked_for else owner(_bearer(cue), last, cue.strength == "required")
            who = we(cue.verb) if turns.is_one(cue) else who
            records.append(_record(doc, sent, span, cue.verb, cue.strength, who))
        return records
    if by_stem is None and sent.opens and stems.is_a_stage(sent) and due(doc, sent, sent.span, sent.span.root):
        by_stem = "planned"
    if by_stem is not None and sent.opens and not (stems.is_an_event(sent.span) or stems.is_a_label(sent.span)):
        whole = trim(sent.span)
        verb, strength = _bullet(sent, by_stem, found)
        return [
            _record(
                doc,
                sent,
                whole,
                verb,
                strength,
                _stem_owner(doc, sent, previous, obliged=strength == "required")
                or (found and owner(found[0][1].verb, previous))
                or (None if strength == "required" else we(sent.span[0])),
            )
        ]
    if by_stem is None and not found and _is_a_note(sent):
        for cue in ellipses.find(sent.span):
            who = owner(cue.verb, None, cue.strength == "required")
            return [_record(doc, sent, trim(sent.span), cue.verb, cue.strength, who)]
    announced = trailers.find(sent.span) if not found else None
    if announced is not None:
        return [_record(doc, sent, announced, sent.span.root, "planned", we(sent.span.root))]
    return []


def _has_a_day(doc: Doc, sent: Sent, span: Span, cue: Cue) -> bool:
    return due(doc, sent, span, cue.verb) is not None or is_dated(cue.clause_head)


@lru_cache(maxsize=4)
def _explains_colours(block: str) -> bool:
    """Whether a paragraph explains the colours of a table; asked of each of its sentences."""
    return len({colour.lower() for colour in _KEY.findall(block)}) > 1


def _is_a_note(sent: Sent) -> bool:
    """Whether a sentence may be in headline style: a bullet, or a short paragraph; not under the past."""
    short = sent.block.end - sent.block.start <= _NOTE_CHARACTERS
    return (sent.is_listed or short) and not stems.is_of_the_past(sent)


def _task(doc: Doc, sent: Sent, begin: int, end: int, acting: int, who: str | None) -> Commitment:
    said = [token for token in sent.span if begin <= token.idx < end]
    act_of = next((token for token in said if token.idx >= acting), said[-1])
    return _record(doc, sent, doc[said[0].i : said[-1].i + 1], act_of, "required", who)


def _undertaken(found: list[Cue]) -> list[Cue]:
    """Without those that only describe how a product behaves."""
    return [cue for cue in found if not products.describes(cue.verb, cue.sign)]


def _bearer(cue: Cue) -> Token:
    """The verb whose subject owns the promise: in "I promise you that we will" the one who promises."""
    return cue.head if cue.head is not None and cue.head.lemma_ in undertakings.PROMISES | {"give"} else cue.verb


def _bullet(sent: Sent, by_stem: Strength, found: list[tuple[Span, Cue]]) -> tuple[Token, Strength]:
    """The verb of a bullet and its strength: its own words bind where it is a statement, else those of the stem do."""
    first = sent.span[0]
    opening = next(((span, cue) for span, cue in found if span.start - sent.span.start <= _OPENING_WORDS), None)
    if opening is not None and first.tag_ not in ("VB", "VBG"):
        return opening[1].verb, opening[1].strength
    if first.lower_.startswith("continu") or _CARRIES_ON.match(sent.span.text):
        return first, "ongoing" if by_stem != "required" else by_stem
    root = sent.span.root
    if by_stem == "planned" and sent.stem and opening is None and root.tag_ in ("VBZ", "VBP") and root.pos_ == "VERB":
        return root, "firm" if stems.is_a_statement(sent.span) else by_stem
    acting = next((t for t in sent.span[:3] if t.tag_ in ("VB", "VBG", "VBP")), None)
    return acting or (first if first.pos_ in ("VERB", "AUX") else sent.span.root), by_stem


def _stem_owner(doc: Doc, sent: Sent, previous: str | None, *, obliged: bool) -> str | None:
    """Whom the stem names: the subject of the sentence above the list."""
    start, end = stem_range(doc, sent)
    above = doc.char_span(start, end, alignment_mode="expand") if end else None
    if above is None:
        return None
    root = above[-1].sent.root
    if subject(root) is not None:
        return owner(root, previous, obliged)
    told = _TOLD_ABOVE.match(above.text.strip())
    return told["who"] if told else None


def _record(doc: Doc, sent: Sent, span: Span, verb: Token, strength: Strength, who: str | None) -> Commitment:
    inside = span.start <= verb.i < span.end
    action = act(verb, span) if inside else gapped.action(verb, span) if verb.i < span.start else span.text
    return make(
        doc,
        Commitment,
        span.start_char,
        span.end_char,
        owner=who,
        action=action,
        due=due(doc, sent, span, verb, lasting=strength in ("ongoing", "aspirational")),
        strength=strength,
        topic=_topic(sent, verb),
        headings=sent.headings,
        stem=sent.stem,
    )


def _topic(sent: Sent, verb: Token) -> str | None:
    """Two to five words: the thing acted on, else the heading above."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr") and child.pos_ in ("NOUN", "PROPN"):
            words = [
                t for t in verb.doc[child.left_edge.i : child.i + 1] if t.pos_ not in ("DET", "PRON", "PUNCT", "SPACE")
            ]
            if len(words) >= 2:
                return " ".join(t.text for t in words[-5:])
    return sent.heading


def _opens_a_list(sent: Sent, following: Sent | None) -> bool:
    """Whether the sentence only introduces the bullets below it, which carry the promise."""
    return (
        following is not None
        and following.is_listed
        and (following.block_index != sent.block_index or (sent.item is None and following.item is not None))
        and sent.span.text.rstrip().endswith(":")
        and stems.of_words(sent.span.text) is not None
        and not _PROVIDED.search(sent.span.text)
    )


def _reports(doc: Doc) -> bool:
    kind = layout(doc).doc_type
    return kind is not None and kind.value in ("report", "minutes")
