"""Which part of a web page is what it says, and what stands around it: menus, banners, notices, calls to share."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from docmine.read.pieces import Piece, clean
from docmine.read.web.dom import words

_NEVER = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "button",
        "input",
        "select",
        "textarea",
        "option",
        "nav",
        "dialog",
        "head",
    }
)
_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "tablist",
        "menu",
        "menubar",
    }
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOR_SCREEN_READERS = re.compile(
    r"\b(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|visuallyhidden|element-invisible|off-?screen"
    r"|accordion__section-toggle\S*|accordion-nav\S*)\b",
    re.I,
)
_OPENS = re.compile(r"\b(?:tabs?|tabpanel|tab-pane|accordion|collaps\w*|panel|toggle|expand\w*|details)\b", re.I)
"""Hidden until somebody clicks on its title: a reader sees it."""
_NOT_TEXT = re.compile(
    r"\b(?:cookies?|consent|breadcrumbs?|skip-?links?|skip-?to\w*|skip|pagination|pager|tablist|tabs-list|tabs__list"
    r"|menu|navbar|navigation|site-?footer|global-header|back-?to-?top|language-?switch\w*|modal|popup)\b",
    re.I,
)
_AROUND = re.compile(
    r"\b(?:nav|sidebar|side-?bar|related|share|sharing|social|feedback|footer|contents?-list|in-?page|toc|widget"
    r"|newsletter-?sign-?up|sign-?up|print|page-?tools|toolbar|tags|post-?nav\w*|author-?box|comments?|helpful|survey"
    r"|next-?prev\w*|see-?also|promo|logo|masthead|branding|site-?(?:name|title|branding))\b",
    re.I,
)
"""Words in a class that may also name a part of the text: what they name must look like links or be short."""
_SHORT = 40
"""Words: more than a line or two that invite to share or to vote."""
_ADDRESSES = (
    "//main",
    "//*[@role='main']",
    "//article",
    "//*[@id='main-content' or @id='maincontent' or @id='content' or @id='main']",
    "//*[contains(concat(' ', @class, ' '), ' entry-content ')]",
)
_MOST = 0.5
"""Share of the page's paragraphs that a marked part must hold to be the article."""
_PROSE = 10
"""Words of a block that tells where the article is: menus and the cells of tables are shorter."""
_LINE_AROUND = re.compile(
    r"(?:(?:was|is|did you find) this (?:page|information|content|article)\b.{0,60}"
    r"|share (?:this|on|via|page|with)\b.{0,50}"
    r"|share|tweet|print(?: this page)?|e-?mail this(?: page)?|back to (?:the )?top(?: of (?:the )?page)?|top of page"
    r"|(?:skip|jump) to .{0,30}|report (?:a problem|an issue) with this page.*|give (?:us )?(?:your )?feedback.{0,30}"
    r"|(?:there is|is there) (?:something|anything) wrong with this page.*|thank you for your feedback\W*|yes|no|maybe"
    r"|(?:view|read|see) (?:this|it|the|our) (?:e-?mail|newsletter|bulletin)?.{0,30}\b(?:browser|online).{0,20}"
    r"|.{0,120}\bunsubscribe\b.{0,80}|.{0,60}\bupdate your (?:subscription )?preferences\b.{0,80}"
    r"|want to change how you receive these e-?mails.{0,10}|(?:copyright )?(?:©|\(c\)|copyright).{0,120}"
    r"|facebook|twitter|instagram|linkedin|youtube|whatsapp|threads|bluesky|nextdoor|rss"
    r"|listen|read aloud|print entire guide|previous|next|(?:you are|you're) here:?.*|accept (?:all )?cookies"
    r"|.{0,20}\buses? cookies\b.{0,200})\W*",
    re.I,
)
_CONTENTS = re.compile(r"(?:contents|on this page|page contents|table of contents)\W*", re.I)
_HEADS_LINKS = re.compile(
    r"(?:related (?:links?|pages?|content|information|services?|articles?|news)|see also|more like this|in this section"
    r"|also in this section|explore the topic|you may also (?:like|be interested in)|popular pages|share this(?: page)?"
    r"|quick links|useful links|follow us.{0,20}|tags|topics)\W*",
    re.I,
)


