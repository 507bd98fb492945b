"""Paragraphs written with citations: each number stands as the name that it got."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.ingest.budget import Budget
from jixiao.ingest.facts import Cited, Facts
from jixiao.ingest.mentioned import Mentioned, mentioned
from jixiao.language.citation import Literal, show
from jixiao.source import Text


@dataclass(slots=True)
class Citing:
    """Writes paragraphs, one after the other, and names their numbers on the way."""

    budget: Budget
    facts: Facts
    #: what each cited number's place in the source is called: (start, end) -> 名.部
    names: dict[tuple[int, int], str] = field(default_factory=dict)

    def paragraph(self, text: Text, group: str) -> str:
        """Return a paragraph with citations for its numbers; brackets of its own are doubled."""
        numbers = mentioned(text.value)
        accounts = {one.start: cited for one in numbers if (cited := self._account(text, one))}
        rest = self.facts.cite((one for one in numbers if one.start not in accounts), group)
        every = sorted((*accounts.values(), *rest), key=lambda one: one.start)
        for one in every:
            place = text.place(one.start, one.end)
            self.names[place.start, place.end] = f"{one.name}.{one.part}" if one.part else one.name
        return "".join(_pieces(text.value, every))

    def _account(self, text: Text, one: Mentioned) -> Cited | None:
        place = text.place(one.start, one.end)
        known = (name for *span, name in self.budget.places if span == [place.start, place.end])
        name = next(known, "") or self.budget.again(one.label, one.typed)
        whole, _, part = name.partition(".")
        return Cited(one.start, one.end, whole, part) if name else None


def _pieces(value: str, cited: Sequence[Cited]) -> Iterator[str]:
    at = 0
    for one in cited:
        yield literal(value[at : one.start])
        yield str(one)
        at = one.end
    yield literal(value[at:])


def literal(value: str) -> str:
    """Return words that stand for themselves in prose."""
    return show((Literal(value),))
