"""The letters of an index that were answered in it, with what the replies say to each ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docmine.compare import answers
from docmine.compare.answers.vectors import encoder
from docmine.compare.paper import Paper
from docmine.index.account import Exchange
from docmine.index.letters import Letters, answered
from docmine.records import Ask, DateMention, Record, Sentence

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.store import StoredDocument


def exchanges(
    access: Access,
    documents: Sequence[StoredDocument],
    sentences: Mapping[str, Sequence[Sentence]],
    records: Sequence[Record],
) -> tuple[Exchange, ...]:
    """By date of the letter. Raises ModelMissing where a sentence has no vector yet."""
    letters = [d for d in documents if d.doc_type and d.doc_type.value == "letter"]
    found: dict[str, list[Record]] = defaultdict(list)
    names = {d.name for d in letters}
    for record in records:
        if record.doc in names:
            found[record.doc].append(record)
    dates = {name: [r for r in own if isinstance(r, DateMention)] for name, own in found.items()}
    asking = [d for d in letters if any(isinstance(r, Ask) for r in found[d.name])]
    replies = answered(Letters(letters, asking, sentences, dates))
    if not replies:
        return ()
    needed = {name for letter, own in replies.items() for name in (letter, *(r.document.name for r in own))}
    with access.reading() as store:
        blocks = store.plain_blocks(sorted(needed))
        papers = {
            d.name: Paper(
                d.name, d.published.value if d.published else None, blocks[d.name], sentences[d.name], found[d.name]
            )
            for d in letters
            if d.name in needed
        }
        encode = encoder(access.settings, store)
        return tuple(
            Exchange(
                letter=letter,
                replies=tuple(r.document for r in replies[letter.name]),
                because=tuple(r.because for r in replies[letter.name]),
                sure=all(r.sure for r in replies[letter.name]),
                answers=answers(papers[letter.name], [papers[r.document.name] for r in replies[letter.name]], encode),
            )
            for letter in letters
            if letter.name in replies
        )
