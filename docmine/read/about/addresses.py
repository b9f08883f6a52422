"""The name in front of a postal address, and the address that ends a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read.about.letterheads import COUNCIL, is_head
from docmine.read.about.organisations import spelt
from docmine.records import Block

OF_RESIDENTS = re.compile(
    r"\bour (?:own )?(?:children|child|sons?|daughters?|kids)\b|\bas parents\b"
    r"|\bwe are (?:a (?:group|network|campaign)|parents|carers|families|residents)\b",
    re.I,
)
_PLACE = re.compile(
    r"^\d|\b(?:House|Street|Road|Lane|Square|Avenue|Hall|Offices?|Floor|Building|Place|Quay|Centre|PO Box)$"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}$"
)
"""A part of a postal address."""
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b")
_TIME = re.compile(r"\d\s?[ap]m\b|\d[:.]\d\d\b|day\b", re.I)
"""What makes a line with a place one of an event."""
_CONTACT = re.compile(
    r"(?:tel|telephone|phone|e-?mail|web|website|fax)\b[\s:.]*\S{3}|[te]\s?:|\S+@\S+$|(?:https?://|www\.)\S+$|[\d\s()]{9,}$|©",
    re.I,
)
"""A line with a number or an address of the wire, as stands below a postal address."""
_BELOW_ADDRESS = 2
"""Last lines, contacts aside, of which one may be a postal address."""
_ASKS = re.compile(r":$|\buseful\b|\b(?:write|send|post|return|complain|object|appeal|deliver)\b", re.I)


def without(line: str) -> str:
    """ "Ash Council, Quay House, Ash" without the address behind the name; the line as it is where it has none."""
    parts = line.split(",")
    return next((",".join(parts[:i]) for i, p in enumerate(parts) if i and _PLACE.search(p.strip(" ."))), line)


def at_the_end(body: Sequence[Block]) -> str | None:
    """Whose name and postal address the last line is, unless the words above it ask to write there."""
    lines = [b for b in body if not _CONTACT.match(b.text)]
    for i in range(len(lines) - 1, max(-1, len(lines) - 1 - _BELOW_ADDRESS), -1):
        line, above = lines[i].text, lines[i - 1].text if i else ""
        name = named_in(line)
        if name is None or lines[i].kind == "list_item":
            continue
        residents = any(OF_RESIDENTS.search(b.text) for b in body)
        return None if _ASKS.search(above) or residents else name
    return None


def named_in(line: str) -> str | None:
    """Whose address a line is: "Ash Council, Quay House, Ash AS1 2AB"; without a postcode only a council's own hall."""
    name = without(line)
    if name == line or not is_head(name):
        return None
    parts = line.rstrip(".").split(", ")
    hall = len(parts) > 2 and COUNCIL.fullmatch(name) and all(p[:1].isupper() or p[:1].isdigit() for p in parts)
    return spelt(name) if _POSTCODE.search(line) or (hall and not _TIME.search(line)) else None
