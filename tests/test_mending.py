"""`--fix` and `--diff` from the command line: what is shown, what is written, what is left."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from jixiao.cli import main

PROSE = "content/2023/正文.yaml"
TYPED = """\
某县档案馆2023年度部门整体支出绩效自评报告
一、基本情况
档案馆全年接待查档2316人次,提供档案4870卷次。
“数字化专项”、“库房专项”按期完成，验收合格。
某县档案馆
2024年4月3日
"""
FIXED = TYPED.replace("人次,", "人次，").replace("”、“", "”“")


@pytest.fixture
def workspace(tmp_path, capsys):
    assert main(["init", str(tmp_path), "--year", "2023"]) == 0
    capsys.readouterr()
    return tmp_path


def slip(workspace, right="，提供档案", typed=",提供档案"):
    """Put a slip into the prose, in a folded paragraph with comments around it."""
    path = workspace / PROSE
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, typed, 1), encoding="utf-8")
    return text


def run(*arguments, capsys):
    code = main(list(map(str, arguments)))
    return code, *capsys.readouterr()


def test_diff_shows_what_fix_would_do_and_writes_nothing(workspace, capsys):
    slip(workspace)
    before = (workspace / PROSE).read_bytes()

    code, out, told = run("-C", workspace, "check", "--diff", capsys=capsys)

    assert (workspace / PROSE).read_bytes() == before
    assert out.startswith(f"--- {PROSE}\n+++ {PROSE}\n@@ ")
    assert len([one for one in out.splitlines() if re.match(r"[-+](?![-+]{2})", one)]) == 2
    assert "可以自动改1处（1个文件），还没有写" in told
    assert code == 0


def test_the_diff_is_one_that_patch_takes(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("报告.txt").write_text(TYPED, encoding="utf-8", newline="")
    _, out, _ = run("audit", "报告.txt", "--diff", capsys=capsys)

    try:
        subprocess.run(["patch", "-p0"], input=out.encode(), check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("缺少 patch；Debian: apt-get install patch (missing patch)")

    assert Path("报告.txt").read_text(encoding="utf-8") == FIXED


def test_fix_mends_the_prose_and_leaves_comments_layout_and_order(workspace, capsys):
    right = slip(workspace)

    code, out, _ = run("-C", workspace, "check", "--fix", capsys=capsys)

    assert (workspace / PROSE).read_text(encoding="utf-8") == right
    assert f"改了 {PROSE}：1处" in out
    assert "必改 0，应改 0" in out
    assert code == 0


def test_fix_run_twice_changes_nothing_more(workspace, capsys):
    slip(workspace)
    run("-C", workspace, "check", "--fix", capsys=capsys)
    once = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}

    _, out, _ = run("-C", workspace, "check", "--fix", capsys=capsys)

    assert "没有可以自动改的" in out
    assert {path: path.read_bytes() for path in workspace.rglob("*.yaml")} == once


def shape(node):
    """Return what ruamel.yaml reads: keys, items, comments, quoting; of text its letters."""
    if isinstance(node, CommentedMap):
        return type(node), str(node.ca), {key: shape(value) for key, value in node.items()}
    if isinstance(node, CommentedSeq):
        return type(node), str(node.ca), [shape(one) for one in node]
    return type(node), re.sub(r"\W", "", str(node))


def comments(text):
    return re.findall(r"(?m)(?:^|\s)#.*$", text)


def test_every_comma_of_the_prose_is_mended_and_another_reader_sees_the_same_file(
    workspace, capsys
):
    path = workspace / PROSE
    right = path.read_text(encoding="utf-8")
    typed = re.sub(r"(?<=[㐀-鿿])，(?=[㐀-鿿])", ",", right)
    assert typed.count(",") > 5
    path.write_text(typed, encoding="utf-8")

    run("-C", workspace, "check", "--fix", capsys=capsys)

    mended = path.read_text(encoding="utf-8")
    reader = YAML(typ="rt")
    reader.preserve_quotes = True
    outside = [one for one in comments(typed) if "," in one]
    assert mended.count(",") == sum(one.count(",") for one in outside)
    assert comments(mended) == comments(typed)
    assert shape(reader.load(mended)) == shape(reader.load(typed))
    assert [len(one) for one in mended.split("\n")] == [len(one) for one in right.split("\n")]


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_byte_order_mark_and_the_line_ends_of_yaml_stay(lead, line_end, workspace, capsys):
    right = slip(workspace)
    path = workspace / PROSE
    typed = path.read_text(encoding="utf-8").replace("\n", line_end).encode()
    path.write_bytes(lead + typed)

    run("-C", workspace, "check", "--fix", capsys=capsys)

    assert path.read_bytes() == lead + right.replace("\n", line_end).encode()


def test_what_is_not_selected_is_not_mended(workspace, capsys):
    slip(workspace)
    before = (workspace / PROSE).read_bytes()

    for chosen in (["--select", "N"], ["--ignore", "W101"]):
        _, out, _ = run("-C", workspace, "check", "--fix", *chosen, capsys=capsys)
        assert "没有可以自动改的" in out
    assert (workspace / PROSE).read_bytes() == before


def test_what_is_settled_is_not_mended(workspace, capsys):
    slip(workspace)
    before = (workspace / PROSE).read_bytes()
    (workspace / "content/2023/核实.yaml").write_text(
        "- 规则: W101\n  原文: 接待查档【接待查档】，提供档案\n"
        "  说明: 照录原件\n  日期: 2024年4月3日\n",
        encoding="utf-8",
    )

    _, out, _ = run("-C", workspace, "check", "--fix", capsys=capsys)

    assert "没有可以自动改的" in out
    assert "照录原件" in out
    assert (workspace / PROSE).read_bytes() == before


def test_nothing_is_mended_while_the_settlements_cannot_be_read(workspace, capsys):
    slip(workspace)
    before = (workspace / PROSE).read_bytes()
    (workspace / "content/2023/核实.yaml").write_text("- 规则：W101\n", encoding="utf-8")

    code, _, told = run("-C", workspace, "check", "--fix", capsys=capsys)

    assert code == 2
    assert "说不准哪些已经核实" in told
    assert (workspace / PROSE).read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege on Windows")
def test_a_link_within_the_workspace_is_not_written(workspace, capsys):
    slip(workspace)
    other = workspace / "content" / "2023" / "另存.yaml"
    (workspace / PROSE).rename(other)
    (workspace / PROSE).symlink_to(other)
    before = other.read_bytes()

    _, out, _ = run("-C", workspace, "check", "--fix", capsys=capsys)

    assert f"没有改 {PROSE}：它是链接" in out
    assert other.read_bytes() == before
    assert (workspace / PROSE).is_symlink()


def test_the_exit_code_is_that_of_what_is_left(workspace, capsys):
    slip(workspace)
    assert run("-C", workspace, "check", "--strict", capsys=capsys)[0] == 1
    assert run("-C", workspace, "check", "--strict", "--diff", capsys=capsys)[0] == 1
    assert run("-C", workspace, "check", "--strict", "--fix", capsys=capsys)[0] == 0


def test_fix_and_diff_together_show_and_do(workspace, capsys):
    right = slip(workspace)

    _, out, _ = run("-C", workspace, "check", "--fix", "--diff", capsys=capsys)

    assert out.index("+++ ") < out.index("改了 ") < out.index("必改 0")
    assert (workspace / PROSE).read_text(encoding="utf-8") == right


def test_other_forms_have_standard_output_for_themselves(workspace, capsys):
    slip(workspace)

    _, out, told = run(
        "-C", workspace, "check", "--fix", "--diff", "--format", "json", capsys=capsys
    )

    assert isinstance(json.loads(out), list)
    assert "改了" in told
    assert "+++ " in told


@pytest.mark.parametrize("asked", [["--format", "json"], ["-o", "意见.html"]])
def test_a_diff_alone_has_no_other_form(asked, workspace, capsys):
    code, _, told = run("-C", workspace, "check", "--diff", *asked, capsys=capsys)

    assert code == 2
    assert "--diff 只打印改动" in told


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_manuscript_keeps_its_encoding_and_line_ends(codec, line_end, tmp_path, capsys):
    path = tmp_path / "报告.txt"
    path.write_bytes(TYPED.replace("\n", line_end).encode(codec))

    _, out, _ = run("audit", path, "--fix", capsys=capsys)

    assert path.read_bytes() == FIXED.replace("\n", line_end).encode(codec)
    assert f"改了 {path.as_posix()}：2处" in out


def test_a_damaged_manuscript_is_left_as_it_is(tmp_path, capsys):
    path = tmp_path / "报告.txt"
    damaged = TYPED.encode() + b"\xe5\xb1\n"
    path.write_bytes(damaged)

    _, out, _ = run("audit", path, "--fix", capsys=capsys)

    assert "没有改" in out
    assert "读不出的字节" in out
    assert path.read_bytes() == damaged


def test_manuscripts_of_a_folder_are_mended_each_and_once(tmp_path, capsys):
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(TYPED, encoding="utf-8", newline="")

    _, out, _ = run("audit", tmp_path, tmp_path / "甲.txt", "--fix", capsys=capsys)

    assert out.count("改了 ") == 2
    for name in ("甲.txt", "乙.txt"):
        assert (tmp_path / name).read_text(encoding="utf-8") == FIXED


def test_standard_input_is_no_file_to_mend(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TYPED.encode())))

    code, _, told = run("audit", "-", "--fix", capsys=capsys)

    assert code == 2
    assert "标准输入不是文件" in told


SETTLED = """\
- 规则: W105
  原文: “数字化专项”、“库房专项”
  说明: 照录原件
  日期: 2024年4月3日
