"""The command line as a writer meets it: words, exit codes, what is left on the disk."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao import __version__
from jixiao.catalogue import DEFECTS
from jixiao.cli import main
from jixiao.export.manual import FAMILIES
from jixiao.usage import FORMS

ROOT = Path(__file__).parents[1]


@pytest.fixture
def workspace(tmp_path):
    target = tmp_path / "我的报告"
    assert main(["init", str(target), "--year", "2023"]) == 0
    return target


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(*arguments, **environment):
    """Run the command as a process, so that nothing of this one leaks into it."""
    variables = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment}
    command = [sys.executable, "-m", "jixiao", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=variables, check=False, timeout=120)


def test_version_is_printed():
    done = run("--version")

    assert (done.returncode, done.stdout.decode().strip()) == (0, __version__)


def test_help_speaks_chinese_and_names_every_command():
    page = run("--help").stdout.decode()

    assert "usage" not in page
    assert "options" not in page
    for verb in ("init", "check", "build", "explain", "schema", "completion"):
        assert verb in page
    assert "用法：" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少参数：命令"),
        (["bulid"], "不能是“bulid”"),
        (["check", "20x3"], "年度应是四位数字"),
        (["check", "--format", "xml"], "--format 不能是“xml”"),
        (["build", "--format", "pdf"], "不认识的格式“pdf”"),
        (["check", "--nope"], "不认识的参数：--nope"),
        (["build", "-o"], "-o 后面要有一个值"),
        (["explain", "Z999"], "没有编号为“Z999”的规则"),
        (["schema", "猫"], "没有“猫”这种文件"),
    ],
)
def test_wrong_usage_is_told_in_chinese_with_exit_code_2(arguments, said):
    done = run(*arguments)

    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_folder_that_is_no_workspace_is_told(tmp_path):
    done = run("-C", tmp_path, "check")

    assert done.returncode == 2
    assert "不是 jixiao 的工作区" in done.stderr.decode()


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    done = run("-C", tmp_path / "没有", "check")

    assert done.returncode == 2
    assert "没有这个文件夹" in done.stderr.decode()


def test_a_new_workspace_checks_clean_and_builds(workspace, capsys):
    assert main(["-C", str(workspace), "check"]) == 0
    assert capsys.readouterr().out.endswith("必改 0，应改 0，请核实 0\n")

    assert main(["-C", str(workspace), "build"]) == 0

    out = capsys.readouterr().out
    built = list((workspace / "build" / "2023").iterdir())
    assert [one.suffix for one in built] == [".docx"]
    assert str(built[0]) in out
    assert " kB）" in out
    assert out.endswith("必改 0，应改 0，请核实 0\n")


def test_init_leaves_a_folder_with_content_alone(workspace, capsys):
    before = (workspace / "content" / "单位.yaml").read_bytes()

    assert main(["init", str(workspace)]) == 2

    assert "没有动它" in capsys.readouterr().err
    assert (workspace / "content" / "单位.yaml").read_bytes() == before


def test_init_keeps_what_else_is_in_the_folder(tmp_path, capsys):
    (tmp_path / ".gitignore").write_text("我的\n", encoding="utf-8")

    assert main(["init", str(tmp_path)]) == 0

    assert "原来就有" in capsys.readouterr().out
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "我的\n"
    names = {one.name for one in tmp_path.iterdir()}
    assert names == {".gitignore", ".vscode", "content", "templates"}


def test_init_takes_last_year_where_none_is_named(tmp_path):
    assert main(["init", str(tmp_path)]) == 0

    last = datetime.datetime.now(tz=datetime.UTC).year - 1
    assert (tmp_path / "content" / str(last) / "事实.yaml").exists()


def test_init_binds_a_schema_to_every_file(workspace):
    settings = json.loads((workspace / ".vscode" / "settings.json").read_text(encoding="utf-8"))

    bound = settings["yaml.schemas"]
    for file in ("预算", "事实", "勾稽", "正文", "核实"):
        assert bound[f"./.vscode/jixiao/{file}.json"] == [f"content/*/{file}.yaml"]
    for schema in bound:
        assert json.loads((workspace / schema).read_text(encoding="utf-8"))["$schema"]


def test_a_workspace_is_found_from_a_folder_within_it(workspace):
    assert main(["-C", str(workspace / "content" / "2023"), "check"]) == 0


def test_a_year_that_is_not_there_names_those_that_are(workspace, capsys):
    assert main(["-C", str(workspace), "check", "2031"]) == 2
    assert "已有的年度：2023" in capsys.readouterr().err


def test_a_mistake_stops_the_build_and_leaves_the_former_file(workspace, capsys):
    assert main(["-C", str(workspace), "build"]) == 0
    (built,) = (workspace / "build" / "2023").iterdir()
    before = built.read_bytes()
    edit(workspace / "content/2023/预算.yaml", "12.50万元", "12.60万元")
    capsys.readouterr()

    assert main(["-C", str(workspace), "build"]) == 1

    out = capsys.readouterr().out
    assert "必改[B102]" in out
    assert "没有生成报告" in out
    assert built.read_bytes() == before
    assert list((workspace / "build" / "2023").iterdir()) == [built]


def test_force_builds_in_spite_of_a_mistake_and_says_so_only_on_the_terminal(workspace, capsys):
    edit(workspace / "content/2023/预算.yaml", "12.50万元", "12.60万元")

    assert main(["-C", str(workspace), "build", "--force", "--format", "docx,txt"]) == 0

    assert "--force" in capsys.readouterr().out
    built = next((workspace / "build" / "2023").glob("*.txt"))
    assert "force" not in built.read_text(encoding="utf-8-sig")
    assert "12.60万元" in built.read_text(encoding="utf-8-sig")


def test_check_as_json_is_a_list_of_findings_that_count_from_1(workspace, capsys):
    edit(workspace / "content/2023/预算.yaml", "12.50万元", "12.60万元")
    capsys.readouterr()

    assert main(["-C", str(workspace), "check", "--format", "json"]) == 1

    first = json.loads(capsys.readouterr().out)[0]
    assert set(first) == {
        "code", "name", "severity", "file", "line", "column", "end_line", "end_column",
        "message", "hint", "related", "settled",
    }  # fmt: skip
    assert (first["code"], first["severity"]) == ("B102", "error")
    assert first["file"] == "content/2023/预算.yaml"
    source = (workspace / first["file"]).read_text(encoding="utf-8").splitlines()
    line = source[first["line"] - 1]
    assert line[first["column"] - 1 : first["end_column"] - 1] == "12.60万元"


def test_output_goes_to_the_file_or_folder_that_is_named(workspace, tmp_path):
    assert main(["-C", str(workspace), "build", "-o", str(tmp_path / "甲" / "报告.docx")]) == 0
    assert main(["-C", str(workspace), "build", "-o", str(tmp_path / "乙"), "--format", "txt"]) == 0

    assert (tmp_path / "甲" / "报告.docx").exists()
    assert [one.suffix for one in (tmp_path / "乙").iterdir()] == [".txt"]


def test_a_file_name_that_contradicts_the_format_is_refused(workspace, tmp_path, capsys):
    arguments = [
        "-C",
        str(workspace),
        "build",
        "-o",
        str(tmp_path / "报告.docx"),
        "--format",
        "txt",
    ]

    assert main(arguments) == 2
    assert "要生成的是 txt" in capsys.readouterr().err


def test_the_same_content_builds_the_same_bytes_anywhere(workspace, tmp_path):
    first, second = tmp_path / "甲.docx", tmp_path / "乙.docx"

    run("-C", workspace, "build", "-o", first, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LANG="C")
    run("-C", workspace, "build", "-o", second, TZ="America/Lima", PYTHONHASHSEED="2")

    assert first.read_bytes() == second.read_bytes()


def test_check_loads_nothing_of_word(workspace):
    script = (
        "import sys; from jixiao.cli import main; main(sys.argv[1:]);"
        "print(sorted(one for one in ('docx', 'docxtpl', 'jinja2', 'lxml') if one in sys.modules))"
    )
    command = [sys.executable, "-c", script, "-C", str(workspace), "check"]

    out = subprocess.run(command, capture_output=True, check=True).stdout.decode()

    assert out.splitlines()[-1] == "[]"


def test_explain_prints_the_manual_of_a_code(capsys):
    assert main(["explain", "b102"]) == 0
    page = capsys.readouterr().out
    for heading in ("B102", "为什么", "反例", "正例", "依据"):
        assert heading in page


def listed(out):
    return [line.split()[0] for line in out.splitlines() if line.startswith("  ")]


def test_explain_lists_all_rules_by_family(capsys):
    assert main(["explain"]) == 0

    out = capsys.readouterr().out
    assert listed(out) == [one.code for one in DEFECTS]
    headings = [line for line in out.splitlines() if re.match("[A-Z] ", line)]
    assert headings == [f"{letter} {FAMILIES[letter]}" for letter in sorted(known_families())]


def known_families():
    return {one.code[0] for one in DEFECTS}


@pytest.mark.parametrize("begin", ["B", "b1", " l2 "])
def test_explain_lists_a_family_or_what_begins_so(begin, capsys):
    assert main(["explain", begin]) == 0

    wanted = begin.strip().upper()
    codes = [one.code for one in DEFECTS if one.code.startswith(wanted)]
    assert listed(capsys.readouterr().out) == codes


def test_every_family_has_a_name():
    assert known_families() <= set(FAMILIES)


def test_schema_prints_one_file_or_all_or_writes_them(tmp_path, capsys):
    assert main(["schema", "事实.yaml"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)

    assert main(["schema"]) == 0
    every = json.loads(capsys.readouterr().out)
    assert {"单位", "预算", "事实", "勾稽", "正文", "核实", "错别字", "outline"} == set(every)

    assert main(["schema", "-o", str(tmp_path)]) == 0
    assert {one.stem for one in tmp_path.iterdir()} == set(every)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_a_script_for_the_shell(shell, capsys):
    assert main(["completion", shell]) == 0
    assert "jixiao" in capsys.readouterr().out


def test_a_shell_completes_commands(tmp_path):
    answer = tmp_path / "answer"

    run(
        _ARGCOMPLETE="1",
        _ARGCOMPLETE_STDOUT_FILENAME=str(answer),
        COMP_LINE="jixiao bu",
        COMP_POINT="9",
    )

    assert answer.read_text(encoding="utf-8").strip() == "build"


def test_a_file_in_the_place_of_the_build_folder_is_told(workspace, capsys):
    (workspace / "build").write_text("占位", encoding="utf-8")

    assert main(["-C", str(workspace), "build"]) == 2
    assert "jixiao：" in capsys.readouterr().err


def test_an_interrupted_build_leaves_nothing_half_written(workspace, monkeypatch, capsys):
    from jixiao.commands import build

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "produce", interrupted)

    assert main(["-C", str(workspace), "build"]) == 130
    assert not (workspace / "build").exists()
    assert "已中断" in capsys.readouterr().err


def test_a_bug_is_one_line_for_the_writer_and_a_traceback_in_a_file(
    workspace, monkeypatch, capsys, tmp_path
):
    from jixiao.commands import check

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(check, "review", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert main(["-C", str(workspace), "check"]) == 3

    said = capsys.readouterr().err
    assert "Traceback" not in said
    (log,) = tmp_path.glob("jixiao-*.log")
    assert str(log) in said
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_output_that_nobody_reads_to_the_end_is_no_error():
    command = f'"{sys.executable}" -m jixiao explain | head -n 1'

    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602

    assert b"Traceback" not in done.stderr


def test_the_readme_names_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    from jixiao.usage import VERBS

    assert [verb for verb in VERBS if f"jixiao {verb}" not in readme] == []


CLEAN = "某县水利局\n2022年度部门整体支出绩效自评报告\n一、基本情况\n编制18名，在职17名。\n"
BLANK = "   \n"


@pytest.fixture
def texts(tmp_path):
    """Return a folder with a report, an empty file, and what is no report's text."""
    folder = tmp_path / "稿"
    folder.mkdir()
    (folder / "乙.txt").write_text(BLANK, encoding="utf-8")
    (folder / "甲.TXT").write_text(CLEAN, encoding="utf-8")
    (folder / ".隐.txt").write_text(BLANK, encoding="utf-8")
    (folder / "~$甲.txt").write_text(BLANK, encoding="utf-8")
    (folder / "说明.yaml").write_text(BLANK, encoding="utf-8")
    return folder


