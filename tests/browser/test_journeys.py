"""What a person does with the web view: asks, narrows, follows, compares, judges, takes lists away."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from docmine.index import Index
from tests.browser.conftest import Windows

Filled = Callable[[str], str]


def test_a_question_is_answered_and_its_reading_shown(window: Windows) -> None:
    page = window()
    page.goto("/")
    page.get_by_role("searchbox", name="Search the documents").fill("what was promised about waiting times")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("“what was promised about waiting times”")
    reading = page.get_by_text("How the question was read").locator("xpath=..")
    expect(reading.locator("dd").first).to_be_visible()
    hits = page.locator("ol.hits > li")
    assert "wait" in hits.first.inner_text().casefold()
    hits.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Through time")).to_be_visible()


def test_a_list_is_narrowed_and_the_way_back_kept(window: Windows) -> None:
    page = window()
    page.goto("/commitments")
    every = _told(page)
    box = page.get_by_role("checkbox", name="Slipped")
    count = _number(page.locator("label").filter(has=box).inner_text())
    box.check()
    page.get_by_role("button", name="Show these").click()
    expect(page.get_by_role("checkbox", name="Slipped")).to_be_checked()
    assert _number(_told(page)) == count
    expect(page.locator("ol.hits > li")).to_have_count(count)
    page.get_by_role("link", name="Take back").click()
    expect(page.get_by_role("checkbox", name="Slipped")).not_to_be_checked()
    assert _told(page) == every
    page.go_back()
    expect(page.locator("ol.hits > li")).to_have_count(count)


def _told(page: Page) -> str:
    """How many there are: "84 promises"."""
    return page.locator("main").get_by_role("status").first.inner_text()


def _number(text: str) -> int:
    (found,) = re.findall(r"\d+", text.partition("of these")[0].partition(",")[0])
    return int(found)


def test_a_promise_is_followed_to_its_words(window: Windows) -> None:
    page = window()
    page.goto("/commitments?verdict=slipped")
    link = page.locator("ol.hits blockquote").get_by_role("link").first
    words = link.inner_text().strip("“”")
    link.click()
    expect(page.locator("main blockquote").first).to_have_text(f"“{words}”")
    assert page.locator(".timeline > li").count() >= 2
    expect(page.get_by_role("heading", name="How its date moved")).to_be_visible()
    picture = page.locator("figure img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('figure img').naturalWidth > 0")
    page.locator("a[href*='#here']").first.click()
    expect(page.locator("mark#here")).to_be_in_viewport()
    page.locator(".tag").evaluate_all("letters => letters.forEach(letter => letter.remove())")
    assert " ".join(page.locator("mark").all_text_contents()).split() == words.split()


def test_two_documents_side_by_side(window: Windows, filled: Filled) -> None:
    page = window()
    page.goto("/diff")
    for label, name in (("First document", "{pdf}"), ("Second document", "{pdf_after}")):
        page.get_by_label(label).select_option(unquote(filled(name)))
    page.get_by_role("button", name="Compare").click()
    assert page.url.endswith(filled("/diff?old={pdf}&new={pdf_after}").replace("%20", "+"))
    gone, new = page.locator(".side del").first, page.locator(".side ins").first
    assert gone.inner_text() != new.inner_text()
    left, right = gone.bounding_box(), new.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] < right["x"]


@pytest.fixture
def judged(followed: Path) -> str:
    """The id of a promise that is still open, which no other test looks at."""
    return [thread.id for thread in Index(followed).account().threads if thread.finding.verdict == "open"][-1]


def test_a_judgement_is_stored_and_shown(window: Windows, followed: Path, judged: str) -> None:
    page = window()
    page.goto(f"/thread/{judged}")
    page.get_by_label("Yes: ").check()
    page.get_by_role("button", name="Save my judgement").click()
    expect(page.get_by_role("main")).to_contain_text("A person has judged this")
    page.get_by_label("Never heard of again").check()
    page.get_by_role("button", name="Save my judgement").click()
    expect(page.get_by_role("alert")).to_contain_text("why")
    assert "400" in window.complaints.pop()
    expect(page.get_by_label("Never heard of again")).to_be_checked()
    page.get_by_label("Why").fill("The board struck it off in May.")
    page.get_by_role("button", name="Save my judgement").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Never heard of again")
    expect(page.get_by_role("main")).to_contain_text("The board struck it off in May.")
    (finding,) = [thread.finding for thread in Index(followed).account().threads if thread.id == judged]
    assert finding.verdict == "dropped"


def test_a_list_is_taken_away(window: Windows) -> None:
    page = window()
    page.goto("/commitments?verdict=delivered")
    count = page.locator("ol.hits > li").count()
    table = _downloaded(page, "CSV").decode("utf-8-sig")
    assert len(list(csv.DictReader(StringIO(table)))) == count
    assert len(json.loads(_downloaded(page, "JSON"))) == count
    (sheet,) = openpyxl.load_workbook(BytesIO(_downloaded(page, "Excel"))).worksheets
    assert sheet.max_row == count + 1


def _downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/search?q=waiting+times", "How the question was read"),
        ("/document/{pdf}", "Marked in the text"),
        ("/thread/{slipped}", "Through time"),
        ("/diff?old={pdf}&new={pdf_after}", "Only in the second"),
    ],
)
def test_reading_needs_no_script(address: str, words: str, window: Windows, filled: Filled) -> None:
    page = window(java_script_enabled=False)
    page.goto(filled(address))
    expect(page.get_by_text(words).first).to_be_visible()


def test_searching_needs_no_script(window: Windows) -> None:
    page = window(java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Search the documents").fill("waiting times")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("ol.hits > li").first).to_be_visible()
    page.get_by_role("checkbox", name="Weakened").check()
    page.get_by_role("button", name="Show these").click()
    expect(page.get_by_role("checkbox", name="Weakened")).to_be_checked()
