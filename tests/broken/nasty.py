"""Files made to do harm, and files that break a rule which readers take for granted; one function a format."""

from __future__ import annotations

import base64
import io
import os
import random
import socket
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.broken import samples

Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How far the bombs go: small ones for every run of the tests, large ones for the bench."""

    deep: int
    """Levels of nesting."""
    many: int
    """Pages, parts, entries."""
    bytes: int
    """Of what unpacks."""


SMALL = Sizes(deep=3_000, many=3_000, bytes=20_000_000)
LARGE = Sizes(deep=100_000, many=100_000, bytes=600_000_000)

LAUGHS = "".join(
    f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{f"&l{n - 1};" * 9 if n else ""}">' for n in range(12)
)
BOMB = f"<!DOCTYPE d [{LAUGHS}]>"
QUADRATIC = f'<!DOCTYPE d [<!ENTITY a "{"word " * 10_000}">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y SYSTEM "http://127.0.0.1:9/x">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def files(sizes: Sizes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for made in (pdfs(sizes), words(sizes), odts(sizes), rtfs(sizes), pages(sizes), notes(sizes), mails(sizes)):
        found.update(made)
    found.update(texts(sizes))
    found.update(archives(sizes))
    found.update(others())
    return found


# -- PDF ---------------------------------------------------------------------------------------------------------------


def pdf(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, with a table of where they are."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    at, last = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % last
    for number in range(1, last):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(out + b"trailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (last, trailer, at))


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), about, data)


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F 12 Tf 72 700 Td (We will publish the plan in May 2023.) Tj ET"


def sheet(
    content: bytes = stream(TEXT),
    font: bytes = FONT,
    page: bytes = b"/MediaBox [0 0 595 842]",
    more: dict[int, bytes] | None = None,
) -> bytes:
    """One page: 1 catalogue, 2 pages, 3 page, 4 its content, 5 its font; `more` objects as wanted."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >>"
            b" /XObject << /X 6 0 R >> >> %b >>" % page,
            4: content,
            5: font,
            **(more or {}),
        }
    )


def locked(user: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt=StandardEncryption(user, ownerPassword="owner", strength=128))
    canvas.drawString(72, 700, "We will publish the plan in May 2023.")
    canvas.save()
    return out.getvalue()


def picture_page(wide: int, high: int, data: bytes, about: bytes = b"/Filter /FlateDecode") -> bytes:
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 " % (
        wide,
        high,
    )
    return sheet(stream(b"q 500 0 0 700 40 40 cm /X Do Q"), more={6: stream(data, image + about)})


