"""The commitments of one document → for each the later statements, nearest first, each judged."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docmine.compare.diff import plain
from docmine.compare.judge import Judged, weigh
from docmine.compare.nearness import Floats, Near, Rows, antecedent, near
from docmine.compare.relations import Pair
from docmine.compare.scene import Scene, setting
from docmine.compare.terms import names_in, telling
from docmine.compare.things import acted_on, things
from docmine.records import Commitment, Sentence
from docmine.store import StoredDocument
from docmine.store.partial import bounds

WEIGHED = 12
"""Later statements weighed for each commitment."""

COMMON = 0.03
"""Share of the later statements with one name from which it is the name of what they are all about."""

EVERYWHERE = 0.08
"""Share of the later statements with a word from which it tells no matter from another: the name of the series."""

FEW = 6
"""Statements that may have a word however few there are."""

_PERSON = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z’'-]+$")

SAME_DATE = 0.3
"""Nearness from which a later statement that names the month of a commitment's date may speak of it."""

PER_ISSUE = 3
"""Statements of one issue among them, before others have had their turn."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Of the things that a commitment is about those that no later statement has."""

    named: int = 0
    """How many it is about."""
    heads: Sequence[str] = ()
    """The nouns themselves."""
    main: bool = False
    """Whether the first of them that is acted on is one of those."""
    rest: Sequence[str] = ()
    """Words that describe them: the "debt" of "a debt adviser"."""
    share: float = 0.0
    """Their share of all, rare words counting more."""
    together: float = 1.0
    """The largest share of all that one later statement has."""


NOTHING_MISSING = Missing()


@dataclass(frozen=True)
class Heard:
    """What later documents say of one commitment, best first."""

    judged: Sequence[Judged]
    nearest: float
    nearest_three: float
    named: Sequence[str] = ()
    """Its names that later statements have too, other than those of which everything speaks."""
    same_date: bool = False
    """Whether a later statement that is somewhat near names the month it was due in."""
    missing: Missing = NOTHING_MISSING


NOTHING = Heard((), 0.0, 0.0)


def heard(scene: Scene, home: StoredDocument, promises: Sequence[Commitment]) -> list[Heard]:
    """One for each of these commitments of `home`."""
    placed = [(p, scene.row_of(p)) for p in promises]
    known = [(p, row) for p, row in placed if row is not None]
    rows, ages = candidates(scene, home)
    if not len(rows) or not known:
        return [NOTHING for _ in promises]
    features = near(scene.sides, known, rows, ages, around(scene, home, rows))
    spoken = scene.sides.terms.counts(rows)
    found = iter(range(len(known)))
    return [
        NOTHING if row is None else _of(scene, home, p, row, features, next(found), ages, spoken) for p, row in placed
    ]


def candidates(scene: Scene, home: StoredDocument) -> tuple[Rows, Floats]:
    """The rows that may speak of what `home` says, and how many issues later each is."""
    import numpy as np

    age = scene.land.ages.get(home.name, {})
    found = [(r, age[d.name]) for d in scene.land.spoken(home.name) for r in scene.rows_after(home, d)]
    return np.array([r for r, _ in found], dtype=np.intp), np.array([a for _, a in found], dtype=np.float32)


def around(scene: Scene, home: StoredDocument, rows: Rows) -> Rows:
    """The rows by which the rarity of words is judged: those, and the document's own."""
    import numpy as np

    return np.concatenate([rows, np.array(scene.rows[home.name], dtype=np.intp)])


def _of(
    scene: Scene,
    home: StoredDocument,
    promise: Commitment,
    row: int,
    features: Near,
    column: int,
    ages: Floats,
    spoken: Rows,
) -> Heard:
    import numpy as np

    nearness = features.nearness[:, column]
    three = np.sort(nearness)[-3:]
    first = chosen(scene, features.rank[:, column], features.rows, ages)
    column_of = scene.sides.terms.column
    most = max(FEW, EVERYWHERE * len(features.rows))
    common = frozenset(stem for stem in telling(promise.text) if spoken[column_of[stem]] > most)
    judged = [
        weigh(
            _pair(
                scene,
                promise,
                row,
                int(features.rows[i]),
                float(nearness[i]),
                float(features.words[i, column]),
                common,
            ),
            float(features.rank[i, column]),
        )
        for i in first
    ]
    dated = any(_same_month(promise.due, j.pair.statement.text) and j.pair.nearness >= SAME_DATE for j in judged)
    named = [name for name in names_in(promise.text) if _named(scene, name, features.rows)]
    missing = _missing(scene, promise, features)
    return Heard(
        tuple(judged),
        float(three[-1]),
        float(three.mean()),
        tuple(named),
        dated,
        missing,
    )


