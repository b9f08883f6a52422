"""What a page of HTML may consist of: only what its templates write, whatever a document says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html

import docmine.report.html
import docmine.web
from tests.hostile.texts import unsafe

_FOLDERS = [Path(str(module.__file__)).parent for module in (docmine.report.html, docmine.web)]
_SOURCES = "\n".join(
    path.read_text("utf-8") for folder in _FOLDERS for path in (*folder.rglob("*.j2"), *folder.rglob("*.py"))
)
TAGS = {tag.lower() for tag in re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", _SOURCES)} - {"script"}
"""Those of the templates, and of the code that makes markup itself."""
DRAWN = {"svg", "g", "path", "defs", "use", "text", "title", "desc", "clippath", "rect", "circle", "line", "tspan"}
"""Those of a chart."""
RUNS = {"script", "iframe", "object", "embed", "base", "template", "noscript", "math", "foreignobject", "animate"}
ADDRESS = re.compile(r"(#|/(?!/)|\?|https?://|mailto:|data:image/(png|webp|svg\+xml)[;,])", re.I)


def faults(html: str, *, scripts: tuple[str, ...] = ()) -> list[str]:
    """Whatever on a page no template wrote, or could run. `scripts` are the addresses of its own."""
    return list(_faults(html, scripts))


def _faults(html: str, scripts: tuple[str, ...]) -> Iterator[str]:
    if bad := unsafe(html):
        yield f"control characters {bad}"
    tree = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"a comment: {element.text!r:.80}"
            continue
        tag = element.tag.lower()
        if tag == "script" and element.get("src") in scripts and not (element.text or "").strip():
            continue
        if tag in RUNS or tag not in TAGS | DRAWN:
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping", "background"):
                yield f"{name}={value!r:.80}"
            if name in ("href", "src", "action", "xlink:href") and not ADDRESS.match(value):
                yield f"{name}={value!r:.80}"
        if element.get("href", "").lower().startswith("http") and "nofollow" not in element.get("rel", ""):
            yield f"a link without rel: {element.get('href')!r:.80}"


def shown(html: str) -> str:
    """All words of a page, its white space single blanks."""
    tree = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    return " ".join(str(tree.text_content()).split())
