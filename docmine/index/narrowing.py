"""An account → the part of it that is in a scope."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docmine.index.account import Account
    from docmine.index.scope import Scope


def within(account: Account, scope: Scope) -> Account:
    return replace(account, scope=scope)
