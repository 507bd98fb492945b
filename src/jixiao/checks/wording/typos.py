"""Family W: wrong words, from the list that jixiao comes with and from the bureau's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.spot import Spot, prose, spots
from jixiao.checks.wording.wordlist import own_lexicon
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.lexicon import Entry, Lexicon

_UNTIL = re.compile(
    r"(?:(?<=[，。；：（、“])|^)截止(?=[ ]?(?:[0-9]{2,4} ?年|[0-9]{1,2} ?月|去年|今年|本年"
    r"|上年|年底|年末|期末|年初|(?:目前|当前)[（(](?:即|指|截至)?[ ]?[0-9]{4}[ ]?年))"
)
_NOUN_LOST = re.compile(
    r"(?:发放|印发|印制|派发|散发|张贴|发送)(?P<what>[^，。；：、0-9]{0,12}宣传)"
    r"(?=(?:共|约|共计|累计)?[0-9][0-9,.]*[万千百]?[余多]?[万千百]?(?:份|张|册|本|单))"
)


@rule("W201", "错别字", Severity.WARNING)
def wrong_words(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """写错、打错、漏打的字，这类报告里常见的都在一张表里。

    单位自己的写在 `content/错别字.yaml`，一行一条“错: 对”。

    **为什么**：错别字损害公文的严肃性；政府网站检查也查错别字。

    **反例**：及时拔付项目资金；建立建全内控制度。

    **正例**：及时拨付项目资金；建立健全内控制度。

    **依据**：《党政机关公文处理工作条例》第十九条：表述准确，文字精练。
    """
    yield from _slips(defect, reading, doubtful=False)


@rule("W202", "疑似的错别字", Severity.QUESTION)
def doubtful_words(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """两个词都有，但在这里多半是另一个。

    **为什么**：拼音输入法容易选错同音词；程序分不清是不是有意这样写，要人看一眼。

    **反例**：公布部门权利清单。

    **正例**：公布部门权力清单。

    **依据**：《现代汉语词典》的词义。
    """
    yield from _slips(defect, reading, doubtful=True)


def _slips(defect: Defect, reading: Reading, *, doubtful: bool) -> Iterator[Diagnostic]:
    lexicons = (own_lexicon(),) if doubtful else (own_lexicon(), _lexicon_of(reading))
    for line in reading.lines:
        for lexicon in lexicons:
            for slip in lexicon.slips(line.value):
                if slip.entry.doubtful == doubtful:
                    yield _wrong(defect, Spot(line, slip.start, slip.end), slip.entry)


def _lexicon_of(reading: Reading) -> Lexicon:
    """Return the bureau's own wrong words, those left out that every bureau has."""
    known = {one.wrong for one in own_lexicon().entries if not one.doubtful}
    stated = reading.report.content.wordings
    entries = (Entry(one.wrong.value, one.right.value) for one in stated)
    return Lexicon(tuple(one for one in entries if one.wrong not in known))


def _wrong(defect: Defect, spot: Spot, entry: Entry) -> Diagnostic:
    asked = "是不是" if entry.doubtful else "应为"
    return defect.at(
        spot.place,
        f"“{spot.around(6, 6)}”里的“{entry.wrong}”{asked}“{entry.right}”",
        hint=f"{'核对后' if entry.doubtful else ''}改为“{entry.right}”",
        subjects=[entry.wrong],
    )


@rule("W203", "日期前的“截止”", Severity.WARNING)
def until_misspelt(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """“截至某日”写成了“截止某日”。

    **为什么**：“截至”是到某时为止，后面带时间；“截止”是到期停止，后面不直接带时间。

    **反例**：截止2023年12月31日，在职人员30名。“截止目前”没有写明日期的，见 Y101。

    **正例**：截至2023年12月31日，在职人员30名。“截止到2023年底”“报名于5月底截止”不算错。

    **依据**：《现代汉语词典》“截至”“截止”条。
    """
    for spot in spots(prose(reading.lines), _UNTIL):
        yield defect.at(
            spot.place,
            f"“{spot.around(2, 8)}”：日期前用“截至”",
            hint="改为“截至”",
            subjects=[spot.text],
        )


@rule("W207", "缺了名词的“宣传”", Severity.WARNING)
def noun_lost(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """发放、印制的是“宣传”，缺了“资料”“手册”一类的名词。

    **为什么**：宣传是一件事，不能发放，也不能论份。

    **反例**：发放防溺水宣传2000份。

    **正例**：发放防溺水宣传资料2000份。

    **依据**：《党政机关公文处理工作条例》第十九条：表述准确，文字精练。
    """
    lines = (one for one in reading.lines if one.kind is LineKind.PARAGRAPH)
    for spot in spots(lines, _NOUN_LOST):
        lost = Spot(spot.line, spot.end - len("宣传"), spot.end)
        yield defect.at(
            lost.place,
            f"“{spot.clipped}{spot.line.value[spot.end : spot.end + 6]}”：“宣传”后面缺了名词",
            hint="补上“资料”“手册”“单”一类的名词",
            subjects=[spot.text],
        )
