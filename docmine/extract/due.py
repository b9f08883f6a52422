"""By when a commitment is due: from its own words, the words above its list, the sentence after it, or its heading."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

from docmine.extract import countdown
from docmine.extract.context import Sent, layout, published
from docmine.records import DateMention

_ARRANGED = (
    r"(?:confirmed|scheduled|planned|set|expected|due|booked|timetabled|arranged|programmed|anticipated|on track)"
)
_LIMIT_ALONE = re.compile(
    r"^(?:the |our |its )?(?:deadline|closing date|target date|due date|target|this must be|this is due"
    rf"|(?:the )?(?:completion|delivery|publication|opening|adoption|launch|works?) (?:is|are) (?:\w+ )?{_ARRANGED}"
    r"|(?:timescale|timeline|timing|date|by when|when|due|completion|delivery)(?: date)?:)",
    re.IGNORECASE,
)
_FINISHED = r"(?:completed?|finish(?:ed)?|done|concluded?|in place|ready|delivered|achieved|implemented|with you)"
_LIMIT_OF_THIS = re.compile(
    rf"^(?:(?:this|that|it|these|they|all of this|(?:this|the) work)\b[^,;:]{{0,40}}?\b{_FINISHED}\b"
    rf"|(?:this|it|these|they|both|work) (?:is|are|will be|has been|have been) (?:\w+ )?{_ARRANGED}\b"
    r"|(?:the|our) (?:aim|plan|intention|hope|expectation) is (?:for|to|that)\b[^,;:]{0,40}?"
    r"\b(?:this|it|these|them|they|work)\b"
    rf"|\S+(?: \S+){{0,3}} (?:aim|plan|expect|hope|intend)s? to (?:\w+ ){{0,2}}?(?:this|it|these|them)\b"
    rf"|(?:\S+ ){{1,4}}?(?:requires?|wants?|needs?|expects?|has asked for) (?:this|it|these|them) (?:to be )?"
    rf"(?:{_FINISHED}|settled|resolved|closed)\b"
    rf"|\S+(?: \S+){{0,3}} will (?:\w+ )?(?:complete|finish|do|conclude|deliver) (?:this|it|these|them)\b)",
    re.IGNORECASE,
)
_LIMIT_OF_LIST = re.compile(
    r"^(?:\d+(?:\.\d+)*\.? )?(?:all (?:of )?|each of |both of )?"
    r"(?:(?:this|the|these)(?: \w+)? (?:work|actions?|steps?|tasks?|improvements?|items?|plans?)"
    r"|these|the above)\b[^,;:]{0,30}?\b(?:must|should|will|are to|is to|has to|have to|needs? to) be (?:\w+ )?"
    r"(?:completed?|finished|done|submitted|delivered|achieved|implemented|in place|ready|concluded)\b",
    re.IGNORECASE,
)
_LIMIT_WORDS = 18
"""A sentence that says only until when something goes on is short."""
_AFTER = re.compile(
    r"\b(?:after|since|following|once|as soon as|given|in (?:the )?light of|because|in response to)\b"
    r"(?:(?!\b(?:by|before|until)\b)[^,;:–])*$",
    re.IGNORECASE,
)
"""A date among the words that only tell what comes first: "following the meeting on 5 May, we will"."""
_PROVIDED = re.compile(r"\b(?:provided|providing|(?:as|so) long as|on condition)\b[^,;:–]*$", re.IGNORECASE)
"""A date in a condition is not that of what is promised: "in March, provided that the builders finish by May"."""
_BEFORE = re.compile(r"\b(?:before|ahead of|in time for) (?:the )?(?:start of )?(?:the )?$", re.IGNORECASE)
"""What is due before a season is due when it begins."""
_UNTIL = re.compile(r"\buntil (?:the )?$", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*,?\s*(?:and|then|and then)\s(?:(?!not\b)[\w’'-]+\s){0,4}(?:in|by|on|before|at)\s(?:the\s)?"
    r"|\s*(?:and|&|/|,)\s*",
    re.IGNORECASE,
)
"""What stands between two dates of one act: "in two stages, in June and then by October"."""
_WEEK_OF = re.compile(r"\b(?:w/?c|week[\s-]+(?:commencing|beginning|starting))[.:]?\s+(?:on\s+)?$", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:(?:by|before) then|(?:by|before) that (?:date|time|day)|(?:from|on) (?:the same|that) (?:day|date)"
    r"|from (?:then|that (?:point|moment)) on)\b"
    r"|\b(?:will|['’]ll|shall)\b[^.;:]*\b(?:then(?: too| as well)?|(?:at|during) (?:that|this) "
    r"(?:meeting|event|session|conference|workshop|hearing|webinar|fair|open day))$",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"\b(?:at|to|by|before|for) (?:the |our |its )?next (?:board |committee |forum )?meeting\b", re.IGNORECASE
)
_ATTENDS = re.compile(
    r"\b(?:attend(?: (?:it|this|that|both|together|in person))?"
    r"|(?:be|come) (?:there|along)|join (?:you|them|it))[\s.,]*$",
    re.IGNORECASE,
)
"""Says that somebody takes part without saying in what: the sentence before has."""
_OF_ANOTHER = re.compile(
    r",? with (?:the|a|an|all|its|their) (?:[\w’'-]+ ){1,6}?[\w’'-]+(?:ing|ed|ready|due)\b[^.;]*$"
    r"|,? and (?:the|a|an|all|its|their|our|every) (?:[\w’'-]+ ){1,5}(?:in|by|on|before|at) (?:the )?$",
    re.IGNORECASE,
)
"""Between two dates: the second is that of another thing, "the hall in June and the whole school by August"."""
_MEETING_IS = re.compile(r"\bnext (?:board |committee |forum )?meeting\b[^.;]{0,60}$", re.IGNORECASE)
_LIMIT_WORD = r"(?:by|before|no later than|not later than) (?:the )?"
_TWO_ACTS = re.compile(
    rf",? and (?:[^.;:]{{3,80}}, {_LIMIT_WORD}"
    rf"|report (?:back|the (?:outcome|result|findings)s?)\b[^.;:]{{0,60}} {_LIMIT_WORD})",
    re.IGNORECASE,
)
"""From an act to the deadline of both: "complete its list, and contact each of them, by 31 October"."""
_NOT_BEFORE = re.compile(r"\b(?:not|n['’]t|never)\b[^.;]*\bbefore (?:the )?$", re.IGNORECASE)
_OCCASIONS = frozenset(
    [
        "assembly",
        "board",
        "bulletin",
        "cabinet",
        "committee",
        "conference",
        "day",
        "edition",
        "evening",
        "event",
        "exhibition",
        "fair",
        "forum",
        "hearing",
        "meeting",
        "newsletter",
        "open",
        "roadshow",
        "session",
        "webinar",
        "workshop",
    ]
)
"""What takes place on the date that stands before it: whatever is promised for it is due then."""
_PREPARING = frozenset({"prepare", "plan", "get", "organise", "arrange", "ready"})
_BUSY = re.compile(
    r"\bfor (?:the|our) (?:\w+ )?(?:period|season|rush|peak) (?:in|over|during) (?:the )?$", re.IGNORECASE
)
"""What is at its height then: "lifeguards for the busy period in the summer"."""
_ENDS = frozenset({"close", "end", "expire", "finish", "run", "leave", "lapse", "retire"})
_HEADING_WORDS = 8
_YEAR = len("2023")
_MONTH = len("2023-06")
_DAY = len("2023-06-01")
_SOON = frozenset({"soon", "shortly", "now", "currently", "today", "immediately"})


def due(doc: Doc, sent: Sent, span: Span, verb: Token, *, lasting: bool = False) -> str | None:
    """The day or period, in ISO form, by which `span` is due; None where nothing says so.

    Dates that follow the verb come first, deadlines before others. A date before the document's own is none, nor is
    one that only names a thing ("the June strategy") or belongs to an act gone by. `lasting`: it goes on, so that a
    heading's date and "this term" are no limit.
    """
    for start, end in ((span.start_char, span.end_char), stem_range(doc, sent)):
        value = _between(doc, sent, start, end, verb, lasting=lasting)
        if value is not None:
            return value
    return (
        _when(doc, sent, span)
        or _then(doc, sent, span)
        or _at_next_meeting(doc, span)
        or _on_occasion(doc, sent, span, verb)
        or _shared(doc, sent, span)
        or (None if lasting else countdown.ends(span.text, published(doc, sent.block)) or _of_heading(doc, sent, span))
    )


def _when(doc: Doc, sent: Sent, span: Span) -> str | None:
    """Of "until 31 March, when the old system will be switched off": the day that stands before "when"."""
    if span[0].lower_ != "when":
        return None
    text = layout(doc).text
    before = [d for d in doc._.dates if sent.span.start_char <= d.start and d.end <= span.start_char]
    return limit(before[-1]) if before and not text[before[-1].end : span.start_char].strip(" ,)") else None


def _then(doc: Doc, sent: Sent, span: Span) -> str | None:
    """ "By then", "from the same day": the last day to come that the paragraph has named before."""
    if not _THEN.search(span.text):
        return None
    known = published(doc, sent.block) or ""
    named = [_end_of(d.value) for d in doc._.dates if sent.block.start <= d.start and d.end <= span.start_char]
    return named[-1] if named and named[-1] > known[: len(named[-1])] else None


def _on_occasion(doc: Doc, sent: Sent, span: Span, verb: Token) -> str | None:
    """ "We are invited on 23 January. I shall attend": on the day to come that the sentence before in the block names.

    What is brought along is due then too, if the sentence before has it that somebody attends.
    """
    if not (_ATTENDS.search(span.text) or (verb.lemma_ == "bring" and _ATTENDS.search(_sentence_before(doc, sent)))):
        return None
    if any(d.start >= sent.span.start_char and d.end <= sent.span.end_char for d in doc._.dates):
        return None
    known = published(doc, sent.block)
    named = [d.value for d in doc._.dates if sent.block.start <= d.start and d.end <= sent.span.start_char]
    return named[-1] if known and named and len(named[-1]) == _DAY and named[-1] > known else None


def _shared(doc: Doc, sent: Sent, span: Span) -> str | None:
    """The deadline at the end of a sentence that a comma parts from both of its acts, or from a report on the first."""
    text = layout(doc).text
    for date in doc._.dates:
        if span.end_char < date.start < sent.span.end_char and date.role == "deadline":
            shared = _TWO_ACTS.fullmatch(text[span.end_char : date.start])
            return limit(date) if shared and not text[date.end : sent.span.end_char].strip(" .;") else None
    return None


def _sentence_before(doc: Doc, sent: Sent) -> str:
    first = sent.span[0]
    return doc[first.i - 1].sent.text if first.i and doc[first.i - 1].idx >= sent.block.start else ""


def _at_next_meeting(doc: Doc, span: Span) -> str | None:
    """ "At the next meeting": on the day that the document gives for it."""
    if not _NEXT_MEETING.search(span.text):
        return None
    text = layout(doc).text
    days = (_end_of(d.value) for d in doc._.dates if _MEETING_IS.search(text[max(0, d.start - 80) : d.start]))
    return next(days, None)


def of_this(doc: Doc, sent: Sent) -> str | None:
    """The deadline that a sentence states for what the one before it promises: "This will be done by May"."""
    text = sent.span.text
    if len(text.split()) > _LIMIT_WORDS or not (_LIMIT_ALONE.match(text) or _LIMIT_OF_THIS.match(text)):
        return None
    return _between(doc, sent, sent.span.start_char, sent.span.end_char, sent.span.root)


def of_list_above(doc: Doc, sent: Sent) -> str | None:
    """The deadline that the sentence under a list states for all of it: "The further work must be completed by"."""
    before = sent.block.text[: sent.span.start_char - sent.block.start]
    if sent.is_listed or re.search(r"[a-z]", before, re.IGNORECASE) or not _LIMIT_OF_LIST.match(sent.span.text):
        return None
    return _between(doc, sent, sent.span.start_char, sent.span.end_char, sent.span.root)


def of_words(doc: Doc, sent: Sent, start: int, end: int) -> str | None:
    """By when the task that stands from `start` to `end` is due, by its own words: a cell of a table of actions."""
    return _between(doc, sent, start, end, sent.span.root)


def stem_range(doc: Doc, sent: Sent) -> tuple[int, int]:
    """Where the words above a bullet's list stand; (0, 0) where there are none."""
    if sent.stem is None:
        return (0, 0)
    at = layout(doc).text.rfind(sent.stem, 0, sent.span.start_char)
    return (max(at, 0), at + len(sent.stem)) if at >= 0 else (0, 0)


