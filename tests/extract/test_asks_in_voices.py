"""Requests in many people's voices: rows are (paragraphs or (kind, text) blocks, the asks found)."""

from __future__ import annotations

import pytest

from docmine.extract import analyse, load
from docmine.records import Block, BlockKind, Document, Known
from docmine.settings import Settings

OPENING = "Dear Councillors, We, the undersigned, are residents of Elm Ward."
Piece = str | tuple[BlockKind, str]

LETTERS: list[tuple[list[Piece], list[str]]] = [
    (
        ["We respectfully request that the council reopen the library."],
        ["We respectfully request that the council reopen the library"],
    ),
    (
        ["We would strongly urge the board to publish its minutes."],
        ["We would strongly urge the board to publish its minutes"],
    ),
    (
        ["We would like to see a named officer for every estate."],
        ["We would like to see a named officer for every estate"],
    ),
    (["Please confirm who signed off the closure."], ["Please confirm who signed off the closure"]),
    (
        ["It is vital that tenants are told before any work begins."],
        ["It is vital that tenants are told before any work begins"],
    ),
    (["It is essential that the crossing is lit at night."], ["It is essential that the crossing is lit at night"]),
    (["Why should families have to wait three years?"], ["Why should families have to wait three years?"]),
    (
        ["How many more falls will it take before the steps are mended?"],
        ["How many more falls will it take before the steps are mended?"],
    ),
    (
        [
            "We call on the council to:",
            ("list_item", "publish the risk register"),
            ("list_item", "meet us every month"),
        ],
        ["publish the risk register", "meet us every month"],
    ),
    (
        [
            "We ask that you:",
            ("list_item", "Reinstate the number 9 bus"),
            ("list_item", "Consult before any further cut"),
        ],
        ["Reinstate the number 9 bus", "Consult before any further cut"],
    ),
    (
        [
            ("heading", "What we are asking for"),
            ("list_item", "A named contact for every family"),
            ("list_item", "Clear timescales"),
        ],
        ["A named contact for every family", "Clear timescales"],
    ),
    (
        [
            ("heading", "Our demands"),
            ("list_item", "An apology in writing"),
            ("list_item", "A full refund of the charges"),
        ],
        ["An apology in writing", "A full refund of the charges"],
    ),
    (["Our requests are as follows:", ("list_item", "a crossing on Mill Road")], ["a crossing on Mill Road"]),
    (["We want to see real change and not another plan."], ["We want to see real change and not another plan"]),
    (["There must be no further closures without a vote."], ["There must be no further closures without a vote"]),
    (
        ["Tenants ought not to be told that damp is their own fault."],
        ["Tenants ought not to be told that damp is their own fault"],
    ),
    (["I would be grateful if you could explain the delay."], ["I would be grateful if you could explain the delay"]),
    (["We look to you to put this right."], ["We look to you to put this right"]),
    (["We therefore recommend that the scheme be paused."], ["We therefore recommend that the scheme be paused"]),
    (
        ["We seek an assurance that the day centre will stay open."],
        ["We seek an assurance that the day centre will stay open"],
    ),
    (["I am writing to request a copy of the survey."], ["request a copy of the survey"]),
    (["An urgent review of the contract is needed."], ["An urgent review of the contract is needed"]),
    (
        [
            "We request that the Committee recommend to Cabinet that it:\n(a) decline the extension of the contract;\n"
            "(b) publish the survey in full; and\n(c) meet tenants every quarter."
        ],
        ["decline the extension of the contract", "publish the survey in full", "meet tenants every quarter"],
    ),
    (["The lift has been broken since May."], []),
    (["We were promised a reply by June and none came."], []),
    (["My mother needs to use a wheelchair."], []),
    (["We should say that the staff have been kind."], []),
    (["Nobody should have been surprised by the flood."], []),
    (["The council asked us to fill in a form."], []),
    (
        ["By Easter, please:", ("list_item", "mend the crossing lights"), ("list_item", "let parents see the survey")],
        ["mend the crossing lights", "let parents see the survey"],
    ),
    (["We know that money is short and that the new depot should help."], []),
    (["We accept that a roof must wait its turn."], []),
    (["We understand that drivers need the rest."], []),
    (["We have asked four times what that means."], []),
    (["I have repeatedly asked why the lift is out of order."], []),
    (["We have asked that the lift be mended."], ["We have asked that the lift be mended"]),
]

