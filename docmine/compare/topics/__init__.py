"""What documents are about, year by year: services and subjects, each under one name however it is written.

headings, short forms, what promises act on ─ in full words, by their stems ─▶ subjects ─ sentences, records ─▶ counts
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docmine.compare.issues import same_issues, texts
from docmine.compare.meanings import meanings
from docmine.compare.topics.names import ACTED_ON, FullWords, Run, acted_on, cleaned, names_a_subject
from docmine.records import Commitment, Figure, Sentence

if TYPE_CHECKING:
    from docmine.store import Store, StoredDocument

__all__ = ["NOT_KNOWN", "Counts", "Topic", "topics"]

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    documents: int
    """That name it, or have a heading that does."""
    commitments: int
    """In a sentence that names it, or under such a heading."""
    figures: int
    mentions: int
    """Sentences that name it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A service or a subject. Files of one issue count once."""

    name: str
    """In full where documents say what its short form stands for."""
    spellings: tuple[str, ...]
    """How else it is written: its short form, then the other wordings of headings and definitions."""
    total: Counts
    by_year: Mapping[str, Counts]
    """By year of publication, in order; "not known" last."""


@dataclass(slots=True)
class _Seen:
    """What was seen of one subject."""

    written: Counter[str] = field(default_factory=Counter)
    long: str | None = None
    shorts: set[str] = field(default_factory=set)
    heads: bool = False
    documents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By year."""
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By year; of "commitment", "figure", "mention"."""


def topics(store: Store, docs: Collection[str] | None = None) -> tuple[Topic, ...]:
    """Of all current documents, or those called `docs`: those that most documents name first.

    A subject is a short form of which it is said what it stands for, or which several documents use; a heading that
    several documents name or that has promises or figures below it; or what promises act on, where several documents
    name it.
    """
    stored = [d for d in store.documents() if docs is None or d.name in docs]
    sentences: dict[str, list[Sentence]] = {d.name: [] for d in stored}
    for sentence in store.sentences([d.name for d in stored]):
        sentences[sentence.doc].append(sentence)
    read = FullWords(meanings(store))
    twins = same_issues(stored, texts(sentences))
    kept = [d for i, d in enumerate(stored) if not set(twins.get(d.name, ())) & {e.name for e in stored[:i]}]
    titles = {d.name: _titles(read, d) for d in kept}
    records: list[Commitment | Figure] = [
        *store.found_in(list(titles), Commitment),
        *store.found_in(list(titles), Figure),
    ]
    seen = _subjects(store, read, titles, sentences, records)
    _count(store, read, titles, seen, sentences, records)
    found = [_topic(one) for one in seen.values() if _tells(one)]
    return tuple(sorted(found, key=lambda t: (-t.total.documents, -t.total.mentions, t.name.casefold())))


def _titles(read: FullWords, document: StoredDocument) -> frozenset[Run]:
    known = (document.title, document.series, document.publisher)
    return frozenset(read.run(document.name, cleaned(k.value)) for k in known if k)


def _subjects(
    store: Store,
    read: FullWords,
    titles: Mapping[str, Collection[Run]],
    sentences: Mapping[str, Sequence[Sentence]],
    records: Sequence[Commitment | Figure],
) -> dict[Run, _Seen]:
    """What may be a subject, by its stems."""
    seen: dict[Run, _Seen] = defaultdict(_Seen)
    for form in meanings(store):
        for meaning in form.meanings:
            run = read.meant(meaning.documents[0])[form.short]
            if run:  # what it stands for may have no word in it
                one = seen[run]
                one.long = one.long or meaning.long
                one.shorts.add(form.short)
        if not form.meanings:
            seen[(form.short,)].shorts.add(form.short)
    for doc, named in titles.items():
        for heading in {h for s in sentences[doc] for h in s.headings}:
            name = cleaned(heading)
            run = read.run(doc, name)
            if names_a_subject(name, run, named):
                seen[run].written[name] += 1
                seen[run].heads = True
    for record in records:
        if isinstance(record, Commitment) and record.topic:
            name = acted_on(record.topic)
            run = read.run(record.doc, name)
            if len(run) >= ACTED_ON and names_a_subject(name, run, titles[record.doc]):
                seen[run].written[name] += 1
    return seen


def _count(
    store: Store,
    read: FullWords,
    titles: Mapping[str, Collection[Run]],
    seen: Mapping[Run, _Seen],
    sentences: Mapping[str, Sequence[Sentence]],
    records: Sequence[Commitment | Figure],
) -> None:
    """Sentence by sentence, with what was found in it."""
    when = store.when()
    starting = _starting(seen)
    found: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    starts = {doc: [s.start for s in sentences[doc]] for doc in titles}
    for record in records:
        found[record.doc, bisect_right(starts[record.doc], record.start) - 1][record.kind] += 1
    for doc, named in titles.items():
        above: dict[str, set[Run]] = {}
        for i, sentence in enumerate(sentences[doc]):
            published = when.published(sentence)
            year = published[:4] if published else NOT_KNOWN
            for heading in sentence.headings:
                if heading not in above:
                    run = read.run(doc, cleaned(heading))
                    above[heading] = set() if run in named else set(_named(run, seen, starting))
            own = set(_named(read.run(doc, sentence.text), seen, starting))
            is_heading = sentence.text in sentence.headings
            for subject in own.union(*(above[heading] for heading in sentence.headings)):
                one = seen[subject]
                one.documents[year].add(doc)
                one.counts[year]["mention"] += subject in own and not is_heading
                one.counts[year].update(found.get((doc, i), {}))


def _starting(subjects: Iterable[Run]) -> Mapping[str, Sequence[int]]:
    """Stem → how long the subjects are that begin with it: few lengths, however many subjects there are."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for run in subjects:
        lengths[run[0]].add(len(run))
    return {stem: sorted(found) for stem, found in lengths.items()}


def _named(run: Run, subjects: Collection[Run], starting: Mapping[str, Sequence[int]]) -> Iterator[Run]:
    for i, stem in enumerate(run):
        for length in starting.get(stem, ()):
            if (named := run[i : i + length]) in subjects:
                yield named


def _tells(one: _Seen) -> bool:
    documents = len(set().union(*one.documents.values()))
    below = sum(counts[kind] for counts in one.counts.values() for kind in ("commitment", "figure"))
    return documents > 1 or (documents == 1 and (one.long is not None or (one.heads and below > 0)))


def _topic(one: _Seen) -> Topic:
    shorts = sorted(one.shorts, key=lambda s: (len(s), s))
    wordings = sorted(one.written, key=lambda w: (-one.written[w], w.isupper(), w))
    name = one.long or (shorts or wordings)[0]
    years = sorted(one.documents, key=lambda year: (year == NOT_KNOWN, year))
    others = [w for w in (*(shorts if one.long else ()), *wordings) if w.casefold() != name.casefold()]
    return Topic(
        name=name[:1].upper() + name[1:],
        spellings=tuple(dict.fromkeys(others)),
        total=_counts(set().union(*one.documents.values()), sum(one.counts.values(), Counter[str]())),
        by_year={year: _counts(one.documents[year], one.counts[year]) for year in years},
    )


def _counts(documents: Collection[str], counts: Mapping[str, int]) -> Counts:
    return Counts(
        documents=len(documents),
        commitments=counts.get("commitment", 0),
        figures=counts.get("figure", 0),
        mentions=counts.get("mention", 0),
    )