def _between(doc: Doc, sent: Sent, start: int, end: int, verb: Token, *, lasting: bool = False) -> str | None:
    known = published(doc, sent.block)
    dates: list[DateMention] = [d for d in doc._.dates if start <= d.start and d.end <= end]
    dates = [d for d in dates if d.role not in ("as_of", "published")]
    text = layout(doc).text
    fit = [d for d in dates if _may_limit(doc, d, text[start : d.start], known, verb)]
    if lasting:
        fit = [d for d in fit if not d.text.lower().startswith("this ")]
    if not fit:
        return None
    first = next((d for d in fit if d.start > verb.idx), fit[0])
    fit = [d for d in fit if d.start <= first.start or not _OF_ANOTHER.match(text[first.end : d.start])]
    fit.sort(
        key=lambda d: (d.role != "deadline", not _UNTIL.search(text[start : d.start]), d.start < verb.idx, d.start)
    )
    chosen = fit[0]
    for later in fit[1:]:  # "in two stages, in June and then by October", "on 10 and 11 December"
        joined = later.start > chosen.end and _JOINED.fullmatch(text[chosen.end : later.start])
        if joined or (later.start > chosen.start and later.end == chosen.end):
            chosen = later
    chosen = next((d for d in fit if _is_bracketed(text[chosen.end : d.start]) and d.start > chosen.end), chosen)
    before = text[start : chosen.start]
    if _BEFORE.search(before):
        return chosen.value.split("/")[0]
    return _last_day_of_week(chosen) if _WEEK_OF.search(before) else limit(chosen)


