"""Which fate of commitments a question asks about: "what was dropped", "promises that slipped"."""

from __future__ import annotations

import re
from functools import cache

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
    (
        ("delivered",),
        r"(?<!not )(?<!never )(?<!n't )(?<!n’t )(?:delivered|kept|fulfilled|honou?red|completed|achieved)",
    ),
    (
        ("dropped", "contradicted"),
        r"broken|(?:not|never) (?:been )?(?:kept|delivered|fulfilled|completed)|cancelled|scrapped|reversed"
        r"|gone back on",
    ),
    (("contradicted",), r"contradicted"),
    (("weakened",), r"weakened|watered down|diluted|softened"),
    (("repeated",), r"repeated|promised again|announced again|re-?announced|recycled"),
    (("progressed",), r"progressed|under ?way|in progress"),
    (("open",), r"still open|outstanding|not yet due"),
)
_HINT = re.compile(
    r"drop|abandon|forgot|appear|vanish|quiet|never|\bnot\b|slip|mov|chang|delay|postpon|push|back|overdue|miss|late\b"
    r"|deliver|kept|fulfil|honou?red|complet|achiev|broken|cancel|scrap|revers|contradict|weak|water|dilut|soften"
    r"|repeat|again|announc|recycl|progress|under ?way|open|outstanding",
    re.IGNORECASE,
)
"""What one of these words has, each of them, so that most questions are done with at once."""


@cache
def _patterns() -> tuple[tuple[tuple[Verdict, ...], re.Pattern[str]], ...]:
    return tuple((verdicts, _pattern(fate)) for verdicts, fate in _FATES)


def _pattern(fate: str) -> re.Pattern[str]:
    return re.compile(
        # The fate of what was promised, or of nothing else that is named: "calls dropped by 9%" is a figure.
        rf"\b(?P<made>{_MADE})\b[^?.]{{0,60}}?\b(?P<fate>{fate})\b"
        rf"|\b(?P<first>{fate})\b (?:the )?\b(?P<last>{_MADE})\b"
        rf"|\b(?P<alone>what (?:was|has|have|is|were|had)(?: \w+)? (?:{fate}))\b(?! (?:to|by|from|in)\b)",
        re.IGNORECASE,
    )


def verdicts(text: str) -> tuple[tuple[Verdict, ...], tuple[tuple[int, int], ...]]:
    """The verdicts that are asked for, each once, and where in the question the words that say so stand.

    What stands between the promise and its fate is what the promise is about.
    """
    if not _HINT.search(text):
        return (), ()
    found: list[Verdict] = []
    seen: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    for asked, pattern in _patterns():
        m = pattern.search(text)
        if m and not any(start <= m.start() and m.end() <= end for start, end in seen):
            found += [v for v in asked if v not in found]
            seen.append(m.span())
            places += [m.span(part) for part in ("made", "fate", "first", "last", "alone") if m[part]]
    return tuple(found), tuple(places)
