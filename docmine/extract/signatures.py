"""What the layout says of people: the lines of signatures and address lists; rows of tables are `rosters`'."""

from __future__ import annotations

import re
from dataclasses import replace

from docmine.extract import bodies, candidates, names, roles, rosters
from docmine.extract.mentions import EMAIL, Line, Mention
from docmine.records import ASIDE, Block

_CLOSING = re.compile(
    r"\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|kindest|warmest)(?: \w+)? (?:regards|"
    r"wishes)|sincerely|best wishes|regards|many thanks|with thanks|thank you|signed|on behalf of us all)\b[,.:]?\s*$",
    re.IGNORECASE,
)
_WARM_CLOSING = re.compile(r"(?:With|In|Yours|Ever|Until|Love) [a-z][^.!?:]*,")
"""A closing of somebody's own words: "With hope, and cold feet,"."""

_LABEL = re.compile(r"^(?:(?:name|title|contact|author) ?(?:of [a-z ]{2,40})?:\s*|p\.?p\.?\s+)", re.IGNORECASE)
"""What a form prints before an entry, "Name of authority:", and who signs for somebody: "pp. Jane Hill"."""
_COPIED = re.compile(r"(?:b?cc|c\.c\.|copied to|copy to|enc)\b", re.IGNORECASE)
_NO_BODY = re.compile(r"(?:tel|telephone|phone|mobile|t|m|e|email|web|w)\b|\+?\d|www\.|https?:", re.IGNORECASE)
_BEHALF = re.compile(r"(?:for and )?on behalf of (?:the )?", re.IGNORECASE)
_REACH = 9
"""Lines below a name in which post, body and address are looked for."""


def lines_of(blocks: tuple[Block, ...]) -> list[Line]:
    """The lines of every block, and the cells of every row, in reading order."""
    found: list[Line] = []
    for i, block in enumerate(blocks):
        if block.kind in ASIDE:
            continue
        at = block.start
        if block.kind == "table_row":
            for column, cell in enumerate(block.text.split("\t")):
                header = block.headers[column] if column < len(block.headers) else None
                found.append(Line(cell, at, i, column, header))
                at += len(cell) + 1
        else:
            for line in block.text.split("\n"):
                found.append(Line(line, at, i))
                at += len(line) + 1
    return found


def with_layout(mentions: list[Mention], lines: list[Line], blocks: tuple[Block, ...], text: str) -> list[Mention]:
    """The mentions again, each that opens a line or a cell with what the lines around it add."""
    mentions = sorted([*mentions, *_in_capitals(mentions, lines)], key=lambda m: m.shape.start)
    by_start = {m.shape.full_start: m for m in mentions}
    for n, line in enumerate(lines):
        stripped = line.text.strip()
        label = _LABEL.match(stripped)
        at = line.start + len(line.text) - len(line.text.lstrip()) + (label.end() if label else 0)
        if line.column is not None:
            for other in [m for m in mentions if line.start < m.shape.start < line.start + len(line.text)]:
                behind = text[other.shape.full_end : line.start + len(line.text)]
                by_start[other.shape.full_start] = rosters.filled(by_start[other.shape.full_start], lines, n, behind)
        mention = by_start.get(at)
        if mention is None or not stripped:
            continue
        rest = text[mention.shape.full_end : line.start + len(line.text)].strip(" ,")
        if line.column is not None:
            by_start[at] = rosters.in_row(mention, lines, n, rest)
        elif not rest:
            signed = _in_signature(mention, lines, n)
            if signed.role is None and signed.organisation is None and len(mention.shape.tokens) > 1:
                signed = replace(signed, organisation=_body_of_article(blocks, line.block))
            by_start[at] = signed
        elif _is_closed(lines, n) and len(stripped.split()) <= 16:
            for other in [m for m in mentions if line.start <= m.shape.start < line.start + len(line.text)]:
                by_start[other.shape.full_start] = _below_several(by_start[other.shape.full_start], lines, n)
        elif rest == mention.organisation:
            by_start[at] = replace(mention, signs=mention.signs | {"listed"})
    return [by_start.get(m.shape.full_start, m) for m in mentions]


def _in_capitals(mentions: list[Mention], lines: list[Line]) -> list[Mention]:
    """Names that stand in capitals on a line of their own, below the end of a letter or above a post."""
    found: list[Mention] = []
    taken = {m.shape.start for m in mentions}
    for n, line in enumerate(lines):
        shape = candidates.capitals(line.text) if line.column is None else None
        below = lines[n + 1].text.strip() if n + 1 < len(lines) else ""
        if shape and (_is_closed(lines, n) or roles.is_role_line(below)):
            moved = replace(
                shape,
                start=shape.start + line.start,
                end=shape.end + line.start,
                full_start=shape.full_start + line.start,
                full_end=shape.full_end + line.start,
            )
            if moved.start not in taken:
                found.append(Mention(shape=moved, signs=frozenset({"given"})))
    return found


