"""docs/index-schema.md, from the comments in the schema: `python -m docmine.store.describe > docs/index-schema.md`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from docmine.store.made import MADE, schema
from docmine.store.rows import DOCUMENT_TABLES, VIEWS
from docmine.store.store import Store

_INTRODUCTION = """\
# The tables of an index

<!-- Written by: python -m docmine.store.describe > docs/index-schema.md -->

An index is one DuckDB file. Ask it with `docmine sql "SELECT ..."`, in Python with `Index.sql` and `Index.table`, or
open it in any tool that reads DuckDB.

- Use the plain names (`commitments`, `figures` ...): they show the **current** versions of the documents only, each row
  with the date, publisher and series of its document. The tables called `all_...` hold every version.
- `doc` is the file's name; where several current documents have one name, with the folder in front: 2024/news.pdf.
- `doc_id` stands for one version of one document and joins every table. Files with the same
  bytes are one document; `places` holds which file had which content.
- Dates of documents, deadlines and periods can be partial ("2022-09"). Beside each stand the first and last day that it
  can mean, as real dates: `WHERE due_to < DATE '2022-10-01'`.
- The places in a text are called `start_char` and `end_char`, because START and END are words of SQL. In `extract` and
  in JSON they are `start` and `end`.
- A null means that the document does not say.
- `docmine export` writes these tables to files. In its CSV files lists are JSON, and a text that a spreadsheet would
  run as a formula (it begins with = + - @ or a tab) has an apostrophe in front and control characters are �; JSONL and
  Parquet are exact. It writes some tables more, which are [below](#only-in-an-export). A workbook (`docmine export
  all.xlsx`) is for people: its sheets follow what a reader asks, not these tables.

```sql
-- What is due before the end of 2022, soonest first
SELECT doc, owner, text, due FROM commitments WHERE due_to <= DATE '2022-12-31' ORDER BY due_to;

-- The same sentence in several documents
SELECT text, list(doc ORDER BY published_from) AS docs FROM sentences GROUP BY text HAVING count(DISTINCT doc_id) > 1;

-- How each file changed: its versions
SELECT p.path, p.version, p.current, p.found, d.text FROM places p JOIN all_documents d USING (doc_id) ORDER BY ALL;
```
"""


def describe() -> str:
    """The page: every table and column with its type and its comment, as a new index has them."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "empty.duckdb", create=True) as store:
        columns = store.query(
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns()"
            " WHERE NOT internal AND schema_name = 'main' ORDER BY table_name, column_index"
        ).rows
        comments = dict(
            store.query(
                "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main' UNION ALL"
                " SELECT view_name, comment FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'"
            ).rows
        )
    first = [*VIEWS, "places", "failures", "runs", "vectors"]
    last = [*sorted(comments.keys() - {*first, *DOCUMENT_TABLES})]
    parts = [_INTRODUCTION]
    for table in [*first, *DOCUMENT_TABLES, *last]:
        parts.append(f"## {table}\n\n{comments[table]}\n")
        if table in DOCUMENT_TABLES:
            parts.append(f"The columns of [{table[4:]}](#{table[4:]}) up to the document's own.\n")
            continue
        lines = [
            f"| `{name}` | `{_short(kind)}` | {comment} |" for owner, name, kind, comment in columns if owner == table
        ]
        parts.append("\n".join(["| column | type | what it is |", "| --- | --- | --- |", *lines]) + "\n")
    return "\n".join([*parts, *_made()])


_ONLY_EXPORTED = """\
# Only in an export

What `docmine track`, `check` and `series` say, made by `docmine export` where the index does not keep it. The ids join
the tables above.
"""


def _made() -> Iterator[str]:
    yield _ONLY_EXPORTED
    for name in MADE:
        columns = schema(name)
        yield f"## {name} (exported)\n\n{columns.metadata[b'comment'].decode()}\n"
        lines = [
            f"| `{column.name}` | `{_arrow(str(column.type))}` | {column.metadata[b'comment'].decode()} |"
            for column in columns
        ]
        yield "\n".join(["| column | type | what it is |", "| --- | --- | --- |", *lines]) + "\n"


def _arrow(kind: str) -> str:
    """A type of Arrow as DuckDB calls it."""
    if kind.startswith("list<"):
        return _arrow(kind.removeprefix("list<item: ").removeprefix("list<element: ")[:-1]) + "[]"
    if kind.startswith("struct<"):
        columns = (column.split(": ") for column in kind.removeprefix("struct<")[:-1].split(", "))
        return f"STRUCT({', '.join(f'{name} {_arrow(type)}' for name, type in columns)})"
    return {"string": "TEXT", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN"}[kind]


def _short(kind: str) -> str:
    return kind.replace("VARCHAR", "TEXT").replace("|", "\\|")


if __name__ == "__main__":
    print(describe(), end="")
