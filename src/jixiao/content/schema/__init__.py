"""The shape of each content file: one cerberus schema, checked, and told to editors."""

from __future__ import annotations

from jixiao.content.schema.check import check_shape
from jixiao.content.schema.editor import json_schema
from jixiao.content.schema.files import ROOTS

#: the files that have a schema, by their names without `.yaml`
FILES: tuple[str, ...] = tuple(ROOTS)

__all__ = ["FILES", "check_shape", "json_schema"]
