"""Sentences → dates: text, ISO value and role."""

from __future__ import annotations

import pytest

from docmine import extract
from docmine.records import Block, Document, Known
from tests.extract.reading import analysed, laid_out, numbers_pipeline

FOUND = [
    # (sentence, the document's own date, what is found: text and value)
    ("The panel met on 4 March 2023.", "2023-04", [("4 March 2023", "2023-03-04")]),
    ("The panel met on the 4th of March 2023.", "2023-04", [("4th of March 2023", "2023-03-04")]),
    ("Applications close on Monday 6th May.", "2024-04-02", [("Monday 6th May", "2024-05-06")]),
    ("Applications close on Friday, 7 June.", "2024-04-02", [("Friday, 7 June", "2024-06-07")]),
    ("The depot reopens on June 9th.", "2023-05", [("June 9th", "2023-06-09")]),
    ("The depot reopened on 09/06/2023.", "2023-07", [("09/06/2023", "2023-06-09")]),
    ("Signed off 2023-06-09.", "2023-07", [("2023-06-09", "2023-06-09")]),
    ("Visits ran from 3 to 7 July 2023.", "2023-08", [("3 to 7 July 2023", "2023-07-03/2023-07-07")]),
    ("Visits ran 28 June – 2 July 2023.", "2023-08", [("28 June – 2 July 2023", "2023-06-28/2023-07-02")]),
    (
        "Visits took place between 28 June 2023 and 2 July 2023.",
        "2023-08",
        [("28 June 2023 and 2 July 2023", "2023-06-28/2023-07-02")],
    ),
    (
        "Drop-ins are on 5, 12 and 19 May.",
        "2023-04-20",
        [("5, 12 and 19 May", "2023-05-05"), ("12 and 19 May", "2023-05-12"), ("19 May", "2023-05-19")],
    ),
    ("The kitchen will open at the end of February 2024.", "2023-08", [("end of February 2024", "2024-02-29")]),
    ("The kitchen will open at the end of June.", "2023-03", [("end of June", "2023-06-30")]),
    ("Work began in early 2021.", "2023-03", [("early 2021", "2021-01/2021-03")]),
    ("Work ended in late 2021.", "2023-03", [("late 2021", "2021-10/2021-12")]),
    ("Spending rose in 2020/21.", "2022-03", [("2020/21", "2020/2021")]),
    ("Spending rose in 2020-21.", "2022-03", [("2020-21", "2020/2021")]),
    ("Spending rose in 2020–2021.", "2022-03", [("2020–2021", "2020/2021")]),
    ("We began in 2017.", "2022-03", [("2017", "2017")]),
    ("Clinics run between Oct 23 – Feb 24.", "2023-09", [("Oct 23 – Feb 24", "2023-10/2024-02")]),
    ("Clinics run from October to December 2023.", "2023-09", [("October to December 2023", "2023-10/2023-12")]),
    ("The draft is due in December 23.", "2023-09", [("December 23", "2023-12")]),
    ("The draft is due on 23 December.", "2023-09", [("23 December", "2023-12-23")]),
    ("We will meet on December 23.", "2023-09", [("December 23", "2023-12-23")]),
    ("Update on the hub – June 23", "2023-06", [("June 23", "2023-06")]),
    (
        "Caseload at the end of May 23 was 40 compared with 52 in May 22:",
        "2023-06",
        [("end of May 23", "2023-05-31"), ("May 22", "2022-05")],
    ),
    ("The library reopens this month.", "2023-06-03", [("this month", "2023-06")]),
    ("The library reopened last month.", "2023-01-03", [("last month", "2022-12")]),
    ("We will report by this time next month.", "2023-12", [("this time next month", "2024-01")]),
    ("It was worse this time last year.", "2023-12", [("this time last year", "2022-12")]),
    ("A review will follow next year.", "2023-12", [("next year", "2024")]),
    ("Fees rise next April.", "2023-12", [("next April", "2024-04")]),
    ("Fees rose last September.", "2023-03", [("last September", "2022-09")]),
    ("Places open in the autumn term 2023.", "2023-05", [("autumn term 2023", "2023-09/2023-12")]),
    ("Places open in the spring term.", "2023-11", [("spring term", "2024-01/2024-03")]),
    ("Spending fell in Q2 2023/24.", "2024-05", [("Q2 2023/24", "2023-07/2023-09")]),
    ("Spending fell in Q4 2023/24.", "2024-05", [("Q4 2023/24", "2024-01/2024-03")]),
    ("Spending fell in the third quarter of 2023.", "2024-05", [("third quarter of 2023", "2023-07/2023-09")]),
    ("The bridge closed in winter 2022.", "2024-05", [("winter 2022", "2022-12/2023-02")]),
    ("The bridge will reopen in the summer of 2025.", "2024-05", [("summer of 2025", "2025-06/2025-08")]),
    ("It opened in May.", "2022-09-01", [("May", "2022-05")]),
    ("It opened in December.", "2022-02-01", [("December", "2021-12")]),
    ("It will open in February.", "2022-11-01", [("February", "2023-02")]),
    (
        "Staff moved in March and will move back by November.",
        "2022-06",
        [("March", "2022-03"), ("November", "2022-11")],
    ),
    ("The scheme was rated poor in both 2016 and 2019.", "2020-06", [("2016", "2016"), ("2019", "2019")]),
    ("By Christmas the ramp will be finished.", "2023-09", [("Christmas", "2023-12-25")]),
    ("Easter 2024 dates are on our site.", "2024-01", [("Easter 2024", "2024-03-31")]),
    ("The hall reopened at the start of October.", "2023-12-04", [("start of October", "2023-10-01")]),
    ("The hall opens at the beginning of May 2024.", "2023-12-04", [("beginning of May 2024", "2024-05-01")]),
    ("The draft is due by the end of the month.", "2023-06-12", [("end of the month", "2023-06-30")]),
    ("All plans will be redrawn by the end of the year.", "2023-06-12", [("end of the year", "2023-12-31")]),
    ("Clubs run twice a week this term.", "2023-06-12", [("this term", "2023-04/2023-07")]),
    ("Bus passes change next term.", "2023-06-12", [("next term", "2023-09/2023-12")]),
    ("By the end of July 1,310 tenants had signed up.", "2023-08-05", [("end of July", "2023-07-31")]),
    (
        "Following the October open days, we promised to write about what will be built.",
        "2023-01-17",
        [("October", "2022-10")],
    ),
    # a year told from what was put off, asked for or compared
    (
        "Opening was due in May and has slipped to early November.",
        "2024-09-02",
        [("May", "2024-05"), ("early November", "2024-11")],
    ),
    ("The launch has been put back to February.", "2024-09-02", [("February", "2025-02")]),
    ("Resurfacing was moved from June to April 2025.", "2024-09-02", [("June to April 2025", "2024-06/2025-04")]),
    (
        "The handover was planned for the spring but has moved to July 2025.",
        "2024-11-20",
        [("spring", "2025-03/2025-05"), ("July 2025", "2025-07")],
    ),
    ("The committee has asked for an update in January.", "2024-07-09", [("January", "2025-01")]),
    ("Governors have called for a review in the spring.", "2024-10-09", [("spring", "2025-03/2025-05")]),
    ("The Mayor requested a briefing in May.", "2024-10-09", [("May", "2024-05")]),
    ("That is 90 fewer than in February.", "2023-09", [("February", "2023-02")]),
    ("Calls are up by a tenth compared with April.", "2023-11", [("April", "2023-04")]),
    ("It is three days slower than it was in January.", "2023-08", [("January", "2023-01")]),
    # parts of years
    (
        "The hub moves in the first quarter of next year.",
        "2023-10",
        [("first quarter of next year", "2024-01/2024-03")],
    ),
    ("It will close in the last quarter of this year.", "2023-06", [("last quarter of this year", "2023-10/2023-12")]),
    (
        "A bid will follow in the second quarter of the next financial year.",
        "2023-10",
        [("second quarter of the next financial year", "2024-07/2024-09")],
    ),
    (
        "Confirm it by the end of the current financial year's first quarter.",
        "2025-04-09",
        [("end of the current financial year's first quarter", "2025-06-30")],
    ),
    ("Repairs cost £3m in the year to December 2024.", "2025-03", [("year to December 2024", "2024-01/2024-12")]),
    ("Visits fell in the year ending March 2024.", "2025-03", [("year ending March 2024", "2023-04/2024-03")]),
    ("There were 60 complaints in the quarter to June.", "2024-09-05", [("quarter to June", "2024-04/2024-06")]),
    # days from the document's own
    ("AB to ring the depot by noon tomorrow.", "2024-09-05", [("tomorrow", "2024-09-06")]),
    ("The bridge reopened yesterday.", "2024-09-05", [("yesterday", "2024-09-04")]),
    ("A library for tomorrow.", "2024-09-05", []),
    ("The café will close before the summer holidays.", "2024-05-05", [("summer holidays", "2024-07")]),
    ("Clubs will run in the summer holidays.", "2024-05-05", [("summer holidays", "2024-07/2024-08")]),
    ("Figures for Quarter 1 have been restated.", "2024-11-21", [("Quarter 1", "2024-04/2024-06")]),
    ("The backlog grew in Quarter 2 was the finding.", "2024-11-21", [("Quarter 2", "2024-07/2024-09")]),
]

