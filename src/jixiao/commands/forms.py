"""The forms of a result: what each is made by, what its file is called, where it goes.

A form's module is imported when the form is asked for: `check` in text loads none of them.
"""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from jixiao import __version__, console
from jixiao.console import Console
from jixiao.diagnostic import Defect, Diagnostic
from jixiao.disk import write_file
from jixiao.model.examined import Examined
from jixiao.workspace import DEFAULT_TEMPLATE, EnvironmentFault, own_home

Files = tuple[Examined, ...]


def _text(files: Files) -> bytes:
    stream = io.StringIO()
    _report(Console(stream, colour=False), files)
    return stream.getvalue().encode("utf-8", "backslashreplace")


def _json(files: Files) -> bytes:
    from jixiao.export.findings import as_json

    return _line(as_json(_all(files)))


def _sarif(files: Files) -> bytes:
    from jixiao.export.sarif import as_sarif

    return _line(as_sarif(_all(files), _manuals(), __version__))


def _github(files: Files) -> bytes:
    from jixiao.export.github import as_github

    return as_github(_all(files)).encode("utf-8", "backslashreplace")


def _html(files: Files) -> bytes:
    from jixiao.export.html import as_html
    from jixiao.export.opinion import opinion

    return as_html(opinion(files, _manuals())).encode()


def _docx(files: Files) -> bytes:
    from jixiao.export.opinion import opinion
    from jixiao.word.opinion import opinion_file

    made = opinion_file(opinion(files, _manuals()), own_home(), DEFAULT_TEMPLATE)
    if made.value is None:
        raise EnvironmentFault("；".join(one.message for one in made.diagnostics))
    return made.value


#: every form that findings are told in; their names are `usage.FORMS`
FORMS: Mapping[str, Callable[[Files], bytes]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "html": _html,
    "docx": _docx,
}
#: the forms that a file's name may ask for; any other name takes any form
_SUFFIXES = {
    ".json": ("json", "sarif"),
    ".sarif": ("sarif",),
    ".html": ("html",),
    ".htm": ("html",),
    ".docx": ("docx",),
}


def present(files: Files, arguments: Namespace) -> None:
    """Tell the findings in the form asked for, on standard output or in the file that -o names."""
    form = _form(arguments)
    if arguments.output:
        _save(Path(arguments.output), FORMS[form](files), files)
    elif form == "text":
        _report(console.standard(), files)
    elif form == "docx" and sys.stdout.isatty():
        raise EnvironmentFault("docx 不能显示在屏幕上；用 -o 审核意见.docx 写到文件里")
    else:
        sys.stdout.buffer.write(FORMS[form](files))


def aside(arguments: Namespace) -> Console:
    """Return where a word on what was done is in nobody's way: a form has its stream for itself."""
    is_text = arguments.format in {None, "text"} and not arguments.output
    return console.standard() if is_text else console.errors()


def _form(arguments: Namespace) -> str:
    """Return the form asked for; where none is, the one that the file's name asks for."""
    suffix = Path(arguments.output or "").suffix.lower()
    fitting = _SUFFIXES.get(suffix, ())
    form: str = arguments.format or next(iter(fitting), "text")
    if (fitting and form not in fitting) or (form == "docx" and suffix not in {"", ".docx"}):
        raise EnvironmentFault(
            f"-o 指的是一个 {suffix} 文件，而要写的是 {form}；改用一致的 --format 或文件名"
        )
    return form


def _save(path: Path, content: bytes, files: Files) -> None:
    if path.is_dir():
        raise EnvironmentFault(f"-o 要指到一个文件，而 {path} 是文件夹")
    if any(_is_same(path, one.name) for one in files):
        raise EnvironmentFault(f"-o 指的 {path} 就是要检查的文件，没有动它；换一个文件名")
    write_file(path, content)
    talk = console.standard()
    talk.say(f"{path}（{len(content) / 1000:.1f} kB）")
    talk.say(console.tally(_all(files)))


def _is_same(path: Path, name: str) -> bool:
    return path.exists() and Path(name).exists() and path.samefile(name)


def _report(talk: Console, files: Files) -> None:
    talk.report([(one.name, one.findings) for one in files])


def _all(files: Files) -> tuple[Diagnostic, ...]:
    return tuple(one for file in files for one in file.findings)


def _manuals() -> Mapping[str, Defect]:
    from jixiao.catalogue import DEFECTS

    return {one.code: one for one in DEFECTS}


def _line(text: str) -> bytes:
    r"""Return JSON's bytes; what a file name may hold that UTF-8 cannot is left as `\udcff`."""
    return (text + "\n").encode("utf-8", "backslashreplace")
