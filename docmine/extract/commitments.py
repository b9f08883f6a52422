"""Sentences → commitments: what somebody is bound to do, by whom, by when, how firmly.

A commitment is found by the words that bind (`cues`), by the list it stands in (`stems`) or by the table of actions
it is a row of (`actions`); `clauses` cuts the shortest full statement, `speakers` says whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from docmine.extract import actions, cues, inspections, products, stems
from docmine.extract.asks import from_the_public
from docmine.extract.binding import Cue
from docmine.extract.clauses import act, clause, has_complement, joined, subject, trim
from docmine.extract.context import Sent, layout, make, sentences
from docmine.extract.due import due, of_this, stem_range
from docmine.extract.speakers import owner
from docmine.extract.voices import body, partnership, we
from docmine.records import Commitment, Strength

if not Doc.has_extension("commitments"):
    Doc.set_extension("commitments", default=())

_ORDER: tuple[Strength, ...] = ("required", "firm", "planned", "ongoing", "aspirational")
_REPORTED_QUESTION = frozenset({"what", "how", "whether", "why", "who", "if"})
_KEY = re.compile(r"\b(red|amber|yellow|green|blue|gr[ea]y)\s*[:=–-]", re.IGNORECASE)
_NEARBY = 600
"""Characters within which "they" may stand for the owner of the commitment before."""
_OPENING_WORDS = 3
"""A bullet speaks for itself when its own binding clause begins within so many words."""
_SEPARATE_WORDS = 4
"""A joined verb is a promise of its own only with at least so many words on either side."""


@Language.component("docmine_commitments", assigns=["doc._.commitments"])
def commitments(doc: Doc) -> Doc:
    """Leaves the commitments of the document in `doc._.commitments`, in reading order."""
    if from_the_public(doc):  # what residents say to the council is an ask
        doc._.commitments = ()
        return doc
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
        elif len({colour.lower() for colour in _KEY.findall(sent.block.text)}) > 1:
            continue  # it explains the colours of a table
        limit = of_this(doc, sent)
        if limit is not None and found and _is_sooner(limit, found[-1].due) and _just_before(sents, i, found[-1]):
            found[-1] = replace(found[-1], due=limit)
            continue
        previous = found[-1].owner if found and found[-1].start >= sent.block.start - _NEARBY else None
        here = _of_sentence(doc, sent, reporting, previous, following=sents[i + 1] if i + 1 < len(sents) else None)
        if sent.block_index == row:
            here = [given.told(c) for c in here]
        found.extend(here)
    found.sort(key=lambda c: c.start)
    if inspections.judges_others(doc):
        found = [_of_the_inspected(c, doc) for c in found if _stands_in_an_inspection(c, body(doc))]
    doc._.commitments = tuple(found)
    return doc


def _stands_in_an_inspection(commitment: Commitment, inspectors: str | None) -> bool:
    """What inspectors require or will do themselves, and what they know to be under way or planned for a day."""
    own = commitment.strength == "firm" and commitment.owner == inspectors
    dated = commitment.strength in ("planned", "ongoing") and commitment.due is not None
    return commitment.strength == "required" or own or dated


def _of_the_inspected(commitment: Commitment, doc: Doc) -> Commitment:
    """What inspectors know to be planned or under way without an agent is not theirs, unless they say "we"."""
    reported = commitment.strength in ("planned", "ongoing") and commitment.owner == body(doc)
    if not reported or re.search(r"\b(?:we|our)\b", commitment.text, re.IGNORECASE):
        return commitment
    return replace(commitment, owner=partnership(doc))


def _is_sooner(limit: str, due: str | None) -> bool:
    """Whether a deadline of its own sentence says more than the promise: "in 2023/24. It will be ready by May 2023"."""
    return due is None or limit[:7] < due[: len(limit)][:7]


def _just_before(sents: Sequence[Sent], i: int, commitment: Commitment) -> bool:
    """Whether the commitment is one of the sentence before, in the same block."""
    before = sents[i - 1] if i else None
    return (
        before is not None
        and before.block_index == sents[i].block_index
        and before.span.start_char <= commitment.start < before.span.end_char
    )


def _of_sentence(
    doc: Doc, sent: Sent, reporting: bool, previous: str | None, following: Sent | None
) -> list[Commitment]:
    task = actions.line(sent)
    if task is not None:
        begin, end, acting, who = task
        said = [token for token in sent.span if begin <= token.idx < end]
        act_of = next(token for token in said if token.idx >= acting)
        return [_record(doc, sent, doc[said[0].i : said[-1].i + 1], act_of, "required", who)]
    if _opens_a_list(sent, following) or stems.describes(sent):
        return []
    if inspections.has_to_improve(sent) and inspections.judges_others(doc) and inspections.names_a_matter(sent.span):
        first = [trim(sent.span)] if sent.opens else []
        return [_record(doc, sent, span, span.root, "required", inspections.bearer(sent)) for span in first]
    by_stem = stems.strength(sent)
    found: list[tuple[Span, Cue]] = []
    if cues.WORTH_A_LOOK.search(sent.span.text):
        found = _spans(_undertaken(cues.find(sent.span, reporting)), sent)
    if found and by_stem is None:
        records: list[Commitment] = []
        for span, cue in found:
            if cue.strength == "planned" and cue.sign.lemma_ in cues.SCHEDULED and not due(doc, sent, span, cue.verb):
                continue
            last = records[-1].owner if records else previous
            who = owner(_bearer(cue), last, cue.strength == "required")
            records.append(_record(doc, sent, span, cue.verb, cue.strength, who))
        return records
    if by_stem is not None and sent.opens:
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
    if cues.to_follow(sent.span.text) and not found:
        return [_record(doc, sent, trim(sent.span), sent.span.root, "planned", we(sent.span.root))]
    return []


def _undertaken(found: list[Cue]) -> list[Cue]:
    """Without those that only describe how a product behaves."""
    return [cue for cue in found if not products.describes(cue.verb, cue.sign)]


def _bearer(cue: Cue) -> Token:
    """The verb whose subject owns the promise: in "I promise you that we will" the one who promises."""
    return cue.head if cue.head is not None and cue.head.lemma_ in cues.PROMISES else cue.verb


def _spans(found: list[Cue], sent: Sent) -> list[tuple[Span, Cue]]:
    """One span a promise: joined verbs apart where each is whole, a promise within another's words left out."""
    verbs = {cue.verb.i: cue for cue in found}
    for cue in found:
        if cue.head is not None and cue.strength in ("aspirational", "ongoing"):
            continue  # an ambition with several verbs is one ambition
        for other in joined(cue.verb):
            if other.i in verbs or not (sent.span.start <= other.i < sent.span.end):
                continue
            if subject_of_its_own(other) or not _stands_alone(cue.verb, other):
                continue
            if other.tag_ == cue.verb.tag_ or (other.tag_ in ("VB", "VBP") and cue.verb.tag_ in ("VB", "VBP")):
                verbs[other.i] = Cue(cue.strength, other, cue.sign)
    taken: list[tuple[Span, Cue]] = []
    for i in sorted(verbs):
        cue = verbs[i]
        apart = _next_to(cue.verb, [verbs[j].verb for j in sorted(verbs) if j != i])
        span = _with_subject(clause(cue.clause_head, sent.span, apart), cue.clause_head, set(verbs))
        span = _whole_where_under_way(span, cue, sent)
        if len(span) >= 3 and not _subordinate(span, cue, sent):
            taken.append((span, cue))
    return [(span, cue) for span, cue in taken if not _said_already(span, cue, taken)]


