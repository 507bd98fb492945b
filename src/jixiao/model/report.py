"""The report's figures: facts as stated beside what is computed from them."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.language.quantity import Quantity
from jixiao.model.content import Content, Stated


@dataclass(frozen=True, slots=True)
class Figure:
    """A number computed from facts: a total, a rate, a balance.

    `formula` says in Chinese what it was computed from, denominators named. `stated` is the same
    number as the content states it, where it does: that one is printed, and a check compares both.
    """

    name: str
    quantity: Quantity
    formula: str
    stated: Stated | None = None

    @property
    def printed(self) -> Quantity:
        """The quantity that the text prints: the stated one, else the computed one."""
        return self.stated.quantity if self.stated else self.quantity


@dataclass(frozen=True, slots=True)
class Report:
    """A year's content with every number by name, stated or computed."""

    content: Content
    #: every stated number: facts, their targets and rates, the accounts, the projects' amounts
    stated: tuple[Stated, ...]
    figures: tuple[Figure, ...]
