"""How much of a page arrives whole and in order, beside other readers; and what reading a page costs.

Each page is read twice: as published, and redrawn with its words in random order, so that only geometry tells it.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

from docmine.read import pdf, read
from tests.bench.reading.score import Score, score, together
from tests.bench.reading.sources import ROOT, SHARED, Source, sources, text_of

FOUND = TAU = 0.98
COST = 1.5
BENCH_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
Texts = dict[tuple[Path, int], str]
"""The text of each page (from 1) of each file."""


def test_pages_arrive_whole_and_in_order(tmp_path: Path) -> None:
    found = [*sources(tmp_path, real=False), *(sources(tmp_path, real=True) if SHARED.is_dir() else [])]
    wanted = [(path, page.number) for s in found for path in (s.published, s.shuffled) for page in s.pages]
    readers: dict[str, Texts | str] = {
        "docmine": _docmine(wanted),
        "pdfplumber": _by_page(_pdfplumber, wanted),
        "pypdfium2": _by_page(_pypdfium2, wanted),
        "pdftotext": _by_page(_pdftotext, wanted) if shutil.which("pdftotext") else "poppler-utils is not installed",
        **_others(wanted, tmp_path),
    }
    print()
    if not SHARED.is_dir():
        print("skipped: the real publications, which are not beside this checkout (../shared)")
    for name, texts in readers.items():
        if isinstance(texts, str):
            print(f"skipped: {name}: {texts}")
    texts_of = {name: texts for name, texts in readers.items() if isinstance(texts, dict)}
    behind: list[str] = []
    overall: dict[str, list[Score]] = {}
    for copy in ("published", "shuffled"):
        print(f"\n{copy + ': share found / tau':62}" + "".join(f"{name:>14}" for name in texts_of))
        totals: dict[str, list[Score]] = {}
        for source in found:
            behind += _pages(source, copy, texts_of, totals)
        _row("all pages", {name: together(scores) for name, scores in totals.items()})
        ours = together(totals["docmine"])
        if ours.found < FOUND or ours.tau < TAU:
            behind.append(f"all pages, {copy}: {_told(ours)}")
        for name, scores in totals.items():
            overall.setdefault(name, []).extend(scores)
    whole = {name: together(scores) for name, scores in overall.items()}
    print()
    _row("both copies of all pages", whole)
    ours = whole.pop("docmine")
    behind += [f"overall {name} is ahead" for name, s in whole.items() if ours.found + ours.tau <= s.found + s.tau]
    assert not behind, "\n".join(behind)


def test_a_page_costs_at_most_1_5_times_its_word_extraction() -> None:
    files = [*sorted((ROOT / "corpus").glob("*.pdf")), *sorted(SHARED.glob("*/*.pdf"))]
    ours = theirs = 0.0
    pages = 0
    for file in files:
        data = file.read_bytes()
        if not _has_words_on_every_page(data):
            print(f"{file.name:56} not counted: it has a page whose words must be recognised")
            continue
        words, count = min(_timed(_words, data) for _ in range(2))
        content, _ = min(_timed(_content, data) for _ in range(2))
        pages, ours, theirs = pages + count, ours + content, theirs + words
        print(f"{file.name:56} {words / count * 1000:6.0f} ms {content / count * 1000:6.0f} ms  {content / words:5.2f}")
    print(f"{pages} pages: words {theirs / pages * 1000:.0f} ms, all {ours / pages * 1000:.0f} ms a page, ", end="")
    print(f"ratio {ours / theirs:.2f} (at most {COST})")
    assert ours <= COST * theirs


def _pages(source: Source, copy: str, texts: dict[str, Texts], totals: dict[str, list[Score]]) -> list[str]:
    """Print a row for each page of a document, add its scores to the totals, and say where docmine is behind."""
    path = source.published if copy == "published" else source.shuffled
    behind = []
    for page in source.pages:
        scores = {name: score(page.items, by_page[path, page.number]) for name, by_page in texts.items()}
        for name, each in scores.items():
            totals.setdefault(name, []).append(each)
        label = f"{Path(source.doc).name} p{page.number} ({len(page.items)})"
        _row(label, scores)
        ours = scores.pop("docmine")
        # Of a reader that finds next to nothing, the order of that little says nothing.
        better = [n for n, s in scores.items() if s.found > ours.found or (s.found >= 0.5 and s.tau > ours.tau)]
        behind += [f"{label}, {copy}: {name} is ahead" for name in better]
    return behind


def _row(label: str, scores: dict[str, Score]) -> None:
    print(f"{label:62}" + "".join(f"{_told(s):>14}" for s in scores.values()))


def _told(scored: Score) -> str:
    return f"{scored.found:.3f} {scored.tau:6.3f}"


def _docmine(wanted: list[tuple[Path, int]]) -> Texts:
    documents = {path: read(path) for path in {path for path, _ in wanted}}
    return {(path, page): text_of(documents[path], page) for path, page in wanted}


def _by_page(reader: Callable[[Path, int], str], wanted: list[tuple[Path, int]]) -> Texts:
    return {(path, page): reader(path, page) for path, page in wanted}


def _pdfplumber(path: Path, page: int) -> str:
    with pdfplumber.open(path, pages=[page]) as opened:
        return str(opened.pages[0].extract_text())


def _pypdfium2(path: Path, page: int) -> str:
    return str(pypdfium2.PdfDocument(path)[page - 1].get_textpage().get_text_range()).replace("\r", "")


def _pdftotext(path: Path, page: int) -> str:
    command = ["pdftotext", "-f", str(page), "-l", str(page), str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def _others(wanted: list[tuple[Path, int]], folder: Path) -> dict[str, Texts | str]:
    """markitdown and kreuzberg read whole files only: each gets every page as a file of its own."""
    if not BENCH_PYTHON.exists():
        return dict.fromkeys(("markitdown", "kreuzberg"), "not installed; 'make bench-others' does that")
    files: dict[str, tuple[Path, int]] = {}
    for nth, (path, page) in enumerate(wanted):
        single = pypdfium2.PdfDocument.new()
        single.import_pages(pypdfium2.PdfDocument(path), [page - 1])
        files[str(folder / f"page-{nth}.pdf")] = (path, page)
        single.save(folder / f"page-{nth}.pdf")
    command = [str(BENCH_PYTHON), str(ROOT / "tests" / "bench" / "reading" / "others.py"), *files]
    done = subprocess.run(command, capture_output=True, check=True, timeout=600)
    told: dict[str, dict[str, str]] = json.loads(done.stdout)
    return {name: {files[f]: told[f][name] for f in files} for name in ("markitdown", "kreuzberg")}


def _timed(work: Callable[[bytes], int], data: bytes) -> tuple[float, int]:
    """Seconds of processor time, which other work on the machine does not add to."""
    began = time.process_time()
    result = work(data)
    return time.process_time() - began, result


def _has_words_on_every_page(data: bytes) -> bool:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return all(page.chars for page in opened.pages)


def _words(data: bytes) -> int:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            page.extract_words()
            page.close()
        return len(opened.pages)


def _content(data: bytes) -> int:
    return pdf.content(data).pages or 0
