"""Who published a document, and how that is known."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from docmine.read import written
from docmine.read.about import addresses, imprint, kinds, letterheads, parties
from docmine.read.about.organisations import NAME, is_organisation, names_a_person, of_line, spelt
from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, Known

_BOROUGH = re.compile(rf"\b(?:London|Royal) Borough of {NAME}(?:\s+(?:and\s+)?{NAME}){{0,3}}")
_WHO = (
    rf"^(?P<who>(?:{NAME}\s+){{1,4}}(?:Council|Trust|Board|Partnership|Authority)"
    rf"(?:,?\s+and\s+(?:the\s+)?(?:{NAME}\s*){{1,5}}?)?)\s+"
)
_OPENING = re.compile(_WHO + r"(?:is|are|has|have|take|takes|will|want|wants|would|welcome|welcomes)\b")
_FEELS = re.compile(
    _WHO + r"(?:welcomes?|thanks?|apologises?|is (?:pleased|proud|delighted|sorry|committed)|regrets?)\b"
)
"""What only the body itself says of itself; that it does or fails to do something, others say too."""
_UNDERSIGNED = re.compile(
    r"\bwe,?\s+(?P<who>the\s+undersigned(?:\s+(?:parents|carers|residents|families)\b[^,.;:]{0,60}?)?)(?=[,.;:]|\s+(?:must|ask|write|are|call|urge|wish|want|demand|believe|request)\b)",
    re.I,
)
_OWN_VOICE = re.compile(r"\b(?:we|our|us)\b", re.I)
_INSPECTS = re.compile(
    r"\b(?:inspection|revisit|focused visit|monitoring visit|assurance visit)\b(?:\s+report)?\s+(?:of|in|for|to)\b",
    re.I,
)
_WENT = re.compile(
    r"\b(?:carried\s+out|undertook|conducted)\s+(?:this|a|an|the)\b.{0,40}\b(?:inspection|visit)\b|\brevisited\b", re.I
)
_ANSWERS = re.compile(
    r"\b(?:response|respond\w*|responding|plan|statement|update|progress|after|following|since|our)\b.*\binspection\b"
    r"|\binspection\b.*\b(?:action plan|statement of action|progress|update)\b",
    re.I,
)
"""Titles of what somebody else publishes about an inspection."""
_BY = re.compile(
    r"^(?:(?:published|produced|issued|prepared|written|provided)\s+by|brought\s+to\s+you\s+by|from|(?:an?\s+|the\s+)?(?:newsletter|bulletin|magazine|report|update)"
    r"\s+(?:of|by|from|for)|report\s+(?:of|by|from)|(?:report\s+)?author|from)\s*[:\t]?\s*(?:the\s+)?(?P<who>[A-Z0-9].*)$",
    re.I,
)
"""Words before the name of whom something comes from."""
_NEXT_LABEL = re.compile(r"\s(?=[A-Z][a-z]+(?: [a-z]+){0,2}: )")
"""Where the next of several labelled lines that stand as one begins: "From: Ash Tenants Inquiry: Repairs"."""
_TOGETHER_WITH = re.compile(
    r"\s*\([A-Z]{2,8}\)|,?\s+(?:working|together|in partnership|jointly) with\b.*$|,\s+to\s+(?:the\s+)?[A-Z].*$"
)
_OWN_PAPER = re.compile(
    r"^(?:the\s+)?(?P<who>[A-Z][\w’'& -]{3,60}?)[’']s?\s+(?:[\w-]+\s+){0,2}"
    r"(?:news|newsletter|bulletin|magazine|update|newspaper)\b",
)
""" "Ash County Council’s newsletter for carers", under a title of its own."""
_NEWS_FROM = re.compile(
    r"^(?i:(?:an?|the|your|our|latest)\s+)?(?:[\w’'-]+\s+){0,2}(?i:news|newsletter|bulletin|magazine|information|advice|guide|leaflet|update)\b"
    r"[^.:;]{0,90}?\b(?:from|by)\s+(?:the\s+)?(?P<who>[A-Z0-9][^.:;]*)$"
)
"""What a line under the title says that the document is: "News for carers from Ash Council"."""
_PART_OF = re.compile(
    r"^[\w’'& ]{1,50}\b(?:Team|Unit|Service|Division|Department|Directorate) (?:at|of|in) (?:the )?(?=[A-Z])"
)
_DOMAIN = re.compile(
    r"(?:@|https?://(?:[\w-]+\.)*?|www\.)((?:[\w-]+\.)+(?:gov|nhs|org|police)\.uk|(?:[\w-]+\.)+uk)\b", re.I
)
_TOGETHER = 2
"""Signatories who may speak for the bodies that they name; more than two sign for themselves."""
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
    return tomllib.loads(files("docmine.read.about").joinpath("domains.toml").read_text("utf-8"))


def find(title: str | None, doc_type: str, blocks: Sequence[Block], content: Content) -> Known | None:
    """The publisher as the document names it; None where nothing supports a name.

    A directorate that stands alone is completed by the body whose page or imprint it stands in.
    """
    known = _named(title, doc_type, blocks, content)
    if known is None or doc_type == "letter" or not imprint.is_part(known.value):
        return known
    body = _owner(blocks, content)
    return Known(f"{known.value}, {body}", known.by) if body else known


def _owner(blocks: Sequence[Block], content: Content) -> str | None:
    """The body that the head or foot of a web page names, or the lines at a document's end."""
    body = [b for b in blocks if b.kind not in ASIDE]
    given = (
        content.metadata.get("publisher"),
        content.metadata.get("site"),
        addresses.at_the_end(body),
        imprint.rights(blocks),
    )
    return next((name for name in given if name and imprint.is_body(name)), None)


