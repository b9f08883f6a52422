"""A figure's words → how its sentence tells it: as what stands now, what was, what has become, or what is to be."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Doc, Token

from docmine.extract.context import Sent, layout

Telling = Literal["present", "past", "perfect", "future", "none"]

_FUTURE = frozenset({"will", "shall", "must", "should", "would", "wo", "'ll", "’ll", "ca", "may", "could", "might"})
_PLANNED = frozenset({"plan", "schedule", "propose", "expect", "intend", "programme", "commission"})
_WANTS = frozenset({"need", "want", "seek", "require"})
_PURPOSE = re.compile(r"\b(?:so\s+that|ensur(?:e|ing)|make\s+sure|making\s+sure|in\s+order\s+to)\b", re.I)
_BINDS = re.compile(r"\b(?:must|should|will|shall|would)\b", re.I)
_PAST = frozenset({"was", "were", "had", "did"})
_HAS = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"})
_INTENDS = frozenset({"plan", "aim", "intend", "hope", "expect", "want", "need", "propose", "go"})
_STEM_FUTURE = re.compile(r"\b(?:will|must|should|shall|plan\s+to|aim\s+to|intend\s+to|going\s+to|next)\b|^by\s", re.I)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def governing(doc: Doc, start: int, end: int) -> Token | None:
    """The verb over the words from `start` to `end`, None in words without any."""
    span = doc.char_span(start, end, alignment_mode="expand")
    token = span.root if span is not None else None
    while token is not None and token.pos_ not in ("VERB", "AUX"):
        token = None if token.head == token else token.head
    return token


def telling(doc: Doc, start: int, end: int, sent: Sent) -> Telling:
    """How the clause of the words tells them; "none" where it has no verb."""
    verb = governing(doc, start, end)
    stem = sent.stem or ""
    low, high = cell(sent, start)
    if verb is None or not low <= verb.idx < high:
        return "future" if _STEM_FUTURE.search(stem) else "none"
    ahead = layout(doc).text[max(sent.span.start_char, start - 200) : start]
    if (purpose := _PURPOSE.search(ahead)) and _BINDS.search(ahead[: purpose.start()]):
        return "future"
    for token in (verb, *_above(verb)):
        helpers = {t.lower_ for t in token.children if t.dep_ in ("aux", "auxpass")}
        if helpers & _FUTURE and not (helpers & _HAS and token.tag_ == "VBN"):
            return "future"
        if helpers & _FUTURE:
            return "past"  # "by June it will have taken 40 calls"
        wants = token.lemma_ in _WANTS and token.tag_ in ("VB", "VBP", "VBZ") and not helpers & _HAS
        if wants or _is_planned(token, helpers):
            return "future"
        bare = token.tag_ in ("VB", "VBP") and not helpers and not any(t.dep_ == "nsubj" for t in token.children)
        if bare and token.dep_ in ("ROOT", "conj") and _STEM_FUTURE.search(stem):
            return "future"
        if helpers & _HAS and token.tag_ in ("VBN", "VBD") and not helpers & {"had"}:
            return "perfect"
        if helpers & _PAST or (token.tag_ == "VBD" and not helpers):
            return "past"
        if token.tag_ in ("VBZ", "VBP") or helpers & {"is", "are", "am", "'re", "’re", "does", "do"}:
            return "future" if token.lemma_ in _INTENDS and token is not verb else "present"
    return "none"


def _is_planned(token: Token, helpers: set[str]) -> bool:
    """Whether something "is planned", "is expected to come", "is due to open"."""
    if helpers & (_PAST | _HAS):
        return False
    due = any(t.lower_ == "due" and t.dep_ in ("acomp", "attr", "prep") for t in token.children)
    return (token.tag_ in ("VBN", "VBD") and token.lemma_ in _PLANNED) or (due and token.tag_ in ("VBZ", "VBP"))


def cell(sent: Sent, start: int) -> tuple[int, int]:
    """Where the cell begins and ends that holds a character; all of a block without cells."""
    text, at = sent.block.text, start - sent.block.start
    end = text.find("\t", at)
    return sent.block.start + text.rfind("\t", 0, at) + 1, sent.block.start + (end if end >= 0 else len(text))


def is_reported(doc: Doc, start: int, end: int) -> bool:
    """Whether somebody is said to have said it: "the board noted that 40 were late"."""
    verb = governing(doc, start, end)
    return verb is not None and any(
        t.lemma_ in ("note", "say", "tell", "report", "hear", "confirm", "advise", "explain", "state", "add", "inform")
        for t in verb.ancestors
        if t.pos_ == "VERB"
    )


def is_about(doc: Doc, start: int, end: int) -> bool:
    """Whether the verb over the words tells of them: as its subject or object, not in an aside ("with 12 to come")."""
    verb, span = governing(doc, start, end), doc.char_span(start, end, alignment_mode="expand")
    token = span.root if span is not None else None
    while token is not None and token.head != verb:
        token = None if token.head == token else token.head
    return (
        token is not None
        and token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "nummod", "npadvmod", "prep")
        and (token.dep_ != "prep" or token.lower_ in ("by", "to", "at", "from"))
    )


def has_finite(doc: Doc, start: int, end: int) -> bool:
    """Whether the words make a statement of their own."""
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return span is not None and any(t.tag_ in _FINITE for t in span)


def _above(verb: Token) -> list[Token]:
    """The verbs that one without a tense of its own hangs on: "plan" over "to hire 4", "are" over "waiting"."""
    return [t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")][:6]


def around(doc: Doc, sent: Sent, start: int, end: int, width: int) -> str:
    """The words of the sentence within `width` characters of a stretch."""
    return layout(doc).text[max(sent.span.start_char, start - width) : min(sent.span.end_char, end + width)]
