"""Who a document says that it comes from: under its title, in a sentence of its own, or in the lines at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docmine.read import written
from docmine.read.about import numbers
from docmine.read.about.organisations import NAME, is_organisation, names_a_person, spelt
from docmine.records import ASIDE, Block

_PAPER = r"(?:newsletter|bulletin|magazine|update|briefing|publication|document|report|leaflet|booklet|guide|page)"
_IS_PUBLISHED = re.compile(
    r"^(?P<what>[^.:;|]{2,80}?)\s+(?:is|was|has\s+been)\s+(?:\w+ly\s+)?(?:published|produced|issued|brought\s+to\s+you|put\s+together|compiled)"
    r"(?:\s+(?:\w+ly|(?:every|each|once\s+an?|twice\s+an?|three\s+times\s+an?)\s+(?:\w+\s+)?\w+))?\s+by\s+(?:the\s+)?(?P<who>\S.*)$"
)
_ITSELF = re.compile(rf"(?:this|our)\s+(?:[\w’'-]+\s+){{0,2}}{_PAPER}|the\s+(?:newsletter|bulletin|magazine)", re.I)
_LABELLED = re.compile(
    r"^(?:(?:published|produced|issued|prepared|compiled)\s+(?:\w+ly\s+)?(?:and\s+\w+\s+)?by|brought\s+to\s+you\s+by)\s*:?\s+(?:the\s+)?(?P<who>\S.*)$",
    re.I,
)
_FROM = re.compile(r"^from\s+(?:the\s+)?(?P<who>\S.*)$", re.I)
_DESCRIBED = re.compile(
    r"^(?:(?:welcome\s+to|this\s+is)\s+(?:[^.:;|]{2,60}?,\s+)?)?(?:[\w’'&-]+,?\s+){0,6}?"
    r"(?:news|newsletter|bulletin|magazine|briefing|update)\b"
    r"[^.:;|]{0,60}?\b(?:from|by)\s+(?:the\s+)?(?P<who>[A-Z0-9].*)$",
    re.I,
)
_LEADING = re.compile(rf"(?:{NAME}|\d+)(?:(?:,|\s+&)?(?:\s+(?:and|of|the|for|in|with)){{0,2}}\s+{NAME})*")
_GOES_ON = re.compile(
    r"\s*(?:\([A-Z]{2,8}\))?\s*(?:$|[.;|]|,\s*(?:$|[A-Z0-9])|(?:about|on|for)\s+(?:[\w’'-]+\s*){1,8}\.?$|(?:and|with)\s+(?:its|our|their|other|local)?\s*partners\b)"
)
"""What may stand behind the name of whom something comes from; a verb would make it a sentence about the body."""
_OWN_TEAM = re.compile(r"(?P<who>.*)[’']s?\s+(?:[a-z-]+\s+){0,5}(?:team|service|services|department|unit)\b")
_TEAM_AT = re.compile(
    r"^(?:[\w’'&-]+\s+){1,6}(?:team|unit|service|services|department|division)(?:\s+(?:at|of|in)\s+(?:the\s+)?|,\s+)(?=[A-Z])",
    re.I,
)
_TEAM = re.compile(
    rf"^from\s+the\s+(?P<who>{NAME}(?:\s+[\w’'&-]+){{1,6}}\s(?:[Tt]eam|[Ss]ervices?|[Pp]artnership|[Uu]nit|[Pp]rogramme))\W*$",
    re.I,
)
_NEWS = re.compile(r"(?:[\w’'-]+\s+){0,2}(?:news|updates?)\b", re.I)
_COPYRIGHT = re.compile(
    r"^(?:copyright\s*)?(?:©|\(c\)|&copy;|copyright\b)\s*(?:copyright\b\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?,?\s*)?(?P<who>[A-Z].*)$",
    re.I,
)
_YEARS = re.compile(r"[\s,]*(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?[\s.]*$")
_SEGMENT = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+|(?<=\w{2}\.)\s+(?=[A-Z])")
_PART = re.compile(
    r"\b(?:Directorate|Department|Services?|Division|Team|Unit)$|^(?:Directorate|Department|Division) of\b"
)
_BODY = re.compile(r"\b(?:Council|Trust|Authority|Board|Commission|Agency|Partnership|Constabulary|Police|NHS)\b")
_FIRST, _LAST = 4, 6
"""Blocks under the title, and at the end, in which a document says whose it is."""
_LINE = 45
"""Words of a line of that kind."""


def says(title: str | None, body: Sequence[Block]) -> str | None:
    """The body that a sentence names as who publishes the document: "Harbour News is published by Ash Council"."""
    for block in (*body[:_FIRST], *body[-_LAST:]):
        for line in map(_undated, _segments(block)):
            stated = _IS_PUBLISHED.match(line)
            match = stated if stated and _names_itself(stated["what"], title) else _LABELLED.match(line)
            if match and (name := _body(match["who"])):
                return name
    return None


def under_title(body: Sequence[Block]) -> str | None:
    """The body that the masthead says the news is from: "Issue 4 | from the parks team, Ash Council"."""
    for i, block in enumerate(body[:_FIRST]):
        if i and heads_a_part(block):
            continue
        for line in _segments(block):
            match = _FROM.match(line) or _DESCRIBED.match(line)
            if match and (name := _body(match["who"])):
                return name
    return None


def heads_a_part(block: Block) -> bool:
    """Whether a heading is "News from the Board" over a part; a masthead gives the issue's date or number as well."""
    told = block.kind == "heading" and _NEWS.match(block.text)
    return bool(told) and not (written.has_date(block.text) or numbers.of_issue(block.text))


