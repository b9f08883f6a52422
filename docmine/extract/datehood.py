"""Whether the words around a calendar expression let it be a date, and not a verb, a person, a law or a count."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract.calendar.model import Expression
from docmine.records import Block

_BEFORE_MONTH = re.compile(
    r"(?:^|[(\[/:;,–—-]|['’]s?\b|\b(?:in|by|since|from|until|till|before|after|during|of|to|for|between|and|or|on|the|late|early|mid|end"
    r"|throughout|around|through|with|against|every|each|at|our|its|their|over|than|was|previous|following))\s*$",
    re.I,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lady|Lord|Prof|Professor)\.?\s+(?:\w+\s+)?$"
)
_NAME_MONTHS = frozenset({"april", "may", "june", "august", "jan", "mar"})
_LAW_BEFORE = re.compile(
    r"\b(?:Acts?|Regulations?|Code|Order|Bill|Measure|Rules|Principles|Convention|Directive|Protocol|Agreement)"
    r"(?:\s*\([^)]*\))?(?:\s+of)?,?[ \n]*$"
)
_YEAR_CUE = re.compile(
    r"(?:^|[(\[/:;,–—©-]|\b(?:in|by|since|from|until|till|before|after|during|of|to|for|between|and|or|the|our|its|their|this|late"
    r"|early|mid|calendar|year|copyright|than|on|at|through|both|either|vs|versus|was|dated|summer|about|around|back))\s*$",
    re.I,
)
_COUNTED_NEXT = re.compile(r"\s+(?:[a-z]+\s+){0,1}[a-z]{3,}s\b|\s+(?:people|children|pupils)\b")
_DETERMINED = re.compile(r"\b(?:the|our|its|their|this|in|since|during|by)\s+$", re.I)
_DURATION_FOR = re.compile(r"\bthe\s+$", re.I)
_NOUN_NEXT = re.compile(
    r"\s*[-–]?\s*(?!and\b|or\b|to\b|we\b|the\b|for\b|in\b|at\b|of\b|with\b|when\b|which\b|as\b|term\b|by\b|on\b|so\b"
    r"|but\b|will\b|is\b|was\b|has\b|had\b|our\b|all\b|a\b|an\b|this\b|they\b|you\b|I\b|it\b|there\b|that\b|once\b|while\b|has\b|have\b|had\b|were\b|are\b|saw\b|shows?\b|showed\b|remains?\b|stood\b|not\b"
    r"|each\b|every\b|no\b|both\b|most\b|some\b|any\b|another\b|its\b|their\b|he\b|she\b|these\b|those\b"
    r"|edition\b|issue\b|newsletter\b|bulletin\b|meeting\b|conference\b|roadshow"
    r"|after\b|before\b|because\b|if\b|from\b|until\b|[–-])[A-Za-z]+"
)
"""A word that the words before it may only describe: "summer activities", "the first quarter mile"."""
_IN = re.compile(
    r"\b(?:in|by|before|after|until|since|during|over|from|to|for|of|and|throughout|between|the|this|next|last|early|late|mid)[\s-]+$"
    r"|[(\[/–—]\s*$",
    re.I,
)
_OF_RESULTS = re.compile(
    r"\s+(?:at a glance|performance|report|results|update|figures|summary|in (?:brief|numbers)|\()", re.I
)
"""Behind a quarter that opens a title: "Q2" alone may number a question."""
_BY = re.compile(r"\b(?:by|before|after|until|till|since|at|around|over|and|this|next|last)\s+$", re.I)
_PAIR_CUE = re.compile(
    r"(?:\b(?:in|by|for|of|from|to|since|until|during|throughout|over|the|this|our|and|than|with|through)|\bQ[1-4]|[(\[:–—])\s*$|^$",
    re.I,
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d)?\d\d)?")
_SHORT_PAIR = len("23/24")


def names_a_date(doc: Doc, block: Block, e: Expression) -> bool:
    """Whether the words around let this be a date and not a verb, a person, a law or a number of things."""
    text = block.text
    before, words, after = text[max(0, e.start - 60) : e.start], text[e.start : e.end], text[e.end : e.end + 40]
    if _fills_a_cell(block, e):
        return True
    if e.unit == "year" and e.bare:
        return _is_year(before, after)
    if e.unit == "years" and e.bare:
        return not _LAW_BEFORE.search(before) and (len(words) > _SHORT_PAIR or _PAIR_CUE.search(before) is not None)
    if e.unit == "quarter" and e.bare:
        titled = not before.strip() and _OF_RESULTS.match(after) is not None
        return (titled or _IN.search(before) is not None) and not _NOUN_NEXT.match(after)
    if (e.unit == "half_term" and e.shift is None) or (e.unit == "season" and e.bare):
        return _is_season(before, after, e)
    if e.unit == "weekday" and e.bare:
        return not re.search(
            r"\b(?:every|each|usually|always|alternate)\b", text[max(0, e.start - 120) : e.end + 60], re.I
        )
    if e.shift and e.first.month in (None, 0):
        return _is_relative(before, words, e)
    if e.unit == "month" and e.bare and e.first.day is None and e.last is None:
        return _is_month(doc, block, e, before, words, after)
    if e.unit == "day" and e.bare:
        return _BY.search(before) is not None and not _NOUN_NEXT.match(after)
    return True


def _fills_a_cell(block: Block, e: Expression) -> bool:
    """Whether a table's cell is nothing but a quarter, or a year in a row where no cell is a count."""
    if "\t" not in block.text or e.unit not in ("quarter", "year"):
        return False
    cells = [cell.strip() for cell in block.text.split("\t")]
    if block.text[e.start : e.end] not in cells or block.text[: e.start].rstrip(" ")[-1:] not in ("", "\t"):
        return False
    return e.unit == "quarter" or not any(re.match(r"[\d£]", cell) and not _YEARS.fullmatch(cell) for cell in cells)


def _is_relative(before: str, words: str, e: Expression) -> bool:
    """ "the last month" is a length of time, "the current year" and "the end of the month" are none."""
    if not _DURATION_FOR.search(before) or e.ends or e.begins or e.part is not None:
        return True
    return e.shift == "new" or (" year" in words and re.search(r"academic|school|financial|current", words) is not None)


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
    if name == "march" and re.match(r"\s+past\b", after):
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


def _is_season(before: str, after: str, e: Expression) -> bool:
    """ "over the summer", "next spring", "by half term": but not a season that only describes ("summer activities")."""
    if _NOUN_NEXT.match(after):
        return False
    return bool(e.shift) or e.ends or e.begins or _IN.search(before) is not None