def test_audit_takes_a_folder_for_its_reports_in_their_order(texts, capsys):
    assert main(["audit", str(texts)]) == 1

    out = capsys.readouterr().out
    headings = [line for line in out.splitlines() if line.startswith("━━ ")]
    assert [re.search(r"/稿/(.+?)（", one).group(1) for one in headings] == ["乙.txt", "甲.TXT"]
    assert "L201" in out
    assert out.splitlines()[-1].startswith("2个文件：必改 1，")


def test_a_file_that_is_named_twice_is_told_once(texts, capsys):
    one = str(texts / "甲.TXT")

    assert main(["audit", one, one, str(texts)]) == 1

    assert capsys.readouterr().out.splitlines()[-1].startswith("2个文件：")


def test_audit_reads_standard_input():
    command = [sys.executable, "-m", "jixiao", "audit", "-", "--format", "json"]

    done = subprocess.run(command, input=CLEAN.encode("gbk"), capture_output=True, check=False)

    told = json.loads(done.stdout)
    assert ("L203", "标准输入") in {(one["code"], one["file"]) for one in told}


def test_a_file_that_is_not_there_is_told_beside_the_others_with_exit_code_2(texts, capsys):
    assert main(["audit", str(texts / "没有.txt"), str(texts / "乙.txt")]) == 2

    out = capsys.readouterr().out
    assert "没有这个文件" in out
    assert "L201" in out


