"""What every page of a snapshot needs, made before the first one asks: no request waits for it."""

from __future__ import annotations

from contextlib import suppress

from docmine.errors import ModelMissing
from docmine.web.kinds import KINDS, items
from docmine.web.state import Snapshot
from docmine.web.subjects import with_subjects

_QUESTIONS = ("what was promised", "waiting times")
"""The first loads the model, and from the second on an open index keeps what questions look up."""


def prepared(now: Snapshot) -> None:
    for kind in KINDS:
        with_subjects(now, kind, items(now, kind), ())
    now.once("asked before", lambda: _asked(now), of_verdicts=False)


def _asked(now: Snapshot) -> bool:
    with now.asking() as index, suppress(ModelMissing):  # a search will say so
        for question in _QUESTIONS:
            index.inquire(question, 1)
    return True
