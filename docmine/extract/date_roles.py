"""What a date is for: published, deadline, event, as_of, period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from docmine.extract import put_off, tenses
from docmine.extract.calendar.model import OF_TWO_YEARS
from docmine.extract.calendar.values import Lean
from docmine.extract.context import Sent, layout, published
from docmine.extract.cue import PLANS
from docmine.extract.tables import column_name, header_cells
from docmine.records import Role

if TYPE_CHECKING:
    from docmine.extract.dates import Dated

AROUND = 300
"""Characters on either side of a date in which words tell what it is for; bounds the work in an endless sentence."""

_DEADLINE_BEFORE = re.compile(
    r"(?:(?<=\s)[–—]|\b(?:by|before|no\s+later\s+than|not\s+later\s+than|ahead\s+of|in\s+advance\s+of|deadline(?:\s+(?!from\b|after\b|since\b)\w+){0,3}?(?:\s+is|\s+of|\s+was|:)?"
    r"|due(?:\s+(?!from\b|after\b|since\b)\w+)?|clos(?:es|ing|e)(?:\s+date)?(?:\s+(?!from\b|after\b|since\b)\w+)?:?|between\s+now\s+and|target(?:\s+date)?(?:\s+is|\s+of|:)?"
    r"|expir\w+(?:\s+on)?"
    r"|due\s+to\s+(?:re)?(?:open|start|begin|finish|complete|end|launch|report|publish|close|conclude|return|arrive|go\s+live|be\s+(?!considered|discussed|heard|decided|debated|presented|held|reviewed|taken)\w+)"
    r"\s+(?:\w+\s+){0,2}?(?:in|on|at)))\s+"
    r"(?:around\s+|about\s+|the\s+|on\s+|at\s+|(?:midnight|noon|midday|\d+(?:[.:]\d\d)?\s?(?:am|pm))\s+on\s+|close\s+of\s+(?:play|business)\s+on\s+)*$",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:at\s+least\s+)?(?:the\s+)?$", re.I)
_LIMIT_NAMED = re.compile(
    r"\btime\s+until\s+(?:the\s+)?$"
    r"|\b(?:(?:closing|target|due)\s+date|deadline)\s+for\s+[^.;:]{1,40}?(?:\s+(?:is|was)|:|\s+[–—-])\s+(?:on\s+|the\s+)*$"
    r"|\b(?:have|has|given|extended|open\s+for\s+\w+|(?:respond|reply|apply|register|comment|book|vote)[^.;:]{0,30})\s+(?:up\s+)?until\s+(?:\d\S*\s+on\s+)?(?:the\s+)?$"
    r"|\b(?:expected|due|planned|scheduled|set|aim\w*|on\s+(?:track|course|schedule)|will|to)\b[^.;:]{0,40}?"
    r"\b(?:complete[d]?|finish(?:ed)?|concluded?|fully\s+in\s+place|ready)\s+(?:in|on|at)\s+(?:the\s+)?$",
    re.I,
)
"""The last day of something named, of a chance to answer, or of a work that is to be finished then."""
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
_TO_DO_COLUMN = re.compile(r"(?:who|lead|owner|action|task|responsible|step)\b", re.I)
_AS_OF = re.compile(
    r"\bas\s+(?:at|of)\s+(?:the\s+)?$"
    r"|\b(?:position|figures?|data|snapshot|situation|status|correct|accurate)\s+(?:is\s+|are\s+)?(?:at|on|to|for|from)\s+(?:the\s+)?$",
    re.I,
)
_LIMIT_IN_BRACKETS = re.compile(r"\b(?:by|before|no\s+later\s+than)\s+[^.;()]{1,40}\($", re.I)
""" "before the end of term (4 April)"."""
_CHANGED_SINCE = re.compile(
    r"\b(?:improv|reduc|fall|fell|ris[ei]|rose|increas|decreas|drop|grow|grew|doubl|halv|chang|movement|up|down|more|fewer|higher|lower|best|worst)\w*\b[^.;]{0,80}\bsince\s+$",
    re.I,
)
_COVERS = re.compile(
    r"\b(?:covers?|covering|relates?\s+to|reports?\s+on|performance\s+(?:in|for)|the\s+period(?:\s+(?:of|from))?)\s+(?:the\s+)?(?:period\s+)?(?:of\s+|from\s+)?$",
    re.I,
)
_NUMBER_NEXT = re.compile(
    r",?\s+(?:there\s+(?:were|was)\s+)?(?:only\s+|just\s+|some\s+|about\s+|over\s+)?\d[\d,.]*\s+(?!am\b|pm\b|hours\b)[a-z]"
)
_COUNTED_FROM = re.compile(r"\d[\d,.]*\s+[a-z][^.;()]{0,60}\bfrom\s+$", re.I)
_ARRANGED = re.compile(
    r"\b(?:book|schedul|arrang|held|run|ran|tak(?:e|es|ing)\s+place|took\s+place)\w*\s+(?:in\s+)?between\s+$", re.I
)
_PLANNED_FOR = re.compile(
    r"\b(?:promised|planned|scheduled|set|due|booked|programmed|expected|arranged)\s+for\s+(?:the\s+)?$", re.I
)
_NAMED_BY_YEAR = re.compile(r"\s+(?:census|rules|regulations|guidance|code|framework|elections?|games)\b", re.I)
_OVER_BEFORE = re.compile(
    r"\b(?:during|over|throughout|for|across|between|within)\s+(?:the\s+)?(?:whole\s+(?:of\s+)?)?$", re.I
)
_MEASURE = re.compile(
    r"\d\s?%|\bper\s?cent\b|(?<![\d.])\b\d[\d,.]*\s+(?:out\s+)?of\s+(?:the\s+)?\d|\b\d[\d,.]*\s+out\s+of\b"
    r"|\b(?:doubled|halved|over double|average|caseload|total number)\b",
    re.I,
)
_BEFORE_AN_EVENT = re.compile(
    r"\bbefore\s+[^,.;:]{3,40}\s(?:is|are|gets?|begins?|starts?|opens?|closes?|ends?|runs?|expires?|takes?|comes?|goes|meets?|sits?|arrives?|returns?"
    r"|moves?|leaves?|lapses?|falls?)\b[^,.;:]{0,20}\s(?:in|on|at)\s+(?:the\s+)?$",
    re.I,
)
""" "before the budget is set in February"."""
_WAS_TO = re.compile(r"\b(?:was|were)\s+to\b[^.;]{0,80}\bby\s+(?:the\s+)?$", re.I)
_DONE_THEN = re.compile(
    r"\b(?:live|completed?|done|ready|in\s+place|finished|launched|closed|delivered|signed\s+off)\s*[,–—-]+\s*$", re.I
)
"""In a plan's headline style: "Blue badges live, Nov 24"."""
_AFTER_A_FEAST = re.compile(r"\bafter\s+$", re.I)
_FEAST = re.compile(r"(?:Christmas|Easter|New\s+Year)$", re.I)
_NEWS = re.compile(r"\b(?:news|updates?|announcements?|what[’']s\s+new)\b", re.I)
_NUMBERS = re.compile(
    r"^(?:table|figure)\b|\b(?:numbers|figures|performance|data|statistics|at\s+a\s+glance|dashboard)\b", re.I
)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.I)
_HAPPENS_IN = re.compile(r"\b(?:in|at|during|on|until)\s+(?:the\s+)?$|^\W*$", re.I)
_COUNT_IN = re.compile(r"(?<![£\w.,/])\d[\d,.]*\s+(?:\w+\s+)?(?:in|at|for)\s+(?:the\s+)?$")
_FIGURE_BEFORE = re.compile(r"\d[\d,.]*\s?(?:%|per\s?cent|[a-z]+(?:\s[a-z]+)?)?\s*[(\[]\s*(?:at\s+|in\s+|as\s+at\s+)?$")
_PUBLISHED_NEAR = re.compile(
    r"\b(?:published|issued|submitted|revised|reviewed|copyright|dated?|updated|issue|edition|newsletter|bulletin|update)\b|©",
    re.I,
)
_LEADING = 80
"""Characters before a date among which the words that lead to it are looked for."""
_SHORT_LINE = 120
"""Characters of the longest line that may be there for the sake of its date."""


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
    before = words_before(doc, sent, d.start)
    own_words = aside(doc, d)
    around = text[slice(*own_words)] if own_words else words_around(doc, sent, d.start, d.end)
    if own_words:
        before = text[own_words[0] : d.start]
    own = published(doc, sent.block)
    if text[d.end : d.end + 1] == ")" and _LIMIT_IN_BRACKETS.search(before):
        return "deadline"
    if _tells_publication(doc, d, sent, own):
        return "published"
    if _stands_in_due_column(doc, sent, d.start):
        return "deadline"
    tense = tenses.tense(doc, d.start, d.end)
    to_come = own is not None and d.value.split("/")[0] > own
    if _stands_alone(d, sent) and (known_role := _of_a_line(doc, d, sent, to_come=to_come)) is not None:
        return known_role
    if _BEFORE_AN_EVENT.search(before) and tense != "past" and to_come:
        return "deadline"
    if _WAS_TO.search(before) or (_DONE_THEN.search(before) and to_come):
        return "deadline"
    if _AFTER_A_FEAST.search(before) and _FEAST.fullmatch(text[d.start : d.end]):
        return "other"
    dashed = before.rstrip().endswith(("–", "—"))  # "available on the website – end of August"
    told = _sets_a_limit(before) and (tense != "past" or tenses.looks_ahead(around))
    if (told and (not dashed or tenses.looks_ahead(around))) or (_LIMIT_NAMED.search(before) and tense != "past"):
        return "deadline"
    if re.search(r"\bby\s+(?:the\s+)?$", before, re.I) and tenses.had_been(doc, d.start, d.end):
        return "deadline" if re.search(r"\bnot\b|n['’]t\b", before) else "as_of"
    if e.unit in ("year", "quarter") and re.search(r"\bfigures?\s+for\s+$", before, re.I):
        return "period"
    if re.match(r"(?:year|quarter)\s", text[d.start : d.end], re.I):
        return "period"
    if e.unit == "day" and e.shift:
        return "deadline" if re.search(r"\b(?:by|before|until)\b[^.;]{0,25}$", before) else "event"
    if _AS_OF.search(before) or _CHANGED_SINCE.search(re.sub(r"the\s+$", "", before) if e.unit == "season" else before):
        return "as_of"
    if e.unit == "year" and _NAMED_BY_YEAR.match(text[d.end :]):
        return "other"
    if e.unit in OF_TWO_YEARS or _COVERS.search(before):
        return "period"
    if e.unit == "quarter":
        ahead = tense == "future" or (tense == "near" and tenses.looks_ahead(around)) or _UNTIL.search(before)
        return "event" if ahead and _HAPPENS_IN.search(before) else "period"
    if e.unit == "month" and e.last is not None and tense != "future" and _is_counted(text, d, before, around):
        return "period"
    if _ARRANGED.search(before):
        return "event"
    if e.shift == "new":
        return "event"
    if e.shift and e.first.month in (None, 0):
        return "event" if _happens(doc, d, tense, around) else "period"
    if _OVER_BEFORE.search(before) and not _PLANNED_FOR.search(before) and e.last is not None and e.unit != "day":
        return "period"
    if to_come and e.shift is None and _is_told_ahead(doc, d, tense, before):
        return "event"  # nothing has been counted then
    if put_off.is_compared(before) and re.search(r"\d", before):
        return "as_of"
    if _AS_OF_BEFORE.search(before) and re.search(r"\d", before) and not _SINCE.search(before):
        return "as_of"
    if _COUNT_IN.search(before) or _FIGURE_BEFORE.search(before):
        return "as_of"
    if re.match(r"\)?:\s*\d", text[d.end : d.end + 8]) and before.rstrip().endswith(("(", ",", ";")):
        return "as_of"  # "2,016 were waiting (31 March: 2,470)"
    if _counted_on(doc, d, before, text[d.end : d.end + AROUND]):
        return "as_of"
    if _MEASURE.search(around) and not (_FROM.search(before) and tense != "past"):
        return "as_of"
    return "event"


