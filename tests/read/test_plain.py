"""Plain text: paragraphs, headings, bullets and rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.read import read
from docmine.read.plain import pieces

WRAPPED = """\
 Service Improvement Update

We are working with partners on a new plan for the
whole borough, and every school will be asked what it
needs before the summer term begins.

Waiting times have come down

The average wait is nine weeks, two fewer than in the
last report. This holds for new referrals only.
"""

WRAPPED_PIECES = [
    ("heading", 1, "Service Improvement Update"),
    (
        "paragraph",
        None,
        "We are working with partners on a new plan for the whole borough, and every school will be asked what"
        " it needs before the summer term begins.",
    ),
    ("heading", 2, "Waiting times have come down"),
    (
        "paragraph",
        None,
        "The average wait is nine weeks, two fewer than in the last report. This holds for new referrals only.",
    ),
]

COLUMNS = """\
Tarn Bulletin

We have met the families of the valley     The bus will run again in May, after
in every school, and we have heard what    the road has been mended. It stops at
they need from the service this year.      each school and at the new clinic.
A plan will be ready by the end of June    The driver has been trained, and there
and it will be sent to every household     is a second adult on board each day so
that has asked for it in the survey.       that no child has to travel alone.
\fMore news from the valley

The survey closes in May and we will
then report on what you have told us
in the next issue of this bulletin.
"""

RUNNING = """\
Report on the harbour
The harbour has been dredged to a depth that
lets the larger ships come in at every tide.

                                        Page 1 of 3
\fHarbour Board: report
A second quay is being built by the company
which had won the contract in the spring.

                                        Page 2 of 3
\fHarbour Board: report
The quay will open in June, and the old one
will then be closed for repairs until May.

                                        Page 3 of 3
"""

TABLE = """\
Requests in the quarter

The number of requests rose again, and most of
them were agreed to within the time allowed.

 Locality        Requests    Agreed
 North Vale      118         83
 South           97          66

Table 1: Requests by locality

\fThe next report comes out in May, and it will
then cover the whole of the year for once.
"""

SIDE_BY_SIDE = """\
These have joined the pilot since the spring,
and we are grateful to every one of them here.

In the north:                   In the south:
   • Tarn Council                  • Elmsea Council working with
   • Vale Power                      Port Council
   • Ferry Works                   • Quay Lines
   • Ashford Water                 • Belton Gas
\fMore will follow in the course of the summer,
and they will be named in the next of these.
"""

SLIDES = """\
 Progress in the year

The average wait for an assessment has come down
from nine weeks to seven, which is good news.

Speech therapy
\f The average wait for the other service is still
more than a year, and we are sorry about that.

Waiting times

The number of children who wait has fallen since
the spring, and it will fall further by May.
"""

TORN = """\
News of the valley

The board met the families of the valley in every
school, and it has heard what they need.

A plan for the valley is being made by 

A list of all schools is being kept by 

Plans and lists

More of both

      the board and the schools together

      the clerk of the board

Help for families

