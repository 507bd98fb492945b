"""What comes: the marks at the beginning of later lines, which tell what a doubtful mark is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.language.mark import Mark, MarkKind

_LEVELS = (MarkKind.PART, MarkKind.SECTION, MarkKind.POINT, MarkKind.SUBPOINT)


@dataclass(frozen=True, slots=True)
class Ahead:
    """For each line and level, the next line that begins with a mark of that level."""

    marks: tuple[Mark | None, ...]
    nexts: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, marks: Iterable[Mark | None]) -> Ahead:
        """Return what comes behind each of these lines, given by the marks they begin with."""
        known = tuple(marks)
        latest = (len(known),) * len(_LEVELS)
        nexts = [latest] * len(known)
        for at in range(len(known) - 1, -1, -1):
            nexts[at] = latest
            mark = known[at]
            if mark and mark.kind.level:
                level = mark.kind.level
                latest = (*latest[: level - 1], at, *latest[level:])
        return cls(known, tuple(nexts))

    def allows(self, at: int, mark: Mark, kind: MarkKind) -> bool:
        """Return whether the mark at a line may stand for one of another kind.

        Not where the number comes in that kind itself. A second must be confirmed by a third:
        else it is the second of its own kind, whose first is missing.
        """
        if mark.number == 2:  # noqa: PLR2004 -- a second
            return self.confirms(at, mark, kind)
        return self._number(at, kind) != mark.number

    def confirms(self, at: int, mark: Mark, kind: MarkKind) -> bool:
        """Return whether the next mark of a kind goes on from the number of this one."""
        return self._number(at, kind) == mark.number + 1

    def _number(self, at: int, kind: MarkKind) -> int | None:
        """Return the number of the next mark of a kind, unless a higher level comes before."""
        nexts = self.nexts[at]
        index = nexts[kind.level - 1]
        higher = min(nexts[: kind.level - 1], default=len(self.marks))
        found = self.marks[index] if index < min(higher, len(self.marks)) else None
        return found.number if found else None