def _stands_in_due_column(doc: Doc, sent: Sent, start: int) -> bool:
    """Whether a cell tells by when something is to be done; "When" does so beside who or what is to do it."""
    if "\t" not in sent.block.text:
        return False
    name = column_name(doc, sent, start).strip()
    if _DUE_COLUMN.match(name):
        return True
    row = sent.block.headers or [layout(doc).text[slice(*cell)] for cell in header_cells(doc, sent)]
    return name.lower() == "when" and any(_TO_DO_COLUMN.match(other.strip()) for other in row)


def fills_a_due_cell(doc: Doc, sent: Sent, start: int) -> bool:
    """Whether a date opens the cell of a table that tells by when something is to be done."""
    at = start - sent.block.start
    return sent.block.text[:at].rstrip(" ")[-1:] in ("", "\t") and _stands_in_due_column(doc, sent, start)


def _is_told_ahead(doc: Doc, d: Dated, tense: Lean, before: str) -> bool:
    """Whether a day to come is also told as one: a page that grows has counts from after its own date."""
    verb = tenses.governing_verb(doc, d.start, d.end)
    present = verb is not None and verb.tag_ in ("VBZ", "VBP") and not _AS_OF_BEFORE.search(before)
    plan = verb.head if verb is not None and verb.tag_ == "VB" and verb.dep_ == "xcomp" else None
    planned = plan is not None and plan.lemma_ in PLANS and plan.tag_ in ("VBZ", "VBP")
    return tense == "future" or present or planned


