"""Figures that hold at no time of their own: limits, targets, capacities, prices, what a service is made up of."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract import verbs
from docmine.extract.context import layout
from docmine.extract.facts import Found
from docmine.extract.tables import column_name

_LIMIT = re.compile(
    r"\b(?:statutory|target|limit|timescales?|time\s?frames?|deadlines?|programme|plan|journey|pilot|sprint|within|inside"
    r"|contract|agreement|lease|licence|term\s+with|strategy|notice|standard|guarantee|pledge)\b",
    re.I,
)
_SET_AGAINST = re.compile(r"\b(?:against|compared\s+(?:to|with)|as\s+against)\s+(?:an?|the|our|its|their)\b.*", re.I)
"""Behind a number: the limit that it is set against is another."""
_DEFINES = re.compile(r"\s+(?:[\w-]+\s+)?or\s+(?:more|fewer|less|over|above)\b", re.I)
"""Behind a number that tells which are meant: "sites of 50 dwellings or more"."""
_USUAL = re.compile(
    r"\b(?:most|majority|typically|usually|normally|generally|on\s+average|currently|(?:is|are)\s+now)\b", re.I
)
_BINDS = re.compile(r"\b(?:statutory|target|limit|must|should|will|shall|aim|promise|pledge|entitled|required)\b", re.I)
_TARGET_BEFORE = re.compile(
    r"\b(?:targets?|benchmark|baseline|goal|ambition|threshold|standard|requirement|establishment|ceiling|cap|full\s+strength|limit|aiming|aim(?:ed|s)?)\b(?:\s+(?:for|is|was|of|at|to\s+be|level|rate|set\s+at|remains))*[\s:(=–-]*"
    r"(?:(?:at\s+least|over|under|below|above|up\s+to)\s+)?$",
    re.I,
)
_TARGET_AFTER = re.compile(
    r"\s*\)?\s*(?:(?:statutory|contract|national|service|key)\s+)?(?:target|benchmark|threshold)\b", re.I
)
_TARGET_COLUMN = re.compile(r"\b(?:target|goal|benchmark|threshold|standard|limit|tolerance)\b", re.I)
_HOLDS = re.compile(
    r"\b(?:(?:funded|budgeted|licensed|designed|built|commissioned)\s+for|holds|can\s+hold|seats?|accommodates?|(?:has|have|with)\s+(?:room|space|places|capacity)\s+for|capacity|up\s+to)\s+(?:up\s+to\s+|of\s+|for\s+)*$"
    r"|\bplaces\s+for\s+(?:up\s+to\s+)?$",
    re.I,
)
_AT_PRESENT = re.compile(r"\b(?:now|currently|we|they|i|already)\b", re.I)
_MADE_UP = re.compile(
    r"\b(?:(?:made\s+up|composed|consists?|consisting|comprised)\s+of|comprises?|comprising|(?:divided|split|organised|grouped)\s+into"
    r"|(?:delivered|run|runs|provided|organised|offered|works?)\s+(?:through|via)|spread\s+(?:across|over)|one\s+of)\s+(?:the\s+|our\s+|its\s+)?$",
    re.I,
)
_RULED = re.compile(
    r"(?:a\s+)?(?:minimum|maximum)\s+of|no\s+(?:more|fewer|less|longer|later)\s+than|not\s+(?:less|more)\s+than", re.I
)
"""What makes any number a rule."""
_CONDITION = re.compile(r"\b(?:unless|if|whether|provided\s+that|in\s+case)\b", re.I)
_THANKS = re.compile(r"\b(?:thanks?|thank\s+you|grateful)\b", re.I)
_OFFER = re.compile(
    r"\b(?:costs(?!\s+of)|cost\s+£|charges?|charged|fees?|fines?|prices?|priced|claim|apply|available|on\s+offer|worth|grants?|vouchers?|payments?|per\s+\w+"
    r"|an?\s+(?:day|week|month|year|session|child|night|hour|head|time))\b",
    re.I,
)
_ONE_OFF = re.compile(
    r"\b(?:spent|spending|costs?\s+(?:of\s+\w+\s+)?(?:has|have)|to\s+date|so\s+far|currently|now)\b", re.I
)


def is_limit(doc: Doc, f: Found) -> bool:
    """Whether a duration is a rule or a plan: but "most are seen within 14 weeks" tells how things are."""
    if f.quantity.form != "duration":
        return False
    if re.search(r"\b(?:(?:older|younger)\s+than|over)\s+$", layout(doc).text[max(0, f.start - 14) : f.start], re.I):
        return True
    text = layout(doc).text
    near = text[max(f.sent.span.start_char, f.start - 40) : f.end]
    near += _SET_AGAINST.sub("", text[f.end : min(f.end + 40, f.sent.span.end_char)])
    return _LIMIT.search(near) is not None and not is_usual(doc, f)


def is_usual(doc: Doc, f: Found) -> bool:
    """Whether a duration is what people usually meet with: "within 14 weeks" of "most children"."""
    near = verbs.around(doc, f.sent, f.start, f.end, 70)
    before = layout(doc).text[max(f.sent.span.start_char, f.start - 12) : f.start]
    within = f.quantity.form == "duration" and re.search(r"\b(?:within|inside|under)\s+$", before)
    return bool(within) and _USUAL.search(near) is not None and _BINDS.search(near) is None


def is_target(doc: Doc, f: Found) -> bool:
    """Whether the number is one to be reached: by the words right beside it, or by what its column is headed."""
    text = layout(doc).text
    before = text[max(f.sent.block.start, f.start - 40) : f.start]
    if _TARGET_BEFORE.search(before) or _TARGET_AFTER.match(text[f.end : min(f.end + 30, f.sent.span.end_char)]):
        return True
    return "\t" in f.sent.block.text and _TARGET_COLUMN.search(column_name(doc, f.sent, f.start)) is not None


def lasts(doc: Doc, f: Found) -> bool:
    """Whether the words tell what a thing can hold, what it consists of or costs: true for no particular time."""
    text, low = layout(doc).text, f.sent.span.start_char
    before = text[max(low, f.start - 50) : f.start]
    if _THANKS.search(text[max(low, f.start - 80) : f.start]):
        return True
    if f.quantity.form == "duration":
        return False
    if _RULED.match(text, f.start, f.end) or _CONDITION.search(text[max(low, f.start - 150) : f.start]):
        return True
    if f.quantity.form == "number" and (
        (f.quantity.qualifier == "under" and re.search(r"\bwith\s+$", before))
        or _DEFINES.match(text[f.end : f.end + 40])
    ):
        return True
    if (
        f.quantity.qualifier == "max"
        and f.quantity.form == "number"
        and not verbs.has_finite(doc, low, f.sent.span.end_char)
    ):
        return True
    if f.quantity.form == "money":
        if verbs.telling(doc, f.start, f.end, f.sent) in ("past", "perfect"):
            return False
        near = verbs.around(doc, f.sent, f.start, f.end, 40)
        return _OFFER.search(near) is not None and _ONE_OFF.search(near) is None
    return (
        f.quantity.unit == "count"
        and bool(_HOLDS.search(before) or _MADE_UP.search(before))
        and _AT_PRESENT.search(before) is None
    )
