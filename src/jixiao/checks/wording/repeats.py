"""Family W: words that were typed twice (W204 to W206)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import counted, further
from jixiao.checks.spot import Spot, prose, spots
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.language.script import HAN

_TWICE = re.compile(rf"(?P<word>[{HAN}]{{2,8}}?)(?P=word)")
#: two characters said twice on purpose, or by chance
_RIGHT = {"很多", "非常", "许多", "多少", "某某", "大大", "小小"}
_STEPWISE = re.compile("[一两半几每某很最太越好真不多少如请]|.[着来去一越]$")
#: a clause said twice on end: 为加强管理，为加强管理
_CLAUSE_TWICE = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<clause>[{HAN}]{{4,30}})[，；](?P=clause)(?![{HAN}])"
)
#: words of these reports, which no one says twice on purpose
_WORDS = """
    预算 决算 支出 收入 资金 经费 项目 财政 绩效 评价 自评 目标 指标 任务 工作 管理 制度 机制 办法
    措施 方案 计划 情况 问题 整改 落实 完成 开展 推进 加强 强化 提升 提高 完善 健全 建立 组织 实施
    执行 使用 保障 服务 建设 发展 单位 部门 机构 人员 职工 干部 群众 企业 社会 社区 街道 乡镇 全市
    全县 全区 全省 全年 年度 年初 年末 万元 亿元 进行 通过 按照 根据 关于 以及 同时 及时 有效 认真
    积极 切实 全面 严格 进一步 满意 质量 安全 生产 监管 监督 检查 审计 审核 采购 资产 债务 政府
    政策 文件 通知 会议 培训 宣传 活动 设施 设备 工程 公路 学校 学生 教师 医院 农村 农业 水利 环境
    生态 文化 旅游 体育 就业 扶贫 乡村 振兴 信息 系统 平台 数据 技术 其中 主要 重点 专项 基本 公用
