"""Figures → the time at which each holds: what its words say, then what the layout says, then how it is told.

Null where none of them says: a figure is never dated only because the document has a date.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc

from docmine.extract import earlier, frames, neighbours, standing, tabletimes, timeless, verbs
from docmine.extract.calendar.model import Partial
from docmine.extract.context import Sent, layout
from docmine.extract.date_roles import role
from docmine.extract.dates import Dated
from docmine.extract.facts import Found
from docmine.extract.frames import Frames
from docmine.extract.spelled import value_of

_ELSEWHERE = re.compile(
    r"\b(?:national|nationally|regional|(?:in|across|for)\s+england|england\s+(?:average|figure|rate)|statistical\s+neighbours?|elsewhere)\b",
    re.I,
)
"""A figure of others stands in no frame of the document's own."""
_SINCE = re.compile(r"\bsince\s+(?:(?!then\b)[\w'’]+\s+){0,6}$", re.I)
_AND_HAS = re.compile(r"\band\s+(?:has|have)\s", re.I)
"""Between a beginning and a count: "It opened in May 2023 and has lent 40": from then until now."""
_AT_PRESENT = re.compile(
    r"\([^()]*\b(?:now|currently|at\s+present|today)\b[^()]*\)|\([^()]*\b(?:so\s+far|to\s+date|at\s+present)\)", re.I
)
"""Brackets that tell how things stand, whatever is to become of them: "reach 40% (now 28%)"."""
_ENDS = re.compile(r"\b(?:until|till|before|from|by)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?$", re.I)
"""Before a date at which something ends or begins: what it costs until then is no figure of that day."""
_BEFORE = 120
"""Characters before a date that can tell how it is meant."""
_OF_WHOM = re.compile(r"\s+(?:[\w’'-]+\s+){1,4}(?:whose|who|which|that)\s+[^,.;]*\b(?:was|were|had)\b", re.I)
"""Between a number and a date: the date is of those that are counted, "all 63 whose case was open on"."""
_POSSIBLE = frozenset({"could", "might", "may", "would"})
_WISHES = frozenset({"need", "want", "seek", "require"})
_BUDGET = re.compile(
    r"\b(?:budget|funding|overspen[dt]|underspen[dt]|(?:given|received)\s+£|savings?|settlement|council\s+tax)\b", re.I
)
_OF_YEAR = re.compile(r"(?P<shift>this|last|next|current|coming|previous)\s+(?:financial\s+)?year", re.I)
_LEVEL = re.compile(r"\b(?:want|bring|reduce|cut|keep|get|lower|raise|increase|grow|reach)\b", re.I)
_SAME_THING = re.compile(
    r"\b(?:the|that|this)\s+(?:figure|number|rate|share|proportion|percentage)\s+(?:is|was|stood|rose|fell)\b", re.I
)
_LAST = re.compile(
    r"\b(?:in|over|during|within|across|for)\s+(?:just\s+)?the\s+(?:last|past|previous)\s+(?:(?P<n>[a-z]+|\d+)\s+)?(?P<unit>year|quarter|month|week)s?\b",
    re.I,
)
CHANGE_OF_IT = re.compile(
    r"(?:,|\(|[–-])\s*(?:which\s+(?:is|was)\s+)?(?:an?\s+)?(?:up|down|rise|increase|fall|drop|reduction|decrease)(?:\s+(?:of|by))?\s+(?:about\s+|around\s+)?$",
    re.I,
)
"""Between two figures: the second is by how much the first has changed."""
_IN_THE_PERIOD = re.compile(r"\b(?:in|over|during|for|across)\s+the\s+(?:quarter|period|year|month|term)\b", re.I)
_ON_THE_DAY = re.compile(
    r"\bat\s+the\s+time\s+of\s+(?:the|this|our)\s+(?:inspection|visit|audit|review|report|writing|update)\b|\bat\s+the\s+time\s+of\s+writing\b",
    re.I,
)


