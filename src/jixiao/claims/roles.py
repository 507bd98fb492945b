"""What an amount of money is in the accounts, by the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from jixiao.claims.sentence import Number


class Role(Enum):
    """The part that an amount plays in a budget."""

    INITIAL = auto()
    SUPPLEMENT = auto()
    REDUCTION = auto()
    PRIOR_CARRY_OVER = auto()
    FINAL = auto()
    INCOME = auto()
    OTHER_FUNDS = auto()
    BASIC = auto()
    PROJECT = auto()
    ACTUAL = auto()
    BALANCE = auto()
    #: 预算 alone: the initial one where changes to it are told, else the final one
    BUDGET = auto()


_TAIL = (
    r"(?:收入|支出|数|总数|额|总额|总金额|金额|资金|经费|规模|合计|总计|共计|共|分别)?"
    r"(?:约?为|是|达到|达|计|共计|合计|安排|下达)?$"
)
#: the order matters: the first that fits is the role
_FORMS = tuple(
    (role, re.compile(form + _TAIL))
    for role, form in (
        (
            Role.PRIOR_CARRY_OVER,
            r"(?:上年|上年度|年初|期初|以前年度)(?:末)?(?:财政)?(?:结转结余|结转和结余|结转|结余)",
        ),
        (
            Role.BALANCE,
            r"(?:结转结余|结余结转|结转和结余|结转及结余|年末结转|年末结余|结转下年|结余|结转)",
        ),
        (Role.REDUCTION, r"(?:追减|调减|核减|压减|收回|调整减少|预算减少|减少预算)(?:预算)?"),
        (
            Role.SUPPLEMENT,
            (
                r"(?:调整追加|追加|调增|增加预算|预算追加|调整增加|预算增加|追加预算|年中增加|中期调整"
                r"|追加[㐀-鿿]{1,10}?(?:资金|经费|专项|补助))(?:预算|指标)?"
            ),
        ),
        (
            Role.FINAL,
            r"(?:全年预算|调整后(?:的)?(?:全年)?预算|调整预算|预算调整为|年度预算总|全年预算安排|全年可用资金)",
        ),
        (
            Role.INITIAL,
            (
                r"(?:年初(?:部门|单位|批复)?(?:的)?(?:财政)?(?:拨款)?预算(?:批复|安排|下达)?|年初批复(?:预算)?|年初安排(?:预算)?"
                r"|年初(?:预算)?(?:下达|核定)(?:预算)?|年初指标|预算批复)"
            ),
        ),
        (Role.OTHER_FUNDS, r"其他(?:资金|收入)(?:来源)?"),
        (Role.BASIC, r"基本支出(?:决算|预算)?"),
        (Role.PROJECT, r"项目(?:资金)?(?:总)?支出(?:决算|预算)?(?:总)?"),
        (
            Role.ACTUAL,
            (
                r"(?:实际(?:完成)?支出|实际支付|实际使用|支付|列支|兑付|报账|支出(?:决算)?|全年(?:总)?支出|整体支出|总支出|本年支出|预算支出"
                r"|累计支出|已支出|执行|实际执行|全年执行|预算执行|决算|支出决算|实支)"
            ),
        ),
        (Role.INCOME, r"(?:预算收入|总收入|收入(?:决算|预算)?|本年收入|资金来源)"),
        (
            Role.BUDGET,
            r"(?<!上年)(?<!下年)(?<!结余)(?<!结转)(?:当年|本年度?|年度|项目|资金)?(?:(?:预算|资金)?指标|预算(?:安排|批复|总|指标)?|(?:^|年|年内)(?:下达|批复|安排))",
        ),
    )
)
#: words that make an amount something else: another year's, a change, a limit, a part of it
_FOREIGN = re.compile(
    r"上年(?!结|度?结)|去年|同期|同比|增长|下降|人均|每|比|较|三公|公务|采购|接待|车辆|培训费|会议费|差旅|奖|补助标准|节约|总投资|概算|合同|预算总额"
    r"|政府性基金|国有资本|社会保险|专户|非税|事业收入|经营收入"
)
_QUALIFIED = re.compile(r"(?:其中|包括|含)[:：]?")


#: words before a role that leave it the whole unit's: the year, the unit itself
_WHOLE_UNIT = re.compile(
    r"(?:20[0-9]{2}|另有|另外|另|还有|此外|年度?|全年|本年度?|当年|我|本|该|其|区|县|市|省|局|院|校|会|厅|委|办|中心|部门|单位|机关|的|财政"
    r"|拨款|一般公共预算|资金|整体|总|共|为|全部|安排|批复|下达|到位|实现|完成|预算|经|后|年中|截至|12月31日|年末|年底)*"
)


@dataclass(frozen=True, slots=True)
class Account:
    """An amount with its role, and whether its words speak of the unit as a whole."""

    role: Role
    number: Number
    is_of_the_unit: bool


def accounts_of(numbers: Iterable[Number]) -> list[Account]:
    """Return what the amounts of a sentence or passage are in the accounts."""
    found = [one for one in map(_account_of, numbers) if one]
    roles = {one.role for one in found}
    is_changed = bool(roles & {Role.SUPPLEMENT, Role.REDUCTION, Role.FINAL})
    meant = Role.INITIAL if is_changed else Role.FINAL
    return [
        replace(one, role=meant) if one.role is Role.BUDGET and meant not in roles else one
        for one in found
    ]


def _account_of(number: Number) -> Account | None:
    """Return what an amount is in the accounts, or None where its words do not say."""
    if not number.is_exact_money:
        return None
    label = _QUALIFIED.sub("", number.label)
    if _FOREIGN.search(label):
        return None
    for role, form in _FORMS:
        found = form.search(label)
        if found:
            subject = label[: found.start()]
            return Account(role, number, _WHOLE_UNIT.fullmatch(subject) is not None)
    return None
