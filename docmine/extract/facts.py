"""Quantities → the ones that state a fact about the service, which a reader could quote."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from docmine.extract import carried, masks, numerals
from docmine.extract.context import Sent, layout, sentences
from docmine.extract.dates import Dated
from docmine.extract.numerals import Quantity
from docmine.extract.tables import in_units_of
from docmine.records import ASIDE, Block

_LABEL_BEFORE = re.compile(
    r"\b(?:pages?|pp?|slides?|sections?|paragraphs?|para|chapters?|episodes?|years?|stages?|versions?|v|ver|number|no|nos|issue|newsletter"
    r"|steps?|phases?|figures?|fig|tables?|appendix|annex|parts?|priorit(?:y|ies)|tiers?|levels?|bands?|grades?|class|items?|actions?|objectives?"
    r"|beta|alpha|sprint|unit|room|floor|line|lines|wards?|questions?|q|area|key\s+stages?|ks|type|group|module|day|week|box|ref|tel|ext|rule|regulation"
    r"|schedule|standard|recommendation|theme|strand|workstream|zone|platform|gate|route|junction|article|clause|form|release|code|outcome|covid"
    r"|strategy|act|option|scenario|cohort|wave|round|season|volume|vol|point|set|windows|office|entry|team|suite|flat|top|kpi|indicator|measure|release|ios|android|hs|keystage)\.?\s*(?:\d+\s*(?:,|and|&|to|-|–|or)\s*)*$",
    re.I,
)
_THAT_TIME = re.compile(
    r"\b(?:last|this|past|previous|first|second|third|fourth|final|academic|financial|school)\s+(?:years?|weeks?|days?|round|season)\s*$",
    re.I,
)
"""A time, behind which a number is no part of its name: "in the last year 40 homes were let"."""
_AGE_BEFORE = re.compile(
    r"\b(?:ages?|aged)(?:\s+(?:of|between|from|range|group|under|over|up\s+to|about|around))*\s*(?:\d+\s*(?:to|-|–|and)\s*)?$"
    r"|\bpost\s+$|\bbirth\s+to\s+$|\bfrom\s+(?:\d|1\d|2[0-5])\s+to\s+$|\b(?:post|pre|under|over|ages?)[-–]$",
    re.I,
)
_AGE_AFTER = re.compile(
    r"\s*[-–]?\s*(?:yrs?\b|y/?o\b|(?:years?|months?|weeks?)?[-\s]?olds?\b|(?:years?|months?)\s+of\s+age\b|s\b|and\s+(?:over|under|above|older|younger)\b)",
    re.I,
)
_IS_SO_OLD = re.compile(r"\b(?:who|he|she)\s+(?:is|was|turned)\s+(?:now\s+|just\s+)?$", re.I)
_PEOPLE_BEFORE = re.compile(
    r"\b(?:children|pupils|people|persons?|those|young\s+people|adults|girls|boys|babies|infants|students|anyone|everyone|learners|residents)\s+(?:who\s+are\s+)?$",
    re.I,
)
_TIME_AFTER = re.compile(
    r"\s?(?:am|pm|a\.m|p\.m|noon|o['’]clock)\b|[:.]\d\d\s?(?:am|pm)?\b|\s?-?to-?\s?(?:1|one)\b|-on-(?:1|one)\b|\s?[x×]\s?\d",
    re.I,
)
_TIME_BEFORE = re.compile(
    r"\b\d{1,2}[:.]$|\b(?:not\s+)?until\s+$|\bone-to-$|\b1[-:]?(?:to|on)?[-:]$|\d\s?[x×]\s?$|/$", re.I
)
_STREET_AFTER = re.compile(
    r",?\s+(?:[A-Z][\w’']+\s+){1,3}(?:Road|Rd|Street|St|Place|Lane|Avenue|Ave|Way|Square|Close|Drive|Court|House|Gardens|Row|Hill|Park|Mews|Terrace|Crescent)\b"
)
_LIST_NUMBER = re.compile(r"\s?[.)](?:\s|$)")
_LOCATES = re.compile(
    r"\b(?:last|past|next|previous|coming|following|recent|every|each|first|preceding|another)\s+$", re.I
)
_LASTS = re.compile(
    r"\b(?:now|will|to|can|could|may|shall|should|must|usually|typically|(?!this|was|its)[a-z]{3,}s)\s+last\s+$", re.I
)
"""Where "last" is a verb: "sessions last 60 minutes"."""
_CALENDAR_AFTER = re.compile(
    r"\s+(?:ago\b|(?:earlier|previously)\b(?!\s+than)|(?:progress\s+|monthly\s+)?(?:review|update|report|meeting|newsletter|catch-?up|check-?in|visit|letter)s?\b|a\s+week\b|per\s+week\b"
    r"|old\b|of\s+age\b)|['’]\s+walk|\s+walk\b",
    re.I,
)
_EMERGENCY = frozenset({"101", "105", "111", "112", "999"})
"""Telephone numbers as short as a count."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_MEETS = re.compile(
    r"\s*-?\s*(?:\w+\s+)?(?:webinar|session|meeting|call|talk|film|video|slot|appointment|drop-?in|briefing|presentation|workshop"
    r"|interview|walk|drive|survey|consultation|conversation|class|exam|assembly|lesson|show)s?\b"
    r"|\s+(?:of\s+your\s+time\b|to\s+(?:complete|fill|read|answer|do|watch)\b)",
    re.I,
)
"""What an event is called behind its length, and what a reader is to spend: no fact about the service."""
_NO_COUNT_OF = re.compile(r"\s+(?:tolerance|carbon|hours?|emissions?|rated|based|waste|harm|suicide|vat)\b|-", re.I)
"""Behind "zero": what it makes a name of."""
_IS_ONE_OF_THEM = re.compile(r"\s+(?:are|were|have|had)\s", re.I)
_AROUND_THE_CLOCK = re.compile(r"(?:24|twenty-four)[-\s]hours?|(?:7|seven)[-\s]days?", re.I)
_ALWAYS_OPEN = re.compile(
    r"\s*,?\s*(?:a|per|each|every)\s+(?:day|week)\b|\s+(?:\w+\s+)?(?:help\s?lines?|phone\s?lines?|lines?|services?|support|care|access|cover|clock|crisis|advice)\b",
    re.I,
)
_TRIVIAL = frozenset(
    word
    for line in (
        "thing way part type kind theme point step stage side option clip video example word reason question principle",
        "aspect element strand category section page link sentence image picture column minute moment hand paragraph",
        "time bullet pillar objective aim topic idea version heading half copy item set piece other tool feature tab",
        "episode slide week month year day hour film photo photograph leaflet poster blog",
    )
    for word in line.split()
)
"""Nouns of which a small number tells nothing about the service."""
_MANY = 100
"""From how many on they count."""
_NUMBER_SIDE = re.compile(r"\b(?:average|mean|median)\b", re.I)
_CLAUSE = re.compile(r"[,;()–—]|\bwith\b|\bcompared\b|\band\s+(?:there|it|we|they|\d)", re.I)
_AROUND = 300
"""Characters on either side of a number in which words say something of it; bounds the work in an endless sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that counts as a figure, in its place."""

    quantity: Quantity
    start: int
    end: int
    sent: Sent
    parent: int | None = None
    """Index of the figure that this one explains in brackets: "91% (121 out of 132)"."""


