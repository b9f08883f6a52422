"""A page written down by hand → its file in tests/labelled/reading; of publications that are not ours only digests.

    python -m tests.bench.reading.write FILE.txt ...

`# doc NAME`, `# page N`, `# shape WORDS` and, where the page is ours, `# own` stand first; `# unseen FIGURES` says what
was found of a page on which no rule had been tried. Then one item a line, its kind's first letter before it (h, s, b,
r, c, f); `~name` opens a group that may be read before or after the rest, `~` goes back to the main text.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.reading.truth import FOLDER, KINDS, Item, item

_KIND = {kind[0]: kind for kind in KINDS}


def main(*paths: str) -> None:
    for path in map(Path, paths):
        (FOLDER / f"{path.stem}.jsonl").write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")


def page(source: str) -> str:
    """The lines of the page's JSONL file. Raises ValueError for a line that is none of the above."""
    about: dict[str, str] = {}
    items: list[Item] = []
    group: str | None = None
    for line in filter(str.strip, source.splitlines()):
        sign, _, rest = line.partition(" ")
        if sign == "#":
            key, _, value = rest.partition(" ")
            about[key] = value
        elif sign.startswith("~"):
            group = sign[1:] or None
        elif sign in _KIND:
            items.append(item(_KIND[sign], rest.strip(), group, own="own" in about))
        else:
            raise ValueError(f"no kind of item: {line}")
    unseen = {"unseen": about["unseen"]} if "unseen" in about else {}
    lines: list[dict[str, object]] = [
        {"doc": about["doc"], "page": int(about["page"]), "shape": about["shape"], **unseen}
    ]
    for each in items:
        place: dict[str, object] = {"group": each.group} if each.group else {}
        content = {"text": each.text} if each.text else {"words": each.words, "sha256": each.digest}
        lines.append({"kind": each.kind, **place, **content})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
