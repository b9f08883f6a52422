"""E-mail: the writer's own words, apart from signatures, disclaimers and earlier mail; heads; attachments."""

# Messages stand here in the lines in which programs write them.
# ruff: noqa: E501

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.read.containers import listing
from docmine.records import Document
from tests.read import outlook_file

HEAD = (
    "From: Ada Brook <ada@northbury.gov.uk>\nTo: Sam Hill <sam@example.org>\nDate: Tue, 3 May 2022 10:00:00 +0100\n"
    "Subject: Re: Plans for May\n"
)
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n"
HTML = HEAD + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
LEGAL = (
    "This e-mail and any attachments are confidential and intended only for the person to whom they are addressed. If you"
    " have received it in error, tell the sender."
)


def mail(tmp_path: Path, text: str | bytes, name: str = "mail.eml") -> Document:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def told(document: Document) -> list[str]:
    """The text of each block, with a sign of its kind: "q " quoted, "s " signature, "f " furniture."""
    signs = {"quoted": "q ", "signature": "s ", "furniture": "f ", "list_item": "- ", "heading": "# "}
    return [signs.get(b.kind, "") + b.text for b in document.blocks]


TEXTS = [
    (
        "marks of quoting",
        "We will reply by June.\n\nKind regards\n\nAda Brook\n\n"
        "On Mon, 2 May 2022 at 09:00, Sam Hill <sam@example.org> wrote:\n> When will you reply?\n",
        [
            "We will reply by June.",
            "s Kind regards",
            "s Ada Brook",
            "q On Mon, 2 May 2022 at 09:00, Sam Hill <sam@example.org> wrote:",
            "q When will you reply?",
        ],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "an intro over two lines",
        "Yes.\n\nOn Monday 2 May 2022 at 09:00:12 BST, Sam Hill\n<sam@example.org> wrote:\n\nIs it so?\nPlease say.\n",
        [
            "Yes.",
            "q On Monday 2 May 2022 at 09:00:12 BST, Sam Hill <sam@example.org> wrote:",
            "q Is it so?",
            "q Please say.",
        ],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "the heads of earlier mails",
        "We agree.\n\nFrom: Sam Hill <sam@example.org>\nSent: 2 May 2022 09:00\nTo: Ada Brook\nSubject: Plans\n\nPlease.\n\n"
        "From: Ada Brook\nSent: Sunday, 1 May 2022\nTo: Sam Hill\nSubject: Plans\n\nSay what you want.\n",
        [
            "We agree.",
            "q From: Sam Hill <sam@example.org>",
            "q Sent: 2 May 2022 09:00",
            "q To: Ada Brook",
            "q Subject: Plans",
            "q Please.",
            "q From: Ada Brook",
            "q Sent: Sunday, 1 May 2022",
            "q To: Sam Hill",
            "q Subject: Plans",
            "q Say what you want.",
        ],
        [("Sam Hill", "2022-05-02"), ("Ada Brook", "2022-05-01")],
    ),
    (
        "Outlook's line",
        "Noted.\n\n-----Original Message-----\nFrom: Hill, Sam [mailto:sam@example.org]\nSent: 02 May 2022 09:00\nTo: Brook, Ada\n"
        "Subject: Plans\n\nWe ask for a plan.\n",
        [
            "Noted.",
            "q -----Original Message-----",
            "q From: Hill, Sam [mailto:sam@example.org]",
            "q Sent: 02 May 2022 09:00",
            "q To: Brook, Ada",
            "q Subject: Plans",
            "q We ask for a plan.",
        ],
        [("Hill, Sam", "2022-05-02")],
    ),
    (
        "answers between the lines",
        "On 2 May 2022, Sam Hill wrote:\n> When will you reply?\n\nBy June.\n\n> And who?\n\nI will.\n",
        ["By June.", "I will.", "q On 2 May 2022, Sam Hill wrote:", "q When will you reply?", "q And who?"],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "forwarded with a word of one's own",
        "For you to see.\n\n---------- Forwarded message ---------\nFrom: Sam Hill <sam@example.org>\nDate: Mon, 2 May 2022 at 09:00\n"
        "Subject: Plans\nTo: <ada@northbury.gov.uk>\n\nWe ask for a plan.\n",
        [
            "For you to see.",
            "q ---------- Forwarded message ---------",
            "q From: Sam Hill <sam@example.org>",
            "q Date: Mon, 2 May 2022 at 09:00",
            "q Subject: Plans",
            "q To: <ada@northbury.gov.uk>",
            "q We ask for a plan.",
        ],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "a signature behind two dashes",
        "We agree.\n-- \nAda Brook\nHead of Plans | 01234 567890\n\n" + LEGAL + "\n",
        ["We agree.", "s Ada Brook", "s Head of Plans | 01234 567890", "f " + LEGAL],
        [],
    ),
    (
        "a disclaimer over several lines, and a telephone's line",
        "We will act.\n\nBest wishes,\nAda\n\nSent from my iPhone\n\n" + LEGAL.replace("intended", "\nintended") + "\n",
        ["We will act.", "s Best wishes,", "s Ada", "f Sent from my iPhone", "f " + LEGAL],
        [],
    ),
    (
        "thanks in the middle are none at the end",
        "Thanks\n\nWe have your letter and will answer every question in it by the end of June.\n\nThe plan is public. It says what"
        " each school will get, and when.\n\nRegards\nAda\n\nPS: We will publish it in May.\n",
        [
            "Thanks",
            "We have your letter and will answer every question in it by the end of June.",
            "The plan is public. It says what each school will get, and when.",
            "s Regards",
            "s Ada",
            "PS: We will publish it in May.",
        ],
        [],
    ),
    (
        "a warning above",
        "CAUTION: This email originated from outside of the organisation. Do not click links.\n\nWe will act.\n\nFrom: here on we wait.\n",
        [
            "We will act.",
            "From: here on we wait.",
            "f CAUTION: This email originated from outside of the organisation. Do not click links.",
        ],
        [],
    ),
    (
        "a list and words about confidence",
        "In the next year this is what we will do:\n\n- keep what you email us confidential\n- tell every recipient of a plan\n\nIt takes a year. We wrote: nothing yet.\n",
        [
            "In the next year this is what we will do:",
            "- keep what you email us confidential",
            "- tell every recipient of a plan",
            "It takes a year. We wrote: nothing yet.",
        ],
        [],
    ),
]


