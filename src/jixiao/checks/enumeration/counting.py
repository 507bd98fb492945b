"""Counting: the marks of a report put into series of siblings, as they come.

Writers restart, nest and mix marks, so the reading is lenient: a mark goes on with the series
whose count it continues, on whatever level that stands. Only what fits none is a deviation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jixiao.checks.enumeration.ahead import Ahead
from jixiao.checks.enumeration.siblings import Entry, Form, Marked, Series, Step
from jixiao.language.mark import Mark, MarkKind

#: a number further ahead is none of an item, but of a house or a day
_MOST_LEFT_OUT = 3


def count(lines: Iterable[Marked]) -> tuple[Series, ...]:
    """Return the series of the marks in these lines."""
    body = tuple(lines)
    counting = _Counting(Ahead.of(one.mark for one in body))
    for at, line in enumerate(body):
        for mark in line.marks:
            counting.add(line, at, mark)
    return counting.finished()


class _Key(NamedTuple):
    """What siblings have in common; 一是 and 一要 are two enumerations."""

    kind: MarkKind
    verb: str

    @classmethod
    def of(cls, mark: Mark) -> _Key:
        """Return what a mark has in common with its siblings."""
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
        """The entry that came last."""
        return self.entries[-1]

    def takes(self, number: int) -> bool:
        """Return whether a number goes on: from the latest one, from its due, or from the count."""
        return number in {self.latest.mark.number + 1, self.latest.due + 1, self.count + 1}

    def add(self, line: Marked, at: int, mark: Mark, form: Form, step: Step) -> None:
        """Put a mark behind the latest entry, and go on counting from it."""
        due = self.count + 1
        if step is Step.NEXT and mark.number not in {due, self.latest.mark.number + 1}:
            due = mark.number  # the latest was typed wrong; this one is right again
        restarts = step in {Step.FIRST, Step.BARE, Step.GAP}
        self.count = mark.number if restarts else due
        began = self.entries[0].at if self.entries else at
        self.entries.append(Entry(line, at, mark, form, step, due, began))


class _Counting:
    """Puts marks into series as they come."""

    def __init__(self, ahead: Ahead) -> None:
        self._ahead = ahead
        self.done: list[Series] = []
        self._open: list[_Open] = []
        self._held: Series | None = None
        #: the number that the latest closed series of a key and form came to
        self._closed: dict[tuple[_Key, Form], int] = {}
        #: the same, where that was in the part that is being read
        self._closed_here: dict[tuple[_Key, Form], int] = {}

    def add(self, line: Marked, at: int, mark: Mark) -> None:
        """Add the next mark of the report."""
        form = _form(line, mark)
        if mark.kind is MarkKind.PART and form is Form.PARAGRAPH and not self._is_part():
            return
        index, step = self._continued(at, mark, form)
        if step is None:
            return
        if index is not None:
            self.close(index + 1)
        else:
            first = self._alien_first(mark, form) if step is Step.BARE else None
            self._make_room(at, mark, form)
            above = (*self._open[-1].above, self._open[-1].latest) if self._open else ()
            self._open.append(_Open(_Key.of(mark), form, above))
            if first:
                self._open[-1].add(first.line, first.at, first.mark, form, Step.ALIEN)
                step = Step.NEXT
        self._open[-1].add(line, at, mark, form, step)
        if self._open[-1].key.kind is MarkKind.PART:
            self._closed_here.clear()

    def finished(self) -> tuple[Series, ...]:
        """Return all series; nothing goes on."""
        self.close(0)
        held = self._hold(None)
        return (*self.done, held) if held else tuple(self.done)

    def close(self, size: int) -> None:
        """Close the series above so many."""
        while len(self._open) > size:
            one = self._open.pop()
            series = Series(tuple(one.entries), one.above)
            if _is_lone_first(series):
                self._hold(series)
            else:
                self.done.append(series)
            came_to = (one.key, one.latest.form), one.latest.mark.number
            self._closed.update([came_to])
            self._closed_here.update([came_to])

    def _hold(self, series: Series | None) -> Series | None:
        """Hold a series back in place of the one that was, which is returned."""
        held, self._held = self._held, series
        if held and series:
            self.done.append(held)
        return held

    def _continued(self, at: int, mark: Mark, form: Form) -> tuple[int | None, Step | None]:
        """Return which open series a mark goes on with, if any, and how; no way for a number."""
        number = mark.number
        if number == 1:
            return None, Step.FIRST
        key = _Key.of(mark)
        same = [index for index, one in enumerate(self._open) if one.key == key]
        fitting = [index for index in same if self._open[index].takes(number)]
        own = self._own(same, at, form)
        alien, is_confirmed = self._alien(at, mark, form)
        if fitting:
            nearest = max(fitting, key=lambda one: (self._open[one].latest.form is form, one))
            is_alike = self._open[nearest].latest.mark.text[-1] == mark.text[-1]
            return (nearest, Step.NEXT) if is_alike or not is_confirmed else (alien, Step.ALIEN)
        if own is None and self._closed_here.get((key, form)) == number - 1:
            return None, Step.FIRST
        if is_confirmed or (alien is not None and not self._may_deviate(own, mark, form)):
            return alien, Step.ALIEN
        if own is None and self._closed.get((key, form)) == number - 1:
            return None, Step.FIRST
        return self._deviation(own, number)

    def _is_part(self) -> bool:
        """Return whether a paragraph may be a part of the report: not where parts are headings.

        Its mark may be half of a number there: 四、五件积案没有办结。
        """
        parts = [one.latest for one in self._open if one.key.kind is MarkKind.PART]
        return not parts or parts[-1].form is not Form.HEADING

    def _own(self, same: list[int], at: int, form: Form) -> int | None:
        """Return the series that a mark must belong to, whatever its number."""
        if form is Form.RUN_IN:
            same = [one for one in same if self._open[one].latest.at == at]
        alike = [one for one in same if self._open[one].latest.form is form]
        return max(alike or same, default=None)

    def _alien(self, at: int, mark: Mark, form: Form) -> tuple[int | None, bool]:
        """Return the series of another kind that a leading mark's number goes on with, if any.

        And whether what comes next in that series confirms it.
        """
        if form is Form.RUN_IN or not mark.kind.level:
            return None, False
        fitting = [
            (self._ahead.confirms(at, mark, one.key.kind), index)
            for index, one in enumerate(self._open)
            if one.key.kind.level
            and one.key.kind is not mark.kind
            and one.latest.form is form
            and one.latest.mark.number == mark.number - 1
            and self._ahead.allows(at, mark, one.key.kind)
        ]
        is_confirmed, index = max(fitting, default=(False, None))
        return index, is_confirmed

    def _may_deviate(self, own: int | None, mark: Mark, form: Form) -> bool:
        """Return whether a mark may as well be a repeat in its own series, or leave one out."""
        if own is None:
            return False
        latest = self._open[own].latest
        is_alike = latest.form is form and latest.mark.text[-1] == mark.text[-1]
        return is_alike and 0 <= mark.number - latest.mark.number <= 2  # noqa: PLR2004 -- 1. and 3.

    def _alien_first(self, mark: Mark, form: Form) -> Entry | None:
        """Return the heading that is the first before a second, with a mark of another kind.

        It has been taken for the only one of a lower level; its series is withdrawn.
        """
        level = mark.kind.level
        if form is not Form.HEADING or mark.number != 2:  # noqa: PLR2004 -- behind the first is the second
            return None
        kept = sum(0 < one.key.kind.level < level for one in self._open)
        self.close(kept + 1)
        if level == 1:
            self.close(0)
            held = self._hold(None)
            return held.entries[0] if held else None
        if len(self._open) == kept or not _is_first_alone(self._open[kept].entries):
            return None
        return self._open.pop().latest

    def _deviation(self, own: int | None, number: int) -> tuple[int | None, Step | None]:
        latest = None if own is None else self._open[own].latest
        if number - (latest.mark.number if latest else 0) > _MOST_LEFT_OUT:
            return None, None
        if latest is None:
            return None, Step.BARE
        if number == latest.mark.number:
            return own, Step.REPEAT
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


def _is_first_alone(entries: Sequence[Entry]) -> bool:
    """Return whether a series is but one heading, numbered one."""
    first = entries[0]
    return len(entries) == 1 and first.form is Form.HEADING and first.mark.number == 1


def _is_lone_first(series: Series) -> bool:
    """Return whether a series may be the first part of the report, with the mark of a lower level.

    It is withdrawn where a second part comes and no first one was.
    """
    is_part = series.entries[0].mark.kind is MarkKind.PART
    return not series.above and not is_part and _is_first_alone(series.entries)
