"""Sentences → figures: the numbers that state a fact about the service, with what they measure and when they hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from docmine.extract import masks, metrics, numerals
from docmine.extract.context import Sent, layout, make, published, sentences
from docmine.extract.dates import Dated, mentions
from docmine.extract.numerals import Quantity
from docmine.records import ASIDE, Block, Figure

if not Doc.has_extension("figures"):
    Doc.set_extension("figures", default=())

_LABEL_BEFORE = re.compile(
    r"\b(?:pages?|pp?|slides?|sections?|paragraphs?|para|chapters?|episodes?|years?|stages?|versions?|v|ver|number|no|nos|issue|newsletter"
    r"|steps?|phases?|figures?|fig|tables?|appendix|annex|parts?|priorit(?:y|ies)|tiers?|levels?|bands?|grades?|class|items?|actions?|objectives?"
    r"|beta|alpha|sprint|unit|room|floor|line|lines|wards?|questions?|q|area|key\s+stages?|ks|type|group|module|day|week|box|ref|tel|ext|rule|regulation"
    r"|schedule|standard|recommendation|theme|strand|workstream|zone|platform|gate|route|junction|article|clause|form|release|code|outcome|covid"
    r"|strategy|act|option|scenario|cohort|wave|round|season|volume|vol|point|set|windows|office|entry|team|suite|flat)\.?\s*(?:\d+\s*(?:,|and|&|to|-|–|or)\s*)*$",
    re.I,
)
_AGE_BEFORE = re.compile(
    r"\b(?:ages?|aged)(?:\s+(?:of|between|from|range|group|under|over|up\s+to|about|around))*\s*(?:\d+\s*(?:to|-|–|and)\s*)?$"
    r"|\bpost\s+$|\bbirth\s+to\s+$|\bfrom\s+\d+\s+to\s+$|\b(?:post|pre|under|over|ages?)[-–]$",
    re.I,
)
_AGE_AFTER = re.compile(
    r"\s*[-–]?\s*(?:\+|yrs?\b|y/?o\b|(?:years?|months?|weeks?)?[-\s]?olds?\b|(?:years?|months?)\s+of\s+age\b|s\b|and\s+(?:over|under|above|older|younger)\b)",
    re.I,
)
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
_CALENDAR_AFTER = re.compile(
    r"\s+(?:ago\b|(?:progress\s+|monthly\s+)?(?:review|update|report|meeting|newsletter|catch-?up|check-?in|visit|letter)s?\b|a\s+week\b|per\s+week\b"
    r"|old\b|of\s+age\b)|['’]\s+walk|\s+walk\b",
    re.I,
)
_AROUND_THE_CLOCK = re.compile(r"(?:24|twenty-four)[-\s]hours?|(?:7|seven)[-\s]days?", re.I)
_TRIVIAL = frozenset(
    word
    for line in (
        "thing way part type kind theme point step stage side option clip video example word reason question principle",
        "aspect element strand category section page link sentence image picture column minute moment hand paragraph",
        "time bullet pillar objective aim topic idea version heading half copy item set piece other tool feature tab",
        "episode slide week month year day hour",
    )
    for word in line.split()
)
"""Nouns of which a small number tells nothing about the service."""
_NUMBER_SIDE = re.compile(r"\b(?:average|mean|median)\b", re.I)
_CLAUSE = re.compile(r"[,;()–—]|\bwith\b|\bcompared\b|\band\s+(?:there|it|we|they|\d)", re.I)
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|against|versus|vs\.?|(?:up|down|reduc\w+|increas\w+|improve\w*|rise|fall|drop|decrease)\s+(?:\w+\s+){0,2}from|from|rather\s+than|was\s+previously|previously)\b",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+(?:an?\s+average\s+of\s+|around\s+|about\s+)?$", re.I)
_TO = re.compile(r"\bto\s+(?:an?\s+average\s+of\s+|around\s+|about\s+|just\s+)?$", re.I)
_PARTS = re.compile(r",|\b(?:and|but|or|with|against)\b|\bcompared\b", re.I)
_NEW_SUBJECT = re.compile(r"\b(?:and|but|with)\s+(?:the|their|its|his|her|our|they|we|it|an?|this|these|all)\s", re.I)
"""What begins a statement of its own behind a figure: a date in there is not the figure's."""
_LIMIT = re.compile(
    r"\b(?:statutory|target|limit|timescales?|time\s?frames?|deadlines?|programme|plan|journey|pilot|sprint|within)\b",
    re.I,
)
_POLICY = re.compile(
    r"\b(?:statutory|target|limit|timescales?|timeframes?|time\s+frames?|deadlines?|standard|programme|plan|journey|strategy|pilot|contract|sprint|within|will\s+be|should|must)\b",
    re.I,
)