"""


def test_a_manuscript_that_comes_again_brings_what_was_settled(tmp_path, capsys):
    path, settled = tmp_path / "报告.txt", tmp_path / "看过.yaml"
    path.write_text(TYPED, encoding="utf-8", newline="")
    settled.write_text(SETTLED, encoding="utf-8")

    _, out, _ = run("audit", path, "--settled", settled, "--fix", capsys=capsys)

    assert "已核实[W105]" in out
    assert "照录原件" in out
    assert path.read_text(encoding="utf-8") == TYPED.replace("人次,", "人次，")


def test_an_entry_is_idle_where_no_manuscript_has_its_finding(tmp_path, capsys):
    settled = tmp_path / "看过.yaml"
    settled.write_text(SETTLED + SETTLED.replace("W105", "W101"), encoding="utf-8")
    for name, text in (("甲.txt", FIXED), ("乙.txt", TYPED)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    _, out, _ = run("audit", tmp_path, "--settled", settled, "--format", "json", capsys=capsys)

    told = json.loads(out)
    assert [one["settled"] for one in told if one["code"] == "W105"] == ["照录原件"]
    (idle,) = [one for one in told if one["code"] == "S901"]
    assert (idle["file"], idle["line"]) == (settled.as_posix(), 5)
    assert "W101" in idle["message"]


@pytest.mark.parametrize(
    ("content", "code"),
    [("- 规则：W105\n", "L121"), ("- 规则: W105\n  原文: 专项\n", "S102"), ("", "L106")],
)
def test_a_broken_file_of_settlements_is_told_and_keeps_files_from_being_mended(
    content, code, tmp_path, capsys
):
    path, settled = tmp_path / "报告.txt", tmp_path / "看过.yaml"
    path.write_text(TYPED, encoding="utf-8")
    settled.write_text(content, encoding="utf-8")

    stopped, out, _ = run("audit", path, "--settled", settled, capsys=capsys)
    refused, _, told = run("audit", path, "--settled", settled, "--fix", capsys=capsys)

    assert (stopped, refused) == (1, 2)
    assert f"[{code}]" in out
    assert "说不准哪些已经核实" in told
    assert path.read_text(encoding="utf-8") == TYPED


def test_a_file_of_settlements_that_is_not_there_is_told(tmp_path, capsys):
    path = tmp_path / "报告.txt"
    path.write_text(TYPED, encoding="utf-8")

    code, out, _ = run("audit", path, "--settled", tmp_path / "没有.yaml", capsys=capsys)

    assert code == 1
    assert "[L101]" in out