TOLD: list[tuple[str, list[Piece], list[str]]] = [
    ("newsletter", ["Parents asked for shorter forms."], ["Parents asked for shorter forms"]),
    ("newsletter", ["They have also asked for clearer signs."], ["They have also asked for clearer signs"]),
    ("newsletter", ["The youth council has called for later buses."], ["The youth council has called for later buses"]),
    (
        "newsletter",
        ["Tenants told us that they want repairs done at weekends."],
        ["Tenants told us that they want repairs done at weekends"],
    ),
    ("newsletter", ["Please tell us what you think by 5 May."], []),
    ("newsletter", ["We ask all visitors to sign in."], []),
    ("newsletter", ["Carers were asked to fill in a survey."], []),
    ("newsletter", ["Children asked lots of questions."], []),
    ("newsletter", ["Have you seen our new website?"], []),
    ("newsletter", ["Staff should wear their badges."], []),
    (
        "minutes",
        ["WK urged that the crossing not be delayed again."],
        ["WK urged that the crossing not be delayed again"],
    ),
    ("minutes", ["She asked for a patrol at the school gate."], ["She asked for a patrol at the school gate"]),
    ("minutes", ["Cllr Mott called for an audit of the contract."], ["Cllr Mott called for an audit of the contract"]),
    (
        "minutes",
        ["Col. Brandt asked for a list of sites to be sent to parish clerks every Friday."],
        ["Brandt asked for a list of sites to be sent to parish clerks every Friday"],
    ),
    (
        "minutes",
        ["The Revd Alice Moor requested that the bells be left alone."],
        ["Alice Moor requested that the bells be left alone"],
    ),
    ("minutes", ["At its last meeting the Panel asked for four things. Three are done."], []),
    (
        "report",
        ["They asked for three things: a bench, a tap and a bin."],
        ["They asked for three things: a bench, a tap and a bin"],
    ),
    ("report", ["In June the committee asked for two changes. Both were made."], []),
    ("minutes", ["MF asked whether the worst was over."], []),
    ("minutes", ["JH thanked officers for their work."], []),
]


def asks(pieces: list[Piece], doc_type: str, publisher: str | None) -> list[str]:
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        kind, text = piece if isinstance(piece, tuple) else ("paragraph", piece)
        level = 1 if kind in ("heading", "list_item") else None
        blocks.append(Block(kind=kind, text=text, start=at, end=at + len(text), level=level))
        at += len(text) + 2
    document = Document(
        name="t.txt",
        path=None,
        sha256="0",
        media_type="text/plain",
        text="\n\n".join(b.text for b in blocks),
        blocks=tuple(blocks),
        doc_type=Known(doc_type, "text"),
        publisher=Known(publisher, "text") if publisher else None,
    )
    return [a.text for a in analyse(load(Settings().spacy_model), document)._.asks]


@pytest.mark.parametrize(("pieces", "expected"), LETTERS)
def test_what_a_letter_from_the_public_asks(pieces: list[Piece], expected: list[str]) -> None:
    assert asks([OPENING, *pieces], "letter", None) == expected


@pytest.mark.parametrize(("doc_type", "pieces", "expected"), TOLD)
def test_what_a_body_tells_that_it_was_asked(doc_type: str, pieces: list[Piece], expected: list[str]) -> None:
    assert asks(pieces, doc_type, "Elm Borough Council") == expected