_NEIGHBOURS = 60
"""Figures on either side of one that are looked at together with it."""
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


@Language.component("docmine_figures", assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    """Set `doc._.figures` to the figures in reading order."""
    dated = mentions(doc)
    found = _with_parents(doc, _candidates(doc, dated))
    older = _compared(doc, found)
    found = _share_average(found, older)
    metric_of = _metrics(doc, found, dated, older)
    periods = _periods(doc, found, dated)
    doc._.figures = tuple(
        make(
            doc,
            Figure,
            f.start,
            f.end,
            value=_plain(f.quantity.value),
            unit=f.quantity.unit,
            qualifier=f.quantity.qualifier,
            metric=metric_of[i],
            period=periods[i],
            of=_plain(f.quantity.of) if f.quantity.of is not None else None,
            compared_to=layout(doc).text[found[older[i]].start : found[older[i]].end] if i in older else None,
        )
        for i, f in enumerate(found)
    )
    return doc


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def _candidates(doc: Doc, dated: tuple[Dated, ...]) -> list[Found]:
    document = layout(doc)
    hidden = masks.find(document.text)
    taken = sorted((d.start, d.end) for d in dated)
    sents = sentences(doc)
    starts = [s.span.start_char for s in sents]
    found: list[Found] = []
    for block in document.blocks:
        if block.kind in ASIDE:
            continue
        for q in numerals.find(block.text):
            start, end = block.start + q.start, block.start + q.end
            if masks.covers(hidden, start, end) or any(s < end and e > start for s, e in taken):
                continue
            at = bisect_right(starts, start) - 1
            if at < 0 or not _is_fact(doc, block, q):
                continue
            sent = sents[at]
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
    if q.form == "multiple":
        return not re.match(
            r"\s+(?:click|check|decker|glazing|yellow|sided|page|a\s+(?:week|day|month|year|term)|per|weekly|monthly)",
            after,
        )
    if q.form in ("money", "fraction", "sample", "share") or q.unit.startswith("percent"):
        return True
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(after) or _TIME_AFTER.match(after) or _TIME_BEFORE.search(before):
        return False
    if _STREET_AFTER.match(after) or (_LABEL_BEFORE.search(before) and (q.qualifier == "none" or q.form == "range")):
        return False
    if not before.strip() and (_LIST_NUMBER.match(after) or (q.value < 100 and re.match(r"\s+[A-Z]", after))):
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
    if q.spelled or (q.value < 10 and "." not in words):
        return _is_telling_count(q, words, noun, before)
    if re.search(r"\b[A-Z][a-z]+\s$", before) and noun is None and not re.search(r"^\s*[A-Z][a-z]+\s$", before):
        return False
    return noun is None or noun.lemma_.lower() not in _TRIVIAL


def _is_duration(lead: str, words: str, after: str) -> bool:
    if _LOCATES.search(lead) or _CALENDAR_AFTER.match(after) or _AROUND_THE_CLOCK.fullmatch(words):
        return False
    if _AGE_BEFORE.search(lead) or re.match(r"\s?-?\s?olds?\b", after):
        return False
    return re.match(r"(?:one|a)\s+(?:day|hour|minute)\b|\d+\s?-?\s?minute", words, re.I) is None


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
            and token.lower_ not in ("of", "these", "our", "the", "and", "/")
        ) or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            break
    return found


