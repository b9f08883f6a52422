"""Which document each set of labels is of, how all fared, and where in the documents they differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docmine.errors import UsageError
from docmine.evaluate.likeness import Fields
from docmine.evaluate.rules import RULES
from docmine.evaluate.score import Difference, Score, differences, evaluate
from docmine.outline import page_at
from docmine.records import RECORD_KINDS, Block, Record, as_dict

_NAMED = 3
"""Documents named in a sentence before it says how many more."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document whose records are scored."""

    name: str
    records: Sequence[Record]
    text: str
    blocks: Sequence[Block]

    def page(self, offset: int) -> int | None:
        """The page of the character at `offset`."""
        block = next((block for block in self.blocks if block.start <= offset < block.end), None)
        return page_at(block, offset) if block else None

    def places(self, text: str) -> list[int]:
        """Where `text` begins in the document, however its white space is broken."""
        words = [re.escape(word) for word in text.split()]
        return [match.start() for match in re.finditer(r"\s+".join(words), self.text)] if words else []


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How records fared against labels."""

    gold: Mapping[str, Sequence[Fields]]
    """Labels by the name of their file, without suffix."""
    sources: Mapping[str, Source]
    """The document of each set of labels."""
    missing: tuple[str, ...]
    """Labels of documents that are not there: each of them counts as missed."""

    @property
    def scores(self) -> dict[str, Score]:
        return evaluate(self.gold, self._predicted)

    @property
    def _predicted(self) -> dict[str, Sequence[Fields]]:
        return {name: [as_dict(record) for record in source.records] for name, source in self.sources.items()}

    def differences(self, kind: str) -> list[Difference]:
        """Document by document what was missed, what is extra and what disagrees, each with its page if it has one."""
        return [self._placed(difference) for difference in differences(kind, self.gold, self._predicted)]

    def unknown_kinds(self) -> dict[str, int]:
        """How many labels there are of kinds that do not exist: slips of the pen, which count nowhere."""
        kinds = [str(label["kind"]) for labels in self.gold.values() for label in labels]
        return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds) if kind not in (*RULES, *RECORD_KINDS)}

    def _placed(self, difference: Difference) -> Difference:
        source = self.sources.get(difference.doc)
        if source is None:
            return difference
        difference = replace(difference, doc=source.name)
        if difference.record:
            return replace(difference, page=difference.record.get("page"))
        if difference.label:
            taken = {record.start for record in source.records if record.kind == difference.label["kind"]}
            places = source.places(difference.label["text"])
            free = [place for place in places if place not in taken] or places
            return replace(difference, page=source.page(free[0]) if free else None, verbatim=bool(free))
        return difference


def evaluated(gold: Mapping[str, Sequence[Fields]], sources: Mapping[str, Source]) -> Evaluation:
    """The evaluation of the documents that `sources` has for labels."""
    return Evaluation(gold, sources, tuple(name for name in gold if name not in sources))


def matched(gold: Mapping[str, Sequence[Fields]], names: Sequence[str], where: str) -> dict[str, int]:
    """For each set of labels the position of its document among `names`, which are those of files.

    A document has the labels whose file is called as it is, whatever the suffixes, or whose records name it.
    Raises UsageError where no set has a document, or one set has several; `where` says in what was looked.
    """
    found: dict[str, int] = {}
    for label, records in gold.items():
        docs = {_plain(record["doc"]) for record in records if record.get("doc")}
        exact = [i for i, name in enumerate(names) if _plain(name) in docs]
        stems = [i for i, name in enumerate(names) if _plain(label) in (_plain(Path(name).stem), _plain(name))]
        alike = [i for i in stems if i in exact] or stems or exact
        if len(alike) > 1:
            called = ", ".join(names[i] for i in alike)
            raise UsageError(f"The labels {label} may be of several documents in {where}: {called}. Name the one file.")
        if alike:
            found[label] = alike[0]
    if not found:
        of = f"the document that {next(iter(gold))} labels is not" if len(gold) == 1 else _none_of(list(gold))
        raise UsageError(
            f"Nothing to score: {of} in {where}. Labels and document go by one name: letter.jsonl and letter.pdf."
        )
    return found


def named(names: Sequence[str]) -> str:
    """ "a, b, c and 4 more"."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _none_of(labels: list[str]) -> str:
    return f"none of the {len(labels)} labelled documents ({named(labels)}) is"


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)
