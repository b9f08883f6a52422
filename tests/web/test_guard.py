"""Who is let in, what every answer carries, and what may write."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from docmine import settings
from docmine.web.app import application
from docmine.web.guard import COOKIE, LOOPBACK, POLICY
from tests.web.view import ADDRESS, browser

TOKEN = "a-token-of-this-test"
HERE = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(scope="module")
def lent(made: Path) -> FastAPI:
    """The view as other computers reach it."""
    return application(made, settings.load({}), token=TOKEN, hosts=LOOPBACK | {"desk", "*"})


def form_token(client: TestClient, address: str) -> str:
    (token,) = re.findall(r'name="form_token" value="([^"]+)"', client.get(address).text)
    return token


@pytest.mark.parametrize(
    "path", ["/", "/commitments", "/search?q=plan", "/nothing", "/static/web.css", "/commitments.csv", "/api/status"]
)
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("LOCALHOST", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8765", 421),
        ("192.168.1.7:8765", 421),
        ("[::1]evil.example", 421),
        ("[::1", 421),
        ("localhost:8765/static/", 421),
        ("localhost:8765, evil.example", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_computer_are_answered(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == status
    assert ("Harrowfield" in answer.text) == (status == 200)


@pytest.mark.parametrize(
    ("host", "status"),
    [("desk:8765", 200), ("192.168.1.7:8765", 200), ("[fe80::1]:8765", 200), ("evil.example", 421), ("other", 421)],
)
def test_a_view_for_others_takes_its_names_and_numbers(lent: FastAPI, host: str, status: int) -> None:
    answer = browser(lent).get("/", headers={"Host": host, "Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 401),
        ("/api/status", {}, 401),
        ("/commitments.csv", {}, 401),
        ("/?token=", {}, 401),
        ("/?token=wrong", {}, 401),
        ("/", {"Cookie": f"{COOKIE}=wrong"}, 401),
        ("/", {"Authorization": "Bearer wrong"}, 401),
        ("/", {"Authorization": f"Basic {TOKEN}"}, 401),
        ("/", {"Authorization": f"Bearer {TOKEN}"}, 200),
        ("/", {"Cookie": f"{COOKIE}={TOKEN}"}, 200),
        ("/static/web.css", {}, 200),
    ],
)
def test_a_token_is_demanded(lent: FastAPI, path: str, headers: Mapping[str, str], status: int) -> None:
    answer = browser(lent).get(path, headers=headers)
    assert answer.status_code == status
    assert "Harrowfield" not in answer.text or status == 200


@pytest.mark.parametrize("path", ["/", "/static/nothing"])
def test_who_has_no_token_is_told_nothing_of_the_index(made: Path, tmp_path: Path, path: str) -> None:
    index = Path(shutil.copy(made, tmp_path / "gone.duckdb"))
    app = application(index, settings.load({}), token=TOKEN)
    index.unlink()
    client = browser(app)
    assert "gone.duckdb" in client.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).text
    assert "gone.duckdb" not in client.get(path).text
    app.state.docmine.close()


def test_the_token_of_the_address_becomes_a_cookie(lent: FastAPI) -> None:
    client = browser(lent)
    answer = client.get(f"/commitments?token={TOKEN}&verdict=open")
    assert answer.status_code == 200
    assert TOKEN not in answer.text
    assert '"/commitments?verdict=open"' in answer.text
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/commitments").status_code == 200


def test_what_follows_the_token_leads_nowhere_else(lent: FastAPI) -> None:
    answer = browser(lent).get(f"{ADDRESS}//evil.example/?token={TOKEN}")
    assert "url=/evil.example/" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/commitments").status_code == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (HERE, 303),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 303),  # what a browser sends under our referrer policy
        ({}, 303),  # no browser: it has read the form
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": ADDRESS, "Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
    ],
)
def test_only_our_own_pages_write(
    own: tuple[TestClient, Path], thread_of: Callable[[str], str], headers: Mapping[str, str], status: int
) -> None:
    client, _ = own
    id = thread_of("sensory room")
    form = {"form_token": form_token(client, f"/review/{id}"), "verdict": "agree", "reason": ""}
    answer = client.post(f"/review/{id}", data=form, headers=headers)
    assert answer.status_code == status
    assert ("judged by a person" in client.get("/commitments").text) == (status == 303)


@pytest.mark.parametrize("token", [None, "", "of-another-server"])
def test_a_form_without_its_token_changes_nothing_and_loses_nothing(
    own: tuple[TestClient, Path], thread_of: Callable[[str], str], token: str | None
) -> None:
    client, _ = own
    form = {"verdict": "delivered", "reason": "I have seen <it>."} | ({} if token is None else {"form_token": token})
    answer = client.post(f"/review/{thread_of('sensory room')}", data=form, headers=HERE)
    assert answer.status_code == 403
    assert "I have seen &lt;it&gt;." in answer.text
    assert "judged by a person" not in client.get("/commitments").text


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b'{"verdict": "agree"}', "application/json", 415),
        (b"verdict=agree", "text/plain", 415),
        (b"a=" + b"x" * 70_000, "application/x-www-form-urlencoded", 413),
        (b"\xff\xfe=%ff", "application/x-www-form-urlencoded", 403),
    ],
)
def test_only_small_forms_are_read(client: TestClient, content: bytes, kind: str, status: int) -> None:
    answer = client.post("/review/402e2300", content=content, headers={**HERE, "Content-Type": kind})
    assert answer.status_code == status
