"""The body whose name stands alone above a document, or in its running head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import written
from docmine.read.about.organisations import NAME, is_organisation, names_a_person, spelt
from docmine.records import Block

COUNCIL = re.compile(
    rf"\b(?:{NAME}\s+){{0,4}}(?:(?:City|County|Borough|District|Metropolitan|Town|Parish)\s+)*Council\b"
)
PAGE = re.compile(r"[\s,|–—-]*(?:\bpage\s+)?\b\d{1,3}(?:\s+of\s+\d{1,3})?\s*$", re.I)
_PART = re.compile(r"\b(?:Directorate|Department|Service|Services|Division|Team|Unit)$")
_PART_BELOW = re.compile(r"(?:Directorate|Department) of [A-Z][^,.;:]{3,60}$|[A-Z][\w’' -]{3,60} Directorate$")
_NO_HEAD = re.compile(r"(?:part|member) of\b|(?:dear|to|cc|for the attention of)\b", re.I)
_OF_A_KIND = re.compile(r"\b(?:Inspectorate|Council|Trust|Integrated Care Board|Constabulary)\b")
"""Bodies of which two of a kind above one document publish it together."""


def of(blocks: Sequence[Block], first: Sequence[Block]) -> str | None:
    """An organisation's name alone on one of the first lines, with a date at most, or in a running head."""
    heads = [*first, *(b for b in blocks if b.kind == "furniture" and (b.page or 1) <= 2)]
    lines = [PAGE.sub("", written.without_date(b.text)).strip(" ,.:–—-|·•") for b in heads]
    for i, line in enumerate(lines):
        name = next((part for part in (line, *_parts(line)) if is_head(part)), None)
        if name is None:
            continue
        name, below = _part_first(spelt(name)), spelt(lines[i + 1]) if i + 1 < len(lines) else ""
        if _PART.search(name) and COUNCIL.fullmatch(below):
            return f"{name}, {below}"
        if _PART_BELOW.match(below) and COUNCIL.fullmatch(name):
            return f"{below}, {name}"
        if i + 1 < len(first) and below != name and is_head(below) and _of_one_kind(name, below):
            return f"{name} and {below}"
        return name
    return None


def _parts(line: str) -> list[str]:
    return [part.strip(" ,.:–—-|·•") for part in re.split(r"\s+[–—|·•-]\s+", line)]


def _part_first(name: str) -> str:
    """ "Ash Council, Roads Directorate" as "Roads Directorate, Ash Council", which is how a body's parts are named."""
    body, _, part = name.partition(", ")
    return f"{part}, {body}" if _PART.search(part) and COUNCIL.fullmatch(body) else name


def is_head(line: str) -> bool:
    """Whether a line is an organisation's name and no person's."""
    return is_organisation(line) and not names_a_person(line) and not _NO_HEAD.match(line)


def _of_one_kind(name: str, below: str) -> bool:
    kinds = _OF_A_KIND.findall(name)
    return len(kinds) == 1 and kinds == _OF_A_KIND.findall(below)
