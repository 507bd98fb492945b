"""YAML's own errors in the writer's words: what was typed there, and how to type it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml.error import Mark, MarkedYAMLError, YAMLError

from jixiao.content.defects import syntax as defects
from jixiao.content.reading import faults
from jixiao.content.reading.compose import DEEPEST
from jixiao.content.reading.mended import Reading
from jixiao.content.reading.slips import odd_indentation
from jixiao.diagnostic import Defect, Diagnostic
from jixiao.source import Place

_QUOTE = "给整个值加上英文双引号，或改用全角符号"
_KEY_BEFORE = re.compile(r"[^\n]*\S\s*:\s")
_TOKEN = re.compile(r"\S[^\s,\[\]{}]*")
_ALIGN = "同一层的各行要左对齐，下一层多缩进两个半角空格；接上一行的文字要比键缩进得多"


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where YAML gave up: the index of the problem and of what it was reading then."""

    reading: Reading
    problem: int
    context: int

    @property
    def text(self) -> str:
        """The whole text."""
        return self.reading.source.content

    @property
    def character(self) -> str:
        """The character at the problem; empty at the end of the text."""
        return self.text[self.problem : self.problem + 1]

    @property
    def line_start(self) -> int:
        """The index where the problem's line begins."""
        return self.text.rfind("\n", 0, self.problem) + 1

    @property
    def before(self) -> str:
        """The last character before the problem that is no blank, on the same line."""
        return self.text[self.line_start : self.problem].rstrip()[-1:]

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place from start to end, or of one character."""
        stop = min(start + 1, len(self.text)) if end is None else end
        return self.reading.source.place(start, stop)

    def rest(self, start: int) -> Place:
        """Return the place from start to the end of its line, without blanks and comment."""
        end = self.text.find("\n", start)
        line = self.text[start : len(self.text) if end < 0 else end]
        return self.place(start, start + max(len(line.partition(" #")[0].rstrip()), 1))


_Said = tuple[Defect, Place, str, str]


def explain(error: YAMLError, reading: Reading) -> Diagnostic:
    """Return what a syntax error of YAML means to the writer."""
    if not isinstance(error, MarkedYAMLError):
        spot = _Spot(reading, 0, 0)
        return _told(_other(spot))
    problem, context = _index(reading, error.problem_mark), _index(reading, error.context_mark)
    spot = _Spot(
        reading,
        problem if problem is not None else context or 0,
        context if context is not None else problem or 0,
    )
    said = f"{error.context or ''} {error.problem or ''}"
    if "maximum nesting depth" in said:  # newer libyaml stops by itself, before our own bound
        return faults.too_deep(spot.place(spot.problem), DEEPEST)
    if "tag" in said.split() and spot.text[spot.context : spot.context + 1] == "!":
        found = _TOKEN.match(spot.text, spot.context)
        return faults.tagged(spot.place(spot.context, found.end() if found else None))
    if spot.character == "\t" or "tab character" in said:
        return odd_indentation(spot.place(spot.problem)).diagnostic
    return _told(next((say for sign, say in _SAYINGS if sign in said), _other)(spot))


def _told(said: _Said) -> Diagnostic:
    defect, place, message, hint = said
    return defect.at(place, message, hint=hint)


def _index(reading: Reading, mark: Mark | None) -> int | None:
    return None if mark is None else reading.origin(mark.index)


def _unclosed_quote(spot: _Spot) -> _Said:
    hint = "在这段文字的末尾补上同样的英文引号；文中的引号请用中文的“”"
    place = spot.rest(spot.context)
    return defects.UNCLOSED_QUOTE, place, "从这里开始的英文引号没有闭合", hint


def _escape(spot: _Spot) -> _Said:
    at = max(spot.text.rfind("\\", 0, spot.problem + 1), 0)
    message = f"双引号里的“{spot.text[at : at + 2].strip()}”不是YAML认识的转义"
    hint = "要写“\\”本身就写“\\\\”；不需要转义时，把双引号换成单引号"
    return defects.BAD_ESCAPE, spot.place(at, min(at + 2, len(spot.text))), message, hint


def _special(spot: _Spot) -> _Said:
    return _special_at(spot, spot.problem)


def _special_in_context(spot: _Spot) -> _Said:
    return _special_at(spot, spot.context)


def _special_at(spot: _Spot, at: int) -> _Said:
    character = spot.text[at : at + 1]
    if not character:
        return _unclosed_bracket(spot)
    message = f"文字以“{character}”开头，这个符号在YAML里另有含义"
    hint = _QUOTE
    if spot.text[at + 1 : at + 2] in {" ", "\u3000"} and character in "*&":
        hint = "列表的每一项用“- ”开头"
    return defects.SPECIAL_START, spot.place(at), message, hint


def _colon(spot: _Spot) -> _Said:
    line = spot.text[spot.line_start : spot.problem]
    if _KEY_BEFORE.match(line + " "):
        message = "文字里有半角冒号加空格，被当成了又一个“键: 值”"
        hint = "请改用全角冒号“：”，或给整个值加上英文双引号"
        return defects.COLON_IN_TEXT, spot.place(spot.problem), message, hint
    start = spot.line_start + len(line) - len(line.lstrip())
    message = "这个键的缩进不对：上一行已经有值，不能再有下一层"
    return defects.BAD_INDENTATION, spot.place(start, spot.problem), message, _ALIGN


def _no_colon(spot: _Spot) -> _Said:
    message = "这一行在键的位置，却没有“键: 值”的冒号"
    hint = "写成“键: 值”；是上一行文字的延续，就比上一行的键多缩进两个空格"
    return defects.NO_COLON, spot.rest(spot.context), message, hint


def _dash(spot: _Spot) -> _Said:
    line = spot.text[spot.line_start : spot.problem]
    if ":" in line:
        message = "列表的“-”不能和键写在同一行"
        hint = "从下一行写起，缩进两个空格；文字本身以“- ”开头的，给整个值加上英文双引号"
        return defects.DASH_AFTER_KEY, spot.place(spot.problem), message, hint
    return _misaligned(spot)


def _misaligned(spot: _Spot) -> _Said:
    if spot.before in {'"', "'"}:
        message = "英文引号闭合以后还有文字"
        hint = "引号要括住整个值；文中的引号请用中文的“”，或检查前面的引号是否少了一个"
        return defects.TEXT_AFTER_QUOTE, spot.rest(spot.problem), message, hint
    if spot.before in {"]", "}"}:
        message = f"“{spot.before}”闭合以后还有文字"
        hint = "以括号开头的文字，给整个值加上英文双引号"
        return defects.TEXT_AFTER_QUOTE, spot.rest(spot.problem), message, hint
    if spot.character == "-":
        message = "列表的“-”与上面的“键: 值”混在一层"
        return defects.BAD_INDENTATION, spot.rest(spot.problem), message, _ALIGN
    message = "这一行的缩进与同一层的其他行没有对齐"
    return defects.BAD_INDENTATION, spot.rest(spot.problem), message, _ALIGN


def _unclosed_bracket(spot: _Spot) -> _Said:
    at = spot.context
    if spot.text[at : at + 1] not in {"[", "{"}:
        at = max(spot.text.rfind("[", 0, spot.problem), spot.text.rfind("{", 0, spot.problem), 0)
    shown = spot.text[at : at + 1]
    message = f"从这里开始的“{shown}”没有闭合，或者其中缺少半角逗号"
    hint = "补上闭合的括号，各项用半角逗号隔开；文字本身以括号开头的，给整个值加上英文双引号"
    return defects.UNCLOSED_BRACKET, spot.place(at), message, hint


def _second_document(spot: _Spot) -> _Said:
    first = re.search(r"^%[^\n]*", spot.text, re.MULTILINE)
    if first and first.start() <= spot.problem:
        return _special_at(spot, first.start())
    message = "文件的内容到上面已经结束，这里又另起了一份"
    hint = "请删去单独一行的“...”；顶层要么全是“键: 值”，要么全是“- ”开头的列表"
    return defects.SEVERAL_DOCUMENTS, spot.rest(spot.problem), message, hint


def _other(spot: _Spot) -> _Said:
    place = spot.rest(spot.problem) if spot.character else spot.place(spot.problem)
    hint = "请对照上下行检查符号、引号和缩进；不放心的文字，给整个值加上英文双引号"
    return defects.OTHER_SYNTAX, place, "这里不合YAML的写法", hint


#: What the messages of both parsers, the one in C and the one in Python, have in common.
_SAYINGS: tuple[tuple[str, Callable[[_Spot], _Said]], ...] = (
    ("found unexpected end of stream", _unclosed_quote),
    ("found unexpected document", _unclosed_quote),
    ("escape", _escape),
    ("hexdecimal number", _escape),
    ("hexadecimal", _escape),
    ("scanning an alias", _special_in_context),
    ("scanning an anchor", _special_in_context),
    ("scanning a block scalar", _special_in_context),
    ("scanning a directive", _special_in_context),
    ("cannot start any token", _special),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("sequence entries are not allowed", _dash),
    ("flow sequence", _unclosed_bracket),
    ("flow mapping", _unclosed_bracket),
    ("node content", _special),
    ("document start", _second_document),
    ("block mapping", _misaligned),
    ("block collection", _misaligned),
    ("block sequence", _misaligned),
)
