"""A question in a person's words → what it is about, what kind of answer it wants, and where to look.

words ─ period, kinds, verdicts ─▶ where and what to look for ─ subject ─▶ what it is about ─▶ Question

Nothing is guessed: what is not understood otherwise stays a word to search for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from docmine.errors import UsageError
from docmine.search.question.admits import admits, narrows
from docmine.search.question.intents import intents
from docmine.search.question.kinds import kinds
from docmine.search.question.model import Concept, Intent, Period, Question
from docmine.search.question.period import period
from docmine.search.question.subject import Acronyms, acronym_table, subject
from docmine.search.question.told import ambiguous, caveats, told, where
from docmine.search.question.verdicts import verdicts
from docmine.words import words

__all__ = [
    "Concept",
    "Intent",
    "Period",
    "Question",
    "acronym_table",
    "admits",
    "ambiguous",
    "caveats",
    "narrows",
    "told",
    "understand",
    "where",
]


def understand(
    question: str,
    acronyms: Acronyms,
    people: Iterable[str] = (),
    *,
    today: date | None = None,
    respelled: Mapping[str, str] | None = None,
) -> Question:
    """`people`: full names that the index knows; `today`: the day from which "last year" is reckoned, else the
    calendar's; `respelled`: words of the question that no document has → what they are taken for.

    Raises UsageError for a question without a word in it.
    """
    text = " ".join(question.split())
    if text.isupper() and " " in text:
        text = text.lower()  # shouted: capitals tell nothing
    slips = {word: taken for word, taken in (respelled or {}).items() if word in text}
    for word, taken in slips.items():
        text = re.sub(rf"\b{re.escape(word)}\b", taken, text)
    if not any(True for _ in words(text)):
        raise UsageError('The question is empty. Ask with a few words, such as: docmine search "what was promised".')
    when, timed = period(text, today or date.today())
    doc_types, numbers, placed = kinds(text)
    fates, fated = verdicts(text)
    spent = sorted({*timed, *placed, *fated})
    about = subject(text, acronyms, tuple(people), spent)
    wanted: frozenset[Intent] = intents(text)
    if fates:
        wanted |= {"commitment"}
    added = [other for others in about.expanded.values() for other in others]
    asked = _without(text, timed) or text
    return Question(
        concepts=about.concepts,
        intents=wanted,
        lexical=" ".join([*about.kept, *added]),
        semantic=f"{asked} ({', '.join(added)})" if added else asked,
        period=when,
        doc_types=doc_types,
        numbers=numbers,
        verdicts=fates,
        people=about.people,
        expanded=about.expanded,
        ambiguous=about.ambiguous,
        respelled=slips,
        text=text,
    )


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
