"""When a document was published, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from docmine.read import written
from docmine.read.about import filenames, numbers, particulars
from docmine.read.about.organisations import is_organisation
from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, Known

_PUBLISHED = re.compile(
    r"^\W*(?:(?:[\w’'-]+\s+){1,2}(?:published|issued)(?=:)"
    r"|(?:decision\s+|publication\s+|issue\s+|release\s+)?date(?:\s+(?:of\s+(?:issue|publication|letter|decision)"
    r"|published|issued))?|(?:first\s+)?published(?:\s+on|\s+date)?|posted(?:\s+on)?|issued(?:\s+on)?|sent(?:\s+on)?(?=\s+\d)"
    r"|for\s+(?:immediate\s+)?(?:release|publication)(?:\s+(?:at\s+once|now|today|immediately|on))?|press\s+release|news\s+release)\s*[:,–-]?\s+(?=\S)",
    re.I,
)
_SENT = re.compile(
    r"\b(?:published|issued|submitted|approved|adopted|agreed|signed\s+off|sent)\b(?:\s+(?:by|to|for|on)\b[^.:;]{0,90})?(?::|,|\bon)\s+(?=\d|[A-Z])",
    re.I,
)
"""Words in a short line that end in the date on which a document went out: "Approved by the Board on"."""
_TIMES = re.compile(
    r"\b(?:at\s+|from\s+)?\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\b\.?|noon\b|hours\b)?(?:\s*(?:-|–|to)\s*\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\b)?)?"
    r"|\b(?:w/c|week\s+(?:commencing|beginning))\b",
    re.I,
)
_NOT_OUT = re.compile(
    r"\b(?:from|by|until|till|since|before|after|to|for|between|further|next|last|previous)\s+(?:the\s+)?(?:\w+day\s+)?$",
    re.I,
)
"""Words before a date in a title that make it a deadline or a beginning."""
_UPDATED = re.compile(
    r"^\W*(?:(?:page|this\s+page\s+was|content)\s+)?(?:last\s+)?(?:updated|modified|reviewed)(?:\s+on)?\s*[:–-]?\s+(?=\S)",
    re.I,
)
_MEETING_OF = re.compile(r"^\W*(?:meeting\s+date|date\s+of\s+(?:the\s+)?meeting)\s*[:–-]?\s+(?=\S)", re.I)
_EVENT = re.compile(
    r"\b(?:inspect|previous|deadline|target|timeline|by|until|from|held|event|due|next|review|clos(?:es|ing)|ends?\b|opens?\b"
    r"|opening|starts?\b|launch|begin|complet|deliver|expir|valid|respond|apply)",
    re.I,
)
_MEETING = re.compile(r"\b(?:minutes|notes|meeting|board|committee)\b", re.I)
_COPYRIGHT = re.compile(r"(?:©|\bcopyright)\D{0,40}(?:20\d\d\s*[-–]\s*)?(?P<year>20\d\d)", re.I)
_INSPECTED = re.compile(r"\binspection\s+(?:dates?|took\s+place)\b.*?(?P<year>20\d\d)", re.I)
_DAY = len("2024-03-18")
_ANY_MONTH = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?\b{written.MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\w)", re.I
)
_DAY_MONTH = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{written.MONTH}(?=\W*$|\W+[a-z])", re.I)
_YEAR_NAMED = re.compile(r"\b20\d\d\b")
_PRINTED = re.compile(r"\d\d?:\d\d|https?:|www\.|\bprinted\b|\bdownloaded\b|\baccessed\b", re.I)
"""In a head or foot of pages: what a browser writes there when somebody prints a page."""
_RANGE = re.compile(r"\d(?:st|nd|rd|th)?\s*(?:-|–|to|and|&)\s*$")
_TO_COME = re.compile(r"\b(?:will|shall|going\s+to|plans?\s+to|planned|due|is\s+to|are\s+to)\b", re.I)
_OVER = re.compile(r"\b(?:was|were|has|have|had|started|began|took|launched|met|held|released|opened|completed)\b")
_AHEAD = 6
"""Months: a month without a year that is said to come is one of the next six, or the date before it is wrong."""
_ENOUGH = 2
"""Dates in a text, all of them years after the file was made, from which the file's date is wrong."""
_LABEL_WORDS = 14
_LABELLED_WORDS = 60
"""Of a paragraph, one of whose sentences may be such a label: "For all who use the service. Issued on 9 July 2024."."""
_MASTHEAD = 4
"""Blocks on top, of which one may end in the day: "Anyborough Council – Environment Panel, 21 November 2024"."""
_MASTHEAD_WORDS = 10
_STATED = re.compile(r"\b(?:is|are|was|were|has|have|had|be|been|we|you|i)\b", re.I)
_TIMELINE = re.compile(r"(?:(?:our|key|the|project)\s+)*(?:time\s?lines?|milestones|dates|next\s+steps)\W*", re.I)
_BARE = 4
"""Words of a line that is a date and no more: "Monday 2 June 2025"."""
_LIBRARIES = {"2013-12-23", "2013-01-27"}
"""When the empty files were made from which python-docx and python-pptx make theirs."""
_HEAD_BLOCKS = 12
"""The date of a letter or an issue stands among the first blocks."""
_FOOT_BLOCKS = 6
"""A web page says at its foot when it was last updated."""
_FOOT_WORDS = 6
"""Of a line at the end that says when the whole was published: "Published 4 November 2024"."""


