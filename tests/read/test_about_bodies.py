"""What documents of many kinds of public bodies say of themselves; places and people are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.read import read

Facts = dict[str, str | None]

CASES: list[tuple[str, str, Facts]] = [
    (
        "parish-minutes.txt",
        """\
LITTLE WENTHAM PARISH COUNCIL

Minutes of the Meeting of the Parish Council held on Tuesday, 12th March, 2024 at 7.30pm in the Village Hall

Present: Cllr J Tolland (Chair), Cllr P Mears, Cllr S Okafor
In attendance: R Finch (Clerk)

1. Apologies for absence
Apologies were received from Cllr Dunn.

2. Minutes of the last meeting
The minutes of the meeting held on 13th February 2024 were approved.

3. Highways
The Clerk will write to the County Council about the potholes in Church Lane.

The next meeting will be held on Tuesday, 9th April, 2024.
""",
        {
            "doc_type": "minutes",
            "publisher": "Little Wentham Parish Council",
            "series": "Little Wentham Parish Council",
            "number": None,
            "published": "2024-03-12",
        },
    ),
    (
        "icb-statement.html",
        """\
<!doctype html>
<html>
<head>
<title>Statement on community paediatrics waiting times | NHS Eastvale Integrated Care Board</title>
<meta property="og:site_name" content="NHS Eastvale Integrated Care Board">
</head>
<body>
<header>
<nav>
<a href="/">Home</a>
<a href="/news">News</a>
</nav>
</header>
<main>
<h1>Statement on community paediatrics waiting times</h1>
<p>Published: 6 June 2023</p>

<p>We know that families in Eastvale have waited too long for an appointment with a community paediatrician,
and we are sorry.</p>

<p>Working with our providers we will open two further clinics by October 2023. A further update will be
published here in September 2023.</p>

</main>
<footer>© 2024 NHS Eastvale Integrated Care Board</footer>
</body>
</html>
""",
        {
            "title": "Statement on community paediatrics waiting times",
            "doc_type": "web page",
            "publisher": "NHS Eastvale Integrated Care Board",
            "published": "2023-06-06",
        },
    ),
    (
        "22-004-918.html",
        """\
<!doctype html>
<html lang="en">
<head>
<title>22 004 918 - Local Government and Social Care Ombudsman</title>
</head>
<body>
<nav>
<ul>
<li>
<a href="/">Home</a>
</li>
<li>
<a href="/decisions">Decisions</a>
</li>
</ul>
</nav>
<main>
<h1>Carrow County Council (22 004 918)</h1>
<p>Category : Education > Special educational needs</p>

<p>Decision : Upheld</p>

<p>Decision date : 14 Dec 2022</p>

<h2>The Ombudsman's final decision:</h2>
<p>Summary: Ms X complained about the Council's delay in issuing her son's Education, Health and Care Plan.
The Council was at fault. It has agreed to apologise and to pay Ms X £500.</p>

<h2>Agreed action</h2>
<p>Within one month of the final decision the Council will apologise to Ms X. Within three months it will
review its procedures.</p>

</main>
</body>
</html>
""",
        {
            "title": "Carrow County Council (22 004 918)",
            "doc_type": "web page",
            "publisher": "Local Government and Social Care Ombudsman",
            "series": None,
            "published": "2022-12-14",
        },
    ),
    (
        "foi 4471.eml",
        (
            "From: Tessa Marlin <foi@dunmarsh.example.gov.uk>\n"
            "To: A Bostock <a.bostock@mail.example>\n"
            "Date: Thu, 30 May 2024 09:12:00 +0100\n"
            "Subject: FOI 4471 - Response\n"
            "\n"
            "Dear Mr Bostock,\n"
            "\n"
            "Freedom of Information request - reference FOI 4471\n"
            "\n"
            "Thank you for your request for information received on 2 May 2024 about exclusions. It has"
            " been handled under the Freedom of Information Act 2000.\n"
            "\n"
            "The Council holds the information. There were 212 suspensions in 2022/23.\n"
            "\n"
            "If you are unhappy you may ask for an internal review.\n"
            "\n"
            "Yours sincerely,\n"
            "\n"
            "Tessa Marlin\n"
            "Information Governance Officer\n"
            "Dunmarsh County Council\n"
        ),
        {
            "title": "FOI 4471 - Response",
            "doc_type": "letter",
            "publisher": "Dunmarsh County Council",
            "addressee": "Mr Bostock",
            "signatory": "Tessa Marlin",
            "series": None,
            "number": None,
            "published": "2024-05-30",
        },
    ),
    (
        "press.txt",
        """\
