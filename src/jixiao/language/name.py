"""Names of facts, projects and passages: what may stand in one."""

from __future__ import annotations

import re

from jixiao.language.mistake import Mistake, MistakeKind

#: letters of any script, digits, quotes, titles and dashes; a digit does not begin a name.
#: `-` is always minus, and a full-width digit would be another name that looks the same
NAME = re.compile(r"(?:[^\W\d_]|[“《])(?:[^\W０-９]|[“”《》、—·])*")
_LONGEST = 60


def name_mistake(name: str) -> Mistake | None:
    """Return what is wrong with a name, or None for one that may be cited and calculated with."""
    if not name:
        return Mistake(0, 0, MistakeKind.EMPTY, "名称是空的")
    if len(name) > _LONGEST:
        return Mistake(0, len(name), MistakeKind.TOO_LONG, f"名称超过{_LONGEST}个字", "换一个短名")
    if name[0].isdigit():
        hint = "把数字挪到后面，如“平台12315办结率”"
        return Mistake(0, 1, MistakeKind.BAD_NAME, f"名称“{name}”以数字开头", hint)
    found = NAME.match(name)
    end = found.end() if found else 0
    if end == len(name):
        return None
    if "０" <= name[end] <= "９":
        message, hint = f"名称“{name}”里有全角的“{name[end]}”", f"改成 {name.translate(_NARROW)}"
        return Mistake(end, end + 1, MistakeKind.FULL_WIDTH, message, hint)
    return Mistake(end, end + 1, MistakeKind.BAD_NAME, _complaint(name, end), _HINT)


_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_HINT = "名称用汉字、字母、数字，可以有“”《》、—·；其他符号在算式和引用里另有用处"


def _complaint(name: str, at: int) -> str:
    sign = "空格" if name[at].isspace() else f"“{name[at]}”"
    return f"名称“{name}”里不能有{sign}"
