"""The manual of all rules as one Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from jixiao.diagnostic import Defect

#: the families of rules by the letter that their codes begin with
FAMILIES = {
    "L": "读文件",
    "S": "内容的样子",
    "B": "收支",
    "I": "勾稽",
    "C": "引用和前后一致",
    "N": "编号和结构",
    "W": "文字和标点",
    "Y": "年度",
    "P": "绩效指标",
    "F": "版式和 Word 文件的格式",
}

_LEAD = """# 规则

这一页由 `make docs` 从程序里的规则说明生成，不要手改。
编号由一个字母和三个数字组成，永不改作他用；`jixiao explain 编号` 打印同样的说明。

- **必改**：有它就不能生成报告。
- **应改**：评审会指出来，但不妨碍生成。
- **请核实**：程序不替单位决定；查明以后改数，或在 `核实.yaml` 写明理由。
"""


def rules_manual(defects: Iterable[Defect]) -> str:
    """Return the page of all defects, by family, in the order of their codes."""
    return "\n".join(_sections(sorted(defects, key=lambda one: one.code)))


def _sections(defects: list[Defect]) -> Iterator[str]:
    yield _LEAD
    for letter, members in groupby(defects, key=lambda one: one.code[0]):
        yield f"## {letter} {FAMILIES[letter]}\n"
        for one in members:
            yield f"### {one.code} {one.name}\n"
            yield f"级别：{one.severity.label}\n"
            yield one.manual.strip() + "\n"


def basis(defect: Defect) -> str:
    """Return what a defect's manual names as its 依据, as plain text; empty where it names none."""
    _, _, stated = defect.manual.partition("**依据**：")
    paragraph, _, _ = stated.partition("\n\n")
    return "".join(paragraph.replace("`", "").splitlines())
