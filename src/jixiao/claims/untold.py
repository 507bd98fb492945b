"""What the prose of a year says wrong that its facts do not say already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.diagnostic import Diagnostic

_CITED = re.compile(r"【([^【】|]+)")


def untold(claimed: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings on claims in woven prose, but for those on facts already found wrong.

    A number in woven prose mostly stands for a citation, whose fact is verified where it is stated.
    """
    known = {subject for one in told for subject in one.subjects}
    for finding in claimed:
        if not known & set(_cited(finding)):
            yield finding


def _cited(finding: Diagnostic) -> Iterator[str]:
    places = (finding.place, *(one.place for one in finding.related))
    for place in places:
        for name in _CITED.findall(place.text):
            yield name
            yield name.partition(".")[0]
