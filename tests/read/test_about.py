"""What a document says of itself, and how that is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docmine.read import read
from docmine.read.about import published
from docmine.read.pieces import Content, Piece, assemble

LETTER = "Dear Parent or Carer\n\nThank you for writing in May 2022.\n\nYours sincerely\n\n"
LETTER += "Ada Brook\nDirector of Children's Services\nNorthbury Borough Council\n"

CASES = [
    # file name, text, what is expected: field → (value, by)
    (
        "220301_update.txt",
        LETTER,
        {
            "doc_type": ("letter", "text"),
            "addressee": ("Parent or Carer", "text"),
            "signatory": ("Ada Brook", "signature"),
            "publisher": ("Northbury Borough Council", "signature"),
            "published": ("2022-03-01", "filename"),
            "title": None,
            "series": None,
        },
    ),
    ("reply.txt", LETTER, {"published": ("2022", "text")}),
    ("reply.txt", "3 June 2022\n\n" + LETTER, {"published": ("2022-06-03", "text")}),
    (
        "Newsletter 4.txt",
        "Family Newsletter No 5: October 2021\n\nWe met families.\n",
        {
            "title": ("Family Newsletter No 5: October 2021", "text"),
            "doc_type": ("newsletter", "title"),
            "series": ("Family Newsletter", "title"),
            "published": ("2021-10", "title"),
        },
    ),
    (
        "page.txt",
        "What we are doing about waiting times – October 21\n\nThe visit was in May 2021.\n",
        {"published": ("2021-10", "title")},
    ),
    (
        "report.txt",
        "Local inspection of services in Northbury\n\nInspection dates: 12 to 16 February 2024\n\n"
        "Children wait too long.\n",
        {
            "published": ("2024", "text"),
            "series": ("Local inspection report", "title"),
            "doc_type": ("report", "title"),
        },
    ),
    (
        "plan.txt",
        "A plan for the year\n\nNorthbury Council and the NHS Trust are working on it. We will report soon.\n",
        {"publisher": ("Northbury Council and the NHS Trust", "text"), "published": None},
    ),
    (
        "roads.txt",
        "Roads bulletin\n\nPlease write to roads@dft.gov.uk about it.\n",
        {"publisher": ("Department for Transport", "address")},
    ),
    (
        "council.txt",
        "Schools bulletin\n\nThe Northbury Town Council has an office: office@northbury.gov.uk is its address.\n",
        {"publisher": ("Northbury Town Council", "address")},
    ),
    (
        "plea.txt",
        "Too little has changed\n\n"
        "We the undersigned ask Northbury Council, Northbury Council and again Northbury Council.\n",
        {"doc_type": ("letter", "text"), "publisher": ("the undersigned", "text"), "published": None},
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[f"{i}-{c[0]}" for i, c in enumerate(CASES)])
def test_facts(tmp_path: Path, name: str, text: str, expected: dict[str, tuple[str, str] | None]) -> None:
    path = tmp_path / name
    path.write_text(text)
    document = read(path)
    found = {key: getattr(document, key) for key in expected}
    assert {k: (v.value, v.by) if v else None for k, v in found.items()} == expected


PROPERTIES = [
    # when the file was made, a sentence, the date that the document gets
    ("D:20190910061725-07'00'", "The pilot began on 1 May and will last until October.", "2019-09-10"),
    ("D:20190910061725-07'00'", "We will share the guide with you in May.", None),
    ("D:20190910061725-07'00'", "The plan will be ready by January 2019.", None),
    ("2013-12-23", "The visit was made in March 2024.", None),
    ("2024-03-08", "The visit was made in January 2024, and a second is due in June 2024.", "2024-03-08"),
    ("2024-03-08", "You may write to us, and we will answer.", "2024-03-08"),
]


@pytest.mark.parametrize(("made", "sentence", "expected"), PROPERTIES)
def test_the_file_s_own_date_gives_way_to_the_text(made: str, sentence: str, expected: str | None) -> None:
    text, blocks = assemble([Piece(kind="paragraph", text=sentence)])
    assert text
    found = published.find("plan.pdf", None, "other", blocks, Content(pieces=(), metadata={"date": made}))
    assert (found.value if found else None) == expected


STAGES = [
    # the heading of the first stage, that of the second, the date that the document gets
    ("September 2025", "January 2026", None),
    ("12 May 2025", "1 June 2025", None),
]


@pytest.mark.parametrize(("first", "second", "expected"), STAGES)
@pytest.mark.parametrize("kind", ["heading", "paragraph"])
def test_the_stages_of_a_timeline_are_not_its_date(first: str, second: str, expected: str | None, kind: str) -> None:
    prose = "Here the council writes what it will do for children and their families over all of the coming years."
    told = [("paragraph", prose), (kind, first), ("paragraph", "It opens."), (kind, second), ("paragraph", "It moves.")]
    pieces = [Piece(kind=k, text=t, level=2 if k == "heading" else None) for k, t in told]  # type: ignore[arg-type]
    for above, value in (([], expected), ([Piece(kind="paragraph", text="3 March 2025")], "2025-03-03")):
        _, blocks = assemble([*above, *pieces])
        found = published.find("plan.pdf", None, "other", blocks, Content(pieces=(), metadata={}))
        assert (found.value if found else None) == value


def test_a_date_under_the_title_of_a_timeline_is_not_its_date() -> None:
    _, blocks = assemble([Piece(kind="paragraph", text=t) for t in ("Timeline", "March 2026", "The school opens.")])
    assert published.find("plan.pdf", None, "other", blocks, Content(pieces=(), metadata={})) is None


@pytest.mark.parametrize(
    ("made", "changed", "expected"),
    [
        ("2024-03-08", "2024-05-01", "2024-03-08"),
        ("2019-03-08", "2024-05-01", None),
        ("2013-12-23", "2013-12-23", None),
    ],
)
def test_the_day_of_a_template_does_not_date_a_file(made: str, changed: str, expected: str | None) -> None:
    _, blocks = assemble([Piece(kind="paragraph", text="You may write to us, and we will answer.")])
    content = Content(pieces=(), metadata={"date": made, "modified": changed})
    found = published.find("plan.docx", None, "other", blocks, content)
    assert (found.value if found else None) == expected


def test_a_later_addition_names_neither_title_nor_date(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    prose = "The council and its partners share the running of services for all children in the city, and they report"
    page = f"<h1>Our programme</h1><p>Published 16 October 2023</p><p>{prose} here.</p><h2>Update: 12 June 2024</h2>"
    path.write_text(f"<html><body><main>{page}<p>On.</p></main></body></html>")
    document = read(path)
    assert document.title is not None
    assert document.title.value == "Our programme"
    assert document.published is not None
    assert document.published.value == "2023-10-16"


LABELLED = [
    "seeds/001_20c88802c1b60e52.txt",
    "seeds/003_0c66f5702e1465fe.txt",
    "street-manager/180823_Street Manager Newsletter 3.pdf",
    "street-manager/190319_Street Manager Newsletter 9.pdf",
    "street-manager/Street Manager Newsletter 12.pdf",
    "inspections/send-bury.pdf",
]


@pytest.mark.parametrize("file", LABELLED)
def test_real(shared: Path, file: str) -> None:
    path = shared / file
    lines = (shared / "eval" / "gold" / f"{path.stem}.jsonl").read_text("utf-8").splitlines()
    label = next(r for r in map(json.loads, lines) if r["kind"] == "document")
    document = read(path)
    for key in ("title", "doc_type", "published", "publisher", "addressee", "series"):
        known = getattr(document, key)
        assert (known.value if known else None) == label.get(key), key
