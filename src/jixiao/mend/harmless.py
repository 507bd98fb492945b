"""Which edits cannot change what a text means: the one gate that every edit passes."""

from __future__ import annotations

import re
from unicodedata import normalize

from jixiao.diagnostic import Edit
from jixiao.language.mark import Mark, MarkKind, leading

_BLANKS = frozenset(" \t\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff")
#: no 【】, which cite; no signs of arithmetic but for the dash, which stands by no digit
_PUNCTUATION = frozenset("，,。．.、；;：:？?！!“”‘’\"'（）()《》〈〉〔〕［］[]…·—–-－")
_LIGHT = _BLANKS | _PUNCTUATION | {"\n"}
_BRACKETS = frozenset("（）()〔〕［］[]")
_DASHES = frozenset("—–-－")
_POINTS = frozenset(".．")
#: what makes another number of the digits on its other side
_SIGNS = _DASHES | _POINTS | {","}
#: characters on either side of an edit in which numbers are read, and a number
_REACH = 40
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
#: marks that differ in nothing but their looks; the others are words (一是, 第一，)
_FIGURES = {MarkKind.PART, MarkKind.SECTION, MarkKind.POINT, MarkKind.SUBPOINT, MarkKind.CIRCLED}


def is_harmless(edit: Edit) -> bool:
    """Return whether an edit changes something, and only punctuation, blanks or a whole mark."""
    old, new = edit.place.text, edit.replacement
    if old == new or edit.place.end - edit.place.start != len(old):
        return False
    return _is_light(edit, old, new) or _is_marking(edit, old, new)


def neighbours(edit: Edit) -> tuple[str, str]:
    """Return the characters before and behind an edit; empty at an end of the text."""
    content, start, end = edit.place.source.content, edit.place.start, edit.place.end
    return content[start - 1 : start] if start else "", content[end : end + 1]


def _is_light(edit: Edit, old: str, new: str) -> bool:
    if not _LIGHT.issuperset(old) or not _LIGHT.issuperset(new):
        return False
    before, after = neighbours(edit)
    return (
        _keeps_paragraphs(old, new, before, after)
        and _reads_alike(edit, old, new)
        and _keeps_numbers(old, new, before, after)
        and not (_joins(before) and _joins(after) and not (old and new))
    )


def _keeps_paragraphs(old: str, new: str, before: str, after: str) -> bool:
    """Return whether a line break goes only where another one, or an end, is beside it."""
    if "\n" not in old:
        return "\n" not in new
    is_spare = before in {"", "\n"} or after in {"", "\n"}
    return new.count("\n") <= old.count("\n") and ("\n" in new or is_spare)


def _keeps_numbers(old: str, new: str, before: str, after: str) -> bool:
    """Return whether nothing is changed by which a number beside it would be another one."""
    behind, ahead = before.isdigit(), after.isdigit()
    if behind and ahead:  # a bracket is one in any form, a colon or a dot of any width
        if _BRACKETS.issuperset(old + new):
            return bool(old and new)
        return "," not in new and normalize("NFKC", old) == normalize("NFKC", new) != ""
    if (behind and after in _SIGNS) or (ahead and before in _SIGNS):
        return False
    if (behind or ahead) and _DASHES & {*old, *new}:
        return False
    return not (ahead and (old[-1:] in _POINTS or new[-1:] in _POINTS))


def _reads_alike(edit: Edit, old: str, new: str) -> bool:
    """Return whether the same numbers are read around an edit, marks of any width taken alike."""
    content, start, end = edit.place.source.content, edit.place.start, edit.place.end
    before, after = content[max(start - _REACH, 0) : start], content[end : end + _REACH]
    as_it_was, as_it_is = (
        _NUMBER.findall(normalize("NFKC", before + one + after)) for one in (old, new)
    )
    return as_it_was == as_it_is


def _joins(character: str) -> bool:
    """Return whether a character is one of a Latin word or a number, which blanks hold apart."""
    return character.isalnum() and (character.isascii() or character.isdigit())


def _is_marking(edit: Edit, old: str, new: str) -> bool:
    """Return whether a whole mark gives way to a whole mark of the same sort."""
    before, after = neighbours(edit)
    if before.isalnum() or after.isdigit():
        return False
    typed, wanted = leading(old), leading(new)
    if not typed or not wanted or (typed.end, wanted.end) != (len(old), len(new)):
        return False
    return "\n" not in old + new and _is_same_sort(typed, wanted)


def _is_same_sort(typed: Mark, wanted: Mark) -> bool:
    if typed.kind in _FIGURES:
        return wanted.kind in _FIGURES
    is_item = typed.kind is MarkKind.ITEM
    return wanted.kind is typed.kind and (not is_item or typed.text[-1] == wanted.text[-1])