def team(body: Sequence[Block]) -> str | None:
    """A team with a name of its own that the masthead is from, where nothing tells of its body."""
    lines = (line for block in body[:_FIRST] for line in _segments(block))
    return next((m["who"] for line in lines if (m := _TEAM.match(line)) and m["who"][0].isupper()), None)


def copyright_of(lines: Sequence[str]) -> str | None:
    """Whose the last lines say that the words are: "© Ash Council 2024. All rights reserved."."""
    for line in lines:
        match = _COPYRIGHT.match(line.strip())
        who = re.split(r"\.\s|\s*[|·•]|\s+all\s+rights\b", match["who"], maxsplit=1, flags=re.I)[0] if match else ""
        name = _YEARS.sub("", who).strip(" .,")
        if name and is_organisation(name) and not names_a_person(name):
            return spelt(name)
    return None


def rights(blocks: Sequence[Block]) -> str | None:
    """Whose words they are by the last lines and the running feet."""
    body = [b for b in blocks if b.kind not in ASIDE]
    feet = [b for b in blocks if b.kind == "furniture"]
    return copyright_of([b.text for b in (*body[-_LAST:], *feet)])


def is_part(name: str) -> bool:
    """Whether a name is that of a directorate, service or team, and says nothing of the body that it belongs to."""
    return bool(_PART.search(name)) and not _BODY.search(name)


def is_body(name: str) -> bool:
    """Whether a name is that of a body to which directorates and services belong."""
    return bool(_BODY.search(name)) and is_organisation(name)


def _segments(block: Block) -> Iterator[str]:
    if len(block.text.split()) <= _LINE:
        yield from (part.strip(" *_–—-") for part in _SEGMENT.split(block.text) if part.strip())


def _undated(line: str) -> str:
    return " ".join(written.without_date(line).split())


def _names_itself(what: str, title: str | None) -> bool:
    """Whether a sentence is about the document: "this newsletter", or by the name that its title begins with."""
    if _ITSELF.fullmatch(what.strip()):
        return True
    called = _plain(numbers.without(written.without_date(title or "")))
    said = _plain(what)
    return len(said) > 3 and called.startswith(re.sub(rf"\s{_PAPER}$", "", said))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold().removeprefix("the ")).strip()


def _body(who: str) -> str | None:
    """The organisation that `who` begins with, where what follows does not make it a sentence about that body."""
    who = _TEAM_AT.sub("", who)
    leading = _LEADING.match(who)
    if leading is None:
        return None
    name, rest = leading.group(), who[leading.end() :]
    if (own := _OWN_TEAM.match(who)) and is_organisation(own["who"]):
        return spelt(own["who"])
    parts = [name[: m.start()] for m in re.finditer(",", name)]
    if not _GOES_ON.match(rest) or re.search(r"[’']s?\b\W*$", name):
        return None
    for named in (*parts, name):
        if is_body(named) and not names_a_person(named):
            return spelt(named)
    return spelt(name) if is_organisation(name) and not names_a_person(name) else None
