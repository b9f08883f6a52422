"""A number in its sentence → what it measures, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from docmine.extract import masks
from docmine.extract.context import Sent, layout
from docmine.extract.tenses import verb_above

MAX_WORDS = 12
WINDOW = 80
"""Words on either side of a number that can tell what it measures; bounds the work in an endless sentence."""
_NEXT_TO = 25
"""Characters between words in brackets and the number that they belong to."""
_ENOUGH = 5
"""Content words of a noun phrase that tell by themselves what is counted."""
_SMALL = frozenset(
    w
    for line in (
        "the a an this that these those which who there we it they i our his her its over under about around",
        "approximately just up at least most more less fewer than nearly almost now currently also however is are",
        "was were",
        "be been being has have had will and or as to with in on for by from of said says so only but if when while",
        "because such total",
    )
    for w in line.split()
)
_SHARE_WORDS = 5
_ARTICLES = frozenset({"the", "a", "an", "there", "also", "now", "however", "currently"})
_NAMING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "det", "predet", "appos"})
_OBJECTS = frozenset({"neg", "aux", "nsubj", "nsubjpass", "dobj", "attr", "acomp", "prt", "agent", "oprd"})
_EDGES = re.compile(
    r"[;:]\s|\s[–—-]\s|\bcompared\s+(?:to|with)\b|\bdown\s+from\b|\bup\s+from\b|\bwhich\b|\bwhereas\b|\bwhile\b|\bhowever\b"
    r"|,\s+(?:with|and|but|or|including|down|up|an?\s+(?:reduction|increase|rise|fall|drop|decrease))\b"
    r"|\band\s+there\s+(?:is|are|was|were)\b|(?<=[\d%])\s*\n(?=[A-Z])|\.\s+(?=[A-Z])|\t"
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")

_JOINS = re.compile(r",?\s+(?:and|but|with|plus)\s+|,\s+")
_MEASURES = frozenset(
    {"average", "mean", "median", "total", "increase", "decrease", "rise", "fall", "reduction", "drop", "improvement"}
)
"""Nouns that say how a number is meant, not what is counted: "and a rise of 16%"."""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """Where the figures next to one stand, in the same sentence."""

    before: Stretch | None = None
    after: Stretch | None = None


def describe(
    doc: Doc, start: int, end: int, others: Sequence[Stretch], beside: Beside, sent: Sent, lead: str | None
) -> str | None:
    """At most 12 words: the noun that is counted with what describes it, else the verb with its subject and object.

    `others` are stretches to leave out, the numbers and dates around. `lead` is what a row, a list or a
    section is headed: it is used where the sentence itself says too little.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return lead
    window = doc[max(sent.span.start, span.start - WINDOW) : min(sent.span.end, span.end + WINDOW)]
    low, high = _clause(doc, window, start, end)
    low, high = _between(doc, window, (start, end), beside, (low, high), others)
    within = [t for t in window if not t.is_space and low <= t.idx < high]
    own = list(span)
    aside = [m.span() for m in _BRACKETS.finditer(layout(doc).text, low, high) if not m.start() < start < m.end()]
    aside = [(low, high) for low, high in aside if not _names_it(layout(doc).text[low:high], start - high)]
    hidden = masks.merged([(start, end), *others, *aside])
    noun, share = _counted(span.root, own)
    words: list[str] = []
    if noun is not None:
        words = _words(_below(noun, within), hidden)
        if share:  # what is true of the share matters more than the last detail of the whole
            words = [*words[:_SHARE_WORDS], *_words(_predicate(noun, own, within), hidden)]
    if _content(words) < _ENOUGH and not (share and _content(words) >= 3):
        words = _words(_with_verb(noun, span.root, own, within), hidden)
    if _content(words) < 3:
        words = _words(within, hidden)
    if _content(words) < 2 and aside:  # "The indicator (repairs done in a day) stood at 71%"
        words = _words(within, masks.merged([(start, end), *others]))
    if _content(words) < 3 and "\t" not in sent.block.text and beside.before is None:
        words = _near(_words([t for t in window if t.idx < start], hidden), words)
    wanted = _ENOUGH if "\t" in sent.block.text else 3
    if _content(words) < wanted and lead:
        words = _join(_plain(lead), words)
    if beside.before is not None and noun is None and _content(words) < 2 and "\t" not in sent.block.text:
        return None
    return " ".join(words[:MAX_WORDS]) or None