def periods(doc: Doc, found: list[Found], dated: tuple[Dated, ...], older: dict[int, int]) -> list[str | None]:
    """When each figure holds, ISO; one that shares its brackets or its "and" with a dated figure shares the date.

    `older` is the index of each figure that is set against an earlier one, and that one's index.
    """
    framed = frames.frames(doc, dated)
    told = [verbs.telling(doc, f.start, f.end, f.sent) for f in found]
    back = {i: unit for i, f in enumerate(found) if (unit := earlier.unit_before(doc, f))}
    done = [None if i in back else _said(doc, i, found, dated, framed, told[i]) for i in range(len(found))]
    for new, old in older.items():
        if old < new and (began := _began(doc, new, found, dated)):
            done[old] = began
    for old in older.values():
        done[old] = None if told[old] == "future" else done[old]
    untimed = {i for i, f in enumerate(found) if _is_untimed(doc, f)}
    closed = untimed | set(back) | set(older.values())
    closed |= {i for i, f in enumerate(found) if tabletimes.stands_beside_dates(doc, framed, f.start, f.sent)}
    _take_over(doc, found, done, closed)
    for i in range(len(found) - 2, -1, -1):
        f, g = found[i], found[i + 1]
        joined = f.sent is g.sent and re.fullmatch(r"[^.;()\t]{0,40}(?:,|\band)\s+", layout(doc).text[f.end : g.start])
        apart = {told[i], told[i + 1]} == {"present", "past"} or "future" in (told[i], told[i + 1])
        if done[i] is None and i not in closed and joined and f.quantity.unit == g.quantity.unit and not apart:
            done[i] = done[i + 1]
    for i, f in enumerate(found):
        if done[i] is None and i not in closed and told[i] != "future":
            done[i] = _framed(doc, f, told[i], framed)
    newer = {old: new for new, old in older.items()}
    for i, unit in back.items():
        of = newer.get(i, i - 1)
        if of >= 0 and found[of].sent.block is found[i].sent.block and (period := done[of]):
            done[i] = earlier.moved_back(period, unit[1], unit[0])
    _take_over(doc, found, done, untimed)
    return done


def _take_over(doc: Doc, found: list[Found], done: list[str | None], closed: set[int]) -> None:
    """The time of the figure that one explains in brackets, tells the change of, or is another case of."""
    text = layout(doc).text
    for i, f in enumerate(found):
        if done[i] is not None or i in closed:
            continue
        if f.parent is not None:
            done[i] = done[f.parent]
        elif i and found[i - 1].sent.block is f.sent.block:
            more = re.match(r"\s+(?:more|fewer|higher|lower)\s+than\b", text[f.end : f.end + 20])
            changed = f.sent is found[i - 1].sent and (more or CHANGE_OF_IT.search(text[found[i - 1].end : f.start]))
            if changed or _SAME_THING.search(text[f.sent.span.start_char : f.start]):
                done[i] = done[i - 1]


def _is_untimed(doc: Doc, f: Found) -> bool:
    return timeless.is_limit(doc, f) or timeless.is_target(doc, f) or timeless.lasts(doc, f)


def _said(
    doc: Doc, i: int, found: list[Found], dated: tuple[Dated, ...], framed: Frames, told: verbs.Telling
) -> str | None:
    """The date, or the stretch of time, that the sentence ties to the figure; of what is to be, see `_to_come`."""
    f = found[i]
    text, low, high = layout(doc).text, f.sent.span.start_char, f.sent.span.end_char
    if timeless.is_limit(doc, f):
        return None
    if _stands_in_brackets(doc, f):
        return f.sent.block.date or framed.own
    at = bisect_right(dated, f.start, key=lambda d: d.start)
    tied = neighbours.tied(doc, i, found, dated, at)
    if timeless.is_target(doc, f):
        if "\t" in f.sent.block.text:
            if tabletimes.stands_beside_dates(doc, framed, f.start, f.sent):
                return None
            return tabletimes.of_table(doc, framed, f.start, f.sent)
        near = tied is not None and not any(
            g is not f and _lies_between(g, f, tied) for g in found[max(0, i - 3) : i + 3]
        )
        return tied.value if tied is not None and near and "(" not in text[tied.end : f.start] else None
    if timeless.lasts(doc, f):
        kept = told in ("present", "none") or f.quantity.form != "money"
        own_time = tied is not None and not re.search(r"\band\b", text[f.end : tied.start])
        return tied.value if tied is not None and kept and own_time else None
    if told == "future":
        return _still_to_do(doc, f, framed) or _to_come(doc, f, tied, framed)
    if tied is None:
        return _counted_back(doc, f, framed) or neighbours.of_all(doc, f, dated, at)
    if f.quantity.form in ("money", "number") and (year := _financial(doc, f, tied, framed)):
        return year
    if told == "perfect" and tied.end <= f.start and _AND_HAS.search(text[tied.end : f.start]):
        return frames.until(tied.value, f.sent.block.date or framed.own) or tied.value
    if _SINCE.search(text[max(low, tied.start - _BEFORE) : tied.start]) and tied.start < high:
        return frames.until(tied.value, f.sent.block.date or framed.own) or tied.value
    return tied.value


