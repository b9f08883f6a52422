"""How the records of an index fare against labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docmine.evaluate import KINDS, Source, evaluated, load, matched

if TYPE_CHECKING:
    from docmine.evaluate import Evaluation
    from docmine.index.access import Access


def evaluate(access: Access, labels: Path | str) -> Evaluation:
    gold = load(labels)
    with access.reading() as store:
        documents = store.documents()
        found = matched(gold, [document.name for document in documents], f"the index {access.path}")
        sources = {}
        for label, i in found.items():
            key = documents[i].doc_id
            records = tuple(record for kind in KINDS for record in store.records_of(key, kind))
            sources[label] = Source(documents[i].name, records, store.document_text(key), store.blocks(key))
        return evaluated(gold, sources)
