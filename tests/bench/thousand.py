"""An index of a thousand generated documents with records of every kind, made once and kept for the benches.

Twenty councils: of each, 48 newsletters with sections that promise, report, count, quote and name, a letter of parents
and the reply to it.
"""

from __future__ import annotations

import hashlib
import os
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from docmine.index import Index
from docmine.records import (
    Acronym,
    Ask,
    Block,
    Commitment,
    DateMention,
    Document,
    Figure,
    Known,
    Owner,
    Passage,
    Quote,
    Record,
    Sentence,
)
from docmine.settings import Settings
from docmine.store import Store, text_hash
from tests.bench import generated
from tests.bench.generated import MEASURES, MONTHS, PLACES, PROMISED, THINGS, TOLD, line_of, measured, vector_of

COUNCILS, ISSUES = 20, 48
SERVICES = ("Find Help Fast (FHF)", "Transport", "Therapies", "Short breaks", "Parks and gardens", "Libraries")
IN_AN_ISSUE = 4
"""Sections of an issue."""
NAMES = ("Ann Lee", "Tom Hill", "Priya Shah", "Owen Frost", "Mary Ray", "Sam Bell", "Lena Wood", "Ade Cole")
ROLES = ("Director of Children's Services", "Head of Transport", "Programme Manager", "Cabinet Member for Health")
KEPT = Path(__file__).resolve().parents[2] / "index" / "bench"


def thousand() -> Index:
    """The index, followed, so that its findings, series and checks are kept."""
    sources = "".join(Path(str(module)).read_text("utf-8") for module in (__file__, generated.__file__))
    path = KEPT / f"thousand-{hashlib.sha256(sources.encode()).hexdigest()[:12]}.duckdb"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")
        with Store.open(new, create=True) as store:
            run = store.start_run(docmine="", spacy_model="", embedding_model=Settings().embedding_model)
            for council in range(COUNCILS):
                for number in range(ISSUES):
                    issue(council, number).into(store)
                letter(council).into(store)
                reply(council).into(store)
            store.finish_run(run, new=COUNCILS * (ISSUES + 2), changed=0, unchanged=0, failed=0)
            store.refresh_words()
        new.rename(path)  # whole, or not there
    index = Index(path, Settings(index=path))
    index.track(), index.series(), index.check()
    return index


class Draft:
    """A document that is being written, a sentence a paragraph, with what stands in it."""

    def __init__(self, name: str, published: date, title: str, doc_type: str, publisher: str, **about: str) -> None:
        self.name, self.published = name, published
        self.about = {"title": title, "doc_type": doc_type, "publisher": publisher, **about}
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.sentences: list[Sentence] = []
        self.passages: list[Passage] = []
        self.records: list[Record] = []
        self.headings: tuple[str, ...] = ()

    def heading(self, text: str) -> None:
        self.headings = (text,)
        self.say(text, block="heading")

    def say(self, text: str, *, block: Any = "paragraph") -> None:
        at = sum(len(line) + 1 for line in self.lines)
        place = {"text": text, "start": at, "end": at + len(text)}
        number = len(self.blocks)
        self.blocks.append(Block(kind=block, level=1 if block == "heading" else None, **place))
        self.sentences.append(Sentence(doc=self.name, block=number, headings=self.headings, **place))
        if block != "heading":
            self.passages.append(Passage(doc=self.name, block=number, headings=self.headings, **place))
        self.lines.append(text)

    def found(self, kind: type[Any], words: str | None = None, **values: Any) -> None:
        """A record of the sentence that was said last, or of some of its words."""
        last = self.sentences[-1]
        at = last.start + (last.text.index(words) if words else 0)
        text = words or last.text
        self.records.append(kind(doc=self.name, text=text, start=at, end=at + len(text), **values))

    def into(self, store: Store) -> None:
        text = "\n".join(self.lines)
        document = Document(
            name=self.name,
            path=None,
            sha256=hashlib.sha256((self.name + text).encode()).hexdigest(),
            media_type="text/plain",
            text=text,
            blocks=tuple(self.blocks),
            published=Known(self.published.isoformat(), "text"),
            **{name: Known(value, "text") for name, value in self.about.items()},  # type: ignore[arg-type]
        )
        texts = {s.text for s in self.sentences} | {p.context for p in self.passages}
        vectors = {text_hash(one): vector_of(one) for one in texts}
        model = Settings().embedding_model
        store.write(document, self.sentences, self.passages, self.records, vectors, model=model, run=1)


