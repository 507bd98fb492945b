"""The lines of a manuscript as they are set, by the `w:t` elements that hold their characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from lxml import etree

from jixiao.model.layout import LineLooks, Stretch, Typeface
from jixiao.model.manuscript import Line, Manuscript
from jixiao.source import Place
from jixiao.word.opc.markup import w
from jixiao.word.reading.manuscript import Spelling, Spelt
from jixiao.word.reading.properties import value
from jixiao.word.reading.styles import Look, Style, Stylesheet
from jixiao.word.styling.places import Whereabouts

#: where no size is said at all (17.3.2.38)
_UNSAID_SIZE = 20
_LINKS = (w("hyperlink"), w("fldSimple"))


class Lines:
    """Makes the looks of lines."""

    def __init__(
        self,
        styles: Stylesheet,
        where: dict[etree._Element, Whereabouts],
        spelling: Spelling,
    ) -> None:
        self._styles = styles
        self._where = where
        self._spelling = spelling
        # A paragraph or a run may be thousands of lines, and `find` looks at all that is in it.
        self._style = lru_cache(maxsize=1)(self._style_of)
        self._look = lru_cache(maxsize=1)(self._look_of)

    def of(self, manuscript: Manuscript) -> Iterator[LineLooks]:
        """Yield the looks of a manuscript's lines; nothing for what no `w:t` of the body holds."""
        for line in manuscript.lines:
            for span in _spans(line):
                yield from self._looks(span)

    def _looks(self, span: Place) -> Iterator[LineLooks]:
        spelt = self._spelling.within(span.start, span.end)
        typed = ((one, _paragraph(one.element)) for one in spelt if one.element is not None)
        lines = [
            self._line(span, paragraph, [one for one, _ in group])
            for paragraph, group in groupby(typed, key=lambda one: one[1])
            if paragraph is not None and paragraph in self._where
        ]
        if len(lines) <= 1 or lines[0].is_in_cell:
            yield from lines
            return
        # Paragraphs without a mark of their own are set as the one that they run on into.
        joined = (stretch for one in lines for stretch in one.stretches)
        yield replace(lines[-1], stretches=tuple(joined))

    def _line(self, span: Place, paragraph: etree._Element, spelt: list[Spelt]) -> LineLooks:
        where = self._where[paragraph]
        setting = where.setting
        style = self._style(paragraph)
        stretches = tuple(self._stretches(span, style.id, spelt))
        return LineLooks(
            span,
            stretches,
            style.name,
            setting.alignment,
            setting.spacing,
            setting.indent,
            setting.is_on_grid,
            where.section,
            where.sheet,
            where.is_in_cell,
            where.is_in_box,
            setting.is_numbered,
        )

    def _stretches(self, span: Place, style: str, spelt: Iterable[Spelt]) -> Iterator[Stretch]:
        """Yield the stretches of a line; neighbours that look alike are one."""
        looked = (
            (one, self._look(style, None if one.element is None else one.element.getparent()))
            for one in spelt
        )
        for (look, is_direct, is_linked), group in groupby(looked, key=lambda one: one[1]):
            members = [one for one, _ in group]
            start, end = max(members[0].start, span.start), min(members[-1].end, span.end)
            yield Stretch(
                span.source.place(start, end),
                Typeface(look.font or "", look.is_themed),
                Typeface(look.latin or "", look.is_latin_themed),
                look.size or _UNSAID_SIZE,
                is_bold=bool(look.bold),
                color="" if is_linked else look.color or "",
                is_highlighted=bool(look.highlighted),
                has_east_asian_signs=look.hint == "eastAsia",
                is_direct=is_direct,
            )

    def _style_of(self, paragraph: etree._Element) -> Style:
        return self._styles.paragraph_style(paragraph.find(w("pPr")))

    def _look_of(self, style: str, run: etree._Element | None) -> tuple[Look, bool, bool]:
        """Return how a run looks, whether directly, and whether it is a link's."""
        properties = None if run is None else run.find(w("rPr"))
        look, own = self._styles.look(style, properties), self._styles.look_of(properties)
        styled = self._styles.look(style, None)
        is_direct = own.font not in {None, styled.font} or own.size not in {None, styled.size}
        return look, is_direct, self._is_linked(run, properties)

    def _is_linked(self, run: etree._Element | None, properties: etree._Element | None) -> bool:
        """Return whether a run is a link's, by where it stands or by its style."""
        style = self._styles.styles.get(value(properties, "rStyle"))
        is_styled = style is not None and "hyperlink" in style.name.lower()
        return is_styled or (run is not None and next(run.iterancestors(*_LINKS), None) is not None)


def _spans(line: Line) -> Iterator[Place]:
    """Yield the place of a line, or of the cells of a row."""
    for text in line.cells or (line.text,):
        if text.value:
            yield text.place()


def _paragraph(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(w("p")), None)
