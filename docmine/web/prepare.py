"""What every page of a snapshot needs, made before the first one asks: no request waits for it."""

from __future__ import annotations

from docmine.web.kinds import KINDS, items
from docmine.web.state import Snapshot
from docmine.web.subjects import with_subjects


def prepared(now: Snapshot) -> None:
    for kind in KINDS:
        with_subjects(now, kind, items(now, kind), ())
