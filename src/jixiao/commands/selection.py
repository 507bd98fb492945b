"""`--select` and `--ignore`: which findings count, by code, by family or by prefix."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from difflib import get_close_matches

from jixiao.workspace import EnvironmentFault


@dataclass(frozen=True, slots=True)
class Selection:
    """The prefixes of the codes that are wanted (none: all), and of those that are not."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]

    def takes(self, code: str) -> bool:
        """Return whether findings of a code are shown and count."""
        wanted = not self.select or code.startswith(self.select)
        return wanted and not code.startswith(self.ignore)


def selection(arguments: Namespace) -> Selection:
    """Return what the arguments select; raises `EnvironmentFault` for what is no rule's prefix."""
    made = Selection(tuple(arguments.select or ()), tuple(arguments.ignore or ()))
    if made.select or made.ignore:
        for option, prefixes in (("--select", made.select), ("--ignore", made.ignore)):
            for one in prefixes:
                _check(option, one)
    return made


def _check(option: str, prefix: str) -> None:
    from jixiao.catalogue import DEFECTS

    codes = [one.code for one in DEFECTS]
    if prefix and any(code.startswith(prefix) for code in codes):
        return
    near = get_close_matches(prefix, codes, n=1)
    asked = f"是不是 {near[0]}？" if near else ""
    raise EnvironmentFault(
        f"{option} 后面的“{prefix}”不是规则的编号；{asked}"
        "可以写编号（N103）、编号的开头（N1）或一族的字母（W），用 jixiao explain 列出全部"
    )
