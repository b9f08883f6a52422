"""Figures through time: all of them as a list, and each with its chart, its values and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docmine.report import courses as rows
from docmine.report.html.charts import chart
from docmine.report.ids import table
from docmine.report.story.figures import Course, course
from docmine.report.story.sources import Sources
from docmine.web.listed import as_file, asked_form, downloads, sheet, with_downloads
from docmine.web.narrowed import narrowed
from docmine.web.rendering import render
from docmine.web.state import snapshot

if TYPE_CHECKING:
    from docmine.compare import Series
    from docmine.web.state import Snapshot


@dataclass(frozen=True, slots=True)
class Traced:
    """A series, and how it is told."""

    series: Series
    course: Course

    @property
    def docs(self) -> list[str]:
        return [point.figure.doc for point in self.series.points]

    @property
    def words(self) -> str:
        return " ".join((self.course.measure, *self.series.headings, *(dot.text for dot in self.course.dots)))


def all_series(request: Request) -> Response:
    now = snapshot(request)
    found = narrowed(now, request, traced(now).values(), lambda t: t.docs, lambda t: t.words)
    odd = request.query_params.get("odd") == "yes"
    things = [one for one in found.things if one.course.odd or not odd]
    form = asked_form(request)
    if form == "json":
        return as_file([rows.row(one.series, _ids(now, one)) for one in things], form, "series")
    if form is not None:
        return as_file(rows.flat(one.series for one in things), form, "series", rows.COLUMNS)
    context = {
        "found": found,
        "sheet": sheet(things, request),
        "odd": odd,
        "flagged": sum(bool(one.course.odd) for one in found.things),
        "all": len(traced(now)),
        "downloads": downloads(request),
    }
    return render(request, "all_series.html.j2", context)


def one_series(request: Request) -> Response:
    now = snapshot(request)
    asked = request.path_params["id"]
    found = traced(now).get(asked)
    if found is None:
        raise HTTPException(404, "No figure through time has this address. Its address is that of its first value.")
    drawn = None
    if found.course.drawn:
        drawn = now.once(("chart", asked), lambda: chart(found.course), of_verdicts=False)
    return render(request, "series.html.j2", {"course": found.course, "series": found.series, "chart": drawn})


def traced(now: Snapshot) -> dict[str, Traced]:
    """Each series by its id, which is that of its first value; those with something odd first."""

    def made() -> dict[str, Traced]:
        sources = Sources(now.account)
        found = [Traced(one, course(one, sources)) for one in now.account.series]
        found.sort(key=lambda t: (not t.course.odd, t.course.measure.casefold()))
        return {one.course.id: one for one in found}

    return now.once("series", made, of_verdicts=False)


def _ids(now: Snapshot, one: Traced) -> dict[tuple[type, str, int, int], str]:
    figures = [point.figure for point in one.series.points]
    return dict(table(figures, [now.account.id_of(figure) for figure in figures]))


ROUTES = (*with_downloads("/series", all_series), Route("/series/{id}", one_series))
