"""Show no sentence twice: what stands in a better hit already is cut away or left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docmine.search.candidates import Candidate
from docmine.search.question import Question
from docmine.search.rank import matches

FEWEST_WORDS = 4
"""What is left of a passage says something from this many words on."""


def fold(ranked: Iterable[Candidate], asked: Question, limit: int) -> list[Candidate]:
    """The first `limit` of these candidates, best first, without repetition.

    A passage around a better commitment is kept only where the rest of it names something of the question, and then
    only that rest is shown. The same words in another document are noted at the best of them.
    """
    kept: dict[str, Candidate] = {}
    for candidate in ranked:
        rest = _rest(candidate, [k for k in kept.values() if k.doc == candidate.doc])
        if rest is None:
            continue
        cut = rest.text != candidate.text
        if cut and (len(rest.text.split()) < FEWEST_WORDS or not matches(rest.text, asked)):
            continue
        key = " ".join(rest.text.lower().split())
        if key in kept:
            first = kept[key]
            others = {*first.also_in, rest.doc} - {first.doc}
            kept[key] = replace(first, also_in=tuple(sorted(others)))
        elif len(kept) < limit:
            kept[key] = rest
    return list(kept.values())


def _rest(candidate: Candidate, shown: Sequence[Candidate]) -> Candidate | None:
    """The longest stretch of the candidate that no shown hit of its document covers."""
    covered = sorted((s.start, s.end) for s in shown if s.start < candidate.end and candidate.start < s.end)
    gaps: list[tuple[int, int]] = []
    position = candidate.start
    for start, end in covered:
        gaps.append((position, start))
        position = max(position, end)
    gaps.append((position, candidate.end))
    start, end = max(gaps, key=lambda gap: (gap[1] - gap[0], -gap[0]))
    text = candidate.text[max(0, start - candidate.start) : max(0, end - candidate.start)]
    left, right = len(text) - len(text.lstrip(" \t\n.;,")), len(text.rstrip())
    text = text[left:right]
    if not text:
        return None
    return replace(candidate, text=text, start=start + left, end=start + left + len(text))
