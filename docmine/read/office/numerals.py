"""Numbers of lists, pages and notes as a word processor writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_RAISED = str.maketrans("0123456789ivxlc", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜ")


def letters(count: int) -> str:
    """a … z, then aa, bb, cc: as Word and LibreOffice count."""
    turns, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 8) if count > 0 else ""


def roman(count: int) -> str:
    """i, ii, iii, iv …; digits from 4000 on."""
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        text += sign * times
    return text


def ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if count // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda n: _WORDS[n - 1] if 0 < n <= 10 else str(n),
    "ordinalText": lambda n: _ORDINALS[n - 1] if 0 < n <= 10 else ordinal(n),
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda n: "",
}
"""The names of Office's formats → the number as text."""


def numeral(count: int, form: str) -> str:
    """The number in one of `FORMS`; in digits for any other."""
    return FORMS.get(form, str)(count)


def raised(mark: str) -> str:
    """The mark of a note as it stands raised in a text: "12" → "¹²"."""
    return mark.translate(_RAISED)
