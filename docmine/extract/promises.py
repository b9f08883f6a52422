"""Cues → one span a promise: joined verbs apart where each is whole, each as short as a full statement can be."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from docmine.extract.beginnings import mended
from docmine.extract.clauses import (
    clause,
    has_complement,
    is_joined_too_low,
    is_passive,
    joined,
    subject,
    subject_of_its_own,
    trim,
)
from docmine.extract.conditions import is_laid
from docmine.extract.context import Sent
from docmine.extract.cue import Cue
from docmine.extract.suppositions import is_then

_OPENS_CONDITIONS = re.compile(r",? (?:provided|providing|on condition) that(?: \w+){0,2}$", re.IGNORECASE)
_REPORTED_QUESTION = frozenset({"what", "how", "whether", "why", "who", "if"})
_STOPS = frozenset({",", ";", ":", ")", "–", "—", "."})
_SEPARATE_WORDS = 4
"""A joined verb is a promise of its own only with at least so many words on either side."""
_FEWEST_TOKENS = 3
_NEXT = 6
"""Promises after one in the same sentence that may have to be cut off it."""
_STATED_BEFORE = 16
"""A statement of at most so many words before a promise is kept as its beginning, for the sake of its subject."""


def spans(found: Sequence[Cue], sent: Sent) -> list[tuple[Span, Cue]]:
    """The words of each promise with its cue, in order; a promise within another's words is left out."""
    cues, ends = _merged(_with_joined(found, sent))
    order = sorted(cues)
    bound = set(order)
    taken: list[tuple[Span, Cue]] = []
    for n, i in enumerate(order):
        cue = cues[i]
        later = [cues[j].clause_head for j in order[n + 1 : n + 1 + _NEXT]]
        span = clause(cue.clause_head, sent.span, _apart(cue.clause_head, cue.verb, later, ends))
        span = mended(_with_subject(span, cue.clause_head, bound), cue.clause_head, sent.span)
        span = _without_stem(_without_request(_whole_where_under_way(span, cue, sent)))
        span = _from_its_subject(span, cue, sent) if is_laid(cue) else span
        if len(span) >= _FEWEST_TOKENS and not _subordinate(span, cue, sent):
            taken.append((span, cue))
    return _without_repeats(taken)


def _with_joined(found: Sequence[Cue], sent: Sent) -> dict[int, Cue]:
    """The cues by the place of their verb, with verbs that are joined to one and share its binding word."""
    cues = {cue.verb.i: cue for cue in found}
    heads = {cue.clause_head.i for cue in found}
    for cue in found:
        if cue.head is not None and cue.strength in ("aspirational", "ongoing"):
            continue  # an ambition with several verbs is one ambition
        for other in joined(cue.verb, until=heads):
            if other.i in cues or not (sent.span.start <= other.i < sent.span.end):
                continue
            if subject_of_its_own(other) or _asks(other) or not _stands_alone(cue.verb, other):
                continue
            if other.tag_ == cue.verb.tag_ or (other.tag_ in ("VB", "VBP") and cue.verb.tag_ in ("VB", "VBP")):
                cues[other.i] = Cue(cue.strength, other, cue.sign)
    return cues


def _asks(verb: Token) -> bool:
    """Whether a verb asks the reader: "so please let us know"."""
    return any(child.lower_ == "please" for child in verb.children) or verb.nbor(-1).lower_ == "please"


def _without_request(span: Span) -> Span:
    """Without what is asked of the reader behind the promise."""
    please = next((t.i for t in span if t.lower_ == "please" and t.i > span.start), None)
    if please is None:
        return span
    while please - 1 > span.start and span.doc[please - 1].lower_ in ("so", "and", ",", ";", "–", "-"):
        please -= 1
    return trim(span.doc[span.start : please])


def _without_stem(span: Span) -> Span:
    """Without the words that only open a list below: "..., provided that we:"."""
    stem = _OPENS_CONDITIONS.search(span.text)
    if stem is None:
        return span
    end = next((t.i for t in span if t.idx >= span.start_char + stem.start()), span.end)
    return trim(span.doc[span.start : end])


def _from_its_subject(span: Span, cue: Cue, sent: Sent) -> Span:
    """Without the "as long as" before a condition: "they move over by the end of March"."""
    found = subject(cue.verb)
    if found is None:
        return span
    end = next((t.i for t in span.doc[cue.verb.i : sent.span.end] if t.text in _STOPS), sent.span.end)
    return trim(span.doc[found.left_edge.i : max(end, span.end)])


def _merged(cues: dict[int, Cue]) -> tuple[dict[int, Cue], set[int]]:
    """Work under way that is told in one breath with what comes of it is one promise, as strong as its second part:
    "is being written and is to be published by May", "is hiring two nurses, and they are expected in May".

    Also the places of the heads of such second parts.
    """
    kept: dict[int, Cue] = {}
    ends: set[int] = set()
    begun: Cue | None = None
    for i in sorted(cues):
        cue = cues[i]
        if begun is not None and cue.strength in ("planned", "firm") and _comes_of(cue.clause_head, begun):
            kept[begun.verb.i] = Cue(cue.strength, begun.verb, begun.sign, begun.head)
            ends.add(cue.clause_head.i)
        else:
            kept[i] = cue
        begun = cue if cue.strength == "ongoing" else None
    return kept, ends


