"""Labels and predictions that are wrong in every way that a scorer can see, and the stored scores of some.

    python -m tests.expected.generated ../shared/eval/score.py

writes scores.json anew, with the scores that the reference scorer gives.
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Fields = dict[str, Any]
Records = dict[str, list[Fields]]

HERE = Path(__file__).resolve().parent
LABELLED = HERE.parent / "labelled"
STORED = ("Marlbrook SEND Newsletter 1", "2023-10-09 Open letter from parents", "SEND Quarterly Report Q1 2024-25")
WORDS = (
    "the council will publish a recovery plan for every family by autumn and “tell” parents what’s next 65% of 813"
    " £1.2m O'Brien follow-up follow–up Plans PLANS ﬁrst ½ £ % mr dr , . café naïve"
)
NAMES = ("Ann Bee", "Dr Ann Bee", "Ann Bee OBE", "ann bee", "Cllr. Cy Dee", "Cy Dee", "Mr", "", "Dee, Cy")
UNITS = ("percent", "%", "per cent", "Percent ", "points", "gbp", "£", "week", "weeks", "Days", "children", "", None)
DATES = ("2024", "2024-05", "2024-05-01", "2024-05/2024-09", "", None)
VALUES = (65, 65.0, "65", 65.00004, 65.0001, 7, "seven", None, True)
KINDS = ("figure", "date", "commitment", "ask", "quote", "owner", "acronym", "document")


def pair(seed: int) -> tuple[Records, Records]:
    """Labels and predictions of a few documents; some of each are of no document of the other."""
    chance = random.Random(seed)
    gold: Records = {}
    predicted: Records = {}
    for doc in "abcd"[: chance.randint(1, 4)]:
        gold[doc] = [_label(chance) for _ in range(chance.randint(0, 14))]
        if chance.random() < 0.9:
            kept = [_changed(chance, record) for record in gold[doc] if chance.random() < 0.8]
            predicted[doc] = kept + [_label(chance) for _ in range(chance.randint(0, 6))]
            chance.shuffle(predicted[doc])
    predicted["elsewhere"] = [_label(chance)]
    return gold, predicted


def spoiled(records: Sequence[Mapping[str, Any]], step: int) -> list[Fields]:
    """The same records with some left out, some cut short, some with the next one's fields, some twice."""
    found: list[Fields] = []
    for i, (one, following) in enumerate(zip(records, [*records[1:], records[0]], strict=True)):
        if i % step == 0:
            continue
        words = one["text"].split()
        changed = dict(one)
        if i % 4 == 1:
            changed["text"] = " ".join(words[: max(1, len(words) // 2)])
        if i % 4 == 2:
            changed.update((k, v) for k, v in following.items() if k not in {"kind", "text", "value", "name"})
        found += [changed] * (1 + (i % 11 == 5))
    return found


def _label(chance: random.Random) -> Fields:
    kind = chance.choice(KINDS)
    label: Fields = {"kind": kind, "doc": "a.pdf", "text": _text(chance, 12), **_fields(chance, kind)}
    if chance.random() < 0.4:
        label["certain"] = chance.choice((True, False, None))
    return {name: value for name, value in label.items() if name in ("kind", "text") or chance.random() < 0.9}


def _fields(chance: random.Random, kind: str) -> Fields:
    def text() -> str | None:
        return chance.choice((None, "", _text(chance, 4), _text(chance, 4)))

    pick = chance.choice
    if kind == "figure":
        of = pick((None, None, 813, "813", 0))
        return {"value": pick(VALUES), "unit": pick(UNITS), "of": of, "metric": text(), "period": pick(DATES)}
    if kind == "date":
        return {"value": pick(DATES), "role": pick(("event", "period", "", None))}
    if kind == "commitment":
        return {"owner": text(), "due": pick(DATES), "strength": pick(("firm", "planned", "", None))}
    if kind == "quote":
        return {"speaker": pick(NAMES)}
    if kind == "owner":
        return {"text": pick(NAMES), "name": pick((*NAMES, None)), "role": text(), "organisation": text()}
    if kind == "acronym":
        return {"text": pick(("FTB", "FTB ", "ftb", "OT", "EHC")), "long": text()}
    return {}


def _text(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(WORDS.split(), k=chance.randint(0, most)))


def _changed(chance: random.Random, record: Fields) -> Fields:
    changed = {**record, **(_fields(chance, record["kind"]) if chance.random() < 0.3 else {})}
    words = changed["text"].split()
    if chance.random() < 0.3:
        changed["text"] = " ".join(words[: chance.randint(0, len(words))])
    if chance.random() < 0.3:
        changed["text"] += " " + _text(chance, 30)
    return changed


def _stored(name: str) -> Records:
    lines = (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    kept = ("kind", "text", "certain", "value", "unit", "of", "metric", "period", "role", "owner", "due", "strength")
    kept += ("name", "organisation", "speaker", "long")
    return {name: [{k: v for k, v in record.items() if k in kept} for record in records]}


def main(scorer: str) -> None:
    spec = importlib.util.spec_from_file_location("reference_scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    cases = []
    for step, name in enumerate(STORED, 2):
        gold = _stored(name)
        predicted: Records = {doc: spoiled(records, step) for doc, records in gold.items()}
        cases.append({"name": name, "gold": gold, "predicted": predicted})
    for seed in range(1000, 1010):
        gold, predicted = pair(seed)
        cases.append({"name": f"generated {seed}", "gold": gold, "predicted": predicted})
    scored = [case | {"scores": reference.evaluate(case["gold"], case["predicted"])} for case in cases]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in scored)
    (HERE / "scores.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