def _is_telling_count(q: Quantity, words: str, noun: Token | None, before: str) -> bool:
    """A small number, or one in words, counts only with a plural noun that a reader would want counted."""
    if q.value == 1 or words.lower() in ("one", "zero"):
        return False
    if q.value >= 12:
        return True
    if noun is None or noun.lemma_.lower() in _TRIVIAL:
        return False
    if noun.tag_ not in ("NNS", "NNPS") and noun.lower_ not in ("people", "staff", "children"):
        return False
    if q.value == 2 and q.spelled:
        return (
            not re.search(r"\b(?:the|these|those|of|between|other|first|last|next)\s+$", before, re.I)
            and noun.tag_ == "NNS"
        )
    return not re.search(r"\b(?:first|last|next|other)\s+$", before, re.I)


def _with_parents(doc: Doc, found: list[Found]) -> list[Found]:
    """Tie a figure in brackets to the one that it explains: "65% were met within 20 weeks (813 out of 1245)"."""
    tied: list[Found] = []
    for i, f in enumerate(found):
        parent = None
        opened = layout(doc).text.rfind("(", f.sent.span.start_char, f.start)
        if opened >= 0 and ")" not in layout(doc).text[opened : f.start]:
            earlier = [
                j
                for j in range(max(0, i - 4), i)
                if found[j].sent is f.sent
                and found[j].end <= opened
                and opened - found[j].end <= 90
                and not re.search(r"\t|[.;]\s", layout(doc).text[found[j].end : opened])
            ]
            shares = [j for j in earlier if found[j].quantity.unit == "percent"]
            nearest = shares or earlier
            parent = nearest[-1] if nearest else None
        tied.append(replace(f, parent=parent))
    return tied


def _metrics(doc: Doc, found: list[Found], dated: tuple[Dated, ...], older: dict[int, int]) -> list[str | None]:
    """What each figure measures; figures that are set against each other, or explain each other, share the words."""
    places = sorted([(f.start, f.end) for f in found if not _bounds(doc, f)] + [(d.start, d.end) for d in dated])
    above: dict[int, str | None] = {}
    for f in found:
        if f.sent.span.start not in above:
            above[f.sent.span.start] = f.sent.stem or _said_before(doc, f) or f.sent.heading
    leads = [_lead(f, above[f.sent.span.start]) for f in found]
    stated = [f for f in found if f.parent is None and not _bounds(doc, f)]
    done = [_metric(doc, f, places, _beside(f, stated), lead) for f, lead in zip(found, leads, strict=True)]
    newer: dict[int, list[int]] = {}
    for new, old in sorted(older.items()):
        if new < old and found[new].parent is None:
            newer.setdefault(old, []).append(new)
    for i, f in enumerate(found):
        if f.parent is not None:
            done[i] = done[f.parent] or done[i]
        elif len(newer.get(i, ())) == 1:
            done[i] = done[newer[i][0]] or done[i]
        elif i in newer:
            done[i] = metrics.in_common([done[new] for new in newer[i]], leads[newer[i][0]])
    for new, old in older.items():
        if new > old and found[new].parent is None and done[old]:  # "from 29 weeks to 27 weeks"
            done[new] = done[old]
    return done


def _bounds(doc: Doc, f: Found) -> bool:
    """Whether a duration is part of what another figure measures: "within 20 weeks", "less than 15 weeks"."""
    limits = f.quantity.qualifier in ("over", "under", "max", "min") or re.search(
        r"\bwithin\s+$", layout(doc).text[max(0, f.start - 12) : f.start]
    )
    return f.quantity.form == "duration" and bool(limits)


def _beside(f: Found, stated: list[Found]) -> metrics.Beside:
    """The figures before and after one in its sentence, those left out that explain another in brackets."""
    at = bisect_left(stated, f.start, key=lambda g: g.start)
    before = next((g for g in stated[max(0, at - 1) : at] if g.sent is f.sent), None)
    after = next((g for g in stated[at : at + 2] if g.start > f.start and g.sent is f.sent), None)
    return metrics.Beside(
        (before.start, before.end) if before is not None else None,
        (after.start, after.end) if after is not None else None,
    )


def _lead(f: Found, above: str | None) -> str | None:
    """What a figure stands under: in a table its row's first cell and its column, elsewhere what is `above` it."""
    block = f.sent.block
    if block.kind != "table_row" and "\t" not in block.text:
        return above
    cells = block.text.split("\t")
    index = block.text[: f.start - block.start].count("\t")
    column = block.headers[index] if index < len(block.headers) else ""
    return " ".join(filter(None, (cells[0] if index else f.sent.heading, column if _short(cells[index]) else "")))


