"""Sentences → what each of their figures measures, in words of the document."""

from __future__ import annotations

import pytest

from tests.extract.reading import analysed, laid_out

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


IN_MANY_VOICES = [
    # (sentence, words that the metric of each of its figures must hold)
    ("Pupils spend 70 minutes on the bus each way.", [{"bus"}]),
    ("The average call is answered within 3 minutes.", [{"call", "answered"}]),
    ("Zero complaints were upheld.", [{"complaints", "upheld"}]),
    ("None of the 12 lifts was working.", [{"lifts", "working"}]),
    ("We spent £450k on agency staff.", [{"spent", "agency", "staff"}]),
    ("Repairs will cost £3-4 million.", [{"Repairs", "cost"}]),
    ("Repairs will cost between £3m and £4m.", [{"Repairs", "cost"}]),
    ("The site had 1.5 million visits.", [{"visits"}]),
    ("Replies take between 5 and 7 weeks.", [{"Replies"}]),
    ("Assessments take 10-12 weeks.", [{"Assessments"}]),
    ("Attendance rose by 4 percentage points.", [{"Attendance"}]),
    ("Attendance was up 1.3pp in May 2022.", [{"Attendance"}]),
    ("Seven in ten carers said they were tired.", [{"carers", "tired"}]),
    ("Three quarters of tenants replied.", [{"tenants", "replied"}]),
    ("The number of fines has trebled.", [{"fines"}]),
    ("Over 100+ families signed up.", [{"families"}]),
    ("More than 200 families and 100+ schools signed up.", [{"families"}, {"schools"}]),
    ("There were 62 referrals per 10,000 children.", [{"referrals"}]),
    ("We now employ 2.5 FTE planners.", [{"FTE", "planners"}]),
    ("The wait is two and a half years.", [{"wait"}]),
    ("In London 14 utilities took part.", [{"utilities", "took", "part"}]),
    ("40 or more families attended.", [{"families", "attended"}]),
    ("12 (48%) of 25 schools replied.", [{"schools", "replied"}]),
    ("All but three of the 20 wards have a warden.", [{"wards", "warden"}]),
    ("Two hundred and twelve tenants replied.", [{"tenants", "replied"}]),
    ("Half the wardens and a quarter of the drivers left.", [{"wardens"}, {"drivers"}]),
    ("Use of the app has more than doubled.", [{"Use", "app"}]),
    ("There was a tenfold rise in fraud.", [{"rise", "fraud"}]),
    ("Three times as many people called.", [{"people", "called"}]),
    ("Twenty-six libraries stayed open (base: 31).", [{"libraries"}, {"libraries"}]),
    ("As of 3 May 2022, 212 families were on the register.", [{"families", "register"}]),
    ("As at 31 March 2022 there were 140 vacancies.", [{"vacancies"}]),
    ("We currently have 23 drivers.", [{"drivers"}]),
    ("Last year 41 homes were let.", [{"homes", "let"}]),
    ("Our target is 95%.", [{"target"}]),
    ("Councils must reply within 20 working days.", [{"reply"}]),
    ("The hall holds 120 people.", [{"hall", "holds", "people"}]),
    ("The new base has places for 84 pupils.", [{"places", "pupils", "base"}]),
    ("Families can claim up to £500.", [{"Families", "claim"}]),
    ("A permit costs £60 a year.", [{"permit", "costs"}]),
    ("Grants of £250 are available to clubs.", [{"Grants", "clubs"}]),
    ("The scheme is delivered through 16 school groups.", [{"school", "groups"}]),
    ("The team is made up of 14 wardens.", [{"wardens", "team"}]),
    ("The service supports 340 children.", [{"service", "supports", "children"}]),
    ("Three workshops are planned for the autumn.", [{"workshops", "planned"}]),
    ("Two more depots are due to open.", [{"depots", "due", "open"}]),
    ("Sessions targeting 600 pupils are planned over the coming months.", [{"Sessions", "targeting", "pupils"}]),
    ("We have recruited 12 wardens.", [{"recruited", "wardens"}]),
    ("We have now recruited 12 wardens.", [{"recruited", "wardens"}]),
    ("Most tenants are visited within 14 weeks.", [{"tenants", "visited"}]),
    ("Repairs are completed within 20 days.", [{"Repairs", "completed"}]),
    ("In the year to March 2022, 61 fires were attended.", [{"fires", "attended"}]),
    ("61% were satisfied (last year: 54%).", [{"satisfied"}, {"satisfied"}]),
    (
        "71% of calls were answered in May 2022 compared with 64% a year earlier.",
        [{"calls", "answered"}, {"calls", "answered"}],
    ),
    ("In 2021/22 we spent £3.1m, £0.2m over budget.", [{"spent"}, {"budget"}]),
    ("We met 40 fitters in March and 22 in April.", [{"fitters", "met"}, {"fitters", "met"}]),
    ("In March we visited 15 depots and met 40 fitters.", [{"visited", "depots"}, {"met", "fitters"}]),
    ("The 2021 survey found that 40% of tenants felt safe.", [{"tenants", "felt", "safe"}]),
    ("The programme, which began in 2019, has helped 800 families.", [{"helped", "families"}]),
    ("The budget for 2022/23 is £4m.", [{"budget"}]),
    ("£2m has been set aside for 2022/23.", [{"set", "aside"}]),
    ("By 2025, 90% of homes will be insulated.", [{"homes", "insulated"}]),
    ("Last month we took 1,204 calls.", [{"calls", "took"}]),
    ("In the last 12 months we have let 310 homes.", [{"let", "homes"}]),
    ("At our meeting on 12 May, 35 parents told us they were worried.", [{"parents", "told", "worried"}]),
    ("The contract runs for five years from April 2022.", [{"contract", "runs"}]),
    ("Of the 240 tenants who replied in May, 61% felt safe.", [{"tenants", "replied"}, {"tenants", "felt", "safe"}]),
    ("Inspectors visited in March 2022 and will return within six months.", [{"return"}]),
    (
        "At the end of May 2022 the waiting list stood at 930, against 1,100 a year ago.",
        [{"waiting", "list"}, {"waiting", "list"}],
    ),
    ("We have 31 staff, of whom 12 joined in May.", [{"staff"}, {"joined", "staff"}]),
    ("The grant is worth £1.2m over three years.", [{"grant", "worth"}, {"grant"}]),
    (
        "With more careful planning now in place, there are now 6% (310 pupils) out of school with plans.",
        [{"out", "of", "school", "plans"}, {"out", "of", "school", "plans"}],
    ),
    (
        "61% of plans were issued within 20 weeks in May 2022.",
        [{"plans", "issued", "within", "20", "weeks"}, {"plans", "issued"}],
    ),
    ("The wait was 14 days and the longest 40 days.", [{"wait"}, {"longest", "wait"}]),
    (
        "Thanks to a new rota, the number of missed bin collections fell from 310 in April 2022 to 122 in May 2022.",
        [{"number", "missed", "bin", "collections"}, {"number", "missed", "bin", "collections"}],
    ),
    ("So far 58 households have been helped by the advice service.", [{"households", "helped", "advice", "service"}]),
    ("The number of children on the caseload is 827.", [{"number", "children", "caseload"}]),
    ("We received 1,430 applications for school transport.", [{"applications", "school", "transport"}]),
    ("Of the posts, 14 have been filled and 3 are being advertised.", [{"posts", "filled"}, {"posts"}]),
    (
        "Satisfaction with the housing repairs service is at 81%, up from 74% in 2020/21.",
        [{"Satisfaction", "housing", "repairs", "service"}, {"Satisfaction", "housing", "repairs", "service"}],
    ),
    (
        "The council has set aside £2.3 million for road repairs in the north of the county.",
        [{"road", "repairs", "north", "county"}],
    ),
    ("We aim to answer 90% of calls within 60 seconds.", [{"calls", "answer"}, {"answer", "calls"}]),
    ("Permit refusals dropped 15% in 2021/22, saving £80,000.", [{"Permit", "refusals"}, {"saving"}]),
]


@pytest.mark.parametrize(("text", "words"), IN_MANY_VOICES, ids=[t for t, _ in IN_MANY_VOICES])
def test_names_what_each_figure_counts(text: str, words: list[set[str]]) -> None:
    figures = analysed(text, "2022-06-01")._.figures
    assert len(figures) == len(words)
    for figure, wanted in zip(figures, words, strict=True):
        assert wanted <= set((figure.metric or "").split())


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
