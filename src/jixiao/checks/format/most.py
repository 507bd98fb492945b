"""What most of a text has: by it a thing that is wrong everywhere is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from jixiao.checks.format.typeset import han
from jixiao.model.layout import Stretch

_Trait = TypeVar("_Trait")


def by_length(stretches: Iterable[Stretch], trait: Callable[[Stretch], _Trait]) -> _Trait | None:
    """Return the trait that most Han characters have; None where there are none."""
    counts: Counter[_Trait] = Counter()
    for one in stretches:
        counts[trait(one)] += han(one.text)
    found = counts.most_common(1)
    return found[0][0] if found and found[0][1] else None
