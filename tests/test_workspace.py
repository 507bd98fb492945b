"""Where things lie in a writer's folder."""

from __future__ import annotations

import pytest

from jixiao.workspace import DEFAULT_TEMPLATE, EnvironmentFault, Workspace, own_home


@pytest.fixture
def root(tmp_path):
    for folder in ("content/2023", "content/2022", "content/附件", "content/20x3"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content" / "2024").write_text("不是文件夹", encoding="utf-8")
    return tmp_path


def test_a_workspace_is_the_nearest_folder_with_content(root):
    deep = root / "content" / "2023"

    assert Workspace.find(root).root == root.resolve()
    assert Workspace.find(deep).root == root.resolve()


def test_years_are_folders_of_four_digits_the_oldest_first(root):
    assert Workspace(root).years() == (2022, 2023)


def test_the_newest_year_is_meant_where_none_is_named(root):
    assert Workspace(root).year(None) == 2023
    assert Workspace(root).year(2022) == 2022


def test_a_year_without_content_is_refused(root, tmp_path):
    with pytest.raises(EnvironmentFault, match="2022、2023"):
        Workspace(root).year(2030)
    (tmp_path / "空" / "content").mkdir(parents=True)
    with pytest.raises(EnvironmentFault, match="还没有年度"):
        Workspace(tmp_path / "空").year(None)


def test_a_folder_outside_any_workspace_is_refused(tmp_path):
    with pytest.raises(EnvironmentFault, match="不是 jixiao 的工作区"):
        Workspace.find(tmp_path)
    with pytest.raises(EnvironmentFault, match="没有这个文件夹"):
        Workspace.find(tmp_path / "没有")


def test_a_template_of_the_workspace_comes_before_those_that_jixiao_brings(root):
    assert Workspace(root).template_home(DEFAULT_TEMPLATE) == own_home()

    (root / "templates" / DEFAULT_TEMPLATE).mkdir(parents=True)

    assert Workspace(root).template_home(DEFAULT_TEMPLATE) == root
    assert (own_home() / "templates" / DEFAULT_TEMPLATE / "outline.yaml").exists()
