"""The Chinese names of accounts, figures, parts and year words, as writers cite them."""

from __future__ import annotations

INITIAL_BUDGET = "年初预算"
ADJUSTMENT = "调整追加"
TOTAL_INCOME = "收入合计"
OTHER_FUNDS = "其他资金"
BASIC_EXPENDITURE = "基本支出"
PROJECT_EXPENDITURE = "项目支出"
TOTAL_EXPENDITURE = "支出合计"
CARRY_OVER_AND_SURPLUS = "结转结余"
AUTHORISED_STAFF = "编制人数"
ACTUAL_STAFF = "在职人数"

ACCOUNTS = (
    INITIAL_BUDGET,
    ADJUSTMENT,
    TOTAL_INCOME,
    OTHER_FUNDS,
    BASIC_EXPENDITURE,
    PROJECT_EXPENDITURE,
    TOTAL_EXPENDITURE,
    CARRY_OVER_AND_SURPLUS,
    AUTHORISED_STAFF,
    ACTUAL_STAFF,
)

EXECUTION_RATE = "预算执行率"
ADJUSTMENT_RATE = "预算调整率"
STAFF_CONTROL_RATE = "在职人员控制率"

RATES = (EXECUTION_RATE, ADJUSTMENT_RATE, STAFF_CONTROL_RATE)

TARGET = "目标"
COMPLETION_RATE = "完成率"
ACTUAL_EXPENDITURE = "支出"

FACT_PARTS = (TARGET, COMPLETION_RATE)
PROJECT_PARTS = (INITIAL_BUDGET, ADJUSTMENT, ACTUAL_EXPENDITURE, EXECUTION_RATE)

FULL_NAME = "全称"
SHORT_NAME = "简称"
SELF_REFERENCE = "自称"

UNIT_NAMES = (FULL_NAME, SHORT_NAME, SELF_REFERENCE)

THIS_YEAR = "本年"
LAST_YEAR = "上年"
NEXT_YEAR = "下年"
YEAR_END = "年末"

YEAR_WORDS = (THIS_YEAR, LAST_YEAR, NEXT_YEAR, YEAR_END)

#: in an outline's templates that are printed once a project: the project at hand
PROJECT = "项目"

ABSENT = "—"


def part_of(name: str, part: str) -> str:
    """Return the full name of a part, `名.部`; the name itself where there is no part."""
    return f"{name}.{part}" if part else name


def spoken(full_name: str) -> str:
    """Return a full name as a sentence says it: `“某专项”支出` for `某专项.支出`."""
    name, dot, part = full_name.partition(".")
    return f"“{name}”{part}" if dot else name
