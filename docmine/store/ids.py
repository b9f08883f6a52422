"""The ids of what was found, by which `around` finds each again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import duckdb

from docmine.records import Evidence, Finding, Hit, Span, place_id
from docmine.store.lists import joined
from docmine.store.rows import doc_id

Found = Span | Hit | Finding | Evidence


def ids(connection: duckdb.DuckDBPyConnection, found: Sequence[Found]) -> tuple[str, ...]:
    """The id of each: of a finding that of its commitment, of evidence that of its sentence, of a hit that was cut from
    a passage that of the passage. Empty for what stands in no document of the index."""
    hashes = _hashes(connection, {item.doc for item in found})
    holders = _holders(connection, [item for item in found if _kind(item) in _CUT], hashes)
    made = []
    for item in found:
        kind, sha256 = _kind(item), hashes.get(item.doc)
        own = place_id(sha256, kind, item.start, item.end) if sha256 else ""
        made.append(holders.get((kind, item.doc, item.start), own))
    return tuple(made)


_CUT = {"passage": "passages", "sentence": "sentences"}
"""Kinds of which a part may be shown, and where the whole is found."""


def _kind(item: Found) -> str:
    if isinstance(item, Evidence):
        return "sentence"
    return "commitment" if isinstance(item, Finding) else item.kind


def _hashes(connection: duckdb.DuckDBPyConnection, names: Collection[str]) -> dict[str, str]:
    """Name of each of these current documents → hash of its file."""
    found = dict(
        connection.execute(
            f"SELECT name, any_value(sha256) FROM all_documents WHERE current AND name IN ({_marks(names)})"
            " GROUP BY name HAVING count(*) = 1",
            sorted(names),
        ).fetchall()
        if names
        else ()
    )
    others = {name for name in names if name not in found or "/" in name}  # which the view alone tells apart
    if others:
        sql = f"SELECT name, sha256 FROM documents WHERE name IN ({_marks(others)})"
        found = {name: found[name] for name in found.keys() - others}
        found.update(connection.execute(sql, sorted(others)).fetchall())
    return found


def _marks(names: Collection[str]) -> str:
    return ", ".join("?" * len(names))


def _holders(
    connection: duckdb.DuckDBPyConnection, parts: Iterable[Found], hashes: Mapping[str, str]
) -> dict[tuple[str, str, int], str]:
    """The id of the passage or sentence that holds the first character of each part."""
    wanted = sorted({(_kind(item), item.doc, item.start) for item in parts if item.doc in hashes})
    found = {}
    for kind, table in _CUT.items():
        places = {(doc_id(hashes[doc]), start): doc for one, doc, start in wanted if one == kind}
        if not places:
            continue
        rows = connection.execute(
            f"""
            SELECT p.key, p.place, any_value(r.id)
            FROM (
                SELECT unnest(string_split(?, ',')) AS key, unnest(string_split(?, ',')::INTEGER[]) AS place
            ) AS p
            JOIN all_{table} AS r ON r.doc_id = p.key AND r.start_char <= p.place AND p.place < r.end_char GROUP BY ALL
            """,
            [joined(key for key, _ in places), joined(start for _, start in places)],
        ).fetchall()
        found.update({(kind, places[key, start], start): identity for key, start, identity in rows})
    return found
