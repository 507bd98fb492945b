"""审核意见 as one page: nothing in it is fetched or run, and it prints on A4."""

from __future__ import annotations

import hashlib
from base64 import b64encode

from jinja2 import Environment, PackageLoader, StrictUndefined

from jixiao.model.opinion import Opinion

_PAGE, _STYLE = "opinion.html.jinja", "opinion.css"


def as_html(opinion: Opinion) -> str:
    """Return the page; its policy lets a browser apply the page's own style and nothing else."""
    pages = Environment(
        loader=PackageLoader("jixiao.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = pages.get_template(_STYLE).render()
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return pages.get_template(_PAGE).render(opinion=opinion, style=style, digest=digest)