def find(doc: Doc, dated: tuple[Dated, ...]) -> list[Found]:
    """The figures of a document in reading order, none of them tied to another yet."""
    document = layout(doc)
    hidden = masks.find(document.text)
    taken = masks.merged((d.start, d.end) for d in dated)
    sents = sentences(doc)
    starts = [s.span.start_char for s in sents]
    found: list[Found] = []
    for block in document.blocks:
        if block.kind in ASIDE:
            continue
        for q in numerals.find(block.text):
            start, end = block.start + q.start, block.start + q.end
            if masks.covers(hidden, start, end) or masks.covers(taken, start, end):
                continue
            at = bisect_right(starts, start) - 1
            if at < 0:
                continue
            if found and found[-1].sent.block is block:
                before = found[-1]
                q = carried.over(document.text, (before.quantity, before.start, before.end), q, start, end)
            if not _is_fact(doc, block, q):
                continue
            sent = sents[at]
            q = in_units_of(doc, sent, start, end, q)
            if q.qualifier == "none" and _averaged(layout(doc).text, sent, start, end):
                q = replace(q, qualifier="average")
            found.append(Found(q, start, end, sent))
    return found


def _averaged(text: str, sent: Sent, start: int, end: int) -> bool:
    """Whether the clause calls the number an average; a share of those below a limit is none."""
    before = _CLAUSE.split(text[max(sent.span.start_char, start - _AROUND) : start])[-1]
    behind = text[end : min(end + _AROUND, sent.span.end_char)]
    if re.match(r"\s*(?:(?!with\b|and\b)\w+\s+){0,2}(?:average|mean|median)\b", behind):
        return True
    return _NUMBER_SIDE.search(before) is not None and not re.search(r"\bby\s+$", before)