def find(name: str, title: str | None, doc_type: str, blocks: Sequence[Block], content: Content) -> Known | None:
    """ISO date, perhaps partial. What the text states beats title and file's name, and these the file's properties."""
    body = [b for b in blocks if b.kind not in ASIDE]
    head = body[:_HEAD_BLOCKS]
    if value := _labelled(head, _PUBLISHED):
        return Known(value, "text")
    if value := _labelled([b for b in body[-_FOOT_BLOCKS:] if len(b.text.split()) <= _FOOT_WORDS], _PUBLISHED):
        return Known(value, "text")
    if value := particulars.issued(head[:6]):
        return Known(value, "text")
    titled = _titled(title, body) if title else None
    stated = _stated(head, doc_type, body)
    if doc_type == "letter":
        stated = stated or _above_greeting(head)
        titled = None if stated and len(stated) == _DAY else titled
    if titled and not (stated and written.narrows(stated, titled)):
        return Known(titled, "title")
    if (
        value := stated
        or _labelled(head, _MEETING_OF)
        or _labelled([*head, *body[-_FOOT_BLOCKS:], *_feet(blocks)], _UPDATED)
        or _went_out([*head, *body[-_FOOT_BLOCKS:]])
        or _masthead(head)
    ):
        return Known(value, "text")
    if "from" in content.metadata and "date" in content.metadata:
        return Known(content.metadata["date"], "metadata")
    if value := filenames.date(name):
        return Known(value, "filename")
    if value := _running(title, blocks):
        return Known(value, "text")
    if "page" in content.metadata and (value := written.first(content.metadata.get("date", ""))):
        return Known(value, "metadata")
    if value := _year(blocks, title):
        return Known(value, "text")
    value = _property(content.metadata.get("date", ""))
    if value and _is_of_template(value, _property(content.metadata.get("modified", ""))):
        value = None
    if value and (value := value if not _contradicted(value, body) else _month_of(value, body)):
        return Known(value, "metadata")
    if doc_type in ("letter", "update") and (value := _latest_year(body)):
        return Known(value, "text")
    return None


def _labelled(blocks: Sequence[Block], label: re.Pattern[str]) -> str | None:
    """The date behind a label that says what it is the date of ("Published: ...")."""
    for block in blocks:
        for part in re.split(r"(?<=[.;|·])\s+", block.text):
            match = label.match(part)
            if match is None or len(block.text.split()) > _LABELLED_WORDS:
                continue
            rest = part[match.end() :]
            if value := written.opening(rest) or _day_of_year(rest, block.text):
                return value
    return None


def _day_of_year(text: str, line: str) -> str | None:
    """The day that a text begins with, in the one year that its line names: "Spring 2024 · issued 22 March"."""
    years = set(_YEAR_NAMED.findall(line))
    day = _DAY_MONTH.match(text)
    return written.opening(f"{day.group()} {years.pop()}") if day is not None and len(years) == 1 else None


def _masthead(head: Sequence[Block]) -> str | None:
    """The day at the end of a line on top that states nothing: names of a body, a panel, an occasion."""
    for block in head[:_MASTHEAD]:
        for part in re.split(r"(?<=[.;])\s+", block.text):
            value = written.closing(part)
            rest = part[: written.place(part)]
            named = 0 < len(rest.split()) <= _MASTHEAD_WORDS and rest.rstrip()[-1:] in (",", "|", "–", "—", "·", "-")
            if value and len(value) == _DAY and named and not (_STATED.search(rest) or _is_event(rest)):
                return value
    return None


def _went_out(blocks: Sequence[Block]) -> str | None:
    """The date at the end of a short line that says that the document was issued, approved or sent then."""
    for block in blocks:
        if len(block.text.split()) > 20 or _TO_COME.search(block.text):
            continue
        for match in _SENT.finditer(block.text):
            rest = block.text[match.end() :]
            if (value := written.opening(rest)) and not re.search(r"\w", written.without_date(rest)):
                return value
    return None


