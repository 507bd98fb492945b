"""Accounts that a report states more than once: the later statements must repeat the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.claims.ledger import Claim, Ledger, stretch
from jixiao.claims.projects import is_of_a_project, is_on_all_projects
from jixiao.claims.roles import Account, Role, accounts_of
from jixiao.claims.sentence import Number, Passage, Sentence
from jixiao.diagnostic import Severity

#: how a total says that it is one, by role; a bare 支出 may be of anything
_EXPLICIT = {
    Role.BASIC: re.compile(r"基本支出(?:总额|总金额|合计|决算)?(?:数|共|为)*$"),
    Role.PROJECT: re.compile(r"项目支出(?:总额|总金额|合计|决算)?(?:数|共|为)*$"),
    Role.ACTUAL: re.compile(
        r"(?:整体|部门|总)支出(?:总额|合计|总计|决算)?(?:数|共|为)*$|支出(?:合计|总计|总额)为?$"
    ),
    Role.INCOME: re.compile(r"总收入(?:为)?$|收入(?:合计|总计|总额)为?$"),
}
_NAMES = {
    Role.BASIC: "基本支出",
    Role.PROJECT: "项目支出",
    Role.ACTUAL: "支出合计",
    Role.INCOME: "收入合计",
}
#: words of a sentence that speaks of a part of the year, of the funds or of another year
_PARTIAL = re.compile(
    r"上年|去年|半年|季度|[0-9]月|[比较]20|预算(?:数|安排|批复|内)|年初|一般公共预算|财政拨款|基金|专户|非税|按功能"
)
_YEAR = re.compile(r"20[0-9]{2}(?=年)")
#: two amounts further apart than this share are hardly the same account
_SLIP = Fraction(1, 5)


def restated(passages: Sequence[Passage], ledger: Ledger) -> None:
    """Note that each account of the unit, where it is stated again, is what it was at first."""
    first: dict[tuple[Role, str], Number] = {}
    year = ""
    for passage in passages:
        if is_of_a_project(passage) and not is_on_all_projects(passage):
            continue
        for sentence in passage.sentences:
            year = (_YEAR.findall(sentence.value) or [year])[0]  # the last one told goes on
            for account in _explicit(sentence):
                known = first.setdefault((account.role, year), account.number)
                if known is not account.number:
                    _same(sentence, account, known, ledger)


def _explicit(sentence: Sentence) -> Iterator[Account]:
    if _PARTIAL.search(sentence.value):
        return
    for one in accounts_of(sentence.numbers):
        form = _EXPLICIT.get(one.role)
        if form and one.is_of_the_unit and form.search(one.number.label):
            yield one


def _same(sentence: Sentence, account: Account, known: Number, ledger: Ledger) -> None:
    amounts = [Fraction(one.measure.amount) for one in (known, account.number)]
    if abs(amounts[0] - amounts[1]) > max(amounts) * _SLIP:
        return
    name = _NAMES[account.role]
    left, right = ledger.name(account.number, name), ledger.name(known, name)
    shown = stretch(sentence, (account.number,))
    ledger.state(Claim(left, "=", right, shown, Severity.ERROR, _REMARK))


_REMARK = "同一个数前后应当一致；以决算为准，改正错的一处"
