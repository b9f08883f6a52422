"""Document → sentences and passages; never across a block; each keeps the headings above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from docmine.outline import CellItem, cell_items, heading_paths, page_at
from docmine.records import ASIDE, Block, Document, Passage, Sentence

if not Doc.has_extension("document"):
    Doc.set_extension("document", default=None)

_END = re.compile(r"[.!?…]+$")
_CLOSING = frozenset("”’\"')]»")
_PROSE_CELL_WORDS = 12
"""A table row with a longer cell than this is read as sentences."""
_ABBREVIATED = frozenset(
    {"no.", "nos.", "para.", "paras.", "pp.", "p.", "fig.", "cllr.", "ref.", "tel.", "ext.", "approx."}
)
"""Before a number or a name these end no sentence; spaCy's tokenizer splits their full stop off."""


@Language.component("docmine_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set every sentence start before the parser runs, so that no sentence crosses a block.

    A heading, a running head and a table row of short cells are one sentence each; long cells are prose, each begun
    anew, and so is each bullet in a cell. Elsewhere a sentence ends at a full stop, question or exclamation mark that
    is a token of its own (spaCy's tokenizer keeps abbreviations whole) and is followed by white space and something
    that can begin a sentence.
    """
    blocks = _blocks(doc)
    items = _items(doc)
    signs = {item.sign for item in items}
    within = {place for item in items for place in range(item.sign + 1, item.start + 1)}  # "2. Write": one sentence
    text = doc.text  # spaCy joins it anew at every look
    words = [token.text for token in doc]
    places = [int(place) for place in doc.to_array("IDX")]
    starts = [False] * len(words)
    block, whole, ended = -1, False, True
    end = -1  # of the token before, in characters
    for i, (word, place) in enumerate(zip(words, places, strict=True)):
        if word.isspace():
            continue
        moved = False
        while block + 1 < len(blocks) and place >= blocks[block + 1][0]:
            block += 1
            whole, moved = blocks[block][1], True
        gap = 0 <= end < place
        new_cell = gap and not whole and "\t" in text[end:place]
        after_stop = ended and gap and not whole and place not in within and _can_start(word)
        starts[i] = moved or new_cell or place in signs or end < 0 or after_stop
        if word in _CLOSING and not starts[i]:
            ended = ended and not gap
        else:
            ended = bool(_END.match(word)) and not (word == "." and not gap and i and _abbreviates(words[i - 1]))
        end = place + len(word)
    # Arrays, not token by token: a Python object a token costs more than all of the above.
    marks = np.where(starts, 1, -1).astype("uint64").reshape(-1, 1)
    doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]  # the stub wants spaCy's own array type
    return doc


def _blocks(doc: Doc) -> list[tuple[int, bool]]:
    """Start offset of each block, and whether it is one sentence by nature."""
    document: Document | None = doc._.document
    if document is not None:
        return [(b.start, _one_piece(b)) for b in document.blocks]
    return [(m.start(), False) for m in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", doc.text)]


def _items(doc: Doc) -> list[CellItem]:
    document: Document | None = doc._.document
    return [item for block in document.blocks for item in cell_items(block)] if document is not None else []


def _one_piece(block: Block) -> bool:
    if block.kind == "table_row":
        return not cell_items(block) and all(len(cell.split()) <= _PROSE_CELL_WORDS for cell in block.text.split("\t"))
    return block.kind == "heading" or block.kind in ASIDE


def _abbreviates(word: str) -> bool:
    """Whether a full stop right after the word belongs to it, as in "No."."""
    return f"{word.lower()}." in _ABBREVIATED


def _can_start(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word[0] in "“‘\"'([£•–-"


def sentences(document: Document, doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a parsed document, in reading order, furniture left out."""
    paths = heading_paths(document.blocks)
    found: list[Sentence] = []
    block = -1
    for span in doc.sents:
        start, end = _trim(document.text, span.start_char, span.end_char)
        if start == end:
            continue
        while block + 1 < len(document.blocks) and start >= document.blocks[block + 1].start:
            block += 1
        owner = document.blocks[block]
        if owner.kind in ASIDE:
            continue
        found.append(
            Sentence(
                doc=document.name,
                text=document.text[start:end],
                start=start,
                end=end,
                page=page_at(owner, start),
                block=block,
                headings=paths[block],
            )
        )
    return tuple(found)


def passages(document: Document, sentences: Sequence[Sentence], max_words: int) -> tuple[Passage, ...]:
    """Sentences of one block joined until they pass `max_words`; headings are context, not passages of their own."""
    found: list[Passage] = []
    group: list[Sentence] = []

    def close() -> None:
        if group:
            first, last = group[0], group[-1]
            found.append(
                Passage(
                    doc=first.doc,
                    text=document.text[first.start : last.end],
                    start=first.start,
                    end=last.end,
                    page=first.page,
                    block=first.block,
                    headings=first.headings,
                )
            )
            group.clear()

    for sentence in sentences:
        if document.blocks[sentence.block].kind == "heading":
            close()
            continue
        words = sum(len(s.text.split()) for s in group)
        if group and (sentence.block != group[0].block or words >= max_words):
            close()
        group.append(sentence)
    close()
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
