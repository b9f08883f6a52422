"""An index of documents that consist of hostile texts, in every field; and what is told of it.

Nothing is read from files: the records are put where a reader would put them, so that no test has to wait.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from docmine.compare import Answer, Check, Series
from docmine.compare.answers.record import Reply
from docmine.compare.series import Flag, Point
from docmine.index.account import Account, Exchange, Thread
from docmine.records import (
    RECORD_TYPES,
    Block,
    Document,
    DocumentRecord,
    Evidence,
    Figure,
    Known,
    Link,
    Passage,
    Record,
    Sentence,
    Span,
    document_record,
)
from docmine.report.verdicts import VERDICTS
from docmine.store import Store
from tests.hostile.filled import filled
from tests.hostile.texts import TEXTS

LONGEST = 300
AT_ONCE = 16
STORED = {
    name: text[:LONGEST]
    for name, text in TEXTS.items()
    if text.encode(errors="ignore").decode() == text and text.strip()
}
"""Those that can be in an index: whatever it holds went through UTF-8."""


def index(path: Path) -> Path:
    """A new index at `path`: the documents hold a few texts each."""
    texts = list(STORED.values())
    with Store.open(path, create=True) as store:
        run = store.start_run(docmine="test", spacy_model="none", embedding_model="none")
        for number in range(0, len(texts), AT_ONCE):
            document = document_of(texts[number : number + AT_ONCE], number)
            sentences = [
                Sentence(**place(document, block), block=at, headings=(block.text,) if at % 2 else ())
                for at, block in enumerate(document.blocks)
            ]
            passages = [
                Passage(**place(document, s), block=s.block, headings=s.headings) for s in sentences if s.headings
            ]
            found = tuple(records(document))
            store.write(document, sentences, passages, found, {}, model="none", run=run)
            store.record_failure(run, f"/nowhere/{document.name}", None, texts[number])
        store.refresh_words()
    return path


def document_of(texts: Sequence[str], number: int) -> Document:
    """A heading and a bullet of each text; what it says of itself are the texts by turns."""
    blocks: list[Block] = []
    whole = ""
    for text in texts:
        start = len(whole)
        middle, end = start + len(text) + 2, start + 2 * len(text) + 2
        link = Link(middle, end, text)
        blocks.append(Block(kind="heading", text=text, start=start, end=start + len(text), level=1, marker=text))
        blocks.append(
            Block(kind="list_item", text=text, start=middle, end=end, marker=text, author=text, links=(link,))
        )
        whole += f"{text}\n\n{text}\n\n"
    names = ("title", "publisher", "series", "addressee", "signatory", "number", "doc_type")
    about = {name: Known(text, "title") for name, text in zip(names, cycle(texts))}
    name = f"{texts[0][:80].translate({ord('/'): '∕', 0: None})} {number}.txt"
    return Document(
        name=name,
        path=f"/nowhere/{name}",
        sha256=hashlib.sha256(whole.encode()).hexdigest(),
        media_type="text/plain",
        text=whole,
        blocks=tuple(blocks),
        published=Known(f"20{number // 12:02}-{number % 12 + 1:02}-01", "text"),
        source=texts[1],
        part_of=texts[2],
        warnings=tuple(texts),
        **about,  # type: ignore[arg-type]
    )


def place(document: Document, at: Block | Span) -> dict[str, object]:
    return {"doc": document.name, "text": at.text, "start": at.start, "end": at.end, "page": 1}


def records(document: Document) -> Iterator[Record]:
    """One of each kind of each bullet."""
    yield document_record(document)
    for block in document.blocks[1::2]:
        for kind in RECORD_TYPES:
            if kind is not DocumentRecord:
                yield replace(filled(kind, block.text), **place(document, block))


def told(account: Account) -> Account:
    """The same with everything that could have been made of it: evidence, histories, series, sums, replies, reviews."""
    threads = tuple(_thread(thread, number) for number, thread in enumerate(account.threads))
    texts = [(figure.doc, figure) for figure in account.figures]
    documents = {document.name: document for document in account.documents}
    return replace(
        account,
        threads=threads,
        series=tuple(_series(figure) for _, figure in texts[::10]),
        checks=tuple(
            Check(
                **_at(figure), check="total", verdict="does not agree", stated=figure.text, counts=(figure.text,),
                sum=figure.text, tolerance=figure.text, evidence=(Span(**_at(figure)),),
            )
            for _, figure in texts
        ),
        letters=tuple(
            Exchange(
                letter=documents[name], replies=(documents[name],), because=(figure.text,), sure=False,
                answers=(_answer(figure),),
            )
            for name, figure in texts
        ),
    )  # fmt: skip


def _at(span: Span | Evidence) -> dict[str, object]:
    return {"doc": span.doc, "text": span.text, "start": span.start, "end": span.end, "page": 1}


def _thread(thread: Thread, number: int) -> Thread:
    finding = thread.finding
    verdict = list(VERDICTS)[number % len(VERDICTS)]
    entry = {"doc": finding.doc, "published": "2023-01-01", "text": finding.text, "start": finding.start, "page": 1}
    said = [
        Evidence(
            **_at(finding), published="2023-01-01", relation=relation, sure=sure, score=0.5, reasons=(finding.text,)
        )  # type: ignore[arg-type]
        for relation, sure in ((verdict, True), (verdict, False), ("other", False))
    ]
    made = replace(
        finding,
        verdict=verdict,
        reasons=(finding.text, finding.doc),
        searched=(finding.doc,),
        evidence=tuple(said),
        due_history=({**entry, "due": "2022-09", "days": 0}, {**entry, "due": finding.text, "days": 3}),
        revisions=1,
        days_slipped=3,
        owner_history=({**entry, "owner": finding.text}, {**entry, "owner": None}),
        also_in=({**entry, "publisher": finding.text},),
        review={"said": verdict, "verdict": verdict, "reason": finding.text, "reviewed": "2024-01-01"},
    )
    return replace(thread, finding=made)


def _series(figure: Figure) -> Series:
    sentence = Sentence(**_at(figure), block=1, headings=(figure.text,))
    first, second = (
        Point(
            figure=figure, sentence=sentence, published=f"{year}-01-01", value=float(year), period=f"{year}-01-01",
            stated=True, share=figure.text,
        )
        for year in (2021, 2022)
    )  # fmt: skip
    flag = Flag(kind="moved baseline", because=figure.text, earlier=first, later=second)
    return Series(
        measure=figure.text, headings=(figure.text,), unit=figure.text, purpose="reported", points=(first, second),
        flags=(flag,),
    )  # fmt: skip


def _answer(figure: Figure) -> Answer:
    reply = Reply(**_at(figure), published="2023-01-01", score=0.5, manner="promise", reasons=(figure.text,))
    return Answer(
        **_at(figure), published="2022-01-01", topic=figure.text, verdict="partly", score=0.5, reasons=(figure.text,),
        searched=(figure.text,), replies=(reply,),
    )  # fmt: skip
