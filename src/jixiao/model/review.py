"""A year or a manuscript as reviewed: every finding, and the outline that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.diagnostic import Diagnostic
from jixiao.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in order, and the outline where one could be woven or read."""

    diagnostics: tuple[Diagnostic, ...]
    outline: Outline | None = None
    #: the folder of the template that a year is printed by
    template: str = ""

    @property
    def stops(self) -> bool:
        """Whether a finding stops the build."""
        return any(one.stops for one in self.diagnostics)
