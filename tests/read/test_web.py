"""Web pages as councils publish them: the article as a person reads it, and nothing of what stands around it."""

# Pages stand here in the lines in which sites write them.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.records import ASIDE, Document

PROSE = (
    "The council and its partners have worked with families since the inspection, and this page says what has been"
    " done, what comes next, and who answers for each part of the plan."
)


def page(tmp_path: Path, markup: str, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_text(markup, "utf-8")
    return read(path)


def body(document: Document) -> list[str]:
    """The blocks of the text as a person would mark them: "# " headings, the markers of lists, "|" between cells."""
    signs = {"heading": "#", "caption": "^", "footnote": "*"}
    return [
        " ".join(
            part
            for part in (
                signs.get(b.kind, "") * (b.level or 1 if b.kind == "heading" else 1),
                "  " * ((b.level or 1) - 1) + (b.marker or "-") if b.kind == "list_item" else b.marker or "",
                b.text.replace("\t", " | "),
            )
            if part
        )
        for b in document.blocks
        if b.kind not in ASIDE
    ]


GOVUK = f"""<!DOCTYPE html><html lang="en" class="govuk-template"><head><title>SEND plan - GOV.UK</title>
<meta name="govuk:first-published-at" content="2023-04-03T09:30:00+01:00">
<meta name="govuk:public-updated-at" content="2024-02-01T09:30:00+00:00">
<link rel="canonical" href="https://www.example.gov.uk/publications/send-plan"></head>
<body class="gem-c-layout-for-public govuk-template__body">
<div id="global-cookie-message" class="gem-c-cookie-banner govuk-cookie-banner" role="region" aria-label="Cookies">
<div class="govuk-cookie-banner__message"><h2>Cookies on this site</h2>
<p>We use some essential cookies to make this website work. We'd like to set additional cookies.</p>
<button>Accept additional cookies</button></div></div>
<a href="#content" class="gem-c-skip-link govuk-skip-link">Skip to main content</a>
<header role="banner" class="gem-c-layout-super-navigation-header"><a href="/">GOV.UK</a></header>
<div class="gem-c-breadcrumbs govuk-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/e">Education</a></li></ol></div>
<main role="main" id="content"><div class="govuk-grid-row">
<h1 class="gem-c-title__text">SEND improvement plan</h1>
<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/dfe">Northbury Council</a></dd>
<dt>Published</dt><dd>3 April 2023</dd><dt>Last updated</dt><dd>1 February 2024</dd></dl></div>
<nav class="gem-c-contents-list" role="navigation"><h2>Contents</h2><ol><li><a href="#a">What</a></li></ol></nav>
<div class="govspeak"><h2 id="a">What we will do</h2><p>{PROSE}</p>
<div class="govuk-inset-text">We will report in <a href="/may">May</a>.</div>
<p>It was agreed.<sup id="fnref:1"><a href="#fn:1" class="footnote">[footnote 1]</a></sup></p></div>
<div class="govuk-accordion" data-module="govuk-accordion"><div class="govuk-accordion__section">
<div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading">
<button class="govuk-accordion__section-button">Timetable<span class="govuk-visually-hidden govuk-accordion__section-toggle">, Show this section</span></button></h2></div>
<div class="govuk-accordion__section-content" hidden="until-found"><ol start="3" type="a"><li>Draft</li><li>Final<ul><li>printed</li></ul></li></ol></div>
</div></div>
<details class="govuk-details"><summary><span>Help with forms</span></summary><div><p>Ask the team.</p></div></details>
<div class="gem-c-related-navigation"><h2>Related content</h2><nav role="navigation"><ul><li><a href="/x">Other</a></li></ul></nav></div>
</div></main>
<div class="gem-c-feedback govuk-!-display-none-print"><h2>Is this page useful?</h2><button>Yes</button></div>
<footer class="gem-c-layout-footer" role="contentinfo"><p>Crown copyright</p></footer></body></html>"""

WORDPRESS = f"""<html><head><title>Update &#8211; Northbury Parents</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"NP"}},
{{"@type":"Article","headline":"Spring update","datePublished":"2024-03-05T08:00:00+00:00","dateModified":"2024-03-09",
"publisher":{{"@type":"Organization","name":"Northbury Parents"}}}}]}}</script></head>
<body class="post-template-default single has-sidebar menu-open">
<div id="page" class="site has-sidebar"><header id="masthead" class="site-header"><div class="site-branding">Northbury</div>
<nav id="site-navigation" class="main-navigation"><ul><li><a href="/">Home</a></li></ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area">
<article id="post-7" class="post-7 post type-post tag-news"><header class="entry-header"><h1 class="entry-title">Spring update</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2024-03-05">5 March 2024</time></span></div></header>
<div class="entry-content"><p>{PROSE}</p><blockquote class="wp-block-quote"><p>“We waited too long.”</p></blockquote>
<figure class="wp-block-image"><img src="x.png" alt="Chart"><figcaption>Waiting times by term</figcaption></figure>
<p>Line one<br />Line two<br />
goes on here.</p>
<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="#t">Click to share on X</a></li></ul></div></div>
<footer class="entry-footer"><a href="/tag/news">news</a></footer></article>
<nav class="navigation post-navigation"><a href="/older">Older</a></nav>
<div id="comments" class="comments-area"><a href="/login">Log in to comment</a></div></div>
<aside id="secondary" class="widget-area"><h2>Recent posts</h2><ul><li><a href="/p1">One</a></li></ul></aside></div></div></body></html>"""

_LINKS = "".join(f'<a href="/s{i}">Service {i}</a><br>' for i in range(8))
TABLES = f"""<html><head><title>News</title></head><body bgcolor="#fff"><table width="100%"><tr><td colspan="2">
<img src="logo.gif"><font size="5">Northbury Borough Council</font></td></tr>
<tr><td width="150" valign="top">{_LINKS}</td><td><font face="Arial"><b>Update on transport</b><p>{PROSE}</p>
<p>{PROSE} Buses will run from June.</p><ul><li>Route 4 starts on 3 June</li><li>Route 5 follows</li></ul>
<table border="1"><tr><td><b>Route</b></td><td><b>Pupils</b></td></tr><tr><td>4</td><td>31</td></tr></table>
<p>{PROSE} Write to us with questions.</p></font></td></tr>
<tr><td colspan="2"><font size="1"><a href="/c">Contact</a> | <a href="/p">Privacy</a> | <a href="/a">Access</a></font></td></tr>
</table></body></html>"""

BANNER_IN_MAIN = f"""<html><body><main><div class="alert"><p>This site uses cookies. We use cookies to count visits.</p>
<a href="/set">Accept</a></div><p class="breadcrumb-trail"><a href="/">Home</a> &gt; <a href="/n">News</a></p>
<h1>Northbury news</h1><p>{PROSE}</p><h2>On this page</h2><ul><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul>
<h2 id="one">One</h2><p>We said that feedback matters.</p>
<div class="feedback"><h2>Feedback</h2><p>{PROSE} Families gave us feedback in three meetings, and we have answered every point of it.</p></div>
<p>Was this page helpful?</p><p>Yes</p><p>No</p><p>Share this page</p>
<h2>Related pages</h2><ul><li><a href="/a">Other news</a></li><li><a href="/b">Older news</a></li></ul>
<p><a href="#top">Back to top</a></p></main></body></html>"""

TABS = f"""<html><body><main><h1>Plan</h1><p>{PROSE}</p><div class="tabs"><ul class="tabs__list" role="tablist">
<li><a href="#t1">Past</a></li><li><a href="#t2">Next</a></li></ul>
<div id="t1" role="tabpanel"><h2>Past</h2><p>We met.</p></div>
<div id="t2" role="tabpanel" hidden><h2>Next</h2><p>We will meet again.</p></div></div>
<p style="display: none">Not seen.</p><p hidden>Nor this.</p><span class="sr-only">For machines.</span></main></body></html>"""

SHAREPOINT = f"""<html><body><form id="aspnetForm" action="x.aspx"><input type="hidden" name="__VIEWSTATE" value="x">
<div id="nav-top"><a href="/1">Home</a></div><h1>Minutes</h1><p>{PROSE}</p><p>{PROSE}</p></form></body></html>"""

PAGES = [
    (
        "the government's design",
        GOVUK,
        [
            "# SEND improvement plan",
            "From: | Northbury Council",
            "Published | 3 April 2023",
            "Last updated | 1 February 2024",
            "## What we will do",
            PROSE,
            "We will report in May.",
            "It was agreed.",
            "## Timetable",
            "c. Draft",
            "d. Final",
            "  • printed",
            "### Help with forms",
            "Ask the team.",
        ],
    ),
    (
        "WordPress",
        WORDPRESS,
        [
            "# Spring update",
            "5 March 2024",
            PROSE,
            "“We waited too long.”",
            "^ Waiting times by term",
            "Line one",
            "Line two goes on here.",
        ],
    ),
    (
        "laid out in tables",
        TABLES,
        [
            "Update on transport",
            PROSE,
            PROSE + " Buses will run from June.",
            "• Route 4 starts on 3 June",
            "• Route 5 follows",
            "Route | Pupils",
            "4 | 31",
            PROSE + " Write to us with questions.",
        ],
    ),
    (
        "a banner within the main part",
        BANNER_IN_MAIN,
        [
            "# Northbury news",
            PROSE,
            "## One",
            "We said that feedback matters.",
            "## Feedback",
            f"{PROSE} Families gave us feedback in three meetings, and we have answered every point of it.",
        ],
    ),
    ("tabs", TABS, ["# Plan", PROSE, "## Past", "We met.", "## Next", "We will meet again."]),
    ("all of it in a form", SHAREPOINT, ["# Minutes", PROSE, PROSE]),
]


@pytest.mark.parametrize(("what", "markup", "expected"), PAGES, ids=[p[0] for p in PAGES])
def test_pages(tmp_path: Path, what: str, markup: str, expected: list[str]) -> None:
    assert body(page(tmp_path, markup)) == expected


PARTS = [
    # markup within the article, the blocks
    ("<ol><li value='4'>four<li>five</ol>", ["4. four", "5. five"]),
    ("<ol reversed><li>b</li><li>a</li></ol>", ["2. b", "1. a"]),
    (
        "<ol type='I'><li>one</li><li>two</li><li>three</li><li>four</li></ol>",
        ["I. one", "II. two", "III. three", "IV. four"],
    ),
    ("<ul><li><p>One</p><p>and more</p></li></ul>", ["• One", "- and more"]),
    ("<ul><li>Open day<br>12 May</li></ul>", ["• Open day 12 May"]),
    ("<ul><li>A</li><ul><li>B</li></ul></ul>", ["• A", "  • B"]),
    ("<p>- one<br>- two</p>", ["- one", "- two"]),
    ("<p>First.<br><br>Second</p>", ["First.", "Second"]),
    ("<p>Write to<br>Ada Brook<br>ada@northbury.gov.uk</p>", ["Write to", "Ada Brook", "ada@northbury.gov.uk"]),
    ("<div>loose<div>inner</div>tail</div>", ["loose", "inner", "tail"]),
    ("<p>a<span>b</span>c <em>d</em>e</p>", ["abc de"]),
    ("<dl><dt>Owner</dt><dd>Ada Brook</dd></dl>", ["Owner | Ada Brook"]),
    ("<dl><dt>Why?</dt><dd><p>" + PROSE + "</p></dd></dl>", ["Why?", PROSE]),
    (
        "<table><tr><th>Area<th colspan=2>Pupils<tr><th>North<td>4<td>5</table>",
        ["Area | Pupils | Pupils", "North | 4 | 5"],
    ),
    (
        "<table><tr><th>Area</th><th>Year</th><th>Plans</th></tr><tr><td rowspan='2'>North</td><td>2023</td><td>7</td></tr>"
        "<tr><td>2024</td><td>9</td></tr></table>",
        ["Area | Year | Plans", "North | 2023 | 7", "North | 2024 | 9"],
    ),
    (
        "<table><tr><th>Action</th><th>Owner</th></tr><tr><td><p>Replace the fans in:</p><ul><li>the hall</li>"
        "<li><p>the annex</p></li></ul></td><td><ol type=a><li>A Noor<li>J Pell</ol></td></tr></table>",
        ["Action | Owner", "Replace the fans in: • the hall • the annex | a. A Noor b. J Pell"],
    ),
    ("<table><tr><td colspan='2'>Part one</td></tr><tr><td>a</td><td>b</td></tr></table>", ["Part one", "a | b"]),
    (
        "<table role='presentation'><tr><td>left</td><td>right</td></tr><tr><td>x</td><td>y</td></tr></table>",
        ["left", "right", "x", "y"],
    ),
    ("<h2>Costs <a href='#costs'>#</a></h2>", ["## Costs"]),
    (
        "<p>It fell<sup><a href='#fn1'>1</a></sup> in May.</p><ol><li id='fn1'><p>From 9. <a href='#r1'>↩</a></p></li></ol>",
        ["It fell in May.", "* 1. From 9."],
    ),
    ("<pre>Dear all,\n\nWe will act.</pre>", ["Dear all,", "We will act."]),
    ("<p>We helped 120<sup>1</sup> pupils on 1<sup>st</sup> May.</p>", ["We helped 120¹ pupils on 1st May."]),
    (
        "<p>We will hire <del datetime='2024-05-01T09:00'>ten</del><ins>five</ins> people"
        " <span style='text-decoration: line-through'>soon</span> <s>or</s> in June.</p><del><p>We will act.</p></del>",
        ["We will hire five people in June."],
    ),
]


@pytest.mark.parametrize(("markup", "expected"), PARTS, ids=[p[0][:40] for p in PARTS])
def test_parts(tmp_path: Path, markup: str, expected: list[str]) -> None:
    whole = f"<html><body><main><h1>Plan</h1><p>{PROSE}</p>{markup}</main></body></html>"
    assert body(page(tmp_path, whole))[2:] == expected


def test_what_is_struck_out_is_kept_apart(tmp_path: Path) -> None:
    markup = "<p>We hire <del datetime='2024-05-01T09:00'>ten</del><ins>five</ins>.</p><s>Or <a href='/x'>more</a>.</s>"
    document = page(tmp_path, f"<html><body><main><h1>Plan</h1><p>{PROSE}</p>{markup}</main></body></html>")
    assert body(document)[2:] == ["We hire five."]
    assert [(b.text, b.date) for b in document.blocks if b.kind == "deletion"] == [
        ("ten", "2024-05-01"),
        ("Or more.", None),
    ]


def test_headers_of_columns(tmp_path: Path) -> None:
    rows = (
        "<thead><tr><th rowspan='2'>Area</th><th colspan='2'>Plans</th></tr><tr><th>2023</th><th>2024</th></tr></thead>"
        "<tbody><tr><td>North</td><td>7</td><td>9</td></tr></tbody>"
    )
    document = page(tmp_path, f"<html><body><main><p>{PROSE}</p><table>{rows}</table></main></body></html>")
    assert document.blocks[-1].headers == ("Area", "Plans 2023", "Plans 2024")


def test_links(tmp_path: Path) -> None:
    markup = (
        "<!DOCTYPE html>\n<!-- saved from url=(0040)https://www.northbury.gov.uk/send/plan.html -->\n<html><body><main>"
        f"<p>{PROSE}</p><p>See the <a href='../files/a plan.pdf'>full\n plan</a>, or <a href='mailto:send@northbury.gov.uk'>"
        "write</a> to <a href='#x'>us</a>.</p><ul><li>The <a href='//example.org/x'>other</a></li></ul></main></body></html>"
    )
    document = page(tmp_path, markup)
    assert document.source == "https://www.northbury.gov.uk/send/plan.html"
    found = [(document.text[k.start : k.end], k.target) for b in document.blocks for k in b.links]
    assert found == [
        ("full plan", "https://www.northbury.gov.uk/files/a plan.pdf"),
        ("write", "mailto:send@northbury.gov.uk"),
        ("other", "https://example.org/x"),
    ]


DATES = [
    ('<meta property="article:published_time" content="2022-05-03T10:00:00Z">', "2022-05-03"),
    ('<meta name="DC.date.issued" content="2022-05-04">', "2022-05-04"),
    ('<meta name="dcterms.issued" content="2022-05-05">', "2022-05-05"),
    ('<meta name="govuk:first-published-at" content="2022-05-06T00:00:00Z">', "2022-05-06"),
    (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-05-07"}</script>',
        "2022-05-07",
    ),
    ('<script type="application/ld+json">{"@type": broken</script>', None),
    ("", None),
]


@pytest.mark.parametrize(("head", "expected"), DATES)
def test_dates(tmp_path: Path, head: str, expected: str | None) -> None:
    document = page(tmp_path, f"<html><head>{head}</head><body><main><h1>Plan</h1><p>{PROSE}</p></main></body></html>")
    assert (document.published and document.published.value) == expected


def test_the_heading_may_stand_outside_the_article(tmp_path: Path) -> None:
    markup = (
        f"<html><body><div class='hero'><h1>Our plan</h1></div><main><p>{PROSE}</p><h2>Next</h2></main></body></html>"
    )
    assert body(page(tmp_path, markup)) == ["# Our plan", PROSE, "## Next"]


def test_what_serves_the_page_is_kept_apart(tmp_path: Path) -> None:
    document = page(tmp_path, BANNER_IN_MAIN)
    aside = [b.text for b in document.blocks if b.kind == "furniture"]
    assert "Was this page helpful?" in aside
    assert "Other news" in aside


def test_old_encodings(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    markup = f'<html><head><meta charset="iso-8859-1"></head><body><main><p>{PROSE}</p><p>“It’s £5 – now”</p></main></body></html>'
    for used in ("cp1252", "utf-8"):
        path.write_bytes(markup.encode(used))
        assert body(read(path))[-1] == "“It’s £5 – now”"


def test_elements_without_end(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="deep"):
        page(tmp_path, "<html><body>" + "<div>" * 5000 + "Text" + "</body></html>")


SAVED = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://www.northbury.gov.uk/plan
Subject: Our plan
Date: Tue, 3 May 2022 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.northbury.gov.uk/plan

<html><body><main><h1>Our plan</h1><p>We will act =E2=80=93 <a href=3D"/how">see h=
ow</a>.</p></main></body></html>
------b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://www.northbury.gov.uk/logo.png

iVBORw0KGgo=
------b--
"""


def test_saved_whole(tmp_path: Path) -> None:
    for name in ("plan.mhtml", "plan.mht"):
        document = page(tmp_path, SAVED, name)
        assert body(document) == ["# Our plan", "We will act – see how."]
        assert document.source == "https://www.northbury.gov.uk/plan"
        assert document.blocks[1].links[0].target == "https://www.northbury.gov.uk/how"
