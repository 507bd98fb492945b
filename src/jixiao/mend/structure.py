"""Whether a YAML file is still what it was: the same nodes where they stood, only mended."""

from __future__ import annotations

from collections.abc import Sequence as Many

from jixiao.mend.splice import Change, Shift
from jixiao.model.document import Document, Mapping, Node, Scalar, Sequence


def is_same(before: Document, after: Document, changes: Many[Change]) -> bool:
    """Return whether a document has the nodes that it had before the changes, and no others.

    A scalar is the same where the same characters of the file make it, but for the changes in it.
    """
    if before.root is None or after.root is None:
        return False
    return _Comparison(before, after, Shift(changes)).alike(before.root, after.root)


class _Comparison:
    """Two documents, and where the places of the first are in the second."""

    def __init__(self, before: Document, after: Document, shift: Shift) -> None:
        self.before, self.after, self.shift = before, after, shift

    def alike(self, one: Node, other: Node) -> bool:
        """Return whether two nodes are the same, with all below them."""
        match one, other:
            case Scalar(), Scalar():
                return self._stand_alike(one, other)
            case Mapping(), Mapping():
                return self._mappings(one, other)
            case Sequence(), Sequence():
                return len(one.items) == len(other.items) and all(
                    map(self.alike, one.items, other.items)
                )
        return False

    def _mappings(self, one: Mapping, other: Mapping) -> bool:
        if one.whole != other.whole or len(one.entries) != len(other.entries):
            return False
        return all(
            mine.key.text.value == theirs.key.text.value and self.alike(mine.value, theirs.value)
            for mine, theirs in zip(one.entries, other.entries, strict=True)
        )

    def _stand_alike(self, one: Scalar, other: Scalar) -> bool:
        """Return whether a scalar stands in the file where the other one stood.

        Blanks at its ends are YAML's: they may go with what stood behind them.
        """
        start, end = self.shift(one.place.start), self.shift(one.place.end)
        return self.after.source.content[start:end].strip() == other.place.text.strip()