def _stands_alone(d: Dated, sent: Sent) -> bool:
    """Whether a date is the whole of a heading, or ends a line that stands over a table, or fills a cell."""
    block = sent.block
    before, after = block.text[: d.start - block.start], block.text[d.end - block.start :]
    if "\t" in block.text:
        return before.rstrip(" ")[-1:] in ("", "\t") and after.lstrip(" ")[:1] in ("", "\t")
    return len(block.text) <= _SHORT_LINE


def _of_a_line(doc: Doc, d: Dated, sent: Sent, *, to_come: bool) -> Role | None:
    """The role that a plan's heading, the line over a table of numbers or a table's cell gives to its date."""
    block, unit = sent.block, d.expression.unit
    if "\t" in block.text:
        return "period" if unit == "year" else None
    blocks = layout(doc).blocks
    whole = re.fullmatch(r"\W*", block.text.replace(block.text[d.start - block.start : d.end - block.start], ""))
    if whole and block.kind == "heading" and unit in ("quarter", *OF_TWO_YEARS):
        own = published(doc, block)
        ends = d.value.split("/")[-1]
        return "deadline" if own is not None and (to_come or ends > own[: len(ends)]) else "period"
    below = blocks[sent.block_index + 1] if sent.block_index + 1 < len(blocks) else None
    if below is None or below.kind != "table_row" or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sent.span):
        return None
    if d.expression.last is not None:
        return "period"
    return "as_of" if _NUMBERS.search(block.text) else None