@pytest.mark.parametrize(("what", "text", "expected", "who"), TEXTS, ids=[m[0] for m in TEXTS])
def test_plain(tmp_path: Path, what: str, text: str, expected: list[str], who: list[tuple[str, str]]) -> None:
    document = mail(tmp_path, PLAIN + text)
    assert told(document) == expected
    quoted = dict.fromkeys((b.author, b.date) for b in document.blocks if b.kind == "quoted")
    assert list(quoted) == who


PAGES = [
    (
        "Gmail, answered between",
        '<div>Dear Sam</div><div class="gmail_quote"><div class="gmail_attr">On Mon, 2 May 2022 at 09:00, Sam Hill wrote:<br></div>'
        '<blockquote class="gmail_quote">Will you act?</blockquote><div>We will act.</div><blockquote class="gmail_quote">When?'
        "</blockquote><div>In June.</div></div>",
        [
            "Dear Sam",
            "We will act.",
            "In June.",
            "q On Mon, 2 May 2022 at 09:00, Sam Hill wrote:",
            "q Will you act?",
            "q When?",
        ],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "indented",
        '<p>We agree:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><p>We will act.</p></blockquote>',
        ["We agree:", "We will act."],
        [],
    ),
    ("a page", "<p>We <b>agree</b>.</p><blockquote>Old</blockquote>", ["We agree.", "q Old"], [(None, None)]),
    (
        "Gmail",
        '<div dir="ltr"><div>We will <a href="https://example.org/act">act</a>.</div><ul><li>One</li></ul><div><br></div>-- <br>'
        '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Ada Brook<br>Head of Plans</div></div><br>'
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 2 May 2022 at 09:00, Sam Hill &lt;<a href="mailto:'
        'sam@example.org">sam@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">Please act.</blockquote></div>',
        [
            "We will act.",
            "- One",
            "--",
            "s Ada Brook",
            "s Head of Plans",
            "q On Mon, 2 May 2022 at 09:00, Sam Hill <sam@example.org> wrote:",
            "q Please act.",
        ],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "Outlook on a desk",
        '<div class="WordSection1"><p class="MsoNormal">Dear Sam<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
        '<p class="MsoNormal">We will act.<o:p></o:p></p><p class="MsoNormal">Kind regards<o:p></o:p></p><p class="MsoNormal">Ada</p>'
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Sam Hill'
        " &lt;sam@example.org&gt; <br><b>Sent:</b> 02 May 2022 09:00<br><b>To:</b> Ada Brook<br><b>Subject:</b> Plans<o:p></o:p></p></div></div>"
        '<p class="MsoNormal">Please act.</p></div>',
        [
            "Dear Sam",
            "We will act.",
            "s Kind regards",
            "s Ada",
            "q From: Sam Hill <sam@example.org>",
            "q Sent: 02 May 2022 09:00",
            "q To: Ada Brook",
            "q Subject: Plans",
            "q Please act.",
        ],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "Outlook on the web",
        '<div>We will act.</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Sam Hill<br>'
        "<b>Sent:</b> 02 May 2022<br><b>To:</b> Ada<br><b>Subject:</b> Plans</div><div>Please act.</div>",
        ["We will act.", "q From: Sam Hill", "q Sent: 02 May 2022", "q To: Ada", "q Subject: Plans", "q Please act."],
        [("Sam Hill", "2022-05-02")],
    ),
    (
        "answers between quotations",
        '<div class="moz-cite-prefix">On 02/05/2022 09:00, Sam Hill wrote:<br></div><blockquote type="cite">When?</blockquote>'
        '<p>In June.</p><blockquote type="cite">Who?</blockquote><p>We will.</p>',
        ["In June.", "We will.", "q On 02/05/2022 09:00, Sam Hill wrote:", "q When?", "q Who?"],
        [("Sam Hill", "2022-05-02")],
    ),
]


