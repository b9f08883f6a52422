"""Running heads, running feet and page numbers: what stands outside the reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docmine.read.pdf.lines import Segment

_MARGIN = 0.11
"""Of the page's height, at the top and at the bottom: where running heads and feet stand."""
_PAGE_NUMBER = re.compile(r"^\W*(?:\w\s)?\W*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*$", re.I)

_NUMBERED = re.compile(r"\S.*(?:\bpage|[|•·])\s*(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
"""A foot that ends in the page's number: "Ward News, page 2", "City Council | 2"."""
_LOW = 0.14
"""Of the page's height: so high may a foot with a number stand that nothing else is near."""


def split(
    pages: Sequence[Sequence[Segment]], heights: Sequence[float], titles: Sequence[str]
) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """(text, furniture) of each page. `titles`: the document's own names, which a head may repeat only once."""
    counts = Counter(
        key for page, height in zip(pages, heights, strict=True) for key in {_key(s) for s in page if _edge(s, height)}
    )
    own = {_fold(t) for t in titles if t}
    kept: list[list[Segment]] = []
    taken: list[list[Segment]] = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        text: list[Segment] = []
        furniture: list[Segment] = []
        for segment in page:
            edge = _edge(segment, height)
            repeated = edge and counts[_key(segment)] >= max(2, len(pages) * 0.3)
            numbered = edge and bool(_PAGE_NUMBER.match(segment.text)) and _outermost(segment, page, height)
            titled = edge and number > 0 and _fold(segment.text) in own
            told = _is_foot(segment, page, height) or (number == 0 and edge and _is_head(segment, page, own))
            (furniture if repeated or numbered or titled or told else text).append(segment)
        kept.append(text)
        taken.append(furniture)
    return kept, taken


def _edge(segment: Segment, height: float) -> bool:
    return segment.bottom < height * _MARGIN or segment.top > height * (1 - _MARGIN)


def _is_foot(segment: Segment, page: Sequence[Segment], height: float) -> bool:
    """Whether a line at the foot ends in the page's number and stands alone, apart from the text."""
    if segment.top < height * (1 - _LOW) or not _NUMBERED.match(segment.text):
        return False
    above = [s.bottom for s in page if s.middle < segment.middle - segment.size]
    return _outermost(segment, page, height) and segment.top - max(above, default=0.0) > segment.size * 1.2


def _is_head(segment: Segment, page: Sequence[Segment], own: set[str]) -> bool:
    """Whether the first line of all says again, in small type, how the title below it begins."""
    if any(s.middle < segment.middle - 2 for s in page) or len(segment.words) < 2:
        return False
    text = _fold(segment.text)
    titles = {_fold(s.text) for s in page if s.size > segment.size * 1.4} | own
    return max(s.size for s in page) > segment.size * 1.4 and any(title.startswith(text) for title in titles)


def _outermost(segment: Segment, page: Sequence[Segment], height: float) -> bool:
    """Whether nothing stands between the segment and its edge of the page."""
    if segment.middle < height / 2:
        return all(s.middle >= segment.middle - 2 * s.size for s in page)
    return all(s.middle <= segment.middle + 2 * s.size for s in page)


def _key(segment: Segment) -> str:
    """What its repetitions share: any number counts as one, and "l" as "i", which scans of small print confuse."""
    return re.sub(r"\d+", "#", _fold(segment.text)).replace("l", "i")


def _fold(text: str) -> str:
    """Letters and digits in lower case, without the sign or the letter that stands for a sign in front."""
    return re.sub(r"^\w (?=\w)", "", re.sub(r"[^\w#]+", " ", text.casefold()).strip())
