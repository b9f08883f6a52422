"""Figures → the time at which each holds: what its words say, then what the layout says, then how it is told.

Null where none of them says: a figure is never dated only because the document has a date.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc

from docmine.extract import facts, frames, verbs
from docmine.extract.calendar.model import Partial
from docmine.extract.context import layout
from docmine.extract.date_roles import role
from docmine.extract.dates import Dated
from docmine.extract.facts import Found
from docmine.extract.frames import Frames
from docmine.extract.numerals import value_of

_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|against|versus|vs\.?|(?:up|down|reduc\w+|increas\w+|improve\w*|rise|fall|drop|decrease)\s+(?:\w+\s+){0,2}from"
    r"|from|rather\s+than|was\s+previously|previously)\b",
    re.I,
)
_OTHER_TIME = re.compile(
    r"\b(?:previously|than(?!\s+[\d£])|compared|against|same\s+(?:quarter|month|time|period|week|term))\b", re.I
)
"""Between a figure and a date: the date is the one that the figure is set against."""
_PARTS = re.compile(r",|\b(?:and|but|or|with|against)\b|\bcompared\b", re.I)
_NEW_SUBJECT = re.compile(r"\b(?:and|but|with)\s+(?:the|their|its|his|her|our|they|we|it|an?|this|these|all)\s", re.I)
"""What begins a statement of its own behind a figure: a date in there is not the figure's."""
_LIMIT = re.compile(
    r"\b(?:statutory|target|limit|timescales?|time\s?frames?|deadlines?|programme|plan|journey|pilot|sprint|within)\b",
    re.I,
)
_RULE = re.compile(
    r"\b(?:statutory|target|limit|timescales?|timeframes?|time\s+frames?|deadlines?|within|will\s+be|should|must|entitled|eligible)\b",
    re.I,
)
_ELSEWHERE = re.compile(r"\b(?:national|nationally|regional|england|statistical\s+neighbours?|elsewhere)\b", re.I)
"""A figure of others stands in no frame of the document's own."""
_NOW = re.compile(r"\b(?:now|currently|at\s+present|to\s+date|so\s+far|still|as\s+of\s+today|today)\b", re.I)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:start\s+of\s+|beginning\s+of\s+)?$", re.I)
_LAST = re.compile(
    r"\b(?:in|over|during|within|across|for)\s+(?:just\s+)?the\s+(?:last|past|previous)\s+(?:(?P<n>[a-z]+|\d+)\s+)?(?P<unit>year|month|week)s?\b",
    re.I,
)
_IN_THE_PERIOD = re.compile(r"\b(?:in|over|during|for|across)\s+the\s+(?:quarter|period|year|month|term)\b", re.I)
_WAITS = re.compile(r"\b(?:average|wait|delay|longest|shortest|takes?|took)", re.I)
_ON_THE_DAY = re.compile(
    r"\bat\s+the\s+time\s+of\s+(?:the|this|our)\s+(?:inspection|visit|audit|review|report|writing|update)\b|\bat\s+the\s+time\s+of\s+writing\b",
    re.I,
)
_NEIGHBOURS = 60
"""Figures on either side of one that are looked at together with it."""
_AROUND = 300
"""Characters on either side of a number in which words say something of it; bounds the work in an endless sentence."""


def periods(doc: Doc, found: list[Found], dated: tuple[Dated, ...]) -> list[str | None]:
    """When each figure holds, ISO; one that shares its brackets or its "and" with a dated figure shares the date."""
    framed = frames.frames(doc, dated)
    told = [verbs.telling(doc, f.start, f.end, f.sent) for f in found]
    done = [_said(doc, i, found, dated, framed, told[i]) for i in range(len(found))]
    for i, f in enumerate(found):
        if done[i] is None and f.parent is not None:
            done[i] = done[f.parent]
    for i in range(len(found) - 2, -1, -1):
        f, g = found[i], found[i + 1]
        joined = f.sent is g.sent and re.fullmatch(r"[^.;()\t]{0,40}(?:,|\band)\s+", layout(doc).text[f.end : g.start])
        apart = {told[i], told[i + 1]} == {"present", "past"} or "future" in (told[i], told[i + 1])
        if done[i] is None and joined and f.quantity.unit == g.quantity.unit and not apart:
            done[i] = done[i + 1]
    for i, f in enumerate(found):
        if done[i] is None and told[i] != "future":
            done[i] = _framed(doc, f, told[i], framed)
    for i, f in enumerate(found):
        if done[i] is None and f.parent is not None:
            done[i] = done[f.parent]
    return done


