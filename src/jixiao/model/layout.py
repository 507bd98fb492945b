"""What a Word file looks like and what it carries, in plain units, with places in its source.

Lengths are in twips (1/1440 inch; 567 are 10 mm), sizes of type in half points (三号 is 32).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum, auto

from jixiao.source import Place


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font by its name, and whether a theme rather than the file names it."""

    #: empty where the file names none
    name: str = ""
    is_themed: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a line that look alike, after inheritance (ISO/IEC 29500-1, 17.7.2)."""

    place: Place
    #: of Han characters
    east_asian: Typeface
    #: of Latin letters and digits
    ascii: Typeface
    size: int
    is_bold: bool = False
    #: as RGB in hexadecimal; empty for the automatic colour, and for a link's
    color: str = ""
    is_highlighted: bool = False
    #: whether signs that both scripts have, such as “”, are in the font of Han characters
    has_east_asian_signs: bool = False
    #: whether a font or a size is set on the characters themselves that their style has not
    is_direct: bool = False

    @property
    def text(self) -> str:
        """The characters."""
        return self.place.text


class LineRule(Enum):
    """What the distance of lines is (17.18.48, ST_LineSpacingRule)."""

    #: a multiple of the font's own, in 240ths of a line
    AUTO = auto()
    #: so much or more, in twips
    AT_LEAST = auto()
    #: so much, in twips
    EXACT = auto()


@dataclass(frozen=True, slots=True)
class Spacing:
    """The distance of a paragraph's lines, in the unit of its rule."""

    line: int = 240
    rule: LineRule = LineRule.AUTO


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a paragraph stands from the text's left edge; 0 where the file says nothing."""

    #: of all its lines, in twips or in hundredths of a character
    left: int = 0
    left_chars: int = 0
    #: of its first line against the others, likewise; negative where that one hangs out
    first_line: int = 0
    first_line_chars: int = 0

    @property
    def is_none(self) -> bool:
        """Whether the first line begins at the text's left edge, as the others do."""
        return not any((self.left, self.left_chars, self.first_line, self.first_line_chars))


@dataclass(frozen=True, slots=True)
class LineLooks:
    """How a line of the manuscript is set: its characters, and the paragraph that it stands in."""

    place: Place
    stretches: tuple[Stretch, ...]
    #: the name of its paragraph style
    style: str
    #: as WordprocessingML has it (17.18.44): `both`, `center`, `right` …; empty where not said
    alignment: str
    spacing: Spacing
    indent: Indent
    #: whether its paragraph keeps to the lines of the section's grid
    is_on_grid: bool
    #: the index of its section; past the last one where the file's end says nothing of it
    section: int
    #: how many page breaks and breaks between sections were set before it
    sheet: int
    is_in_cell: bool = False
    is_in_box: bool = False
    #: whether Word numbers it; its indent may then be the list's
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """The distance of the text from the edges of the paper, the gutter included."""

    top: int
    right: int
    bottom: int
    left: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number in a header or footer, as it is printed."""

    #: `default`, `even` or `first` (17.18.36, ST_HdrFtr)
    pages: str
    #: the paragraph that it stands in, `1` for the number
    text: str
    #: `left`, `center`, `right` or `outside`; empty where the file does not say
    alignment: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A section's paper and what is printed around its text."""

    width: int
    height: int
    #: None where the file leaves them to the reader's program
    margins: Margins | None
    #: the distance of lines that the document grid (17.6.5) gives; 0 for no grid of lines
    grid_pitch: int = 0
    page_numbers: tuple[PageNumber, ...] = ()

    @property
    def is_landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself (ISO/IEC 29500-2, 8; 29500-1, 22.2); empty where not said."""

    title: str = ""
    author: str = ""
    last_modified_by: str = ""
    company: str = ""
    #: the template's name, as a rule without its folder
    template: str = ""
    created: datetime.date | None = None
    modified: datetime.date | None = None
    last_printed: datetime.date | None = None


class LoadKind(Enum):
    """What a file carries besides its text and its pictures."""

    MACRO = auto()
    #: something that is fetched from outside when the file is opened; no hyperlink
    LINK = auto()
    #: a template by its path
    TEMPLATE = auto()
    #: a workbook, a package, a control … that can be opened out of the file
    OBJECT = auto()


@dataclass(frozen=True, slots=True)
class Load:
    """One thing that a file carries: its address, or what program it is of; where it hangs."""

    kind: LoadKind
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Layout:
    """What a Word file looks like and what it carries."""

    #: in the order of the manuscript's lines; a row of a table is in as many as it has paragraphs
    lines: tuple[LineLooks, ...]
    sections: tuple[Section, ...]
    properties: Properties = Properties()
    loads: tuple[Load, ...] = ()
    #: whether odd and even pages have headers and footers of their own (17.10.1)
    has_even_pages: bool = False