def _is_closed(lines: list[Line], n: int) -> bool:
    """Whether a letter's last words stand above a line, with nothing but the lines of other signatures between."""
    for line in reversed(lines[max(0, n - _REACH) : n]):
        words = line.text.split()
        if len(words) <= 8 and (_CLOSING.search(line.text) or _WARM_CLOSING.fullmatch(line.text.strip())):
            return True
        if len(words) > 16 or line.text.rstrip().endswith((".", "!", "?")):
            return False
    return False


def _in_signature(mention: Mention, lines: list[Line], n: int) -> Mention:
    """The mention with the post, the body and the address on the lines below it."""
    signs = set(mention.signs)
    closed = _is_closed(lines, n)
    role: list[str] = []
    found: list[str] = []
    email = mention.email
    for line in lines[n + 1 : n + _REACH]:
        text = line.text.strip().strip(",")
        if not text:
            continue
        if _COPIED.match(text):
            break
        address = EMAIL.search(text)
        if address and len(text.split()) <= 4:
            email = email or address.group()
            continue
        if len(text.split()) > 14 or line.column is not None or _opens_with_a_name(text):
            break
        behalf = _BEHALF.match(text)
        if behalf and closed:
            found.append(text[behalf.end() :])
        elif not found and roles.is_role_line(text) and not bodies.is_body(text):
            post_role, post_body = roles.split(text)
            role += [post_role] if post_role else []
            found += [post_body] if post_body else []
        elif (bodies.is_organisation(text) and (role or closed)) or (closed and not found and _is_last_body(text)):
            found.append(text)
        elif not _NO_BODY.match(text):
            break
    if not found and closed:
        shared = _shared_body(lines, n)
        found += [shared] if shared else []
    if closed or role:
        signs.add("signs")
    if role:
        signs.add("post")
    return replace(
        mention,
        signs=frozenset(signs),
        role=mention.role or ", ".join(role) or None,
        organisation=mention.organisation or ", ".join(dict.fromkeys(found)) or None,
        email=email,
        ours=mention.ours or closed,
    )


def _below_several(mention: Mention, lines: list[Line], n: int) -> Mention:
    """One of those who sign on a line with a post behind each name, or side by side: "A, Chair", "A and B"."""
    role, body = mention.role, mention.organisation
    below = lines[n + 1].text.strip() if n + 1 < len(lines) else ""
    if (
        role is None
        and body is None
        and below
        and not _opens_with_a_name(below)
        and roles.is_role_line(below)
        and not bodies.is_body(below)
    ):
        role, split_body = roles.split(below)
        body = body or split_body
        role = roles.of_one(role) if role else None
    body = body or _shared_body(lines, n)
    signs = mention.signs | {"signs"} | ({"post"} if role else set())
    return replace(mention, signs=frozenset(signs), role=role, organisation=body, ours=True)


def _shared_body(lines: list[Line], n: int) -> str | None:
    """The body on the last line below several signatures, each a line of name and post: all sign for it."""
    for line in lines[n + 1 : n + _REACH]:
        text = line.text.strip().strip(",")
        behalf = _BEHALF.match(text)
        if behalf:
            return text[behalf.end() :]
        if _COPIED.match(text):
            return None
        if not text or _opens_with_a_name(text) or EMAIL.search(text):
            continue
        if bodies.is_body(text) or _is_last_body(text):
            return text
        if not roles.is_role_line(text) or len(text.split()) > 14:
            return None
    return None


def _is_last_body(text: str) -> bool:
    """Whether a line below a signature could be the name of a body that its words do not show."""
    words = text.split()
    return 2 <= len(words) <= 7 and "," not in text and bodies.capitalised(text) and bodies.called_like_a_body(text)


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
            if bodies.is_organisation(" ".join(words[:k]), part=False)
        ),
        None,
    )


def _opens_with_a_name(text: str) -> bool:
    """Whether a line is somebody's name, alone or with a post behind its comma."""
    words = re.split(r"[,(]|\s[–—-]\s", text)[0].split()
    return (
        2 <= len(words) <= 4
        and (names.is_given(words[0]) or re.fullmatch(names.HONORIFIC, words[0]) is not None)
        and all(w[0].isupper() for w in words)
        and not roles.has_head(" ".join(words))
    )
