"""Paragraphs written with citations: each number stands as the name that it got."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.ingest.budget import AGAIN, Budget
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
    _accounts: dict[tuple[int, int], str] = field(init=False)
    _stated: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Look the accounts up once."""
        self._accounts = {(start, end): name for start, end, name in self.budget.places}
        self._stated = self.budget.stated()

    def _again(self, one: Mentioned) -> str:
        """Return the account that an amount states once more, by its words; empty for none."""
        return next(
            (
                name
                for name, form in AGAIN.items()
                if self._stated.get(name) == one.typed and form.search(one.label)
            ),
            "",
        )

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
        name = self._accounts.get((place.start, place.end)) or self._again(one)
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
