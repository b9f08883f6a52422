"""A figure and the dates of its sentence → the one that the words tie to it, none where they part them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract import facts, verbs
from docmine.extract.context import layout
from docmine.extract.date_roles import role
from docmine.extract.dates import Dated
from docmine.extract.facts import Found

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
_EVENT_OF_ITS_OWN = re.compile(
    r",\s*(?:which|who|that|first|originally|launched|opened|set\s+up|started|created|established|introduced|founded)\b[^,]*$",
    re.I,
)
"""Before a date between commas: "The scheme, which began in 2019, has helped 800": it dates the beginning."""
_CHANGE = re.compile(
    r"\b(?:up|down|rise|rose|increase|fall|fell|drop|reduction|decrease)(?:\s+(?:of|by))?\s+(?:about\s+|around\s+)?$",
    re.I,
)
_ENDS_BEFORE = re.compile(r"\b(?:until|till|before)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?$", re.I)
_BEFORE = 120
"""Characters before a date that can tell what it is the date of."""
_NEIGHBOURS = 60
"""Figures on either side of one that are looked at together with it."""


def tied(doc: Doc, i: int, found: list[Found], dated: tuple[Dated, ...], at: int) -> Dated | None:
    """The date next to the figure, unless the words between part them or give it to another figure."""
    f = found[i]
    text, low, high = layout(doc).text, f.sent.span.start_char, f.sent.span.end_char

    def rival(g: Found) -> bool:
        return facts.alike(f.quantity, g.quantity)

    next_start = next((g.start for g in found[i + 1 : i + 1 + _NEIGHBOURS] if rival(g)), len(text))
    opened = text.find("(", f.end, high)
    inside = text.rfind("(", low, f.start) > text.rfind(")", low, f.start)
    after = [d for d in dated[at : at + 1] if d.start < min(high, next_start)]
    after = [
        d
        for d in after
        if re.search(r"\t|[.;]\s|,\s+(?:and|but|which)\b|\bof\s+wh(?:ich|om)\b", text[f.end : d.start]) is None
    ]
    after = [d for d in after if _NEW_SUBJECT.search(text[f.end : d.start]) is None]
    after = [d for d in after if _OTHER_TIME.search(text[f.end : d.start]) is None]
    before = [d for d in dated[max(0, at - 1) : at] if d.start >= low]
    before = [d for d in before if re.search(r"\t|[.;]\s|,\s+(?:and|but)\b", text[d.end : f.start]) is None]
    before = [d for d in before if not _ENDS_BEFORE.search(text[max(low, d.start - _BEFORE) : d.start])]
    before = [
        d
        for d in before
        if not (
            _EVENT_OF_ITS_OWN.search(text[max(low, d.start - _BEFORE) : d.start]) and text[d.end : d.end + 1] == ","
        )
    ]
    before = [d for d in before if not _begins_anew(doc, low, d, f)]
    after = [d for d in after if not _tells_something_else(doc, f.end, d.start)]
    after = [d for d in after if not re.search(r",\s+to\s+be\b", text[f.end : d.start])]
    after = [d for d in after if not _ENDS_BEFORE.search(text[f.end : d.start])]
    after = [d for d in after if not _counts_on(text, f, d, found[i + 1 : i + 4])]
    after = [d for d in after if not _is_another_s(text, f, d, found[i + 1 : i + 4])]
    before = [d for d in before if not _bracketed_with_another(doc, d, found, i)]
    if f.parent is not None and inside:
        closed, opens = text.find(")", f.end), text.rfind("(", low, f.start)
        inner = [d for d in (*after, *before) if opens < d.start < closed]
        return inner[0] if inner else None
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


def _begins_anew(doc: Doc, low: int, d: Dated, f: Found) -> bool:
    """Whether the figure opens a statement behind an "and": "it opens on 1 July and 150 homes will be helped"."""
    joined = re.fullmatch(r"\s+and\s+", layout(doc).text[d.end : f.start])
    if joined is None or not verbs.has_finite(doc, low, d.start):
        return False
    verb = verbs.governing(doc, f.start, f.end)
    return verb is not None and verb.idx > f.end


def _tells_something_else(doc: Doc, start: int, end: int) -> bool:
    """Whether "and" begins a statement between a figure and a date: "12 are open and interviews are on 4 May"."""
    join = re.search(r"\band\s", layout(doc).text[start:end])
    if join is None:
        return False
    return verbs.has_finite(doc, start, start + join.start()) and verbs.has_finite(doc, start + join.end(), end)


def _bracketed_with_another(doc: Doc, d: Dated, found: list[Found], i: int) -> bool:
    """Whether a date stands in brackets with a figure of its own: "(72% in May) 65% of tenants ..."."""
    text, f = layout(doc).text, found[i]
    low = f.sent.span.start_char
    opened, closed = text.rfind("(", low, d.start), text.find(")", d.end, f.start)
    if opened < 0 or closed < 0 or ")" in text[opened : d.start]:
        return False
    return any(opened < g.start < closed for g in found[max(0, i - 4) : i])


def _counts_on(text: str, f: Found, d: Dated, following: list[Found]) -> bool:
    """Whether another number follows behind a comma: "417 complaints, six times as many as in May"."""
    later = (g for g in following if g.end <= d.start and g.parent is None)
    return any(re.search(r",\s+(?:and\s+|but\s+)?$", text[f.end : g.start]) for g in later)


def _is_another_s(text: str, f: Found, d: Dated, following: list[Found]) -> bool:
    """Whether a date behind a figure is that of the next one in its brackets, or what a change is measured from."""
    gap = text[f.end : d.start]
    if len(d.value) == len("2024-04-07") and gap.strip() == "from":
        return False  # "went up by 5% from 7 April"
    opened = gap.rfind("(")
    if opened >= 0 and ")" not in gap[opened:]:
        closed = text.find(")", d.end)
        if any(d.end <= g.start < closed and facts.alike(f.quantity, g.quantity) for g in following):
            return True
    if gap.strip() == "on" and len(d.value) == len("2024-04-07"):
        return False  # "goes up by 4% on 1 August"
    return (
        _CHANGE.search(text[max(0, f.start - 30) : f.start]) is not None
        and re.fullmatch(r"\s+(?:on|from|against|over)\s+(?:the\s+)?", gap) is not None
    )


def of_all(doc: Doc, f: Found, dated: tuple[Dated, ...], at: int) -> str | None:
    """The date that ends a list of counts: "an average of 7 days, with 96% under 15 days at the start of May"."""
    text = layout(doc).text
    for d in dated[at : at + 1]:
        gap = text[f.end : d.start]
        if d.start < f.sent.span.end_char and re.match(r",\s+with\b", gap) and not re.search(r"[.;\t]", gap):
            at_that_day = role(doc, d) == "as_of" and not verbs.has_finite(doc, f.end, d.start)
            return d.value if at_that_day else None
    return None
