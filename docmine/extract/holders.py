"""Who holds a post that the document names, and who signs what is said as "I"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from docmine.extract import people
from docmine.extract.context import layout

_SIGNATURE_CHARACTERS = 80
"""A line that begins with a name and is longer is a sentence about that person."""
_BESIDE = ("cc", "copied", "dear", "to:")


def in_post(doc: Doc, words: str) -> str | None:
    """The one person whose post the document gives in the same words: "Head of Parks" → Tom Bassey."""
    wanted = words.lower().strip()
    if " " not in wanted or not doc.has_extension("owners"):
        return None
    held = {o.name for o in doc._.owners if o.role and o.role.lower() == wanted}
    return held.pop() if len(held) == 1 else None


def signs_below(token: Token) -> str | None:
    """Whose name stands alone on a line below `token`, before the next heading, in a letter behind any."""
    doc = token.doc
    document = layout(doc)
    is_letter = document.doc_type is not None and document.doc_type.value == "letter"
    starts = {start: p.name for p in people.find(doc) if " " in p.name for start, _ in p.mentions}
    for block in document.blocks:
        if block.start <= token.idx:
            continue
        if block.kind == "table_row" or (block.kind == "heading" and not is_letter):
            return None
        at = block.start
        for line in block.text.split("\n"):
            if len(line) <= _SIGNATURE_CHARACTERS and not line.lower().startswith(_BESIDE):
                near = [s for s in starts if at <= s < at + len(line) and _only_a_title(document.text[at:s])]
                if near and not line.rstrip().endswith((".", "?", "!", ":")):
                    return starts[min(near)]
            at += len(line) + 1
    return None


def _only_a_title(before: str) -> bool:
    """Whether nothing but a title of address stands before a name: "Cllr ", "Dr "."""
    return len(before.split()) <= 1 and (not before.strip() or before.strip()[0].isupper())
