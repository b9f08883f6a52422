"""How well labelled questions are answered from an index, docmine beside other methods.

    python -m tests.bench.questions INDEX QUESTIONS.jsonl [--traits] [--misses] [--quick]

--traits tells docmine's figures by what makes questions hard, --misses which have no answer among the first three hits.
--quick leaves out txtai, which takes a minute to read the sentences.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from docmine.settings import load
from docmine.store import Store
from tests.bench.asking.others import rankings, txtai
from tests.search.asking import Asked, Scores, each, labelled, mean, own

OWN = "docmine"


def compared(
    store: Store, questions: Sequence[Asked], *, quick: bool = False
) -> tuple[dict[str, list[Scores]], dict[str, str]]:
    """Method → scores of the questions that have an answer; and methods that could not be had → the reason."""
    settings = load({})
    model = settings.embedding_model
    methods = {OWN: own(store, settings), **rankings(store, model)}
    hybrid = "not asked for" if quick else txtai(store, model, questions)
    missing = {"txtai hybrid": hybrid} if isinstance(hybrid, str) else {}
    if not isinstance(hybrid, str):
        methods["txtai hybrid"] = hybrid
    return {name: each(rank, questions) for name, rank in methods.items()}, missing


def table(found: Mapping[str, Sequence[Scores]], missing: Mapping[str, str]) -> str:
    lines = [f"{'':14} success@1 success@3  nDCG@10"]
    for name, scores in found.items():
        s = mean(scores)
        lines.append(f"{name:14} {s.success1:9.3f} {s.success3:9.3f} {s.ndcg10:8.3f}")
    return "\n".join([*lines, *(f"skipped: {name}: {reason}" for name, reason in missing.items())])


def by_trait(questions: Sequence[Asked], scores: Sequence[Scores]) -> str:
    """docmine's own figures for the questions with each trait, and for those with none."""
    answered = [asked for asked in questions if asked.relevant]
    traits = sorted({trait for asked in answered for trait in asked.traits})
    lines = [f"{'':18} questions success@1 success@3  nDCG@10"]
    for trait in [*traits, ""]:
        chosen = [
            s
            for asked, s in zip(answered, scores, strict=True)
            if (trait in asked.traits if trait else not asked.traits)
        ]
        if chosen:
            s = mean(chosen)
            lines.append(
                f"{trait or 'none of these':18} {len(chosen):9} {s.success1:9.3f} {s.success3:9.3f} {s.ndcg10:8.3f}"
            )
    return "\n".join(lines)


def main(index: str, file: str, *options: str) -> None:
    questions = labelled(Path(file))
    with Store.open(index, read_only=True) as store:
        found, missing = compared(store, questions, quick="--quick" in options)
        none = [asked for asked in questions if not asked.relevant]
        silent = sum(not own(store, load({}))(asked) for asked in none)
    print(
        f"{len(questions)} questions, {len(none)} of them without an answer ({silent} of these answered with nothing)"
    )
    print(table(found, missing))
    if "--traits" in options:
        print(by_trait(questions, found[OWN]))
    if "--misses" in options:
        answered = [asked for asked in questions if asked.relevant]
        for asked, s in zip(answered, found[OWN], strict=True):
            if not s.success3:
                print(f"missed: {asked.question} {list(asked.traits)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