def _metric(doc: Doc, f: Found, places: list[tuple[int, int]], beside: metrics.Beside, lead: str | None) -> str | None:
    at = bisect_right(places, (f.start, f.end))
    low, high = f.sent.span.start_char, f.sent.span.end_char
    near = places[max(0, at - metrics.WINDOW) : at + metrics.WINDOW]
    others = [p for p in near if p != (f.start, f.end) and low <= p[0] < high]
    return metrics.describe(doc, f.start, f.end, others, beside, f.sent, lead)


def _short(cell: str) -> bool:
    return len(cell.split()) <= 4


def _said_before(doc: Doc, f: Found) -> str | None:
    """What the sentence before ends on: "You have joined our mailing list. We now have 90 members." """
    low = f.sent.span.start
    if low == 0 or f.sent.block.start >= f.sent.span.start_char:
        return None
    previous = doc[low - 1].sent
    if previous.start_char < f.sent.block.start:
        return None
    last = next((t for t in reversed(list(previous)) if t.pos_ in ("NOUN", "PROPN")), None)
    return doc[last.left_edge.i : last.i + 1].text if last is not None else None


def _periods(doc: Doc, found: list[Found], dated: tuple[Dated, ...]) -> list[str | None]:
    """When each figure holds; one that shares its brackets or its "and" with a dated figure shares the date."""
    done = [_period(doc, i, found, dated) for i in range(len(found))]
    own = _own_date(doc)
    for i, f in enumerate(found):
        if done[i] is None and f.parent is not None:
            done[i] = done[f.parent]
    for i in range(len(found) - 2, -1, -1):
        f, g = found[i], found[i + 1]
        joined = f.sent is g.sent and re.fullmatch(r"[^.;()\t]{0,40}(?:,|\band)\s+", layout(doc).text[f.end : g.start])
        if done[i] is None and joined and f.quantity.unit == g.quantity.unit:
            done[i] = done[i + 1]
    return [
        p if p is not None or not _is_present(doc, f) else f.sent.block.date or own
        for p, f in zip(done, found, strict=True)
    ]


def _period(doc: Doc, i: int, found: list[Found], dated: tuple[Dated, ...]) -> str | None:
    """The date that the words tie to the figure."""
    f = found[i]
    text, low, high = layout(doc).text, f.sent.span.start_char, f.sent.span.end_char
    if f.quantity.form == "duration" and _LIMIT.search(text[max(low, f.start - 40) : min(high, f.end + 40)]):
        return None

    def tied(gap: str) -> bool:
        return re.search(r"\t|[.;]\s|,\s+(?:and|but|which)\b", gap) is None

    def rival(g: Found) -> bool:
        return _alike(f.quantity, g.quantity)

    next_start = next((g.start for g in found[i + 1 : i + 1 + _NEIGHBOURS] if rival(g)), len(text))
    opened = text.find("(", f.end, high)
    inside = text.rfind("(", low, f.start) > text.rfind(")", low, f.start)
    at = bisect_right(dated, f.start, key=lambda d: d.start)
    after = [d for d in dated[at : at + 1] if d.start < min(high, next_start) and tied(text[f.end : d.start])]
    after = [d for d in after if _NEW_SUBJECT.search(text[f.end : d.start]) is None]
    before = [d for d in dated[max(0, at - 1) : at] if d.start >= low and tied(text[d.end : f.start])]
    if f.parent is not None and inside:
        closed = text.find(")", f.end)
        after = [d for d in after if d.start < closed]
        return after[0].value if after else None
    if after and opened >= 0 and text[opened + 1 : after[0].start].strip().lower() in ("", "at", "in", "as at", "to"):
        return after[0].value
    rivals = (g for g in reversed(found[max(0, i - _NEIGHBOURS) : i]) if rival(g))
    last = next(rivals, None)
    used = [d for d in before if last is None or last.start < d.end]
    if used and last is not None and last.start >= low and _PARTS.search(text[used[-1].end : f.start]):
        used = before = []  # it dates the figure before it: "53% in May and 65% on average elsewhere"
    if used and (
        not after or re.match(r"\W*(?:in|at|by|during|since|for|as)\b", text[low : used[-1].start] or "in", re.I)
    ):
        return used[-1].value
    if after and after[0].start - f.end <= 90:
        return after[0].value
    if before and not _COMPARED.search(text[before[-1].end : f.start]):
        return before[-1].value
    return None