def test_a_folder_without_reports_is_told_with_exit_code_2(tmp_path, capsys):
    assert main(["audit", str(tmp_path)]) == 2
    assert "里没有读得出的报告" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads it all")
@pytest.mark.parametrize("locked", ["甲.TXT", "."])
def test_what_may_not_be_read_is_told_with_exit_code_2(locked, texts, capsys):
    path = texts / locked
    path.chmod(0)
    try:
        assert main(["audit", str(path)]) == 2
    finally:
        path.chmod(0o755)
    assert "L206" in capsys.readouterr().out


def test_a_name_that_no_system_takes_is_told(capsys):
    assert main(["audit", "甲" * 5000]) == 2
    assert "L206" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("flags", "code", "shown"),
    [
        ([], 2, {"L201", "L206"}),
        (["--select", "L201"], 1, {"L201"}),
        (["--select", "l2"], 2, {"L201", "L206"}),
        (["--select", "B，B102", "--select", "N"], 0, set()),
        (["--ignore", "L201"], 2, {"L206"}),
        (["--ignore", "L206、L201"], 0, set()),
        (["--select", "L", "--ignore", "L206"], 1, {"L201"}),
    ],
)
def test_selected_findings_are_shown_and_make_the_exit_code(flags, code, shown, texts, capsys):
    names = [str(texts / "乙.txt"), str(texts / "没有.txt")]

    assert main(["audit", *names, "--format", "json", *flags]) == code

    assert {one["code"] for one in json.loads(capsys.readouterr().out)} == shown


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--select", "Q"], "“Q”不是规则的编号"),
        (["--ignore", "L2O6"], "是不是 L2"),
        (["--select", "W,,N"], "有一个编号是空的"),
        (["--format", "docx", "-o", "意见.html"], "要写的是 docx"),
        (["--format", "text", "-o", "意见.docx"], "要写的是 text"),
    ],
)
def test_a_wrong_selection_or_form_is_told_with_exit_code_2(flags, said, texts):
    done = run("audit", texts / "甲.TXT", *flags)

    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_what_is_no_text_is_told_with_exit_code_2(tmp_path, capsys):
    path = tmp_path / "报告.txt"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)))

    assert main(["audit", str(path)]) == 2
    assert "L202" in capsys.readouterr().out