def _names_it(bracket: str, gap: int) -> bool:
    """Whether words in brackets right before a number belong to what it measures: "waits (new patients) fell by 4%"."""
    return 0 < gap <= _NEXT_TO and len(re.findall(r"[A-Za-z]{3,}", bracket)) > 1


def says_little(metric: str | None) -> bool:
    """Whether a metric names too little to be told from others: a verb, or nothing."""
    return metric is None or _content(metric.split()) < 3


def together(own: str | None, before: str | None) -> str | None:
    """The words of a figure with those of the one before that it speaks of."""
    if before is None or own is None:
        return own or before
    return " ".join(_trim([*_join(before.split(), own.split())])[:MAX_WORDS]) or None


def in_common(metrics: Sequence[str | None], lead: str | None) -> str | None:
    """What a figure measures that several are set against: what all say, else what they stand under, else nothing."""
    first, *others = [(metric or "").split() for metric in metrics]
    if all(words == first for words in others):
        return " ".join(first) or None
    over = _plain(lead) if lead else []
    shared = _trim([w for w in first if all(w in words for words in others)])
    chosen = over if _content(over) >= 3 else shared
    return " ".join(chosen) if _content(chosen) >= 2 else None


def _clause(doc: Doc, window: Span, start: int, end: int) -> Stretch:
    """Where the part of the sentence that holds the number begins and ends: cells, brackets and comparisons do."""
    low, high = window.start_char, window.end_char
    text = layout(doc).text
    for bracket in _BRACKETS.finditer(text, low, high):
        if bracket.start() < start < bracket.end():
            low, high = bracket.start() + 1, bracket.end() - 1
    before = [m.end() for m in _EDGES.finditer(text, low, start) if m.end() <= start]
    after = _EDGES.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def _between(
    doc: Doc, window: Span, own: Stretch, beside: Beside, clause: Stretch, others: Sequence[Stretch]
) -> Stretch:
    """The clause again, cut where "and", "with" or a comma begins what another figure measures."""
    low, high = clause
    hidden = masks.merged(others)
    tokens = [t for t in window if not masks.covers(hidden, t.idx, t.idx + 1)]
    if beside.before is not None and beside.before[0] >= low:
        cut = _parting(doc, tokens, beside.before, own, high)
        low = cut[1] if cut else low
    if beside.after is not None and beside.after[1] <= high:
        cut = _parting(doc, tokens, own, beside.after, high)
        high = cut[0] if cut else high
    return low, high


def _parting(doc: Doc, tokens: Sequence[Token], left: Stretch, right: Stretch, high: int) -> Stretch | None:
    """The words that part two figures of which each has a subject or a predicate of its own; None where they share it.

    "violence by 8% and robberies by 16%": the second has its own subject. "32% were met and 3% were missed": both
    have their own predicate. "40% in May and 50% in June": shared.
    """
    text = layout(doc).text
    bare = _BRACKETS.sub(lambda m: "·" * len(m.group()), text[left[1] : right[0]])
    joins = [(left[1] + m.start(), left[1] + m.end()) for m in _JOINS.finditer(bare)]

    def of(pos: tuple[str, ...], start: int, end: int) -> bool:
        return any(t.pos_ in pos and start <= t.idx < end and t.lemma_.lower() not in _MEASURES for t in tokens)

    for join in joins:
        running = re.match(r"\s+of\b", bare) and not of(("VERB", "AUX"), left[1], join[0])
        if running and of(("VERB", "AUX"), join[1], right[0]):
            continue  # a list within "71% of heating, water and gas repairs were ..."
        if of(("NOUN", "PROPN"), join[1], right[0]):
            return join
    if not joins:
        return None
    start, end = joins[-1]
    says_left, says_right = of(("VERB", "AUX"), left[1], start), of(("VERB", "AUX"), right[1], high)
    if not of(("NOUN", "PROPN", "VERB", "ADJ"), left[1], start) or says_left != says_right:
        return None
    return (start, end) if of(("NOUN", "PROPN", "VERB", "ADJ"), right[1], high) else None


def _with_verb(noun: Token | None, root: Token, own: list[Token], within: list[Token]) -> list[Token]:
    """The verb over the number with its subject, objects and complements, and what the number is "of"."""
    chosen: set[int] = set()
    for top in (noun, *own):
        if top is not None:
            chosen |= {t.i for t in _below(top, within)}
    verb = verb_above(noun or root)
    if verb is None:
        return within
    chosen.add(verb.i)
    for child in verb.children:
        if child.dep_ in _OBJECTS or (child.dep_ in ("prep", "xcomp", "advcl", "ccomp") and child.i > verb.i):
            chosen |= {t.i for t in _below(child, within)}
    tokens = [t for t in within if t.i in chosen]
    before = [t for t in tokens if t.i < own[0].i]
    after = [t for t in tokens if t.i > own[-1].i]
    return [*before[-10:], *own, *after] if len(after) >= 4 else [*before[-14:], *own, *after]