def find(root: Any) -> tuple[Any, Callable[[Any], bool]]:
    """The element that holds the article, and what to leave out within it."""
    body = root.find("body")
    body = root if body is None else body
    total = max(words(body), 1)

    known: dict[Any, bool] = {}

    def skip(element: Any) -> bool:
        if element not in known:
            known[element] = is_outside(element, total)
        return known[element]

    paragraphs = [p for p in body.iter("p", "li", "td") if words(p) >= 5]
    for path in _ADDRESSES:
        marked = [e for e in root.xpath(path) if not any(skip(a) for a in (e, *e.iterancestors()))]
        outer = [e for e in marked if not any(a in marked for a in e.iterancestors())]
        if len(outer) == 1 and len(clean(outer[0].text_content())) > 200 and _holds(outer[0], paragraphs, skip):
            return outer[0], skip
    return _located(root, body, skip)


def _holds(element: Any, paragraphs: Sequence[Any], skip: Callable[[Any], bool]) -> bool:
    """Whether most of the page's running text is in it, of that which is text at all."""
    counted = [p for p in paragraphs if p.tag == "p" and not any(skip(a) for a in p.iterancestors())]
    if not counted:
        return True
    inside = sum(words(p) for p in counted if element in p.iterancestors())
    return inside >= _MOST * sum(words(p) for p in counted)


def _located(root: Any, body: Any, skip: Callable[[Any], bool]) -> tuple[Any, Callable[[Any], bool]]:
    """In a page that does not say where its article is: the smallest element around what trafilatura takes for it.

    The text itself is read from the page: trafilatura's own output loses tables' headers, numbers and links.
    """
    kept = {text for text in _extracted(root) if len(text.split()) >= _PROSE}
    holders: Counter[Any] = Counter()
    total = 0
    holding: set[Any] = set()
    for element in body.iter():
        if isinstance(element.tag, str) and _own(element) in kept:
            count = len(_own(element))
            total += count
            for above in element.iterancestors():
                holders[above] += count
                holding.add(above)
            holding.add(element)
    enough = [e for e, count in holders.items() if count >= 0.9 * total]
    if not enough:
        return body, skip
    found = max(enough, key=lambda e: sum(1 for _ in e.iterancestors()))

    def skip_menus(element: Any) -> bool:
        return skip(element) or (element not in holding and is_menu(element))

    return found, skip_menus


def _own(element: Any) -> str:
    return clean(element.text_content()) if element.tag not in ("body", "html") else ""


def _extracted(root: Any) -> frozenset[str]:
    """The blocks of text that trafilatura takes for the article's."""
    html: Any = import_module("lxml.html")
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    markup = trafilatura.extract(html.tostring(root, encoding="unicode"), output_format="html", include_tables=True)
    if not markup:
        return frozenset()
    tree = html.document_fromstring(markup)
    return frozenset(clean(e.text_content()) for e in tree.iter("p", "li", "td", "h1", "h2", "h3", "h4")) - {""}


