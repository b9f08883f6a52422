"""What a web page says of itself in its head: title, date, site, author, address; from every vocabulary in use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from docmine.read.about import organisations
from docmine.read.pieces import clean
from docmine.read.web import owner

_META = {
    "article:published_time": "date",
    "datepublished": "date",
    "dc.date.issued": "date",
    "dcterms.issued": "date",
    "dcterms.date": "date",
    "dc.date": "date",
    "dcterms.created": "date",
    "dc.date.created": "date",
    "govuk:first-published-at": "date",
    "pubdate": "date",
    "publish-date": "date",
    "date": "date",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "dcterms.modified": "modified",
    "dc.date.modified": "modified",
    "govuk:public-updated-at": "modified",
    "last-modified": "modified",
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "og:site_name": "site",
    "application-name": "site",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
}
"""Names in `<meta>` → ours; of several with the same meaning the one that stands first here counts."""
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.I)
_ARTICLE = re.compile(
    r"(?:News|Blog|Report|Scholarly)?(?:Article|Posting)|WebPage|Report|GovernmentService|Event", re.I
)
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def find(root: Any, address: str = "") -> dict[str, str]:
    """Lower-case keys: page, title, date, modified, site, publisher, author, source. `address`: where it came from."""
    found: dict[str, str] = {"page": "html"}
    named = {
        (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower(): tag
        for tag in reversed(list(root.iter("meta")))
    }
    for name, key in _META.items():
        value = clean(named[name].get("content") or "") if name in named else ""
        if value and key not in found:
            found[key] = value
    for key, value in _linked_data(root):
        found.setdefault(key, value)
    for tag in root.iter("time"):
        if _ISO.match(tag.get("datetime") or ""):
            key = (
                "modified" if "updated" in (tag.get("class") or "") or tag.get("itemprop") == "dateModified" else "date"
            )
            found.setdefault(key, clean(tag.get("datetime")))
    title = root.find(".//title")
    if title is not None and title.text_content().strip():
        found.setdefault("title", clean(title.text_content()))
        last = re.split(r"\s+[|–—-]\s+|\s*::\s*", clean(title.text_content()))[-1]
        if organisations.is_organisation(last):
            found.setdefault("site", last)
    if "site" not in found and (site := owner.of(root)):
        found["site"] = site
    if source := address or saved_from(root):
        found["source"] = source
    return found


def base(root: Any, address: str = "") -> str:
    """The address that the page's links count from; "" where nothing tells."""
    own = address or saved_from(root)
    if not own:
        canonical = root.xpath("//link[@rel='canonical']/@href") or root.xpath("//meta[@property='og:url']/@content")
        own = str(canonical[0]).strip() if canonical else ""
    given = root.xpath("//base/@href")
    try:
        return urljoin(own, str(given[0]).strip()) if given else own
    except ValueError:
        return own


def saved_from(root: Any) -> str:
    """The address that a browser wrote into a page when it saved it; "" where there is none."""
    for comment in [*root.itersiblings(preceding=True), *root.xpath("//comment()")[:5]]:
        match = _SAVED_FROM.search(f"<!--{comment.text}-->") if not isinstance(comment.tag, str) else None
        if match and match[1].lower().startswith(("http://", "https://")):
            return match[1]
    return ""


def _linked_data(root: Any) -> Iterator[tuple[str, str]]:
    """What JSON-LD says of the page."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if not _ARTICLE.search(str(thing.get("@type", ""))):
                continue
            for name, key in (("datePublished", "date"), ("dateModified", "modified"), ("headline", "title")):
                if isinstance(thing.get(name), str) and thing[name].strip():
                    yield key, clean(thing[name])
            for name in ("publisher", "author"):
                who = thing.get(name)
                who = who[0] if isinstance(who, list) and who else who
                value = who.get("name") if isinstance(who, dict) else who
                if isinstance(value, str) and value.strip():
                    yield name, clean(value)


def _things(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [thing for item in data for thing in _things(item)]
    if isinstance(data, dict):
        return [data, *_things(data.get("@graph", []))]
    return []
