"""Pages that are pictures: their words are recognised, whichever way up, and stand where the page shows them."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from docmine.errors import UnreadableDocument
from docmine.read import read, scan, watch
from docmine.read.scan import cells, lines, looks, polarity, tesseract, upright
from docmine.records import Document
from tests.read.scanned import DPI, accuracy, as_pdf, askew, needs_tesseract, pictures, turned, words

REPORT = "SEND Quarterly Report Q1 2024-25.pdf"
PROSE = "The board will publish the plan by March 2025. It asked every school."
LETTER = (
    "Progress this summer",
    "The board will publish the plan by March 2025. It asked every school",
    "to say what it needs, and 118 of 124 have answered so far.",
    "Officers reviewed 41 plans in June and found that 29 were clear. The",
    "others go back to their authors, who have six weeks to correct them.",
    "Families told us that letters arrive late. From September each letter",
    "is sent within five days, and we will report how many were not.",
    "The next meeting is on Tuesday 8 July at the town hall.",
)
SHEET = (420, 300)
"""Points: a small sheet, for the larger a page, the longer it takes."""


def saved(folder: Path, data: bytes, name: str = "scan.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def report(corpus: Path) -> Document:
    return read(corpus / REPORT)


@pytest.fixture(scope="module")
def page(corpus: Path) -> Image.Image:
    return pictures(corpus / REPORT, [1])[0]


@pytest.fixture(scope="module")
def clean(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Document:
    return read(saved(tmp_path_factory.mktemp("clean"), as_pdf(pictures(corpus / REPORT))))


@needs_tesseract
def test_a_clean_scan_reads_like_the_page_itself(clean: Document, report: Document) -> None:
    assert accuracy(words(report), words(clean)) >= 0.98
    headings = [b.text for b in report.blocks if b.kind == "heading"]
    assert [b.text for b in clean.blocks if b.kind == "heading"] == headings
    rows, known = ([b for b in d.blocks if b.kind == "table_row"] for d in (clean, report))
    assert [b.headers for b in rows] == [b.headers for b in known]
    assert [len(b.text.split("\t")) for b in rows] == [len(b.text.split("\t")) for b in known]


@needs_tesseract
def test_a_scan_that_lost_its_resolution_is_a_sheet_of_paper(corpus: Path, report: Document, tmp_path: Path) -> None:
    document = read(saved(tmp_path, as_pdf(pictures(corpus / REPORT), dpi=72)))
    assert accuracy(words(report), words(document)) >= 0.98


@needs_tesseract
def test_the_warning_names_the_page_and_how_sure(clean: Document) -> None:
    (said,) = clean.warnings
    assert re.fullmatch(
        r"Pages 1 and 2 were recognised from pictures \(mean confidence 0\.9\d\)\."
        r" Check quotations against the page\.",
        said,
    )


@needs_tesseract
def test_words_stand_where_they_stand_on_the_page(clean: Document, report: Document) -> None:
    def places(document: Document) -> dict[str, tuple[float, float]]:
        found = [(document.text[b.start : b.end], b) for block in document.blocks for b in block.boxes if b.page == 1]
        once = [text for text, _ in found if [t for t, _ in found].count(text) == 1]
        return {t: ((b.x0 + b.x1) / 2, (b.top + b.bottom) / 2) for t, b in found if t in once}

    there, here = places(report), places(clean)
    shared = there.keys() & here.keys()
    assert len(shared) > 60
    assert all(abs(there[w][0] - here[w][0]) < 3 and abs(there[w][1] - here[w][1]) < 3 for w in shared)
    sure = [b.confidence for block in clean.blocks for b in block.boxes]
    assert all(c is not None and 0 < c <= 1 for c in sure)


def drawn(*lines: str) -> bytes:
    """A PDF with these lines on a small sheet."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SHEET)
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica", 11 if number else 18)
        canvas.drawString(30, 250 - 18 * number, line)
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def letter() -> Image.Image:
    with pypdfium2.PdfDocument(drawn(*LETTER)) as pdf:
        return pdf[0].render(scale=DPI / 72).to_pil().convert("L")


@needs_tesseract
def test_a_tilted_and_grainy_scan(letter: Image.Image, tmp_path: Path) -> None:
    document = read(saved(tmp_path, as_pdf([askew(letter)])))
    assert accuracy(" ".join(LETTER).split(), words(document)) >= 0.97
    box = next(b for block in document.blocks for b in block.boxes if document.text[b.start : b.end] == "Progress")
    with pypdfium2.PdfDocument(tmp_path / "scan.pdf") as pdf:
        drawn = pdf[0].render(scale=2).to_pil().convert("L")
    word = drawn.crop((round(box.x0 * 2), round(box.top * 2), round(box.x1 * 2), round(box.bottom * 2)))
    assert word.resize((8, 8), Image.Resampling.BOX).getextrema()[0] < 160  # there is ink where the box says