@pytest.mark.parametrize(("what", "markup", "expected", "who"), PAGES, ids=[m[0] for m in PAGES])
def test_html(tmp_path: Path, what: str, markup: str, expected: list[str], who: list[tuple[str, str]]) -> None:
    document = mail(tmp_path, f"{HTML}<html><head><style>p {{}}</style></head><body>{markup}</body></html>")
    assert told(document) == expected
    quoted = dict.fromkeys((b.author, b.date) for b in document.blocks if b.kind == "quoted")
    assert list(quoted) == who


def test_heads(tmp_path: Path) -> None:
    document = mail(tmp_path, PLAIN + "We will act.\n")
    assert (document.title and document.title.value) == "Plans for May"
    assert (document.published and document.published.value) == "2022-05-03"
    assert (document.addressee and document.addressee.value) == "Sam Hill"


def test_heads_that_are_encoded_folded_or_broken(tmp_path: Path) -> None:
    text = (
        b'From: =?utf-8?Q?Ad=C3=A9_Brook?= <ada@northbury.gov.uk>\nTo: =?x-nonsense?Q?=FF?= <a@b>, "Hill\n Sam" <sam@example.org\n'
        b"Subject: =?iso-8859-1?Q?Pl=E4ne?=\n =?utf-8?B?IGbDvHIgTWFp?=\nDate: yesterday\n\nWe will act.\n"
    )
    document = mail(tmp_path, text)
    assert (document.title and document.title.value) == "Pläne für Mai"
    assert told(document) == ["We will act."]
    assert document.published is None


ENCODED = [
    ("utf-8", "utf-8", "It’s £5 – now."),
    ("iso-8859-1", "cp1252", "It’s £5 – now."),  # as declared by many programs, and not so
    ("windows-1252", "cp1252", "It’s £5 – now."),
    ("us-ascii", "utf-8", "It’s £5 – now."),
    ("x-unknown", "utf-8", "It’s £5 – now."),
    ("utf-16", "utf-16", "It’s £5 – now."),
]


@pytest.mark.parametrize(("declared", "used", "text"), ENCODED, ids=[e[0] for e in ENCODED])
def test_encodings(tmp_path: Path, declared: str, used: str, text: str) -> None:
    import base64

    head = (
        HEAD + f"MIME-Version: 1.0\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: base64\n\n"
    )
    assert told(mail(tmp_path, head.encode() + base64.encodebytes(text.encode(used)))) == [text]


def test_flowed_lines(tmp_path: Path) -> None:
    head = HEAD + "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
    document = mail(tmp_path, head + "We will act in \nMay and then \nrest.\nSo we say.\n-- \nAda\n")
    assert told(document) == ["We will act in May and then rest.", "So we say.", "s Ada"]


