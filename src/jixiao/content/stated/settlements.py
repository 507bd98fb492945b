"""核实.yaml: findings that a person has looked into, each with its reason."""

from __future__ import annotations

from difflib import get_close_matches

from jixiao.content.defects import settlement as defects
from jixiao.content.stated.values import Notes, day, members, scalar
from jixiao.language.quote import LEAST, words
from jixiao.model.content import Settlement
from jixiao.model.document import Mapping, Node
from jixiao.source import Text

FILES = (
    "单位.yaml",
    "预算.yaml",
    "事实.yaml",
    "勾稽.yaml",
    "正文.yaml",
    "错别字.yaml",
    "outline.yaml",
)


def settlements(
    root: Node | None, notes: Notes, files: tuple[str, ...] | None = FILES
) -> tuple[Settlement, ...]:
    """Return the settlements of a document's root; what is at fault in it is left out.

    `files` are those that a finding may stand in; None where they may have any name.
    """
    made = (_settlement(item, notes, files) for item in members(root))
    return tuple(one for one in made if one)


def _settlement(item: Node, notes: Notes, files: tuple[str, ...] | None) -> Settlement | None:
    code, reason, date = (scalar(item, key) for key in ("规则", "说明", "日期"))
    if code is None or reason is None or date is None:
        return None
    subject, file, quote = (scalar(item, key) for key in ("对象", "位置", "原文"))
    checked = day(date, notes)
    if subject is None and file is None and quote is None:
        _tell_aimless(item, notes)
        return None
    if file is not None and files is not None and not _is_known(file, files, notes):
        return None
    if quote is not None and not _is_telling(quote, notes):
        return None
    return Settlement(
        code,
        subject.value if subject else "",
        file.value if file else "",
        reason.value,
        checked.value if checked else "",
        quote.value if quote else "",
    )


def _tell_aimless(item: Node, notes: Notes) -> None:
    place = item.entries[0].key.place if isinstance(item, Mapping) else item.place
    message = "这条核实没有写是哪个“对象”，也没有写“原文”或“位置”"
    hint = "加一行“对象: 事实、项目的名称”，或“原文: 那句话里的几个字”，照检查结果里写的"
    notes.lose(defects.AIMLESS.at(place, message, hint=hint))


def _is_known(file: Text, files: tuple[str, ...], notes: Notes) -> bool:
    name = file.value.rpartition("/")[2]
    if name in files:
        return True
    near = get_close_matches(name, files, n=1, cutoff=0.5)
    hint = f"是不是“{near[0]}”？" if near else f"可以写：{'、'.join(files)}"
    notes.lose(defects.UNKNOWN_FILE.at(file.place(), f"没有“{file}”这个文件", hint=hint))
    return False


def _is_telling(quote: Text, notes: Notes) -> bool:
    if len(words(quote.value)) >= LEAST:
        return True
    message = f"原文“{quote}”太短，说不准是哪一处"
    hint = f"连同前后的字一起抄，标点以外至少{LEAST}个字"
    notes.lose(defects.SHORT_QUOTE.at(quote.place(), message, hint=hint))
    return False
