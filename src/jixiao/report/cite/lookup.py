"""What a citation prints, or what is wrong with it."""

from __future__ import annotations

from jixiao.diagnostic import Diagnostic
from jixiao.language.citation import Citation
from jixiao.report import vocabulary as v
from jixiao.report.defects.citation import (
    UNKNOWN_CITATION,
    UNKNOWN_FILTER,
    UNKNOWN_PART,
    UNSTATED_CITATION,
)
from jixiao.report.nearest import Nearest, suggestion
from jixiao.report.register import Register, missing_inputs, printed
from jixiao.source import Place


def look_up(register: Register, citation: Citation, place: Place) -> str | Diagnostic:
    """Return what a citation of anything but a passage prints, or the finding at its place."""
    if citation.filter:
        return _unknown_filter(citation, place)
    number = register.number(citation.name, citation.part)
    if number is not None:
        return str(printed(number))
    word = None if citation.part else register.word(citation.name)
    return word if word is not None else _complain(register, citation, place)


def is_unstated(register: Register, citation: Citation) -> bool:
    """Return whether a citation names something that exists and under which nothing is stated."""
    if citation.filter or register.number(citation.name, citation.part) is not None:
        return False
    if citation.part:
        return citation.part in register.parts(citation.name)
    return citation.name in v.ACCOUNTS or citation.name in v.RATES


def _complain(register: Register, citation: Citation, place: Place) -> Diagnostic:
    if not register.is_known(citation.name):
        return _unknown(register, citation, place)
    if citation.part and citation.part not in register.parts(citation.name):
        return _unknown_part(register, citation, place)
    return _unstated(register, citation, place)


def _unknown(register: Register, citation: Citation, place: Place) -> Diagnostic:
    near = suggestion(register.nearest(citation.name))
    hint = near or "在 事实.yaml 里加上它，或者改成已有的名称"
    return UNKNOWN_CITATION.at(
        place, f"没有叫“{citation.name}”的事实、项目或段落", hint=hint, subjects=[citation.name]
    )


def _unknown_part(register: Register, citation: Citation, place: Place) -> Diagnostic:
    parts = register.parts(citation.name)
    if parts:
        listed = "、".join(f".{one}" for one in parts)
        near = Nearest(parts).to(citation.part)
        hint = f"{suggestion(near)}“{citation.name}”可以引用的部分：{listed}"
    else:
        hint = f"它没有部分，写成【{citation.name}】"
    message = f"“{citation.name}”没有“{citation.part}”这一部分"
    return UNKNOWN_PART.at(place, message, hint=hint, subjects=[citation.name])


def _unstated(register: Register, citation: Citation, place: Place) -> Diagnostic:
    name = v.spoken(v.part_of(citation.name, citation.part))
    return UNSTATED_CITATION.at(
        place,
        f"引用了{name}，但内容里没有填，也算不出来",
        hint=_remedy(register, citation),
        subjects=[citation.name, v.part_of(citation.name, citation.part)],
    )


def _remedy(register: Register, citation: Citation) -> str:
    name, part = citation.name, citation.part
    if name in v.UNIT_NAMES:
        return f"在 单位.yaml 里补“{name}: ……”"
    if part == v.TARGET:
        return f"在“{name}”下补“{v.TARGET}: ……”"
    if part == v.COMPLETION_RATE:
        return f"在“{name}”下补确切的、不为零的“{v.TARGET}: ……”，完成率按 值÷目标 计算"
    if part == v.EXECUTION_RATE:
        return f"在 预算.yaml 的“{name}”下补齐年初预算、调整追加、支出，执行率由它们算出"
    if part:
        return f"在 预算.yaml 的“{name}”下补“{part}: ……”"
    lacking = missing_inputs(name, register.report)
    return f"在 预算.yaml 里补{lacking}" if lacking else "分母为零或为约数，算不出来；改写这一句"


def _unknown_filter(citation: Citation, place: Place) -> Diagnostic:
    whole = v.part_of(citation.name, citation.part)
    return UNKNOWN_FILTER.at(
        place,
        f"“|{citation.filter}”用不了：现在还没有任何“|”写法",
        hint=f"写成【{whole}】",
        subjects=[citation.name],
    )