@needs_tesseract
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_the_wrong_way(quarters: int, letter: Image.Image, tmp_path: Path) -> None:
    document = read(saved(tmp_path, as_pdf([turned(letter, quarters)])))
    assert accuracy(" ".join(LETTER).split(), words(document)) >= 0.97
    width, height = letter.size if quarters == 2 else letter.size[::-1]
    boxes = [b for block in document.blocks for b in block.boxes]
    assert all(0 <= b.x0 < b.x1 <= width * 72 / 200 + 1 for b in boxes)
    assert all(0 <= b.top < b.bottom <= height * 72 / 200 + 1 for b in boxes)
    if quarters == 2:  # its head is below
        assert boxes[0].top > height * 72 / 200 / 2


def photo() -> Image.Image:
    """A picture without words."""
    sheet = Image.new("L", (SHEET[0] * 2, SHEET[1] * 2), 255)
    ImageDraw.Draw(sheet).ellipse((250, 100, 600, 450), fill=120)
    return sheet


def mixed() -> bytes:
    """A page of text, a page that is a picture of text, a page with a picture without words."""
    with pypdfium2.PdfDocument(drawn("", PROSE)) as pdf:
        picture = pdf[0].render(scale=DPI / 72).to_pil().convert("L")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SHEET)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 200, "This page has words of its own.")
    canvas.showPage()
    for image in (picture, photo()):
        canvas.drawInlineImage(image, 0, 0, *SHEET)
        canvas.showPage()
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@needs_tesseract
def test_a_mixed_document_is_read_page_by_page(tmp_path: Path) -> None:
    document = read(saved(tmp_path, mixed()))
    assert [(b.page, b.text) for b in document.blocks] == [(1, "This page has words of its own."), (2, PROSE)]
    assert [b.confidence is None for block in document.blocks for b in block.boxes].index(False) == 7
    assert len(document.warnings) == 3
    assert document.warnings[0].startswith("Page 2 was recognised from a picture")
    assert document.warnings[1:] == tuple(f"Page {n} has no text: it is empty or holds only a picture." for n in (3, 4))


def absent(*_: object, **__: object) -> list[tesseract.Reading]:
    raise scan.Missing("Tesseract")


def slow(*_: object, **__: object) -> list[tesseract.Reading]:
    raise scan.Failed("took longer than it may")


@pytest.mark.parametrize(
    ("fault", "says"),
    [(absent, "Tesseract is not installed. Run 'docmine doctor'"), (slow, "took longer than it may. Scan it anew")],
)
def test_a_page_that_was_not_read_is_named(
    fault: object, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "words", fault)
    document = read(saved(tmp_path, mixed()))
    assert [b.page for b in document.blocks] == [1]
    (said,) = [w for w in document.warnings if w.startswith("Page 2 ")]
    assert says in said
    assert document.warnings[-1] == "Page 4 has no text: it is empty or holds only a picture."


def test_without_tesseract_a_scan_fails_and_says_what_to_do(
    page: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "words", absent)
    with pytest.raises(UnreadableDocument, match=r"Tesseract is not installed\. Run 'docmine doctor'"):
        read(saved(tmp_path, as_pdf([page])))


