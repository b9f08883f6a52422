"""What changed between two documents, or inside one: on the terminal with the words marked, and rows for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from docmine.report import safe
from docmine.report.dates import british
from docmine.report.words import counted, place

if TYPE_CHECKING:
    from docmine.compare import Change, Diff
    from docmine.read.tracked import Tracked
    from docmine.records import Sentence

_MARK = {"new": ("+", "green"), "gone": ("-", "red"), "moved": ("=", "cyan"), "reworded": ("~", "yellow")}
_BAD = ("commitment gone", "strength fell", "date moved", "owner changed")
_NOTHING = "nothing"
_WORDS = {"same": "", "gone": "red strike", "new": "green"}
_SIGNS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
COLUMNS = ("change", "before", "after", "marked", "old", "new", "old_doc", "old_page", "new_doc", "new_page", "score")
TRACKED = ("change", "text", "author", "date", "moved", "marked", "old", "new")


def cards(console: Console, found: Diff) -> None:
    """How many there are of each kind, then each: typed changes with what was and is, both wordings in one."""
    kinds = Counter(change.change for change in found.changes)
    told = ", ".join(f"{kind} {n}" for kind, n in kinds.items())
    console.print(Text(f"{counted(found.unchanged, 'statement')} unchanged; {told}", style="bold"), end="\n\n")
    for change, following in zip_longest(found.changes, found.changes[1:]):
        if change.change in _MARK:
            mark, style = _MARK[change.change]
            head = Text.assemble(
                (f"{mark} ", style), _styled(change.words) if change.words else safe.line(_side(change).text)
            )
            console.print(head.append(f"  ({_where(change)})", style="dim"))
            continue
        head = Text(f"! {change.change}: ", style="bold red" if change.change in _BAD else "bold")
        console.print(head.append(_exchange(change)).append(f"  ({_where(change)})", style="dim not bold default"))
        if following and (following.old, following.new) == (change.old, change.new):
            continue  # told below, once
        if change.words:
            console.print(Padding(_styled(change.words), (0, 0, 0, 4)))
        elif _side(change).text.rstrip(".") not in (change.before, change.after):
            console.print(Padding(Text(safe.line(_side(change).text)), (0, 0, 0, 4)))


def rows(found: Diff) -> list[dict[str, Any]]:
    """A row a change, and one with the number of unchanged statements; none where nothing changed."""
    made = [_row(change) for change in found.changes]
    return [*made, {"change": "unchanged", "count": found.unchanged}] if made else []


def tracked_cards(console: Console, found: Iterable[Tracked]) -> None:
    """Each paragraph with what was put in and taken out marked, then by whom and when."""
    for one in found:
        console.print(Text.assemble("~ ", _styled([(part.state, part.text) for part in one.parts])))
        people = dict.fromkeys(
            " ".join(word for word in (part.author or "somebody", british(part.date)) if word)
            for part in one.parts
            if part.state != "same"
        )
        console.print(Padding(Text("; ".join(safe.line(who) for who in people), style="dim"), (0, 0, 0, 4)))


def tracked_rows(found: Iterable[Tracked]) -> list[dict[str, Any]]:
    """A row for what one person put in or took out at one place, with its paragraph before and after."""
    return [
        {
            "change": "inserted" if part.state == "new" else "deleted",
            "text": part.text,
            "author": part.author,
            "date": part.date,
            "moved": part.moved,
            "marked": _marked([(p.state, p.text) for p in one.parts]),
            "old": one.old or None,
            "new": one.new or None,
        }
        for one in found
        for part in one.parts
        if part.state != "same" and part.text.strip()
    ]


def _row(change: Change) -> dict[str, Any]:
    old, new = change.old, change.new
    return {
        "change": change.change,
        "before": change.before,
        "after": change.after,
        "marked": _marked(change.words) or None,
        "old": old.text if old else None,
        "new": new.text if new else None,
        "old_doc": old.doc if old else None,
        "old_page": old.page if old else None,
        "new_doc": new.doc if new else None,
        "new_page": new.page if new else None,
        "score": change.score,
    }


def _side(change: Change) -> Sentence:
    side = change.new or change.old
    assert side is not None
    return side


def _exchange(change: Change) -> str:
    """ "14 weeks → 16 weeks"; of a commitment its words alone."""
    sides = [british(side) if side else None for side in (change.before, change.after)]
    if change.change.startswith("commitment"):
        return f"“{safe.line(sides[0] or sides[1] or '')}”"
    return " → ".join(safe.line(side) if side else _NOTHING for side in sides)


def _where(change: Change) -> str:
    """The pages, where there are any; of what was left out that it stood in the old document."""
    old, new = change.old, change.new
    if change.change in ("gone", "commitment gone") and new is None and old is not None:
        return place(old.doc, old.page)
    pages = [f"page {side.page}" if side and side.page else "" for side in (old, new)]
    if old is None or pages[0] == pages[1]:
        return pages[1] or "new document"
    return " → ".join(pages)


def _styled(words: Sequence[tuple[str, str]]) -> Text:
    """Both wordings in one text: what is gone struck out, what is new beside it. Without colour signs mark them."""
    text = Text()
    for state, piece in words:
        before, after = _SIGNS[state]
        inner = safe.line(piece).rstrip() if state != "same" else safe.line(piece)
        text.append(f"{before}{inner}{after}", style=_WORDS[state])
        text.append(" " if state != "same" and piece[-1:].isspace() else "")
    return text


def _marked(words: Sequence[tuple[str, str]]) -> str:
    return _styled(words).plain
