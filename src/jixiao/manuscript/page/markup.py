"""A page's bytes as a tree: decoded as a browser would, parsed without entities or network."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from jixiao import encoding

#: where a declaration is looked for, in bytes; the HTML standard has 1024, old pages are later
_SNIFFED = 4096
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
#: encodings that browsers read as a wider one (Encoding Standard, 4.2): GB 18030 holds GBK
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}
#: characters that no page has, and that libxml2 makes tags or text of
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
#: elements in each other; a page of nested tables has fifty, one of unclosed fonts some hundred
_DEEPEST = 1000
#: what libxml2 says of a page that goes deeper than it follows
_TOO_DEEP = re.compile("depth", re.IGNORECASE)


class TooDeep(Exception):
    """A page's elements lie deeper in each other than the parser follows: text would be lost."""


def decode(content: bytes) -> encoding.Decoded:
    """Return a page as text: in UTF-8 where it is that, else as it declares, else by its looks.

    Only what had to be guessed is said to be in another encoding than UTF-8.

    A page saved by a browser is often in another encoding than it says; bytes beyond ASCII that
    are valid UTF-8 are hardly anything else.
    """
    looks = encoding.decode(content)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return encoding.Decoded(looks.text, encoding.UTF8)
    declared = _CHARSET.search(content[:_SNIFFED])
    is_told = looks.encoding in {encoding.UTF8, encoding.UTF16} and looks.broken_at is None
    if is_told or declared is None:
        return looks
    name = declared[1].decode("ascii").lower()
    try:
        codec = codecs.lookup(_WIDER.get(name, name)).name
        text = content.decode(codec)
    except (LookupError, UnicodeError):
        return looks
    return encoding.Decoded(encoding.line_ends(text), encoding.UTF8)


def parse(text: str) -> etree._Element | None:
    """Return the root of a page, None where it has no element; raises `TooDeep`."""
    # The encoding that the page declares was used up when it was decoded.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(_CONTROL.sub("", text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if any(_TOO_DEEP.search(one.message) for one in parser.error_log):
        raise TooDeep
    _check_depth(root)
    return root


def _check_depth(root: etree._Element) -> None:
    """Raise `TooDeep` where elements lie too deep: libxml2's own limit differs by version."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise TooDeep
