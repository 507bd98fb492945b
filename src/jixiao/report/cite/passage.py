"""Passages that cite passages: the order to expand them in, and the circles among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jixiao.language.citation import Citation, parse
from jixiao.model.content import Passage
from jixiao.source import Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where one passage cites another."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Circle:
    """Passages that cite one another in a circle, and the citation that closes it."""

    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Order:
    """The passages so that each comes after those it cites, but for the circles."""

    names: tuple[str, ...]
    circles: tuple[Circle, ...]


def order(passages: Iterable[Passage]) -> Order:
    """Return the passages in the order to expand them; depth costs no stack."""
    known = {one.name.value: one for one in passages}
    graph = {name: tuple(_mentions(one, known)) for name, one in known.items()}
    done: dict[str, None] = {}
    circles: list[Circle] = []
    for name in graph:
        if name not in done:
            _visit(name, graph, done, circles)
    return Order(tuple(done), tuple(circles))


def _mentions(passage: Passage, known: Mapping[str, Passage]) -> Iterator[Mention]:
    for paragraph in passage.prose:
        for part in parse(paragraph.text.value)[0]:
            if isinstance(part, Citation) and part.name in known and not part.part:
                yield Mention(part.name, paragraph.text.place(part.start, part.end))


def _visit(
    root: str,
    graph: Mapping[str, tuple[Mention, ...]],
    done: dict[str, None],
    circles: list[Circle],
) -> None:
    path = {root: iter(graph[root])}
    while path:
        name = next(reversed(path))
        mention = next(path[name], None)
        if mention is None:
            del path[name]
            done[name] = None
        elif mention.name in path:
            circle = list(path)[list(path).index(mention.name) :]
            circles.append(Circle((*circle, mention.name), mention.place))
        elif mention.name not in done:
            path[mention.name] = iter(graph[mention.name])
