"""Does a long form spell a short form? The letters of the one are looked for in the words of the other.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(Pacific Symposium on Biocomputing, 2003): a definition is sought in the words beside the brackets, and holds where the
letters of the short form stand in the long form in order, the first of them at the start of the first word. Here each
alignment has a price besides, so that the best start is taken instead of the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SMALL_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "other",
        "than",
        "the",
        "to",
        "with",
    }
)
"""Words whose first letter a short form may leave out at no price."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_SMALL_WORD = 0.3
"""A letter found inside a small word: "Department of ..." for a short form that has "f"."""
_INSIDE = 1.0
"""A letter found inside a word instead of at its start."""
_SKIPPED = 1.2
"""A content word of which no letter is used."""
_TAIL = 0.3
"""A content word after the last one used: "Assessments and Review Service (SENAR)"."""
_MISFIT = 1.5
"""A letter that no word has, allowed once where words and letters are equal in number."""


def price(short: str, words: Sequence[str]) -> float | None:
    """What it costs to read `short` in `words`: 0 for initials alone; None where it cannot be read.

    `short` holds letters and digits only; case is ignored, except that a capital inside a word costs nothing.
    """
    letters = short.lower()
    if not words or not letters or words[0][0].lower() != letters[0]:
        return None
    best: dict[tuple[int, int], float | None] = {}

    def walk(letter: int, word: int) -> float | None:
        """The least price of reading `letters[letter:]` in `words[word:]`."""
        if word == len(words):
            return None if letter < len(letters) else 0.0
        if letter == len(letters):
            return sum(_TAIL for w in words[word:] if w.lower() not in SMALL_WORDS)
        if (letter, word) not in best:
            best[letter, word] = min((p for p in _uses(letter, word) if p is not None), default=None)
        return best[letter, word]

    def _uses(letter: int, word: int) -> list[float | None]:
        text = words[word]
        prices: list[float | None] = []
        if word > 0:
            rest = walk(letter, word + 1)
            skipped = 0.0 if text.lower() in SMALL_WORDS else _SKIPPED
            prices.append(None if rest is None else rest + skipped)
            if text.lower() in SMALL_WORDS and letters[letter] in text.lower()[1:]:
                later = walk(letter + 1, word + 1)
                prices.append(None if later is None else later + _SMALL_WORD)
        if text[0].lower() == letters[letter]:
            used, at, paid = letter + 1, 1, 0.0
            while True:
                rest = walk(used, word + 1)
                prices.append(None if rest is None else rest + paid)
                if used == len(letters):
                    break
                found = text.lower().find(letters[used], at)
                if found < 0:
                    break
                paid += 0.0 if text[found].isupper() or text[found].isdigit() else _INSIDE
                used, at = used + 1, found + 1
        return prices

    return walk(0, 0)


def affordable(short: str, cost: float) -> bool:
    """Whether an alignment at `cost` is believable: a longer short form may pay more."""
    return cost <= (0.45 if len(short) < 3 else 1.3 if len(short) < 5 else 2.3 if len(short) < 6 else 3.0)


def before(short: str, text: str) -> int | None:
    """Where in `text` the long form starts that ends with `text` and spells `short`; None where none does.

    The window is that of Schwartz and Hearst, min(letters + 5, letters × 2) words, not counting small words.
    """
    letters = re.sub(r"[^\w]", "", short)
    words = list(WORD.finditer(text))
    window = min(len(letters) + 5, len(letters) * 2) + 1
    best: tuple[float, int] | None = None
    counted = 0
    for i in range(len(words) - 1, -1, -1):
        counted += words[i].group().lower() not in SMALL_WORDS
        if counted > window:
            break
        if words[i].group().lower() in {"the", "a", "an"}:
            continue
        span = [w.group() for w in words[i:]]
        cost = price(letters, span)
        if cost is None:
            cost = _near_miss(letters, span)
        if cost is not None and affordable(letters, cost) and (best is None or cost < best[0]):
            best = (cost, words[i].start())
    if best is None and words and _in_one_word(letters, words[-1].group()):
        return words[-1].start()
    return best[1] if best else None


def whole(short: str, text: str, *, strict: bool = False) -> bool:
    """Whether all of `text` spells `short`; `strict` allows initials only."""
    letters = re.sub(r"[^\w]", "", short)
    words = [w.group() for w in WORD.finditer(text)]
    while words and words[0].lower() in {"the", "a", "an"}:
        words = words[1:]
    if not strict and len(words) == 1 and _in_one_word(letters, words[0]):
        return True
    cost = price(letters, words)
    return cost is not None and (cost == 0 if strict else affordable(letters, cost))


def _near_miss(letters: str, words: Sequence[str]) -> float | None:
    """The price of capitalised words, as many as there are letters, of which one inner initial is another letter."""
    content = [w for w in words if w.lower() not in SMALL_WORDS]
    if len(content) != len(letters) or len(letters) < 4 or not all(w[0].isupper() for w in content):
        return None
    misfits = [i for i, (w, a) in enumerate(zip(content, letters, strict=True)) if w[0].lower() != a.lower()]
    return _MISFIT - 0.3 if len(misfits) == 1 and misfits[0] not in (0, len(letters) - 1) else None


def _in_one_word(letters: str, word: str) -> bool:
    """Whether two or three letters shorten one long word: "PT" of "physiotherapy", first letter and inner ones."""
    if not (2 <= len(letters) <= 3 and len(word) >= 9 and word[0].lower() == letters[0].lower()):
        return False
    at = 0
    for letter in letters.lower()[1:]:
        at = word.lower().find(letter, at + 2)
        if at < 0:
            return False
    return True
