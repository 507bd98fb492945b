"""Which heading is filled by which section: by the template's outline, or by one of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.ingest.citing import literal
from jixiao.ingest.prose import Written, prose, typed_mark
from jixiao.ingest.tree import Node
from jixiao.ingest.writing import Value
from jixiao.language.numbering import Siblings
from jixiao.model.outline import Attachment, Outline, Paragraph
from jixiao.model.template import Skeleton, Slot

#: headings down to here are slots of the outline, those below stand in the prose
_DEEPEST_SLOT = 2
_PROSE, _UNIT, _EACH = "正文", "单位", "各项目"
LEAD = "引言"
_OF_A_YEAR = re.compile("20[0-9]{2}年|(?<!【)【(?!【)")
_OF_THE_UNIT = {
    "主要职能": re.compile("^(?:部门|单位)?(?:主要)?(?:职能|职责)(?:职责)?(?:概述|情况)?$"),
    "机构情况": re.compile("^(?:内设)?机构(?:设置)?(?:情况)?$"),
}


@dataclass(slots=True)
class Sections:
    """What is written for each file: the sections of 正文.yaml and 单位.yaml, and 提纲.yaml."""

    texts: dict[str, Value] = field(default_factory=dict)
    of_the_unit: dict[str, Value] = field(default_factory=dict)
    of_projects: dict[str, Value] = field(default_factory=dict)
    #: the outline of the year's own; None where the template's fits
    outline: dict[str, Value] | None = None


def own(
    root: Node,
    outline: Outline,
    written: Written,
    title: Sequence[str],
    unit_texts: Mapping[str, str] | None,
    projects: Sequence[str] = (),
) -> Sections:
    """Return the sections of a report under an outline of its own, heading by heading.

    `unit_texts` are those of a 单位.yaml that stays; without one its sections are written too.
    """
    made = Sections()
    outlined: dict[str, Value] = {"名称": "照原稿", "标题": list(title)}
    if root.body:
        made.texts[LEAD] = prose(Node(None, root.body), written, Siblings(1))
        outlined[LEAD] = f"{_PROSE}.{LEAD}"
    placer = _Placer(made, written, unit_texts, projects)
    siblings = Siblings(1)
    outlined["部分"] = [placer.slot(one, siblings, 1) for one in root.children]
    if outline.attachments:
        outlined["附件"] = [_table(one) for one in outline.attachments]
    made.outline = outlined
    return made


@dataclass(slots=True)
class _Placer:
    """Gives each heading a slot, and each slot's prose a key."""

    made: Sections
    written: Written
    unit_texts: Mapping[str, str] | None
    #: the names of the projects in 预算.yaml, in order
    projects: Sequence[str]

    def slot(self, node: Node, siblings: Siblings, depth: int) -> Value:
        """Return the slot of a heading, with those below it; its prose is noted."""
        slot: dict[str, Value] = {"标题": literal(node.title)}
        slot |= typed_mark(node, siblings)
        below = siblings.below()
        slotted = depth < _DEEPEST_SLOT
        own = node.children[: len(node.children) - self._of_projects(node)]
        inner = Node(None, node.body, [] if slotted else own)
        if not inner.is_bare:
            slot["内容"] = self._keep(node, prose(inner, self.written, below))
        if slotted and own:
            slot["下级"] = [self.slot(one, below, depth + 1) for one in own]
        if len(own) < len(node.children):
            slot["逐项目"] = self._each_project(node.children[len(own) :], below)
        return slot

    def _of_projects(self, node: Node) -> int:
        """Return how many headings at the end are the projects', all of them in order; 0 for none.

        Their titles are alike but for the names, and their marks are those that are counted.
        """
        count = len(self.projects)
        tail = node.children[-count:] if 1 < count <= len(node.children) else []
        pairs = zip(tail, self.projects[: len(tail)], strict=True)
        titles = {one.title.replace(name, "【项目】") for one, name in pairs}
        if len(titles) != 1 or "【项目】" not in titles.pop() or node.heading is None:
            return 0
        counted = Siblings(node.heading.level + 1, len(node.children) - count)
        marks = [one.heading.mark.value for one in tail if one.heading]
        return count if marks == [counted.next_mark() for _ in tail] else 0

    def _each_project(self, nodes: Sequence[Node], below: Siblings) -> Value:
        for node, name in zip(nodes, self.projects, strict=True):
            below.next_mark()
            own = Node(None, node.body, node.children)
            self.made.of_projects[name] = prose(own, self.written, below.below())
        title = literal(nodes[0].title).replace(self.projects[0], "【项目】")
        return {"标题": title, "内容": f"{_PROSE}.{_EACH}"}

    def _is_of_the_unit(self, name: str, blocks: Sequence[Value]) -> bool:
        """Return whether prose goes to 单位.yaml, or stands there already word by word."""
        texts = [one for one in blocks if isinstance(one, str)]
        if any(_OF_A_YEAR.search(one) for one in texts):
            return False  # what is true over the years names no year, and cites none's facts
        if self.unit_texts is None:
            return True
        return len(texts) == len(blocks) and self.unit_texts.get(name) == "\n".join(texts)

    def _keep(self, node: Node, blocks: Sequence[Value]) -> str:
        bare = node.title.rstrip("。：:")
        name = next((one for one, form in _OF_THE_UNIT.items() if form.match(bare)), "")
        if name and name not in self.made.of_the_unit and self._is_of_the_unit(name, blocks):
            self.made.of_the_unit[name] = blocks
            return f"{_UNIT}.{name}"
        key = _key(bare, self.made.texts)
        self.made.texts[key] = blocks
        return f"{_PROSE}.{key}"


