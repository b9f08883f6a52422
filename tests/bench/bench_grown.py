"""Search on indexes of a hundred thousand and a million generated passages: is it exact, how long does it take.

The million takes ten minutes and 5 GB of disk, so that it is made only where DOCMINE_BENCH_MILLION is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np
import pytest

from docmine import embed
from docmine.index import Index
from docmine.settings import Settings
from docmine.store import Store
from docmine.store.rows import model_key
from docmine.store.vectors import unpacked
from tests.bench import generated, grown
from tests.search.asking import labelled

T = TypeVar("T")
SIZES = [100_000, *([1_000_000] if os.environ.get("DOCMINE_BENCH_MILLION") else [])]
WARM = {100_000: 0.06, 1_000_000: 0.25}
"""Seconds that a search may take in a program that has searched before, by passages."""
COLD = 2.0
"""Times as long as the three imports that a search from the command line may take."""
AGREE = {100_000: 0.999, 1_000_000: 0.995}
"""Share of the ten nearest that must be those of a comparison with every vector."""
ADDED = 3.0
"""Seconds to take a document into an index of a hundred thousand passages, once it has been read."""
QUESTIONS = 40
LABELLED = Path(__file__).parents[1] / "labelled" / "questions.jsonl"
IMPORTS = "import duckdb, onnxruntime, tokenizers"
SEARCH = "from docmine.cli import main; main()"


@dataclass(frozen=True)
class Grown:
    path: Path
    passages: int


@pytest.fixture(scope="module", params=SIZES)
def big(
    request: pytest.FixtureRequest, sample_index: Index, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Grown]:
    folder = tmp_path_factory.mktemp("grown")
    with Store.open(sample_index.path, read_only=True) as store:
        made_from = grown.sample(store)
    began = time.perf_counter()
    few = request.param > 100_000
    grown.grow(folder / "grown.duckdb", made_from, request.param, sentence_vectors=0.25 if few else 1.0)
    size = (folder / "grown.duckdb").stat().st_size / 1e9
    print(f"\n{request.param:,} passages: made in {time.perf_counter() - began:.0f} s, {size:.1f} GB")
    yield Grown(folder / "grown.duckdb", request.param)
    shutil.rmtree(folder)


def test_the_ten_nearest_are_those_of_a_comparison_with_every_vector(big: Grown) -> None:
    asked = _questions()
    with Store.open(big.path, read_only=True) as store:
        every, exact = _timed(lambda: _by_every_vector(store, asked))
        times, agree = [], 0
        for vector, best in zip(asked, exact, strict=True):
            took, found = _timed(lambda vector=vector: store.nearest(vector, 10))
            times.append(took)
            agree += len({key for key, _ in found} & best)
    share = agree / (10 * len(asked))
    print(f"by codes {1000 * median(times):.0f} ms, by every vector {1000 * every / len(asked):.0f} ms a question")
    print(f"of the ten nearest {share:.2%} are the same (at least {AGREE[big.passages]:.1%})")
    assert share >= AGREE[big.passages]


def test_a_warm_search(big: Grown) -> None:
    questions = _texts()
    with Index(big.path) as index:
        index.search(questions[0])
        times = [_timed(lambda question=question: index.search(question))[0] for question in questions]
    limit = WARM[big.passages]
    print(
        f"\na warm search: median {1000 * median(times):.0f} ms (at most {1000 * limit:.0f}), worst {max(times):.2f} s"
    )
    assert median(times) <= limit


def test_a_cold_search(big: Grown) -> None:
    if big.passages > 100_000:
        pytest.skip("the limit is for a hundred thousand passages")
    words = ["docmine", "--index", str(big.path), "search", "what was promised about transport"]
    call = f"import sys; sys.argv = {words!r}"
    pairs = [(_process(f"{call}; {SEARCH}"), _process(IMPORTS)) for _ in range(11)]
    ratio = median(search / imports for search, imports in pairs)
    print(
        f"\na cold search {median(s for s, _ in pairs):.2f} s, the imports {median(i for _, i in pairs):.2f} s,"
        f" ratio {ratio:.2f} (at most {COLD})"
    )
    assert ratio <= COLD


def test_a_document_is_added_quickly(big: Grown) -> None:
    with Store.open(big.path) as store:
        model = Settings().embedding_model
        store.start_run(docmine="bench", spacy_model="none", embedding_model=model)
        generated.write(store, 0, 0)
        store.refresh_words()
        store.remove("council 00 news 000.txt")
        store.refresh_words()
        wrote = _timed(lambda: generated.write(store, 0, 1))[0]
        words = _timed(store.refresh_words)[0]
        found = store.bm25("apprentices helpline quarry", 10)
    print(f"\na document of 35 passages: written in {wrote:.2f} s, found after {words:.2f} s more (at most {ADDED} s)")
    assert found
    assert big.passages > 100_000 or wrote + words <= ADDED


def _texts() -> list[str]:
    return [asked.question for asked in labelled(LABELLED)][:QUESTIONS]


def _questions() -> np.ndarray:
    return embed.load(Settings().embedding_model).encode(_texts())


def _by_every_vector(store: Store, asked: np.ndarray) -> list[set[str]]:
    """The ids of the ten nearest passages of each question."""
    model = Settings().embedding_model
    cursor = store._connection.execute(
        "SELECT id, packed FROM (SELECT id, xor(('0x' || left(text_hash, 16))::UBIGINT, ?::UBIGINT) AS key"
        " FROM passages) JOIN vectors USING (key)",
        [model_key(model)],
    )
    best: list[list[tuple[float, str]]] = [[] for _ in asked]
    while rows := cursor.fetchmany(50_000):
        near = unpacked([packed for _, packed in rows]) @ asked.T
        for i, kept in enumerate(best):
            first = np.argpartition(-near[:, i], min(10, len(rows) - 1))[:10]
            kept += [(-round(float(near[j, i]), 6), rows[j][0]) for j in first]
            best[i] = sorted(kept)[:10]
    return [{key for _, key in kept} for kept in best]


def _timed(do: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    found = do()
    return time.perf_counter() - began, found


def _process(code: str) -> float:
    """Seconds of a whole process that runs this code."""
    command = [sys.executable, "-c", code]
    return _timed(lambda: subprocess.run(command, capture_output=True, check=True))[0]
