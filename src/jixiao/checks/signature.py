"""Family N: the parts of an official document that must be there together."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity


@rule("N301", "有署名而没有成文日期", Severity.QUESTION)
def signature_undated(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """落款写了署名，没有写成文日期。

    **为什么**：署名和成文日期是公文的必备要素，缺了日期，公开的时候还得手工补。

    **反例**：`落款:` 下面只有 `署名: 【全称】`。

    **正例**：再加一行 `成文日期: 2024年5月10日`。

    **依据**：GB/T 9704-2012 7.3.5。
    """
    outline = reading.outline
    if outline.signature and not outline.date:
        yield defect.at(
            outline.signature.place(),
            "落款有署名，没有成文日期",
            hint="在“落款”下加“成文日期: 某年某月某日”（领导签发的日期）",
            subjects=["成文日期"],
        )