def _began(doc: Doc, new: int, found: list[Found], dated: tuple[Dated, ...]) -> str | None:
    """The day since which something has changed, when the older count held: "from 17 weeks to 22 since the spring"."""
    f = found[new]
    tied = neighbours.tied(doc, new, found, dated, bisect_right(dated, f.start, key=lambda d: d.start))
    if tied is None or tied.start < f.end or not _SINCE.search(layout(doc).text[f.end : tied.start]):
        return None
    return tied.value


def _stands_in_brackets(doc: Doc, f: Found) -> bool:
    text, low = layout(doc).text, f.sent.span.start_char
    opened = text.rfind("(", low, f.start)
    return opened >= 0 and any(
        opened + m.start() <= f.start < opened + m.end()
        for m in _AT_PRESENT.finditer(text[opened : f.sent.span.end_char])
    )


def _financial(doc: Doc, f: Found, tied: Dated, framed: Frames) -> str | None:
    """ "this year" of a budget: the financial year."""
    m = _OF_YEAR.fullmatch(layout(doc).text[tied.start : tied.end])
    own = f.sent.block.date or framed.own
    if m is None or own is None or len(own) < 7 or not _BUDGET.search(f.sent.span.text):
        return None
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(m["shift"].lower(), 0)
    year = int(own[:4]) - (own[5:7] < "04") + shift
    return f"{year}/{year + 1}"


def _still_to_do(doc: Doc, f: Found, framed: Frames) -> str | None:
    """The document's own day for what remains: "the other five will be appointed"."""
    rest = re.search(r"\b(?:other|last|remaining)\s+$", layout(doc).text[max(0, f.start - 12) : f.start], re.I)
    return f.sent.block.date or framed.own if rest and f.quantity.unit == "count" else None


def _lies_between(g: Found, f: Found, d: Dated) -> bool:
    return min(f.end, d.end) <= g.start < max(f.start, d.start)


