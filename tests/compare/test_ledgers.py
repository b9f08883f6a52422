"""How dates and owners moved, where else the same is announced, and what is standing text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docmine.compare import track
from docmine.compare.recycled import money
from docmine.records import Finding
from docmine.settings import Settings
from docmine.store import Store
from tests.compare.conftest import write

Follow = Callable[..., tuple[Finding, ...]]
CLINIC = "The harbour clinic for young carers will open by {} 2023."


def test_the_first_date_stays_and_each_revision_has_its_source(follow: Follow) -> None:
    found = follow(
        ("1.txt", "2023-02", [f"!2023-05-31 {CLINIC.format('May')}"]),
        ("2.txt", "2023-06", [f"!2023-08-31 {CLINIC.format('August')}"]),
        ("3.txt", "2023-09", [f"!2023-11-30 {CLINIC.format('November')}"]),
    )[0]
    history = [(h["doc"], h["due"], h["days"], h["start"]) for h in found.due_history]
    assert history == [
        ("1.txt", "2023-05-31", 0, 0),
        ("2.txt", "2023-08-31", 92, 0),
        ("3.txt", "2023-11-30", 183, 0),
    ]
    assert (found.revisions, found.days_slipped, found.due) == (2, 183, "2023-05-31")


def test_nothing_moved(follow: Follow) -> None:
    found = follow(("1.txt", "2023-02", [f"!2023-05-31 {CLINIC.format('May')}"]), ("2.txt", "2023-04", ["Rain."]))[0]
    assert (found.revisions, found.days_slipped, len(found.owner_history)) == (0, None, 1)


def test_the_same_announced_by_another_body(tmp_path: Path) -> None:
    text = "! We will invest £2.5 million in the harbour clinic for young carers."
    again = "Young carers: £2.5 million for the harbour clinic."
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        write(store, ("1.txt", "2023-02", [text]), series=None, publisher="Port Council", doc_type="newsletter")
        write(store, ("2.txt", "2023-08", [again]), series=None, publisher="Health Board", doc_type="newsletter")
        write(
            store, ("3.txt", "2023-09", ["£2.5 million for roads."]), series=None, publisher="B", doc_type="newsletter"
        )
        found = track(store, Settings())[0]
    assert [(e["doc"], e["publisher"]) for e in found.also_in] == [("2.txt", "Health Board")]


def test_sums_of_money() -> None:
    assert money("£2.5 million, £300k and a fee of £40") == {2_500_000, 300_000}


def test_text_that_every_issue_carries_is_standing_text(follow: Follow) -> None:
    line = "! The harbour news will transform how the council talks with its tenants."
    once = "! The pier will be painted for the summer."
    news = [f"{n} boats came into the harbour on a {day}." for n in (3, 5, 7, 9) for day in ("Monday", "Friday")]
    issues = [
        (f"{i}.txt", f"2023-0{i}", [line, *([once] if i < 3 else []), *news[2 * i - 2 : 2 * i]]) for i in range(1, 5)
    ]
    assert [(f.text == line[2:]) == f.standing for f in follow(*issues)] == [True] * 6
