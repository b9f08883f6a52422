"""Feet and heads that are typed in text boxes: the same words at the same place on slide after slide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

Mark = tuple[str, int, int]
"""The words of a shape, and where it stands, in hundredths of the slide."""

_MOST_WORDS = 20
_HEAD, _FOOT = 0.12, 0.85
"""Shares of the slide's height: above and below stand heads and feet, whose numbers may differ from slide to slide."""


def mark(text: str, left: float, top: float, bottom: float) -> Mark | None:
    """What tells a running text again on another slide; None for a long text and for none."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS:
        return None
    joined = " ".join(words)
    if top >= _FOOT or bottom <= _HEAD:
        joined = re.sub(r"\d+", "#", joined)
    return joined, round(left * 100), round(top * 100)


def running(slides: Sequence[Iterable[Mark]]) -> frozenset[Mark]:
    """The marks that are on all slides, or all but one, which may be the title's."""
    counts = Counter(found for slide in slides for found in set(slide))
    return frozenset(found for found, count in counts.items() if count >= max(2, len(slides) - 1))
