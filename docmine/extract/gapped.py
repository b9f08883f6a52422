"""Promises told in one breath, the later without a verb: "The hall opens in May and the rest of the site by July"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from docmine.extract.clauses import trim
from docmine.extract.context import Sent
from docmine.extract.cue import Cue

_BY = frozenset({"in", "by", "from", "on", "at", "before"})
_LINKS = frozenset({",", ";", "and", "then", "but", "with"})
_MOST = 10
"""Words of such a part before its date."""
_FEWEST = 3
_ACTION = 15
"""Words of an action at most."""
_BINDING = frozenset({"firm", "planned"})


def split(found: Sequence[tuple[Span, Cue]], sent: Sent) -> list[tuple[Span, Cue]]:
    """The promises, with those told without a verb at the end of the sentence as promises of their own."""
    if not found or found[-1][1].strength not in _BINDING:
        return list(found)
    span, cue = found[-1]
    dates = _dates(cue, sent)
    parts = list(_parts(dates, sent))
    if not parts or any(t.text in (",", ":") for t in span.doc[cue.verb.i : dates[0].start]):
        return list(found)  # "in two stages, homes in June and shops in October"
    end = min(span.end, parts[0].start)
    while end > span.start and span.doc[end - 1].lower_ in _LINKS:
        end -= 1
    own = trim(span.doc[span.start : end])
    if len(own) < _FEWEST or not any(own.start <= date.start < own.end for date in dates):
        return list(found)
    return [*found[:-1], (own, cue), *((part, cue) for part in parts)]


def action(verb: Token, part: Span) -> str:
    """The act of a promise whose verb stands before it: "Reopen the rest of the site by July"."""
    words = f"{verb.lemma_} {part.text}".split()
    return " ".join([words[0].capitalize(), *words[1:_ACTION]])


def _dates(cue: Cue, sent: Sent) -> list[Span]:
    """The dates of the sentence behind the verb, in order."""
    doc = sent.span.doc
    known = doc._.dates if doc.has_extension("dates") else ()
    inside = [d for d in known if cue.verb.idx < d.start and d.end <= sent.span.end_char]
    spans = (doc.char_span(d.start, d.end, alignment_mode="expand") for d in inside)
    return [span for span in spans if span is not None]


def _parts(dates: Sequence[Span], sent: Sent) -> Iterator[Span]:
    """What stands between two dates as a thing with "by" or "in" before the second."""
    doc = sent.span.doc
    for before, date in pairwise(dates):
        start = before.end
        while start < date.start and doc[start].lower_ in _LINKS:
            start += 1
        words = list(doc[start : date.start])
        while words and words[-1].lower_ in ("the", "end", "of", "early", "late"):
            words.pop()
        if start == before.end or len(words) < 2 or words[-1].lower_ not in _BY:
            continue
        if len(words) <= _MOST and _names_something(words[:-1]):
            yield trim(doc[start : date.end])


def _names_something(words: Sequence[Token]) -> bool:
    """Whether the words are a thing and no verb or clause."""
    if any(t.pos_ in ("VERB", "AUX", "SCONJ") or t.tag_ in ("WDT", "WP", "WRB") for t in words):
        return False
    named = any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in words)
    return named and words[0].pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")
