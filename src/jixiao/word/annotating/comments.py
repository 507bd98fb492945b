"""The comments' part (ISO/IEC 29500-1, 11.3.2 and 17.13.4.2): one comment a finding."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.word.annotating.names import Names, declared
from jixiao.word.annotating.parts import Parts, Written
from jixiao.word.annotating.tags import appended
from jixiao.word.opc.markup import parse, w
from jixiao.word.reading.package import Package

AUTHOR, INITIALS = "绩效审核", "审核"
#: names of the styles that Word gives comments and their marks; the ids are of the file's language
_TEXT_STYLE, _REFERENCE_STYLE = "annotation text", "annotation reference"
#: half points of 五号
_SIZE = "21"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


@dataclass(frozen=True, slots=True)
class Looks:
    """The ids of the styles that a file has for comments; empty for those that it has not."""

    text: str
    reference: str

    @classmethod
    def of(cls, package: Package) -> Looks:
        """Return the styles of a package."""
        root = package.root("styles")
        ids: dict[str, str] = {}
        for one in () if root is None else root.iterfind(w("style")):
            named = one.find(w("name"))
            name = "" if named is None else str(named.get(w("val")) or "").lower()
            ids.setdefault(name, str(one.get(w("styleId")) or ""))
        return cls(ids.get(_TEXT_STYLE, ""), ids.get(_REFERENCE_STYLE, ""))

    def mark(self, names: Names) -> str:
        """Return the run properties of a comment's mark in the text."""
        if self.reference:
            return names.element("rStyle", val=self.reference)
        return _sized(names)

    def paragraph(self, names: Names) -> str:
        """Return the properties of a comment's paragraph; without a style, not the body's."""
        if self.text:
            return names.element("pPr", names.element("pStyle", val=self.text))
        spacing = names.element("spacing", before="0", after="0", line="240", lineRule="auto")
        return names.element(
            "pPr", spacing + names.element("ind", firstLineChars="0", firstLine="0")
        )

    def run(self, names: Names, *, is_bold: bool) -> str:
        """Return the properties of a comment's run."""
        inner = (names.element("b") if is_bold else "") + ("" if self.text else _sized(names))
        return names.element("rPr", inner) if inner else ""


def _sized(names: Names) -> str:
    return names.element("sz", val=_SIZE) + names.element("szCs", val=_SIZE)


def taken_ids(body: etree._Element, package: Package) -> frozenset[str]:
    """Return the ids of the comments that a file has, and of marks that lead to none."""
    root = package.root("comments")
    comments = () if root is None else root.iterchildren(w("comment"))
    marks = body.iter(*map(w, _MARKS))
    return frozenset(str(one.get(w("id"))) for one in (*comments, *marks))


def comment(
    number: int,
    paragraphs: Iterable[tuple[str, str]],
    date: datetime.date | None,
    names: Names,
    looks: Looks,
) -> str:
    """Return a comment, a paragraph for each pair of a text in bold and one that is not."""
    inner = "".join(_paragraphs(paragraphs, names, looks))
    said = {"id": str(number), "author": AUTHOR, "initials": INITIALS}
    if date is not None:
        said["date"] = f"{date.isoformat()}T00:00:00Z"
    return names.element("comment", inner, **said)


def _paragraphs(paragraphs: Iterable[tuple[str, str]], names: Names, looks: Looks) -> Iterator[str]:
    mark = names.element("rPr", looks.mark(names)) + names.element("annotationRef")
    lead = names.element("r", mark)
    for bold, plain in paragraphs:
        runs = ((bold, True), (plain, False))
        told = [
            names.element("r", looks.run(names, is_bold=is_bold) + names.text(text))
            for text, is_bold in runs
            if text
        ]
        yield names.element("p", looks.paragraph(names) + lead + "".join(told))
        lead = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The comments' part of a file as it is, or as it begins where there is none."""

    part: Written
    names: Names

    @classmethod
    def of(cls, parts: Parts, package: Package) -> Sheet:
        """Return the part of a package."""
        linked = next(package.linked("comments"), None)
        written = None if linked is None else parts.read(linked.name)
        if linked is None or written is None:
            opening = f"<w:comments{declared(is_strict=package.is_strict)}>"
            return cls(Written(f"{_HEAD}{opening}</w:comments>"), Names("w"))
        return cls(written, Names.of(parse(linked.content), is_strict=package.is_strict))

    def with_comments(self, comments: Iterable[str]) -> Written:
        """Return the part with comments behind those that it has."""
        return Written(appended(self.part.markup, "".join(comments)), self.part.encoding)
