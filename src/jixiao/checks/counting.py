"""Counting: the marks of a report put into series of siblings, as they come.

Writers restart, nest and mix marks, so the reading is lenient: a mark goes on with the series
whose count it continues, on whatever level that stands. Only what fits none is a deviation.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jixiao.checks.siblings import Entry, Form, Marked, Series, Step
from jixiao.language.mark import Mark, MarkKind

#: a number further ahead is none of an item, but of a house or a day
_MOST_LEFT_OUT = 3


def count(lines: Iterable[Marked]) -> tuple[Series, ...]:
    """Return the series of the marks in these lines."""
    counting = _Counting()
    for at, line in enumerate(lines):
        for mark in line.marks:
            counting.add(line, at, mark)
    counting.close(0)
    return tuple(counting.done)


class _Key(NamedTuple):
    """What siblings have in common; 一是 and 一要 are two enumerations."""

    kind: MarkKind
    verb: str

    @classmethod
    def of(cls, mark: Mark) -> _Key:
        return cls(mark.kind, mark.text[-1] if mark.kind is MarkKind.ITEM else "")


class _Open:
    """A series that may still go on."""

    def __init__(self, key: _Key, form: Form, above: tuple[Entry, ...]) -> None:
        self.key = key
        self.began = form
        self.above = above
        self.entries: list[Entry] = []
        self.count = 0

    @property
    def latest(self) -> Entry:
        return self.entries[-1]

    def takes(self, number: int) -> bool:
        return number in {self.latest.mark.number + 1, self.count + 1}

    def add(self, line: Marked, at: int, mark: Mark, form: Form, step: Step) -> None:
        restarts = step in {Step.FIRST, Step.BARE, Step.GAP}
        due = self.count + 1
        self.count = mark.number if restarts else due
        began = self.entries[0].at if self.entries else at
        self.entries.append(Entry(line, at, mark, form, step, due, began))


class _Counting:
    """Puts marks into series as they come."""

    def __init__(self) -> None:
        self.done: list[Series] = []
        self._open: list[_Open] = []
        #: the number that the latest closed series of a key and form came to
        self._closed: dict[tuple[_Key, Form], int] = {}
        #: the same, where that was in the part that is being read
        self._closed_here: dict[tuple[_Key, Form], int] = {}

    def add(self, line: Marked, at: int, mark: Mark) -> None:
        """Add the next mark of the report."""
        form = _form(line, mark)
        index, step = self._continued(at, mark, form)
        if step is None:
            return
        if index is None:
            self._make_room(at, mark, form)
            above = (*self._open[-1].above, self._open[-1].latest) if self._open else ()
            self._open.append(_Open(_Key.of(mark), form, above))
        else:
            self.close(index + 1)
            if step is Step.NEXT and self._open[-1].latest.mark.number == mark.number:
                self._open[-1].entries.pop()  # the alien was none: its own kind has the number
                self._open[-1].count -= 1
        self._open[-1].add(line, at, mark, form, step)
        if self._open[-1].key.kind is MarkKind.PART:
            self._closed_here.clear()

    def close(self, size: int) -> None:
        """Close the series above so many."""
        while len(self._open) > size:
            one = self._open.pop()
            self.done.append(Series(tuple(one.entries), one.above))
            came_to = (one.key, one.latest.form), one.latest.mark.number
            self._closed.update([came_to])
            self._closed_here.update([came_to])

    def _continued(self, at: int, mark: Mark, form: Form) -> tuple[int | None, Step | None]:
        """Return which open series a mark goes on with, if any, and how; no way for a number."""
        number = mark.number
        if number == 1:
            return None, Step.FIRST
        key = _Key.of(mark)
        same = [index for index, one in enumerate(self._open) if one.key == key]
        fitting = [index for index in same if self._open[index].takes(number)]
        if fitting:
            return max(
                fitting, key=lambda one: (self._open[one].latest.form is form, one)
            ), Step.NEXT
        if self._closed_here.get((key, form)) == number - 1:
            return None, Step.FIRST
        own = self._own(same, at, form)
        alien = self._alien(mark, form, own)
        if alien is not None:
            return alien, Step.ALIEN
        if own is None and self._closed.get((key, form)) == number - 1:
            return None, Step.FIRST
        return self._deviation(own, number)

    def _own(self, same: list[int], at: int, form: Form) -> int | None:
        """Return the series that a mark must belong to, whatever its number."""
        if form is Form.RUN_IN:
            same = [one for one in same if self._open[one].latest.at == at]
        alike = [one for one in same if self._open[one].latest.form is form]
        return max(alike or same, default=None)

    def _alien(self, mark: Mark, form: Form, own: int | None) -> int | None:
        if form is Form.RUN_IN or not mark.kind.level:
            return None
        if own is not None:
            latest = self._open[own].latest
            if latest.form is form and 0 <= mark.number - latest.mark.number <= 2:  # noqa: PLR2004 -- a repeat, or one left out
                return None
        fitting = (
            index
            for index, one in enumerate(self._open)
            if one.key.kind.level
            and one.key.kind is not mark.kind
            and one.latest.form is form
            and one.latest.mark.number == mark.number - 1
        )
        return max(fitting, default=None)

    def _deviation(self, own: int | None, number: int) -> tuple[int | None, Step | None]:
        latest = None if own is None else self._open[own].latest
        if number - (latest.mark.number if latest else 0) > _MOST_LEFT_OUT:
            return None, None
        if latest is None:
            return None, Step.BARE
        if number == latest.mark.number:
            return own, Step.NEXT if latest.step is Step.ALIEN else Step.REPEAT
        return (own, Step.GAP) if number > latest.mark.number else (None, Step.BARE)

    def _make_room(self, at: int, mark: Mark, form: Form) -> None:
        """Close what a new series ends: deeper headings, and an earlier series of its kind."""
        level = mark.kind.level
        if form is Form.HEADING or 0 < level <= 2:  # noqa: PLR2004 -- 一、 and （一） are below nothing else
            size = 0
            while size < len(self._open) and 0 < self._open[size].key.kind.level < level:
                size += 1
            self.close(size)
            return
        alike = [
            index
            for index, one in enumerate(self._open)
            if one.key == _Key.of(mark) and one.began is form
        ]
        # An enumeration may be nested in one of its own kind, within one paragraph.
        nests = form is Form.RUN_IN and alike and self._open[alike[-1]].latest.at == at
        if alike and not (nests and len(alike) == 1):
            self.close(alike[-1])


def _form(line: Marked, mark: Mark) -> Form:
    if mark.start:
        return Form.RUN_IN
    return Form.HEADING if line.level else Form.PARAGRAPH
