"""Text of PDFs as markitdown and kreuzberg read them, as JSON: {file: {reader: text}}.

    .venv-bench/bin/python tests/bench/reading/others.py FILE.pdf ...

Runs in an environment of its own (`make bench-others`) and therefore imports nothing of docmine.
"""

from __future__ import annotations

import json
import sys


def main(*paths: str) -> None:
    from kreuzberg import extract_file_sync  # type: ignore[import-not-found]
    from markitdown import MarkItDown  # type: ignore[import-not-found]

    reader = MarkItDown()
    texts = {
        path: {"markitdown": reader.convert(path).text_content, "kreuzberg": extract_file_sync(path).content}
        for path in paths
    }
    json.dump(texts, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