def _named(title: str | None, doc_type: str, blocks: Sequence[Block], content: Content) -> Known | None:
    body = [b for b in blocks if b.kind not in ASIDE]
    if _is_of_inspectors(title, doc_type) and (name := _inspectorates(blocks)):
        return Known(name, "text")
    if doc_type in ("letter", "newsletter", "update") and (known := _of_letter(body, content)):
        return known
    if name := content.metadata.get("publisher"):
        return Known(name, "metadata")
    feet = [b for b in blocks if b.kind == "furniture"]
    if doc_type != "letter" and (name := _named_as_source([*body[:8], *body[-3:], *feet]) or _news_from(body[:4])):
        return Known(name, "text")
    if doc_type != "letter" and (name := imprint.says(title, body) or imprint.under_title(body)):
        return Known(name, "text")
    if name := letterheads.of(blocks, body[: 3 if doc_type == "letter" else 5]):
        return Known(addresses.without(name), "letterhead")
    if name := _before_title(title, feet):
        return Known(name, "letterhead")
    if name := _opens_the_title(title):
        return Known(name, "title")
    if name := _of_trail(body[:4]):
        return Known(name, "text")
    if doc_type != "letter" and (name := addresses.at_the_end(body)):
        return Known(name, "address")
    if doc_type != "letter" and (name := imprint.rights(blocks)):
        return Known(name, "text")
    for given in (content.metadata.get("author", ""), parties.sender(content) or ""):
        if is_organisation(given):
            return Known(given, "metadata")
    if name := _speaking(body):
        return Known(name, "text")
    councils = _councils(blocks)
    if name := _address(blocks, content, councils) or _in_links(title, blocks, content):
        return Known(name, "address")
    if sender := parties.sender(content):
        return Known(sender, "metadata")
    if doc_type == "letter":
        # A letter names most often the council it is written to.
        return None
    if len(councils) == 1 and _is_press_release(body):
        return Known(next(iter(councils)), "text")
    if (name := _most_named(councils)) and _speaks_as_we(body):
        return Known(name, "text")
    if site := content.metadata.get("site"):
        return Known(site, "metadata")
    return Known(name, "text") if (name := imprint.team(body)) else None


def _opens_the_title(title: str | None) -> str | None:
    """The body before a title's colon: "Anyborough Community Trust: half-year review"."""
    name, colon, _ = (title or "").partition(":")
    return spelt(name.strip()) if colon and is_organisation(name) else None


def _of_trail(head: Sequence[Block]) -> str | None:
    """The body that the way to a web page begins with: "Anyborough Council > Environment > Trees"."""
    first = next((b.text for b in head if kinds.TRAIL.fullmatch(b.text)), "")
    name = re.split(r"\s[>›»]\s", first)[0]
    return name if is_organisation(name) else None


def _of_letter(body: Sequence[Block], content: Content) -> Known | None:
    if name := _signature(body):
        return Known(name, "signature")
    undersigned = next((m for b in body[:6] if (m := _UNDERSIGNED.search(b.text))), None)
    return Known(" ".join(undersigned["who"].split()), "text") if undersigned else None


def _signature(body: Sequence[Block]) -> str | None:
    lines = [part.strip() for text in parties.after_closing(body) for part in re.split(r"\t", text)]
    people = [bool(parties.person(line)) for line in lines]
    several = dict.fromkeys(name for line, one in zip(lines, people, strict=True) if one and (name := of_line(line)))
    if sum(people) > 1 and len(several) > 1:
        return " and ".join(several) if len(several) == sum(people) == _TOGETHER else None
    if sum(people) > _TOGETHER:
        return None
    names = [name for line in lines if (name := _of_signature(line))]
    return ", ".join(dict.fromkeys(names[:2])) or None


def _of_signature(line: str) -> str | None:
    """An organisation's name alone on a line, or behind a name and an office."""
    if not names_a_person(line) and is_organisation(line):
        return spelt(line.rstrip(" ,."))
    return of_line(line)