def _is_bracketed(between: str) -> bool:
    """Whether the later of two dates says in brackets when the earlier is: "before the end of term (4 April)"."""
    return re.fullmatch(r"\s*\(", between) is not None


def _may_limit(doc: Doc, date: DateMention, before: str, known: str | None, verb: Token) -> bool:
    """Whether a date is one by which something can be due: to come, and told of this act and no other."""
    value = _end_of(date.value)
    if (known is not None and value < known[: len(value)]) or _only_bounds(before):
        return False
    last = _last_of_row(doc, date)
    words = doc.char_span(last.start, last.end, alignment_mode="expand")
    if words is None:
        return True
    if _is_of_its_own(words, verb):
        return False
    to_come = known is not None and value > known[: len(value)]
    if to_come and date.role == "deadline":
        return not _names_a_thing(words, verb)
    return not (_names_a_thing(words, verb) or _is_over(words, verb, to_come=to_come))


def _last_of_row(doc: Doc, date: DateMention) -> DateMention:
    """The last of the dates that "and" joins: what follows it follows them all, "the May and June figures"."""
    text = layout(doc).text
    dates: tuple[DateMention, ...] = doc._.dates
    at = bisect_right(dates, date.end, key=lambda d: d.start)
    following = next(iter(dates[at : at + 1]), date)
    return following if re.fullmatch(r"\s+(?:and|or|&)\s+", text[date.end : following.start]) else date


