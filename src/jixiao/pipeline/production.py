"""A reviewed year in the formats that were asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jixiao.diagnostic import Outcome, in_order
from jixiao.export.text import text
from jixiao.model.review import Review
from jixiao.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Production:
    """What `produce` made: the files' bytes, one a format, or none where rendering failed."""

    review: Review
    products: tuple[bytes, ...]


def produce(workspace: Workspace, reviewed: Review, formats: tuple[str, ...]) -> Production:
    """Return a reviewed year in each format, in order; nothing is written.

    What the Word template does wrong is added to the findings, and then there are no products.
    """
    if reviewed.outline is None:
        return Production(reviewed, ())
    products: list[bytes] = []
    for one in formats:
        made = _make(workspace, reviewed, one)
        if made.diagnostics:
            told = in_order((*reviewed.diagnostics, *made.diagnostics))
            reviewed = replace(reviewed, diagnostics=told)
        if made.value is None:
            return Production(reviewed, ())
        products.append(made.value)
    return Production(reviewed, tuple(products))


def _make(workspace: Workspace, reviewed: Review, form: str) -> Outcome[bytes | None]:
    outline = reviewed.outline
    if outline is None:
        return Outcome(None)
    if form == "txt":
        # A byte order mark lets Notepad and older WPS tell UTF-8 from GBK.
        return Outcome(("\ufeff" + text(outline)).encode())
    from jixiao.word.document import word_file

    return word_file(outline, workspace.template_home(reviewed.template), reviewed.template)
