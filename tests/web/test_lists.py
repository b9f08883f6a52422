"""Lists: facets and their counts, words, order, pages, and the same as a file."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from docmine.index import Index
from docmine.web.facets import facets
from docmine.web.kinds import KINDS

OPTION = re.compile(r'name="(\w+)" value="([^"]*)"( checked)?> <span>([^<]*)</span> <span class="count[^"]*">([\d,]+)')


def options(text: str) -> dict[tuple[str, str], int]:
    return {(name, unescape(value)): int(count) for name, value, _, _, count in OPTION.findall(text)}


def total(text: str) -> int:
    return int(re.findall(r'<p role="status"><b>([\d,]+)', text)[0].replace(",", ""))


THINGS = [
    {"a": ("x",), "b": ("1",)},
    {"a": ("x",), "b": ("2",)},
    {"a": ("y",), "b": ("1",)},
    {"a": ("x", "y"), "b": ()},
]


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ({}, {("a", "x"): 3, ("a", "y"): 2, ("b", "1"): 2, ("b", "2"): 1}),
        ({"a": ("y",)}, {("a", "x"): 3, ("a", "y"): 2, ("b", "1"): 1}),
        ({"b": ("1",)}, {("a", "x"): 1, ("a", "y"): 1, ("b", "1"): 2, ("b", "2"): 1}),
        ({"a": ("x",), "b": ("2",)}, {("a", "x"): 1, ("b", "1"): 1, ("b", "2"): 1}),
        ({"b": ("3",)}, {("b", "1"): 2, ("b", "2"): 1, ("b", "3"): 0}),
    ],
)
def test_a_count_is_what_the_choice_would_give(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, tuple[str, ...]], counts: dict[tuple[str, str], int]
) -> None:
    monkeypatch.setattr("docmine.web.facets.LABELS", {"a": "A", "b": "B"})
    found = facets(("a", "b"), THINGS, given)
    shown = {(f.name, o.value): o.count for f in found for o in (*f.first, *f.more)}
    assert shown.items() <= counts.items()
    assert {key for key in counts if key[0] in {f.name for f in found}} == set(shown)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_facet_gives_as_many_as_it_says(client: TestClient, kind: Any) -> None:
    said = options(client.get(f"/{kind.name}").text)
    for (name, value), count in said.items():
        narrowed = client.get(f"/{kind.name}?{urlencode({name: value})}").text
        assert total(narrowed) == count, (name, value)
        assert options(narrowed)[name, value] == count


def test_facets_of_promises_are_those_of_the_index(client: TestClient, made: Path) -> None:
    findings = [f for f in Index(made).track() if f.same_as is None]
    said = options(client.get("/commitments").text)
    assert {v: n for (name, v), n in said.items() if name == "verdict"} == Counter(f.verdict for f in findings)
    assert ("owner", "nobody") in said or all(f.owner for f in findings)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("q=sensory", ["sensory room"]),
        ("q=SENSORY+alder", ["sensory room"]),
        ("q=sensory+helicopter", []),
        ("topic=recovery+plan", ["recovery plan"]),
        ("topic=NST", ["five caseworkers"]),
        ("year=2022&q=plan", ["recovery plan"]),
        ("year=1999", []),
        ("verdict=nonsense", []),
        ("publisher=Harrowfield+Council&q=sensory", ["sensory room"]),
    ],
)
def test_promises_are_narrowed(client: TestClient, asked: str, words: list[str]) -> None:
    text = client.get(f"/commitments?{asked}").text
    quoted = re.findall(r'<a href="/thread/\w{16}">“(.*?)”</a>', text, re.S)
    assert bool(quoted) == bool(words)
    assert all(any(word in quote for quote in quoted) for word in words)


@pytest.mark.parametrize("page", ["0", "-1", "99999", "99999999999999999999", "x", "²", "1"])
def test_a_page_that_is_none_is_the_nearest(client: TestClient, page: str) -> None:
    answer = client.get("/commitments", params={"page": page})
    assert answer.status_code == 200
    assert "/thread/" in answer.text


def test_pages_hold_everything_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docmine.web.listed.PAGE", 2)
    every = total(client.get("/dates").text)
    seen: list[str] = []
    address: str | None = "/dates?sort=value"
    while address:
        text = client.get(address).text
        seen += re.findall(r'<th scope="row"><a href="/record/(\w+)"', text)
        address = next(iter(re.findall(r'<a href="([^"]+)" rel="next"', text)), None)
        address = unescape(address) if address else None
        assert address is None or "sort=value" in address
    assert len(seen) == len(set(seen)) == every > 2


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_order_is_one(client: TestClient, kind: Any) -> None:
    for sort in (*kind.sorts, "nonsense"):
        answer = client.get(f"/{kind.name}?sort={sort}")
        assert answer.status_code == 200
        assert total(answer.text) == total(client.get(f"/{kind.name}").text)


@pytest.mark.parametrize("path", [*(f"/{kind.name}" for kind in KINDS), "/search"])
def test_a_list_can_be_taken_along(client: TestClient, path: str) -> None:
    asked = "?q=plan" if path == "/search" else ""
    rows = client.get(f"{path}.json{asked}")
    parsed = json.loads(rows.text)
    assert parsed
    table = client.get(f"{path}.csv{asked}")
    lines = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert len(lines) == len(parsed)
    book = client.get(f"{path}.xlsx{asked}")
    assert "xl/worksheets/sheet1.xml" in zipfile.ZipFile(io.BytesIO(book.content)).namelist()
    for answer, end in ((rows, "json"), (table, "csv"), (book, "xlsx")):
        assert answer.headers["content-disposition"] == f'attachment; filename="{path[1:]}.{end}"'
    assert "path" not in parsed[0]


def test_a_download_is_narrowed_as_the_list_is(client: TestClient) -> None:
    text = client.get("/commitments?q=plan&sort=oldest").text
    (address,) = re.findall(r'href="(/commitments\.csv[^"]*)"', text)
    rows = list(csv.DictReader(io.StringIO(client.get(unescape(address)).content.decode("utf-8-sig"))))
    assert len(rows) == total(text)
    assert all("plan" in row["text"].lower() or "plan" in row["topic"].lower() for row in rows)
    assert rows[0]["doc"] == "letter.txt"
