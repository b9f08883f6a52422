"""Which documents a question asks to look in: "the newsletters", "in the director's reply", "newsletter 12"."""

from __future__ import annotations

import re
from functools import cache

_NOUNS = {
    "letter": r"letters?|repl(?:y|ies)",
    "newsletter": r"newsletters?|bulletins?",
    "update": r"updates?|briefings?",
    "report": r"reports?",
    "minutes": r"minutes",
    "web page": r"web ?pages?|web ?sites?",
}
_ALL = "|".join(_NOUNS.values())
_NOUN = rf"(?P<noun>{_ALL})\b(?: (?:no\.? ?|number |issue )?(?P<number>\d{{1,3}})\b)?"
_BETWEEN = r"(?:(?!in\b|from\b|about\b|on\b|for\b|of\b|to\b)[\w’'-]+ ){0,4}?"
"""The words of a noun before its head: "the last two", "the director's"."""
_SAYING = (
    r"(?= (?:said?|says?|promis\w+|mention\w*|tells?|told|report(?:s|ed)?|g[ia]ves?|gave|call(?:s|ed)?|ask(?:s|ed)?)\b)"
)
_HINT = re.compile(r"letter|repl|bulletin|update|briefing|report|minutes|page|site", re.IGNORECASE)
"""What one of these nouns has, each of them."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?P<noun>{_ALL}) (?:no\.? ?|number |issue )?(?P<number>\d{{1,3}})\b",
            rf"\b(?:in|from|across|within|by|according to) {_BETWEEN}{_NOUN}(?! (?:of(?! (?:19|20)\d\d)|on|about)\b)",
            rf"\b(?:which|what|the|those|these|this|that) {_BETWEEN}{_NOUN}{_SAYING}",
            rf"\b(?:(?:this|last|previous) (?:year|month|term|quarter)['’]?s?|20\d\d['’]?s?) {_NOUN}",
            rf"\b(?:does|did|do) (?:the|that|this|any) {_BETWEEN}{_NOUN}(?= \w)",
        )
    )


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}) (?:\w+ )?(?:newsletter|bulletin|issue|edition)\b", re.IGNORECASE)
"""An issue by its place: that of a series is its number."""


def kinds(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The types of document that are named as the place to look, the numbers of issues, and where those words stand.

    "The report on transport" is a subject; "in the report", "which letters say" are places.
    """
    if not _HINT.search(text):
        return (), (), ()
    types: list[str] = []
    numbers: list[str] = []
    places: list[tuple[int, int]] = []
    for pattern in _patterns():
        for m in pattern.finditer(text):
            kind = next(kind for kind, nouns in _NOUNS.items() if re.fullmatch(nouns, m["noun"], re.IGNORECASE))
            if kind not in types:
                types.append(kind)
            end = m.end("noun")
            if m["number"] and not re.fullmatch(r"(?:19|20)\d\d", m["number"]):
                numbers += [m["number"]] if m["number"] not in numbers else []
                end = m.end("number")
            places.append((m.start("noun"), end))
    placed = _ORDINAL.search(text)
    if placed and places and not numbers:
        numbers.append(str(_ORDINALS.index(placed[1].lower()) + 1))
        places.append((placed.start(1), placed.end(1)))
    return tuple(types), tuple(numbers), tuple(sorted(set(places)))
