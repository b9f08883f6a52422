"""Tracked changes of a Word document, and versions of a document in the index."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from docmine.errors import UsageError
from docmine.index import Index
from docmine.read.tracked import changes
from docmine.settings import Settings

Docx = Callable[..., Path]
DATE = 'w:author="Ann Lee" w:date="2024-05-03T10:00:00Z"'


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def ins(text: str, who: str = DATE) -> str:
    return f'<w:ins w:id="1" {who}>{run(text)}</w:ins>'


def gone(text: str, who: str = DATE) -> str:
    return f'<w:del w:id="2" {who}>{run(text, "delText")}</w:del>'


CELL = f"<w:tc><w:p>{run('A new row')}</w:p></w:tc>"


@pytest.fixture
def docx(tmp_path: Path) -> Docx:
    """A Word document with these paragraphs, in XML."""
    from docx import Document
    from docx.oxml import parse_xml

    def make(*paragraphs: str) -> Path:
        document = Document()
        body = document.element.body
        name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        for inner in reversed(paragraphs):
            whole = inner if inner.startswith("<w:tbl") else f"<w:p>{inner}</w:p>"
            body.insert(0, parse_xml(whole.replace(">", f' xmlns:w="{name}">', 1)))
        out = BytesIO()
        document.save(out)
        path = tmp_path / "plan.docx"
        path.write_bytes(out.getvalue())
        return path

    return make


@pytest.mark.parametrize(
    ("paragraph", "old", "new"),
    [
        (run("Due by ") + gone("May") + ins("June") + run("."), "Due by May.", "Due by June."),
        (ins("We will act."), "", "We will act."),
        (gone("We will act."), "We will act.", ""),
        (f'<w:moveFrom w:id="3" {DATE}>{run("Moved.")}</w:moveFrom>', "Moved.", ""),
        (f'<w:moveTo w:id="3" {DATE}>{run("Moved.")}</w:moveTo>', "", "Moved."),
        # Put in by one, taken out by another.
        (run("Now") + f'<w:ins w:id="1" {DATE}>{gone(" or never")}</w:ins>', "Now", "Now"),
        (f'<w:tbl><w:tr><w:trPr><w:ins w:id="4" {DATE}/></w:trPr>{CELL}</w:tr></w:tbl>', "", "A new row"),
    ],
)
def test_a_paragraph_before_and_after(paragraph: str, old: str, new: str, docx: Docx) -> None:
    (one,) = changes(docx(run("Untouched."), paragraph))
    assert (one.old, one.new) == (old, new)
    changed = [part for part in one.parts if part.state != "same"]
    assert {(part.author, part.date) for part in changed} == {("Ann Lee", "2024-05-03")}


def test_two_people_at_one_place_are_told_apart(docx: Docx) -> None:
    (one,) = changes(docx(ins("We will ") + ins("perhaps ", 'w:author="Bob Hay"') + ins("act.")))
    assert [(part.text, part.author) for part in one.parts] == [
        ("We will ", "Ann Lee"),
        ("perhaps ", "Bob Hay"),
        ("act.", "Ann Lee"),
    ]


def test_a_document_without_tracked_changes_has_none(docx: Docx) -> None:
    assert changes(docx(run("As it is."))) == ()


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A letter.")
    with pytest.raises(UsageError, match=r"a\.txt is no Word document"):
        changes(tmp_path / "a.txt")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of a page that was ingested again after it had changed."""
    folder = tmp_path_factory.mktemp("page")
    index = Index(folder / "i.duckdb", Settings())
    for day in ("May", "July"):
        (folder / "page.txt").write_text(f"Our promise\n\nWe will publish the plan by {day} 2024.\n\nThank you all.\n")
        index.ingest(folder / "page.txt")
    return index


def test_versions_of_a_document_are_compared(changed: Index) -> None:
    old, new = changed.versions("page.txt")
    assert (old, new) == ("page.txt@1", "page.txt@2")
    found = changed.diff(old, new)
    assert [(c.change, c.before, c.after) for c in found.changes] == [("date moved", "May 2024", "July 2024")]
    assert changed.diff("page.txt", new).changes == ()


def test_a_version_that_is_not_there_is_said_to_be_missing(changed: Index) -> None:
    with pytest.raises(UsageError, match=r"page\.txt has no version 7\. The index has 1, 2\."):
        changed.diff("page.txt@7", "page.txt")
