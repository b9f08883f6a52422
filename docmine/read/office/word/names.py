"""The namespaces of WordprocessingML, as lxml writes them before a name."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def value(element: Any, path: str) -> str | None:
    """The `val` of what stands at a path below an element ("pPr/pStyle"), None where nothing does."""
    found = find(element, path)
    return found.get(f"{W}val") if found is not None else None


def find(element: Any, path: str) -> Any | None:
    """What stands at a path of WordprocessingML names below an element."""
    return element.find("/".join(W + name for name in path.split("/"))) if element is not None else None


def is_on(element: Any | None) -> bool:
    """Whether a switch such as bold stands there and is not turned off."""
    return element is not None and element.get(f"{W}val") not in ("0", "false", "off", "none")


def number(text: str | None) -> int | None:
    """A whole number; None for what is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def points(text: str | None, unit: float) -> float | None:
    """A measure in points: a bare number counts in `unit` points, "12pt" in its own."""
    if text is None:
        return None
    try:
        return float(text[:-2]) if text.endswith("pt") else float(text) * unit
    except ValueError:
        return None
