"""What a date is for: rows are (sentence, its document's date, role of the last date in it)."""

from __future__ import annotations

import pytest

from tests.extract.reading import analysed, laid_out

ROLES = [
    ("Replies are wanted by Friday 7 June.", "2024-05-10", "deadline"),
    ("Send your views no later than 7 June.", "2024-05-10", "deadline"),
    ("The consultation closes on 7 June 2024.", "2024-05-10", "deadline"),
    ("Applications must reach us by noon on 7 June.", "2024-05-10", "deadline"),
    ("You have until 7 June to respond.", "2024-05-10", "deadline"),
    ("We aim to have every plan finished by autumn 2024.", "2024-05-10", "deadline"),
    ("The target date for completion is September 2024.", "2024-05-10", "deadline"),
    ("The work is expected to be complete in September 2024.", "2024-05-10", "deadline"),
    ("The building is on track to be finished in July 2024.", "2024-05-10", "deadline"),
    ("All 40 posts will be filled before Christmas.", "2024-05-10", "deadline"),
    ("Deadline: 7 June 2024", "2024-05-10", "deadline"),
    ("Closing date for applications – Monday 3 June", "2024-05-10", "deadline"),
    ("Please book your place by the end of May.", "2024-05-10", "deadline"),
    ("The action plan is due on 4 July 2024.", "2024-05-10", "deadline"),
    ("By December 2023 we had cleared the backlog.", "2024-05-10", "as_of"),
    ("The next meeting is on Tuesday 4 June.", "2024-05-10", "event"),
    ("The market opened in March 2024.", "2024-05-10", "event"),
    ("From 1 April 2024 all visits are free.", "2024-05-10", "event"),
    ("The rule changed on 1 September 2023.", "2024-05-10", "event"),
    ("Following the inspection in January 2023 we made a plan.", "2024-05-10", "event"),
    ("The order was signed on 4 March 2024 by the director.", "2024-05-10", "event"),
    ("Inspectors visited between 12 and 16 February 2024.", "2024-05-10", "event"),
    ("As at 31 March 2024, 412 children were waiting.", "2024-05-10", "as_of"),
    ("412 children were waiting at the end of March 2024.", "2024-05-10", "as_of"),
    ("In March 2024 the rate stood at 71%.", "2024-05-10", "as_of"),
    ("The rate was 71% in March 2024.", "2024-05-10", "as_of"),
    ("Of 300 callers in April 2024, 270 were answered.", "2024-05-10", "as_of"),
    ("The waiting list has halved since June 2023.", "2024-05-10", "as_of"),
    ("The average wait is now 9 weeks, against 14 weeks in June 2023.", "2024-05-10", "as_of"),
    ("Data correct at 2 May 2024.", "2024-05-10", "as_of"),
    ("During 2023/24 we opened three hubs.", "2024-05-10", "period"),
    ("Between April 2023 and March 2024 we assessed 512 children.", "2024-05-10", "period"),
    ("From April to June 2024 the team took 911 calls.", "2024-07-10", "period"),
    ("This report covers Quarter 1 of 2024/25.", "2024-07-10", "period"),
    ("In the last financial year we spent £3.1m on taxis.", "2024-07-10", "period"),
    ("Thank you for your patience this year.", "2024-07-10", "period"),
    ("What we have done this term", "2024-07-10", "period"),
    ("The plan for 2024/25 will be agreed soon.", "2024-03-10", "period"),
    ("Over the summer we repainted every shelter.", "2024-10-10", "period"),
    ("Published 10 May 2024", "2024-05-10", "published"),
    ("Issue 14 | May 2024", "2024-05-10", "published"),
    ("Date: 10 May 2024", "2024-05-10", "published"),
    ("Last updated: 10 May 2024", "2024-05-10", "published"),
    ("10 May 2024", "2024-05-10", "published"),
    ("Version 2, revised May 2024", "2024-05-10", "published"),
    (
        "Sent 17 May 2024 by the residents' association to every councillor in the north of the district and beyond.",
        "2024-05-17",
        "published",
    ),
    ("There is time until 20 March 2025 to call it in.", "2024-05-10", "deadline"),
    ("The move must be finished before the licence runs out on 31 January 2025.", "2024-05-10", "deadline"),
    ("Savings have to be found before the budget is set in February.", "2024-11-10", "deadline"),
    ("We want to appoint a contractor before the season opens in April.", "2024-11-10", "deadline"),
    ("The roof had leaked before the school closed in July.", "2024-11-10", "event"),
    ("We hope to have options to look at after Easter.", "2024-09-05", "other"),
    ("Ask me that after Christmas.", "2024-09-05", "other"),
    ("Fees go up by 4% on 1 August.", "2024-05-21", "event"),
    ("There are 12 places for January.", "2023-10", "event"),
    ("Half of all staff will be trained at the spring conference on 3 March.", "2023-10", "event"),
    ("The wait has gone up from 17 weeks to 22 since the spring.", "2023-10", "as_of"),
    ("The scheme was to have reached 95% of homes by the end of 2017.", "2023-03", "deadline"),
    ("Blue permits live, Nov 24", "2024-10-01", "deadline"),
    ("Data cut complete – 31/01/25", "2024-10-01", "deadline"),
    ("Autumn fair, 4 October", "2024-09-01", "event"),
]


