"""What a file's name says: a date in one of many forms, an issue's number."""

from __future__ import annotations

import re

from docmine.read import written

_BEGINS = r"(?<![\d])(?<!\d[-_.])"
_ENDS = r"(?!\d)(?![-_.]\d)"
_COMPACT = re.compile(rf"{_BEGINS}(?P<year>(?:20)?[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]){_ENDS}")
_MONTHLY = re.compile(rf"{_BEGINS}(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2]){_ENDS}")
_ISO = re.compile(rf"{_BEGINS}(?P<year>20\d\d)(?P<sep>[-_. ])(?P<month>\d\d)(?:(?P=sep)(?P<day>\d\d))?{_ENDS}")
_BRITISH = re.compile(rf"{_BEGINS}(?P<day>\d\d?)(?P<sep>[-_. ])(?P<month>\d\d?)(?P=sep)(?P<year>(?:20)?\d\d){_ENDS}")
_MONTH_SHORT = re.compile(rf"\b{written.MONTH}\s+['’]?(?P<year>[1-4]\d)(?=\s*$|\s+(?!\d|20\d\d))", re.I)
_YEAR = re.compile(r"(?<![\d-])(?P<year>20[0-4]\d)(?![\d]|\s*[-/–]\s*\d)")
_NO_DATE = re.compile(r"\b(?:ref|case|id|no|nr|urn|uprn|cas)\W*$", re.I)
"""Words before digits that make them a reference."""


def date(name: str) -> str | None:
    """ISO, perhaps partial: 190319, 20190319, 2019-03-19, 19-03-2019, "19 March 2019", "March 19", "2019"."""
    stem = _stem(name)
    spaced = re.sub(r"[-_.\s]+", " ", stem)
    for pattern in (_COMPACT, _ISO, _BRITISH, _MONTHLY):
        for match in pattern.finditer(stem):
            value = None if _NO_DATE.search(stem[: match.start()].replace("_", " ")) else written.iso(match)
            if value:
                return value
    short = _MONTH_SHORT.search(spaced)
    if value := written.first(spaced) or (written.iso(short) if short else None):
        return value
    years = {m["year"] for m in _YEAR.finditer(stem) if not _NO_DATE.search(stem[: m.start()].replace("_", " "))}
    return years.pop() if len(years) == 1 else None


def words(name: str) -> str:
    """The name as words: "street-map_news.pdf" is "street map news"."""
    return re.sub(r"[-_\s]+", " ", _stem(name)).strip()


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] if re.search(r"\.[A-Za-z]\w{1,4}$", name) else name
