"""Who published a document, and how that is known."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from docmine.read import headings, published
from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, Known

_NAME = r"[A-Z][\w'’&-]*"
_KIND = (
    r"(?:Council|Directorate|Trust|Board|Partnership|Department|Commission|Authority|Association|Forum|Office|Ofsted)"
)
_ORGANISATION = re.compile(rf"^(?:The\s+)?(?:{_NAME}|\d+)?(?:[ ,]+(?:{_NAME}|and|of|the|for|in|with|&))*$")
_COUNCIL = re.compile(
    rf"\b(?:{_NAME}\s+){{0,4}}(?:(?:City|County|Borough|District|Metropolitan|Town|Parish)\s+)*Council\b"
)
_BOROUGH = re.compile(rf"\b(?:London|Royal) Borough of {_NAME}(?:\s+(?:and\s+)?{_NAME}){{0,3}}")
_OPENING = re.compile(
    rf"^(?P<who>(?:{_NAME}\s+){{1,4}}(?:Council|Trust|Board|Partnership|Authority)"
    rf"(?:,?\s+and\s+(?:the\s+)?(?:{_NAME}\s*){{1,5}}?)?)\s+(?:is|are|has|have|take|takes|will|want|wants|would|welcome|welcomes)\b"
)
_DOMAIN = re.compile(
    r"(?:@|https?://(?:[\w-]+\.)*?|www\.)((?:[\w-]+\.)+(?:gov|nhs|org|police)\.uk|(?:[\w-]+\.)+uk)\b", re.I
)
_STOP = frozenset(
    (
        "The",
        "This",
        "That",
        "Our",
        "Your",
        "A",
        "An",
        "In",
        "At",
        "By",
        "For",
        "From",
        "With",
        "Of",
        "And",
        "Dear",
        "Local",
    )
)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, object]]:
    return tomllib.loads(files("docmine.read").joinpath("domains.toml").read_text("utf-8"))


def find(title: str | None, doc_type: str, blocks: Sequence[Block], content: Content) -> Known | None:
    """The publisher as the document names it; None where nothing supports a name."""
    body = [b for b in blocks if b.kind not in ASIDE]
    if doc_type == "letter" and (name := _signature(body)):
        return Known(name, "signature")
    if title and re.search(r"\binspection\b", title, re.I) and (name := _inspectorates(blocks)):
        return Known(name, "text")
    if name := content.metadata.get("publisher"):
        return Known(name, "metadata")
    if name := _letterhead(blocks, body[: 1 if doc_type == "letter" else 5]):
        return Known(name, "letterhead")
    author = content.metadata.get("author", "")
    if is_organisation(author):
        return Known(author, "metadata")
    for block in body[:12]:
        if block.kind == "paragraph" and (match := _OPENING.match(block.text)):
            return Known(match["who"].strip().removeprefix("The "), "text")
    councils = _councils(blocks)
    if name := _address(blocks, content, councils):
        return Known(name, "address")
    if doc_type == "letter":
        # A letter names most often the council it is written to.
        return None
    if councils:
        (name, count), *others = councils.most_common()
        if count >= 3 and count > sum(n for _, n in others):
            return Known(name, "text")
    if site := content.metadata.get("site"):
        return Known(site, "metadata")
    return None


def is_organisation(text: str) -> bool:
    """Whether a short line is an organisation's name and nothing else."""
    text = text.rstrip(" ,.")
    return (
        len(text.split()) <= 14 and bool(re.search(rf"\b{_KIND}\b|\bNHS\b", text)) and bool(_ORGANISATION.match(text))
    )


def after_closing(body: Sequence[Block]) -> list[str]:
    """The lines under "Yours sincerely" and its like; empty where there is none."""
    for i in range(len(body) - 1, -1, -1):
        if len(body[i].text.split()) <= 8 and headings.is_closing(body[i].text):
            return [b.text for b in body[i + 1 : i + 12]]
    return []


def _signature(body: Sequence[Block]) -> str | None:
    lines = [part.strip() for text in after_closing(body) for part in re.split(r"\t", text)]
    names = [line.rstrip(" ,.") for line in lines if is_organisation(line) and not _is_role(line)]
    return ", ".join(dict.fromkeys(names[:2])) or None


def _is_role(line: str) -> bool:
    return bool(
        re.match(r"(?:\w+\s+){0,4}(?:Director|Head|Chief|Manager|Chair|Leader|Officer|Member|Councillor|Cllr)\b", line)
    )


def _inspectorates(blocks: Sequence[Block]) -> str | None:
    """The inspectorates that a report names twice or more, joined."""
    text = "\n".join(b.text for b in blocks)
    found = [
        name
        for name, forms in _table()["inspectorates"].items()
        if isinstance(forms, list) and sum(len(re.findall(rf"\b{re.escape(f)}\b", text)) for f in forms) >= 2
    ]
    if not found:
        return None
    name = found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]
    return name.removeprefix("the ")


def _letterhead(blocks: Sequence[Block], first: Sequence[Block]) -> str | None:
    """An organisation's name alone on one of the first lines, with a date at most, or in a running head."""
    heads = [*first, *(b for b in blocks if b.kind == "furniture" and (b.page or 1) == 1)]
    lines = (published.without_date(b.text).strip(" ,.:–—-|") for b in heads)
    return next((line for line in lines if is_organisation(line)), None)


def _councils(blocks: Sequence[Block]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for block in blocks:
        for pattern in (_COUNCIL, _BOROUGH):
            for match in pattern.finditer(block.text):
                words = match.group().split()
                while words and words[0] in _STOP:
                    words.pop(0)
                if len(words) > 1:
                    counts[" ".join(words)] += 1
    return counts


def _address(blocks: Sequence[Block], content: Content, councils: Counter[str]) -> str | None:
    """The owner of most of the addresses: from the table, or a council of that name that the document mentions."""
    sources = [b.text for b in blocks] + [link.replace("mailto:", "@") for link in content.links]
    sources += [content.metadata.get("from", "")]
    counts: Counter[str] = Counter()
    table = _table()["publishers"]
    for source in sources:
        for match in _DOMAIN.finditer(source):
            domain = match.group(1).lower().removeprefix("www.")
            known = next((str(v) for k, v in table.items() if domain == k or domain.endswith("." + k)), None)
            if known is None and domain.endswith(".gov.uk"):
                label = domain.removesuffix(".gov.uk").split(".")[-1]
                fits = [c for c in councils if label in re.sub(r"\W", "", c.casefold())]
                known = max(fits, key=lambda c: (councils[c], c)) if fits else None
            if known:
                counts[known] += 1
    return counts.most_common(1)[0][0] if counts else None
