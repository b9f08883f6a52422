"""E-mail → pieces: the writer's own words with the signature; the earlier mail quoted below is kept apart.

A message's HTML is read where it has any: it has links, lists and tables, and its lines are not broken to a width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage, Message
from pathlib import PurePosixPath
from typing import Any

from docmine.read import plain, sniff, web
from docmine.read.decode import decode
from docmine.read.mail import quoting, signoff
from docmine.read.mail.message import disposition, filename, head, opened, parsed
from docmine.read.pieces import Content, Piece, Unreadable, clean
from docmine.read.web import dom
from docmine.records import BlockKind

_FROM, _TO = "\ue000", "\ue001"
"""Around the number of a part that is taken out of a message's HTML; they are nobody's characters."""
_HOLE = re.compile(f"{_FROM}(\\d+){_TO}")
_QUOTED = re.compile(
    r"\b(?:gmail_quote(?!_attribution)|yahoo_quoted|moz-forward-container|protonmail_quote|zmail_extra)\b", re.I
)
_INDENTED = re.compile(r"border(?:-\w+)?\s*:\s*(?:none|medium none|0)\b", re.I)
"""A mail program's button for indenting makes a quotation without a line beside it."""
_BELOW = re.compile(
    r"\b(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container)\b|replySplit", re.I
)
"""From here on a message of Outlook's is earlier mail."""
_SIGNED = re.compile(
    r"\b(?:gmail_signature|moz-signature|(?:x_)?Signature|ms-outlook-mobile-signature|protonmail_signature_block\S*)\b"
)
_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_DECLARED_BLINDLY = ("us-ascii", "ascii", "iso-8859-1", "latin-1", "unknown-8bit")
_MOST_BELOW = 40
"""Lines below the closing words, with the blank ones and the disclaimer; more of them are another text."""
_SIGNATURE_WORDS = 14
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "svg", "o:p"})


def content(data: bytes) -> Content:
    """The pieces of an e-mail; from, to, cc, date and subject are metadata. What is attached are files of their own.

    Raises Unreadable for a message without text of its own and without attachments.
    """
    message = parsed(data)
    if message.get_content_type() in _ENCRYPTED:
        raise Unreadable("The e-mail is encrypted, or signed in a form that hides its text. Forward it in the clear.")
    pieces = [piece for body in _bodies(message) for piece in _pieces(body)]
    with opened(data) as entries:
        attached = [entry.name for entry in entries]
    metadata = _metadata(message)
    warnings = [
        f"The attachment {name} was not read: docmine does not read this kind of file."
        for name in attached
        if PurePosixPath(name).suffix.lower() not in sniff.SUFFIXES
        and PurePosixPath(name).name.lower() != "winmail.dat"
    ]
    own = [piece for piece in pieces if piece.kind not in ("quoted", "furniture")]
    if not own and attached and "subject" in metadata:
        pieces.insert(0, Piece(kind="heading", text=metadata["subject"], level=1))
        warnings.append("The e-mail has no text of its own: its subject stands for it.")
    elif not own:
        earlier = "only quoted earlier mail" if pieces else "and no attachments"
        raise Unreadable(f"The e-mail has no text of its own, {earlier}.")
    links = dict.fromkeys(link.target for piece in pieces for link in piece.links)
    return Content(pieces=tuple(pieces), metadata=metadata, links=tuple(links), warnings=tuple(warnings))


def _bodies(part: Message) -> Iterator[Message]:
    """The parts that a mail program shows as the message, in order; of alternatives the HTML."""
    kind = part.get_content_type()
    inner = [p for p in part.get_payload() if isinstance(p, Message)] if part.is_multipart() else []
    if kind == "multipart/alternative":
        best = next((p for p in inner if any(b.get_content_type() == "text/html" for b in _bodies(p))), None)
        yield from _bodies(best if best is not None else inner[0]) if inner else ()
    elif kind == "multipart/related":
        yield from _bodies(inner[0]) if inner else ()
    elif part.get_content_maintype() == "multipart":
        for each in inner:
            yield from _bodies(each)
    elif kind in ("text/plain", "text/html") and disposition(part) != "attachment" and not filename(part):
        yield part


