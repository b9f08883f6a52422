from __future__ import annotations

import json

import pytest

from docmine.report import as_json, as_jsonl, safe

HOSTILE = [
    "\x1b[31mred\x1b[0m",  # colours of a terminal
    "\x1b]0;title\x07",  # its window title
    "\x9b31m",  # the same in one character
    "a\x08b\x7fc",  # backspace and delete
    "over\rwritten",  # carriage return
    "\u202egnp.exe",  # writing turned round
    "half \ud800 a pair",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_character_reaches_the_terminal_and_every_offset_stays(text: str) -> None:
    for cleaned in (safe.line(text), safe.lines(text)):
        assert len(cleaned) == len(text)
        assert all(c.isprintable() for c in cleaned), cleaned


def test_line_breaks_stay_in_a_text_and_become_blanks_on_a_line() -> None:
    assert safe.lines("one\n\ttwo") == "one\n\ttwo"
    assert safe.line("one\n\ttwo") == "one  two"


@pytest.mark.parametrize("text", HOSTILE)
def test_json_parses_to_the_very_text_and_holds_no_raw_control_character(text: str) -> None:
    for written in (as_jsonl.write([{"text": text}]), as_json.write_object({"text": text})):
        assert json.loads(written) == {"text": text}
        assert all(c.isprintable() or c == "\n" for c in written)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("65% of plans", "65% of plans"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 121", "'+44 121"),
        ("-5%", "'-5%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\x1b=1", "\ufffd=1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert safe.cell(text) == cell
