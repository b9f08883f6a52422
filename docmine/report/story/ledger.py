"""How dates moved, what nobody owns, and who is to do what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.report.dates import british
from docmine.report.story.promises import Promise
from docmine.report.words import counted

if TYPE_CHECKING:
    from docmine.compare import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A commitment whose date became another."""

    promise: Promise
    dates: tuple[tuple[str, str], ...]
    """Each date that was given, in words, and where: the first is the commitment's own."""
    days: int | None
    """Later than first promised; less than nothing where it came earlier."""

    @property
    def told(self) -> str:
        if not self.days:
            return "back to the first date" if self.days == 0 else "cannot be counted"
        return f"{counted(abs(self.days), 'day')} {'later' if self.days > 0 else 'earlier'}"


def moves(promises: Sequence[Promise]) -> tuple[Move, ...]:
    """The slippage ledger: what moved furthest first."""
    found = []
    for promise in promises:
        if promise.finding.revisions:
            given = [e for e in promise.finding.due_history if e["due"]]
            changed = [e for e, last in zip(given, [None, *given], strict=False) if not last or e["due"] != last["due"]]
            dates = tuple((british(e["due"]), british(e["published"]) or "no date") for e in changed)
            found.append(Move(promise=promise, dates=dates, days=promise.finding.days_slipped))
    return tuple(sorted(found, key=lambda m: (-(m.days or 0), m.promise.finding.published or "", m.promise.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """Somebody, and the commitments that are theirs."""

    name: str
    roles: tuple[str, ...]
    """Each with its dates: "Head of Housing, Anytown Council: March 2024 to October 2024"."""
    apart: tuple[str, ...]
    promises: tuple[Promise, ...]


def bodies(promises: Sequence[Promise]) -> tuple[tuple[str, tuple[Promise, ...]], ...]:
    """Each owner as the documents name it, with its commitments: those with most first."""
    found: dict[str, list[Promise]] = {}
    for promise in promises:
        if promise.owner:
            found.setdefault(promise.owner, []).append(promise)
    return tuple((name, tuple(owned)) for name, owned in sorted(found.items(), key=lambda i: (-len(i[1]), i[0])))


def people(found: Sequence[Person], promises: Sequence[Promise]) -> tuple[Owned, ...]:
    """Named people with commitments, by name; then is who else is named no matter of a report."""
    known = {(p.finding.doc, p.finding.start): p for p in promises}
    made = []
    for person in found:
        places = [(t.commitment.doc, t.commitment.start) for t in person.commitments]
        owned = tuple(known[place] for place in places if place in known)
        if owned:
            roles = tuple(_held(h.role, h.organisation, h.first, h.last) for h in person.held)
            made.append(Owned(name=person.name, roles=roles, apart=person.apart, promises=owned))
    return tuple(made)


def _held(role: str | None, organisation: str | None, first: str | None, last: str | None) -> str:
    what = ", ".join(part for part in (role, organisation) if part)
    when = british(first) if first == last else f"{british(first)} to {british(last)}"
    return f"{what}: {when}" if first else what
