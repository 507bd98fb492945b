"""The outline of a template, where a report has just its headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jixiao.ingest.prose import prose, typed_mark
from jixiao.ingest.sections import UNIT, Sections
from jixiao.ingest.tree import Node, Told
from jixiao.language.numbering import Siblings
from jixiao.model.outline import Outline
from jixiao.model.template import Skeleton, Slot

Resolve = Callable[[str], str]


def fitted(root: Node, outline: Outline, skeleton: Skeleton, resolve: Resolve) -> Sections | None:
    """Return the sections of a report that has just the headings of a template; None otherwise.

    `resolve` puts the year and the unit's names in the place of their citations.
    """
    titles = [resolve(one.value) for one in skeleton.title] == [one.value for one in outline.title]
    tables = [one.title.value for one in skeleton.tables]
    attached = [one.title.value for one in outline.attachments]
    if root.body or not titles or tables != attached:
        return None
    fitter = _Fitter(Sections(), resolve)
    return fitter.made if fitter.fits(root.children, skeleton.slots, Siblings(1)) else None


@dataclass(slots=True)
class _Fitter:
    """Holds headings against slots, and notes the prose of each slot."""

    made: Sections
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
        sections = self.made.of_the_unit if file == UNIT else self.made.texts
        sections[key] = prose(own, below)
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
            self.made.of_projects[name] = prose(node, siblings.below())
        return True


def _is_boilerplate(own: Node, slot: Slot, resolve: Resolve) -> bool:
    if slot.boilerplate is None or own.children or len(own.body) != 1:
        return False
    (block,) = own.body
    return isinstance(block, Told) and block.paragraph.line == resolve(slot.boilerplate.value)
