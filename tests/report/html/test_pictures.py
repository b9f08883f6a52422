from __future__ import annotations

import io

import pytest
from PIL import Image

from docmine.errors import UnreadableDocument
from docmine.index import Index
from docmine.read.small import small
from docmine.report.html.pictures import pictured
from docmine.report.story.story import Story


def test_pictures_are_few_and_of_the_most_telling(told: Story, sample_index: Index) -> None:
    found = pictured(told, sample_index.picture, 3)
    assert len(found) == 3
    telling = {p.cite.id for p in told.promises if p.verdict.key not in ("unsure", "open")}
    decided = {p.mentions[-1].cite.id for p in told.promises}
    assert found.keys() <= telling | decided
    assert all(p.src.startswith("data:image/webp;base64,") for p in found.values())


def test_a_file_that_is_gone_gives_none(told: Story) -> None:
    def gone(id: str) -> bytes:
        raise UnreadableDocument("a.pdf", "The file is no longer there.")

    assert pictured(told, gone, 3) == {}


def test_none_is_drawn_where_none_is_wanted(told: Story) -> None:
    assert pictured(told, lambda id: pytest.fail(f"{id} was drawn"), 0) == {}


def test_a_picture_becomes_small_and_stays_as_large(told: Story, sample_index: Index) -> None:
    slip = next(p for p in told.of("slipped") if p.cite.file.endswith(".pdf"))
    drawn = sample_index.picture(slip.cite.id)
    made = small(drawn)
    assert len(made.data) < len(drawn) / 2
    with Image.open(io.BytesIO(drawn)) as before, Image.open(io.BytesIO(made.data)) as after:
        assert after.size == before.size == (made.width, made.height)
        marked = after.convert("RGB").getcolors(1 << 16) or []
    assert any(red > 240 and green > 200 and blue < 140 for _, (red, green, blue) in marked)
