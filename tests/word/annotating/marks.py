"""What an annotated file says, read by other means than it was written by."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PLAIN = {"t": None, "tab": "\t", "sym": "☑", "footnoteReference": "※", "drawing": "▭", "pict": "▭"}
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
        local = etree.QName(one).localname
        if event == "end":
            if local == "p" and not boxed(one):
                for words in open_ones.values():
                    words.append("\n")
        elif local == "commentRangeStart":
            open_ones[one.get(W + "id")] = []
        elif local == "commentRangeEnd":
            done[one.get(W + "id")] = "".join(open_ones.pop(one.get(W + "id")))
        elif local in PLAIN and not boxed(one):
            for words in open_ones.values():
                words.append(PLAIN[local] or one.text or "")
    assert open_ones == {}
    return done


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
            assert not holder.tail or not holder.tail.strip()
            holder.getparent().remove(holder)
    for text in root.iter(W + "t"):
        if text.get(XML_SPACE) != "preserve":
            text.text = (text.text or "").strip(" \t\n\r")
    for run in list(root.iter(W + "r")):
        join(run)
    for text in list(root.iter(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == text.tag and not len(before):
            text.text = (before.text or "") + (text.text or "")
            before.getparent().remove(before)
    for text in root.iter(W + "t"):
        if (text.text or "") == (text.text or "").strip():
            text.attrib.pop(XML_SPACE, None)
    return etree.tostring(root, method="c14n")


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
    properties = run.find(W + "rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n", with_tail=False)
