"""Documents as `Content`: the facts as stated, each checked on its own, none computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from jixiao.content.schema.check import check_shape
from jixiao.content.stated.accounts import accounts
from jixiao.content.stated.constraints import constraints
from jixiao.content.stated.facts import facts
from jixiao.content.stated.names import Names
from jixiao.content.stated.settlements import settlements
from jixiao.content.stated.skeleton import skeleton
from jixiao.content.stated.texts import (
    passages,
    project_sections,
    sections,
    signature,
    unit,
    unknown_projects,
)
from jixiao.content.stated.values import Notes, child, members
from jixiao.content.stated.wordings import wordings
from jixiao.diagnostic import Diagnostic, Outcome, Severity
from jixiao.model.content import Content, Settlement
from jixiao.model.document import Document, Mapping, Node
from jixiao.model.template import Skeleton
from jixiao.source import Source

_FILES = ("单位", "预算", "事实", "勾稽", "正文", "核实")
_OPTIONAL = ("错别字",)
_ALL = (*_FILES, *_OPTIONAL)
#: the files that give names to cite
_NAMING = ("单位", "预算", "事实", "正文")
_PASSAGES = "段落"
#: the files that sections stand in
_PROSE = ("单位", "正文")


def validate(documents: Iterable[Document], year: int) -> Outcome[Content]:
    """Return the content of a year; broken entries are left out of it and told of."""
    held = {_stem(document): document for document in documents}
    files = {name: held.get(name, Document(Source(f"{name}.yaml", ""), None)) for name in _ALL}
    shapes = {name: check_shape(document, name) for name, document in files.items()}
    notes = {name: Notes() for name in (*_ALL, _PASSAGES)}
    content = _content(files, year, notes)
    whole = {name: _is_whole(files[name], shapes[name], notes[name]) for name in _NAMING}
    if whole["预算"]:
        notes["正文"].told.extend(unknown_projects(content))
    told = [*shapes.values(), *(one.told for one in notes.values())]
    content = replace(
        content,
        whole=all(whole.values()) and notes[_PASSAGES].whole,
        prose_whole=not any(shapes[name] or _is_broken(files[name]) for name in _PROSE),
    )
    return Outcome(content, tuple(chain.from_iterable(told)))


def _content(files: dict[str, Document], year: int, notes: dict[str, Notes]) -> Content:
    """Read all files; what is found is noted by file, and for passages apart."""
    roots = {name: document.root for name, document in files.items()}
    names, texts = Names(), roots["正文"]
    return Content(
        year,
        unit(roots["单位"], files["单位"].source, notes["单位"]),
        accounts(roots["预算"], names, notes["预算"]),
        facts(roots["事实"], names, notes["事实"]),
        constraints(roots["勾稽"], notes["勾稽"]),
        sections(texts, notes["正文"]),
        project_sections(texts, notes["正文"]),
        passages(texts, names, notes[_PASSAGES]),
        signature(texts, notes["正文"]),
        settlements(roots["核实"], notes["核实"]),
        tuple(files[name].source for name in _FILES),
        wordings=wordings(roots["错别字"], notes["错别字"]),
    )


def _is_whole(document: Document, shape: tuple[Diagnostic, ...], notes: Notes) -> bool:
    """Return whether nothing of a document was lost where names are given."""
    root = document.root
    if root is None or any(_costs_names(document, found) for found in shape):
        return False
    if not notes.whole and _stem(document) != "正文":
        return False
    return _unbroken(root)


def _is_broken(document: Document) -> bool:
    return document.root is None or not _unbroken(document.root)


def _costs_names(document: Document, found: Diagnostic) -> bool:
    """Return whether a finding stands where names are given: in 正文.yaml only in 段落."""
    if _stem(document) != "正文" or not isinstance(document.root, Mapping):
        return True
    given = child(document.root, _PASSAGES)
    return given is not None and given.place.start <= found.place.start <= given.place.end


def _unbroken(node: Node) -> bool:
    """Return whether no entry was dropped from a node when it was read."""
    if isinstance(node, Mapping):
        return node.whole and all(_unbroken(entry.value) for entry in node.entries)
    return all(_unbroken(item) for item in members(node))


def validate_outline(document: Document) -> Outcome[Skeleton | None]:
    """Return the official outline of a document, or None where anything stops its use."""
    if document.root is None:
        return Outcome(None)
    shape = check_shape(document, "outline")
    if shape:
        return Outcome(None, shape)
    notes = Notes()
    made = skeleton(document.root, document.source, notes)
    stopped = any(one.severity is Severity.ERROR for one in notes.told)
    return Outcome(None if stopped else made, tuple(notes.told))


def validate_settlements(document: Document) -> Outcome[tuple[Settlement, ...]]:
    """Return the settlements of a file of its own, like `核实.yaml` but for any manuscript."""
    notes = Notes()
    made = settlements(document.root, notes, files=None)
    return Outcome(made, (*check_shape(document, "核实"), *notes.told))


def _stem(document: Document) -> str:
    return document.source.name.rpartition("/")[2].removesuffix(".yaml")
