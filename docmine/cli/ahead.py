"""What a search is sure to need, begun before its words are understood: it would wait for it later."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path


def begin(arguments: Sequence[str]) -> None:
    """Have the model loaded and the index read beside, for a call with these arguments; nothing goes wrong here that
    would not again, and be said, where it is needed."""
    import threading

    from docmine.embed import beside

    beside.start()  # before there is any thread
    threading.Thread(target=_read, args=(arguments,), daemon=True).start()


def _read(arguments: Sequence[str]) -> None:
    from docmine import settings
    from docmine.errors import DocmineError
    from docmine.store import ahead

    named = [value for word, value in pairwise(arguments) if word == "--index"]
    named += [word.partition("=")[2] for word in arguments if word.startswith("--index=")]
    try:
        ahead.read(settings.load(index=Path(named[0]) if named else None).index)
    except DocmineError:
        return
