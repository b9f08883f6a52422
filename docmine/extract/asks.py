"""Sentences → asks: what residents request or demand of the council and its partners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from docmine.extract import asking
from docmine.extract.clauses import trim
from docmine.extract.context import Sent, layout, make, sentences
from docmine.records import Ask, Block

if not Doc.has_extension("asks"):
    Doc.set_extension("asks", default=())

_ASKING_ENOUGH = 2
"""One request may stand in any letter; two make it a letter that asks."""
_FEWEST_WORDS = 3
_GREETING = re.compile(r"^(?:dear|yours|kind regards|sincerely)\b", re.IGNORECASE)
_LETTERED = re.compile(r"(?:^|(?<=\s))\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+")
_ITEM_END = re.compile(r"[\s.;,]*(?:\b(?:and|or)\b)?[\s.;,]*$")


@Language.component("docmine_asks", assigns=["doc._.asks"])
def asks(doc: Doc) -> Doc:
    """Leaves the asks in `doc._.asks`: every demand of a letter from the public; elsewhere what was asked."""
    public = from_the_public(doc)
    minutes = _kind(doc) == "minutes"
    found: list[Ask] = []
    listed: dict[int, list[Span]] = {}
    sents = sentences(doc)
    previous: Sent | None = None
    for i, sent in enumerate(sents):
        if sent.block.kind in ("heading", "table_row") or _GREETING.match(sent.span.text):
            continue
        if public and sent.block_index not in listed:
            listed[sent.block_index] = list(_lettered(doc, sent.block, sents[i - 1] if i else None))
            found.extend(_made(doc, item, sent) for item in listed[sent.block_index])
        span = _ask(sent, previous) if public else _reported(sent, minutes=minutes)
        if (
            span is None
            or len(span) < (_FEWEST_WORDS - sent.is_listed)
            or _leads_to_a_list(sents, i, listed.get(sent.block_index, ()))
        ):
            continue
        if not any(item.start < span.end and span.start < item.end for item in listed.get(sent.block_index, ())):
            found.append(_made(doc, span, sent))
            previous = sent
    doc._.asks = tuple(sorted(found, key=lambda ask: ask.start))
    return doc


def from_the_public(doc: Doc) -> bool:
    """Whether residents speak: a letter or e-mail that asks, and that no public body signs or answers with."""
    cached: bool | None = doc.user_data.get("docmine_public")
    if cached is None:
        document = layout(doc)
        publisher = document.publisher.value if document.publisher else ""
        official = bool(asking.OFFICIAL.search(document.text)) or bool(asking.BODY.search(publisher))
        times = len(asking.PUBLIC.findall(document.text)) + len(asking.REQUEST.findall(document.text))
        undersigned = bool(asking.UNDERSIGNED.search(document.text))
        cached = undersigned or (_kind(doc) in ("letter", "other") and not official and times >= _ASKING_ENOUGH)
        doc.user_data["docmine_public"] = cached
    return cached


def _kind(doc: Doc) -> str:
    kind = layout(doc).doc_type
    return kind.value if kind else "other"


def _ask(sent: Sent, previous: Sent | None) -> Span | None:
    """What a sentence of a letter from the public asks; `previous` is the sentence of the ask before."""
    text = sent.span.text
    request = asking.REQUEST.search(text)
    if request or text.rstrip().endswith("?"):
        return _from(sent.span, request)
    if _is_listed_request(sent) or (previous is not None and _goes_on(sent, previous)):
        return trim(sent.span)
    if asking.NO_NEED.search(text):
        return None
    return trim(sent.span) if asking.NEED.search(text) or asking.WANTED.search(text) else None


def _is_listed_request(sent: Sent) -> bool:
    """Whether it is a bullet under words that ask, or right under a heading that does."""
    if sent.block.kind != "list_item" or not sent.opens:
        return False
    if sent.stem is not None:
        return bool(asking.REQUEST.search(sent.stem) or asking.LIST_OF_REQUESTS.search(sent.stem))
    return asking.LIST_OF_REQUESTS.search(sent.heading or "") is not None


def _goes_on(sent: Sent, previous: Sent) -> bool:
    """Whether a line without a verb goes on with the list of requests that the line before belongs to."""
    alone = len(sent.block.text.strip()) <= len(sent.span.text) + 1
    return (
        alone
        and 0 < sent.block_index - previous.block_index <= 1
        and sent.span.root.pos_ in ("NOUN", "PROPN")
        and not any(child.dep_ in ("nsubj", "nsubjpass", "cop") for child in sent.span.root.children)
    )


def _reported(sent: Sent, *, minutes: bool) -> Span | None:
    """Outside letters only what somebody is told to have asked of the body that reports it."""
    match = asking.REPORTED.search(sent.span.text)
    if match is None and minutes:
        match = asking.IN_MINUTES.search(sent.span.text)
    return _from(sent.span, match) if match else None


def _leads_to_a_list(sents: tuple[Sent, ...], i: int, items: list[Span] | tuple[Span, ...]) -> bool:
    """Whether a sentence only opens the list below it, whose items are the asks."""
    following = sents[i + 1] if i + 1 < len(sents) else None
    apart = following is not None and following.block_index != sents[i].block_index
    below = following is not None and apart and (following.is_listed or _LETTERED.match(following.block.text))
    return sents[i].span.text.rstrip().endswith(":") and bool(below or items)


def _lettered(doc: Doc, block: Block, before: Sent | None) -> Iterator[Span]:
    """The items "(a) ...; (b) ..." of a paragraph, where the words above them ask."""
    marks = list(_LETTERED.finditer(block.text))
    if len(marks) < 2:
        return
    above = block.text[: marks[0].start()].strip() or (before.span.text if before else "")
    if not above.rstrip().endswith(":") or not asking.REQUEST.search(above):
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        words = block.text[mark.end() : following.start() if following else len(block.text)]
        end = mark.end() + len(words) - len(_ITEM_END.search(words).group())  # type: ignore[union-attr]
        span = doc.char_span(block.start + mark.end(), block.start + end, alignment_mode="expand")
        if span is not None:
            yield span


def _from(span: Span, match: re.Match[str] | None) -> Span:
    if match is None:
        return trim(span)
    start = span.start_char + match.start()
    cut = span.doc.char_span(start, span.end_char, alignment_mode="expand")
    return trim(cut if cut is not None else span)


def _made(doc: Doc, span: Span, sent: Sent) -> Ask:
    action = " ".join(span.text.split()[:15])
    return make(doc, Ask, span.start_char, span.end_char, action=action, topic=sent.heading)
