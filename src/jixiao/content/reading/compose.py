"""YAML's events as nodes: bounded in depth, number and expansion, nothing constructed.

The nodes are built from the parser's events. PyYAML's own composers recurse: the one in C
crashes the process on deep nesting, and neither bounds what aliases expand to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from jixiao.content.reading import faults
from jixiao.content.reading.decode import UNSEEN
from jixiao.content.reading.events import Events
from jixiao.content.reading.scalars import scalar_text
from jixiao.content.reading.slips import split_slip
from jixiao.diagnostic import Diagnostic
from jixiao.model.document import Entry, Mapping, Node, Scalar, Sequence
from jixiao.source import Place, Text

DEEPEST = 40
MOST_NODES = 250_000
#: a whole report has some ten thousand characters
LONGEST = 200_000


class Refused(Exception):
    """What was read cannot be taken further: reading ends here with this finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being read."""

    start: int
    is_mapping: bool
    anchor: str | None
    weight: int = 1
    items: list[Node] = field(default_factory=list)
    #: for a mapping: the key that waits for its value, and those that had theirs
    key: Node | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    whole: bool = True
    is_tagged: bool = False


class Composer:
    """Builds the one node of a file, and gathers what is wrong with it on the way."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._documents = 0
        self._nodes = 0
        self._root: Node | None = None
        #: nodes that carry a tag: an entry with one is told of, and left out
        self._tagged: set[int] = set()
        self.diagnostics: list[Diagnostic] = []

    def compose(self) -> Node | None:
        """Return the root node; raises `Refused` beyond a limit, `YAMLError` for bad syntax."""
        for event in self._events:
            self._take(event)
        return self._root

    def _take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            self._close(event)
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self._document(event)

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise Refused(faults.several_documents(self._events.place(event)))

    def _scalar(self, event: ScalarEvent) -> None:
        self._count(1, event)
        start = self._start(event)
        end = max(self._events.place(event).end, start)
        if end - start > LONGEST:
            raise Refused(faults.too_long(self._events.source.place(start), LONGEST))
        text = scalar_text(self._events.source, start, end, event.style or "", event.value)
        self._check_escapes(text)
        node = Scalar(text)
        if event.tag is not None:
            self._tagged.add(id(node))
        self._add(node, 1, event.anchor)

    def _open(self, event: CollectionStartEvent) -> None:
        self._count(1, event)
        if len(self._stack) >= DEEPEST:
            raise Refused(faults.too_deep(self._events.place(event), DEEPEST))
        is_mapping = isinstance(event, MappingStartEvent)
        start, is_tagged = self._start(event), event.tag is not None
        self._stack.append(_Open(start, is_mapping, event.anchor, is_tagged=is_tagged))

    def _close(self, event: Event) -> None:
        done = self._stack.pop()
        node: Node
        if done.is_mapping:
            entries = tuple(done.entries.values())
            last: Node | None = entries[-1].value if entries else None
            node = Mapping(entries, self._extent(done, last, event), done.whole)
        else:
            last = done.items[-1] if done.items else None
            node = Sequence(tuple(done.items), self._extent(done, last, event))
        if done.is_tagged:
            self._tagged.add(id(node))
        self._add(node, done.weight, done.anchor)

    def _alias(self, event: AliasEvent) -> None:
        name = event.anchor or ""
        if name not in self._anchors:
            raise Refused(faults.unknown_alias(self._events.place(event), name))
        node, weight = self._anchors[name]
        self._count(weight, event)
        self._add(node, weight, None)

    def _add(self, node: Node, weight: int, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, weight)
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        top.weight += weight
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = node
        else:
            key, top.key = top.key, None
            self._enter(top, key, node)

    def _enter(self, mapping: _Open, key: Node, value: Node) -> None:
        """Put an entry in its mapping, unless its key is at fault or its value has a tag."""
        if id(value) in self._tagged:
            mapping.whole = False
            return
        entry = Entry(key, value) if isinstance(key, Scalar) else None
        if entry is None or entry.key.text.value == "<<":
            say = faults.odd_key if entry is None else faults.merge_key
            self.diagnostics.append(say(key.place))
            mapping.whole = False
            return
        entry = self._unslipped(entry)
        first = mapping.entries.setdefault(entry.key.text.value, entry)
        if first is not entry:
            self.diagnostics.append(faults.duplicate_key(entry.key.place, first.key.place))

    def _unslipped(self, entry: Entry) -> Entry:
        """Return an entry as meant: `{目标：206户}` is a key without a value, but for the colon."""
        if not isinstance(entry.value, Scalar) or entry.value.text.value:
            return entry
        slip = split_slip(entry.key.text)
        if slip is None:
            return entry
        diagnostic, key, value = slip
        self.diagnostics.append(diagnostic)
        return Entry(Scalar(key), Scalar(value))

    def _count(self, weight: int, event: Event) -> None:
        self._nodes += weight
        if self._nodes > MOST_NODES:
            say = faults.bomb if isinstance(event, AliasEvent) else faults.too_many
            raise Refused(say(self._events.place(event), MOST_NODES))

    def _start(self, event: ScalarEvent | CollectionStartEvent) -> int:
        tag = self._events.tag(event)
        if tag:
            self.diagnostics.append(faults.tagged(tag))
        return self._events.start(event)

    def _check_escapes(self, text: Text) -> None:
        # What was typed unseen was found before; here it is what escapes resolve to.
        found = None if text.value.isprintable() else UNSEEN.search(text.value)
        if found:
            place = text.place(*found.span())
            self.diagnostics.append(faults.unseen_escape(place, found.group()))

    def _extent(self, done: _Open, last: Node | None, event: Event) -> Place:
        """Return where a collection stands: to its bracket, or to the end of the last thing."""
        closing = self._events.place(event)
        is_bracket = closing.end > closing.start or last is None
        end = closing.end if is_bracket or last is None else last.place.end
        return self._events.source.place(done.start, max(end, done.start))
