"""The command line: one command a file, each thin: words of the call → `docmine.index.Index` → `docmine.report`.

`docmine --help` must answer at once, so modules here import what is heavy only inside their functions.
"""

from __future__ import annotations

from collections.abc import Sequence


def main() -> None:
    """What the `docmine` command runs."""
    import gc
    import sys

    gc.set_threshold(50_000)  # what imports leave behind stays in use: looking through it takes a tenth of an answer
    arguments = index_first(sys.argv[1:])
    searches = _command(arguments) == "search" and not {"--help", "-h"} & set(arguments)
    if searches:
        from docmine.cli import ahead

        ahead.begin(arguments)
    from docmine.cli.main import app

    try:
        app(arguments, prog_name="docmine")
    except SystemExit as end:
        if searches and isinstance(end.code, int | None):
            _leave(end.code or 0)
        raise
    finally:
        gc.freeze()  # nor need Python look through it when it ends


def _command(arguments: Sequence[str]) -> str | None:
    """The first word that is not about the index."""
    words = iter(arguments)
    for word in words:
        if word == "--index":
            next(words, None)
        elif not word.startswith("--index="):
            return word
    return None


def _leave(code: int) -> None:
    """End at once: a search has nothing to tidy up, and to take apart what it loaded takes a tenth of an answer."""
    import os
    import sys

    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def index_first(arguments: Sequence[str]) -> list[str]:
    """The call with `--index FILE` before the command: people write it after, as they do every other option."""
    moved: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--index":
            moved += [word, *[value for value in (next(words, None),) if value is not None]]
        elif word.startswith("--index="):
            moved.append(word)
        else:
            rest.append(word)
    return [*moved, *rest]
