"""How a question was read, in words for the person who asked it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docmine.search.question.model import Period, Question
from docmine.words import words

_ASKED_FOR = {
    "commitment": "what was promised",
    "owner": "who is responsible",
    "date": "a date",
    "figure": "a figure",
    "ask": "what was asked for",
    "quote": "what somebody said",
}


def told(question: Question) -> tuple[tuple[str, str], ...]:
    """Label and words, in order; what was not understood otherwise is searched as words."""
    rows: list[tuple[str, str]] = []
    wanted = [said for intent, said in _ASKED_FOR.items() if intent in question.intents]
    rows.append(("Asked for", " and ".join(wanted) if wanted else "anything"))
    names = [c.name for c in question.names if c.name]
    for name in names:
        also = (question.expanded or {}).get(name, ())
        rows.append(("Must name", name + (f", or {' or '.join(also)}" if also else "")))
    rows += [("Ambiguous", said) for said in ambiguous(question)]
    for word, taken in (question.respelled or {}).items():
        rows.append(("Taken for", f"“{word}”, which no document has, for “{taken}”"))
    if question.people:
        rows.append(("People", ", ".join(question.people)))
    if question.period:
        rows.append(("When", _period(question.period)))
    kinds = ", ".join(question.doc_types)
    if kinds or question.numbers:
        rows.append(("Looked in", " ".join(filter(None, (kinds or "issues", ", ".join(question.numbers))))))
    if question.verdicts:
        rows.append(("What became of it", ", ".join(question.verdicts)))
    written = {w.stem: w.text for w in words(question.lexical)}
    plain = [" ".join(written.get(stem, stem) for stem in c.forms[0]) for c in question.concepts if not c.name]
    if plain:
        rows.append(("Words, in any form", ", ".join(plain)))
    return tuple(rows)


def ambiguous(question: Question) -> tuple[str, ...]:
    """A clause for each short form that stands for several things: "PT is physiotherapy in some documents, ..."."""
    return tuple(
        f"{short} is {' in some documents, '.join(longs)} in others"
        for short, longs in (question.ambiguous or {}).items()
    )


def caveats(question: Question, *, there: bool) -> Iterator[str]:
    """Sentences that a person has to know to read the hits rightly. `there`: whether the index has documents of those
    that are asked for."""
    for clause in ambiguous(question):
        yield f"{clause}."
    for written, taken in (question.respelled or {}).items():
        yield f"No document has “{written}”: searched as “{taken}”."
    if not there:
        yield f"There is no {where(question)} in the index: all documents were searched."


def where(question: Question) -> str:
    """The documents that are asked for, in words: "newsletter 3 published from 1 March 2022", or "document"."""
    kinds = [" or ".join(question.doc_types) or "document", " or ".join(question.numbers)]
    published = question.period if question.period and question.period.of == "published" else None
    return " ".join(filter(None, (*kinds, _period(published) if published else "")))


def _period(period: Period) -> str:
    what = {"published": "published ", "due": "due ", "any": ""}[period.of]
    if period.first and period.last:
        return f"{what}{_day(period.first)} to {_day(period.last)}"
    if period.first:
        return f"{what}from {_day(period.first)}"
    return f"{what}to {_day(period.last)}" if period.last else "at any time"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
