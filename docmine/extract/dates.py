"""Sentences → dates: every expression that names a calendar date or period, with its value and its role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from docmine.extract import calendar, expressions, masks
from docmine.extract.calendar import Expression, Lean, Partial
from docmine.extract.context import Sent, layout, make, published, sentences
from docmine.extract.tables import column_name
from docmine.records import ASIDE, Block, DateMention, Role

if not Doc.has_extension("dates"):
    Doc.set_extension("dates", default=())

_YEAR = re.compile(r"(?<![\w£.,/-])(20[0-4]\d|19[5-9]\d)(?![\w%]|[.,]\d)")
_BEFORE_MONTH = re.compile(
    r"(?:^|[(\[/:;,–—-]|\b(?:in|by|since|from|until|till|before|after|during|of|to|for|between|and|or|on|the|late|early|mid|end"
    r"|throughout|around|through|every|each|at|our|over|than|was|previous|following))\s*$",
    re.I,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lady|Lord|Prof|Professor)\.?\s+(?:\w+\s+)?$"
)
_NAME_MONTHS = frozenset({"april", "may", "june", "august", "jan", "mar"})
_LAW_BEFORE = re.compile(
    r"\b(?:Acts?|Regulations?|Code|Order|Bill|Measure|Rules|Principles|Convention|Directive|Protocol|Agreement)"
    r"(?:\s*\([^)]*\))?(?:\s+of)?,?\s*$"
)
_YEAR_CUE = re.compile(
    r"(?:^|[(\[/:;,–—©-]|\b(?:in|by|since|from|until|till|before|after|during|of|to|for|between|and|or|the|our|its|their|this|late"
    r"|early|mid|calendar|year|copyright|than|on|at|through|both|either|vs|versus|was|dated|summer|about|around|back))\s*$",
    re.I,
)
_COUNTED_NEXT = re.compile(r"\s+(?:[a-z]+\s+){0,1}[a-z]{3,}s\b|\s+(?:people|children|pupils)\b")
_DETERMINED = re.compile(r"\b(?:the|our|its|their|this|in|since|during|by)\s+$", re.I)
_DURATION_FOR = re.compile(r"\bthe\s+$", re.I)

_AROUND = 300
"""Characters on either side of a date in which words tell what it is for; bounds the work in an endless sentence."""

_DEADLINE_BEFORE = re.compile(
    r"(?:(?<=\s)[–—]|\b(?:by|before|no\s+later\s+than|not\s+later\s+than|ahead\s+of|in\s+advance\s+of|deadline(?:\s+(?!from\b|after\b|since\b)\w+){0,3}?(?:\s+is|\s+of|\s+was|:)?"
    r"|due(?:\s+(?!from\b|after\b|since\b)\w+)?|clos(?:es|ing|e)(?:\s+date)?(?:\s+(?!from\b|after\b|since\b)\w+)?:?|between\s+now\s+and|target(?:\s+date)?(?:\s+is|\s+of|:)?"
    r"|expir\w+(?:\s+on)?"
    r"|due\s+to\s+(?:re)?(?:open|start|begin|finish|complete|end|launch|report|publish|close|conclude|return|arrive|go\s+live|be\s+\w+)"
    r"\s+(?:\w+\s+){0,2}?(?:in|on|at)))\s+"
    r"(?:around\s+|about\s+|the\s+|on\s+|midnight\s+on\s+|\d+(?:am|pm)\s+on\s+|close\s+of\s+play\s+on\s+)*$",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|unlikely|cannot)|n['’]t)\b(?!\s+(?:forget|hesitate|only|miss|delay|wait|later)\b)[^,;:.]{0,60}\bbefore\s+(?:\w+\s+){0,2}$",
    re.I,
)
"""The earliest day, not the last: "will not open before"."""
_AS_OF_BEFORE = re.compile(
    r"\b(?:as\s+(?:at|of)|at(?:\s+the)?|since|compared\s+(?:to|with)|correct\s+(?:at|on)|snapshot)\s+(?:the\s+)?$", re.I
)
_DUE_COLUMN = re.compile(
    r"(?:by\s+when|when\s+by|due(?:\s+(?:date|by))?|date\s+due|deadlines?|target(?:\s+(?:date|completion))?|timescales?|timeframes?"
    r"|complet(?:e|ed|ion)\s+(?:by|date)|(?:to\s+be\s+)?(?:done|delivered|completed)\s+by)\b",
    re.I,
)
"""The head of a column of a plan or of actions that tells by when each is to be done."""
_AS_OF = re.compile(
    r"\bas\s+(?:at|of)\s+(?:the\s+)?$"
    r"|\b(?:position|figures?|data|snapshot|situation|status|correct|accurate)\s+(?:is\s+|are\s+)?(?:at|on|to|for|from)\s+(?:the\s+)?$",
    re.I,
)
_CHANGED_SINCE = re.compile(
    r"\b(?:improv|reduc|fall|fell|ris[ei]|rose|increas|decreas|drop|grow|grew|doubl|halv|chang|movement|up|down)\w*\b[^.;]{0,80}\bsince\s+$",
    re.I,
)
_COVERS = re.compile(
    r"\b(?:covers?|covering|relates?\s+to|reports?\s+on|performance\s+(?:in|for)|the\s+period(?:\s+(?:of|from))?)\s+(?:the\s+)?(?:period\s+)?(?:of\s+|from\s+)?$",
    re.I,
)
_COUNTED_FROM = re.compile(r"\d[\d,.]*\s+[a-z][^.;()]{0,60}\bfrom\s+$", re.I)
_ARRANGED = re.compile(
    r"\b(?:book|schedul|arrang|held|run|ran|tak(?:e|es|ing)\s+place|took\s+place)\w*\s+(?:in\s+)?between\s+$", re.I
)
_OVER_BEFORE = re.compile(
    r"\b(?:during|over|throughout|for|across|between|within)\s+(?:the\s+)?(?:whole\s+(?:of\s+)?)?$", re.I
)
_MEASURE = re.compile(
    r"\d\s?%|\bper\s?cent\b|\b\d[\d,.]*\s+out\s+of\b|\b(?:doubled|halved|over double|average|caseload|total number)\b",
    re.I,
)
_COUNT_IN = re.compile(r"(?<![£\w.,/])\d[\d,.]*\s+(?:\w+\s+)?(?:in|at|for)\s+(?:the\s+)?$")
_FIGURE_BEFORE = re.compile(r"\d[\d,.]*\s?(?:%|per\s?cent|[a-z]+(?:\s[a-z]+)?)?\s*[(\[]\s*(?:at\s+|in\s+|as\s+at\s+)?$")
_PUBLISHED_NEAR = re.compile(
    r"\b(?:published|issued|copyright|dated?|updated|issue|edition|newsletter|bulletin|update)\b|©", re.I
)
_FUTURE_WORD = re.compile(
    r"\b(?:will|shall|won['’]t|['’]ll|going\s+to|due|plans?|planned|planning|aims?|aiming|intend\w*|expect\w*|must|should|hope|hoping"
    r"|upcoming|forthcoming|next|to\s+be|scheduled|deadline)\b|\w['’]ll\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar expression in its place. `value` is ISO."""

    expression: Expression
    start: int
    end: int
    value: str
    sent: Sent | None


