"""What stands in the text of a file and is no part of a report: blanks, page numbers, remnants."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: the blanks around a line: those that are typed or pasted, and breaks within it
BLANKS = " \t\u0085\u00a0\u3000\u200b\u2028\u2029\ufeff\f\v"
_PAGE_NUMBER = re.compile(
    r"[—–\-－]{1,2}\s*[0-9]{1,4}\s*[—–\-－]{1,2}"
    r"|第\s*[0-9]{1,4}\s*页(?:\s*[，,/／]?\s*共\s*[0-9]{1,4}\s*页)?"
    r"|[0-9]{1,4}\s*[/／]\s*[0-9]{1,4}"
)
#: what Word keeps for itself and some converters write into the text; a heading may stand behind it
_REMNANT = re.compile(r"\[bookmark:?[^\]\n]{0,60}\]", re.IGNORECASE)


def is_page_number(bare: str) -> bool:
    """Return whether a line without the blanks around it is a page number: — 2 —, 第2页, 2/9."""
    return _PAGE_NUMBER.fullmatch(bare) is not None


def remnants(line: str) -> Iterator[tuple[int, int]]:
    """Yield where a line has what converters write for the bookmarks of Word."""
    for found in _REMNANT.finditer(line):
        yield found.span()


def inner(line: str) -> tuple[int, int]:
    """Return where a line begins and ends without the blanks around it; both 0 for a blank one."""
    bare = line.strip(BLANKS)
    first = line.index(bare[0]) if bare else 0
    return first, first + len(bare)
