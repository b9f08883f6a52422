"""Sentences → figures: the numbers that state a fact about the service, with what they measure and when they hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import facts, leads, metrics, periods
from docmine.extract.context import layout, make
from docmine.extract.dates import Dated, mentions
from docmine.extract.facts import Found
from docmine.records import Figure

if not Doc.has_extension("figures"):
    Doc.set_extension("figures", default=())

_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|against|versus|vs\.?|(?:up|down|reduc\w+|increas\w+|improve\w*|rise|fall|drop|decrease)\s+(?:\w+\s+){0,2}from|from|rather\s+than|was\s+previously|previously)\b"
    r"|\((?:in\s+)?(?:last\s+\w+|(?:19|20)\d\d(?:[/–-]\d\d)?|[A-Z][a-z]+\s+\d{4}|Q\d\s\S+)\s*:\s*$",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+(?:an?\s+average\s+of\s+|around\s+|about\s+)?$", re.I)
_STANDS_FOR = re.compile(
    r"\b(?:it|this|that|they|them|these|those|which|whom|the\s+(?:figure|number|rate|total|average|share)\s+(?:is|was|stood|rose|fell|had))\b",
    re.I,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.I)
_VERB_NEXT = re.compile(r"\s+(?:are|were|have|had|has|will|is|was|do|did|said|say|felt|feel|log|live|[a-z]+ed)\b", re.I)
_ARROW = re.compile(r"\s*(?:→|➔|⇒|->|=>)\s*")
_TO = re.compile(r"\bto\s+(?:an?\s+average\s+of\s+|around\s+|about\s+|just\s+)?$", re.I)


@Language.component("docmine_figures", assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    """Set `doc._.figures` to the figures in reading order."""
    dated = mentions(doc)
    found = _with_parents(doc, facts.find(doc, dated))
    older = _compared(doc, found)
    found = _share_average(found, older)
    metric_of = _metrics(doc, found, dated, older)
    when = periods.periods(doc, found, dated, older)
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
            period=when[i],
            of=_plain(f.quantity.of) if f.quantity.of is not None else None,
            compared_to=layout(doc).text[found[older[i]].start : found[older[i]].end] if i in older else None,
        )
        for i, f in enumerate(found)
    )
    return doc


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value


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
            above[f.sent.span.start] = leads.above(doc, f)
    text = layout(doc).text
    over = [
        None if i and f.sent is found[i - 1].sent and _is_bare(text, f, found[i - 1]) else lead
        for i, (f, lead) in enumerate((f, leads.lead(doc, f, above[f.sent.span.start])) for f in found)
    ]
    stated = [f for f in found if f.parent is None and not _bounds(doc, f)]
    done = [_metric(doc, f, places, _beside(f, stated), lead) for f, lead in zip(found, over, strict=True)]
    _name_what_it_stands_for(doc, found, done)
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
            done[i] = metrics.in_common([done[new] for new in newer[i]], over[newer[i][0]])
    for new, old in older.items():
        if new > old and found[new].parent is None and done[old]:  # "from 29 weeks to 27 weeks"
            done[new] = done[old]
    return done


def _name_what_it_stands_for(doc: Doc, found: list[Found], done: list[str | None]) -> None:
    """The words of the figure before, where one says too little itself and speaks of "it", "them" or "of which"."""
    text = layout(doc).text
    for i in range(1, len(found)):
        f, g = found[i], found[i - 1]
        if f.sent.block is not g.sent.block or "\t" in text[g.end : f.start]:
            continue
        if f.sent is g.sent and periods.CHANGE_OF_IT.search(text[g.end : f.start]):
            done[i] = done[i - 1] or done[i]
            continue
        speaks_of_it = _STANDS_FOR.search(text[g.end : min(f.end + 40, f.sent.span.end_char)])
        bare = f.sent is g.sent and _is_bare(text, f, g)
        if bare or _OF_THEM.match(text, f.end) or (speaks_of_it and metrics.says_little(done[i])):
            done[i] = metrics.together(done[i], done[i - 1])


def _is_bare(text: str, f: Found, g: Found) -> bool:
    """Whether a number without a noun counts on from one with: "210 permits were granted and 14 were refused"."""
    gap = text[g.end : f.start]
    joined = re.search(r"(?:\band|,|\bbut|\bwhile)\s+(?:just\s+|only\s+|some\s+|of\s+wh\w+\s+)?$", gap)
    return bool(joined) and _VERB_NEXT.match(text, f.end) is not None and not re.search(r"[.;]\s", gap)


def _bounds(doc: Doc, f: Found) -> bool:
    """Whether a duration is part of what another figure measures: "within 20 weeks", "less than 15 weeks"."""
    limits = f.quantity.qualifier in ("over", "under", "max", "min") or re.search(
        r"\b(?:within|inside)\s+$", layout(doc).text[max(0, f.start - 12) : f.start]
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


def _metric(doc: Doc, f: Found, places: list[tuple[int, int]], beside: metrics.Beside, lead: str | None) -> str | None:
    at = bisect_right(places, (f.start, f.end))
    low, high = f.sent.span.start_char, f.sent.span.end_char
    near = places[max(0, at - metrics.WINDOW) : at + metrics.WINDOW]
    others = [p for p in near if p != (f.start, f.end) and low <= p[0] < high]
    return metrics.describe(doc, f.start, f.end, others, beside, f.sent, lead)


def _compared(doc: Doc, found: list[Found]) -> dict[int, int]:
    """Index of the newer figure → index of the older one that the words set it against."""
    older: dict[int, int] = {}
    for i, f in enumerate(found):
        for j in range(i + 1, min(i + 9, len(found))):
            g = found[j]
            if g.sent.block is not f.sent.block:
                break
            if not facts.alike(f.quantity, g.quantity):
                continue
            between = layout(doc).text[f.end : g.start]
            before = layout(doc).text[max(f.sent.span.start_char, f.start - 60) : f.start]
            said_later = re.search(
                r"[.;]\s+(?:in\s+the\s+(?:year|quarter|month)\s+before,?\s+)?(?:this|it|the\s+figure|the\s+number)\s+(?:was|had\s+been)\b",
                between,
                re.I,
            )
            if (_FROM.search(before) and _TO.search(between)) or _ARROW.fullmatch(between):
                older.setdefault(j, i)
                break
            if said_later or (f.sent is g.sent and "\t" not in between and _COMPARED.search(between)):
                older.setdefault(i, j)
                break
    for i, f in enumerate(found):  # what stands in brackets goes with what it explains
        if f.parent in older and i not in older:
            explains = [
                j for j, g in enumerate(found) if g.parent == older[f.parent] and facts.alike(f.quantity, g.quantity)
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