def issue(council: int, number: int) -> Draft:
    """One newsletter: 8 promises, 22 reports, 4 measures, 2 people, a quotation, a share, a short form."""
    chance = random.Random(f"{council}/{number}")
    year, month = 2015 + number // 12, number % 12
    news = f"News of Council {council}"
    draft = Draft(
        f"council {council:02d} news {number:03d}.txt",
        date(year, month + 1, 1),
        f"{news} No.{number}",
        "newsletter",
        f"Borough Council {council}",
        series=news,
        number=str(number),
    )
    person, other = (NAMES[(council + number // 24 + i * 3) % len(NAMES)] for i in range(2))
    for i in range(IN_AN_ISSUE):
        service = SERVICES[(number + i) % len(SERVICES)]
        draft.heading(service)
        if "(" in service:
            draft.found(Acronym, "FHF", long="Find Help Fast")
        for _ in range(2):
            _promise(draft, line_of(chance, PROMISED, year, month), council, year, month, person)
        for _ in range(5):
            draft.say(line_of(chance, TOLD, year, month))
    draft.heading("Facts and figures")
    for i in range(MEASURES):
        _count(draft, *measured(council, i, chance))
    asked, kept = chance.randint(100, 900), chance.randint(20, 100)
    share = 100 * kept // asked
    draft.say(f"Of the {asked} calls to the helpline, {kept} ({share}%) were answered in time.")
    draft.found(Figure, f"{share}%", value=float(share), unit="%", metric="calls answered in time")
    draft.say(f"Please tell us when the {chance.choice(PLACES)} {chance.choice(THINGS)} will be open again.")
    draft.found(Ask)
    role, second = ROLES[(council + number // 12) % len(ROLES)], ROLES[(council + 1) % len(ROLES)]
    said = f"We are proud of the {chance.choice(PLACES)} {chance.choice(THINGS)}."
    draft.say(f"“{said}” said {person}, {role}.")
    draft.found(Quote, said, speaker=person, speaker_role=role)
    draft.found(Owner, person, name=person, role=role, organisation=f"Borough Council {council}")
    draft.say(f"Write to {other}, {second}, before {MONTHS[month]} {year + 1}.")
    draft.found(Owner, other, name=other, role=second, organisation=f"Borough Council {council}")
    draft.found(DateMention, f"{MONTHS[month]} {year + 1}", value=f"{year + 1}-{month + 1:02d}", role="deadline")
    return draft


def letter(council: int) -> Draft:
    """What parents asked of a council in its second year."""
    chance = random.Random(f"letter {council}")
    group = f"Parents of Council {council}"
    about = {"signatory": NAMES[council % len(NAMES)], "addressee": f"Borough Council {council}"}
    draft = Draft(f"council {council:02d} letter.txt", _written(council), "Open letter", "letter", group, **about)
    draft.say(f"Dear Borough Council {council}")
    for i in range(6):
        draft.heading(SERVICES[i])
        draft.say(line_of(chance, TOLD, 2016, 4))
        draft.say(f"We ask that the {PLACES[i]} {THINGS[i]} be opened for {chance.choice(generated.PEOPLE)}.")
        draft.found(Ask, action="open it")
    return draft


def reply(council: int) -> Draft:
    """What the council answered: some of it."""
    written = _written(council)
    day = f"{written.day} {MONTHS[written.month - 1]} {written.year}"
    writer = NAMES[council % len(NAMES)]
    about = {"signatory": NAMES[(council + 1) % len(NAMES)], "addressee": writer}
    name, later = f"council {council:02d} reply.txt", written + timedelta(days=30)
    draft = Draft(name, later, "Our answer", "letter", f"Borough Council {council}", **about)
    draft.say(f"Dear {writer}")
    draft.say(f"Thank you for your letter of {day}.")
    draft.found(DateMention, day, value=written.isoformat())
    for i in range(0, 6, 2):
        _promise(draft, f"We will open the {PLACES[i]} {THINGS[i]} by May 2017.", council, 2016, 4, writer)
    draft.say("We listen to families, and value what they tell us.")
    return draft


def _written(council: int) -> date:
    return date(2016, 5, 1) + timedelta(days=council)


def _promise(draft: Draft, line: str, council: int, year: int, month: int, person: str) -> None:
    due = f"{year + 1}-{month + 1:02d}" if str(year + 1) in line else None
    draft.say(line)
    draft.found(
        Commitment,
        owner=person if len(line) % 3 == 0 else f"Borough Council {council}",
        due=due,
        strength="planned" if "plan" in line else "firm",
        topic=draft.headings[-1] if draft.headings else None,
        headings=draft.headings,
    )
    if due:
        draft.found(DateMention, f"{MONTHS[month]} {year + 1}", value=due, role="deadline")


def _count(draft: Draft, line: str, number: str, metric: str, unit: str) -> None:
    draft.say(line)
    draft.found(Figure, number, value=float(number), unit=unit, metric=metric)
