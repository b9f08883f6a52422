"""What an ingest did, what an index holds, and the tour that `make demo` gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from docmine.records import Finding
from docmine.report import cards, safe, tables
from docmine.report.dates import british
from docmine.report.words import counted, sentence

if TYPE_CHECKING:
    from docmine.index import Status
    from docmine.pipeline import Summary
    from docmine.store import StoredDocument

_KINDS = ("commitments", "asks", "figures", "dates", "owners", "quotes", "acronyms")
_TELLING = (
    "contradicted",
    "slipped",
    "dropped",
    "weakened",
    "delivered",
    "progressed",
    "repeated",
    "unsure",
    "open",
)
"""Verdicts in the order in which a newcomer should meet them."""
_SHOWN = 10
_NAMED = 3
"""Files named in a sentence before it says how many more."""
_NEXT = (
    ('docmine search "what was promised about FTB"', "ask in your own words"),
    ("docmine track --verdict slipped", "every finding of one kind"),
    ("docmine report -o report.html", "a page to print or to send"),
    ("docmine serve", "look at it in your browser"),
    ("docmine commitments --format csv > commitments.csv", "take the evidence to a spreadsheet"),
)


def ingested(console: Console, summary: Summary, index: Path) -> None:
    """How many files were new, changed, known, unreadable; the unreadable ones by name, with the reason."""
    counts = [
        (len(summary.new), "new"),
        (len(summary.changed), "changed"),
        (len(summary.unchanged), "already there"),
        (len(summary.failed), "could not be read"),
    ]
    total = sum(number for number, _ in counts)
    said = ", ".join(f"{number:,} {words}" for number, words in counts if number)
    console.print(Text(f"{counted(total, 'file')}: {said}. Index: {safe.line(str(index))}"))
    for path, reason in summary.failed:
        console.print(_line("  ✗ ", f"{path}: {sentence(reason)}", "red"))
    if summary.passed_over:
        names = ", ".join(Path(path).name for path in summary.passed_over[:_NAMED])
        more = f" and {len(summary.passed_over) - _NAMED} more" if len(summary.passed_over) > _NAMED else ""
        console.print(_line("  – ", f"Passed over, of kinds that docmine does not read: {names}{more}.", "yellow"))


def unknown(console: Console, documents: Sequence[StoredDocument]) -> None:
    """Which documents say neither when nor by whom they were published: track cannot place them."""
    for what, option, missing in (
        ("date", "--published", [d.name for d in documents if d.published is None]),
        ("publisher", "--publisher", [d.name for d in documents if d.publisher is None]),
    ):
        if missing:
            named = ", ".join(missing[:_NAMED]) + (" ..." if len(missing) > _NAMED else "")
            said = f"{counted(len(missing), 'document')} with no known {what} ({named}): say it with {option}."
            console.print(_line("  ? ", said, "yellow"))


def status(console: Console, found: Status) -> None:
    """Numbers, the division by type, publisher, series and year, every document, every failure."""
    _counts(console, found)
    for label, groups in (
        ("By type", found.by_type),
        ("By publisher", found.by_publisher),
        ("By series", found.by_series),
        ("By year", found.by_year),
    ):
        if groups:
            console.print(_line(f"{label}: ", ", ".join(f"{name} {number}" for name, number in groups.items()), "bold"))
    _documents(console, found)
    if found.failures:
        console.print(Text(f"{counted(len(found.failures), 'file')} could not be read:", style="bold red"))
        for failure in found.failures:
            console.print(_line("  ✗ ", f"{failure.path}: {sentence(failure.reason)}", "red"))


def demo(console: Console, found: Status, findings: Sequence[Finding]) -> None:
    """A newcomer's tour: what was read, ten findings with their evidence, three commands to try next."""
    _heading(console, "What was read")
    _counts(console, found)
    _documents(console, found)
    chosen = telling(findings, _SHOWN)
    _heading(console, f"{len(chosen)} of {counted(len(findings), 'finding')}, with evidence")
    cards.findings(console, chosen)
    _heading(console, "Try next")
    width = max(len(command) for command, _ in _NEXT)
    for command, why in _NEXT:
        console.print(_line(f"  .venv/bin/{command.ljust(width)}  ", f"# {why}", "bold cyan"), soft_wrap=True)


def telling(findings: Sequence[Finding], limit: int) -> list[Finding]:
    """At most `limit` findings, one of each verdict by turns; those with telling evidence first."""
    by_verdict = [
        sorted(
            (f for f in findings if f.verdict == verdict), key=lambda f: all(e.relation == "other" for e in f.evidence)
        )
        for verdict in _TELLING
    ]
    turns = chain.from_iterable(zip_longest(*by_verdict))
    return [finding for finding in turns if finding is not None][:limit]


def _counts(console: Console, found: Status) -> None:
    held = [counted(found.counts["documents"], "document"), counted(found.counts["passages"], "passage")]
    held += [f"{found.counts[kind]:,} {kind}" for kind in _KINDS]
    console.print(_line(f"{safe.line(str(found.path))}: ", ", ".join(held), "bold"))


def _documents(console: Console, found: Status) -> None:
    rows = [
        (
            british(d.published.value) if d.published else "",
            d.name,
            d.doc_type.value if d.doc_type else "",
            d.publisher.value if d.publisher else "",
        )
        for d in found.documents
    ]
    if rows:
        console.print(tables.plain(("Published", "Document", "Type", "Publisher"), rows, (3, 6, 2, 4)))
    for name, others in found.same_issue.items():
        if name < min(others):
            console.print(_line("  = ", f"{name}: same issue as {', '.join(others)}, and counted once.", "yellow"))


def _heading(console: Console, words: str) -> None:
    console.print(Text(f"\n{words}\n", style="bold underline"))


def _line(label: str, words: str, style: str) -> Text:
    line = Text(label, style=style)
    line.append(safe.line(words), style="not bold default")
    return line
