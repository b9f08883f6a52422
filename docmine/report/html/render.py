"""A story → one HTML file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from docmine import __version__
from docmine.report.dates import british
from docmine.report.html.environment import environment, stylesheet
from docmine.report.story.figures import Change, Course
from docmine.report.story.limits import CHARTS, LINES, LISTED, ROWS
from docmine.report.story.promises import Promise
from docmine.report.story.story import Group, Story
from docmine.report.verdicts import Plain

if TYPE_CHECKING:
    from markupsafe import Markup

    from docmine.report.html.pictures import Picture

T = TypeVar("T")
_BRIEF = 12
"""Figures that the summary tells of."""
_FEW = 8
"""Promises that the summary tells one by one, and that are not folded, where there are no more."""
_QUIET = ("open", "unsure")
"""Verdicts that say little: their promises are folded, document by document."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A group of promises as far as it is listed."""

    verdict: Plain
    total: int
    listed: int
    parts: tuple[tuple[str, tuple[Promise, ...]], ...]
    """Under a heading each; without one they are not folded."""


def rendered(story: Story, pictures: Mapping[str, Picture], most_pictures: int) -> str:
    """The page. Nothing in it asks anything of a network, and nothing in it runs."""
    style = stylesheet()
    groups = [_shown(group) for group in story.groups]
    courses = sorted(story.courses, key=lambda course: not course.odd)[:ROWS]
    made = environment().get_template("report.html.j2")
    return made.render(
        story=story,
        version=__version__,
        style=_raw(style),
        style_hash=f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}",
        contents=list(_contents(story)),
        tally=_tally(story),
        groups=groups,
        listed={p.id for group in groups for _, found in group.parts for p in found},
        courses=courses,
        brief=_brief(story),
        charts=_charts(courses),
        pictures=pictures,
        most_pictures=most_pictures,
        most=LINES,
        few=_FEW,
        documents=ROWS,
    )


def _raw(style: str) -> Markup:
    from markupsafe import Markup

    return Markup(style)


def _charts(courses: Sequence[Course]) -> Mapping[str, Markup]:
    from docmine.report.html.charts import chart

    return {course.id: chart(course) for course in [c for c in courses if c.drawn][:CHARTS]}


def _shown(group: Group) -> _Shown:
    found = group.promises[:LISTED]
    parts: tuple[tuple[str, tuple[Promise, ...]], ...] = (("", found),)
    if group.verdict.key in _QUIET and len(found) > _FEW:
        by_document = groupby(found, key=lambda p: (p.cite.file, p.cite.name, p.cite.published))
        parts = tuple((f"{title}, {british(when) or 'no date'}", tuple(own)) for (_, title, when), own in by_document)
    return _Shown(group.verdict, len(group.promises), len(found), parts)


def _tally(story: Story) -> list[tuple[str, int, int]]:
    """Verdict, number, and how long its bar is: 0 to 20."""
    most = max((len(group.promises) for group in story.groups), default=1)
    return [(g.verdict.word, len(g.promises), max(1, round(20 * len(g.promises) / most))) for g in story.groups]


def _brief(story: Story) -> list[Course | Change]:
    """Figures for the summary; two that moved alike are one matter, told under two names."""
    every: list[Course | Change] = [*(course for course in story.courses if not course.odd), *_once(story.changes)]
    return _first_of_each(every, lambda moved: moved.told)[:_BRIEF]


def _once(changes: Sequence[Change]) -> list[Change]:
    """The first of each sentence: "65% (813 out of 1,245)" tells one matter."""
    return _first_of_each(changes, lambda change: change.text)


def _first_of_each(things: Sequence[T], key: Callable[[T], str]) -> list[T]:
    """The first of those that are alike, in the order of the last of them."""
    return list({key(thing): thing for thing in reversed(things)}.values())[::-1]


def _contents(story: Story) -> Iterator[tuple[str, str]]:
    yield "short", "In short"
    if story.subjects:
        yield "subjects", "By service or subject"
    yield "looked", "What was looked at: promises document by document"
    yield "read", "How to read the verdicts"
    yield "promises", "The promises, by what became of them"
    yield "ledger", "Dates that moved"
    yield "unowned", "Promises that no one owns"
    yield "owners", "Who is to do what"
    yield "figures", "How the figures moved"
    yield "sums", "Sums that do not come out"
    yield "letters", "What letters asked, and what the replies said"
    if story.short_forms:
        yield "short-forms", "Short forms"
    yield "about", "About this report"
