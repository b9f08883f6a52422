"""Whose a publication is by its masthead, its imprint, and the head and foot of a web page; all of it made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.read import read

Facts = dict[str, str | None]
_TOLD = "The new rota begins on Monday and every family will be told by letter before then."


def _lines(*lines: str) -> str:
    return "\n\n".join((lines[0], *lines[1:])) + "\n"


def _page(title: str, *lines: str, head: str = "", foot: str = "") -> str:
    heading, *rest = lines
    told = "".join(f"<p>{line}</p>" for line in (*rest, _TOLD))
    main = f"<main><h1>{heading}</h1>{told}</main>"
    return f"<html><head><title>{title}</title></head><body>{head}{main}{foot}</body></html>"


IMPRINTS: list[tuple[str, str, Facts]] = [
    (
        "its own name is published by.md",
        _lines(
            "# Little Feet: issue 3, March 2024",
            "*Early years news from Penwick Council and the Dale Integrated Care Board (ICB)*",
            _TOLD,
            "Little Feet is published by Penwick Council.",
            "*Penwick is invented.*",
        ),
        {"publisher": "Penwick Council", "doc_type": "newsletter", "series": "Little Feet", "number": "3"},
    ),
    (
        "this newsletter is issued by a service.txt",
        _lines(
            "TALKING TRANSPORT",
            "Issue 9 - 4 July 2024",
            _TOLD,
            "This newsletter is issued three times a year by Wharram Council's passenger transport service.",
        ),
        {"publisher": "Wharram Council", "doc_type": "newsletter", "number": "9"},
    ),
    (
        "another report is published by.md",
        _lines("# Our green space", _TOLD, "The report was published by Ashmere Council.", "It was long."),
        {"publisher": None},
    ),
    (
        "produced by a team at.md",
        _lines(
            "# Carers' Voice, issue 12", "October 2023", _TOLD, "Produced by the press team at Haver Council. Ring us."
        ),
        {"publisher": "Haver Council", "doc_type": "newsletter", "series": "Carers' Voice"},
    ),
    (
        "published on a day by a team.md",
        _lines("# School streets update", "*Published 3 May 2024 by the travel team, Ferring District Council*", _TOLD),
        {"publisher": "Ferring District Council", "published": "2024-05-03"},
    ),
    (
        "rights.txt",
        _lines("Waste Update", "June 2024", _TOLD, "© Ridley Borough Council 2024. All rights reserved."),
        {"publisher": "Ridley Borough Council"},
    ),
    (
        "rights in pictures.md",
        _lines("# Our green space", _TOLD, "Photographs © Ashmere Council", "Printed by Ashmere Print Group"),
        {"publisher": None},
    ),
    (
        "an address at the end.txt",
        _lines(
            "Parks for All", "Bulletin 14, April 2024", _TOLD, "Fen Council, Town Hall, Fen FM1 2AB", "Tel 01632 960111"
        ),
        {"publisher": "Fen Council", "series": "Parks for All Bulletin"},
    ),
    (
        "a hall without a postcode.txt",
        _lines("STREETS AHEAD", "March 2024", _TOLD, "Cotter Vale Council, Civic Centre, Dale Road, Cotter"),
        {"publisher": "Cotter Vale Council"},
    ),
    (
        "a meeting in a hall.txt",
        _lines("STREETS AHEAD", "March 2024", _TOLD, "Cotter Parish Council, Village Hall, Friday 7pm"),
        {"publisher": None},
    ),
    (
        "where to write.md",
        _lines(
            "# Elm Road News",
            "Issue 3, May 2024",
            _TOLD,
            "Write to them:",
            "Ashmere Council, Town Hall, Ashmere AS1 1AA",
        ),
        {"publisher": None, "doc_type": "newsletter"},
    ),
]

MASTHEADS: list[tuple[str, str, Facts]] = [
    (
        "news from about.md",
        _lines("# On the Move", "News from Harcombe City Council about buses and trains", _TOLD),
        {"publisher": "Harcombe City Council", "doc_type": "newsletter", "series": "On the Move"},
    ),
    (
        "a sentence about news.md",
        _lines("# Harbour diary", "News from Elmsea Town Council reached us late.", _TOLD),
        {"publisher": None, "doc_type": "other"},
    ),
    (
        "news from somebody as a part.md",
        _lines("# Governors' digest", "May 2024", _TOLD, "## Update from the Department for Education", _TOLD),
        {"publisher": None},
    ),
    (
        "from a team.md",
        _lines("# The Wellbeing Post", "*from the Brindle Vale public health team*", "Issue 8 · May 2023", _TOLD),
        {"publisher": "Brindle Vale public health team", "doc_type": "newsletter"},
    ),
    (
        "from a team and whose rights.md",
        _lines(
            "# The Wellbeing Post", "*from the Brindle public health team*", "Issue 8", _TOLD, "© Brindle Council 2023"
        ),
        {"publisher": "Brindle Council"},
    ),
    (
        "from a partnership.md",
        _lines("# The Link", "from the Vale of Thorn Transport Partnership", "Number 12, autumn 2023", _TOLD),
        {"publisher": "Vale of Thorn Transport Partnership", "number": "12"},
    ),
    (
        "a briefing from.md",
        _lines("# Keeping Safe", "A termly briefing from the Lorrimer Safeguarding Partnership | Summer 2024", _TOLD),
        {"publisher": "Lorrimer Safeguarding Partnership", "doc_type": "update", "series": "Keeping Safe"},
    ),
    (
        "among particulars.txt",
        _lines("SEA WALL NEWS", "Issue 7 | March 2024 | from the coast team, Saltney Council", _TOLD),
        {"publisher": "Saltney Council", "doc_type": "newsletter", "number": "7"},
    ),
    (
        "the body among particulars.md",
        _lines("# Steps Ahead", "*Family hubs news* · Issue 2 · May 2024 · Stonebeck Borough Council", _TOLD),
        {"publisher": "Stonebeck Borough Council", "doc_type": "newsletter", "series": "Steps Ahead"},
    ),
    (
        "an update among particulars.md",
        _lines("# Adult care improvement", "**Stonebeck Council** | Adult Care | *Update 6, May 2024*", _TOLD),
        {"title": "Adult care improvement", "publisher": "Stonebeck Council", "doc_type": "update", "number": "6"},
    ),
    (
        "welcome to.txt",
        _lines(
            "STAYING STEADY",
            "Welcome to Staying Steady, the falls newsletter from Marchbank Council and its partners.",
            _TOLD,
        ),
        {"publisher": "Marchbank Council"},
    ),
    (
        "body and directorate.md",
        _lines("# Roads plan: progress update", "Tollerton County Council, Place Directorate · 12 March 2024", _TOLD),
        {"publisher": "Place Directorate, Tollerton County Council", "published": "2024-03-12"},
    ),
    (
        "a report by an officer to a committee.md",
        _lines("# Early help review", "Report by the Director of Care, Ottery County Council, to Cabinet", _TOLD),
        {"publisher": "Ottery County Council", "doc_type": "report"},
    ),
    (
        "a name that could be a person's.md",
        _lines(
            "# Fostering Matters", "Ellerby Council’s newsletter for foster carers · Spring 2024", "Dear all,", _TOLD
        ),
        {"title": "Fostering Matters", "doc_type": "newsletter", "series": "Fostering Matters"},
    ),
    (
        "a letter to a council.txt",
        _lines("14 Elm Road", "3 March 2024", "Dear Penwick Council", _TOLD, "Yours faithfully", "J Marlow"),
        {"publisher": None, "doc_type": "letter"},
    ),
]

PAGES: list[tuple[str, str, Facts]] = [
    (
        "title and month.html",
        _page("School places update: autumn 2024 – Marfield Council", "School places update: autumn 2024"),
        {"publisher": "Marfield Council", "doc_type": "update", "series": "School places update"},
    ),
    (
        "a directorate and the banner.html",
        _page(
            "Care: update 3",
            "Care improvement: update 3",
            "Adults and Health Directorate · 12 March 2024",
            head="<header><a href='/'>Stannerby County Council</a></header>",
        ),
        {
            "publisher": "Adults and Health Directorate, Stannerby County Council",
            "doc_type": "update",
            "series": "Care improvement: update",
            "number": "3",
        },
    ),
    (
        "a logo.html",
        _page("SEND", "SEND update: June 2024", head="<div class='logo'><img alt='Wex Council logo'></div>"),
        {"publisher": "Wex Council", "series": "SEND update"},
    ),
    (
        "rights in the foot.html",
        _page("Cycling", "Cycling lanes", foot="<footer><p>© 2024 Orrick Council | <a>Privacy</a></p></footer>"),
        {"publisher": "Orrick Council", "doc_type": "web page", "series": None},
    ),
    (
        "a directorate and the foot.html",
        _page(
            "Safety",
            "Community safety update",
            "Communities Directorate, 8 March 2024",
            foot="<footer><p>Thornby Council, Civic Centre, High Street, Thornby TH1 1AA</p></footer>",
        ),
        {"publisher": "Communities Directorate, Thornby Council", "doc_type": "update", "published": "2024-03-08"},
    ),
    (
        "a page that is renewed.html",
        _page("Places", "School places: latest update", "Last updated 3 May 2024"),
        {"doc_type": "web page", "series": None, "publisher": None},
    ),
    (
        "a newspaper about a council.html",
        _page("New pool | Hexley Gazette", "New pool", "Lee Council paid.", foot="<footer>© Hexley Gazette</footer>"),
        {"publisher": None},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), [*IMPRINTS, *MASTHEADS, *PAGES])
def test_whose_it_is(tmp_path: Path, name: str, text: str, expected: Facts) -> None:
    path = tmp_path / name
    path.write_text(text)
    document = read(path)
    found = {key: getattr(document, key) for key in expected}
    assert {key: known.value if known else None for key, known in found.items()} == expected
