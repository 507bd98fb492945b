"""A wrong number told once: what a later look finds that the numbers' own relations say already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.diagnostic import Diagnostic, Severity

#: families that speak of numbers; what they find of a number found wrong before is no news
_OF_NUMBERS = "BCIP"
_MONEY = "B"
_CITED = re.compile(r"【([^【】|]+)")


def untold(later: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the later findings, but for those on numbers that were already found wrong.

    A number in woven prose mostly stands for a citation, whose fact is verified where it is stated.
    """
    before = tuple(told)
    known = {subject for one in before for subject in one.subjects}
    places = {one.place.order for one in before}
    for finding in later:
        is_asked = finding.severity is Severity.QUESTION and finding.place.order in places
        is_told = is_asked or bool(known & set(_cited(finding)))
        if not (is_told and finding.code[0] in _OF_NUMBERS):
            yield finding


def unexplained(
    verified: Iterable[Diagnostic], ruled: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return the findings on relations, but for those that a slip in the very number explains.

    65.47元 for 65.47万元 breaks the sums that it stands in; the slip is said, and not each sum.
    """
    slips = {
        one.place.order
        for one in ruled
        if one.severity is Severity.ERROR and one.code.startswith(_MONEY)
    }
    return tuple(one for one in verified if one.place.order not in slips)


def _cited(finding: Diagnostic) -> Iterator[str]:
    places = (finding.place, *(one.place for one in finding.related))
    for place in places:
        for name in _CITED.findall(place.text):
            yield name
            yield name.partition(".")[0]
