"""The commands, in the order in which a newcomer needs them. Each is made when it is asked for, and no other with it:
to make them all takes as long as a quarter of an answer."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

from typer.main import get_command_from_info
from typer.models import CommandInfo

SHOWN = (
    "ingest",
    "status",
    "remove",
    "search",
    "similar",
    "topics",
    "commitments",
    "track",
    "show",
    "diff",
    "series",
    "check",
    "answers",
    "figures",
    "dates",
    "owners",
    "quotes",
    "asks",
    "acronyms",
    "read",
    "extract",
    "report",
    "serve",
    "export",
    "verify",
    "evaluate",
    "label",
    "sql",
    "doctor",
)
HIDDEN = ("demo", "manual")


class Commands(MutableMapping[str, Any]):
    """Name → command: the function of this name in the module of this name."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = dict.fromkeys((*SHOWN, *HIDDEN))

    def __getitem__(self, name: str) -> Any:
        if self._made[name] is None:
            self._made[name] = _command(name)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def _command(name: str) -> Any:
    module = import_module(f"docmine.cli.{name}")
    info = CommandInfo(
        name=name,
        callback=getattr(module, name),
        epilog=getattr(module, "EPILOG", None),
        hidden=name in HIDDEN,
    )
    return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)
