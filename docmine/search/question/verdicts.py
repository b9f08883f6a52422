"""Which fate of commitments a question asks about: "what was dropped", "promises that slipped"."""

from __future__ import annotations

import re

from docmine.records import Verdict

_MADE = r"(?:promis\w*|pledg\w*|commitments?|undertakings?|actions?|plans?|deadlines?|targets?|dates?)"
_FATES: tuple[tuple[tuple[Verdict, ...], str], ...] = (
    (
        ("dropped",),
        r"(?:quietly |silently )?(?:dropped|abandoned|forgotten|disappeared|vanished|gone quiet)"
        r"|(?:never|not) (?:been )?(?:heard of|mentioned|spoken of|reported)(?: about)?(?: again| since)?",
    ),
    (
        ("slipped",),
        r"slip(?:ped|s|ping)?|moved(?: back)?|changed|delay(?:ed|s)|postponed|pushed back|put back|overdue|missed"
        r"|(?:is|are|was|were|been|ran|running) late",
    ),
    (("delivered",), r"delivered|kept|fulfilled|honou?red|completed|achieved"),
    (("dropped", "contradicted"), r"broken|not kept|cancelled|scrapped|reversed|gone back on"),
    (("contradicted",), r"contradicted"),
    (("weakened",), r"weakened|watered down|diluted|softened"),
    (("repeated",), r"repeated|promised again|announced again|re-?announced|recycled"),
    (("progressed",), r"progressed|under ?way|in progress"),
    (("open",), r"still open|outstanding|not yet due"),
)
_PATTERNS = tuple(
    (
        verdicts,
        re.compile(
            # The fate of what was promised, or of nothing else that is named: "calls dropped by 9%" is a figure.
            rf"\b{_MADE}\b[^?.]{{0,60}}?\b(?:{fate})\b|\b(?:{fate})\b (?:the )?\b{_MADE}\b"
            rf"|\bwhat (?:was|has|have|is|were|had)(?: \w+)? (?:{fate})\b(?! (?:to|by|from|in)\b)",
            re.IGNORECASE,
        ),
    )
    for verdicts, fate in _FATES
)


def verdicts(text: str) -> tuple[tuple[Verdict, ...], tuple[tuple[int, int], ...]]:
    """The verdicts that are asked for, each once, and where in the question the words that say so stand."""
    found: list[Verdict] = []
    places: list[tuple[int, int]] = []
    for asked, pattern in _PATTERNS:
        m = pattern.search(text)
        if m and not any(start <= m.start() and m.end() <= end for start, end in places):
            found += [v for v in asked if v not in found]
            places.append(m.span())
    return tuple(found), tuple(places)
