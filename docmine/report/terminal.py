"""The console that everything for people is printed on."""

from __future__ import annotations

import os
import shutil
import sys

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

NARROWEST, WIDEST, PIPED = 60, 160, 100


def console(*, stderr: bool = False) -> Console:
    """A console of 60 to 160 columns that colours only a terminal, and takes no text for markup or emoji."""
    stream = sys.stderr if stderr else sys.stdout
    terminal = stream.isatty()
    asked = os.environ.get("COLUMNS", "")
    if terminal or asked.isdigit():
        width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size((PIPED, 24)).columns))
    else:
        width = PIPED
    return Console(
        file=stream,
        force_terminal=terminal,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


def indented(text: Text, by: int = 3) -> Padding:
    """A text that is folded, `by` columns in."""
    text.overflow = "fold"
    return Padding(text, (0, 0, 0, by), expand=False)