def _said(
    doc: Doc, i: int, found: list[Found], dated: tuple[Dated, ...], framed: Frames, told: verbs.Telling
) -> str | None:
    """The date, or the stretch of time, that the sentence ties to the figure; of what is to be, a target's only."""
    f = found[i]
    text, low, high = layout(doc).text, f.sent.span.start_char, f.sent.span.end_char
    if _is_limit(doc, f):
        return None
    at = bisect_right(dated, f.start, key=lambda d: d.start)
    tied = _tied(doc, i, found, dated, at)
    if told == "future":
        target = f.quantity.unit == "percent" or f.quantity.form == "duration"
        return tied.value if tied is not None and target and role(doc, tied) == "deadline" else None
    if tied is None:
        return _counted_back(doc, f, framed) or _of_all(doc, f, dated, at)
    if _SINCE.search(text[low : tied.start]) and tied.start < high:
        return frames.until(tied.value, f.sent.block.date or framed.own) or tied.value
    return tied.value


def _is_limit(doc: Doc, f: Found) -> bool:
    """Whether a duration is a rule or a plan: it holds at no time of its own."""
    return f.quantity.form == "duration" and _LIMIT.search(verbs.around(doc, f.sent, f.start, f.end, 40)) is not None


def _tied(doc: Doc, i: int, found: list[Found], dated: tuple[Dated, ...], at: int) -> Dated | None:
    """The date next to the figure, unless the words between part them or give it to another figure."""
    f = found[i]
    text, low, high = layout(doc).text, f.sent.span.start_char, f.sent.span.end_char

    def rival(g: Found) -> bool:
        return facts.alike(f.quantity, g.quantity)

    next_start = next((g.start for g in found[i + 1 : i + 1 + _NEIGHBOURS] if rival(g)), len(text))
    opened = text.find("(", f.end, high)
    inside = text.rfind("(", low, f.start) > text.rfind(")", low, f.start)
    after = [d for d in dated[at : at + 1] if d.start < min(high, next_start)]
    after = [d for d in after if re.search(r"\t|[.;]\s|,\s+(?:and|but|which)\b", text[f.end : d.start]) is None]
    after = [d for d in after if _NEW_SUBJECT.search(text[f.end : d.start]) is None]
    after = [d for d in after if _OTHER_TIME.search(text[f.end : d.start]) is None]
    before = [d for d in dated[max(0, at - 1) : at] if d.start >= low]
    before = [d for d in before if re.search(r"\t|[.;]\s|,\s+(?:and|but)\b", text[d.end : f.start]) is None]
    before = [d for d in before if not _bracketed_with_another(doc, d, found, i)]
    if f.parent is not None and inside:
        closed = text.find(")", f.end)
        after = [d for d in after if d.start < closed]
        return after[0] if after else None
    if after and opened >= 0 and text[opened + 1 : after[0].start].strip().lower() in ("", "at", "in", "as at", "to"):
        return after[0]
    rivals = (g for g in reversed(found[max(0, i - _NEIGHBOURS) : i]) if rival(g))
    last = next(rivals, None)
    used = [d for d in before if last is None or last.start < d.end]
    if used and last is not None and last.start >= low and _PARTS.search(text[used[-1].end : f.start]):
        used = before = []  # it dates the figure before it: "53% in May and 65% on average elsewhere"
    if used and (
        not after or re.match(r"\W*(?:in|at|by|during|since|for|as)\b", text[low : used[-1].start] or "in", re.I)
    ):
        return used[-1]
    if after and after[0].start - f.end <= 90:
        return after[0]
    if before and not _COMPARED.search(text[before[-1].end : f.start]):
        return before[-1]
    return None


def _bracketed_with_another(doc: Doc, d: Dated, found: list[Found], i: int) -> bool:
    """Whether a date stands in brackets with a figure of its own: "(72% in May) 65% of tenants ..."."""
    text, f = layout(doc).text, found[i]
    low = f.sent.span.start_char
    opened, closed = text.rfind("(", low, d.start), text.find(")", d.end, f.start)
    if opened < 0 or closed < 0 or ")" in text[opened : d.start]:
        return False
    return any(opened < g.start < closed for g in found[max(0, i - 4) : i])


def _of_all(doc: Doc, f: Found, dated: tuple[Dated, ...], at: int) -> str | None:
    """The date that ends a list of counts: "an average of 7 days, with 96% under 15 days at the start of May"."""
    text = layout(doc).text
    for d in dated[at : at + 1]:
        gap = text[f.end : d.start]
        if d.start < f.sent.span.end_char and re.match(r",\s+with\b", gap) and not re.search(r"[.;\t]", gap):
            at_that_day = role(doc, d) == "as_of" and not verbs.has_finite(doc, f.end, d.start)
            return d.value if at_that_day else None
    return None


