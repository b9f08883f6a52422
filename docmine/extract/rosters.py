"""What a table says of the people in its cells: posts, bodies and addresses beside, above and in the headers."""

from __future__ import annotations

import re
from dataclasses import replace

from docmine.extract import bodies, roles
from docmine.extract.mentions import EMAIL, Line, Mention, carries

_COLUMN_NAME = re.compile(
    r"\b(?:name|who|owner|lead|leads|contact|officer|attendee|attendees|member|members|present|chair|person|"
    r"responsible|by whom|action owner|representative)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:name|title) of [a-z ]{2,40}:\s*", re.IGNORECASE)
"""What a form prints before an entry: "Name of authority:"."""
_FILL = re.compile(
    r"(?:To )?(?:[Aa]ppoint|[Rr]ecruit|[Hh]ire|[Ee]mploy) (?:an?|the|our|one)(?: new)? (?P<post>[^.;:]{3,70}?)\.?"
)
_BEGAN = re.compile(
    r"\s*(?:(?:has|was|is|will|have) )?(?:started|starts|start|joined|joins|join|appointed|"
    r"took up|takes up|in post|began|begins)\b"
)
_COLUMN_ROLE = re.compile(r"\b(?:role|title|position|job|post|designation)\b", re.IGNORECASE)
_COLUMN_BODY = re.compile(
    r"\b(?:organisation|organization|agency|representing|employer|body|service|council|partner)\b", re.IGNORECASE
)


def in_row(mention: Mention, lines: list[Line], n: int, rest: str) -> Mention:
    """The mention in the cell `lines[n]` with what its row adds; `rest` is what stands behind the name in the cell."""
    line = lines[n]
    row = [other for other in lines if other.block == line.block]
    signs = set(mention.signs)
    office = re.fullmatch(r"\([\w -]+\)", rest) is not None  # "Jane Hill (chair)", of the meeting
    rest = "" if office else rest
    role, body, email = mention.role, mention.organisation, mention.email
    if not rest and line.header and _COLUMN_NAME.search(line.header):
        signs.add("label")
    for cell in row:
        text = cell.text.strip()
        if cell.column == line.column or not re.search(r"[^\W\d_]", text):
            continue
        header = cell.header or ""
        address = EMAIL.search(text)
        if address and carries(address.group().split("@")[0].lower(), mention.shape.tokens):
            email = email or address.group()
        elif not rest and _COLUMN_ROLE.search(header) and (role is None or office):
            role, split_body = roles.split(text)
            body = body or split_body
            signs |= {"post"} if roles.has_head(text) else set()
        elif not rest and _COLUMN_BODY.search(header) and (body is None or office):
            body = text
            signs.add("body")
        elif not rest and not cell.header and abs((cell.column or 0) - (line.column or 0)) == 1:
            if bodies.is_body(text) and body is None:
                body = text
            elif roles.is_role_line(text) and role is None:
                role, split_body = roles.split(text)
                body = body or split_body
                signs.add("post")
    if body is None or bodies.is_department(body):
        above = _body_above(lines, n)
        if above and body and role:  # the column says for whom; the department is what the post directs
            role = f"{role}, {body}"
        body = above or body
    return replace(mention, signs=frozenset(signs), role=role, organisation=body, email=email)


def filled(mention: Mention, lines: list[Line], n: int, behind: str) -> Mention:
    """The mention in the cell `lines[n]` with the post that its row fills: "Appoint a planner", "Jane Hill started"."""
    row = [other.text.strip() for other in lines if other.block == lines[n].block]
    sought = next((m for text in row if (m := _FILL.fullmatch(text))), None)
    if mention.role or sought is None or not _BEGAN.match(behind) or not roles.has_head(sought["post"]):
        return mention
    return replace(mention, role=sought["post"], signs=mention.signs | {"post"})


def _body_above(lines: list[Line], n: int) -> str | None:
    """The body that heads a column: the nearest cell above that names one, or the column's header."""
    line = lines[n]
    above = [other for other in lines[:n] if other.column == line.column and line.block - 6 <= other.block < line.block]
    if _COLUMN_NAME.fullmatch((line.header or "").strip()):
        above = []  # they are others who lead, not the body that this one is in
    for text in [*(other.text.strip() for other in reversed(above)), line.header or ""]:
        text = _LABEL.sub("", text)
        if re.match(r"(?:local authority|integrated care board|organisation|agency|partner)\b", text, re.IGNORECASE):
            return None
        if bodies.is_organisation(text) or re.match(r"[A-Z]{2,}(?: [A-Z][a-z]+){1,4}$", text):
            return text
    return None
