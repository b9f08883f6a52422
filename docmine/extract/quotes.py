"""Sentences → quotes: direct speech, and quoted passages that the document attributes to someone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import attribution, blockquotes, names, people, quotations
from docmine.extract.attribution import Attribution
from docmine.extract.context import layout, make
from docmine.extract.persons import Person
from docmine.extract.quotations import Quotation
from docmine.records import ASIDE, Block, Quote

_CHAIR = re.compile(r"the (chair(?:man|woman|person)?)", re.IGNORECASE)
"""Whom a list of those present marks: "Jo Hill (chair)"."""

if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", default=())


@Language.component("docmine_quotes", assigns=["doc._.quotes"])
def quotes(doc: Doc) -> Doc:
    """Set `doc._.quotes`."""
    document = layout(doc)
    known = people.find(doc)
    found: list[Quote] = []
    previous: tuple[Quotation, Attribution] | None = None
    marked = sorted(
        [*quotations.find(document.text, document.blocks), *blockquotes.find(document.blocks)], key=lambda q: q.start
    )
    for n, quotation in enumerate(marked):
        attributed = _attributed(document.text, document.blocks, quotation, marked, n)
        if attributed is None and previous is not None and _goes_on(document.text, previous[0], quotation):
            attributed = previous[1]
        if attributed is None or not _speech(document.text, quotation, attributed):
            continue
        speaker, role = _who(document.text, attributed, known, quotation.start)
        if speaker is None:
            continue
        resolved = Attribution(speaker, role, attributed.kind)
        previous = (quotation, resolved)
        found.append(make(doc, Quote, quotation.start, quotation.end, speaker=speaker, speaker_role=role))
    doc._.quotes = tuple(found)
    return doc


def _attributed(
    text: str, blocks: Sequence[Block], quotation: Quotation, marked: Sequence[Quotation], n: int
) -> Attribution | None:
    """The attribution nearest to a quotation: behind it, before it, on the line under it or above it."""
    block, last = blocks[quotation.block], blocks[quotation.last_block]
    tail_end = marked[n + 1].outer_start if n + 1 < len(marked) and marked[n + 1].outer_start < last.end else last.end
    head_start = marked[n - 1].outer_end if n and marked[n - 1].outer_end > block.start else block.start
    tail = _unwrapped(text[quotation.outer_end : tail_end])
    head = _unwrapped(text[head_start : quotation.outer_start])
    found = attribution.behind(tail)
    if found is not None and found.kind == "says" and _is_full(text, quotation) and tail.lstrip()[:1].isupper():
        found = (attribution.before(head) if head.strip() else None) or found  # a sentence of its own may follow
    if found is None and head.strip():
        found = attribution.before(head)
    if found is not None or tail.strip(" .,"):
        return found
    under = _neighbour(blocks, quotation.last_block, 1)
    if under is not None and not head.strip():
        line = under.text.split("\n")[0]
        found = attribution.on_line(f"— {line}" if quotation.mark == "—" else line) or attribution.told_after(line)
    above = _neighbour(blocks, quotation.block, -1)
    if found is None and above is not None and not head.strip() and above.text.rstrip().endswith((":", ",")):
        found = attribution.before(above.text)
    return found


def _unwrapped(words: str) -> str:
    """Words of a paragraph with the ends of its lines undone where a sentence runs on over them."""
    return re.sub(r"(?<=[\w,;])[ ]?\n(?=[a-z“‘\"'(]|$)", " ", words)


def _is_full(text: str, quotation: Quotation) -> bool:
    """Whether quoted words end as a sentence does."""
    return text[quotation.end - 1 : quotation.end] in (".", "!", "?")


def _neighbour(blocks: Sequence[Block], i: int, step: int) -> Block | None:
    j = i + step
    while 0 <= j < len(blocks) and blocks[j].kind in ASIDE:
        j += step
    return blocks[j] if 0 <= j < len(blocks) else None


def _goes_on(text: str, earlier: Quotation, later: Quotation) -> bool:
    """Whether a quotation carries on the one before: "...," she said. "...", or in the next paragraph."""
    between = text[earlier.outer_end : later.outer_start]
    return earlier.mark == later.mark and (
        not between.strip()
        or (
            len(between) < 160
            and "\n\n" not in between
            and re.search(rf"\b(?:{attribution.SPEECH})\b", between) is not None
        )
    )


def _speech(text: str, quotation: Quotation, attributed: Attribution) -> bool:
    """Whether quoted words are somebody's own and not a term in marks: long enough, or said outright."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text[quotation.start : quotation.end])
    if attributed.kind in ("says", "dash"):
        return len(words) >= 3 or text[quotation.end - 1 : quotation.end] in tuple(".!?,")
    if attributed.kind == "colon":
        return len(words) >= 4
    return len(words) >= 4


def _who(text: str, attributed: Attribution, known: Sequence[Person], at: int) -> tuple[str | None, str | None]:
    """The speaker in full: a pronoun is the person named last before it, a first name the one who bears it.

    Initials are those of somebody whom the text gives them to; "the Chair" is the one person who holds that post.
    """
    if attributed.pronoun:
        if attributed.speaker.lower() == "they":
            return None, None
        last = max(
            ((end, p) for p in known for _, end in p.mentions if end <= at), key=lambda pair: pair[0], default=None
        )
        return (last[1].name, last[1].role) if last else (None, None)
    speaker = attributed.speaker
    if re.fullmatch(r"[A-Z]{2,3}", speaker):
        given = re.search(rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+) \({speaker}\)", text)
        if given is None:
            return None, None
        speaker = given["name"]
    if (post := _CHAIR.fullmatch(speaker)) and (
        marked := re.search(rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+) \((?:the )?{post[1]}\)", text, re.IGNORECASE)
    ):
        speaker = marked["name"]
    person = people.named(tuple(known), speaker) or _holder(speaker, known) or _called(speaker, known)
    if person is not None:
        return person.name, attributed.role or person.role
    if re.fullmatch(r"[A-Z][a-z]{2,}", speaker) and attributed.kind == "colon" and not names.is_given(speaker):
        return None, None
    return speaker, attributed.role


def _called(words: str, known: Sequence[Person]) -> Person | None:
    """The one person whose first name is cut short to one word: "Rav" for "Ravinder"."""
    short = re.fullmatch(r"[A-Z][a-z]{2,}", words)
    found = [p for p in known if short and p.name.startswith(words)]
    return found[0] if len({p.name for p in found}) == 1 else None


def _holder(words: str, known: Sequence[Person]) -> Person | None:
    """The one person who holds the post that the words name: "the Chair"."""
    post = re.fullmatch(r"[Tt]he ([A-Z]\w+(?: [A-Z]\w+)*)", words)
    held = [p for p in known if post and p.role and re.search(rf"\b{re.escape(post[1])}\b", p.role)]
    return held[0] if len(held) == 1 else None