def _titled(title: str, body: Sequence[Block]) -> str | None:
    """The date in a title, unless it is when something begins or ends."""
    value = written.first(title)
    if value and _NOT_OUT.search(title[: written.place(title)]):
        return None
    return value or _short(title, body)


def _above_greeting(head: Sequence[Block]) -> str | None:
    """The full date at the end of a line above a letter's greeting, or at its beginning: set beside an address."""
    greeting = next((i for i, b in enumerate(head) if b.text.lower().startswith("dear ")), 0)
    for block in head[:greeting]:
        value = written.opening(block.text) or written.closing(block.text)
        if value and len(value) == _DAY and not _is_event(block.text):
            return value
    return None


def _feet(blocks: Sequence[Block]) -> list[Block]:
    return [b for b in blocks if b.kind == "furniture"]


def _running(title: str | None, blocks: Sequence[Block]) -> str | None:
    """The one full date, or the month of the issue, in the heads and feet of the pages; an inspection's report has
    there when it was inspected.
    """
    if re.search(r"\binspection\b", title or "", re.I):
        return None
    found = set()
    for text in {b.text for b in _feet(blocks) if len(b.text.split()) <= _LABEL_WORDS}:
        value = written.first(text)
        period = len(written.FULL.findall(text)) > 1 or _RANGE.search(text[: written.place(text)])
        if value is None or period or _is_event(text) or _PRINTED.search(text):
            continue
        if len(value) == _DAY or numbers.of_issue(text):
            found.add(value)
    return found.pop() if len(found) == 1 else None


def _stated(head: Sequence[Block], doc_type: str, body: Sequence[Block]) -> str | None:
    """A date alone on a line, beside the name of the publisher or of the issue, or of the meeting that minutes report.

    The first, or one that says more precisely when that was.
    """
    head = _without_stages(head, body)
    found = [value for block in head if (value := _dates(block, doc_type))]
    if found:
        return next((value for value in found if written.narrows(value, found[0])), found[0])
    return next((value for block in head[:3] if (value := _short(block.text, body))), None)


def _without_stages(head: Sequence[Block], body: Sequence[Block]) -> list[Block]:
    """The head without the stages of a timeline: bare dates under its title, or after prose and one of several."""
    several = len({block.text for block in body if _is_bare_date(block)}) > 1
    found: list[Block] = []
    prose = timeline = False
    for block in head:
        timeline = timeline or bool(_TIMELINE.fullmatch(block.text))
        stage = timeline or (prose and (several or block.kind == "heading"))
        if not (stage and _is_bare_date(block)):
            found.append(block)
        prose = prose or (len(block.text.split()) > _LABEL_WORDS and block.text[-1:] == ".")
    return found


def _is_bare_date(block: Block) -> bool:
    return len(block.text.split()) <= _BARE and written.first(block.text) is not None


def _dates(block: Block, doc_type: str) -> str | None:
    """The date of a line that dates the document."""
    if (issue := numbers.issue_words(block.text)) and (value := written.first(issue)):
        return value
    value, words = written.first(block.text), len(block.text.split())
    if value is None or words > 20:
        return None
    if re.search(
        r"\b(?:previous|last|next)\s+meeting\b|^(?:\d+\W+)?minutes of\b.{0,40}\bheld\b", block.text, re.I
    ) and (doc_type != "minutes" or block.kind == "list_item"):
        return None
    if doc_type == "minutes" and _opens_with_meeting(block.text):
        return value
    if doc_type == "minutes" and _MEETING.search(block.text):
        return None if re.search(r"\b(?:previous|last|next)\b", block.text, re.I) else value
    rest = written.without_date(block.text).strip(" ,.:–—-|")
    if _TO_COME.search(rest) or re.search(r"\bfurther\b", rest, re.I):
        return None
    alone = not re.search(r"\w{2}", _TIMES.sub("", rest))
    short = words <= 5 and block.kind not in ("list_item", "table_row")  # "Open the school | May 2025"
    dates = short or alone or _is_issue_line(block) or is_organisation(rest)
    return value if dates and not _is_event(block.text) else None


def _opens_with_meeting(text: str) -> bool:
    """Whether a line tells day, hour and place, as under the title of minutes: "Monday 4 May 2020, 2pm, Quay House"."""
    day = written.opening(text)
    rest = written.without_date(text)
    return day is not None and len(day) == _DAY and bool(re.match(r"\s*[,|–—-]|\s*at\b", rest)) and text[-1:] != "."


def _short(text: str, body: Sequence[Block]) -> str | None:
    """ "… – October 21" at the end of a title; the document must name that year, or the one before, in full."""
    value = written.shortened(text)
    if value is None:
        return None
    years = (int(value[:4]), int(value[:4]) - 1)
    return value if any(re.search(rf"\b{y}\b", b.text) for y in years for b in body) else None


