"""How large the type is: what is body text, and which level a line set in larger or bold type has as a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docmine.read import headings
from docmine.read.office.flow.items import Paragraph

LARGER = 1.14
"""A line this many times the size of the body text is set apart by its size."""


_ENOUGH = 120
"""Characters of prose that show how large the body text is: two lines."""


class Scale:
    """The type sizes of one document."""

    def __init__(self, prose: Iterable[Paragraph], everything: Iterable[Paragraph]) -> None:
        """`prose`: the paragraphs outside tables of facts, whose type is often smaller than the text's."""
        sizes: Counter[float] = Counter()
        self._styled: dict[int, float] = {}
        for p in everything:
            if not p.raw.strip():
                continue
            sizes[p.size] += len(p.raw)
            if p.level:
                self._styled[p.level] = min(p.size, self._styled.get(p.level, p.size))
        outside: Counter[float] = Counter()
        for p in prose:
            if p.raw.strip() and not p.level:
                outside[p.size] += len(p.raw)
        common = (outside if outside.total() >= _ENOUGH else sizes).most_common(1)
        self.body = common[0][0] if common else 11.0
        large = {size for size in sizes if size >= self.body * LARGER}
        self._levels = headings.size_levels(large | {self.body}, self.body)

    def is_larger(self, p: Paragraph) -> bool:
        """Whether a paragraph is set in larger type than the body text."""
        return p.size >= self.body * LARGER

    def level(self, size: float) -> int:
        """The level of a heading that has no style: among the styled ones by its size, else by size alone."""
        if not self._styled:
            return self._levels.get(size) or self._levels[self.body]
        fitting = [level for level, styled in self._styled.items() if styled <= size * 1.02 and styled > self.body]
        return min(min(fitting, default=max(self._styled) + 1), 6)
