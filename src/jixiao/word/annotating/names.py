"""Elements of WordprocessingML written as text, in the namespace and with the prefix of a part."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from jixiao.word.opc.markup import w

TRANSITIONAL = etree.QName(w("p")).namespace
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OWN_PREFIX = "w"


@dataclass(frozen=True, slots=True)
class Names:
    """The prefix that WordprocessingML has in a part; where it has none, each element declares one.

    A part may have it as the namespace without a prefix: then attributes need one all the same.
    """

    prefix: str
    declaration: str = ""

    @classmethod
    def of(cls, root: etree._Element, *, is_strict: bool) -> Names:
        """Return the names in a part whose root was read in transitional namespaces."""
        prefixes = sorted(
            prefix for prefix, uri in root.nsmap.items() if uri == TRANSITIONAL and prefix
        )
        if prefixes:
            return cls(_OWN_PREFIX if _OWN_PREFIX in prefixes else prefixes[0])
        return cls(_OWN_PREFIX, declared(is_strict=is_strict))

    def element(self, name: str, inner: str = "", **attributes: str) -> str:
        """Return an element with its content and attributes, all in WordprocessingML."""
        said = "".join(f" {self.prefix}:{key}={quoteattr(one)}" for key, one in attributes.items())
        opening = f"<{self.prefix}:{name}{self.declaration}{said}"
        return f"{opening}>{inner}</{self.prefix}:{name}>" if inner else f"{opening}/>"

    def text(self, characters: str) -> str:
        """Return a run's text, whose blanks count."""
        opening = f'<{self.prefix}:t{self.declaration} xml:space="preserve">'
        return f"{opening}{escape(characters)}</{self.prefix}:t>"


def declared(*, is_strict: bool) -> str:
    """Return the declaration of the prefix that a part of jixiao's own has."""
    return f' xmlns:{_OWN_PREFIX}="{STRICT if is_strict else TRANSITIONAL}"'
