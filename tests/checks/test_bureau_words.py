"""A bureau's own list of wrong words: an optional file of the workspace."""

from __future__ import annotations

import pytest

from jixiao.cli import main
from jixiao.pipeline.year import review
from jixiao.workspace import TYPO_FILE, Workspace


@pytest.fixture
def workspace(tmp_path, capsys):
    assert main(["init", str(tmp_path), "--year", "2023"]) == 0
    capsys.readouterr()
    return Workspace(tmp_path)


def write(workspace, text):
    (workspace.root / TYPO_FILE).write_text(text, encoding="utf-8")


def test_a_word_of_the_list_is_found_in_the_prose(workspace):
    write(workspace, "# 错: 对\n查档: 查阅档案\n")

    found = review(workspace, 2023).diagnostics

    assert {one.code for one in found} == {"W201"}
    assert {one.place.text for one in found} == {"查档"}
    assert all("查阅档案" in one.message for one in found)


def test_a_workspace_without_the_list_lacks_nothing(workspace):
    assert review(workspace, 2023).diagnostics == ()


def test_an_entry_that_mends_nothing_is_told_and_left_out(workspace):
    write(workspace, "查档: 现场查档\n")

    (found,) = review(workspace, 2023).diagnostics

    assert (found.code, found.place.file, found.place.text) == ("S171", TYPO_FILE, "查档")


def test_a_word_that_jixiao_knows_itself_is_told_once(workspace):
    path = workspace.root / "content/2023/正文.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("查档窗口", "拔付窗口", 1), encoding="utf-8")
    write(workspace, "拔付: 拨付\n")

    found = review(workspace, 2023).diagnostics

    assert [one.code for one in found if one.place.text == "拔付"] == ["W201"]
