"""What is told of the sample publications."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docmine.index import Index
from docmine.index.scope import Scope
from docmine.records import Evidence
from docmine.report.story.ledger import moves
from docmine.report.story.promises import MAY_SPEAK, followed
from docmine.report.story.story import Story, story
from docmine.report.verdicts import VERDICTS


def test_every_promise_is_told_once_under_its_verdict(told: Story, sample_index: Index) -> None:
    threads = sample_index.account().threads
    assert sorted(p.id for p in told.promises) == sorted(thread.id for thread in threads)
    assert {p.id: p.verdict.key for p in told.promises} == {t.id: t.finding.verdict for t in threads}
    assert [g.verdict.key for g in told.groups] == [key for key in VERDICTS if told.of(key)]


def test_every_quotation_has_its_words_and_a_citation_that_finds_them(told: Story, sample_index: Index) -> None:
    texts = {d.name: sample_index.opened(d.name) for d in sample_index.documents()}
    for promise in told.promises:
        for mention in (*promise.mentions, *promise.perhaps):
            file = texts[mention.cite.file]
            assert any(mention.text in block.text for block in file.blocks), mention.text
            assert mention.cite.sha256 == file.document.sha256
            assert mention.cite.sha256 in mention.cite.text
            assert mention.cite.file in mention.cite.text
    for cite in (told.promises[0].cite, told.of("slipped")[0].mentions[-1].cite):
        assert sample_index.record(cite.id).document.name == cite.file


def test_a_slip_is_told_with_each_date(told: Story) -> None:
    slip = next(p for p in told.of("slipped") if p.text == "clear 500 overdue annual reviews")
    assert [mention.what for mention in slip.mentions] == [
        "Promised, for 31 July 2024",
        "Date now 31 March 2025: 243 days later than first promised",
        "Date now July 2025: 365 days later than first promised",
        "Slipped",
    ]
    assert slip.stem == "By the end of July 2024 we will:"
    move = next(m for m in told.moves if m.promise.id == slip.id)
    assert [due for due, _ in move.dates] == ["31 July 2024", "31 March 2025", "July 2025"]
    assert move.told == "365 days later"


def test_the_ledger_has_what_moved_furthest_first(told: Story) -> None:
    days = [move.days or 0 for move in told.moves]
    assert days == sorted(days, reverse=True)
    assert moves(()) == ()


@pytest.mark.parametrize(
    ("verdict", "sure", "leads_on"), [("repeated", True, True), ("repeated", False, False), ("slipped", True, False)]
)
def test_a_promise_that_was_made_again_leads_to_what_became_of_it_then(
    told: Story, verdict: str, sure: bool, leads_on: bool
) -> None:
    promise, later = told.promises[0], told.promises[1]
    place = later.finding
    said = Evidence(
        doc=place.doc, text=place.text, start=place.start, end=place.end, relation=verdict, sure=sure, score=1.0
    )
    again = replace(promise, verdict=VERDICTS[verdict], finding=replace(promise.finding, evidence=(said,)))
    first, _ = followed([again, later])
    assert first.then == ((later.verdict, later.id) if leads_on else None)


def test_what_is_only_perhaps_odd_comes_last(told: Story) -> None:
    sure = [course.surely_odd for course in told.odd]
    assert sure == sorted(sure, reverse=True)


def test_what_is_unsure_is_only_said_to_perhaps_speak_of_it(told: Story) -> None:
    for promise in told.of("unsure"):
        assert all(mention.what.startswith(("May speak of it", "Nearest, ")) for mention in promise.perhaps)
        assert not any(mention.sure for mention in promise.perhaps)


def test_subjects_have_one_name_however_they_are_written(told: Story) -> None:
    names = [subject.name for subject in told.subjects]
    assert "Find The Balance (FTB)" in names
    assert len(names) == len(set(names))
    service = next(s for s in told.subjects if s.name == "Find The Balance (FTB)")
    assert any("FTB" in p.text and "Find The Balance" not in p.text for p in service.promises)
    assert any("Find The Balance" in p.text for p in service.promises)


def test_sums_that_do_not_come_out_stand_with_the_sum(told: Story) -> None:
    wrong = next(s for s in told.sums if s.stated == "74%")
    assert wrong.shown == "187 ÷ 281 = 66.55%."
    assert [wrong.text[start:end] for start, end in wrong.marks] == ["74%", "187 out of 281"]
    assert sum(count for _, count in told.outcomes) == 29


def test_a_moved_baseline_comes_with_both_sentences(told: Story) -> None:
    course = next(c for c in told.odd if any(o.flag.key == "moved baseline" for o in c.odd))
    odd = course.odd[0]
    assert (odd.earlier.words, odd.later.words) == ("14 weeks", "19 weeks")
    assert "14 weeks" in odd.earlier.text
    assert "19 weeks" in odd.later.text
    assert course.told.endswith("not the one published at the time.")


def test_letters_have_what_was_not_answered_first(told: Story) -> None:
    assert told.letters
    for letter in told.letters:
        assert [ask.verdict.key for ask in letter.asks] == sorted(
            (ask.verdict.key for ask in letter.asks),
            key=["unanswered", "deflected", "partly", "answered", "unsure"].index,
        )


def test_a_scope_is_said_and_held_to(sample_index: Index) -> None:
    told = story(sample_index.account(Scope(topic="FTB", since="2024-01")))
    assert told.scope == "about “FTB”, published since “2024-01”"
    assert told.promises
    assert all((p.finding.published or "") >= "2024" for p in told.promises)


def test_what_nothing_speaks_of_is_counted_apart(told: Story) -> None:
    assert told.unheard
    assert all(mention.what != MAY_SPEAK for promise in told.unheard for mention in promise.perhaps)
