"""What mending changes, as a unified diff.

`difflib` looks for the longest stretches in common, in time that grows with the square of a long
file. Here no line moves: mending changes lines in their places and takes empty ones out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: lines shown before and behind each change
_CONTEXT = 3


@dataclass(frozen=True, slots=True)
class _Step:
    """A line that is kept (` `), taken out (`-`) or put in (`+`), and how many came before it."""

    sign: str
    line: str
    old: int
    new: int


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of the unified diff of a file, without line ends; none where it is equal."""
    steps = tuple(_steps(_lines(before), _lines(after)))
    changed = [at for at, one in enumerate(steps) if one.sign != " "]
    if not changed:
        return
    yield f"--- {name}"
    yield f"+++ {name}"
    for first, last in _stretches(changed, len(steps)):
        yield from _hunk(steps[first:last])


def _lines(text: str) -> list[str]:
    r"""Return the lines of a text with their `\n`; what else may end a line is text here."""
    lines = [one + "\n" for one in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Walk through both files side by side."""
    at = to = 0
    while at < len(old) or to < len(new):
        mine, theirs = (*old[at : at + 1], "")[0], (*new[to : to + 1], "")[0]
        if mine == theirs:
            yield _Step(" ", mine, at, to)
            at, to = at + 1, to + 1
            continue
        goes = bool(mine) and (not theirs or (not mine.strip() and bool(theirs.strip())))
        if mine:
            yield _Step("-", mine, at, to)
            at += 1
        if theirs and not goes:
            yield _Step("+", theirs, at, to)
            to += 1


def _stretches(changed: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of steps to show: changes with what is around them, joined if close."""
    first = last = changed[0]
    for at in (*changed[1:], count + 2 * _CONTEXT + 1):
        if at - last > 2 * _CONTEXT:
            yield max(first - _CONTEXT, 0), min(last + _CONTEXT + 1, count)
            first = at
        last = at


def _hunk(steps: Sequence[_Step]) -> Iterator[str]:
    old = _range(steps[0].old, sum(one.sign != "+" for one in steps))
    new = _range(steps[0].new, sum(one.sign != "-" for one in steps))
    yield f"@@ -{old} +{new} @@"
    for one in steps:
        yield one.sign + one.line.removesuffix("\n")
        if not one.line.endswith("\n"):
            yield "\\ No newline at end of file"


def _range(before: int, count: int) -> str:
    """Return a hunk's range: lines count from 1; an empty one names the line before it."""
    return f"{before + 1 if count else before},{count}"
