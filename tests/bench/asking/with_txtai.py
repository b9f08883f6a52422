"""txtai's hybrid index over given texts, as JSON: the places of the best texts for each question.

    .venv-bench/bin/python tests/bench/asking/with_txtai.py < {"model": FOLDER, "texts": [...], "questions": [...]}

Runs in an environment of its own (`make bench-others`) and therefore imports nothing of docmine.
"""

from __future__ import annotations

import json
import sys

DEPTH = 30


def main() -> None:
    from txtai import Embeddings  # type: ignore[import-not-found]

    given = json.load(sys.stdin)
    index = Embeddings(path=given["model"], hybrid=True)
    index.index(list(enumerate(given["texts"])))
    json.dump([[place for place, _ in index.search(question, DEPTH)] for question in given["questions"]], sys.stdout)


if __name__ == "__main__":
    main()
