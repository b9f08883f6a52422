"""Sentences → figures: the numbers that state a fact about the service, with what they measure and when they hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from docmine.extract import masks, metrics, numerals
from docmine.extract.context import Sent, layout, make, published, sentences
from docmine.extract.dates import Dated, mentions
from docmine.extract.numerals import Quantity
from docmine.records import Block, Figure

if not Doc.has_extension("figures"):
    Doc.set_extension("figures", default=())

_LABEL_BEFORE = re.compile(
    r"\b(?:pages?|pp?|slides?|sections?|paragraphs?|para|chapters?|episodes?|years?|stages?|versions?|v|ver|number|no|nos|issue|newsletter"
    r"|steps?|phases?|figures?|fig|tables?|appendix|annex|parts?|priorit(?:y|ies)|tiers?|levels?|bands?|grades?|class|items?|actions?|objectives?"
    r"|beta|alpha|sprint|unit|room|floor|line|lines|wards?|questions?|q|area|key\s+stages?|ks|type|group|module|day|week|box|ref|tel|ext|rule|regulation"
    r"|schedule|standard|recommendation|theme|strand|workstream|zone|platform|gate|route|junction|article|clause|form|release|code|outcome|covid"
    r"|strategy|act|option|scenario|cohort|wave|round|season|volume|vol|point|set|windows|office|entry|team|suite|flat)\.?\s*$",
    re.I,
)
_AGE_BEFORE = re.compile(
    r"\b(?:ages?|aged)(?:\s+(?:of|between|from|range|group|under|over|up\s+to|about|around))*\s*(?:\d+\s*(?:to|-|–|and)\s*)?$"
    r"|\bbirth\s+to\s+$|\bfrom\s+\d+\s+to\s+$|\b(?:post|pre|under|over|ages?)[-–]$",
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
    r"\s+(?:[A-Z][\w’']+\s+){1,3}(?:Road|Rd|Street|St|Place|Lane|Avenue|Ave|Way|Square|Close|Drive|Court|House|Gardens|Row|Hill|Park|Mews|Terrace|Crescent)\b"
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
    ["thing", "things", "way", "ways", "part", "parts", "type", "types", "kind", "kinds", "theme", "themes", "point", "points", "step", "steps", "stage", "stages", "side", "sides", "option", "options", "clip", "clips", "video", "videos", "example", "examples", "word", "words", "reason", "reasons", "question", "questions", "principle", "principles", "aspect", "aspects", "element", "elements", "strand", "strands", "category", "categories", "section", "sections", "page", "pages", "link", "links", "sentence", "sentences", "image", "images", "picture", "pictures", "column", "columns", "minute", "minutes", "moment", "moments", "hand", "hands", "paragraph", "paragraphs", "times", "time", "bullet", "bullets", "pillar", "pillars", "objective", "objectives", "aim", "aims", "topic", "topics", "idea", "ideas", "version", "versions", "heading", "headings", "weeks", "months", "years", "days", "hours", "half", "halves", "copy", "copies", "item", "items", "set", "sets", "piece", "pieces", "other", "others", "more", "tools", "features"]
)
_NUMBER_SIDE = re.compile(r"\b(?:average|mean|median)\b", re.I)
_CHANGE = re.compile(
    r"\b(?:reduc\w+|r[io]s(?:e|es|en|ing)|rose|increas\w+|decreas\w+|improv\w+|f[ae]ll(?:en|s|ing)?|drop\w*|went|gone|up|down|grow\w*|grew|cut|moved|declin\w+|climb\w*|chang\w+|shorten\w*|lengthen\w*)\b",
    re.I,
)
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|against|versus|vs\.?|(?:up|down|reduc\w+|increas\w+|improve\w*|rise|fall|drop|decrease)\s+(?:\w+\s+){0,2}from|from|rather\s+than|was\s+previously|previously)\b",
    re.I,
)
_OLDER_SENTENCE = re.compile(
    r"^\W*(?:(?:this|it|that)\s+(?:was|had\s+been|is\s+up|is\s+down|compares)|the\s+figure\s+was|previously|up\s+from|down\s+from|compared)\b",
    re.I,
)
_POLICY = re.compile(
    r"\b(?:statutory|target|limit|timescales?|timeframes?|time\s+frames?|deadlines?|standard|programme|plan|journey|strategy|pilot|contract|sprint|within|will\s+be|should|must)\b",
    re.I,
)


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
    metric_of: list[str | None] = []
    periods: list[str | None] = []
    places = [(f.start, f.end) for f in found] + [(d.start, d.end) for d in dated]
    for i, f in enumerate(found):
        metric_of.append(_metric(doc, f, places, metric_of))
        periods.append(_period(doc, i, found, dated, periods))
    older = _compared(doc, found, periods)
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
            compared_to=doc.text[found[older[i]].start : found[older[i]].end] if i in older else None,
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
        if block.kind == "furniture":
            continue
        for q in numerals.find(block.text):
            start, end = block.start + q.start, block.start + q.end
            if masks.covers(hidden, start, end) or any(s < end and e > start for s, e in taken):
                continue
            at = bisect_right(starts, start) - 1
            if at < 0 or not _is_fact(doc, block, q):
                continue
            sent = sents[at]
            if q.qualifier == "none" and _averaged(doc.text, sent, start, end):
                q = replace(q, qualifier="average")
            found.append(Found(q, start, end, sent))
    return found


def _averaged(text: str, sent: Sent, start: int, end: int) -> bool:
    """Whether the clause calls the number an average; a share of those below a limit is none."""
    before = re.split(r"[,;()]|\bwith\b|\bcompared\b", text[sent.span.start_char : start])[-1]
    after = re.split(r"[,;().]", text[end : sent.span.end_char])[0]
    if _NUMBER_SIDE.search(after[:24]) and not _NUMBER_SIDE.search(before):
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
    if _STREET_AFTER.match(after) or (_LABEL_BEFORE.search(before) and q.qualifier == "none"):
        return False
    if not before.strip() and _LIST_NUMBER.match(after):
        return False
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
    return noun is None or noun.lower_ not in _TRIVIAL


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
    for token in doc[span.end : span.end + 6]:
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
            if token.tag_ in ("NNS", "NNPS"):
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
    if noun is None or noun.lower_ in _TRIVIAL:
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
    """Tie a figure in brackets to the one that it explains."""
    tied: list[Found] = []
    for i, f in enumerate(found):
        parent = None
        opened = doc.text.rfind("(", f.sent.span.start_char, f.start)
        if opened >= 0 and ")" not in doc.text[opened : f.start] and i and found[i - 1].sent is f.sent:
            gap = doc.text[found[i - 1].end : f.start]
            if found[i - 1].end <= opened and len(gap) <= 60 and "\t" not in gap and not re.search(r"[.;]\s", gap):
                parent = i - 1
        tied.append(replace(f, parent=parent))
    return tied


def _metric(doc: Doc, f: Found, places: list[tuple[int, int]], done: list[str | None]) -> str | None:
    lead = f.sent.heading
    block = f.sent.block
    if block.kind == "table_row" or "\t" in block.text:
        cells = block.text.split("\t")
        index = block.text[: f.start - block.start].count("\t")
        column = block.headers[index] if index < len(block.headers) else None
        own = cells[index] if index < len(cells) else ""
        named = cells[0] if index else (lead or "")
        lead = f"{named} {column}" if column and len(own.split()) <= 4 and len(named.split()) < 8 else named
    elif f.sent.stem:
        lead = f.sent.stem
    if f.parent is not None and done[f.parent]:
        noun = _noun_after(doc, f.end)
        extra = noun.text if noun is not None and doc.text.find(")", f.end) > noun.idx else ""
        words = [w for w in extra.split() if w.lower() not in (done[f.parent] or "").lower()]
        return " ".join([*words, *(done[f.parent] or "").split()][: metrics.MAX_WORDS])
    others = [p for p in places if p != (f.start, f.end) and f.sent.span.start_char <= p[0] < f.sent.span.end_char]
    return metrics.describe(doc, f.start, f.end, others, f.sent, lead)


def _period(doc: Doc, i: int, found: list[Found], dated: tuple[Dated, ...], done: list[str | None]) -> str | None:
    """The date that the words tie to the figure; the document's own for a state of affairs in the present tense."""
    f = found[i]
    text, low, high = doc.text, f.sent.span.start_char, f.sent.span.end_char
    if f.parent is not None and done[f.parent]:
        return done[f.parent]
    near = text[max(low, f.start - 40) : min(high, f.end + 40)]
    limit = f.quantity.form == "duration" and re.search(
        r"\b(?:statutory|target|limit|timescales?|time\s?frames?|deadlines?|programme|plan|journey|pilot|sprint|within)\b",
        near,
        re.I,
    )
    if limit:
        return None
    here = [d for d in dated if low <= d.start < high]
    next_start = next(
        (g.start for g in found[i + 1 :] if g.parent is None and g.quantity.unit == f.quantity.unit), len(text)
    )
    after = [
        d
        for d in here
        if f.end <= d.start < next_start
        and "\t" not in text[f.end : d.start]
        and not re.search(r"[.;]\s", text[f.end : d.start])
    ]
    before = [
        d
        for d in here
        if d.end <= f.start and "\t" not in text[d.end : f.start] and not re.search(r"[.;]\s", text[d.end : f.start])
    ]
    if after and re.match(
        r"[^.;]{0,12}\(?\s*(?:(?:new|in|at|for|since|during|by|up\s+to|(?:the\s+)?end\s+of)\s+)*$",
        text[f.end : after[0].start].split(")")[-1][-14:],
    ):
        return after[0].value
    if before:
        return before[-1].value
    if after:
        return after[0].value
    return _own_date(doc) if _is_present(doc, f) else None


