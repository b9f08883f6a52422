"""Makes docs/pictures/ anew, from the sample publications: `make pictures`. Needs Chromium."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from PIL import Image
from typer.testing import CliRunner

from docmine import settings
from docmine.cli.main import app
from docmine.index import Index
from tests.browser.serving import browsing, chromium, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from docmine.index.account import Account

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
WIDE, NARROW = 1080, 810
"""Windows, for two columns and for one."""
SCALE = 1.5
"""Pixels of a picture for one of the page, for screens that show them finely."""
COLOURS = 128
MOST = 150_000
"""Bytes of a picture: the README has to open at once."""


@dataclass(frozen=True, slots=True)
class Shot:
    """`of`: the element that is at the top of the window, else the head of the page."""

    name: str
    address: str
    width: int
    height: int
    of: str | None = None


def shots(account: Account, report: str) -> Iterator[Shot]:
    slipped = [t for t in account.threads if t.finding.verdict == "slipped"]
    thread = max(slipped, key=lambda t: len(t.finding.due_history))
    march, october = [d.name for d in account.documents if d.series and d.series.value == "SEND Improvement Update"]
    yield Shot("report", report, WIDE, 860)
    yield Shot("report-promise", report, NARROW, 900, f"#p-{thread.id}")
    yield Shot("report-figure", report, NARROW, 960, ".course:has(svg)")
    yield Shot("search", "/search?q=what+was+promised+about+therapy+waits", WIDE, 820)
    yield Shot("promises", "/commitments?verdict=slipped&verdict=weakened&verdict=dropped", WIDE, 820)
    yield Shot("promise", f"/thread/{thread.id}", WIDE, 960)
    yield Shot("document", f"/document/{quote(march)}", WIDE, 640, "#page-3")
    yield Shot("compare", f"/diff?old={quote(march)}&new={quote(october)}", WIDE, 820)


def main() -> None:
    program = chromium()
    if program is None:
        sys.exit("The pictures are taken in Chromium, and there is none here. On Debian: apt install chromium")
    (HERE / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder) / "sample.duckdb", settings.load({}))
        index.ingest(CORPUS)
        index.track()
        report = Path(folder) / "report.html"
        CliRunner().invoke(app, ["--index", str(index.path), "report", "-o", str(report)], catch_exceptions=False)
        with serving(index.path) as server, browsing(program) as browser:
            page = browser.new_page(base_url=server, device_scale_factor=SCALE, color_scheme="light")
            page.emulate_media(reduced_motion="reduce")
            for shot in shots(index.account(), report.as_uri()):
                data = _small(_taken(page, shot))
                print(f"docs/pictures/{shot.name}.png: {len(data) // 1000} kB")
                if len(data) > MOST:
                    sys.exit(f"That is more than {MOST // 1000} kB. Show less of it.")
                (HERE / "pictures" / f"{shot.name}.png").write_bytes(data)


def _taken(page: Page, shot: Shot) -> bytes:
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    page.goto(shot.address)
    if shot.of is not None:
        page.locator(shot.of).first.evaluate("it => it.scrollIntoView()")
    page.wait_for_load_state("networkidle")  # pictures of pages are drawn when they come into view
    return page.screenshot()


def _small(png: bytes) -> bytes:
    few = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    made = BytesIO()
    few.save(made, "PNG", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    main()
