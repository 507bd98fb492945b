"""`jixiao import` as a writer meets it: what is written, what is told, what is left alone."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from jixiao.cli import main

REPORT = """青河市档案馆2022年度部门整体支出绩效自评报告
根据通知要求，现将有关情况报告如下。
一、基本情况
（一）主要职能
负责档案的收集、保管和利用。
（二）人员情况
编制20名，实有在职人员18名。
二、收支情况
2022年预算收入500万元，其中年初预算450万元，调整追加50万元。
2022年支出500万元，其中基本支出300万元，项目支出200万元，年末结转结余0万元。
三、绩效情况
1.整体绩效
一是加强收集。全年接收档案5870卷，其中文书档案5000卷，科技档案870卷。
二是加强利用。接待查阅3000余人次，满意率98%，居全市第一。
五、其他情况
接收档案5870卷【含移交】。
青河市档案馆
2023年5月6日
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "去年的报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "空文件夹"
    folder.mkdir()
    return folder


def importing(home, report, *options):
    return main(["-C", str(home), "import", str(report), "2022", *options])


def content(home, name, year=2022):
    return (home / "content" / str(year) / name).read_text(encoding="utf-8")


def test_a_report_becomes_a_workspace_that_builds(home, report, capsys):
    assert importing(home, report) == 0
    assert main(["-C", str(home), "build", "2022", "--force", "--format", "txt"]) == 0

    told = capsys.readouterr().out
    assert "逐字相同" in told
    built = next((home / "build" / "2022").glob("*.txt")).read_text(encoding="utf-8-sig")
    assert [line for line in built.splitlines() if line.strip()] == REPORT.splitlines()


def test_each_kind_of_content_lands_in_its_file(home, report):
    importing(home, report)

    assert "收入合计: 500万元" in content(home, "预算.yaml")
    assert "接收档案: 5870卷" in content(home, "事实.yaml")
    assert "文书档案 + 科技档案 = 接收档案" in content(home, "勾稽.yaml")
    assert "【接收档案】" in content(home, "正文.yaml")
    assert "分述:" in content(home, "正文.yaml")
    unit = (home / "content" / "单位.yaml").read_text(encoding="utf-8")
    assert "全称: 青河市档案馆" in unit
    assert "负责档案的收集、保管和利用。" in unit


def test_a_number_that_is_told_twice_is_one_fact(home, report):
    importing(home, report)

    assert content(home, "事实.yaml").count("5870卷") == 1
    assert content(home, "正文.yaml").count("【接收档案】") == 2


def test_brackets_of_the_report_stay_brackets(home, report):
    importing(home, report)

    assert "【【含移交】】" in content(home, "正文.yaml")


def test_a_mark_that_is_not_the_next_one_is_kept_and_found_where_it_stands(home, report, capsys):
    importing(home, report)
    capsys.readouterr()

    main(["-C", str(home), "check", "2022", "--select", "N"])

    assert "编号: 五、" in content(home, "提纲.yaml")
    assert "content/2022/提纲.yaml" in capsys.readouterr().out


def test_what_stands_before_the_first_part_is_its_lead(home, report):
    importing(home, report)

    assert "引言: 正文.引言" in content(home, "提纲.yaml")
    assert "现将有关情况报告如下。" in content(home, "正文.yaml")


def test_a_year_that_is_there_is_left_alone(home, report, capsys):
    importing(home, report)
    before = content(home, "正文.yaml")

    assert importing(home, report) == 2

    assert "--force" in capsys.readouterr().err
    assert content(home, "正文.yaml") == before


def test_with_force_a_former_year_is_kept_under_another_name(home, report):
    importing(home, report)
    (home / "content" / "2022" / "事实.yaml").write_text("甲: 1个\n", encoding="utf-8")

    assert importing(home, report, "--force") == 0

    kept = home / "content" / "2022（原来的1）" / "事实.yaml"
    assert kept.read_text(encoding="utf-8") == "甲: 1个\n"
    assert "接收档案" in content(home, "事实.yaml")


def test_a_unit_that_is_there_stays_as_it_is_and_serves_the_next_year(home, report):
    importing(home, report)
    unit = home / "content" / "单位.yaml"
    before = unit.read_bytes()

    assert main(["-C", str(home), "import", str(report), "2021"]) == 0

    assert unit.read_bytes() == before
    assert "单位.主要职能" in content(home, "提纲.yaml", 2021)


