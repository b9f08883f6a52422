"""A small index that every command test asks, and the means to ask it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from docmine.cli.main import app

LETTER = """\
Harrowfield Council
Children and Families
1 July 2022

Dear parents and carers,

Thank you for your letter about the Next Steps Team (NST). Families waited 32 weeks on average for a plan.

We will publish a recovery plan by the end of September 2022. We will also recruit five caseworkers by December 2022.

Yours sincerely,

Jane Okoro
Director of Children's Services
"""
NEWSLETTER = """\
# Harrowfield Family Newsletter, October 2022

## Recovery plan

We will publish the recovery plan by the end of December 2022.

## Waiting times

In September 2022, 65% of plans were issued on time, up from 48% in June 2022.

"We know that families have waited too long," said Jane Okoro, Director of Children's Services.
"""
MINUTES = """\
<html><head><title>Family Board minutes, 12 January 2023</title></head><body><article>
<h1>Family Board minutes, 12 January 2023</h1>
<p>The board noted that two of the five caseworkers had started. The Next Steps Team will report back in March 2023.</p>
<p>Parents asked the board to publish waiting times every month.</p>
</article></body></html>
"""

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three invented publications."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "newsletter.md").write_text(NEWSLETTER, encoding="utf-8")
    (folder / "minutes.html").write_text(MINUTES, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the three; tests that write to it take a copy."""
    file = tmp_path_factory.mktemp("index") / "small.duckdb"
    result = CliRunner().invoke(app, ["--index", str(file), "ingest", str(papers)])
    assert result.exit_code == 0, result.output
    return file


@pytest.fixture(scope="session")
def run(index: Path) -> Run:
    """`run("search", "plan")` on the small index; another with `on=`."""

    def call(*words: object, on: Path = index, **settings: object) -> Result:
        return CliRunner().invoke(app, ["--index", str(on), *map(str, words)], catch_exceptions=False, **settings)

    return call
