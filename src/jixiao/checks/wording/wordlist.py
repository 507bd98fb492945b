"""The list of wrong words that jixiao comes with: a table beside the code."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jixiao.language.lexicon import Lexicon, parse


@cache
def own_lexicon() -> Lexicon:
    """Return the wrong words of official writing, read once."""
    table = (
        resources.files("jixiao.checks.wording").joinpath("typos.tsv").read_text(encoding="utf-8")
    )
    return Lexicon(tuple(parse(table)))
