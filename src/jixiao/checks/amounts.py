"""Family B: amounts of money whose unit is wrong, cut short or changes on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, told
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import Measure

#: how the words before an amount of the accounts end
_ACCOUNT = re.compile(
    r"(?:预算|决算|支出|追加|调增|调减|追减|执行|到位|下达|拨付|拨款|收入|安排|投入|支付|使用|资金|经费)"
    r"(?:金额|数额|总额|总数|数|资金|经费|预算)?(?:总计|共计|合计|累计|共|为|是|了|达到?|计)?$"
)
#: words that make small sums right: what one gets, what is paid for one, what is left over
_SMALL = re.compile(
    r"人均|户均|日均|平均|均|每|单价|标准|奖|罚|补贴|补助|津贴|工资|餐|票|差旅|利息|手续费|押金|学费"
    r"|收费|价|租|水费|电费|电话费|误工|慰问|赔|退|结余|结转|余额|剩余|节约|节余|差额|尾款|零星|以上|以下"
)
_BESIDE = 6
_FEWEST = 2
_FEW_IN_REPORT = 3
_MOST_RELATED = 8
#: an amount below this is no sum of the accounts in 元; an amount above it is not in 万元
_TEN_THOUSAND = 10000
_HUNDRED = 100


def _is_yuan(measure: Measure) -> bool:
    return measure.unit == "元" and not measure.magnitude and measure.is_exact


def _is_wan(measure: Measure) -> bool:
    return measure.unit == "元" and measure.magnitude == "万" and measure.is_exact


def _accounts(sentence: Sentence, at: int) -> bool:
    """Return whether a number is an amount of the accounts, not one of those that are small."""
    before = sentence.before(at)
    is_rated = sentence.after(at, 1) in {"/", "每"}
    account = _ACCOUNT.search(sentence.label(at)) is not None
    return account and not is_rated and not _SMALL.search(before)


@rule("B301", "金额单位与同句其他金额不一致", Severity.ERROR)
def outlying_unit(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一句里的预算、追加、支出都以万元计，唯独一个金额写成了元。

    **为什么**：“万元”漏打一个“万”字，金额就差一万倍；单看这个数往往看不出来，要同前后的数一起看。
    同句的数按万元正好加得上，或者全文的收支都以万元计，就能断定；此外只作为疑问提出。

    **反例**：年初预算30万元，追加12.5万元，实际支出42.5元。

    **正例**：年初预算30万元，追加12.5万元，实际支出42.5万元。

    **依据**：GB 3100—3102 量和单位；部门决算、绩效自评各表以万元为单位，同一份报告口径应当一致。
    """
    found = [
        (sentence, at)
        for sentence in told(reading)
        for at, one in enumerate(sentence.mentions)
        if _is_yuan(one.measure) and one.measure.number < _TEN_THOUSAND and _accounts(sentence, at)
    ]
    is_only = found and _speaks_in_wan(reading)
    for sentence, at in found:
        beside = _beside(sentence, at)
        if len(beside) < _FEWEST:
            continue
        number = sentence.mentions[at].measure.number
        fits = _adds_up(number, beside) or number in beside
        has_size = min(beside) / _HUNDRED < number <= sum(beside) * 2
        if not fits and not (has_size and sentence.mentions[at].measure.places):
            continue
        words = sentence.words(at)
        reason = "，这样同句的数正好对得上" if fits else ""
        yield defect.at(
            sentence.place(at),
            f"“{sentence.label(at)}{words}”的单位是元，同句其他金额都以万元计",
            hint=f"应为“{words.removesuffix('元')}万元”{reason}；改前核对账目",
            severity=Severity.ERROR if fits or is_only else Severity.QUESTION,
        )


def _beside(sentence: Sentence, at: int) -> list[Decimal]:
    """Return the amounts in 万元 near an amount in its sentence, in order."""
    near = range(max(at - _BESIDE, 0), min(at + _BESIDE + 1, len(sentence.mentions)))
    others = [sentence.mentions[one].measure for one in near if one != at]
    return [one.number for one in others if _is_wan(one)]


def _adds_up(number: Decimal, beside: Sequence[Decimal]) -> bool:
    """Return whether a number is the sum of the others, or what is left of the first of them."""
    return number in {sum(beside), sum(beside[:2]), sum(beside[-2:]), beside[0] - sum(beside[1:])}


