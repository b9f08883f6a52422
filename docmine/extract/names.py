"""The shape of a person's name: honorifics before it, letters after it, and the words that no name holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docmine.extract import words
from docmine.namesake import plain

HONORIFIC = (
    r"(?:(?:The )?(?:Rt\.? Hon\.?|Right Honourable|Honourable|Hon\.?)|"
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Cllr|Clr|Councillor|"
    r"Alderman|Rev|Reverend|Colonel|Col|Lieutenant|Lt|Brigadier|Major|Captain|Capt|Admiral|Commodore|"
    r"Revd|Canon|Imam|Rabbi|Father|Sister|Judge|Justice)\.?)"
)
_POST = (
    "CBE|OBE|MBE|KBE|DBE|GBE|QPM|BEM|CB|KCB|HMI|MP|MSP|MEP|AM|JP|DL|KC|QC|PhD|MA|MSc|BSc|BA|MBA|MBBS|MD|MRCGP|FRCP|FRCPCH|FRCN|RN|RGN|CQSW|"
    "MB|ChB|DCH|FRCA|FRCS|FRCGP|FRCPsych|MRCPsych|FFPH|CStJ|DSc|LLB|BEng|MEng|CEng|FCIH|IPFA|DPhil|PGCE|FRSA|FCA|CPFA|MCIPD|FCIPD|MSW"
)
POSTNOMINALS = re.compile(rf",?(?:[ \t]+|,[ \t]*)((?:{_POST})(?:,? (?:{_POST}))*)(?![\w-])")

_LATIN = [*map(chr, range(0x41, 0x250)), *map(chr, range(0x1E00, 0x1F00))]
_UP = "".join(c for c in _LATIN if c.isupper())
_LOW = "".join(c for c in _LATIN if c.islower())
_PART = (
    rf"(?:[{_UP}]['’][{_UP}]?[{_LOW}]+|(?:Mc|Mac|Fitz|De|Le|La|Di|Du|"
    rf"O)?[{_UP}][{_LOW}]+(?:['’][{_UP}{_LOW}][{_LOW}]+)?)"
)
TOKEN = rf"(?:{_PART}(?:-{_PART})*)"
INITIAL = rf"(?:[{_UP}]\.?)(?![\w’'])"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|da|di|do|dos|das|du|el|al|ul|ur|bin|binti|bint|ibn|ap|ab|ferch|le|la|ter|ten|y)"
)

RUN = re.compile(
    rf"(?<![\w@./’'-])(?:{TOKEN}|{INITIAL})(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ \u00a0]+){{0,2}}(?:(?:al|el|"
    rf"ul)-)?(?:{TOKEN}|{INITIAL}))*(?![\w@])"
)
"""A run of capitalised words, initials and the particles between them, within one line."""

HONORIFIC_AT_END = re.compile(rf"(?:^|(?<=[\s(“‘\"'–—-]))(?:{HONORIFIC}[ \t]+)+(?:\((?:retd?\.?|[Rr]etired)\)[ \t]+)?$")

_GIVEN = words.load("given_names")
NEVER = words.load("not_names")
"""Words of bodies, places, services, calendars and headings: a name neither holds them nor runs on into them."""

MAYBE = words.load("perhaps_names")
"""Of these, some are names too: allowed as a surname after a given name, or as a given name before a surname."""

PLACE_ENDS = words.load("place_ends")
"""A run that ends so names a place, a body or a thing called after somebody."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Name-like words: where the name stands, and where it stands with honorific and letters after it."""

    name: str
    start: int
    end: int
    full_start: int
    full_end: int
    honorific: str | None
    postnominals: str | None
    tokens: tuple[str, ...]


def is_given(token: str) -> bool:
    """Whether a token, or the part before its hyphen, is a known given name."""
    lower = token.lower().replace("’", "'").rstrip(".")
    return lower in _GIVEN or lower.split("-")[0] in _GIVEN or plain(lower.split("-")[0]) in _GIVEN


def is_initial(token: str) -> bool:
    return re.fullmatch(INITIAL, token) is not None
