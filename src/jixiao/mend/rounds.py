"""Mending in rounds: what is found is mended and looked at again, until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from jixiao.diagnostic import Diagnostic, Edit
from jixiao.mend.harmless import is_harmless
from jixiao.mend.splice import Change, compatible, splice
from jixiao.source import Source

#: Edits that meet wait for the next round, so a few are needed; rules that undo each other's
#: work would need any number.
MOST_ROUNDS = 8

#: Finds what is wrong, given the files' new content by name; the other files are as they are.
Examine = Callable[[Mapping[str, str]], Iterable[Diagnostic]]
#: Says whether a file with changes is still of use: its source, the changes, its new content.
Fits = Callable[[Source, tuple[Change, ...], str], bool]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is being mended: as it was read, what was changed in each round, as it is now."""

    source: Source
    content: str
    rounds: tuple[tuple[Change, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many changes were made."""
        return sum(map(len, self.rounds))


@dataclass(slots=True)
class Mending:
    """What was mended by file, and the files that would no longer be what they are."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    refused: dict[str, Source] = field(default_factory=dict)

    def take(self, source: Source, changes: tuple[Change, ...], fits: Fits) -> bool:
        """Make changes in a file, or have it left as it was; return whether any were made."""
        draft = self.drafts.get(source.name) or Draft(source, source.content)
        content = splice(draft.content, changes)
        if source.content != draft.content or not fits(source, changes, content):
            self.refused[source.name] = draft.source
            self.drafts.pop(source.name, None)
            return False
        self.drafts[source.name] = replace(draft, content=content, rounds=(*draft.rounds, changes))
        return True


def mend(examine: Examine, fits: Fits) -> Mending:
    """Return the files as they are without the findings that carry edits; nothing is written."""
    made = Mending()
    for _ in range(MOST_ROUNDS):
        found = examine({name: one.content for name, one in made.drafts.items()})
        wanted = _by_source(found)
        kept = [(source, compatible(groups)) for source, groups in wanted.items()]
        told = [made.take(*one, fits) for one in kept if one[0].name not in made.refused]
        if not any(told):
            break
    return made


def _by_source(found: Iterable[Diagnostic]) -> dict[Source, list[tuple[Edit, ...]]]:
    """Return by source the edits of each finding that no person has settled."""
    wanted: dict[Source, list[tuple[Edit, ...]]] = {}
    for one in found:
        sources = {edit.place.source for edit in one.edits}
        if not one.settled and len(sources) == 1 and all(map(is_harmless, one.edits)):
            wanted.setdefault(sources.pop(), []).append(one.edits)
    return wanted
