"""The text that YAML is given: a source, or a source with small slips of typing mended in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from jixiao.source import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as YAML is to read it; characters were only put in, never taken out.

    `added` holds the indices in `text` of those characters, in order, so that a place in the
    mended text is found again in the source.
    """

    source: Source
    text: str
    added: tuple[int, ...] = ()

    @classmethod
    def plain(cls, source: Source) -> Reading:
        """Return a source just as it was typed."""
        return cls(source, source.content)

    def origin(self, index: int) -> int:
        """Return where in the source a character of the text was typed."""
        at = index - bisect_left(self.added, index) if self.added else index
        return min(at, len(self.source.content))
