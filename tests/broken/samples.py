"""One small good file of each format that docmine reads, from the sample corpus."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from pptx import Presentation

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
EPOCH = (1980, 1, 1, 0, 0, 0)
_ODT_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)


@cache
def samples() -> dict[str, bytes]:
    """Name → bytes. The names are short, for what happened to the file comes behind them."""
    words = (CORPUS / "2023-10-09 Open letter from parents.txt").read_text("utf-8")
    return {
        "newsletter.pdf": (CORPUS / "Marlbrook SEND Newsletter 3.pdf").read_bytes(),
        "reply.docx": smaller((CORPUS / "2023-11-06 Reply from the Director.docx").read_bytes()),
        "programme.html": (CORPUS / "send-improvement-programme.html").read_bytes(),
        "answers.md": (CORPUS / "2025-03-17 You said, we did.md").read_bytes(),
        "route.eml": (CORPUS / "2024-05-14 RE Taxi route to Ashgrove School.eml").read_bytes(),
        "letter.txt": words.encode(),
        "letter.rtf": rtf(words),
        "letter.odt": odt(words),
        "slides.pptx": pptx(words),
        "papers.zip": archive({"in/letter.txt": words.encode(), "in/answer.md": b"# You said\n\nWe did it.\n"}),
    }


def good() -> dict[str, bytes]:
    """Files of the corpus that stand among the broken ones, and must come out as they do alone."""
    return {path.name: path.read_bytes() for path in CORPUS.iterdir() if path.name != "README.md"}


def smaller(data: bytes) -> bytes:
    """A document's parts packed, as Word does, without clock times; those of the corpus are stored."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return archive({name: old.read(name) for name in old.namelist()})


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def rtf(text: str) -> bytes:
    body = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text.replace("\\", "").replace("{", "("))
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\n" + body.replace("\n\n", "\\par\n") + "}").encode("ascii")


def odt(text: str) -> bytes:
    paragraphs = "".join(f"<text:p>{escape(part)}</text:p>" for part in text.split("\n\n"))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": (
                f'{head}<office:document-content {_ODT_NAMES} office:version="1.2"><office:body><office:text>'
                f"{paragraphs}</office:text></office:body></office:document-content>"
            ).encode(),
            "styles.xml": f'{head}<office:document-styles {_ODT_NAMES} office:version="1.2"/>'.encode(),
            "META-INF/manifest.xml": (
                f'{head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                '<manifest:file-entry manifest:full-path="/"'
                ' manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>'
            ).encode(),
        }
    )


def pptx(text: str) -> bytes:
    """Two slides, each with a title and half of the text."""
    presentation = Presentation()
    for half in (text[: len(text) // 2], text[len(text) // 2 :]):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = half.partition("\n")[0], half
    about = presentation.core_properties
    about.created = about.modified = datetime(2024, 1, 1)
    out = io.BytesIO()
    presentation.save(out)
    return smaller(out.getvalue())
