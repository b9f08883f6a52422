"""Publications of an invented council that hold hostile texts wherever a format has room for text."""

from __future__ import annotations

import io
import re
from html import escape
from pathlib import Path

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.hostile.texts import GROUPS

TEXTS = [
    text
    for group in (
        "markup",
        "attributes",
        "entities",
        "links",
        "templates",
        "svg and css",
        "formulas",
        "terminal",
        "bidi",
    )
    for text in GROUPS[group]
    if len(text) < 120
][::5]
"""Some of each kind: it takes a moment to read them."""
NAMES = (
    "<img src=x onerror=alert(1)> letter.txt",
    "=HYPERLINK(A1) newsletter.html",
    "update \u202egnp.docx",
)
"""Of files, as a file system takes them."""


def written(folder: Path) -> Path:
    letter, newsletter, update = NAMES
    (folder / letter).write_text(_letter(TEXTS), encoding="utf-8", errors="replace", newline="")
    (folder / newsletter).write_text(_newsletter(TEXTS), encoding="utf-8", errors="replace")
    (folder / update).write_bytes(_update(TEXTS))
    return folder


def sentences(text: str) -> list[str]:
    """A promise, a figure, a quotation, an ask, an owner, of which the text is a part."""
    words = " ".join(text.split())
    return [
        f"We will publish the plan for {words} by 30 September 2022.",
        f"In June 2022 65% of {words} (13 out of 40) were on time.",
        f"“We will open {words} soon,” said Jane Okoro, Director of {words}.",
        f"We ask the council to answer {words} in writing.",
    ]


def _letter(texts: list[str]) -> str:
    head = "Harrowfield <b>Council</b>\n=Children and Families\n1 July 2022\n\nDear parents,\n\n"
    body = "\n\n".join(f"{text}\n\n" + " ".join(sentences(text)) for text in texts)
    return f"{head}{body}\n\nYours sincerely,\n\nJane Okoro\nDirector of =Children's Services\n"


def _newsletter(texts: list[str]) -> str:
    """Each text as text, as a heading, in a table, and as where a link leads; and some as what they try to be."""
    parts = [
        f'<h2>{escape(text)}</h2><p>{escape(" ".join(sentences(text)))} <a href="{escape(text)}">{escape(text)}</a></p>'
        f"<table><tr><th>{escape(text)}</th><th>Number</th></tr><tr><td>{escape(text)}</td><td>12</td></tr></table>"
        for text in texts
    ]
    live = "<script>alert(1)</script><p onclick=alert(1)>We will mend the <b>hall</b> by May 2023.</p><!-- =1+1 -->"
    return (
        "<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Newsletter 2, October 2022</title>"
        '<meta name="author" content="&lt;b&gt;Harrowfield Council&lt;/b&gt;"></head><body><article>'
        f"<h1>Harrowfield =Newsletter 2, October 2022</h1>{live}{''.join(parts)}</article></body></html>"
    )


def _update(texts: list[str]) -> bytes:
    document = Document()
    about = document.core_properties
    about.title, about.author = "<svg onload=alert(1)> Update, 12 January 2023", "=cmd|'/C calc'!A0"
    document.add_heading("SEND update, 12 January 2023", 1)
    for text in texts:
        plain = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text).strip() or "-"
        document.add_heading(plain, 2)
        paragraph = document.add_paragraph(" ".join(sentences(plain)))
        _link(paragraph, plain)
        row = document.add_table(rows=1, cols=2).rows[0]
        row.cells[0].text, row.cells[1].text = plain, "12 weeks"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _link(paragraph: object, target: str) -> None:
    key = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)  # type: ignore[attr-defined]
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), key)
    text.text = "see there"
    run.append(text)
    link.append(run)
    paragraph._p.append(link)  # type: ignore[attr-defined]
