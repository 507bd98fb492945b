"""What was examined, as the forms of the result take it: its name, its findings, its outline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from jixiao.diagnostic import Diagnostic
from jixiao.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Examined:
    """A manuscript, or a year's content: the name it is shown by and what was found in it."""

    name: str
    findings: tuple[Diagnostic, ...]
    #: the report as read or woven; None where there was nothing to read
    outline: Outline | None = None
    #: whether it is a year's content, whose findings stand in several files
    is_content: bool = False

    def only(self, takes: Callable[[str], bool]) -> Examined:
        """Return the same with those findings whose code is taken."""
        return replace(self, findings=tuple(one for one in self.findings if takes(one.code)))
