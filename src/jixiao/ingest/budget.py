"""The accounts of a report: which of its numbers they are, and 预算.yaml made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.language.name import name_mistake
from jixiao.language.quantity import Measure
from jixiao.model.content import Accounts, Content, Project, Stated

#: the sections of 预算.yaml, with the accounts in each
SECTIONS = (
    ("收入", ("年初预算", "调整追加", "收入合计", "其他资金")),
    ("支出", ("基本支出", "项目支出", "支出合计")),
    ("", ("结转结余",)),
    ("人员", ("编制人数", "在职人数")),
)
_FIXED = frozenset(name for _, members in SECTIONS for name in members)
_PROJECT_KEYS = ("年初预算", "调整追加", "支出")
#: words before an amount that mean an account, where the amount is that account's
AGAIN = {
    "支出合计": re.compile(
        "(?:整体|总|部门|全年)支出(?:总额|合计|总计)?(?:为|共|达)?$|支出(?:合计|总额|总计)为?$"
    ),
    "收入合计": re.compile("(?:总|全年)收入(?:为|共|达)?$|收入(?:合计|总额|总计)为?$"),
    "项目支出": re.compile("项目支出(?:总额|总金额|合计)?(?:为|共|达)?$"),
    "基本支出": re.compile("基本支出(?:总额|总金额|合计)?(?:为|共|达)?$"),
}


@dataclass(frozen=True, slots=True)
class Budget:
    """The accounts that can be cited, and which characters of the source state each."""

    accounts: Accounts
    #: the projects whose names can stand in YAML and be cited
    projects: tuple[Project, ...]
    #: (start, end) in the source, and the name that is cited: 项目支出, 某专项.支出
    places: tuple[tuple[int, int, str], ...]

    @property
    def names(self) -> frozenset[str]:
        """The names that no fact may have: those of the accounts, stated or not, and projects."""
        return frozenset((*_FIXED, *(one.name.value for one in self.projects)))

    def stated(self) -> dict[str, str]:
        """Return the accounts of the unit by name, each as printed."""
        own = {one.name for one in self.accounts.stated} & self.names
        return {one.name: str(one.quantity) for one in self.accounts.stated if one.name in own}


def budget(content: Content) -> Budget:
    """Return the accounts that a report's prose claims; its projects where it tells of all."""
    accounts = content.accounts
    # Where not all projects are told of, their sum would seem to fall short.
    listed = accounts.projects if accounts.projects_whole else ()
    projects = tuple(
        one
        for one in listed
        if name_mistake(one.name.value) is None and one.name.value not in _FIXED
    )
    return Budget(accounts, projects, tuple(_places(accounts, projects)))


def _places(accounts: Accounts, projects: tuple[Project, ...]) -> Iterator[tuple[int, int, str]]:
    of_projects = [one for project in projects for one in project.stated]
    own = [one for one in accounts.stated if one.name in _FIXED]
    for one in (*own, *of_projects):
        # A reduction is an account below zero; its words are another number.
        if one.place.text == str(one.quantity):
            yield one.place.start, one.place.end, one.name


def parts(project: Project) -> Iterator[tuple[str, Stated]]:
    """Yield the amounts of a project by their keys in 预算.yaml."""
    every = (project.initial_budget, project.adjustment, project.actual_expenditure)
    for key, one in zip(_PROJECT_KEYS, every, strict=True):
        if one and isinstance(one.quantity, Measure):
            yield key, one
