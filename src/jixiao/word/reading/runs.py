"""The runs of a paragraph, read as a person sees them: changes accepted, fields by their results.

They are read over elements whose depth `opc.markup.parse` bounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from jixiao.model.manuscript import TraceKind
from jixiao.word.opc.markup import PRESERVE, w
from jixiao.word.reading.alternatives import ALTERNATIVES, chosen
from jixiao.word.reading.blocks import Joined, is_mark_deleted
from jixiao.word.reading.changes import note_changes
from jixiao.word.reading.fields import Fields
from jixiao.word.reading.formula import spoken
from jixiao.word.reading.shown import Atom, Found, Shown
from jixiao.word.reading.styles import Look, Stylesheet
from jixiao.word.reading.symbols import glyph, is_symbolic

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: bookmarks that Word sets by itself
_LEFT = re.compile(r"_GoBack|_(?:Toc|Hlk|Ref)[0-9]+|OLE_LINK[0-9]+")
_BROKEN = re.compile("[\n\r\t\v\f]")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_UNUSUAL = re.compile("[\n\r\t\v\f\uf020-\uf0ff]")
_SPACES = " \t\n\r"
_HEXADECIMAL = 16
_PARAGRAPH_PROPERTIES, _PROPERTIES, _FORMAT_CHANGE = w("pPr"), w("rPr"), w("rPrChange")
#: elements that hold runs and are nothing by themselves
_INLINE = ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
#: signs that have an element of their own
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\v", w("noBreakHyphen"): "-"}


class Reader:
    """Reads the paragraphs of a story in order: fields may go on from one to the next."""

    def __init__(self, story: etree._Element, styles: Stylesheet) -> None:
        self._styles = styles
        self._fields = Fields(story)
        self._keeps_blanks = story.getroottree().getroot().get(PRESERVE) == "preserve"
        self._style = ""
        self._shown = Shown()
        self._hidden: list[str] = []
        #: whether a break to a new page or column stands before what is read next
        self._is_turned = False
        self._inline: dict[str, Callable[[etree._Element], None]] = {
            **{w(one): self._walk for one in _INLINE},
            w("r"): self._run,
            w("ins"): self._inserted,
            w("moveTo"): self._inserted,
            w("del"): self._deleted,
            w("moveFrom"): self._deleted,
            w("bookmarkStart"): self._bookmark,
            w("commentRangeStart"): self._comment,
            w("commentRangeEnd"): self._comment,
            _M + "oMath": self._math,
            _M + "oMathPara": self._math,
            ALTERNATIVES: self._chosen,
        }
        self._in_run: dict[str, Callable[[etree._Element, Look], None]] = {
            w("t"): self._text,
            w("br"): self._break,
            w("sym"): self._symbol,
            w("fldChar"): self._field,
            w("instrText"): self._code,
            w("ruby"): self._ruby,
            w("drawing"): self._drawing,
            w("pict"): self._drawing,
            w("object"): self._drawing,
            w("commentReference"): self._comment,
            ALTERNATIVES: self._chosen_in_run,
        }

    def read(self, joined: Joined) -> tuple[Shown, etree._Element | None]:
        """Return what joined paragraphs show as one, and the properties that number it.

        These are the last one's, whose mark is left; but of a heading that text runs on behind,
        with its own mark hidden, the number is the heading's.
        """
        self._shown = shown = Shown()
        self._is_turned = False
        for element in joined.before:
            self._inline[element.tag](element)
        lead: etree._Element | None = None
        own: etree._Element | None = None
        for element in joined.elements:
            before, own = shown.length, element.find(_PARAGRAPH_PROPERTIES)
            self._style = self._styles.paragraph_style(own).id
            self._walk(element)
            self._flush()
            note_changes(shown, own, before)
            is_first = lead is None and shown.length > before
            if is_first and element is not joined.elements[-1] and not is_mark_deleted(own):
                lead = own
        return shown, own if lead is None else lead

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            take = self._inline.get(child.tag)
            if take:
                take(child)

    def _add(self, text: str, look: Look, element: etree._Element | None, offset: int) -> None:
        if not text or not self._fields.is_shown:
            return
        if look.hidden:
            self._hidden.append(text)
            return
        self._flush()
        if self._is_turned and self._shown.length:
            self._put("\v", look, None, 0)
        self._is_turned = False
        self._put(text, look, element, offset)

    def _put(self, text: str, look: Look, element: etree._Element | None, offset: int) -> None:
        if self._fields.is_contents:
            self._shown.is_contents = True
        self._shown.atoms.append(Atom(text, look, element, offset))
        self._shown.length += len(text)

    def _flush(self) -> None:
        """Tell of hidden text that has come to its end."""
        if self._hidden:
            self._trace(TraceKind.HIDDEN, "".join(self._hidden))
            self._hidden.clear()

    def _trace(self, kind: TraceKind, text: str, author: str = "", start: int = -1) -> None:
        at = self._shown.length
        self._shown.traces.append(Found(kind, at if start < 0 else start, at, text, author))

    def _inserted(self, element: etree._Element) -> None:
        start = self._shown.length
        self._walk(element)
        self._trace(TraceKind.CHANGE, "", str(element.get(w("author")) or ""), start)

    def _deleted(self, element: etree._Element) -> None:
        words = [str(one.text or "") for one in element.iter(w("delText"), w("t"))]
        self._trace(TraceKind.CHANGE, "".join(words), str(element.get(w("author")) or ""))

    def _chosen(self, element: etree._Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._walk(branch)

    def _run(self, element: etree._Element) -> None:
        properties = element.find(_PROPERTIES)
        look = self._styles.look(self._style, properties)
        start = self._shown.length
        self._content(element, look)
        change = None if properties is None else properties.find(_FORMAT_CHANGE)
        if change is not None:
            self._trace(TraceKind.CHANGE, "", str(change.get(w("author")) or ""), start)

    def _content(self, run: etree._Element, look: Look) -> None:
        for child in run:
            take = self._in_run.get(child.tag)
            if take:
                take(child, look)
            elif child.tag in _SIGNS:
                self._add(_SIGNS[child.tag], look, None, 0)

    def _text(self, element: etree._Element, look: Look) -> None:
        """Add a text; blanks at its ends count where it says so, as Word has it (17.3.3.31)."""
        text, offset = str(element.text or ""), 0
        if not self._keeps_blanks and element.get(PRESERVE) != "preserve":
            offset = len(text) - len(text.lstrip(_SPACES))
            text = text.strip(_SPACES)
        is_symbols = look.latin is not None and is_symbolic(look.latin)
        if not is_symbols and not _UNUSUAL.search(text):
            self._add(text, look, element, offset)
            return
        start = 0
        for at, one in enumerate(text):
            seen = self._seen(one, look, is_symbols=is_symbols)
            if seen != one:
                self._add(text[start:at], look, element, offset + start)
                self._add(seen, look, None, 0)
                start = at + 1
        self._add(text[start:], look, element, offset + start)

    @staticmethod
    def _seen(character: str, look: Look, *, is_symbols: bool) -> str:
        if _BROKEN.match(character):
            return "\t" if character == "\t" else " "
        is_sign = is_symbols and "!" <= character <= "\xff"
        if is_sign or _PRIVATE.match(character):
            return glyph(look.latin or "", ord(character))
        return character

    def _break(self, element: etree._Element, look: Look) -> None:
        """Add a line break; one to a new page or column breaks the line only within text."""
        if element.get(w("type")) in {"page", "column"}:
            self._is_turned = True
        else:
            self._add("\v", look, None, 0)

    def _symbol(self, element: etree._Element, look: Look) -> None:
        code = str(element.get(w("char")) or "")
        try:
            character = int(code, _HEXADECIMAL) if len(code) <= len("10FFFF") else 0
        except ValueError:
            character = 0
        self._add(glyph(str(element.get(w("font")) or ""), character), look, None, 0)

    def _field(self, element: etree._Element, look: Look) -> None:
        self._add(self._fields.read(element), look, None, 0)

    def _code(self, element: etree._Element, _look: Look) -> None:
        self._fields.code(str(element.text or ""))

    def _ruby(self, element: etree._Element, _look: Look) -> None:
        for base in element.iterfind(w("rubyBase")):
            self._walk(base)

    def _drawing(self, element: etree._Element, look: Look) -> None:
        """Set the text boxes of a drawing aside, but for those within another one."""
        if not self._fields.is_shown or look.hidden:
            return
        waiting = [element]
        while waiting:
            one = waiting.pop()
            if one.tag == w("txbxContent"):
                self._shown.boxes.append(one)
            elif one.tag == ALTERNATIVES:
                branch = chosen(one)
                waiting.extend(() if branch is None else (branch,))
            else:
                waiting.extend(reversed(one))

    def _chosen_in_run(self, element: etree._Element, look: Look) -> None:
        branch = chosen(element)
        if branch is not None:
            self._content(branch, look)

    def _math(self, element: etree._Element) -> None:
        self._add(spoken(element), self._styles.look(self._style, None), None, 0)

    def _bookmark(self, element: etree._Element) -> None:
        name = str(element.get(w("name")) or "")
        if _LEFT.fullmatch(name):
            self._trace(TraceKind.BOOKMARK, name)

    def _comment(self, element: etree._Element, _look: Look | None = None) -> None:
        self._shown.comments.append((str(element.get(w("id")) or ""), self._shown.length))
