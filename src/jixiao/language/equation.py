"""The grammar of equations: `专利累计授权量 = 发明专利授权量 + 实用新型授权量`.

Sums and products of names, numbers and `数值(…)`, compared by `=`, `<=`, `>=`, `<`, `>`;
comparisons may be chained. Full-width operators mean the same as half-width ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from jixiao.language.expression import (
    Bare,
    Comparator,
    Equation,
    Expression,
    Name,
    Negative,
    Number,
    Operation,
    Operator,
    names,
    show,
)
from jixiao.language.measure import MAGNITUDE_PATTERN, MOST_DIGITS, UNIT_PATTERN, is_grouped
from jixiao.language.mistake import Mistake, MistakeKind
from jixiao.language.name import NAME

__all__ = [
    "Bare",
    "Equation",
    "Expression",
    "Name",
    "Negative",
    "Number",
    "Operation",
    "names",
    "parse",
    "show",
]

_DEEPEST = 40
#: tokens of one equation; a tree of that many still fits every recursion over it
_MOST_TOKENS = 240
_LONGEST = 2000
_WIDE = str.maketrans(
    "＋－−×＊÷／＝≤≥＜＞（）．％，０１２３４５６７８９", "+--**//=≤≥<>().%,0123456789"
)
_TOKEN = re.compile(
    rf"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<magnitude>{MAGNITUDE_PATTERN})?"
    rf"(?P<unit>{UNIT_PATTERN})?"
    r"|(?P<bare>数值)\s*(?=\()"
    rf"|(?P<name>{NAME.pattern})(?:\.(?P<part>[^\W\d_]+))?"
    r"|(?P<comparator>==|<=|>=|≤|≥|=|<|>)"
    r"|(?P<sign>[-+*/()])"
)
_COMPARATORS = {"==": "=", "≤": "<=", "≥": ">="}
_Kind = Literal["number", "bare", "name", "comparator", "sign", "end"]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: _Kind
    text: str
    start: int
    end: int
    match: re.Match[str] | None = None


class _Stop(Exception):
    """Carries the first mistake out of the descent."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


def parse(text: str) -> Equation | Mistake:
    """Return the equation that a text states, or the first mistake in it."""
    if not text.strip():
        return Mistake(0, 0, MistakeKind.EMPTY, "算式是空的", "写成 合计 = 甲 + 乙 这样")
    if len(text) > _LONGEST:
        return _too_long(text)
    try:
        return _Parser(_tokens(text), text).equation()
    except _Stop as stop:
        return stop.mistake


def _tokens(text: str) -> tuple[_Token, ...]:
    narrow = text.translate(_WIDE)
    tokens: list[_Token] = []
    at = 0
    while at < len(narrow):
        if narrow[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(narrow, at)
        if found is None:
            raise _Stop(_foreign(text, at))
        kind = cast("_Kind", "number" if found["number"] else found.lastgroup)
        kind = "name" if found["name"] else kind
        tokens.append(_Token(kind, found[0].strip(), found.start(), found.end(), found))
        at = found.end()
        if len(tokens) > _MOST_TOKENS:
            raise _Stop(_too_long(text))
    return (*tokens, _Token("end", "", len(text), len(text)))


def _too_long(text: str) -> Mistake:
    return Mistake(0, len(text), MistakeKind.TOO_LONG, "算式太长了", "拆成几条来写")


def _foreign(text: str, at: int) -> Mistake:
    hint = "算式里只用名称、数、+ - * / ( )、= <= >= < > 和 数值(…)"
    if text[at] in ".。":
        hint = "点只用在名称和部分之间，前后没有空格，用半角：企业净增.完成率"
    return Mistake(at, at + 1, MistakeKind.SYNTAX, f"算式里不能有“{text[at]}”", hint)


class _Parser:
    """A descent over the tokens: comparison, sum, product, sign, atom."""

    def __init__(self, tokens: tuple[_Token, ...], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._at = 0
        self._depth = 0

    def equation(self) -> Equation:
        """Return the equation that all tokens make; raise the mistake where they make none."""
        sides = [self._sum()]
        comparators: list[Comparator] = []
        while self._peek().kind == "comparator":
            comparator = self._next().text
            comparators.append(cast("Comparator", _COMPARATORS.get(comparator, comparator)))
            sides.append(self._sum())
        if self._peek().kind != "end":
            raise self._wrong(self._peek(), "这里少了运算符")
        if not comparators:
            raise self._wrong(self._peek(), "算式里没有 =、<= 或 >=", "写成 合计 = 甲 + 乙 这样")
        return Equation(tuple(sides), tuple(comparators))

    def _sum(self) -> Expression:
        left = self._product()
        while self._peek().text in {"+", "-"}:
            operator = cast("Operator", self._next().text)
            left = Operation(operator, left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._signed()
        while self._peek().text in {"*", "/"}:
            operator = cast("Operator", self._next().text)
            left = Operation(operator, left, self._signed())
        return left

    def _signed(self) -> Expression:
        if self._peek().text != "-":
            return self._atom()
        self._deeper(self._next())
        inner = self._signed()
        self._depth -= 1
        return Negative(inner)

    def _atom(self) -> Expression:
        token = self._next()
        found = token.match
        match token.kind:
            case "number" if found:
                return self._number(token, found)
            case "name" if found:
                return Name(found["name"], found["part"] or "", token.start, token.end)
            case "bare":
                self._next()
                inner = self._bracketed(token)
                return Bare(inner, token.start, self._tokens[self._at - 1].end)
            case "sign" if token.text == "(":
                return self._bracketed(token)
        raise self._wrong(token, "这里应是名称、数或括号" if token.text else "算式没有写完")

    def _number(self, token: _Token, found: re.Match[str]) -> Number:
        digits, unit, magnitude = found["number"], found["unit"] or "", found["magnitude"] or ""
        if not is_grouped(digits):
            raise self._wrong(token, "千位逗号不对", f"改成 {found[0].replace(',', '')}")
        if len(digits) > MOST_DIGITS:
            raise self._wrong(token, "这个数太长", "核对位数")
        return Number(digits, magnitude, unit, token.start, token.end)

    def _bracketed(self, opening: _Token) -> Expression:
        self._deeper(opening)
        inner = self._sum()
        self._depth -= 1
        if self._next().text != ")":
            raise self._wrong(opening, "这个括号没有配对")
        return inner

    def _deeper(self, token: _Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            message = f"括号和负号套了{_DEEPEST}层以上"
            place = token.start, token.end
            raise _Stop(Mistake(*place, MistakeKind.TOO_DEEP, message, "拆成几条来写"))

    def _peek(self) -> _Token:
        return self._tokens[self._at]

    def _next(self) -> _Token:
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def _wrong(self, token: _Token, message: str, hint: str = "") -> _Stop:
        start = min(token.start, max(len(self._text) - 1, 0))
        typed = self._text[token.start : token.end]
        told = f"{message}，在“{typed[:30]}”处" if typed else message
        usual = "写成 合计 = 甲 + 乙、部分 <= 全部 这样"
        end = max(token.end, start + 1)
        return _Stop(Mistake(start, end, MistakeKind.SYNTAX, told, hint or usual))
