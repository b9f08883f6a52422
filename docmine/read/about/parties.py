"""Whom a letter is written to, and who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import headings
from docmine.read.about.organisations import is_organisation, is_role
from docmine.read.pieces import Content
from docmine.records import Block, Known

_DEAR = re.compile(r"^(?:Dear|DEAR|dear)\s+(?P<who>[A-Za-z][^.!?]{1,80}?|(?:Mr|Mrs|Ms|Dr)\.? [^.!?]{1,80}?)[\s,:]*$")
_HELLO = re.compile(r"^(?:Hi|Hello|Good (?:morning|afternoon|evening))\s+(?P<who>[A-Z][^.!?]{1,60}?)[\s,:!]*$")
_THANKS = r"thank(?:s|\s+you)(?:\s+(?:again|in\s+advance|for\s+(?:all\s+)?your\s+[\w\s-]{1,60}))?"
_CLOSING = re.compile(
    rf"(?:(?:with\s+)?(?:very\s+)?(?:many|kind|best|warm|sincere|grateful)\s+)?{_THANKS}"
    r"|(?:many\s+)?thanks\s+and\s+(?:kind|best)\s+(?:regards|wishes)"
    r"|(?:yours\s+)?in\s+(?:solidarity|partnership|friendship|hope|anticipation)"
    r"|signed(?:\s+by)?|yours|all\s+the\s+best|take\s+care",
    re.I,
)
"""Other words above a name; alone they close nothing, for they also stand amid a text."""
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Professor|Prof)\.?\s+)?[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){1,3}$"
)
_ROLE = re.compile(
    r"\s+(?=(?:National|Regional|Executive|Interim|Deputy|Assistant|Senior|Chief|Director|Head|Manager|Chair|Leader|His|Her|HM)\b)"
)
_ADDRESS = re.compile(r"\s*<[^>]*>")
_FIRST = 15


def addressee(body: Sequence[Block], content: Content) -> Known | None:
    """Whom the greeting names, else whom the mail was sent to."""
    for block in body[:_FIRST]:
        match = _DEAR.match(block.text) if block.text.lower().startswith("dear ") else None
        if match:
            return Known(match["who"].strip(), "text")
        mailed = _HELLO.match(block.text) if "from" in content.metadata else None
        if mailed:
            return Known(mailed["who"].strip(), "text")
    if "to" in content.metadata:
        return Known(_ADDRESS.sub("", content.metadata["to"]).strip('" '), "metadata")
    return None


def signatory(body: Sequence[Block], content: Content) -> Known | None:
    """The first person under the closing words of a letter; of a mail without any, the sender who ends it by name."""
    for line in after_closing(body):
        name = person(line)
        if name:
            return Known(name, "signature")
    sent_by = sender(content)
    if sent_by and _PERSON.match(sent_by) and any(b.text.strip(" .,") == sent_by for b in body[-6:]):
        return Known(sent_by, "signature")
    return None


def after_closing(body: Sequence[Block]) -> list[str]:
    """The lines under "Yours sincerely" and its like, or of a signature; empty where there is none."""
    for i in range(len(body) - 1, -1, -1):
        if len(body[i].text.split()) <= 8 and headings.is_closing(body[i].text):
            return [b.text for b in body[i + 1 : i + 12]]
    for i in range(len(body) - 1, max(-1, len(body) - 12), -1):
        if _CLOSING.fullmatch(body[i].text.strip(" ,.!:")) and any(person(b.text) for b in body[i + 1 : i + 3]):
            return [b.text for b in body[i + 1 : i + 12]]
    signed = [b.text for b in body if b.kind == "signature"]
    return signed[:12]


def person(line: str) -> str | None:
    """The name that a line under a letter begins with; None where it begins with something else."""
    first = re.split(r"[,\t]", line)[0].strip()
    name = _ROLE.split(first)[0].strip() if not is_role(first) or _ROLE.search(first) else ""
    name = re.sub(r"\s+(?:MP|MBE|OBE|CBE|QPM|JP)$", "", name)
    return name if _PERSON.match(name) and not is_organisation(name) else None


def sender(content: Content) -> str | None:
    """The name of whom a mail is from, without the address; None where it has only an address."""
    name = _ADDRESS.sub("", content.metadata.get("from", "")).strip("\"' ")
    return name if name and "@" not in name else None
