"""A figure in its sentence → what it measures: the words that name it, its unit, its statistic and its purpose."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from docmine.compare.series import wording
from docmine.compare.series.model import Purpose
from docmine.compare.series.values import family
from docmine.records import Figure, Sentence
from docmine.words import content, is_function_word, words

Longs = Mapping[str, Sequence[str]]
"""Short form → the stems of what it stands for."""

_BESIDE = 30
"""Characters before a figure in which a word such as "target" belongs to it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures, in the words of its document."""

    family: str
    """Of units: "time", "percent", "count", "gbp"."""
    statistic: str
    """ "average", "median", "longest", "shortest", or "" where the words name none."""
    purpose: Purpose
    negative: bool
    """Whether it counts what is not so."""
    own: Mapping[str, str]
    """Stem → word, of the metric: what only this measure is called."""
    weak: frozenset[str]
    """Stems of its quantity words: "number", "wait", "children"."""
    said: frozenset[str]
    """Stems of its sentence."""
    around: frozenset[str]
    """Stems of the headings, the paragraph and the sentence before."""
    limits: frozenset[str]
    """The spans of time that are part of what is measured: "20 weeks"."""

    @property
    def key(self) -> tuple[str, bool, str, Purpose]:
        """What two measures must share to be compared at all; a median may take the place of an average."""
        statistic = "average" if self.statistic == "median" else self.statistic
        return self.family, self.negative, statistic, self.purpose

    def knows(self, stem: str) -> bool:
        return stem in self.own or stem in self.said or stem in self.around


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a figure stands."""

    sentence: Sentence
    before: str
    """The rest of its paragraph, or the sentence before it under the same heading."""
    beside: Sequence[Figure]
    """The other figures of the sentence."""
    promised: bool
    """Whether it stands in a commitment or an ask."""


def is_limit(figure: Figure, scene: Scene) -> bool:
    """Whether a span of time only says what is measured: "issued within 20 weeks", "waited more than 26 weeks"."""
    if family(figure.unit) != "time" or scene.promised:
        return False
    before = _before(figure, scene)
    bounded = figure.qualifier in ("over", "under", "min", "max") and bool(scene.beside)
    return wording.LIMIT.search(before) is not None or (bounded and wording.WAITED.search(before) is not None)


def measure(figure: Figure, scene: Scene, longs: Longs, common: Collection[str]) -> Measure:
    """`common`: stems that all documents of the publisher share, such as those of the series' title."""
    named = figure.metric or scene.sentence.text.replace(figure.text, " ")
    row = "\t" in scene.sentence.text
    headings = " ".join(scene.sentence.headings[-2:])
    around = headings if row else f"{headings} {scene.before}"
    named_stems = stems(named, longs)
    own = {s: w for s, w in named_stems.items() if s not in common and _tells(w)}
    said = stems(scene.sentence.text, longs)
    return Measure(
        family=family(figure.unit),
        statistic=_statistic(figure, scene, row),
        purpose=_purpose(figure, scene),
        negative=wording.NOT.search(named) is not None,
        own=own or {s: w for s, w in said.items() if s not in common and _tells(w)},
        weak=frozenset(s for s, w in named_stems.items() if w.lower() in wording.QUANTITY),
        said=frozenset(said) | frozenset(named_stems),
        around=frozenset(stems(around, longs)),
        limits=_limits(scene),
    )


def stems(text: str, longs: Longs) -> dict[str, str]:
    """Stem → word, short forms spelt out; words of one letter and numbers left out."""
    found: dict[str, str] = {}
    for word in words(text):
        if word.text.upper() in longs and word.text[:2].isupper():
            found |= {stem: stem for stem in longs[word.text.upper()]}
        elif not is_function_word(word.text) and len(word.text) > 1 and not word.text[0].isdigit():
            found.setdefault(word.stem, word.text)
    return found


def long_forms(pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Of (short, long) those short forms that stand for one thing only; "EHCPs" and "EHCP" are one."""
    meant: dict[str, set[tuple[str, ...]]] = {}
    for short, long in pairs:
        meant.setdefault(short.upper().removesuffix("S"), set()).add(tuple(sorted(set(content(long)))))
    single = {short: next(iter(longs)) for short, longs in meant.items() if len(longs) == 1}
    return single | {f"{short}S": long for short, long in single.items()}


def _tells(word: str) -> bool:
    return word.lower() not in wording.QUANTITY and word.lower() not in wording.MOVING


def _before(figure: Figure, scene: Scene) -> str:
    return scene.sentence.text[: max(0, figure.start - scene.sentence.start)]


def _after(figure: Figure, scene: Scene) -> str:
    return scene.sentence.text[max(0, figure.end - scene.sentence.start) :]


def _statistic(figure: Figure, scene: Scene, row: bool) -> str:
    """The nearest word for it before the figure; else that of the metric or the qualifier."""
    if figure.unit == "percent":
        return ""
    before = [] if row else list(wording.STATISTIC.finditer(_before(figure, scene).rpartition(";")[2]))
    named = wording.STATISTIC.search(figure.metric or "")
    match = before[-1] if before else wording.STATISTIC.search(figure.text) or named
    if match is not None:
        return next(name for name, text in match.groupdict().items() if text)
    return {"average": "average", "max": "longest", "min": "shortest"}.get(figure.qualifier, "")


def _purpose(figure: Figure, scene: Scene) -> Purpose:
    before = _before(figure, scene)
    if wording.CHANGED_BY.search(before) or wording.CHANGED_AFTER.search(_after(figure, scene)):
        return "change"
    if re.match(r"(?:reduction|increase|decrease|rise|fall|change|saving)s?\b", figure.metric or "", re.IGNORECASE):
        return "change"
    if any(other.compared_to == figure.text for other in scene.beside):
        return "planned" if re.search(r"\b(?:target|goal)\b", before[-_BESIDE:], re.IGNORECASE) else "reported"
    last = max((other.end - scene.sentence.start for other in scene.beside if other.end <= figure.start), default=0)
    aimed = wording.TARGET.search(before[last:]) or wording.AIM.search(before[-_BESIDE:])
    return "planned" if scene.promised or aimed else "reported"


def _limits(scene: Scene) -> frozenset[str]:
    """Of the other figures of the sentence those that define what is measured."""
    return frozenset(
        f"{other.value:g} {other.unit}"
        for other in scene.beside
        if family(other.unit) == "time" and wording.LIMIT.search(_before(other, scene))
    )
