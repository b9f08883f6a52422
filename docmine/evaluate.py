"""Precision and recall of extracted records against labelled ones.

    evaluate({document: labels}, {document: records}) ─▶ {kind: Score}

Records are plain dicts with `kind`, `text` and the fields of that kind, as `docmine extract` prints them. Within a
document each label is paired with one record at most, the likeliest pair first. A label with `"certain": false` is
optional: finding it is no error, and neither is missing it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docmine.errors import UsageError

Fields = Mapping[str, Any]
Likeness = Callable[[Fields, Fields], float]
"""0 where label and record cannot be the same; the likelier, the higher."""
Same = Callable[[Any, Any], bool]

NOT_DOCUMENTS = frozenset({"links", "checks", "questions", "findings"})
"""Files beside the labels that hold something else."""
_WORD = re.compile(r"[a-z0-9£%]+(?:['.,/-][a-z0-9]+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', **dict.fromkeys("‐‑‒–—―", "-")})
_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "cllr",
        "councillor",
        "prof",
        "professor",
        "cbe",
        "obe",
        "mbe",
        "qpm",
    )
)
_UNITS = {
    "%": "percent",
    "per cent": "percent",
    "percentage": "percent",
    "percent": "percent",
    "percentage_points": "points",
    "points": "points",
    "£": "gbp",
    "pounds": "gbp",
    "gbp": "gbp",
    "times": "ratio",
    "ratio": "ratio",
    **{form: unit for unit in ("year", "month", "week", "day", "hour", "minute") for form in (unit, f"{unit}s")},
}


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
        return _share(self.hit, self.hit + self.extra)

    @property
    def recall(self) -> float:
        return _share(self.hit, self.gold)

    @property
    def f1(self) -> float:
        return _share(2 * self.hit, 2 * self.hit + self.missed + self.extra)

    def accuracy(self, name: str) -> float:
        """The share of the pairs that agree on the field `name`; 0 where none fills it."""
        return _share(*self.agreed.get(name, (0, 0)))

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
    rule = RULES[kind]
    labels = [r for r in labels if r["kind"] == kind]
    records = [r for r in records if r["kind"] == kind]
    if rule.once:
        records = list({rule.once(r): r for r in records}.values())
    pairs = pair(labels, records, rule.likeness)
    certain = [(labels[i], records[j]) for i, j in pairs if _certain(labels[i])]
    found = {i for i, _ in pairs}
    return Score(
        hit=len(certain),
        missed=sum(_certain(label) for i, label in enumerate(labels) if i not in found),
        extra=len(records) - len(pairs),
        optional=len(pairs) - len(certain),
        agreed={name: agreed for name, same in rule.fields.items() if (agreed := _agreed(certain, name, same))[1]},
    )


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


def load(path: Path | str) -> dict[str, list[Fields]]:
    """Records by document from a JSONL file, or from a folder with one a document; named without suffix.

    Raises UsageError where there is no such file, or a line in it is not a JSON object with a kind and a text.
    """
    path = Path(path)
    files = sorted(f for f in path.glob("*.jsonl") if f.stem not in NOT_DOCUMENTS) if path.is_dir() else [path]
    return {f.stem: _lines(f) for f in files}


def _lines(path: Path) -> list[Fields]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The labels in {path} cannot be read: {error}. Give a JSONL file or a folder of them."
        ) from error
    records: list[Fields] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"Line {number} of {path} is not JSON: {error.msg}. Correct it.") from error
        if not isinstance(record, dict) or not {"kind", "text"} <= record.keys():
            raise UsageError(f"Line {number} of {path} is not an object with a kind and a text. Correct it.")
        records.append(record)
    return records


def words(text: str | None) -> list[str]:
    """The words and numbers of a text in lower case, quotation marks and dashes made plain."""
    return _WORD.findall(unicodedata.normalize("NFKC", text or "").translate(_PLAIN).lower())


def name_key(name: str | None) -> str:
    """A person's name without titles and honours."""
    return " ".join(word for word in words(name) if word not in _TITLES)