def _key(title: str, taken: Iterable[str]) -> str:
    """Return a heading as a key: without blanks and what follows in brackets, and unique."""
    base = re.sub(r"\s|（[^（）]*）$|[【】.|#:：\"'&*!%@`\[\]{}>,，？?-]", "", title) or "一节"
    used = {*taken, "段落", _EACH, "落款", LEAD}
    names = (base, *(f"{base}{at}" for at in range(2, len(used) + 3)))
    return next(one for one in names if one not in used)


def _table(one: Attachment) -> Value:
    rows = [*one.rows, *([one.total] if one.total else [])]
    table: dict[str, Value] = {"标题": literal(one.title.value)}
    unit = one.unit_line.partition("：")[2]
    table |= {"单位": unit} if unit else {}
    table["列"] = [literal(cell.value) or "—" for cell in one.columns]
    table["行"] = [[literal(cell.value) or "—" for cell in row] for row in rows]
    return table | ({"缺数注": literal(one.note)} if one.note else {})


Resolve = Callable[[str], str]


def fitted(
    root: Node, outline: Outline, written: Written, skeleton: Skeleton, resolve: Resolve
) -> Sections | None:
    """Return the sections of a report that has just the headings of a template; None otherwise.

    `resolve` puts the year and the unit's names in the place of their citations.
    """
    titles = [resolve(one.value) for one in skeleton.title] == [one.value for one in outline.title]
    tables = [one.title.value for one in skeleton.tables]
    attached = [one.title.value for one in outline.attachments]
    if root.body or not titles or tables != attached:
        return None
    fitter = _Fitter(Sections(), written, resolve)
    return fitter.made if fitter.fits(root.children, skeleton.slots, Siblings(1)) else None


@dataclass(slots=True)
class _Fitter:
    """Holds headings against slots, and notes the prose of each slot."""

    made: Sections
    written: Written
    resolve: Resolve

    def fits(self, nodes: Sequence[Node], slots: Sequence[Slot], siblings: Siblings) -> bool:
        """Return whether headings are those of the slots, one by one, marks included."""
        return len(nodes) == len(slots) and all(
            self._fits(node, slot, siblings) for node, slot in zip(nodes, slots, strict=True)
        )

    def _fits(self, node: Node, slot: Slot, siblings: Siblings) -> bool:
        if node.title != self.resolve(slot.title.value) or typed_mark(node, siblings):
            return False
        below = siblings.below()
        last = len(node.children)
        projects = self._projects(node, slot)
        inner = last - len(projects) - len(slot.slots)
        if inner < 0:
            return False
        own = Node(None, node.body, node.children[:inner])
        if not self._keep(own, slot, below):
            return False
        return self.fits(
            node.children[inner : last - len(projects)], slot.slots, below
        ) and self._keep_projects(projects, below)

    def _keep(self, own: Node, slot: Slot, below: Siblings) -> bool:
        """Note the prose of a slot; False where it has some and no section for it."""
        if own.is_bare or _is_boilerplate(own, slot, self.resolve):
            return True
        if slot.section is None:
            return False
        file, _, key = slot.section.value.strip().partition(".")
        sections = self.made.of_the_unit if file == _UNIT else self.made.texts
        sections[key] = prose(own, self.written, below)
        return True

    def _projects(self, node: Node, slot: Slot) -> list[Node]:
        """Return the headings at the end that are the projects'."""
        if slot.each_project is None:
            return []
        before, _, after = slot.each_project.title.value.partition("【项目】")
        found: list[Node] = []
        for child in reversed(node.children):
            if not (child.title.startswith(before) and child.title.endswith(after)):
                break
            found.insert(0, child)
        return found

    def _keep_projects(self, nodes: Sequence[Node], siblings: Siblings) -> bool:
        for node in nodes:
            if typed_mark(node, siblings):
                return False
            name = node.title.strip("“”")
            own = Node(None, node.body, node.children)
            self.made.of_projects[name] = prose(own, self.written, siblings.below())
        return True


def _is_boilerplate(own: Node, slot: Slot, resolve: Resolve) -> bool:
    if slot.boilerplate is None or own.children or len(own.body) != 1:
        return False
    (block,) = own.body
    return isinstance(block, Paragraph) and block.line == resolve(slot.boilerplate.value)
