"""Files that cannot be read: each answered by one finding; and files that can, in spite of it."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from jixiao.content.load import LARGEST, load
from jixiao.model.document import Mapping, Scalar, Sequence

NAME = "content/2023/预算.yaml"
HAN = re.compile("[\u4e00-\u9fff]")


def plain(node):
    """Return a node as Python objects, to compare."""
    if isinstance(node, Scalar):
        return node.text.value
    if isinstance(node, Mapping):
        return {entry.key.text.value: plain(entry.value) for entry in node.entries}
    assert isinstance(node, Sequence)
    return [plain(item) for item in node.items]


@pytest.fixture
def typed(tmp_path):
    """Return what a file with some content loads as."""

    def write(content: str | bytes):
        path = tmp_path / NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load(tmp_path, NAME)

    return write


def the_one(outcome, code: str):
    (found,) = outcome.diagnostics
    assert found.code == code
    assert found.place.file == NAME
    assert HAN.search(found.message)
    assert HAN.search(found.hint)
    assert outcome.value.source.name == NAME
    return found


def test_a_file_loads_with_its_places(typed):
    made = typed("收入:\n  年初预算: 993.19万元\n")
    assert made.diagnostics == ()
    assert plain(made.value.root) == {"收入": {"年初预算": "993.19万元"}}
    (income,) = made.value.root.entries
    (budget,) = income.value.entries
    place = budget.value.place
    assert (place.file, place.line, place.column, place.end_column) == (NAME, 2, 9, 17)
    assert made.value.root.place.text == "收入:\n  年初预算: 993.19万元"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_windows_line_ends_are_taken_in_silence(typed, mark, end):
    made = typed(mark + f"全称: 某局{end}简称: 局{end}".encode())
    assert made.diagnostics == ()
    assert plain(made.value.root) == {"全称": "某局", "简称": "局"}
    assert made.value.root.entries[1].key.place.column == 1


def test_missing_file(tmp_path):
    (tmp_path / "content/2023").mkdir(parents=True)
    found = the_one(load(tmp_path, NAME), "L101")
    assert "预算.yaml" in found.message


@pytest.mark.parametrize("name", ["预算.yml", "预算.yaml.txt", "预算.YAML.bak", "预 算.yaml"])
def test_missing_file_names_the_one_that_was_meant(tmp_path, name):
    folder = tmp_path / "content/2023"
    folder.mkdir(parents=True)
    (folder / name).write_text("收入: {}\n", "utf-8")
    assert f"“{name}”" in the_one(load(tmp_path, NAME), "L101").hint


@pytest.mark.parametrize("in_place", [None, "file"])
def test_missing_folder(tmp_path, in_place):
    if in_place:
        (tmp_path / "content").mkdir()
        (tmp_path / "content/2023").write_text("不是文件夹", "utf-8")
    assert "content/2023" in the_one(load(tmp_path, NAME), "L101").message


def test_a_folder_in_the_place_of_a_file(tmp_path):
    (tmp_path / NAME).mkdir(parents=True)
    assert "文件夹" in the_one(load(tmp_path, NAME), "L102").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这个系统没有命名管道")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path):
    (tmp_path / "content/2023").mkdir(parents=True)
    os.mkfifo(tmp_path / NAME)
    the_one(load(tmp_path, NAME), "L102")


@contextmanager
def without_rights():
    """Be a user who may read only what everybody may; root may read anything."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows 的权限不由 chmod 决定")
def test_a_file_that_may_not_be_read():
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        path = root / NAME
        path.parent.mkdir(parents=True)
        path.write_text("收入: {}\n", "utf-8")
        path.chmod(0)
        with without_rights():
            made = load(root, NAME)
    assert "权限" in the_one(made, "L103").message


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="需要 Linux 的 /proc")
def test_a_file_whose_reading_fails():
    name = "self/mem"
    (found,) = load(Path("/proc"), name).diagnostics
    assert found.code in {"L103", "L104"}


