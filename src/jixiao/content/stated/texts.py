"""正文.yaml and the prose of 单位.yaml: sections, passages, the projects' parts, the signature."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from jixiao.content.defects import value as defects
from jixiao.content.stated.names import Names
from jixiao.content.stated.prose import passage, prose
from jixiao.content.stated.values import Notes, child, day, scalar
from jixiao.diagnostic import Diagnostic
from jixiao.model.content import Content, Passage, Section, Signature, Unit
from jixiao.model.document import Entry, Mapping, Node
from jixiao.source import Source, Text

#: keys of 正文.yaml that are no sections
_OTHERS = ("段落", "各项目", "落款")
_UNIT_SECTIONS = ("主要职能", "机构情况")


def unit(root: Node | None, source: Source, notes: Notes) -> Unit:
    """Return the unit of a document's root; its full name empty where it has none."""
    entries = (one for one in _entries(root) if one.key.text.value in _UNIT_SECTIONS)
    return Unit(
        scalar(root, "全称") or Text.typed(source, 0, 0),
        scalar(root, "简称"),
        scalar(root, "自称"),
        scalar(root, "模板"),
        _sections(entries, notes),
    )


def sections(root: Node | None, notes: Notes) -> tuple[Section, ...]:
    """Return the sections that the outline may ask for."""
    entries = (one for one in _entries(root) if one.key.text.value not in _OTHERS)
    return _sections(entries, notes)


def project_sections(root: Node | None, notes: Notes) -> tuple[Section, ...]:
    """Return the projects' parts, each under its project's name."""
    return _sections(_entries(child(root, "各项目")), notes)


def unknown_projects(content: Content) -> tuple[Diagnostic, ...]:
    """Return the findings on parts of 各项目 whose project is not in the accounts."""
    names = [project.name.value for project in content.accounts.projects]
    sections = content.project_sections
    return tuple(_unknown(one.name, names) for one in sections if one.name.value not in names)


def passages(root: Node | None, names: Names, notes: Notes) -> tuple[Passage, ...]:
    """Return the named passages."""
    return tuple(
        Passage(entry.key.text, passage(entry.value))
        for entry in _entries(child(root, "段落"))
        if names.claim(entry.key.text, notes)
    )


def signature(root: Node | None, notes: Notes) -> Signature:
    """Return 署名 and 成文日期."""
    given = child(root, "落款")
    date = scalar(given, "成文日期")
    return Signature(scalar(given, "署名"), day(date, notes) if date else None)


def _entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()


def _sections(entries: Iterator[Entry] | tuple[Entry, ...], notes: Notes) -> tuple[Section, ...]:
    return tuple(Section(entry.key.text, prose(entry.value, notes)) for entry in entries)


def _unknown(name: Text, names: list[str]) -> Diagnostic:
    near = get_close_matches(name.value, names, n=1, cutoff=0.5)
    listed = f"预算.yaml里的项目：{'、'.join(names)}" if names else "预算.yaml里没有写项目"
    hint = f"是不是“{near[0]}”？" if near else listed
    message = f"预算.yaml里没有名为“{name}”的项目"
    return defects.UNKNOWN_PROJECT.at(name.place(), message, hint=hint)