PRESS RELEASE

For immediate release: Wednesday 18 January 2023

Council agrees £4 million for special school places

Sedgecombe Council's cabinet last night agreed to spend £4 million on 90 new places in special schools.

Councillor Ian Forde, cabinet member for education, said: "Every child deserves a place near home."

Work will start in April 2023.

ENDS

Notes to editors: for more information contact the Sedgecombe Council press office.
""",
        {
            "title": "Council agrees £4 million for special school places",
            "doc_type": "other",
            "publisher": "Sedgecombe Council",
            "series": None,
            "number": None,
            "published": "2023-01-18",
        },
    ),
    (
        "open letter signatories.txt",
        (
            "An open letter to the Secretary of State for Education\n"
            "\n"
            "11 September 2023\n"
            "\n"
            "Dear Secretary of State,\n"
            "\n"
            "We are head teachers of 34 special schools in the north of England. We write because our s"
            "chools can no longer keep pupils safe.\n"
            "\n"
            "We ask you to publish the capital settlement before the end of October.\n"
            "\n"
            "Yours sincerely,\n"
            "\n"
            "Alice Barnsley, Head Teacher, Fellside School\n"
            "Omar Deen, Head Teacher, Brook House School\n"
            "Caroline Petts, Executive Head, The Beacon Trust\n"
            "Gareth Hollis, Head Teacher, St Wilfrid's\n"
        ),
        {
            "title": "An open letter to the Secretary of State for Education",
            "doc_type": "letter",
            "series": None,
            "number": None,
            "published": "2023-09-11",
        },
    ),
    (
        "gov page.html",
        """\
<!doctype html>
<html>
<head>
<title>Bus service improvement plan - Millbeck District Council</title>
</head>
<body>
<header>
<a href="/">Millbeck District Council</a>
</header>
<div class="breadcrumb">
<a href="/">Home</a> &gt; <a href="/transport">Transport</a>
</div>
<main>
<h1>Bus service improvement plan</h1>
<p>Our plan sets out how we will improve bus services in the district by 2030. It was first published in
October 2021.</p>

<h2>Progress</h2>
<p>We will open the new interchange in spring 2025.</p>

<p>Page last updated: 4 November 2024</p>

</main>
<footer>&copy; Millbeck District Council 2025</footer>
</body>
</html>
""",
        {
            "title": "Bus service improvement plan",
            "doc_type": "web page",
            "publisher": "Millbeck District Council",
            "published": "2024-11-04",
        },
    ),
    (
        "agenda.txt",
        """\
NOTICE OF MEETING AND AGENDA

Health and Wellbeing Board

Tuesday, 12th March, 2024, 10.00 am
Council Chamber, Civic Centre, Harrowmere

Membership: Cllr T Boyd (Chair), Dr S Iqbal, Ms J Fell

AGENDA

1. Apologies
2. Minutes of the meeting held on 9 January 2024
3. Better Care Fund quarterly return
4. Date of next meeting: 14 May 2024

Published by Democratic Services, Harrowmere Borough Council, 4 March 2024
""",
        {
            "title": "NOTICE OF MEETING AND AGENDA",
            "doc_type": "minutes",
            "series": None,
            "number": None,
            "published": "2024-03-12",
        },
    ),
    (
        "improvement bulletin.md",
        """\
# Children's Services Improvement Bulletin

**Bulletin 9 — w/c 13 May 2024**

Dear colleagues,

This week we welcomed our new practice educators.

## What's coming up

- The practice standards will be launched on 3 June.

Best wishes,

Anita Joshi, Director of Children's Services, Sedgecombe Council
""",
        {
            "title": "Children's Services Improvement Bulletin",
            "doc_type": "newsletter",
            "publisher": "Sedgecombe Council",
            "signatory": "Anita Joshi",
            "series": "Children's Services Improvement Bulletin",
            "number": "9",
            "published": "2024-05-13",
        },
    ),
    (
        "chief exec blog.html",
        """\
