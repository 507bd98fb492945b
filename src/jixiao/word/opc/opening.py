"""A .docx out of its zip: its parts with their kinds and links, or why it is refused."""

from __future__ import annotations

from jixiao.word import defects
from jixiao.word.opc.declaring import TYPES_NAME, Kinds, links
from jixiao.word.opc.markup import MarkupError, parse, w
from jixiao.word.opc.parts import (
    HYPERLINK,
    IDLE,
    MAIN_KIND,
    MAIN_RELATION,
    TEMPLATE_KIND,
    Part,
    Parts,
    Relation,
    relations_name,
)
from jixiao.word.opc.refusal import Refused

_SAVE_AGAIN = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"
_REPAIR = "在 Word 里打开（按提示修复），另存一份"


def open_parts(entries: dict[str, bytes]) -> Parts:
    """Return the parts that the report uses, all of whose XML is harmless; raises `Refused`."""
    for name, content in entries.items():
        if name.endswith((".xml", ".rels")):
            _check(name, content)
    kinds = _kinds(entries)
    main = _main(entries, kinds)
    members = tuple(
        Part(name, _plain(kinds.of(name)), content, _relations(entries, name))
        for name, content in entries.items()
        if name != TYPES_NAME and not name.endswith(".rels")
    )
    parts = Parts(main, members).used()
    for part in parts.members:
        _inspect(part, entries)
    return parts


def _check(name: str, content: bytes) -> None:
    try:
        parse(content)
    except MarkupError as error:
        if str(error) == "DOCTYPE":
            message = f"部件“{name}”带有 DOCTYPE（实体声明）"
            raise Refused(defects.OUTWARD, message, _SAVE_AGAIN) from error
        raise Refused(defects.BROKEN, f"部件“{name}”的 XML 不完整", _REPAIR) from error


def _kinds(entries: dict[str, bytes]) -> Kinds:
    if TYPES_NAME not in entries:
        raise Refused(defects.NOT_WORD, "版式不是 Word 文件：这只是一个压缩包", _SAVE_AGAIN)
    kinds = Kinds(parse(entries[TYPES_NAME]))
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.all()):
        hint = "另存为“Word 文档（*.docx）”，宏就不在了"
        raise Refused(defects.MACRO, "版式带有宏", hint)
    return kinds


def _plain(kind: str) -> str:
    return MAIN_KIND if kind == TEMPLATE_KIND else kind


def _relations(entries: dict[str, bytes], name: str) -> tuple[Relation, ...]:
    content = entries.get(relations_name(name))
    return () if content is None else tuple(links(name, parse(content)))


def _main(entries: dict[str, bytes], kinds: Kinds) -> str:
    """Return the main part's name; raises `Refused` where it is no Word document."""
    found = [one for one in _relations(entries, "") if one.type == MAIN_RELATION]
    name = found[0].target if found else ""
    if name not in entries or kinds.of(name) not in {MAIN_KIND, TEMPLATE_KIND}:
        raise Refused(defects.NOT_WORD, "版式不是 Word 文件：里面没有 Word 的正文", _SAVE_AGAIN)
    root = parse(entries[name])
    if root.tag != w("document") or root.find(w("body")) is None:
        raise Refused(defects.NOT_WORD, "版式的正文不是 Word 的格式", _SAVE_AGAIN)
    return name


def _inspect(part: Part, entries: dict[str, bytes]) -> None:
    for one in part.relations:
        if one.external and one.type not in {HYPERLINK, *IDLE}:
            kind = one.type.rpartition("/")[2]
            message = f"部件“{part.name}”引用了外部文件“{one.target}”（{kind}）"
            raise Refused(defects.OUTWARD, message, "改为插入（嵌入）图片，不要链接到文件")
        if not one.external and one.target not in entries:
            message = f"部件“{part.name}”引用的“{one.target}”不在文件包里"
            raise Refused(defects.BROKEN, message, _REPAIR)
