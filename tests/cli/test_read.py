"""`docmine read`: a document as a person reads it, and as programs do."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from docmine.records import Block, Box, Document, Known, Link
from docmine.report import as_markdown, reading
from tests.cli.conftest import Run

LONG = "The council will write to every family that has waited for more than twenty weeks, and it will say why."


def document(*blocks: Block, **values: object) -> Document:
    """A document of these blocks, placed one after the other; offsets in the blocks count from their own start."""
    placed, at, texts = [], 0, []
    for block in blocks:
        moved = {"start": at, "end": at + len(block.text)}
        links = tuple(Link(k.start + at, k.end + at, k.target) for k in block.links)
        fields = {name: getattr(block, name) for name in Block.__slots__} | moved | {"links": links}
        placed.append(Block(**fields))
        texts.append(block.text)
        at += len(block.text) + 1
    known = {"name": "plan.docx", "path": None, "sha256": "0" * 64, "media_type": "text/plain"}
    return Document(**(known | {"text": "\n".join(texts), "blocks": tuple(placed)} | values))  # type: ignore[arg-type]


def block(kind: str, text: str, **values: object) -> Block:
    return Block(kind=kind, text=text, start=0, end=len(text), **values)  # type: ignore[arg-type]


def view(shown: Document, width: int = 80, *, terminal: bool = False, **options: bool) -> str:
    out = io.StringIO()
    colours = "standard" if terminal else None
    console = Console(file=out, width=width, force_terminal=terminal, color_system=colours, markup=False, emoji=False)
    reading.view(console, shown, **options)
    return out.getvalue()


HEAD = ("Service", "Average wait")
TABLE = [block("table_row", "\t".join(row), headers=HEAD, page=2) for row in (HEAD, ("Therapy", "14 weeks"))]


@pytest.mark.parametrize(
    ("shown", "lines"),
    [
        (block("heading", "Waiting times", level=2), ["## Waiting times"]),
        (block("list_item", "first", level=1, marker="1."), ["  1. first"]),
        (block("list_item", "deeper", level=2, marker="–"), ["    – deeper"]),
        (block("list_item", "plain", level=1), ["  • plain"]),
        (block("footnote", "Since 2020.", marker="2"), ["Footnote: 2 Since 2020."]),
        (block("caption", "Table 1: waits"), ["Caption: Table 1: waits"]),
        (block("signature", "Jane Okoro"), ["Jane Okoro"]),
        (block("paragraph", "Now done.", date="2023-05-03"), ["(added 3 May 2023) Now done."]),
        (block("furniture", "Page 3 of 9", page=3), []),
        (block("comment", "Is this so?", author="A. Brook", date="2023-05-03"), ["A. Brook, 3 May 2023: Is this so?"]),
        (block("deletion", "by June", author="A. Brook"), ["taken out by tracked changes", "A. Brook: by June"]),
        (block("quoted", "Dear all", date="2024"), ["earlier mail", "2024: Dear all"]),
    ],
)
def test_each_kind_of_block_is_told_from_the_others(shown: Block, lines: list[str]) -> None:
    printed = view(document(shown))
    for line in lines:
        assert line in printed
    assert (shown.text in printed) == bool(lines)


def test_running_heads_are_shown_on_request() -> None:
    printed = view(document(block("furniture", "Page 3 of 9", page=3)), everything=True)
    assert "page 3: Page 3 of 9" in printed


def test_a_table_has_its_columns_under_their_headers_and_its_head_once() -> None:
    printed = view(document(*TABLE)).splitlines()
    (head,) = [line for line in printed if "Average wait" in line]
    (row,) = [line for line in printed if "Therapy" in line]
    assert head.index("Average wait") == row.index("14 weeks")
    assert all(line == line.rstrip() for line in printed)
    assert max(map(len, printed)) < 40, "a small table is not drawn wider than its words"


@pytest.mark.parametrize("width", [80, 120])
def test_a_table_too_wide_for_the_screen_keeps_its_words_whole(width: int) -> None:
    headers = tuple(f"Organisation{i}" for i in range(12))
    rows = [block("table_row", "\t".join(["Responsibilities", *map(str, range(11))]), headers=headers)]
    printed = view(document(*rows), width)
    assert max(map(len, printed.splitlines())) <= width
    assert "Responsibilities" in printed
    assert "Organisation11: 10" in " ".join(printed.split())


@pytest.mark.parametrize("width", [80, 120])
def test_long_text_is_folded_below_its_first_word_on_a_screen_and_one_line_in_a_pipe(width: int) -> None:
    shown = document(block("list_item", LONG, level=2, marker="•"), block("paragraph", LONG * 3))
    folded = view(shown, width).splitlines()
    assert max(map(len, folded)) <= width
    first = next(i for i, line in enumerate(folded) if "•" in line)
    assert folded[first].startswith("    • The council")
    assert folded[first + 1].startswith("      ") != (len(LONG) < width - 6)
    assert f"    • {LONG}" in view(shown, width, wrap=False).splitlines()


def test_pages_are_marked_and_links_shown_on_request() -> None:
    linked = block("paragraph", "See our page for more.", page=2, links=(Link(4, 12, "https://example.org/x"),))
    shown = document(block("paragraph", "One.", page=1), linked)
    printed = view(shown)
    assert printed.index("--- page 1 ---") < printed.index("One.") < printed.index("--- page 2 ---")
    assert "example.org" not in printed
    assert "See our page <https://example.org/x> for more." in view(shown, links=True)
    assert "\x1b[4mour page" in view(shown, terminal=True)


@pytest.mark.parametrize(
    "target", ["https://www.example.org/x/", "http://www.example.org/x", "mailto:www.example.org/x"]
)
def test_an_address_that_stands_there_is_not_shown_again(target: str) -> None:
    shown = document(block("paragraph", "See www.example.org/x for more.", links=(Link(4, 21, target),)))
    assert "See www.example.org/x for more." in view(shown, links=True)


def test_what_the_document_says_of_itself_stands_first_with_how_it_was_known() -> None:
    shown = document(
        block("paragraph", "Text."),
        title=Known("The plan", "metadata"),
        published=Known("2022-09", "filename"),
        number=Known("16", "title"),
        pages=3,
        warnings=("Page 3 has no text",),
        part_of="mail.eml",
    )
    printed = view(shown)
    for expected in (
        "Title         The plan  (from the file's properties)",
        "Published     September 2022  (from the file's name)",
        "Publisher     not known",
        "16  (from the title)",
        "mail.eml",
        "Page 3 has no text.",
    ):
        assert " ".join(expected.split()) in " ".join(printed.split())
    assert printed.index("Page 3 has no text") < printed.index("Text.")


def test_no_control_character_of_a_document_reaches_the_terminal() -> None:
    shown = document(block("heading", "a\x1b[2Jb", level=1), block("table_row", "c\x1b[1m\td", headers=("\x1bx", "y")))
    assert "\x1b" not in view(shown, everything=True, links=True)


def test_markdown_means_what_the_document_means() -> None:
    shown = document(
        block("heading", "Waiting *times*", level=2),
        block("paragraph", "# is no heading, see our page.", links=(Link(21, 29, "https://example.org/a b"),)),
        block("list_item", "first", level=1, marker="1."),
        block("list_item", "deeper", level=2, marker="•"),
        *TABLE,
        block("comment", "Is this so?", author="A. Brook", date="2023-05"),
        block("furniture", "Page 3 of 9"),
    )
    assert as_markdown.write(shown).split("\n\n") == [
        r"## Waiting \*times\*",
        r"\# is no heading, see [our page](<https://example.org/ab>).",
        "1. first\n    - deeper",
        "| Service | Average wait |\n| --- | --- |\n| Therapy | 14 weeks |",
        "## Comments",
        "> A. Brook, 2023-05: Is this so?\n",
    ]
    assert "> Page 3 of 9" in as_markdown.write(shown, everything=True)


def test_the_forms_of_one_file(run: Run, papers: Path) -> None:
    text = run("read", papers / "minutes.html").stdout
    assert text.startswith("minutes.html\n")
    assert "# Family Board minutes, 12 January 2023" in text
    assert "Parents asked the board to publish waiting times every month." in text.splitlines()
    assert run("read", papers / "minutes.html", "-f", "md").stdout.startswith("# Family Board minutes")
    shown = json.loads(run("read", papers / "letter.txt", "--format", "json").stdout)
    assert all(shown["text"][b["start"] : b["end"]] == b["text"] for b in shown["blocks"])
    assert set(shown["blocks"][0]) >= {"kind", "level", "marker", "headers", "author", "date", "links", "boxes"}
    assert set(shown) >= {"number", "source", "part_of", "published", "warnings"}


def test_json_of_a_pdf_has_a_box_for_each_word(run: Run, corpus: Path) -> None:
    shown = json.loads(run("read", corpus / "Marlbrook SEND Newsletter 1.pdf", "-f", "json").stdout)
    (heading, *_) = [b for b in shown["blocks"] if b["kind"] == "heading"]
    assert [shown["text"][box["start"] : box["end"]] for box in heading["boxes"]] == heading["text"].split()
    assert set(heading["boxes"][0]) == set(Box.__slots__)


@pytest.mark.parametrize(
    ("asked", "pages"), [("1", {1}), ("2", {2}), ("1-2", {1, 2}), ("2-", {2}), ("1,2", {1, 2}), ("2-9", {2})]
)
def test_only_some_pages(run: Run, corpus: Path, asked: str, pages: set[int]) -> None:
    file = corpus / "Marlbrook SEND Newsletter 1.pdf"
    shown = json.loads(run("read", file, "--pages", asked, "-f", "json").stdout)
    assert {block["page"] for block in shown["blocks"]} == pages
    assert ("--- page 1 ---" in run("read", file, "--pages", asked).stdout) == (1 in pages)


@pytest.mark.parametrize("asked", ["0", "x", "3", "2-1", "-2", "", "1;2"])
def test_pages_that_are_none_end_with_2(run: Run, corpus: Path, asked: str) -> None:
    result = run("read", corpus / "Marlbrook SEND Newsletter 1.pdf", f"--pages={asked}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--pages" in result.stderr


def test_pages_of_what_has_none_end_with_2(run: Run, papers: Path) -> None:
    result = run("read", papers / "letter.txt", "--pages", "1")
    assert result.exit_code == 2
    assert "letter.txt has no pages" in result.stderr


def test_what_cannot_be_read_ends_with_1(run: Run, tmp_path: Path) -> None:
    result = run("read", tmp_path / "none.pdf")
    assert result.exit_code == 1
    assert "There is no such file" in result.stderr