def _to_come(doc: Doc, f: Found, tied: Dated | None, framed: Frames) -> str | None:
    """When something that is to be is to hold: a share, a time or a level by its deadline, a count on its day."""
    verb = verbs.governing(doc, f.start, f.end)
    level = f.quantity.qualifier in ("under", "over", "max", "min") and _LEVEL.search(f.sent.span.text) is not None
    wished = verb is not None and verb.lemma_ in _WISHES and not level
    if verb is not None and (wished or any(t.lower_ in _POSSIBLE for t in verb.children)):
        return None
    if tied is None:
        return (frames.of_stem(doc, framed, f.sent, due=True) if level else None) or frames.of_stem(doc, framed, f.sent)
    if f.quantity.unit == "percent" or f.quantity.form == "duration" or level:
        return tied.value if role(doc, tied) == "deadline" else None
    if _OF_WHOM.match(layout(doc).text[f.end : tied.start] if tied.start > f.end else "") and role(doc, tied) in (
        "as_of",
        "event",
        "period",
    ):
        return tied.value
    opens = _ENDS.search(layout(doc).text[max(0, tied.start - _BEFORE) : tied.start]) is None
    own = f.sent.block.date or framed.own
    opens = opens and (own is None or tied.value.split("/")[-1] >= own[: len(tied.value)])
    counted = f.quantity.unit == "count" and f.quantity.of is None
    return tied.value if counted and opens and role(doc, tied) in ("event", "period") else None


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
    if f.quantity.of is not None or (f.quantity.unit == "percent" and re.match(r"\s+of\b", text[f.end : f.end + 5])):
        return (
            frames.as_at(doc, framed, f.start, f.sent) or own
        )  # "37% had a review in the past year": the year is part of what is measured
    count = value_of(m["n"]) if m["n"] else 1
    if not 1 <= count <= 60 or (m["unit"].lower() == "week" and len(own) < 10):
        return None
    day = datetime.date(*(int(p) for p in (own + "-15" if len(own) == 7 else own).split("-")))
    if m["unit"].lower() == "quarter":
        begin = day.replace(day=1) - relativedelta(months=(day.month - 1) % 3 + 3 * int(count))
        end = day.replace(day=1) - relativedelta(months=(day.month - 1) % 3 + 1)
        return f"{begin.isoformat()[:7]}/{end.isoformat()[:7]}"
    first = day - relativedelta(**{m["unit"].lower() + "s": int(count)})  # type: ignore[arg-type]
    if m["unit"].lower() == "week":
        return f"{first.isoformat()}/{day.isoformat()}"
    return f"{Partial(first.year, first.month).iso()}/{own[:7]}"


def _framed(doc: Doc, f: Found, told: verbs.Telling, framed: Frames) -> str | None:
    """When a figure holds of which the sentence does not say it, from the layout and from how it is told."""
    if _ELSEWHERE.search(verbs.around(doc, f.sent, f.start, f.end, 40)):
        return None
    own = f.sent.block.date or framed.own
    if timeless.is_usual(doc, f) and told == "present":
        return own if own is not None and len(own) > 4 else None
    in_table = "\t" in f.sent.block.text
    if in_table and (found := tabletimes.of_table(doc, framed, f.start, f.sent)):
        return found
    if found := frames.of_stem(doc, framed, f.sent):
        return found
    if framed.covers and _IN_THE_PERIOD.search(f.sent.span.text):
        return framed.covers
    if _ON_THE_DAY.search(f.sent.span.text) and told != "future":
        return own
    if (
        in_table
        and told == "none"
        and _fills_its_cell(doc, f)
        and (found := frames.of_heading(doc, framed, f.sent) or framed.covers)
    ):
        return found
    if standing.stands(doc, f, told, own):
        ours = re.search(r"\bwe\b", verbs.around(doc, f.sent, f.start, f.end, 40), re.I)
        return (None if ours else frames.as_at(doc, framed, f.start, f.sent)) or own
    if told == "past" and framed.inspected and not _dates_in(f.sent, framed):
        return own
    if told == "past" and verbs.is_reported(doc, f.start, f.end) and _is_minutes(doc):
        return own
    if told == "perfect":
        return frames.of_survey(doc, framed, f.sent)
    lasts = f.quantity.form == "duration" and not standing.WAITS.search(
        verbs.around(doc, f.sent, f.start, f.end, standing.AROUND)
    )
    if told == "present" or lasts:
        return None
    return (
        (None if in_table else frames.of_section(doc, framed, f.start, f.sent, told == "none"))
        or frames.of_survey(doc, framed, f.sent)
        or (
            None
            if in_table and told == "none" and not _fills_its_cell(doc, f)
            else frames.of_heading(doc, framed, f.sent)
        )
        or (framed.covers if not in_table or _fills_its_cell(doc, f) else None)
    )


def _fills_its_cell(doc: Doc, f: Found) -> bool:
    low, high = verbs.cell(f.sent, f.start)
    return layout(doc).text[low:high].strip() == layout(doc).text[f.start : f.end].strip()


def _dates_in(sent: Sent, framed: Frames) -> bool:
    at = bisect_right(framed.dated, sent.span.start_char, key=lambda d: d.end)
    return any(d.start < sent.span.end_char for d in framed.dated[at : at + 1])


def _is_minutes(doc: Doc) -> bool:
    known = layout(doc).doc_type
    return known is not None and known.value == "minutes"
