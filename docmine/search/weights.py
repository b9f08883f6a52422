"""How much each trait of a sentence counts: weights.json, made by `make weights` from labelled questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp


@cache
def _table() -> tuple[Mapping[str, float], float, float]:
    """The weight of each trait; and what turns their sum into a probability: a factor, and what is added."""
    table = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return table["weights"], table["factor"], table["added"]


def weighed(traits: Mapping[str, float]) -> float:
    """The sum of the traits, each times its weight: the higher, the likelier an answer. Unbounded."""
    weights, _, _ = _table()
    return sum(weights[name] * value for name, value in traits.items() if value)


def probability(weight: float) -> float:
    """0 to 1: about how often a sentence that weighs so much is an answer, among those it was measured on."""
    _, factor, added = _table()
    return 1 / (1 + exp(-(factor * weight + added)))
