"""The sheets of commitments: what became of each, the evidence, how dates moved, and whose they are."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.records import Evidence, Finding
from docmine.report.story.plainly import reasons
from docmine.report.verdicts import STRENGTHS, VERDICTS, Plain
from docmine.report.words import counted
from docmine.report.workbook.model import Cell, Column, Table, Value, day
from docmine.report.workbook.names import COMMITMENTS, EVIDENCE, OWNED, OWNERS, SLIPPAGE
from docmine.report.workbook.places import Places, commitment, document

if TYPE_CHECKING:
    from docmine.compare import Person
    from docmine.compare.posts import Theirs
    from docmine.index.account import Account, Thread

NOBODY = "nobody is named"
_HOW = {"name": "named as owner", "role": "by the role held then"}


def signed(verdict: Plain) -> str:
    return f"{verdict.sign} {verdict.word}"


@dataclass(frozen=True, slots=True)
class _Said:
    """A piece of evidence, with what it is evidence of."""

    thread: Thread
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Moved:
    """A later place that gives another date."""

    thread: Thread
    entry: Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class _Owned:
    person: Person
    theirs: Theirs


def commitments(account: Account, places: Places) -> Table:
    return Table(
        COMMITMENTS,
        [
            Column("What became of it", lambda t: signed(VERDICTS[t.finding.verdict])),
            Column("Commitment", lambda t: t.commitment.text),
            Column("Who", lambda t: t.commitment.owner or NOBODY),
            Column("By when", lambda t: day(t.commitment.due)),
            Column("How firmly", lambda t: STRENGTHS.get(t.commitment.strength, t.commitment.strength)),
            Column("Under the heading", lambda t: " > ".join(t.commitment.headings)),
            *places.columns(lambda t: t.commitment),
            Column("Why", lambda t: _why(account, t.finding, t.finding.reasons)),
            Column("Evidence", _evidence_of),
            Column("Later documents searched", lambda t: len(t.finding.searched)),
            Column("Days later", lambda t: t.finding.days_slipped),
            Column("Also announced in", _also_in),
            Column("Standing text", lambda t: "yes" if t.finding.standing else None),
            Column("List begins", lambda t: t.commitment.stem),
            Column("Judged by a person", lambda t: _review(t.finding.review)),
            Column("Their reason", lambda t: (t.finding.review or {}).get("reason")),
            Column("Sure to be a commitment", lambda t: t.commitment.confidence),
            places.id(lambda t: t.commitment),
        ],
        account.threads,
        key=lambda t: t.id,
        note="Every promise once, with what later documents say of it.",
    )


def evidence(account: Account, places: Places) -> Table:
    rows = [_Said(thread, said) for thread in account.threads for said in thread.finding.evidence]
    return Table(
        EVIDENCE,
        [
            Column("Commitment", lambda r: commitment(r.thread.commitment.text, r.thread.id)),
            Column("What it says of it", _relation),
            Column("Sentence", lambda r: r.evidence.text),
            *places.columns(lambda r: r.evidence)[:2],
            Column("Published", lambda r: day(r.evidence.published)),
            Column("Nearness", lambda r: round(r.evidence.score, 2)),
            Column("Why", lambda r: _why(account, r.thread.finding, r.evidence.reasons)),
            places.id(lambda r: r.evidence),
            Column("Id of the commitment", lambda r: r.thread.id[:8]),
        ],
        rows,
        key=lambda r: (r.thread.id, r.evidence is r.thread.finding.evidence[0]),
        note="Every later sentence that was weighed, those among them that turned out to be of something else.",
    )


def slippage(account: Account) -> Table:
    moved = sorted(
        (thread for thread in account.threads if thread.finding.revisions),
        key=lambda t: (-(t.finding.days_slipped or 0), t.finding.published or "", t.id),
    )
    rows = [_Moved(thread, entry) for thread in moved for entry in thread.finding.due_history[1:] if entry["due"]]
    return Table(
        SLIPPAGE,
        [
            Column("Commitment", lambda r: commitment(r.thread.commitment.text, r.thread.id)),
            Column("Who", lambda r: r.thread.commitment.owner or NOBODY),
            Column("First promised for", lambda r: day(r.thread.finding.due)),
            Column("Then for", lambda r: _day(r.entry["due"])),
            Column("Days later than first", lambda r: r.entry.get("days")),
            Column("Sentence", lambda r: r.entry["text"]),
            Column("Document", lambda r: document(str(r.entry["doc"]))),
            Column("Page", lambda r: r.entry["page"], plain=True),
            Column("Published", lambda r: _day(r.entry["published"])),
        ],
        rows,
        note="How dates moved: a row for each later place that gives a date, what moved furthest first.",
    )


def owners(account: Account) -> Table:
    rows = [(person, held) for person in account.people for held in person.held or (None,)]
    return Table(
        OWNERS,
        [
            Column("Name", lambda r: r[0].name),
            Column("Role", lambda r: r[1].role if r[1] else None),
            Column("Organisation", lambda r: r[1].organisation if r[1] else None),
            Column("First", lambda r: day(r[1].first if r[1] else r[0].first)),
            Column("Last", lambda r: day(r[1].last if r[1] else r[0].last)),
            Column("Commitments", lambda r: len(r[0].commitments)),
            Column("E-mail", lambda r: "; ".join(r[0].emails)),
            Column("Also written", lambda r: "; ".join(r[0].spellings)),
            Column("Documents", lambda r: "; ".join(r[1].documents if r[1] else {m.doc for m in r[0].mentions})),
            Column("Kept apart from", lambda r: "; ".join(r[0].apart)),
        ],
        rows,
        key=lambda r: _who(r[0]),
        note="Everybody who is named: a row a role, with the first and the last document that says so.",
    )


def owned(account: Account, places: Places) -> Table:
    threads = {(thread.commitment.doc, thread.commitment.start): thread for thread in account.threads}

    def became(row: _Owned) -> str | None:
        thread = threads.get((row.theirs.commitment.doc, row.theirs.commitment.start))
        return signed(VERDICTS[thread.finding.verdict]) if thread else None

    return Table(
        OWNED,
        [
            Column("Name", lambda r: Cell(r.person.name, row=(OWNERS, _who(r.person)))),
            Column("How it is theirs", lambda r: _HOW[r.theirs.by]),
            Column("Commitment", lambda r: commitment(r.theirs.commitment.text, account.id_of(r.theirs.commitment))),
            Column("Owner as written", lambda r: r.theirs.commitment.owner),
            Column("By when", lambda r: day(r.theirs.commitment.due)),
            Column("What became of it", became),
            *places.columns(lambda r: r.theirs.commitment),
        ],
        [_Owned(person, theirs) for person in account.people for theirs in person.commitments],
        note="The commitments of named people, by their name or by the role that they held.",
    )


def _who(person: Person) -> Hashable:
    """Two people may have one name."""
    return person.name, person.mentions[:1]


def _why(account: Account, finding: Finding, given: Sequence[str]) -> str:
    names = {finding.doc, *finding.searched, *(said.doc for said in finding.evidence)}

    def titled(name: str) -> str:
        title = account.document(name).title
        return f"“{title.value if title else name}”"

    return " ".join(reasons(given, names, titled))


def _evidence_of(thread: Thread) -> Cell:
    found = thread.finding.evidence
    return Cell(counted(len(found), "sentence"), row=(EVIDENCE, (thread.id, True))) if found else Cell(None)


def _relation(row: _Said) -> str:
    if row.evidence.relation == "other":
        return "Nearest, but about something else"
    word = VERDICTS[row.evidence.relation].word
    return word if row.evidence.sure else f"May speak of it ({word.lower()})"


def _also_in(thread: Thread) -> str:
    return "; ".join(dict.fromkeys(str(entry["doc"]) for entry in thread.finding.also_in))


def _review(review: Mapping[str, str | None] | None) -> str | None:
    if review is None or review["verdict"] is None:
        return None
    return f"{VERDICTS[review['verdict']].word}; docmine had said: {VERDICTS[str(review['said'])].word}"


def _day(iso: str | int | None) -> Value:
    return day(str(iso) if iso else None)
