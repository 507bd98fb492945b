"""A manuscript's .docx out of its zip: what is needed of it, read; the rest by name and size."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from lxml import etree

from jixiao.word.opc.archive import Archive, Fault, Limits, Unfit
from jixiao.word.opc.declaring import TYPES_NAME, Kinds, links
from jixiao.word.opc.markup import MarkupError, parse, serialise, w
from jixiao.word.opc.parts import (
    MAIN_KIND,
    MAIN_RELATION,
    STYLES_KIND,
    TEMPLATE_KIND,
    Relation,
    relations_name,
)
from jixiao.word.opc.refusal import Refused
from jixiao.word.reading import defects, foreign
from jixiao.word.reading.package import Member, Package
from jixiao.word.reading.strict import transitional, translated

LARGEST_FILE = 64 * 1024 * 1024
_LIMITS = Limits(
    entries=20_000, content=64 * 1024 * 1024, steepest=200, measured_from=16 * 1024 * 1024
)
#: tags of all parts that are read; a tree takes a hundred times the bytes of the shortest
_MOST_TAGS = 3_000_000
#: links of all parts; a report with hundreds of pictures has as many
_MOST_RELATIONS = 50_000
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
#: a document with macros is read like one without; a rule tells of them
_MAIN_KINDS = frozenset(
    {
        MAIN_KIND,
        TEMPLATE_KIND,
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
)
#: what is read besides the main part, by the last word of the relation that leads to it, and the
#: content type that it must have
_NEEDED = {
    "styles": STYLES_KIND,
    "numbering": _WORD + "numbering+xml",
    "settings": _WORD + "settings+xml",
    "fontTable": _WORD + "fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "footnotes": _WORD + "footnotes+xml",
    "endnotes": _WORD + "endnotes+xml",
    "comments": _WORD + "comments+xml",
    "header": _WORD + "header+xml",
    "footer": _WORD + "footer+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_AGAIN = "重新下载或拷贝一份；或者在 Word 里打开（按提示修复），另存一份"
_CHOSEN = "请看看是不是选错了文件"


def open_package(content: bytes) -> Package:
    """Return a Word file's parts, those that its words depend on read; raises `Refused`."""
    if not content:
        raise Refused(defects.DAMAGED, "文件是空的（0 字节）", _AGAIN)
    if len(content) > LARGEST_FILE:
        size = f"{len(content) / 1024**2:.0f} MB，超过上限 {LARGEST_FILE // 1024**2} MB"
        raise Refused(defects.TOO_LARGE, f"文件有 {size}", _CHOSEN)
    try:
        return _Opening(Archive(content, _LIMITS)).package()
    except Unfit as unfit:
        raise _refused(unfit, content) from unfit


def _refused(unfit: Unfit, content: bytes) -> Refused:
    match unfit.fault:
        case Fault.LOCKED:
            hint = "在 Word 或 WPS 里取消打开密码，再存一份"
            return Refused(defects.LOCKED, "文件加了密码", hint)
        case Fault.COMPOUND:
            return _not_word(foreign.compound(content))
        case Fault.NOT_ZIP:
            return _not_word(foreign.by_start(content))
        case Fault.TOO_LARGE:
            return Refused(defects.TOO_LARGE, str(unfit), _CHOSEN)
        case Fault.BROKEN:
            return _damaged(str(unfit))


def _not_word(told: tuple[str, str]) -> Refused:
    kind, way_out = told
    return Refused(defects.NOT_WORD, f"这不是 Word 文件（.docx），是{kind}", way_out)


def _damaged(message: str) -> Refused:
    return Refused(defects.DAMAGED, message, _AGAIN)


