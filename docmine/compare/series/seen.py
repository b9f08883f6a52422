"""The index → the figures of each issue, in their sentences, oldest issue first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docmine.compare import issues
from docmine.compare.later import could_mention
from docmine.compare.series.measures import Longs, Measure, Scene, is_limit, long_forms, measure
from docmine.compare.subjects import different_subjects, names_of
from docmine.records import Figure, Sentence
from docmine.store.partial import bounds
from docmine.words import content

if TYPE_CHECKING:
    from docmine.store import Store, StoredDocument

_SHARE = re.compile(r"^\W*(?:\(|,|or|i\.?e\.?|that is)?\W*$")
"""What may stand between a percentage and its count."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure as it is compared."""

    figure: Figure
    sentence: Sentence
    measure: Measure
    published: str
    day: date
    """First day that `published` can mean."""
    quoted: bool
    share: str | None
    near: str
    """What stands around its sentence."""


@dataclass(frozen=True)
class Issues:
    """What is compared."""

    figures: Sequence[Seen]
    """Of the documents that count, by publication, then name and place."""
    copies: Sequence[Seen]
    """Of the other files of issues that several files hold."""
    homes: Mapping[str, StoredDocument]
    sentences: Mapping[str, Sequence[Sentence]]
    of_one: Mapping[str, Sequence[str]]
    """Document → the other files of its issue."""
    lower: Mapping[str, str]
    names: frozenset[str]
    longs: Longs
    """What the documents say that their short forms stand for."""
    judged: dict[tuple[str, str], bool]
    """Pairs of documents whose subjects were compared."""

    @classmethod
    def of(cls, store: Store) -> Issues:
        by_doc: dict[str, list[Sentence]] = {d.name: [] for d in store.documents()}
        for sentence in store.sentences():
            by_doc[sentence.doc].append(sentence)
        texts = issues.texts(by_doc)
        homes = {d.name: d for d in issues.dated(store.documents(), texts)}
        words = {name: " ".join(s.text for s in own) for name, own in by_doc.items()}
        of_one = issues.same_issues(tuple(homes.values()), texts)
        longs = long_forms([(a.text, a.long) for a in store.records("acronym") if a.long])
        seen = _seen(store, homes, by_doc, longs)
        copies = {
            name
            for name, others in of_one.items()
            if any(issues.as_published(homes[other]) < issues.as_published(homes[name]) for other in others)
        }
        return cls(
            figures=[s for s in seen if s.figure.doc not in copies],
            copies=[s for s in seen if s.figure.doc in copies],
            homes=homes,
            sentences=by_doc,
            of_one=of_one,
            lower={name: " ".join(text.casefold().split()) for name, text in words.items()},
            names=names_of("\n".join(words.values())),
            longs=longs,
            judged={},
        )

    def of_one_subject(self, a: str, b: str) -> bool:
        """Whether two documents can speak of the same service: two councils' reports do not follow each other."""
        if (a, b) not in self.judged:
            mine, theirs = self.homes[a], self.homes[b]
            could = could_mention(mine, theirs, self.lower)
            self.judged[a, b] = could and not different_subjects(mine, theirs, self.names)
        return self.judged[a, b]


def _seen(
    store: Store, homes: Mapping[str, StoredDocument], by_doc: Mapping[str, Sequence[Sentence]], longs: Longs
) -> list[Seen]:
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in store.records("figure"):
        figures[figure.doc].append(figure)
    promised: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in (*store.records("commitment"), *store.records("ask")):
        promised[span.doc].append((span.start, span.end))
    when = store.when()
    found: list[Seen] = []
    for name, own in figures.items():
        home = homes[name]
        common = frozenset(content(f"{_value(home.series)} {_value(home.publisher)}"))
        starts = [s.start for s in by_doc[name]]
        placed = [(f, max(0, bisect_right(starts, f.start) - 1)) for f in own]
        in_one: dict[int, list[Figure]] = defaultdict(list)
        for f, at in placed:
            in_one[at].append(f)
        for f, at in placed:
            published = when.added(f) or (home.published.value if home.published else None)
            days = bounds(published)
            others = [other for other in in_one[at] if other is not f]
            inside = any(start <= f.start < end for start, end in promised[name])
            scene = Scene(by_doc[name][at], _around(by_doc[name], at), others, inside)
            if published is None or days is None or f.unit == "ratio" or is_limit(f, scene) or _is_share(f, scene):
                continue
            found.append(
                Seen(
                    figure=f,
                    sentence=scene.sentence,
                    measure=measure(f, scene, longs, common),
                    published=published,
                    day=days[0],
                    quoted=any(other.compared_to == f.text for other in others),
                    share=next((o.text for o in others if _shares(f, o, scene)), None),
                    near=scene.before,
                )
            )
    return sorted(found, key=lambda s: (s.day, s.figure.doc, s.figure.start))


def _around(sentences: Sequence[Sentence], at: int) -> str:
    """The other sentences of its paragraph; of a paragraph of one sentence, the one before under the same heading."""
    own = sentences[at]
    beside = [s for s in sentences[max(0, at - 3) : at + 4] if s.block == own.block and s is not own]
    if not beside and at and sentences[at - 1].headings == own.headings:
        beside = [sentences[at - 1]]
    return " ".join(s.text for s in beside)


def _is_share(figure: Figure, scene: Scene) -> bool:
    """Whether it is the count beside a percentage, and so told with that."""
    return figure.of is not None and any(_shares(other, figure, scene) for other in scene.beside)


def _shares(percentage: Figure, count: Figure, scene: Scene) -> bool:
    """Whether the count stands beside the percentage: "66% of plans were issued (172 out of 261)"."""
    if percentage.unit != "percent" or not count.of:
        return False
    if abs(percentage.value - 100 * count.value / count.of) < 1:
        return True
    first, second = sorted((percentage, count), key=lambda f: f.start)
    between = scene.sentence.text[first.end - scene.sentence.start : second.start - scene.sentence.start]
    return percentage.metric == count.metric and _SHARE.match(between) is not None


def _value(known: object) -> str:
    return getattr(known, "value", "") if known else ""
