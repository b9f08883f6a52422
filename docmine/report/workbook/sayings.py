"""The sheets of what is said: dates, quotations, asks with the replies to them, short forms, topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.records import Ask
from docmine.report.answers import british_in
from docmine.report.verdicts import OUTCOMES
from docmine.report.words import sentence
from docmine.report.workbook.model import Cell, Column, Table, day
from docmine.report.workbook.names import ACRONYMS, ANSWERS, ASKS, DATES, QUOTES, TOPICS
from docmine.report.workbook.places import Places, document
from docmine.report.workbook.promises import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docmine.compare import Answer, Topic
    from docmine.index.account import Account, Exchange


@dataclass(frozen=True, slots=True)
class _Answered:
    exchange: Exchange
    answer: Answer


def dates(account: Account, places: Places) -> Table:
    return Table(
        DATES,
        [
            Column("As written", lambda d: d.text),
            Column("Date", lambda d: day(d.value)),
            Column("Role", lambda d: d.role.replace("_", " ")),
            places.sentence(),
            *places.columns(),
            places.id(),
        ],
        account.dates,
        note="Every date or period that is named; a whole day is a date, anything else text.",
    )


def quotes(account: Account, places: Places) -> Table:
    return Table(
        QUOTES,
        [
            Column("Quote", lambda q: q.text),
            Column("Speaker", lambda q: q.speaker),
            Column("Role", lambda q: q.speaker_role),
            *places.columns(),
            places.id(),
        ],
        account.quotes,
        note="What is quoted, and from whom.",
    )


def asks(account: Account, places: Places) -> Table:
    return Table(
        ASKS,
        [
            Column("Ask", lambda a: a.text),
            Column("To do what", lambda a: a.action),
            Column("Topic", lambda a: a.topic),
            *places.columns(),
            places.id(),
        ],
        account.asks,
        key=account.id_of,
        note="What documents ask of the council or its partners.",
    )


def answers(account: Account, places: Places) -> Table:
    return Table(
        ANSWERS,
        [
            Column("What the reply makes of it", lambda r: signed(OUTCOMES[r.answer.verdict])),
            Column("Ask", lambda r: Cell(r.answer.text, row=(ASKS, account.id_of(_ask(r.answer))))),
            Column("Sentences of the reply", lambda r: "\n".join(reply.text for reply in r.answer.replies)),
            Column("Why", lambda r: _told(map(british_in, r.answer.reasons))),
            Column("Letter", lambda r: document(r.exchange.letter.name)),
            Column("Page", lambda r: r.answer.page, plain=True),
            Column("Date of the letter", lambda r: places.published(r.answer)),
            Column("Reply", _reply),
            Column("Taken for its reply because", lambda r: _told(r.exchange.because)),
            Column("Sure", lambda r: "yes" if r.exchange.sure else "perhaps"),
        ],
        [_Answered(exchange, answer) for exchange in account.letters for answer in exchange.answers],
        note="Each ask of a letter with what the reply says; of an ask that is not answered the nearest sentences.",
    )


def short_forms(account: Account) -> Table:
    rows: list[tuple[str, str | None, tuple[str, ...]]] = []
    for form in account.meanings:
        rows += [(form.short, meaning.long, meaning.documents) for meaning in form.meanings]
        rows += [(form.short, None, form.undefined)] if form.undefined else []
    return Table(
        ACRONYMS,
        [
            Column("Short form", lambda r: r[0]),
            Column("Stands for", lambda r: r[1] or "not said there"),
            Column("Number of documents", lambda r: len(r[2])),
            Column("Documents", lambda r: "; ".join(r[2])),
        ],
        rows,
        note="What short forms stand for, and where; several rows where it has several meanings.",
    )


def topics(found: Sequence[Topic]) -> Table:
    years = sorted({year for topic in found for year in topic.by_year})

    def mentions(year: str) -> Column:
        title = f"Mentions, {year}" if year.isdigit() else "Mentions, undated"
        return Column(title, lambda t: t.by_year[year].mentions if year in t.by_year else None)

    return Table(
        TOPICS,
        [
            Column("Service or subject", lambda t: t.name),
            Column("Also called", lambda t: "; ".join(t.spellings)),
            Column("Documents", lambda t: t.total.documents),
            Column("Commitments", lambda t: t.total.commitments),
            Column("Figures", lambda t: t.total.figures),
            Column("Mentions", lambda t: t.total.mentions),
            *map(mentions, years),
        ],
        found,
        note="Services and subjects of the whole index, with how much is said of each.",
    )


def _told(reasons: Iterable[str]) -> str:
    return " ".join(sentence(reason[:1].upper() + reason[1:]) for reason in reasons)


def _ask(answer: Answer) -> Ask:
    """The ask as it is stored, whose id its row has."""
    return Ask(doc=answer.doc, text=answer.text, start=answer.start, end=answer.end, page=answer.page)


def _reply(row: _Answered) -> Cell:
    names = [reply.name for reply in row.exchange.replies]
    return document(names[0]) if len(names) == 1 else Cell("; ".join(names))
