"""Findings that were made before: what they depend on, as one hash, and how they are written down."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from sys import intern
from typing import Any

from docmine.compare.landscape import Landscape
from docmine.compare.later import due_passed
from docmine.compare.weights import RULES
from docmine.records import Commitment, Evidence, Finding, as_dict
from docmine.store import StoredDocument

_TUPLES = ("reasons", "searched", "due_history", "owner_history", "also_in")


def fingerprint(land: Landscape, home: StoredDocument, promises: Sequence[Commitment], model: str) -> str:
    """Of all that the findings on one document's commitments depend on.

    The rules and the model; the document, those that may speak of it and the other files of their issues, each as it
    was read last; and, where none is later, on which side of the day the commitments' dates lie.
    """
    heard, later = land.heard.get(home.name, ()), land.later.get(home.name, ())
    names = [home.name, *(d.name for d in heard), *(t for d in (home, *heard) for t in land.same_issue.get(d.name, ()))]
    parts = [
        RULES,
        model,
        [[d.doc_id, d.ingested.isoformat(), str(d.published_from)] for d in (land.homes[name] for name in names)],
        [d.name for d in later],
        sorted(land.ages.get(home.name, {}).items()),
        [list(land.when.additions.get(name, ())) for name in names],
        None if later else [due_passed(p.due, land.as_of) for p in promises],
        [[p.start, p.end] for p in promises],
        None if later else land.is_last(home),
        names,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def dumped(finding: Finding) -> dict[str, Any]:
    """A row for the index."""
    values = as_dict(finding)
    values["evidence"] = [as_dict(e) for e in finding.evidence]
    return {
        "start_char": finding.start,
        "end_char": finding.end,
        "text": finding.text,
        "verdict": finding.verdict,
        "score": finding.score,
        "reasons": list(finding.reasons),
        "searched": list(finding.searched),
        "finding": json.dumps(values, ensure_ascii=False),
    }


def loaded(text: str) -> Finding:
    """The finding of such a row."""
    values = json.loads(text)
    del values["kind"]
    for name in _TUPLES:
        values[name] = tuple(values[name])
    values["searched"] = tuple(map(intern, values["searched"]))  # hundreds of names, the same in thousands of findings
    values["evidence"] = tuple(Evidence(**{**e, "reasons": tuple(e["reasons"])}) for e in values["evidence"])
    return Finding(**values)
