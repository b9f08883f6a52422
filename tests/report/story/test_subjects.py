from __future__ import annotations

import pytest

from docmine.report.story.subjects import _names_something, plain_heading

CASES = [
    ("Therapies", True),
    ("Annual reviews", True),
    ("Crisis line (update)", True),
    ("Next steps", False),
    ("Our next steps", False),
    ("Latest news", False),
    ("Areas for improvement", False),
    ("What’s next", False),
    ("What needs to improve?", False),
    ("Family Newsletter No 16: January 2020", False),
    ("Governance after April 2020", False),
    ("", False),
]


@pytest.mark.parametrize(("heading", "subject"), CASES)
def test_a_heading_that_names_a_subject(heading: str, subject: bool) -> None:
    assert _names_something(plain_heading(heading)) is subject
