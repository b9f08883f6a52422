"""The words of RTF: its encodings, its characters with names, and what a group may hold."""

from __future__ import annotations

import codecs

CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254"}
CHARSETS |= {163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}
"""The character set of a font → its encoding; the file's own for all others."""
SYMBOLS = 2
"""The character set of fonts whose letters are signs."""
CHARACTERS = {
    "tab": " ",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
"""Control words that are characters."""
SIGNS = {"~": "\u00a0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\", "\t": " "}
"""What stands behind a backslash, other than words → text."""
TEXTS = {"footnote", "annotation", "shptxt", "dptxbxtext"}
"""Destinations that hold paragraphs of their own: notes, comments, text boxes."""
PAGES = {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
"""Running heads and feet."""
WORDS = {"fldinst", "listtext", "pntext", "atnauthor", "atndate", "title", "author", "subject", "revtbl", "fonttbl"}
WORDS |= {"stylesheet"}
"""Destinations that hold words about the text."""
OPEN = {"shpinst", "shp", "field", "fldrslt", "result", "object", "shpgrp", "do", "nesttableprops", "info"}
OPEN |= {"creatim", "revtim", "ud"}
"""Destinations whose groups are looked into."""
SKIPPED = {"pict", "objdata", "colortbl", "listtable", "listoverridetable", "filetbl", "pn", "bkmkstart"}
SKIPPED |= {"bkmkend", "xe", "tc", "txe", "rxe", "sp", "shprslt", "nonshppict", "objclass", "objname"}
SKIPPED |= {"template", "generator", "themedata", "colorschememapping", "latentstyles", "datastore"}
SKIPPED |= {"rsidtbl", "xmlnstbl", "upr", "background", "keywords", "comment", "doccomm", "operator"}
SKIPPED |= {"company", "manager", "category", "hlinkbase", "printim", "buptim", "ftnsep", "ftnsepc"}
SKIPPED |= {"aftnsep", "aftnsepc", "ftncn", "aftncn", "pnseclvl", "userprops", "private", "mmathPr"}
SKIPPED |= {"nonesttables", "atnid", "atnref", "atnparent"}
"""Destinations that hold nothing to read, or read elsewhere."""


def known(codepage: str) -> str:
    """The name of an encoding, Western Europe's for one that is not known."""
    try:
        return codecs.lookup("utf-8" if codepage == "cp65001" else codepage).name
    except LookupError:
        return "cp1252"


def stamped(packed: int) -> str | None:
    """The day in a packed time stamp: minute, hour, day, month, year since 1900, each in some of its bits."""
    packed %= 1 << 32
    year, month, day = (packed >> 20 & 0x1FF) + 1900, packed >> 16 & 0xF, packed >> 11 & 0x1F
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