@pytest.mark.parametrize(("text", "published", "role"), ROLES, ids=[t for t, *_ in ROLES])
def test_tells_what_a_date_is_for(text: str, published: str, role: str) -> None:
    assert analysed(text, published)._.dates[-1].role == role


IN_FULL: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    # (sentence, its document's date, text, value and role of each date)
    (
        "Roadworks on the A57 start on Monday 10 June and should be over by the end of August.",
        "2024-05-21",
        [("Monday 10 June", "2024-06-10", "event"), ("end of August", "2024-08-31", "deadline")],
    ),
    (
        "Our last inspection was in November 2021, when we were judged good.",
        "2024-05-21",
        [("November 2021", "2021-11", "event")],
    ),
    (
        "Between January and March 2024 the team closed 318 cases.",
        "2024-05-21",
        [("January and March 2024", "2024-01/2024-03", "period")],
    ),
    (
        "Council tax bills for 2024/25 went out in March.",
        "2024-05-21",
        [("2024/25", "2024/2025", "period"), ("March", "2024-03", "event")],
    ),
    ("Consultation closes at midnight on Sunday 9 June.", "2024-05-21", [("Sunday 9 June", "2024-06-09", "deadline")]),
    ("At 30 April 2024 we had 1,204 open applications.", "2024-05-21", [("30 April 2024", "2024-04-30", "as_of")]),
    (
        "Staff sickness fell from 6.2% in 2022/23 to 5.1% in 2023/24.",
        "2024-05-21",
        [("2022/23", "2022/2023", "period"), ("2023/24", "2023/2024", "period")],
    ),
    ("A decision is expected in the autumn.", "2024-05-21", [("autumn", "2024-09/2024-11", "event")]),
    (
        "The scheme was approved by Cabinet on 14 February and begins on 1 July.",
        "2024-05-21",
        [("14 February", "2024-02-14", "event"), ("1 July", "2024-07-01", "event")],
    ),
    (
        "Bookings for the October half term open on 2 September.",
        "2024-05-21",
        [("October half term", "2024-10", "event"), ("2 September", "2024-09-02", "event")],
    ),
    (
        "We said in January that the rota would be ready by April.",
        "2024-05-21",
        [("January", "2024-01", "event"), ("April", "2024-04", "deadline")],
    ),
    (
        "Response times improved in Q4 (January to March).",
        "2024-05-21",
        [("Q4", "2024-01/2024-03", "period"), ("January to March", "2024-01/2024-03", "period")],
    ),
    ("The library will shut from Christmas Eve until 2 January.", "2024-11-21", [("2 January", "2025-01-02", "event")]),
    ("It has been a busy year, and next year will be busier.", "2024-11-21", [("next year", "2025", "period")]),
    ("Please return the slip by noon on Friday.", "2024-05-21", [("Friday", "2024-05-24", "deadline")]),
    ("Minutes of the meeting of 11 April 2024 were agreed.", "2024-05-21", [("11 April 2024", "2024-04-11", "event")]),
    (
        "Since last September, 64 new foster carers have come forward.",
        "2024-05-21",
        [("last September", "2023-09", "event")],
    ),
    ("The contract runs to 31 March 2027.", "2024-05-21", [("31 March 2027", "2027-03-31", "event")]),
    ("The 2021 Census counted 96,400 of us.", "2024-05-21", [("2021", "2021", "other")]),
    ("Applications rose by 12% on May 2023.", "2024-06-21", [("May 2023", "2023-05", "as_of")]),
    (
        "On 6 and 7 July the park hosts the county show.",
        "2024-05-21",
        [("6 and 7 July", "2024-07-06", "event"), ("7 July", "2024-07-07", "event")],
    ),
    ("Inspection dates: 6 to 10 March 2023", "2023-04-24", [("6 to 10 March 2023", "2023-03-06/2023-03-10", "event")]),
    (
        "Dates of inspection: 6 March to 10 March 2023",
        "2023-04-24",
        [("6 March to 10 March 2023", "2023-03-06/2023-03-10", "event")],
    ),
    (
        "This inspection took place from 6 to 10 March 2023 and was carried out by two inspectorates.",
        "2023-04-24",
        [("6 to 10 March 2023", "2023-03-06/2023-03-10", "event")],
    ),
    (
        "The statement of action must be sent to us by 31 July 2023.",
        "2023-04-24",
        [("31 July 2023", "2023-07-31", "deadline")],
    ),
    (
        "Leaders took swift action after the previous inspection in January 2019.",
        "2023-04-24",
        [("January 2019", "2019-01", "event")],
    ),
    (
        "Since September 2022, a new duty system has been in place.",
        "2023-04-24",
        [("September 2022", "2022-09", "event")],
    ),
    (
        "The director, who joined in early 2022, leads the service.",
        "2023-04-24",
        [("early 2022", "2022-01/2022-03", "event")],
    ),
    ("In the 12 months to March 2023, 84% of plans were on time.", "2023-04-24", [("March 2023", "2023-03", "as_of")]),
    ("Tuesday 12 November, Leeds:", "2019-10-16", [("Tuesday 12 November", "2019-11-12", "event")]),
    (
        "We are in private beta from December 2019 to March 2020.",
        "2019-10-16",
        [("December 2019 to March 2020", "2019-12/2020-03", "event")],
    ),
    (
        "The team will be at the national conference on 5 and 6 November.",
        "2019-10-16",
        [("5 and 6 November", "2019-11-05", "event"), ("6 November", "2019-11-06", "event")],
    ),
    ("Between now and April 2020 we will train every user.", "2019-10-16", [("April 2020", "2020-04", "deadline")]),
    (
        "All firms must have signed up by the end of January.",
        "2019-10-16",
        [("end of January", "2020-01-31", "deadline")],
    ),
    ("The old system will be switched off on 1 April.", "2019-10-16", [("1 April", "2020-04-01", "event")]),
    ("As of 14 October, 61 firms had signed up.", "2019-10-16", [("14 October", "2019-10-14", "as_of")]),
    ("Our last newsletter, in August, set out the timetable.", "2019-10-16", [("August", "2019-08", "event")]),
    ("We ran two workshops this month.", "2019-10-16", [("this month", "2019-10", "event")]),
    ("Next month’s edition will show the new map.", "2019-10-16", [("Next month", "2019-11", "event")]),
    ("Winter roadshows start in the new year: see below for dates.", "2019-10-16", [("new year", "2020-01", "event")]),
    ("Release 1.4 went live on 3 October.", "2019-10-16", [("3 October", "2019-10-03", "event")]),
    (
        "Costs for year one were agreed in July and will be billed in April 2020.",
        "2019-10-16",
        [("July", "2019-07", "event"), ("April 2020", "2020-04", "event")],
    ),
    ("Beta closes on 31 March 2020.", "2019-10-16", [("31 March 2020", "2020-03-31", "deadline")]),
    ("Newsletter – 16 October 2019", "2019-10-16", [("16 October 2019", "2019-10-16", "published")]),
    ("Slides updated January 2024", "2024-01", [("January 2024", "2024-01", "published")]),
    ("Phase 2: April – September 2024", "2024-01", [("April – September 2024", "2024-04/2024-09", "event")]),
    ("Waiting list (31/12/23): 412", "2024-01", [("31/12/23", "2023-12-31", "as_of")]),
    ("Dear parents, I last wrote to you on 8 December.", "2024-01-19", [("8 December", "2023-12-08", "event")]),
    (
        "I will write again at the end of February with an update.",
        "2024-01-19",
        [("end of February", "2024-02-29", "event")],
    ),
    (
        "You can read the report, published on 9 January, on our site.",
        "2024-01-19",
        [("9 January", "2024-01-09", "event")],
    ),
    (
        "The next panel is in a fortnight, on Friday 2 February.",
        "2024-01-19",
        [("Friday 2 February", "2024-02-02", "event")],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), IN_FULL, ids=[t for t, *_ in IN_FULL])
