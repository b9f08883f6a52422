"""The ids of what is shown, by which `docmine show` finds it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docmine.records import Evidence, Finding, Hit, Span

Item = Span | Hit | Finding | Evidence
Ids = Mapping[tuple[type[Item], str, int, int], str]
SHORT = 8
"""Digits that people are shown; programs get all 16."""


def table(found: Sequence[Item], ids: Sequence[str]) -> Ids:
    """To look up the id of each."""
    return {_key(item): id for item, id in zip(found, ids, strict=True) if id}


def full(ids: Ids, item: Item) -> str | None:
    return ids.get(_key(item))


def short(ids: Ids, item: Item) -> str:
    return ids.get(_key(item), "")[:SHORT]


def _key(item: Item) -> tuple[type[Item], str, int, int]:
    return type(item), item.doc, item.start, item.end
