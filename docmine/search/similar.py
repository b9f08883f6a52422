"""A record → what else is said that means nearly the same, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine import embed
from docmine.errors import UsageError
from docmine.search.fold import fold, plain, shown
from docmine.search.ground import nearest
from docmine.search.hits import hit
from docmine.store import text_hash

if TYPE_CHECKING:
    import numpy as np

    from docmine.records import Hit
    from docmine.search.ground import Candidate
    from docmine.settings import Settings
    from docmine.store import Exhibit, Store

NEAR_ENOUGH = 0.45
"""Cosine from which on two sentences speak of nearly the same; below it they share a subject at most."""
OWN, AROUND = 0.75, 0.25
"""A sentence is as near as it is itself, and as the passage around it under its headings."""
TELLING = 3
"""Words from which on a sentence says something by itself."""


@dataclass(frozen=True, slots=True)
class Similar:
    record: Exhibit
    hits: tuple[Hit, ...]
    repeats: tuple[str, ...]
    """Other documents that say the very same, by name."""


def similar(store: Store, id: str, settings: Settings, limit: int = 10) -> Similar:
    """What is nearest in meaning to the record with this id, or one that begins so; neither itself nor its repeats.

    Raises UsageError where no record has this id, or it has no words of its own.
    """
    found = store.exhibit(id)
    if not found.record.text.strip():
        raise UsageError(f"{found.id[:8]} is a whole document. Give the id of something that is said in it.")
    candidates = nearest(store, _vector(store, found, settings.embedding_model), settings.embedding_model)
    same = {plain(found.record.text), plain(found.context)}
    others = [c for c in candidates if not _overlaps(c, found) and len(c.line.text.split()) >= TELLING]
    repeated = {c.about.name for c in others if plain(c.line.text) in same} - {found.document.name}
    near = [(OWN * c.own + AROUND * c.around, c) for c in others if c.line.kind != "heading"]
    near = [(cosine, c) for cosine, c in near if cosine >= NEAR_ENOUGH and plain(c.line.text) not in same]
    near.sort(key=lambda pair: (-round(pair[0], 4), pair[1].line.doc_id, pair[1].line.start))
    hits = [hit(rank, f, f.weight) for rank, f in enumerate(fold((shown(c, w, ()) for w, c in near), limit), 1)]
    return Similar(found, tuple(hits), tuple(sorted(repeated)))


def _vector(store: Store, found: Exhibit, model: str) -> np.ndarray:
    """Of the record's own words where the index has it, else of its sentence, else made now."""
    holder = found.sentences if len(found.sentences) == 1 else ()
    hashes = [text_hash(text) for text in (found.record.text, *(s.text for s in holder))]
    known = store.vectors_of(hashes, model)
    ready = [known[key] for key in hashes if key in known]
    return ready[0] if ready else embed.load(model).encode([found.record.text])[0]


def _overlaps(c: Candidate, found: Exhibit) -> bool:
    here = c.about.name == found.document.name
    return here and c.line.start < found.record.end and found.record.start < c.line.end
