"""RTF → pieces. By our own reading of its words: striprtf gives flat text, rtfparse a tree without meaning and slowly,
and anydoc takes deleted and hidden text for the document's.
"""

from __future__ import annotations

from docmine.read.office import flow
from docmine.read.office.rtf.reader import Reader
from docmine.read.office.rtf.tokens import tokens
from docmine.read.pieces import Content, Piece, Unreadable


def content(data: bytes) -> Content:
    """The pieces of an RTF file, with its properties as metadata.

    Raises Unreadable where the file has no text.
    """
    reader = Reader()
    reader.read(tokens(data.decode("latin-1")))
    pieces = flow.pieces(reader.items())
    if not pieces:
        raise Unreadable("The file has no text in it, or is damaged. Open it in Word, save it as .docx and try again.")
    pieces += [Piece(kind="furniture", text=text) for text in dict.fromkeys(reader.furniture) if text]
    return Content(
        pieces=tuple(pieces),
        metadata={key: value for key, value in reader.metadata.items() if value},
        links=tuple(dict.fromkeys(link.target for piece in pieces for link in piece.links)),
    )