def test_a_report_that_does_not_say_whose_it_is_asks_for_the_unit(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    report.write_text("一、情况\n全年接收档案5870卷。\n", encoding="utf-8")

    assert importing(home, report) == 2

    assert "--unit" in capsys.readouterr().err
    assert list(home.iterdir()) == []


def test_the_unit_may_be_named(home, tmp_path):
    report = tmp_path / "报告.txt"
    report.write_text("一、情况\n全年接收档案5870卷。\n", encoding="utf-8")

    assert importing(home, report, "--unit", "青河市档案馆") == 0

    unit = (home / "content" / "单位.yaml").read_text(encoding="utf-8")
    assert "全称: 青河市档案馆" in unit


def test_a_file_that_cannot_be_read_writes_nothing(home, tmp_path, capsys):
    assert importing(home, tmp_path / "没有.txt") == 2

    assert "没有这个文件" in capsys.readouterr().out
    assert list(home.iterdir()) == []


def test_what_was_set_aside_is_told(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    report.write_text(REPORT.replace("二、收支", "\n— 2 —\n二、收支"), encoding="utf-8")

    importing(home, report)

    assert "没有带过来的：空段1处、页码1处" in capsys.readouterr().out


def test_importing_twice_gives_the_same_bytes(tmp_path, report):
    homes = [tmp_path / "甲", tmp_path / "乙"]
    for home in homes:
        home.mkdir()
        importing(home, report)

    first, second = (
        {one.relative_to(home): one.read_bytes() for one in Path(home).rglob("*.yaml")}
        for home in homes
    )
    assert first == second


def test_projects_with_headings_of_their_own_are_written_project_by_project(home, tmp_path):
    report = tmp_path / "报告.txt"
    told = REPORT.replace(
        "五、其他情况",
        "（一）项目情况\n1.“库房改造专项”\n年初预算100万元，追加20万元，实际支出120万元。\n"
        "2.“档案数字化专项”\n年初预算60万元，追加20万元，实际支出80万元。\n四、其他情况",
    ).replace("1.整体绩效\n", "")
    report.write_text(told, encoding="utf-8")

    assert importing(home, report) == 0

    assert "标题: “【项目】”" in content(home, "提纲.yaml")
    assert "各项目:\n  库房改造专项:" in content(home, "正文.yaml")


def test_attachments_become_tables_of_the_outline(home, tmp_path):
    report = tmp_path / "报告.txt"
    table = "附件\n人员情况表\n单位：人\n项目\t人数\n编制\t20\n在职\t18\n"
    report.write_text(REPORT + table, encoding="utf-8")

    assert importing(home, report) == 0

    assert "附件:\n  - 标题: 人员情况表\n    单位: 人" in content(home, "提纲.yaml")
    assert "署名: 【全称】" in content(home, "正文.yaml")


def test_a_report_on_another_year_is_told_of(home, report, capsys):
    main(["-C", str(home), "import", str(report), "2021"])

    assert "报告说的好像是2022年，导入成了2021年" in capsys.readouterr().out


def test_a_report_of_another_unit_is_told_of(home, report, tmp_path, capsys):
    importing(home, report)
    other = tmp_path / "别家.txt"
    other.write_text(REPORT.replace("青河市档案馆", "白水县水利局"), encoding="utf-8")

    main(["-C", str(home), "import", str(other), "2021"])

    assert "报告的单位好像是“白水县水利局”，按“青河市档案馆”导入" in capsys.readouterr().out


def test_a_unit_file_that_cannot_be_read_is_left_alone(home, report, capsys):
    unit = home / "content" / "单位.yaml"
    unit.parent.mkdir()
    unit.write_text('全称: "青河市档案馆\n主要职能:\n  - 手写的职能。\n', encoding="utf-8")
    before = unit.read_bytes()

    assert importing(home, report) == 2

    told = capsys.readouterr()
    assert "content/单位.yaml:1" in told.out
    assert "没有动它" in told.err
    assert unit.read_bytes() == before
    assert not (home / "content" / "2022").exists()


def test_what_cannot_be_written_whole_is_not_written_at_all(home, report, capsys):
    importing(home, report)
    kept = content(home, "正文.yaml")
    (home / "content" / "单位.yaml").unlink()
    (home / "content" / "单位.yaml").mkdir()

    assert importing(home, report, "--force") == 2

    assert content(home, "正文.yaml") == kept
    assert [one.name for one in (home / "content").iterdir() if "原来" in one.name] == []
    assert ".jixiao" not in capsys.readouterr().err


def test_what_names_a_year_is_not_true_over_the_years(home, tmp_path):
    report = tmp_path / "报告.txt"
    told = REPORT.replace("负责档案的收集、保管和利用。", "2022年末有科室8个。")
    report.write_text(told, encoding="utf-8")

    importing(home, report)

    unit = (home / "content" / "单位.yaml").read_text(encoding="utf-8")
    assert "主要职能" not in unit
    assert "正文.主要职能" in content(home, "提纲.yaml")


def test_a_report_may_come_from_standard_input(home, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))

    assert importing(home, "-") == 0

    assert "接收档案: 5870卷" in content(home, "事实.yaml")


def test_traces_of_work_on_the_file_are_told_of(home, tmp_path, capsys):
    document = docx.Document()
    for line in REPORT.splitlines():
        document.add_paragraph(line)
    hidden = document.add_paragraph("一、内部").runs[0]
    hidden.font.hidden = True
    document.save(tmp_path / "报告.docx")

    importing(home, tmp_path / "报告.docx")

    assert "隐藏文字（没有带过来）1处" in capsys.readouterr().out


def test_a_table_stays_a_table_and_its_empty_cells_empty(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    told = REPORT.replace("五、其他情况", "指标\t目标\t完成\n接收\t\t5870\n五、其他情况")
    report.write_text(told, encoding="utf-8")

    assert importing(home, report) == 0

    assert "张表" not in capsys.readouterr().out
    rows = "指标 | 目标 | 完成\n      接收 |  | 5870\n"
    assert f"表: |-\n      {rows}" in content(home, "正文.yaml")


def test_headings_without_a_number_get_one_and_that_is_told(home, tmp_path, capsys):
    document = docx.Document()
    for line, style in (
        ("基本情况", "Heading 1"),
        ("全年接收5870卷。", None),
        ("其他", "Heading 1"),
    ):
        document.add_paragraph(line, style)
    document.save(tmp_path / "报告.docx")

    assert importing(home, tmp_path / "报告.docx", "--unit", "青河市档案馆") == 0

    assert "没有编号的标题2个，加上了编号" in capsys.readouterr().out


def test_a_date_in_han_digits_stays_as_it_was_typed(home, tmp_path):
    report = tmp_path / "报告.txt"
    report.write_text(REPORT.replace("2023年5月6日", "二〇二三年五月六日"), encoding="utf-8")

    assert importing(home, report) == 0

    assert "二〇二三年五月六日" in content(home, "正文.yaml")
    assert "成文日期" not in content(home, "正文.yaml")


def test_empty_cells_of_an_attachment_are_told_of(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    table = "附件\n情况表\n项目\t人数\t说明\n编制\t\t按文件\n"
    report.write_text(REPORT + table, encoding="utf-8")

    assert importing(home, report) == 0

    assert "附件里空着的1格写成了“—”" in capsys.readouterr().out


def test_a_folder_made_within_a_workspace_becomes_one_of_its_own(home, report):
    importing(home, report)
    folder = home / "另一份"
    folder.mkdir()

    assert importing(folder, report) == 0

    assert (folder / "content" / "2022" / "事实.yaml").exists()


def test_a_folder_of_a_workspace_belongs_to_it(home, report):
    importing(home, report)

    assert main(["-C", str(home / "content"), "import", str(report), "2021"]) == 0

    assert (home / "content" / "2021" / "事实.yaml").exists()


def test_another_unit_than_the_one_that_is_there_is_refused(home, report, capsys):
    importing(home, report)

    assert main(["-C", str(home), "import", str(report), "2021", "--unit", "白水县水利局"]) == 2

    assert "青河市档案馆" in capsys.readouterr().err
    assert not (home / "content" / "2021").exists()


def test_the_settings_of_an_editor_that_are_there_stay(home, report):
    settings = home / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{}", encoding="utf-8")

    assert importing(home, report) == 0

    assert settings.read_text(encoding="utf-8") == "{}"


def test_a_label_that_is_printed_otherwise_is_told_of(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    report.write_text(REPORT + "附件1：人员情况表\n项目\t人数\n编制\t20\n", encoding="utf-8")

    assert importing(home, report) == 0

    assert "附件的标记“附件1”照通例编了号" in capsys.readouterr().out


def test_the_note_below_a_table_is_printed_again(home, tmp_path):
    report = tmp_path / "报告.txt"
    table = "附件\n人员情况表\n单位：人\n项目\t人数\n编制\t20\n注：年末数。\n"
    report.write_text(REPORT + table, encoding="utf-8")

    assert importing(home, report) == 0
    assert main(["-C", str(home), "build", "2022", "--force", "--format", "txt"]) == 0

    built = next((home / "build" / "2022").glob("*.txt")).read_text(encoding="utf-8-sig")
    assert built.rstrip().endswith("注：年末数。")


def test_a_table_whose_rows_are_not_alike_is_told_of(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    told = REPORT.replace("五、其他情况", "指标\t目标\t完成\n接收\t5870\n五、其他情况")
    report.write_text(told, encoding="utf-8")

    assert importing(home, report) == 0

    assert "正文里有1张表各行的格数不同" in capsys.readouterr().out
    assert "接收　5870" in content(home, "正文.yaml")


def test_a_table_with_a_row_of_dashes_is_told_of(home, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    rows = "指标\t目标\n---\t---\n接收\t1件"
    report.write_text(REPORT.replace("五、其他情况", f"{rows}\n五、其他情况"), encoding="utf-8")

    assert importing(home, report) == 0

    assert "正文里有1张表" in capsys.readouterr().out
    assert "---　---" in content(home, "正文.yaml")