<html>
<head>
<title>Chief Executive's message: winter pressures</title>
<meta name="author" content="Tom Hadley">
<meta property="article:published_time" content="2023-12-01T08:00:00Z">
<meta property="og:site_name" content="North Tarn Hospitals NHS Foundation Trust">
</head>
<body>
<article>
<h1>Chief Executive's message: winter pressures</h1>
<p>By Tom Hadley, Chief Executive</p>

<p>As we enter winter I want to thank every one of our colleagues. Our emergency department saw 9,214 patients
in November.</p>

<p>We will open 24 further beds on 15 December.</p>

</article>
</body>
</html>
""",
        {
            "title": "Chief Executive's message: winter pressures",
            "doc_type": "web page",
            "publisher": "North Tarn Hospitals NHS Foundation Trust",
            "published": "2023-12-01",
        },
    ),
    (
        "reply to councillor.eml",
        """\
From: Dan Whitby <dan.whitby@carrow.example.gov.uk>
To: Cllr Okafor <s.okafor@carrow.example.gov.uk>
Date: Fri, 21 Jun 2024 16:02:00 +0100
Subject: RE: Zebra crossing, Mill Road

Hi Councillor Okafor

Thanks for your email about the zebra crossing on Mill Road.

We expect to carry out the survey in the week beginning 8 July and will let you know the result by the end of August.

Many thanks

Dan Whitby
Traffic Engineer
Highways, Carrow County Council
T: 01632 960121
""",
        {
            "title": "Zebra crossing, Mill Road",
            "doc_type": "letter",
            "addressee": "Councillor Okafor",
            "signatory": "Dan Whitby",
            "series": None,
            "number": None,
            "published": "2024-06-21",
        },
    ),
    (
        "newsletter vol.txt",
        """\
The Wentham Messenger
Vol. 3, No. 4 - October 2023
Free to every household in the parish

From the Chair

The Parish Council has agreed to repair the pavilion. Work will begin in November.

Litter pick

Thank you to all who came.

Published by Little Wentham Parish Council
""",
        {
            "title": "The Wentham Messenger",
            "doc_type": "newsletter",
            "publisher": "Little Wentham Parish Council",
            "series": "The Wentham Messenger",
            "published": "2023-10",
        },
    ),
    (
        "ehcp delays letter.txt",
        """\
Dunmarsh County Council
SEND Service
PO Box 44
Dunmarsh

Date: 06/09/2024

Dear Parent/Carer

Your child's EHC needs assessment

I am sorry that we have not been able to decide on your child's assessment within the time the law sets.

We aim to write to you again by 18 October 2024.

With best wishes

Karen Tufnell
SEND Team Manager
""",
        {
            "title": "Your child's EHC needs assessment",
            "doc_type": "letter",
            "addressee": "Parent/Carer",
            "signatory": "Karen Tufnell",
            "series": None,
            "number": None,
            "published": "2024-09-06",
        },
    ),
    (
        "weekly-update.eml",
        """\
From: Naomi Pratt <naomi.pratt@harrowmere.example.gov.uk>
To: All staff <all@harrowmere.example.gov.uk>
Date: Mon, 14 Oct 2024 08:00:00 +0100
Subject: Weekly update 31: moving to the new case system

Dear all

Weekly update 31: moving to the new case system

Training starts on Monday. 214 staff have booked.

Go-live is still planned for 4 November 2024.

Thanks

Naomi Pratt
Programme Manager, Digital Services
Harrowmere Borough Council
""",
        {
            "title": "Weekly update 31: moving to the new case system",
            "doc_type": "update",
            "publisher": "Harrowmere Borough Council",
            "signatory": "Naomi Pratt",
            "series": None,
            "number": "31",
            "published": "2024-10-14",
        },
    ),
    (
        "street works note.html",
        """\
<html>
<head>
<title>Street works permit scheme: news for promoters</title>
<meta name="description" content="News">
<meta property="og:site_name" content="Carrow County Council">
</head>
<body>
<nav>Home Roads Permits</nav>
<article>
<h1>Street works permit scheme: news for promoters</h1>
<p class="date">First published 2 March 2020. Last updated 19 August 2020
- see all updates</p>

