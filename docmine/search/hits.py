"""What was found → hits, as a person is shown them."""

from __future__ import annotations

from docmine.records import Hit
from docmine.search.fold import Found


def hit(rank: int, found: Found, score: float, matches: tuple[tuple[int, int], ...] = ()) -> Hit:
    """`score`: 0 to 1; `matches`: where words of the question stand in the text."""
    c, promise = found.candidate, found.commitment
    return Hit(
        rank=rank,
        score=round(score, 4),
        doc=c.about.name,
        kind=found.kind,
        text=found.text,
        start=found.start,
        end=found.end,
        page=c.line.page,
        published=c.published,
        headings=c.line.headings,
        owner=promise.who if promise else None,
        due=promise.when if promise else None,
        matches=matches,
        verdict=c.verdicts[0] if promise and len(c.commitments) == len(c.verdicts) == 1 else None,
        also_in=found.also_in,
        missing=found.missing,
    )
