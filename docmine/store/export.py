"""Every table as a file: CSV, JSONL or Parquet; the whole folder at once, or nothing."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from docmine.characters import csv_line, escaped
from docmine.errors import UsageError
from docmine.store.made import MADE
from docmine.store.rows import DOCUMENT_TABLES, VIEWS
from docmine.store.vectors import unpacked as numbers

if TYPE_CHECKING:
    import pyarrow

FORMATS = ("csv", "jsonl", "parquet")
TABLES = (*VIEWS, "places", "vectors", "failures", "runs")
"""What is exported: the current versions; with `versions` the tables `all_...` besides."""

_ROWS_AT_ONCE = 2048


def export(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    form: str,
    made: Mapping[str, pyarrow.Table],
    *,
    force: bool = False,
    versions: bool = False,
) -> tuple[Path, ...]:
    """Write one file a table into `folder`, and return them; `made` are tables that the index has not, by name.

    Raises UsageError for an unknown format, for a folder that cannot be written to, and for one that is there already,
    unless `force` is given and it holds nothing but an earlier export.

    In CSV a text that a spreadsheet would run as a formula (it begins with = + - @ or a tab) gets an apostrophe in
    front, control characters are "�", lists are JSON, and the file begins with the mark by which Excel knows UTF-8.
    JSONL and Parquet are exact.
    """
    if form not in FORMATS:
        raise UsageError(f"{form!r} is no format to export to. Choose one of {', '.join(FORMATS)}.")
    tables = (*TABLES, *made, *(DOCUMENT_TABLES if versions else ()))
    try:
        _check(folder, force)
        _replace(connection, folder.resolve(), tables, made, form)
    except OSError as error:
        said = error.strerror or error
        raise UsageError(f"The folder {folder} cannot be written ({said}). Name another to export to.") from error
    return tuple(folder / f"{table}.{form}" for table in tables)


def _replace(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    tables: Iterable[str],
    made: Mapping[str, pyarrow.Table],
    form: str,
) -> None:
    """All files beside the folder first, so that it is whole or as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for table in tables:
            batches = made[table].to_reader(_ROWS_AT_ONCE) if table in made else _batches(connection, table)
            _write(batches, unfinished / f"{table}.{form}", form)
        unfinished.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        os.replace(unfinished, folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _check(folder: Path, force: bool) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder to export to.")
    if folder.resolve() == Path.cwd():
        raise UsageError(f"{folder} is the folder that you are in. Name a new one inside it, such as exported.")
    ours = {f"{table}.{form}" for table in (*TABLES, *MADE, *DOCUMENT_TABLES) for form in FORMATS}
    others = sorted(entry.name for entry in folder.iterdir() if entry.name not in ours)
    if others:
        raise UsageError(f"The folder {folder} holds other things ({others[0]}). Name a new folder to export to.")
    if any(folder.iterdir()) and not force:
        raise UsageError(f"The folder {folder} holds an export already. Name a new folder, or replace it with --force.")


def _write(batches: pyarrow.RecordBatchReader, path: Path, form: str) -> None:
    import pyarrow.parquet

    if form == "parquet":
        with pyarrow.parquet.ParquetWriter(path, batches.schema) as writer:
            for batch in batches:
                writer.write_batch(batch)
    elif form == "jsonl":
        with path.open("w", encoding="utf-8") as file:
            for row in _rows(batches):
                file.write(escaped(json.dumps(row, ensure_ascii=False, default=_plain)) + "\n")
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            file.write(csv_line(batches.schema.names))
            file.writelines(csv_line(map(_cell, row.values())) for row in _rows(batches))


def _batches(connection: duckdb.DuckDBPyConnection, table: str) -> pyarrow.RecordBatchReader:
    """The rows of a table; vectors as lists of numbers, which every program can read."""
    import pyarrow

    if table != "vectors":
        return connection.execute(f"SELECT * FROM {table} ORDER BY ALL").to_arrow_reader(_ROWS_AT_ONCE)
    packed = connection.execute("SELECT text_hash, model, packed FROM vectors ORDER BY ALL").to_arrow_reader(
        _ROWS_AT_ONCE
    )
    names = {"text_hash": pyarrow.string(), "model": pyarrow.string(), "vector": pyarrow.list_(pyarrow.float32())}
    schema = pyarrow.schema(list(names.items()))

    def unpacked() -> Iterator[pyarrow.RecordBatch]:
        for batch in packed:
            vectors = [numbers([value])[0] for value in batch.column("packed").to_pylist()]
            columns = [batch.column("text_hash"), batch.column("model"), pyarrow.array(vectors, names["vector"])]
            yield pyarrow.RecordBatch.from_arrays(columns, schema=schema)

    return pyarrow.RecordBatchReader.from_batches(schema, unpacked())


def _rows(batches: pyarrow.RecordBatchReader) -> Iterable[dict[str, Any]]:
    for batch in batches:
        yield from batch.to_pylist()


def _plain(value: object) -> str:
    assert isinstance(value, date), value
    return value.isoformat()


def _cell(value: object) -> str | int | float:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    if isinstance(value, (int, float)):
        return value
    return "" if value is None else str(value)
