"""Slips of the hand: two numbers that differ as a typed number does from the one that was meant."""

from __future__ import annotations

#: digits of a number in which a slip is told from another number
_SLIPPERY = 3


def is_slip(one: str, other: str) -> bool:
    """Return whether two numbers of three digits or more differ as a slip of the hand does."""
    apart = _apart(one, other)
    return len(apart) == 1 or is_swap(one, other)


def is_swap(one: str, other: str) -> bool:
    """Return whether two digits that stand side by side have changed places."""
    apart = _apart(one, other)
    return bool(apart) and sorted(one) == sorted(other) and apart[-1] - apart[0] == 1


def _apart(one: str, other: str) -> list[int]:
    """Return where two numbers of one length differ; nowhere where they are short."""
    if len(one) != len(other) or sum(map(str.isdigit, one)) < _SLIPPERY:
        return []
    return [at for at, digit in enumerate(one) if digit != other[at]]
