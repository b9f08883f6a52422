"""The one place where an error becomes a message and an exit code."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest
import typer
from typer.testing import CliRunner

from docmine import errors
from docmine.cli.group import DocmineGroup


def app_that_raises(error: BaseException) -> typer.Typer:
    app = typer.Typer(cls=DocmineGroup)

    @app.callback()
    def main() -> None:
        pass

    @app.command()
    def fail() -> None:
        raise error

    return app


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError("No such date."), 2),
        (errors.UnreadableDocument("a.pdf", "It is encrypted."), 1),
        (errors.NoReader("a.xyz", "There is no reader."), 1),
        (errors.ModelMissing("No model."), 1),
        (errors.IndexMissing("No index."), 1),
        (errors.IndexLocked("Locked."), 1),
        (errors.IndexTooNew("Too new."), 1),
        (errors.NotAnIndex("No index."), 1),
        (KeyboardInterrupt(), 130),
        (RuntimeError("Query interrupted"), 130),
    ],
)
def test_every_error_is_one_line_on_stderr_and_its_exit_code(error: BaseException, code: int) -> None:
    result = CliRunner().invoke(app_that_raises(error), ["fail"])
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith("docmine: ")
    assert result.stderr.count("\n") == 1


def test_a_message_cannot_drive_the_terminal() -> None:
    result = CliRunner().invoke(app_that_raises(errors.UnreadableDocument("a\x1b[2J.pdf", "Torn\nup.")), ["fail"])
    assert result.stderr == "docmine: a\ufffd[2J.pdf: Torn up.\n"


def test_a_bug_is_not_hidden() -> None:
    result = CliRunner().invoke(app_that_raises(ZeroDivisionError()), ["fail"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_a_reader_that_leaves_is_no_error_message() -> None:
    code = textwrap.dedent(
        """
        import typer
        from docmine.cli.group import DocmineGroup
        app = typer.Typer(cls=DocmineGroup)
        @app.callback()
        def main(): pass
        @app.command()
        def talk():
            for n in range(100_000):
                print(n)
        app()
        """
    )
    talker = subprocess.Popen([sys.executable, "-c", code, "talk"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert talker.stdout is not None
    assert talker.stderr is not None
    assert talker.stdout.readline() == b"0\n"
    talker.stdout.close()
    assert talker.stderr.read() == b""
    assert talker.wait(timeout=20) == 141
    talker.stderr.close()
