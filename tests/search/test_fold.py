"""Candidates → hits: what is shown, and what counts as said again."""

from __future__ import annotations

import pytest

from docmine.search.fold import Found, fold, shown
from docmine.search.ground import Candidate
from docmine.store.near import About
from docmine.store.surroundings import Line, Mark

PROMISE = "we will open two clinics by May"


def candidate(text: str, doc: str = "a", promises: tuple[str, ...] = ()) -> Candidate:
    line = Line(
        doc_id=doc,
        block=0,
        kind="paragraph",
        headers=(),
        page=None,
        start=10,
        end=10 + len(text),
        text=text,
        headings=(),
    )
    about = About(
        name=doc,
        title="",
        doc_type=None,
        number=None,
        signatory=None,
        publisher=None,
        published=None,
        published_from=None,
        published_to=None,
    )
    marks = tuple(
        Mark(
            kind="commitment",
            start=10 + text.index(p),
            end=10 + text.index(p) + len(p),
            text=p,
            who=None,
            when=None,
            what=None,
        )
        for p in promises
    )
    return Candidate(line=line, about=about, published=None, passage=None, records=marks)


@pytest.mark.parametrize(
    ("text", "promises", "kind", "part"),
    [
        (f"In spring {PROMISE}.", (PROMISE,), "commitment", PROMISE),
        (f"In spring {PROMISE}.", (), "sentence", f"In spring {PROMISE}."),
        (f"{'Much has been said of this, and more. ' * 3}Now {PROMISE}.", (PROMISE,), "sentence", None),  # a small part
        (f"{PROMISE}, and close one", (PROMISE, "close one"), "sentence", None),  # two: the sentence tells of both
        ("Then: more beds", ("more beds",), "sentence", None),  # too few words to stand alone
    ],
)
def test_what_is_shown(text: str, promises: tuple[str, ...], kind: str, part: str | None) -> None:
    found = shown(candidate(text, promises=promises), 1.0, ())
    assert (found.kind, found.text) == (kind, part or text)
    assert text[found.start - 10 : found.end - 10] == found.text
    assert bool(found.commitment) == bool(promises)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("The wait is 7 weeks.", "the wait  is 7 weeks", True),
        ("The wait is 7 weeks.", "The wait is 9 weeks.", False),
        (
            "We have opened two new clinics in the north of the city.",
            "We opened two new clinics in the north of the city",
            True,
        ),
        ("Clinics open on Mondays.", "Libraries open on Mondays.", False),
    ],
)
def test_what_is_said_again_is_noted_at_the_first(first: str, second: str, same: bool) -> None:
    ranked: list[Found] = [shown(candidate(text, doc), 1.0, ()) for text, doc in ((first, "a"), (second, "b"))]
    hits = fold(ranked, 10)
    assert [(h.text, h.also_in) for h in hits] == ([(first, ("b",))] if same else [(first, ()), (second, ())])


def test_more_than_asked_for_is_only_noted() -> None:
    ranked = [
        shown(candidate(text, doc), 1.0, ()) for text, doc in (("One thing.", "a"), ("Two.", "b"), ("One thing.", "c"))
    ]
    assert [(h.text, h.also_in) for h in fold(ranked, 1)] == [("One thing.", ("c",))]
