"""Sentences → asks: what residents request or demand of the council and its partners."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from docmine.extract.clauses import trim
from docmine.extract.context import Sent, layout, make, sentences
from docmine.records import Ask

if not Doc.has_extension("asks"):
    Doc.set_extension("asks", default=())

_PUBLIC = re.compile(
    r"\b(?:we|I),? the undersigned\b|\b(?:we|I) (?:are|am) (?:writing|parents?|a parent|residents?|"
    r"the parents?)\b|\bas (?:a |the )?(?:parents?|residents?|famil\w+|carers?)\b[^.]{0,40}\b(?:we|"
    r"I)\b"
    r"|\b(?:we|I) (?:ask|demand|urge|request|call on|would ask|want to know|would like to know|insist|"
    r"expect(?! to\b))\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\bthank you for your (?:letter|e-?mail|message|enquiry|correspondence|points)\b|"
    r"\bin response to your\b|\bon behalf of the (?:council|trust|team|partnership|entire)\b",
    re.IGNORECASE,
)
_UNDERSIGNED = re.compile(r"\b(?:we|I),? the undersigned\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:Council|NHS|Department|Directorate|Ministry|Board|Ofsted|Commission|Authority|Partnership|"
    r"Government|Trust|Inspectorate)\b"
)
_ASKING_ENOUGH = 2
"""One request may stand in any letter; two make it a letter that asks."""
_ASKING = re.compile(
    r"\b(?:(?:we|I|they|parents|families|members|residents|carers)(?: all| also| now| therefore|"
    r" would| do| have| must| strongly)* (?:ask(?:ed)?|request(?:ed)?|demand(?:ed)?|urge[d]?|"
    r"call(?:ed)? (?:on|for)|insist(?:ed)?|expect(?! to\b)|want to know|"
    r"want (?:the|a|an|to see|you)|would like (?:to know|to see|the|a|an|you)|need to (?:know|see)|implore|appeal)"
    r"|please (?:can|could|will|would|confirm|tell|explain|provide|publish|send|let (?:us|me)|say|"
    r"set out|ensure|make|give|show|arrange|respond|reply|consider|stop|write)"
    r"|(?:can|could|will|would) you(?: please)? (?:\w+)|when will (?:you|the)|what (?:is|"
    r"are) (?:being done|happening|you))\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"\b(?:should|must|needs? to|ought to|ha(?:s|ve) to|needs? the same|need (?:more|better|the|a))\b", re.IGNORECASE
)
_WANTED = re.compile(
    r"\bto be (?:clear|transparent|open|honest|published|made|given|told|held|kept|shared|restored|"
    r"reviewed|answered|included|involved|paid|provided|fully|properly)\b",
    re.IGNORECASE,
)
_OURSELVES = re.compile(
    r"\b(?:we|I|you|undersigned),? (?:must|should|have to|need to)"
    r" (?:bring|say|stress|admit|add|point|note|remember|tell|also)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:dear|yours|kind regards|sincerely)\b", re.IGNORECASE)


@Language.component("docmine_asks", assigns=["doc._.asks"])
def asks(doc: Doc) -> Doc:
    """Leaves the asks in `doc._.asks`: every demand of a letter from the public; elsewhere what was asked."""
    public = from_the_public(doc)
    found: list[Ask] = []
    for sent in sentences(doc):
        if sent.block.kind in ("heading", "table_row") or _GREETING.match(sent.span.text):
            continue
        span = _ask(sent) if public else _reported(sent)
        if span is not None and len(span) >= 3:
            found.append(make(doc, Ask, span.start_char, span.end_char, action=_action(span), topic=sent.heading))
    doc._.asks = tuple(found)
    return doc


def from_the_public(doc: Doc) -> bool:
    """Whether residents speak: a letter or e-mail that asks, and that no public body signs or answers with."""
    cached: bool | None = doc.user_data.get("docmine_public")
    if cached is None:
        document = layout(doc)
        kind = document.doc_type.value if document.doc_type else "other"
        publisher = document.publisher.value if document.publisher else ""
        official = bool(_OFFICIAL.search(document.text)) or bool(_BODY.search(publisher))
        asking = len(_PUBLIC.findall(document.text)) + len(_ASKING.findall(document.text))
        undersigned = bool(_UNDERSIGNED.search(document.text))
        cached = undersigned or (kind in ("letter", "other") and not official and asking >= _ASKING_ENOUGH)
        doc.user_data["docmine_public"] = cached
    return cached


def _ask(sent: Sent) -> Span | None:
    text = sent.span.text
    asking = _ASKING.search(text)
    if asking or text.rstrip().endswith("?"):
        return _from(sent.span, asking)
    if _OURSELVES.search(text):
        return None
    if _SHOULD.search(text) or (
        _WANTED.search(text) and not re.search(r"\b(?:is|are|was|were|has|have|seems?|appears?) (?:\w+ )?to be\b", text)
    ):
        return trim(sent.span)
    stem = sent.stem or ""
    if _ASKING.search(stem) and sent.block.kind == "list_item":
        return trim(sent.span)
    return None


def _reported(sent: Sent) -> Span | None:
    """Outside letters only what somebody is told to have asked of the body that reports it."""
    match = re.search(
        r"\b(?:they|parents|carers|families|residents|members|young people|the forum|pupils|"
        r"schools)\b[^.]{0,20} (?:have |has |had )?(?:also )?(?<!are )(?<!is )(?<!were )(?<!was )(?<!be )(?<!been )"
        r"(?:asked|requested|demanded) (?:that|"
        r"for|us|the|to|if|whether)\b",
        sent.span.text,
        re.IGNORECASE,
    )
    return _from(sent.span, match) if match else None


def _from(span: Span, match: re.Match[str] | None) -> Span:
    if match is None:
        return trim(span)
    start = span.start_char + match.start()
    cut = span.doc.char_span(start, span.end_char, alignment_mode="expand")
    return trim(cut if cut is not None else span)


def _action(span: Span) -> str:
    return " ".join(span.text.split()[:15])
