from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from docmine.report.html.environment import cut, environment, marked, number

CASES = [
    ("{{ text }}", "<b>", "&lt;b&gt;"),
    ("{{ text }}", "a\x07\u202eb", "a��b"),
    ("{{ text | flat }}", "a\nb", "a b"),
    ("{{ text | marked(((0, 1),)) }}", "<b>", "<mark>&lt;</mark>b&gt;"),
    ("{{ text | british }}", "2024-03", "March 2024"),
    ("{{ nothing }}{{ 3 | counted('ask') }}", "", "3 asks"),
]


@pytest.mark.parametrize(("template", "text", "made"), CASES)
def test_what_a_template_writes_is_harmless(template: str, text: str, made: str) -> None:
    assert environment().from_string(template).render(text=text, nothing=None) == made


def test_a_name_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


@pytest.mark.parametrize(("value", "shown"), [(1245, "1,245"), (0.5, "0.5"), (12.75, "12.75"), (3.0, "3")])
def test_numbers_are_british(value: float, shown: str) -> None:
    assert number(value) == shown


def test_marks_stand_around_their_words() -> None:
    assert marked("91% of 132\tin all", ((0, 3), (7, 10))) == "<mark>91%</mark> of <mark>132</mark> | in all"


def test_a_long_sentence_is_cut_at_a_word() -> None:
    assert cut("one two three", 9) == "one two …"
    assert cut("one two", 9) == "one two"
