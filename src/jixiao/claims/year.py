"""The year that a manuscript is on: its title says it, or most of its sentences do."""

from __future__ import annotations

import re
from collections import Counter

from jixiao.model.outline import Heading, Outline, Paragraph

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})\s*年")
_AS_OF = re.compile(r"截[至止]\s*(20[0-9]{2})\s*年(?:底|末|\s*12\s*月)")
#: titles of documents and stretches of years belong to other years as well
_APART = re.compile(r"《[^《》]*》|20[0-9]{2}\s*年?[—–\-－~～至]+\s*20[0-9]{2}")
#: mentions that a year needs where no title names it
_ENOUGH = 2


def report_year(outline: Outline) -> int:
    """Return the year of a report; 0 where neither its title nor its text shows one clearly."""
    for title in outline.title:
        found = _YEAR.search(title.value)
        if found:
            return int(found[1])
    counted: Counter[int] = Counter()
    for block in outline.blocks:
        if isinstance(block, Heading | Paragraph):
            line = _APART.sub("", block.line)
            counted.update(int(one) for one in _YEAR.findall(line))
            counted.update(int(one) for one in _AS_OF.findall(line))
    return _clear(counted)


def _clear(counted: Counter[int]) -> int:
    first, *others = counted.most_common(2) or [(0, 0)]
    if first[1] < _ENOUGH or (others and others[0][1] * 2 > first[1]):
        return 0
    return first[0]
