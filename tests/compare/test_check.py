"""Sums that documents state, and whether they come out."""

from __future__ import annotations

import pytest

from docmine.compare.checks import check
from tests.compare.checking import page

YES, ROUNDED, CUT, NO, UNKNOWN = "agrees", "agrees if rounded", "agrees if truncated", "does not agree", "cannot tell"


def verdicts(written: str) -> list[tuple[str, str]]:
    paper, text = page(written)
    found = check(paper)
    assert all(text[c.start : c.end] == c.text for c in found)
    assert all(text[e.start : e.end] == e.text for c in found for e in c.evidence)
    return [(c.stated, c.verdict) for c in found]


PERCENTAGES = [
    ("91% of reports were filed (121 out of 132).", [("91%", CUT)]),  # 91.67
    ("92% of reports were filed (121 out of 132).", [("92%", ROUNDED)]),
    ("93% of reports were filed (121 out of 132).", [("93%", NO)]),
    ("96% of bins (72 of 75) and 74% of drains (187 of 281) were emptied.", [("96%", YES), ("74%", NO)]),
    ("121 out of 132 reports (92%) were filed.", [("92%", ROUNDED)]),
    ("121 out of 132 reports (82%) were filed.", [("82%", NO)]),
    ("So far 41 out of 96 halls have a key holder, which is 43%.", [("43%", ROUNDED)]),
    ("So far 41 out of 96 halls have a key holder, which is 53%.", [("53%", NO)]),
    ("The rate was 66.7% (18/27).", [("66.7%", ROUNDED)]),
    ("The rate was 66.6% (18/27).", [("66.6%", CUT)]),
    ("Attendance was 95% (2021/22).", []),  # a year
    ("Attendance rose to 95% (March 2022).", []),
    ("Over 60% of drains (187 of 281) were emptied.", [("60%", YES)]),
    ("Over 70% of drains (187 of 281) were emptied.", [("70%", NO)]),
    ("About two in ten, or 20% of them.", [("20%", ROUNDED)]),
    ("Nearly 67% of drains (187 of 281) were emptied.", [("67%", YES)]),
    (
        "65% were on time (813 of 1,245) compared to 53% in the year before (524 of 989).",
        [("65%", ROUNDED), ("53%", ROUNDED)],
    ),
    ("65%, against a target of 80% (813 of 1,245).", [("65%", ROUNDED)]),  # the counts are of either
    ("65% of families replied and 3 out of 10 of them came.", []),  # nothing joins them
    ("Nine out of ten callers (91%) would ring again.", [("91%", ROUNDED)]),
    ("1 in 3 lamps (32%) is out.", [("32%", ROUNDED)]),
    ("1 in 3 lamps (62%) is out.", [("62%", NO)]),
    ("4% (425 young people) are waiting.", [("4%", UNKNOWN)]),
    ("Of the 132 reports, 92% (121) were filed.", [("92%", ROUNDED)]),
    ("Of the 132 reports, 72% (121) were filed.", [("72%", NO)]),
    ("Costs rose by 5% (12 of the 30 depots).", [("5%", UNKNOWN)]),
]
PERCENTAGES += [
    ("Of 60 requests, 45 (75%) were agreed and 15 (35%) refused.", [("75%", YES), ("35%", NO)]),
    ("45 (75%) of the 60 schools replied.", [("75%", YES)]),
    ("45 (70%) of the 60 schools replied.", [("70%", NO)]),
    ("We answered 80% of 55 complaints (44).", [("80%", YES)]),
    ("It was 75%, 80% and 85% (30 out of 40, 32 out of 40 and 34 out of 40).", [("75%", YES)]),
    ("From April to June 45 of 60 requests (75%) were agreed.", [("75%", YES)]),  # no 45th of June
    ("92% of children were seen (target 92%; 460 out of 500).", []),
    ("98% of 3 and 4 year olds get 30 hours.", []),
    ("10% of the 15 hours is funded.", []),
]
SHARES = [
    ("A survey of 150 families found that 84% knew the number.", [("84%", YES)]),
    ("A survey of 12 families found that 73% knew the number.", [("73%", NO)]),
    ("75% of the 12 schools have a nurse.", [("75%", YES)]),
    ("73% of our 12 schools have a nurse.", [("73%", NO)]),
    ("73% of the 12 weeks were dry.", []),  # no things to count
]
CHANGES = [
    ("The wait was reduced from 29 weeks to 27 weeks.", [("reduced from", YES)]),
    ("The wait was reduced from 27 weeks to 29 weeks.", [("reduced from", NO)]),
    ("The wait has increased from 27 weeks in May 2021 to 29 weeks in June 2022.", [("increased from", YES)]),
    ("Hours range from 20 to 30 and are cut by the season.", []),
    ("Calls fell from 400 to 300, a reduction of 25%.", [("25%", YES)]),
    ("Calls fell from 400 to 300, a reduction of 33%.", [("33%", NO)]),
    ("Calls fell from 400 to 300, a 25% reduction.", [("25%", YES)]),
    ("Calls rose by 40% from 300 to 400.", [("40%", NO)]),  # 33.3
    ("Calls rose by 33% from 300 to 400.", [("33%", ROUNDED)]),
    ("Calls fell by 25% from 300 to 400.", [("25%", NO)]),  # the other way
    ("Calls are down by 100, from 400 to 300.", [("100", YES)]),
    ("Calls are down by 110, from 400 to 300.", [("110", NO)]),
    ("The share rose from 53% to 65%, an increase of 12%.", [("12%", YES)]),  # points
    ("The share rose from 53% to 65%, an increase of 12 percentage points.", [("12 percentage points", YES)]),
    ("The share rose from 53% to 65%, an increase of 23%.", [("23%", ROUNDED)]),  # of 53
    ("The share rose from 53% to 65%, an increase of 15%.", [("15%", NO)]),
    ("The wait was cut from 30 weeks to 24 weeks, a reduction of 25%.", [("25%", NO)]),
    ("The wait was cut from 22 weeks to 17 weeks, a reduction of 25%.", [("25%", ROUNDED)]),  # weeks are rounded
    ("Members doubled from 40 to 80.", [("doubled", YES)]),
    ("Members doubled from 40 to 83.", [("doubled", ROUNDED)]),
    ("Members doubled from 40 to 60.", [("doubled", NO)]),
    ("Members more than doubled from 40 to 90.", [("more than doubled", YES)]),
    ("Complaints halved from 40 to 20.", [("halved", YES)]),
    ("Complaints halved from 40 to 30.", [("halved", NO)]),
    ("Visits tripled, from 10 to 30.", [("tripled", YES)]),
    ("There are 731 overdue visits, down from 1,015 in March.", [("down from", YES)]),
    ("There are 1,731 overdue visits, down from 1,015 in March.", [("down from", NO)]),
    ("The wait is 9 weeks, compared with 11 weeks in May, a fall of 2 weeks.", [("2 weeks", YES)]),
    ("The wait is 9 weeks, compared with 11 weeks in May, a fall of 4 weeks.", [("4 weeks", NO)]),
    ("Theft has fallen by 8%.", [("8%", UNKNOWN)]),
    ("Twice as many lamps were mended as last year.", [("Twice", UNKNOWN)]),
    ("The bins are emptied twice a week.", []),
    ("Two more benches have been set up.", []),
    ("Please double-check the address.", []),
    ("The list had 1,633 names in April and now 1,135.\n- The list is 31% shorter", [("31%", UNKNOWN)]),
    ("The list has 1,135 names compared to 1,633 in April:\n- A reduction of 30% in the list", [("30%", ROUNDED)]),
    ("The list has 1,135 names compared to 1,633 in April:\n- A reduction of 55% in waits", [("55%", UNKNOWN)]),
    ("The wait fell from 12 weeks to 9 weeks. This is a reduction of 25%.", [("fell from", YES), ("25%", YES)]),
    (
        "The depot spent £3.6 million, which is £0.4 million more than the £3.2 million planned.",
        [("£0.4 million", YES)],
    ),
    ("The depot spent £3.6 million, which is £0.6 million more than the £3.2 million planned.", [("£0.6 million", NO)]),
    ("The depot mended 40 lamps, 12 fewer than the 52 we had planned.", [("12", YES)]),
    ("The depot mended 40 lamps, 15 fewer than the 52 we had planned.", [("15", NO)]),
]
CHANGES += [
    ("Attendance increased by 3% to 95%.", [("3%", UNKNOWN)]),
    ("Attendance rose 3% to 95% from 92%.", [("3%", YES)]),
    ("The list fell from 1,200 to 800 children, a third fewer.", [("a third fewer", YES)]),
    ("The list fell by a quarter from 1,200 to 800.", [("by a quarter", NO)]),
    ("We received 1,300 calls (up 20% from 1,000).", [("20%", NO)]),
    ("Visits doubled from 40 to 82, and trebled in the city.", [("doubled from", YES)]),  # the one or the other
    ("We cut the discount from 10% to 15% of cases.", []),
    (
        "Waits are down from 20 weeks to 12 weeks for OT and up from 8 weeks to 10 weeks for SLT.",
        [("are down from", YES), ("up from", YES)],
    ),
    ("There were 600 visits, twice as many as the 200 before.", [("twice", NO)]),
    ("There were 600 visits, twice as many as the 300 before.", [("twice", YES)]),
    ("We passed 8 of 9 tests, up from 9 of 15.", []),  # of other wholes
    ("We met 66 people, 29 carers and more than 140 staff.", []),
    ("The board has met twice.", []),
    ("It is 65%, 5 percentage points above the average of 60%.", [("5 percentage points", YES)]),
]
PARTS = [
    ("Twelve of the 17 repairs are done. The last five will follow.", [("five", YES)]),
    ("Twelve of the 17 repairs are done. The other six will follow.", [("six", NO)]),
    ("Twelve of the 17 repairs are done. The last two weeks were wet.", []),
    ("Nine of the 14 guides have started, the remaining five start in May.", [("five", YES)]),
    ("Nine of the 14 guides have started. The other three halls are shut.", []),  # halls, not guides
    ("We planted 30 oaks and 45 limes, a total of 75 trees.", [("75", YES)]),
    ("We planted 30 oaks and 45 limes, a total of 85 trees.", [("85", NO)]),
    ("We planted 75 trees (30 oaks and 45 limes).", [("75", YES)]),
    ("We planted 75 trees (30 oaks and 55 limes).", [("75", NO)]),
    ("We planted 75 trees (30 oaks and 20 limes).", []),  # not all need be named
    ("We planted 75 trees in total: 30 oaks, 25 limes and 20 elms.", [("75", YES)]),
    ("We spent £1.2m on roads and £0.5m on paths, a total of £1.8m.", [("£1.8m", ROUNDED)]),
    ("The office took 640 calls in 16 weeks, an average of 40 a week.", [("40", YES)]),
    ("The office took 640 calls in 16 weeks, an average of 50 a week.", [("50", NO)]),
    ("We paid £12,000 to 40 clubs, an average of £300 per club.", [("£300", YES)]),
    ("We paid £12,000 to 40 clubs, an average of £350 per club.", [("£350", NO)]),
]
LISTS = [
    ("We have three priorities:\n- Roads\n- Paths\n- Lamps", [("three priorities", YES)]),
    ("We have three priorities:\n- Roads\n- Paths\n- Lamps\n- Bins", [("three priorities", NO)]),
    ("We have three priorities:\n- Roads\n-- North\n-- South\n- Paths\n- Lamps", [("three priorities", YES)]),
    ("In the next two weeks:\n- Roads\n- Paths\n- Lamps", []),
    ("The first three actions:\n- Roads\n- Paths", []),
    ("Our five themes include:\n- Roads\n- Paths", []),
    ("We set out five themes, these are:", [("five themes", UNKNOWN)]),
    ("We will do two things:\n- Mend the roads", [("two things", UNKNOWN)]),  # the other was lost
    ("Two of our priorities are:\n- Roads\n- Paths\n- Lamps", []),
]
TABLES = [
    (
        "Ward | Asked | Mended | Share\nEast | 118 | 83 | 70%\nWest | 97 | 66 | 68%\nTotal | 215 | 149 | 69%",
        [("70%", ROUNDED), ("68%", ROUNDED), ("215", YES), ("149", YES), ("69%", ROUNDED)],
    ),
    ("Ward | Asked | Mended\nEast | 118 | 83\nWest | 97 | 66\nTotal | 225 | 149", [("225", NO), ("149", YES)]),
    (
        "Ward | Asked | Mended | Share\nEast | 118 | 83 | 70%\nWest | 97 | 66 | 68%\nNorth | 100 | 50 | 60%"
        "\nSouth | 10 | 5 | 50%",
        [("70%", ROUNDED), ("68%", ROUNDED), ("60%", NO), ("50%", YES)],
    ),
    ("Ward | Average wait\nEast | 10\nWest | 12\nTotal | 11", []),  # averages are not added up
    ("Ward | Asked\nEast | 118\nWest | <5\nTotal | 121", []),  # not all values are given
    ("Ward | Spent\nEast | £1.2m\nWest | £0.5m\nTotal | £1.8m", [("£1.8m", ROUNDED)]),
    ("Ward | Asked\nEast | 10\nWest | 12\nTotal | 90", [("90", UNKNOWN)]),  # surely of something else
    ("Reply | Share\nYes | 33%\nNo | 33%\nNone | 33%", [("100%", ROUNDED)]),
    ("Reply | Share\nYes | 60%\nNo | 50%\nNone | 33%", []),  # several answers were allowed
    ("Year | Lamps\n2021 | 100\n2022 | 120", []),
]


@pytest.mark.parametrize(("written", "expected"), PERCENTAGES + SHARES + CHANGES + PARTS + LISTS + TABLES)
def test_verdicts(written: str, expected: list[tuple[str, str]]) -> None:
    assert verdicts(written) == expected