<p>The permit scheme starts on 1 October 2020. Promoters who work in the county will need a permit for all
registerable works.</p>

<h2>Training</h2>
<p>We will run six sessions in September for promoters and their contractors.</p>

</article>
</body>
</html>
""",
        {
            "title": "Street works permit scheme: news for promoters",
            "doc_type": "web page",
            "publisher": "Carrow County Council",
            "series": None,
            "number": None,
            "published": "2020-03-02",
        },
    ),
    (
        "progress report.txt",
        """\
Written Statement of Action: progress report no. 3

Penhallow local area
Reporting period: January to March 2022
Submitted to the Department for Education: 29 April 2022

Summary

Of 42 actions, 19 are complete, 16 on track and 7 delayed.

Next steps

The joint commissioning strategy will now be agreed in July 2022.
""",
        {
            "title": "Written Statement of Action: progress report no. 3",
            "doc_type": "report",
            "series": "Written Statement of Action: progress report",
            "number": "3",
            "published": "2022-04-29",
        },
    ),
    (
        "union letter.md",
        (
            "**UNISON Carrow Branch**\n"
            "\n"
            "Wednesday 4th October 2023\n"
            "\n"
            "To: Marcus Webb, Chief Executive, Carrow County Council\n"
            "\n"
            "Dear Marcus\n"
            "\n"
            "**Proposed closure of three libraries**\n"
            "\n"
            "We were dismayed to read in the press that three libraries are to close. We ask you to hal"
            "t the plan until staff have been consulted.\n"
            "\n"
            "In solidarity,\n"
            "\n"
            "Jo Kettering, Branch Secretary\n"
        ),
        {
            "title": "Proposed closure of three libraries",
            "doc_type": "letter",
            "signatory": "Jo Kettering",
            "series": None,
            "number": None,
            "published": "2023-10-04",
        },
    ),
    (
        "Forum news winter.html",
        """\
<html>
<head>
<title>Winter newsletter 2023 | Severnby Parent Carer Forum</title>
<meta property="og:site_name" content="Severnby Parent Carer Forum">
</head>
<body>
<nav>Home Events Join us</nav>
<main>
<h1>Severnby Parent Carer Forum: Winter Newsletter 2023</h1>
<p>Posted on 8 December 2023</p>

<p>Welcome to our winter newsletter. Thank you to all the families who came to our autumn conference in
November.</p>

<h2>Transport</h2>
<p>Severnby County Council told us that it will publish the new transport policy in February 2024.</p>

</main>
</body>
</html>
""",
        {
            "title": "Severnby Parent Carer Forum: Winter Newsletter 2023",
            "doc_type": "newsletter",
            "publisher": "Severnby Parent Carer Forum",
            "series": "Severnby Parent Carer Forum: Newsletter",
            "number": None,
            "published": "2023-12-08",
        },
    ),
    (
        "chair of governors.txt",
        (
            "St Brannock's C of E Primary School\n"
            "Church Hill, Alderbrook\n"
            "\n"
            "Monday 9th October 2023\n"
            "\n"
            "Dear Parents and Carers\n"
            "\n"
            "Consultation on joining a multi-academy trust\n"
            "\n"
            "The governing body has decided to consult on joining the Moorland Trust. The consultation "
            "will run until 1 December 2023.\n"
            "\n"
            "We will publish the responses in January.\n"
            "\n"
            "Many thanks\n"
            "\n"
            "Ian Tressider\n"
            "Chair of Governors\n"
        ),
        {
            "title": "Consultation on joining a multi-academy trust",
            "doc_type": "letter",
            "publisher": "St Brannock's C of E Primary School",
            "signatory": "Ian Tressider",
            "series": None,
            "number": None,
            "published": "2023-10-09",
        },
    ),
    (
        "roadworks bulletin 12.md",
        """\
# Severnby Roadworks Bulletin

Number 12, week commencing 4 March 2024

From the Highways Team at Severnby County Council

## This week

- A39 Alderbrook: temporary lights until 8 March.

## Coming soon