@pytest.mark.parametrize("flags", [[], ["--fix"], ["--diff"]])
def test_settlements_that_are_not_there_are_told_with_exit_code_2(flags, texts, capsys):
    missing = str(texts / "没有.yaml")

    assert main(["audit", str(texts / "甲.TXT"), "--settled", missing, *flags]) == 2
    said = capsys.readouterr()
    assert "L101" in said.out or "核实的文件里有“必改”" in said.err or "L101" in said.err


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (CLEAN.encode() + b"\xe6\x9c\n", 0, "应改[L204]"),
        (b"\xff" + CLEAN.encode(), 0, "第1个字节起"),
        (b"\xfd\xfe\xff" * 3 + CLEAN.encode(), 1, "必改[L204]: 第1个字节起有读不出的文字，全文9处"),
        ("本單位全年預算執行情況良好，各項工作順利完成。\n".encode("big5") * 3, 1, "必改[L204]"),
        ("各項工作順利完成預算收入支出全年".encode("big5") * 3, 1, "必改[L204]"),
        (b"\xff\xfe\xfd" * 3 + CLEAN.encode(), 1, "必改[L204]"),
        ("各项工作顺利完成，预算收入、支出全年平衡。".encode("gbk") * 3, 0, "L203"),
    ],
)
def test_what_cannot_be_read_does_not_pass_as_clean(content, code, said, tmp_path, capsys):
    path = tmp_path / "报告.txt"
    path.write_bytes(content)

    assert main(["audit", str(path), "--select", "L"]) == code
    assert said in capsys.readouterr().out


