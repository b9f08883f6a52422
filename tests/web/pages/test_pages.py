"""The pages of one thing: their address, their status, and what must stand there for a reader."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from docmine.index.account import Account
from tests.web.pages.reader import Page

Read = Callable[[str], Page]
NEWS = "/document/Marlbrook%20SEND%20Newsletter%20{}.pdf"
TWO = "old=Marlbrook+SEND+Newsletter+1.pdf&new=Marlbrook+SEND+Newsletter+2.pdf"

PAGES = [
    (NEWS.format(1), ["Published November 2023 (stated in the text)", "number 1", "SHA-256", "the one after"]),
    (NEWS.format(2), ["the one before (November 2023)", "the one after (May 2024)", "the issue before"]),
    ("/document/send-improvement-programme.html", ["added 12 June 2024", "16 October 2023"]),
    ("/document/2024-05-14%20RE%20Taxi%20route%20to%20Ashgrove%20School.eml", ["Earlier mail", "Kind"]),
    ("/checks", ["187 ÷ 281 = 66.55%", "Does not add up", "118 + 97 + 134 + 61 = 410", "2 sums of 29"]),
    ("/checks?verdict=all", ["29 sums of 29", "Adds up, rounded"]),
    ("/checks?verdict=agrees&q=zzz", ["No document states a sum that can be worked out again with these words"]),
    ("/ledger", ["Dates that were moved", "365 days later", "31 July 2024 said 18 March 2024"]),
    ("/ledger?list=done", ["Reported as done", "Against its date", "is no proof that it was late"]),
    ("/ledger?q=zzz", ["None of these had its date moved"]),
    ("/letters", ["Open letter to Marlbrook City Council", "No sentence speaks of “club”", "What the reply says"]),
    ("/series", ["Occupational therapy", "The starting point moved"]),
    ("/series?odd=yes", ["The starting point moved"]),
    ("/unread", ["What could not be read"]),
    ("/diff", ["First document", "Issues one after the other", "November 2023 and February 2024"]),
    (f"/diff?{TWO}", ["11.5 weeks → became 11 weeks", "Promises that the second does not repeat", "Read it there"]),
    ("/diff?old=nothing.pdf&new=", ["No document is called “nothing.pdf”"]),
    ("/diff?old=/etc/passwd&new=../README.md", ["No document is called “/etc/passwd”"]),
    (f"/diff?old={TWO.split('&')[0][4:]}&new={TWO.split('&')[0][4:]}", ["These are one document"]),
    ("/owner/Marian%20Oyelaran", ["Director of Children’s Services", "Named in", "promise"]),
    ("/owner/marian%20oyelaran", ["Who this is"]),
]


@pytest.mark.parametrize(("address", "words"), PAGES)
def test_what_a_page_says(page: Read, address: str, words: list[str]) -> None:
    found = page(address)
    assert not [said for said in words if said not in found.text]
    assert not found.faults()


@pytest.mark.parametrize(
    "address",
    [
        *("/document/nothing.pdf", "/document/ffffffffffffffff", "/document/..%2f..%2fetc%2fpasswd", "/document/a%20b"),
        *("/record/ffffffffffffffff", "/record/zz", "/record/%3Cscript%3E", "/thread/ffffffffffffffff", "/thread/abc"),
        *("/series/ffffffffffffffff", "/owner/Nobody%20Atall", "/picture/ffffffffffffffff.png", "/picture/zz.png"),
        *(
            "/page/nothing.pdf/1.png",
            "/page/ffffffffffffffff/1.png",
            "/file/nothing.pdf",
            "/file/..%2f..%2fetc%2fpasswd",
        ),
        *("/page/Marlbrook%20SEND%20Newsletter%201.pdf/0.png", "/page/Marlbrook%20SEND%20Newsletter%201.pdf/99.png"),
        *("/page/2025-03-17%20You%20said,%20we%20did.md/1.png", "/file//etc/passwd"),
        *(f"/page/Marlbrook%20SEND%20Newsletter%201.pdf/{'9' * 5000}.png", "/page/nothing.pdf/one.png"),
    ],
)
def test_what_nobody_knows_is_not_there(sample: TestClient, address: str) -> None:
    answer = sample.get(address)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "<script>" not in answer.text


def test_every_thread_person_record_and_series_has_a_sound_page(page: Read, account: Account) -> None:
    addresses = [f"/thread/{thread.id}" for thread in account.threads[::9]]
    addresses += [f"/owner/{person.name}" for person in account.people]
    addresses += [
        f"/record/{account.id_of(r)}" for r in (*account.figures[::20], *account.dates[::20], *account.quotes)
    ]
    addresses += [f"/record/{account.id_of(r)}" for r in (*account.asks, *account.acronyms[::10])]
    addresses += [link for link in page("/series").links if link.startswith("/series/")]
    assert not {address: faults for address in addresses if (faults := page(address).faults())}


def test_links_of_these_pages_lead_somewhere(page: Read, sample: TestClient, thread_with: Callable[[str], str]) -> None:
    thread = f"/thread/{thread_with('extend the evening crisis line')}"
    pages = (thread, "/checks", "/ledger", "/letters", "/series", "/unread", "/diff", f"/diff?{TWO}", NEWS.format(2))
    kinds: dict[str, list[str]] = {}
    for link in sorted({link.partition("#")[0] for address in pages for link in page(address).links}):
        kinds.setdefault(link.split("/")[1].split("?")[0] if link.startswith("/") else "", []).append(link)
    assert {"document", "thread", "record", "series", "page", "file", "diff"} <= kinds.keys()
    chosen = [link for kind, links in kinds.items() if kind for link in links[:4]]
    assert not {link: status for link in chosen if (status := sample.get(link).status_code) != 200}


def test_a_thread_tells_the_whole_life(page: Read, thread_with: Callable[[str], str]) -> None:
    found = page(f"/thread/{thread_with('extend the evening crisis line')}")
    for words in (
        *("Reported as done", "How sure is this?", "Why docmine says so", "Through time", "How its date moved"),
        *("91 days later than at first", "306 days later than at first", "What was searched", "Is this verdict right?"),
        *("12 June 2024", "SHA-256"),
    ):
        assert words in found.text, words


def test_the_beginning_of_an_id_leads_to_its_thread(sample: TestClient, thread_with: Callable[[str], str]) -> None:
    id = thread_with("extend the evening crisis line")
    answer = sample.get(f"/thread/{id[:8]}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/thread/{id}")


def test_a_record_stands_in_its_sentence_and_on_its_page(page: Read, account: Account) -> None:
    figure = next(f for f in account.figures if f.text == "11.5 weeks" and f.doc.endswith("Newsletter 1.pdf"))
    found = page(f"/record/{account.id_of(figure)}")
    assert [mark.text() for mark in found.main.all("mark")] == ["11.5 weeks"]
    assert [cell.text() for cell in found.main.all("th")] == ["Service", "Average wait", "Children waiting"]
    for words in ("Speech and language therapy (SLT)", "What it measures", "Read it in its document"):
        assert words in found.text, words
    (picture,) = found.main.all("img")
    assert picture.attributes["src"] == f"/picture/{account.id_of(figure)}.png"
    assert "page 1" in picture.attributes["alt"]


def test_a_person_is_shown_with_what_is_theirs(page: Read, account: Account) -> None:
    person = max(account.people, key=lambda p: len(p.commitments))
    found = page(f"/owner/{person.name}")
    threads = [link for link in found.links if link.startswith("/thread/")]
    assert len(threads) == len(person.commitments)
    assert all(doc in found.text for held in person.held for doc in held.documents[:3])


def test_a_body_that_owns_promises_has_a_page(page: Read, account: Account) -> None:
    body = "Marlbrook City Council"
    threads = [t for t in account.threads if t.commitment.owner == body]
    found = page(f"/owner/{body}")
    assert f"the one to do {len(threads)} things" in found.text


def test_any_two_documents_can_be_compared(page: Read, account: Account) -> None:
    for old, new in itertools.pairwise(account.documents):
        found = page(f"/diff?old={old.sha256[:16]}&new={quote(new.name)}")
        assert "What differs" in found.text
        assert found.faults() == []


@pytest.mark.parametrize("name", ["checks", "ledger", "letters", "series", "unread", "diff"])
@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_downloads(sample: TestClient, name: str, form: str) -> None:
    answer = sample.get(f"/{name}.{form}?{TWO}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].endswith(f'.{form}"')
    if form == "json" and name != "unread":
        assert answer.json()


def test_a_series_is_drawn_and_told(page: Read) -> None:
    link = next(link for link in page("/series?q=occupational&odd=yes").links if link.startswith("/series/"))
    found = page(link)
    (drawing,) = [e for e in found.main.all("svg") if e.attributes.get("role") == "img"]
    names = drawing.attributes["aria-labelledby"].split()
    told = {e.attributes.get("id"): e.text() for e in drawing.all("title", "desc")}
    assert all(told[name] for name in names)
    assert "The table has the same values" in found.text
    assert "What to ask about" in found.text
