"""The workspace: where content, templates and built files lie in a writer's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SETTLED_FILE = "核实.yaml"
#: the files of a year, in the order they are told to writers; 单位.yaml lies beside the years
YEAR_FILES = ("预算.yaml", "事实.yaml", "勾稽.yaml", "正文.yaml", SETTLED_FILE)
UNIT_FILE = "content/单位.yaml"
#: a year's own outline, where it has another one than its template
OUTLINE_FILE = "提纲.yaml"
#: the bureau's own list of wrong words; a workspace may do without it
TYPO_FILE = "content/错别字.yaml"
DEFAULT_TEMPLATE = "五部分"


class EnvironmentFault(Exception):
    """Something outside the content is in the way: the message says what, and what to do."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `content/` in it, and with `templates/` unless it uses those of jixiao."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """Return the workspace that a folder lies in, as git finds its own.

        Raises `EnvironmentFault` where neither the folder nor one above it is a workspace.
        """
        folder = start.resolve()
        if not folder.is_dir():
            raise EnvironmentFault(f"没有这个文件夹：{start}")
        for candidate in (folder, *folder.parents):
            if (candidate / "content").is_dir():
                return cls(candidate)
        raise EnvironmentFault(
            f"{folder} 不是 jixiao 的工作区（里面没有 content 文件夹）；"
            "换到工作区里运行，或用 -C 指明工作区，或先用 jixiao init 建一个"
        )

    def years(self) -> tuple[int, ...]:
        """Return the years that have a folder below `content/`, the oldest first."""
        names = (one.name for one in (self.root / "content").iterdir() if one.is_dir())
        return tuple(sorted(int(name) for name in names if _is_year(name)))

    def year(self, wanted: int | None) -> int:
        """Return the wanted year, or the newest where none is named.

        Raises `EnvironmentFault` where there is no content of that year.
        """
        years = self.years()
        if not years:
            raise EnvironmentFault("content 下还没有年度文件夹（如 content/2023）")
        if wanted is None:
            return years[-1]
        if wanted not in years:
            known = "、".join(map(str, years))
            raise EnvironmentFault(f"没有{wanted}年的内容：content/{wanted}；已有的年度：{known}")
        return wanted

    def year_file(self, year: int, name: str) -> str:
        """Return the name of a year's file, relative to the root."""
        return f"content/{year}/{name}"

    def optional_files(self) -> tuple[str, ...]:
        """Return the names of those files that a workspace may do without and that it has."""
        return (TYPO_FILE,) if (self.root / TYPO_FILE).exists() else ()

    def outline_file(self, year: int, template: str, amended: Mapping[str, str]) -> str:
        """Return the name of the outline of a year: its own, else that of its template.

        `amended` has the files that are to be taken as if they were there; an empty one is none.
        """
        own = self.year_file(year, OUTLINE_FILE)
        is_there = bool(amended[own]) if own in amended else (self.root / own).exists()
        return own if is_there else f"templates/{template}/outline.yaml"

    def template_home(self, template: str) -> Path:
        """Return the folder whose `templates/` holds a template: this one, else jixiao's own."""
        if (self.root / "templates" / template).exists():
            return self.root
        return own_home()

    def build_folder(self, year: int) -> Path:
        """Return where a year's files are built, `build/YEAR`."""
        return self.root / "build" / str(year)


def own_home() -> Path:
    """Return the folder that holds the `templates/` that jixiao comes with.

    A wheel carries them beside the code, a checkout has them at its top.
    """
    package = Path(__file__).resolve().parent
    return package if (package / "templates").is_dir() else package.parents[1]


def _is_year(name: str) -> bool:
    return len(name) == len("2023") and name.isascii() and name.isdigit()
