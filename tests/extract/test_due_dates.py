"""By when a promise is due, in the voices of many councils: rows are (blocks, published, the due of each promise)."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found

DUE: list[tuple[list[str | tuple[str, str]], str, list[str | None]]] = [
    (["We will publish the travel plan by September."], "2024-05-10", ["2024-09"]),
    (["The council will reopen the pool by the end of the month."], "2024-05-10", ["2024-05-31"]),
    (["The final map will be ready by end of August 2024."], "2024-05-10", ["2024-08-31"]),
    (["A new lettings policy will be available in November 24."], "2024-05-10", ["2024-11"]),
    (["We will visit every special school next half term."], "2024-01-22", ["2024-03"]),
    (["We will send you our full answer within 15 working days."], "2024-05-10", ["2024-05-31"]),
    (["I will write to you within 10 working days of this letter."], "2024-05-10", ["2024-05-24"]),
    (["We will publish the findings within six weeks."], "2024-05-10", ["2024-06-21"]),
    (["New signs should be up within three weeks."], "2024-05-10", [None]),
    (["A follow-up visit will take place within approximately 12 months."], "2024-05-10", [None]),
    (["The contractor must send us a recovery plan within 15 working days of the notice."], "2024-05-10", [None]),
    (["We will answer letters within 10 working days."], "2024-05-10", [None]),
    (["The team will visit every home in the next six months."], "2024-05-10", [None]),
    (["The council will refit both kitchens in the next six months."], "2024-05-10", [None]),
    (["We will write to you within two weeks."], "2024-05", [None]),
    (
        ["The panel will sit on 4 June, and an adviser will be appointed by then."],
        "2024-05-10",
        ["2024-06-04", "2024-06-04"],
    ),
    (
        ["The clerk will report back at the next meeting.", "Date of next meeting: Tuesday 11 June 2024"],
        "2024-05-10",
        ["2024-06-11"],
    ),
    (
        ["The service is to be brought in-house in two stages, voids in June and repairs in October."],
        "2024-05-10",
        ["2024-10"],
    ),
    (["I shall bring the November and December figures to the panel."], "2024-12-10", [None]),
    (
        ["The fares will stay as they are for this financial year, with no rise until April 2025."],
        "2024-05-10",
        ["2025-04"],
    ),
    (["We aim to teach 500 people to swim during 2024/25."], "2024-05-10", ["2025-03"]),
    (
        ["We will publish a catalogue in the 2024/25 financial year. It should be ready by October 2024."],
        "2024-05-10",
        ["2024-10"],
    ),
    (["Users will be trained in October and November."], "2024-05-10", ["2024-11"]),
    (["The café will open in June, and not in May as we said."], "2024-04-10", ["2024-06"]),
    (["We will look at it again when the budget is prepared this autumn."], "2024-05-10", ["2024-11"]),
    (["We will save £2m in the 2024/25 financial year."], "2024-05-10", ["2025-03"]),
    (["We will meet the forum within the next fortnight."], "2024-05-10", [None]),
    (["We will respond to every complaint within 15 working days."], "2024-05-10", [None]),
    (["Families will be told the outcome within 20 days of the panel meeting."], "2024-05-10", [None]),
    (["We will open the new hall by Easter."], "2024-11-10", ["2025-04-20"]),
    (["The survey will be repeated in Q3 2024/25."], "2024-05-10", ["2024-12"]),
    (["Over the coming weeks we will visit each ward."], "2024-05-10", [None]),
    (["We will consult on the plan later this year."], "2024-05-10", ["2024"]),
    (["We will consult on the plan shortly."], "2024-05-10", [None]),
    (["From 1 September all calls will be answered by a local team."], "2024-05-10", ["2024-09-01"]),
    (["The new tariff will apply from 1 September 2024."], "2024-05-10", ["2024-09-01"]),
    (["The cabinet will decide on the scheme this autumn."], "2024-05-10", ["2024-11"]),
    (["Following the meeting on 5 May, we will publish a revised timetable."], "2024-05-10", [None]),
    (["Following the meeting on 20 May, we will publish a revised timetable."], "2024-05-10", [None]),
    (["After the review in June, we will write to all tenants."], "2024-05-10", [None]),
    (["Since the report of March 2024 was received, we will look again at all routes."], "2024-05-10", [None]),
    (["Once the board has met on 4 June, we will share its decision by 11 June."], "2024-05-10", ["2024-06-11"]),
    (["We will publish the plan agreed on 3 June by the end of July."], "2024-05-10", ["2024-07-31"]),
    (["We will review the guidance that was issued in January 2024."], "2024-05-10", [None]),
    (["We will deliver the 2024/25 capital programme."], "2024-05-10", [None]),
    (["We will carry out the actions in the June 2024 plan by March 2025."], "2024-05-10", ["2025-03"]),
    (["We will start work in June and finish it by October 2024."], "2024-05-10", ["2024-06", "2024-10"]),
    (["The helpline will stay open until the end of March 2025."], "2024-05-10", ["2025-03-31"]),
    (["We will recruit ten drivers between now and Christmas."], "2024-05-10", ["2024-12-25"]),
    (["We will hold drop-ins from 3 June to 14 June."], "2024-05-10", ["2024-06-14"]),
    (["All schools will be visited by the end of the summer term."], "2024-05-10", ["2024-07"]),
    (["All plans will be reviewed by the end of the academic year."], "2024-05-10", ["2024-08-31"]),
    (["All plans will be reviewed by the end of the financial year."], "2024-05-10", ["2025-03-31"]),
    (["The first homes will be ready in early 2025."], "2024-05-10", ["2025-03"]),
    (["The first homes will be ready early next year."], "2024-05-10", ["2025-03"]),
    (["The road will reopen in the week commencing 3 June."], "2024-05-10", ["2024-06-09"]),
    (["We will repair the bridge by mid-May 2025."], "2024-05-10", ["2025-05"]),
    (["We aim to appoint a contractor in the new year."], "2024-11-10", ["2025-01"]),
    (["We will set out our proposals to cabinet on 4 July and consult over the summer."], "2024-05-10", ["2024-07-04"]),
    (
        [
            ("paragraph", "By the end of June we will:"),
            ("list_item", "repair the lifts"),
            ("list_item", "replace the doors"),
        ],
        "2024-05-10",
        ["2024-06-30", "2024-06-30"],
    ),
    (
        [
            ("paragraph", "In the next two weeks we will:"),
            ("list_item", "repair the lifts in both blocks"),
            ("list_item", "replace the doors by 31 May"),
        ],
        "2024-05-10",
        [None, "2024-05-31"],
    ),
    (
        [("paragraph", "Over the next three months, the partnership will:"), ("list_item", "recruit four nurses")],
        "2024-05-10",
        [None],
    ),
    (
        [("paragraph", "Before Christmas the trust will:"), ("list_item", "open a second clinic")],
        "2024-05-10",
        ["2024-12-25"],
    ),
    (
        [
            ("heading", "Planned for autumn 2024"),
            ("list_item", "Open a second clinic in Thornby"),
            ("list_item", "Recruit four nurses"),
        ],
        "2024-05-10",
        ["2024-11", "2024-11"],
    ),
    (
        [("heading", "What we will do next term"), ("list_item", "Train every lunchtime supervisor")],
        "2024-05-10",
        ["2024-12"],
    ),
    ([("heading", "By March 2025 we will have:"), ("list_item", "resurfaced 30 roads")], "2024-05-10", ["2025-03"]),
    (
        ["The council will hold another round of workshops. These are confirmed for 12 June."],
        "2024-05-10",
        ["2024-06-12"],
    ),
    (["We will launch a new website for carers. This is scheduled for October 2024."], "2024-05-10", ["2024-10"]),
    (
        ["We will rewrite the guide with parents. The aim is for it to be ready by October 2024."],
        "2024-05-10",
        ["2024-10"],
    ),
    (["We will rewrite the guide with parents. Timescale: October 2024."], "2024-05-10", ["2024-10"]),
    (["We will rewrite the guide with parents (by October 2024)."], "2024-05-10", ["2024-10"]),
    (["We will rewrite the guide with parents – October 2024."], "2024-05-10", ["2024-10"]),
    (["We will rewrite the guide. Work began in March 2024."], "2024-05-10", [None]),
    ([("table_row", "Rewrite the parking guide\tT. Bell\tBy end of June 2024")], "2024-05-10", ["2024-06-30"]),
    ([("table_row", "Rewrite the parking guide\tT. Bell\tQ3 2024/25")], "2024-05-10", ["2024-12"]),
    ([("table_row", "Rewrite the parking guide\tT. Bell\tOngoing")], "2024-05-10", [None]),
    ([("table_row", "Rewrite the 2023 parking guide\tT. Bell\t30/09/24")], "2024-05-10", ["2024-09-30"]),
    (["We will continue to meet parents each month until July 2025."], "2024-05-10", ["2025-07"]),
    (["For the next four weeks the team will work from the depot."], "2024-05-10", [None]),
]


@pytest.mark.parametrize(("blocks", "published", "dues"), DUE)
def test_due(blocks: list[str | tuple[str, str]], published: str, dues: list[str | None]) -> None:
    assert [c.due for c in found(*blocks, published=published, publisher="Thornby Council")] == dues
