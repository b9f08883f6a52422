"""Sentences → figures: number, unit, qualifier and whole; what they measure; when; against what."""

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
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[t for t, _ in FOUND])
def test_finds_figures(text: str, expected: list[tuple[str, float, str, str, float | None]]) -> None:
    found = [(f.text, f.value, f.unit, f.qualifier, f.of) for f in analysed(text, "2022-06-01")._.figures]
    assert found == expected


@pytest.mark.parametrize("text", NOT_A_FIGURE)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert [f.text for f in analysed(text, "2022-06-01")._.figures] == []


METRICS = [
    # (sentence, words that the metric must hold)
    ("71% of tenants were content with repairs.", {"tenants", "content", "repairs"}),
    ("71% of tenants had not heard of it.", {"tenants", "not", "heard"}),
    ("The average wait for a boiler repair is 12 weeks.", {"wait", "boiler", "repair"}),
    ("The wait for podiatry has reduced from 30 weeks to 18 weeks.", {"wait", "podiatry"}),
    ("Of late 71% of heating and gas repairs were done within 20 days.", {"gas", "repairs", "done"}),
    ("You can join our mailing list. We now have 90 members.", {"members", "mailing", "list"}),
    ("Lifts in service\t42 (May 2022)", {"Lifts", "service"}),
]


@pytest.mark.parametrize(("text", "words"), METRICS, ids=[t for t, _ in METRICS])
def test_says_what_is_measured_in_the_document_s_words(text: str, words: set[str]) -> None:
    for figure in analysed(text, "2022-06-01")._.figures:
        assert figure.metric is not None
        assert words <= set(figure.metric.split())
        assert len(figure.metric.split()) <= 12
        assert set(figure.metric.replace("’", "'").split()) <= set(text.replace(".", "").replace("’", "'").split())


EACH_ITS_OWN = [
    # (sentence, the metric of each figure)
    (
        "We cut knife crime in parks by 8% and serious street robberies by 16%.",
        ["cut knife crime in parks", "serious street robberies"],
    ),
    (
        "In May 2022, 32% rated repairs “Good” or better and 27% thought cleaning had “Improved”.",
        ["rated repairs Good or better", "thought cleaning Improved"],
    ),
    (
        "The average wait for a new tenancy is now 32 weeks and there are 357 tenants waiting.",
        ["average wait for new tenancy", "tenants waiting"],
    ),
    (
        "The number of tenants on the list is 2097 with the average wait being 53 weeks.",
        ["number of tenants on list", "average wait"],
    ),
    (
        "The share of repairs done in time was 60% in 2021 and 70% in 2022.",
        ["share of repairs done in time", "share of repairs done in time"],
    ),
]


@pytest.mark.parametrize(("text", "metrics"), EACH_ITS_OWN, ids=[t for t, _ in EACH_ITS_OWN])
def test_no_figure_borrows_what_another_measures(text: str, metrics: list[str]) -> None:
    assert [f.metric for f in analysed(text, "2022-06-01")._.figures] == metrics


def test_a_figure_that_several_are_set_against_is_not_the_first_one_s_alone() -> None:
    text = "Safety checks before a move\t91% of flats and 97% of houses were checked. The figure was 0% in 2020/21."
    new, old, before = analysed(text, "2022-06-01")._.figures
    assert (new.compared_to, old.compared_to) == ("0%", "0%")
    assert before.metric == "Safety checks before move"


PERIODS = [
    ("In March 2022, 61% of callers were answered.", ["2022-03"]),
    ("61% of callers were answered (March 2022).", ["2022-03"]),
    (
        "We answered 61% in March 2022 (122 out of 200) compared to 50% in March 2021 (95 out of 190).",
        ["2022-03", "2022-03", "2021-03", "2021-03"],
    ),
    ("There are now 90 members.", ["2022-06-01"]),
    ("Callers, waiting on average 20 weeks, by area", ["2022-06-01"]),
    (
        "Repairs met target: 65% in May 2022, compared to 53% in May 2021 and 61% nationally.",
        ["2022-05", "2021-05", None],
    ),
    ("All 100 tenants were told and their first visits booked in between Sep 21 – March 22.", [None]),
    ("The statutory limit is 20 weeks.", [None]),
    ("The hub opened on 5 May 2022, and £2m will be spent.", [None]),
    # a date of what the sentence tells
    ("A tenants' survey was held in May 2022, which drew 512 replies (260 in 2019).", ["2022-05", "2019"]),
    ("The library closed in March 2022, and 57 readers lost their nearest desk.", ["2022-03"]),
    (
        "Repairs are down to an average of 9 days, with 94% of tenants under 20 days at the start of April.",
        ["2022-04-01", "2022-04-01", "2022-04-01"],
    ),
    ("There are 1,900 tenants on the list, and 640 of them had a warden on 1 May 2022.", ["2022-06-01", "2022-05-01"]),
    ("By the end of September 2022 the team will have checked 310 lifts.", ["2022-09-30"]),
    ("By the end of April 1,310 residents had signed up.", ["2022-04-30"]),
    ("Thank you for your letter of 9 May 2022. I am sorry that 48 residents felt they had to sign it.", ["2022-05-09"]),
    ("The average wait rose to 16 days at the end of April 2022. The longest wait was 41 days.", ["2022-04-30"] * 2),
    # what it tells of another date
    ("We must set out how we will deal with the 14 failings found at the audit in 2018.", [None]),
    ("Complaints were over double the number received previously in 2019.", [None]),
    ("Spending was 9% higher than in the same quarter of 2020/21.", [None]),
    ("The mobile office will visit all five estates by spring 2023.", [None]),
    ("We will hire 12 more wardens by 31 March 2023.", [None]),
    ("Applications for grants of up to £750 will open in September 2022.", [None]),
    ("From September we will give tenants at least six weeks of notice.", [None]),
    ("Reply by 9 June 2022. We had 14 replies to the last letter.", [None]),
    # from a day until now
    ("Since January we have helped 64 households.", ["2022-01/2022-06"]),
    ("Between 30 and 40 traders have complained since April.", ["2022-04/2022-06"]),
    ("Thefts have fallen by 18% since April 2021.", ["2021-04/2022-06"]),
    ("Since 9 May 2022 the line has taken 94 calls.", ["2022-05-09/2022-06-01"]),
    ("In the last year 41 families moved.", ["2021-06/2022-06"]),
    ("Over the past six months 23 homes were let.", ["2021-12/2022-06"]),
    ("We now hold 900 permits (300 of them raised in the last month alone).", ["2022-06-01", "2022-05/2022-06"]),
    # how things stand
    ("So far 12 of the 17 actions have been completed.", ["2022-06-01"]),
    ("To date 210 homes have been insulated.", ["2022-06-01"]),
    ("As of today, 42 lifts are out of order.", ["2022-06-01"]),
    ("At present there are 14 vacancies.", ["2022-06-01"]),
    ("There are still 210 tenants waiting.", ["2022-06-01"]),
    ("Nine of the 14 wardens are now in post.", ["2022-06-01"]),
    ("The council has accepted 17 of the 19 recommendations.", ["2022-06-01"]),
    ("We have welcomed four new drivers.", [None]),
    ("The scheme runs through the 16 primary school groups.", [None]),
    ("Over 450 drivers have booked to attend 15 workshops.", ["2022-06-01", None]),
    ("Late arrivals have fallen by 22%.", ["2022-06-01"]),
    ("61% of bins are emptied on time; the national figure is 70%.", ["2022-06-01", None]),
    ("We will cut the average wait to 8 weeks by March 2023.", ["2023-03"]),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[t for t, _ in PERIODS])
