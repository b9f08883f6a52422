"""Questions → topic and intent."""

from __future__ import annotations

import pytest

from docmine.errors import UsageError
from docmine.search.question import acronym_table, understand

ACRONYMS = acronym_table(
    [
        ("FTB", "Forward to Better"),
        ("CAN", "Children with Additional Needs"),
        ("SLT", "Speech and Language Therapy"),
        ("XYZ", None),
    ]
)


@pytest.mark.parametrize(
    ("question", "intents", "topic"),
    [
        ("what was promised about FTB", {"commitment"}, [("ftb",)]),
        ("What did they say they would do? Any commitments on waiting times", {"commitment"}, [("wait",), ("tim",)]),
        ("who is responsible for short breaks", {"owner"}, [("short",), ("break",)]),
        ("drivers who are off sick", set(), [("driver",), ("sick",)]),
        ("and who runs the depot", {"owner"}, [("run",), ("depot",)]),
        ("when will the strategy be published", {"date", "commitment"}, [("strategi",), ("publish",)]),
        ("how many children are waiting", {"figure"}, [("children",), ("wait",)]),
        ("how long is the wait", {"figure"}, [("wait",)]),
        ("school places", set(), [("school",), ("plac",)]),
        ("what was promised", {"commitment"}, [("promis",)]),  # nothing else to go by
        ("can we see it", set(), [("see",)]),  # "can" is no short form
        ("what about CAN", set(), [("can",)]),
        ("speech and language therapy", set(), [("speech", "languag", "therapi")]),
    ],
)
def test_topic_and_intents(question: str, intents: set[str], topic: list[tuple[str, ...]]) -> None:
    asked = understand(question, ACRONYMS)
    assert set(asked.intents) == intents
    assert [c.forms[0] for c in asked.concepts] == topic


@pytest.mark.parametrize(
    ("question", "added"),
    [
        ("FTB", "Forward to Better"),
        ("ftb", "Forward to Better"),
        ("speech and language therapy waits", "SLT"),
        ("Speech & Language Therapy", "SLT"),
        ("XYZ", None),
        ("nothing of the kind", None),
    ],
)
def test_acronyms_both_ways(question: str, added: str | None) -> None:
    asked = understand(question, ACRONYMS)
    assert (added is None and asked.semantic == question) or (added in asked.semantic and added in asked.lexical)


@pytest.mark.parametrize("question", ["", "   ", "?!", "\n"])
def test_an_empty_question_is_refused(question: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        understand(question, ACRONYMS)
