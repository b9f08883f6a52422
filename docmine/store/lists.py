"""Many values in one: for every element of a list from Python DuckDB tries to import pandas, to see whether it is one
of its values, and that takes longer than the question."""

from __future__ import annotations

from collections.abc import Iterable

TEXTS = "(SELECT unnest(string_split(nullif(?, ''), ',')))"
"""The values in SQL, to stand behind IN; to be given what `joined` makes of them."""
NUMBERS = "(SELECT unnest(string_split(nullif(?, ''), ',')::INTEGER[]))"
NAMES = """(SELECT unnest(from_json(?, '["VARCHAR"]')))"""
"""Texts that may hold anything; to be given what `listed` makes of them."""


def joined(values: Iterable[object]) -> str:
    """Ids, hashes or numbers, which have no comma in them."""
    return ",".join(map(str, values))


def listed(values: Iterable[str]) -> str:
    """Names of documents, or other texts, as a JSON array."""
    import json

    return json.dumps(list(values))
