"""Jinja for templates that nobody vouches for: strings in, strings out, and no way further.

A template travels between colleagues. It may loop, choose and print; it calls nothing but a few
methods of strings, multiplies only small numbers, and every text it prints is escaped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jinja2 import StrictUndefined, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

FILTERS = (
    *("abs", "batch", "capitalize", "count", "d", "default", "e", "escape", "first", "float"),
    *("int", "join", "last", "length", "list", "lower", "map", "max", "min", "reject"),
    *("rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort"),
    *("string", "sum", "trim", "unique", "upper"),
)
_METHODS = frozenset(
    {"startswith", "endswith", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "split"}
)
#: beyond any count that a layout computes with
_LARGEST_NUMBER = 1_000_000


class UnknownName(UndefinedError):
    """A template used a name that nothing has: the name, and those that there are."""

    def __init__(self, name: object, known: tuple[str, ...], message: str | None = None) -> None:
        super().__init__(message)
        self.name = str(name)
        self.known = known


class NotText(TemplateRuntimeError):
    """A template prints something that is no text, such as a whole list."""


def _printable(value: object) -> object:
    """Return what a tag prints; raises `NotText` for a list, a part of the outline, a yes or no."""
    printable = isinstance(value, str | int | float | Undefined) and not isinstance(value, bool)
    if not printable:
        raise NotText("这里印的是一组内容，不是文字")
    return value


class _Unknown(StrictUndefined):
    """An undefined value that fails wherever it is used, naming what could have been meant."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: Callable[..., Exception] = UndefinedError,
    ) -> None:
        if exc is UndefinedError:
            known = tuple(getattr(type(obj), "__slots__", ()))
            exc = partial(UnknownName, name, known)
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """The one environment that templates are compiled and run in."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            autoescape=True, undefined=_Unknown, finalize=_printable, keep_trailing_newline=True
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def is_safe_callable(self, obj: object) -> bool:
        """Allow some methods of strings and of a loop; a macro could call itself without end."""
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str):
            return getattr(obj, "__name__", "") in _METHODS
        return isinstance(owner, LoopContext)

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Compute `*` and `%` of small numbers; raise `SecurityError` for all else."""
        numbers = (int, float)
        small = all(
            isinstance(one, numbers) and abs(one) <= _LARGEST_NUMBER for one in (left, right)
        )
        if operator == "**" or not small:
            raise SecurityError(f"“{operator}”只能用于不大的数")
        return super().call_binop(context, operator, left, right)  # type: ignore[arg-type]


def unknown_filter(tree: nodes.Template) -> nodes.Filter | None:
    """Return the first filter that there is not, or None; Jinja finds some only as they run."""
    return next((one for one in tree.find_all(nodes.Filter) if one.name not in FILTERS), None)


def forbidden(tree: nodes.Template) -> nodes.Node | None:
    """Return the first statement that switches escaping or reaches for another file, or None."""
    reaching = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    return next(tree.find_all((nodes.EvalContextModifier, *reaching)), None)
