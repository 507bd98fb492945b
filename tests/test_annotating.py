"""`jixiao audit --annotate`: the copy that it writes, what it says, and what it refuses."""

from __future__ import annotations

import datetime
import json
from argparse import ArgumentTypeError

import docx
import pytest

from jixiao import usage
from jixiao.cli import main, parser
from jixiao.commands.annotating import annotation
from jixiao.word.annotating import annotate as annotating

LINES = (
    "青河市档案馆2022年度部门整体支出绩效自评报告",
    "一、基本情况",
    "编制18名,在职17名。",
    "二、收支情况",
    "全年支出60万元。。",
    "青河市档案馆",
    "2023年5月6日",
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder, the current one, with a report in it."""
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    for one in LINES:
        document.add_paragraph(one)
    document.save("报告.docx")
    return tmp_path


def audit(*arguments: str) -> int:
    return main(["audit", *arguments])


def codes(path) -> list[str]:
    """Return the codes at the beginning of the comments of a file."""
    return sorted(one.text[3:7] for one in docx.Document(path).comments)


def test_a_copy_with_comments_is_written_beside_the_findings(folder, capsys):
    before = (folder / "报告.docx").read_bytes()

    code = audit("报告.docx", "--annotate", "批注.docx", "--select", "W", "--date", "2024年5月10日")

    told = capsys.readouterr().out
    assert code == 0
    assert "应改[W101]" in told
    assert told.endswith("批注写在 批注.docx：2条\n")
    assert codes("批注.docx") == ["W101", "W107"]
    days = {one.timestamp.date() for one in docx.Document("批注.docx").comments}
    assert days == {datetime.date(2024, 5, 10)}
    assert (folder / "报告.docx").read_bytes() == before


def test_the_copy_is_the_same_each_time(folder):
    for name in ("甲.docx", "乙.docx"):
        audit("报告.docx", "--annotate", name)

    assert (folder / "甲.docx").read_bytes() == (folder / "乙.docx").read_bytes()


def test_what_is_ignored_or_settled_gets_no_comment(folder, capsys):
    (folder / "核实.yaml").write_text(
        "- 规则: W107\n  原文: 全年支出60万元\n  说明: 原件如此\n  日期: 2023年5月6日\n",
        encoding="utf-8",
    )

    audit("报告.docx", "--annotate", "甲.docx", "--select", "W", "--ignore", "W107")
    capsys.readouterr()
    audit("报告.docx", "--annotate", "乙.docx", "--select", "W", "--settled", "核实.yaml")

    assert "已核实[W107]" in capsys.readouterr().out
    assert codes("甲.docx") == codes("乙.docx") == ["W101"]


@pytest.mark.usefixtures("folder")
def test_a_form_has_standard_output_for_itself(capsys):
    audit("报告.docx", "--annotate", "批注.docx", "--format", "json", "--select", "W")

    told = capsys.readouterr()
    assert len(json.loads(told.out)) == 2
    assert told.err == "批注写在 批注.docx：2条\n"


def test_the_opinion_and_the_copy_are_written_together(folder):
    assert audit("报告.docx", "--annotate", "批注.docx", "-o", "意见.docx", "--select", "W") == 0

    assert (folder / "批注.docx").exists()
    assert (folder / "意见.docx").exists()


def test_without_findings_the_copy_is_the_file(folder, capsys):
    assert audit("报告.docx", "--annotate", "批注.docx", "--select", "P") == 0

    assert (folder / "批注.docx").read_bytes() == (folder / "报告.docx").read_bytes()
    assert capsys.readouterr().out.endswith("没有要批注的：批注.docx 和原来的文件完全一样\n")


@pytest.mark.usefixtures("folder")
def test_comments_that_there_is_no_room_for_are_told(capsys, monkeypatch):
    monkeypatch.setattr(annotating, "MOST", 1)

    audit("报告.docx", "--annotate", "批注.docx", "--select", "W")

    told = capsys.readouterr().out
    assert told.endswith("批注写在 批注.docx：0条，另有2条没有写：Word 打开的文件里最多有1条批注\n")


def test_the_findings_are_of_the_bytes_that_are_annotated(folder):
    report = folder / "报告.docx"
    arguments = parser().parse_args(["audit", "报告.docx", "--annotate", "批注.docx"])
    copy = annotation(arguments)
    document = docx.Document()
    document.add_paragraph("换了一份")
    document.save(report)

    told = copy.write([copy.examined()])

    assert "批注写在 批注.docx" in told
    assert "W101" in codes("批注.docx")
    assert "换了一份" not in [one.text for one in docx.Document("批注.docx").paragraphs]


def test_a_file_that_is_not_there_is_told_and_nothing_is_written(folder, capsys):
    assert audit("没有.docx", "--annotate", "批注.docx") == 2

    assert "没有.docx" in capsys.readouterr().out
    assert not (folder / "批注.docx").exists()


def test_a_file_that_is_no_word_file_inside_is_told_and_nothing_is_written(folder, capsys):
    (folder / "坏.docx").write_bytes((folder / "报告.docx").read_bytes()[:2000])

    assert audit("坏.docx", "--annotate", "批注.docx") == 2

    assert "没有写 批注.docx：坏.docx 读不出来，没法加批注" in capsys.readouterr().out
    assert not (folder / "批注.docx").exists()


REFUSED = {
    "two files": (["报告.docx", "报告.docx", "--annotate", "批注.docx"], "一次批注一个文件"),
    "standard input": (["-", "--annotate", "批注.docx"], "标准输入不能加批注"),
    "a folder": ([".", "--annotate", "批注.docx"], "是文件夹"),
    "a text": (["稿.txt", "--annotate", "批注.docx"], "只有 Word 文件（.docx）能加批注"),
    "the file itself": (["报告.docx", "--annotate", "./报告.docx"], "就是要检查的文件"),
    "a folder to write to": (["报告.docx", "--annotate", "夹.docx"], "而 夹.docx 是文件夹"),
    "another suffix": (["报告.docx", "--annotate", "批注.txt"], "要改成以 .docx 结尾"),
    "the opinion's file": (
        ["报告.docx", "--annotate", "批注.docx", "-o", "批注.docx"],
        "--annotate 和 -o 指的是同一个文件",
    ),
    "with --fix": (["报告.docx", "--annotate", "批注.docx", "--fix"], "不能和 --fix、--diff"),
    "a date alone": (["报告.docx", "--date", "2024-05-10"], "要和 --annotate 一起用"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_before_anything_is_written(folder, capsys, arguments, told):
    (folder / "稿.txt").write_text("甲", encoding="utf-8")
    (folder / "夹.docx").mkdir()
    before = (folder / "报告.docx").read_bytes()

    assert audit(*arguments) == 2

    assert told in capsys.readouterr().err
    assert (folder / "报告.docx").read_bytes() == before
    assert not (folder / "批注.docx").exists()


@pytest.mark.parametrize("text", ["2024-05-10", "2024年5月10日", "2024.5.10", "2024/05/10"])
def test_a_day_is_read_as_it_is_written(text):
    assert usage.day(text) == datetime.date(2024, 5, 10)


@pytest.mark.parametrize("text", ["2024-02-30", "5月10日", "20240510", "昨天", "２０２４-05-10"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ArgumentTypeError, match="日期应写成"):
        usage.day(text)