def _missing(scene: Scene, promise: Commitment, features: Near) -> Missing:
    """Which of the things that a commitment is about no later statement has."""
    column = scene.sides.terms.column
    named = [t for t in things(promise.text, promise.action) if t.stem in column]
    if not named:
        return NOTHING_MISSING
    columns = [column[t.stem] for t in named]
    weights = features.rarity[columns]
    there = scene.sides.terms.said[features.rows][:, columns].toarray() != 0
    gone = ~there.any(axis=0)
    total = float(weights.sum()) or 1.0
    lacking = [t for t, lacks in zip(named, gone, strict=True) if lacks]
    main = acted_on(promise.text, promise.action)
    return Missing(
        named=len(named),
        main=any(t.stem == main for t in lacking),
        heads=tuple(t.word for t in lacking if t.head),
        rest=tuple(t.word for t in lacking if not t.head),
        share=float(weights[gone].sum()) / total,
        together=float((there @ weights).max()) / total,
    )


def _named(scene: Scene, name: str, rows: Rows) -> bool:
    """Whether some of the rows have the whole name, but not so many that it is what all of them are about."""
    columns = [scene.sides.terms.column[stem] for stem in telling(name)]
    if not columns or not len(rows):
        return False
    person = _PERSON.match(name)
    first = scene.sides.terms.column.get(next(iter(telling(name)))) if person else None
    alone = int((scene.sides.terms.said[rows][:, [first]].toarray() != 0).sum()) if first is not None else 0
    if 0 < alone <= max(2, COMMON * len(rows)):
        return True  # a newsletter calls people by their first names
    having = int((scene.sides.terms.said[rows][:, columns].toarray().all(axis=1)).sum())
    return 0 < having <= max(2, COMMON * len(rows))


def _same_month(due: str | None, text: str) -> bool:
    """Whether a text names the month of a due date."""
    days = bounds(due)
    return days is not None and days[0].month == days[1].month and month_name[days[1].month] in text


def chosen(scene: Scene, rank: Floats, rows: Rows, ages: Floats) -> list[int]:
    """The best by rank: the same words once, a few of one issue before others have had their turn."""
    best = _first(-rank, WEIGHED * 5)
    seen: set[str] = set()
    first: list[int] = []
    rest: list[int] = []
    count: dict[float, int] = {}
    for i in best.tolist():
        words = plain(scene.sides.sentences[int(rows[i])].text).lower()
        if words in seen:
            continue
        seen.add(words)
        age = float(ages[i])
        (first if count.get(age, 0) < PER_ISSUE else rest).append(i)
        count[age] = count.get(age, 0) + 1
        if len(first) == WEIGHED:
            break
    return (first + rest)[:WEIGHED]


def _first(values: Floats, count: int) -> Rows:
    """The places of the least values, in their order, without sorting all."""
    import numpy as np

    if len(values) <= count:
        return np.argsort(values, kind="stable")
    among = np.flatnonzero(values <= np.partition(values, count - 1)[count - 1])
    return np.asarray(among[np.argsort(values[among], kind="stable")][:count], dtype=np.intp)


def _pair(
    scene: Scene,
    promise: Commitment,
    own_row: int,
    row: int,
    nearness: float,
    words: float,
    common: frozenset[str],
) -> Pair:
    statement = scene.sides.sentences[row]
    inside = [p for p in scene.promises.get(statement.doc, ()) if statement.start <= p.start < statement.end]
    wanted = telling(promise.text).keys()
    inside.sort(key=lambda p: (p.due is None, -len(wanted & telling(p.text).keys())))
    own = inside[0] if inside else None
    deadlines = [
        d.value
        for d in scene.dates.get(statement.doc, ())
        if d.role == "deadline" and statement.start <= d.start < statement.end
    ]
    published = scene.land.homes[statement.doc].published
    return Pair(
        promise=promise,
        sentence=scene.sides.sentences[own_row].text,
        statement=statement,
        under=setting(statement, scene.under[row]),
        later=own,
        later_due=(own.due if own else None) or (deadlines[0] if deadlines else None),
        done_on=_done_on(scene, statement),
        published=scene.land.when.added(statement) or (published.value if published else None),
        nearness=nearness,
        words=words,
        before=antecedent(scene.sides.sentences, promise, own_row) or "",
        common=common,
    )


def _done_on(scene: Scene, statement: Sentence) -> date | None:
    """The day since or on which something is so, as the statement dates it."""
    for mention in scene.dates.get(statement.doc, ()):
        if statement.start <= mention.start < statement.end and mention.role in ("event", "as_of"):
            days = bounds(mention.value)
            return days[0] if days else None
    return None
