"""What docmine's search is measured against, each over the same sentences of an index."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np

from docmine import embed
from docmine.embed import model_folder
from docmine.store import Store, text_hash
from docmine.store.stems import load_extension
from tests.search.asking import Asked, Ranking

ROOT = Path(__file__).resolve().parents[3]
BENCH_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
POOL = 100
"""How deep each of two rankings is looked into when they are fused."""


def sentences(store: Store) -> list[str]:
    """Every sentence of the current documents, each text once, in order."""
    return list(dict.fromkeys(" ".join(s.text.split()) for s in store.sentences()))


def rankings(store: Store, model: str) -> dict[str, Ranking]:
    """Words alone, meaning alone, and both fused by reciprocal ranks."""
    texts = sentences(store)
    connection = duckdb.connect()
    load_extension(connection)
    connection.execute("CREATE TABLE texts (id INTEGER, body VARCHAR)")
    connection.executemany("INSERT INTO texts VALUES (?, ?)", list(enumerate(texts)))
    connection.execute("PRAGMA create_fts_index('texts', 'id', 'body', stemmer = 'english', stopwords = 'english')")
    encoder = embed.load(model)
    known = store.vectors_of([text_hash(s.text) for s in store.sentences()], model)
    spaced = {" ".join(s.text.split()): known.get(text_hash(s.text)) for s in store.sentences()}
    missing = [text for text in texts if spaced[text] is None]
    spaced |= dict(zip(missing, encoder.encode(missing), strict=True)) if missing else {}
    matrix = np.stack([spaced[text] for text in texts])

    def words(asked: Asked) -> list[str]:
        rows = connection.execute(
            "SELECT id FROM (SELECT id, fts_main_texts.match_bm25(id, ?) AS score FROM texts)"
            " WHERE score IS NOT NULL ORDER BY score DESC, id LIMIT ?",
            [asked.question, POOL],
        ).fetchall()
        return [texts[place] for (place,) in rows]

    def meaning(asked: Asked) -> list[str]:
        near = matrix @ encoder.encode([asked.question])[0]
        return [texts[place] for place in np.argsort(-near, kind="stable")[:POOL]]

    def fused(asked: Asked) -> list[str]:
        scores: dict[str, float] = {}
        for ranking in (words(asked), meaning(asked)):
            for place, text in enumerate(ranking, 1):
                scores[text] = scores.get(text, 0.0) + 1 / (60 + place)
        return sorted(scores, key=lambda text: -scores[text])

    return {"BM25 alone": words, "dense alone": meaning, "naive fusion": fused}


def txtai(store: Store, model: str, questions: Sequence[Asked]) -> Ranking | str:
    """txtai's hybrid index; in words why not, where it cannot be had."""
    if not BENCH_PYTHON.exists():
        return "there is no .venv-bench ('make bench-others')"
    texts = sentences(store)
    given = {"model": str(model_folder(model)), "texts": texts, "questions": [asked.question for asked in questions]}
    script = str(Path(__file__).with_name("with_txtai.py"))
    done = subprocess.run([str(BENCH_PYTHON), script], input=json.dumps(given), capture_output=True, text=True)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["it failed"])[-1]
    found = dict(zip(given["questions"], json.loads(done.stdout.splitlines()[-1]), strict=True))
    return lambda asked: [texts[place] for place in found[asked.question]]
