"""Is everything where the index says it is?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.store import Problem


def verify(access: Access) -> tuple[Problem, ...]:
    from docmine.read.containers import bytes_of

    with access.reading() as store:
        return store.verify(bytes_of)
