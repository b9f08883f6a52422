"""Every page of the web view on a thousand generated documents."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from docmine.settings import Settings
from docmine.web.app import application
from tests.bench.generated import PLACES, THINGS
from tests.bench.thousand import thousand
from tests.web.view import browser

MEDIAN = 0.3
"""Seconds in which a page answers."""
TIMES = 7
"""How often each is asked for, of another thing each time where it is of one thing."""
LISTS = ("commitments", "figures", "dates", "owners", "quotes", "asks", "acronyms", "documents")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    index = thousand()
    began = time.perf_counter()
    app = application(index.path, Settings(index=index.path))
    print(f"\nthe view is ready after {time.perf_counter() - began:.1f} s")
    yield browser(app)
    app.state.docmine.close()


@pytest.fixture(scope="module")
def pages(client: TestClient) -> list[list[str]]:
    """Every page, and each list narrowed and turned to its third page; of a page of one thing, as many things."""
    account = client.app.state.docmine.snapshot().account  # type: ignore[attr-defined]
    threads = [t.id for t in account.threads if t.finding.verdict == "slipped"][:TIMES]
    series = re.findall(r'href="(/series/[0-9a-f]+)"', client.get("/series").text)[:TIMES]
    figures = [account.id_of(one.points[0].figure) for one in account.series[:TIMES]]
    news = [quote(d.name) for d in account.documents if "news" in d.name][:: len(account.documents) // 20]
    asked = [f"what+was+promised+about+the+{place}+{thing}" for place, thing in zip(PLACES, THINGS, strict=False)]
    narrowed = ["topic=Transport", "publisher=Borough+Council+3", "year=2017", "q=harbour", "page=3"]
    alone = ["/", "/verdicts", "/search", "/ledger", "/series", "/checks", "/letters", "/unread", "/diff", "/api"]
    alone += [*(f"/{name}" for name in LISTS), *(f"/{name}?{query}" for name in LISTS for query in narrowed)]
    return [
        *([address] * TIMES for address in alone),
        [f"/search?q={question}" for question in asked[:TIMES]],
        series,
        *([f"/{page}/{id}" for id in threads] for page in ("thread", "review", "record")),
        [f"/record/{id}" for id in figures],
        [f"/document/{name}" for name in news[:TIMES]],
        [f"/owner/{quote(person.name)}" for person in account.people[:TIMES]],
        [f"/diff?old={old}&new={new}" for old, new in pairwise(news[: TIMES + 1])],
    ]


def test_every_page(client: TestClient, pages: list[list[str]]) -> None:
    slow = []
    for addresses in pages:
        times, working = [], time.process_time()
        for address in addresses:
            began = time.perf_counter()
            answer = client.get(address)
            times.append(time.perf_counter() - began)
            assert answer.status_code == 200, (address, answer.status_code)
        assert len(times) == TIMES
        much = f"{addresses[0]}: {median(times):.3f} s, at most {max(times):.3f}, {len(answer.content) / 1000:.0f} kB"
        much += f"; {(time.process_time() - working) / TIMES:.3f} s of a processor"
        print(much)
        if median(times) > MEDIAN:
            slow.append(much)
    assert not slow
