"""The command as a whole: its help, its version, its options."""

from __future__ import annotations

from typing import Literal, get_args

import pytest
from typer.main import get_group
from typer.testing import CliRunner

import docmine
from docmine import records
from docmine.cli import commitments, evaluate, index_first, ingest, track
from docmine.cli.main import app
from docmine.evaluate import KINDS

COMMANDS = sorted(name for name, command in get_group(app).commands.items() if not command.hidden)


def test_every_command_of_the_house_is_there() -> None:
    expected = "acronyms answers asks check commitments dates diff export extract figures ingest owners quotes"
    assert set(COMMANDS) == {
        *expected.split(),
        "doctor",
        "evaluate",
        "label",
        "read",
        "remove",
        "report",
        "search",
        "series",
        "serve",
        "show",
        "similar",
        "sql",
        "status",
        "topics",
        "track",
        "verify",
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_it_does_in_full_and_shows_examples(command: str) -> None:
    text = CliRunner().invoke(app, [command, "--help"]).stdout
    assert "Examples:\n" in text
    assert f"  docmine {command}" in text
    overview = CliRunner().invoke(app, ["--help"], terminal_width=80).stdout
    (line,) = (line for line in overview.splitlines() if line.startswith(f"  {command} "))
    assert not line.endswith("..."), "the first sentence of its help is too long for the list"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["search", "FTB", "--index", "a.duckdb"], ["--index", "a.duckdb", "search", "FTB"]),
        (["search", "--index=a.duckdb", "FTB"], ["--index=a.duckdb", "search", "FTB"]),
        (["--index", "a.duckdb", "status"], ["--index", "a.duckdb", "status"]),
        (["search", "--", "--index"], ["search", "--", "--index"]),
        (["status", "--index"], ["--index", "status"]),
        ([], []),
    ],
)
def test_the_index_may_be_named_anywhere(arguments: list[str], expected: list[str]) -> None:
    assert index_first(arguments) == expected


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"docmine {docmine.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["serch"], "search"),  # a slip is answered with what was meant
        (["search"], "QUESTION"),
        (["figures", "--limit", "0"], "--limit"),
        (["figures", "--format", "xml"], "table"),
        (["figures", "--format", "csv", "--no-such"], "--no-such"),
    ],
)
def test_words_that_are_off_end_with_2_and_say_which(arguments: list[str], says: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (track.VerdictName, records.Verdict),
        (commitments.StrengthName, records.Strength),
        (ingest.TypeName, records.DocType),
        (evaluate.KindName, Literal[KINDS]),
    ],
)
def test_the_choices_of_options_are_those_of_the_records(here: object, there: object) -> None:
    assert get_args(here) == get_args(there)
