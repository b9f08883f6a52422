"""How a sentence of a reply speaks: does it promise, report, decline, count, or only talk?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.compare.answers.record import Manner
from docmine.records import Commitment, Figure, Sentence

_REFUSAL = re.compile(
    r"\b(?:will\s+not|won['’]t|cannot|can['’]t|unable\s+to|not\s+able\s+to|no\s+plans?\s+to|not\s+possible|decided\s+not|declined?"
    r"|do\s+not\s+(?:have|hold|intend|plan|agree|accept)|not\s+in\s+a\s+position|there\s+(?:is|are)\s+no)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:has|have)\s+(?:(?:now|already|recently|since|all|also|just)\s+){0,2}(?:been\s+)?"
    r"(?!been\b|assured|asked|agreed|noted|promised|indicated|listened|welcomed)\w+(?:ed|en|un|ut|ld|nt|de|wn|et)\b"
    r"|\b(?:was|were)\s+(?:\w+ly\s+)?\w+(?:ed|en|un|ut|ld|nt|wn)\b|\b(?:is|are)\s+(?:now\s+|already\s+)\w+"
    r"|\b(?:is|are)\s+(?:now\s+)?(?:being|beginning|starting)\s+to\b"
    r"|\bcan\s+be\s+(?:found|read|seen|reached|contacted)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:thank\w*|grateful|appreciate\w*|apolog\w+|sorry|understand\w*|recogni[sz]\w+|acknowledg\w+|concede|share\s+(?:that|your)|frustrat\w+"
    r"|(?:is|are)\s+(?:important|essential|vital|key|welcome\w*|invaluable|a\s+(?:key\s+|top\s+|shared\s+)?(?:priority|responsibility))"
    r"|committed\s+to|passionate|journey|we\s+value|at\s+the\s+heart|conversations?|discussions?|ongoing\s+dialogue"
    r"|(?:are|is|am)\s+(?:continuing|looking|considering|exploring|working)|continu\w+\s+to\s+(?:work|talk|listen|engage|explore|look)"
    r"|will\s+(?:continue\s+to\s+)?(?:consider|reflect|explore|look\s+(?:at|into)|take\s+(?:this|that|it|your\s+\w+)\s+(?:into|on|very)|bear\s+in\s+mind)"
    r"|in\s+due\s+course|work(?:ing)?\s+(?:hard|closely|tirelessly)|rest\s+assured|be\s+assured)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    r"\bwill\b(?!\s+(?:continue\s+to\s+)?(?:consider|reflect|explore|look|take|bear))|\bby\s+(?:the\s+end\s+of\s+)?[A-Z]"
)


def manner(
    sentence: Sentence, promises: Sequence[Commitment], figures: Sequence[Figure]
) -> tuple[Manner, str, str | None]:
    """How it speaks, the words that show it, and the date by which something is promised."""
    text = sentence.text
    said = _REFUSAL.search(text)
    if said:
        return "refusal", f"it declines (“{said.group()}”)", None
    talk = _TALK.search(text)
    own = [p for p in promises if sentence.start <= p.start < sentence.end or p.start <= sentence.start < p.end]
    report = _REPORT.search(text)
    ahead = re.search(r"\b(?:will|shall)\b", text)
    if report and not talk and (ahead is None or report.start() < ahead.start()):
        return "report", f"it reports (“{report.group()}”)", None
    firm = [p for p in own if p.strength in ("firm", "planned", "required")]
    if firm and not (talk and not _CONCRETE.search(text)):
        due = firm[0].due
        return "promise", "it promises" + (f", by {due}" if due else ""), due
    if own and not talk:
        return "promise", "it says that this is under way", None
    if not talk and _CONCRETE.search(text) and ahead:
        return "promise", "it says what will be", None
    counted = [f for f in figures if sentence.start <= f.start < sentence.end]
    if counted and not talk:
        return "figure", f"it gives a figure (“{counted[0].text}”)", None
    why = f"it only talks of it (“{talk.group()}”)" if talk else "it says nothing that anyone could be held to"
    return "general", why, None
