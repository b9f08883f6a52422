"""Tables, headings, lists, tiles and slides → when their figures hold, in which units, and what they measure."""

from __future__ import annotations

import pytest

from tests.extract.reading import laid_out

COLUMNS = ("Share of calls answered\tMarch 2021\tMarch 2022", "Housing\t71%\t76%")
LAYOUTS = [
    # (what the layout says of the time, blocks, when the figures hold)
    ("the column's header", COLUMNS, ["2021-03", "2022-03"]),
    ("the row's header", ("Month\tCalls", "April 2022\t312", "May 2022\t298"), ["2022-04", "2022-05"]),
    (
        "the later date of the row's header, now",
        ("Empty homes down from 40 in May 2021 to 30 in May 2022\tThere are now 30 empty homes.",),
        ["2021-05", "2022-05", "2022-05"],
    ),
    (
        "the date over another figure of the row",
        ("Replies\t512 replies (May 2022). Replies were over double the highest number previously in 2019.",),
        ["2022-05", "2022-05"],
    ),
    (
        "a line under the table",
        ("# How long tenants wait", "Trade\tWait", "Roofs\t14 days", "Position at the end of April 2022"),
        ["2022-04-30"],
    ),
    (
        "a caption",
        ("Ward\tRequests", "North\t118", "^ Table 2: Requests by ward, Quarter 1 2022/23"),
        ["2022-04/2022-06"],
    ),
    (
        "what leads into the table",
        ("In November 2021 we polled members at two depots:", "\tEastway\tPark Lane", "Votes\t21\t28", "Yes\t81%\t29%"),
        ["2021-11"] * 5,
    ),
    (
        "the stem of a list",
        ("Between January and March 2022:", "- 312 calls were answered", "- 41 homes were let"),
        ["2022-01/2022-03"] * 2,
    ),
    (
        "a stem of what changed since, up to the last count",
        (
            "# Podiatry",
            "The total caseload at the end of April 22 is 612.",
            "Waits have improved since April 21:",
            "- Reduction in the longest waits by 46%",
            "- Average waits down by 12%",
        ),
        ["2022-04-30", "2021-04/2022-04", "2021-04/2022-04"],
    ),
    (
        "a heading",
        ("# Performance in Quarter 4 2021/22", "We answered 312 calls and let 41 homes."),
        ["2022-01/2022-03"] * 2,
    ),
    (
        "what the document covers",
        (
            "# Performance report",
            "This report covers January to March 2022.",
            "# Fleet",
            "Spending came to £3.6 million in the quarter.",
        ),
        ["2022-01/2022-03"],
    ),
    (
        "what the section tells of, and not the next",
        (
            "# Depot visit",
            "The Eastway depot hosted our researchers this month.",
            "We spoke to 15 fitters.",
            "# Repairs",
            "We fixed 12 lifts.",
        ),
        ["2022-06", None],
    ),
    (
        "a section of the same name",
        (
            "# Poll results",
            "We promised you the results of the poll that we ran at the March open days. See the end of this bulletin.",
            "# Contact",
            "Write to us.",
            "# Poll results",
            "\tEastway\tPark Lane",
            "Votes\t21\t28",
        ),
        ["2022-03", "2022-03"],
    ),
    (
        "a survey told of before",
        (
            "# Engagement",
            "The Fleet Users Survey was undertaken in April 2022.",
            "# Thank you",
            "Thank you to all who filled in the Fleet Users Survey. The survey has received over 480 replies.",
        ),
        ["2022-04"],
    ),
    (
        "the inspection",
        ("Inspection dates: 7 to 11 March 2022", "# Findings", "The average wait for a first visit is 30 weeks."),
        ["2022-03"],
    ),
    (
        "the inspection, in a sentence",
        (
            "Dear Colleague",
            "The inspection took place from 7 to 11 March 2022.",
            "# Findings",
            "Tenants wait on average 30 weeks.",
        ),
        ["2022-03"],
    ),
    (
        "the inspection, of whom it was",
        (
            "Between 7 and 11 March 2022, the regulators carried out this joint inspection.",
            "# Findings",
            "Children wait on average 30 weeks.",
        ),
        ["2022-03"],
    ),
    (
        "the time of the inspection",
        (
            "The inspection took place from 7 to 11 March 2022.",
            "# Findings",
            "At the time of the inspection, the police reported a queue of 90 cases.",
            "Wardens are responsible for managing up to 65 cases each.",
        ),
        ["2022-03", "2022-03"],
    ),
    (
        "no date for how long something took",
        ("# Case", "The boy came to the hostel on 6 January 2022.", "He was still there two months later."),
        [None],
    ),
    ("no history", ("# About us", "The council was formed in 1974.", "It employed 300 clerks."), [None]),
    (
        "two dates",
        ("# Moves", "The office moved in March 2022.", "It moved again in May 2022.", "We lost 14 desks."),
        [None],
    ),
    ("a deadline", ("# Help", "Please reply by 5 May 2022.", "We lost 14 desks."), [None]),
    ("a limit", ("# Help", "The law changed in May 2022.", "The statutory limit is 20 weeks."), [None]),
    ("a present tense", ("# Help", "The desk opened in May 2022.", "There are now 14 clerks."), ["2022-06-01"]),
    (
        "a table of what was promised is not one of what the report covers",
        (
            "# Annual report 2021/22",
            "Visits rose to 94.",
            "# Promises",
            "We said\tResult",
            "Raise £900\t£310 was raised",
        ),
        ["2021/2022", None, None],
    ),
    (
        "another bullet's date",
        ("# Why", "- Users told us in May 2022", "- 14 systems"),
        [None],
    ),
    (
        "a table's title, and the column of the year before",
        ("# The numbers, April 2022 (last year: April 2021)", "\tActual\tLast year\tTarget", "Members\t406\t377\t400"),
        ["2022-04", "2021-04", "2022-04"],
    ),
    (
        "a title that names the time of all cells",
        ("# Table 3: homes by ward, January 2022", "Ward\tHomes\tEmpty", "North\t412\t9%", "South\t318\t7%"),
        ["2022-01"] * 4,
    ),
    (
        "a target beside columns of several times",
        ("Measure\t2020\t2021\tTarget", "Repairs on time\t83%\t79%\t90%"),
        ["2020", "2021", None],
    ),
    (
        "the count that the words over a table tell",
        ("At the end of April there were 212 adults waiting.", "Service\tNumber\tWait", "Podiatry\t1,105\t9 weeks"),
        ["2022-04-30"] * 3,
    ),
    (
        "the days on which inspectors were there",
        ("# Inspection of Marlow Care", "Fieldwork: 20-24 March 2022", "# Findings", "Staff held 61 cases each."),
        ["2022-03"],
    ),
    (
        "a day of site visits",
        ("# Review of repairs", "Site visits: 4-8 April 2022", "# Findings", "We found 14 empty homes."),
        ["2022-04"],
    ),
    (
        "an action in a table is no result of the quarter",
        (
            "# Performance report, Quarter 4 2021/22",
            "# Actions",
            "Action\tLead",
            "Write to the 640 households with missed bins\tKim",
        ),
        [None],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), [(b, e) for _, b, e in LAYOUTS], ids=[name for name, *_ in LAYOUTS])