def test_a_settlement_of_a_rule_that_is_none_is_told(tmp_path, capsys):
    report, settled = tmp_path / "报告.txt", tmp_path / "核实.yaml"
    report.write_text(CLEAN, encoding="utf-8")
    entry = "- 规则: W999\n  原文: 预算收入和支出\n  说明: 照录\n  日期: 2024年4月3日\n"
    settled.write_text(entry, encoding="utf-8")

    main(["audit", str(report), "--settled", str(settled)])

    assert "没有编号为“W999”的规则" in capsys.readouterr().out


def test_strict_stops_on_a_warning_that_is_shown_and_not_settled(tmp_path, capsys):
    damaged = tmp_path / "坏.txt"
    damaged.write_bytes(CLEAN.encode() + b"\xe6\x9c\n")

    assert main(["audit", str(damaged), "--select", "L204"]) == 0
    assert main(["audit", str(damaged), "--select", "L204", "--strict"]) == 1
    assert main(["audit", str(damaged), "--ignore", "L204", "--select", "L", "--strict"]) == 0
    assert "应改[L204]" in capsys.readouterr().out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("verb", ["check", "audit"])
def test_every_form_is_written_to_a_file_whole(form, verb, workspace, texts, tmp_path, capsys):
    file = tmp_path / "新" / "结果"
    arguments = {
        "check": ["-C", str(workspace), "check"],
        "audit": ["audit", str(texts)],
    }[verb]

    code = main([*arguments, "--format", form, "-o", str(file)])

    assert code == (1 if verb == "audit" else 0)
    assert file.read_bytes().startswith(BEGINS[form])
    assert [one.name for one in file.parent.iterdir()] == ["结果"]
    assert f"{file}（" in capsys.readouterr().out


BEGINS = {
    "text": b"",
    "json": b"[",
    "sarif": b"{",
    "github": b"",
    "html": b"<!DOCTYPE html>",
    "docx": b"PK\x03\x04",
}


def test_the_forms_that_are_offered_are_those_that_are_made():
    from jixiao.commands import forms

    assert tuple(forms.FORMS) == FORMS == tuple(BEGINS)


@pytest.mark.parametrize(
    ("name", "form"),
    [("意见.docx", "docx"), ("意见.HTML", "html"), ("a.json", "json"), ("a.sarif", "sarif")],
)
def test_a_files_name_says_its_form(name, form, texts, tmp_path):
    file = tmp_path / name

    assert main(["audit", str(texts / "乙.txt"), "-o", str(file)]) == 1

    assert file.read_bytes().startswith(BEGINS[form])


