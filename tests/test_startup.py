"""`docmine --help` answers at once: it loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from docmine.index import Index

HEAVY = {
    "charset_normalizer",
    "docx",
    "duckdb",
    "lxml",
    "numpy",
    "pandas",
    "pdfplumber",
    "pyarrow",
    "rich",
    "sentence_transformers",
    "spacy",
    "torch",
    "trafilatura",
}
HELP = """
import os, sys
from docmine.cli import main
sys.argv = ["docmine", *{arguments!r}]
os._exit = sys.exit
try:
    main()
finally:
    print("MODULES", *sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["ingest", "--help"], ["search", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HELP.format(arguments=arguments)], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rpartition("MODULES")[2].split())
    assert "typer" in loaded
    assert loaded & HEAVY == set()


def test_a_search_loads_no_library_of_language_or_learning(sample_index: Index) -> None:
    """The embedding model runs without them, once it is prepared; pydantic would take as long as the answer.

    On Linux another process runs the model.
    """
    arguments = ["--index", str(sample_index.path), "search", "what was promised about transport"]
    done = subprocess.run(
        [sys.executable, "-c", HELP.format(arguments=arguments)], capture_output=True, text=True, check=True
    )
    answer, _, modules = done.stdout.rpartition("MODULES")
    loaded = set(modules.split())
    assert "1. " in answer
    assert "duckdb" in loaded
    assert ("onnxruntime" in loaded) == (sys.platform != "linux")
    assert loaded & {"torch", "sentence_transformers", "transformers", "spacy", "onnx", "scipy", "pydantic"} == set()


def test_the_library_opens_without_loading_anything_heavy() -> None:
    code = "import sys, docmine; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()


def seconds(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return time.perf_counter() - began


def test_help_takes_at_most_twice_the_time_of_importing_typer() -> None:
    asked = "from docmine.cli import main; import sys; sys.argv = ['docmine', '--help']; main()"
    runs = [(seconds(asked), seconds("import typer")) for _ in range(7)]  # by turns, so that both see the same machine
    help_, typer = (min(times) for times in zip(*runs, strict=True))
    assert help_ <= 2 * typer, f"docmine --help {help_:.3f} s, import typer {typer:.3f} s"
