"""The body that speaks at a place of a document: its publisher, the partnership it speaks for, a section's service."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from docmine.extract.context import layout, sentences

_PARTNERSHIP = re.compile(
    r"\b(?:[Tt]he\s+)?(?P<name>(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for)\s+)?)*[Pp]artnership)\b(?!\s+(?:of|with|working|work))"
)
_FOLLOWS = re.compile(
    r"\b(?:the following|below|this (?:update|report|newsletter|page|summary))\b[^.]{0,120}?\b(?:progress|work|action|"
    r"steps?|improvements?|changes)\b[^.]{0,80}?\bby the (?P<name>(?:[\w’'&-]+ ){0,5}?(?:partnership|board|partners|"
    r"alliance|consortium|taskforce))\b",
    re.IGNORECASE,
)
"""Whose work a publication is about to tell, said once: "The following outlines the progress made by the X board"."""
_JOINT = re.compile(
    r"\b(?:joint (?:newsletter|update|bulletin|letter|report|statement) (?:from|by|of) (?:all|both|the partners|our)\b"
    r"|(?:newsletter|update|bulletin|letter|report|statement) (?:comes )?(?:from|on behalf of) (?:all|both) (?:of )?"
    r"(?:us|the partners|partners|organisations)\b)",
    re.IGNORECASE,
)
_LOCAL_AREA = re.compile(r"\blocal area(?: [A-Z][\w-]*)?(?= )", re.IGNORECASE)
_OF_A_SECTION = re.compile(
    r"^(?:(?:[Aa]n )?(?i:update|news|progress) (?:on|from|for|in|by) )?(?:[Tt]he |[Oo]ur )?"
    r"(?P<name>(?:(?:[A-Z][\w’'&-]*|and|of|for|support)\s+)+"
    r"(?i:service|services|team|board|forum|committee|trust|partnership|panel|hub|programme))"
    r"(?:\s*\([^)]*\))?(?:\s+[Uu]pdate)?$"
)
_INSPECTED = re.compile(
    r"\binspection of (?:services (?:for [\w ]+ )?in )?(?:the )?(?P<place>[A-Z]\w+(?: (?:and |upon |on )?[A-Z]\w+)*)"
)
_KNOWN_BY_LETTERS = re.compile(r"^(?P<name>[A-Z][\w’'-]+(?: (?:and |of |the |The )*[A-Z][\w’'-]+)+ \([A-Z]{2,6}\))$")
_NO_BODY = frozenset(
    [
        "plan",
        "strategy",
        "offer",
        "review",
        "act",
        "code",
        "framework",
        "protocol",
        "process",
        "assessment",
        "needs",
        "survey",
        "fund",
        "scheme",
        "charter",
        "programme",
        "policy",
        "report",
        "disorder",
        "order",
        "notice",
    ]
)
_VALUED = frozenset(
    {"better", "improving", "improved", "new", "more", "changes", "improvements", "good", "your", "using", "about"}
)
_NEAR = 900
"""Characters within which "we" still means the partnership that was named as doing something."""


@dataclass(frozen=True, slots=True)
class _Voice:
    start: int
    name: str


def body(doc: Doc) -> str | None:
    """The body that speaks in the document: its publisher."""
    publisher = layout(doc).publisher
    return publisher.value if publisher else None


def we(token: Token) -> str | None:
    """Whom "we" means at `token`: the partnership just named, or the one whose work is told, or the publisher."""
    return _named_near(token) or _declared(token) or body(token.doc)


def silent(token: Token) -> str | None:
    """Who does what has no doer at `token`: the service or body that heads the section, or the one that speaks."""
    return _of_section(token) or _declared(token) or body(token.doc)


def partnership(doc: Doc) -> str | None:
    """The partnership that a document is about, by its fullest name; of an inspection's title the place's."""
    names = [m["name"] for m in _PARTNERSHIP.finditer(layout(doc).text) if " " in m["name"]]
    if names:
        return re.sub(r"\s+", " ", max(names, key=lambda n: (names.count(n), len(n), n)))
    title = layout(doc).title
    place = _INSPECTED.search(title.value) if title else None
    return f"{place['place']} partnership" if place else None


def _declared(token: Token) -> str | None:
    declared: tuple[_Voice, ...] | None = token.doc.user_data.get("docmine_voices")
    if declared is None:
        declared = _find(token.doc)
        token.doc.user_data["docmine_voices"] = declared
    return next((voice.name for voice in reversed(declared) if voice.start <= token.idx), None)


def _find(doc: Doc) -> tuple[_Voice, ...]:
    found: list[_Voice] = []
    for sent in sentences(doc):
        text = re.sub(r"\s+", " ", sent.span.text)
        if match := _FOLLOWS.search(text):
            found.append(_Voice(sent.span.start_char, match["name"]))
        elif _JOINT.search(text) and (name := _of_title(doc)):
            found.append(_Voice(sent.span.start_char, name))
    return tuple(found)


def _of_title(doc: Doc) -> str | None:
    """ "Local Area SEND Newsletter" comes from the Local Area SEND partnership."""
    document = layout(doc)
    for known in (document.series, document.title):
        area = _LOCAL_AREA.search(known.value) if known else None
        if area:
            return f"{area.group()} partnership"
    return partnership(doc)


def _named_near(token: Token) -> str | None:
    """The partnership that did something shortly before, in the same section."""
    doc = token.doc
    text = layout(doc).text
    start = max(token.idx - _NEAR, section_start(token))
    window = doc.char_span(start, token.idx, alignment_mode="contract")
    if window is None:
        return None
    for other in reversed(window):
        if other.lower_ == "partnership" and not _is_ours(other) and other.dep_ in ("nsubj", "nsubjpass"):
            named = doc[other.left_edge.i : other.i + 1]
            match = _PARTNERSHIP.search(text[named.start_char : named.end_char])
            return re.sub(r"\s+", " ", match["name"]) if match else None
    return None


def _is_ours(token: Token) -> bool:
    return any(c.lower_ in ("our", "your", "this") for c in token.children)


def section_start(token: Token) -> int:
    """Where the words under the nearest heading begin, in characters."""
    before = [b for b in layout(token.doc).blocks if b.kind == "heading" and b.end <= token.idx]
    return before[-1].end if before else 0


def _of_section(token: Token) -> str | None:
    heading = next((b for b in reversed(layout(token.doc).blocks) if b.kind == "heading" and b.end <= token.idx), None)
    if heading is None:
        return None
    if match := _OF_A_SECTION.match(heading.text):
        words = match["name"].split()
        if words[0].lower() in _VALUED or sum(w[0].isupper() for w in words) < 2:
            return None
        return match["name"]
    match = _KNOWN_BY_LETTERS.match(heading.text)
    if match is None or match["name"].split("(")[0].split()[-1].lower() in _NO_BODY:
        return None
    return None if match["name"].split("(")[0].split()[-1].endswith("s") else match["name"]
