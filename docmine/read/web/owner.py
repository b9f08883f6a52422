"""Whose site a web page is of, from the head and the foot that stand around its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docmine.read.about import addresses, imprint, organisations
from docmine.read.pieces import clean

_NOT_NAME = re.compile(
    r"^(?:go\s+to\s+(?:the\s+)?|welcome\s+to\s+(?:the\s+)?|the\s+)|[\s,:|–—-]*\b(?:logo|home\s*page|home|website|crest)\b[\s,:|–—-]*$",
    re.I,
)
_LOGO = re.compile(r"\b(?:logo|masthead|branding|site-?(?:name|title|branding|logo))\b", re.I)
_SHORT = 12
"""Words of a line around the page that may be a name."""


def of(root: Any) -> str | None:
    """The body that the page's banner names, else the one whose rights or address its foot states."""
    for line in _banner(root):
        name = _NOT_NAME.sub("", _NOT_NAME.sub("", line))
        if len(name.split()) <= _SHORT and imprint.is_body(name) and not organisations.names_a_person(name):
            return organisations.spelt(name)
    feet = [clean(e.text_content()) for e in _outside(root, "footer", "contentinfo") for e in (*e.iter("p", "li"), e)]
    addressed = (addresses.named_in(line) for line in feet)
    return imprint.copyright_of(feet) or next((owner for owner in addressed if owner), None)


def _banner(root: Any) -> Iterator[str]:
    logos = [e for e in root.iter("a", "div", "span", "p") if _is_logo(e)]
    for part in (*_outside(root, "header", "banner"), *logos):
        for element in part.iter("img", "a", "p", "span", "div", "strong"):
            if not any(above.tag == "nav" for above in element.iterancestors()):
                yield clean(element.get("alt") or element.get("aria-label") or element.text_content())
        yield clean(part.text_content())


def _is_logo(element: Any) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")
    return bool(_LOGO.search(named)) and not any(a.tag in ("main", "article") for a in element.iterancestors())


def _outside(root: Any, tag: str, role: str) -> list[Any]:
    """The elements of a kind that are not part of the article."""
    found = [*root.iter(tag), *(e for e in root.iter() if e.get("role") == role and e.tag != tag)]
    return [e for e in found if not any(a.tag in ("main", "article", "blockquote") for a in e.iterancestors())]
