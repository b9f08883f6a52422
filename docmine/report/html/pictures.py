"""Which places of a story are worth a picture of their page, and the pictures as data of the file itself."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docmine.errors import UnreadableDocument, UsageError
from docmine.report.story.nouns import Cite
from docmine.report.story.story import Story

_TELLING = ("dropped", "slipped", "weakened", "contradicted", "delivered", "progressed", "repeated")
"""Verdicts that rest on a place; the others show nothing that a picture could prove."""
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Picture:
    src: str
    """A data: address."""
    width: int
    height: int


def pictured(story: Story, draw: Callable[[str], bytes], most: int) -> Mapping[str, Picture]:
    """Id of a record → its picture, for the most telling places that are on the page of a PDF.

    `draw` gives the picture of a record by its id; where it cannot, since the file is gone, there is none.
    """
    from docmine.read.small import small

    found: dict[str, Picture] = {}
    pdfs = {s.document.name for s in story.sources if s.document.media_type == _PDF}
    for cite in _places(story):
        if len(found) == most:
            break
        if cite.file not in pdfs or not cite.page or cite.id in found:
            continue
        try:
            made = small(draw(cite.id))
        except (UsageError, UnreadableDocument):
            continue
        found[cite.id] = Picture(
            f"data:image/webp;base64,{base64.b64encode(made.data).decode()}", made.width, made.height
        )
    return found


def _places(story: Story) -> Iterator[Cite]:
    """The promise and what decides of it, verdict by verdict by turns: a few of each, rather than many of one."""
    queues = [list(story.of(key)) for key in _TELLING]
    while any(queues):
        for queue in queues:
            if queue:
                promise = queue.pop(0)
                yield promise.cite
                if len(promise.mentions) > 1:
                    yield promise.mentions[-1].cite