def _counted(root: Token, own: list[Token]) -> tuple[Token | None, bool]:
    """The noun that the number belongs to, and whether the number is a share of it ("65% of parents")."""
    mine = {t.i for t in own}
    for token in own:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i > own[-1].i:
                return next((t for t in child.children if t.dep_ == "pobj"), None), True
    token = root
    while token.i in mine:
        if token.head == token or token.dep_ not in _NAMING:
            return None, False
        token = token.head
    return (token if token.pos_ in ("NOUN", "PROPN") else None), False


def _below(top: Token, within: list[Token]) -> list[Token]:
    """A word and all that depends on it, of the words given, which stand in order."""
    low, high = top.left_edge.i, top.right_edge.i
    if not within or high < within[0].i or low > within[-1].i:
        return []
    if low >= within[0].i and high <= within[-1].i:
        inside = {t.i for t in within}
        return [t for t in top.subtree if t.i in inside]
    return [t for t in within if low <= t.i <= high]


def _predicate(noun: Token, own: list[Token], within: list[Token]) -> list[Token]:
    """The verb that a share is the subject of, and what follows it: "were happy with the service"."""
    verb = verb_above(noun.head)
    if verb is None or verb.i < own[0].i or verb not in within:
        return []
    return [t for t in _below(verb, within) if t.i > noun.right_edge.i]


def _near(before: list[str], words: list[str]) -> list[str]:
    """The words before the clause, as many as there is room for, and the clause's own."""
    own = {w.lower() for w in words}
    return _trim([*[w for w in before if w.lower() not in own][-7:], *words])


def _words(tokens: Sequence[Token], hidden: masks.Masks) -> list[str]:
    """The words as written, without numbers and dates, what led to them, and small words at the ends."""
    kept = [t for t in tokens if not t.is_space and not masks.covers(hidden, t.idx, t.idx + len(t))]
    spoken = {t.i for t in kept}
    words: list[str] = []
    previous: Token | None = None
    for t in kept:
        leads_nowhere = t.pos_ in ("ADP", "PART") and t.i + 1 < len(t.doc) and t.i + 1 not in spoken
        if (leads_nowhere or _only_tells(t)) and not t.text.startswith(("'s", "’s")):
            continue
        glued = previous is not None and previous.i == t.i - 1 and not previous.whitespace_ and bool(words)
        if glued and (t.lower_ in ("n't", "n’t", "-", "–", "/", "&", "’s", "'s", "'", "’") or words[-1][-1] in "-–/&"):
            words[-1] += t.text
        elif not t.is_punct and t.text not in ("£", "%", "|", "+", "="):
            words.append(t.text)
        previous = t
    return _trim([w.strip('()[]“”"‘–-:;,.•') for w in words if re.search(r"\w", w)])


def _only_tells(t: Token) -> bool:
    """Whether a word helps to tell a thing and does not name it: "were", "must", "they", "there"."""
    denied = t.i + 1 < len(t.doc) and t.nbor().lower_ in ("n't", "n’t")
    return t.tag_ in ("PRP", "EX") or (t.pos_ == "AUX" and not denied)


def _plain(text: str) -> list[str]:
    return _trim([w for w in re.findall(r"[^\W_][\w’'&/-]*", _BRACKETS.sub(" ", text)) if not w[0].isdigit()])


def _join(lead: list[str], words: list[str]) -> list[str]:
    """The lead's words first, as many as leave room for the sentence's own."""
    own = {w.lower() for w in words}
    fresh = [w for w in lead if w.lower() not in own]
    said = [w for w in lead if w.lower() not in _SMALL]
    if sum(w.lower() in own for w in said) * 2 > len(said) or not any(w.lower() not in _SMALL for w in fresh):
        return words
    room = MAX_WORDS - len(words)
    return [*words, *_trim(fresh[:room])]


def _trim(words: list[str]) -> list[str]:
    kept = [w for w in words if w.lower() not in _ARTICLES]
    while kept and kept[0].lower() in _SMALL:
        kept = kept[1:]
    kept = kept[:MAX_WORDS]
    while kept and kept[-1].lower() in _SMALL:
        kept = kept[:-1]
    return kept


def _content(words: Sequence[str]) -> int:
    return sum(w.lower() not in _SMALL for w in words)
