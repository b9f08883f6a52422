"""Pictures of evidence: the marked words and nothing else, whatever the page does with its coordinates."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from docmine.read import read
from docmine.read.pdf import picture
from docmine.read.pieces import Unreadable
from docmine.records import Box, Document

WORDS = "Marlbrook will open a second family hub in Tarn Valley by spring and then report on it"


def page(canvas: Canvas, lines: Sequence[str], left: float = 72, top: float = 100, size: float = 12) -> None:
    canvas.setFont("Helvetica", size)
    for number, line in enumerate(lines):
        canvas.drawString(left, canvas._pagesize[1] - top - number * 18, line)


def made(folder: Path, draw: Callable[[Canvas], None], size: tuple[float, float] = (595, 842)) -> Document:
    path = folder / "hub.pdf"
    canvas = Canvas(str(path), pagesize=size)
    draw(canvas)
    canvas.save()
    return read(path)


def boxes(document: Document, words: str) -> tuple[Box, ...]:
    start = document.text.index(words)
    return tuple(b for block in document.blocks for b in block.boxes if start <= b.start < start + len(words))


def drawn(document: Document, words: str, **values: object) -> np.ndarray:
    assert document.path
    blocks = [block.boxes for block in document.blocks if words.split()[0] in block.text]
    data = Path(document.path).read_bytes()
    png = picture.crop(data, boxes(document, words), blocks=blocks, **values)  # type: ignore[arg-type]
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def yellow(image: np.ndarray) -> np.ndarray:
    return (image[..., 0] > 200) & (image[..., 1] > 180) & (image[..., 2] < 150)


def marked(image: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is yellow."""
    rows, columns = np.nonzero(yellow(image))
    return columns.min(), rows.min(), columns.max(), rows.max()


def test_the_words_are_marked_and_their_neighbours_are_not(tmp_path: Path) -> None:
    document = made(tmp_path, lambda c: page(c, [WORDS, "Nothing else was promised on that day in the whole city."]))
    image = drawn(document, "second family hub", resolution=72)
    first, *_, last = boxes(document, "second family hub")
    x0, y0, x1, y1 = marked(image)
    assert x1 - x0 == pytest.approx(last.x1 - first.x0 + 2, abs=2)
    assert y1 - y0 == pytest.approx(last.bottom - first.top + 2, abs=3)
    assert image.shape[1] >= 450, "the line is not shown as wide as its column"
    letters = image[y0:y1, x0:x1].max(axis=2) < 100
    assert letters.any(), "the marked words cannot be read"
    assert image.shape[0] < 140, "more of the page than a little context"


def test_a_picture_can_be_finer(tmp_path: Path) -> None:
    document = made(tmp_path, lambda c: page(c, [WORDS]))
    coarse, fine = (drawn(document, "family hub", resolution=dots) for dots in (72, 216))
    assert fine.shape[1] == pytest.approx(3 * coarse.shape[1], rel=0.05)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_marked_where_its_words_are_seen(tmp_path: Path, turn: int) -> None:
    """A page may be stored on its side and shown upright."""

    def draw(canvas: Canvas) -> None:
        width, height = canvas._pagesize
        canvas.setPageRotation(turn)
        if turn == 90:
            canvas.transform(0, 1, -1, 0, width, 0)
        elif turn == 180:
            canvas.transform(-1, 0, 0, -1, width, height)
        elif turn == 270:
            canvas.transform(0, -1, 1, 0, 0, height)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(60, 400, WORDS)

    document = made(tmp_path, draw, (600, 600))
    image = drawn(document, "family hub")
    x0, y0, x1, y1 = marked(image)
    inside = image[y0:y1, x0:x1].max(axis=2) < 120
    assert x1 - x0 > 2 * (y1 - y0), "the mark does not lie along the line"
    assert 0.05 < inside.mean() < 0.6, "the mark is not on the letters"


def test_a_page_whose_visible_part_begins_elsewhere(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 40, 560, 800))
        page(canvas, [WORDS])

    image = drawn(made(tmp_path, draw), "family hub")
    x0, y0, x1, y1 = marked(image)
    assert 0.05 < (image[y0:y1, x0:x1].max(axis=2) < 120).mean() < 0.6, "the mark is not on the letters"


