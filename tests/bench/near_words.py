"""Makes the table of near words of search (docmine/search/near_words.txt): for each common English word, those that the
embedding model, asked about each word alone, takes for much the same.

    python -m tests.bench.near_words           how large it would be, and what it says of a few words
    python -m tests.bench.near_words --write   and keep it (`make near-words`)

The words are those that the model's tokenizer keeps whole, which are the commonest of English. A table made once costs
a search nothing, where the vectors of all words would have to be read.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

import docmine.search.near as kept
from docmine.embed import load_for_many, model_folder
from docmine.settings import load
from docmine.words import is_function_word, stem

FILE = Path(kept.__file__).with_name("near_words.txt")
LEAST, MOST = 0.55, 16
"""Cosine from which on a word is near, and how many are kept of each."""
ROWS = 2000
HEAD = """\
# Made by `make near-words` from vectors of single words: a stem, and the stems near it with how near (0 to 99).
# Sorted by the bytes of each line, for it is searched by halving.
"""
SHOWN = ("lift", "cop", "cab", "mould", "rubbish", "weekend")


def common_words(model: str) -> list[str]:
    """Whole words of the tokenizer that tell something, in order of the alphabet."""
    vocabulary = Tokenizer.from_file(str(model_folder(model) / "tokenizer.json")).get_vocab()
    return sorted(w for w in vocabulary if re.fullmatch(r"[a-z]{3,}", w) and not is_function_word(w))


def near_stems(words: list[str], vectors: np.ndarray) -> dict[str, dict[str, float]]:
    """Stem → the stems near it, nearest first, with the best cosine of any two words of theirs."""
    of = [stem(word) for word in words]
    found: dict[str, dict[str, float]] = {}
    for first in range(0, len(words), ROWS):
        cosines = vectors[first : first + ROWS] @ vectors.T
        for row, column in zip(*np.nonzero(cosines >= LEAST), strict=True):
            own, other, near = of[first + row], of[column], float(cosines[row, column])
            if own != other and near > found.setdefault(own, {}).get(other, 0.0):
                found[own][other] = near
    return {own: dict(sorted(found[own].items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]) for own in found}


def main(*arguments: str) -> None:
    model = load({}).embedding_model
    words = common_words(model)
    table = near_stems(words, np.asarray(load_for_many(model, "cpu").encode(words)))
    lines = [
        f"{own} {' '.join(f'{other}:{kept.strength(cosine):02d}' for other, cosine in others.items())}\n"
        for own, others in table.items()
    ]
    lines.sort(key=lambda line: line.encode())
    text = HEAD + "".join(lines)
    print(f"{len(words)} words, {len(table)} stems, {len(text) / 1e6:.1f} MB")
    for word in SHOWN:
        print(word, table.get(stem(word)))
    if "--write" in arguments:
        FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
