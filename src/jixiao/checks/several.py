"""One finding on several places of a kind: it stands at the first, and names some of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from itertools import islice

from jixiao.diagnostic import Related
from jixiao.source import Place

#: places that a finding names besides its own: as many as are worth reading
MOST_RELATED = 8


def further(places: Iterable[Place], message: str) -> Iterator[Related]:
    """Yield second places of a finding, `MOST_RELATED` at most; what is behind is not asked for."""
    return (Related(one, message) for one in islice(places, MOST_RELATED))


def counted(found: Sized) -> str:
    """Return how many places there are, to stand behind a message; nothing for a single one."""
    return f"（同样的共{len(found)}处）" if len(found) > 1 else ""
