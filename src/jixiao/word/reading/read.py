"""The bytes of a Word file as a manuscript."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from lxml import etree

from jixiao.diagnostic import Outcome
from jixiao.model.outline import StrayKind
from jixiao.source import Source
from jixiao.word.opc.markup import RELATION_ID, w
from jixiao.word.opc.refusal import Refused
from jixiao.word.reading import defects
from jixiao.word.reading.draft import Draft
from jixiao.word.reading.headings import verdicts
from jixiao.word.reading.manuscript import WordManuscript
from jixiao.word.reading.naming import is_of_jixiao
from jixiao.word.reading.numbering import Numbering
from jixiao.word.reading.opening import open_package
from jixiao.word.reading.package import Package, cleaned
from jixiao.word.reading.remarks import Remarks
from jixiao.word.reading.story import Story
from jixiao.word.reading.styles import Stylesheet

#: notes that are the rule above the notes, not notes (17.18.33)
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
#: paragraphs, runs, rows and cells of a body at most; a report has some hundreds
_MOST = 300_000
_NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"))
_MARGINS = (
    ("headerReference", StrayKind.HEADER, "页眉"),
    ("footerReference", StrayKind.FOOTER, "页脚"),
)


def read_word(content: bytes, name: str) -> Outcome[WordManuscript | None]:
    """Return the manuscript of a .docx as its findings name it, or why there is none.

    A line of the source is a paragraph as a person sees it; a soft line break is a vertical tab
    in it. What stands apart follows the body: notes, then headers and footers.
    """
    try:
        package = open_package(content)
        return Outcome(_read(package, _document(package), name))
    except Refused as refused:
        place = Source(name, "").place(0, 0)
        finding = refused.defect.at(place, str(refused), hint=refused.hint)
        return Outcome(None, (finding,))


def _document(package: Package) -> Document:
    try:
        return docx.Document(io.BytesIO(cleaned(package)))
    except Exception as error:  # what python-docx raises on a broken package is not bounded
        hint = "在 Word 里打开（按提示修复），另存一份"
        message = f"文件包的结构不完整（{type(error).__name__}）"
        raise Refused(defects.DAMAGED, message, hint) from error


def _read(package: Package, document: Document, name: str) -> WordManuscript:
    styles = Stylesheet(*(package.root(one) for one in ("styles", "theme", "settings")))
    is_own = is_of_jixiao([one.name for one in styles.styles.values()])
    numbering = Numbering(package.root("numbering"), styles)
    remarks = Remarks(package.root("comments"))
    draft = Draft()
    story = Story(draft, styles, numbering, remarks, is_own=is_own)
    body = document.element.body
    _count(body)
    story.body(body)
    draft.end_body()
    draft.trace(remarks.found(), 0)
    if not draft.lines:
        raise Refused(defects.NO_TEXT, "Word 文件里没有文字", "扫描件先做文字识别，核对以后再检查")
    for root, kind, address in _apart(package, body):
        story.apart(root, kind, address)
    manuscript = draft.manuscript(name, verdicts(draft.lines, is_own=is_own))
    return WordManuscript(manuscript, document, draft.spelling(), package)


def _count(body: etree._Element) -> None:
    """Refuse a body that nobody typed; what is below takes seconds, not minutes."""
    count = sum(1 for _ in body.iter(*map(w, ("p", "r", "tr", "tc"))))
    if count > _MOST:
        message = f"正文有{count}个段落、文字块、表格行和单元格，超过上限{_MOST}个"
        raise Refused(defects.TOO_LARGE, message, "请看看是不是选错了文件")


def _apart(
    package: Package, body: etree._Element
) -> Iterator[tuple[etree._Element, StrayKind, str]]:
    """Yield what stands outside the body, with the kind of stray it is and its address."""
    for relation, tag, called in _NOTES:
        root = package.root(relation)
        notes = () if root is None else root.iterfind(w(tag))
        plain = (one for one in notes if one.get(w("type")) not in _RULES)
        for number, note in enumerate(plain, 1):
            yield note, StrayKind.NOTE, f"{called}{number}"
    seen: set[str] = set()
    targets = package.targets(package.main)
    for tag, kind, called in _MARGINS:
        for reference in body.iter(w(tag)):
            target = targets.get(str(reference.get(RELATION_ID) or ""))
            root = target.root() if target and target.name not in seen else None
            if target and root is not None:
                seen.add(target.name)
                yield root, kind, called
