"""What of a page is seen: elements that a browser shows, and how their own styles change them."""

from __future__ import annotations

import re

from lxml import etree

#: elements that are no text, or text about the site (HTML Standard, 4.3: nav, aside, footer)
_APART = re.compile(
    r"script|style|noscript|template|iframe|object|embed|svg|head|nav|aside|footer|select|option"
    r"|button|textarea|audio|video|canvas|map|del|rp|rt"
)
_ROLES = re.compile(r"navigation|banner|contentinfo|search|complementary|menu|menubar")
_BLOCKS = re.compile(
    r"html|body|p|div|h1|h2|h3|h4|h5|h6|li|ul|ol|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th"
    r"|section|article|main|header|blockquote|pre|hr|center|form|fieldset|legend|address|figure"
    r"|figcaption|details|summary|menu|dir"
)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    # Word keeps comments, headers and footers of a document in the page, below the text.
    r"|mso-element\s*:\s*(?:comment|header|footer))",
    re.IGNORECASE,
)
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-9])", re.IGNORECASE)
_HEADING = re.compile("h[1-6]")


def tag(element: etree._Element) -> str:
    """Return an element's name in lower case; empty for a comment."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def style(element: etree._Element) -> str:
    """Return an element's own style."""
    return str(element.get("style") or "")


def is_seen(element: etree._Element) -> bool:
    """Return whether an element is shown, and is text; style sheets are not asked."""
    name = tag(element)
    if not name or _APART.fullmatch(name) or element.get("hidden") is not None:
        return False
    is_of_site = _ROLES.fullmatch(str(element.get("role") or ""))
    return not is_of_site and _HIDDEN.search(style(element)) is None


def is_block(element: etree._Element) -> bool:
    """Return whether an element stands on lines of its own."""
    return _BLOCKS.fullmatch(tag(element)) is not None


def heading_depth(element: etree._Element) -> int:
    """Return the depth of a heading, 1 to 6 (9 in Word's pages); 0 for any other element."""
    if _HEADING.fullmatch(tag(element)):
        return int(tag(element)[1])
    found = _OUTLINE.search(style(element)) if tag(element) == "p" else None
    return int(found[1]) if found else 0


def is_number(element: etree._Element) -> bool:
    """Return whether it is a number that Word made, written out for browsers as text."""
    return "mso-list:ignore" in style(element).lower().replace(" ", "")