def _whole_where_under_way(span: Span, cue: Cue, sent: Sent) -> Span:
    """Begun with the sentence where nothing else is stated before: "A review of lessons, with pupils is underway"."""
    if cue.strength != "ongoing" or cue.verb is not cue.sign or cue.verb.lemma_ != "be":
        return span
    before = span.doc[sent.span.start : span.start]
    stated = any(t.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or t.text in (".", ";", ":") for t in before)
    return span if stated else trim(span.doc[sent.span.start : span.end])


def _said_already(span: Span, cue: Cue, taken: Sequence[tuple[Span, Cue]]) -> bool:
    """Whether another promise has these words: as part of its own, or the same ones by an earlier verb."""
    return any(
        other.start <= span.start
        and span.end <= other.end
        and ((other.start, other.end) != (span.start, span.end) or its.verb.i < cue.verb.i)
        for other, its in taken
    )


def _subordinate(span: Span, cue: Cue, sent: Sent) -> bool:
    """Whether the clause is a reported question, or the "as ..." or "while ..." that only opens a sentence."""
    first = span[0].lower_
    if span.start > sent.span.start and first in _REPORTED_QUESTION:
        return True
    if first == "where" and cue.verb.dep_ != "relcl" and cue.strength != "ongoing":
        return True
    if first not in ("as", "while", "whilst", "if", "when"):
        return False
    comma = next((t.i for t in span if t.text == ","), span.end)
    return cue.verb.i < comma