def covered(a: str | None, b: str | None) -> float:
    """The share of the shorter text's words that the longer has too."""
    common, shorter, _ = _shared_words(a, b)
    return _share(common, shorter)


def alike(a: str | None, b: str | None) -> float:
    """Dice's coefficient over words: low where one text is much longer than the other."""
    common, _, both = _shared_words(a, b)
    return _share(2 * common, both)


def _shared_words(a: str | None, b: str | None) -> tuple[int, int, int]:
    """How many words are common, how many the shorter text has, how many both have together."""
    first, second = Counter(words(a)), Counter(words(b))
    sizes = first.total(), second.total()
    return (first & second).total(), min(sizes), sum(sizes)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _certain(label: Fields) -> bool:
    return bool(label.get("certain", True))


def _agreed(pairs: Sequence[tuple[Fields, Fields]], name: str, same: Same) -> tuple[int, int]:
    values = [(a.get(name), b.get(name)) for a, b in pairs if a.get(name) or b.get(name)]
    return sum(same(a, b) for a, b in values), len(values)


def _number(value: Any) -> float | None:
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return None


def _unit(name: str | None) -> str:
    return _UNITS.get((name or "count").strip().lower(), "count")


def _person(record: Fields) -> str:
    return name_key(record.get("name") or record["text"])


def _figures(a: Fields, b: Fields) -> float:
    value = _number(a.get("value"))
    if (
        value is None
        or value != _number(b.get("value"))
        or _number(a.get("of")) != _number(b.get("of"))
        or _unit(a.get("unit")) != _unit(b.get("unit"))
    ):
        return 0.0
    return 1 + covered(a.get("metric"), b.get("metric")) + _equal(a.get("period"), b.get("period"))


def _dates(a: Fields, b: Fields) -> float:
    if (a.get("value") or "") != (b.get("value") or ""):
        return 0.0
    return covered(a["text"], b["text"]) + _equal(a.get("role"), b.get("role"))


def _statements(a: Fields, b: Fields) -> float:
    """At least half of the shorter text's words in common, and neither text far longer than the other."""
    likeness = alike(a["text"], b["text"])
    return likeness if likeness >= 0.34 and covered(a["text"], b["text"]) >= 0.5 else 0.0


def _quotes(a: Fields, b: Fields) -> float:
    """The quote's first eight words stand in the record; the right speaker makes it likelier."""
    opening = " ".join(words(a["text"])[:8])
    if not opening or opening not in " ".join(words(b["text"])):
        return 0.0
    return 1.0 + (name_key(a.get("speaker")) == name_key(b.get("speaker")))


def _owners(a: Fields, b: Fields) -> float:
    return float(_person(a) == _person(b))


def _acronyms(a: Fields, b: Fields) -> float:
    return float(a["text"].strip() == b["text"].strip())


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _half_the_words(a: str | None, b: str | None) -> bool:
    return bool(a and b) and covered(a, b) >= 0.5


def _same_name(a: str | None, b: str | None) -> bool:
    return name_key(a) == name_key(b)


@dataclass(frozen=True, slots=True)
class Rule:
    """How records of one kind are paired, and which fields of a pair are compared."""

    likeness: Likeness
    fields: Mapping[str, Same] = field(default_factory=dict)
    once: Callable[[Fields], str] | None = None
    """What makes two records of a document one and the same, for the kinds that count once a document."""


RULES: dict[str, Rule] = {
    "figure": Rule(_figures, {"period": _equal, "metric": _half_the_words}),
    "date": Rule(_dates, {"role": _equal}),
    "commitment": Rule(_statements, {"due": _equal, "owner": _half_the_words, "strength": _equal}),
    "ask": Rule(_statements),
    "quote": Rule(_quotes, {"speaker": _same_name}),
    "owner": Rule(_owners, {"role": _half_the_words, "organisation": _half_the_words}, once=_person),
    "acronym": Rule(_acronyms, {"long": _half_the_words}, once=lambda record: str(record["text"])),
}
