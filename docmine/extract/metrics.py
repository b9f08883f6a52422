"""A number in its sentence → what it measures and when it holds, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from docmine.extract.context import Sent

MAX_WORDS = 12
_DROPPED = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "which", "who", "there", "we", "it", "they", "i", "our", "his", "her", "its", "over", "under", "about", "around", "approximately", "just", "up", "at", "least", "most", "more", "less", "fewer", "than", "nearly", "almost", "now", "currently", "also", "however", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "and", "or", "as", "to", "with", "in", "on", "for", "by", "from", "of"]
)
_EDGE = _DROPPED - {"now"}
_TIES = frozenset(["of", "for", "to", "with", "in", "on", "at", "by", "from", "and", "or", "within", "who", "that"])


def describe(
    doc: Doc, start: int, end: int, others: Iterable[tuple[int, int]], sent: Sent, lead: str | None
) -> str | None:
    """At most 12 words: the noun that is counted with its modifiers, the verb and its subject; `lead` is a row's or a
    section's heading for numbers that stand alone. `others` are stretches to leave out: the numbers and dates around.
    """
    hidden = [(start, end), *others]
    within = [t for t in sent.span if not t.is_space]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not within:
        return lead
    low, high = _cell(doc, sent, start, end)
    within = [t for t in within if low <= t.idx < high]
    chosen = _around(span.root, [t for t in span], within)
    words = _trim(_words(chosen, hidden))
    if len([w for w in words if w.lower() not in _DROPPED]) < 3 and lead:
        have = {w.lower() for w in words}
        words = [*words, *(w for w in _trim(_plain(lead)) if w.lower() not in have)]
    text = " ".join(words[:MAX_WORDS])
    return text or None


def _cell(doc: Doc, sent: Sent, start: int, end: int) -> tuple[int, int]:
    """Where the cell of a table row begins and ends, or the sentence."""
    low, high = sent.span.start_char, sent.span.end_char
    if sent.block.kind == "table_row" or "\t" in sent.span.text:
        tab = doc.text.rfind("\t", low, start)
        low = tab + 1 if tab >= 0 else low
        tab = doc.text.find("\t", end, high)
        high = tab if tab >= 0 else high
        stops = [low + stop.end() for stop in re.finditer(r"\.\s+(?=[A-Z])", doc.text[low:high])]
        low = max((stop for stop in stops if stop <= start), default=low)
        high = min((stop for stop in stops if stop > start), default=high)
    return low, high


def _around(root: Token, own: list[Token], within: list[Token]) -> list[Token]:
    """The tokens that tell what the number is of, in reading order."""
    inside = {t.i for t in within}
    noun = _counted(root, own)
    verb = _verb(noun or root)
    chosen: set[int] = set()
    if noun is not None:
        chosen |= {t.i for t in noun.subtree}
    for token in own:
        for child in token.children:
            if child.dep_ == "prep" and child.i > own[-1].i:
                chosen |= {t.i for t in child.subtree}
    if verb is not None and verb.i in inside:
        chosen.add(verb.i)
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "prt", "agent", "oprd") or (
                child.dep_ in ("prep", "xcomp", "advcl") and child.i > verb.i
            ):
                chosen |= {t.i for t in child.subtree}
    else:
        chosen |= {t.i for t in within}
    tokens = [t for t in within if t.i in chosen]
    if len(tokens) <= MAX_WORDS:
        return tokens
    return _nearest(tokens, own)


def _nearest(tokens: list[Token], own: list[Token]) -> list[Token]:
    """The words closest to the number: its clause's beginning counts as close."""
    low, high = own[0].i, own[-1].i
    before = [t for t in tokens if t.i < low]
    after = [t for t in tokens if t.i > high]
    content_before = [t for t in before if not t.is_punct]
    if len(content_before) >= 6:
        return [*content_before[-9:], *own, *after[:6]]
    return [*before, *own, *after]


def _counted(root: Token, own: list[Token]) -> Token | None:
    mine = {t.i for t in own}
    token = root
    while token.i in mine:
        if token.head == token:
            return None
        if token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "det", "predet", "appos"):
            token = token.head
        else:
            return None
    return token if token.pos_ in ("NOUN", "PROPN") else None


def _verb(token: Token) -> Token | None:
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def _words(tokens: list[Token], hidden: list[tuple[int, int]]) -> list[str]:
    """The words as written, without the numbers and dates, hyphens closed up again."""
    words: list[str] = []
    previous: Token | None = None
    for t in tokens:
        if t.is_space or any(t.idx < high and t.idx + len(t) > low for low, high in hidden):
            continue
        glued = previous is not None and previous.i == t.i - 1 and not previous.whitespace_
        if glued and words and not (t.is_punct and t.text not in "-–/&'’") and t.text not in ("(", "["):
            words[-1] += t.text
        elif not t.is_punct and t.text not in ("£", "%", "|"):
            words.append(t.text)
        previous = t
    return [w.strip('()[]“”"‘–-:;,.') for w in words if w.strip('()[]“”"‘’–-:;,.')]


def _plain(text: str) -> list[str]:
    return [w for w in re.findall(r"[^\W_][\w’'&/-]*", text) if not w[0].isdigit()]


def _trim(words: list[str]) -> list[str]:
    """Without articles, and without small words at either end."""
    kept = [w for w in words if w.lower() not in ("the", "a", "an", "there", "also", "now", "however")]
    while kept and kept[0].lower() in _EDGE:
        kept = kept[1:]
    kept = kept[:MAX_WORDS]
    while kept and kept[-1].lower() in _EDGE:
        kept = kept[:-1]
    return kept
