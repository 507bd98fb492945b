"""YAML's events, and where each of them stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import CollectionStartEvent, Event, ScalarEvent

from jixiao.content.reading.mended import Reading
from jixiao.source import Place

_TAG = re.compile(r"![^\s,\[\]{}]*")
_PROPERTIES = re.compile(r"(?:[!&][^\s,\[\]{}]*(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*)*")


class Parser(Protocol):
    """What is used of a PyYAML loader: its events, one after the other."""

    def check_event(self, *choices: type[Event]) -> bool:
        """Return whether there is an event still."""

    def get_event(self) -> Event:
        """Return the next event."""


def parser(text: str) -> Parser:
    """Return a parser for a text: the one in C where it was built."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    made: Parser = loader(text)
    return made


class Events:
    """The events of a reading, in order, with their places in its source."""

    def __init__(self, reading: Reading, made: Parser) -> None:
        self.source = reading.source
        self._reading = reading
        self._parser = made

    def __iter__(self) -> Iterator[Event]:
        """Yield each event; raises `YAMLError` where the syntax is bad."""
        try:
            while self._parser.check_event():
                yield self._parser.get_event()
        except (ValueError, OverflowError) as error:
            # The parser in Python does not check that an escape names a character.
            mark = getattr(self._parser, "get_mark", lambda: None)()
            raise MarkedYAMLError(problem="bad escape", problem_mark=mark) from error

    def place(self, event: Event) -> Place:
        """Return where an event stands, its tag and anchor with it."""
        start = self._reading.origin(event.start_mark.index) if event.start_mark else 0
        end = self._reading.origin(event.end_mark.index) if event.end_mark else start
        return self.source.place(start, max(end, start))

    def start(self, event: ScalarEvent | CollectionStartEvent) -> int:
        """Return where a node itself begins, behind its tag and anchor."""
        at = self.place(event).start
        if event.tag is None and event.anchor is None:
            return at
        found = _PROPERTIES.match(self.source.content, at)
        return found.end() if found else at

    def tag(self, event: ScalarEvent | CollectionStartEvent) -> Place | None:
        """Return where a node's tag stands, or None if it has none."""
        if event.tag is None:
            return None
        place = self.place(event)
        found = _TAG.search(self.source.content, place.start)
        return self.source.place(*found.span()) if found else place
