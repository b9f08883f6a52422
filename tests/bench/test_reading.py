"""The scorer and the shuffle tool, on pages whose values are known."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.bench.reading.score import score, together
from tests.bench.reading.shuffle import shuffled
from tests.bench.reading.truth import Item, item, words


def items(*texts: str, group: str | None = None) -> list[Item]:
    return [item("sentence", text, group, own=False) for text in texts]


FOUR = items("One plan.", "Two more schools open.", "Three people came.", "Four left.")


@pytest.mark.parametrize(
    ("text", "found", "tau"),
    [
        ("One plan. Two more schools open. Three people came. Four left.", 1.0, 1.0),
        ("Four left. Three people came. Two more schools open. One plan.", 1.0, -1.0),
        ("• ONE\nplan |Two more schools\nopen\tThree peo-\nple came\n\nFour left", 1.0, 1.0),
        ("Two more schools open. One plan. Three people came. Four left.", 1.0, 4 / 6),
        ("One plan. Two more One schools open. Three people came. Four left.", 0.75, 1.0),
        ("One plan. Two moreschools open. Three peo ple came.", 0.25, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_score(text: str, found: float, tau: float) -> None:
    scored = score(FOUR, text)
    assert (scored.found, scored.tau) == (found, pytest.approx(tau))


def test_a_word_counts_once_and_what_stands_twice_is_taken_where_it_fits() -> None:
    twice = items("Next steps", "We go on.", "Next steps", "Our next steps are these.")
    assert score(twice, "Next steps. We go on. Our next steps are these.").found == 0.75
    whole = score(twice, "Our next steps are these. Next steps. We go on. Next steps.")
    assert (whole.places, whole.found) == ((5, 7, 10, 0), 1.0)
    assert whole.tau == pytest.approx(0.0)


def test_a_group_may_stand_anywhere_but_keeps_its_own_order() -> None:
    page = [*items("A b.", "C d."), *items("E f.", "G h.", group="panel")]
    assert score(page, "E f. G h. A b. C d.").tau == 1.0
    assert score(page, "A b. E f. C d. G h.").tau == 1.0
    assert score(page, "G h. E f. A b. C d.").tau == 0.0


def test_pages_together_count_by_their_items_and_pairs() -> None:
    both = together([score(FOUR, "One plan."), score(items("A b.", "C d."), "C d. A b.")])
    assert (both.found, both.tau) == (0.5, -1.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ﬁrst “co-opted” member’s", ["the", "first", "coopted", "members"]),
        ("a b – c (d)", ["a", "b", "c", "d"]),
        ("£1,250 in 2019/20; 22ⁿᵈ of 139.¹", ["1250", "in", "201920", "22nd", "of", "139"]),
        ("well-\nknown soft\u00adly", ["wellknown", "softly"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_raised_figure_stays_raised() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 200))
    text = canvas.beginText(30, 100)
    for word, size, rise in (("Of the 139", 12, 0), ("1", 7, 5), (" places", 12, 0)):
        text.setFont("Helvetica", size)
        text.setRise(rise)
        text.textOut(word)
    canvas.drawText(text)
    canvas.save()
    bottoms = []
    for data in (buffer.getvalue(), shuffled(buffer.getvalue())):
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            found = pdf.pages[0].extract_words(extra_attrs=["size"])
            bottoms.append({w["text"]: round(w["bottom"], 1) for w in found})
    assert bottoms[0] == bottoms[1]
    assert bottoms[1]["139"] - bottoms[1]["1"] > 3


def test_shuffled_words_keep_their_places() -> None:
    text = ["Every", "family", "hears", "from", "us", "within", "six", "weeks", "of", "asking,", "and", "in", "writing"]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 200))
    canvas.setFillGray(0.9)
    canvas.rect(20, 20, 300, 60, stroke=0, fill=1)
    for nth, word in enumerate(text):
        canvas.setFont("Times-Bold" if nth % 2 else "Times-Roman", 11)
        canvas.setFillColorRGB(0, 0.25, 0.5)
        canvas.drawString(30 + nth % 4 * 80, 150 - nth // 4 * 20, word)
    canvas.save()

    def seen(data: bytes) -> list[dict[str, object]]:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            assert [(r["x0"], r["top"], r["x1"], r["bottom"]) for r in pdf.pages[0].rects] == [(20, 120, 320, 180)]
            return pdf.pages[0].extract_words(use_text_flow=True, extra_attrs=["fontname", "non_stroking_color"])

    before, after = seen(buffer.getvalue()), seen(shuffled(buffer.getvalue()))
    assert [w["text"] for w in before] == text
    assert sorted(w["text"] for w in after) == sorted(text)
    assert [w["text"] for w in after] != text
    at = {w["text"]: w for w in after}
    for word in before:
        twin = at[word["text"]]
        assert (twin["x0"], twin["x1"]) == pytest.approx((word["x0"], word["x1"]), abs=0.01)
        assert twin["bottom"] == pytest.approx(word["bottom"], abs=1)
        assert ("Bold" in str(twin["fontname"])) == ("Bold" in str(word["fontname"]))
        assert twin["non_stroking_color"] == word["non_stroking_color"]
    assert shuffled(buffer.getvalue()) == shuffled(buffer.getvalue())