NOT_A_DATE = [
    "You may march with us if you may.",
    "May I thank every volunteer.",
    "Cllr May and Mrs June Carter visited the site.",
    "Ring 01632 960 2021 or write to team2021@example.org.",
    "See https://example.org/2021/may/report-2020.pdf for more.",
    "Duties under the Care Act 2014 apply.",
    "The Licensing Regulations 2015 were amended.",
    "We spoke to 2000 residents.",
    "Waits fell from 12 weeks to 9 weeks.",
    "Over the last three months much has changed.",
    "In the last month we saw fewer visitors.",
    "Staff meet every Friday, often soon after nine.",
    "Quote reference HB/2021/0456 when you call.",
    "Summer holidays are busy.",
]

ROLES = [
    ("The form must be returned by 9 June 2023.", "2023-05-01", "deadline"),
    ("The audit is to be finished before July 2023.", "2023-05-01", "deadline"),
    ("Reply no later than 9 June.", "2023-05-01", "deadline"),
    ("The closing date is 9 June.", "2023-05-01", "deadline"),
    ("The depot will not be open before April 2024.", "2023-05-01", "event"),
    ("The grant isn’t expected to be paid before the end of June 2023.", "2023-05-01", "event"),
    ("Do not forget to register before 9 June.", "2023-05-01", "deadline"),
    ("The new tariff is due from January 2024.", "2023-05-01", "event"),
    ("Rents are due after May 2024.", "2023-05-01", "event"),
    ("The lift has been shut since March 2023.", "2023-05-01", "event"),
    ("A meeting was held on 9 April 2023.", "2023-05-01", "event"),
    ("The centre opens in September 2023.", "2023-05-01", "event"),
    ("61% of callers were answered (March 2023).", "2023-05-01", "as_of"),
    ("In March 2023, 61% of callers were answered.", "2023-05-01", "as_of"),
    ("There were 14 vacancies compared to 20 in 2021.", "2023-05-01", "as_of"),
    ("Budgets for 2022/23 were tight.", "2023-05-01", "period"),
    ("Thank you to all who have written this month.", "2023-05-01", "period"),
    ("Position at the end of April 2023", "2023-05-01", "as_of"),
    ("This is the list as of January 2023.", "2023-05-01", "as_of"),
    ("Waits have improved since April 2022:", "2023-05-01", "as_of"),
    ("Waits have fallen by 12% since April 2022.", "2023-05-01", "as_of"),
    ("This report covers January to March 2023.", "2023-05-01", "period"),
    ("The desk took 1,530 calls from January to March 2023.", "2023-05-01", "period"),
    ("Performance in Quarter 4 2022/23", "2023-05-01", "period"),
    ("A new depot is due to open in 2024.", "2023-05-01", "deadline"),
    ("The library is due to reopen in July 2023.", "2023-05-01", "deadline"),
    ("All 40 visits were booked in between Sep 22 – March 23.", "2023-05-01", "event"),
    ("94% of those who took part (the pilot was closed at the end of March 2023) were content.", "2023-05-01", "event"),
    ("Parents' Bulletin, May 2023", "2023-05", "published"),
    ("© Crown copyright 2023", "2023-05-01", "published"),
]


