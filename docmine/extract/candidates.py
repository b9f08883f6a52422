"""Words → what has the shape of a person's name in them: runs of capitalised words, cut free of what is none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docmine.extract import bodies, names, roles
from docmine.extract import words as lists

_PARTICLES = lists.load("name_particles")
_OPENINGS = lists.load("sentence_openings")
"""Verbs and greetings that stand right before a name with a capital of their own: "Ask Jane Hill", "Thanks Jo"."""

_COMPANIES = lists.load("named_after")
"""Companies and charities that are called like a person, in lower case, their words joined by "_"."""


def shapes(text: str) -> list[names.Shape]:
    """Every shape of a name in a sentence or a line, in order."""
    return [shape for run in names.RUN.finditer(text) for shape in _shapes(text, run)]


def capitals(text: str) -> names.Shape | None:
    """The name that is all of a line and is written in capitals, as in a signature: "PAULA HEGARTY"."""
    words = text.split()
    honorific = bool(words) and re.fullmatch(names.HONORIFIC, words[0].capitalize()) is not None
    first = words[1:] if honorific else words
    if not (2 <= len(first) <= 3 and text.isupper() and names.is_given(first[0])):
        return None
    solid = [w for w in first if not names.is_initial(w)]
    if any(not re.fullmatch(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*", w) or w.lower() in names.NEVER for w in solid):
        return None
    lead = text.index(first[0])
    return names.Shape(
        name=" ".join(first),
        start=lead,
        end=len(text.rstrip()),
        full_start=len(text) - len(text.lstrip()),
        full_end=len(text.rstrip()),
        honorific=words[0] if honorific else None,
        postnominals=None,
        tokens=tuple(w.capitalize() for w in first),
    )


def _shapes(text: str, run: re.Match[str]) -> Iterator[names.Shape]:
    """The names that a run of capitalised words holds, cut free of titles before them and bodies behind them."""
    words = list(re.finditer(r"\S+", run.group()))
    offset = run.start()
    pieces: list[list[re.Match[str]]] = [[]]
    cut_by: list[str] = []
    for i, word in enumerate(words):
        lower = word.group().lower().rstrip(".")
        is_post = lower in bodies.HEADS and re.match(r"\s+(?:of|for)\b", text[offset + word.end() :]) is not None
        if is_post or _never(lower, pieces[-1]) or (lower in _OPENINGS and not pieces[-1] and i + 1 < len(words)):
            cut_by.append(lower)
            pieces.append([])
        else:
            pieces[-1].append(word)
    for n, piece in enumerate(pieces):
        shape = _shape_of(text, offset, piece, cut_by[n] if n < len(cut_by) else "")
        if shape is not None:
            yield shape


def _never(lower: str, piece: list[re.Match[str]]) -> bool:
    bare = lower.replace("’s", "").replace("'s", "").strip("’'")
    perhaps = bare in names.MAYBE and bool(piece) and names.is_given(piece[0].group())
    if (
        re.fullmatch(names.HONORIFIC, bare.capitalize())
        or bare in bodies.HEADS
        or bare.removesuffix("s") in bodies.HEADS
    ):
        return not perhaps
    return (bare in names.NEVER or (bare in roles.MODIFIERS and not names.is_given(bare))) and not perhaps


def _shape_of(text: str, offset: int, piece: list[re.Match[str]], behind: str) -> names.Shape | None:
    while piece and piece[-1].group() in _PARTICLES:
        piece = piece[:-1]
    if not piece or behind in names.PLACE_ENDS or behind in bodies.LAST:
        return None
    first = offset + piece[0].start()
    if re.search(r"\b(?:of|for|in|at)\s+$", text[max(0, first - 10) : first]) and not names.is_given(piece[0].group()):
        given = next((k for k, w in enumerate(piece[:-1]) if names.is_given(w.group())), 0)
        piece = piece[given:]
    tokens = tuple(w.group() for w in piece)
    start, end = offset + piece[0].start(), offset + piece[-1].end()
    owned = re.match(r"['’]s?\s+(?:[A-Z]\w+\s+){0,3}?([A-Z]\w+)\b", text[end : end + 60])
    if owned and owned.group(1).lower() in bodies.LAST:
        return None  # "Anytown Tenants’ Alliance"
    possessive = re.search(r"['’]s?$", tokens[-1])
    if possessive:
        end -= len(possessive.group())
        tokens = (*tokens[:-1], tokens[-1][: possessive.start()])
    lead = max(0, start - 60)
    before = names.HONORIFIC_AT_END.search(text[lead:start])
    honorific = before.group().strip() if before else None
    if _is_nobody(tokens, honorific):
        return None
    post = names.POSTNOMINALS.match(text, end)
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


def _is_nobody(tokens: tuple[str, ...], honorific: str | None) -> bool:
    """Whether the words can be no name: initials alone, too long, one that is no given name, a place, a company."""
    if all(names.is_initial(t) for t in tokens) or len(tokens) > 5 or names.is_initial(tokens[-1]):
        return True
    if (len(tokens) < 2 and not (honorific or names.is_given(tokens[0]))) or tokens[0][0].islower():
        return True
    if honorific is None and "_".join(t.lower() for t in tokens[:2]) in _COMPANIES:
        return True
    if honorific is None and len(tokens) > 1 and tokens[-1].lower() in bodies.LAST and not names.is_given(tokens[0]):
        return True  # "Anytown Federation of Tenants"
    ends_a_place = len(tokens) > 1 and tokens[-1].lower() in names.PLACE_ENDS
    return ends_a_place and not names.is_given(tokens[0])