def _own_date(doc: Doc) -> str | None:
    """The document's date; where it gives only a year, the month of that year that its opening lines name."""
    own = published(doc)
    if own is None or len(own) > 4:
        return own
    opening = [b for b in layout(doc).blocks[:5] if len(b.text) <= 120]
    values = [d.value.split("/")[-1][:7] for d in mentions(doc) if any(b.start <= d.start < b.end for b in opening)]
    months = sorted({v for v in values if v.startswith(own) and len(v) == 7})
    return months[-1] if months else own


def _is_present(doc: Doc, f: Found) -> bool:
    """Whether the sentence tells how things stand: a present verb over the number, and no limit, plan or rule."""
    span = doc.char_span(f.start, f.end, alignment_mode="expand")
    low, high = f.sent.span.start_char, f.sent.span.end_char
    if span is None or _POLICY.search(layout(doc).text[max(low, f.start - 40) : min(f.end + 40, high)]):
        return False
    around = layout(doc).text[max(low, f.start - _AROUND) : min(high, f.end + _AROUND)]
    waits = re.search(r"\baverage|\bwait", around) is not None
    token, aside = span.root, False
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return waits and not re.search(r"\b(?:was|were|had|did|fell|rose)\b", around)
        aside = aside or (token.dep_ == "pobj" and token.head.lower_ not in ("of", "with", "for"))
        token = token.head
    if aside and not waits:
        return False
    auxiliaries = {t.lower_ for t in token.children if t.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"was", "were", "had", "did", "will", "would", "should", "must"}:
        return False
    now = re.search(r"\b(?:now|currently|at present|to date|so far)\b", around, re.I) is not None
    if token.tag_ in ("VBN", "VBD"):
        return now and token.tag_ == "VBN"
    states = token.lemma_ in ("be", "have", "wait", "stand", "use", "remain", "take")
    return token.tag_ in ("VBP", "VBZ", "VBG", "VB", "NN") and (states or now)


def _compared(doc: Doc, found: list[Found]) -> dict[int, int]:
    """Index of the newer figure → index of the older one that the words set it against."""
    older: dict[int, int] = {}
    for i, f in enumerate(found):
        for j in range(i + 1, min(i + 9, len(found))):
            g = found[j]
            if g.sent.block is not f.sent.block:
                break
            if not _alike(f.quantity, g.quantity):
                continue
            between = layout(doc).text[f.end : g.start]
            before = layout(doc).text[max(f.sent.span.start_char, f.start - 60) : f.start]
            said_later = re.search(
                r"[.;]\s+(?:this|it|the\s+figure|the\s+number)\s+(?:was|had\s+been)\b", between, re.I
            )
            if _FROM.search(before) and _TO.search(between):
                older.setdefault(j, i)
                break
            if said_later or (f.sent is g.sent and "\t" not in between and _COMPARED.search(between)):
                older.setdefault(i, j)
                break
    for i, f in enumerate(found):  # what stands in brackets goes with what it explains
        if f.parent in older and i not in older:
            explains = [
                j for j, g in enumerate(found) if g.parent == older[f.parent] and _alike(f.quantity, g.quantity)
            ]
            if explains:
                older[i] = explains[0]
    return older


def _share_average(found: list[Found], older: dict[int, int]) -> list[Found]:
    """Of two figures set against each other both are averages, or neither, unless a figure says otherwise itself."""
    shared = list(found)
    for new, old in older.items():
        pair = (found[new].quantity.qualifier, found[old].quantity.qualifier)
        if sorted(pair) == ["average", "none"] and old < new:
            for k in (new, old):
                shared[k] = replace(found[k], quantity=replace(found[k].quantity, qualifier="average"))
    return shared


def _alike(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and (a.of is None) == (b.of is None)
