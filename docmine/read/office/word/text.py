"""The characters of a paragraph: as they read with all tracked changes accepted, and what those took out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docmine.read.inline import Run, line
from docmine.read.office.fields import Fields, target
from docmine.read.office.numerals import numeral, raised
from docmine.read.office.package import Relation, day
from docmine.read.office.symbols import sign
from docmine.read.office.word.names import MC, M, R, W, find, is_on, value
from docmine.read.office.word.styles import Styles
from docmine.read.pieces import Piece

_DELETED = {f"{W}del", f"{W}moveFrom"}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"}
_WITHOUT_TEXT = {f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr", f"{W}rt", f"{W}numPr", f"{W}sectPr"}
_BREAKS = {f"{W}br", f"{W}cr"}
_SPACES = {f"{W}tab", f"{W}ptab"}


@dataclass(slots=True)
class Words:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    strong: bool | None = None
    """Whether all words are; None for no words."""
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Each "footnote" or "endnote", its id, its mark."""
    drawings: list[Any] = field(default_factory=list)
    deletions: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Marks:
    """Counts the notes of a document as they are met."""

    forms: Mapping[str, str]
    """"footnote" and "endnote" → the format of their numbers."""
    counts: Counter[str] = field(default_factory=Counter)


class Reader:
    """Reads the paragraphs of one part. `relations` are those of the part."""

    def __init__(self, styles: Styles, relations: Mapping[str, Relation], marks: Marks) -> None:
        self._styles = styles
        self._relations = relations
        self._marks = marks
        self._fields = Fields()

    def words(self, p: Any) -> Words:
        """The words of a paragraph."""
        found = Words()
        self._walk(p, found, self._styles.of(p), None, None)
        self._fields.end_paragraph()
        found.deletions = _joined(found.deletions)
        return found

    def deletion(self, element: Any, change: Any | None) -> list[Piece]:
        """All text of an element that a tracked change took out, such as a table's row."""
        found = Words()
        for p in element.iter(f"{W}p"):
            self._walk(p, found, None, None, change)
            found.deletions.append(_piece(" ", change))
        return _joined(found.deletions)

    def _walk(self, element: Any, found: Words, style: str | None, link: str | None, change: Any | None) -> None:
        for child in element:
            tag = child.tag
            if tag in _WITHOUT_TEXT or _is_placeholder(child):
                continue
            if tag == f"{W}r":
                self._run(child, found, style, link, change)
            elif tag == f"{M}t":
                self._add(found, child.text or "", link, change)
            elif tag in _DELETED:
                self._walk(child, found, style, link, child)
            elif tag == f"{W}hyperlink":
                relation = self._relations.get(child.get(f"{R}id") or "")
                inside = relation.target if relation is not None and relation.outside else link
                self._walk(child, found, style, inside, change)
            elif tag == f"{W}fldSimple":
                self._walk(child, found, style, target(child.get(f"{W}instr") or "") or link, change)
            elif tag in _DRAWN:
                found.drawings.append(child)
            else:
                self._walk(child, found, style, link, change)

    def _run(self, run: Any, found: Words, style: str | None, link: str | None, change: Any | None) -> None:
        hidden = self._styles.is_hidden(run, style)
        # Struck-out words are no longer what the document says, tracked or not.
        taken = run if change is None and self._styles.is_struck(run, style) else change
        before = len(found.runs)
        for child in run:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType") or "")
            elif tag == f"{W}instrText":
                self._fields.code(child.text or "")
            elif hidden or self._fields.hidden or tag in _WITHOUT_TEXT:
                continue
            elif tag in _DRAWN:
                found.drawings.append(child)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._note(child, found, change)
            elif tag == f"{W}ruby":
                self._walk(child, found, style, link, change)
            else:
                text = _character(child)
                is_mark = text.strip().isdigit() and value(run, "rPr/vertAlign") == "superscript"
                self._add(found, raised(text) if is_mark else text, link, taken)
        self._look(run, found, found.runs[before:], style)

    def _look(self, run: Any, found: Words, runs: Sequence[Run], style: str | None) -> None:
        text = "".join(r.text for r in runs)
        if text.strip():
            found.sizes[self._styles.size(run, style)] += len(text)
            linked = any(r.target for r in runs)
            strong = self._styles.is_bold(run, style) or (not linked and self._styles.is_underlined(run, style))
            found.strong = found.strong is not False and strong

    def _add(self, found: Words, text: str, link: str | None, change: Any | None) -> None:
        if not text:
            return
        if change is not None:
            found.deletions.append(_piece(text, change))
        else:
            found.runs.append(Run(text, self._fields.target or link))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def _note(self, reference: Any, found: Words, change: Any | None) -> None:
        """The mark of a note, counted; one with a mark of its own has that after it in the text."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        if change is not None:
            return
        mark = ""
        if reference.get(f"{W}customMarkFollows") not in ("1", "true", "on"):
            self._marks.counts[kind] += 1
            mark = raised(numeral(self._marks.counts[kind], self._marks.forms.get(kind, "decimal")))
            found.runs.append(Run(mark))
        found.notes.append((kind, reference.get(f"{W}id") or "", mark))


def _character(element: Any) -> str:
    """The text of one element of a run."""
    tag = element.tag
    if tag in (f"{W}t", f"{W}delText", f"{M}t"):
        return element.text or ""
    if tag in _BREAKS:
        return "\n"
    if tag in _SPACES:
        return " "
    if tag == f"{W}noBreakHyphen":
        return "-"
    if tag == f"{W}sym":
        code = element.get(f"{W}char") or ""
        try:
            return sign(element.get(f"{W}font") or "", int(code, 16))
        except ValueError:
            return ""
    return ""


def _is_placeholder(element: Any) -> bool:
    """Whether a control shows only the words that ask for its content."""
    return element.tag == f"{W}sdt" and is_on(find(element, "sdtPr/showingPlcHdr"))


def _piece(text: str, change: Any | None) -> Piece:
    author = change.get(f"{W}author") if change is not None else None
    date = day(change.get(f"{W}date")) if change is not None else None
    return Piece(kind="deletion", text=text, author=author, date=date)


def _joined(deletions: list[Piece]) -> list[Piece]:
    """One piece for what one person took out of one paragraph on one day."""
    found: list[tuple[list[str], Piece]] = []
    for piece in deletions:
        if found and (found[-1][1].author, found[-1][1].date) == (piece.author, piece.date):
            found[-1][0].append(piece.text)
        else:
            found.append(([piece.text], piece))
    joined = [(line([Run("".join(texts))])[0], piece) for texts, piece in found]
    return [_piece_of(text, piece) for text, piece in joined if text]


def _piece_of(text: str, piece: Piece) -> Piece:
    return Piece(kind="deletion", text=text, author=piece.author, date=piece.date)