def test_the_program_that_is_missing_is_noticed(page: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(scan.Missing, match="Tesseract"):
        scan.recognise(page, 200)
    with pytest.raises(scan.Missing, match="Tesseract"):
        scan.version()


def test_pages_beyond_the_time_of_a_file_are_named(tmp_path: Path) -> None:
    with watch.over(watch.Watch(seconds=0, page_seconds=0)):
        document = read(saved(tmp_path, mixed()))
    assert [w for w in document.warnings if w.startswith("Page 2 ")] == [
        "Page 2 is a picture and was not read, for the pages before it took too long."
        " Scan it anew, or raise DOCMINE_SCAN_SECONDS, and read it again."
    ]


def test_each_page_adds_its_time_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed: list[float] = []

    def late(picture: Image.Image, dpi: float, seconds: float) -> list[tesseract.Reading]:
        allowed.append(seconds)
        raise scan.Failed("took longer")

    monkeypatch.setattr(scan, "recognise", late)
    told: list[watch.Page] = []
    with watch.over(watch.Watch(seconds=10, page_seconds=30, tell=told.append)):
        read(saved(tmp_path, mixed()))
    assert told == [watch.Page(2, 4), watch.Page(3, 4)]
    assert allowed == [pytest.approx(38, abs=3), pytest.approx(68, abs=6)]


def stamped(image: Image.Image, *typed: str) -> bytes:
    """A picture over the whole sheet, with typed lines at its foot."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SHEET)
    canvas.drawInlineImage(image, 0, 0, *SHEET)
    for number, line in enumerate(typed):
        canvas.drawString(30, 30 + 14 * number, line)
    canvas.save()
    return out.getvalue()


@needs_tesseract
def test_a_scan_with_a_typed_stamp_is_recognised(letter: Image.Image, tmp_path: Path) -> None:
    document = read(saved(tmp_path, stamped(letter, "Received 3 July 2024")))
    assert accuracy(" ".join([*LETTER, "Received 3 July 2024"]).split(), document.text.split()) >= 0.97
    assert document.text.count("Received") == 1
    assert document.warnings[0].startswith("Page 1 was recognised from a picture")


@needs_tesseract
def test_a_typed_stamp_that_is_not_recognised_stands_aside(
    letter: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = scan.recognise

    def partly(picture: Image.Image, dpi: float, seconds: float) -> scan.Scanned:
        found = whole(picture, dpi, seconds)
        return replace(found, words=tuple(w for w in found.words if w.text not in ("Received", "2024")))

    monkeypatch.setattr(scan, "recognise", partly)
    document = read(saved(tmp_path, stamped(letter, "Received 3 July 2024")))
    assert "The board will publish the plan by March 2025." in document.text
    assert [(b.kind, b.text) for b in document.blocks if "Received" in b.text] == [
        ("furniture", "Received 3 July 2024")
    ]


@needs_tesseract
def test_words_typed_on_a_photograph_are_the_page(tmp_path: Path) -> None:
    document = read(saved(tmp_path, stamped(photo(), "A plan for every child")))
    assert document.text == "A plan for every child"
    assert document.warnings == ()
    assert document.blocks[0].boxes[0].confidence is None


def test_a_stamped_scan_that_was_not_recognised_says_so(
    letter: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "words", absent)
    document = read(saved(tmp_path, stamped(letter, "Received 3 July 2024")))
    assert document.text == "Received 3 July 2024"
    assert document.warnings == (
        "Page 1 is a picture with a few typed words, which was not read, for Tesseract is not installed."
        " Run 'docmine doctor' to see what to install, then read the file again.",
    )


@needs_tesseract
def test_a_page_takes_no_longer_than_it_may(page: Image.Image) -> None:
    with pytest.raises(scan.Failed, match="longer than"):
        scan.recognise(page, 200, seconds=0.2)


@pytest.mark.parametrize("degrees", [0.0, 2.0, -1.3, 4.5])
def test_the_tilt_is_measured(degrees: float, page: Image.Image) -> None:
    assert upright.tilt(askew(page, degrees=degrees)) == pytest.approx(-degrees, abs=0.1)


def test_lines_of_print_tell_a_page_on_its_side(page: Image.Image) -> None:
    assert [upright.is_sideways(turned(page, quarters)) for quarters in range(4)] == [False, True, False, True]


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("degrees", [0.0, 3.0])
def test_a_point_goes_back_where_it_came_from(quarters: int, degrees: float) -> None:
    picture = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(picture).rectangle((40, 50, 43, 53), fill=0)
    turn = upright.Turn(quarters, degrees, 300, 200)
    straight = turn.of(picture)
    dark = straight.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert dark is not None
    x, y = turn.back((dark[0] + dark[2]) / 2, (dark[1] + dark[3]) / 2, *straight.size)
    assert (x, y) == (pytest.approx(42, abs=1.5), pytest.approx(52, abs=1.5))


def grid() -> Image.Image:
    """A table of two rows and two columns, 300 dots an inch, the head dark; and a line of letter-like strokes."""
    sheet = Image.new("L", (1200, 900), 255)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((100, 100, 900, 200), fill=60)
    for y in (200, 320, 440):
        pen.rectangle((100, y, 900, y + 3), fill=90)
    for x in (100, 500, 897):
        pen.rectangle((x, 200, x + 3, 443), fill=90)
    for x in range(100, 900, 30):
        pen.rectangle((x, 600, x + 5, 640), fill=0)
    return sheet


def test_rules_are_found_and_wiped_out_and_letters_stay() -> None:
    import numpy as np

    pixels = np.asarray(grid())
    found, wiped = lines.find(pixels, 300)
    across = sorted(line.top for line in found if line.x1 - line.x0 > line.bottom - line.top)
    down = sorted(line.x0 for line in found if line.x1 - line.x0 < line.bottom - line.top)
    assert across == [pytest.approx(y, abs=5) for y in (100, 200, 320, 440)]
    assert down == [pytest.approx(x, abs=5) for x in (100, 500, 897)]
    assert wiped[380, 300:700].min() > 200  # the rule down is gone
    assert (wiped[600:641] == pixels[600:641]).all()
    whole = lines.completed(found, wiped)
    boxes = [(c.x0, c.top, c.x1, c.bottom) for c in cells.find(whole, wiped, 300)]
    assert len(boxes) == 6, boxes  # the head has two cells as well, though no rule shows in it


def test_light_print_on_dark_ground_is_turned() -> None:
    import numpy as np

    sheet = Image.new("L", (640, 320), 255)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, 639, 159), fill=70)
    pen.rectangle((200, 60, 206, 100), fill=255)
    pen.rectangle((200, 220, 206, 260), fill=0)
    made = polarity.righted(np.asarray(sheet))
    assert made[80, 203] < 100
    assert made[80, 100] > 250
    assert made[240, 203] == 0
    assert made[240, 100] == 255


def reading(text: str, top: int, bottom: int, line: int = 1) -> tesseract.Reading:
    return tesseract.Reading(text, 0.9, (1, 1, line), 0, top, 10 * len(text), bottom)


@pytest.mark.parametrize(
    ("text", "top", "bottom"),
    [("zone", 48, 100), ("Hand", 28, 100), ("gypsy", 48, 121), ("Page", 28, 121), ("2024", 28, 100)],
)
def test_the_size_comes_from_the_letters(text: str, top: int, bottom: int) -> None:
    (size,) = looks.sizes([[reading(text, top, bottom)]])
    assert size == pytest.approx(100, rel=0.02)
    assert looks.baseline([reading(text, top, bottom)], size) == pytest.approx(100, abs=1)


def test_sizes_that_are_nearly_one_are_one() -> None:
    rows = [[reading("Hand", 28, 100 + i, i)] for i in (0, 2, 3)] + [[reading("Head", 0, 100, 9)]]
    sizes = looks.sizes(rows)
    assert len(set(sizes[:3])) == 1
    assert sizes[3] > sizes[0] * 1.3


@pytest.mark.parametrize(
    ("reading_", "kept"),
    [
        (("what's", 0.23), True),  # low, but a word
        (("~", 0.2), False),
        (("£", 0.9), True),
        (("a", 0.95), True),
    ],
)
def test_signs_that_nobody_is_sure_of_are_dropped(reading_: tuple[str, float], kept: bool) -> None:
    sure = tesseract.Reading("publication", 0.96, (1, 1, 1), 0, 0, 10, 10)
    doubtful = tesseract.Reading(reading_[0], reading_[1], (1, 1, 1), 20, 0, 30, 10)
    assert (doubtful in scan._worth([sure, doubtful])) is kept


def test_a_line_that_nobody_is_sure_of_is_dropped() -> None:
    logo = [tesseract.Reading(t, 0.4, (2, 1, 1), 0, 0, 10, 10) for t in ("ee", "yey", "dia")]
    assert scan._worth(logo) == []


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_picture_of_a_letter_is_a_document(kind: str, tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(mixed()) as pdf:
        pages = [pdf[n].render(scale=200 / 72).to_pil() for n in (0, 1)]
    path = tmp_path / f"letter.{kind.lower()}"
    if kind == "TIFF":
        pages[0].save(path, format=kind, save_all=True, append_images=pages[1:])
    else:
        pages[1].save(path, format=kind)
    document = read(path)
    assert document.media_type == f"image/{kind.lower()}"
    texts = ["This page has words of its own.", PROSE]
    assert [b.text for b in document.blocks] == (texts if kind == "TIFF" else texts[1:])
    assert document.pages == (2 if kind == "TIFF" else 1)


def test_a_huge_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "poster.png"
    Image.new("1", (16000, 11000), 1).save(path)
    with pytest.raises(UnreadableDocument, match="more than 150 million points"):
        read(path)


def test_a_broken_picture_says_so(tmp_path: Path, page: Image.Image) -> None:
    whole = io.BytesIO()
    page.save(whole, format="PNG")
    with pytest.raises(UnreadableDocument, match="picture is damaged"):
        read(saved(tmp_path, whole.getvalue()[:3000], "half.png"))
