"""Names in a year: what may be cited under each, and that no two things share one."""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.content.defects import value as defects
from jixiao.content.stated.values import Notes, told
from jixiao.diagnostic import Diagnostic, Related
from jixiao.language.name import name_mistake
from jixiao.source import Place, Text

#: what the engine answers to itself: the unit, the dates, the figures
RESERVED = (
    "全称",
    "简称",
    "自称",
    "本年",
    "上年",
    "下年",
    "年末",
    "项目",
    "预算执行率",
    "预算调整率",
    "在职人员控制率",
)


@dataclass(slots=True)
class Names:
    """The names taken so far, each with its place, or None for one that was never typed."""

    places: dict[str, Place | None] = field(default_factory=lambda: dict.fromkeys(RESERVED))

    def reserve(self, name: str, place: Place | None) -> None:
        """Take a name that is fixed, like those of the accounts."""
        self.places[name] = place

    def claim(self, name: Text, notes: Notes) -> bool:
        """Take a name that the writer gave; False, with a finding, if it cannot be had."""
        mistake = name_mistake(name.value)
        if mistake:
            notes.lose(told(mistake, name, defects.BAD_NAME))
            return False
        if name.value in self.places:
            # The name itself is not lost: it is the first one's.
            notes.told.append(_taken(name, self.places[name.value]))
            return False
        self.places[name.value] = name.place()
        return True


def _taken(name: Text, first: Place | None) -> Diagnostic:
    if first is not None:
        return defects.DUPLICATE_NAME.at(
            name.place(),
            f"名称“{name}”用了两次，前一次在{first.file}第{first.line}行",
            hint="同一个数只写一次；是两件事，就给其中一个换上更具体的名称",
            related=[Related(first, "前一次在这里")],
        )
    if name.value in RESERVED:
        message, hint = f"“{name}”是程序自带的名称，不能另作他用", "请换一个更具体的名称"
    else:
        message = f"“{name}”是预算.yaml里的科目，不能另作他用"
        hint = "是同一个数，就只写在预算.yaml里；是两件事，就换一个更具体的名称"
    return defects.DUPLICATE_NAME.at(name.place(), message, hint=hint)