def _speaks_in_wan(reading: Reading) -> bool:
    """Return whether all amounts of the accounts are in 万元 but for one."""
    wan = yuan = 0
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if one.measure.dimension == "元" and _ACCOUNT.search(sentence.label(at)):
                wan += _is_wan(one.measure)
                yuan += _is_yuan(one.measure)
    return yuan == 1 and wan >= _FEW_IN_REPORT


_MONEY = re.compile(
    r"(?:资金|经费|支出|拨付|拨款|损失|金额|总额|贷款额|交易额|销售额|产值|预算|决算|追加|投资|投入|贷款|融资|收入"
    r"|罚没款|罚款|补助|奖补|奖金|基金|保证金|专款|款项|费用|债券|利润|价值|财政)"
    r"(?:总额|总计|共计|合计|累计|金额|共|约|为|是|达到?|达|计|近|了)*$"
)
#: what stands behind a number that ends there; a sign of a range, or 、 and a digit, leaves it open
_STOP = re.compile(r"[，。；：！？,;）)”]|、(?![0-9])|用于|$")


@rule("B302", "金额缺少“元”字", Severity.WARNING)
def amount_without_yuan(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """说钱的地方写了“10万”“1.2亿”，没有写“元”。

    **为什么**：口语里可以说“资金十万”，书面的金额必须有货币单位，否则读的人分不清是元、人次还是别的，
    表格和程序也认不出这是一笔钱。

    **反例**：拨付甲村道路维修资金15万；乙村30万元。

    **正例**：拨付甲村道路维修资金15万元；乙村30万元。

    **依据**：GB/T 15835-2011 4.1.1：用于计量的数字与计量单位连用；GB 3100 量和单位。
    """
    for sentence in told(reading):
        for at, one in enumerate(sentence.mentions):
            if one.has_unit or one.measure.magnitude[-1:] not in {"万", "亿"}:
                continue
            money = _MONEY.search(sentence.label(at))
            if money and _STOP.match(sentence.after(at, 2)):
                words = sentence.words(at)
                yield defect.at(
                    sentence.place(at),
                    f"“{money[0]}{words}”没有写“元”",
                    hint=f"写作“{words}元”",
                )


@rule("B303", "元和万元混用", Severity.QUESTION)
def mixed_units(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一句的收支，有的以元计，有的以万元计。

    **为什么**：单位不一，读的人要自己换算才能比较，改数的时候也容易错位。

    **反例**：年初预算126000元，追加3.5万元，实际支出16.1万元。

    **正例**：年初预算12.6万元，追加3.5万元，实际支出16.1万元。

    **依据**：部门决算、绩效自评各表以万元为单位，同一份报告口径应当一致。
    """
    places = []
    for sentence in told(reading):
        measures = [one.measure for one in sentence.mentions]
        yuan = [at for at, one in enumerate(measures) if _is_large_yuan(one)]
        yuan = [at for at in yuan if _accounts(sentence, at)]
        wan = yuan and [at for at, one in enumerate(measures) if _is_wan(one)]
        wan = [at for at in wan if _accounts(sentence, at)]
        if wan and yuan:
            places.append((sentence, yuan[0]))
    if places:
        sentence, at = places[0]
        further = places[1 : _MOST_RELATED + 1]
        yield defect.at(
            sentence.place(at),
            f"“{sentence.words(at)}”以元计，同句的其他收支以万元计",
            hint="同一句的收支统一用万元",
            related=[
                one.line.related(one.mentions[i].start, one.mentions[i].end, "同样")
                for one, i in further
            ],
        )


def _is_large_yuan(measure: Measure) -> bool:
    return _is_yuan(measure) and measure.number >= _TEN_THOUSAND


_PLAIN_ACCOUNT = re.compile(
    r"(?:年初预算|全年预算|预算|实际支出|支出|追加|执行)(?:金额|数|资金|经费)?(?:共计|合计|为)?$"
)
_UNIT_LINE = re.compile(r"单位[:：]\s*(?:人民币)?\s*(?:万|亿)?元")
_MONEY_PLACES = 2
_END = re.compile(r"[，。；,;]|$")


@rule("B304", "金额没有单位", Severity.WARNING)
def amount_without_unit(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """收支的金额只有数，没有单位。

    **为什么**：没有单位的金额，可能是元，也可能是万元，差一万倍。

    **反例**：年初预算30.25万元，实际支出28.16，结转2.09万元。

    **正例**：年初预算30.25万元，实际支出28.16万元，结转2.09万元。

    **依据**：GB/T 15835-2011 4.1.1：用于计量的数字与计量单位连用。
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
