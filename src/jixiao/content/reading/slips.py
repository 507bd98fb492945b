"""Slips of a Chinese keyboard in YAML: `年度：2023`, `编制:68`, U+3000 indentation, `-项`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jixiao.content.defects import syntax as defects
from jixiao.content.reading.mended import Reading
from jixiao.diagnostic import Diagnostic
from jixiao.source import Place, Source, Text

#: A name, a colon of either width that no blank follows, and the rest of the line. What stands
#: before the colon is short and holds no mark of a sentence; no name begins with a digit.
SLIP = re.compile(
    r"(?P<key>\"[^\"\n]{1,40}\"|'[^'\n]{1,40}'"
    r"|[^\s：:，。；！？、#\"'\[\]{}|>&*!%@`0-9-][^：:，。；！？#\n]{0,39}?)"
    r"[ \t\u3000\u00a0]*(?P<colon>：[\u3000\u00a0]?|:(?:[\u3000\u00a0]|(?=\S)))"
    r"(?P<rest>[^\n]*)"
)
_SHOWN = 20
_COMMENT = re.compile(r"(?:^|\s+)#.*")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in a file; `mended` replaces its characters so that YAML can be read on."""

    diagnostic: Diagnostic
    #: None where mending would have to guess
    mended: str | None = None

    @property
    def place(self) -> Place:
        """Where the slip stands."""
        return self.diagnostic.place


def typed_colon(place: Place, found: re.Match[str]) -> Slip:
    """Return the slip of a colon that `SLIP` found."""
    rest = _COMMENT.sub("", found["rest"]).strip(" \t\u3000\u00a0")
    key = found["key"].strip()
    meant = f"{key}: {rest[:_SHOWN]}{'……' if len(rest) > _SHOWN else ''}".rstrip()
    hint = f"请改为“{meant}”（半角冒号{'，后面一个空格' if rest else ''}）"
    if found["colon"].startswith("："):
        message = f"“{key}”后面是全角冒号“：”，应为半角冒号"
        diagnostic = defects.FULL_WIDTH_COLON.at(place, message, hint=hint)
    else:
        message = f"“{key}”的冒号后面缺少空格"
        diagnostic = defects.NO_SPACE_AFTER_COLON.at(place, message, hint=hint)
    return Slip(diagnostic, ": " if rest else ":".ljust(len(place.text)))


def typed_dash(place: Place) -> Slip:
    """Return the slip of a `-` that begins an item without a blank behind it."""
    message = "列表的短横“-”后面缺少空格"
    hint = "请在短横后加一个空格：“- ……”"
    return Slip(defects.NO_SPACE_AFTER_DASH.at(place, message, hint=hint), "- ")


def odd_indentation(place: Place) -> Slip:
    """Return the slip of a line that is indented with other characters than spaces."""
    hint = "缩进只用半角空格，每层两个；请删去行首的空白，切换到英文输入法再输空格"
    if "\t" in place.text:
        message = "缩进用了制表符（Tab键），应为半角空格"
        return Slip(defects.TAB_INDENTATION.at(place, message, hint=hint))
    kind = "全角空格" if "\u3000" in place.text else "不间断空格"
    message = f"缩进用了{kind}，应为半角空格"
    return Slip(defects.FULL_WIDTH_INDENTATION.at(place, message, hint=hint))


def split_slip(text: Text) -> tuple[Diagnostic, Text, Text] | None:
    """Return what is wrong with text meant as `键: 值`, and both of its parts; or None."""
    found = SLIP.match(text.value)
    if not found:
        return None
    slip = typed_colon(text.place(*found.span("colon")), found)
    start = found.end() - len(found["rest"].lstrip(" \t\u3000\u00a0"))
    return slip.diagnostic, text.slice(*found.span("key")), text.slice(start)


def colon_slips(text: Text) -> tuple[Diagnostic, ...]:
    """Return a finding for each line of a text that was meant as `键: 值`."""
    offset, told = 0, []
    for line in text.value.split("\n"):
        start = offset + len(line) - len(line.lstrip("- \u3000\u00a0"))
        told.append(split_slip(text.slice(start, offset + len(line))))
        offset += len(line) + 1
    return tuple(one[0] for one in told if one)


def mend(source: Source, slips: tuple[Slip, ...]) -> Reading:
    """Return the source with its slips, in order, mended, to be read on."""
    parts: list[str] = []
    added: list[int] = []
    at = size = 0
    for slip in slips:
        mended = slip.mended or slip.place.text
        parts += [source.content[at : slip.place.start], mended]
        size += slip.place.start - at
        added.extend(range(size + len(slip.place.text), size + len(mended)))
        size += len(mended)
        at = slip.place.end
    parts.append(source.content[at:])
    return Reading(source, "".join(parts), tuple(added))
