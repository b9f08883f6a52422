"""The index that a call chose, and the settings it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from docmine import settings
from docmine.settings import Settings

if TYPE_CHECKING:
    from docmine.index import Index


def chosen(context: typer.Context) -> Settings:
    """Settings from `--index`, then the environment, then the defaults. Raises UsageError."""
    return settings.load(index=context.obj)


def opened(context: typer.Context) -> Index:
    """The index of this call, by the library's own door."""
    from docmine.index import Index

    return Index(settings=chosen(context))
