"""The command line as a writer meets it: words, exit codes, what is left on the disk."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao import __version__
from jixiao.catalogue import DEFECTS
from jixiao.cli import main

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
        assert bound[f"./.vscode/jixiao/{file}.json"] == f"content/*/{file}.yaml"
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


def test_explain_prints_the_manual_of_a_code_and_the_list_of_all(capsys):
    assert main(["explain", "b102"]) == 0
    page = capsys.readouterr().out
    for heading in ("B102", "为什么", "反例", "正例", "依据"):
        assert heading in page

    assert main(["explain"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in listed] == [one.code for one in DEFECTS]


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
