"""Sentences → when their figures hold: what the words say, and what they leave open."""

from __future__ import annotations

import pytest

from tests.extract.reading import analysed, laid_out

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
    ("As of 3 May 2022, 212 families were on the register.", ["2022-05-03"]),
    ("As at 31 March 2022 there were 140 vacancies.", ["2022-03-31"]),
    ("We currently have 23 drivers.", ["2022-06-01"]),
    ("Last year 41 homes were let.", ["2021"]),
    ("Our target is 95%.", [None]),
    ("Councils must reply within 20 working days.", [None]),
    ("The hall holds 120 people.", [None]),
    ("The new base has places for 84 pupils.", [None]),
    ("Families can claim up to £500.", [None]),
    ("A permit costs £60 a year.", [None]),
    ("Grants of £250 are available to clubs.", [None]),
    ("The scheme is delivered through 16 school groups.", [None]),
    ("The team is made up of 14 wardens.", [None]),
    ("The service supports 340 children.", ["2022-06-01"]),
    ("Three workshops are planned for the autumn.", ["2022-09/2022-11"]),
    ("Two more depots are due to open.", [None]),
    ("Sessions targeting 600 pupils are planned over the coming months.", [None]),
    ("We have recruited 12 wardens.", [None]),
    ("We have now recruited 12 wardens.", ["2022-06-01"]),
    ("Most tenants are visited within 14 weeks.", ["2022-06-01"]),
    ("Repairs are completed within 20 days.", [None]),
    ("61% were satisfied (last year: 54%).", [None, "2021"]),
    ("71% of calls were answered in May 2022 compared with 64% a year earlier.", ["2022-05", "2021-05"]),
    ("In 2021/22 we spent £3.1m, £0.2m over budget.", ["2021/2022", "2021/2022"]),
    ("Figures for April: 212 calls, 31 visits and 14 complaints.", ["2022-04", "2022-04", "2022-04"]),
    ("We met 40 fitters in March and 22 in April.", ["2022-03", "2022-04"]),
    ("In March we visited 15 depots and met 40 fitters.", ["2022-03", "2022-03"]),
    ("The 2021 survey found that 40% of tenants felt safe.", ["2021"]),
    ("The programme, which began in 2019, has helped 800 families.", ["2022-06-01"]),
    ("The budget for 2022/23 is £4m.", ["2022/2023"]),
    ("£2m has been set aside for 2022/23.", ["2022/2023"]),
    ("By 2025, 90% of homes will be insulated.", ["2025"]),
    ("This compares with 61% nationally.", [None]),
    ("Last month we took 1,204 calls.", ["2022-05"]),
    ("In the last 12 months we have let 310 homes.", ["2021-06/2022-06"]),
    ("At our meeting on 12 May, 35 parents told us they were worried.", ["2022-05-12"]),
    ("The contract runs for five years from April 2022.", [None]),
    ("Of the 240 tenants who replied in May, 61% felt safe.", ["2022-05", "2022-05"]),
    ("Inspectors visited in March 2022 and will return within six months.", [None]),
    ("At the end of May 2022 the waiting list stood at 930, against 1,100 a year ago.", ["2022-05-31", "2021-05-31"]),
    ("We have 31 staff, of whom 12 joined in May.", ["2022-06-01", "2022-05"]),
    (
        "With more careful planning now in place, there are now 6% (310 pupils) out of school with plans.",
        ["2022-06-01", "2022-06-01"],
    ),
    ("61% of plans were issued within 20 weeks in May 2022.", ["2022-05", None]),
    ("The wait was 14 days and the longest 40 days.", [None, None]),
    (
        "Thanks to a new rota, the number of missed bin collections fell from 310 in April 2022 to 122 in May 2022.",
        ["2022-04", "2022-05"],
    ),
    ("So far 58 households have been helped by the advice service.", ["2022-06-01"]),
    ("The number of children on the caseload is 827.", ["2022-06-01"]),
    ("We received 1,430 applications for school transport.", [None]),
    ("Satisfaction with the housing repairs service is at 81%, up from 74% in 2020/21.", ["2022-06-01", "2020/2021"]),
    ("We aim to answer 90% of calls within 60 seconds.", [None, None]),
    ("Permit refusals dropped 15% in 2021/22, saving £80,000.", ["2021/2022", "2021/2022"]),
    # no time of their own
    ("Three in four replies were in time (target: 95%).", [None, None]),
    ("The national standard is 24 weeks.", [None]),
    ("No change will be made unless the error rate is below 0.5%.", [None]),
    ("Thanks go to the 187 volunteers.", [None]),
    ("We need eight more drivers for the week beginning 8 July.", [None]),
    ("A second round of ten schemes could follow in September.", [None]),
    ("We visited nine depots before Christmas.", [None]),
    ("Leaders should agree a rule so that nobody waits more than 28 days.", [None]),
    ("The fee stays at £170 until 31 March 2023.", [None]),
    # counts up to the document's own day
    ("The app has been downloaded 9,300 times.", ["2022-06-01"]),
    ("£1.7 million has been spent on the scheme.", ["2022-06-01"]),
    ("The bill has risen from £1.6m to £2.05m.", [None, "2022-06-01"]),
    ("The other five will be appointed by September 2022.", ["2022-06-01"]),
    # the same time as the figure before
    ("In our survey of May 2022, 47% saw mould. In the tower blocks the figure was 63%.", ["2022-05", "2022-05"]),
    ("4,812 potholes were reported in April 2022, up 22% on the previous April.", ["2022-04", "2022-04"]),
    ("As at 30 April there were 1,963 patients. Median wait: 17 weeks.", ["2022-04-30", "2022-04-30"]),
    # the time before
    ("Complaints came to 40 in 2021/22; in the year before, it was 61.", ["2021/2022", "2020/2021"]),
    (
        "88% were met in Q4 2021/22, against 71% in the same quarter of last year.",
        ["2022-01/2022-03", "2021-01/2021-03"],
    ),
    ("The average repair took 47 days in the last quarter.", ["2022-01/2022-03"]),
    # to come
    ("We aim to recruit a further twelve wardens during the summer.", ["2022-06/2022-08"]),
    ("Fees went up by 5% from 7 April.", ["2022-04-07"]),
    ("The transport budget is £9m this year.", ["2022/2023"]),
    ("Five posts are vacant and interviews are being held on 10 June.", ["2022-06-01"]),
    ("The store opened in May 2021 and has lent 1,015 tools.", ["2021-05/2022-06"]),
    ("The statement was signed on 30 May 2022. The consultation drew 472 replies.", [None]),
    ("By the end of the year we want the wait under 30 days.", ["2022-12-31"]),
    # set against an older count
    ("The rate is 64%, up from 51% two years earlier.", ["2022-06-01", "2020-06-01"]),
    ("In the survey 61% were satisfied in May 2022, as against 74% twelve months earlier.", ["2022-05", "2021-05"]),
    ("There were 2,100 calls in April 2022, nearly twice as many as a year before.", ["2022-04", "2022-04"]),
    ("Waits have gone up from 17 weeks to 22 weeks since February.", ["2022-02", "2022-02/2022-06"]),
    ("Rents have risen from £410 to £455 a month since April 2021.", ["2021-04", "2021-04/2022-06"]),
    ("Calls are down from 900 to 610 since May 2021.", ["2021-05", "2021-05/2022-06"]),
    # what a paragraph opens with
    (
        "According to the regulator's figures for January 2022, 96% of homes can order it. On the isles it is 71%.",
        ["2022-01"] * 2,
    ),
    ("On the ministry's data for March 2022, 31% of roads are poor. In the north it is 44%.", ["2022-03"] * 2),
    ("From the returns for April 2022, 210 homes are empty. Of these 40 are let to nobody.", ["2022-04", "2022-04"]),
    # brackets of how things stand
    ("We will hand over the petition (2,318 signatures so far) on 9 June.", ["2022-06-01"]),
    ("We must reach 40% of tenants (now 28%) next year.", [None, "2022-06-01"]),
    ("The team will grow to 60 (currently 45) in due course.", [None, "2022-06-01"]),
    # what there is to be
    ("We are recruiting 16 drivers.", [None]),
    ("Seven masts are being built on the moor.", [None]),
    ("The council has ordered 14 vehicles.", [None]),
    ("There are 590 pupils being supported by the team.", ["2022-06-01"]),
    # a date of another statement
    ("Applications will open on 1 July and up to 150 homes will be helped.", [None]),
    ("The scheme begins on 4 July and 60 families will be invited.", [None]),
    ("The board was set up in July 2021. It took evidence from 19 tenants and read 874 replies.", [None, None]),
    ("The hub was founded in May 2021. It ran 44 clinics.", [None]),
    # those that are counted
    ("We will write to all 63 tenants whose case was open on 30 April.", ["2022-04-30"]),
    ("We will call the 18 families who were waiting on 1 May 2022.", ["2022-05-01"]),
    # a bound, a capacity, a yearly count
    ("The team is funded for 40 wardens and has had 26 since January.", [None, "2022-01/2022-06"]),
    ("The yard is licensed for 90 lorries.", [None]),
    ("Grants are open to shops with fewer than five staff.", [None]),
    ("The list shows sites of 50 homes or more.", [None]),
    ("Officers carry 61 cases each; the service's own ceiling is 50.", ["2022-06-01", None]),
    ("Some 940 tenants a year leave the city.", [None]),
    ("We were given £61 million this year.", ["2022/2023"]),
    ("Fees go up by 4% on 1 August.", ["2022-08-01"]),
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


def test_minutes_tell_in_the_past_what_stood_on_their_day() -> None:
    told = ("# Reviews", "The board noted that 180 reviews were overdue.")
    assert [f.period for f in laid_out(*told, published="2022-06-01", doc_type="minutes")._.figures] == ["2022-06-01"]
    assert [f.period for f in laid_out(*told, published="2022-06-01", doc_type="letter")._.figures] == [None]


def test_a_later_addition_tells_of_its_own_day() -> None:
    doc = laid_out("There are 14 vacancies.", "There are now 9 vacancies.", published="2021-10-01", added="2022-06-12")
    assert [f.period for f in doc._.figures] == ["2021-10-01", "2022-06-12"]
