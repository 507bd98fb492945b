"""Whose report it is: the unit's full name as its signature, its title or its text has it."""

from __future__ import annotations

import re
from collections import Counter

from jixiao.model.outline import Outline

_BODY = (
    "(?:局|委员会|委|厅|部|办公室|研究院|法院|检察院|政府|中心|大队|支队|所|站|馆|学校|学院|医院|集团"
    "|街道办事处|街道|镇|乡|党校|总工会|联合会|协会|红十字会)"
)
_TITLE = re.compile(
    rf"^(?:关于)?(?P<name>[一-龥（）]{{3,30}}?{_BODY})(?=20[0-9]{{2}}|关于|部门|整体|$)"
)
_SUBJECT = re.compile(
    rf"(?<![一-龥])(?P<name>[一-龥]{{3,24}}?{_BODY})(?=是|（以下简称|主要职能|贯彻|内设)"
)


def unit_name(outline: Outline) -> str:
    """Return the full name of the unit that a report is by; empty where nothing says it."""
    if outline.signature:
        return re.sub(r"\s", "", outline.signature.value)
    for line in outline.title:
        found = _TITLE.match(re.sub(r"\s", "", line.value))
        if found:
            return found["name"]
    named = Counter(
        found["name"] for text in outline.texts for found in _SUBJECT.finditer(text.value)
    )
    # The full name has the region before it that the short one leaves out.
    return max(named, key=lambda one: (len(one), named[one]), default="")
