"""Places in documents → citations, titles, and what stands right before a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docmine.records import Evidence, Sentence
from docmine.report.dates import british
from docmine.report.story.nouns import Cite

if TYPE_CHECKING:
    from docmine.index.account import Account
    from docmine.store import StoredDocument
    from docmine.store.ids import Found


class Sources:
    """The documents of an account."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def cite(self, item: Found, published: str | None = None) -> Cite:
        """Where it stands. `published`: of the place, where that is not its document's date."""
        document = self._account.document(item.doc)
        return Cite(
            publisher=document.publisher.value if document.publisher else None,
            title=document.title.value if document.title else None,
            called=_called(document),
            published=published or (document.published.value if document.published else None),
            page=item.page,
            file=document.name,
            sha256=document.sha256,
            id=self._account.id_of(item),
        )

    def entry(self, given: Mapping[str, str | int | None]) -> Cite:
        """Of a place as a finding tells it: `doc`, `published`, `page`, `text`, `start`."""
        start, page, published = int(given["start"] or 0), given["page"], given["published"]
        text = str(given["text"])
        place = Evidence(
            doc=str(given["doc"]),
            text=text,
            start=start,
            end=start + len(text),
            page=int(page) if page else None,
            relation="other",
            score=0.0,
        )
        return self.cite(place, str(published) if published else None)

    def title(self, doc: str) -> str:
        """What a document calls itself, else what kind of document it is and of whom."""
        document = self._account.document(doc)
        return document.title.value if document.title else _called(document)

    def named(self, doc: str) -> str:
        """A document in a sentence: “SEND Update” (November 2021)."""
        document = self._account.document(doc)
        name = f"“{document.title.value}”" if document.title else _called(document)
        return f"{name} ({british(document.published.value)})" if document.published else name

    def sentence(self, item: Found) -> Sentence | None:
        return self._account.sentence(item)

    def before(self, item: Found) -> str | None:
        """The sentence before its own in the same paragraph; None where there is none."""
        return self._account.ground.before.get((item.doc, item.start))


def _called(document: StoredDocument) -> str:
    """ "Letter of Anytown Council"; the name of its file where neither its kind nor its publisher is known."""
    kind = document.doc_type.value.capitalize() if document.doc_type and document.doc_type.value != "other" else ""
    whose = document.publisher.value if document.publisher else ""
    return f"{kind or 'Document'} of {whose}" if whose else f"{kind}, file {document.name}" if kind else document.name
