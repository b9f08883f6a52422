"""What became of commitments, and what people say of these judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docmine.compare import follow
from docmine.compare.track import judged
from docmine.compare.weights import RULES
from docmine.errors import UsageError
from docmine.index import evidence
from docmine.search.narrow import last_day
from docmine.store import FINDINGS

if TYPE_CHECKING:
    from docmine.compare.track import Tracked
    from docmine.index.access import Access
    from docmine.records import Finding, Span, Verdict


def track(access: Access, as_of: str | None) -> tuple[Finding, ...]:
    return tracked(access, as_of).findings


def tracked(access: Access, as_of: str | None) -> Tracked:
    """The findings, which are kept, and the day on which they were judged."""
    with access.reading() as store:
        found = follow(store, access.settings, last_day(as_of))
        new = bool(found.fresh or (found.findings and not store.hold(FINDINGS)))
    if new and as_of is None:
        access.keep(lambda store: store.keep(FINDINGS, found.fresh, rules=RULES))
    return found


def review(access: Access, id: str, verdict: Verdict | None, reason: str, finding: Finding | None) -> Finding:
    exhibit = evidence.record(access, id)
    if finding is None or not exhibit.document.current:
        finding = next((f for f in track(access, None) if _place(f) == _place(exhibit.record)), None)
    if finding is None or exhibit.record.kind != "commitment":
        raise UsageError(f"{id} is the id of no finding. 'docmine track' shows the id of each beside its document.")
    said = finding.review["said"] if finding.review else finding.verdict
    with access.writing() as store:
        made = store.review(
            exhibit.id,
            doc=finding.doc,
            text=finding.text,
            said=said or finding.verdict,
            verdict=verdict or finding.verdict,
            reason=reason,
        )
    return judged(finding, made)


def _place(span: Span | Finding) -> tuple[str, int, int]:
    return span.doc, span.start, span.end
