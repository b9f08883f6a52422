"""A story of the sample publications, told once."""

from __future__ import annotations

import pytest

from docmine.index import Index
from docmine.report.story.story import Story, story


@pytest.fixture(scope="session")
def told(sample_index: Index) -> Story:
    return story(sample_index.account())
