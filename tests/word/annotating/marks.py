"""What an annotated file says, read by other means than it was written by."""

from __future__ import annotations

import copy
import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SIGNS = {"p": "\n", "tab": "\t", "footnoteReference": "※", "drawing": "▭", "pict": "▭"}
BOXES = {f"{W}txbxContent"}


@dataclass(frozen=True)
class Comment:
    author: str
    initials: str
    date: str
    paragraphs: tuple[str, ...]


def entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(content: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(entries(content)[name])


def bracketed(content: bytes, name: str = "word/document.xml") -> dict[str, str]:
    """Return the text between the marks of each comment; a paragraph's end is a line feed."""
    open_ones: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for event, one in etree.iterwalk(root_of(content, name), events=("start", "end")):
        number = one.get(W + "id")
        if event == "start" and one.tag == W + "commentRangeStart":
            open_ones[number] = []
        elif event == "end" and one.tag == W + "commentRangeEnd":
            done[number] = "".join(open_ones.pop(number))
        for words in open_ones.values():
            words.append(said(one, event))
    assert open_ones == {}
    return done


def said(one: etree._Element, event: str) -> str:
    """Return what an element says where it begins or ends, but for what is in a box."""
    local = etree.QName(one).localname
    if boxed(one) or (event == "end") is not (local == "p"):
        return ""
    return (one.text or "") if local == "t" else SIGNS.get(local, "")


def boxed(element: etree._Element) -> bool:
    return any(one.tag in BOXES for one in element.iterancestors())


def comments(content: bytes) -> dict[str, Comment]:
    """Return the comments of a file by id."""
    found = {}
    for one in root_of(content, "word/comments.xml").iterfind(W + "comment"):
        told = tuple("".join(p.itertext(W + "t")) for p in one.iterfind(W + "p"))
        said = [one.get(W + key) or "" for key in ("author", "initials", "date")]
        found[one.get(W + "id")] = Comment(*said, told)
    return found


def plain(markup: bytes) -> bytes:
    """Return a main part in canonical form without comments, and with runs of one look joined."""
    root = etree.fromstring(markup, etree.XMLParser(remove_blank_text=True))
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for one in list(root.iter(W + tag)):
            holder = one.getparent() if tag == "commentReference" else one
            holder.getparent().remove(holder)
    for text in root.iter(W + "t"):
        if text.get(XML_SPACE) != "preserve":
            text.text = (text.text or "").strip(" \t\n\r")
    for run in list(root.iter(W + "r")):
        join(run)
    join_texts(root)
    return etree.tostring(root, method="c14n")


def join_texts(root: etree._Element) -> None:
    for text in list(root.iter(W + "t")):
        text.attrib.pop(XML_SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag and not len(before):
            text.text = (before.text or "") + (text.text or "")
            before.getparent().remove(before)


def join(run: etree._Element) -> None:
    """Take a run into the one before it, where that looks the same and nothing is between them."""
    before = run.getprevious()
    if before is None or before.tag != run.tag or look(before) != look(run):
        return
    if dict(before.attrib) != dict(run.attrib):
        return
    before.extend(child for child in list(run) if child.tag != W + "rPr")
    run.getparent().remove(run)


def look(run: etree._Element) -> bytes:
    """Return a run's properties, without the id that a tracked change in them has."""
    properties = copy.deepcopy(run.find(W + "rPr"))
    if properties is None:
        return b""
    for change in properties.iterfind(W + "rPrChange"):
        change.attrib.pop(W + "id")
    return etree.tostring(properties, method="c14n", with_tail=False)
