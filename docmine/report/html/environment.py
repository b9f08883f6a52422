"""Templates in which text from documents is harmless: escaped, without control characters, whoever forgets it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docmine.report import safe, verdicts
from docmine.report.dates import british
from docmine.report.words import counted

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"


def environment(*folders: Path) -> Environment:
    """For templates of these folders, then of the report's own: `macros.html.j2` is among them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "british": british,
        "number": number,
        "counted": counted,
        "marked": marked,
        "flat": safe.line,
        "cut": cut,
    }
    made.globals |= {
        "VERDICTS": verdicts.VERDICTS,
        "OUTCOMES": verdicts.OUTCOMES,
        "CHECKS": verdicts.CHECKS,
        "FLAGS": verdicts.FLAGS,
        "STRENGTHS": verdicts.STRENGTHS,
    }
    return made


@cache
def stylesheet() -> str:
    """The style that the report and the web view share."""
    return (HERE / "report.css").read_text(encoding="utf-8")


def marked(text: str, places: Sequence[tuple[int, int]] = ()) -> Markup:
    """The text on one line as markup, these parts (offsets, in order) in <mark>; cells of a table between bars."""
    from markupsafe import Markup, escape

    parts, at = [], 0
    for start, end in places:
        parts += [escape(_flat(text[at:start])), Markup("<mark>"), escape(_flat(text[start:end])), Markup("</mark>")]
        at = end
    return Markup("").join([*parts, escape(_flat(text[at:]))])


def cut(text: str, most: int = 180) -> str:
    """The text, or its beginning up to a word and "…" where it is longer than this many characters."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def number(value: float) -> str:
    """ "1,245", "0.5", "12.75"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def _flat(text: str) -> str:
    return safe.line(text.replace("\t", " | "))


def _harmless(value: Any) -> Any:
    """What every expression of a template gives passes here; markup too, into which a filter may have put text."""
    if value is None:
        return ""
    return type(value)(safe.lines(value)) if isinstance(value, str) else value
