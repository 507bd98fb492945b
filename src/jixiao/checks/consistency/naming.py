"""Family C: what a bureau calls itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from jixiao.checks.reading import Line, LineKind, Reading
from jixiao.checks.rule import rule
from jixiao.checks.several import MOST_RELATED, further
from jixiao.checks.spot import Spot
from jixiao.diagnostic import Defect, Diagnostic, Severity

#: 我市 and 我县 are places; 基本单位 and 我所在的 are no names
_SELF = re.compile(
    r"(?<![基根样版课剧书账标成日原])(?P<word>[我本])"
    r"(?P<noun>单位|部门|局|所|院|委|办|中心|馆|校|站|处|大队|支队|总队|队|厅|会|社|台)"
    r"(?![人长])(?!所(?:属|有|在))"
)
_NOT_SELF = re.compile(
    r"[我本](?:所[在有谓需指作说]|会[计继将努认坚]|处[理分罚于]|办[理事法]|部门(?:法|规章)|校[正对]|站[位在])"
)
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")
#: each unit is told to look to 本单位: that is no self-reference
_ANYONE = re.compile(r"各|每个|有关|相关|用人|企业|学校|单位|部门|乡镇")
_BEFORE = 30
_BRACKET = re.compile(
    r"[（(][\u4e00-\u9fff]{2,20}(?:局|所|院|委|办|中心|馆|校|站|处|队|厅|会|社|台)[）)]"
)
#: the name of a bureau in the title of its report, and what units below one call themselves
_TITLED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}(?:局|委员会|厅))(?=20[0-9]{2}|关于|部门|整体)"
)
_BELOW = ("所", "站", "大队", "支队", "总队", "队", "馆", "台", "校", "中心")
_SUBORDINATE = re.compile(r"下属|所属|二级(?:预算)?单位")
_DEPARTMENT = "部门"
#: bodies whose full names are looked at; a report is by one
_MOST_NAMES = 3
_PLACE = "[\u4e00-\u9fff]"
#: 株洲市 石峰区 … 局: a city, what lies in it, and a body of that
_FULL = re.compile(
    rf"(?P<city>(?<!{_PLACE}){_PLACE}{{2,4}}?(?:市|州|省|盟|地区))"
    rf"(?P<short>{_PLACE}{{1,4}}?(?:县|区|市|旗){_PLACE}{{2,16}}?"
    r"(?:委员会|管理局|监督局|[^管督]局|办公室|中心|法院|检察院|联合会))"
)
#: a body's short name as it is explained; 我局 and words that are no names are left out
_EXPLAINED = re.compile(
    rf"[（(]以下(?:统)?简称[：:]?[“\"]?(?P<short>(?![我本]){_PLACE}{{1,8}}"
    r"(?:[局委办院所馆校厅]|中心|政府|[支大总]队|街道))[”\"]?[）)]"
)
_ABBREVIATED = re.compile(r"[（(]以下(?:统)?简称")


@rule("C208", "自称不一", Severity.QUESTION)
def self_references_mixed(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """同一篇报告里，单位有几种自称。

    **为什么**：我单位、我局、我所混用，多半是把几个部门的材料拼在一起；“我所”会被当成另一个单位。

    **反例**：前面写“我馆全年接待读者”，后面写“本中心开展讲座”。

    **正例**：全文用一种自称。

    **依据**：公文惯例：自称前后一致，简称在第一次出现全称时注明。
    """
    kinds: defaultdict[str, list[Spot]] = defaultdict(list)
    has_parts = False
    for line in reading.body:
        has_parts = has_parts or _SUBORDINATE.search(line.value) is not None
        for start, end in _self_references(line):
            kinds[line.value[start:end]].append(Spot(line, start, end))
    if has_parts:  # a department with units of its own is not one of them
        kinds = defaultdict(list, {one: at for one, at in kinds.items() if _DEPARTMENT not in one})
    for name in _named(kinds):
        del kinds[name]
    if len({one[1:] for one in kinds}) < 2:  # noqa: PLR2004 -- two names
        yield from _of_another(defect, reading, kinds)
        return
    ranked = sorted(kinds.items(), key=lambda one: -len(one[1]))
    yield _mixed(defect, ranked)


def _named(kinds: Mapping[str, list[Spot]]) -> list[str]:
    """Return the names that a bracket gives to another body: 我站（县水文站）."""
    return [
        name
        for name, places in kinds.items()
        if any(_BRACKET.match(one.line.value, one.end) for one in places)
    ]


def _of_another(
    defect: Defect, reading: Reading, kinds: dict[str, list[Spot]]
) -> Iterator[Diagnostic]:
    """Yield the one name that a bureau calls itself by where it is that of a unit below it."""
    titled = (_TITLED.search(one.value) for one in reading.lines if one.kind is LineKind.TITLE)
    bureau = next(filter(None, titled), None)
    for name, places in kinds.items():
        if bureau and name[1:] in _BELOW:
            yield defect.at(
                places[0].place,
                f"标题是“{bureau['name']}”的报告，这里自称“{name}”",
                hint=f"自称改为“{name[0]}局”“本单位”一类；所指是下属单位的，写出它的名称",
                related=further((one.place for one in places[1:]), "这里也是"),
                subjects=[name],
            )
            return


def _self_references(line: Line) -> Iterator[tuple[int, int]]:
    if line.kind is LineKind.HEADING:  # headings are the outline's words
        return
    value = _QUOTED.sub(lambda found: "□" * len(found[0]), line.value)
    for found in _SELF.finditer(value):
        before = value[max(0, found.start() - _BEFORE) : found.start()]
        is_anyones = found["word"] == "本" and _ANYONE.search(before)
        if not is_anyones and not _NOT_SELF.match(value, found.start()):
            yield found.span()


def _mixed(defect: Defect, ranked: list[tuple[str, list[Spot]]]) -> Diagnostic:
    (usual, places), *others = ranked
    rare = others[-1][1]
    counts = "、".join(f"{name}{len(at)}处" for name, at in ranked)
    told = [places[0], *(at[0] for _, at in others[:-1]), *rare[1:]]
    return defect.at(
        rare[0].place,
        f"自称不一：{counts}",
        hint=f"全文统一为一种，如“{usual}”；所指是另一个单位的，写出它的名称",
        related=[one.related(f"这里作“{one.text}”") for one in told[:MOST_RELATED]],
        subjects=[name for name, _ in ranked],
    )


@rule("C209", "先用简称，后用全称", Severity.QUESTION)
def short_name_before_full_name(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """单位的名称先写了短的，后面才写带市名的全称，又没有注明简称。

    **为什么**：第一次出现应当写全称，需要简称的在括号里注明；先短后长，读的人会当成两个单位。

    **反例**：开头写“湖滨区档案馆办公室……”，后文写“江州市湖滨区档案馆办公室……”。

    **正例**：江州市湖滨区档案馆办公室（以下简称区档案馆办公室）。

    **依据**：公文惯例：第一次出现用全称，需要简称的同时注明。
    """
    yield from _introduced_late(defect, reading)
    for line, found in _full_names(reading):
        short = found["short"]
        if _ABBREVIATED.search(line.value):
            return
        early = _earlier(reading, short, line)
        if early:
            where, at = early
            yield defect.at(
                where.place(at, at + len(short)),
                f"这里先用“{short}”，后面才写全称“{found[0]}”",
                hint=f"第一次出现写“{found[0]}”，需要时注明“（以下简称……）”，后文用简称",
                related=[line.related(*found.span(), "这里写全称")],
                subjects=[short, found[0]],
            )
            return


def _introduced_late(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """Yield the abbreviations of bodies that are explained after they were used."""
    explained = (
        (line, found) for line in reading.body for found in _EXPLAINED.finditer(line.value)
    )
    for line, found in islice(explained, _MOST_NAMES):
        short = found["short"]
        full = line.value[: found.start()]
        # 清溪县档案馆（以下简称县档案馆）: the full name holds the short one.
        longer = full[-len(short) - 1 :] if full.endswith(short) else ""
        early = _earlier(reading, short, line, longer)
        if early and early[0].value.find("以下", 0, early[1]) < 0:
            where, at = early
            yield defect.at(
                where.place(at, at + len(short)),
                f"这里已用简称“{short}”，后面才注明“{found[0].strip('（）()')}”",
                hint="第一次出现时写全称并注明简称，后面直接用简称",
                related=[line.related(*found.span(), "这里才注明")],
                subjects=[short],
            )
            return


def _full_names(reading: Reading) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the first places of the first full names of the report, but for that of 财政局."""
    seen: set[str] = set()
    for line in reading.lines:
        if line.kind is LineKind.CLOSING or len(seen) > _MOST_NAMES:
            return
        for found in _FULL.finditer(line.value):
            if found["short"] not in seen and not found["short"].endswith("财政局"):
                seen.add(found["short"])
                yield line, found


def _earlier(
    reading: Reading, short: str, until: Line, longer: str = ""
) -> tuple[Line, int] | None:
    """Return where a short name stands before a line, and not as the end of a longer one."""
    for line in reading.lines:
        if line is until:
            return None
        value = line.value.replace(longer, "\0" * len(longer)) if longer else line.value
        at = value.find(short)
        if at >= 0 and line.kind is LineKind.PARAGRAPH:
            return line, at
    return None
