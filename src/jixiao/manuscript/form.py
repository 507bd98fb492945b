"""What form a manuscript is in, as its bytes tell: a suffix is only asked where they do not."""

from __future__ import annotations

import re
from enum import Enum

from jixiao import encoding
from jixiao.manuscript import compound


class Form(Enum):
    """The forms that a report is read in, each with its suffix.

    Those after `WORD` are read by way of LibreOffice.
    """

    TEXT = "txt"
    MARKDOWN = "md"
    PAGE = "html"
    #: a page and its pictures in one file, as Word saves it (RFC 2557)
    ARCHIVE = "mht"
    WORD = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    #: Word 2003's XML
    WORD_XML = "xml"

    @property
    def is_page(self) -> bool:
        """Whether it is what a browser shows."""
        return self in {Form.PAGE, Form.ARCHIVE}

    @property
    def is_typed(self) -> bool:
        """Whether its file is the text itself, so that changes to the text are changes to it."""
        return self in {Form.TEXT, Form.MARKDOWN}


#: suffixes of the files of a folder that are reports; what they are, their bytes tell
SUFFIXES = (
    *(".txt", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt"),
    *(".md", ".html", ".htm", ".mht", ".mhtml"),
)
_PAGES = (".html", ".htm", ".xhtml")
_WORDS = (".docx", ".docm", ".doc", ".wps", ".dotx", ".dot", ".wpt")
_ZIP, _RTF = b"PK\x03\x04", b"{\\rtf"
#: the first entry of an OpenDocument text, not compressed (OpenDocument 1.3 part 2, 3.3)
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_ODT_LENGTH = 128
_BEGINNING = 4096
_ARCHIVE = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_RELATED = b"multipart/related"
#: how files begin that are neither text nor a form that is read; they are told as what they are
_BINARY = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")
#: what stands before a page's first element: declarations, the note of a browser that saved it
_BEFORE_PAGE = re.compile(r"\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,8}", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_WORD_XML = re.compile(r"<(?:\w+:)?wordDocument\b|<\?mso-application\s+progid=\"Word")


def form(content: bytes, name: str) -> Form:
    """Return the form of a manuscript's bytes; what is in no known form is told as Word or text."""
    suffix = _suffix(name)
    if content.startswith(_ZIP):
        return Form.ODT if _ODT in content[:_ODT_LENGTH] else Form.WORD
    if content.startswith(compound.START):
        return Form.DOC if "WordDocument" in compound.streams(content) else Form.WORD
    if content.startswith(_RTF):
        return Form.RTF
    head = content[:_BEGINNING]
    if _ARCHIVE.search(head) and _RELATED in head.lower():
        return Form.ARCHIVE
    if suffix in _WORDS and (b"\0" in head or head.startswith(_BINARY)):
        return Form.WORD
    return _of_text(encoding.decode(head).text, suffix)


def _suffix(name: str) -> str:
    return "." + name.rpartition(".")[2].lower()


def _of_text(head: str, suffix: str) -> Form:
    head = head.removeprefix("\ufeff")
    start = _BEFORE_PAGE.match(head)
    if _PAGE.match(head, start.end() if start else 0):
        return Form.PAGE
    if head.lstrip().startswith("<?xml") and _WORD_XML.search(head):
        return Form.WORD_XML
    if suffix in _PAGES:
        return Form.PAGE
    return Form.MARKDOWN if suffix == ".md" else Form.TEXT