def _link(path: Path, target: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("这里不能建立符号链接")


def test_a_link_out_of_the_workspace(tmp_path):
    root = tmp_path / "工作区"
    (tmp_path / "外面.yaml").write_text("收入: {}\n", "utf-8")
    _link(root / NAME, tmp_path / "外面.yaml")
    assert "工作区之外" in the_one(load(root, NAME), "L104").message


def test_a_folder_that_links_out_of_the_workspace(tmp_path):
    root = tmp_path / "工作区"
    (tmp_path / "外面").mkdir()
    (tmp_path / "外面/预算.yaml").write_text("收入: {}\n", "utf-8")
    _link(root / "content/2023", tmp_path / "外面")
    the_one(load(root, NAME), "L104")


def test_a_link_within_the_workspace_and_a_workspace_that_is_a_link_are_followed(tmp_path):
    root = tmp_path / "工作区"
    _link(root / NAME, Path("../预算.yaml"))
    (root / "content/预算.yaml").write_text("收入: {}\n", "utf-8")
    _link(tmp_path / "链接", root)
    assert load(tmp_path / "链接", NAME).diagnostics == ()


def test_a_dangling_link(tmp_path):
    _link(tmp_path / NAME, tmp_path / "没有.yaml")
    assert "符号链接" in the_one(load(tmp_path, NAME), "L101").hint


def test_a_link_to_itself(tmp_path):
    _link(tmp_path / NAME, tmp_path / NAME)
    the_one(load(tmp_path, NAME), "L103")


def test_a_file_too_large(typed):
    assert "8MB" in the_one(typed(b"x" * (LARGEST + 1)), "L105").message


@pytest.mark.parametrize("content", ["", "\n\n", "# 只有注释\n", "---\n", "\ufeff"])
def test_an_empty_file(typed, content):
    made = typed(content)
    if content != "---\n":
        the_one(made, "L106")
    assert made.value.root is None or not made.value.root.text


def test_a_bad_byte_is_told_by_line_and_column(typed):
    found = the_one(typed("全称: 某局\r\n简称: 市".encode() + b"\xff" + "场\n".encode()), "L111")
    assert (found.place.line, found.place.column) == (2, 6)
    assert "0xFF" in found.message


def test_a_file_cut_in_the_middle_of_a_character(typed):
    found = the_one(typed("全称: 某某市场监督管理局".encode()[:-1]), "L111")
    assert (found.place.line, found.place.column) == (1, 13)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_gbk_file(typed, encoding):
    found = the_one(typed("# 注\n全称: 某区市场监督管理局\n".encode(encoding)), "L112")
    assert found.place.text == "注"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_utf16_file(typed, encoding):
    the_one(typed("全称: 某区市场监督管理局\r\n简称: 局\r\n".encode(encoding)), "L113")


@pytest.mark.parametrize("character", "\x00\x07\x0b\x0c\x1b\x7f\x85\u200b\u2028\u202e\ufeff\ufffd")
def test_an_unseen_character(typed, character):
    found = the_one(typed(f"全称: 某局\n简称: 某{character}局，{character}某\n"), "L114")
    assert (found.place.line, found.place.column, found.place.text) == (2, 6, character)


def test_each_line_with_unseen_characters_is_told(typed):
    made = typed("全称: 某\u200b局\n简称: 某\u200b局\n")
    assert [one.place.line for one in made.diagnostics] == [1, 2]


def test_a_duplicate_key_is_told_with_both_places(typed):
    found = the_one(typed("甲: 1户\n乙: 2户\n甲: 3户\n"), "L131")
    (related,) = found.related
    assert (found.place.line, related.place.line) == (3, 1)
    assert HAN.search(related.message)


def test_an_alias_of_a_key_is_a_duplicate_too(typed):
    the_one(typed("&a 甲: 1户\n*a : 2户\n"), "L131")


def test_a_benign_alias_works(typed):
    made = typed("甲: &a {值: 1户}\n乙: *a\n丙: &b 词\n丁: [*b, *b]\n")
    assert made.diagnostics == ()
    assert plain(made.value.root) == {
        "甲": {"值": "1户"},
        "乙": {"值": "1户"},
        "丙": "词",
        "丁": ["词", "词"],
    }


@pytest.mark.parametrize("content", ["甲: &a [*a]\n", "甲: &a {乙: *a}\n", "甲: *a\n"])
def test_an_alias_without_an_anchor_before_it(typed, content):
    the_one(typed(content), "L136")


def test_slips_are_mended_and_the_rest_is_still_read(typed):
    made = typed("收入:\n  年初预算：1万元\n  调整追加:2万元\n  收入合计: 3万元\n收入: 4\n")
    assert [one.code for one in made.diagnostics] == ["L121", "L122", "L131"]
    assert plain(made.value.root) == {
        "收入": {"年初预算": "1万元", "调整追加": "2万元", "收入合计": "3万元"}
    }
    entry = made.value.root.entries[0].value.entries[1]
    assert (entry.value.place.line, entry.value.place.column) == (3, 8)
    assert (made.diagnostics[2].place.line, made.diagnostics[2].place.column) == (5, 1)


def test_a_slip_and_another_error_in_one_file_are_both_told(typed):
    made = typed("甲：1\n乙: 2\n丙: @3\n")
    assert [(one.code, one.place.line, one.place.column) for one in made.diagnostics] == [
        ("L121", 1, 2),
        ("L154", 3, 4),
    ]


def test_a_slip_hides_what_else_is_wrong_on_its_line(typed):
    the_one(typed("甲：@1\n乙: 2\n"), "L121")


def test_an_error_in_one_file_does_not_hide_those_of_another(findings):
    told = findings({"content/单位.yaml": "全称: @\n", "content/2023/事实.yaml": "甲: 5487\n"})
    assert {(one.place.file, one.code) for one in told} == {
        ("content/单位.yaml", "L154"),
        ("content/2023/事实.yaml", "S112"),
    }


def test_what_was_found_before_a_syntax_error_is_told_too(typed):
    made = typed("甲: 1\n甲: 2\n乙: @3\n")
    assert [one.code for one in made.diagnostics] == ["L131", "L154"]


def test_nodes_are_bounded_in_depth(typed):
    assert typed("[" * 40 + "]" * 40).diagnostics == ()
    the_one(typed("[" * 41 + "]" * 41), "L141")
    the_one(typed("[" * 200_000), "L141")
    the_one(typed("- " * 100_000 + "甲"), "L141")
    the_one(typed("{甲: " * 100_000), "L141")


def test_nodes_are_bounded_in_number(typed):
    the_one(typed("[" + "[]," * 250_001 + "]"), "L142")


def test_aliases_are_bounded_in_what_they_expand_to(typed):
    lines = ["a0: &a0 [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 20)]
    found = the_one(typed("\n".join(lines)), "L143")
    assert found.place.line == 6


def test_a_text_is_bounded_in_length(typed):
    assert typed("甲: " + "字" * 200_000).diagnostics == ()
    the_one(typed("甲: " + "字" * 200_001), "L144")
    the_one(typed('甲: "' + "\\n" * 1_500_000 + '"'), "L144")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全称: 某\n年度：2023\n", "L121"),
        ("甲:\n\t乙: 1\n", "L124"),
        ("甲: %5\n", "L154"),
        ("%甲\n乙: 1\n", "L154"),
        ("甲: *重要*\n", "L154"),
        ("甲: &重要 x\n", "L154"),
        ("甲: * 重要\n", "L154"),
        ("甲: |某\n", "L154"),
        ("甲: a: b\n", "L155"),
        ("甲: 一\n二\n丙: 三\n", "L156"),
        ("甲: - 一\n", "L157"),
        ("甲: [一, 二\n乙: 三\n", "L158"),
        ("甲: {一: 二\n乙: 三\n", "L158"),
        ("甲: [一,\n", "L158"),
        ("甲: [一] 二\n", "L152"),
        ('甲: "\\q"\n', "L159"),
        ('甲: "\\u12"\n', "L159"),
        ('甲: "\\UFFFFFFFF"\n', "L159"),
        ("甲:\n  乙: 1\n 丙: 2\n", "L153"),
        ("甲: 1\n- 乙\n", "L153"),
        ("- 甲\n乙: 1\n", "L153"),
        ("甲: !x!y z\n", "L132"),
        ("甲: 1\n...\n乙: 2\n", "L134"),
        ("'甲\n---\n乙'", "L151"),
        ("%YAML 9.9\n---\n甲: 1\n", "L199"),
        ("甲: !<\n", "L132"),
    ],
)
@pytest.mark.parametrize("in_c", [True, False], ids=["C", "Python"])
def test_both_parsers_are_understood_alike(typed, monkeypatch, text, code, in_c):
    if not in_c:
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    the_one(typed(text), code)
