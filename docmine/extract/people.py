"""Sentences → the people named in a document: each with role, organisation, e-mail and every place that names them.

A statistical tagger alone calls services, places and systems people and misses people. Here every run of capitalised
words is a candidate, and counts only with enough evidence: a title or post beside it, an e-mail that carries the name,
somebody speaking, a signature's layout, a known given name, what spaCy says.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from docmine.extract import names, roles
from docmine.extract.context import Sent, layout, sentences
from docmine.records import ASIDE, Block

_ENOUGH = 2.0
_AROUND = 250
"""Characters on either side of a name in which words say something of it; bounds the work in an endless list."""
_WEIGHTS = {
    "honorific": 2.0,
    "postnominals": 2.0,
    "post": 2.0,
    "e-mail": 3.0,
    "speaks": 1.5,
    "contact": 1.5,
    "acts": 1.5,
    "signs": 1.5,
    "label": 1.5,
    "given": 1.2,
    "ner": 1.0,
    "listed": 1.0,
    "the": -2.0,
    "other": -0.6,
    "word": -1.0,
    "place": -1.5,
}
"""What each sign is worth. "the": the words follow an article. "other": spaCy calls them something else.
"word": one of them is a common word elsewhere in the document.
"place": the last word is one that ends names of places: Street, Park."""

SPEECH = (
    r"(?:said|says|say|adds|added|explained|explains|commented|comments|told|tells|stated|states|remarked|"
    r"remarks|replied|noted|notes|"
    r"continued|concluded|argued|argues|warned|insisted|admitted|recalled|recalls|reflected|reflects|"
    r"shared|wrote|writes|announced|described|describes)"
)
_ACTS_AFTER = re.compile(
    rf"(?:,[^,.;]{{3,90}},)?\s+(?:{SPEECH}\b|(?:who )?(?:has|have|had) (?:been|joined|worked|led|written|"
    rf"taken|now|recently|also|just|agreed|moved|left|stepped)|"
    r"(?:will|are|is|was|were)(?: now| also| both)? (?:be |been )?(?:our|joining|leading|joined|appointed|"
    r"elected|recruited|taking|reaching|leaving|chairing|supporting|retiring|stepping|supported|welcomed)|"
    r"joins\b|joined\b|leads\b|led\b|chairs\b|chaired\b|takes\b|comes\b|brings\b|works\b|attended\b|"
    r"presented\b|asked\b|thanked\b|agreed\b|gave\b|reported\b|introduced\b|opened\b|updated\b|who (?:is|"
    r"was|has|will|did|led|works|joined|leads))"
)
_ACTS_BEFORE = re.compile(
    rf"(?:\b(?:welcom(?:e|es|ed|ing)|thank(?:s|ed|ing)?(?: you)?(?: to| go to)?|appoint(?:s|ed|ing)?|"
    rf"recruit(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|congratulat\w+(?: to)?|"
    rf"meet|met with|led by|chaired by|written by|signed by|prepared by|presented by|supported by|"
    rf"delivered by|appointment of|{SPEECH})"
    r"(?: back)?)\s+$",
    re.IGNORECASE,
)
_CONTACT_BEFORE = re.compile(
    r"(?:\b(?:contact|email|e-mail|call|ring|phone|telephone|speak to|speaking to|speak with|talk to|"
    r"write to|ask for|asking for|reply to|rsvp to|in touch with|"
    r"c/o|attention of|fao|cc:?|dear)|(?:^|\n|\t)\s*(?:contact|name|author|lead|officer|owner|chair|from|"
    r"to|cc|by|signed|contact officer|report of|"
    r"lead officer|prepared by|presented by|minutes|present|attendees|attendance|apologies|in attendance|"
    r"enquiries to)\s*[:\-–])\s*(?:our |the )?$",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"^\s*(?:present|attendees|attendance|in attendance|apologies(?: for absence| from)?|members present|"
    r"also present|members|invited)\s*[:\-–]",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|kindest|warmest)(?: \w+)? (?:regards|"
    r"wishes)|sincerely|best wishes|regards|many thanks|with thanks|thank you|signed)\b[,.]?\s*$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_POST_BEHIND = re.compile(
    r"(?:,\s*|\s+[–—-]\s+|\s*\(|:\s+)(?!\s)|"
    r"\s+(?:who |,? )?(?:is|was|has been|have been|had been|will be|became|becomes|"
    r"remains)\s+(?:recently |newly |also |now |currently |formally )?"
    r"(?:appointed |recruited |named |elected |confirmed |promoted |employed )?(?:as |to be |"
    r"to the (?:role|post|position) of |to )?|"
    r"\s+(?:has |have |who )?(?:joins?|joined|joining|started|starts)\b[^.;\n]{0,60}?\bas\s+|"
    r"\s+(?:as|in (?:his|her|their) role as|in the (?:role|post) of|takes up the (?:role|post) of|"
    r"to the (?:role|post) of)\s+|"
    r"\s+(?:has |have )?joined [^.;\n]{2,50}? and (?:will be|is|becomes) |"
    r"\s+(?=(?:new |our |the )?[A-Z])"
)
_WORKS_ON = re.compile(
    r"[^.;\n]{0,160}?\b(?:joined|joins|joining) (?:us|the [\w ]{2,30}?) to (?:work on|lead(?: on)?|"
    r"help with|support|look after) (?:the |our )?"
    r"([a-zA-Z][\w’' -]{3,60}?)(?=[.,;]|\s(?:and|as|for|in|from|of|across)\b|$)"
)
_MEMBERS = re.compile(
    r"\bmembers? (?:of|to|joining) (?:the|our) ([\w’' -]{3,50}? (?:team|board|forum|panel|committee|group|"
    r"council))\b[^.]*\.?\s*$",
    re.IGNORECASE,
)
_JOINS_BODY = re.compile(
    r"\s+(?:has |have )?(?:joined|joins|is joining) (?:the )?((?:[A-Z][\w&’']*)(?: (?:of |for |and )?[A-Z][\w&’']*)*)"
)
_FROM_BODY = re.compile(
    r"\s+(?:from|of|at|representing) (?:the )?((?:[A-Z][\w&’']*)(?: (?:of |for |and )?[A-Z][\w&’']*)*)"
)
_COLUMN_NAME = re.compile(
    r"\b(?:name|who|owner|lead|leads|contact|officer|attendee|member|chair|person|responsible|by whom|action owner)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:name|title) of [a-z ]{2,40}:\s*", re.IGNORECASE)
"""What a form prints before an entry: "Name of authority:"."""
_COLUMN_ROLE = re.compile(r"\b(?:role|title|position|job|post|designation)\b", re.IGNORECASE)
_COLUMN_BODY = re.compile(
    r"\b(?:organisation|organization|agency|representing|employer|body|service|council|partner)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a person, with what stands beside it."""

    shape: names.Shape
    signs: frozenset[str]
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    ours: bool = False
    """The words show that the person belongs to whoever speaks: "our", "joined us", a signature, a contact."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the whole document shows them; `start` and `end` hold the first full mention."""

    name: str
    start: int
    end: int
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    ours: bool = False
    mentions: tuple[tuple[int, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block, or a cell of a table row, where it stands."""

    text: str
    start: int
    block: int
    column: int | None = None
    header: str | None = None


def find(doc: Doc) -> tuple[Person, ...]:
    """The people of a document in order of their first mention; computed once a document."""
    cached: tuple[Person, ...] | None = doc.user_data.get("docmine_people")
    if cached is not None:
        return cached
    lines = _lines(layout(doc).blocks)
    emails = _emails(lines)
    mentions: list[Mention] = []
    for sent in sentences(doc):
        mentions.extend(_in_sentence(doc, sent, emails))
    mentions = _with_layout(mentions, lines, layout(doc).blocks, layout(doc).text)
    people = _merge(mentions, emails)
    doc.user_data["docmine_people"] = people
    return people


def named(people: tuple[Person, ...], words: str) -> Person | None:
    """The one person whom `words` can mean: the full name, the first or the last name."""
    bare = re.sub(rf"^(?:{names.HONORIFIC}\s+)+", "", words).strip(" ,.:’'")
    exact = [p for p in people if p.name.lower() == bare.lower()]
    partial = [p for p in people if bare.lower() in (p.name.split()[0].lower(), p.name.split()[-1].lower())]
    found = exact or partial
    return found[0] if found and len({p.name for p in found}) == 1 else None


# Candidates and the signs beside them


def _in_sentence(doc: Doc, sent: Sent, emails: dict[str, str]) -> Iterator[Mention]:
    text = sent.span.text
    base = sent.span.start_char
    shapes = [s for run in names.RUN.finditer(text) for s in _shapes(text, run)]
    sure = [
        s.full_start
        for s in shapes
        if s.honorific or names.is_given(s.tokens[0]) or "ner" in _tagged(doc, base + s.start, base + s.end)
    ]
    posts, ours = _posts(text, shapes, sure)
    signs = [
        _signs(doc, text, base, shape, emails) | ({"post"} if i in posts else set()) for i, shape in enumerate(shapes)
    ]
    for i, shape in enumerate(shapes):
        near = [j for j in (i - 1, i + 1) if 0 <= j < len(shapes)]
        if any(_side_by_side(text, shapes[min(i, j)], shapes[max(i, j)]) and _worth(signs[j]) >= _ENOUGH for j in near):
            signs[i].add("listed")
        found = posts.get(i)
        yield Mention(
            shape=_moved(shape, base),
            signs=frozenset(signs[i]),
            role=found.role if found else _task(text, shape),
            organisation=(found.organisation if found else None) or _body_beside(doc, text, base, shape),
            email=_email_beside(text, shape),
            ours=i in ours or _joins_us(text, shape),
        )


def _shapes(text: str, run: re.Match[str]) -> Iterator[names.Shape]:
    """The name that a run of capitalised words holds, cut free of titles before it and bodies behind it."""
    words = list(re.finditer(r"\S+", run.group()))
    offset = run.start()
    pieces: list[list[re.Match[str]]] = [[]]
    cut_by: list[str] = []
    for word in words:
        lower = word.group().lower().rstrip(".")
        if _never(lower, pieces[-1]):
            cut_by.append(lower)
            pieces.append([])
        else:
            pieces[-1].append(word)
    for n, piece in enumerate(pieces):
        behind = cut_by[n] if n < len(cut_by) else ""
        shape = _shape_of(text, offset, piece, behind, n > 0)
        if shape is not None:
            yield shape


def _never(lower: str, piece: list[re.Match[str]]) -> bool:
    bare = lower.replace("’s", "").replace("'s", "").strip("’'")
    if re.fullmatch(names.HONORIFIC, bare.capitalize()) or bare in roles.HEADS or bare.removesuffix("s") in roles.HEADS:
        return not (bare in names.MAYBE and piece and names.is_given(piece[0].group()))
    if bare not in names.NEVER:
        return False
    return not (bare in names.MAYBE and piece and names.is_given(piece[0].group()))


def _shape_of(text: str, offset: int, piece: list[re.Match[str]], behind: str, cut: bool) -> names.Shape | None:
    while piece and piece[-1].group() in {
        "van",
        "von",
        "de",
        "del",
        "della",
        "da",
        "di",
        "do",
        "el",
        "al",
        "y",
        "la",
        "le",
        "der",
        "den",
        "das",
        "dos",
    }:
        piece = piece[:-1]
    if not piece or behind in names.PLACE_ENDS:
        return None
    first = offset + piece[0].start()
    if re.search(r"\b(?:of|for|in|at)\s+$", text[max(0, first - 10) : first]) and not names.is_given(piece[0].group()):
        given = next((k for k, w in enumerate(piece[:-1]) if names.is_given(w.group())), 0)
        piece = piece[given:]
    tokens = tuple(w.group() for w in piece)
    start, end = offset + piece[0].start(), offset + piece[-1].end()
    possessive = re.search(r"['’]s?$", tokens[-1])
    if possessive:
        end -= len(possessive.group())
        tokens = (*tokens[:-1], tokens[-1][: possessive.start()])
    lead = max(0, start - 60)
    before = names.HONORIFIC_AT_END.search(text[lead:start])
    honorific = before.group().strip() if before else None
    post = names.POSTNOMINALS.match(text, end)
    solid = [t for t in tokens if not names.is_initial(t)]
    if not solid or len(tokens) > 5 or (len(tokens) < 2 and not honorific) or names.is_initial(tokens[-1]):
        return None
    if tokens[0][0].islower() or (
        len(tokens) > 1 and tokens[-1].lower() in names.PLACE_ENDS and not names.is_given(tokens[0])
    ):
        return None
    return names.Shape(
        name=re.sub(r"\s+", " ", text[start:end]),
        start=start,
        end=end,
        full_start=lead + before.start() if before else start,
        full_end=post.end() if post else end,
        honorific=honorific,
        postnominals=post.group(1) if post else None,
        tokens=tokens,
    )


def _signs(doc: Doc, text: str, base: int, shape: names.Shape, emails: dict[str, str]) -> set[str]:
    head = text[max(0, shape.full_start - _AROUND) : shape.full_start]
    tail = text[shape.full_end : shape.full_end + _AROUND]
    found: set[str] = set()
    if shape.honorific:
        found.add("honorific")
    if shape.postnominals:
        found.add("postnominals")
    if names.is_given(shape.tokens[0]) and len(shape.tokens) > 1:
        found.add("given")
    if _email_for(shape.tokens, emails):
        found.add("e-mail")
    if _ACTS_AFTER.match(tail) or _ACTS_BEFORE.search(head):
        found.add("acts")
    if _CONTACT_BEFORE.search(head) or _ATTENDANCE.match(text):
        found.add("contact")
    if re.search(r"\b(?:the|a|an|this)\s+$", head, re.IGNORECASE):
        found.add("the")
    if shape.tokens[-1].lower() in names.PLACE_ENDS:
        found.add("place")
    if not found & {"given", "honorific"} and any(_common(doc, token) for token in shape.tokens):
        found.add("word")
    found |= _tagged(doc, base + shape.start, base + shape.end)
    return found


def _tagged(doc: Doc, start: int, end: int) -> set[str]:
    """What spaCy's entities say of the characters."""
    entities = _entities(doc)
    for ent in entities[bisect_right(entities, start, key=lambda e: e[1]) :]:
        if ent[0] >= end:
            break
        if start < ent[1]:
            if ent[2] == "PERSON":
                return {"ner"}
            return (
                {"other"}
                if ent[2] in {"ORG", "FAC", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
                and ent[0] <= start
                and ent[1] >= end
                else set()
            )
    return set()


def _common(doc: Doc, token: str) -> bool:
    """Whether the document also writes the token as a plain word."""
    plain: frozenset[str] | None = doc.user_data.get("docmine_plain_words")
    if plain is None:
        plain = frozenset(t.text for t in doc if t.is_lower and len(t) > 3)
        doc.user_data["docmine_plain_words"] = plain
    return token.lower() in plain


def _entities(doc: Doc) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] | None = doc.user_data.get("docmine_entities")
    if found is None:
        found = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        doc.user_data["docmine_entities"] = found
    return found


def _worth(signs: set[str] | frozenset[str]) -> float:
    return sum(_WEIGHTS[s] for s in signs)


# Posts, bodies and addresses beside a name


def _posts(text: str, shapes: list[names.Shape], sure: list[int]) -> tuple[dict[int, roles.Post], set[int]]:
    """The post of each name by its place in `shapes`, no words used twice; and which posts are "our" somebody's.

    A post ends at the latest where the next name starts that is `sure` to be one.
    A title right before a name is the surest, then one behind it, then one before it with a comma between.
    """
    posts: dict[int, roles.Post] = {}
    taken: list[tuple[int, int]] = []

    def give(i: int, post: roles.Post | None) -> None:
        if post is not None and not any(post.start < end and start < post.end for start, end in taken):
            posts[i] = post
            taken.append((post.start, post.end))

    fronts = [roles.before(text, shape.full_start) for shape in shapes]
    for i, (shape, front) in enumerate(zip(shapes, fronts, strict=True)):
        touches = front is not None and not re.search(r"[,:]", text[front.end : shape.full_start])
        if touches and not _belongs_to_previous(text, shapes, i, front, posts):
            give(i, front)
    for i, shape in enumerate(shapes):
        if i not in posts:
            give(i, _post_behind(text, shape, next((at for at in sure if at > shape.start), len(text))))
    for i, front in enumerate(fronts):
        if i not in posts:
            give(i, front)
    return posts, {i for i, post in posts.items() if _is_ours(text, post.start)}


def _belongs_to_previous(
    text: str, shapes: list[names.Shape], i: int, front: roles.Post | None, posts: dict[int, roles.Post]
) -> bool:
    """Whether a title before a name stands behind the comma of the name before: "A, lead inspector B, inspector"."""
    if front is None or i == 0 or i - 1 in posts:
        return False
    return re.fullmatch(r"\s*[,(–—-]?\s*", text[shapes[i - 1].full_end : front.start]) is not None


def _post_behind(text: str, shape: names.Shape, limit: int) -> roles.Post | None:
    link = _POST_BEHIND.match(text, shape.full_end)
    return roles.after(text, link.end(), limit) if link and link.end() < limit else None


def _is_ours(text: str, start: int) -> bool:
    return re.search(r"\b(?:our|my)\s+(?:new\s+)?$", text[max(0, start - 40) : start], re.IGNORECASE) is not None


def _joins_us(text: str, shape: names.Shape) -> bool:
    return (
        re.match(
            r"[^.;]{0,90}\b(?:joined|joins|joining) (?:us|the team|our)\b|\s+(?:has been|was|"
            r"have been) (?:recruited|appointed)\b(?! by)",
            text[shape.end : shape.end + _AROUND],
        )
        is not None
    )


def _task(text: str, shape: names.Shape) -> str | None:
    """What somebody has "joined us to work on"."""
    m = _WORKS_ON.match(text, shape.full_end)
    return m.group(1) if m else None


def _body_beside(doc: Doc, text: str, base: int, shape: names.Shape) -> str | None:
    """The body that appoints, that somebody joins, or comes "from"; or whose members the sentence before announces."""
    appointing = _appointing_body(text, shape)
    if appointing:
        return appointing
    joined = _JOINS_BODY.match(text, shape.full_end)
    if joined:
        return joined.group(1)
    origin = _FROM_BODY.match(text, shape.full_end)
    if origin:
        parts = re.split(r" and (?=[A-Z])", origin.group(1))
        body = parts[0] if any(names.is_given(p.split()[0]) for p in parts[1:]) else origin.group(1)
        if roles.is_organisation(body) or _is_body(doc, base + origin.start(1), base + origin.start(1) + len(body)):
            return body
    members = (
        _MEMBERS.search(layout(doc).text[max(0, base - 200) : base].split("\n\n")[-1])
        if _joins_us(text, shape)
        else None
    )
    return members.group(1) if members else None


def _is_body(doc: Doc, start: int, end: int) -> bool:
    entities = _entities(doc)
    near = entities[bisect_right(entities, start, key=lambda e: e[1]) : bisect_left(entities, end, key=lambda e: e[0])]
    return any(label == "ORG" for *_, label in near)


def _appointing_body(text: str, shape: names.Shape) -> str | None:
    """The subject of "has appointed" or "welcomes" before the name: "The Trust (ABC) has appointed a chair, X"."""
    m = re.search(
        r"((?:[A-Z][\w’'&-]*|of|for|and|the)(?:\s+(?:[A-Z][\w’'&-]*|of|for|and|"
        r"the))*)(?:\s*\([^)]{2,12}\))?\s+(?:has |have |recently |is |are |also |now )*"
        r"(?:appoint(?:s|ed)|welcom(?:es|ed|ing)|recruit(?:s|ed)|hired|employ(?:s|ed)|nominated|seconded|"
        r"elected)\b[^.;]{0,90}$",
        text[max(0, shape.full_start - _AROUND) : shape.full_start],
    )
    if not m:
        return None
    body = re.sub(r"^(?:[Tt]he|and|of|for)\s+", "", m.group(1))
    return body if len(body) > 3 and body not in {"We", "They", "Parents"} and body[0].isupper() else None


def _email_beside(text: str, shape: names.Shape) -> str | None:
    """The first address behind the name, unless it plainly carries another's."""
    for m in _EMAIL.finditer(text, shape.full_end, min(len(text), shape.full_end + 160)):
        local = m.group().split("@")[0].lower()
        if _carries(local, shape.tokens):
            return m.group().rstrip(".")
    return None


def _emails(lines: list[_Line]) -> dict[str, str]:
    """Every e-mail address of the document by its local part, in order."""
    return {
        m.group().split("@")[0].lower(): m.group().rstrip(".") for line in lines for m in _EMAIL.finditer(line.text)
    }


def _email_for(tokens: tuple[str, ...], emails: dict[str, str]) -> str | None:
    return next((email for local, email in emails.items() if _carries(local, tokens)), None)


def _carries(local: str, tokens: tuple[str, ...]) -> bool:
    """Whether an address's local part is made of a name: "jane.hill", "j.hill", "hillj", "jhill2"."""
    plain = [_plain(t) for t in tokens]
    squeezed = re.sub(r"[^a-z]", "", _plain(local))
    first, last = plain[0], plain[-1]
    if len(tokens) < 2 or len(last) < 3:
        return False
    return (
        (last in squeezed and squeezed[0] == first[0])
        or (first in squeezed and last in squeezed)
        or squeezed == last + first[0]
    )


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in folded if c.isalpha() and not unicodedata.combining(c))


# Layout: signatures, address lists, tables


def _lines(blocks: tuple[Block, ...]) -> list[_Line]:
    found: list[_Line] = []
    for i, block in enumerate(blocks):
        if block.kind in ASIDE:
            continue
        at = block.start
        if block.kind == "table_row":
            for column, cell in enumerate(block.text.split("\t")):
                header = block.headers[column] if column < len(block.headers) else None
                found.append(_Line(cell, at, i, column, header))
                at += len(cell) + 1
        else:
            for line in block.text.split("\n"):
                found.append(_Line(line, at, i))
                at += len(line) + 1
    return found


def _with_layout(mentions: list[Mention], lines: list[_Line], blocks: tuple[Block, ...], text: str) -> list[Mention]:
    """The mentions again, each that fills a line or a cell with what the lines around it add."""
    by_start = {m.shape.full_start: m for m in mentions}
    for n, line in enumerate(lines):
        stripped = line.text.strip()
        label = _LABEL.match(stripped)
        at = line.start + len(line.text) - len(line.text.lstrip()) + (label.end() if label else 0)
        mention = by_start.get(at)
        if mention is None or not stripped:
            continue
        rest = text[mention.shape.full_end : line.start + len(line.text)].strip(" ,")
        if line.column is not None:
            by_start[at] = _in_table(mention, lines, n, rest)
        elif not rest:
            by_start[at] = _in_signature(mention, lines, n)
            if by_start[at].role is None and by_start[at].organisation is None and len(mention.shape.tokens) > 1:
                by_start[at] = replace(by_start[at], organisation=_body_of_article(blocks, line.block))
    return [by_start.get(m.shape.full_start, m) for m in mentions]


def _in_signature(mention: Mention, lines: list[_Line], n: int) -> Mention:
    signs = set(mention.signs)
    above = [line.text for line in lines[max(0, n - 3) : n]]
    closed = any(_CLOSING.search(line) and len(line.split()) <= 8 for line in above)
    role: list[str] = []
    bodies: list[str] = []
    email = mention.email
    for line in lines[n + 1 : n + 8]:
        text = line.text.strip().strip(",")
        if not text:
            continue
        address = _EMAIL.search(text)
        if address and len(text.split()) <= 4:
            email = email or address.group()
            continue
        if len(text.split()) > 14 or line.column is not None or _name_line(text):
            break
        if not bodies and roles.is_role_line(text):
            post_role, post_body = roles.split(text)
            role += [post_role] if post_role else []
            bodies += [post_body] if post_body else []
        elif roles.is_organisation(text) and (role or closed):
            bodies.append(text)
        elif not re.match(
            r"(?:tel|telephone|phone|mobile|t|m|e|email|web|w)\b|\+?\d|www\.|https?:", text, re.IGNORECASE
        ):
            break
    if closed or role:
        signs.add("signs")
    if role:
        signs.add("post")
    return replace(
        mention,
        signs=frozenset(signs),
        role=mention.role or ", ".join(role) or None,
        organisation=mention.organisation or ", ".join(dict.fromkeys(bodies)) or None,
        email=email,
        ours=mention.ours or closed,
    )


def _body_of_article(blocks: tuple[Block, ...], block: int) -> str | None:
    """The body that opens the heading above a line with nothing but a name: whoever signs an article."""
    heading = next((b for b in reversed(blocks[:block]) if b.kind == "heading"), None)
    if heading is None:
        return None
    m = re.match(r"[A-Z][\w’']+(?: (?:of |and |for )?[A-Z][\w’']+)*", heading.text)
    words = m.group().split() if m else []
    return next(
        (
            " ".join(words[:k])
            for k in range(2, len(words) + 1)
            if roles.is_organisation(" ".join(words[:k]), part=False)
        ),
        None,
    )


def _name_line(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4
        and names.is_given(words[0])
        and all(w[0].isupper() for w in words)
        and not roles.has_head(text)
    )


def _in_table(mention: Mention, lines: list[_Line], n: int, rest: str) -> Mention:
    line = lines[n]
    row = [other for other in lines if other.block == line.block]
    signs = set(mention.signs)
    role, body, email = mention.role, mention.organisation, mention.email
    if not rest and line.header and _COLUMN_NAME.search(line.header):
        signs.add("label")
    for cell in row:
        text = cell.text.strip()
        if cell.column == line.column or not text:
            continue
        header = cell.header or ""
        address = _EMAIL.search(text)
        if address and _carries(address.group().split("@")[0].lower(), mention.shape.tokens):
            email = email or address.group()
        elif not rest and _COLUMN_ROLE.search(header) and role is None:
            role = text
        elif not rest and _COLUMN_BODY.search(header) and body is None:
            body = text
        elif (
            not rest
            and not cell.header
            and abs((cell.column or 0) - (line.column or 0)) == 1
            and roles.is_role_line(text)
            and role is None
        ):
            role, split_body = roles.split(text)
            body = body or split_body
            signs.add("post")
    if body is None or roles.is_department(body):
        above = _body_above(lines, n)
        if above and body and role:  # the column says for whom; the department is what the post directs
            role = f"{role}, {body}"
        body = above or body
    return replace(mention, signs=frozenset(signs), role=role, organisation=body, email=email)


def _body_above(lines: list[_Line], n: int) -> str | None:
    """The body that heads a column: the nearest cell above that names one, or the column's header."""
    line = lines[n]
    above = [other for other in lines[:n] if other.column == line.column and line.block - 6 <= other.block < line.block]
    for text in [*(other.text.strip() for other in reversed(above)), line.header or ""]:
        text = _LABEL.sub("", text)
        if re.match(r"(?:local authority|integrated care board|organisation|agency|partner)\b", text, re.IGNORECASE):
            return None
        if roles.is_organisation(text) or re.match(r"[A-Z]{2,}(?: [A-Z][a-z]+){1,4}$", text):
            return text
    return None


# From mentions to people


def _merge(mentions: list[Mention], emails: dict[str, str]) -> tuple[Person, ...]:
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.shape.start, m.shape.end)):
        if len(mention.shape.tokens) > 1:
            groups.setdefault(_key(mention.shape.tokens, groups), []).append(mention)
    alone: dict[str, list[Mention]] = {}
    for mention in mentions:
        if len(mention.shape.tokens) == 1:
            surname = _plain(mention.shape.tokens[0])
            whole = [k for k in groups if k.split()[-1] == surname]
            (groups[whole[0]] if len(whole) == 1 else alone.setdefault(surname, [])).append(mention)
    people = [_person(g, emails) for g in (*groups.values(), *alone.values()) if _believable(g)]
    return tuple(sorted(people, key=lambda p: (p.start, p.end)))


