"""Sentences → the people named in a document: each with role, organisation, e-mail and every place that names them.

A statistical tagger alone calls services, places and systems people and misses people. Here every run of capitalised
words is a candidate, and counts only with enough evidence: a title or post beside it, an e-mail that carries the name,
somebody speaking, a signature's layout, a known given name, what spaCy says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from docmine.extract import names, roles
from docmine.extract.context import Sent, layout, sentences
from docmine.extract.mentions import EMAIL, Mention, carries, email_for, emails_of
from docmine.extract.persons import ENOUGH, Person, merge, worth
from docmine.extract.signatures import lines_of, with_layout

_AROUND = 250
"""Characters on either side of a name in which words say something of it; bounds the work in an endless list."""
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


def find(doc: Doc) -> tuple[Person, ...]:
    """The people of a document in order of their first mention; computed once a document."""
    cached: tuple[Person, ...] | None = doc.user_data.get("docmine_people")
    if cached is not None:
        return cached
    lines = lines_of(layout(doc).blocks)
    emails = emails_of(lines)
    mentions: list[Mention] = []
    for sent in sentences(doc):
        mentions.extend(_in_sentence(doc, sent, emails))
    mentions = with_layout(mentions, lines, layout(doc).blocks, layout(doc).text)
    people = merge(mentions, emails)
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
        if any(_side_by_side(text, shapes[min(i, j)], shapes[max(i, j)]) and worth(signs[j]) >= ENOUGH for j in near):
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
    if email_for(shape.tokens, emails):
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
    for m in EMAIL.finditer(text, shape.full_end, min(len(text), shape.full_end + 160)):
        local = m.group().split("@")[0].lower()
        if carries(local, shape.tokens):
            return m.group().rstrip(".")
    return None


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