def _with_subject(span: Span, head: Token, binding: set[int]) -> Span:
    """Begun at the subject of the first verb, where that one only states: "notes are attached and will be online"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX") and not subject_of_its_own(first):
        first = first.head
    found = subject(first)
    if first is head or found is None or binding & {t.i for t in (first, *joined(first)) if t.i < head.i}:
        return span
    return span.doc[min(span.start, found.left_edge.i) : span.end]


def subject_of_its_own(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _stands_alone(first: Token, second: Token) -> bool:
    between = second.i - first.i
    return has_complement(first) and has_complement(second) and between >= _SEPARATE_WORDS


def _next_to(verb: Token, others: Sequence[Token]) -> list[Token]:
    """The verb right after `verb` that is joined to it: where its clause is cut. What is joined stands behind."""
    after = next((o for o in others if o.i > verb.i and _beside(o, verb)), None)
    return [] if after is None else [after]


def _beside(inner: Token, outer: Token) -> bool:
    """Whether `inner` is coordinated with `outer`, directly or through others, and so is no part of its clause."""
    if inner in joined(outer):
        return True
    token = inner
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
        if token.i == outer.i:
            return True
    return False


def _bullet(sent: Sent, by_stem: Strength, found: list[tuple[Span, Cue]]) -> tuple[Token, Strength]:
    """The verb of a bullet and its strength: its own words bind where it is a statement, else those of the stem do."""
    first = sent.span[0]
    opening = next(((span, cue) for span, cue in found if span.start - sent.span.start <= _OPENING_WORDS), None)
    if opening is not None and first.tag_ not in ("VB", "VBG"):
        return opening[1].verb, opening[1].strength
    if first.lower_.startswith("continu") and by_stem != "required":
        return first, "ongoing"
    acting = next((t for t in sent.span[:3] if t.tag_ in ("VB", "VBG", "VBP")), None)
    return acting or (first if first.pos_ in ("VERB", "AUX") else sent.span.root), by_stem


def _stem_owner(doc: Doc, sent: Sent, previous: str | None, *, obliged: bool) -> str | None:
    """Whom the stem names: the subject of the sentence above the list."""
    start, end = stem_range(doc, sent)
    above = doc.char_span(start, end, alignment_mode="expand") if end else None
    if above is None:
        return None
    root = above[-1].sent.root
    return owner(root, previous, obliged) if subject(root) is not None else None


def _record(doc: Doc, sent: Sent, span: Span, verb: Token, strength: Strength, who: str | None) -> Commitment:
    action = act(verb, span) if span.start <= verb.i < span.end else span.text
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
    )


def _reports(doc: Doc) -> bool:
    kind = layout(doc).doc_type
    return kind is not None and kind.value in ("report", "minutes")
