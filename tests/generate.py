"""Write the generated pages of `docs/` again: the content reference and the rules.

Run it after a change to a schema or to a rule's manual; CI fails where it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from jixiao.catalogue import DEFECTS
from jixiao.content.schema.reference import content_reference
from jixiao.export.manual import rules_manual

DOCS = Path(__file__).parents[1] / "docs"


def pages() -> dict[str, str]:
    """Return each generated page by its file name."""
    return {"content.md": content_reference(), "rules.md": rules_manual(DEFECTS)}


if __name__ == "__main__":
    for name, page in pages().items():
        (DOCS / name).write_text(page, encoding="utf-8", newline="\n")
