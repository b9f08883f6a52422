"""Sentences → figures: which numbers are figures, with unit, qualifier and whole; and what they are set against."""

from __future__ import annotations

import pytest

from tests.extract.reading import analysed, laid_out

FOUND = [
    # (sentence, what is found: text, value, unit, qualifier, of)
    ("71% of tenants were content.", [("71%", 71, "percent", "none", None)]),
    ("Around 40 per cent of calls were lost.", [("Around 40 per cent", 40, "percent", "about", None)]),
    (
        "It was 60% in 2021/22 and 70% in 2022 and 80% now.",
        [
            ("60%", 60, "percent", "none", None),
            ("70%", 70, "percent", "none", None),
            ("80%", 80, "percent", "none", None),
        ],
    ),
    ("Rents rose by 2.5 percentage points.", [("2.5 percentage points", 2.5, "percentage_points", "none", None)]),
    ("We spent £1.2m on repairs.", [("£1.2m", 1_200_000, "gbp", "none", None)]),
    ("Over a £3 million fund is open to clubs.", [("Over a £3 million", 3_000_000, "gbp", "over", None)]),
    ("Grants of up to £2,500 are on offer.", [("up to £2,500", 2500, "gbp", "max", None)]),
    ("Repairs take 12 weeks.", [("12 weeks", 12, "weeks", "none", None)]),
    ("Repairs take at least six weeks.", [("at least six weeks", 6, "weeks", "min", None)]),
    ("The average repair takes 12 days.", [("12 days", 12, "days", "average", None)]),
    ("Tenants wait on average nine weeks.", [("nine weeks", 9, "weeks", "average", None)]),
    ("This is a 3-year programme.", [("3-year", 3, "years", "none", None)]),
    ("It is a two to four-year plan.", [("two to four-year", 4, "years", "max", None)]),
    ("Repairs take 5–8 weeks.", [("5–8 weeks", 8, "weeks", "max", None)]),
    ("She led the depot for more than 6 years.", [("more than 6 years", 6, "years", "over", None)]),
    ("Less than a week passed before the reply.", [("Less than a week", 1, "weeks", "under", None)]),
    ("42 out of 60 lifts were working.", [("42 out of 60", 42, "count", "none", 60)]),
    ("42 of the 60 lifts were working.", [("42 of the 60", 42, "count", "none", 60)]),
    ("All but two of the eleven targets were missed.", [("All but two of the eleven", 9, "count", "none", 11)]),
    ("One in five callers gave up.", [("One in five", 1, "count", "none", 5)]),
    ("Over double the number of callers gave up.", [("Over double", 2, "ratio", "over", None)]),
    ("Complaints have doubled.", [("doubled", 2, "ratio", "none", None)]),
    ("More than half of the lifts failed.", [("More than half", 0.5, "ratio", "over", None)]),
    ("A third of tenants replied.", [("A third", 0.3333, "ratio", "none", None)]),
    ("Two-thirds of tenants replied.", [("Two-thirds", 0.6667, "ratio", "none", None)]),
    ("We heard from over a dozen tenants.", [("over a dozen", 12, "count", "over", None)]),
    ("There are 1,245 homes on the estate.", [("1,245", 1245, "count", "none", None)]),
    ("We recruited 5 caretakers.", [("5", 5, "count", "none", None)]),
    ("We recruited three new caretakers.", [("three", 3, "count", "none", None)]),
    ("Nine of these posts are vacant.", [("Nine", 9, "count", "none", None)]),
    ("We held six 'Ask the Mayor' evenings.", [("six", 6, "count", "none", None)]),
    ("Satisfaction was high (n=412).", [("412", 412, "count", "none", None)]),
    ("Nearly 300 people came.", [("Nearly 300", 300, "count", "about", None)]),
    ("Park Lane\t61\t44", [("61", 61, "count", "none", None), ("44", 44, "count", "none", None)]),
    ("There are 12 early years centres in the borough.", [("12", 12, "count", "none", None)]),
    ("Pupils spend 70 minutes on the bus each way.", [("70 minutes", 70, "minutes", "none", None)]),
    ("The average call is answered within 3 minutes.", [("3 minutes", 3, "minutes", "average", None)]),
    ("Zero complaints were upheld.", [("Zero", 0, "count", "none", None)]),
    ("None of the 12 lifts was working.", [("None of the 12", 0, "count", "none", 12)]),
    ("We spent £450k on agency staff.", [("£450k", 450000, "gbp", "none", None)]),
    ("Repairs will cost £3-4 million.", [("£3-4 million", 4000000, "gbp", "max", None)]),
    ("Repairs will cost between £3m and £4m.", [("between £3m and £4m", 4000000, "gbp", "max", None)]),
    ("The site had 1.5 million visits.", [("1.5 million", 1500000, "count", "none", None)]),
    ("Replies take between 5 and 7 weeks.", [("between 5 and 7 weeks", 7, "weeks", "max", None)]),
    ("Assessments take 10-12 weeks.", [("10-12 weeks", 12, "weeks", "max", None)]),
    ("Attendance rose by 4 percentage points.", [("4 percentage points", 4, "percentage_points", "none", None)]),
    ("Attendance was up 1.3pp in May 2022.", [("1.3pp", 1.3, "percentage_points", "none", None)]),
    ("Seven in ten carers said they were tired.", [("Seven in ten", 7, "count", "none", 10)]),
    ("Three quarters of tenants replied.", [("Three quarters", 0.75, "ratio", "none", None)]),
    ("The number of fines has trebled.", [("trebled", 3, "ratio", "none", None)]),
    ("Over 100+ families signed up.", [("Over 100+", 100, "count", "over", None)]),
    (
        "More than 200 families and 100+ schools signed up.",
        [("More than 200", 200, "count", "over", None), ("100+", 100, "count", "over", None)],
    ),
    ("There were 62 referrals per 10,000 children.", [("62", 62, "count", "none", None)]),
    ("We now employ 2.5 FTE planners.", [("2.5", 2.5, "count", "none", None)]),
    ("The wait is two and a half years.", [("two and a half years", 2.5, "years", "none", None)]),
    ("In London 14 utilities took part.", [("14", 14, "count", "none", None)]),
    ("40 or more families attended.", [("40 or more", 40, "count", "min", None)]),
    ("12 (48%) of 25 schools replied.", [("12 (48%) of 25", 12, "count", "none", 25)]),
    ("All but three of the 20 wards have a warden.", [("All but three of the 20", 17, "count", "none", 20)]),
    ("Two hundred and twelve tenants replied.", [("Two hundred and twelve", 212, "count", "none", None)]),
    (
        "Half the wardens and a quarter of the drivers left.",
        [("Half", 0.5, "ratio", "none", None), ("a quarter", 0.25, "ratio", "none", None)],
    ),
    ("Use of the app has more than doubled.", [("more than doubled", 2, "ratio", "over", None)]),
    ("There was a tenfold rise in fraud.", [("tenfold", 10, "ratio", "none", None)]),
    ("Three times as many people called.", [("Three times", 3, "ratio", "none", None)]),
    (
        "Twenty-six libraries stayed open (base: 31).",
        [("Twenty-six", 26, "count", "none", None), ("31", 31, "count", "none", None)],
    ),
    # a change is two figures, a range is one
    ("Waits fell from 29 to 27 weeks.", [("29", 29, "weeks", "none", None), ("27 weeks", 27, "weeks", "none", None)]),
    ("Errors fell from 19% to 7%.", [("19%", 19, "percent", "none", None), ("7%", 7, "percent", "none", None)]),
    ("Fees rose from £3m to £4m.", [("£3m", 3000000, "gbp", "none", None), ("£4m", 4000000, "gbp", "none", None)]),
    ("Fees are ranging from £3m to £4m.", [("£3m to £4m", 4000000, "gbp", "max", None)]),
    (
        "The number of clubs doubled, from six to twelve.",
        [
            ("doubled", 2, "ratio", "none", None),
            ("six", 6, "count", "none", None),
            ("twelve", 12, "count", "none", None),
        ],
    ),
    # a bare number in the units of the one that it is set against
    ("A permit took 61 days. It is now 43.", [("61 days", 61, "days", "none", None), ("43", 43, "days", "none", None)]),
    (
        "Sessions now last 60 mins, up from 20.",
        [("60 mins", 60, "minutes", "none", None), ("20", 20, "minutes", "none", None)],
    ),
    (
        "Calls take 3 minutes; last year it was nine.",
        [("3 minutes", 3, "minutes", "none", None), ("nine", 9, "minutes", "none", None)],
    ),
    # a part of a whole that was said before, or in other words
    ("Of the 96 people with a pass, 71 use it.", [("96", 96, "count", "none", None), ("71", 71, "count", "none", 96)]),
    ("One household in eight has no car.", [("One household in eight", 1, "count", "none", 8)]),
    ("That was so in 9 cases out of 11.", [("9 cases out of 11", 9, "count", "none", 11)]),
    (
        "Of these, 31 were met and 4 of them early.",
        [("31", 31, "count", "none", None), ("4", 4, "count", "none", None)],
    ),
    ("We have 64 of the contractor's 71 drivers.", [("64 of the contractor's 71", 64, "count", "none", 71)]),
    ("Satisfaction is 4.1 / 5.", [("4.1 / 5", 4.1, "count", "none", 5)]),
    (
        "The audit judged 44 files good, 13 to be mended and 3 poor.",
        [("44", 44, "count", "none", None), ("13", 13, "count", "none", None), ("3", 3, "count", "none", None)],
    ),
    ("The other five will be appointed in May.", [("five", 5, "count", "none", None)]),
    ("An agency team of seven will help.", [("seven", 7, "count", "none", None)]),
    ("The mileage rate is 45p a mile.", [("45p", 0.45, "gbp", "none", None)]),
    ("The app was downloaded 9,300 times.", [("9,300", 9300, "count", "none", None)]),
    ("Gas leaks are made safe within 24 hours.", [("24 hours", 24, "hours", "none", None)]),
]

