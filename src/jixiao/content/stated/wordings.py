"""错别字.yaml: the bureau's own list of wrong words, each with what is right."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.content.defects import wording as defects
from jixiao.content.schema.check import is_null
from jixiao.content.stated.flow import one_line
from jixiao.content.stated.values import Notes
from jixiao.model.content import Wording
from jixiao.model.document import Mapping, Node, Scalar


def wordings(root: Node | None, notes: Notes) -> tuple[Wording, ...]:
    """Return the list of a document's root; an entry that mends nothing is left out."""
    return tuple(one for one in _typed(root) if _mends(one, notes))


def _typed(root: Node | None) -> Iterator[Wording]:
    for entry in root.entries if isinstance(root, Mapping) else ():
        if isinstance(entry.value, Scalar) and not is_null(entry.value) and entry.key.text:
            yield Wording(entry.key.text, one_line(entry.value.text))


def _mends(one: Wording, notes: Notes) -> bool:
    if one.wrong.value not in one.right.value:
        return True
    message = f"正确的写法“{one.right}”里还有错误的写法“{one.wrong}”"
    hint = "错误的写法写得长一些，让它不出现在正确的写法里"
    notes.lose(defects.ENDLESS.at(one.wrong.place(), message, hint=hint))
    return False
