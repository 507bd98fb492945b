"""The house rules that a machine can see: who imports whom, who touches files, how big a room is.

The table of imports is `docs/architecture.md` in a form that fails.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "jixiao"

GROUND = ("source", "diagnostic", "manual", "encoding", "excerpt", "language")
MODEL = (*GROUND, "model")

#: what each room may import, besides itself; a room is a module or folder right below jixiao
ALLOWED: dict[str, tuple[str, ...]] = {
    "source": (),
    "language": (),
    "diagnostic": ("source",),
    "manual": ("diagnostic",),
    "encoding": (),
    "excerpt": ("source",),
    "model": GROUND,
    "content": MODEL,
    "manuscript": MODEL,
    "claims": MODEL,
    "report": MODEL,
    "checks": MODEL,
    "mend": (*MODEL, "disk"),
    "ingest": MODEL,
    "word": MODEL,
    "export": MODEL,
    "disk": (),
    "workspace": (),
    "console": ("source", "diagnostic", "excerpt"),
    "crash": ("__init__",),
    "usage": (),
    "catalogue": ("diagnostic", "content", "manuscript", "report", "checks", "word"),
    "pipeline": (
        *MODEL,
        "content",
        "manuscript",
        "claims",
        "report",
        "checks",
        "mend",
        "ingest",
        "word",
        "export",
        "workspace",
        "catalogue",
    ),
    "commands": (
        "__init__",
        *MODEL,
        "content",
        "manuscript",
        "mend",
        "ingest",
        "word",
        "export",
        "disk",
        "workspace",
        "console",
        "catalogue",
        "pipeline",
    ),
    "cli": ("__init__", "console", "usage", "workspace", "crash", "commands"),
    "__main__": ("cli",),
    "__init__": (),
}

#: the modules that may read or write files
FILE_MODULES = {
    "checks.wording.wordlist",
    "manuscript.open",
    "manuscript.folder",
    "manuscript.converting",
    "content.load",
    "word.looks.template",
    "mend.file",
    "disk",
    "workspace",
    "crash",
    "commands.init",
}
FILE_CALLS = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "unlink",
    "mkdir",
    "mkstemp",
    "replace_file",
    "copyfile",
    "iterdir",
    "glob",
    "rglob",
    "rename",
}

BANNED = {
    "utils",
    "util",
    "helpers",
    "common",
    "misc",
    "base",
    "core",
    "manager",
    "handler",
    "processor",
    "service",
    "info",
    "data",
    "obj",
    "ctx",
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCES.rglob("*.py")):
        parts = path.relative_to(SOURCES).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__") or "__init__", path


MODULES = dict(modules())


def tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def imported(name: str) -> Iterator[str]:
    """Yield the modules of jixiao that a module names in its imports, wherever they stand."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "jixiao":
            below = (node.module or "").split(".")[1:]
            for one in node.names:
                submodule = ".".join([*below, one.name])
                yield submodule if submodule in MODULES else ".".join(below) or "__init__"
        elif isinstance(node, ast.Import):
            for one in node.names:
                first, *below = one.name.split(".")
                if first == "jixiao":
                    yield ".".join(below) or "__init__"


@pytest.mark.parametrize("name", MODULES)
def test_a_room_imports_only_what_the_table_allows(name):
    room = name.split(".")[0]
    allowed = {room, *ALLOWED[room]}

    foreign = sorted({one for one in imported(name) if one.split(".")[0] not in allowed})

    assert foreign == []


#: the rooms of `checks` that hold rules: each may import itself, and what they all share
FAMILIES = {
    "consistency",
    "format",
    "money",
    "numbering",
    "performance",
    "tables",
    "wording",
    "years",
}


@pytest.mark.parametrize("name", [one for one in MODULES if one.startswith("checks.")])
def test_a_family_of_rules_imports_no_other_family(name):
    own = name.split(".")[1]
    rooms = {one.split(".")[1] for one in imported(name) if one.startswith("checks.")}

    assert name == "checks.catalogue" or not rooms & FAMILIES - {own}


def test_every_folder_of_checks_is_a_family_or_shared():
    folders = {
        name.split(".")[1]
        for name in MODULES
        if name.count(".") == 2 and name.startswith("checks.")
    }

    assert folders == FAMILIES | {"enumeration", "settlement"}


def test_no_module_imports_itself_in_a_circle():
    known = {name: {one for one in imported(name) if one in MODULES} for name in MODULES}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path, name))
        if name not in done:
            for one in sorted(known[name]):
                visit(one, (*path, name))
            done.add(name)

    for name in known:
        visit(name, ())
    assert done == set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_only_the_edges_touch_files(name):
    calls = {called(node) for node in ast.walk(tree(name)) if isinstance(node, ast.Call)}

    assert name in FILE_MODULES or not calls & FILE_CALLS, sorted(calls & FILE_CALLS)


def called(call: ast.Call) -> str:
    """Return the name that is called; `os.open` is for descriptors, not for files."""
    if isinstance(call.func, ast.Attribute):
        return "" if getattr(call.func.value, "id", "") == "os" else call.func.attr
    return getattr(call.func, "id", "")


@pytest.mark.parametrize("name", MODULES)
def test_a_module_has_at_most_300_lines(name):
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", MODULES)
def test_a_function_has_at_most_40_lines_without_its_docstring(name):
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            size = body[-1].end_lineno - body[0].lineno + 1 if body else 0
            assert size <= 40, f"{node.name} has {size} lines"


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_documented_and_no_module_has_a_name_that_says_nothing(name):
    module = tree(name)
    nested = {
        inner
        for outer in ast.walk(module)
        if isinstance(outer, ast.FunctionDef)
        for inner in ast.walk(outer)
        if inner is not outer
    }

    assert not set(name.split(".")) & BANNED
    assert ast.get_docstring(module)
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert node in nested or ast.get_docstring(node), f"{name}.{node.name}"


def test_every_room_of_the_table_exists():
    assert {name.split(".")[0] for name in MODULES} == set(ALLOWED)
