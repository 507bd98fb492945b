"""A paragraph as a person sees it, and what was left in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from jixiao.model.manuscript import TraceKind
from jixiao.word.reading.styles import Look


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of text of one look: what `element.text` has from an offset on, or nothing has."""

    text: str
    look: Look
    element: etree._Element | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was left in a paragraph, between two of its characters."""

    kind: TraceKind
    start: int
    end: int
    text: str = ""
    author: str = ""


@dataclass(slots=True)
class Shown:
    """A paragraph: its stretches of text, what was left in it, and what hangs on it."""

    atoms: list[Atom] = field(default_factory=list)
    length: int = 0
    traces: list[Found] = field(default_factory=list)
    #: the contents of text boxes
    boxes: list[etree._Element] = field(default_factory=list)
    #: ids of comments that begin, end or are set here, with the place
    comments: list[tuple[str, int]] = field(default_factory=list)
    #: whether it is a line of a table of contents
    is_contents: bool = False

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(one.text for one in self.atoms)
