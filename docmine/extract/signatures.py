"""What the layout says of people: signatures, address lists, tables with columns for names and posts."""

from __future__ import annotations

import re
from dataclasses import replace

from docmine.extract import names, roles
from docmine.extract.mentions import EMAIL, Line, Mention, carries
from docmine.records import ASIDE, Block

_CLOSING = re.compile(
    r"\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|kindest|warmest)(?: \w+)? (?:regards|"
    r"wishes)|sincerely|best wishes|regards|many thanks|with thanks|thank you|signed)\b[,.]?\s*$",
    re.IGNORECASE,
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


def lines_of(blocks: tuple[Block, ...]) -> list[Line]:
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


def _in_signature(mention: Mention, lines: list[Line], n: int) -> Mention:
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
        address = EMAIL.search(text)
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


def _in_table(mention: Mention, lines: list[Line], n: int, rest: str) -> Mention:
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
        address = EMAIL.search(text)
        if address and carries(address.group().split("@")[0].lower(), mention.shape.tokens):
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


def _body_above(lines: list[Line], n: int) -> str | None:
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
