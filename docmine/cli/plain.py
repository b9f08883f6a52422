"""Plain values of a call, taken as they are.

Typer has each value checked by pydantic, which takes as long to import as a question takes to answer. A string needs no
check, and that a number or a choice is right is seen at once; whatever is not is left to Typer, and so is the message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from typer._coercion import RuntimeParam, TypeDescriptor, build_runtime_param
from typer._param_types import coerce_cli_path


@dataclass(frozen=True)
class _Plain(RuntimeParam):
    """One option or argument; `descriptor` is what Typer would check it by."""

    descriptor: TypeDescriptor

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
        if self.annotation is Path:
            return coerce_cli_path(Path(value), self.parameter_info, path_type=Path, param=param, ctx=ctx)
        if self.annotation is int and type(value) is str and value.isdecimal():
            number = int(value)
            return number if self._is_plain(number) else self._checked(value, param, ctx)
        if self._is_plain(value):
            return list(value) if isinstance(value, tuple) else value
        return self._checked(value, param, ctx)

    def _checked(self, value: Any, param: Any, ctx: Any) -> Any:
        return build_runtime_param(self.descriptor)._coerce_value(value, param, ctx)

    def _is_plain(self, value: Any) -> bool:
        if self.annotation == list[str]:
            return isinstance(value, list | tuple) and all(type(item) is str for item in value)
        if self.annotation in (int, float):
            least, most = self.parameter_info.min, self.parameter_info.max
            return (
                type(value) is self.annotation and (least is None or value >= least) and (most is None or value <= most)
            )
        if self.annotation in (str, bool):
            return type(value) is self.annotation
        return type(value) is str and value in get_args(self.annotation)


def take_plainly(params: Iterable[Any]) -> None:
    """Have the options and arguments of a command take plain values as they are."""
    for param in params:
        asked: TypeDescriptor = param.type_descriptor
        if param._runtime_param is None and asked.parameter_info.parser is None and asked.file_annotation is None:
            param._runtime_param = _Plain(asked.parameter_info, asked.annotation, asked)
