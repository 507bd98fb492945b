"""YAML as it was read: nodes whose scalars are the text that was typed, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.source import Place, Source, Text


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar: never converted, `0123`, `no` and `95.10` stay the text that was typed.

    The text keeps the line breaks of the file (YAML's folding is undone), without indentation.
    """

    text: Text

    @property
    def place(self) -> Place:
        """Where the scalar stands."""
        return self.text.place()


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, its entries in the order of the file; keys are unique."""

    entries: tuple[Entry, ...]
    place: Place
    #: False where an entry was left out, being at fault: then a missing key is no finding
    whole: bool = True

    def entry(self, key: str) -> Entry | None:
        """Return the entry with a key, or None."""
        return next((one for one in self.entries if one.key.text.value == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A sequence, its items in the order of the file."""

    items: tuple[Node, ...]
    place: Place


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: its source, and its root node unless it could not be read."""

    source: Source
    root: Node | None
