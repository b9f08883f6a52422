"""Records → how probable it is that a careful reader would record them too.

A logistic regression over the traits of `docmine.extract.traits`, one a kind. Its weights stand in `weights.json`
beside this file and are made anew by `make weights` from labelled publications as docmine first saw them;
docs/accuracy.md shows how often records of each confidence are right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract.doubtful import AT_MOST, is_doubtful
from docmine.extract.traits import traits
from docmine.records import Commitment

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """Of one kind of record, in log-odds."""

    base: float
    traits: dict[str, float]

    def probability(self, present: Collection[str]) -> float:
        """0 to 1, for a record with these traits; those that were not weighed count nothing."""
        return 1 / (1 + math.exp(-self.base - sum(self.traits.get(name, 0.0) for name in present)))


@Language.component("docmine_confidence", assigns=["doc._.commitments", "doc._.figures", "doc._.owners"])
def confidence(doc: Doc) -> Doc:
    """Fills `confidence` in the records that the components before left on `doc`, to two places."""
    for kind, weighed in weights().items():
        name = f"{kind}s"
        if not Doc.has_extension(name):
            continue
        records: tuple[Any, ...] = getattr(doc._, name)
        sure = [_rounded(weighed.probability(found)) for found in traits(doc, records)]
        setattr(doc._, name, tuple(replace(r, confidence=_held(r, p)) for r, p in zip(records, sure, strict=True)))
    return doc


def _held(record: Any, probability: float) -> float:
    """No more than careful readers would agree on, where they are known to differ."""
    doubted = isinstance(record, Commitment) and is_doubtful(record)
    return min(AT_MOST, probability) if doubted else probability


def _rounded(probability: float) -> float:
    """To two places, never to 0 or 1: nothing that a program says of a text is certain."""
    return min(0.99, max(0.01, round(probability, 2)))


@cache
def weights(path: Path = WEIGHTS) -> dict[str, Weights]:
    """The weights by kind of record."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {kind: Weights(values["base"], values["traits"]) for kind, values in stored["kinds"].items()}