def test_text_in_a_file_has_no_colour_and_says_the_same(texts, tmp_path, capsys):
    file = tmp_path / "结果.txt"

    main(["audit", str(texts), "-o", str(file)])
    capsys.readouterr()
    main(["audit", str(texts)])

    assert file.read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_result_is_not_written_over_what_was_checked(texts, capsys):
    file = texts / "甲.TXT"
    before = file.read_bytes()

    assert main(["audit", str(file), "--format", "text", "-o", str(texts / "." / "甲.TXT")]) == 2

    assert "没有动它" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_folder_is_no_place_for_the_result(texts, tmp_path, capsys):
    assert main(["audit", str(texts), "-o", str(tmp_path)]) == 2
    assert "是文件夹" in capsys.readouterr().err


def test_a_word_file_goes_to_a_pipe_and_not_to_a_terminal(texts):
    piped = run("audit", texts, "--format", "docx")
    assert piped.stdout.startswith(b"PK\x03\x04")

    script = (
        "import sys; from jixiao.cli import main; sys.stdout.isatty = lambda: True;"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "audit", str(texts), "--format", "docx"]
    shown = subprocess.run(command, capture_output=True, check=False)
    assert (shown.returncode, shown.stdout) == (2, b"")
    assert "-o 审核意见.docx" in shown.stderr.decode()


@pytest.mark.parametrize(
    ("form", "unloaded"),
    [
        ("text", {"docx", "docxtpl", "jinja2", "lxml"}),
        ("json", {"docx", "docxtpl", "jinja2", "lxml"}),
        ("sarif", {"docx", "docxtpl", "jinja2", "lxml"}),
        ("github", {"docx", "docxtpl", "jinja2", "lxml"}),
        ("html", {"docx", "docxtpl", "lxml"}),
        ("docx", {"docx", "docxtpl", "jinja2"}),
    ],
)
def test_a_form_loads_what_it_needs_and_no_more(form, unloaded, texts):
    script = (
        "import sys; from jixiao.cli import main; main(sys.argv[1:]);"
        "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "audit", str(texts), "--format", form]

    told = subprocess.run(command, capture_output=True, check=True).stderr.decode()

    assert not unloaded & set(re.findall(r"'(\w+)'", told))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_findings_make_the_same_file_anywhere(form, texts):
    first = run("audit", texts, "--format", form, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LANG="C")
    second = run("audit", texts, "--format", form, TZ="America/Lima", PYTHONHASHSEED="2")

    assert first.stdout == second.stdout
    assert first.stdout or form == "github"


NUMBERS = "".join(f"第{number}项工作完成{number}件，" for number in range(500))
HAN = "全区水利工作坚持稳中求进围绕中心服务大局认真履行职责扎实推进"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "L201"),
        (b"\r\n \xe3\x80\x80\r\n", "L201"),
        (bytes(range(256)) * 64, "L202"),
        (b"PK\x03\x04" + b"\0" * 99, "L209"),
        (CLEAN.encode("gbk"), "L203"),
        (CLEAN.encode("utf-16"), "L203"),
        (CLEAN.encode("utf-16-be"), "L203"),
        (CLEAN.encode() + b"\xe6\x9c", "L204"),
        (CLEAN.replace("\n", "\r\n").encode(), ""),
        (b"\xef\xbb\xbf" + CLEAN.encode(), ""),
        ((HAN * 5_000).encode(), ""),
        (NUMBERS.encode(), ""),
        (b'The bureau has 56 staff. It spent 1,359.46 in 2023; see "A".\n' * 50, ""),
        (b"\x1b[2J\x1b]0;x\x07" + CLEAN.encode(), ""),
        ("\n".join([HAN] * 1000).encode(), ""),
    ],
    ids=[
        "empty", "blank", "binary", "zip", "gbk", "utf-16", "utf-16-be", "damaged", "crlf", "bom",
        "no punctuation", "numbers", "english", "escapes", "many lines",
    ],
)  # fmt: skip
def test_bad_input_gets_an_answer_in_every_form(content, said, tmp_path, capfdbinary):
    file = tmp_path / "稿.txt"
    file.write_bytes(content)

    for form in FORMS:
        code = main(["audit", str(file), "--format", form])
        out, err = capfdbinary.readouterr()
        assert code in {0, 1, 2}, (form, err.decode())
        assert err == b""
        if form in {"json", "sarif"}:
            json.loads(out)
        if form != "docx":
            assert said in out.decode()
            assert b"\x1b" not in out
