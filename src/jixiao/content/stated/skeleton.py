"""outline.yaml: the official outline as data."""

from __future__ import annotations

from jixiao.content.defects import outline as defects
from jixiao.content.schema.check import is_null
from jixiao.content.stated.flow import one_line
from jixiao.content.stated.prose import mark, title
from jixiao.content.stated.values import Notes, child, members, scalar
from jixiao.model.document import Mapping, Node, Scalar
from jixiao.model.template import Skeleton, Slot, TableSpec
from jixiao.source import Source, Text

#: 一、 （一） 1. （1）
_DEEPEST = 4
_PROJECT = "【项目】"


def skeleton(root: Node, source: Source, notes: Notes) -> Skeleton:
    """Return the outline of a document's root; of use only where there are no findings."""
    headline = child(root, "标题")
    lines = members(headline) or ((headline,) if headline else ())
    return Skeleton(
        scalar(root, "名称") or Text.typed(source, 0, 0),
        _texts(lines),
        tuple(_slot(one, notes, 1) for one in _mappings(child(root, "部分"))),
        tuple(
            _table(one, notes)
            for one in _mappings(child(root, "附件"))
            if _text(one, "启用").value != "否"
        ),
        source,
        scalar(root, "引言"),
    )


def _mappings(node: Node | None) -> tuple[Mapping, ...]:
    return tuple(one for one in members(node) if isinstance(one, Mapping))


def _texts(nodes: tuple[Node, ...]) -> tuple[Text, ...]:
    scalars = (one for one in nodes if isinstance(one, Scalar) and not is_null(one))
    return tuple(one_line(one.text) for one in scalars)


def _text(node: Mapping, key: str) -> Text:
    """Return the text under a key, empty where the shape was found wrong."""
    return scalar(node, key) or Text.typed(node.place.source, node.place.start, node.place.start)


def _title(node: Mapping, notes: Notes) -> Text:
    text = _text(node, "标题")
    return title(text, notes) if text else text


def _slot(node: Mapping, notes: Notes, level: int) -> Slot:
    if level > _DEEPEST:
        message = f"提纲套了{level}级标题，公文的标题到第四级“（1）”为止"
        hint = "把这一级并入上一级，或写成正文里的“分述”"
        notes.lose(defects.TOO_DEEP.at(_text(node, "标题").place(), message, hint=hint))
    each = child(node, "逐项目")
    return Slot(
        _title(node, notes),
        scalar(node, "内容"),
        scalar(node, "空则"),
        tuple(_slot(one, notes, level + 1) for one in _mappings(child(node, "下级"))),
        _project_slot(each, notes, level + 1) if isinstance(each, Mapping) else None,
        mark(node, notes),
    )


def _project_slot(node: Mapping, notes: Notes, level: int) -> Slot:
    slot = _slot(node, notes, level)
    if slot.title and _PROJECT not in slot.title.value:
        message = f"逐项目的标题里没有“{_PROJECT}”，每个项目的标题会一模一样"
        hint = f"在印项目名称的地方写“{_PROJECT}”"
        notes.lose(defects.NO_PROJECT_MARK.at(slot.title.place(), message, hint=hint))
    return slot


def _table(node: Mapping, notes: Notes) -> TableSpec:
    columns = _texts(members(child(node, "列")))
    rows = members(child(node, "行"))
    each = child(node, "逐项目")
    if not rows and each is None:
        message = "这张表没有写“行”，也没有写“逐项目”，印出来是空的"
        hint = "加上“行”（固定的各行）或“逐项目”（每个项目一行）"
        notes.lose(defects.NO_ROWS.at(_text(node, "标题").place(), message, hint=hint))
    for row in (*rows, *((each,) if each else ())):
        _check_cells(row, len(columns), notes)
    return TableSpec(
        _title(node, notes),
        scalar(node, "单位"),
        columns,
        tuple(_texts(members(row)) for row in rows),
        _texts(members(each)),
        scalar(node, "合计"),
        scalar(node, "缺数注"),
        scalar(node, "注"),
    )


def _check_cells(row: Node, columns: int, notes: Notes) -> None:
    cells = len(members(row))
    if columns and cells != columns:
        message = f"这一行有{cells}格，表有{columns}列"
        hint = "每行的格数要与“列”相同；空的一格写“—”"
        notes.lose(defects.CELL_COUNT.at(row.place, message, hint=hint))
