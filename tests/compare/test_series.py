"""Figures through time: which make one series, and what is odd about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from docmine.compare.series import Series, series
from docmine.records import Block, Document, Figure, Known, Sentence
from docmine.settings import Settings
from docmine.store import Store

UNITS = {"week": "weeks", "day": "days", "month": "months", "%": "percent", "per": "percent"}
Line = tuple[str, list[dict[str, Any]]] | tuple[str, list[dict[str, Any]], str]
Issue = tuple[str, str, Sequence[Line]]
"""Name, date, and lines: a sentence, its figures, and the heading above it."""


def f(text: str, metric: str | None = None, period: str | None = None, **more: Any) -> dict[str, Any]:
    """A figure as the extraction gives it; its value and unit are those of its text."""
    number, _, rest = text.replace("%", " %").partition(" ")
    value = float(number.replace(",", "")) if number.replace(",", "").replace(".", "").isdigit() else more.pop("value")
    unit = UNITS.get(rest.strip().split(" ")[0].rstrip("s"), "count")
    return {"text": text, "metric": metric, "period": period, "value": value, "unit": unit, **more}


def write(store: Store, issue: Issue, publisher: str, name: str | None) -> None:
    doc, published, lines = issue
    text, blocks, sentences, figures = "", [], [], []
    for words, given, *heading in lines:
        start = len(text)
        text += f"{words}\n"
        kind = "table_row" if "\t" in words else "paragraph"
        blocks.append(Block(kind=kind, text=words, start=start, end=start + len(words)))  # type: ignore[arg-type]
        place = {"doc": doc, "text": words, "start": start, "end": start + len(words)}
        sentences.append(Sentence(**place, block=len(blocks) - 1, headings=tuple(heading)))
        for one in given:
            at = start + words.index(one["text"])
            figures.append(Figure(**one, doc=doc, start=at, end=at + len(one["text"])))
    document = Document(
        name=doc,
        path=None,
        sha256=hashlib.sha256((doc + text).encode()).hexdigest(),
        media_type="application/pdf" if doc.endswith(".pdf") else "text/plain",
        text=text,
        blocks=tuple(blocks),
        title=Known(f"{name or 'Report'}", "text"),
        published=Known(published, "text"),
        publisher=Known(publisher, "text"),
        series=Known(name, "title") if name else None,
        number=Known(doc.partition(".")[0][-1], "title") if name and doc.partition(".")[0][-1].isdigit() else None,
    )
    store.write(document, sentences, (), figures, {}, model=Settings().embedding_model, run=1)


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., tuple[Series, ...]]:
    def run(*issues: Issue, publisher: str = "Port Council", name: str | None = "Harbour News") -> tuple[Series, ...]:
        with Store.open(tmp_path / "i.duckdb", create=True) as store:
            for issue in issues:
                write(store, issue, publisher, name)
            return series(store)

    return run


def wait(weeks: str, *, doc: str, day: str, service: str = "speech therapy", period: str | None = None) -> Issue:
    """An issue that gives an average wait."""
    metric = f"average wait for {service}"
    return doc, day, [(f"The average wait for {service} is {weeks}.", [f(weeks, metric, period)])]


FIRST = wait("7 weeks", doc="1.txt", day="2024-01-10")


WAIT = "average wait for speech therapy"


@pytest.mark.parametrize(
    ("text", "figure", "values"),
    [
        # The same thing, told in other words or in another unit.
        ("Speech therapy: average wait 9 weeks", f("9 weeks", "Speech therapy average wait"), [7, 9]),
        ("On average children wait 63 days for speech therapy.", f("63 days", "wait for speech therapy"), [49, 63]),
        # Another service, another statistic, an aim, a change, another unit, a part: each is another measure.
        ("Speech therapy: children wait 63 days", f("63 days", "Speech therapy children wait"), []),
        ("The average wait for physiotherapy is 9 weeks.", f("9 weeks", "average wait for physiotherapy"), []),
        ("The longest wait for speech therapy is 30 weeks.", f("30 weeks", "longest wait for speech therapy"), []),
        ("The target for the average wait for speech therapy is 5 weeks.", f("5 weeks", WAIT), []),
        ("The average wait for speech therapy fell by 2 weeks.", f("2 weeks", f"{WAIT} fell"), []),
        ("81% of families are happy with speech therapy.", f("81%", "families happy with speech therapy"), []),
        ("The average wait for speech therapy at home is 9 weeks.", f("9 weeks", f"{WAIT} at home in the north"), []),
        ("Nobody saw the 12 children without speech therapy.", f("12", "children without speech therapy"), []),
    ],
)
def test_what_makes_one_series(
    text: str, figure: dict[str, Any], values: list[float], found: Callable[..., tuple[Series, ...]]
) -> None:
    made = found(FIRST, ("2.txt", "2024-03-10", [(text, [figure])]))
    assert [p.value for one in made for p in one.points] == values
    assert all(not one.flags for one in made)


def test_the_rows_of_a_table_stay_apart(
    found: Callable[..., tuple[Series, ...]],
) -> None:
    def table(doc: str, day: str, north: str, south: str) -> Issue:
        return doc, day, [
            (f"North\t{north}", [f(north, "North requests")], "Requests"),
            (f"South\t{south}", [f(south, "South requests")], "Requests"),
        ]  # fmt: skip

    made = found(table("1.txt", "2024-01", "118", "97"), table("2.txt", "2024-04", "120", "95"))
    assert [[p.value for p in one.points] for one in made] == [[118, 120], [97, 95]]


def test_two_councils_never_make_one_series(tmp_path: Path) -> None:
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        write(store, FIRST, "Port Council", "Harbour News")
        write(store, wait("9 weeks", doc="2.txt", day="2024-03-10"), "Vale Council", "Vale News")
        assert series(store) == ()


def test_a_percentage_is_told_with_its_count(found: Callable[..., tuple[Series, ...]]) -> None:
    def issue(doc: str, day: str, share: str, count: str, value: float, of: float) -> Issue:
        metric = "plans issued within 20 weeks"
        text = f"{share} of plans were issued within 20 weeks ({count})."
        figures = [f(share, metric), f("20 weeks", "plans issued"), f(count, metric, value=value, of=of)]
        return doc, day, [(text, figures)]

    made = found(
        issue("1.txt", "2024-01", "61%", "148 out of 241", 148, 241),
        issue("2.txt", "2024-04", "66%", "172 of 261", 172, 261),
    )
    assert [[(p.value, p.share) for p in one.points] for one in made] == [[(61, "148 out of 241"), (66, "172 of 261")]]


def reduced(text: str, old: str, new: str, then: str | None = None) -> Issue:
    """An issue that gives an earlier value beside its own."""
    metric = f"{WAIT} has reduced"
    line = f"The average wait for speech therapy {text.format(old, new)}."
    return "2.txt", "2024-06-10", [(line, [f(old, metric, then), f(new, metric, compared_to=old)])]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("7 weeks", reduced("fell from {} to {}", "7 weeks", "6 weeks"), None),  # as it was published
        ("7.4 weeks", reduced("fell from {} to {}", "7 weeks", "6 weeks"), None),  # rounded
        ("7 weeks", reduced("was {} in May 2023, now {}", "11 weeks", "9 weeks", "2023-05"), None),  # before any issue
        ("7 weeks", reduced("was {} in January 2024, now {}", "11 weeks", "9 weeks", "2024-01"), True),
        ("7 weeks", reduced("fell from {} in our last update to {}", "11 weeks", "9 weeks"), True),
        ("7 weeks", reduced("fell from {} to {}", "11 weeks", "9 weeks"), False),  # of no day: a question
    ],
)
def test_a_moved_baseline(
    earlier: str, later: Issue, expected: bool | None, found: Callable[..., tuple[Series, ...]]
) -> None:
    (one,) = found(wait(earlier, doc="1.txt", day="2024-01-10"), later)
    assert [flag.sure for flag in one.flags if flag.kind == "moved baseline"] == (
        [] if expected is None else [expected]
    )
    for flag in one.flags:
        assert flag.earlier.figure.doc == "1.txt"
        assert flag.later.figure.text in flag.because


@pytest.mark.parametrize(
    ("limit", "rest", "expected"),
    [
        ("20 weeks", "", []),
        ("26 weeks", "", ["definition"]),
        ("20 weeks", ", which now includes drafts", ["definition"]),
        ("20 weeks", ", excluding late requests", ["population"]),
    ],
)
def test_another_definition_or_population(
    limit: str, rest: str, expected: list[str], found: Callable[..., tuple[Series, ...]]
) -> None:
    def issue(doc: str, day: str, share: str, limit: str, rest: str) -> Issue:
        figures = [f(share, "plans were issued within weeks"), f(limit, "plans issued")]
        return doc, day, [(f"{share} of plans were issued within {limit}{rest}.", figures)]

    (one,) = found(
        issue("1.txt", "2024-01-10", "60%", "20 weeks", ""), issue("2.txt", "2024-04-10", "70%", limit, rest)
    )
    assert [flag.kind for flag in one.flags] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("12 of the 17", "15 of the 17", []),
        ("12 of the 17", "15 of the 21", ["denominator"]),
        ("120 out of 170", "150 out of 210", []),  # what comes in each month is another whole each month
    ],
)
def test_another_whole(first: str, second: str, expected: list[str], found: Callable[..., tuple[Series, ...]]) -> None:
    def issue(doc: str, day: str, count: str) -> Issue:
        value, of = float(count.split(" ")[0]), float(count.split(" ")[-1])
        return doc, day, [(f"{count} actions are complete.", [f(count, "actions complete", value=value, of=of)])]

    (one,) = found(issue("1.txt", "2024-01-10", first), issue("2.txt", "2024-04-10", second))
    assert [flag.kind for flag in one.flags] == expected


def test_who_is_counted(found: Callable[..., tuple[Series, ...]]) -> None:
    def issue(doc: str, day: str, who: str) -> Issue:
        return doc, day, [(f"310 {who} used the toy library.", [f("310", "used toy library")])]

    (one,) = found(issue("1.txt", "2024-01", "children"), issue("2.txt", "2024-04", "families"))
    assert [flag.kind for flag in one.flags] == ["population"]
    assert "children, then families" in one.flags[0].because


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("640", "2023-10"), ("702", "2023-11"), []),
        (("640", "2023-10"), ("702", "2023-10"), [True]),
        (("640", "2023-10"), ("640", "2023-10"), []),
        (("640", "2023/2024"), ("702", "2023-10"), []),  # a month of that year
        (("640", "2023-10"), ("702", "2023-10-31"), [False]),  # the month, or its last day
        (("640", None), ("702", None), []),  # each of the day on which it came out
    ],
)
def test_two_values_for_one_period(
    first: tuple[str, str | None],
    second: tuple[str, str | None],
    expected: list[bool],
    found: Callable[..., tuple[Series, ...]],
) -> None:
    def issue(doc: str, day: str, count: str, period: str | None) -> Issue:
        text = f"In all the helpline took {count} calls." if day > "2024-02" else f"The helpline took {count} calls."
        return doc, day, [(text, [f(count, "helpline took calls", period)])]

    (one,) = found(issue("1.txt", "2024-01-10", *first), issue("2.txt", "2024-02-10", *second))
    assert [flag.sure for flag in one.flags if flag.kind == "different values"] == expected


def test_two_files_of_one_issue_that_differ_count_once(found: Callable[..., tuple[Series, ...]]) -> None:
    def issue(doc: str, day: str, count: str) -> Issue:
        return doc, day, [(f"The forum has {count} members.", [f(count, "forum members")], "Forum")]

    (one,) = found(
        issue("1.txt", "2024-01", "121"), issue("2.pdf", "2024-02", "253"), issue("copy 2.txt", "2024-02", "169")
    )
    assert [p.value for p in one.points] == [121, 253]
    assert [(flag.kind, flag.earlier.figure.text, flag.later.figure.text) for flag in one.flags] == [
        ("different values", "169", "253")
    ]


CALLS = ("The helpline took {} calls.", "helpline took calls")
VISITS = ("The centre had {} visits.", "centre had visits")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ([VISITS], ["helpline took calls"]),
        ([CALLS, VISITS], []),
        ([], []),  # its neighbours are gone too
        ([VISITS, ("Calls that the helpline took: {} more than before.", None)], []),  # it may speak of it
    ],
)
def test_a_figure_that_stops(
    last: list[tuple[str, str | None]], expected: list[str], found: Callable[..., tuple[Series, ...]]
) -> None:
    def issue(number: int, lines: Sequence[tuple[str, str | None]]) -> Issue:
        count = str(600 + number)
        made = [(text.format(count), [f(count, metric)] if metric else [], "In numbers") for text, metric in lines]
        return f"{number}.txt", f"2024-0{number}-10", [*made, ("We wish you well.", [])]

    issues = [issue(n, [CALLS, VISITS]) for n in (1, 2, 3)]
    made = found(*issues, issue(4, last))
    assert [one.measure for one in made for flag in one.flags if flag.kind == "stopped"] == expected