def _counted_back(doc: Doc, f: Found, framed: Frames) -> str | None:
    """ "in the last year", "over the past six months": up to the document's own day, as precise as the unit."""
    text, low, high = layout(doc).text, f.sent.span.start_char, f.sent.span.end_char
    opened, closed = text.rfind("(", low, f.start), text.find(")", f.end, high)
    inside = opened >= 0 and closed >= 0 and ")" not in text[opened : f.start]
    words = text[opened:closed] if inside else text[max(low, f.start - 100) : min(high, f.end + 100)]
    m = _LAST.search(words if inside else re.sub(r"\([^()]*\)?", " ", words))
    own = f.sent.block.date or framed.own
    if m is None or own is None or "/" in own or len(own) < 7:
        return None
    count = value_of(m["n"]) if m["n"] else 1
    if not 1 <= count <= 60 or (m["unit"].lower() == "week" and len(own) < 10):
        return None
    day = datetime.date(*(int(p) for p in (own + "-15" if len(own) == 7 else own).split("-")))
    first = day - relativedelta(**{m["unit"].lower() + "s": int(count)})  # type: ignore[arg-type]
    if m["unit"].lower() == "week":
        return f"{first.isoformat()}/{day.isoformat()}"
    return f"{Partial(first.year, first.month).iso()}/{own[:7]}"


def _framed(doc: Doc, f: Found, told: verbs.Telling, framed: Frames) -> str | None:
    """When a figure holds of which the sentence does not say it, from the layout and from how it is told."""
    if _is_limit(doc, f) or _ELSEWHERE.search(verbs.around(doc, f.sent, f.start, f.end, 40)):
        return None
    in_table = "\t" in f.sent.block.text
    if in_table and (found := frames.of_table(doc, framed, f.start, f.sent)):
        return found
    if found := frames.of_stem(doc, framed, f.sent):
        return found
    if framed.covers and _IN_THE_PERIOD.search(f.sent.span.text):
        return framed.covers
    own = f.sent.block.date or framed.own
    if _ON_THE_DAY.search(f.sent.span.text) and told != "future":
        return own
    if in_table and told == "none" and (found := frames.of_heading(doc, framed, f.sent) or framed.covers):
        return found
    if _stands(doc, f, told, own):
        return own
    if told == "past" and verbs.is_reported(doc, f.start, f.end) and _is_minutes(doc):
        return own
    if told == "perfect":
        return frames.of_survey(doc, framed, f.sent)
    lasts = f.quantity.form == "duration" and not _WAITS.search(verbs.around(doc, f.sent, f.start, f.end, _AROUND))
    if told == "present" or lasts:
        return None
    return (
        (None if in_table else frames.of_section(doc, framed, f.start, f.sent, told == "none"))
        or frames.of_survey(doc, framed, f.sent)
        or frames.of_heading(doc, framed, f.sent)
        or framed.covers
    )


def _is_minutes(doc: Doc) -> bool:
    known = layout(doc).doc_type
    return known is not None and known.value == "minutes"


def _stands(doc: Doc, f: Found, told: verbs.Telling, own: str | None) -> bool:
    """Whether the sentence tells how things stand: in the present tense, and no limit, plan or rule.

    Where only the year of the document is known, "now" must say so.
    """
    if own is None or _RULE.search(verbs.around(doc, f.sent, f.start, f.end, 40)):
        return False
    around = verbs.around(doc, f.sent, f.start, f.end, _AROUND)
    now = _NOW.search(around) is not None
    only_a_year = len(own) == 4
    verb = verbs.governing(doc, f.start, f.end)
    if told == "present" and verb is not None:
        if verb.tag_ == "VB" and verb.head.lemma_ != "have" and any(t.lower_ == "to" for t in verb.children):
            return now  # what is to be done with it: "booked to attend 5 meetings"
        lasts = f.quantity.form == "duration" and verb.lemma_ not in ("be", "have", "wait", "stand", "remain", "take")
        return now or not (only_a_year or lasts)
    if told == "perfect" and verb is not None:
        if verb.tag_ == "VB":
            return False
        result = f.quantity.of is not None or f.quantity.unit == "percent" or re.search(r"\bsince\b", around)
        return not only_a_year and (now or bool(result))
    waits = _WAITS.search(around) is not None
    done = re.search(r"\b(?:was|were|had|did|fell|rose)\b", around) is not None
    return told == "none" and (waits or now) and not done and (now or not only_a_year)