def _own_date(doc: Doc) -> str | None:
    """The document's date; where it gives only a year, the month that its opening pages name in that year."""
    own = published(doc)
    if own is None or len(own) > 4:
        return own
    opening = [b.end for b in layout(doc).blocks[:10]]
    values = [d.value.split("/")[-1][:7] for d in mentions(doc) if opening and d.start < opening[-1]]
    months = sorted({v for v in values if v.startswith(own) and len(v) == 7})
    return months[-1] if months else own


def _is_present(doc: Doc, f: Found) -> bool:
    span = doc.char_span(f.start, f.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    if token.i > 0 and _POLICY.search(
        doc.text[max(f.sent.span.start_char, f.start - 40) : min(f.end + 40, f.sent.span.end_char)]
    ):
        return False
    steps = 0
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return False
        steps += token.dep_ == "pobj" and token.head.lower_ not in ("of", "with", "for")
        token = token.head
    if steps and not re.search(r"\baverage|\bwait", f.sent.span.text):
        return False
    auxiliaries = {t.lower_ for t in token.children if t.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"was", "were", "had", "did", "will", "would", "should", "must"}:
        return False
    now = re.search(r"\b(?:now|currently|at present|to date|so far)\b", f.sent.span.text, re.I) is not None
    if token.tag_ in ("VBN", "VBD"):
        return now and token.tag_ == "VBN"
    return token.tag_ in ("VBP", "VBZ", "VBG") and (
        token.lemma_ in ("be", "have", "wait", "stand", "use", "remain", "take") or now
    )


def _compared(doc: Doc, found: list[Found], periods: list[str | None]) -> dict[int, int]:
    """Index of the newer figure → index of the older one that the words set it against."""
    older: dict[int, int] = {}
    for i, f in enumerate(found):
        for j in range(i + 1, min(i + 5, len(found))):
            g = found[j]
            if g.sent.block is not f.sent.block or not _alike(f.quantity, g.quantity):
                continue
            between = doc.text[f.end : g.start]
            before = doc.text[max(f.sent.span.start_char, f.start - 60) : f.start]
            if re.search(r"\bfrom\s+(?:an?\s+average\s+of\s+)?$", before, re.I) and re.search(
                r"(?:^|\W)to\s+(?:an?\s+average\s+of\s+)?$", between
            ):
                older.setdefault(j, i)
            elif (f.sent is g.sent and _COMPARED.search(between)) or re.search(
                r"[.;]\s+(?:this|it|the\s+figure|the\s+number)\s+(?:was|had\s+been)\b", between, re.I
            ):
                older.setdefault(i, j)
                break
    return {new: old for new, old in older.items() if new not in older.values() or periods[new] != periods[old]}


def _alike(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and (a.of is None) == (b.of is None)