Thank you to all who came to the meetings, which we
enjoyed so much that there will be more.
"""

CASES = [
    (
        "two columns side by side",
        COLUMNS,
        [
            ("heading", 1, "Tarn Bulletin"),
            (
                "paragraph",
                None,
                "We have met the families of the valley in every school, and we have heard what they need from the"
                " service this year. A plan will be ready by the end of June and it will be sent to every household"
                " that has asked for it in the survey.",
            ),
            (
                "paragraph",
                None,
                "The bus will run again in May, after the road has been mended. It stops at each school and at the"
                " new clinic. The driver has been trained, and there is a second adult on board each day so that no"
                " child has to travel alone.",
            ),
            ("heading", 2, "More news from the valley"),
            (
                "paragraph",
                None,
                "The survey closes in May and we will then report on what you have told us in the next issue of this"
                " bulletin.",
            ),
        ],
    ),
    (
        "running heads and page numbers stand aside",
        RUNNING,
        [
            ("heading", 1, "Report on the harbour"),
            (
                "paragraph",
                None,
                "The harbour has been dredged to a depth that lets the larger ships come in at every tide.",
            ),
            (
                "paragraph",
                None,
                "A second quay is being built by the company which had won the contract in the spring.",
            ),
            (
                "paragraph",
                None,
                "The quay will open in June, and the old one will then be closed for repairs until May.",
            ),
            ("furniture", None, "Page 1 of 3"),
            ("furniture", None, "Harbour Board: report"),
            ("furniture", None, "Page 2 of 3"),
            ("furniture", None, "Harbour Board: report"),
            ("furniture", None, "Page 3 of 3"),
        ],
    ),
    (
        "a table set with blanks, and its caption",
        TABLE,
        [
            ("heading", 1, "Requests in the quarter"),
            (
                "paragraph",
                None,
                "The number of requests rose again, and most of them were agreed to within the time allowed.",
            ),
            ("table_row", None, "Locality\tRequests\tAgreed"),
            ("table_row", None, "North Vale\t118\t83"),
            ("table_row", None, "South\t97\t66"),
            ("paragraph", None, "Table 1: Requests by locality"),
            (
                "paragraph",
                None,
                "The next report comes out in May, and it will then cover the whole of the year for once.",
            ),
        ],
    ),
    (
        "lists side by side",
        SIDE_BY_SIDE,
        [
            (
                "paragraph",
                None,
                "These have joined the pilot since the spring, and we are grateful to every one of them here.",
            ),
            ("paragraph", None, "In the north:"),
            ("list_item", 1, "Tarn Council"),
            ("list_item", 1, "Vale Power"),
            ("list_item", 1, "Ferry Works"),
            ("list_item", 1, "Ashford Water"),
            ("paragraph", None, "In the south:"),
            ("list_item", 1, "Elmsea Council working with Port Council"),
            ("list_item", 1, "Quay Lines"),
            ("list_item", 1, "Belton Gas"),
            (
                "paragraph",
                None,
                "More will follow in the course of the summer, and they will be named in the next of these.",
            ),
        ],
    ),
    (
        "a heading at the end of a slide does not head the next one",
        SLIDES,
        [
            ("heading", 1, "Progress in the year"),
            (
                "paragraph",
                None,
                "The average wait for an assessment has come down from nine weeks to seven, which is good news.",
            ),
            ("paragraph", None, "Speech therapy"),
            (
                "paragraph",
                None,
                "The average wait for the other service is still more than a year, and we are sorry about that.",
            ),
            ("heading", 2, "Waiting times"),
            (
                "paragraph",
                None,
                "The number of children who wait has fallen since the spring, and it will fall further by May.",
            ),
        ],
    ),
    # what, text, (kind, level, text) of each piece
    (
        "one paragraph a line, a title, headings over bullets",
        "A plan for parents\n\nWe met in May.\n\nNext steps\n\n• We will write to you.\n• We will meet again.\n",
        [
            ("heading", 1, "A plan for parents"),
            ("paragraph", None, "We met in May."),
            ("heading", 2, "Next steps"),
            ("list_item", 1, "We will write to you."),
            ("list_item", 1, "We will meet again."),
        ],
    ),
    (
        "lines that wrap at a width are joined",
        WRAPPED,
        WRAPPED_PIECES,
    ),
    (
        "depth by indent",
        "We will:\n- publish the plan\n    - in May\n    - in June\n- meet parents\n",
        [
            ("paragraph", None, "We will:"),
            ("list_item", 1, "publish the plan"),
            ("list_item", 2, "in May"),
            ("list_item", 2, "in June"),
            ("list_item", 1, "meet parents"),
        ],
    ),
    (
        "the end of a bracket is no marker",
        WRAPPED + "\nOf the families whom the service saw (before the end of Dec\n21) nine in ten were content.\n",
        [
            *WRAPPED_PIECES,
            (
                "paragraph",
                None,
                "Of the families whom the service saw (before the end of Dec 21) nine in ten were content.",
            ),
        ],
    ),
    (
        "a list whose first lines and rests a dump of slides tore apart",
        WRAPPED + "\nA survey of all parents was held in May, \n\nThe website of the council is being renewed and \n\n"
        "It has gone well so far.\n\n      which has 800 answers\n\n      will open in June\n",
        [
            *WRAPPED_PIECES,
            ("paragraph", None, "A survey of all parents was held in May, which has 800 answers"),
            ("paragraph", None, "The website of the council is being renewed and will open in June"),
            ("paragraph", None, "It has gone well so far."),
        ],
    ),
    (
        "a sentence goes on under a blank line, lines that open alike do not",
        WRAPPED + "\nThe survey of all the parents has so far received\n\nmany replies.\n\n"
        "Reduction in the number of open referrals by 17%\nReduction in the longest of the waits by 42%\n",
        [
            *WRAPPED_PIECES,
            ("paragraph", None, "The survey of all the parents has so far received many replies."),
            ("paragraph", None, "Reduction in the number of open referrals by 17%"),
            ("paragraph", None, "Reduction in the longest of the waits by 42%"),
        ],
    ),
    (
        "labels beside a line, and an address that wraps",
        WRAPPED + "\nOur steps have been mended\n  Step\nby step\nUp and up\n\n"
        "https://www.example.org/families/services-for-    \nparents/\n\nThe end of it all is near now.\n",
        [
            *WRAPPED_PIECES,
            ("heading", 2, "Our steps have been mended"),
            ("paragraph", None, "Step by step Up and up"),
            ("paragraph", None, "https://www.example.org/families/services-for-parents/"),
            ("paragraph", None, "The end of it all is near now."),
        ],
    ),
    (
        "greeting, closing and signature are no headings",
        "Dear Parent\n\nThank you for your letter.\n\nYours sincerely\n\nAda Brook\nHead of Service\n",
        [
            ("paragraph", None, "Dear Parent"),
            ("paragraph", None, "Thank you for your letter."),
            ("paragraph", None, "Yours sincerely"),
            ("paragraph", None, "Ada Brook"),
            ("paragraph", None, "Head of Service"),
        ],
    ),
    (
        "the people a letter goes to stand one a line, though the text is wrapped",
        "Report on services\n\nMs Oda Rayner-Bligh, Director of Services for Children, Fenwater County Council\n"
        "Dr Ewan Vale, Chief Executive, Fenwater and Tarn Integrated Care Board\nMr Leo Strand, Chair\n\nDear all\n\n"
        "This letter tells what we found when we came to visit the services of your\narea in the spring of the year and"
        " spoke with children and with their parents in the\nhomes and schools that they go to every day.\n",
        [
            ("heading", 1, "Report on services"),
            ("paragraph", None, "Ms Oda Rayner-Bligh, Director of Services for Children, Fenwater County Council"),
            ("paragraph", None, "Dr Ewan Vale, Chief Executive, Fenwater and Tarn Integrated Care Board"),
            ("paragraph", None, "Mr Leo Strand, Chair"),
            ("paragraph", None, "Dear all"),
            (
                "paragraph",
                None,
                "This letter tells what we found when we came to visit the services of your area in the spring of the"
                " year and spoke with children and with their parents in the homes and schools that they go to every"
                " day.",
            ),
        ],
    ),
    (
        "tabs are rows",
        "Measure\tResult\nWaiting time\t9 weeks\n",
        [("table_row", None, "Measure\tResult"), ("table_row", None, "Waiting time\t9 weeks")],
    ),
    (
        "an address stays as it is",
        "Read more: https://www.example.org/a-b_c?d=e%20f here.\n",
        [("paragraph", None, "Read more: https://www.example.org/a-b_c?d=e%20f here.")],
    ),
]


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_pieces(what: str, text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert [(p.kind, p.level, p.text) for p in pieces(text)] == expected


def test_what_stands_beside_the_rests_of_a_torn_list_heads_nothing() -> None:
    found = pieces(TORN)
    assert [p.text for p in found if p.kind == "heading"] == ["News of the valley", "Help for families"]
    assert "A plan for the valley is being made by the board and the schools together" in [p.text for p in found]


def test_rows_know_their_headers() -> None:
    rows = pieces("Measure\tResult\nWaiting time\t9 weeks\n")
    assert rows[1].headers == ("Measure", "Result")
    assert pieces("In 2021\t45 children\nIn 2022\t50 children\n")[1].headers == ()


SET_APART = [
    # (lines, the rows of the table that they are)
    (
        "Measure       2023   2024  Target\nHomes let    83.0%  79.0%     90%\nRent paid    71.0%  70.6%     80%\n",
        ["Measure\t2023\t2024\tTarget", "Homes let\t83.0%\t79.0%\t90%", "Rent paid\t71.0%\t70.6%\t80%"],
    ),
    ("Ward | Homes\nNorth | 412\nSouth | 318\n", ["Ward\tHomes", "North\t412", "South\t318"]),
    ("Calls        4,120   n/a\nLetters        312    14\n", ["Calls\t4,120\tn/a", "Letters\t312\t14"]),
    ("Ann Orme      Head of Housing\nTim Vale      Chief Executive\n", []),
    ("Open 9 to 5.  Closed at noon on Friday.\nCall us on Monday.  We are here to help.\n", []),
]


@pytest.mark.parametrize(("text", "expected"), SET_APART)
def test_numbers_set_apart_by_spaces_are_rows(text: str, expected: list[str]) -> None:
    assert [p.text for p in pieces(text) if p.kind == "table_row"] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Children’s services spent £5 on a café – once.\n".encode(encoding))
    assert read(path).text == "Children’s services spent £5 on a café – once."


def test_text_is_blocks_joined(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One line.\n\nWe will:\n- act\n- report\n\nThe end.\n")
    assert read(path).text == "One line.\n\nWe will:\n\nact\nreport\n\nThe end."


def test_real_letter_with_tables(shared: Path) -> None:
    document = read(shared / "seeds" / "001_20c88802c1b60e52.txt")
    rows = [b for b in document.blocks if b.kind == "table_row"]
    assert len(rows) == 11
    assert {b.headers for b in rows} == {("Indicator", "Survey Response"), ("Indicator", "Improvement Made")}
    assert sum(b.kind == "list_item" for b in document.blocks) == 7
    assert document.signatory is not None
    assert document.published is not None
    assert document.published.value == "2022"


def test_real_dump_of_slides(shared: Path) -> None:
    document = read(shared / "seeds" / "004_0e84e22cf81ed540.txt")
    whole = [b.text for b in document.blocks]
    assert any(t.startswith("Within Forward Thinking") and t.endswith("for approval.") for t in whole)
    headings = [b.text for b in document.blocks if b.kind == "heading"]
    assert "Occupational Therapy (OT)" in headings
    assert "Physiotherapy" not in headings  # it stands at the end of its slide; autism waits come next
    assert "SEND Improvement Update" in headings