def _counted_on(doc: Doc, d: Dated, before: str, after: str) -> bool:
    """Whether a state is told with its number on a day: "at the end of May 640 repairs were overdue"."""
    if re.search(r"\b(?:at|on)\s+(?:the\s+)?$", before, re.I) is None:
        return False
    verb = tenses.governing_verb(doc, d.start, d.end)
    going_on = verb is not None and verb.tag_ == "VBG" and any(t.lower_ in ("was", "were") for t in verb.children)
    at_day = d.expression.unit == "day" and re.search(r"(?:^|\W)[Aa]t\s+(?:the\s+)?$", before) is not None
    return _NUMBER_NEXT.match(after) is not None or ((going_on or at_day) and re.match(r"[^.;]*?\d", after) is not None)


def _is_counted(text: str, d: Dated, before: str, around: str) -> bool:
    """Whether something was counted over a span of months: "from April to June the team took 911 calls"."""
    alone = before.rstrip().endswith("(") and text[d.end : d.end + 1] == ")"
    elsewhere = around.replace(text[d.start : d.end], "")
    led_in = re.search(r"\b(?:from|between)\s+$", before, re.I) is not None and not _ARRANGED.search(before)
    return alone or _COUNTED_FROM.search(before) is not None or (led_in and re.search(r"\d", elsewhere) is not None)


