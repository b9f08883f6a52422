"""Every table as a file: those of the index, and what was made from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docmine.index import comparing, following
from docmine.report import ids
from docmine.report.checks import spot
from docmine.store.made import table

if TYPE_CHECKING:
    from docmine.compare import Check, Series
    from docmine.index.access import Access
    from docmine.index.account import Account
    from docmine.records import Evidence, Finding

Row = dict[str, Any]
_SAME = (
    *("published", "owner", "due", "strength", "topic", "verdict", "score", "reasons", "searched", "due_history"),
    *("revisions", "days_slipped", "owner_history", "also_in", "standing", "same_as"),
)
"""Fields of a finding that its row has as they are."""


def export(access: Access, folder: Path | str, format: str, *, force: bool, versions: bool) -> tuple[Path, ...]:
    findings = following.track(access, None)
    checks = comparing.check(access, ())
    series = comparing.series(access, None, None)
    shown: list[ids.Item] = [*findings, *(said for finding in findings for said in finding.evidence)]
    shown += [spot(check) for check in checks]
    shown += [point.figure for one in series for point in one.points]
    shown += [point.figure for one in series for flag in one.flags for point in (flag.earlier, flag.later)]
    with access.reading() as store:
        known = ids.table(shown, store.ids(shown))
        made = {
            "findings": [_finding(finding, known) for finding in findings],
            "evidence": [row for finding in findings for row in _evidence(finding, known)],
            "checks": [_check(check, known) for check in checks],
            "series": [_series(number, one) for number, one in enumerate(series, 1)],
            "points": [row for number, one in enumerate(series, 1) for row in _points(number, one, known)],
            "flags": [row for number, one in enumerate(series, 1) for row in _flags(number, one, known)],
        }
        tables = {name: table(name, rows) for name, rows in made.items()}
        return store.export(folder, format, tables, force=force, versions=versions)


def workbook(access: Access, account: Account) -> bytes:
    from docmine.compare import topics
    from docmine.report.workbook.book import workbook

    with access.reading() as store:
        return workbook(account, topics(store))


def _place(item: Finding | Evidence | Check) -> Row:
    return {"doc": item.doc, "text": item.text, "start_char": item.start, "end_char": item.end, "page": item.page}


def _finding(finding: Finding, known: ids.Ids) -> Row:
    review = finding.review or {}
    return {
        "id": ids.full(known, finding),
        **_place(finding),
        **{name: getattr(finding, name) for name in _SAME},
        **{name: review.get(name) for name in ("said", "reviewed", "reason")},
    }


def _evidence(finding: Finding, known: ids.Ids) -> Iterator[Row]:
    for number, said in enumerate(finding.evidence, 1):
        yield {
            "finding": ids.full(known, finding),
            "number": number,
            "id": ids.full(known, said),
            **_place(said),
            **{name: getattr(said, name) for name in ("published", "relation", "sure", "score", "reasons")},
        }


def _check(check: Check, known: ids.Ids) -> Row:
    return {
        "id": ids.full(known, spot(check)),
        **_place(check),
        "kind": check.check,
        **{name: getattr(check, name) for name in ("verdict", "stated", "counts", "sum", "exact", "tolerance")},
        "evidence": [
            {"doc": other.doc, "text": other.text, "start": other.start, "end": other.end, "page": other.page}
            for other in check.evidence
        ],
    }


def _series(number: int, one: Series) -> Row:
    same = {name: getattr(one, name) for name in ("measure", "unit", "purpose", "headings")}
    return {"series": number, **same, "points": len(one.points), "flags": len(one.flags)}


def _points(number: int, one: Series, known: ids.Ids) -> Iterator[Row]:
    for at, point in enumerate(one.points, 1):
        yield {
            "series": number,
            "number": at,
            "figure": ids.full(known, point.figure),
            "doc": point.figure.doc,
            **{name: getattr(point, name) for name in ("value", "period", "stated", "quoted", "share", "published")},
            "sentence": point.sentence.text,
        }


def _flags(number: int, one: Series, known: ids.Ids) -> Iterator[Row]:
    for flag in one.flags:
        yield {
            "series": number,
            "flag": flag.kind,
            "sure": flag.sure,
            "because": flag.because,
            "earlier": ids.full(known, flag.earlier.figure),
            "later": ids.full(known, flag.later.figure),
        }
