"""What small documents of many kinds say of themselves; places and people are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.read import about, read
from docmine.read.pieces import Content, Piece, assemble
from docmine.records import BlockKind

Facts = dict[str, str | None]

NEWSLETTERS: list[tuple[str, str, Facts]] = [
    (
        "Newsletter 15.txt",
        "Parkside Families Newsletter No 16: December 2019\n\nWe met forty families in the autumn.\n",
        {"number": "16", "published": "2019-12", "series": "Parkside Families Newsletter", "doc_type": "newsletter"},
    ),
    (
        "elmsea.txt",
        "Elmsea Schools Bulletin\n\nIssue 12, Spring 2023\n\nThe new building opens soon. We look forward to it.\n",
        {"number": "12", "published": "2023-03/2023-05", "series": "Elmsea Schools Bulletin"},
    ),
    (
        "local-offer.txt",
        "LOCAL OFFER NEWS\n\nVol 3 Issue 2\n\nMay 2021\n\nWelcome to the news of the local offer in Tarn Vale.\n",
        {"number": "2", "published": "2021-05", "doc_type": "newsletter", "series": "Local Offer News"},
    ),
    (
        "Bulletin.txt",
        "Harbour Ward Bulletin – Edition 4\n\n7 June 2022\n\nThe road works begin next week.\n",
        {"number": "4", "published": "2022-06-07", "series": "Harbour Ward Bulletin", "doc_type": "newsletter"},
    ),
    (
        "n.txt",
        "The Carers’ Newsletter, number five\n\nDate: 3rd March 2020\n\nWe meet on 12 March 2020.\n",
        {"number": "5", "published": "2020-03-03", "series": "The Carers’ Newsletter"},
    ),
    (
        "x.txt",
        "Youth Voice Newsletter #7\n\nSummer term 2021\n\nYoung people told us what they want.\n",
        {"number": "7", "series": "Youth Voice Newsletter", "doc_type": "newsletter"},
    ),
    (
        "180702_Harbour Newsletter 1.txt",
        "Harbour\nNewsletter No.1\n\nLatest news\n\nThe harbour will be dredged.\n\nThis is the first edition.\n",
        {"number": "1", "published": "2018-07-02", "doc_type": "newsletter"},
    ),
    (
        "march.txt",
        "Inclusion Matters\n\nA newsletter for families in Northbury, March 2024\n\nWelcome to this issue.\n",
        {"published": "2024-03", "doc_type": "newsletter", "number": None, "series": "Inclusion Matters"},
    ),
    (
        "Northbury Newsletter Issue 9.txt",
        "Northbury News\n\nWelcome to our newsletter. It tells you what has changed since the spring.\n",
        {"number": "9", "published": None, "doc_type": "newsletter"},
    ),
    (
        "fourth.txt",
        "Tarn Vale Newsletter\n\nThis is the fourth edition of our newsletter.\n\nThe bus is back.\n",
        {"number": "4", "series": "Tarn Vale Newsletter"},
    ),
    (
        "plan.txt",
        "Tarn Vale SEND Plan\n\n- School ready May 2025\n- Taxi pilot June 2026\n\nTarget: December 2026\n\nWe act.\n",
        {"published": None},
    ),
    (
        "street.txt",
        "Works Newsletter\n\nSection 5 of the Act applies. Issue of permits will begin in room 4.\n",
        {"number": None, "published": None},
    ),
]

LETTERS: list[tuple[str, str, Facts]] = [
    (
        "letter.txt",
        "Elmsea County Council\nPeople Directorate\nShire House, Elmsea EL1 2AB\n\nOur ref: SEN/2023/114\n"
        "Date: 14 November 2023\n\nDear Mr and Mrs Hale\n\nThank you for your complaint of 2 October 2023.\n\n"
        "Yours sincerely\n\n\nGwen Tarrant\nHead of SEND\n",
        {
            "doc_type": "letter",
            "published": "2023-11-14",
            "addressee": "Mr and Mrs Hale",
            "signatory": "Gwen Tarrant",
            "publisher": "People Directorate, Elmsea County Council",
            "number": None,
        },
    ),
    (
        "outcome.txt",
        "Outcome of a stage 2 complaint\n\n3/11/2021\n\nDear Ms Okoro\n\nI have looked into your complaint.\n\n"
        "Yours faithfully\n\nDr Len Ferris\nDeputy Chief Executive\nTarn Vale Borough Council\n",
        {
            "doc_type": "letter",
            "published": "2021-11-03",
            "publisher": "Tarn Vale Borough Council",
            "signatory": "Dr Len Ferris",
        },
    ),
    (
        "undersigned.txt",
        "We, the undersigned parents of Ashgrove School, ask the council to think again.\n\n"
        "Elmsea Council has cut the bus. Elmsea Council did not ask us. Elmsea Council must put it right.\n",
        {"doc_type": "letter", "publisher": "the undersigned parents of Ashgrove School", "published": None},
    ),
    (
        "forum.txt",
        "Open letter to Elmsea County Council\n\n1 May 2019\n\nWe are writing about waiting times.\n\n"
        "Yours sincerely\n\nMabel Oyston, Chair\nElmsea Parent Carer Forum\n",
        {"doc_type": "letter", "publisher": "Elmsea Parent Carer Forum", "published": "2019-05-01"},
    ),
    (
        "inspection letter.txt",
        "21 February 2022\n\nMs A. Pell, Director of Children’s Services, Northbury Borough Council\n\nDear Ms Pell\n\n"
        "Focused visit to Northbury children’s services\n\nThis letter summarises the findings of the focused visit to"
        " Northbury children’s services on 12 and 13 January 2022. The visit was carried out by Ofsted. Ofsted’s"
        " inspectors looked at the front door.\n\nYours sincerely\n\nRose Amberley\nHis Majesty’s Inspector\n",
        {
            "doc_type": "letter",
            "published": "2022-02-21",
            "publisher": "Ofsted",
            "title": "Focused visit to Northbury children’s services",
            "addressee": "Ms Pell",
        },
    ),
]

MINUTES_AND_REPORTS: list[tuple[str, str, Facts]] = [
    (
        "mins.txt",
        "Children and Families Scrutiny Committee\n\nMinutes of the meeting held on Tuesday 4 July 2023 at 6.30pm\n\n"
        "Present: Councillor Abbot (Chair), Councillor Lake\n\nApologies: Councillor Wren\n\n1. Minutes\n\n"
        "The minutes of 6 June 2023 were agreed.\n",
        {"doc_type": "minutes", "published": "2023-07-04", "series": "Children and Families Scrutiny Committee"},
    ),
    (
        "board.txt",
        "SEND Partnership Board – Action notes 12/09/2024\n\nPresent: Ada Brook, Tom Reed\n\nApologies: none\n\n"
        "1. The board agreed the plan.\n",
        {"doc_type": "minutes", "published": "2024-09-12"},
    ),
    (
        "inspection.txt",
        "Area inspection of services in Northbury\n\nInspection dates: 9 to 13 December 2024\n\n"
        "Ofsted and the Care Quality Commission (CQC) inspected. Ofsted and CQC ask for a plan.\n\n"
        "© Crown copyright 2025\n",
        {"doc_type": "report", "published": "2025", "publisher": "Ofsted and the Care Quality Commission"},
    ),
    (
        "stale.txt",
        "Area inspection of services in Tarn Vale\n\nInspection dates: 13 to 17 January 2025\n\n"
        "Ofsted and the Care Quality Commission (CQC) inspected. Ofsted and CQC ask for a plan.\n\n"
        "© Crown copyright 2024\n",
        {"published": "2025"},
    ),
    (
        "decision.txt",
        "Elmsea County Council (23 004 512)\n\nCategory: Education > Special educational needs\n\nDecision: Upheld\n\n"
        "Decision date: 06 February 2024\n\nThe complaint\n\nMrs X complained that the Council delayed a child’s plan."
        " The Council was at fault. The Council has agreed to pay. Elmsea County Council should apologise."
        " Elmsea County Council should act. Elmsea County Council should report.\n\n"
        "Investigator’s decision on behalf of the Ombudsman\n",
        {"doc_type": "report", "published": "2024-02-06", "publisher": None},
    ),
    (
        "plan.txt",
        "SEND Strategy 2023-2026\n\nElmsea County Council\n\nSeptember 2023\n\nOur vision\n\n"
        "Every child in Elmsea belongs.\n",
        {"doc_type": "report", "published": "2023-09", "publisher": "Elmsea County Council", "number": None},
    ),
    (
        "quarter.txt",
        "Performance Report\n\nQuarter 3, 2022/23\n\nElmsea County Council\n\nPublished: February 2023\n\nSummary\n\n"
        "Waits fell.\n",
        {"doc_type": "report", "published": "2023-02", "series": "Performance Report", "number": None},
    ),
]

NAMES: list[tuple[str, str, Facts]] = [
    ("2019-03-19 note.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03-19"}),
    ("190319_note.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03-19"}),
    ("note 19.03.2019.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03-19"}),
    ("note-19-03-2019.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03-19"}),
    ("Note March 19.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03"}),
    ("note-mar-2019-final.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03"}),
    ("note_2019.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019"}),
    ("Autumn 2019 note.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-09/2019-11"}),
    ("room 201903.txt", "A note on roads\n\nThe works are late.\n", {"published": "2019-03"}),
    ("ref 104562.txt", "A note on roads\n\nThe works are late.\n", {"published": None}),
    ("plan 2023-26.txt", "A note on roads\n\nThe works are late.\n", {"published": None}),
    ("2018 note.txt", "A note on roads\n\nDate: 5 May 2019\n\nThe works are late.\n", {"published": "2019-05-05"}),
]

PAGES: list[tuple[str, str, Facts]] = [
    (
        "page.html",
        "<html><head><title>Waiting times | Elmsea County Council</title></head><body><main><h1>Waiting times</h1>"
        "<p>Published 3 May 2022</p><p>Last updated 9 June 2023</p><p>"
        + "The waits have come down this year. " * 12
        + "</p></main></body></html>",
        {"doc_type": "web page", "published": "2022-05-03", "title": "Waiting times", "series": None},
    ),
    (
        "updated.html",
        "<html><head><title>School transport</title></head><body><main><h1>School transport</h1><p>"
        + "The council pays for the bus of some children. " * 12
        + "</p><p>Page last updated: 17/04/2024</p></main></body></html>",
        {"doc_type": "web page", "published": "2024-04-17", "title": "School transport"},
    ),
    (
        "press.html",
        "<html><body><main><h1>New school to open in Tarn Vale</h1><p>Press release, 8 August 2023</p><p>"
        + "Tarn Vale Borough Council is to build a school. " * 12
        + "</p></main></body></html>",
        {"doc_type": "web page", "published": "2023-08-08"},
    ),
    (
        "slides.txt",
        "Improvement Programme\nUpdate for families\nOctober 2022\n\fWhat we have done\n\nWe have met every school.\n\f"
        "What comes next\n\nA plan will be ready in March 2023.\n",
        {"doc_type": "update", "published": "2022-10"},
    ),
    (
        "release.txt",
        "PRESS RELEASE\n\nFor immediate release: 22 June 2021\n\nCouncil opens respite centre\n\n"
        "A centre for short breaks has opened.\n",
        {"published": "2021-06-22", "doc_type": "other"},
    ),
    (
        "campaign.txt",
        "Left behind in Elmsea\n\nWe are a group of parents. Elmsea County Council has failed our children."
        " Elmsea County Council cut the bus. Elmsea County Council must act. We will not give up.\n",
        {"publisher": None, "published": None},
    ),
    (
        "joint.txt",
        "Local Area Newsletter – June 2020\n\nElmsea County Council welcomes its new director\n\n"
        "Our new director began this month, and we wish her well.\n",
        {"publisher": "Elmsea County Council", "published": "2020-06"},
    ),
]

MAILS: list[tuple[str, str, Facts]] = [
    (
        "a.eml",
        "From: Jo Hale <jo@mail.example>\nTo: complaints@elmsea.example\nSubject: FW: Re: The bus\n"
        "Date: Tue, 02 Jan 2024 09:00:00 +0000\n\nThe bus did not come.\n\nJo Hale\n",
        {"doc_type": "letter", "title": "The bus", "published": "2024-01-02", "publisher": "Jo Hale"},
    ),
    (
        "b.eml",
        "From: Elmsea County Council <news@elmsea.example>\nTo: families\nSubject: Families Newsletter, issue 3\n"
        "Date: Fri, 01 Mar 2024 09:00:00 +0000\n\nWelcome to our newsletter.\n\nThe bus is back.\n",
        {
            "doc_type": "newsletter",
            "number": "3",
            "series": "Families Newsletter",
            "publisher": "Elmsea County Council",
            "published": "2024-03-01",
        },
    ),
]

MORE: list[tuple[str, str, Facts]] = [
    (
        "22.txt",
        "Road Works Update\n\nIssue No. 22 | March 2020\n\nWhat we did\n\nWe closed the pilot.\n",
        {"number": "22", "published": "2020-03", "series": "Road Works Update", "doc_type": "update"},
    ),
    (
        "caps.txt",
        "HARBOUR WORKS\n\nNewsletter No 17: February 2020\n\nWe are opening the last quay. There is more to come.\n",
        {"number": "17", "published": "2020-02", "series": "Harbour Works Newsletter", "doc_type": "newsletter"},
    ),
    (
        "Harbour-Newsletter-14.txt",
        "Harbour Newsletter No 15: December 2019\n\nWe are opening the last quay.\n",
        {"number": "15", "published": "2019-12", "series": "Harbour Newsletter"},
    ),
    (
        "term.txt",
        "SEND Newsletter 4 (Autumn Term 2021)\n\nDear families\n\nWelcome back after the summer.\n",
        {"number": "4", "published": "2021-09/2021-12", "series": "SEND Newsletter", "doc_type": "newsletter"},
    ),
    (
        "lines.txt",
        "Harbour Works\nNewsletter\nNo.6\n\nLatest news\n\nThe harbour will be dredged in the spring by the port.\n",
        {"number": "6", "doc_type": "newsletter", "published": None},
    ),
    (
        "edition.txt",
        "Families First\n\nEdition: 3   Date: June 2021\n\nWelcome to the newsletter for carers in Elmsea.\n",
        {"number": "3", "published": "2021-06", "doc_type": "newsletter", "series": "Families First"},
    ),
    (
        "nhs.txt",
        "Tarn Vale NHS Foundation Trust\n\nFamily News\n\nIssue 3 – Winter 2022/23\n\nThe clinic has moved.\n",
        {"number": "3", "published": "2022-12/2023-02", "publisher": "Tarn Vale NHS Foundation Trust"},
    ),
    (
        "year.txt",
        "Youth Newsletter\n\nWelcome to the first edition of the newsletter for 2020. It was a good year.\n",
        {"number": None, "doc_type": "newsletter"},
    ),
    (
        "may.txt",
        "Youth Newsletter\n\nWelcome to the May edition of our newsletter.\n",
        {"number": None, "published": None},
    ),
    (
        "Newsletter December 2019.txt",
        "Youth Newsletter\n\nWelcome to our newsletter, and to the holidays.\n",
        {"number": None, "published": "2019-12"},
    ),
    (
        "authority.txt",
        "Inspection of Northbury local authority children’s services\n\nInspection dates: 5 to 16 September 2022\n\n"
        "Lead inspector: Rose Amberley, His Majesty’s Inspector\n\nOfsted found that services are good.\n\n"
        "The Office for Standards in Education, Children’s Services and Skills (Ofsted) inspects."
        "\n\n© Crown copyright 2022\n",
        {"doc_type": "report", "published": "2022", "publisher": "Ofsted"},
    ),
    (
        "joint.txt",
        "12 April 2018\n\nMr B. Lane, Director of Children’s Services, Elmsea County Council\n\nDear Mr Lane\n\n"
        "Joint local area SEND inspection in Elmsea\n\nBetween 5 March 2018 and 9 March 2018, Ofsted and the Care"
        " Quality Commission (CQC) inspected the local area of Elmsea.\n\nThis letter outlines our findings."
        " Ofsted and CQC ask for a statement.\n\nYours sincerely\n\nOfsted\tCare Quality Commission\n"
        "Rose Amberley\tJohn Pike\n",
        {
            "doc_type": "letter",
            "published": "2018-04-12",
            "publisher": "Ofsted and the Care Quality Commission",
            "series": "Joint local area SEND inspection letter",
            "addressee": "Mr Lane",
            "signatory": "Rose Amberley",
        },
    ),
    (
        "response.txt",
        "Our response to the joint inspection of services in Elmsea\n\nElmsea County Council\n\n4 May 2018\n\n"
        "Ofsted and the CQC inspected us. We thank Ofsted and the CQC for their report.\n",
        {"publisher": "Elmsea County Council", "published": "2018-05-04"},
    ),
    (
        "department.txt",
        "Department for Education\nSanctuary Buildings\nLondon SW1P 3BT\n\n12 July 2022\n\nDear colleagues\n\n"
        "We met on 8 June 2022 to look at progress.\n\nYours sincerely\n\nKit Marlow\nRegional Lead\n",
        {"publisher": "Department for Education", "published": "2022-07-12", "doc_type": "letter"},
    ),
    (
        "cabinet.txt",
        "Report to Cabinet\n\nDate of meeting: 14 March 2023\n\nReport author: Ada Brook\n\nElmsea County Council\n\n"
        "1. Purpose\n\nThis report sets out the budget.\n",
        {"doc_type": "report", "published": "2023-03-14", "publisher": "Elmsea County Council"},
    ),
    (
        "foi.txt",
        "Our Ref: FOI 12345\nDate: 3rd April 2023\n\nDear Requester\n\nThank you for your request of 6 March 2023.\n\n"
        "Yours sincerely\n\nInformation Governance Team\nNorthbury Borough Council\n",
        {"doc_type": "letter", "published": "2023-04-03", "publisher": "Northbury Borough Council"},
    ),
    (
        "committee.txt",
        "MINUTES\n\nEducation Committee\n\n10th January 2022, 2pm\n\nIn attendance: Ada Brook, Tom Reed\n\n"
        "1. Welcome\n\nAda Brook opened the meeting.\n",
        {"doc_type": "minutes", "published": "2022-01-10"},
    ),
    (
        "slashed.txt",
        "School places\n\nPublished: 15/6/22\n\nThere are more places now.\n",
        {"published": "2022-06-15"},
    ),
    (
        "both.txt",
        "School places\n\nLast updated: 1 June 2023\n\nPublished: 15 June 2022\n\nThere are more places now.\n",
        {"published": "2022-06-15"},
    ),
    (
        "deadline.txt",
        "Have your say\n\nClosing date: 15 June 2022\n\nDeadline 4 July 2022\n\nTell us what you think.\n",
        {"published": None},
    ),
    (
        "review.txt",
        "Attendance policy\n\nReview date: 1 June 2025\n\nApproved: 3 May 2022\n\nAll pupils attend.\n",
        {"published": "2022-05-03"},
    ),
    (
        "copyright.txt",
        "A guide for carers\n\nAsk for help early.\n\n© Elmsea County Council 2019-2021\n",
        {"published": "2021"},
    ),
    (
        "agenda.txt",
        "Elmsea SEND Improvement Board\n\nAction log\n\nThursday, 6th October 2022\n\nPresent: Ada Brook\n\n"
        "Apologies: Tom Reed\n\nAda Brook will write the plan.\n",
        {"doc_type": "minutes", "published": "2022-10-06", "publisher": "Elmsea SEND Improvement Board"},
    ),
]

HEADS: list[tuple[str, str, Facts]] = [
    (
        "fieldwork comes before publication",
        "INSPECTORATE OF LIBRARIES\n\nJoint inspection of reading in Ashvale\n\nFieldwork: 3-14 June 2024\n"
        "Report published: 2 August 2024\n\nWe found shelves in good order.\n",
        {"published": "2024-08-02", "doc_type": "report"},
    ),
    (
        "the last line says when it was published",
        "Inspection of libraries in Ashvale\n\nInspection dates: 3 to 7 June 2024\n\nWe found good shelves.\n\n"
        "The next visit is due in 2026.\n\nPublished 2 August 2024\n",
        {"published": "2024-08-02"},
    ),
    (
        "a sentence of the paragraph under the title",
        "Keys and Locks newsletter\n\nFor all who let homes in the borough. Issued on 4 March 2024.\n\nWe met.\n",
        {"published": "2024-03-04", "doc_type": "newsletter"},
    ),
    (
        "sent, and to whom",
        "Our buses\n\nSent 6 May 2024 by Ashvale Bus Users Group to Cllr Ada Brook. Put here for all.\n\n"
        "Cllr Brook, you wrote on 2 March 2025 that all was well.\n",
        {"published": "2024-05-06"},
    ),
    (
        "a panel and its day",
        "Parking: performance report\n\nAshvale Borough Council — Environment Panel, 7 November 2024\n\nWell.\n",
        {"published": "2024-11-07", "publisher": "Ashvale Borough Council", "doc_type": "report"},
    ),
    (
        "an occasion, its day, then who speaks",
        "Ashvale Leisure Trust: review of the year\n\nAway-day, 9 May 2024. Slides by Tom Reed\n\nPools are full.\n",
        {"published": "2024-05-09", "publisher": "Ashvale Leisure Trust"},
    ),
    (
        "a line on top that states something",
        "Roads\n\nThe bridge was closed on Monday, 9 May 2022\n\nIt is open again.\n",
        {"published": None},
    ),
    (
        "the day of issue in the season's year",
        "Hands On\n\nA newsletter for carers · Summer 2023 · issued 9 June · free\n\nHello all.\n",
        {"published": "2023-06-09", "doc_type": "newsletter"},
    ),
    (
        "the way to a web page",
        "Our trees\n\nAshvale Council > Environment > Trees > Our trees\n\nLast updated: 3 May 2025\n\nWe plant.\n",
        {"publisher": "Ashvale Council", "doc_type": "web page", "published": "2025-05-03"},
    ),
]

CASES = [*HEADS, *NEWSLETTERS, *LETTERS, *MINUTES_AND_REPORTS, *NAMES, *PAGES, *MAILS, *MORE]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[f"{i}-{c[0]}" for i, c in enumerate(CASES)])
def test_small(tmp_path: Path, name: str, text: str, expected: Facts) -> None:
    path = tmp_path / name
    path.write_text(text)
    document = read(path)
    found = {key: getattr(document, key) for key in expected}
    assert {key: known.value if known else None for key, known in found.items()} == expected


_MADE = {"date": "D:20301122090000Z"}
"""The file was saved long after it was written."""

LINES: list[tuple[list[str], Facts]] = [
    (
        ["# Minutes of the harbour board", "Tuesday 3 March 2026, 10am, Quay House, room 2", "Ada Brook opened it."],
        {"doc_type": "minutes", "published": "2026-03-03"},
    ),
    (["# Open day", "Tuesday 3 March 2026, 10am, Quay House, room 2", "Come along."], {"published": "2030-11-22"}),
    (["# NEWS RELEASE", "For release at once: 4 May 2027", "# New ferry named"], {"published": "2027-05-04"}),
    (["# NEWS RELEASE", "For publication on 4 May 2027", "# New ferry named"], {"published": "2027-05-04"}),
    (["# New ferry named", "Not for publication before 4 May 2027"], {"published": "2030-11-22"}),
    (
        ["# Quayside News", "Issue 12, June 2027. News for people in the Quay ward from Elmsea Town Council."],
        {"doc_type": "newsletter", "number": "12", "published": "2027-06", "publisher": "Elmsea Town Council"},
    ),
    (
        ["# Quayside Bulletin", "Issue 5 of the permits was late. It came in June 2027 from Elmsea Town Council."],
        {"number": None, "published": "2030-11-22", "publisher": None},
    ),
    (["# Empty homes", "~ Elmsea Homes Board, 9 April 2027 2", "~ Elmsea Homes Board, 9 April 2027 3"],
     {"published": "2027-04-09", "publisher": "Elmsea Homes Board"}),
    (["# Empty homes", "~ 9 April 2027 to 11 April 2027 2"], {"published": "2030-11-22"}),
    (["# Empty homes", "~ 9-11 April 2027"], {"published": "2030-11-22"}),
    (["# Empty homes", "~ 9 April 2027, 14:05 https://elmsea.example/homes"], {"published": "2030-11-22"}),
    (["# Empty homes", "~ Review date 9 April 2028"], {"published": "2030-11-22"}),
    (["# Empty homes", "~ 1 April 2027", "~ 2 May 2027"], {"published": "2030-11-22"}),
    (["# Inspection of homes in Elmsea", "~ 9 April 2027 4"], {"published": "2030-11-22"}),
    (
        ["# Empty homes", "We count.", "Published by Elmsea Town Council, Quay House, Elmsea EL1 2AB. Please reuse."],
        {"publisher": "Elmsea Town Council"},
    ),
    (["# Empty homes", "We count.", "~ Produced by Elmsea Town Council | 4"], {"publisher": "Elmsea Town Council"}),
    (["# Empty homes", "We count.", "~ Elmsea Town Council | 1 of 9"], {"publisher": "Elmsea Town Council"}),
    (["# Empty homes plan 2027", "~ Elmsea Town Council: Empty Homes Plan"], {"publisher": "Elmsea Town Council"}),
    (["# We were let down", "~ Elmsea Town Council: what it promised"], {"publisher": None}),
    (["# Empty homes", "Ask us.", "Elmsea Town Council, 4 Quay Street, Elmsea EL1 2AB"],
     {"publisher": "Elmsea Town Council"}),
    (["# Empty homes", "Write and object:", "Elmsea Town Council, 4 Quay Street, Elmsea EL1 2AB"], {"publisher": None}),
    (["# Empty homes", "Elmsea Town Council counts them.", "The money is from Elmsea Town Council."],
     {"publisher": None}),
    (["# ELMSEA BOROUGH COUNCIL", "Directorate of Harbours and Roads", "We count."],
     {"publisher": "Directorate of Harbours and Roads, Elmsea Borough Council"}),
    (["# ELMSEA BOROUGH COUNCIL", "Harbours Committee", "We count."], {"publisher": "Elmsea Borough Council"}),
    (["# INSPECTORATE OF PIERS", "# INSPECTORATE OF QUAYS AND HARBOURS", "# How Elmsea moors", "We went."],
     {"publisher": "Inspectorate of Piers and Inspectorate of Quays and Harbours"}),
    (["# Submission to the Harbours Committee", "From: Elmsea Federation of Boat Owners (EFBO) Inquiry: Moorings"],
     {"publisher": "Elmsea Federation of Boat Owners"}),
    (["# Submission to the Harbours Committee", "From: Jo Marr Inquiry: Moorings Date: May"], {"publisher": None}),
    (["# How Elmsea is doing: July to September 2027"], {"series": "How Elmsea is doing", "published": "2030-11-22"}),
    (["# How Elmsea is doing, 1 July 2027 – 30 September 2027"], {"series": "How Elmsea is doing"}),
    (["# How Elmsea is doing (Jul-Sep 2027)"], {"series": "How Elmsea is doing"}),
    (
        ["Annual report on moorings 2027", "# 4 Paying for a berth", "Forty boats wait.", "# 4.1 Who waits", "All do."],
        {"title": "Annual report on moorings 2027", "doc_type": "report", "series": "Annual report on moorings"},
    ),
    (["# 4 Paying for a berth", "Forty boats wait.", "~ Moorings strategy 2027 to 2031"],
     {"title": "Moorings strategy 2027 to 2031", "doc_type": "report"}),
    (["# 12 Ways to save water", "Turn it off.", "~ Page 1"], {"title": "12 Ways to save water"}),
    (["# Boats and berths", "Forty wait.", "~ Boats and Berths Strategy 2027 to 2031"],
     {"title": "Boats and berths", "doc_type": "report"}),
    (["# Boats and berths", "Forty wait.", "~ Send the report of any fault to us"], {"doc_type": "other"}),
    (["# Boats and berths", "# In this issue", "New cranes"], {"doc_type": "newsletter", "series": "Boats and berths"}),
    (["# Boats and berths", "In this issue we see two sides."], {"doc_type": "other"}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), LINES, ids=[f"{i}" for i in range(len(LINES))])
def test_lines(lines: list[str], expected: Facts) -> None:
    """Lines of a PDF: "# " a heading, "~ " a running head or foot."""
    kinds: dict[str, BlockKind] = {"# ": "heading", "~ ": "furniture"}
    pieces = [
        Piece(kind=kinds.get(line[:2], "paragraph"), text=line.removeprefix("# ").removeprefix("~ "), page=1)
        for line in lines
    ]
    content = Content(pieces=tuple(pieces), metadata=_MADE)
    _, blocks = assemble(content.pieces)
    facts = about.find("a.pdf", "application/pdf", blocks, content)
    found = {key: getattr(facts, key) for key in expected}
    assert {key: known.value if known else None for key, known in found.items()} == expected
