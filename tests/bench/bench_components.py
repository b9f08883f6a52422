"""What docmine's components cost beside spaCy's own, on the same text: at most half of it, all together.

Processor time, which other work on the machine does not add to. Every document is analysed once, so that nothing kept
from an earlier pass over it makes a component look cheap; others come before, so that nothing is loaded meanwhile.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from docmine import extract
from docmine.pipeline import read_document
from docmine.records import Document
from docmine.settings import Settings
from tests.bench.accuracy import LABELLED, ROOT, SHARED

MOST = 0.5
_WARM_UP = LABELLED / "voices" / "open"


def test_components_cost_at_most_half_of_spacys_own() -> None:
    model = Settings().spacy_model
    spent(model, _documents([_WARM_UP]))
    folders = [ROOT / "corpus", LABELLED / "voices" / "kept"]
    folders += [SHARED / name for name in ("seeds", "street-manager", "inspections") if SHARED.is_dir()]
    documents = _documents(folders)
    seconds, tokens = spent(model, documents)
    print(f"\n{len(documents)} documents, {tokens:,} tokens; milliseconds for a thousand")
    for name, took in seconds.items():
        print(f"{name:22} {took / tokens * 1e6:8.2f}")
    ours = sum(took for name, took in seconds.items() if name.startswith("docmine_"))
    theirs = sum(seconds.values()) - ours
    print(f"{'docmine':22} {ours / tokens * 1e6:8.2f}\n{'spaCy':22} {theirs / tokens * 1e6:8.2f}")
    print(f"ratio {ours / theirs:.2f} (at most {MOST})")
    assert ours <= MOST * theirs


def spent(model: str, documents: Iterable[Document]) -> tuple[Counter[str], int]:
    """Seconds by component, in their order, and how many tokens all documents have."""
    nlp = extract.load(model)
    seconds: Counter[str] = Counter()
    tokens = 0
    for document in documents:
        doc = nlp.make_doc(document.text)
        doc._.document = document
        tokens += len(doc)
        for name, component in nlp.pipeline:
            began = time.process_time()
            doc = component(doc)
            seconds[name] += time.process_time() - began
    return seconds, tokens


def _documents(folders: Iterable[Path]) -> list[Document]:
    files = [file for folder in folders for file in sorted(folder.iterdir())]
    return [read_document(f) for f in files if f.suffix not in (".jsonl", ".md") or (f.with_suffix(".jsonl")).exists()]