class _Opening:
    """The parts of an archive on their way into a package; names are told apart as OPC does."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._tags = self._links = 0
        self._entries = {part_name(one.filename): one for one in archive.entries}
        #: OPC compares names without regard to case (ISO/IEC 29500-2, 6.2.2.3)
        self._spelt = {one.lower(): one for one in self._entries}
        if len(self._spelt) < len(archive.entries):
            raise _damaged("文件包里有同名的部件")
        if TYPES_NAME not in self._entries:
            if any(one.startswith("word/") for one in self._entries):
                raise _damaged("文件包里缺少内容类型清单（[Content_Types].xml）")
            raise _not_word(foreign.by_entries(self._entries))
        told = [one for one in self._entries if one.endswith(".rels")]
        self._markup = self._inflated([TYPES_NAME, *told])
        self._kinds = Kinds(_root(TYPES_NAME, self._markup[TYPES_NAME]))
        self._strict = False

    def package(self) -> Package:
        """Return the package; raises `Refused`."""
        relations = self._relations("")
        main = self._main(relations)
        members = {
            name: Member(name, self._kinds.of(name), entry.file_size, self._relations(name))
            for name, entry in self._entries.items()
            if name != TYPES_NAME and not name.endswith(".rels")
        }
        needed = {**_needed((*relations, *members[main].relations)), main: MAIN_KIND}
        needed = {name: kind for name, kind in needed.items() if name in members}
        for name, markup in self._inflated(needed).items():
            root = _root(name, markup)
            content = translated(serialise(root))
            self._strict |= name == main and root.tag != w("document")
            members[name] = replace(members[name], content=content, read_as=needed[name])
        package = Package(main, tuple(members.values()), relations, self._strict)
        _check_body(members[main])
        return package

    def _inflated(self, names: Iterable[str]) -> dict[str, bytes]:
        by_entry = {self._entries[name].filename: name for name in names}
        inflated = self._archive.inflate(by_entry)
        self._tags += sum(one.count(b"<") for one in inflated.values())
        if self._tags > _MOST_TAGS:
            message = f"文件的标记有{self._tags // 10_000}万个，多得不是人写的"
            raise Refused(defects.TOO_LARGE, message, _CHOSEN)
        return {by_entry[entry]: content for entry, content in inflated.items()}

    def _main(self, relations: tuple[Relation, ...]) -> str:
        """Return the main part's name; raises `Refused` where there is no Word document."""
        names = [one.target for one in relations if one.type == MAIN_RELATION]
        if not names and not any("wordprocessingml" in one for one in self._kinds.all()):
            raise _not_word(foreign.by_kinds(self._kinds.all()))
        if not names or names[0] not in self._entries:
            raise _damaged("文件包里缺少正文（word/document.xml）")
        kind = self._kinds.of(names[0])
        if kind in _MAIN_KINDS:
            return names[0]
        if any(one in kind for one in ("spreadsheetml", "presentationml", "visio")):
            raise _not_word(foreign.by_kinds([kind]))
        raise _damaged(f"正文“{names[0]}”没有标明是 Word 的正文")

    def _relations(self, name: str) -> tuple[Relation, ...]:
        markup = self._markup.get(self._spelt.get(relations_name(name).lower(), ""))
        if markup is None:
            return ()
        left = _MOST_RELATIONS - self._links
        found = list(islice(links(name, _root(relations_name(name), markup)), left + 1))
        self._links += len(found)
        if self._links > _MOST_RELATIONS:
            message = f"文件里的链接超过{_MOST_RELATIONS // 10_000}万个，多得不是人写的"
            raise Refused(defects.TOO_LARGE, message, _CHOSEN)
        return tuple(map(self._spelt_out, found))

    def _spelt_out(self, one: Relation) -> Relation:
        """Return a link with its type's transitional name, and its target as the zip spells it."""
        kind = transitional(one.type)
        if one.external:
            return replace(one, type=kind)
        return replace(one, type=kind, target=self._spelt.get(one.target.lower(), one.target))


def part_name(name: str) -> str:
    """Return an entry's name as a part's: some packers write backslashes."""
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/")


def _needed(relations: Iterable[Relation]) -> dict[str, str]:
    """Return the names of the parts that are read, with the content types they are to have."""
    kinds = ((one, one.type.rpartition("/")[2]) for one in relations if not one.external)
    return {one.target: _NEEDED[kind] for one, kind in kinds if kind in _NEEDED}


def _root(name: str, markup: bytes) -> etree._Element:
    try:
        return parse(markup)
    except MarkupError as error:
        if "depth" in str(error).lower():
            message = f"部件“{name}”的嵌套超过 256 层"
            hint = "把套着的表格、控件拆开；或者复制全文到新建的文件里"
            raise Refused(defects.TOO_DEEP, message, hint) from error
        if str(error) == "DOCTYPE":
            message = f"部件“{name}”带有 DOCTYPE（实体声明），Word 文件里不允许有"
            raise _damaged(message) from error
        raise _damaged(f"部件“{name}”的 XML 不完整") from error


def _check_body(main: Member) -> None:
    root = parse(main.content)
    if root.tag != w("document") or root.find(w("body")) is None:
        raise _damaged(f"正文“{main.name}”不是 Word 的格式")