def test_says_when_a_figure_holds(text: str, expected: list[str | None]) -> None:
    assert [f.period for f in analysed(text, "2022-06-01")._.figures] == expected


OF_A_YEAR = [
    # (sentence of a document of which only the year is known, when its figure holds)
    ("There are currently 90 members.", "2022"),
    ("There are still 90 members.", "2022"),
    ("The average wait is 12 days.", None),
    ("Seven of these posts have now been filled.", None),
]


@pytest.mark.parametrize(("text", "expected"), OF_A_YEAR, ids=[t for t, _ in OF_A_YEAR])
def test_a_year_alone_is_no_time_at_which_things_stand_unless_the_words_say_now(
    text: str, expected: str | None
) -> None:
    assert [f.period for f in analysed(text, "2022")._.figures] == [expected]


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
]


@pytest.mark.parametrize(("blocks", "expected"), [(b, e) for _, b, e in LAYOUTS], ids=[name for name, *_ in LAYOUTS])
def test_the_layout_says_when_a_figure_holds(blocks: tuple[str, ...], expected: list[str | None]) -> None:
    assert [f.period for f in laid_out(*blocks, published="2022-06-01")._.figures] == expected


def test_minutes_tell_in_the_past_what_stood_on_their_day() -> None:
    told = ("# Reviews", "The board noted that 180 reviews were overdue.")
    assert [f.period for f in laid_out(*told, published="2022-06-01", doc_type="minutes")._.figures] == ["2022-06-01"]
    assert [f.period for f in laid_out(*told, published="2022-06-01", doc_type="letter")._.figures] == [None]


def test_a_later_addition_tells_of_its_own_day() -> None:
    doc = laid_out("There are 14 vacancies.", "There are now 9 vacancies.", published="2021-10-01", added="2022-06-12")
    assert [f.period for f in doc._.figures] == ["2021-10-01", "2022-06-12"]


TABLES = [
    # (blocks, the metric of each figure)
    (
        ("2 - Name the service\tEastway\tPark Lane", "Number of votes\t21\t28", "Green\t81%\t29%"),
        [
            {"Number", "votes", "Eastway"},
            {"Number", "votes", "Park", "Lane"},
            {"Green", "Eastway"},
            {"Green", "Park", "Lane"},
        ],
    ),
]


@pytest.mark.parametrize(("blocks", "words"), TABLES, ids=["no header is marked"])
def test_a_cell_is_measured_by_its_row_and_its_column(blocks: tuple[str, ...], words: list[set[str]]) -> None:
    figures = laid_out(*blocks, published="2022-06-01")._.figures
    assert len(figures) == len(words)
    for figure, wanted in zip(figures, words, strict=True):
        assert wanted <= set((figure.metric or "").split())


COMPARED = [
    ("The wait has reduced from 30 weeks to 18 weeks.", [None, "30 weeks"]),
    ("We had 788 replies (compared to 378 in 2019).", ["378", None]),
    ("61% were met, down from 70% in 2019.", ["70%", None]),
    ("61% of calls were answered in May 2022. This was at 4% in May 2021.", ["4%", None]),
    ("12 lifts and 14 ramps were repaired.", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED, ids=[t for t, _ in COMPARED])
def test_sets_the_newer_figure_against_the_older(text: str, expected: list[str | None]) -> None:
    assert [f.compared_to for f in analysed(text, "2022-06-01")._.figures] == expected


def test_a_count_beside_an_average_is_no_average() -> None:
    doc = analysed("The average wait is now 32 weeks and there are 357 children waiting.", "2022-06")
    assert [(f.text, f.qualifier) for f in doc._.figures] == [("32 weeks", "average"), ("357", "none")]