def _is_issue_line(block: Block) -> bool:
    return len(block.text.split()) <= 14 and bool(
        re.search(r"\b(?:newsletter|bulletin|issue|edition|update|vol(?:ume)?|no|number)\b", block.text, re.I)
    )


def _is_event(text: str) -> bool:
    """A date that names something else: when an inspection or a meeting took place, a deadline."""
    return bool(_EVENT.search(text))


def _year(blocks: Sequence[Block], title: str | None) -> str | None:
    """The year of the copyright line; of an inspection's report no earlier than the inspection that it is about."""
    copyrighted = [m["year"] for b in blocks if (m := _COPYRIGHT.search(b.text))]
    inspected = [m["year"] for b in blocks[:_HEAD_BLOCKS] if (m := _INSPECTED.search(b.text))]
    if not re.search(r"\binspection\b", title or "", re.I):
        inspected = inspected if not copyrighted else []
    years = [*copyrighted, *inspected]
    return max(years) if years else None


def _property(raw: str) -> str | None:
    """A PDF's "D:20180704112229+00'00'" or an ISO date."""
    match = re.match(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)", raw)
    try:
        return date(*(int(g) for g in match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _is_of_template(made: str, changed: str | None) -> bool:
    """Whether a file was made from an older one, whose day it keeps: by a library, or by writing over it."""
    if made in _LIBRARIES:
        return True
    return changed is not None and date.fromisoformat(changed) - date.fromisoformat(made) > timedelta(days=366)


def _sentences(body: Sequence[Block]) -> list[str]:
    return [part for b in body for part in re.split(r"(?<=[.!?;])\s+", b.text)]


def _contradicted(created: str, body: Sequence[Block]) -> bool:
    """Whether the text shows that the file was made long before or after it was written.

    It says of an earlier month that it is still to come, or of a later one that it is over: a file is often
    saved anew years later, or made from the file of another document.
    """
    made = (int(created[:4]), int(created[5:7]))
    named = [int(m["year"]) for b in body for m in written.MONTH_YEAR.finditer(b.text)]
    if len(named) >= _ENOUGH and min(named) > made[0] + 1:
        return True  # a clock that was never set
    return any(_speaks_against(made, sentence) for sentence in _sentences(body))


def _speaks_against(made: tuple[int, int], sentence: str) -> bool:
    """`made`: year and month of the file."""
    to_come = _TO_COME.search(sentence)
    for match in _ANY_MONTH.finditer(sentence):
        if not match["month"][0].isupper():
            continue
        month = written.number_of(match["month"])
        named = (int(match["year"]), month) if match["year"] else None
        if to_come is None:
            if named and named > made and re.search(r"\b(?:was|were|has|have|had)\b", sentence):
                return True
        elif match.start() > to_come.start() and (named < made if named else (month - made[1]) % 12 > _AHEAD):
            return True
    return False


def _month_of(created: str, body: Sequence[Block]) -> str | None:
    """The month of the year before the file was made in which something is over and something else to come.

    "Started on 1 May" and "in May we will": a file that was saved anew still says no later than when it was written.
    """
    made = date.fromisoformat(created)
    over: set[int] = set()
    to_come: set[int] = set()
    for sentence in _sentences(body):
        turn = _TO_COME.search(sentence)
        for match in _ANY_MONTH.finditer(sentence):
            if match["year"] or not match["month"][0].isupper():
                continue
            month = written.number_of(match["month"])
            if turn is not None and match.start() > turn.start():
                to_come.add(month)
            elif match["day"] and _OVER.search(sentence[: match.start()]):
                over.add(month)
    both = over & to_come
    if len(both) != 1:
        return None
    month = both.pop()
    # What is over lies within the half year before, what is to come in the half year after: else another year is meant.
    if any((month - m) % 12 > _AHEAD for m in over) or any((m - month) % 12 > _AHEAD for m in to_come):
        return None
    year = made.year if date(made.year, month, 1) <= made else made.year - 1
    return f"{year}-{month:02}" if made - date(year, month, 1) <= timedelta(days=366) else None


def _latest_year(body: Sequence[Block]) -> str | None:
    """The latest year in which the document reports something: no later one can be its own with certainty."""
    dates = [
        value
        for b in body
        for pattern in (written.FULL, written.MONTH_YEAR)
        for m in pattern.finditer(b.text)
        if not re.search(r"\b(?:by|until|before|from)\s+(?:the\s+)?(?:end\s+of\s+)?$", b.text[: m.start()], re.I)
        and (value := written.iso(m))
    ]
    return max(dates)[:4] if dates else None