def _pieces(body: Message) -> list[Piece]:
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return []
    if body.get_content_type() == "text/html":
        return _of_markup(_decoded(body, data) or web.declared(data))
    text = (_decoded(body, data) or decode(data)).replace("\r\n", "\n").replace("\r", "\n")
    if str(body.get_param("format", "")).lower() == "flowed":
        text = _unflowed(text, str(body.get_param("delsp", "")).lower() == "yes")
    return _of_text(text)


def _decoded(body: Message, data: bytes) -> str | None:
    """The text in the encoding that the part declares; None where it declares none or a wrong one."""
    charset = (body.get_content_charset() or "").lower()
    # What many programs declare without looking: they send UTF-8, or Windows' own letters.
    for name in ("utf-8", "cp1252") if charset in _DECLARED_BLINDLY else (charset,):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def _unflowed(text: str, delsp: bool) -> str:
    """Lines that end in a blank go on in the next (RFC 3676)."""
    found: list[str] = []
    open_ = False
    for line in text.split("\n"):
        bare = line[1:] if line.startswith(" ") else line
        if open_ and not bare.startswith(">") and not found[-1].startswith(">"):
            found[-1] = (found[-1][:-1] if delsp else found[-1]) + bare
        else:
            found.append(bare)
        open_ = bare.endswith(" ") and bare != "-- " and bool(bare.strip())
    return "\n".join(found)


# -- plain text --------------------------------------------------------------------------------------------------------


def _of_text(text: str) -> list[Piece]:
    found: list[Piece] = []
    parts = quoting.parts(text)
    for part in parts:
        if part.quoted:
            found += _quoted(plain.pieces("\n".join(part.lines)), part.author, part.date)
        else:
            found += _own(part.lines)
    return found


def _own(lines: Sequence[str]) -> list[Piece]:
    """A plain message's own lines; below "-- " and below the closing words every line stands for itself."""
    cut = next((i for i, line in enumerate(lines) if line.rstrip() in ("--", "—")), len(lines))
    text, signed = lines[:cut], lines[cut + 1 :]
    closing = next((i for i in range(len(text) - 1, -1, -1) if text[i].strip() and signoff.is_closing(text[i])), None)
    pieces: list[Piece] = []
    if closing is not None and len(text) - closing <= _MOST_BELOW:
        pieces = _signed(text[closing:], "paragraph")
        text = text[:closing]
    prose = plain.pieces("\n".join(text))
    if prose and prose[0].kind == "heading":
        prose[0] = replace(prose[0], kind="paragraph", level=None)  # a document begins with its title, a mail does not
    return [*signoff.told_apart([*prose, *pieces]), *_signed(signed, "signature")]


def _signed(lines: Sequence[str], kind: BlockKind) -> list[Piece]:
    """Short lines, each by itself; long ones as paragraphs, and those from a disclaimer on as furniture."""
    found: list[Piece] = []
    added = False
    for group in re.split(r"\n\s*\n", "\n".join(lines)):
        joined = clean(group)
        added = added or signoff.is_disclaimer(joined)
        rows = [clean(row) for row in group.split("\n")]
        if added:
            found.append(Piece(kind="furniture", text=joined))
        elif any(len(row.split()) > _SIGNATURE_WORDS for row in rows):
            found += plain.pieces(group)
        else:
            found += [Piece(kind="furniture" if signoff.is_added(row) else kind, text=row) for row in rows if row]
    return [piece for piece in found if re.search(r"\w", piece.text)]


def _quoted(pieces: Sequence[Piece], author: str | None, date: str | None) -> list[Piece]:
    return [replace(p, kind="quoted", level=None, marker=None, headers=(), author=author, date=date) for p in pieces]


# -- HTML --------------------------------------------------------------------------------------------------------------


