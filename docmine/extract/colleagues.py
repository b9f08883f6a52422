"""Who is in the publisher's own ranks, or in those of the council that a campaign writes to, by place in the text.

A post alone does not tell whose it is. Some places do: a copy of a body's letter goes to its own officers, readers are
sent to them, they present its slides, it welcomes them, they end a foreword, a letterhead names its heads.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc

from docmine.extract import names
from docmine.extract.context import layout
from docmine.extract.persons import Person
from docmine.records import Block

_PUBLIC = re.compile(
    r"\b(?:Council|NHS|Hospitals?|Authority|Agency|Department|Ministry|Inspectorate|Commission|Directorate|Board|ICB|CCG|"
    r"Ofsted|Borough|Constabulary|Police|Unit|Ombudsman|Trust)\b"
)
_OFFICE = re.compile(
    r"\b(?:director|head|manager|chief|officer|lead|leader|executive|co-?ordinator|secretary|chair|trustee|"
    r"commissioner|clerk|(?:product|service) owner|cabinet member|portfolio holder|"
    r"solicitor|principal|planner|engineer|controller|treasurer)\b",
    re.IGNORECASE,
)
"""Posts in the service of a body; carers, pupils and partners have others."""
_HEADS = re.compile(
    r"(?:vice[- ]|deputy )?(?:chair|chief executive|managing director|leader|president|principal)", re.I
)
_COUNCILLORS_OFFICERS = re.compile(
    r"(?:(?:Interim|Executive|Corporate|Strategic|Service|Assistant|Deputy|Acting)\s+)*"
    r"(?:Director|Head of|Cabinet Member|Portfolio Holder|Leader of the Council|Chief Executive|Monitoring Officer)\b"
)
"""Posts that a council has; a charity has directors too, but writes of its own as "our"."""

_NEAR = 200
"""Characters before a name in which its place is read."""
_TITLE = rf"(?:{names.HONORIFIC}\s+)*"
_COPIED = re.compile(r"(?:b?cc|c\.c\.|copied to|copy to|copies to)\b", re.IGNORECASE)
_REACHED = re.compile(
    r"(?:\b(?:contact(?: officer| person)?(?: for [\w ]{3,30})?|get in touch with|speak to|talk to|please ask for|"
    r"enquiries to|presenters?|presented by|slides by|(?:report )?author|written by|report by|prepared by|"
    r"(?:foreword|introduction|message|welcome|statement|column) (?:by|from))"
    r"|(?:^|[.!?]\s+)(?:(?:please )?ask)|(?:^|[.!]\s+)"
    r"(?:a warm |a big )?(?:welcome|farewell|goodbye)(?: back)? to)\s*:?\s+" + _TITLE + r"$",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(r"\b(?:I|I['’]m|I['’]ve|my)\b")
_COUNCIL = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,5}[Cc]ouncil\b")
_STARTS = re.compile(r"^(?:(?:The|Dear|To|From|And|For|In|If|But|When|While|Our|Of|Does|Has|Is|Will|Did) )+")


def is_one(doc: Doc, person: Person) -> bool:
    """Whether the place of somebody with a post shows the publisher's own."""
    document = layout(doc)
    if document.publisher is None or not person.role or not _OFFICE.search(person.role):
        return False
    if person.email and _elsewhere(person.email, document.publisher.value):
        return False
    is_minutes = document.doc_type is not None and document.doc_type.value == "minutes"
    for start, end in person.mentions:
        at = bisect_right(document.blocks, start, key=lambda b: b.start) - 1
        block = document.blocks[max(at, 0)]
        if not block.start <= start < block.end:
            continue
        line_start = doc.text.rfind("\n", block.start, start) + 1 or block.start
        if _COPIED.match(doc.text, max(line_start, block.start)) and _PUBLIC.search(document.publisher.value):
            return True
        head = doc.text[max(line_start, block.start, start - _NEAR) : start]
        head = re.sub(rf"(?:(?:the|our) )?{re.escape(person.role)},?\s+{_TITLE}$", "", head)
        if not is_minutes and (
            _REACHED.search(head) or _in_letterhead(block, person) or _ends_a_foreword(doc, at, end, person.role)
        ):
            return True
    return False


def council_written_to(doc: Doc, person: Person) -> str | None:
    """The one council of which a campaign or a resident writes, for whoever holds a post that a council has."""
    document = layout(doc)
    publisher = document.publisher.value if document.publisher else ""
    is_letter = document.doc_type is not None and document.doc_type.value == "letter"
    if not person.role or not _COUNCILLORS_OFFICERS.match(person.role) or _PUBLIC.search(publisher):
        return None
    if not publisher and not is_letter:
        return None
    found = {_STARTS.sub("", re.sub(r"\s+", " ", m.group())) for m in _COUNCIL.finditer(doc.text)}
    called = [name for name in sorted(found) if len(name.split()) > 1 and not re.search(r"\b(?:Parish|Town)\b", name)]
    return called[0] if len({name.lower() for name in called}) == 1 else None


def _elsewhere(email: str, publisher: str) -> bool:
    """Whether an address is plainly another public body's: "@anytown.gov.uk" in a paper of Othertown's."""
    domain = email.rpartition("@")[2].lower()
    first = re.sub(r"[^a-z]", "", next((w for w in publisher.split() if w not in ("The", "NHS")), "").lower())
    initials = "".join(c for c in publisher if c.isupper()).lower()
    return domain.endswith((".gov.uk", ".nhs.uk", ".police.uk")) and first not in domain and initials not in domain


def _in_letterhead(block: Block, person: Person) -> bool:
    """Whether a line names nobody but the heads of a body: "Chair: Jane Hill  Chief Executive: Wei Li"."""
    if block.end - block.start > _NEAR:
        return False
    labels = re.findall(r"([A-Z][\w -]*?):\s", block.text)
    return (
        len(labels) > 1
        and len(block.text.split()) <= 20
        and all(_HEADS.search(label) for label in labels)
        and _HEADS.fullmatch(person.role or "") is not None
    )


def _ends_a_foreword(doc: Doc, at: int, end: int, role: str) -> bool:
    """Whether name and post are a paragraph below one in which somebody speaks as "I", not in quotation marks."""
    blocks = layout(doc).blocks
    block = blocks[at]
    above = blocks[at - 1] if at else None
    if (
        above is None
        or block.end - block.start > _NEAR
        or block.kind not in ("paragraph", "signature")
        or above.kind != "paragraph"
    ):
        return False
    spoken = re.sub(r"[“\"‘].*?(?:[”\"]|’(?!\w)|$)", "", above.text)
    if end == block.end and at + 1 < len(blocks) and blocks[at + 1].text == role:
        return len(spoken.split()) > 5 and _OWN_VOICE.search(spoken) is not None
    alone = block.end - block.start <= 90 and end - block.start <= 40 and not re.search(r"[.!?:]$|\d", block.text)
    return alone and len(spoken.split()) > 5 and _OWN_VOICE.search(spoken) is not None
