"""Where a later addition to a web page begins."""

from __future__ import annotations

from datetime import date

import pytest

from docmine.compare.additions import Addition, addition
from docmine.records import DateMention, Known, Sentence
from docmine.store import StoredDocument

HEAD = "Our programme, October 2023"
BODY = "We will recruit six officers by March 2024 and train them all well."


@pytest.mark.parametrize(
    ("line", "value", "kind", "expected"),
    [
        ("Update: 12 June 2024", "2024-06-12", "web page", "2024-06-12"),
        ("July 2024", "2024-07", "web page", "2024-07"),
        ("Update: 2 October 2023", "2023-10-02", "web page", None),  # no later than the page
        ("Update: 12 June 2024", "2024-06-12", "newsletter", None),  # a diary in a newsletter
        ("We met the new officers on 12 June 2024 in town", "2024-06-12", "web page", None),  # a sentence
    ],
)
def test_addition(line: str, value: str, kind: str, expected: str | None) -> None:
    texts = [HEAD, BODY, line, "More text."]
    sentences, dates, at = [], [], 0
    for text in texts:
        sentences.append(Sentence(doc="p.html", text=text, start=at, end=at + len(text), block=0))
        at += len(text) + 1
    start = sentences[2].start
    dates.append(DateMention(doc="p.html", text=line, start=start, end=start + len(line), value=value))
    page = StoredDocument(
        **dict.fromkeys(StoredDocument.__dataclass_fields__)
        | {
            "name": "p.html",
            "doc_type": Known(kind, "text"),
            "published": Known("2023-10", "text"),
            "published_from": date(2023, 10, 1),
            "published_to": date(2023, 10, 31),
        }  # type: ignore[arg-type]
    )
    assert addition(page, sentences, dates) == (Addition(start, expected) if expected else None)
