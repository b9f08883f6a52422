"""Sentences → records: one spaCy pipeline, one component a file.

    document ─ docmine_sentences ─ [tagger parser lemmatizer ner] ─ docmine_acronyms ─ docmine_dates ─ docmine_figures
             ─ docmine_owners ─ docmine_quotes ─ docmine_asks ─ docmine_commitments ─ docmine_confidence ─▶ records

Every component also works alone in anyone's pipeline: `nlp.add_pipe("docmine_dates")`, then `doc._.dates`.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from docmine.errors import ModelMissing
from docmine.records import Document, Record, document_record

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("acronyms", "dates", "figures", "owners", "quotes", "asks", "commitments")


@lru_cache(maxsize=2)
def load(model: str) -> Language:
    """The pipeline on top of a spaCy model, by package name or path.

    Raises ModelMissing where there is no such model.
    """
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelMissing(
            f"The spaCy model {model!r} is not installed. Run 'make install', or name another with DOCMINE_SPACY_MODEL."
        ) from error
    nlp.max_length = sys.maxsize  # Settings.read_characters is the limit
    nlp.add_pipe("docmine_sentences", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(f"docmine_{name}")
    nlp.add_pipe("docmine_confidence")
    return nlp


def analyse(nlp: Language, document: Document) -> Doc:
    """The parsed document with every record attached."""
    doc = nlp.make_doc(document.text)
    doc._.document = document
    return nlp(doc)


def records(document: Document, doc: Doc) -> tuple[Record, ...]:
    """The records that the components left on `doc`: the document first, then in order of kind and place."""
    found: list[Record] = [document_record(document)]
    for name in COMPONENTS:
        found.extend(getattr(doc._, name))
    return tuple(found)