def test_reads_a_date_in_full(text: str, published: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(d.text, d.value, d.role) for d in analysed(text, published)._.dates] == expected


@pytest.mark.parametrize(
    ("pieces", "published", "role"),
    [
        # a heading of a plan, and of results
        (("# Q3 24/25", "- Blue badges live"), "2024-10-10", "deadline"),
        (("# 2025/26", "- Replace the lifts"), "2024-10-10", "deadline"),
        (("# Q1 24/25", "- 340 calls answered"), "2024-10-10", "period"),
        # over the numbers of a table
        (("# The numbers, April 2024", "Measure\tNow\tTarget", "Members\t12,406\t12,000"), "2024-05-21", "as_of"),
        (("Table A: premises by district, January 2023", "Ward\tHomes", "North\t41,200"), "2023-03", "as_of"),
        (("Time to decide, April to June 2024", "Type\tCases", "Minor\t188"), "2024-07-09", "period"),
        (("Open evening, June 2024", "Everybody is welcome."), "2024-05-09", "event"),
        # a dated piece of news
        (("# Latest news", "18 September 2025 – The autumn programme starts next week."), "2025-09-20", "published"),
        (("# News", "2 September: We have had the results of the survey back."), "2025-09-20", "published"),
        (("# Dates for your diary", "2 October – Harvest supper."), "2025-09-20", "event"),
    ],
)
def test_what_stands_above_or_below_tells_the_role(pieces: tuple[str, ...], published: str, role: str) -> None:
    assert laid_out(*pieces, published=published)._.dates[0].role == role