def is_outside(element: Any, total: int) -> bool:
    """Whether an element is no part of what a page of `total` words says, or cannot be seen."""
    tag = element.tag
    if tag in _NEVER:
        return not (
            tag == "button" and any(re.fullmatch("h[1-6]|summary", str(a.tag)) for a in element.iterancestors())
        )
    if tag in ("html", "body", "main", "article", "h1") or any(True for _ in element.iter("h1", "main")):
        return tag != "body" and _is_hidden(element, opens=False)
    named = f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")
    if _is_hidden(element, opens=bool(_OPENS.search(named)) or (element.get("role") or "") == "tabpanel"):
        return True
    within = any(a.tag in ("article", "main") or a.get("role") == "main" for a in element.iterancestors())
    role = (element.get("role") or "").lower()
    if role in _ROLES:
        return not (role in ("banner", "complementary") and within and not is_around(element))
    if tag in ("header", "footer", "aside"):
        quoted = any(a.tag == "blockquote" for a in element.iterancestors())
        return not (quoted or (within and (tag == "header" or (tag == "aside" and not is_around(element)))))
    if tag == "form":
        return words(element) < 0.3 * total
    if _is_cookie_notice(element) or (tag in ("ul", "ol") and _leads_within(element)):
        return True
    if tag in ("table", "tr", "td", "tbody", "p", "span", "a", "strong", "em", "b", "i") and not named.strip():
        return False
    if _NOT_TEXT.search(named):
        return is_around(element) or words(element) < 0.3 * total
    return bool(_AROUND.search(named)) and is_around(element)


def _is_hidden(element: Any, *, opens: bool) -> bool:
    named = f"{element.get('class') or ''}".replace("_", "-")
    if _FOR_SCREEN_READERS.search(element.get("class") or "") or _FOR_SCREEN_READERS.search(named):
        return True
    unseen = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return not opens and (unseen or bool(_UNSEEN.search(element.get("style") or "")))


def is_around(element: Any) -> bool:
    """Whether it is short, or mostly links: then it stands around the text."""
    count = words(element)
    return count <= _SHORT or sum(words(a) for a in element.iter("a")) > 0.5 * count


def is_menu(element: Any) -> bool:
    """Whether an element is a list of short links and nothing else."""
    if element.tag not in ("div", "ul", "ol", "td", "section", "p", "tr", "table", "dl", "center"):
        return False
    links = [a for a in element.iter("a") if words(a)]
    count = words(element)
    return len(links) >= 3 and sum(words(a) for a in links) >= 0.8 * count and count <= 6 * len(links)


def _leads_within(element: Any) -> bool:
    """Whether a list holds only links to parts of the same page."""
    links = list(element.iter("a"))
    within = all((a.get("href") or "").startswith("#") for a in links)
    return len(links) >= 2 and within and sum(words(a) for a in links) >= 0.9 * words(element)


def _is_cookie_notice(element: Any) -> bool:
    if element.tag not in ("div", "section") or not any(True for _ in element.iter("button", "input", "a")):
        return False
    count = words(element)
    if not 5 <= count <= 150:
        return False
    text = element.text_content().lower()
    return text.count("cookie") >= 2 and bool(
        re.search(r"\b(?:accept|reject|allow|agree|settings|preferences|hide)\b", text)
    )


def told_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those that only serve the page as furniture: "Was this page helpful?", lists of related links."""
    found: list[Piece] = []
    listing = False
    for number, piece in enumerate(pieces):
        if piece.kind in ("heading", "paragraph") and _HEADS_LINKS.fullmatch(piece.text):
            below = pieces[number + 1 : number + 2]
            listing = bool(below) and _is_link(below[0])
        elif listing and not _is_link(piece):
            listing = False
        if listing or _CONTENTS.fullmatch(piece.text) or _serves_page(piece):
            found.append(replace(piece, kind="furniture", level=None, marker=None))
        else:
            found.append(piece)
    return found


def _serves_page(piece: Piece) -> bool:
    """A heading of one word may be any section's: "Next"."""
    text = piece.kind != "table_row" and (piece.kind != "heading" or " " in piece.text)
    return text and bool(_LINE_AROUND.fullmatch(piece.text))


def _is_link(piece: Piece) -> bool:
    """Whether all of its words lead elsewhere, or within the page."""
    return piece.kind in ("list_item", "paragraph") and sum(k.end - k.start for k in piece.links) >= 0.9 * len(
        piece.text
    )
