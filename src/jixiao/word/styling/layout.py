"""The layout of a Word file that was read."""

from __future__ import annotations

from lxml import etree

from jixiao.model.layout import Layout
from jixiao.source import Place
from jixiao.word.opc.markup import w
from jixiao.word.reading.manuscript import WordManuscript
from jixiao.word.reading.properties import switch
from jixiao.word.reading.styles import Stylesheet
from jixiao.word.styling.lines import Lines
from jixiao.word.styling.loads import Loads
from jixiao.word.styling.paragraphs import Settings
from jixiao.word.styling.places import whereabouts
from jixiao.word.styling.properties import properties
from jixiao.word.styling.sections import Sections


def layout(word: WordManuscript) -> Layout:
    """Return what a Word file looks like and carries, with places in its manuscript's source."""
    package, body = word.package, word.document.element.body
    root, theme, chosen = (package.root(one) for one in ("styles", "theme", "settings"))
    styles = Stylesheet(root, theme, chosen)
    settings = Settings(root, styles)
    lines = Lines(styles, whereabouts(body, settings), word.spelling)
    return Layout(
        tuple(lines.of(word.manuscript)),
        tuple(Sections(package, styles, settings).of(body)),
        properties(package),
        tuple(Loads(package, body, _places(word)).of(word.manuscript.source)),
        has_even_pages=switch(chosen, "evenAndOddHeaders") is True,
    )


def _places(word: WordManuscript) -> dict[etree._Element, Place]:
    """Return where the text of each paragraph stands in the source."""
    spans: dict[etree._Element, tuple[int, int]] = {}
    for one in word.spelling.runs:
        paragraph = None if one.element is None else next(one.element.iterancestors(w("p")), None)
        if paragraph is not None:
            start, _ = spans.get(paragraph, (one.start, one.end))
            spans[paragraph] = (start, one.end)
    source = word.manuscript.source
    return {paragraph: source.place(*span) for paragraph, span in spans.items()}
