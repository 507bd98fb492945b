"""预算.yaml: the accounts and the projects, as the bureau states them."""

from __future__ import annotations

from jixiao.content.stated.names import Names
from jixiao.content.stated.values import (
    Judge,
    Notes,
    child,
    is_money,
    is_staff,
    members,
    quantity,
    scalar,
)
from jixiao.model.content import Accounts, Project, Stated
from jixiao.model.document import Mapping, Node

#: each account by its Chinese name: the key it stands under, and its field in `Accounts`
_ACCOUNTS = {
    "年初预算": ("收入", "initial_budget"),
    "调整追加": ("收入", "adjustment"),
    "收入合计": ("收入", "total_income"),
    "其他资金": ("收入", "other_funds"),
    "基本支出": ("支出", "basic_expenditure"),
    "项目支出": ("支出", "project_expenditure"),
    "支出合计": ("支出", "total_expenditure"),
    "结转结余": ("", "carry_over_and_surplus"),
    "编制人数": ("人员", "authorised_staff"),
    "在职人数": ("人员", "actual_staff"),
}
#: what a project states, in the order of the fields of `Project`
_PROJECT = ("年初预算", "调整追加", "支出")


def accounts(root: Node | None, names: Names, notes: Notes) -> Accounts:
    """Return the accounts of a document's root; what is at fault in it is left out."""
    stated: dict[str, Stated | None] = {}
    for name, (group, attribute) in _ACCOUNTS.items():
        held = child(root, group) if group else root
        judge = is_staff if group == "人员" else is_money
        stated[attribute] = _stated(held, name, name, judge, notes)
        entry = held.entry(name) if isinstance(held, Mapping) else None
        names.reserve(name, entry.key.place if entry else None)
    listed = [_project(item, names, notes) for item in members(child(root, "项目"))]
    projects = tuple(one for one in listed if one)
    return Accounts(**stated, projects=projects, projects_whole=len(projects) == len(listed))


def _project(item: Node, names: Names, notes: Notes) -> Project | None:
    name = scalar(item, "名称")
    if name is None or not names.claim(name, notes):
        return None
    initial, adjustment, actual = (
        _stated(item, key, f"{name}.{key}", is_money, notes) for key in _PROJECT
    )
    return Project(name, initial, adjustment, actual)


def _stated(held: Node | None, key: str, name: str, judge: Judge, notes: Notes) -> Stated | None:
    text = scalar(held, key)
    return quantity(name, text, notes, judge) if text else None
