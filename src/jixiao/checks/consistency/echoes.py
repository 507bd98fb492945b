"""One thing told in two parts of a report with two numbers: by the words right before the number.

`更换井盖324个` in one part and `更换井盖342套` in another; the sentences around may differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from jixiao.checks.consistency.slips import is_slip, is_swap
from jixiao.checks.consistency.statements import Occurrence, Statement, han, statements
from jixiao.checks.reading import Reading
from jixiao.diagnostic import Defect, Diagnostic
from jixiao.language.mention import Mention

#: characters before a number that can name what is counted
_REACH = 26
_WORDS = re.compile("[\u4e00-\u9fff“”（）、]*$")
_MARKS = re.compile("[“”（）、]")
#: what stands before the name of what is counted, and adds nothing to it
_LEADING = re.compile(
    r"^(?:年[内中末]?|全[年市县区省州局]|[今本当]年|其中|同时|先后|已经?|圆满|顺利|共计?|总共|合计|并|还|又|另|实际"
    r"|[我本](?:局|单位|部门|院|委|办|中心|馆)|组织|开展|完成|实现|实施|举办|做好|进行)+"
)
#: what stands between the name and the number
_TRAILING = re.compile(r"(?:共计?|总计|合计|累计|达到?|约|为|有|了|近|计|人数|数量|[共达])+$")
#: a number that is not what the year came to: a stock, a limit, another year's, a part
_STOCK = re.compile(r"累计|现有|[共实已]有|总[量数]|保有|存量|在册|历年")
_APART = re.compile(
    r"目标|任务|计划(?!生育)|标准(?!化)|要求|考核|上年|去年|同期|比|较|增加|减少|增长|提高|下降|超出|高于|低于"
    r"|不少于|不低于|不超过|力争|预计|拟|原有|剩余|其余|均(?!衡)|每|分别|各|得分|扣|占(?![道地用])|得$"
)
#: what makes the sentence speak of a part of the year or of the field
_NARROW = re.compile(
    r"其中|春节|国庆|元旦|五一|中秋|节前|期间|汛期|[春夏秋冬]季|上半年|下半年|季度|专项[行整检]|集中|领域|联合|重点"
    r"|[城镇乡村园]区|社区|街道|(?<![农乡])村|乡(?!村)|镇(?!政府)|下属|试点|部分|首批|第[一二三]批"
)
#: words that every field of work has: a number behind these alone may well be another's
_GENERIC = re.compile(
    r"安全|隐患|问题|案件|违法|违规|企业|单位|人员|群众|资料|活动|会议|培训|检查|项目|经营|场所|车辆|线索|投诉"
    r"|举报|工单|业务|学校|社区|乡镇|宣传|演练|执法|整改|行政|处罚|服务|设备|设施|信息|文件|制度|材料|报告"
    r"|资金|经费|补助|补贴|物资|面积|人口|受益|惠及|覆盖|居民|农户|户|各类|相关|有关|专项|行动|新增|新建|改造"
    r"|建成|建设|更换|更新|修复|维修|拆除|清理|清运|治理|整治|规范|运送|投放|安装|设置|购置|印发|发放|推广|引进"
    r"|查处|挽回|处理|处置|办理|办结|受理|立案|结案|查办|排查|发现|抽检|检测|化解|调解|救助|接待|走访|巡查|下达"
    r"|慰问|评审|监督|审批|登记|监测|出动|参加|参与|带动|组织|服|支出|预算|收入|追加|调整|安排|基本|人均"
    r"|工作|机构|部门|数据|平台|系统|工程|任务|手册|传单|责任|清单|骨干|干部|职工|学员|人次|家庭|编制|实有"
)
#: what was done to what is counted: the name begins with it
_VERB = re.compile(
    r"举办|开展|组织|完成|实施|新增|新建|新改建|(?<!新)改建|改造|建成|更换|更新|修复|维修|拆除|清理|清运|整治|规范|运送|投放|安装|设置|购置|印发|发放|引进"
    r"|查处|挽回|追回|处置|办理|办结|受理|立案|结案|排查|发现|抽检|检测|化解|调解|救助|接待|走访|巡查|慰问|组建"
    r"|监测|出动|带动|培育|认定|创建|开发|提供|征集|编印|治理|种植|疏浚|打捞|放流|转移|安置|登记|检查|评选|推荐"
)
_RARE = 2
_SHORTEST = 4
#: more places, or more numbers than this, of one name are different things
_MOST, _MOST_VALUES = 6, 3
#: how far apart two numbers of one thing may be
_NEAR = Decimal("0.2")
#: digits of numbers that are near where they begin alike: 20 and 26
_SHORT = 2
#: titles of sections that tell of the whole, which others tell again in part
_OVERVIEW = re.compile(
    r"整体|总体|综合|概况|履职|职能|主要|重点工作|成效|成绩|产出|效益|完成情况|基本情况|结论|绩效"
)
#: units that are typed for one another
_KIN = {
    unit: kin.split()[0]
    for kin in (
        "起 件 宗 例 个 只 组 处 条 项 套 台 座 盏 块 张 家 户 所 名 人 位 份 本 册 场 场次 次 期",
        "户次 家次",
        "批次 批 个批次",
        "人次 人 名",
    )
    for unit in kin.split()
}


@dataclass(frozen=True, slots=True)
class Told(Occurrence):
    """A number in its clause, with the name of what is counted."""

    #: the words before the number as printed, and the name that they come to
    words: str
    name: str
    #: the number right before, in its sentence, where the name is too short to stand for itself
    lead: Told | None
    said: str

    @property
    def phrase(self) -> str:
        """The number with the words before it, short enough to be quoted."""
        return _MARKS.sub("", self.words)[-12:] + self.written


@dataclass(frozen=True, slots=True)
class Echo:
    """Two numbers of what seems to be one thing, which cannot both hold."""

    one: Told
    other: Told

    @property
    def is_rough(self) -> bool:
        """Whether one of them is a rough number."""
        return not (self.one.mention.measure.is_exact and self.other.mention.measure.is_exact)

    @property
    def has_two_units(self) -> bool:
        """Whether they are counted in two units."""
        return self.one.mention.measure.unit != self.other.mention.measure.unit

    def told(self, defect: Defect, how: str, hint: str) -> Diagnostic:
        """Return the finding on both."""
        return defect.at(
            self.one.place,
            f"这里写“{self.one.phrase}”，另一处写“{self.other.phrase}”，{how}",
            hint=hint,
            related=[self.other.related],
            subjects=[self.one.written, self.other.written],
        )


def echoes(reading: Reading) -> tuple[Echo, ...]:
    """Return the things that two parts of a report give two numbers of, each once."""
    return reading.view(_every)


def _every(reading: Reading) -> tuple[Echo, ...]:
    return tuple(_echoes(reading))


def _echoes(reading: Reading) -> Iterator[Echo]:
    named: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in _told(statements(reading)):
        lead = f"{one.lead.name}，" if one.lead else ""
        named[lead + one.name, _dimension(one.mention)].append(one)
    for found in named.values():
        values = {str(one.mention.measure) for one in found}
        if 1 < len(values) <= _MOST_VALUES and len(found) <= _MOST:
            yield from _first(found)


def _first(found: Sequence[Told]) -> Iterator[Echo]:
    for one, other in combinations(found, 2):
        if _is_echo(one, other):
            yield Echo(one, other)
            return


def _dimension(mention: Mention) -> str:
    unit = mention.measure.dimension
    return _KIN.get(unit, unit)


def _told(clauses: Iterable[Statement]) -> Iterator[Told]:
    before: Statement | None = None
    last: Told | None = None
    for clause in clauses:
        value, start = clause.passage.line.value, clause.start
        for mention in clause.mentions:
            found = _WORDS.search(value[max(start, mention.start - _REACH) : mention.start])
            start = mention.end
            words = found[0] if found else ""
            one = _named(clause, mention, words, before)
            if one and han(one.name) < _SHORTEST:
                is_led = last is not None and last.statement.sentence == clause.sentence
                one = replace(one, lead=last) if is_led else None
            if one:
                yield one
            last = one if one and not one.lead else None
        before = clause


def _named(
    clause: Statement, mention: Mention, words: str, before: Statement | None
) -> Told | None:
    """Return a number with the name that its words come to, if they name what is counted."""
    measure = mention.measure
    name = _from_verb(_LEADING.sub("", _MARKS.sub("", words)))
    name = _TRAILING.sub("", _LEADING.sub("", name))
    if not name or not measure.unit or measure.bound or not measure.amount or _APART.search(words):
        return None
    said = _said(clause, mention.start - len(words), before) + words.partition(name[:2])[0]
    return Told(clause, mention, words, name, None, said)


def _from_verb(name: str) -> str:
    """Return a name from its first verb on: 沿街更换果皮箱 without 沿街."""
    verb = _VERB.search(name)
    return name[verb.start() :] if verb and len(name) - verb.start() >= _SHORTEST else name


def _said(clause: Statement, until: int, before: Statement | None) -> str:
    """Return what a clause says before a name, and the clause before it where that is of it."""
    value = clause.passage.line.value
    opens = before and before.sentence == clause.sentence and not before.mentions
    start = before.start if before and opens else clause.start
    return value[start:until]


def _is_echo(one: Told, other: Told) -> bool:
    """Return whether two numbers of one name seem to be of one thing, and differ."""
    a, b = one.mention.measure, other.mention.measure
    if not _is_elsewhere(one, other) or not one.statement.agrees_in_scope(other.statement):
        return False
    if bool(_STOCK.search(one.words)) != bool(_STOCK.search(other.words)) or _agree(one, other):
        return False
    if one.lead and other.lead and _value(one.lead) != _value(other.lead):
        return False
    is_typed = a.magnitude == b.magnitude
    if is_typed and is_swap(a.digits, b.digits):
        return True
    is_narrow = _NARROW.search(one.said) is not None, _NARROW.search(other.said) is not None
    if (
        is_typed
        and is_slip(a.digits, b.digits)
        and len(a.digits) > _SHORTEST
        and not any(is_narrow)
    ):
        return True
    is_near = abs(a.amount - b.amount) <= max(abs(a.amount), abs(b.amount)) * _NEAR
    is_near = is_near or (len(a.digits) == len(b.digits) == _SHORT and a.digits[0] == b.digits[0])
    return is_near and is_narrow[0] == is_narrow[1] and (one.lead is not None or _is_rare(one.name))


def _is_rare(name: str) -> bool:
    return han(_GENERIC.sub("", name)) >= _RARE


def _agree(one: Told, other: Told) -> bool:
    """Return whether both numbers can hold: 1.8万 for 18000, 3200余 for 3216."""
    a, b = one.mention.measure, other.mention.measure
    return a.overlaps(b) or abs(a.amount - b.amount) < max(a.quantum, b.quantum)


def _value(one: Told) -> str:
    return str(one.mention.measure)


def _is_elsewhere(one: Told, other: Told) -> bool:
    """Return whether two places tell of the whole: in two parts, or one in an overview."""
    here, there = (told.statement.passage for told in (one, other))
    if here.section == there.section:
        return False
    above, below = (one.above.split("。")[:-1] for one in (here, there))
    if above[:1] != below[:1]:
        return True
    while above and below and above[0] == below[0]:
        above, below = above[1:], below[1:]
    return not (above and below) or _OVERVIEW.search("".join((*above, *below))) is not None
