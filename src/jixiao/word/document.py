"""The Word file of an outline, by the template that lies beside its `outline.yaml`."""

from __future__ import annotations

from pathlib import Path

from jixiao.diagnostic import Outcome
from jixiao.model.outline import Outline
from jixiao.word.looks.template import FILE, take
from jixiao.word.render import render


def word_file(outline: Outline, home: Path, template: str) -> Outcome[bytes | None]:
    """Return the Word file by the template of a name below `home`/templates."""
    name = f"templates/{template}/{FILE}"
    taken = take(home, name)
    if taken.value is None:
        return Outcome(None, taken.diagnostics)
    return render(outline, taken.value, name)
