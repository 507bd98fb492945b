"""The shape of a rule: one function with a code, a name, a severity, its docstring the manual."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jixiao.checks.reading import Reading
from jixiao.diagnostic import Defect, Diagnostic, Severity

Finder = Callable[[Defect, Reading], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over a report as read: the defect it looks for, and how it finds it."""

    defect: Defect
    find: Finder

    def __call__(self, reading: Reading) -> Iterator[Diagnostic]:
        """Yield every finding of this rule in a report."""
        return self.find(self.defect, reading)


def rule(code: str, name: str, severity: Severity) -> Callable[[Finder], Rule]:
    """Make a rule of a function, whose docstring becomes the manual page of the defect."""

    def declare(find: Finder) -> Rule:
        """Return the rule that a function is."""
        manual = inspect.getdoc(find) or ""
        return Rule(Defect(code, name, severity, manual), find)

    return declare