def _key(tokens: tuple[str, ...], groups: dict[str, list[Mention]]) -> str:
    """A name's key: one of those known where it is another spelling of it, else first and last name."""
    first, last = _plain(tokens[0]), _plain(tokens[-1])
    for key in groups:
        known_first, known_last = key.split()[0], key.split()[-1]
        if last == known_last and (
            first == known_first or (min(len(first), len(known_first)) == 1 and first[0] == known_first[0])
        ):
            return key
        if first == known_first and len(last) >= 6 and _one_letter_apart(last, known_last):
            return key
    return f"{first} {last}"


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def _believable(group: list[Mention]) -> bool:
    signs = frozenset().union(*(m.signs for m in group))
    named_so = [m for m in group if "the" not in m.signs]
    if not named_so:
        return False
    if "ner" in signs:
        signs -= {"other"}
    return _worth(signs - {"the"}) >= _ENOUGH


def _person(group: list[Mention], emails: dict[str, str]) -> Person:
    group = sorted(group, key=lambda m: m.shape.start)
    best = max(group, key=lambda m: (len(m.shape.tokens) > 1, not names.is_initial(m.shape.tokens[0])))
    posts = sorted((m for m in group if m.role), key=lambda m: m.organisation is None)
    honorifics = [m.shape.honorific for m in group if m.shape.honorific]
    role = posts[0].role if posts else _standing(honorifics, group)
    organisation = next((m.organisation for m in (*posts, *group) if m.organisation), None)
    email = next((m.email for m in group if m.email), None) or _email_for(best.shape.tokens, emails)
    return Person(
        name=best.shape.name,
        start=best.shape.full_start,
        end=best.shape.full_end,
        role=role,
        organisation=organisation,
        email=email,
        ours=any(m.ours for m in group),
        mentions=tuple((m.shape.start, m.shape.end) for m in group),
    )


def _standing(honorifics: list[str], group: list[Mention]) -> str | None:
    """An office that the form of address alone tells."""
    if any(re.search(r"\b(?:Cllr|Clr|Councillor)\b", h) for h in honorifics):
        return "Councillor"
    return "MP" if any("MP" in (m.shape.postnominals or "").split() for m in group) else None


# Small geometry of the text


def _moved(shape: names.Shape, by: int) -> names.Shape:
    return replace(
        shape,
        start=shape.start + by,
        end=shape.end + by,
        full_start=shape.full_start + by,
        full_end=shape.full_end + by,
    )


def _side_by_side(text: str, left: names.Shape, right: names.Shape) -> bool:
    return (
        re.fullmatch(r"(?:\s*\([^)]*\))?\s*(?:,|;|and|&|,\s*and|/)\s*", text[left.full_end : right.full_start])
        is not None
    )
