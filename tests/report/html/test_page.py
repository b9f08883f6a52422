"""The page: one file that asks for nothing, runs nothing, and says everything of the story."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from docmine.report.html.pictures import Picture
from docmine.report.html.render import rendered
from docmine.report.story import limits
from docmine.report.story.story import Group, Story

PICTURE = Picture("data:image/webp;base64,UklGRg==", 10, 5)


@pytest.fixture(scope="module")
def pictures(told: Story) -> Mapping[str, Picture]:
    return {told.of("slipped")[0].cite.id: PICTURE}


@pytest.fixture(scope="module")
def page(told: Story, pictures: Mapping[str, Picture]) -> str:
    return rendered(told, pictures, 5)


@pytest.fixture(scope="module")
def root(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_nothing_is_asked_for_and_nothing_runs(page: str, root: html.HtmlElement) -> None:
    assert not root.xpath("//script | //link | //iframe | //object | //embed | //form | //base")
    addresses = [*root.xpath("//@src"), *root.xpath("//@href")]
    assert addresses
    assert all(address.startswith(("#", "data:image/webp;base64,")) for address in addresses)
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert not root.xpath("//@style")
    assert not re.search(r"url\((?!#)|@import", page)


def test_the_policy_allows_its_own_style_and_pictures_only(root: html.HtmlElement) -> None:
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = root.xpath("//style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_every_link_leads_somewhere_and_no_id_is_twice(root: html.HtmlElement) -> None:
    ids = Counter(root.xpath("//@id"))
    assert [id for id, count in ids.items() if count > 1] == []
    assert [href for href in root.xpath("//@href") if href[1:] not in ids] == []


def test_headings_go_down_one_at_a_time(root: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in root.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_newcomer_finds_the_three_answers_first(root: html.HtmlElement) -> None:
    short = root.get_element_by_id("short")
    asked = [words(h) for h in short.xpath(".//h3")]
    assert asked[:3] == ["What was promised", "What moved", "What was never heard of again"]
    assert "A mobile advice bus will visit all four localities" in words(short)
    assert "That does not mean that they were not done." in words(short)
    assert "74%: does not add up . 187 ÷ 281 = 66.55%." in words(short).replace("add up.", "add up .")


def test_each_promise_has_its_words_facts_reasons_and_citation(told: Story, root: html.HtmlElement) -> None:
    for promise in told.promises:
        card = words(root.get_element_by_id(promise.anchor))
        assert " ".join(promise.text.split()) in card
        assert (promise.owner or "nobody is named") in card
        assert promise.cite.sha256 in card
        assert f"docmine id {promise.id[:8]}" in card
        assert promise.verdict.word in card


def test_a_verdict_is_a_word_beside_a_sign_that_is_not_read_aloud(root: html.HtmlElement) -> None:
    badges = root.xpath("//*[contains(concat(' ', @class, ' '), ' badge ')]")
    assert badges
    for badge in badges:
        sign = badge.xpath("./span[@aria-hidden='true']")[0]
        assert words(badge).removeprefix(words(sign)).strip()


def test_a_chart_has_a_title_a_description_and_a_table(told: Story, root: html.HtmlElement) -> None:
    charts = root.xpath("//*[@role='img']")
    assert len(charts) == sum(course.drawn for course in told.courses)
    for chart in charts:
        named = [root.get_element_by_id(id) for id in chart.get("aria-labelledby").split()]
        assert all(words(name) for name in named)
        course = next(iter(chart.xpath("ancestor::article[@class='course']")))
        assert course.xpath(".//table/caption")


def test_a_picture_says_what_stands_in_it(told: Story, root: html.HtmlElement) -> None:
    (picture,) = root.xpath("//img")
    assert told.of("slipped")[0].text in picture.get("alt")
    assert "1 picture of pages is shown, at most 5" in words(root)


def test_what_is_left_out_is_said(told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    many = told.of("unsure") * 20
    group = next(g for g in told.groups if g.verdict.key == "unsure")
    copies = tuple(replace(p, id=f"{i:016x}") for i, p in enumerate(many))
    grown = replace(told, groups=(Group(verdict=group.verdict, promises=copies),))
    page = words(html.document_fromstring(rendered(grown, {}, 0)))
    assert f"The first {limits.LISTED} of {len(many):,} are listed." in page


def test_an_empty_story_is_told_without_a_fault(told: Story) -> None:
    names = ("groups", "subjects", "moves", "unowned", "bodies", "people", "courses", "changes", "sums", "outcomes")
    empty = dict.fromkeys((*names, "letters", "short_forms", "failures", "warnings"), ())
    root = html.document_fromstring(rendered(replace(told, **empty), {}, 0))  # type: ignore[arg-type]
    page = words(root)
    assert [words(item.getparent()) for item in root.xpath("//ul[not(li)]")] == []
    assert "No promise was found here." in page
    assert "No figure is given twice." in page
