"""Answers → the ask and the reply side by side, and rows for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from docmine.records import Ask, Sentence, Span
from docmine.report import safe
from docmine.report.dates import british
from docmine.report.ids import Ids, full, short
from docmine.report.words import place, sentence

if TYPE_CHECKING:
    from docmine.compare import Answer
    from docmine.compare.answers import Reply

_NONE: Ids = MappingProxyType({})
_STYLE = {
    "answered": "bold green",
    "partly": "bold yellow",
    "deflected": "bold red",
    "unanswered": "bold red",
    "unsure": "bold",
}
COLUMNS = (
    *("doc", "text", "verdict", "score", "reasons", "searched", "replies", "topic", "published", "id"),
    *("start", "end", "page"),
)


def spots(found: Sequence[Answer]) -> list[Span]:
    """The ask of each and the sentences of the replies, by whose ids `docmine show` finds them."""
    return [spot for answer in found for spot in (_ask(answer), *map(_sentence, answer.replies))]


def table(console: Console, found: Sequence[Answer], known: Ids = _NONE) -> None:
    """What was asked on the left, what was replied on the right, with the verdict and why."""
    shown = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, leading=1)
    for title, share in (("What was asked", 5), ("What was replied", 6), ("Verdict", 3)):
        shown.add_column(title, ratio=share, overflow="fold", vertical="top")
    for answer in found:
        asked = Text(f"“{safe.line(answer.text)}”", overflow="fold")
        asked.append(f"\n{place(answer.doc, answer.page)}{_id(known, _ask(answer))}", style="dim")
        verdict = Text(answer.verdict.upper(), style=_STYLE[answer.verdict], overflow="fold")
        why = " ".join(sentence(_capital(british_in(reason))) for reason in answer.reasons)
        verdict.append(f"\n{safe.line(why)}", style="not bold default")
        shown.add_row(asked, _replies(answer, known), verdict)
    console.print(shown)
    console.print(Text(f"{told(found)}. Searched: {'; '.join(map(safe.line, found[0].searched))}."))


def row(answer: Answer, known: Ids = _NONE) -> dict[str, Any]:
    """An answer for programs, with the sentences of the replies as objects."""
    return {
        "doc": answer.doc,
        "text": answer.text,
        "verdict": answer.verdict,
        "score": answer.score,
        "reasons": list(answer.reasons),
        "searched": list(answer.searched),
        "replies": [
            {
                "doc": reply.doc,
                "text": reply.text,
                "score": reply.score,
                "manner": reply.manner,
                "reasons": list(reply.reasons),
                "published": reply.published,
                "start": reply.start,
                "end": reply.end,
                "page": reply.page,
                "id": full(known, _sentence(reply)),
            }
            for reply in answer.replies
        ],
        "topic": answer.topic,
        "published": answer.published,
        "id": full(known, _ask(answer)),
        "start": answer.start,
        "end": answer.end,
        "page": answer.page,
    }


def flat(found: Sequence[Answer], known: Ids = _NONE) -> Iterator[dict[str, Any]]:
    """For a spreadsheet: the best reply in columns of its own beside the ask."""
    for answer in found:
        values = row(answer, known)
        best = answer.replies[0] if answer.replies else None
        values["replies"] = best.text if best else None
        yield values | {"reply_doc": best.doc if best else None, "reply_page": best.page if best else None}


def told(found: Sequence[Answer]) -> str:
    """ "Of 7 asks 5 answered, 1 deflected, 1 unanswered"."""
    counts = Counter[str](answer.verdict for answer in found)
    parts = ", ".join(f"{counts[verdict]} {verdict}" for verdict in _STYLE if counts[verdict])
    return f"Of {len(found)} ask{'' if len(found) == 1 else 's'}: {parts}"


def british_in(reason: str) -> str:
    """A reason whose last word is a date, with the date as people write it."""
    words, _, last = reason.rpartition(" ")
    return f"{words} {british(last)}" if last[:4].isdigit() and "-" in last else reason


def _replies(answer: Answer, known: Ids) -> Text:
    shown = Text(overflow="fold")
    if not answer.replies:
        return shown.append("Nothing that speaks of it." if answer.verdict == "unanswered" else "")
    if answer.verdict == "unanswered":
        shown.append("Nearest: ", style="dim")
    for i, reply in enumerate(answer.replies):
        shown.append("\n" if i else "").append(f"“{safe.line(reply.text)}”")
        where = place(reply.doc, reply.page)
        shown.append(f"\n{where}, {reply.score:.2f}{_id(known, _sentence(reply))}", style="dim")
    return shown


def _id(known: Ids, spot: Span) -> str:
    return f"  {short(known, spot)}" if short(known, spot) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ask(answer: Answer) -> Ask:
    return Ask(doc=answer.doc, text=answer.text, start=answer.start, end=answer.end, page=answer.page)


def _sentence(reply: Reply) -> Sentence:
    return Sentence(doc=reply.doc, text=reply.text, start=reply.start, end=reply.end, page=reply.page, block=0)