- Resurfacing of Mill Lane will start on 18 March.
""",
        {
            "title": "Severnby Roadworks Bulletin",
            "doc_type": "newsletter",
            "series": "Severnby Roadworks Bulletin",
            "number": "12",
            "published": "2024-03-04",
        },
    ),
    (
        "statement of intent.eml",
        """\
From: Complaints <complaints@severnby.example.gov.uk>
To: priti.rao@mail.example
Date: Tue, 21 May 2024 11:31:00 +0100
Subject: Your complaint reference 2024/881

Dear Ms Rao

Your complaint reference 2024/881

I am writing with the outcome of your stage two complaint, which I am upholding.

We will pay £750 within 28 days and write to your son's school by 14 June 2024.

With kind regards

Stephen Ockley
Assistant Director, Education and Inclusion

Severnby County Council
www.severnby.example.gov.uk
""",
        {
            "title": "Your complaint reference 2024/881",
            "doc_type": "letter",
            "publisher": "Severnby County Council",
            "addressee": "Ms Rao",
            "signatory": "Stephen Ockley",
            "series": None,
            "number": None,
            "published": "2024-05-21",
        },
    ),
    (
        "inspection report care home.html",
        """\
<html>
<head>
<title>Alderbrook Lodge - Inspection report - Care Quality Commission</title>
</head>
<body>
<header>Care Quality Commission</header>
<main>
<h1>Alderbrook Lodge: inspection report</h1>
<p>Date of inspection visit: 14 March 2023. Date of publication: 3 May 2023.</p>

<h2>Overall summary</h2>
<p>The service was not always safe. The provider told us that it would recruit two nurses by July 2023 and we
will return to check.</p>

</main>
</body>
</html>
""",
        {
            "title": "Alderbrook Lodge: inspection report",
            "doc_type": "web page",
            "publisher": "Care Quality Commission",
            "series": None,
            "number": None,
            "published": "2023-05-03",
        },
    ),
    (
        "ministerial reply.txt",
        """\
Baroness Elmstead
Minister of State

Department for Levelling Communities
2 Marsham Street
London

Our reference: MC2023/10432

20 November 2023

Dear Mr Loder,

Thank you for your letter of 16 October about building safety in Alderbrook.

The Department will publish its response to the consultation in the new year.

With best wishes,

Baroness Elmstead
""",
        {
            "doc_type": "letter",
            "publisher": "Department for Levelling Communities",
            "addressee": "Mr Loder",
            "series": None,
            "number": None,
            "published": "2023-11-20",
        },
    ),
    (
        "news item.html",
        """\
<html>
<head>
<title>New SEND hub opens - Severnby County Council</title>
</head>
<body>
<header>
<a href="/">Severnby County Council</a>
</header>
<main>
<article>
<h1>New SEND hub opens</h1>
<p>Date published: 16/02/2024</p>

<p>Severnby County Council has opened a new hub for families of children with special educational needs. The
hub in Alderbrook is the second of four.</p>

<p>A third hub will open in Portmere in July 2024.</p>

</article>
</main>
</body>
</html>
""",
        {
            "title": "New SEND hub opens",
            "doc_type": "web page",
            "publisher": "Severnby County Council",
            "published": "2024-02-16",
        },
    ),
]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Published 3 March 2024 by Tarn Vale Council", "Tarn Vale Council"),
        ("From the Harbour Digital Unit (HDU), working with the Port Forum", "Harbour Digital Unit"),
        ("Tarn Vale Council · Parks and Gardens Directorate · March 2024", "Tarn Vale Council"),
        ("Tarn Vale County Council’s newsletter for allotment holders · Spring 2024", "Tarn Vale County Council"),
        ("News of Tarn Vale Council’s new pool", None),
    ],
)
def test_the_line_under_the_title_says_whose_it_is(tmp_path: Path, line: str, publisher: str | None) -> None:
    path = tmp_path / "plots.md"
    path.write_text(f"# Plots and paths\n\n{line}\n\nWe have mended the gate. The pond is full.\n")
    known = read(path).publisher
    assert (known.value if known else None) == publisher


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_body(tmp_path: Path, name: str, text: str, expected: Facts) -> None:
    path = tmp_path / name
    path.write_text(text)
    document = read(path)
    found = {key: getattr(document, key) for key in expected}
    assert {key: known.value if known else None for key, known in found.items()} == expected
