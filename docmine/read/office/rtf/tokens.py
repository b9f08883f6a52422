"""RTF as tokens: groups, control words with their number, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """`open` and `close` of a group; a `word` ("par") with its number, a `sign` ("~"), a `byte`, `text`."""

    kind: Literal["open", "close", "word", "sign", "byte", "text"]
    value: str
    number: int | None = None


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a file whose bytes were decoded as Latin-1. Binary data of pictures is left out."""
    at = 0
    while (match := _TOKEN.search(source, at)) is not None:
        at = match.end()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                at += max(number or 0, 0)
                continue
            yield Token("word", match["word"], number)
        elif match["hex"]:
            yield Token("byte", match["hex"], int(match["hex"], 16))
        elif match["sign"]:
            yield Token("sign", match["sign"])
        elif match["brace"]:
            yield Token("open" if match["brace"] == "{" else "close", match["brace"])
        else:
            yield Token("text", match["text"])
