"""Many values in one: DuckDB looks at every element of a list that it is given from Python as if it might be one of
pandas, which takes longer than most questions."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec

TEXTS = "(SELECT unnest(string_split(nullif(?, ''), ',')))"
"""The values in SQL, to stand behind IN; to be given what `joined` makes of them."""
NUMBERS = "(SELECT unnest(string_split(nullif(?, ''), ',')::INTEGER[]))"


def joined(values: Iterable[object]) -> str:
    """Ids, hashes or numbers, which have no comma in them."""
    return ",".join(map(str, values))


def without_pandas() -> None:
    """Where pandas is not installed, spare DuckDB looking for it in every folder for every single value."""
    if "pandas" not in sys.modules and find_spec("pandas") is None:
        sys.modules["pandas"] = None  # type: ignore[assignment]
