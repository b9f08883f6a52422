"""A page as a browser reads it: a tree that must be well nested, and what of it is text."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "img", "input", "br", "hr", "wbr", "source"})
IN_LINE = frozenset({"a", "b", "code", "del", "ins", "mark", "span", "time"})
NOT_TEXT = frozenset({"tag", "marker", "hidden", "folio"})
"""Classes of what a page adds to the text of a document."""


class Element:
    def __init__(self, name: str, attributes: dict[str, str], above: Element | None) -> None:
        self.name, self.attributes, self.above = name, attributes, above
        self.inside: list[Element | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def all(self, *names: str) -> Iterator[Element]:
        """Every element below it with one of these names, or with any."""
        for child in self.inside:
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                yield from child.all(*names)

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """What it says, without the elements of these classes; what is not in one line with it stands apart."""
        parts = []
        for child in self.inside:
            if isinstance(child, str):
                parts.append(child)
            elif not child.classes & without:
                inner = child.text(without)
                parts.append(inner if child.name in IN_LINE else f" {inner} ")
        return "".join(parts)


class Page(HTMLParser):
    """Raises AssertionError for an element that is closed out of turn or not at all."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.root = self._at = Element("", {}, None)
        self.feed(html)
        self.close()
        assert self._at is self.root, f"<{self._at.name}> is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self._at)
        self._at.inside.append(made)
        if tag not in VOID:
            self._at = made

    def handle_endtag(self, tag: str) -> None:
        assert self._at.name == tag, f"</{tag}> closes <{self._at.name}>"
        assert self._at.above is not None
        self._at = self._at.above

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._at.inside.append(Element(tag, {name: value or "" for name, value in attrs}, self._at))

    def handle_data(self, data: str) -> None:
        self._at.inside.append(data)

    def all(self, *names: str) -> list[Element]:
        return list(self.root.all(*names))

    @property
    def main(self) -> Element:
        (found,) = self.all("main")
        return found

    @property
    def text(self) -> str:
        """Of the content, on one line."""
        return " ".join(self.main.text().split())

    @property
    def links(self) -> list[str]:
        return [link.attributes["href"] for link in self.main.all("a") if "href" in link.attributes]

    def faults(self) -> list[str]:
        """What a person with a screen reader or a keyboard would stumble over, and what the policy forbids."""
        found = []
        ids = Counter(e.attributes["id"] for e in self.all() if "id" in e.attributes)
        found += [f"the id {name} is given {count} times" for name, count in ids.items() if count > 1]
        found += ["an image has no text" for e in self.all("img") if "alt" not in e.attributes]
        found += ["a style attribute" for e in self.all() if "style" in e.attributes and e.name != "svg"]
        found += [f"<{e.name}> inside the page" for e in self.all("script", "style") if "src" not in e.attributes]
        found += [f"an event handler {n}" for e in self.all() for n in e.attributes if n.startswith("on")]
        found += ["a link inside a link" for e in self.all("a") if list(e.all("a"))]
        found += ["a link without words" for e in self.all("a") if not e.text().strip()]
        found += ["a table without a caption" for e in self.all("table") if not list(e.all("caption"))]
        found += ["a head of no column" for e in self.all("th") if "scope" not in e.attributes]
        levels = [int(e.name[1]) for e in self.all("h1", "h2", "h3", "h4", "h5", "h6")]
        if levels.count(1) != 1 or levels[0] != 1:
            found.append(f"headings begin {levels[:2]}")
        gaps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        found += [f"a heading of level {b} follows one of level {a}" for a, b in gaps]
        named = {e.attributes["for"] for e in self.all("label") if "for" in e.attributes}
        for field in self.main.all("input", "select", "textarea"):
            hidden = field.attributes.get("type") == "hidden"
            if not hidden and field.attributes.get("id") not in named and not _within(field, "label"):
                found.append(f"a field without a label: {field.attributes}")
        return found


def _within(element: Element, name: str) -> bool:
    above = element.above
    while above is not None and above.name != name:
        above = above.above
    return above is not None
