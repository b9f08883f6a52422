"""Tokens → the texts of an RTF file: the body, its notes and comments, running heads, properties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from docmine.read.inline import Run, line
from docmine.read.office.fields import target
from docmine.read.office.flow import Item, Note
from docmine.read.office.flow.items import paragraphs
from docmine.read.office.numerals import raised
from docmine.read.office.rtf.builder import Builder, Merge
from docmine.read.office.rtf.tokens import Token
from docmine.read.office.rtf.vocabulary import (
    CHARACTERS,
    CHARSETS,
    OPEN,
    PAGES,
    SIGNS,
    SKIPPED,
    SYMBOLS,
    TEXTS,
    WORDS,
    known,
    stamped,
)
from docmine.read.office.symbols import bullet, sign
from docmine.read.pieces import Piece, clean


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group, and ends with it."""

    into: str = "text"
    """A destination: "text", one of `WORDS`, "skip"."""
    fallback: int = 1
    """Characters to leave out after a Unicode character."""
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    deleter: int | None = None
    deleted_on: int | None = None
    bold: bool = False
    underlined: bool = False
    high: bool = False
    size: float = 12.0
    link: str | None = None
    style: int = 0
    outline: int | None = None
    list_level: int = 0
    tables: int = 0


@dataclass(slots=True)
class _Frame:
    """An open group: its state, and what its destination gathers."""

    state: _State
    builder: Builder
    words: list[str] = field(default_factory=list)
    ending: str = ""
    """The destination that ends with this group."""
    at_end: bool = False
    stamp: dict[str, int] = field(default_factory=dict)


