"""What has a long text and much around it, one after the other: hits of a search, findings, changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rich.console import Console
from rich.text import Text

from docmine.records import Evidence, Finding, Hit
from docmine.report import safe
from docmine.report.dates import british
from docmine.report.ids import Ids, Item, short
from docmine.report.terminal import indented
from docmine.report.words import counted, place, sentence, several

_VERDICT = {
    "delivered": "bold green",
    "progressed": "green",
    "repeated": "bold yellow",
    "slipped": "bold red",
    "weakened": "bold red",
    "contradicted": "bold red",
    "dropped": "bold red",
    "open": "bold",
    "unsure": "bold",
}
_NEAREST = 1
"""How many passages to show that were judged to be about something else, where nothing else was found."""
_NONE: Ids = MappingProxyType({})
_ISO = r"\b\d{4}-\d\d(?:-\d\d)?\b"


def hits(
    console: Console,
    found: Iterable[Hit],
    known: Ids = _NONE,
    published: Mapping[str, str | None] = MappingProxyType({}),
) -> None:
    """Each hit: rank, place, date and id, then its words with those of the question in bold.

    `published`: the dates of the documents that say the same.
    """
    found = tuple(found)
    for hit in found:
        head = Text(f"{hit.rank}. ", style="bold")
        head.append(place(hit.doc, hit.page, hit.published), style="cyan")
        console.print(_with_id(head, known, hit))
        if hit.headings:
            console.print(indented(Text(" > ".join(safe.line(h) for h in hit.headings), style="dim")))
        text = Text(safe.line(hit.text))
        for start, end in hit.matches:
            text.stylize("bold", start, end)
        console.print(indented(text))
        facts = [hit.owner, f"due {british(hit.due)}" if hit.due else None]
        if hit.kind == "commitment" or any(facts):
            _labelled(console, "Promised", " · ".join(fact for fact in facts if fact) or "without a name or a date")
        _labelled(console, "Verdict", hit.verdict or "")
        if hit.also_in:
            _labelled(console, f"Also in {_others(hit, published)}", several(hit.also_in))
        console.print()


def _others(hit: Hit, published: Mapping[str, str | None]) -> str:
    """ "3 later documents"; other ones, where some are earlier or have no date."""
    dates = [published.get(name) for name in hit.also_in]
    here = hit.published
    which = "other"
    if here and all(date and date[: len(here)] > here[: len(date)] for date in dates):
        which = "later"
    elif here and all(date and date[: len(here)] < here[: len(date)] for date in dates):
        which = "earlier"
    return counted(len(hit.also_in), f"{which} document")


def not_named(found: Sequence[Hit], instead: str = "") -> str | None:
    """That no hit names something that the question names, and what to ask `instead`; None where they name it all."""
    nowhere = named_nowhere(found)
    if nowhere:
        names = " or ".join(map(safe.line, nowhere))
        return f"Nothing here names {names}.{instead} Nearest by meaning and words:"
    if found and all(hit.missing for hit in found):
        names = " and ".join(dict.fromkeys(safe.line(name) for hit in found for name in hit.missing))
        return f"Nothing here names {names} together:"
    return None


def named_nowhere(found: Sequence[Hit]) -> list[str]:
    """What the question names, and no hit."""
    return [name for name in found[0].missing if all(name in hit.missing for hit in found)] if found else []


def findings(console: Console, found: Iterable[Finding], known: Ids = _NONE) -> None:
    """Each commitment with its verdict, the reasons, what was searched and every piece of evidence, quoted."""
    for finding in found:
        head = Text(finding.verdict.upper(), style=_VERDICT[finding.verdict])
        head.append(f"  {place(finding.doc, finding.page, finding.published)}", style="cyan")
        console.print(_with_id(head, known, finding))
        console.print(indented(Text(f"“{safe.line(finding.text)}”")))
        due = f"due {british(finding.due)}" if finding.due else None
        facts = [finding.owner or "by whom is not said", due, finding.strength]
        _labelled(console, "Promised", " · ".join(fact for fact in facts if fact))
        _labelled(console, "Why", " ".join(_reason(reason, finding) for reason in finding.reasons))
        _labelled(console, "Dates", _dates(finding))
        owners = [str(entry["owner"] or "nobody by name") for entry in finding.owner_history]
        _labelled(console, "Owners", ", then ".join(owners) if len(owners) > 1 else "")
        _labelled(console, "Also in", several(list(dict.fromkeys(str(entry["doc"]) for entry in finding.also_in))))
        _labelled(console, "Note", "standing text, which issue after issue carries" if finding.standing else "")
        _labelled(console, "Searched", _searched(finding.searched))
        telling = [e for e in finding.evidence if e.relation != "other"]
        for evidence in telling or finding.evidence[:_NEAREST]:
            relation = _relation(evidence)
            said = Text(f"{relation} ({evidence.score:.2f}), ")
            said.append(place(evidence.doc, evidence.page, evidence.published), style="cyan")
            console.print(indented(_with_id(said, known, evidence), 4))
            console.print(indented(Text(f"“{safe.line(evidence.text)}”"), 6))
        console.print()


def _with_id(head: Text, known: Ids, item: Item) -> Text:
    return head.append(f"  {short(known, item)}", style="dim not bold") if short(known, item) else head


def _relation(evidence: Evidence) -> str:
    if evidence.relation == "other":
        return "nearest, but about something else"
    return safe.line(evidence.relation) if evidence.sure else "may speak of it"


def _reason(reason: str, finding: Finding) -> str:
    """A reason as a sentence with British dates; the dates in names of files stay as they are."""
    names = {finding.doc, *finding.searched, *(evidence.doc for evidence in finding.evidence)}
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return sentence(re.sub(f"({known})|({_ISO})", lambda match: match[1] or british(match[2]), reason))


def _dates(finding: Finding) -> str:
    """The first date and each that it was moved to, with its source; nothing where it never moved."""
    if not finding.revisions:
        return ""
    first, *later = (entry for entry in finding.due_history if entry["due"])
    changed = [e for e, before in zip(later, [first, *later], strict=False) if e["due"] != before["due"]]
    moved = [f"{british(str(e['due']))} ({safe.line(str(e['doc']))})" for e in changed]
    days = finding.days_slipped or 0
    later_by = f", {counted(days, 'day')} later" if days > 0 else ""
    return f"{british(str(first['due']))}, then {', then '.join(moved)}{later_by}"


def _searched(names: tuple[str, ...]) -> str:
    if not names:
        return "no later document"
    return f"{counted(len(names), 'later document')}: {several(names)}"


def _labelled(console: Console, label: str, text: str) -> None:
    if text:
        line = Text(f"{label}: ", style="dim")
        line.append(safe.line(text), style="not dim")
        console.print(indented(line))