def _of_markup(markup: str) -> list[Piece]:
    """What the page itself marks as quoted or as a signature is read by itself, and put where it was."""
    root = web.parsed(markup)
    body = root.find("body")
    body = root if body is None else body
    _cut_below(body)
    taken: list[tuple[BlockKind, list[Piece]]] = []
    for element in list(body.iter("blockquote", "div", "table", "p", "span")):
        kind = _marked(element)
        if kind is None or not _is_in(element, body) or not element.text_content().strip():
            continue
        taken.append((kind, dom.pieces(element, skip=_is_unseen)))
        for child in list(element):
            element.remove(child)
        element.tag = "p"
        element.attrib.clear()
        element.text = f"{_FROM}{len(taken) - 1}{_TO}"
    found: list[Piece] = []
    own: list[Piece] = []
    mark: quoting.Mark | None = None
    below = False
    pieces = dom.pieces(body, skip=_is_unseen)
    i = 0
    while i < len(pieces):
        hole = _HOLE.fullmatch(pieces[i].text)
        here = None if hole else _mark_at(pieces[i:])
        if here is not None:
            mark = here
            rest = pieces[i + here.lines : i + here.lines + 1]
            below = below or not (here.is_intro and rest and _HOLE.fullmatch(rest[0].text))
            own = _closed(found, own)
            found += _quoted(pieces[i : i + here.lines], mark.author, mark.date)
            i += here.lines
            continue
        if hole:
            kind, inner = taken[int(hole[1])]
            if kind == "signature" and not below:
                own = _closed(found, own)
                found += [replace(p, kind="signature", level=None, marker=None) for p in inner]
            else:
                own = _closed(found, own)
                found += _earlier(inner, mark)
        elif below:
            found += _earlier([pieces[i]], mark)
        else:
            own.append(pieces[i])
        i += 1
    _closed(found, own)
    return found


def _closed(found: list[Piece], own: list[Piece]) -> list[Piece]:
    """Hand over the writer's own pieces that stand together; a new list for the next."""
    found += signoff.told_apart(own)
    return []


def _earlier(pieces: Sequence[Piece], mark: quoting.Mark | None) -> list[Piece]:
    """Quoted pieces, which may announce still earlier ones within."""
    found: list[Piece] = []
    i = 0
    while i < len(pieces):
        here = _mark_at(pieces[i:])
        mark = here or mark
        count = here.lines if here else 1
        found += _quoted(pieces[i : i + count], mark.author if mark else None, mark.date if mark else None)
        i += count
    return found


def _mark_at(pieces: Sequence[Piece]) -> quoting.Mark | None:
    lines = [piece.text.replace("\t", " ") for piece in pieces[:10]]
    return quoting.mark_at(lines) or quoting.head_in_one(lines[0])


def _marked(element: Any) -> BlockKind | None:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag == "blockquote":
        return None if _INDENTED.search(element.get("style") or "") and not element.get("type") else "quoted"
    if _QUOTED.search(named):
        # Where its own quotations are marked, what stands between them is the answer.
        return None if any(child.tag == "blockquote" for child in element) else "quoted"
    return "signature" if _SIGNED.search(named) else None


def _cut_below(body: Any) -> None:
    """Put what follows Outlook's own mark of earlier mail into one quotation."""
    start = next(
        (e for e in body.iter("div", "hr") if _BELOW.search(f"{e.get('id') or ''} {e.get('class') or ''}")), None
    )
    if start is None or start.getparent() is None:
        return
    quote = body.makeelement("blockquote")
    rest = [start, *start.itersiblings()]
    start.addprevious(quote)
    quote.extend(rest)


def _is_in(element: Any, body: Any) -> bool:
    """Whether it is still part of the message: what lay in a part that was taken out is not."""
    return any(above is body for above in element.iterancestors())


def _is_unseen(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.tag in _UNSEEN or "display:none" in style or "mso-hide:all" in style


# -- heads -------------------------------------------------------------------------------------------------------------


def _metadata(message: EmailMessage) -> dict[str, str]:
    found = {name: head(message, name) for name in ("from", "to", "cc", "subject")}
    found["date"] = _date(message)
    return {key: value for key, value in found.items() if value}


def _date(message: EmailMessage) -> str:
    """The day on which the message was sent, by the sender's clock; "" where its head is not to be read."""
    from email.utils import parsedate_to_datetime

    try:
        when: datetime = parsedate_to_datetime(head(message, "date"))
    except (ValueError, TypeError, IndexError):
        return ""
    return when.date().isoformat()