def test_the_layout_says_when_a_figure_holds(blocks: tuple[str, ...], expected: list[str | None]) -> None:
    assert [f.period for f in laid_out(*blocks, published="2022-06-01")._.figures] == expected


SHOWN = [
    # (blocks, each figure: text, value, unit, period, words of its metric)
    (
        ("# Our figures", "Calls answered", "92% ↑ from 85%", "Target: 95%"),
        [
            ("92%", 92, "percent", None, {"Calls", "answered"}),
            ("85%", 85, "percent", None, {"Calls", "answered"}),
            ("95%", 95, "percent", None, {"Target"}),
        ],
    ),
    (
        ("# Our figures", "Calls answered: 92% (target 95%)"),
        [("92%", 92, "percent", None, {"Calls", "answered"}), ("95%", 95, "percent", None, {"Calls", "answered"})],
    ),
    (
        ("Service\tSpend (£000)\tOn time (%)", "Parks\t1,250\t71"),
        [("1,250", 1250000, "gbp", None, {"Parks", "Spend"}), ("71", 71, "percent", None, {"Parks", "On", "time"})],
    ),
    (
        ("Service\tAverage wait (weeks)\tLongest wait (weeks)", "Podiatry\t14\t41"),
        [
            ("14", 14, "weeks", None, {"Podiatry", "Average", "wait"}),
            ("41", 41, "weeks", None, {"Podiatry", "Longest", "wait"}),
        ],
    ),
    (
        ("Measure\t2020/21\t2021/22", "Homes let\t410\t388"),
        [("410", 410, "count", "2020/2021", {"Homes", "let"}), ("388", 388, "count", "2021/2022", {"Homes", "let"})],
    ),
    (
        ("Measure\tApr-22\tMay-22\tTarget", "Calls answered in time\t81%\t84%\t90%"),
        [
            ("81%", 81, "percent", "2022-04", {"Calls", "answered", "time"}),
            ("84%", 84, "percent", "2022-05", {"Calls", "answered", "time"}),
            ("90%", 90, "percent", None, {"Calls", "answered", "time", "Target"}),
        ],
    ),
    (
        ("Measure\tQ4 2021/22\tQ1 2022/23", "Fines issued\t1,204\t996"),
        [
            ("1,204", 1204, "count", "2022-01/2022-03", {"Fines", "issued"}),
            ("996", 996, "count", "2022-04/2022-06", {"Fines", "issued"}),
        ],
    ),
    (
        ("# NEET", "- 4.2% of 16-17 year olds (May 2022)", "- Down from 5.1% in May 2021"),
        [("4.2%", 4.2, "percent", "2022-05", {"year", "olds"}), ("5.1%", 5.1, "percent", "2021-05", {"NEET"})],
    ),
    (
        ("# Waiting times at 30 April 2022", "- Podiatry: 14 weeks", "- Dietetics: 9 weeks"),
        [
            ("14 weeks", 14, "weeks", "2022-04-30", {"Podiatry", "Waiting", "times"}),
            ("9 weeks", 9, "weeks", "2022-04-30", {"Dietetics", "Waiting", "times"}),
        ],
    ),
    (
        ("# Call centre: May 2022", "- 88% of calls answered", "- 31 complaints, 12 upheld"),
        [
            ("88%", 88, "percent", "2022-05", {"calls", "answered"}),
            ("31", 31, "count", "2022-05", {"complaints"}),
            ("12", 12, "count", "2022-05", {"upheld"}),
        ],
    ),
    (
        ("# Key facts", "1,240 children with a plan (up 12% on 2020/21)"),
        [("1,240", 1240, "count", None, {"children", "plan"}), ("12%", 12, "percent", None, {"children", "plan"})],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), SHOWN, ids=[" / ".join(b) for b, _ in SHOWN])
def test_reads_tiles_tables_and_slides(
    blocks: tuple[str, ...], expected: list[tuple[str, float, str, str | None, set[str]]]
) -> None:
    figures = laid_out(*blocks, published="2022-06-01")._.figures
    assert [(f.text, f.value, f.unit, f.period) for f in figures] == [e[:4] for e in expected]
    for figure, (*_, words) in zip(figures, expected, strict=True):
        assert words <= set((figure.metric or "").split())
