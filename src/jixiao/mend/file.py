"""A mended file put back on the disk: encoding, byte order mark and line ends as they were."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from jixiao import encoding
from jixiao.disk import write_file
from jixiao.mend.rounds import Draft
from jixiao.mend.splice import Change, splice


class Unwritable(Exception):
    """A file that is left as it was: the message says why."""


def save(path: Path, draft: Draft) -> None:
    """Write what was mended into a file, and nothing else.

    Raises `Unwritable` where that cannot be done, `OSError` where the system does not let us.
    """
    if path.is_symlink() or not path.is_file():
        raise Unwritable("它是链接或设备，不是文件本身")
    if not os.access(path, os.W_OK):
        raise Unwritable("它是只读的")
    with path.open("rb") as stream:
        content = stream.read()
    write_file(path, amended(content, draft))


def amended(content: bytes, draft: Draft) -> bytes:
    """Return the bytes of a file with a draft's changes; raises `Unwritable` where they cannot be.

    The changes count characters of the text as it was read, without its byte order mark and with
    one character for a line end of two.
    """
    typed = encoding.typed(content)
    if typed.written(typed.text) != content:
        raise Unwritable("里面有读不出的字节，写回去会丢字；先另存为UTF-8编码")
    lead = "\ufeff" if typed.text.startswith("\ufeff") else ""
    text = typed.text.removeprefix(lead)
    if encoding.line_ends(text) != draft.source.content:
        raise Unwritable("检查以后它又变了；请再运行一次")
    for changes in draft.rounds:
        text = splice(text, _placed(text, changes))
    if encoding.line_ends(text) != draft.content:
        raise Unwritable("行尾的写法混在一起，改不准；先用一种换行另存")
    try:
        return typed.written(lead + text)
    except UnicodeEncodeError as error:
        lacking = text[error.start : error.end]
        raise Unwritable(f"{typed.encoding}编码里没有“{lacking}”；先另存为UTF-8编码") from error


def _placed(text: str, changes: Sequence[Change]) -> list[Change]:
    """Return changes of a text with one kind of line end, in the text as it was typed."""
    pairs = _pairs(text)
    line_end = "\r\n" if 2 * len(pairs) > text.count("\n") else "\n"
    return [
        Change(
            one.start + bisect_left(pairs, one.start),
            one.end + bisect_left(pairs, one.end),
            one.replacement.replace("\n", line_end),
        )
        for one in changes
    ]


def _pairs(text: str) -> list[int]:
    r"""Return where each `\r\n` is, as one character, in the text with one kind of line end."""
    found: list[int] = []
    at = text.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = text.find("\r\n", at + 2)
    return found
