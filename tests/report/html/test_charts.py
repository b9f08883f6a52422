from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from docmine.report.html.charts import _ticks, chart
from docmine.report.story.figures import Course
from docmine.report.story.story import Story

DAY = date(2024, 1, 1)


@pytest.fixture
def course(told: Story) -> Course:
    return next(c for c in told.courses if any(d.quoted and d.when for d in c.dots))


def test_the_same_figure_gives_the_same_chart(course: Course) -> None:
    assert chart(course) == chart(course)


def test_colours_are_classes_and_ids_its_own(course: Course) -> None:
    first, second = (etree.fromstring(str(chart(replace(course, id=id)))) for id in ("1", "2"))
    ids = [set(root.xpath("//@id")) for root in (first, second)]
    assert not ids[0] & ids[1]
    assert {"ink", "axis", "grid", "line", "dot", "hollow"} <= set(first.xpath("//@class"))
    assert not [c for c in first.xpath("//@fill | //@stroke") if c.startswith("#0")]
    assert not first.xpath("//@style")


def test_what_was_quoted_later_is_hollow_and_off_the_line(course: Course) -> None:
    plain = replace(course, dots=tuple(d for d in course.dots if not d.quoted))
    hollow = [etree.fromstring(str(chart(c))).xpath("count(//*[@class='hollow'])") for c in (course, plain)]
    assert hollow[0] > hollow[1]


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([DAY, DAY], [DAY]),
        (
            [date(2024, 1, 1), date(2024, 6, 1), date(2024, 12, 1)],
            [date(2024, 1, 1), date(2024, 6, 1), date(2024, 12, 1)],
        ),
        # what stands too near another is not written; the last day always is
        (
            [date(2024, 1, 1), date(2024, 1, 9), date(2024, 11, 28), date(2024, 12, 1)],
            [date(2024, 1, 1), date(2024, 12, 1)],
        ),
    ],
)
def test_dates_below_a_chart_can_be_read(days: list[date], kept: list[date]) -> None:
    assert _ticks(days) == kept
