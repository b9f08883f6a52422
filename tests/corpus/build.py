"""Build the sample publications of corpus/ from their sources, the same bytes every time.

python tests/corpus/build.py [FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pdf
import plain
import word
from markup import Source, load

HERE = Path(__file__).resolve().parent
FORMS: dict[str, Callable[[Source], bytes]] = {
    "text": plain.text,
    "markdown": plain.markdown,
    "web": plain.web,
    "mail": plain.mail,
    "word": word.word,
    "newsletter": pdf.newsletter,
    "slides": pdf.slides,
    "report": pdf.report,
}


def build(folder: Path) -> list[Path]:
    """Write every publication into `folder`; the files written, in the order of their sources."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted((HERE / "sources").glob("*.txt")):
        source = load(path)
        target = folder / source.about["file"]
        target.write_bytes(FORMS[source.about["form"]](source))
        written.append(target)
    return written


if __name__ == "__main__":
    for target in build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "corpus"):
        print(target)
