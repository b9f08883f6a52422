"""Labels and records of the same documents → scores, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docmine.evaluate.likeness import Fields, share
from docmine.evaluate.rules import RULES, Likeness, Same

MISSED, EXTRA = "missed", "extra"


@dataclass(frozen=True, slots=True)
class Score:
    """How one kind of record fared, over all documents."""

    hit: int = 0
    missed: int = 0
    extra: int = 0
    optional: int = 0
    """Uncertain labels that were found; they count nowhere else."""
    agreed: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of the certain pairs that fill a field on either side: how many agree on it, and how many there are."""

    @property
    def gold(self) -> int:
        return self.hit + self.missed

    @property
    def precision(self) -> float:
        return share(self.hit, self.hit + self.extra)

    @property
    def recall(self) -> float:
        return share(self.hit, self.gold)

    @property
    def f1(self) -> float:
        return share(2 * self.precision * self.recall, self.precision + self.recall)

    def accuracy(self, name: str) -> float:
        """The share of the pairs that agree on the field `name`; 0 where none fills it."""
        return share(*self.agreed.get(name, (0, 0)))

    def __add__(self, other: Score) -> Score:
        sums: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for part in (self.agreed, other.agreed):
            for name, (same, of) in part.items():
                sums[name] += same
                asked[name] += of
        return Score(
            self.hit + other.hit,
            self.missed + other.missed,
            self.extra + other.extra,
            self.optional + other.optional,
            {name: (sums[name], asked[name]) for name in sorted(asked)},
        )

    def row(self) -> dict[str, float]:
        """The columns of a table, shares rounded to three places."""
        return {
            "gold": self.gold,
            "hit": self.hit,
            "missed": self.missed,
            "extra": self.extra,
            "optional": self.optional,
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
            **{f"{name}_ok": round(self.accuracy(name), 3) for name in self.agreed},
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """A label that was missed, a record that is extra, or a pair that disagrees on a field."""

    what: str
    """"missed", "extra" or the field's name."""
    doc: str
    """The name of the labels; where their document is known, its file's."""
    label: Fields | None
    record: Fields | None
    page: int | None = None
    verbatim: bool = True
    """Whether a missed label stands in the document, word for word."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """Labels and records of one kind in one document: the pairs, and what is left of both."""

    pairs: tuple[tuple[Fields, Fields], ...]
    """Of certain labels."""
    optional: int
    missed: tuple[Fields, ...]
    extra: tuple[Fields, ...]


def evaluate(gold: Mapping[str, Sequence[Fields]], predicted: Mapping[str, Sequence[Fields]]) -> dict[str, Score]:
    """A score for each kind of which there is anything; a document missing from `predicted` counts as empty."""
    table = {}
    for kind in RULES:
        score = sum((compare(kind, labels, predicted.get(doc, ())) for doc, labels in gold.items()), Score())
        if score.gold or score.extra:
            table[kind] = score
    return table


def compare(kind: str, labels: Sequence[Fields], records: Sequence[Fields]) -> Score:
    """One kind of record in one document."""
    found = _compared(kind, labels, records)
    return Score(
        hit=len(found.pairs),
        missed=len(found.missed),
        extra=len(found.extra),
        optional=found.optional,
        agreed={name: a for name, same in RULES[kind].fields.items() if (a := _agreed(found.pairs, name, same))[1]},
    )


def differences(
    kind: str, gold: Mapping[str, Sequence[Fields]], predicted: Mapping[str, Sequence[Fields]]
) -> Iterator[Difference]:
    """Of each document what was missed, what is extra, and the pairs that disagree on a field."""
    for doc, labels in gold.items():
        found = _compared(kind, labels, predicted.get(doc, ()))
        yield from (Difference(MISSED, doc, label, None) for label in found.missed)
        yield from (Difference(EXTRA, doc, None, record) for record in found.extra)
        for name, same in RULES[kind].fields.items():
            for label, record in found.pairs:
                a, b = label.get(name), record.get(name)
                if (a or b) and not same(a, b):
                    yield Difference(name, doc, label, record)


def pair(labels: Sequence[Fields], records: Sequence[Fields], likeness: Likeness) -> list[tuple[int, int]]:
    """Positions of labels with those of their records: the likeliest pair first, each side once."""
    ranked = sorted((-likeness(a, b), i, j) for i, a in enumerate(labels) for j, b in enumerate(records))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for likely, i, j in ranked:
        if likely < 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def _compared(kind: str, labels: Sequence[Fields], records: Sequence[Fields]) -> _Compared:
    rule = RULES[kind]
    labels = [r for r in labels if r["kind"] == kind]
    records = [r for r in records if r["kind"] == kind]
    if rule.once:
        records = list({rule.once(r): r for r in records}.values())
    pairs = pair(labels, records, rule.likeness)
    certain = [(i, j) for i, j in pairs if _certain(labels[i])]
    found = {i for i, _ in pairs}, {j for _, j in pairs}
    return _Compared(
        pairs=tuple((labels[i], records[j]) for i, j in certain),
        optional=len(pairs) - len(certain),
        missed=tuple(label for i, label in enumerate(labels) if i not in found[0] and _certain(label)),
        extra=tuple(record for j, record in enumerate(records) if j not in found[1]),
    )


def _certain(label: Fields) -> bool:
    return bool(label.get("certain", True))


def _agreed(pairs: Sequence[tuple[Fields, Fields]], name: str, same: Same) -> tuple[int, int]:
    values = [(a.get(name), b.get(name)) for a, b in pairs if a.get(name) or b.get(name)]
    return sum(same(a, b) for a, b in values), len(values)
