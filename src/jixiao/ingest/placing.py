"""An outline of the report's own: each heading a slot, each slot's prose under a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jixiao.ingest.citing import literal
from jixiao.ingest.prose import prose, typed_mark
from jixiao.ingest.sections import EACH_PROJECT, LEAD, PROSE, UNIT, Sections
from jixiao.ingest.tree import Node
from jixiao.ingest.writing import Value
from jixiao.language.numbering import Siblings
from jixiao.model.outline import Attachment

#: headings down to here are slots of the outline, those below stand in the prose
_DEEPEST_SLOT = 2
_OF_A_YEAR = re.compile("20[0-9]{2}年|(?<!【)【(?!【)")
_OF_THE_UNIT = {
    "主要职能": re.compile("^(?:部门|单位)?(?:主要)?(?:职能|职责)(?:职责)?(?:概述|情况)?$"),
    "机构情况": re.compile("^(?:内设)?机构(?:设置)?(?:情况)?$"),
}


def own(
    root: Node,
    title: Sequence[str],
    attachments: Sequence[Attachment],
    unit_texts: Mapping[str, str] | None,
    projects: Sequence[str] = (),
) -> Sections:
    """Return the sections of a report under an outline of its own, heading by heading.

    `unit_texts` are those of a 单位.yaml that stays; without one its sections are written too.
    """
    made = Sections()
    outlined: dict[str, Value] = {"名称": "照原稿", "标题": list(title)}
    if root.body:
        made.texts[LEAD] = prose(Node(None, root.body), Siblings(1))
        outlined[LEAD] = f"{PROSE}.{LEAD}"
    placer = _Placer(made, unit_texts, projects)
    siblings = Siblings(1)
    outlined["部分"] = [placer.slot(one, siblings, 1) for one in root.children]
    if attachments:
        outlined["附件"] = [_table(one) for one in attachments]
    made.outline = outlined
    return made


@dataclass(slots=True)
class _Placer:
    """Gives each heading a slot, and each slot's prose a key."""

    made: Sections
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
            slot["内容"] = self._keep(node, prose(inner, below))
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
            self.made.of_projects[name] = prose(node, below.below())
        title = literal(nodes[0].title).replace(self.projects[0], "【项目】")
        return {"标题": title, "内容": f"{PROSE}.{EACH_PROJECT}"}

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
            return f"{UNIT}.{name}"
        key = _key(bare, self.made.texts)
        self.made.texts[key] = blocks
        return f"{PROSE}.{key}"


def _key(title: str, taken: Iterable[str]) -> str:
    """Return a heading as a key: without blanks and what follows in brackets, and unique."""
    base = re.sub(r"\s|（[^（）]*）$|[【】.|#:：\"'&*!%@`\[\]{}>,，？?-]", "", title) or "一节"
    used = {*taken, "段落", EACH_PROJECT, "落款", LEAD}
    names = (base, *(f"{base}{at}" for at in range(2, len(used) + 3)))
    return next(one for one in names if one not in used)


def _table(one: Attachment) -> Value:
    rows = [*one.rows, *([one.total] if one.total else [])]
    table: dict[str, Value] = {"标题": literal(one.title.value)}
    unit = one.unit_line.partition("：")[2]
    table |= {"单位": unit} if unit else {}
    table["列"] = [literal(cell.value) or "—" for cell in one.columns]
    table["行"] = [[literal(cell.value) or "—" for cell in row] for row in rows]
    return table | ({"注": literal(one.note)} if one.note else {})