class Reader:
    """Reads one file."""

    def __init__(self) -> None:
        self.body = Builder()
        self.furniture: list[str] = []
        self.metadata: dict[str, str] = {}
        self._frames = [_Frame(_State(), self.body)]
        self._codepage = "cp1252"
        self._fonts: dict[int, tuple[int, str]] = {}
        self._styles: dict[int, tuple[str, int | None]] = {}
        self._entry = 0  # the number of the font or style whose name comes next
        self._entry_charset = 0
        self._entry_outline: int | None = None
        self._authors: list[str] = []
        self._comment: dict[str, str] = {}
        self._notes = 0
        self._bytes = bytearray()
        self._half = 0
        self._skip = 0
        self._merges: list[Merge] = []
        self._merge: Merge = None
        self._head = False

    def read(self, found: Iterable[Token]) -> None:
        """All tokens of the file."""
        starred = False
        fresh = False  # right after the opening brace: the next word may name a destination
        for token in found:
            if token.kind != "byte":
                self._decode()
            if token.kind == "open":
                self._frames.append(_Frame(self._top.state, self._top.builder))
                self._skip, fresh, starred = 0, True, False
                continue
            if token.kind == "sign" and token.value == "*" and fresh:
                starred = True
                continue
            if token.kind == "close":
                self._skip = 0
                self._end()
                if len(self._frames) == 1:
                    break  # what follows the outermost group is no part of the document
            elif token.kind == "word":
                self._word(token.value, token.number, fresh, starred)
            elif token.kind == "byte":
                self._byte(token.number or 0)
            else:
                self._text(SIGNS.get(token.value, "") if token.kind == "sign" else token.value, token)
            fresh = starred = False
        self._decode()
        while len(self._frames) > 1:
            self._end()

    @property
    def _top(self) -> _Frame:
        return self._frames[-1]

    def _set(self, **values: object) -> None:
        self._top.state = replace(self._top.state, **values)  # type: ignore[arg-type]

    def _word(self, word: str, number: int | None, fresh: bool, starred: bool) -> None:
        if fresh and self._begin(word, starred):
            return
        top = self._top
        into = top.state.into
        if into == "skip":
            return
        if word == "u":
            self._unicode((number or 0) % 0x10000)
            self._skip = top.state.fallback
        elif word == "uc":
            self._set(fallback=max(number or 0, 0))
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word == "ansicpg":
            self._codepage = known(f"cp{number}")
        elif word == "mac":
            self._codepage = "mac_roman"
        elif into == "fonttbl":
            if word == "f":
                self._entry, self._entry_charset = number or 0, 0
            elif word == "fcharset":
                self._entry_charset = number or 0
        elif into == "stylesheet":
            if word == "s":
                self._entry, self._entry_outline = number or 0, None
            elif word == "outlinelevel":
                self._entry_outline = number
            elif word in ("cs", "ds", "ts"):
                self._entry = -1
        elif word in ("yr", "mo", "dy"):
            top.stamp[word] = number or 0
        elif word in ("chftn", "ftnalt"):
            self._note_word(word)
        elif not self._character(word, number) and not self._table(word, number):
            self._paragraph(word, number)

    def _unicode(self, code: int) -> None:
        """A character; one outside the basic plane comes as two halves."""
        if 0xD800 <= code < 0xDC00:
            self._half = code
        elif 0xDC00 <= code < 0xE000:
            if self._half:
                self._put(chr(0x10000 + (self._half - 0xD800) * 0x400 + code - 0xDC00))
            self._half = 0
        else:
            self._put(chr(code))

    def _begin(self, word: str, starred: bool) -> bool:
        """Whether a word at the beginning of a group names where its text goes."""
        top = self._top
        if top.state.into == "skip":
            return True
        if word in PAGES or word in TEXTS:
            top.builder = Builder()
            top.ending = word
            top.state = _State(fallback=top.state.fallback, font=top.state.font)
        elif word in WORDS:
            top.ending = word
            self._set(into=word)
        elif word in OPEN:
            top.ending = word
        elif word in SKIPPED or (starred and word not in ("cs", "s", "ts", "ds")):
            self._set(into="skip")
        else:
            return False
        return True

    def _end(self) -> None:
        if len(self._frames) == 1:
            return
        frame = self._frames.pop()
        words = "".join(frame.words)
        top = self._top
        ending = frame.ending
        if ending in ("listtext", "pntext"):
            top.builder.marker = bullet(words) if words.strip() else None
        elif ending == "fldinst":
            self._set(link=target(words) or top.state.link)
        elif ending in ("title", "author", "subject"):
            self.metadata[ending] = clean(words)
        elif ending in ("creatim", "revtim") and frame.stamp.get("yr", 0) > 1900:
            key = "date" if ending == "creatim" else "modified"
            self.metadata[key] = "{yr:04}-{mo:02}-{dy:02}".format(**{"mo": 1, "dy": 1, **frame.stamp})
        elif ending in ("atnauthor", "atndate"):
            self._comment[ending] = words.strip()
        elif ending in TEXTS:
            self._text_ends(frame, top)
        elif ending in PAGES:
            self.furniture += [line(p.runs)[0] for p in paragraphs(frame.builder.items())]
        elif frame.state.into in ("revtbl", "fonttbl", "stylesheet") and words:
            self._entry_ends(frame.state.into, words)
        elif frame.words and not ending:
            top.words += frame.words

    def _text_ends(self, frame: _Frame, top: _Frame) -> None:
        items = frame.builder.items()
        if frame.ending == "footnote":
            top.builder.notes.append(Note(mark=raised(str(self._notes)), items=items, at_end=frame.at_end))
        elif frame.ending == "annotation":
            text, links = line(run for p in paragraphs(items) for run in (*p.runs, Run(" ")))
            stamp = self._comment.get("atndate", "")
            date = stamped(int(stamp)) if stamp.lstrip("-").isdigit() else None
            author = self._comment.get("atnauthor") or None
            top.builder.aside.append(Piece(kind="comment", text=text, level=1, author=author, date=date, links=links))
            self._comment = {}
        else:
            top.builder.boxes.append(items)

    def _entry_ends(self, table: str, words: str) -> None:
        names = [clean(name) for name in words.split(";")]
        if table == "revtbl":
            self._authors += [name for name in names if name]
        elif table == "fonttbl":
            self._fonts[self._entry] = (self._entry_charset, names[0])
        elif self._entry >= 0:
            self._styles[self._entry] = (names[0].lower(), self._entry_outline)
            self._entry, self._entry_outline = 0, None

    def _note_word(self, word: str) -> None:
        """The mark of a note: in the text it is counted, in the note it is left out; `ftnalt` makes it an endnote."""
        for frame in reversed(self._frames):
            if frame.ending == "footnote":
                frame.at_end = frame.at_end or word == "ftnalt"
                return
        if word == "chftn":
            self._notes += 1
            self._put(raised(str(self._notes)))

    def _character(self, word: str, number: int | None) -> bool:
        """Whether a word sets how characters look."""
        on = number != 0
        if word == "plain":
            self._set(bold=False, underlined=False, high=False, size=12.0, hidden=False, deleted=False, struck=False)
        elif word == "b":
            self._set(bold=on)
        elif word in ("ul", "uld", "uldb", "ulw", "ulth"):
            self._set(underlined=on)
        elif word == "ulnone":
            self._set(underlined=False)
        elif word == "fs":
            self._set(size=(number or 24) / 2)
        elif word == "f":
            self._set(font=number)
        elif word == "v":
            self._set(hidden=on)
        elif word in ("super", "nosupersub", "sub"):
            self._set(high=word == "super" and on)
        elif word == "deleted":
            self._set(deleted=on)
        elif word in ("strike", "striked"):
            self._set(struck=on)
        elif word == "revauthdel":
            self._set(deleter=number)
        elif word == "revdttmdel":
            self._set(deleted_on=number)
        else:
            return False
        return True

    def _table(self, word: str, number: int | None) -> bool:
        """Whether a word belongs to a table."""
        builder = self._top.builder
        depth = max(self._top.state.tables, 1)
        if word == "trowd":
            self._merges, self._merge, self._head = [], None, False
        elif word in ("clmrg", "clvmrg"):
            self._merge = "left" if word == "clmrg" else "above"
        elif word == "cellx":
            self._merges.append(self._merge)
            self._merge = None
        elif word == "trhdr":
            self._head = True
        elif word in ("cell", "nestcell"):
            depth = 1 if word == "cell" else max(depth, 2)
            self._end_paragraph(depth)
            builder.end_cell(depth)
        elif word in ("row", "nestrow"):
            builder.end_row(1 if word == "row" else max(depth, 2), self._merges, head=self._head)
        else:
            return False
        return True

    def _paragraph(self, word: str, number: int | None) -> None:
        if word == "pard":
            self._set(style=0, outline=None, list_level=0, tables=0)
        elif word in ("par", "sect"):
            if not self._top.state.deleted:
                self._end_paragraph(self._top.state.tables)
        elif word == "s":
            self._set(style=number or 0, bold=False, underlined=False)
        elif word == "outlinelevel":
            self._set(outline=number)
        elif word == "ilvl":
            self._set(list_level=min(max(number or 0, 0), 8))
        elif word == "intbl":
            self._set(tables=max(self._top.state.tables, 1))
        elif word == "itap":
            self._set(tables=min(max(number or 0, 0), 8))

    def _end_paragraph(self, depth: int) -> None:
        state = self._top.state
        name, outline = self._styles.get(state.style, ("", None))
        outline = state.outline if state.outline is not None else outline
        level = outline + 1 if outline is not None and 0 <= outline < 9 else None
        if level is None and (match := re.match(r"heading (\d)", name)):
            level = int(match[1])
        if level is None:
            level = {"title": 1, "subtitle": 2}.get(name)
        caption = name.startswith(("caption", "toc "))
        self._top.builder.end_paragraph(depth, level, state.list_level + 1, caption)

    def _text(self, text: str, token: Token) -> None:
        if self._skip:
            left = min(self._skip, len(text))
            self._skip -= left
            text = text[left:]
        if any(c >= "\x80" for c in text) and token.kind == "text":
            self._bytes += text.encode("latin-1")  # bytes of the code page that were not escaped
            self._decode()
        elif token.value in ("\n", "\r") and token.kind == "sign":
            self._end_paragraph(self._top.state.tables)
        elif text:
            self._put(text)

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _decode(self) -> None:
        """What was gathered as bytes, in the encoding of the font."""
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        charset, name = self._fonts.get(self._top.state.font or 0, (0, ""))
        if charset == SYMBOLS and self._top.state.into != "fonttbl":
            self._put("".join(sign(name, value) or "•" for value in data))
        else:
            self._put(data.decode(CHARSETS.get(charset, self._codepage), "replace"))

    def _put(self, text: str) -> None:
        top = self._top
        state = top.state
        if state.into == "skip":
            return
        if state.into != "text":
            top.words.append(text)
            if state.into in ("fonttbl", "stylesheet") and text.endswith(";"):
                self._entry_ends(state.into, "".join(top.words))
                top.words = []
        elif state.deleted:
            author = dict(enumerate(self._authors)).get(state.deleter or 0)
            top.builder.delete(text, author, stamped(state.deleted_on) if state.deleted_on else None)
        elif state.struck and not state.hidden:
            top.builder.delete(text, None, None)
        elif not state.hidden:
            text = raised(text) if state.high and text.strip().isdigit() else text
            top.builder.add(text, state.link, state.size, state.bold or (state.underlined and not state.link))

    def items(self) -> tuple[Item, ...]:
        """The items of the body."""
        return self.body.items()