def _named_as_source(lines: Sequence[Block]) -> str | None:
    """Whom a line says that the document comes from: "Published by ...", "A report by ...", "The newsletter of ..."."""
    for block in lines:
        if block is not lines[0] and imprint.heads_a_part(block):
            continue
        line = re.split(r"(?<=\w{2}[.;])\s+(?=[A-Z])", block.text, maxsplit=1)[0]
        line = _NEXT_LABEL.split(line, maxsplit=1)[0]
        line = letterheads.PAGE.sub("", line) if block.kind == "furniture" else line
        match = _BY.match(written.without_date(line)) if len(line.split()) <= 20 else None
        who = _TOGETHER_WITH.sub("", match["who"]).strip(" ,.:–—-|") if match else ""
        if match and (name := of_line(_PART_OF.sub("", addresses.without(who)))):
            return name
        if (own := _OWN_PAPER.match(line)) and is_organisation(own["who"]):
            return spelt(own["who"])
    return None


def _news_from(first: Sequence[Block]) -> str | None:
    """Whom the line under the title says that the news is from."""
    for block in first:
        if block is not first[0] and imprint.heads_a_part(block):
            continue
        for sentence in re.split(r"(?<=[.|])\s+", block.text)[:3]:
            match = _NEWS_FROM.match(sentence.rstrip(" ."))
            if match and is_organisation(match["who"]):
                return spelt(match["who"].strip())
    return None


def _before_title(title: str | None, heads: Sequence[Block]) -> str | None:
    """Who stands before the document's title in a running head: "Ash Council: Homes Plan" on a "Homes plan 2026"."""
    for block in heads:
        name, _, rest = block.text.partition(": ")
        called, rest = (title or "").casefold(), rest.strip().casefold()
        if rest and called and (rest in called or called in rest) and letterheads.is_head(name):
            return spelt(name)
    return None


def _is_press_release(body: Sequence[Block]) -> bool:
    return any(
        re.match(r"(?:press|news|media)\s+release\b|for\s+immediate\s+release\b", b.text, re.I) for b in body[:4]
    )


def _is_of_inspectors(title: str | None, doc_type: str) -> bool:
    """Whether the document tells what inspectors found, and is not somebody's answer to it."""
    told = title is not None and doc_type in ("report", "letter") and _INSPECTS.search(title)
    return bool(told) and not _ANSWERS.search(title or "")


def _inspectorates(blocks: Sequence[Block]) -> str | None:
    """The inspectorates that a document names twice or more, joined; each by the fullest name that it has there."""
    text = "\n".join(b.text for b in blocks)
    inspected = [part for b in blocks for part in re.split(r"(?<=[.!?])\s+", b.text) if _WENT.search(part)]
    found = []
    for forms in _table()["inspectorates"].values():
        assert isinstance(forms, list)
        named = [m.group() for form in forms for m in re.finditer(form, text)]
        if len(named) >= 2 or any(re.search(form, line) for form in forms for line in inspected):
            found.append(next(m.group() for form in forms if (m := re.search(form, text))))
    if not found:
        return None
    parts = [found[0], *("the " + name if name.startswith("Care Quality") else name for name in found[1:])]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _speaking(body: Sequence[Block]) -> str | None:
    """The body that opens the document by saying what it does, and then says "we"; or what it feels, in a heading."""
    for block in body[:12]:
        match = _OPENING.match(block.text) if block.kind == "paragraph" and _OWN_VOICE.search(block.text) else None
        match = match or _FEELS.match(block.text)
        if match and not addresses.OF_RESIDENTS.search(block.text):
            return match["who"].strip().removeprefix("The ")
    return None


def _councils(blocks: Sequence[Block]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for block in blocks:
        for pattern in (letterheads.COUNCIL, _BOROUGH):
            for match in pattern.finditer(block.text):
                words = match.group().split()
                while words and words[0] in _STOP:
                    words.pop(0)
                if len(words) > 1:
                    counts[" ".join(words)] += 1
    return counts


def _most_named(councils: Counter[str]) -> str | None:
    """The council that is named three times, and more often than all others."""
    if not councils:
        return None
    (name, count), *others = councils.most_common()
    return name if count >= 3 and count > sum(n for _, n in others) else None


def _speaks_as_we(body: Sequence[Block]) -> bool:
    """Whether an office speaks of itself as "we", and not people whom it serves, nor one who judges it from outside."""
    text = "\n".join(b.text for b in body)
    return bool(_OWN_VOICE.search(text)) and not addresses.OF_RESIDENTS.search(text)


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


def _in_links(title: str | None, blocks: Sequence[Block], content: Content) -> str | None:
    """The body whose short name stands before the publication's own in a link: "example.com/dftharbourmasters" in a
    newsletter called "Harbour Masters"."""
    words = re.sub(r"[^a-z]", "", (title or "").casefold())
    for link in content.links:
        for part in re.findall(r"[a-z]{6,}", link.casefold()):
            for domain, name in _table()["publishers"].items():
                own = part.removeprefix(domain.split(".")[0])
                if own != part and len(own) >= 6 and words.startswith(own):
                    return str(name)
    return None
