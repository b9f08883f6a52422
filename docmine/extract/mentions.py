"""One place that names a person, and the e-mail addresses that carry names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docmine.extract import names
from docmine.namesake import plain

EMAIL = re.compile(r"(?<![\w.+'’-])[\w.+'’-]++@[\w-]+(?:\.[\w-]+)+")  # tried once in an endless word


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a person, with what stands beside it."""

    shape: names.Shape
    signs: frozenset[str]
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    ours: bool = False
    """The words show that the person belongs to whoever speaks: "our", "joined us", a signature, a contact."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, or a cell of a table row, where it stands."""

    text: str
    start: int
    block: int
    column: int | None = None
    header: str | None = None


def emails_of(lines: list[Line]) -> dict[str, str]:
    """Every e-mail address of the document by its local part, in order."""
    return {m.group().split("@")[0].lower(): m.group().rstrip(".") for line in lines for m in EMAIL.finditer(line.text)}


def email_for(tokens: tuple[str, ...], emails: dict[str, str]) -> str | None:
    return next((email for local, email in emails.items() if carries(local, tokens)), None)


def carries(local: str, tokens: tuple[str, ...]) -> bool:
    """Whether an address's local part is made of a name: "jane.hill", "j.hill", "hillj", "jhill2"."""
    spelled = [plain(t) for t in tokens]
    squeezed = re.sub(r"[^a-z]", "", plain(local))
    first, last = spelled[0], spelled[-1]
    if len(tokens) < 2 or len(last) < 3:
        return False
    return (
        (last in squeezed and squeezed[0] == first[0])
        or (first in squeezed and last in squeezed)
        or squeezed == last + first[0]
    )
