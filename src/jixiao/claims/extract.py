"""An outline's prose as content: accounts, projects, facts and the equations it states."""

from __future__ import annotations

from jixiao.claims.year import report_year
from jixiao.model.content import Accounts, Content, Signature, Unit
from jixiao.model.outline import Outline
from jixiao.source import Source, Text


def extract(outline: Outline, source: Source) -> Content:
    """Return what a report claims; what is not understood is left out, never guessed."""
    name = outline.signature or Text.typed(source, 0, 0)
    return Content(
        year=report_year(outline),
        unit=Unit(name, None, None, None, ()),
        accounts=Accounts(),
        facts=(),
        constraints=(),
        sections=(),
        project_sections=(),
        passages=(),
        signature=Signature(outline.signature, outline.date),
        settlements=(),
        sources=(source,),
    )
