"""The API: what it answers is what its description says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from docmine.web.api.models import ROWS, HitRow, Searched, Status
from docmine.web.kinds import KINDS

NAMES = [kind.name for kind in KINDS]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_as_it_is_described(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/{name}?limit=1000").json()
    rows = answer["items"]
    assert len(rows) == answer["total"] or name in ("owners", "acronyms")  # a row a role, or a meaning
    assert rows
    model = ROWS[name]
    for row in rows:
        assert set(row) == set(model.model_fields)
        TypeAdapter(model).validate_python(row)


@pytest.mark.parametrize(
    ("path", "model"), [("/api/search?q=recovery+plan", Searched), ("/api/status", Status)], ids=["search", "status"]
)
def test_an_answer_is_as_it_is_described(client: TestClient, path: str, model: Any) -> None:
    answer = client.get(path).json()
    assert set(answer) == set(model.model_fields)
    TypeAdapter(model).validate_python(answer)


def test_parts_of_a_list_are_all_of_it(client: TestClient) -> None:
    every = client.get("/api/commitments").json()["items"]
    parts = [client.get(f"/api/commitments?limit=2&offset={i}").json() for i in range(0, len(every), 2)]
    assert [row["id"] for part in parts for row in part["items"]] == [row["id"] for row in every]
    assert {part["total"] for part in parts} == {len(every)}


@pytest.mark.parametrize(
    ("asked", "words"), [("q=sensory", "sensory"), ("topic=NST", "caseworkers"), ("year=2022&owner=nobody", "")]
)
def test_a_list_is_narrowed_as_its_page_is(client: TestClient, asked: str, words: str) -> None:
    rows = client.get(f"/api/commitments?{asked}").json()["items"]
    page = client.get(f"/commitments?{asked}").text
    assert {row["id"] for row in rows} == set(re.findall(r'<a href="/thread/(\w{16})">“', page))
    assert not words or any(words in row["text"] for row in rows)


def test_a_record_is_shown_in_its_place(client: TestClient, thread_of: Callable[[str], str], made: Path) -> None:
    id = thread_of("sensory room")
    row = client.get(f"/api/record/{id[:8]}").json()
    assert row["id"] == id
    assert row["document"]["name"] == "letter.txt"
    assert str(made.parent) not in str(row)  # where files lie on this computer is nobody's business


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/search", 400, "q: "),
        ("/api/search?q=", 400, "q: "),
        ("/api/search?q=...", 400, "empty"),
        ("/api/search?q=plan&limit=0", 400, "limit: "),
        ("/api/figures?limit=1001", 400, "limit: "),
        ("/api/figures?offset=-1", 400, "offset: "),
        ("/api/figures?limit=many", 400, "limit: "),
        ("/api/record/ffffffffffffffff", 404, "No record"),
        ("/api/record/zz", 404, "is no id"),
        ("/api/record/..%2f..%2fetc", 404, ""),
        ("/api/nothing", 404, "nothing at this address"),
    ],
)
def test_what_goes_wrong_is_a_sentence(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.json()["error"]
    assert set(answer.json()) == {"error"}


def test_nothing_comes_after_the_end(client: TestClient) -> None:
    assert client.get(f"/api/figures?offset={10**20}").json()["items"] == []


def test_the_description_has_every_address_and_loads_nothing(client: TestClient) -> None:
    made = client.get("/api/openapi.json").json()
    assert made["openapi"].startswith("3.")
    assert {f"/api/{name}" for name in (*NAMES, "search", "status", "series", "checks", "record/{id}")} == set(
        made["paths"]
    )
    page = client.get("/api").text
    for path, methods in made["paths"].items():
        assert path in page
        assert methods["get"]["summary"] in page or "&" in methods["get"]["summary"]
        assert methods["get"]["description"]
    facets = {p["name"] for p in made["paths"]["/api/commitments"]["get"]["parameters"]}
    assert {
        "verdict",
        "topic",
        "owner",
        "publisher",
        "series",
        "type",
        "year",
        "q",
        "sort",
        "limit",
        "offset",
    } == facets


def test_the_examples_are_of_their_kind(client: TestClient) -> None:
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    for model in (*ROWS.values(), HitRow):
        example = schemas[model.__name__].get("example")
        if example is not None:
            TypeAdapter(model).validate_python(example)
            assert set(example) <= set(model.model_fields)  # OpenAPI leaves out what is null
    assert sum("example" in schema for schema in schemas.values()) >= 7


def test_every_address_of_the_description_answers(client: TestClient) -> None:
    for path in client.get("/api/openapi.json").json()["paths"]:
        if "{" not in path:
            answer = client.get(f"{path}?q=plan")
            assert answer.status_code == 200, path
            assert answer.headers["content-type"] == "application/json"
