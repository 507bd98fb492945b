"""Content: the facts of a year as the bureau states them, validated, nothing computed."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.diagnostic import Severity
from jixiao.language.equation import Equation
from jixiao.language.quantity import Quantity
from jixiao.source import Place, Source, Text


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity stated under a name: `企业许可登记`, `个转企新增.目标`, `某专项.支出`."""

    name: str
    quantity: Quantity
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of `事实.yaml`, with what its long form adds."""

    name: Text
    value: Stated
    #: the target of the year, of the value's own dimension
    target: Stated | None = None
    #: the completion rate as stated: value over target
    completion_rate: Stated | None = None
    #: 来源, 科室, 口径 and 说明, for people
    origin: str = ""
    office: str = ""
    scope: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project of `预算.yaml`; what the bureau did not state is None, never zero."""

    name: Text
    initial_budget: Stated | None = None
    adjustment: Stated | None = None
    actual_expenditure: Stated | None = None
    #: how grave it is that what was spent is not what was given; None where nothing claims it was
    imbalance: Severity | None = Severity.ERROR

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The numbers that are stated of it."""
        every = (self.initial_budget, self.adjustment, self.actual_expenditure)
        return tuple(one for one in every if one)


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of `预算.yaml`: 收入, 支出, 结转结余, 人员, 项目, each as stated or None."""

    initial_budget: Stated | None = None
    adjustment: Stated | None = None
    total_income: Stated | None = None
    other_funds: Stated | None = None
    basic_expenditure: Stated | None = None
    project_expenditure: Stated | None = None
    total_expenditure: Stated | None = None
    carry_over_and_surplus: Stated | None = None
    authorised_staff: Stated | None = None
    actual_staff: Stated | None = None
    projects: tuple[Project, ...] = ()
    #: False where a project is left out because its entry is broken: sums over projects fall short
    projects_whole: bool = True

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The numbers that are stated, those of the projects last."""
        every = (
            self.initial_budget,
            self.adjustment,
            self.total_income,
            self.other_funds,
            self.basic_expenditure,
            self.project_expenditure,
            self.total_expenditure,
            self.carry_over_and_surplus,
            self.authorised_staff,
            self.actual_staff,
        )
        of_projects = (number for project in self.projects for number in project.stated)
        return (*(one for one in every if one), *of_projects)


@dataclass(frozen=True, slots=True)
class Constraint:
    """An equation of `勾稽.yaml` that must hold, or whose failure is asked about."""

    equation: Equation
    #: the equation as typed; offsets in `equation` count in it
    text: Text
    severity: Severity = Severity.ERROR
    remark: str = ""
    #: True where the text is prose that claims the relation, not an equation of 勾稽.yaml
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose with its citations as typed; it holds no line break."""

    text: Text


@dataclass(frozen=True, slots=True)
class Titled:
    """A block with a heading of its own (`标题`, `正文`), one level below what it stands in."""

    title: Text
    body: Prose
    #: a mark that was typed (`编号`): this heading and the next of its siblings count on from it
    mark: Text | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an enumeration: a topic sentence, if any, and paragraphs, the first run in."""

    title: Text | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Enumerated:
    """An enumeration (`分述`), printed with 一是, 二是 and so on."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table within the prose (`表`): rows of cells as typed, the first row its head."""

    rows: tuple[tuple[Text, ...], ...]


Block = Paragraph | Titled | Enumerated | Table
Prose = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Prose under a key: a section of `正文.yaml` or `单位.yaml`, or a project's part of 各项目."""

    name: Text
    prose: Prose


@dataclass(frozen=True, slots=True)
class Passage:
    """A named passage of `段落`, written once and cited where it is told."""

    name: Text
    prose: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期 (GB/T 9704-2012 7.3.5), each as typed, or None where not given."""

    name: Text | None = None
    date: Text | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """An entry of `核实.yaml`: a finding that a person has looked into, and the reason."""

    code: Text
    #: the fact, project or equation that the finding speaks of; empty: any
    subject: str
    #: the file that the finding stands in; empty: any
    file: str
    reason: str
    date: str
    #: words that the finding stands in, as typed or as printed; empty: any
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """An entry of `错别字.yaml`: what the bureau finds written wrongly, and what is right."""

    wrong: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of `单位.yaml`: what stays true over the years."""

    full_name: Text
    short_name: Text | None
    self_reference: Text | None
    template: Text | None
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the writer stated for a year.

    `whole` is False where a file could not be read or held broken entries: then a name that
    is not found may be one of those, and stages hold back findings on unknown names.
    """

    year: int
    unit: Unit
    accounts: Accounts
    facts: tuple[Fact, ...]
    constraints: tuple[Constraint, ...]
    sections: tuple[Section, ...]
    #: the parts of 各项目, each named after its project
    project_sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    signature: Signature
    settlements: tuple[Settlement, ...]
    #: the sources by file: 单位.yaml, 预算.yaml, 事实.yaml, 勾稽.yaml, 正文.yaml, 核实.yaml
    sources: tuple[Source, ...]
    whole: bool = True
    #: False where a section could not be read: then one that is missing may be that one
    prose_whole: bool = True
    #: True where the facts were read from the prose of a manuscript, not stated in YAML
    is_claimed: bool = False
    #: the bureau's own list of wrong words; none where it keeps no 错别字.yaml
    wordings: tuple[Wording, ...] = ()