def _happens(doc: Doc, d: Dated, tense: Lean, around: str) -> bool:
    """Whether a relative expression tells when something took place or is to, and not for how long it went on."""
    if _MEASURE.search(around):
        return False
    if tenses.is_simple_past(doc, d.start, d.end):
        return True
    if d.expression.unit in ("year", *OF_TWO_YEARS):
        return False
    verb = tenses.governing_verb(doc, d.start, d.end)
    acts = verb is not None and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in ("be", "have")
    return acts or tense == "future" or (verb is not None and tense == "near" and tenses.looks_ahead(around))


def words_before(doc: Doc, sent: Sent, start: int) -> str:
    """The words of the sentence that lead to a date."""
    return layout(doc).text[max(sent.span.start_char, start - AROUND) : start]


def words_around(doc: Doc, sent: Sent, start: int, end: int) -> str:
    """The part of the sentence that stands near a date: a list without full stops is no one statement."""
    return layout(doc).text[max(sent.span.start_char, start - AROUND) : min(sent.span.end_char, end + AROUND)]


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


def leads_to_a_limit(before: str) -> bool:
    """Whether the words that lead to a date make it the last day or the first: "by", "until", "not before"."""
    return _DEADLINE_BEFORE.search(before) is not None or _UNTIL.search(before) is not None


def is_since(before: str) -> bool:
    """Whether a date is one since which something has been."""
    return _SINCE.search(before) is not None


def _sets_a_limit(before: str) -> bool:
    """Whether the words that lead to a date make it the last day by which something is to be done."""
    return _DEADLINE_BEFORE.search(before) is not None and _NOT_BEFORE.search(before) is None


def _dates_a_piece_of_news(doc: Doc, d: Dated, sent: Sent, own: str | None) -> bool:
    """Whether a date opens an item of the news of a page: "18 September – The programme starts"."""
    block = sent.block
    opens = not block.text[: d.start - block.start].strip(" *")
    parted = re.match(r"\W{0,2}\s?[–—:-]\s+[A-Z]", block.text[d.end - block.start :])
    over = own is None or d.value <= own
    return bool(opens and parted and over and d.expression.unit == "day" and _NEWS.search(sent.heading or ""))


def _tells_publication(doc: Doc, d: Dated, sent: Sent, own: str | None) -> bool:
    block = sent.block
    if d.expression.unit == "quarter" or d.expression.unit in OF_TWO_YEARS:
        return False
    at = max(0, d.start - block.start)
    before = block.text[max(0, at - _LEADING) : at]
    if re.search(r"\b(?:held|took\s+place)\s+(?:on\s+)?(?:the\s+)?$", before, re.I):
        return False  # of the meeting that minutes tell of
    labelled = re.search(r"\b(?:date|published|issued|submitted)(?:\s+on)?:\s*$", before, re.I)
    if labelled and own == d.value:
        return True
    if (
        own == d.value
        and sent.block_index <= 5
        and re.search(r"\b(?:sent|issued|posted|published)\s+(?:on\s+)?(?:the\s+)?$", before, re.I)
    ):
        return True
    if _dates_a_piece_of_news(doc, d, sent, own):
        return True
    short = len(block.text) <= _SHORT_LINE
    alone = short and re.fullmatch(r"[\W_]*", block.text.replace(layout(doc).text[d.start : d.end], "")) is not None
    if alone and block.kind != "table_row":
        return (
            own is None
            or own.startswith(d.value)
            or d.value.startswith(own)
            or block.kind == "heading"
            or sent.block_index <= 3
        )
    if re.search(r"(?:©|\bcopyright)\W*(?:\w+\s+){0,3}$", before, re.I):
        return True
    if own is not None and not (own.startswith(d.value) or d.value.startswith(own)):
        return False
    closing = own is not None and block.kind == "heading" and not layout(doc).text[d.end : block.end].strip(" .)")
    if closing and re.search(r"[–—|:(-]\s*$", before):
        return True  # "Update on repairs – October 2021"
    closes = short and not layout(doc).text[d.end : block.end].strip(" .)")
    if own == d.value and closes and sent.block_index <= 5:
        return True  # "All-staff briefing | Elm Borough Council | 16 October 2024"
    return (own is not None and block.kind == "heading" and sent.block_index <= 5) or (
        sent.block_index <= 8 and short and _PUBLISHED_NEAR.search(block.text) is not None
    )
