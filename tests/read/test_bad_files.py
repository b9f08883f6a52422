"""Files that cannot be read: each ends in one clear sentence."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import docx
import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from docmine.errors import NoReader, UnreadableDocument
from docmine.read import office, read


def pdf(*pages: str, password: str | None = None) -> bytes:
    out = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password) if password else None
    sheet = canvas.Canvas(out, encrypt=lock)
    for text in pages:
        if text:
            sheet.drawString(72, 700, text)
        else:
            sheet.rect(50, 50, 400, 400, fill=1)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("A short note to parents.")
    document.save(out)
    return out.getvalue()


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOISE = random.Random(7).randbytes(4000)
GOOD = pdf("One sentence on a page.", "And one on the next.")

CASES = [
    # name, content, what the reason says
    ("nothing.pdf", b"", "empty"),
    ("blank.txt", b" \n\n \n", "empty"),
    ("locked.pdf", pdf("A secret sentence.", password="owl"), "password"),
    ("half.pdf", GOOD[: len(GOOD) // 2], "damaged"),
    ("start.pdf", GOOD[:60], "damaged"),
    ("late.pdf", GOOD[20:], "beginning is missing"),
    ("late.rtf", b"ansi\\deff0 We will publish it.\\par In May.}", "beginning is missing"),
    ("header-only.pdf", b"%PDF-1.4\n" + NOISE, "damaged"),
    ("noise.pdf", NOISE, "not text"),
    ("noise.txt", NOISE, "not text"),
    ("noise.docx", NOISE, "not text"),
    ("scan.pdf", pdf("", ""), "pictures without text"),
    ("half.docx", word()[:900], "damaged"),
    ("broken.docx", archive(word__document_xml=b"<w:document"), "damaged"),
    ("sheet.docx", archive(xl__workbook_xml=b"<x/>"), "Excel"),
    ("things.docx", archive(a_xml=b"<x/>"), "zip archive"),
    ("picture.pdf", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + NOISE, "PNG"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "old Microsoft Office"),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "outside its navigation"),
    ("quoted.eml", b"From: a@example.org\nTo: b@example.org\nSubject: x\n\n> earlier words\n", "only quoted"),
]


@pytest.mark.parametrize(("name", "data", "says"), CASES, ids=[c[0] for c in CASES])
def test_reason(tmp_path: Path, name: str, data: bytes, says: str, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument) as caught:
        read(path)
    assert says in caught.value.reason
    assert name not in caught.value.reason  # the table of failures has the name already
    assert caught.value.reason.endswith(".")
    assert capfd.readouterr() == ("", "")


ODS = archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_xml=b"<x/>")
UNREAD = [
    # name, content, what the reason says
    ("old.doc", OLE + "WordDocument".encode("utf-16-le") + NOISE, r"\(\.doc\).* save it as \.docx or PDF"),
    ("old.xls", OLE + "Workbook".encode("utf-16-le") + NOISE, r"\(\.xls\).* save it as \.xlsx"),
    ("old.ppt", OLE + "PowerPoint Document".encode("utf-16-le") + NOISE, r"\(\.ppt\).* save it as \.pptx"),
    ("sheet.xlsx", archive(xl__workbook_xml=b"<x/>"), "Excel workbook.* Save the sheets"),
    ("sheet.ods", ODS, "OpenDocument spreadsheet.* Save it as PDF"),
]


@pytest.mark.parametrize(("name", "data", "says"), UNREAD, ids=[c[0] for c in UNREAD])
def test_a_kind_without_a_reader_says_what_to_do(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(NoReader, match=says):
        read(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no such file"):
        read(tmp_path / "absent.pdf")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="folder"):
        read(tmp_path)


def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    """Nothing waits for what comes out of a pipe, and nothing follows a link that leads to itself."""
    pipe, loop = tmp_path / "pipe.txt", tmp_path / "loop.pdf"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    with pytest.raises(UnreadableDocument, match="a pipe or a device"):
        read(pipe)
    with pytest.raises(UnreadableDocument, match="a link that leads to itself"):
        read(loop)


def test_many_headers_are_looked_at_once(tmp_path: Path) -> None:
    """The kind of a file is told at once, whatever its first lines: this took longer than a day."""
    path = tmp_path / "mail.eml"
    path.write_bytes(b"X-A: b\r\n" * 3000 + b"From: a@example.org\r\nSubject: x\r\n\r\nWe will publish it.\r\n")
    assert read(path).media_type == "message/rfc822"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("closed")
    path.chmod(0)
    with pytest.raises(UnreadableDocument, match="permission"):
        read(path)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 1_100_000)
    with pytest.raises(UnreadableDocument, match="more than the 1 MB allowed"):
        read(path, max_mb=1)


def test_what_a_file_is_counts_not_what_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(GOOD)
    assert read(path).media_type == "application/pdf"
    path = tmp_path / "report.pdf"
    path.write_text("Only words.\n")
    assert read(path).media_type == "text/plain"


def test_pages_without_text_are_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    path.write_bytes(pdf("A sentence that can be read.", ""))
    document = read(path)
    assert document.pages == 2
    assert document.warnings == ("Page 2 has no text: it is empty or holds only a picture.",)


@pytest.mark.parametrize("limit", ["_MAX_MARKUP", "_MAX_UNPACKED"])
def test_a_word_document_that_unpacks_to_too_much_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(word())
    assert read(path).text
    monkeypatch.setattr(office, limit, 1000)
    with pytest.raises(UnreadableDocument, match=r"unpacks to \d+ MB"):
        read(path)
