"""The schema explains itself, and the page about it is up to date."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from shelves import Shelf

from docmine.records import Span
from docmine.store.describe import describe
from docmine.store.rows import SPAN_TABLES, column

PAGE = Path(__file__).parents[2] / "docs" / "index-schema.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == describe(), "run: python -m docmine.store.describe > docs/index-schema.md"


def test_every_table_and_column_says_what_it_is(shelf: Shelf) -> None:
    shelf.put("a.txt", "Words.")
    shelf.store.refresh_words()
    silent = shelf.store.query(
        """
        SELECT table_name, column_name FROM duckdb_columns()
        WHERE NOT internal AND schema_name = 'main' AND coalesce(comment, '') = ''
        UNION ALL SELECT table_name, NULL FROM duckdb_tables() WHERE schema_name = 'main' AND coalesce(comment, '') = ''
        UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''
        """
    )
    assert silent.rows == ()


@pytest.mark.parametrize("kind", SPAN_TABLES)
def test_every_field_of_a_record_has_its_column(shelf: Shelf, kind: type[Span]) -> None:
    for table in (SPAN_TABLES[kind], f"all_{SPAN_TABLES[kind]}"):
        columns = shelf.store.query(f"SELECT * FROM {table}").columns
        assert {column(f.name) for f in fields(kind)} | {"id", "doc_id", "block"} <= set(columns)


def test_the_examples_on_the_page_run(shelf: Shelf) -> None:
    shelf.put("a.txt", "Words.", "Words.")
    sql = PAGE.read_text("utf-8").split("```sql\n")[1].split("```")[0]
    for statement in sql.split(";\n"):
        if statement.strip():
            shelf.store.query(statement)
