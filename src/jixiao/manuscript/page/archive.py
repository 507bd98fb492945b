"""A page with its pictures in one file (.mht), as Word and browsers save it (RFC 2557)."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError

_PAGE = "text/html"


def page_of(content: bytes) -> bytes:
    """Return the bytes of the page; empty where there is none."""
    try:
        message = message_from_bytes(content)
        for part in message.walk():
            decoded = part.get_payload(decode=True)
            if part.get_content_type() == _PAGE and isinstance(decoded, bytes):
                return _declared(decoded, part.get_content_charset())
    except (MessageError, ValueError, LookupError, RecursionError):
        return b""
    return b""


def _declared(page: bytes, charset: str | None) -> bytes:
    """Return a page with the encoding declared that only its envelope tells."""
    if not charset or not charset.isascii():
        return page
    return f'<meta charset="{charset}">'.encode() + page
