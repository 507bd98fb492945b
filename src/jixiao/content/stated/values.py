"""Single values of the content: texts, quantities of the right unit, dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from jixiao.content.defects import value as defects
from jixiao.content.reading.slips import split_slip
from jixiao.content.schema.check import is_null
from jixiao.content.stated.flow import one_line
from jixiao.diagnostic import Defect, Diagnostic
from jixiao.language.mistake import Mistake, MistakeKind
from jixiao.language.quantity import Date, Measure, Quantity, parse
from jixiao.model.content import Stated
from jixiao.model.document import Mapping, Node, Scalar, Sequence
from jixiao.source import Text

_KINDS = {
    MistakeKind.FULL_WIDTH: defects.FULL_WIDTH_DIGITS,
    MistakeKind.NO_UNIT: defects.NO_UNIT,
    MistakeKind.BAD_DATE: defects.BAD_DATE,
    MistakeKind.BLANK: defects.BLANK_INSIDE,
    MistakeKind.TRAILING: defects.TRAILING,
    MistakeKind.TOO_LONG: defects.TOO_LONG,
}

#: Says what is wrong with a quantity's unit, and how to mend it; None where nothing is.
Judge = Callable[[Quantity], tuple[str, str] | None]


@dataclass(slots=True)
class Notes:
    """What is found on the way, and whether anything was left out for it."""

    told: list[Diagnostic] = field(default_factory=list)
    whole: bool = True

    def lose(self, *diagnostics: Diagnostic) -> None:
        """Take note of findings for which an entry is left out."""
        self.told.extend(diagnostics)
        self.whole = False


def scalar(mapping: Node | None, key: str) -> Text | None:
    """Return the text under a key, on one line; None where there is none."""
    entry = mapping.entry(key) if isinstance(mapping, Mapping) else None
    if entry is None or not isinstance(entry.value, Scalar) or is_null(entry.value):
        return None
    return one_line(entry.value.text)


def child(mapping: Node | None, key: str) -> Node | None:
    """Return the node under a key, or None."""
    entry = mapping.entry(key) if isinstance(mapping, Mapping) else None
    return entry.value if entry else None


def members(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a sequence; none of anything else."""
    return node.items if isinstance(node, Sequence) else ()


def told(mistake: Mistake, text: Text, defect: Defect) -> Diagnostic:
    """Return the finding on a grammar's mistake, at the characters that it speaks of."""
    end = max(mistake.end, min(mistake.start + 1, len(text.value)))
    place = text.place(mistake.start, end)
    return defect.at(place, mistake.message, hint=mistake.hint)


def quantity(name: str, text: Text, notes: Notes, judge: Judge | None = None) -> Stated | None:
    """Return the quantity that a text states under a name; None, with a finding, if it is none."""
    parsed = parse(text.value)
    if isinstance(parsed, Mistake):
        notes.lose(_unreadable(parsed, text))
        return None
    fault = judge(parsed) if judge else None
    if fault:
        notes.lose(defects.WRONG_UNIT.at(text.place(), f"“{name}”{fault[0]}", hint=fault[1]))
        return None
    return Stated(name, parsed, text.place())


def _unreadable(mistake: Mistake, text: Text) -> Diagnostic:
    slip = split_slip(text) if mistake.kind is not MistakeKind.FULL_WIDTH else None
    if slip:
        return slip[0]
    return told(mistake, text, _KINDS.get(mistake.kind, defects.NOT_A_NUMBER))


def is_money(stated: Quantity) -> tuple[str, str] | None:
    """Judge an amount of money."""
    if isinstance(stated, Measure) and stated.dimension == "元":
        return None
    return f"应为金额，写成了“{stated}”", "单位用元、万元或亿元，如 993.19万元"


def is_staff(stated: Quantity) -> tuple[str, str] | None:
    """Judge a number of people."""
    if isinstance(stated, Measure) and stated.unit in {"名", "人"}:
        return None
    return f"应为人数，写成了“{stated}”", "单位用名或人，如 68名"


def is_rate(stated: Quantity) -> tuple[str, str] | None:
    """Judge a rate."""
    if isinstance(stated, Measure) and stated.dimension == "%":
        return None
    return f"应为百分比，写成了“{stated}”", "写成百分比，如 121.8%"


def same_kind(value: Quantity) -> Judge:
    """Return the judge of what must be measured as a value is."""
    return partial(_is_alike, value)


def _is_alike(value: Quantity, stated: Quantity) -> tuple[str, str] | None:
    if type(stated) is type(value) and _dimension(stated) == _dimension(value):
        return None
    message = f"的单位与值不同：值是“{value}”，这里是“{stated}”"
    return message, f"目标与值要用同一种单位；值是{value}"


def _dimension(stated: Quantity) -> str:
    return stated.dimension if isinstance(stated, Measure) else ""


def day(text: Text, notes: Notes) -> Text | None:
    """Return a text that states a day of the calendar; None, with a finding, if it does not."""
    parsed = parse(text.value)
    if isinstance(parsed, Date) and parsed.day is not None:
        return text
    if isinstance(parsed, Mistake) and parsed.kind is MistakeKind.BAD_DATE:
        notes.lose(told(parsed, text, defects.BAD_DATE))
        return None
    message = f"“{text}”不是年月日齐全的日期"
    notes.lose(defects.BAD_DATE.at(text.place(), message, hint="写成 2024年4月3日 这样"))
    return None
