"""Precision and recall of extracted records against labelled ones.

    labels ─ load ─▶ {document: labels} ─ evaluate ─▶ {kind: Score}
                                        └ differences ─▶ what was missed, what is extra, which fields disagree

Records are plain dicts with `kind`, `text` and the fields of that kind, as `docmine extract` prints them. Within a
document each label is paired with one record at most, the likeliest pair first. A label with `"certain": false` is
optional: finding it is no error, and neither is missing it.
"""

from __future__ import annotations

from docmine.evaluate.draft import draft
from docmine.evaluate.evaluation import Evaluation, Source, evaluated, matched, named
from docmine.evaluate.labels import NOT_DOCUMENTS, load
from docmine.evaluate.likeness import Fields, alike, covered, name_key
from docmine.evaluate.rules import KINDS, RULES
from docmine.evaluate.score import Difference, Score, compare, differences, evaluate

__all__ = [
    "KINDS",
    "NOT_DOCUMENTS",
    "RULES",
    "Difference",
    "Evaluation",
    "Fields",
    "Score",
    "Source",
    "alike",
    "compare",
    "covered",
    "differences",
    "draft",
    "evaluate",
    "evaluated",
    "load",
    "matched",
    "name_key",
    "named",
]
