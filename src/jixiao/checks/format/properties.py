"""Family F: what a file's properties give away (F241 to F242)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.format.typeset import layout, top
from jixiao.checks.reading import Reading
from jixiao.checks.rule import rule
from jixiao.diagnostic import Defect, Diagnostic, Severity
from jixiao.model.layout import Properties

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=年|年度|$|[^0-9])")
#: names that a system or a program gives its user; a person or a body is called otherwise
_DEFAULT = re.compile(
    r"administrator|admin|user|users|guest|owner|pc|hp|dell|lenovo|asus|acer|thinkpad|huawei"
    r"|microsoft|microsoft office|microsoft office user|microsoft corporation|windows user"
    r"|windows 用户|微软用户|微软中国|用户|管理员|未定义|雨林木风|番茄花园|深度技术"
    r"|深度系统|系统之家"
    r"|p r c|china|python-docx|apache poi|un-named|unknown|walkinnet|mc system|www\..*|.*\.com"
)
_HINT = "文件—信息—属性里改过来；或者“检查文档—文档属性和个人信息—全部删除”，再存"


def _properties(reading: Reading) -> Properties:
    found = layout(reading)
    return found.properties if found else Properties()


@rule("F241", "属性里别的年份", Severity.WARNING)
def other_years(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件属性里的标题、创建时间或者打印时间是往年的。

    **为什么**：照着往年的文件改，属性不会跟着变；公开以后谁都能看到这份报告是哪一年的旧文件改来的。

    **反例**：2023年度的报告，属性里的标题是“2019年度部门整体支出绩效自评报告”，创建于2018年。

    **正例**：新建一个文件再写；或者在“文件—信息—检查文档”里删去属性。

    **依据**：公文惯例：定稿里没有别的文件的痕迹；ISO/IEC 29500-2 第8章（核心属性）。
    """
    year, own = reading.year, _properties(reading)
    if not year:
        return
    told = []
    years = {int(one) for one in _YEAR.findall(own.title)}
    if years and not years & {year, year + 1}:
        told.append(f"标题是“{own.title}”")
    for name, day in (("创建于", own.created), ("上次打印是在", own.last_printed)):
        # A report may be written late, never before its year.
        if day is not None and day.year < year:
            told.append(f"{name}{day.year}年{day.month}月")
    if told:
        message = f"报告是{year}年度的，文件属性里{'，'.join(told)}"
        yield defect.at(top(reading), message, hint=_HINT)


@rule("F242", "属性里电脑默认的名字", Severity.QUESTION)
def default_names(defect: Defect, reading: Reading) -> Iterator[Diagnostic]:
    """文件属性里的作者、单位是电脑、软件默认的名字。

    **为什么**：属性会随文件公开；“Administrator”“微软用户”说明不了是谁写的，“番茄花园”之类还会招来议论。

    **反例**：作者是“微软用户”，单位是“番茄花园”。

    **正例**：作者写单位的名称，或者空着。

    **依据**：ISO/IEC 29500-2 第8章（核心属性）。
    """
    own = _properties(reading)
    labelled = (("作者", own.author), ("最后保存的人", own.last_modified_by), ("单位", own.company))
    found = [(name, said) for name, said in labelled if _DEFAULT.fullmatch(said.strip().lower())]
    if found:
        told = "，".join(f"{name}是“{said}”" for name, said in found)
        yield defect.at(top(reading), f"文件属性里{told}", hint=_HINT)