def test_white_words_on_a_dark_panel_are_marked(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.1)
        canvas.rect(40, 600, 515, 200, stroke=0, fill=1)
        canvas.setFillGray(1)
        page(canvas, [WORDS])

    image = drawn(made(tmp_path, draw), "family hub")
    assert yellow(image).sum() > 200


def test_what_goes_on_in_the_next_column_stands_below(tmp_path: Path) -> None:
    left = ["The council has told the", "parents of Tarn Valley that", "it has found the money and"]
    right = ["will now build the hub that", "it had promised to all of", "them in the spring."]

    def draw(canvas: Canvas) -> None:
        page(canvas, left, left=60, top=700)
        page(canvas, right, left=320, top=100)

    document = made(tmp_path, draw)
    words = [w for line in (*left, *right) for w in line.split()]
    places = [b for block in document.blocks for b in block.boxes]
    assert len(places) == len(words)
    data = Path(document.path or "").read_bytes()
    png = picture.crop(data, places, blocks=[places], resolution=72)
    image = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    assert image.shape[0] < 300, "the page between the two columns is not to be shown"
    assert image.shape[1] < 300
    rows = yellow(image).any(axis=1)
    assert np.abs(np.diff(rows.astype(int))).sum() >= 12, "six lines are marked"


def test_what_goes_on_on_the_next_page_stands_below_with_the_numbers_of_both(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        page(canvas, ["The first half of the promise"], top=780)
        canvas.showPage()
        page(canvas, ["stands on the second page."], top=60)

    document = made(tmp_path, draw)
    places = [b for block in document.blocks for b in block.boxes]
    data = Path(document.path or "").read_bytes()
    both = Image.open(io.BytesIO(picture.crop(data, places)))
    one = Image.open(io.BytesIO(picture.crop(data, places[:3])))
    assert both.height > one.height * 1.5


def test_a_row_of_a_table_is_one_strip() -> None:
    cells = [
        Box(0, 4, 1, 50, 100, 90, 110),
        Box(5, 9, 1, 50, 112, 90, 122),
        Box(10, 14, 1, 200, 100, 240, 110),
        Box(15, 19, 1, 200, 112, 240, 122),
    ]
    (strip,) = picture._strips(cells, [cells])
    assert (strip.x0, strip.top, strip.x1, strip.bottom) == (50, 100, 240, 122)


def test_the_mark_of_a_tilted_line_climbs_with_it() -> None:
    words = [Box(5 * i, 5 * i + 4, 1, 50 + 30 * i, 100 - i, 76 + 30 * i, 110 - i, 0.9) for i in range(12)]
    steps = picture._lines(words)
    assert max(step.bottom - step.top for step in steps) <= 12.5
    assert [b.x0 - a.x1 for a, b in itertools.pairwise(steps)] == [0] * (len(steps) - 1)
    level = [replace(word, top=100.0, bottom=110.0) for word in words]
    assert len(picture._lines(level)) == 1


def test_what_cannot_be_drawn_says_so(tmp_path: Path) -> None:
    document = made(tmp_path, lambda c: page(c, [WORDS]))
    places = boxes(document, "family hub")
    with pytest.raises(Unreadable, match="could not be drawn"):
        picture.crop(b"%PDF-1.4 and nothing more", places)
    beyond = [replace(box, page=7) for box in places]
    data = Path(document.path or "").read_bytes()
    with pytest.raises(Unreadable, match="could not be drawn"):
        picture.crop(data, beyond)


def test_no_edge_goes_between_the_letters_of_a_word(tmp_path: Path) -> None:
    def slide(canvas: Canvas) -> None:
        page(canvas, ["By the end of July we will:"], left=60, size=20)
        page(canvas, ["•  clear five hundred overdue reviews"], left=62, top=140, size=20)
        page(canvas, ["•  launch the portal for parents"], left=62, top=180, size=20)

    image = drawn(made(tmp_path, slide, (842, 595)), "clear five hundred overdue reviews")
    dark = image.sum(axis=2) < 300
    assert dark.any(axis=1)[:40].any(), "the line above is in the picture"
    assert not dark[:, :6].any()
