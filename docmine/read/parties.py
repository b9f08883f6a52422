"""Whom a letter is written to, and who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import headings
from docmine.read.organisations import is_organisation
from docmine.read.pieces import Content
from docmine.records import Block, Known

_DEAR = re.compile(r"^(?:Dear|DEAR|dear)\s+(?P<who>[A-Za-z][^.!?]{1,80}?|(?:Mr|Mrs|Ms|Dr)\.? [^.!?]{1,80}?)[\s,:]*$")
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Professor|Prof)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){1,3}$"
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
    if "to" in content.metadata:
        return Known(_ADDRESS.sub("", content.metadata["to"]).strip('" '), "metadata")
    return None


def signatory(body: Sequence[Block], content: Content) -> Known | None:
    """The first person under the closing words of a letter; of a mail without any, the sender who ends it by name."""
    for line in after_closing(body):
        name = _ROLE.split(re.split(r"[,\t]", line)[0])[0].strip()
        if _PERSON.match(name) and not is_organisation(name):
            return Known(name, "signature")
    sent_by = sender(content)
    if sent_by and _PERSON.match(sent_by) and any(b.text.strip(" .,") == sent_by for b in body[-6:]):
        return Known(sent_by, "signature")
    return None


def after_closing(body: Sequence[Block]) -> list[str]:
    """The lines under "Yours sincerely" and its like; empty where there is none."""
    for i in range(len(body) - 1, -1, -1):
        if len(body[i].text.split()) <= 8 and headings.is_closing(body[i].text):
            return [b.text for b in body[i + 1 : i + 12]]
    return []


def sender(content: Content) -> str | None:
    """The name of whom a mail is from, without the address; None where it has only an address."""
    name = _ADDRESS.sub("", content.metadata.get("from", "")).strip("\"' ")
    return name if name and "@" not in name else None