@pytest.mark.parametrize(("text", "published", "expected"), FOUND, ids=[t for t, *_ in FOUND])
def test_finds_calendar_expressions(text: str, published: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.text, d.value) for d in analysed(text, published)._.dates] == expected


@pytest.mark.parametrize("text", NOT_A_DATE)
def test_leaves_other_words_and_numbers_alone(text: str) -> None:
    assert [d.text for d in analysed(text, "2022-06-01")._.dates] == []


@pytest.mark.parametrize(("text", "published", "role"), ROLES, ids=[t for t, *_ in ROLES])
def test_tells_what_a_date_is_for(text: str, published: str, role: str) -> None:
    assert analysed(text, published)._.dates[-1].role == role


def test_an_undated_document_lends_the_year_it_names_most() -> None:
    doc = analysed("The hall opened in May 2021.\n\nA fair was held in July.\n\nIn June 2021 it closed.")
    assert [d.value for d in doc._.dates] == ["2021-05", "2021-07", "2021-06"]


def test_no_year_is_made_up_where_the_document_names_none() -> None:
    assert analysed("The hall opened in May.")._.dates == ()


def test_a_later_addition_counts_from_its_own_date() -> None:
    texts = ("The survey starts in March.", "The survey starts in September.", "It was due last month.")
    starts = [sum(len(t) + 2 for t in texts[:i]) for i in range(len(texts))]
    blocks = tuple(
        Block(kind="paragraph", text=text, start=start, end=start + len(text), date=date)
        for text, start, date in zip(texts, starts, (None, "2024-05-20", "2024-05-20"), strict=True)
    )
    document = Document(
        name="page.html",
        path=None,
        sha256="",
        media_type="text/html",
        text="\n\n".join(texts),
        blocks=blocks,
        published=Known("2022-11-14", "text"),
    )
    doc = extract.analyse(numbers_pipeline(), document)
    assert [d.value for d in doc._.dates] == ["2023-03", "2024-09", "2024-04"]


