"""Family B: amounts of money whose unit is wrong, cut short or changes on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.money.accounts import is_of_the_accounts, is_wan, is_yuan
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.checks.several import further
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure
from jixiao.language.script import is_han

_TAIL = 8
#: an amount in 元 from here on is one that others give in 万元
_TEN_THOUSAND = 10000

_MONEY = re.compile(
    r"(?:资金|经费|支出|拨付|拨款|损失|金额|总额|贷款额|交易额|销售额|产值|预算|决算|追加|投资|投入|贷款|融资|收入"
    r"|罚没款|罚款|补助|奖补|奖金|基金|保证金|专款|款项|(?<![免消])费|费用|债券|利润|价值|财政|结转|结余|调增|调减|上年结转)"
    r"(?:总额|总计|共计|合计|累计|金额|共|约|为|是|达到?|达|计|近|了)*$"
)
#: what stands behind a number that ends there; a sign of a range, or 、 and a digit, leaves it open
_STOP = re.compile(r"[，。；：！？,;）)”（〕]|、(?![0-9])|用于|的[0-9]|$")
#: words that show a number without a unit to count something else
_COUNTED = re.compile(
    r"人|量|次|户|份|亩|字|粉丝|阅读|点击|播放|产|能|斤|吨|株|尾|册|卷|名额|平方|公里|关注|访问|信息|数据"
)
#: what is bought for a price; a whole number of ten thousands may count the things
_BOUGHT = re.compile(r"(?:购置|购买|采购|添置)[\u4e00-\u9fff]{1,12}(?:共|共计|合计|计|花费|用去)?$")
_MONEY_PLACES = 2


@rule("B302", "金额缺少“元”字", Severity.WARNING)
def amount_without_yuan(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """说钱的地方写了“10万”“1.2亿”，没有写“元”。

    **为什么**：口语里可以说“资金十万”，书面的金额必须有货币单位，否则读的人分不清是元、人次还是别的，
    表格和程序也认不出这是一笔钱。

    **反例**：拨付甲村道路维修资金15万；乙村30万元。

    **正例**：拨付甲村道路维修资金15万元；乙村30万元。

    **依据**：公文惯例：书面的金额连同货币单位一起写。
    """
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if one.has_unit or one.measure.magnitude[-1:] not in {"万", "亿"}:
                continue
            label = sentence.label(at)
            if not _STOP.match(sentence.after(at, 2)) and not _is_listed(sentence, at):
                continue
            money = _MONEY.search(label)
            bought = _BOUGHT.search(label) and one.measure.places
            if money or bought or _is_among_money(sentence, at):
                words = sentence.words(at)
                yield defect.at(
                    sentence.place(at),
                    f"“{money[0] if money else label[-_TAIL:]}{words}”没有写“元”",
                    hint=f"写作“{words}元”",
                    severity=Severity.QUESTION if bought and not money else None,
                )


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Return whether a number ends at a 、 behind which another thing is counted: 30万、212笔."""
    if at + 1 == len(sentence.mentions) or sentence.after(at, 1) != "、":
        return False
    other = sentence.mentions[at + 1]
    is_next = other.start == sentence.mentions[at].end + 1
    if not is_next or other.measure.magnitude or other.measure.unit == "元":
        return False
    return other.has_unit or is_han(sentence.after(at + 1, 1))


def _is_among_money(sentence: Sentence, at: int) -> bool:
    """Return whether a number with two decimals stands right beside an amount in 万元."""
    if sentence.mentions[at].measure.places != _MONEY_PLACES or _COUNTED.search(sentence.label(at)):
        return False
    beside = sentence.mentions[max(at - 1, 0) : at + 2]
    return any(is_wan(one.measure) and one.measure.places == _MONEY_PLACES for one in beside)


@rule("B303", "元和万元混用", Severity.QUESTION)
def mixed_units(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一句的收支，有的以元计，有的以万元计。

    **为什么**：单位不一，读的人要自己换算才能比较，改数的时候也容易错位。

    **反例**：年初预算126000元，追加3.5万元，实际支出16.1万元。

    **正例**：年初预算12.6万元，追加3.5万元，实际支出16.1万元。

    **依据**：部门决算、绩效自评各表以万元为单位的惯例；同一份报告口径一致。
    """
    places = []
    for sentence in told(reading):
        measures = [one.measure for one in sentence.mentions]
        yuan = [at for at, one in enumerate(measures) if _is_large_yuan(one)]
        yuan = [at for at in yuan if is_of_the_accounts(sentence, at)]
        wan = yuan and [at for at, one in enumerate(measures) if is_wan(one)]
        wan = [at for at in wan if is_of_the_accounts(sentence, at)]
        if wan and yuan:
            places.append((sentence, yuan[0]))
    if places:
        sentence, at = places[0]
        yield defect.at(
            sentence.place(at),
            f"“{sentence.words(at)}”以元计，同句的其他收支以万元计",
            hint="同一句的收支统一用万元",
            related=further((one.place(i) for one, i in places[1:]), "同样"),
        )


def _is_large_yuan(measure: Measure) -> bool:
    return is_yuan(measure) and measure.number >= _TEN_THOUSAND


_PLAIN_ACCOUNT = re.compile(
    r"(?:年初预算|全年预算|预算|实际支出|支出|追加|执行)(?:金额|数|资金|经费)?(?:共计|合计|为)?$"
)
_UNIT_LINE = re.compile(r"单位[:：]\s*(?:人民币)?\s*(?:万|亿)?元")
_END = re.compile(r"[，。；,;]|$")


@rule("B304", "金额没有单位", Severity.WARNING)
def amount_without_unit(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """收支的金额只有数，没有单位。

    **为什么**：没有单位的金额，可能是元，也可能是万元，差一万倍。

    **反例**：年初预算30.25万元，实际支出28.16，结转2.09万元。

    **正例**：年初预算30.25万元，实际支出28.16万元，结转2.09万元。

    **依据**：公文惯例：书面的金额连同货币单位一起写。
    """
    if any(_UNIT_LINE.search(line.value) for line in reading.lines):
        return
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            bare = not one.has_unit and not one.measure.magnitude
            if not bare or one.measure.places != _MONEY_PLACES:
                continue
            account = _PLAIN_ACCOUNT.search(sentence.label(at))
            if account and _END.match(sentence.after(at, 1)):
                yield defect.at(
                    sentence.place(at),
                    f"“{account[0]}{sentence.words(at)}”没有单位",
                    hint="补上“万元”或“元”",
                )