def limit(date: DateMention) -> str:
    """The last of a date; of a pair of years, which councils count from April, the month that the second ends in."""
    value = _end_of(date.value)
    if len(value) > _YEAR or "/" not in date.value:
        return value
    return f"{value}-08" if re.search(r"academic|school", date.text, re.IGNORECASE) else f"{value}-03"


def _last_day_of_week(date: DateMention) -> str:
    if len(date.value) != len("2024-06-03"):
        return limit(date)
    return (datetime.date.fromisoformat(date.value) + datetime.timedelta(days=6)).isoformat()


def _of_heading(doc: Doc, sent: Sent, span: Span) -> str | None:
    """The date of the heading above, as of an occasion still to come, where the words tell no time of their own."""
    known = published(doc, sent.block)
    heading = sent.heading
    if known is None or heading is None or len(heading.split()) > _HEADING_WORDS:
        return None
    if any(t.ent_type_ == "DATE" or t.lower_ in _SOON for t in span):
        return None
    at = layout(doc).text.rfind(heading, 0, sent.block.start)
    for date in doc._.dates if at >= 0 else ():
        value = _end_of(date.value)
        if re.search(r"\b(?:from|since|after) (?:the )?$", layout(doc).text[at : date.start], re.IGNORECASE):
            continue
        if at <= date.start and date.end <= at + len(heading) and len(value) >= _MONTH:
            return value if value > known[: len(value)] and not _is_long(date) else None
    return None


