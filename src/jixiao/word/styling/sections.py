"""The sections of a body: paper, margins, grid, and the page numbers (ISO/IEC 29500-1, 17.6)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jixiao.model.layout import Margins, PageNumber, Section
from jixiao.word.opc.markup import RELATION_ID, w
from jixiao.word.reading.measure import twips
from jixiao.word.reading.package import Package
from jixiao.word.reading.styles import Stylesheet
from jixiao.word.styling.pagination import has_dashes, page_number
from jixiao.word.styling.paragraphs import Settings
from jixiao.word.styling.places import sections

#: what a header or footer may be of (17.18.36, ST_HdrFtr)
_PAGES = frozenset({"default", "even", "first"})
_SIDES = ("top", "right", "bottom", "left")
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
#: what Word takes where no size of paper is said: Letter (17.6.13)
_LETTER = (12240, 15840)


class Sections:
    """Makes sections; one without a header or footer of a kind has the former one's."""

    def __init__(self, package: Package, styles: Stylesheet, settings: Settings) -> None:
        self._parts = package.targets(package.main)
        self._styles = styles
        self._settings = settings
        #: by part, pages and dashes; a hostile file has a header in thousands of sections
        self._found: dict[tuple[str, str, bool], PageNumber | None] = {}
        self._numbers: dict[tuple[str, str], PageNumber | None] = {}

    def of(self, body: etree._Element) -> Iterator[Section]:
        """Yield the sections of a body in order."""
        for one in sections(body):
            self._inherit(one)
            paper = one.find(w("pgSz"))
            grid = one.find(w("docGrid"))
            is_grid = grid is not None and grid.get(w("type")) in _GRIDS
            yield Section(
                twips(paper, "w", _LETTER[0]),
                twips(paper, "h", _LETTER[1]),
                _margins(one.find(w("pgMar"))),
                twips(grid, "linePitch", 0) if is_grid else 0,
                tuple(filter(None, self._numbers.values())),
            )

    def _inherit(self, section: etree._Element) -> None:
        """Take over the headers and footers that a section names."""
        dashes = has_dashes(section)
        for tag in ("headerReference", "footerReference"):
            for reference in section.iterfind(w(tag)):
                pages = str(reference.get(w("type")) or "default")
                relation_id = str(reference.get(RELATION_ID) or "")
                if pages in _PAGES:
                    self._numbers[(tag, pages)] = self._number(relation_id, pages, dashes)

    def _number(self, relation_id: str, pages: str, dashes: bool) -> PageNumber | None:  # noqa: FBT001
        """Return the page number of a header or footer, looked for once."""
        part = self._parts.get(relation_id)
        key = (part.name if part else "", pages, dashes)
        if key not in self._found:
            root = part.root() if part else None
            self._found[key] = page_number(
                root, pages, self._styles, self._settings, is_dashed=dashes
            )
        return self._found[key]


def _margins(element: etree._Element | None) -> Margins | None:
    """Return the margins; a negative one is as wide, and holds however large a header is."""
    if element is None or any(element.get(w(side)) is None for side in _SIDES):
        return None
    top, right, bottom, left = (abs(twips(element, side, 0)) for side in _SIDES)
    return Margins(top, right, bottom, left + twips(element, "gutter", 0))