@Language.component("docmine_dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    """Set `doc._.dates` to the date mentions in reading order."""
    doc._.dates = tuple(make(doc, DateMention, d.start, d.end, value=d.value, role=role(doc, d)) for d in mentions(doc))
    return doc


def mentions(doc: Doc) -> tuple[Dated, ...]:
    """The calendar expressions with their values; computed once a document."""
    cached: tuple[Dated, ...] | None = doc.user_data.get("docmine_mentions")
    if cached is not None:
        return cached
    document = layout(doc)
    usual = _usual_year(document.text)
    sents = sentences(doc)
    starts = [s.span.start_char for s in sents]
    places: list[tuple[Expression, int, Block, Sent | None]] = []
    hidden = masks.find(document.text)
    for block in document.blocks:
        if block.kind in ASIDE:
            continue
        own = _partial(published(doc, block))
        for e in expressions.find(block.text, own.year if own else usual):
            start, end = block.start + e.start, block.start + e.end
            if masks.covers(hidden, start, end):
                continue
            at = bisect_right(starts, start) - 1
            sent = sents[at] if at >= 0 else None
            if _names_a_date(doc, block, e, sent):
                places.append((e, block.start, block, sent))
    found: list[Dated] = []
    for i, (e, offset, block, sent) in enumerate(places):
        anchor = _partial(published(doc, block)) or _nearby(places, i, usual)
        start, end = offset + e.start, offset + e.end
        value = calendar.resolve(e, anchor, _lean(doc, start, end, sent))
        if value is not None:
            found.append(Dated(e, start, end, value, sent))
    result = tuple(found)
    doc.user_data["docmine_mentions"] = result
    return result


def _partial(iso: str | None) -> Partial | None:
    if not iso:
        return None
    parts = [int(p) for p in iso.split("/")[0].split("-")[:3]]
    return Partial(*parts)


def _usual_year(text: str) -> int | None:
    """The year named most often, the later of two: the best guess at the year of an undated document."""
    counts = Counter(int(y) for y in _YEAR.findall(text))
    return max(counts, key=lambda y: (counts[y], y)) if counts else None


def _nearby(places: Sequence[tuple[Expression, int, Block, Sent | None]], i: int, usual: int | None) -> Partial | None:
    """In an undated document: the nearest date with a year, of the document's usual year if there is one."""
    if usual is not None:
        return Partial(usual)
    dated = [(abs(j - i), e.first.year) for j, (e, *_) in enumerate(places) if e.first.year]
    return Partial(min(dated)[1]) if dated else None


def _names_a_date(doc: Doc, block: Block, e: Expression, sent: Sent | None) -> bool:
    """Whether the words around let this be a date and not a verb, a person, a law or a number of things."""
    text = block.text
    before, words, after = text[max(0, e.start - 60) : e.start], text[e.start : e.end], text[e.end : e.end + 40]
    if e.unit == "year" and e.bare:
        return _is_year(before, after)
    if e.unit == "school_year" and e.bare:
        return not _LAW_BEFORE.search(before)
    if e.shift and e.first.month in (None, 0):
        return (
            not _DURATION_FOR.search(before)
            or e.ends
            or e.begins
            or (" year" in words and re.search(r"academic|school|financial|current", words) is not None)
        )
    if e.unit == "month" and e.bare and e.first.day is None and e.last is None:
        return _is_month(doc, block, e, before, words, after)
    if e.unit == "season" and e.bare:
        return _is_season(before, words, after, e)
    if e.unit == "day" and e.bare:
        return re.search(
            r"\b(?:by|before|after|until|since|at|around|over)\s+$", before, re.I
        ) is not None and not re.match(r"\s+(?!and\b|or\b|to\b|we\b|the\b)[a-z]+", after)
    return True


def _is_year(before: str, after: str) -> bool:
    if _LAW_BEFORE.search(before) or re.match(r"\s+(?:Act|Regulations?|Order)\b", after):
        return False
    if _COUNTED_NEXT.match(after) and not _DETERMINED.search(before):
        return False
    return _YEAR_CUE.search(before) is not None


def _is_month(doc: Doc, block: Block, e: Expression, before: str, words: str, after: str) -> bool:
    name = words.split()[-1].rstrip(".").lower()
    if e.shift:
        return True
    if _TITLE_BEFORE.search(before):
        return False
    span = doc.char_span(block.start + e.start, block.start + e.end, alignment_mode="expand")
    verb = span is not None and span[-1].pos_ in ("AUX", "VERB")
    cue = _BEFORE_MONTH.search(before) is not None
    if (
        name in ("may", "march", "mar")
        and verb
        and not re.search(r"\b(?:in|by|since|from|until|before|after|during|of)\s+$", before)
    ):
        return False
    if (
        name == "may"
        and (not before.strip() or re.search(r"[.!?:]\s*$", before))
        and re.match(r"\s+(?:I|we|you|the|be)\b", after)
    ):
        return False
    if (
        re.match(r"\s+[A-Z][a-z]+", after)
        and name in _NAME_MONTHS
        and not re.search(r"\b(?:in|by|since|from|until|before|after|during|of|the)\s+$", before)
    ):
        return False
    if len(name) <= 4 and name not in ("may", "june", "july"):
        return cue or re.fullmatch(r"\s*", before + after) is not None
    if re.search(r"\b[A-Z][a-z]+\s+$", before) and not cue:
        return False
    return cue or name not in _NAME_MONTHS | {"march"} or not after.strip()


def _is_season(before: str, words: str, after: str, e: Expression) -> bool:
    """ "over the summer", "next spring", "Autumn": but not a season that only describes ("summer holidays")."""
    if re.match(
        r"\s*[-–]?\s*(?!and\b|or\b|to\b|we\b|the\b|for\b|in\b|at\b|of\b|with\b|when\b|which\b|as\b|term\b)[A-Za-z]+",
        after,
    ):
        return False
    return (
        bool(e.shift)
        or re.search(
            r"\b(?:in|by|before|after|until|since|during|over|from|the|this|next|last|early|late)\s+$", before, re.I
        )
        is not None
    )


def _lean(doc: Doc, start: int, end: int, sent: Sent | None) -> Lean:
    """Whether the words around put the date before or after the document's own."""
    if sent is None:
        return "near"
    text = layout(doc).text
    before = text[max(sent.span.start_char, start - _AROUND) : start]
    if _DEADLINE_BEFORE.search(before):
        return "past" if _had_been(doc, start, end) else "future"
    tense = _tense(doc, start, end)
    if tense == "near" and _FUTURE_WORD.search(_around(text, sent, start, end)):
        return "future"
    return tense


def _tense(doc: Doc, start: int, end: int) -> Lean:
    """The tense of the verb that governs the words, the auxiliary telling more than the verb itself."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return "near"
    verb = _governing_verb(span.root)
    if verb is not None and verb.lower_ in ("following", "including", "regarding") and verb.head != verb:
        verb = _governing_verb(verb.head)  # a preposition that the parser takes for a verb
    if verb is None:
        return "near"
    return _tense_of(verb)


def _had_been(doc: Doc, start: int, end: int) -> bool:
    """Whether the words around are of a time before another: "by the end of May 40 had signed up"."""
    span = doc.char_span(start, end, alignment_mode="expand")
    verb = _governing_verb(span.root) if span is not None else None
    return verb is not None and verb.tag_ == "VBN" and any(t.lower_ == "had" and t.dep_ == "aux" for t in verb.children)


def _governing_verb(token: Token) -> Token | None:
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def _tense_of(verb: Token) -> Lean:
    words = [verb, *(t for t in verb.children if t.dep_ in ("aux", "auxpass"))]
    lower = {t.lower_ for t in words}
    if lower & {"will", "shall", "'ll", "’ll", "wo", "must", "should"} or verb.lower_ in ("due", "planned", "expected"):
        return "future"
    if (
        lower & {"was", "were", "had", "did"}
        or verb.tag_ == "VBD"
        or (lower & {"has", "have", "'ve", "’ve"} and verb.tag_ == "VBN")
    ):
        return "past"
    if verb.tag_ == "VB" and "to" in lower and verb.head != verb:
        return _tense_of(verb.head) if verb.head.pos_ in ("VERB", "AUX") else "near"
    return "near"


def role(doc: Doc, d: Dated) -> Role:
    """What the date is for, from the words before it, the verb that governs it, and the figures beside it."""
    known: dict[int, Role] = doc.user_data.setdefault("docmine_roles", {})
    if d.start not in known:
        known[d.start] = _role(doc, d)
    return known[d.start]


def _role(doc: Doc, d: Dated) -> Role:
    sent, e = d.sent, d.expression
    if sent is None:
        return "other"
    text = layout(doc).text
    before = text[max(sent.span.start_char, d.start - _AROUND) : d.start]
    own_words = aside(doc, d)
    around = text[slice(*own_words)] if own_words else _around(text, sent, d.start, d.end)
    if own_words:
        before = text[own_words[0] : d.start]
    own = published(doc, sent.block)
    if _tells_publication(doc, d, sent, own):
        return "published"
    if "\t" in sent.block.text and _DUE_COLUMN.match(column_name(doc, sent, d.start)):
        return "deadline"
    tense = _tense(doc, d.start, d.end)
    dashed = before.rstrip().endswith(("–", "—"))  # "available on the website – end of August"
    told = _sets_a_limit(before) and (tense != "past" or _FUTURE_WORD.search(around))
    if told and (not dashed or _FUTURE_WORD.search(around)):
        return "deadline"
    if re.search(r"\bby\s+(?:the\s+)?$", before, re.I) and tense == "past":
        return "as_of"
    if _AS_OF.search(before) or _CHANGED_SINCE.search(before):
        return "as_of"
    if e.unit in ("school_year", "quarter") or _COVERS.search(before):
        return "period"
    if e.unit == "month" and e.last is not None and _COUNTED_FROM.search(before) and tense != "future":
        return "period"
    if _ARRANGED.search(before):
        return "event"
    if e.shift and e.first.month in (None, 0):
        return "event" if _simple_past(doc, d) else "period"
    if _OVER_BEFORE.search(before) and e.last is not None and e.unit != "day":
        return "period"
    if (
        _AS_OF_BEFORE.search(before)
        and re.search(r"\d", before)
        and not re.search(r"\bsince\s+(?:the\s+)?$", before, re.I)
    ):
        return "as_of"
    if _COUNT_IN.search(before) or _FIGURE_BEFORE.search(before):
        return "as_of"
    if _MEASURE.search(around):
        return "as_of"
    return "event"


def _around(text: str, sent: Sent, start: int, end: int) -> str:
    """The part of the sentence that stands near a date: a list without full stops is no one statement."""
    return text[max(sent.span.start_char, start - _AROUND) : min(sent.span.end_char, end + _AROUND)]


def aside(doc: Doc, d: Dated) -> tuple[int, int] | None:
    """What stands in brackets around a date, where it is a statement of its own: "(which closed in May 2021)"."""
    if d.sent is None:
        return None
    text = layout(doc).text
    opened = text.rfind("(", d.sent.span.start_char, d.start)
    closed = text.find(")", d.end, d.sent.span.end_char)
    if opened < 0 or closed < 0 or ")" in text[opened : d.start]:
        return None
    span = doc.char_span(opened + 1, closed, alignment_mode="contract")
    finite = span is not None and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in span)
    return (opened + 1, closed) if finite else None


def _sets_a_limit(before: str) -> bool:
    """Whether the words that lead to a date make it the last day, not the first."""
    return _DEADLINE_BEFORE.search(before) is not None and _NOT_BEFORE.search(before) is None


def _simple_past(doc: Doc, d: Dated) -> bool:
    span = doc.char_span(d.start, d.end, alignment_mode="expand")
    verb = _governing_verb(span.root) if span is not None else None
    return verb is not None and verb.tag_ == "VBD"


def _tells_publication(doc: Doc, d: Dated, sent: Sent, own: str | None) -> bool:
    block = sent.block
    alone = re.fullmatch(r"[\W_]*", block.text.replace(layout(doc).text[d.start : d.end], "")) is not None
    if alone and block.kind != "table_row":
        return (
            own is None
            or own.startswith(d.value)
            or d.value.startswith(own)
            or block.kind == "heading"
            or sent.block_index <= 3
        )
    if re.search(r"(?:©|\bcopyright)\W*(?:\w+\s+){0,3}$", block.text[: max(0, d.start - block.start)], re.I):
        return True
    if own is not None and not (own.startswith(d.value) or d.value.startswith(own)):
        return False
    closing = own is not None and block.kind == "heading" and not layout(doc).text[d.end : block.end].strip(" .)")
    if closing and re.search(r"[–—|:(-]\s*$", block.text[: max(0, d.start - block.start)]):
        return True  # "Update on repairs – October 2021"
    return (own is not None and block.kind == "heading" and sent.block_index <= 5) or (
        sent.block_index <= 8 and len(block.text) <= 120 and _PUBLISHED_NEAR.search(block.text) is not None
    )
