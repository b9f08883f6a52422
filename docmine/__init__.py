"""docmine: what councils promised, what they reported, and what became of it.

    file ─ read ─▶ Document ─ segment ─▶ sentences, passages ─ extract ─▶ records ─ embed ─▶ vectors ─▶ store
    store ─ search ─▶ ranked evidence         store ─ compare ─▶ findings         either ─ report ─▶ terminal, CSV, JSON

The public verbs: `docmine.read(path)`, `docmine.extract(document)`, `docmine.Index(path)`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Index", "__version__", "extract", "read"]

if TYPE_CHECKING:
    from docmine.index import Index, extract, read

# `docmine.read` and `docmine.extract` are verbs and packages at once: `docmine.read("letter.pdf")` reads a file, and
# `from docmine.read.walk import find` imports as ever. So these two packages are made callable at the moment Python
# sets them as attributes of this one, whoever imports them first; nothing is imported before somebody asks for it.
_VERBS = ("read", "extract")


class _Verb(ModuleType):
    """A package that can be called: the call goes to the function of the same name in `docmine.index`."""

    def __call__(self, *args: object, **options: object) -> object:
        verb = getattr(import_module("docmine.index"), self.__name__.rpartition(".")[2])
        return verb(*args, **options)


class _Docmine(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        if name in _VERBS and isinstance(value, ModuleType):
            value.__class__ = _Verb
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name in _VERBS:
            return import_module(f"docmine.{name}")
        if name == "Index":
            return import_module("docmine.index").Index
        raise AttributeError(f"module 'docmine' has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Docmine