def _is_fact(doc: Doc, block: Block, q: Quantity) -> bool:
    """Whether the number states something that could be quoted, by its form and by the words on either side."""
    text = block.text
    before, words, after = text[max(0, q.number - 60) : q.number], text[q.number : q.end], text[q.end : q.end + 60]
    lead = text[max(0, q.start - 60) : q.start]
    if q.form == "duration":
        return _is_duration(lead, words, after)
    if q.form == "multiple" and words.lower().endswith("twice"):
        return re.match(r"\s+(?:as\b|the\b|what\b|that\b|our\b|its\b)", after) is not None
    if q.form == "multiple":
        return not re.match(r"\s+(?:click|check|decker|glazing|yellow|sided|page)", after)
    if q.form == "money":
        return q.value > 0 or not words.endswith("000")  # "£000" heads a column
    if q.form in ("fraction", "sample", "share") or q.unit.startswith("percent"):
        return True
    if words.endswith("+"):
        return q.value >= 100 or (
            q.value >= 20 and re.match(r"\s+[a-z]+s\b(?<!residents)(?<!learners)", after) is not None
        )
    if words.lower() == "zero":
        noun = _noun_after(doc, block.start + q.end)
        named = _NO_COUNT_OF.match(after) or re.search(r"\b(?:net|ground)[\s-]$", before, re.I)
        return noun is not None and noun.tag_ == "NNS" and not named
    if re.search(r"\bper\s+$", before, re.I) or (words in _EMERGENCY and not re.match(r"\s+[a-z]+s\b", after)):
        return False
    if _CLOCK.fullmatch(words) and re.search(r"\b(?:at|from|until|till|and)\s+$|\d\s?[-–]\s?$", before):
        return False
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(after) or _TIME_AFTER.match(after) or _TIME_BEFORE.search(before):
        return False
    if _IS_SO_OLD.search(before) and re.match(r"\s*(?:[,.;)]|and\b|when\b|$)", after):
        return False
    if re.search(r"-{2,}\s*$", before) and re.match(r"\s*-{2,}", after):
        return False  # the number of a slide
    if not text[: q.number].strip() and re.match(r"\d+\.\d+(?:\.\d+)*\s+[A-Z]", text[q.number :]):
        return False  # the number of a paragraph
    label = _LABEL_BEFORE.search(before) and not _THAT_TIME.search(before)
    if _STREET_AFTER.match(after) or (label and (q.qualifier == "none" or q.form == "range")):
        return False
    if not before.strip() and (
        _LIST_NUMBER.match(after) or (q.value < 100 and not q.spelled and re.match(r"\s+[A-Z]", after))
    ):
        return False  # the number of a list item or of a footnote
    if re.fullmatch(r"19[5-9]\d|20[0-4]\d", words) and q.qualifier == "none" and not re.match(r"\s+[a-z]+s\b", after):
        return False  # a year in a name, or one that is no date
    if re.search(r"[A-Za-z][-–]$|#$|\bv\.?$", before) or re.match(r"\([a-z0-9]\)|(?:st|nd|rd|th)\b", after):
        return False
    if q.qualifier in ("over", "under") and _PEOPLE_BEFORE.search(lead):
        return False
    if q.form == "range" and q.value <= 30 and not re.match(r"\s+[a-z]+s\b", after):
        return False
    noun = _noun_after(doc, block.start + q.end)
    if _is_counted_cell(text, q):
        return True
    if (q.spelled or (q.value < 10 and "." not in words)) and not (q.value > 1 and _is_more_of_them(lead, after)):
        return _is_telling_count(q, words, noun, before)
    if (
        re.search(r"\b(?:[A-Z][a-z]+|[a-z]*[A-Z]+\w*)[ \n]$", before)
        and noun is None
        and not re.search(r"(?:^|[.:;!?•\n])\s*[A-Z][a-z]+\s$", before)
    ):
        return False
    many = q.value >= (20 if noun is not None and noun.lower_ == "times" else _MANY)
    return noun is None or many or noun.lemma_.lower() not in _TRIVIAL


def _is_counted_cell(text: str, q: Quantity) -> bool:
    """Whether a number fills a cell that stands beside another such cell: "Complaints | 22 | 9"."""
    if "\t" not in text or q.spelled:
        return False
    low, high = text.rfind("\t", 0, q.number) + 1, text.find("\t", q.end)
    cell = text[low : high if high >= 0 else None].strip()
    counts = [c for c in text.split("\t")[1:] if re.fullmatch(r"\s*[£<>~]?\d[\d,.]*\s*%?\s*", c)]
    return low > 0 and cell == text[q.number : q.end] and len(counts) > 1


