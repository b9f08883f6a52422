"""Signs of Symbol and Wingdings, which are letters of other fonts: as what a reader sees."""

from __future__ import annotations

_WINGDINGS = {
    0x4A: "☺",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL = {
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x6D: "μ",
    0xA3: "≤",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBB: "≈",
    0xDE: "⇒",
    0xE5: "∑",
}


def sign(font: str, code: int) -> str:
    """The sign at a place of a symbol font; "" for one that we do not know, the letter itself for other fonts."""
    plain = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if "wingding" in font.lower():
        return _WINGDINGS.get(plain, "")
    if "symbol" in font.lower():
        return _SYMBOL.get(plain, chr(plain) if 0x20 <= plain < 0x60 else "")
    return chr(code) if 0x20 <= code < 0xD800 else ""


def bullet(text: str) -> str:
    """A list's bullet as a sign; "•" for one from a symbol font but a dash, for those differ from font to font."""
    text = text.strip()
    if text == "\uf02d":
        return "–"
    return "•" if not text or any(0xE000 <= ord(c) <= 0xF8FF for c in text) else text