@pytest.mark.parametrize(
    ("saved", "media_type", "text", "value"),
    [
        # a file that was saved after the day that its text still has ahead
        ("2026-07-10", "application/pdf", "In April 2026 we met. The panel will decide by 29 May.", "2026-05-29"),
        ("2025-11-03", "application/pdf", "In October 2025 we met. The panel will decide by 9 March.", "2026-03-09"),
        # and one saved years later, whose text names no such year
        ("2024-02-01", "application/pdf", "In May 2021 we met. The panel will decide by 9 October.", "2021-10-09"),
        # a mail is dated by itself
        ("2024-07-10", "message/rfc822", "In April 2024 we met. The panel will decide by 29 May.", "2025-05-29"),
    ],
)
def test_a_date_of_the_file_is_not_trusted_against_the_text(saved: str, media_type: str, text: str, value: str) -> None:
    document = Document(
        name="file",
        path=None,
        sha256="",
        media_type=media_type,
        text=text,
        blocks=(Block(kind="paragraph", text=text, start=0, end=len(text)),),
        published=Known(saved, "metadata"),
    )
    assert [d.value for d in extract.analyse(numbers_pipeline(), document)._.dates][-1] == value


@pytest.mark.parametrize(
    ("header", "role"), [("By when", "deadline"), ("Due date", "deadline"), ("Target", "deadline"), ("Met on", "event")]
)
def test_a_column_tells_what_its_dates_are_for(header: str, role: str) -> None:
    doc = laid_out(f"Action\tLead\t{header}", "Mend the roof\tEstates\t4 March 2024", published="2023-11-06")
    assert [d.role for d in doc._.dates] == [role]


@pytest.mark.parametrize(
    ("rows", "published", "expected"),
    [
        (("What\tWho\tWhen", "New app live\tAB\tQ2"), "2024-05-21", [("2024-07/2024-09", "deadline")]),
        (("When\tWhat\tLead", "Q4\tContract talks concluded\tCD"), "2024-05-21", [("2025-01/2025-03", "deadline")]),
        (("When\tAction", "March\tOpen the second hub"), "2024-05-21", [("2025-03", "deadline")]),
        (("When\tEvent", "6 June 2024\tTea dance"), "2024-05-21", [("2024-06-06", "event")]),
        (
            ("Measure\tQ1\tQ2", "Bins missed\t62\t87"),
            "2024-11-21",
            [("2024-04/2024-06", "period"), ("2024-07/2024-09", "period")],
        ),
        (
            ("Measure\t2023\t2024\tTarget", "In work\t17%\t20%\t20%"),
            "2025-04-09",
            [("2023", "period"), ("2024", "period")],
        ),
        (("Depot\tMembers\tStaff", "Long Wold\t2019\t38"), "2025-04-09", []),
    ],
)
def test_a_cell_that_is_a_date_alone(rows: tuple[str, ...], published: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.value, d.role) for d in laid_out(*rows, published=published)._.dates] == expected
