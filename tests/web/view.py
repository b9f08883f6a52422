"""The papers of the small index, and a browser to look at its view with."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.cli.conftest import MINUTES

ADDRESS = "http://127.0.0.1:8765"
LETTER = """\
Harrowfield Council
Children and Families
1 July 2022

Dear parents and carers,

Thank you for your letter about the Next Steps Team (NST). Families waited 32 weeks on average for a plan.

We will publish a recovery plan by the end of September 2022. The Next Steps Team will recruit five caseworkers by
December 2022. We will open a sensory room in Alder Lane in 2023. We will answer every <b>letter</b> about
<script>alert(1)</script> & javascript:alert(2) by 1 November 2022.

Yours sincerely,

Jane Okoro
Director of Children's Services
"""
NEWSLETTER = """\
# Harrowfield Family Newsletter 1, October 2022

## Recovery plan

We will publish the recovery plan by the end of December 2022.

## Waiting times

In September 2022, 65% of plans were issued on time, up from 48% in June 2022.

"We know that families have waited too long," said Jane Okoro, Director of Children's Services.

"""
PAPERS = {"letter.txt": LETTER, "newsletter.md": NEWSLETTER, "minutes.html": MINUTES}


def written(folder: Path) -> Path:
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def browser(app: FastAPI, address: str = ADDRESS) -> TestClient:
    return TestClient(app, base_url=address, raise_server_exceptions=False, follow_redirects=False)
