"""YAML as a person would write it: block style, one fact a line, long paragraphs over lines."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

#: what a file is made of: texts, lists and mappings
Value = str | Sequence["Value"] | Mapping[str, "Value"]

#: characters of a line of prose
_WIDTH = 36
#: characters of a clause that is broken between the members of its list
_LONG = 60
_MEMBER = re.compile("(?:【[^】]*】|[^、【])+、?")
#: a clause with the mark that ends it; a line of prose ends behind one
_CLAUSE = re.compile(
    r"(?:【[^】]*】|[^，。；：！？【])*[，。；：！？]+[”’）》】]*|(?:【[^】]*】|[^，。；：！？【])+$"
)


class Lines(str):
    """A text whose line breaks are its own: a table's rows."""

    __slots__ = ()


def written(value: Value, *comments: str) -> str:
    """Return a value as a YAML file that begins with comments; blank lines part its sections."""
    yaml = YAML()
    is_list = isinstance(value, Sequence)
    yaml.indent(mapping=2, sequence=2 if is_list else 4, offset=0 if is_list else 2)
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_node(value), stream)
    head = "".join(f"# {one}\n" for one in comments)
    return f"{head}\n{''.join(_parted(stream.getvalue().splitlines(keepends=True)))}"


def _parted(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a file, a blank one around each section that is more than a line."""
    before = ""
    for line in lines:
        is_key = line[0] not in " -\n"
        if before and is_key and (before[0] == " " or line.endswith(":\n")):
            yield "\n"
        yield line
        before = line


def _node(value: Value) -> object:
    if isinstance(value, Lines):
        return LiteralScalarString(value)
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        made = CommentedMap()
        for key, one in value.items():
            made[key] = _node(one)
        return made
    return CommentedSeq([_node(one) for one in value])


def _scalar(text: str) -> str:
    """Return a text as it is, or over lines where it is long: a line break is no blank."""
    lines = "\n\n".join("\n".join(_lines(one)) for one in text.split("\n\n"))
    return LiteralScalarString(lines) if "\n" in lines and text == text.strip() else text


def _lines(text: str) -> list[str]:
    lines = [""]
    for clause in _clauses(text):
        if lines[-1] and len(lines[-1]) + len(clause) > _WIDTH and _may_break(lines[-1], clause):
            lines.append("")
        lines[-1] += clause
    return lines if "".join(lines) == text else [text]


def _clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a text; a long one by the members of the list that it is."""
    for found in _CLAUSE.finditer(text):
        yield from _MEMBER.findall(found.group()) if len(found.group()) > _LONG else [found.group()]


def _may_break(before: str, after: str) -> bool:
    """Return whether no blank stands at a break, which would be lost, nor would be put there."""
    return not (before[-1].isspace() or after[0].isspace() or after[0].isascii())