def _comes_of(head: Token, begun: Cue) -> bool:
    if head.dep_ != "conj" or head.head.i != begun.clause_head.i:
        return False
    if subject_of_its_own(head):
        return any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("they", "it") for c in head.children)
    told_apart = any(t.text in (",", ";") for t in head.doc[begun.verb.i : head.i])
    return is_passive(begun.verb) and not told_apart


def _apart(head: Token, verb: Token, later: Sequence[Token], ends: Collection[int]) -> list[Token]:
    """The heads of what is no part of the clause of `head`: the next promise joined to it, statements of their own
    beside it, and a promise in a clause that is only added by ", which"; but not `ends`, which belong to it."""
    apart = [c for c in head.children if c.i not in ends and _is_a_statement_beside(c, head)]
    following = next((o for o in later if _beside(o, head) or (verb != head and _beside(o, verb))), None)
    if following is not None:
        apart.append(following)
    apart.extend(o for o in later if _is_added(o) and head.i < o.left_edge.i <= head.right_edge.i)
    return apart


def _is_a_statement_beside(child: Token, head: Token) -> bool:
    """Whether a child is a sentence of its own: ", and parents can comment", "fees are not set; ministers will"."""
    if child.dep_ == "conj":
        first = child.left_edge
        linked = first.i > head.i and (first.nbor(-1).dep_ == "cc" or first.nbor(-1).text in (",", ";", "–", "—"))
        return linked and child.pos_ in ("VERB", "AUX") and subject_of_its_own(child)
    if child.dep_ not in ("ccomp", "parataxis") or not subject_of_its_own(child):
        return False
    between = child.doc[min(child.right_edge.i, head.i) : max(child.left_edge.i, head.i) + 1]
    return any(t.text == ";" for t in between)


def _is_added(head: Token) -> bool:
    """Whether a verb stands in ", which ...": said besides, not to tell which thing is meant."""
    first = head.left_edge
    return head.dep_ == "relcl" and first.lower_ == "which" and first.i > 0 and first.nbor(-1).text == ","


def _whole_where_under_way(span: Span, cue: Cue, sent: Sent) -> Span:
    """Begun with the sentence where nothing else is stated before: "A review of lessons, with pupils is underway"."""
    if cue.strength != "ongoing" or cue.verb != cue.sign or cue.verb.lemma_ != "be":
        return span
    before = span.doc[sent.span.start : span.start]
    stated = any(t.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or t.text in (".", ";", ":") for t in before)
    return span if stated else trim(span.doc[sent.span.start : span.end])


def _without_repeats(taken: Sequence[tuple[Span, Cue]]) -> list[tuple[Span, Cue]]:
    """Without promises whose words are another's: part of it, or the same ones by an earlier verb."""
    kept: list[tuple[Span, Cue]] = []
    reach = -1
    for span, cue in sorted(taken, key=lambda t: (t[0].start, -t[0].end, t[1].verb.i)):
        if span.end > reach:
            kept.append((span, cue))
            reach = span.end
    return kept


def _subordinate(span: Span, cue: Cue, sent: Sent) -> bool:
    """Whether the clause is a reported question, or the "as ..." or "while ..." that only opens a sentence."""
    first = span[0].lower_
    if span.start > sent.span.start and first in _REPORTED_QUESTION:
        return True
    if first == "where" and cue.verb.dep_ != "relcl" and cue.strength != "ongoing":
        return True
    if first not in ("as", "while", "whilst", "if", "when") or is_then(cue.verb):
        return False
    comma = next((t.i for t in span if t.text == ","), span.end)
    return cue.verb.i < comma


def _with_subject(span: Span, head: Token, binding: set[int]) -> Span:
    """Begun at the subject of the first verb, where that one only states: "notes are attached and will be online"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX") and not subject_of_its_own(first):
        if is_joined_too_low(first):
            return span
        first = first.head
        if first.i in binding:
            return span
    found = subject(first)
    if first == head or found is None or head.i - found.left_edge.i > _STATED_BEFORE:
        return span
    if any(t.i in binding for t in joined(first, until={head.i}) if t.i < head.i):
        return span
    return span.doc[min(span.start, found.left_edge.i) : span.end]


def _stands_alone(first: Token, second: Token) -> bool:
    between = second.i - first.i
    return has_complement(first) and has_complement(second) and between >= _SEPARATE_WORDS


def _beside(inner: Token, outer: Token) -> bool:
    """Whether `inner` is coordinated with `outer`, directly or through others, and so is no part of its clause."""
    if inner.head.tag_ == "VBN" and inner.head.dep_ == "acl" and inner.dep_ == "conj" and inner.tag_ == "VB":
        return outer in inner.ancestors  # joined too low: see `joined`
    token = inner
    while token.dep_ == "conj" and token.head != token:
        token = token.head
        if token.i == outer.i:
            return True
    return False