NOT_A_FIGURE = [
    "Call 0161 496 0000 or 0300 123 4567.",
    "See page 14, section 3 and paragraphs 7, 9 and 11.",
    "Slides 22, 37 and 42 are new.",
    "The scheme is for children aged 7 to 11 and those over 5.",
    "A group for 14-16 year olds and under 5s.",
    "He is 43 years old.",
    "Support runs until age 25.",
    "Pupils in Year 6 and Key Stage 2 took part in Phase 3.",
    "Doors open at 9am and close at 5:30pm.",
    "Write to 14 Station Road, Anytown, AB1 2CD.",
    "1. Introduction",
    "The first and second meetings went well, and one of them ran late.",
    "No one came, and this one is new.",
    "We have two things to say in three parts.",
    "In the next 2 weeks we will write again.",
    "Over the last six months much has changed.",
    "In May 2021 and 2022 we met.",
    "A 24-hour helpline is open.",
    "COVID-19 delayed the post-16 offer.",
    "We met on a 1-on-1 basis, one-to-one.",
    "Tickets: https://example.org/e/street-tickets-55631179355 in 2020.",
    "Clause 20(1)(a) of the Housing Act 2004 applies.",
    "2 The Homes (Fees) Regulations 2015",
    "A six month review is under way.",
    "Waste is collected twice a week.",
    "A 20 minute webinar will explain the change.",
    "The survey takes 5 minutes to complete.",
    "Hundreds of residents and thousands of visitors came.",
    "Several hundred tenants wrote to us.",
    "Courses for 16+ learners and the over-65s.",
    "EToN 6 will be switched off, and HS2 works continue under Schedule 14.",
    "Release 3.4 and v2.1 of the portal follow Windows 11 and iOS 16.",
    "Dial 101, or 999 in an emergency; NHS 111 is open too.",
    "The line is open 24 hours a day, 7 days a week.",
    "We split the cost 50/50 and met 1:1.",
    "She is a Band 6 nurse on ward 12 and lives in SE5.",
    "There are two main reasons, four key themes and three short films.",
    "Come to one of our 45 minute drop-ins at 10.30.",
    "The top 10 risks and the 2030 vision are in Annex 3.",
    "2.3 Of the lifts that failed, most were old.",
    "The board has met twice.",
    "See KPI 7 and slide --- 12 --- of the pack.",
    "My neighbour, who is 81, is still there.",
    "The wait was 6m 40s.",
    "Net zero is our aim, and there is zero tolerance of fly-tipping.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[t for t, _ in FOUND])
def test_finds_figures(text: str, expected: list[tuple[str, float, str, str, float | None]]) -> None:
    found = [(f.text, f.value, f.unit, f.qualifier, f.of) for f in analysed(text, "2022-06-01")._.figures]
    assert found == expected


@pytest.mark.parametrize("text", NOT_A_FIGURE)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert [f.text for f in analysed(text, "2022-06-01")._.figures] == []


COMPARED = [
    ("The wait has reduced from 30 weeks to 18 weeks.", [None, "30 weeks"]),
    ("We had 788 replies (compared to 378 in 2019).", ["378", None]),
    ("61% were met, down from 70% in 2019.", ["70%", None]),
    ("61% of calls were answered in May 2022. This was at 4% in May 2021.", ["4%", None]),
    ("12 lifts and 14 ramps were repaired.", [None, None]),
    ("61% were satisfied (last year: 54%).", ["54%", None]),
    ("71% of calls were answered in May 2022 compared with 64% a year earlier.", ["64%", None]),
    ("At the end of May 2022 the waiting list stood at 930, against 1,100 a year ago.", ["1,100", None]),
    (
        "Thanks to a new rota, the number of missed bin collections fell from 310 in April 2022 to 122 in May 2022.",
        [None, "310"],
    ),
    ("Satisfaction with the housing repairs service is at 81%, up from 74% in 2020/21.", ["74%", None]),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED, ids=[t for t, _ in COMPARED])
def test_sets_the_newer_figure_against_the_older(text: str, expected: list[str | None]) -> None:
    assert [f.compared_to for f in analysed(text, "2022-06-01")._.figures] == expected


def test_a_count_beside_an_average_is_no_average() -> None:
    doc = analysed("The average wait is now 32 weeks and there are 357 children waiting.", "2022-06")
    assert [(f.text, f.qualifier) for f in doc._.figures] == [("32 weeks", "average"), ("357", "none")]


UNITS_BESIDE = [
    # (blocks, each figure's value and unit)
    (
        ("Trade\tReceived\tDays to reply\tTarget", "Roofs\t40\t9\t7", "Doors\t31\t6.5\t5"),
        [(40, "count"), (9, "days"), (7, "days"), (31, "count"), (6.5, "days"), (5, "days")],
    ),
    (("Measure\tEast\tWest", "Complaints\t22\t9"), [(22, "count"), (9, "count")]),
    (("The wait has gone up from 17 weeks to 22 since the spring.",), [(17, "weeks"), (22, "weeks")]),
    (("Pupils waited 19 weeks on average, against a local standard of six.",), [(19, "weeks"), (6, "weeks")]),
    (("Repairs took 31 days, against a target of 20.",), [(31, "days"), (20, "days")]),
]


@pytest.mark.parametrize(("blocks", "expected"), UNITS_BESIDE, ids=[" / ".join(b) for b, _ in UNITS_BESIDE])
def test_a_bare_number_has_the_units_of_what_it_stands_beside(
    blocks: tuple[str, ...], expected: list[tuple[float, str]]
) -> None:
    assert [(f.value, f.unit) for f in laid_out(*blocks)._.figures] == expected
