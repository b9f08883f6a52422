"""The library's front door, which the command line and the web view use too: `read`, `extract` and `Index`.

    index      the class: a method for each question, which one of the rooms below answers
    access     opening the file, for reading or writing, and closing it
    filling    files into the index, and out of it           asking     a question → evidence
    following  what became of commitments, and judgements    comparing  series, sums, replies, two documents
    documents  one document: its layout, its records, its pages, its file
    evidence   a record by its id, its file, its picture     lists      records of one kind, people, meanings, topics
    keeping    export, verify                                status     what the index holds
    measuring  against labels                                verbs      `read` and `extract`, which need no index
    scope      what to look at                               account    everything that a report or a page tells of it

An account: gathering (from the index) · letters, exchanges (who answers whom) · standing, ground (where things stand) ·
asked, narrowing (what of it is in a scope).

Nothing heavy is loaded before it is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docmine.index.index import Index
from docmine.index.verbs import extract, read

if TYPE_CHECKING:
    from docmine.index.status import Status

__all__ = ["Index", "Status", "extract", "read"]

_IN = {"Status": "status"}
"""What a search does not need, and the module that it is in: loaded when it is asked for."""


def __getattr__(name: str) -> Any:
    if name not in _IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_IN[name]}"), name)