def _is_long(date: DateMention) -> bool:
    """Whether a date spans years: "2023-2026" is part of a strategy's name."""
    first, _, last = date.value.partition("/")
    return bool(last) and first[:4] != last[:4]


def _only_bounds(before: str) -> bool:
    """Whether the words before a date make it the earliest day or one gone by: "not before", "after", "since"."""
    return any(bounds.search(before) for bounds in (_AFTER, _NOT_BEFORE, _PROVIDED, _BUSY))


def _end_of(value: str) -> str:
    """The last day that an ISO value covers, as it is written: of "2022-09/2023-03" the second part."""
    return value.split("/")[-1]


def _names_a_thing(words: Span, verb: Token) -> bool:
    """Whether a noun follows the date at once, so that the date only names that thing: "the June strategy".

    What is brought to an occasion is due on its date: "more news to the April roadshows".
    """
    if words.end >= len(words.doc):
        return False
    following = words.doc[words.end]
    if following.pos_ not in ("NOUN", "PROPN") or following.idx - words.end_char > 1:
        return False
    root = words.root
    while root.dep_ == "conj":
        root = root.head
    named = root.head
    if named.i < words.end or root.dep_ not in ("compound", "nmod", "amod", "nummod", "poss"):
        return False
    occasion = {t.lemma_.lower() for t in words.doc[following.i : named.i + 1]} & _OCCASIONS
    return not (occasion and named.dep_ == "pobj" and verb.lemma_ not in _PREPARING)


def _is_over(words: Span, verb: Token, *, to_come: bool) -> bool:
    """Whether the date says when another act of the sentence was done: "opened on 3 May, and money will be there".

    What is `to_come` can only be of something else that is named: "the opening planned for 2026".
    """
    token = words.root
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    if token == verb or token.pos_ not in ("VERB", "AUX"):
        return False
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"will", "shall", "to", "be", "must", "should"}:
        return False
    participle = token.tag_ == "VBN" and token.dep_ == "acl" and not auxiliaries
    if to_come:
        return participle
    done = token.tag_ == "VBN" and bool(auxiliaries & {"was", "were", "had"})
    return token.tag_ == "VBD" or done or participle


def _is_of_its_own(words: Span, verb: Token) -> bool:
    """Whether a relative clause tells what people or things do themselves then: "the survey, which closes in May"."""
    relative = next((t for t in words.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if relative is None or relative.dep_ != "relcl" or relative.tag_ not in ("VBZ", "VBP") or verb in relative.subtree:
        return False
    return relative.lemma_ in _ENDS or any(c.lower_ == "who" for c in relative.children)
