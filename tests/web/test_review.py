"""Judgements: stored in the index as by `track review`, shown at once, never lost."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from docmine.index import Index
from docmine.store import Store
from docmine.web.pages.review import LONGEST


def sent(client: TestClient, id: str, **said: str) -> tuple[int, str, str]:
    """Status, address to go on to, and page."""
    (token,) = re.findall(r'name="form_token" value="([^"]+)"', client.get(f"/review/{id}").text)
    answer = client.post(f"/review/{id}", data={"form_token": token, **said})
    return answer.status_code, answer.headers.get("location", ""), answer.text


@pytest.mark.parametrize(
    ("said", "verdict", "reason"),
    [
        ({"verdict": "agree", "reason": ""}, None, ""),
        ({"verdict": "agree", "reason": "So it is."}, None, "So it is."),
        (
            {"verdict": "delivered", "reason": "It  opened\r\nin May; <b>I was there</b>."},
            "delivered",
            "It opened in May;",
        ),
    ],
)
def test_a_judgement_is_stored_and_shown(
    own: tuple[TestClient, Path],
    thread_of: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
    said: dict[str, str],
    verdict: str | None,
    reason: str,
) -> None:
    client, path = own
    id = thread_of("sensory room")
    before = next(f for f in Index(path).track() if "sensory room" in f.text)
    status, to, _ = sent(client, id, **said)
    assert (status, to) == (303, f"/thread/{id}#judgement")
    after = next(f for f in Index(path).track() if "sensory room" in f.text)
    assert after.review is not None
    assert after.review["verdict"] == (verdict or before.verdict)
    assert str(after.review["reason"]).startswith(reason)
    assert "being read again" not in client.get("/").text
    hits = client.get("/api/search?q=sensory+room").json()["hits"]
    assert hits[0]["verdict"] == after.review["verdict"]
    monkeypatch.setattr("docmine.web.state.PATIENCE", 0.0)
    monkeypatch.setattr("docmine.web.state.MOMENT", 0.0)
    for _ in range(2):  # at once, and from the next snapshot
        text = client.get(f"/review/{id}").text
        assert "A person has judged this" in text
        assert "<b>I was" not in text
        assert "judged by a person" in client.get(f"/commitments?q=sensory&verdict={after.review['verdict']}").text
        path.touch()
        assert "being read again" in client.get("/").text
        client.app.state.docmine.settle()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, "Say whether the verdict is right"),
        ({"verdict": "nonsense", "reason": "Because."}, "Say whether the verdict is right"),
        ({"verdict": "delivered", "reason": "  "}, "Say in a few words why"),
        ({"verdict": "delivered", "reason": "so " * LONGEST}, "Shorten the reason"),
    ],
)
def test_half_a_judgement_is_asked_for_again(
    own: tuple[TestClient, Path], thread_of: Callable[[str], str], said: dict[str, str], why: str
) -> None:
    client, path = own
    before = path.read_bytes()
    status, _, text = sent(client, thread_of("sensory room"), **said)
    assert status == 400
    assert why in text
    assert said.get("reason", "").strip() in text
    assert path.read_bytes() == before


def test_while_another_writes_the_typed_words_stay(
    own: tuple[TestClient, Path], thread_of: Callable[[str], str], busy: Callable[[Path], None]
) -> None:
    client, path = own
    busy(path)
    status, _, text = sent(client, thread_of("sensory room"), verdict="delivered", reason="I was there.")
    assert status == 503
    assert "This could not be saved" in text
    assert "by another docmine" in text
    assert ">I was there.</textarea>" in text
    assert re.search(r'value="delivered"[^>]* checked', text)


@pytest.mark.parametrize("id", ["ffffffffffffffff", "x", "402e2300"])
def test_what_is_no_promise_cannot_be_judged(
    own: tuple[TestClient, Path], thread_of: Callable[[str], str], id: str
) -> None:
    client, _ = own
    (token,) = re.findall(r'name="form_token" value="([^"]+)"', client.get(f"/review/{thread_of('sensory')}").text)
    assert client.get(f"/review/{id}").status_code == 404
    assert client.post(f"/review/{id}", data={"form_token": token, "verdict": "agree"}).status_code == 404


def test_reading_and_judging_elsewhere_leave_the_index_alone(own: tuple[TestClient, Path], tmp_path: Path) -> None:
    client, path = own
    before = Path(shutil.copy(path, tmp_path / "before")).read_bytes()
    for address in ("/", "/commitments", "/search?q=plan", "/api/commitments"):
        assert client.get(address).status_code == 200
    assert path.read_bytes() == before
    Store.open(path).close()  # nobody holds it
