"""Series and single figures → how each moved, in a sentence, with the rows of its table and the points of its chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docmine.report.dates import british
from docmine.report.story.nouns import Cite
from docmine.report.story.sources import Sources
from docmine.report.verdicts import FLAGS, Plain
from docmine.report.words import sentence
from docmine.store.partial import bounds

if TYPE_CHECKING:
    from docmine.compare import Series
    from docmine.compare.series import Point
    from docmine.records import Figure

_PURPOSE = {"planned": "promised, aimed at or allowed", "change": "by how much it changed"}
_UNITS = {"percent": "%", "count": "", "gbp": "", "other": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point as it is shown."""

    words: str
    """As the document writes it: "14 weeks"."""
    value: float
    when: date | None
    """Where it stands on the chart: the end of what it is of."""
    period: str
    """In words."""
    note: str
    text: str
    """The sentence, exactly."""
    cite: Cite
    quoted: bool
    """Whether it is an earlier value that a later document quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """What a reader should look at in a series."""

    flag: Plain
    sure: bool
    because: str
    earlier: Dot
    later: Dot


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A figure through time."""

    id: str
    measure: str
    service: str
    purpose: str
    unit: str
    dots: tuple[Dot, ...]
    odd: tuple[Odd, ...]
    told: str
    """How it moved, in plain words."""

    @property
    def anchor(self) -> str:
        return f"f-{self.id}"

    @property
    def surely_odd(self) -> bool:
        return bool(self.odd) and self.odd[0].sure

    @property
    def drawn(self) -> bool:
        """Whether there is something to draw: two values of two days."""
        return len({dot.when for dot in self.dots if dot.when}) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that a document sets beside an earlier value of its own accord."""

    id: str
    measure: str
    told: str
    text: str
    cite: Cite
    headings: tuple[str, ...]

    @property
    def anchor(self) -> str:
        return f"f-{self.id}"


def course(series: Series, sources: Sources) -> Course:
    """A series as it is told."""
    dots = tuple(_dot(point, series.unit, sources) for point in series.points)
    of = {id(point): dot for point, dot in zip(series.points, dots, strict=True)}
    odd = tuple(
        Odd(
            flag=FLAGS[flag.kind],
            sure=flag.sure,
            because=_because(flag.because, sources, (flag.earlier, flag.later)),
            earlier=of.get(id(flag.earlier)) or _dot(flag.earlier, series.unit, sources),
            later=of.get(id(flag.later)) or _dot(flag.later, series.unit, sources),
        )
        for flag in series.flags
    )
    return Course(
        id=sources.cite(series.points[0].figure).id,
        measure=_capital(series.measure),
        service=series.headings[-1] if series.headings else "",
        purpose=_PURPOSE.get(series.purpose, ""),
        unit=series.unit,
        dots=dots,
        odd=odd,
        told=_told(dots, series.unit, [o for o in odd if o.flag.key == "moved baseline"]),
    )


def changes(figures: Sequence[Figure], courses: Sequence[Course], sources: Sources) -> tuple[Change, ...]:
    """The figures that a document gives beside an earlier value, other than those of a series."""
    in_series = {dot.cite.id for course in courses for dot in course.dots}
    found = []
    for figure in figures:
        cite, place = sources.cite(figure), sources.sentence(figure)
        if not figure.compared_to or cite.id in in_series or place is None:
            continue
        before = _number(figure.compared_to)
        if before is None or figure.compared_to not in place.text:
            continue  # the earlier value must stand in the sentence that is shown
        period = f" ({british(figure.period)})" if figure.period else ""
        verb = _verb(before, figure.value)
        by = "" if figure.of is not None else _by(before, figure.value, figure.unit)
        told = f"{verb} from {figure.compared_to} to {figure.text}{period}{by}."
        found.append(
            Change(
                id=cite.id,
                measure=_capital(figure.metric or "Not said what"),
                told=told,
                text=place.text,
                cite=cite,
                headings=place.headings,
            )
        )
    return tuple(found)


def _dot(point: Point, unit: str, sources: Sources) -> Dot:
    figure = point.figure
    same = f"{point.value:g} {unit}" if figure.unit != unit and unit not in _UNITS else ""
    extra = ", ".join(part for part in (same, point.share or "") if part)
    days = bounds(point.period) if point.period else None
    note = "an earlier value, quoted later" if point.quoted else "" if point.stated else "when it was published"
    return Dot(
        words=f"{figure.text} ({extra})" if extra else figure.text,
        value=point.value,
        when=days[1] if days else None,
        period=british(point.period) or "no date",
        note=note,
        text=point.sentence.text,
        cite=sources.cite(figure, point.published),
        quoted=point.quoted,
    )


def _told(dots: Sequence[Dot], unit: str, moved: Sequence[Odd]) -> str:
    """From the first to the last value that was published for its own time."""
    own = sorted((d for d in dots if d.when and not d.quoted), key=lambda d: d.when or date.min)
    if len(own) < 2 or own[0].when == own[-1].when:
        return "It is given more than once, but not for two different times that could be compared."
    first, last = own[0], own[-1]
    verb = _verb(first.value, last.value)
    ends = f"from {_inside(first.words)} ({first.period}) to {_inside(last.words)} ({last.period})"
    told = f"{verb} {ends}{_by(first.value, last.value, unit)}."
    if first.value == last.value:
        told = (
            f"The same at both ends: {_inside(first.words)} ({first.period}) and {_inside(last.words)} ({last.period})."
        )
    if len(own) > 2:
        low, high = min(own, key=lambda d: d.value), max(own, key=lambda d: d.value)
        if low.value < min(first.value, last.value):
            told += f" Lowest in between: {low.words} ({low.period})."
        if high.value > max(first.value, last.value):
            told += f" Highest in between: {high.words} ({high.period})."
    if moved:
        told += " But a later document quotes an earlier value that is not the one published at the time."
    return told


def _verb(before: float, after: float) -> str:
    return "Rose" if after > before else "Fell" if after < before else "Stayed the same,"


def _by(before: float, after: float, unit: str) -> str:
    """ ": 2 weeks less"; ": 3 percentage points more"; nothing where it did not move."""
    difference = abs(after - before)
    if not difference:
        return ""
    what = "percentage points" if unit == "percent" else _UNITS.get(unit, unit)
    what = what.removesuffix("s") if difference == 1 else what
    much = f"£{difference:,.6g}" if unit == "gbp" else f"{difference:,.6g} {what}".rstrip()
    return f": {much} {'more' if after > before else 'less'}{_times(before, after, unit)}"


def _times(before: float, after: float, unit: str) -> str:
    """What part of the earlier value it moved by; of a percentage that would be read for something else."""
    if before <= 0 or unit == "percent":
        return ""
    if after >= 2 * before:
        return f", {after / before:,.1f} times as much"
    return f", a change of {abs(after - before) / before:.0%}"


def _number(text: str) -> float | None:
    """The first number in a text: "29 weeks" → 29."""
    first = next(iter(text.replace(",", "").split()), "")
    digits = "".join(c for c in first if c.isdigit() or c == ".")
    try:
        return float(digits)
    except ValueError:
        return None


def _because(text: str, sources: Sources, points: Sequence[Point]) -> str:
    docs = {p.figure.doc for p in points}
    alike = len({sources.title(doc) for doc in docs}) < len(docs)
    for doc in sorted(docs, key=len, reverse=True):
        text = text.replace(doc, f"the file {doc}" if alike else f"“{sources.title(doc)}”")
    return sentence(text)


def _inside(words: str) -> str:
    """As it stands inside a sentence: "more than 1,800"."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