def _is_duration(lead: str, words: str, after: str) -> bool:
    if (
        (_LOCATES.search(lead) and not _LASTS.search(lead))
        or _CALENDAR_AFTER.match(after)
        or (_AROUND_THE_CLOCK.fullmatch(words) and _ALWAYS_OPEN.match(after))
    ):
        return False
    if _AGE_BEFORE.search(lead) or re.match(r"\s?-?\s?olds?\b", after):
        return False
    if re.search(r"hour|minute|second", words, re.I) and _MEETS.match(after):
        return False
    return re.match(r"(?:one|a)\s+(?:day|hour|minute)\b", words, re.I) is None


def _is_more_of_them(lead: str, after: str) -> bool:
    """Whether a bare number counts on from one before it: "14 posts are filled and 3 are vacant", "of whom 5 left"."""
    if re.search(r"\bof\s+(?:which|whom|these|those|them)\W+$", lead, re.I):
        return re.match(r"\s+[a-z]+", after) is not None
    if re.search(r"\b(?:team|group|panel|board|crew|staff|pool|committee)\s+of\s+$", lead, re.I):
        return True
    if re.search(r"\d[^.;\d]{1,60},\s+\d+[^.;\d]{1,60}\band\s+$", lead) and re.match(r"\s+[a-z]", after):
        return True  # "44 of them good, 13 to be improved and 3 inadequate"
    if re.search(
        r"\b(?:number|rise|rose|grown?|up|down|fell|fallen|increased?|reduced?|doubled?)\b.*\bfrom\s+$", lead, re.I
    ):
        return re.match(r"\s+to\s", after) is not None
    if re.search(r"\b(?:other|last|remaining)\s+$", lead, re.I):
        return re.match(r"\s+(?:are|were|will|have|had|remain|should)\b", after) is not None
    if re.match(r"\s+(?:more|fewer)\s+than\b|\s+of\s+(?:them|these|those|which|whom)\b", after):
        return True
    if re.search(r"\((?:Q\d|last\s+\w+|previously|[A-Z][a-z]+\s+\d{4}|20\d\d(?:/\d\d)?)\s*:\s*$", lead):
        return True
    counted = re.search(r"\d\s+(?:[\w-]+\s+){1,6}(?:and|but|while)\s+$", lead)
    return counted is not None and _IS_ONE_OF_THEM.match(after) is not None


def _noun_after(doc: Doc, end: int) -> Token | None:
    """The noun that follows a number, past at most four words that describe it."""
    span = doc.char_span(max(0, end - 1), end, alignment_mode="expand")
    if span is None:
        return None
    found = None
    first = span.end
    quoted = re.match(r"\s*[‘“'\"][^’”'\"\n]{1,40}[’”'\"]", layout(doc).text[end : end + 60])
    if quoted:
        after = doc.char_span(end, end + quoted.end(), alignment_mode="expand")
        first = after.end if after is not None else first
    for token in doc[first : first + 6]:
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
            if token.tag_ in ("NNS", "NNPS") and not (
                token.lower_ == "years" and token.i and doc[token.i - 1].lower_ == "early"
            ):
                break
        elif (
            token.pos_ not in ("ADJ", "ADV", "VERB", "NUM")
            and token.text not in ("-", "‘", "“", "'", ",")
            and token.lower_ not in ("of", "these", "our", "the", "them", "and", "/")
        ) or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            break
    return found


def _is_telling_count(q: Quantity, words: str, noun: Token | None, before: str) -> bool:
    """A small number, or one in words, counts only with a plural noun that a reader would want counted."""
    if q.value == 1 or words.lower() in ("one", "zero"):
        return False
    if q.value > 10:
        return True
    if noun is None or (noun.lemma_.lower() in _TRIVIAL and not _is_named_day(noun)):
        return False
    if noun.tag_ not in ("NNS", "NNPS") and noun.lower_ not in ("people", "staff", "children"):
        return False
    if q.value == 2 and q.spelled:
        return (
            not re.search(r"\b(?:the|these|those|of|between|other|first|last|next)\s+$", before, re.I)
            and noun.tag_ == "NNS"
        )
    return not re.search(r"\b(?:first|last|next|other)\s+$", before, re.I)


def _is_named_day(noun: Token) -> bool:
    """Whether a day is one on which something was held: "three family days"."""
    return noun.lower_ == "days" and any(t.dep_ == "compound" and t.pos_ == "NOUN" for t in noun.children)


def alike(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be set against each other."""
    return a.unit == b.unit and (a.of is None) == (b.of is None)
