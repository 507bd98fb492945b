"""A source as nodes: read by YAML, with the slips that keep YAML from it mended first."""

from __future__ import annotations

from dataclasses import dataclass

from yaml import YAMLError

from jixiao.content.defects import file as defects
from jixiao.content.reading.compose import Composer, Refused
from jixiao.content.reading.events import Events, parser
from jixiao.content.reading.mended import Reading
from jixiao.content.reading.scan import find_slips, has_odd_indentation
from jixiao.content.reading.slips import Slip, mend
from jixiao.content.reading.syntax import explain
from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.model.document import Node
from jixiao.source import Source


def read(source: Source) -> Outcome[Node | None]:
    """Return the root node of a source, None where it is no YAML; slips are mended, and told."""
    made = _read(Reading.plain(source))
    # A line with odd indentation may well be YAML: the indentation is then part of its key.
    if made.error is None and not has_odd_indentation(source):
        return made.outcome
    slips = find_slips(source, made.error.place.line if made.error else 0)
    return _mended(source, slips) if slips else made.outcome


def _mended(source: Source, slips: tuple[Slip, ...]) -> Outcome[Node | None]:
    """Return what a file reads as once its slips are mended, which are told of in any case."""
    told = tuple(slip.diagnostic for slip in slips)
    if any(slip.mended is None for slip in slips):
        return Outcome(None, told)
    made = _read(mend(source, slips))
    if made.error and made.error.place.line in {slip.place.line for slip in slips}:
        return Outcome(None, told)  # the same cause, told once
    return Outcome(made.root, (*told, *made.outcome.diagnostics))


@dataclass(frozen=True, slots=True)
class _Made:
    """What reading made: the root, the findings on the way, the error that ended it, if any."""

    root: Node | None
    findings: tuple[Diagnostic, ...] = ()
    error: Diagnostic | None = None

    @property
    def outcome(self) -> Outcome[Node | None]:
        """The root with all findings."""
        return Outcome(self.root, (*self.findings, *([self.error] if self.error else [])))


def _read(reading: Reading) -> _Made:
    composer = Composer(Events(reading, parser(reading.text)))
    try:
        root = composer.compose()
    except Refused as refused:
        return _Made(None, (*composer.diagnostics, refused.diagnostic))
    except YAMLError as error:
        return _Made(None, tuple(composer.diagnostics), explain(error, reading))
    return _Made(root, tuple(composer.diagnostics)) if root else _Made(None, (_empty(reading),))


def _empty(reading: Reading) -> Diagnostic:
    place = reading.source.place(0, 0)
    hint = "写上必需的键；暂时没有内容的列表写 []"
    return defects.EMPTY.at(place, f"文件“{reading.source.name}”里没有内容", hint=hint)
