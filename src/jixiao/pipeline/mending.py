"""Whether a YAML file that was mended is still the same."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.content.load import load_source
from jixiao.mend.splice import Change
from jixiao.mend.structure import is_same
from jixiao.source import Source


def is_still(before: Source, changes: Sequence[Change], after: str) -> bool:
    """Return whether a YAML file with changes in it has the nodes that it had, mended."""
    old, new = load_source(before), load_source(Source(before.name, after))
    told, tells = ({one.code for one in read.diagnostics} for read in (old, new))
    return tells <= told and is_same(old.value, new.value, changes)
