"""Sentences → acronyms: each short form once, where the document defines it or else where it first stands.

`long` is filled only from the document's own words: from brackets in either order, "known as", "or", "stands for",
from a glossary line, or from a name in capitals whose initials are exactly the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import longforms, shouting
from docmine.extract.bodies import HEADS
from docmine.extract.context import Sent, make, sentences
from docmine.records import Acronym

if not Doc.has_extension("acronyms"):
    Doc.set_extension("acronyms", default=())

_SHORT = re.compile(
    r"(?<![\w@#.'’-])"
    r"((?:[A-Z][24][A-Z]|[A-Z]{2,}[A-Za-z]{0,2}|[A-Z](?:[a-z]?[A-Z]){1,5}[a-z]{0,2}|[A-Z]{1,3}&[A-Z]{1,3})\d?)"
    r"(?![\w@]|[.]\w|-\d|&\w)"
)
"""Capitals with at most one small letter between them (DfE, EToN), small letters at the end (SENCo, EHCPs), "&", or "2"
for "to"."""

_BRACKET = re.compile(
    r"[(\[]\s*(?:(?:the|or|hereafter|henceforth|abbreviated to|known as|hereinafter)\s+){0,3}[“‘\"']?"
    r"([A-Z][\w&/-]{1,11})((?: [a-z]+){0,2})[”’\"']?(?: \d{1,2})?\s*(?=[)\]–—;,:-]|\s[–—-])"
)
_BRACKET_LONG = re.compile(r"\b([A-Z][\w&/-]{1,9})[”’\"']?\s*[(\[](?:the |or )?([^()\[\]]{5,120})[)\]]")
_NAMED = re.compile(
    r"(?:,|(?<![\s,]))\s++(?:also |otherwise |better |commonly |usually |or )?(?:known as|called|abbreviated (?:to|as)|"
    r"shortened to|referred to as|"
    r"referred to (?:here|below|in this \w+) as|hereafter|henceforth|or)\s+(?:the\s+)?"
    r"[“‘\"']?([A-Z][\w&-]{1,9})[”’\"']?(?![\w-])"
)
_MEANS = re.compile(
    r"\b([A-Z][\w&-]{1,9})[”’\"']?(?:,? (?:which |that )?stands for|,? short for|,? meaning|,? i\.e\.,?|"
    r",? that is,?|,? or|,? the|,|:| =| [–—-]| means|\t)\s*(?<=[\s])"
    r"(?:the\s+)?[“‘\"']?((?:[A-Za-z][\w’'/-]*,?\s+){1,12}[A-Za-z][\w’'/-]*)"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_NAME_RUN = re.compile(r"[A-Z][\w’']*(?:[ \n]+(?:(?:of|for|and|in|the|to|with)[ \n]+){0,2}[A-Z][\w’']*)+")
_THING = re.compile(r"\b[Tt]he ([A-Z][a-z]+ [A-Z][a-z]+)\b(?! [A-Z]|['’]s? [A-Z]| (?:of|for|and) [A-Z])")


@dataclass(frozen=True, slots=True)
class _Use:
    """A short form where it stands, with its long form if it is defined there."""

    short: str
    start: int
    long: str | None = None


@Language.component("docmine_acronyms", assigns=["doc._.acronyms"])
def acronyms(doc: Doc) -> Doc:
    """Set `doc._.acronyms`."""
    text = doc.text
    sents = sentences(doc)
    defined: dict[str, _Use] = {}
    for sent in sents:
        for use in _definitions(sent):
            defined.setdefault(use.short, use)
    used: dict[str, _Use] = {}
    for sent in sents:
        for use in _uses(sent, text, frozenset(defined)):
            used.setdefault(use.short, use)
    names = _names(sents)
    things = _things(sents)
    found = []
    for short in _merge_plurals(defined, used):
        use = defined.get(short) or used[short]
        long = use.long or _spelled_by_a_name(short, names) or _spelled_by_a_thing(short, things)
        found.append(make(doc, Acronym, use.start, use.start + len(short), long=long))
    doc._.acronyms = tuple(sorted(found, key=lambda a: (a.start, a.end)))
    return doc


def _merge_plurals(defined: dict[str, _Use], used: dict[str, _Use]) -> list[str]:
    """Short forms with singular and plural as one: the defined form, else the singular that the plural holds."""
    for short in [s for s in used if s.endswith("s") and len(s) > 2 and s not in defined]:
        single = short[:-1]
        if single in defined:
            del used[short]
        elif single.isupper():
            plural = used.pop(short)
            if single not in used or plural.start < used[single].start:
                used[single] = _Use(single, plural.start)
    for short in [s for s in defined if s.endswith("s") and s[:-1].isupper()]:
        if short[:-1] in defined:
            del defined[short]
        else:
            used.pop(short[:-1], None)
    return sorted({*defined, *used}, key=lambda s: ((defined.get(s) or used[s]).start, s))


def _definitions(sent: Sent) -> Iterator[_Use]:
    """Short forms with the long form that the sentence gives them."""
    text, at = sent.span.text, sent.span.start_char
    for m in _BRACKET.finditer(text):
        short, more = m.group(1), m.group(2).split()
        if not _worthy(short) and not _capital_word(short):
            continue
        head = text[: m.start()].rstrip()
        for word in reversed(more):
            last = re.search(r"(\w+)$", head)
            head = head[: last.start()].rstrip() if last and last.group(1).rstrip("s") == word.rstrip("s") else ""
        start = longforms.before(_singular_letters(short), head[-200:]) if head else None
        if start is None:
            continue
        long = head[-200:][start:]
        if _worthy(short) or len(longforms.WORD.findall(long)) >= 3:
            yield _Use(short, at + m.start(1), _clean(long))
    for m in _BRACKET_LONG.finditer(text):
        if _worthy(m.group(1)) and longforms.whole(_singular_letters(m.group(1)), _first_part(m.group(2))):
            yield _Use(m.group(1), at + m.start(1), _clean(_first_part(m.group(2))))
    for m in _NAMED.finditer(text):
        if _worthy(m.group(1)):
            start = longforms.before(_singular_letters(m.group(1)), text[max(0, m.start() - 200) : m.start()])
            if start is not None:
                yield _Use(m.group(1), at + m.start(1), _clean(text[max(0, m.start() - 200) + start : m.start()]))
    for m in _MEANS.finditer(text):
        if _worthy(m.group(1)):
            meaning = _prefix_that_spells(_singular_letters(m.group(1)), m.group(2))
            if meaning:
                yield _Use(m.group(1), at + m.start(1), meaning)


def _uses(sent: Sent, text: str, defined: frozenset[str]) -> Iterator[_Use]:
    """Short forms as they stand in running text, headings and tables."""
    at, end = sent.span.start_char, sent.span.end_char
    links = [m.span() for m in shouting.LINK.finditer(text, at, end)]
    links += [m.span() for m in shouting.POSTCODE.finditer(text, at, end)]
    links += [m.span() for m in shouting.REFERENCE.finditer(text, at, end)]
    for m in _SHORT.finditer(text, at, end):
        short = m.group(1)
        if any(a <= m.start() < b for a, b in links):
            continue
        if (
            short in defined
            or short.rstrip("s") in defined
            or (_worthy(short) and not _shouted(short, m.start(), m.end(), text, sent))
        ):
            yield _Use(short, m.start())


def _worthy(short: str) -> bool:
    """Whether the form alone could be an acronym: two capitals or more, no mark of writing, no Roman numeral."""
    capitals = sum(c.isupper() for c in short)
    small = sum(c.islower() for c in short.rstrip("s"))
    return (
        capitals >= 2
        and small <= capitals
        and sum(c.isdigit() for c in short) <= 1
        and short.lower() not in shouting.NEVER
        and not shouting.ROMAN.match(short)
    )


def _capital_word(short: str) -> bool:
    """ "Ofsted", "Cafcass": an acronym that is written as a word."""
    return len(short) >= 5 and short[0].isupper() and short[1:].islower()


def _shouted(short: str, start: int, end: int, text: str, sent: Sent) -> bool:
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if shouting.shouted_line(line) or shouting.shouted_run(text, start, end) or shouting.looks_like_a_word(short):
        return True
    word = short.lower()
    if word not in shouting.EMPHASISED and word not in shouting.DOUBLES:
        return len(short) >= 4 and short.isupper() and re.search(rf"\b{word}\b", text) is not None
    if word in shouting.DETERMINERS:
        return True
    return not _modifies_a_noun(sent, start)


def _modifies_a_noun(sent: Sent, start: int) -> bool:
    """Whether the word at `start` stands before a noun, or beside "and" or "/" and another short form."""
    doc = sent.span.doc
    token = next((t for t in sent.span if t.idx <= start < t.idx + len(t)), None)
    if token is None or token.i + 1 >= len(doc):
        return False
    following = doc[token.i + 1]
    while following.i + 1 < sent.span.end and (following.text in {"and", "&", "/", "or"} or following.is_upper):
        following = doc[following.i + 1]
    return following.pos_ in {"NOUN", "PROPN"} and following.i < sent.span.end and not following.is_upper


def _names(sents: tuple[Sent, ...]) -> list[str]:
    """Runs of capitalised words, whole, and cut at "and", "of" and "for"."""
    runs: list[str] = []
    for sent in sents:
        for m in _NAME_RUN.finditer(sent.span.text):
            runs.append(m.group())
            runs.extend(re.split(r" (?:and|of(?: the)?|for(?: the)?) ", m.group()))
    return list(dict.fromkeys(runs))


def _spelled_by_a_name(short: str, names: list[str]) -> str | None:
    """The one name of the document whose initials are exactly the letters of `short`; None where two differ.

    Of two letters too many names could be meant: "OT" stands for occupational therapy, and for the therapist.
    """
    letters = _singular_letters(short)
    if len(letters) < 3 or not letters.isupper() or letters.lower() in shouting.DOUBLES:
        return None
    fitting = {_ARTICLE.sub("", re.sub(r"\s+", " ", name)): None for name in names if _initials(name) == letters}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _things(sents: tuple[Sent, ...]) -> list[str]:
    """Names of two words behind "the", at every place, that are no post and qualify no noun: "the User Interface"."""
    found: list[str] = []
    for sent in sents:
        for m in _THING.finditer(sent.span.text):
            behind = next((t for t in sent.span if t.idx >= sent.span.start_char + m.end()), None)
            if m.group(1).split()[1].lower() not in HEADS and (behind is None or behind.pos_ not in ("NOUN", "PROPN")):
                found.append(m.group(1))
    return found


def _spelled_by_a_thing(short: str, things: list[str]) -> str | None:
    """What two letters stand for: the one thing that the document calls by "the" and a name, twice or more.

    People, therapies and fields of work take no "the": so "OT" is not guessed.
    """
    letters = _singular_letters(short)
    if len(letters) != 2 or not letters.isupper() or letters.lower() in shouting.DOUBLES:
        return None
    fitting = [thing for thing in things if _initials(thing) == letters]
    return fitting[0] if len(fitting) > 1 and len(set(fitting)) == 1 else None


def _initials(name: str) -> str:
    return "".join(w[0] for w in longforms.WORD.findall(name) if w.lower() not in longforms.SMALL_WORDS)


def _prefix_that_spells(letters: str, text: str) -> str | None:
    """The shortest beginning of `text` that spells `letters` by initials alone."""
    for m in longforms.WORD.finditer(text):
        if longforms.whole(letters, text[: m.end()], strict=True):
            return _clean(text[: m.end()])
    return None


def _singular_letters(short: str) -> str:
    letters = re.sub(r"[^\w]", "", short)
    if re.fullmatch(r"[A-Z][24][A-Z]", letters):  # "D2A", discharge to assess
        return letters.replace("2", "T").replace("4", "F")
    return letters[:-1] if letters.endswith("s") and letters[:-1].isupper() else letters


def _first_part(text: str) -> str:
    return re.split(r"[;:–—]|, (?:which|who|a|the)\b", text)[0].strip()


def _clean(long: str) -> str:
    return _ARTICLE.sub("", re.sub(r"\s+", " ", long).strip(" ,;:–—-“”‘\"'"))
