"""Family P: the share of 政府采购 that went to small and medium enterprises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.reading import Line, Reading
from jixiao.checks.rule import rule
from jixiao.checks.sentences import Sentence, of_line, paragraphs
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.measure import rate

_WHOLE = re.compile(r"政府采购(?:支出|预算支出|合同)?(?:总额|金额|总金额)?(?:共计|合计|为|达|共)?$")
_PART = re.compile(r"中小(?:微)?企业的?(?:合同)?(?:总?金额|总额)?(?:共计|合计|为|达|共)?$")
_SHARE = re.compile(
    r"占(?:政府采购|采购|全年|全部)?[\u4e00-\u9fff]{0,8}?的?(?:比例|比重)?(?:为|达到?)?$"
)
_OF_OTHER = re.compile("企业|预算|计划")
_TWO = 2


@rule("P218", "中小企业采购占比不符", Severity.QUESTION)
def procurement_share_wrong(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """授予中小企业的合同金额，除以政府采购总额，不是后面写的百分比。

    **为什么**：这一比率各地都要求写；总额写在前一句，改了金额就容易忘了改比率。

    **反例**：政府采购总额400万元，其中货物100万元，工程300万元。授予中小企业合同金额300万元，占85%。

    **正例**：授予中小企业合同金额300万元，占75%。

    **依据**：《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）；部门决算公开的政府采购情况说明。
    """
    for line in paragraphs(reading):
        if "政府采购" in line.value:
            for sentence, at, ratio in _shares(line):
                measure = sentence.mentions[at].measure
                due = rate(ratio, measure.places)
                if due.amount == measure.amount:
                    continue
                yield defect.at(
                    sentence.place(at),
                    f"“{sentence.label(at)}{sentence.words(at)}”，按前面的采购总额计算为{due}",
                    hint="核对两个金额和比率；占的不是采购总额的，写明占什么",
                )


def _shares(line: Line) -> Iterator[tuple[Sentence, int, Decimal]]:
    """Yield each share that follows a contract amount, with what it is of the latest total."""
    whole: Decimal | None = None
    between = 0
    for sentence in of_line(line):
        for at, one in enumerate(sentence.mentions):
            label, measure = sentence.label(at), one.measure
            if measure.dimension == "元" and _WHOLE.search(label):
                whole, between = measure.amount, 0
                continue
            between += 1
            # Right behind the total, within its sentence, the share is verified as an equation.
            if not whole or between <= _TWO or not at or measure.unit != "%":
                continue
            part = sentence.mentions[at - 1].measure
            is_part = part.dimension == "元" and _PART.search(sentence.label(at - 1))
            if is_part and _SHARE.fullmatch(label) and not _OF_OTHER.search(label):
                yield sentence, at, part.amount / whole