def pdfs(sizes: Sizes) -> Files:
    good = sheet()
    yield "pdf pages loop.pdf", pdf({1: b"<< /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})
    yield (
        "pdf pages loop by two.pdf",
        pdf(
            {
                1: b"<< /Type /Catalog /Pages 2 0 R >>",
                2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                3: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>",
            }
        ),
    )
    deep = {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(2, sizes.deep)}
    yield (
        "pdf pages deep.pdf",
        pdf({1: b"<< /Pages 2 0 R >>", **deep, sizes.deep: b"<< /Type /Page /MediaBox [0 0 9 9] >>"}),
    )
    many = range(3, 3 + sizes.many)
    empty = dict.fromkeys(many, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
    kids = b" ".join(b"%d 0 R" % n for n in many)
    tree = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, sizes.many)
    yield "pdf many empty pages.pdf", pdf({1: b"<< /Pages 2 0 R >>", 2: tree, **empty})
    tree = b"<< /Type /Pages /Kids [%b] /Count 40 >>" % (b"3 0 R " * 40)
    yield "pdf one page forty times.pdf", pdf({1: b"<< /Pages 2 0 R >>", 2: tree, 3: empty[3]})
    yield "pdf without pages.pdf", pdf({1: b"<< /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"})
    yield "pdf without catalogue.pdf", pdf({1: b"<< >>"}, b"")
    yield "pdf catalogue a number.pdf", pdf({1: b"42"})
    yield "pdf pages a number.pdf", pdf({1: b"<< /Pages 42 >>"})
    yield "pdf kids a word.pdf", pdf({1: b"<< /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids /None /Count 1 >>"})
    yield "pdf bomb.pdf", sheet(stream(packed(b" " * sizes.bytes), b"/Filter /FlateDecode"))
    twice = b"/Filter [/FlateDecode /FlateDecode]"
    yield "pdf bomb packed twice.pdf", sheet(stream(packed(b" " * sizes.bytes, 2), twice))
    yield (
        "pdf bomb of words.pdf",
        sheet(
            stream(packed(b"BT /F 1 Tf " + b"1 0 Td (ab ) Tj " * (sizes.bytes // 200) + b"ET"), b"/Filter /FlateDecode")
        ),
    )
    yield (
        "pdf bomb of lines.pdf",
        sheet(stream(packed(TEXT + b" 1 1 m 9 9 l S" * (sizes.bytes // 400)), b"/Filter /FlateDecode")),
    )
    yield "pdf content loop.pdf", sheet(b"4 0 R")
    yield "pdf length loop.pdf", sheet(b"<< /Length 4 0 R >>\nstream\n%b\nendstream" % TEXT)
    yield "pdf length too large.pdf", sheet(b"<< /Length 99999999999 >>\nstream\n%b\nendstream" % TEXT)
    yield "pdf length negative.pdf", sheet(b"<< /Length -5 >>\nstream\n%b\nendstream" % TEXT)
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    yield "pdf form within itself.pdf", sheet(stream(TEXT + b" /X Do"), more={6: stream(b"/X Do /X Do", form)})
    yield "pdf brackets deep.pdf", sheet(stream(b"[" * sizes.deep + b"]" * sizes.deep + b" TJ " + TEXT))
    yield "pdf dictionary deep.pdf", sheet(more={6: b"<< /A " * sizes.deep + b"1" + b" >>" * sizes.deep})
    yield "pdf states deep.pdf", sheet(stream(b"q " * sizes.deep + TEXT))
    yield (
        "pdf font noise.pdf",
        sheet(
            font=b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor 6 0 R >>",
            more={6: b"<< /Type /FontDescriptor /FontFile2 7 0 R >>", 7: stream(random.Random(1).randbytes(50_000))},
        ),
    )
    table = b"begincmap\n" + b"1 beginbfrange <0000> <ffff> <0041> endbfrange\n" * (sizes.many // 100) + b"endcmap"
    yield "pdf font table large.pdf", sheet(font=FONT[:-2] + b"/ToUnicode 6 0 R >>", more={6: stream(table)})
    yield (
        "pdf font loop.pdf",
        sheet(font=b"<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /ToUnicode 5 0 R >>"),
    )
    yield "pdf font widths.pdf", sheet(font=FONT[:-2] + b"/FirstChar -99999 /LastChar 999999999 /Widths [(a) null] >>")
    yield "pdf font a word.pdf", sheet(font=b"/Helvetica")
    yield (
        "pdf font glyphs drawn by themselves.pdf",
        sheet(
            font=b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0 0 0 0 0 0]"
            b" /CharProcs << /a 4 0 R >> /Encoding << /Differences [0 /a /a /a 999999999999 /a] >>"
            b" /FirstChar 0 /LastChar 2 /Widths [1 1 1] >>"
        ),
    )
    for name, box in (
        ("huge", b"[0 0 99999999999 99999999999]"),
        ("empty", b"[0 0 0 0]"),
        ("backwards", b"[595 842 0 0]"),
        ("of words", b"[/a /b /c /d]"),
        ("short", b"[0 0]"),
        ("missing", b"null"),
        ("loop", b"3 0 R"),
    ):
        yield f"pdf page size {name}.pdf", sheet(page=b"/MediaBox " + box)
        yield f"pdf scan page size {name}.pdf", sheet(stream(b""), page=b"/MediaBox " + box)
    yield "pdf turned by a word.pdf", sheet(page=b"/MediaBox [0 0 595 842] /Rotate /Left")
    yield "pdf links loop.pdf", sheet(page=b"/MediaBox [0 0 595 842] /Annots 3 0 R")
    yield (
        "pdf links of words.pdf",
        sheet(page=b"/MediaBox [0 0 595 842] /Annots [(a) 6 0 R << /Rect /x /Subtype /Link >>]"),
    )
    yield "pdf unit huge.pdf", sheet(page=b"/MediaBox [0 0 595 842] /UserUnit 1e30")
    side = int(sizes.bytes**0.5) * 8
    yield "pdf scan huge.pdf", picture_page(side, side, packed(bytes(side * side // 8)))
    yield "pdf scan says it is huge.pdf", picture_page(900_000, 900_000, packed(bytes(100)))
    yield "pdf scan noise.pdf", picture_page(600, 800, random.Random(2).randbytes(60_000), b"")
    yield "pdf scan damaged.pdf", picture_page(600, 800, packed(bytes(60_000))[:50])
    yield "pdf scan no JPEG.pdf", picture_page(600, 800, b"\xff\xd8\xff\xe0" + bytes(900), b"/Filter /DCTDecode")
    yield "pdf unknown filter.pdf", sheet(stream(TEXT, b"/Filter /ZipDecode"))
    yield (
        "pdf columns of the filter.pdf",
        sheet(stream(packed(TEXT), b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 999999999999 >>")),
    )
    yield "pdf filter in letters.pdf", sheet(stream(b"\xff\xfe~>zzzz", b"/Filter /ASCII85Decode"))
    yield "pdf numbers too large.pdf", sheet(stream(TEXT.replace(b"12 Tf 72", b"9e99 Tf 1" + b"0" * 400)))
    yield "pdf numbers that are none.pdf", sheet(stream(TEXT.replace(b"72 700", b"1.2.3 --5")))
    yield "pdf operators alone.pdf", sheet(stream(b"Tj TJ ' \" Td Tm cm re Do BI ID EI Q Q Q ET " + TEXT))
    yield "pdf table loop.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % good.rfind(b"xref\n0"))
    yield "pdf table elsewhere.pdf", good[: good.rfind(b"startxref")] + b"startxref\n-77\n%%EOF"
    yield "pdf table destroyed.pdf", good.replace(b"0000", b"zzzz").replace(b"trailer", b"trouble")
    yield "pdf table wrong.pdf", good.replace(b" 00000 n ", b" 00007 f ")
    yield "pdf protected.pdf", locked("secret")
    yield "pdf protected against changes.pdf", locked("")
    yield (
        "pdf protected unknown.pdf",
        pdf({1: b"<< /Pages 2 0 R >>", 2: b"<< >>"}, b"/Root 1 0 R /Encrypt << /Filter /Own /V 99 >> /ID [(a) (b)]"),
    )
    yield (
        "pdf title a list.pdf",
        pdf(
            {1: b"<< /Pages 2 0 R >>", 2: b"<< /Kids [] >>", 3: b"<< /Title [3 0 R] /CreationDate 5 >>"},
            b"/Root 1 0 R /Info 3 0 R",
        ),
    )
    yield "pdf header only.pdf", b"%PDF-1.7\n"
    yield "pdf after other bytes.pdf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + good
    yield (
        "pdf is an error page.pdf",
        b"<html><body><h1>404</h1><p>The page that you look for is not here.</p></body></html>",
    )


# -- Word, OpenDocument, RTF -------------------------------------------------------------------------------------------


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word(body: str, head: str = "", **parts: bytes) -> bytes:
    """The sample with another body; `parts` by name with "__" for "/", such as `word__styles`."""
    document = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {W}><w:body>{body}</w:body></w:document>'
    changed = {name.replace("__", "/") + ".xml": data for name, data in parts.items()}
    return samples.archive(
        parts_of(samples.samples()["reply.docx"]) | {"word/document.xml": document.encode()} | changed
    )


def paragraph(text: str, about: str = "") -> str:
    return f"<w:p>{about}<w:r><w:t>{text}</w:t></w:r></w:p>"


PLAN = paragraph("We will publish the plan in May 2023.")


def within(open_: str, close: str, sizes: Sizes, inner: str = PLAN) -> str:
    return open_ * sizes.deep + inner + close * sizes.deep


def styles(body: str) -> bytes:
    return f'<?xml version="1.0"?><w:styles {W}>{body}</w:styles>'.encode()


def words(sizes: Sizes) -> Files:
    yield "word entities.docx", word(paragraph("&l11;"), BOMB)
    yield "word entities large.docx", word(paragraph("&a;" * 10_000), QUADRATIC)
    yield "word entity outside.docx", word(paragraph("&x;&y; We will publish the plan."), OUTSIDE)
    yield (
        "word tables deep.docx",
        word(within("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", Sizes(sizes.deep // 10, 0, 0))),
    )
    yield "word controls deep.docx", word(within("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", sizes))
    yield (
        "word insertions deep.docx",
        word(f"<w:p>{within('<w:ins>', '</w:ins>', sizes, '<w:r><w:t>a</w:t></w:r>')}</w:p>"),
    )
    boxed = "<w:p><w:r><w:pict><w:txbxContent>"
    yield (
        "word boxes deep.docx",
        word(within(boxed, "</w:txbxContent></w:pict></w:r></w:p>", Sizes(sizes.deep // 20, 0, 0))),
    )
    own = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="{}"/></w:style>'
    styled = paragraph("We will publish the plan.", '<w:pPr><w:pStyle w:val="A"/></w:pPr>')
    yield "word style of its own.docx", word(styled, word__styles=styles(own.format("A")))
    two = own.format("B") + own.format("A").replace('styleId="A"', 'styleId="B"')
    yield "word styles in a loop.docx", word(styled, word__styles=styles(two))
    yield "word style unknown.docx", word(styled.replace('"A"', '"None"'))
    yield "word style without a name.docx", word(styled, word__styles=styles('<w:style w:type="paragraph"/><w:style/>'))
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    for name, level, number in (
        ("level", "999999999999", "1"),
        ("id", "0", "-77"),
        ("word", "x", "y"),
        ("empty", "", ""),
    ):
        yield f"word list {name}.docx", word(paragraph("We will publish it.", numbered.format(level, number)) + PLAN)
    size = (
        '<w:pPr><w:rPr><w:sz w:val="{0}"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="{0}"/></w:rPr><w:t>Large</w:t></w:r>'
    )
    for name, value in (("nan", "nan"), ("huge", "9" * 400), ("word", "large"), ("negative", "-2")):
        yield f"word size {name}.docx", word(paragraph("We will publish it.", size.format(value)))
    cell = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{0}"/><w:vMerge/></w:tcPr>{1}</w:tc></w:tr></w:tbl>'
    for name, value in (("huge", "999999999"), ("word", "x"), ("negative", "-3")):
        yield f"word cell {name}.docx", word(cell.format(value, PLAN) + PLAN)
    yield (
        "word table without cells.docx",
        word("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>" + PLAN),
    )
    yield (
        "word notes that refer to nothing.docx",
        word(
            '<w:p><w:r><w:footnoteReference w:id="77"/><w:commentReference w:id="x"/><w:endnoteReference/></w:r></w:p>'
            + PLAN
        ),
    )
    yield (
        "word dates odd.docx",
        word(
            f'<w:p><w:ins w:id="1" w:author="" w:date="yesterday"><w:r><w:t>New.</w:t></w:r></w:ins>'
            f'<w:del w:date="9999-99-99T99:99:99Z"><w:r><w:delText>Old.</w:delText></w:r></w:del></w:p>{PLAN}'
        ),
    )
    yield "word bomb.docx", word(paragraph(" " * sizes.bytes))
    yield "word many paragraphs.docx", word("<w:p/>" * (sizes.bytes // 100) + PLAN)
    yield "word no text.docx", word("")
    parts = parts_of(samples.samples()["reply.docx"])
    yield (
        "word part outside.docx",
        samples.archive(
            parts
            | {
                "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
                    b'Target="', b'Target="../../../../'
                )
            }
        ),
    )
    yield (
        "word parts in a loop.docx",
        samples.archive(parts | {"_rels/.rels": parts["_rels/.rels"].replace(b"word/document.xml", b"_rels/.rels")}),
    )
    yield "word picture bomb.docx", samples.archive(parts | {"word/media/image1.png": png(100_000, 100_000)})
    yield (
        "word protected.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(3000),
    )
    yield "word old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(3).randbytes(3000)


def odts(sizes: Sizes) -> Files:
    good = parts_of(samples.samples()["letter.odt"])
    text = good["content.xml"].decode()

    def odt(body: str, head: str = "") -> bytes:
        start, end = text.index("<office:text>") + 13, text.index("</office:text>")
        changed = (text[:start] + body + text[end:]).replace("?>", f"?>{head}", 1)
        return samples.archive(good | {"content.xml": changed.encode()})

    plan = "<text:p>We will publish the plan in May 2023.</text:p>"
    yield "odt entities.odt", odt("<text:p>&l11;</text:p>", BOMB)
    yield "odt entities large.odt", odt(f"<text:p>{'&a;' * 10_000}</text:p>", QUADRATIC)
    yield "odt entity outside.odt", odt("<text:p>&x;&y; We will publish the plan.</text:p>", OUTSIDE)
    yield "odt blanks.odt", odt('<text:p>We<text:s text:c="2000000000"/>will publish the plan.</text:p>')
    yield "odt blanks of words.odt", odt('<text:p>We<text:s text:c="many"/>will publish the plan.</text:p>')
    row = "<table:table-row{}><table:table-cell{}>{}</table:table-cell></table:table-row>"
    for name, rows, cells in (
        ("columns", "", ' table:number-columns-repeated="2000000000"'),
        ("rows", ' table:number-rows-repeated="2000000000"', ""),
        ("spanned", "", ' table:number-columns-spanned="2000000000" table:number-rows-spanned="-1"'),
        ("of words", ' table:number-rows-repeated="x"', ' table:number-columns-repeated=""'),
    ):
        yield f"odt table {name}.odt", odt(f"<table:table>{row.format(rows, cells, plan) * 3}</table:table>{plan}")
    yield "odt lists deep.odt", odt(within("<text:list><text:list-item>", "</text:list-item></text:list>", sizes, plan))
    yield "odt sections deep.odt", odt(within("<text:section>", "</text:section>", sizes, plan))
    yield "odt spans deep.odt", odt(f"<text:p>{within('<text:span>', '</text:span>', sizes, 'word')}</text:p>")
    yield (
        "odt level.odt",
        odt(f'<text:h text:outline-level="999999999999">Plan</text:h><text:h text:outline-level="x">B</text:h>{plan}'),
    )
    loop = '<style:style style:name="A" style:family="paragraph" style:parent-style-name="A"/>'
    yield (
        "odt style of its own.odt",
        odt('<text:p text:style-name="A">We will publish the plan.</text:p>').replace(b"", b""),
    )
    looped = good["styles.xml"].replace(
        b"/>", f"><office:styles>{loop}</office:styles></office:document-styles>".encode()
    )
    styled = text.replace("<text:p>", '<text:p text:style-name="A">').encode()
    yield "odt styles in a loop.odt", samples.archive(good | {"styles.xml": looped, "content.xml": styled})
    yield "odt bomb.odt", odt(f"<text:p>{' ' * sizes.bytes}</text:p>")
    protected = good["META-INF/manifest.xml"].replace(b"/></", b"><manifest:encryption-data/></manifest:file-entry></")
    yield (
        "odt protected.odt",
        samples.archive(good | {"META-INF/manifest.xml": protected, "content.xml": random.Random(4).randbytes(900)}),
    )
    yield (
        "odt a spreadsheet.odt",
        samples.archive(good | {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
    )


def rtfs(sizes: Sizes) -> Files:
    plan = b"We will publish the plan in May 2023.\\par "
    yield "rtf groups deep.rtf", b"{\\rtf1 " + b"{" * sizes.deep + plan + b"}" * sizes.deep + b"}"
    yield "rtf groups never closed.rtf", b"{\\rtf1 " + b"{\\b " * 500 + plan
    yield "rtf groups closed too often.rtf", b"{\\rtf1 " + plan + b"}" * 500 + plan
    yield "rtf binary.rtf", b"{\\rtf1 " + plan + b"{\\pict\\bin999999999999 " + bytes(500) + b"}" + plan + b"}"
    yield "rtf numbers.rtf", b"{\\rtf1\\uc-5\\u99999999999 \\u-1 \\fs" + b"9" * 400 + b" " + plan + b"}"
    yield "rtf code page.rtf", b"{\\rtf1\\ansicpg99999 \\'e9\\'zz\\'" + plan + b"}"
    yield (
        "rtf destinations.rtf",
        b"{\\rtf1{\\*\\unknown{\\*\\object{\\*\\objdata " + b"ff" * 5000 + b"}}}" + plan + b"}",
    )
    yield "rtf header only.rtf", b"{\\rtf1"
    yield "rtf cells.rtf", b"{\\rtf1 " + b"\\trowd\\cellx1 a\\cell\\cell\\cell\\row " * (sizes.many // 10) + plan + b"}"
    yield "rtf tables deep.rtf", b"{\\rtf1 " + b"\\itap99999999 \\nesttableprops\\nestcell\\nestrow " * 50 + plan + b"}"
    yield "rtf bomb.rtf", b"{\\rtf1 " + b"\\par " * (sizes.bytes // 100) + plan + b"}"


# -- web pages, Markdown, e-mail, text ---------------------------------------------------------------------------------


def html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def pages(sizes: Sizes) -> Files:
    plan = "<p>We will publish the plan in May 2023.</p>"
    for tag in ("div", "ul><li", "blockquote", "span", "b", "font", "section", "details", "svg><g"):
        yield f"page {tag.replace('><', ' ')} deep.html", html(f"<{tag}>" * sizes.deep + plan)
    yield "page tables deep.html", html("<table><tr><td>" * sizes.deep + plan)
    yield "page lists closed.html", html(within("<ul><li>a", "</li></ul>", sizes, plan))
    yield "page entities.html", f"<?xml version='1.0'?>{BOMB}<html><body><p>&l11;</p>{plan}</body></html>".encode()
    yield "page entity outside.html", f"{OUTSIDE}<html><body><p>&x; &y;</p>{plan}</body></html>".encode()
    yield "page drawing with entities.html", html(f"<svg><!DOCTYPE svg [{LAUGHS}]><text>&l11;</text></svg>{plan}")
    for name, span in (("huge", "999999999"), ("word", "x"), ("negative", "-2"), ("zero", "0")):
        cell = f'<td colspan="{span}" rowspan="{span}">1</td>'
        yield f"page cell {name}.html", html(f"<table><tr>{cell * 2}</tr><tr>{cell * 2}</tr></table>{plan}")
    yield (
        "page list starts at.html",
        html(f'<ol start="99999999999999999999"><li>a<li value="-1">b</ol><ol start="x"><li>c</ol>{plan}'),
    )
    yield "page charset unknown.html", html(plan, '<meta charset="klingon">')
    yield "page charset wrong.html", html(plan.replace("plan", "plän"), '<meta charset="ascii">')
    yield "page charset no text.html", html(plan, '<meta charset="base64">')
    yield "page charset zip.html", html(plan, '<meta charset="zlib">')
    yield "page never closed.html", b"<html><body><p>We will publish <b><i><a href='" + b"x" * 5000
    yield "page long attribute.html", html(f'<p class="{"x" * 1_000_000}">We will publish the plan.</p>')
    yield (
        "page many attributes.html",
        html(f"<p {' '.join(f'a{n}=1' for n in range(sizes.many))}>We will publish it.</p>"),
    )
    yield "page many links.html", html(f"{'<a href=x>y</a> ' * sizes.many}{plan}")
    yield "page many words.html", html("<p>word</p>" * (sizes.bytes // 1000))
    yield "page comment never closed.html", html("<!-- " + plan)
    yield "page script only.html", html("<script>document.write('We will publish the plan')</script>")
    yield "page conditional.html", html("<!--[if mso]>" * 500 + plan)
    yield (
        "page picture within.html",
        html(f'<img src="data:image/png;base64,{base64.b64encode(png(90_000, 90_000)).decode()}">{plan}'),
    )
    yield (
        "page odd dates.html",
        html(
            plan, '<meta property="article:published_time" content="9999-99-99"><time datetime="-0001-00-00">x</time>'
        ),
    )
    yield "page frames.html", b"<html><frameset><frame src='a.html'></frameset></html>"
    yield (
        "page dates in metadata.html",
        html(plan, '<script type="application/ld+json">{"datePublished": [[' + "[" * sizes.deep + "</script>"),
    )
    yield (
        "page saved.mht",
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
    )


def notes(sizes: Sizes) -> Files:
    plan = "We will publish the plan in May 2023.\n"
    for name, mark in (("quotes", "> "), ("brackets", "["), ("stars", "*"), ("ticks", "`"), ("images", "![")):
        yield f"notes {name} deep.md", (mark * sizes.deep + plan).encode()
    yield "notes lists deep.md", "".join(f"{'  ' * n}- level {n}\n" for n in range(min(sizes.deep, 3_000))).encode()
    yield "notes page deep.md", ("<div>\n\n" * sizes.deep + plan).encode()
    yield "notes stars and underscores.md", ("*_" * sizes.deep + "a " + "_*" * sizes.deep).encode()
    yield (
        "notes table wide.md",
        ("|" * sizes.many + "\n" + "|-" * sizes.many + "\n" + "|a" * sizes.many + "\n\n" + plan).encode(),
    )
    yield "notes links to one.md", ("[a]: x\n" * sizes.many + "[a]" * sizes.many + "\n\n" + plan).encode()


def mails(sizes: Sizes) -> Files:
    head = "From: a@example.org\r\nTo: b@example.org\r\nDate: Tue, 14 May 2024 10:00:00 +0100\r\nSubject: Plan\r\n"
    head += "MIME-Version: 1.0\r\n"
    plan = "We will publish the plan in May 2023.\r\n"
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(sizes.many))
    yield "mail parts deep.eml", (head + parts + "Content-Type: text/plain\r\n\r\n" + plan).encode()
    forwarded = "Content-Type: message/rfc822\r\n\r\n" + head
    yield "mail forwarded deep.eml", (head + forwarded * sizes.many + "\r\n" + plan).encode()
    flat = 'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
    part = "--x\r\nContent-Type: text/plain\r\n\r\n" + plan
    yield "mail many parts.eml", (head + flat + part * sizes.many + "--x--\r\n").encode()
    attached = (
        '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="{}"\r\n\r\nAttached words.\r\n'
    )
    odd = (
        "../../etc/passwd.txt",
        "a\tb.txt",
        "",
        "=?utf-8?b?Li4vLi4vYS50eHQ=?=",
        "x" * 5000 + ".txt",
        "C:\\a.txt",
        "CON.txt",
    )
    yield (
        "mail attachments with odd names.eml",
        (head + flat + part + "".join(map(attached.format, odd)) + "--x--").encode(),
    )
    bomb = samples.archive({"a.txt": b" " * sizes.bytes})
    yield (
        "mail attached bomb.eml",
        (
            head + flat + part + "--x\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n"
            'Content-Disposition: attachment; filename="a.zip"\r\n\r\n' + base64.encodebytes(bomb).decode() + "--x--"
        ).encode(),
    )
    yield "mail without boundary.eml", (head + "Content-Type: multipart/mixed\r\n\r\n" + plan).encode()
    yield "mail boundary missing.eml", (head + 'Content-Type: multipart/mixed; boundary="y"\r\n\r\n' + plan).encode()
    for name, kind in (
        ("charset unknown", "text/plain; charset=klingon"),
        ("charset no text", "text/plain; charset=base64"),
        ("charset wrong", "text/plain; charset=utf-16"),
        ("kind unknown", "kings/none"),
        ("kind broken", ";;=;/"),
        ("kind wrong", "image/png"),
        ("page", "text/html; charset=utf-7"),
    ):
        yield f"mail {name}.eml", (head + f"Content-Type: {kind}\r\n\r\n{plan}").encode()
    for name, how in (
        ("base64", "base64"),
        ("quoted", "quoted-printable"),
        ("unknown", "rot13"),
        ("uuencode", "x-uuencode"),
    ):
        yield (
            f"mail sent as {name}.eml",
            (head + f"Content-Transfer-Encoding: {how}\r\n\r\n=ZZ=\x00begin\xff{plan}").encode("latin-1"),
        )
    yield "mail long header.eml", (head + f"X-Long: {'x' * 1_000_000}\r\n\r\n{plan}").encode()
    yield "mail many headers.eml", ("X-A: b\r\n" * sizes.many + head + "\r\n" + plan).encode()
    yield "mail many words in code.eml", (head + "Cc: " + "=?utf-8?q?=e9=?= " * sizes.many + "\r\n\r\n" + plan).encode()
    yield "mail to many.eml", (head + "Cc: " + "a@example.org, " * sizes.many + "\r\n\r\n" + plan).encode()
    yield "mail brackets.eml", (head + "Cc: " + "(" * sizes.deep + "<" * 500 + "\r\n\r\n" + plan).encode()
    yield (
        "mail date odd.eml",
        head.replace("Tue, 14 May 2024 10:00:00 +0100", "99 Foo -1 99:99 +9999").encode() + b"\r\n" + plan.encode(),
    )
    yield "mail date far.eml", head.replace("14 May 2024", "14 May 99999").encode() + b"\r\n" + plan.encode()
    yield "mail only headers.eml", head.encode()
    yield "mail header raw.eml", head.encode().replace(b"Plan", b"Pl\xe4n \xff\xfe\x00") + b"\r\n" + plan.encode()
    yield "mail quoted deep.eml", (head + "\r\n" + plan + "".join("> " * n + "more\r\n" for n in range(300))).encode()
    page = "<blockquote>" * sizes.deep + "earlier" + "</blockquote>" * sizes.deep
    yield "mail page quoted deep.eml", (head + f"Content-Type: text/html\r\n\r\n<p>{plan}</p>{page}").encode()
    yield "message of noise.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(5).randbytes(5000)
    yield "message of zeroes.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)


def texts(sizes: Sizes) -> Files:
    yield "empty.txt", b""
    yield "empty.pdf", b""
    yield "empty.docx", b""
    yield "empty.eml", b""
    yield "empty.zip", b""
    yield "blank.txt", b" \r\n\t\r\n" * 500
    yield "blank.html", b"   \n"
    yield "one letter.txt", b"a"
    yield "one byte.pdf", b"\x00"
    yield "mark only.txt", b"\xef\xbb\xbf"
    yield "mark of UTF-16 only.txt", b"\xff\xfe"
    yield "mark of UTF-16 and noise.txt", b"\xff\xfe" + random.Random(6).randbytes(3001)
    yield "mark of UTF-32.txt", "We will publish the plan.".encode("utf-32")
    yield "one long line.txt", b"word " * (sizes.bytes // 100)
    yield "one long word.txt", b"x" * (sizes.bytes // 50)
    yield "many short lines.txt", b"a\n" * (sizes.bytes // 200)
    yield "many blank lines.txt", b"We will publish it.\n" + b"\n" * (sizes.bytes // 50) + b"In May 2023.\n"
    yield "many bullets.txt", b"- a\n" * (sizes.bytes // 400)
    yield "marks over one letter.txt", ("e" + "\u0301" * 50_000).encode()
    yield "direction turned.txt", "We will \u202e.nalp eht hsilbup\u202c\u2066\u2066".encode()
    yield "control characters.txt", bytes(range(1, 32)) * 5 + b"We will publish the plan in May 2023. " * 200
    yield "half a character.txt", "We will publish the plän.".encode()[:-5] + b"\xc3"
    yield "surrogates.txt", b"We will \xed\xa0\x80\xed\xb0\x80 publish the plan."
    yield "not characters.txt", "We will \uffff\ufdd0\U0010ffff publish the plan.".encode()
    yield "columns of dots.txt", b". . . . . . . .\n" * (sizes.bytes // 4000)
    yield "dates without end.txt", b"by 1 May 2023 and " * (sizes.bytes // 10_000)


# -- archives, pictures and the rest -----------------------------------------------------------------------------------


def overlapping(count: int, size: int) -> bytes:
    """An archive whose every entry is the same packed bytes: small on disk, large when unpacked."""
    data = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = data.compress(b" " * size) + data.flush()
    name = b"a.txt"
    about = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, zlib.crc32(b" " * size), len(body), size, len(name), 0)
    local = b"PK\x03\x04" + about + name + body
    table = b""
    for n in range(count):
        other = b"%04d.txt" % n
        fields = struct.pack(
            "<HHHHHLLLHHHHHLL", 20, 0, 8, 0, 33, zlib.crc32(b" " * size), len(body), size, len(other), 0, 0, 0, 0, 0, 0
        )
        table += b"PK\x01\x02" + struct.pack("<H", 20) + fields + other
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, count, count, len(table), len(local), 0)
    return local + table + end


def archives(sizes: Sizes) -> Files:
    plan = b"We will publish the plan in May 2023.\n"
    yield "archive of nothing.zip", b"PK\x05\x06" + bytes(18)
    yield "archive bomb.zip", samples.archive({"a.txt": b" " * sizes.bytes})
    yield "archive bomb of many.zip", samples.archive({f"{n}.txt": b" " * (sizes.bytes // 20) for n in range(20)})
    yield "archive overlapping.zip", overlapping(200, sizes.bytes // 20)
    inner = samples.archive({"a.txt": plan})
    for n in range(12):
        inner = samples.archive({f"{n}.zip": inner, f"{n}.txt": plan + bytes([65 + n])})
    yield "archive in archives.zip", inner
    layer = samples.archive({"a.txt": b" " * (sizes.bytes // 20)})
    for _ in range(3):
        layer = samples.archive({f"{n}.zip": layer for n in range(10)})
    yield "archive in archives bomb.zip", layer
    yield "archive many entries.zip", samples.archive({f"{n}.txt": plan for n in range(sizes.many * 2)})
    odd = (
        "../../up.txt",
        "/etc/root.txt",
        "C:\\drive.txt",
        "a\nb.txt",
        "x" * 300 + ".txt",
        "-rf.txt",
        " .txt",
        "a/../b.txt",
        "\u202etxt.exe.txt",
    )
    yield "archive odd names.zip", samples.archive({name: plan + name.encode() for name in odd})
    yield "archive file and folder.zip", samples.archive({"a.txt": plan, "a.txt/b.txt": plan + b"b", "a.txt/": b""})
    yield "archive only folders.zip", samples.archive({"a/": b"", "b/": b""})
    yield "archive of pictures.zip", samples.archive({"a.png": png(9, 9), "b.jpg": b"\xff\xd8\xff"})
    good = samples.archive({"a.txt": plan, "b.txt": plan * 2})
    yield (
        "archive protected.zip",
        good.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
        ),
    )
    yield "archive packed unknown.zip", good.replace(b"\x08\x00\x00\x00\x21\x00", b"\x63\x00\x00\x00\x21\x00")
    yield "archive sizes wrong.zip", good.replace(struct.pack("<L", len(plan)), struct.pack("<L", 9))
    yield "archive names twice.zip", good.replace(b"b.txt", b"a.txt")
    yield "archive with a comment.zip", good[:-2] + struct.pack("<H", 60_000) + b"x" * 60_000
    yield (
        "archive of letters.zip",
        samples.archive({"mail.eml": b"From: a@b.c\nSubject: x\n\nWe will publish it.\n", "bad.pdf": b"%PDF-1.4"}),
    )
    yield "archive after a program.zip", b"MZ" + bytes(500) + good
    yield "archive is text.zip", plan


def png(wide: int, high: int) -> bytes:
    """A picture that says it has this size, and is small on disk."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", wide, high, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes(min((wide // 8 + 2) * high, 1_000_000)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def others() -> Files:
    for ending in ("pdf", "docx", "html", "txt"):
        yield f"picture.{ending}", png(100, 100)
        yield f"program.{ending}", b"\x7fELF" + random.Random(7).randbytes(2000)
    yield "sheet.docx", samples.archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})
    yield "slides.docx", samples.archive({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<x/>"})
    yield "book.docx", samples.archive({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"})
    yield "sound.pdf", b"ID3\x03" + bytes(2000)
    yield "base.txt", b"SQLite format 3\x00" + bytes(2000)


def odd_places(folder: Path) -> None:
    """What a file system can hold beside files, and names that are odd, as far as this one takes them."""
    plan = b"We will publish the plan in May 2023, under a name of its own: %b\n"
    names = [
        b"-rf.txt",
        b"two\nlines.txt",
        b"bell\x07.txt",
        b"caf\xe9.txt",
        b"x" * 250 + b".txt",
        b"  .txt",
        b"'\"$(ls);&.txt",
    ]
    names += ["\u202etxt.fdp.txt".encode(), "\N{PILE OF POO}.txt".encode(), b"no ending", b"UPPER.TXT", b"a..txt"]
    for name in names:
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(plan % name)
        except OSError:  # macOS, for one, takes only UTF-8
            continue
    (folder / "folder.pdf").mkdir(exist_ok=True)
    (folder / "folder.docx").mkdir(exist_ok=True)
    (folder / "folder.docx" / "inside.txt").write_bytes(plan % b"inside")
    for name, target in (("loop.pdf", "loop.pdf"), ("nowhere.pdf", "gone.pdf"), ("device.txt", "/dev/zero")):
        if not (folder / name).is_symlink():
            (folder / name).symlink_to(target)
    if not (folder / "pipe.txt").exists():
        os.mkfifo(folder / "pipe.txt")
    if not (folder / "socket.txt").exists():
        with socket.socket(socket.AF_UNIX) as made:
            here = Path.cwd()
            os.chdir(folder)  # the name of a socket may be no longer than a hundred characters
            try:
                made.bind("socket.txt")
            finally:
                os.chdir(here)
    closed = folder / "closed.txt"
    if not closed.exists():
        closed.write_bytes(plan % b"closed")
        closed.chmod(0)
