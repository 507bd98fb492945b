"""The shelf: sections by the key that an outline asks for, and which of them were taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.diagnostic import Diagnostic, Related
from jixiao.model.content import Content, Project, Section
from jixiao.model.template import Skeleton, Slot
from jixiao.report.defects.structure import (
    MISSING_PROJECT_SECTION,
    MISSING_SECTION,
    UNPLACED_SECTION,
)
from jixiao.report.nearest import Nearest, suggestion
from jixiao.source import Text

#: the two files that sections stand in, as outlines write them before the section's name
_PROSE, _UNIT = "正文", "单位"
_EACH = "各项目"


class Shelf:
    """A year's sections, handed out by key."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._sections = {f"{_PROSE}.{one.name}": one for one in content.sections}
        self._sections |= {f"{_UNIT}.{one.name}": one for one in content.unit.sections}
        self._projects = {one.name.value: one for one in content.project_sections}
        self._taken: set[int] = set()
        #: keys of sections that a slot means, but for a slip in one of the two names
        self._meant: set[str] = set()

    def section(self, key: Text) -> Section | None:
        """Return the section of a key such as `正文.人员情况`, and note that it was taken."""
        return self._take(self._sections.get(key.value.strip()))

    def project_section(self, project: Project) -> Section | None:
        """Return a project's section, and note that it was taken."""
        return self._take(self._projects.get(project.name.value))

    def _take(self, section: Section | None) -> Section | None:
        if section is not None:
            self._taken.add(id(section))
        return section

    @property
    def _is_whole(self) -> bool:
        return self._content.whole and self._content.prose_whole

    def left(self) -> tuple[Section, ...]:
        """Return the sections that nothing took, in their order."""
        every = (*self._sections.values(), *self._projects.values())
        return tuple(one for one in every if id(one) not in self._taken)

    def missing(self, wanted: Iterable[tuple[Slot, Text]]) -> Iterator[Diagnostic]:
        """Yield the findings on slots whose section does not exist, or has nothing in it.

        None where it may stand in what could not be read.
        """
        if not self._is_whole:
            return
        left = Nearest(one.name.value for one in self.left())
        for slot, key in wanted:
            file, dot, name = key.value.strip().partition(".")
            if dot and file in {_PROSE, _UNIT}:
                nearest = left.to(name)
                near = suggestion(nearest)
                self._meant.add(f"{file}.{nearest}")
                hint = f"{near}在 {file}.yaml 里加“{name}:”，或者在提纲里给它“空则: ……”"
            else:
                hint = f"写成“{_PROSE}.名称”或“{_UNIT}.名称”"
            message = f"提纲“{slot.title}”要的内容“{key}”没有写"
            subjects = [key.value, name or key.value]
            yield MISSING_SECTION.at(key.place(), message, hint=hint, subjects=subjects)

    def missing_projects(self, projects: Iterable[Project]) -> Iterator[Diagnostic]:
        """Yield the findings on projects that have no prose, likewise."""
        if not self._is_whole:
            return
        left = Nearest(one.name.value for one in self.left())
        for project in projects:
            name = project.name.value
            near = suggestion(left.to(name))
            yield MISSING_PROJECT_SECTION.at(
                project.name.place(),
                f"项目“{name}”没有写正文",
                hint=f"{near}在 正文.yaml 的“{_EACH}:”下加“{name}:”和它的正文",
                subjects=[name],
            )

    def unplaced(self, skeleton: Skeleton) -> Iterator[Diagnostic]:
        """Yield the findings on sections that no slot took, nor means and misspells."""
        slots = tuple(_every(skeleton.slots))
        near = Nearest(one.section.value.partition(".")[2] for one in slots if one.section)
        left = {id(one) for one in self.left()}
        for key, section in self._sections.items():
            is_meant = key in self._meant or (key.startswith(_UNIT) and skeleton.is_of_one_year)
            if id(section) in left and not is_meant:
                yield _unplaced(section, skeleton, suggestion(near.to(section.name.value)))
        of_projects = [one for one in self._projects.values() if id(one) in left]
        # A name that is no project's is found where the content is validated.
        if of_projects and not any(one.each_project for one in slots):
            yield _no_place_for_projects(of_projects, skeleton)


def _every(slots: tuple[Slot, ...]) -> Iterator[Slot]:
    for slot in slots:
        yield slot
        yield from _every(slot.slots)
        if slot.each_project:
            yield from _every((slot.each_project,))


def _unplaced(section: Section, skeleton: Skeleton, near: str) -> Diagnostic:
    return UNPLACED_SECTION.at(
        section.name.place(),
        f"“{section.name}”这一节在提纲“{skeleton.name}”里没有位置，不会印出来",
        hint=f"{near}改成提纲里的名称，或者在 {skeleton.source.name} 里给它一处",
        subjects=[section.name.value],
    )


def _no_place_for_projects(sections: list[Section], skeleton: Skeleton) -> Diagnostic:
    return UNPLACED_SECTION.at(
        sections[0].name.place(),
        f"提纲“{skeleton.name}”里没有“逐项目”，{len(sections)}个项目的正文不会印出来",
        hint=f"在 {skeleton.source.name} 里加“逐项目”，或者把这些话写进别的章节",
        related=[Related(one.name.place(), "同样没有位置") for one in sections[1:]],
        subjects=[one.name.value for one in sections],
    )
