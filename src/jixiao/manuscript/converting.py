"""Older forms of Word's files as .docx: LibreOffice makes it, where the machine has it.

It runs with a profile of its own in a folder that is removed: no macro runs, no link is followed,
no window opens, and an office that the writer has open is left alone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from jixiao.diagnostic import Outcome
from jixiao.manuscript import defects
from jixiao.manuscript.open import LARGEST, refused

#: seconds that a conversion may take; the first start on a slow machine takes ten
_PATIENCE = 120
_PROGRAMS = ("soffice", "libreoffice")
#: where LibreOffice lies that is not on the path
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"%ProgramFiles%\LibreOffice\program\soffice.exe",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
_SAVE_AGAIN = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”再检查"


def office() -> str | None:
    """Return where LibreOffice's program is; None where the machine has none."""
    on_path = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return on_path or next(filter(os.path.isfile, map(os.path.expandvars, _USUAL)), None)


def converted(content: bytes, suffix: str, name: str) -> Outcome[bytes | None]:
    """Return a file as .docx; `suffix` says which form it is in: doc, rtf, odt or xml."""
    program = office()
    if program is None:
        told = "这是旧格式的文件（.doc、.wps、.rtf、.odt），电脑上没有能转换它的 LibreOffice"
        return _unconverted(name, told, _SAVE_AGAIN)
    try:
        with TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as folder:
            made = _convert(program, content, suffix, Path(folder))
    except subprocess.TimeoutExpired:
        return _unconverted(name, f"LibreOffice {_PATIENCE}秒没有转换完", _SAVE_AGAIN)
    except OSError as error:
        return _unconverted(name, f"LibreOffice 运行不了：{error.strerror or error}", _SAVE_AGAIN)
    if made is None:
        hint = f"文件可能加了打开密码，或者损坏了；{_SAVE_AGAIN}"
        return _unconverted(name, "LibreOffice 转换不了这个文件", hint)
    return Outcome(made)


def _unconverted(name: str, message: str, hint: str) -> Outcome[bytes | None]:
    return Outcome(None, refused(name, defects.UNCONVERTED, message, hint).diagnostics)


def _convert(program: str, content: bytes, suffix: str, folder: Path) -> bytes | None:
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    given, made = folder / f"report.{suffix}", folder / "made"
    given.write_bytes(content)
    options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")
    profile = f"-env:UserInstallation={settings.parent.as_uri()}"
    target = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made))
    _run([program, profile, *options, *target, str(given)], folder)
    result = made / "report.docx"
    fits = result.is_file() and result.stat().st_size <= LARGEST
    return result.read_bytes() if fits else None


def _run(command: list[str], folder: Path) -> None:
    """Run the program to its end, or end it with all that it started; raises `TimeoutExpired`."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 -- the program is LibreOffice, the names are our own
        command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        process.wait(_PATIENCE)
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    # `soffice` is a script on most systems: what it started would go on without it.
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
