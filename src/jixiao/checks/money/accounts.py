"""Amounts of money as rules read them: in 元 or 万元, of the accounts or for one head."""

from __future__ import annotations

import re

from jixiao.checks.sentences import Sentence
from jixiao.language.measure import Measure

#: how the words before an amount of the accounts end
_ACCOUNT = re.compile(
    r"(?:预算|决算|支出|追加|调增|调减|追减|执行|到位|下达|拨付|拨款|收入|安排|投入|支付|使用|资金|经费)"
    r"(?:金额|数额|总额|总数|数|资金|经费|预算)?(?:总计|共计|合计|累计|共|为|是|了|达到?|计)?$"
)
#: words that make small sums right: what one gets, what is paid for one, what is left over
_SMALL = re.compile(
    r"均|每|单价|标准|奖|罚|补贴|补助|津贴|工资|餐|票|差旅|利息|手续费|押金|学费"
    r"|收费|价|租|水费|电费|电话费|误工|慰问|赔|退|结余|结转|余额|剩余|节约|节余|差额|尾款|零星|以上|以下"
)
_PER_HEAD = re.compile(r"均|每|单价|标准")


def is_yuan(measure: Measure) -> bool:
    """Return whether it is an exact amount in plain 元."""
    return measure.unit == "元" and not measure.magnitude and measure.is_exact


def is_wan(measure: Measure) -> bool:
    """Return whether it is an exact amount in 万元."""
    return measure.unit == "元" and measure.magnitude == "万" and measure.is_exact


def names_account(sentence: Sentence, at: int) -> bool:
    """Return whether the words before a number end as those before an amount of the accounts do."""
    return _ACCOUNT.search(sentence.label(at)) is not None


def is_per_head(sentence: Sentence, at: int) -> bool:
    """Return whether an amount is for one person, one piece or one day."""
    is_rated = sentence.after(at, 1) in {"/", "／", "每"}
    return is_rated or _PER_HEAD.search(sentence.before(at)) is not None


def may_be_small(sentence: Sentence, at: int) -> bool:
    """Return whether an amount may well be a few 元."""
    return is_per_head(sentence, at) or _SMALL.search(sentence.before(at)) is not None


def is_of_the_accounts(sentence: Sentence, at: int) -> bool:
    """Return whether a number is an amount of the accounts, not one of those that are small."""
    return names_account(sentence, at) and not may_be_small(sentence, at)
