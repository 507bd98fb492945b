"""The slips of a writer, one at a time in a workspace that is right: one finding each.

A case changes one line of the workspace that `jixiao init` makes. The line as the writer would
have typed it carries 〔〕 around what the finding must underline. Every stage runs: a finding that
only follows from another one fails the case.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from jixiao.cli import main
from jixiao.pipeline.year import review
from jixiao.workspace import Workspace

HAN = re.compile("[\u4e00-\u9fff]")
BUDGET, FACTS, EQUATIONS, PROSE, UNIT, SETTLED = (
    "content/2023/预算.yaml",
    "content/2023/事实.yaml",
    "content/2023/勾稽.yaml",
    "content/2023/正文.yaml",
    "content/单位.yaml",
    "content/2023/核实.yaml",
)
OUTLINE = "templates/五部分/outline.yaml"


class Case(NamedTuple):
    slip: str
    file: str
    right: str
    typed: str
    code: str
    says: str = ""


CASES = [
    Case("全角冒号", BUDGET, "编制人数: 18名", "编制人数〔：〕18名", "L121", "半角"),
    Case("冒号后缺空格", BUDGET, "编制人数: 18名", "编制人数〔:〕18名", "L122", "空格"),
    Case("全角空格缩进", BUDGET, "  编制人数: 18名", "〔　　〕编制人数: 18名", "L123"),
    Case("制表符缩进", BUDGET, "  编制人数: 18名", "〔\t〕编制人数: 18名", "L124"),
    Case("全角数字", FACTS, "2316人次", "〔２〕３１６人次", "S111", "2316人次"),
    Case("重复的键", FACTS, "  接收单位: 21家", "  接收单位: 21家\n  〔接收单位〕: 22家", "L131"),
    Case("不认识的键", BUDGET, "  基本支出:", "  〔基本之出〕:", "S101", "基本支出"),
    Case("缺少的键", BUDGET, "  - 名称: 档案数字化专项", "  - 〔名字〕: 档案数字化专项", "S101", "名称"),
    Case("单位不对", FACTS, "    目标: 5000卷", "    目标: 〔5000件〕", "S118", "卷"),
    Case("没有单位", FACTS, "2316人次", "〔2316〕", "S112", "单位"),
    Case("不是数", FACTS, "2316人次", "〔很多人次〕", "S113"),
    Case("不认识的引用", PROSE, "接待查档【接待查档】", "接待查档〔【接待查当】〕", "C101", "接待查档"),
    Case("没有右括号的引用", PROSE, "提供档案【提供档案】", "提供档案〔【提供档案〕", "C102", "】"),
    Case("引用了没有的部分", PROSE, "【接收档案.完成率】", "〔【接收档案.完成绿】〕", "C103", "完成率"),
    Case("勾稽里不认识的名称", EQUATIONS, "照片档案扫描", "〔相片档案扫描〕", "I102", "照片档案扫描"),
    Case("读不懂的勾稽", EQUATIONS, "扫描档案 = 文书", "扫描档案 = 〔+〕 文书", "S131"),
    Case("勾稽不成立", EQUATIONS, "- 扫描档案 = 文书", "- 〔照片档案扫描 >= 文书档案扫描〕\n- 扫描档案 = 文书", "I101"),
    Case("过深的标题", PROSE, "    正文: 个别项目只定", "    正文:\n      - 标题: 第四级\n        正文:\n          - 标题: 〔第五级〕\n            正文: 个别项目只定", "S203"),
    Case("单位混用的勾稽", EQUATIONS, "- 扫描档案", "- 〔接收单位 = 改造库房〕\n- 扫描档案", "I103", "数值"),
    Case("合计与分项不符", BUDGET, "310.00万元        #", "〔311.00万元〕        #", "B101", "310.00万元"),
    Case("完成率不符", FACTS, "104.8%", "〔105.8%〕", "P101", "104.8%"),
    Case("两件事共用名称", FACTS, "  改造库房: 3间", "  〔接收单位〕: 3间\n  改造库房: 3间", "S121"),
    Case("标签", FACTS, "2316人次", "〔!!python/object/apply:os.system〕 [ls]", "L132"),
    Case("合并键", FACTS, "  接收单位: 21家", "  〔<<〕: 21家\n  接收单位: 21家", "L133"),
    Case("列表写成了键值", PROSE, "人员情况:\n  - 核定编制【编制人数】，截至【年末】，在职【在职人数】。", "人员情况:\n  〔核定: 编制【编制人数】，在职【在职人数】。〕", "S103"),
    Case("空值", FACTS, "  接收单位: 21家", "  〔接收单位〕:", "S104"),
    Case("大纲要的内容不存在", OUTLINE, "    内容: 正文.预算收支情况", "    内容: 〔正文.预算收支〕", "S202", "预算收支情况"),
    Case("手写编号", PROSE, "标题: 绩效目标不够细", "标题: 〔1.〕绩效目标不够细", "S141"),
    Case("手写一是", PROSE, "- 标题: 查档窗口", "- 标题: 〔一是〕查档窗口", "S142"),
    Case("没有位置的章节", PROSE, "存在的问题:\n", "〔其他问题〕:\n  - 无。\n\n存在的问题:\n", "S201"),
    Case("账上没有的项目", PROSE, "  库房安全改造专项:\n", "  〔库房改造〕:\n    - 无。\n  库房安全改造专项:\n", "S123"),
    Case("没用到的事实", FACTS, "  改造库房: 3间", "  〔闲置库房〕: 3间\n  改造库房: 3间", "C108"),
    Case("核实了不存在的问题", SETTLED, "[]", "- 规则: 〔B201〕\n  对象: 其他资金\n  说明: 无\n  日期: 2024年4月3日", "S901"),
    Case("选项以外的值", OUTLINE, "启用: 是", "启用: 〔对〕", "S105"),
]  # fmt: skip


@pytest.fixture
def workspace(tmp_path, capsys):
    assert main(["init", str(tmp_path), "--year", "2023"]) == 0
    capsys.readouterr()
    return Workspace(tmp_path)


def test_the_workspace_is_right_before_the_slip(workspace):
    assert review(workspace, 2023).diagnostics == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slip)
def test_a_slip_is_one_finding_that_underlines_it_and_shows_the_way_out(case, workspace, capsys):
    path = workspace.root / case.file
    text = path.read_text(encoding="utf-8")
    assert case.right in text
    typed = text.replace(case.right, case.typed, 1)
    start = typed.index("〔")
    underlined = typed[start + 1 : typed.index("〕")]
    path.write_text(typed.replace("〔", "", 1).replace("〕", "", 1), encoding="utf-8")

    code = main(["-C", str(workspace.root), "check"])

    (found,) = review(workspace, 2023).diagnostics
    assert (found.code, found.place.file) == (case.code, case.file)
    assert found.place.text == underlined
    assert found.place.start == start
    assert HAN.search(found.message)
    assert HAN.search(found.hint)
    assert case.says in found.message + found.hint
    assert code == int(found.stops)
    out = capsys.readouterr().out
    assert f"{found.severity.label}[{case.code}]" in out
    assert "^" in out
    assert "Traceback" not in out


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("GBK的文件", "接待: 2316人次\n".encode("gbk"), "L112"),
        ("UTF-16的文件", "接待: 2316人次\n".encode("utf-16"), "L113"),
        ("损坏的UTF-8", b"\xe6\x8e\xa5: 2316\xe4\xba\n", "L111"),
        ("空文件", b"", "L106"),
        ("只有注释的文件", "# 以后再写\n".encode(), "L106"),
        ("成串的别名", b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n".encode()
            for n in range(8)
        ), "L143"),
        ("很深的嵌套", b"a: " + b"[" * 100_000, "L141"),
        ("写成列表的文件", "- 接待: 2316人次\n".encode(), "S103"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_finding(name, content, code, workspace):
    (workspace.root / FACTS).write_bytes(content)

    found = review(workspace, 2023).diagnostics

    assert name
    assert [(one.code, one.place.file) for one in found] == [(code, FACTS)]
    assert HAN.search(found[0].hint)


def test_a_missing_file_is_one_finding(workspace):
    (workspace.root / FACTS).unlink()

    assert [one.code for one in review(workspace, 2023).diagnostics] == ["L101"]


def test_a_folder_in_a_files_place_is_one_finding(workspace):
    (workspace.root / FACTS).unlink()
    (workspace.root / FACTS).mkdir()

    assert [one.code for one in review(workspace, 2023).diagnostics] == ["L102"]


def test_a_link_out_of_the_workspace_is_one_finding(workspace, tmp_path_factory):
    outside = tmp_path_factory.mktemp("外面") / "事实.yaml"
    (workspace.root / FACTS).rename(outside)
    (workspace.root / FACTS).symlink_to(outside)

    assert [one.code for one in review(workspace, 2023).diagnostics] == ["L104"]


def test_passages_that_cite_each_other_are_one_finding(workspace):
    path = workspace.root / PROSE
    text = path.read_text(encoding="utf-8")
    circle = "段落:\n  甲: 见【乙】\n  乙: 见【甲】\n\n人员情况:\n  - 【甲】\n"
    path.write_text(text.replace("人员情况:\n", circle, 1), encoding="utf-8")

    (found,) = review(workspace, 2023).diagnostics

    assert found.code == "C104"
    assert "甲" in found.message
    assert "乙" in found.message


def test_findings_of_all_files_are_shown_in_the_order_of_file_and_line(workspace):
    for file, right, wrong in (
        (BUDGET, "编制人数: 18名", "编制人数：18名"),
        (FACTS, "2316人次", "2316"),
        (FACTS, "4870卷次", "4870"),
        (EQUATIONS, "扫描档案 = ", "扫描档案 = + "),
        (PROSE, "【接待查档】", "【接待查档"),
    ):
        path = workspace.root / file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")

    found = review(workspace, 2023).diagnostics

    places = [(one.place.file, one.place.line) for one in found]
    assert places == sorted(places)
    assert {one.code for one in found} == {"L121", "S112", "S131", "C102"}
    assert len(found) == 5
