"""Threads → commitments as they are told: what, who, by when, what became of it, and every place that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docmine.records import Evidence, Finding
from docmine.report.dates import british
from docmine.report.story.nouns import Cite, Mention
from docmine.report.story.plainly import reasons
from docmine.report.story.sources import Sources
from docmine.report.verdicts import STRENGTHS, VERDICTS, Plain
from docmine.report.words import counted

if TYPE_CHECKING:
    from docmine.index.account import Thread

MAY_SPEAK = "May speak of it"
NOT_HEARD = "nothing later was found that speaks of it"
"""A reason for being unsure, as the comparison words it; a test holds the two together."""
_NEAREST = 2
"""Sentences shown that may speak of a commitment, or of which it was judged that they do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One commitment with its life."""

    id: str
    verdict: Plain
    finding: Finding
    cite: Cite
    headings: tuple[str, ...]
    before: str | None
    """The sentence before it, where it leans on that: "This service is to be expanded"."""
    stem: str | None
    """Of a bullet: the words above the list."""
    strength: str
    mentions: tuple[Mention, ...]
    """What surely speaks of it, by date, its own first."""
    perhaps: tuple[Mention, ...]
    """What may speak of it, or was nearest and does not."""
    why: tuple[str, ...]
    searched: str
    then: tuple[Plain, str] | None = None
    """Of a promise that was made again: what became of it from there on, and the id of that promise."""

    @property
    def anchor(self) -> str:
        return f"p-{self.id}"

    @property
    def text(self) -> str:
        return self.finding.text

    @property
    def owner(self) -> str | None:
        return self.finding.owner

    @property
    def due(self) -> str | None:
        return self.finding.due

    @property
    def service(self) -> str:
        """The heading that it stands under."""
        return self.headings[-1] if self.headings else ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """By whom, by when and how firmly, in words."""
        return (
            ("Who", self.owner or "nobody is named"),
            ("By when", british(self.due) or "no date is given"),
            ("Wording", self.strength),
        )


def promise(thread: Thread, sources: Sources) -> Promise:
    """A thread as it is told."""
    finding, commitment = thread.finding, thread.commitment
    names = {finding.doc, *finding.searched, *(e.doc for e in finding.evidence)}
    sure = [e for e in finding.evidence if e.sure and e.relation != "other"]
    unsure = [e for e in finding.evidence if not e.sure and e.relation != "other"]
    other = [e for e in finding.evidence if e.relation == "other"]
    shown = unsure or ([] if sure else other)
    return Promise(
        id=thread.id,
        verdict=VERDICTS[finding.verdict],
        finding=finding,
        cite=sources.cite(finding, finding.published),
        headings=commitment.headings,
        before=sources.before(finding) if _leans(finding.text) else None,
        stem=commitment.stem,
        strength=STRENGTHS.get(finding.strength or "", ""),
        mentions=tuple(_mentions(finding, sure, sources)),
        perhaps=tuple(_perhaps(e, NOT_HEARD in finding.reasons, sources) for e in shown[:_NEAREST]),
        why=reasons(finding.reasons, names, sources.named),
        searched=_searched(finding, sources),
    )


def followed(promises: Sequence[Promise]) -> tuple[Promise, ...]:
    """Each that was only promised again with what became of its latest wording, where that is a promise here too."""
    by_doc: dict[str, list[Promise]] = {}
    for one in promises:
        by_doc.setdefault(one.finding.doc, []).append(one)
    return tuple(_followed(one, by_doc) if one.verdict.key == "repeated" else one for one in promises)


def _followed(promise: Promise, by_doc: Mapping[str, Sequence[Promise]]) -> Promise:
    for said in sorted((e for e in promise.finding.evidence if e.sure), key=lambda e: e.published or "", reverse=True):
        for later in by_doc.get(said.doc, ()):
            if later.id != promise.id and said.start <= later.finding.start < said.end:
                return replace(promise, then=(later.verdict, later.id))
    return promise


def _perhaps(evidence: Evidence, silent: bool, sources: Sources) -> Mention:
    """What may speak of it; `silent`: nothing does, and this is merely nearest."""
    may = evidence.relation != "other" and not silent
    other = "Nearest, though nothing shows that it speaks of it" if silent else "Nearest, but about something else"
    return Mention(
        what=MAY_SPEAK if may else other,
        tone="plain",
        sign="?" if may else "–",
        text=evidence.text,
        cite=sources.cite(evidence, evidence.published),
        sure=False,
    )


def _leans(text: str) -> bool:
    """Whether a sentence points back to the one before: "This service is to be expanded"."""
    first = text.split(maxsplit=1)[0].strip(",;:").casefold() if text.split() else ""
    return first in {
        "this",
        "these",
        "that",
        "those",
        "it",
        "they",
        "he",
        "she",
        "both",
        "such",
        "which",
        "who",
        "will",
    }


def _mentions(finding: Finding, sure: list[Evidence], sources: Sources) -> Iterator[Mention]:
    own = VERDICTS["open"]
    due = f", for {british(finding.due)}" if finding.due else ""
    yield Mention(
        what=f"Promised{due}",
        tone=own.tone,
        sign="●",
        same=True,
        text=finding.text,
        cite=sources.cite(finding, finding.published),
    )
    places = {(finding.doc, finding.start)}
    later: list[tuple[str, int, int, Mention]] = []
    for entry in finding.due_history[1:]:
        later.append(_keyed(entry, len(later), _moved(entry, finding, sources)))
        places.add((str(entry["doc"]), int(entry["start"] or 0)))
    for e in sure:
        if (e.doc, e.start) not in places:
            places.add((e.doc, e.start))
            said = VERDICTS[e.relation]
            names = {finding.doc, *finding.searched, e.doc}
            why = reasons(e.reasons, names, sources.named)
            mention = Mention(
                what=said.word, tone=said.tone, sign=said.sign, text=e.text, cite=sources.cite(e, e.published), why=why
            )
            later.append((e.published or "9999", len(later), e.start, mention))
    for entry in finding.also_in:
        if _beside(entry, places):
            continue
        again = VERDICTS["repeated"]
        before = str(entry.get("published") or "9999") < (finding.published or "")
        mention = Mention(
            what="Announced before" if before else "Announced again",
            tone=again.tone,
            sign=again.sign,
            text=str(entry["text"]),
            cite=sources.entry(entry),
        )
        later.append(_keyed(entry, len(later), mention))
    told = _plain(finding.text)
    for *_, mention in sorted(later, key=lambda item: item[:3]):
        yield replace(mention, same=True, why=()) if _plain(mention.text) == told else mention


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".;,")


def _beside(entry: Mapping[str, str | int | None], places: set[tuple[str, int]]) -> bool:
    """Whether the same sentence is among those already told: a mention may begin a few words into it."""
    doc, start, text = str(entry["doc"]), int(entry["start"] or 0), str(entry["text"] or "")
    return any(doc == one and start - len(text) <= at <= start + len(text) for one, at in places)


def _keyed(entry: Mapping[str, str | int | None], i: int, mention: Mention) -> tuple[str, int, int, Mention]:
    return str(entry.get("published") or "9999"), i, int(entry.get("start") or 0), mention


def _moved(entry: Mapping[str, str | int | None], finding: Finding, sources: Sources) -> Mention:
    """A later place that gives a date: the same, another, or the first."""
    due, days = british(entry["due"]), entry.get("days")
    late = VERDICTS["slipped"]
    if isinstance(days, int) and days > 0:
        what, tone, sign = f"Date now {due}: {counted(days, 'day')} later than first promised", late.tone, late.sign
    elif isinstance(days, int) and days < 0:
        what, tone, sign = f"Date now {due}: {counted(-days, 'day')} earlier than first promised", "done", "◀"
    elif entry["due"] == finding.due:
        what, tone, sign = f"Promised again for {due}", VERDICTS["repeated"].tone, VERDICTS["repeated"].sign
    else:
        what, tone, sign = f"Date given as {due}", VERDICTS["repeated"].tone, VERDICTS["repeated"].sign
    return Mention(what=what, tone=tone, sign=sign, text=str(entry["text"]), cite=sources.entry(entry))


def _searched(finding: Finding, sources: Sources) -> str:
    if not finding.searched:
        return "No later document was given that it could be looked for in."
    names = "; ".join(sources.named(name) for name in finding.searched[:3])
    more = len(finding.searched) - 3
    and_more = f" and {counted(more, 'more')[:-1] if more > 1 else '1 more'}" if more > 0 else ""
    return f"Looked for in {counted(len(finding.searched), 'later document')}: {names}{and_more}."
