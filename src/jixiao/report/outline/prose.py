"""Prose to numbered blocks: headings below the slot's own, items with 一是, plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jixiao.diagnostic import Diagnostic
from jixiao.language.numbering import DEEPEST, MOST, Siblings
from jixiao.model import content, outline
from jixiao.model.content import Enumerated, Item, Project, Prose, Titled
from jixiao.report.cite.citations import Citations
from jixiao.report.defects.structure import TOO_DEEP_HEADING, TOO_MANY_PARTS
from jixiao.source import Text

#: a topic sentence that ends with one of these gets no 。 of its own
_ENDINGS = tuple("。！？：；…”")


class Writer:
    """Writes blocks one after the other, and keeps what was wrong with them."""

    def __init__(self, citations: Citations) -> None:
        self.citations = citations
        self.blocks: list[outline.Block] = []
        self.diagnostics: list[Diagnostic] = []

    def heading(
        self,
        title: Text,
        siblings: Siblings,
        project: Project | None = None,
        typed: Text | None = None,
    ) -> None:
        """Write a heading as the next of its siblings; a typed mark is what they count on from."""
        if typed:
            siblings.start(typed.value)
        resolved = self.citations.line(title, project)
        if siblings.level > DEEPEST:
            self.diagnostics.append(_too_deep(title))
            # A fifth level has no number: its title is kept as a sentence of its own.
            self.paragraph(Text.join((resolved, *_full_stop(resolved))))
            return
        counted = siblings.next_mark()
        mark = typed if typed and typed.value == counted else _mark(counted, resolved)
        self._count(siblings, title)
        self.blocks.append(outline.Heading(siblings.level, mark, resolved))

    def paragraph(self, text: Text, mark: str = "") -> None:
        """Write a resolved paragraph, unless it is empty."""
        if text or mark:
            self.blocks.append(outline.Paragraph(text, _mark(mark, text) if mark else None))

    def prose(self, prose: Prose, siblings: Siblings, project: Project | None = None) -> None:
        """Write prose; its headings are counted on from the siblings given."""
        for block in prose:
            match block:
                case content.Paragraph(text):
                    for one in self.citations.paragraphs(text, project):
                        self.paragraph(one)
                case Titled(title, body, mark):
                    self.heading(title, siblings, project, mark)
                    self.prose(body, siblings.below(), project)
                case content.Table(rows):
                    self._table(rows, project)
                case Enumerated(items):
                    self._items(items, project)

    def _table(self, rows: Sequence[tuple[Text, ...]], project: Project | None) -> None:
        """Write a table, its cells resolved one by one."""
        written = (tuple(self.citations.line(cell, project) for cell in row) for row in rows)
        self.blocks.append(outline.Table(tuple(written)))

    def _items(self, items: Iterable[Item], project: Project | None) -> None:
        counted = Siblings(0)
        for item in items:
            texts = self._item(item, project)
            for at, text in enumerate(texts):
                mark = "" if at else counted.next_mark()
                self.paragraph(text, mark)
            if texts:
                self._count(counted, texts[0])

    def _item(self, item: Item, project: Project | None) -> list[Text]:
        """Return an item's paragraphs, its topic sentence run in before the first."""
        texts = [
            one
            for paragraph in item.paragraphs
            for one in self.citations.paragraphs(paragraph.text, project)
        ]
        if item.title is None:
            return texts
        title = self.citations.line(item.title, project)
        lead = Text.join((title, *_full_stop(title), *texts[:1]))
        return [lead, *texts[1:]]

    def _count(self, siblings: Siblings, text: Text) -> None:
        if siblings.is_overfull:
            message = f"同一级的编号超过了{MOST}，从这里起是第{MOST + 1}个"
            self.diagnostics.append(
                TOO_MANY_PARTS.at(text.place(), message, hint="分成几组，各加一个标题")
            )


def _mark(mark: str, before: Text) -> Text:
    """Return a mark, which was never typed, as standing right before a text."""
    place = before.place(0, 0)
    return Text.standing(mark, replace(place, end=place.start))


def _full_stop(title: Text) -> tuple[Text, ...]:
    if not title or title.value.endswith(_ENDINGS):
        return ()
    end = len(title)
    return (Text.standing("。", title.place(end - 1, end)),)


def _too_deep(title: Text) -> Diagnostic:
    return TOO_DEEP_HEADING.at(
        title.place(),
        f"“{title}”是第{DEEPEST + 1}级标题，公文的标题只有{DEEPEST}级",
        hint="把这一层改成分述，或者并入上一级的正文",
    )