def made(text: str = "The plan is attached.", markup: str = "") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "Ada Brook <ada@northbury.gov.uk>", "sam@example.org", "Plans"
    message["Date"] = "Tue, 3 May 2022 10:00:00 +0100"
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html")
    return message


def test_of_two_forms_the_one_with_links(tmp_path: Path) -> None:
    message = made("See the plan <https://example.org/p>.", '<p>See the <a href="https://example.org/p">plan</a>.</p>')
    document = mail(tmp_path, message.as_bytes())
    assert told(document) == ["See the plan."]
    assert [(document.text[k.start : k.end], k.target) for k in document.blocks[0].links] == [
        ("plan", "https://example.org/p")
    ]


def test_attachments(tmp_path: Path) -> None:
    message = made("x", '<p>The plan is attached.</p><img src="cid:logo@x">')
    related = message.get_payload()[1]
    related.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<logo@x>", filename="logo.gif")
    message.add_attachment(b"Plan text.", maintype="text", subtype="plain", filename="plan.txt")
    message.add_attachment(b"Plan text.", maintype="application", subtype="pdf", filename="Re: 1/2.pdf")
    message.add_attachment(b"PK", maintype="application", subtype="vnd.ms-excel", filename="sums.xls")
    message.add_attachment(made("The first mail."))
    path = tmp_path / "mail.eml"
    path.write_bytes(message.as_bytes())
    found = [(m.path.relative_to(path).as_posix(), m.passed_over) for m in listing(path)]
    assert found == [
        (".", False),
        ("plan.txt", False),
        ("Re: 1-2.pdf", False),
        ("sums.xls", True),
        ("Plans.eml", False),
    ]
    document = read(path)
    assert told(document) == ["The plan is attached."]
    assert document.warnings == ("The attachment sums.xls was not read: docmine does not read this kind of file.",)
    inner = read(path / "Plans.eml")
    assert (told(inner), inner.part_of, inner.name) == (["The first mail."], str(path), "Plans.eml")


def test_only_an_attachment(tmp_path: Path) -> None:
    message = made("\n")
    message.add_attachment(b"Plan text.", maintype="text", subtype="plain", filename="plan.txt")
    document = mail(tmp_path, message.as_bytes())
    assert told(document) == ["# Plans"]
    assert "no text of its own" in document.warnings[0]


@pytest.mark.parametrize(
    ("body", "says"),
    [("> earlier words\n", "only quoted earlier mail"), ("", "no text of its own, and no attachments")],
)
def test_nothing_of_its_own(tmp_path: Path, body: str, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        mail(tmp_path, PLAIN + body)


def test_encrypted(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="encrypted"):
        mail(tmp_path, HEAD + "MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIAGCSqG\n")


def test_outlook(tmp_path: Path) -> None:
    inner = outlook_file.message(subject="The first mail", text="We ask for a plan.", header=24)
    data = outlook_file.written(
        outlook_file.message(
            markup=b'<html><body><p>We will <a href="https://example.org/act">act</a>.</p><img src="cid:x"></body></html>',
            text="We will act.",
            files=(("plan.txt", b"Plan text. " * 600), ("sums.xls", b"x")),
            inner=inner,
        )
    )
    path = tmp_path / "mail.msg"
    path.write_bytes(data)
    document = read(path)
    assert told(document) == ["We will act."]
    assert document.blocks[0].links[0].target == "https://example.org/act"
    assert (document.title and document.title.value) == "Plans"
    assert (document.published and document.published.value) == "2022-05-03"
    assert (document.addressee and document.addressee.value) == "Sam Hill"
    assert (document.doc_type and document.doc_type.value) == "letter"
    members = listing(path)
    assert [m.path.name for m in members] == ["mail.msg", "plan.txt", "sums.xls", "The first mail.eml"]
    assert members == listing(path)  # the bytes of the message within are made here, the same ones each time
    assert read(path / "plan.txt").text.startswith("Plan text.")
    assert told(read(path / "The first mail.eml")) == ["We ask for a plan."]


@pytest.mark.parametrize("end", [600, 2000, 5000])
def test_outlook_damaged(tmp_path: Path, end: int) -> None:
    data = outlook_file.written(outlook_file.message(text="We will act." * 600))
    with pytest.raises(UnreadableDocument):
        mail(tmp_path, data[:end], "mail.msg")