"""
_PLAIN = frozenset(_WORDS.split())
#: behind a doubled verb: the second one begins a noun (服务服务业, 培训培训师, 发展发展中国家)
_NOUN_END = (
    "业员者人组站局部院所处科股室厅委会师对单机公平系中型性类费金款权式期量品点率表书卡网区长口地数"
)
_PAIR = 2
_PARTICLE = re.compile("(?P<word>[的了和与及并在为将])(?P=word)")
#: what stands before or behind a particle that is doubled only by sight
_BEFORE = {
    "的": "目", "了": "不为除", "和": "共温饱缓总调平柔谐祥随附", "与": "参给授赋干",
    "及": "以涉普顾波提触", "并": "合兼归吞", "在": "存现潜内所外实好旨", "为": "行作认成因以人",
    "将": "即行必老上中少主",
}  # fmt: skip
_BEHIND = {
    "的": "确士", "了": "解结却之然不", "和": "谐平美气睦善解", "与": "会其", "及": "时格",
    "并": "非不列购网轨", "在": "线职校岗编建册库途用营任场场外逃", "为": "民人何期止",
    "将": "军来士领要",
}  # fmt: skip
_COUNTED_TWICE = re.compile(
    r"(?<![0-9])(?<![0-9],)(?P<number>[0-9][0-9,]*余?)"
    r"(?P<twice>个(?:批次|[户人家台件场项车例]次)|名人次|家户次?|件起(?![诉重])|起件)"
)
_RATES = re.compile(
    rf"(?P<first>[{HAN}]{{1,6}}?率)"
    rf"(?P<second>(?!率先)(?:完成|覆盖|执行|办结|整改|处置|到位|知晓|满意|公示|公开|上传|录入)率)"
    rf"(?=[为达仅均约近超]?(?:到|至)?[0-9])"
)
#: characters of the name of a rate that are underlined with it
_NAME = 4
#: rates of a piece of work, which may be named before them (巡查完成率)
_OF_WORK = {"完成率", "覆盖率", "执行率", "到位率"}
#: words that end in 率 and may stand before a rate of theirs
_ATTRIBUTES = re.compile("(?:效|税|利|汇|费|频|概|功|表|草|轻)率$")


@rule("W204", "重复的词", Severity.WARNING)
def repeated_words(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一个词连着打了两遍。

    **为什么**：多半是改句子、拼接材料时留下的，校对时最容易滑过去。

    **反例**：全年预算预算执行良好；进一步完善了了制度。

    **正例**：全年预算执行良好；进一步完善了制度。“一步一步”“常常”是叠词，不在此列。

    **依据**：《党政机关公文处理工作条例》第十九条：表述准确，文字精练。
    """
    for line in prose(reading.lines):
        for spot in (*_doubled(line), *_particles(line)):
            word = spot.text[: len(spot.text) // 2]
            is_sure = len(word) != _PAIR or word in _PLAIN
            yield defect.at(
                spot.place,
                f"“{spot.around(4, 4)}”里“{word}”{'重复了' if is_sure else '是不是重复了'}",
                hint=f"删去一个“{word}”",
                severity=Severity.WARNING if is_sure else Severity.QUESTION,
                subjects=[spot.text],
            )
        for found in _CLAUSE_TWICE.finditer(line.value):
            clause = found["clause"]
            yield defect.at(
                line.place(*found.span()),
                f"“{clause}”这一句重复了",
                hint="删去其中一句",
                subjects=[found[0]],
            )


def _doubled(line: Line) -> Iterator[Spot]:
    for found in _TWICE.finditer(line.value):
        word = found["word"]
        behind = line.value[found.end() : found.end() + 1]
        is_reduplication = len(word) == _PAIR and (
            word in _RIGHT or word[0] == word[1] or behind in _NOUN_END
        )
        if not is_reduplication and not _STEPWISE.match(word):
            yield Spot(line, *found.span())


def _particles(line: Line) -> Iterator[Spot]:
    value = line.value
    for found in _PARTICLE.finditer(value):
        word = found["word"]
        before = value[max(found.start() - 1, 0) : found.start()]
        behind = value[found.end() : found.end() + 1]
        is_right = (before and before in _BEFORE[word]) or (behind and behind in _BEHIND[word])
        pair = value[max(found.start() - 2, 0) : found.start()]
        is_aabb = pair == before * 2
        if not (is_right or is_aabb) and before != word != behind:
            yield Spot(line, *found.span())


@rule("W205", "重复的量词", Severity.QUESTION)
def repeated_measure_words(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """数字后面连用了两个量词。

    **为什么**：“批次”“人次”“户次”本身就是量词，前面不必再加“个”“名”；同一篇里有的加、有的不加，
    统计口径就不一致。

    **反例**：完成抽检80个批次；出动300名人次。

    **正例**：完成抽检80批次；出动300人次。

    **依据**：公文惯例：一个数只用一个量词。
    """
    lines = [one for one in reading.lines if one.kind is not LineKind.CELL]
    found = list(spots(lines, _COUNTED_TWICE))
    if found:
        first = found[0]
        twice = first.text.lstrip("0123456789,余")
        yield defect.at(
            first.place,
            f"“{first.text}”用了两个量词{counted(found)}",
            hint=f"只留一个量词，改为“{first.text.removesuffix(twice)}{_one_measure(twice)}”",
            related=further((one.place for one in found[1:]), "这里也是"),
            subjects=[first.text],
        )


def _one_measure(twice: str) -> str:
    """Return the measure word to keep: the case (件) of two, else the one behind."""
    return "件" if "件" in twice and not twice.startswith("个") else twice[1:]


@rule("W206", "重复的“率”", Severity.WARNING)
def repeated_rate(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """一个数字前面连用了两个“率”。

    **为什么**：改指标名称时新旧两个词都留下了，看不出这个数是哪一个率。

    **反例**：巡查率完成率100%。

    **正例**：巡查完成率100%。

    **依据**：公文惯例：一个数只有一个指标名称。
    """
    for line in prose(reading.lines):
        for found in _RATES.finditer(line.value):
            if _ATTRIBUTES.search(found["first"]):
                continue
            named = found["first"].rpartition("年")[2][-_NAME:]
            spot = Spot(line, found.end("first") - len(named), found.end())
            yield defect.at(
                spot.place,
                f"“{spot.text}”连用了两个“率”",
                hint=_one_rate(found["first"].rpartition("年")[2], found["second"]),
                subjects=[spot.text],
            )


def _one_rate(first: str, second: str) -> str:
    """Return what to write for two rates: one of them, or both, each with its own number."""
    if second in _OF_WORK and len(first) <= _NAME:
        joined = first.removesuffix("率") + second
        return f"只有一项指标的，改为“{joined}”；是两项的，各写各的数"
    return f"是两项指标的，“{first}”和“{second}”各写各的数；是一项的，只留一个"
