"""What a date is for: rows are (sentence, its document's date, role of the last date in it)."""

from __future__ import annotations

import pytest

from tests.extract.reading import analysed

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
]


@pytest.mark.parametrize(("text", "published", "role"), ROLES, ids=[t for t, *_ in ROLES])
def test_tells_what_a_date_is_for(text: str, published: str, role: str) -> None:
    assert analysed(text, published)._.dates[-1].role == role
