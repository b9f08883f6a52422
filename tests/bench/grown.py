"""An index of a hundred thousand or a million passages, made from a small real one in a minute or ten.

Every sentence is one of the sample publications with other numbers, places and services; every vector is that of its
sentence, moved towards another and by as much noise as real vectors have in each direction. So texts and vectors are
spread as real ones are, only more densely.

    python -m tests.bench.grown SAMPLE.duckdb GROWN.duckdb PASSAGES
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow

from docmine.settings import Settings
from docmine.store import Store, text_hash
from docmine.store.rows import vector_key

A_DOCUMENT = 40
"""Passages in each."""
AT_ONCE = 250
"""Documents written in one go: 10,000 passages."""
NOISE, TOWARDS = 0.5, 0.6
SERVICES = ["transport", "speech therapy", "short breaks", "carers", "autism", "phonics", "audiology", "respite"]
SYLLABLES = ["ash", "bram", "cot", "dun", "elm", "fen", "gar", "hol", "ing", "ken", "lang", "mor", "nor", "oak", "pen"]
ENDINGS = ["ford", "ley", "ton", "wick", "ham", "worth", "field", "stead", "combe", "den"]
SHORT = [("FTB", "Forward Thinking Bramley"), ("SENDIASS", "Special Educational Needs Information Service")]
NUMBER = re.compile(r"\d+")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{4,}\b")


@dataclass(frozen=True)
class Sample:
    """Texts with their vectors, from which everything is made."""

    texts: list[str]
    vectors: np.ndarray
    spread: np.ndarray
    """What standard noise is multiplied with to be spread as the vectors are."""

    def varied(self, count: int, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Places of texts, and vectors near theirs."""
        own, other = chance.integers(0, len(self.texts), (2, count))
        share = chance.uniform(0, TOWARDS, (count, 1)).astype(np.float32)
        noise = chance.standard_normal((count, self.vectors.shape[1]), dtype=np.float32) @ self.spread
        moved = self.vectors[own] + share * (self.vectors[other] - self.vectors.mean(0)) + NOISE * noise
        return own, (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype("<f4")


def sample(store: Store) -> Sample:
    """The sentences of a real index that have vectors."""
    texts = sorted({s.text for s in store.sentences() if "\t" not in s.text})
    known = store.vectors_of([text_hash(text) for text in texts], Settings().embedding_model)
    kept = [text for text in texts if text_hash(text) in known]
    vectors = np.stack([known[text_hash(text)] for text in kept])
    spread = np.linalg.cholesky(np.cov(vectors.T) + 1e-6 * np.eye(vectors.shape[1])).T.astype(np.float32)
    return Sample(kept, vectors, spread)


def grow(path: Path, made_from: Sample, passages: int, *, sentence_vectors: float = 1.0) -> None:
    """A new index at `path` with so many passages, ready to be searched.

    `sentence_vectors`: share of the sentences that get a vector of their own, as all do in a real index.
    """
    Store.open(path, create=True).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO runs (run, started, finished, docmine, embedding_model)"
            " VALUES (1, '2026-01-01', '2026-01-01', 'generated', ?)",
            [Settings().embedding_model],
        )
        known: set[str] = set()
        for first in range(0, passages // A_DOCUMENT, AT_ONCE):
            count = min(AT_ONCE, passages // A_DOCUMENT - first)
            for table, columns in _tables(made_from, first, count, sentence_vectors, known).items():
                connection.register("incoming", pyarrow.table(columns))
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
                connection.unregister("incoming")
        connection.execute(
            """
            UPDATE all_documents SET current = true, version = 1, media_type = 'text/plain', run = 1, warnings = [],
                ingested = '2026-01-01', read_as = name, doc_type = 'newsletter', doc_type_by = 'text',
                published_by = 'text', publisher_by = 'text', series_by = 'title', title_by = 'title'
            """
        )
        connection.execute(
            "INSERT INTO places SELECT path, name, doc_id, 1, true, TIMESTAMP '2026-01-01' FROM all_documents"
        )
    with Store.open(path) as store:
        store.refresh_words()


def _tables(
    made_from: Sample, first: int, count: int, sentence_vectors: float, known: set[str]
) -> dict[str, dict[str, Any]]:
    """Columns by table, of documents `first` to `first + count`: the same numbers, the same documents.

    `known`: hashes of texts that have a vector, which grows.
    """
    chance, numbers = random.Random(first), np.random.default_rng(first)
    rows: dict[str, list[dict[str, Any]]] = {}
    places, vectors = made_from.varied(3 * count * A_DOCUMENT, numbers)
    model, used = Settings().embedding_model, 0
    packed: dict[str, bytes] = {}
    for number in range(first, first + count):
        about = _document(number)
        at, lines = 0, []
        headings = ["News of the council", chance.choice(SERVICES).capitalize()]
        for block in range(A_DOCUMENT):
            if block % 8 == 0:
                headings = [headings[0], f"{chance.choice(SERVICES).capitalize()} in {_place(chance)}"]
            begun = at
            where = {"doc_id": about["doc_id"], "doc": about["name"], "block": block, "headings": headings}
            said = []
            for _ in range(chance.choice((1, 1, 2, 3))):
                text = _varied(made_from.texts[places[used]], chance)
                span = {**where, "start_char": at, "end_char": at + len(text), "text": text}
                rows.setdefault("all_sentences", []).append({**span, "id": _id("s", about["doc_id"], at)})
                for table, record in _records(span, chance):
                    rows.setdefault(table, []).append({**record, "id": _id(table, about["doc_id"], at)})
                if chance.random() < sentence_vectors:
                    packed[text_hash(text)] = vectors[used].tobytes()
                said.append(text)
                at += len(text) + 1
                used += 1
            passage = " ".join(said)
            span = {**where, "start_char": begun, "end_char": begun + len(passage), "text": passage}
            context = text_hash("\n".join([*headings, passage]))
            packed[context] = vectors[used - 1].tobytes()
            rows.setdefault("all_passages", []).append(
                {**span, "id": _id("p", about["doc_id"], begun), "text_hash": context}
            )
            plain = {key: value for key, value in span.items() if key != "headings"}
            rows.setdefault("all_blocks", []).append(
                {**plain, "kind": "paragraph", "headers": [], "boxes": [], "links": []}
            )
            lines.append(passage)
        rows.setdefault("all_documents", []).append({**about, "text": "\n".join(lines)})
    tables = {table: {name: [row[name] for row in found] for name in found[0]} for table, found in rows.items()}
    packed = {key: vector for key, vector in packed.items() if key not in known}
    known.update(packed)
    tables["vectors"] = {
        "key": pyarrow.array([vector_key(key, model) for key in packed], pyarrow.uint64()),
        "text_hash": list(packed),
        "model": [model] * len(packed),
        "packed": list(packed.values()),
    }
    return {table: {k: _plain(v) for k, v in columns.items()} for table, columns in tables.items()}


def _plain(values: Any) -> Any:
    """Lists that are all empty have no type of their own."""
    if isinstance(values, list) and values and values[0] == []:
        return pyarrow.nulls(len(values))
    return values


def _document(number: int) -> dict[str, Any]:
    sha256 = hashlib.sha256(f"grown {number}".encode()).hexdigest()
    published = date(2015, 1, 1) + timedelta(days=number % 3650)
    council = f"Council of {SYLLABLES[number % 15].capitalize()}{ENDINGS[number % 10]}"
    return {
        "doc_id": sha256[:16],
        "sha256": sha256,
        "name": f"news {number:06d}.txt",
        "path": f"/grown/news {number:06d}.txt",
        "title": f"News {number} of {council}",
        "publisher": council,
        "series": f"News of {council}",
        "published": published.isoformat(),
        "published_from": published,
        "published_to": published,
    }


def _records(span: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    if chance.random() < 0.25:
        due = date(2016, 1, 1) + timedelta(days=chance.randrange(3650))
        dates = {"due": due.isoformat(), "due_from": due, "due_to": due}
        yield "all_commitments", {**span, **dates, "owner": "The council", "strength": "firm", "confidence": 0.9}
    if chance.random() < 0.02:
        short, long = chance.choice(SHORT)
        kept = {key: value for key, value in span.items() if key != "headings"}
        yield "all_acronyms", {**kept, "text": short, "long": long}


def _varied(text: str, chance: random.Random) -> str:
    """The same with other numbers, another place, and now and then another service."""
    text = NUMBER.sub(lambda found: str(chance.randrange(10 ** len(found[0]))), text)
    text = NAME.sub(lambda found: _place(chance) if chance.random() < 0.5 else found[0], text)
    return f"{text} ({_place(chance)})" if chance.random() < 0.3 else text


def _place(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(2)).capitalize() + chance.choice(ENDINGS)


def _id(*parts: object) -> str:
    return hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()[:16]


def main(arguments: Sequence[str]) -> None:
    source, target, passages = arguments
    with Store.open(source, read_only=True) as store:
        made_from = sample(store)
    grow(Path(target), made_from, int(passages))


if __name__ == "__main__":
    main(sys.argv[1:])
