"""`jixiao schema`: JSON Schema of the YAML files, so that editors complete the Chinese keys."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from jixiao import console
from jixiao.content.schema import FILES, json_schema
from jixiao.disk import write_file
from jixiao.workspace import EnvironmentFault


def run(arguments: Namespace) -> int:
    """Print one file's schema, or all by file; with -o write each to a folder."""
    names = _names(arguments.file)
    talk = console.standard()
    if arguments.output:
        for name in names:
            path = Path(arguments.output) / f"{name}.json"
            write_file(path, (_dump(json_schema(name)) + "\n").encode())
            talk.say(str(path))
    elif arguments.file:
        talk.say(_dump(json_schema(names[0])))
    else:
        talk.say(_dump({name: json_schema(name) for name in names}))
    return 0


def _names(wanted: str | None) -> tuple[str, ...]:
    if wanted is None:
        return FILES
    name = wanted.removesuffix(".yaml").removesuffix(".yml")
    if name not in FILES:
        raise EnvironmentFault(f"没有“{wanted}”这种文件；可选：{'、'.join(FILES)}")
    return (name,)


def _dump(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2)
