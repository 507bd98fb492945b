"""`jixiao init`: a new workspace that builds at once."""

from __future__ import annotations

import datetime
import json
import shutil
import tempfile
from argparse import Namespace
from pathlib import Path

from jixiao import console
from jixiao.content.schema import FILES, json_schema
from jixiao.workspace import DEFAULT_TEMPLATE, OUTLINE_FILE, EnvironmentFault, own_home

#: where the editor finds the schema of each file, relative to the workspace
SCHEMA_FOLDER = ".vscode/jixiao"
#: the part of a template folder that a new workspace's content is copied from
SAMPLE = "样例"


def run(arguments: Namespace) -> int:
    """Lay out the folder; raises `EnvironmentFault` where it has content or templates already."""
    target = Path(arguments.target)
    for taken in (target / "content", target / "templates"):
        if taken.exists():
            raise EnvironmentFault(f"{taken} 已经有了，没有动它；换一个新的文件夹")
    year = arguments.year or datetime.datetime.now(tz=datetime.UTC).year - 1
    target.mkdir(parents=True, exist_ok=True)
    # Laid out beside its place first: a failure half way leaves nothing behind.
    with tempfile.TemporaryDirectory(dir=target, prefix=".jixiao-") as draft:
        _lay_out(Path(draft), year)
        left = _move(Path(draft), target)
    talk = console.standard()
    talk.say(f"已建好 {target}：content 是内容，templates 是大纲和版式")
    for path in left:
        talk.say(f"原来就有 {path}，没有动它")
    talk.say(f"接下来：jixiao -C {target} build")
    return 0


def _move(draft: Path, target: Path) -> tuple[Path, ...]:
    """Move what was laid out to its place, and return what was there already and stays."""
    left = []
    for made in sorted(draft.iterdir()):
        place = target / made.name
        if place.exists():
            left.append(place)
        else:
            made.rename(place)
    return tuple(left)


def _lay_out(target: Path, year: int) -> None:
    home = own_home() / "templates" / DEFAULT_TEMPLATE
    folder = target / "content" / str(year)
    folder.mkdir(parents=True)
    for file in sorted((home / SAMPLE).glob("*.yaml")):
        place = target / "content" if file.stem == "单位" else folder
        shutil.copyfile(file, place / file.name)
    template = target / "templates" / DEFAULT_TEMPLATE
    template.mkdir(parents=True)
    for name in ("outline.yaml", "report.docx"):
        shutil.copyfile(home / name, template / name)
    _write(target / ".gitignore", "/build/\n~$*\n")
    bind_editor(target)


def bind_editor(target: Path) -> None:
    """Write the schemas and the editor's settings that bind each to its files."""
    (target / SCHEMA_FOLDER).mkdir(parents=True, exist_ok=True)
    for name in FILES:
        _write(target / SCHEMA_FOLDER / f"{name}.json", _json(json_schema(name)))
    bindings = {f"./{SCHEMA_FOLDER}/{name}.json": _patterns(name) for name in FILES}
    settings = {
        "yaml.schemas": bindings,
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    }
    _write(target / ".vscode" / "settings.json", _json(settings))
    recommended = {"recommendations": ["redhat.vscode-yaml"]}
    _write(target / ".vscode" / "extensions.json", _json(recommended))


def _patterns(name: str) -> list[str]:
    """Return the files that a schema is for, as the editor's YAML extension matches them."""
    if name in {"单位", "错别字"}:
        return [f"content/{name}.yaml"]
    if name == "outline":
        return ["templates/*/outline.yaml", f"content/*/{OUTLINE_FILE}"]
    return [f"content/*/{name}.yaml"]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
