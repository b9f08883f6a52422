"""Where everything that an account tells of stands: the sentences, the paragraphs, the words that mean something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from docmine.index.ground import Ground
from docmine.records import Acronym, Commitment, Owner, Sentence, Span

if TYPE_CHECKING:
    from docmine.compare import Check, Series
    from docmine.index.account import Exchange
    from docmine.records import Finding
    from docmine.store import StoredDocument, When

Place = tuple[str, int]


def ground(
    documents: Sequence[StoredDocument],
    same_issue: Mapping[str, tuple[str, ...]],
    sentences: Mapping[str, Sequence[Sentence]],
    when: When,
    *,
    records: Sequence[Span],
    findings: Iterable[Finding],
    checks: Iterable[Check],
    series: Iterable[Series],
    letters: Iterable[Exchange],
) -> Ground:
    homes = {d.name: d for d in documents}
    places = {(r.doc, r.start) for r in records}
    places.update(_of_findings(findings), _of_checks(checks), _of_series(series), _of_letters(letters))
    shorts = {(homes[r.doc].doc_id, r.text, r.long) for r in records if isinstance(r, Acronym)}
    return Ground(
        documents=homes,
        same_issue=same_issue,
        sentences=_sentences(sentences, places),
        before=_before(sentences, ((r.doc, r.start) for r in records if isinstance(r, Commitment))),
        blocks={name: _blocks(own) for name, own in sentences.items()},
        shorts=tuple(sorted(shorts, key=lambda row: (row[0], row[1], row[2] or ""))),
        names=tuple(sorted({r.name for r in records if isinstance(r, Owner)})),
        when=when,
    )


def _of_findings(findings: Iterable[Finding]) -> Iterator[Place]:
    for finding in findings:
        yield finding.doc, finding.start
        for evidence in finding.evidence:
            yield evidence.doc, evidence.start
        for entry in (*finding.due_history, *finding.owner_history, *finding.also_in):
            yield str(entry["doc"]), int(entry["start"] or 0)


def _of_checks(checks: Iterable[Check]) -> Iterator[Place]:
    for check in checks:
        yield check.doc, check.start
        for span in check.evidence:
            yield span.doc, span.start


def _of_series(series: Iterable[Series]) -> Iterator[Place]:
    for one in series:
        for point in one.points:
            yield point.figure.doc, point.figure.start


def _of_letters(letters: Iterable[Exchange]) -> Iterator[Place]:
    for one in letters:
        for answer in one.answers:
            for reply in answer.replies:
                yield reply.doc, reply.start


def _sentences(sentences: Mapping[str, Sequence[Sentence]], places: Iterable[Place]) -> dict[Place, Sentence]:
    """Of each place the sentence that it stands in."""
    return {(doc, start): sentences[doc][i] for doc, start, i in _found(sentences, places)}


def _before(sentences: Mapping[str, Sequence[Sentence]], places: Iterable[Place]) -> dict[Place, str]:
    """Of each place the sentence before its own, in the same block."""
    return {
        (doc, start): sentences[doc][i - 1].text
        for doc, start, i in _found(sentences, places)
        if i and sentences[doc][i - 1].block == sentences[doc][i].block
    }


def _found(sentences: Mapping[str, Sequence[Sentence]], places: Iterable[Place]) -> Iterator[tuple[str, int, int]]:
    """Each place that a sentence holds, with the number of that sentence."""
    starts = {name: [s.start for s in own] for name, own in sentences.items()}
    for doc, start in places:
        at = bisect_right(starts.get(doc, ()), start) - 1
        if at >= 0 and start < sentences[doc][at].end:
            yield doc, start, at


def _blocks(sentences: Iterable[Sentence]) -> dict[int, str]:
    """Number of a block → its headings and its sentences, in small letters."""
    found: dict[int, list[str]] = {}
    for sentence in sentences:
        found.setdefault(sentence.block, list(sentence.headings)).append(sentence.text)
    return {number: " ".join(parts).lower() for number, parts in found.items()}
