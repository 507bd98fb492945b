"""Numbers of headings and items, as text: 一、（一）1.（1）and 一是."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jixiao.language import numeral
from jixiao.language.mark import Mark, leading

#: the levels that GB/T 9704-2012 7.3.3 has a mark for
DEEPEST = 4
#: what still reads as a list; beyond it the number is right, and told of
MOST = 99


@dataclass(slots=True)
class Siblings:
    """The headings of one level below one heading, or the items of one enumeration, counted."""

    #: 1 to 4 for headings, 0 for items
    level: int
    count: int = 0
    #: the mark that was typed for one of them: those after it are marked alike
    form: Mark | None = None
    #: what was typed behind that mark
    blanks: str = ""

    def start(self, typed: str) -> None:
        """Count on from a mark that was typed, which is that of the next one."""
        found = leading(typed)
        if found:
            self.form, self.blanks = found, typed[len(found.text) :]
            self.level, self.count = found.kind.level or self.level, found.number - 1

    @property
    def expected(self) -> str:
        """The mark of the next one, which is not counted yet."""
        return replace(self).next_mark()

    def next_mark(self) -> str:
        """Count one more and return its mark."""
        self.count += 1
        if self.form:
            return self.form.renumbered(self.count) + self.blanks
        if self.count > numeral.LARGEST:
            return f"{self.count}."
        if not self.level:
            return numeral.item_mark(self.count)
        return numeral.heading_mark(self.level, self.count)

    @property
    def is_overfull(self) -> bool:
        """Whether the latest is the first one past ninety-nine that is numbered in Chinese."""
        return self.count == MOST + 1 and self.level <= 2  # noqa: PLR2004 -- 一、 and （一）

    def below(self) -> Siblings:
        """Return the headings below the latest of these, none as yet."""
        return Siblings(self.level + 1)
