"""Who answers whose letter: minimal pairs, and silence where it is not clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from docmine.index.letters import Letters, answered
from docmine.records import DateMention, Known, Sentence
from docmine.store import StoredDocument
from tests.compare.test_later import document as stored


def letter(
    name: str,
    published: str | None,
    *,
    by: str,
    to: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> StoredDocument:
    made = stored(name, published, title=title, series=None, publisher=publisher or by, addressee=to)
    return replace(made, doc_type=Known("letter", "text"), signatory=Known(by, "signature"))


def sentences(name: str, texts: Sequence[str]) -> list[Sentence]:
    found, at = [], 0
    for text in texts:
        found.append(Sentence(doc=name, text=text, start=at, end=at + len(text), block=0))
        at += len(text) + 1
    return found


def replies(
    letters: Sequence[tuple[StoredDocument, Sequence[str]]],
    document: StoredDocument,
    said: Sequence[str],
    dates: Sequence[str] = (),
) -> list[tuple[str, bool]]:
    """The letters that it answers, and whether surely; each of `dates` stands in what it says first."""
    texts = {d.name: sentences(d.name, own) for d, own in letters} | {document.name: sentences(document.name, said)}
    start = texts[document.name][1].start
    named = [DateMention(doc=document.name, text="", start=start, end=start, value=value) for value in dates]
    every = Letters([*(d for d, _ in letters), document], [d for d, _ in letters], texts, {document.name: named})
    return [(name, one.sure) for name, own in answered(every).items() for one in own]


ASKS = ["Dear Mr Hill", "Please tell the parents of Northam when the clinic of Northam Council will open."]
MAY = letter("may", "2024-05-09", by="Helen Frost", to="Mr Hill")
JUNE = letter("june", "2024-06-20", by="Helen Frost", to="Ms Bell", title="The clinic")
OTHER = letter("other", "2024-06-01", by="Amir Khan", to="Mr Hill")
UNDATED = letter("undated", None, by="the undersigned")
THANKS = "Thank you for your letter."
OF_MAY = "Thank you for your email of 9 May."
FROM_MAY = [("may", True)]


def reply(
    published: str, to: str, *, by: str = "Tom Hill", publisher: str = "Northam Council", title: str | None = None
) -> StoredDocument:
    return letter("reply", published, by=by, to=to, publisher=publisher, title=title)


CASES = [
    # letters, reply, what it says first, days that it names, which it answers and whether surely
    ([MAY, OTHER], reply("2024-05-20", "Mrs Frost"), OF_MAY, ["2024-05-09"], FROM_MAY),
    ([MAY, OTHER], reply("2024-06-20", "Dear all"), OF_MAY, ["2024-05-09"], FROM_MAY),
    ([MAY], reply("2024-05-20", "Mrs Frost"), THANKS, [], FROM_MAY),
    ([MAY, JUNE], reply("2024-07-02", "Helen Frost", title="RE: The clinic"), THANKS, [], [("june", True)]),
    ([MAY], reply("2024-05-20", "Mrs Frost", by="Jo Ray"), THANKS, [], [("may", False)]),
    ([MAY], reply("2024-05-20", "Mrs Frost"), "The clinic is open.", [], []),
    ([MAY], reply("2024-05-01", "Mrs Frost"), THANKS, [], []),
    ([MAY], reply("2026-05-20", "Mrs Frost"), THANKS, [], []),
    ([MAY], reply("2024-05-20", "Mr Frost", by="Helen Frost", publisher="Helen Frost"), THANKS, [], []),
    ([MAY, OTHER], reply("2024-06-20", "Parent or carer"), THANKS, [], []),
    ([UNDATED], reply("2022", "Parent", publisher="Children, Northam Council"), THANKS, [], [("undated", False)]),
    ([UNDATED], reply("2022", "Parent", publisher="Southam Council"), THANKS, [], []),
    ([UNDATED, MAY], reply("2022", "Parent"), THANKS, [], []),
]


@pytest.mark.parametrize(("letters", "document", "said", "dates", "expected"), CASES)
def test_replies(
    letters: list[StoredDocument],
    document: StoredDocument,
    said: str,
    dates: list[str],
    expected: list[tuple[str, bool]],
) -> None:
    own = ["Dear you", said, "Yours sincerely"]
    assert replies([(one, ASKS) for one in letters], document, own, dates) == expected


@pytest.mark.parametrize(
    ("said", "is_reply"),
    [
        ("Thank you for your letter and the points you raise.", True),
        ("Thanks for your email of 9 May.", True),
        ("In response to your recent enquiry, the clinic is open.", True),
        ("Further to your correspondence I can say more.", True),
        ("I am replying to your open letter.", True),
        ("Thank you for your patience.", False),
        ("We wrote you a letter in May.", False),
        ("Your letter box will be replaced.", False),
    ],
)
def test_what_says_that_it_replies(said: str, is_reply: bool) -> None:
    document = reply("2024-05-20", "Mrs Frost")
    assert bool(replies([(MAY, ASKS)], document, ["Dear Mrs Frost", said, "Yours"])) is is_reply
