"""Family B: amounts of one report that are printed to the same digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.money.accounts import is_wan, may_be_small
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: amounts to the second decimal of which a report has at least so many, some with a zero there
_FEWEST, _FEWEST_ZEROS = 6, 2
_PLACES = 2
#: the accounts themselves, not what was saved, lent or raised
_ACCOUNT = re.compile(
    r"(?:预算|决算|支出|追加|追减|调增|调减|收入|下达|拨付)(?:金额|总额|数|资金|经费)?"
    r"(?:总计|共计|合计|共|为|是)?$"
)
_ONE = re.compile(r"[0-9,]+\.[1-9]")


@rule("B311", "金额少印了一位小数", Severity.QUESTION)
def decimal_left_out(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """收支的金额都印两位小数，末位是0的也照印，唯独一个只印了一位。

    **为什么**：少的一位可能是0，也可能是漏打的一个数字；同一份报告的金额，位数应当一致。

    **反例**：追加86.40万元，支出266.40万元；另一个项目追加45.20万元，支出145.2万元。

    **正例**：追加45.20万元，支出145.20万元。

    **依据**：部门决算、绩效自评各表的金额保留两位小数；同一份报告前后一致。
    """
    amounts = list(_amounts(reading))
    precise = [digits for digits, _, _ in amounts if digits[-_PLACES - 1 : -_PLACES] == "."]
    zeros = sum(one.endswith("0") for one in precise)
    coarse = [(sentence, at) for digits, sentence, at in amounts if _ONE.fullmatch(digits)]
    if len(coarse) != 1 or len(precise) < _FEWEST or zeros < _FEWEST_ZEROS:
        return
    sentence, at = coarse[0]
    words = sentence.words(at)
    yield defect.at(
        sentence.place(at),
        f"“{sentence.label(at)}{words}”只印一位小数，其他收支都印两位",
        hint=f"核对账目；无误的写作“{words.replace('万', '0万', 1)}”",
    )


def _amounts(reading: Reading) -> Iterator[tuple[str, Sentence, int]]:
    """Yield the amounts of the accounts in 万元, each with its digits."""
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if not is_wan(one.measure) or may_be_small(sentence, at):
                continue
            if _ACCOUNT.search(sentence.label(at)):
                yield one.measure.digits, sentence, at
