"""One broken file put to the program: what it says of it, and what it must not do."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import tempfile
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tests.hostile.mutations import Breaker
from tests.hostile.watch import Watch, outside

from jixiao.cli import main
from jixiao.manuscript import converting
from jixiao.pipeline.audit import audit_bytes
from jixiao.pipeline.opening import open_manuscript

#: of how many files one is imported too, and one annotated
IMPORTED, ANNOTATED = 4, 2
#: bytes of address space that a trial may take, where the system can hold it to that
_MOST_MEMORY = 3_000_000_000
_REFUSED, _CODES = 2, {0, 1, 2}
_COMPLETE = {"2022", "单位.yaml"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file: `read` or the code it was refused by, and what was wrong with that."""

    index: int
    told: str
    fault: str = ""


class Trial:
    """Tries the files of a seed in a folder of its own."""

    def __init__(self, breaker: Breaker, folder: Path, watch: Watch) -> None:
        self._breaker = breaker
        self._folder = folder
        self._watch = watch

    def run(self, index: int) -> Verdict:
        """Audit the file of an index, import each fourth and annotate each second."""
        content = self._breaker.file(index)
        home = self._folder / "home"
        home.mkdir()
        try:
            with self._watch.kept() as seen:
                reviewed = audit_bytes(content, "报告.docx")
                fault = "" if index % IMPORTED else self._imported(content, home)
                if not fault and index % ANNOTATED == 0:
                    fault = self._annotated(content, home)
            strayed = outside(seen, home)
            fault = fault or (f"written outside: {strayed}" if strayed else "")
            told = "read" if reviewed.outline else reviewed.diagnostics[0].code
        except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
            told, fault = "crash", traceback.format_exc()
        finally:
            shutil.rmtree(home)
        return Verdict(index, told, fault)

    def _imported(self, content: bytes, home: Path) -> str:
        """Import a file into an empty folder; return what is wrong with what is there then."""
        path = home / "报告.docx"
        path.write_bytes(content)
        arguments = ["-C", str(home), "import", str(path), "2022", "--unit", "青河市档案馆"]
        code, fault = _run(arguments)
        written = {one.name for one in (home / "content").glob("*")}
        is_whole = written == (set() if code == _REFUSED else _COMPLETE)
        return fault or ("" if is_whole else f"half written: exit {code}, {sorted(written)}")

    def _annotated(self, content: bytes, home: Path) -> str:
        """Annotate a file; return what is wrong with the copy: it has other words, it is none."""
        path, copy = home / "报告.docx", home / "批注.docx"
        path.write_bytes(content)
        code, fault = _run(["audit", str(path), "--annotate", str(copy)])
        before = open_manuscript(content, path.name).value
        if fault or not copy.exists():
            return fault or ("" if before is None else f"no copy: exit {code}")
        after = open_manuscript(copy.read_bytes(), path.name)
        if before is None or after.value is None:
            return f"a copy of what is not read, or one that is not read: {after.diagnostics}"
        same = before.source.content == after.value.source.content
        return "" if same else "the copy has other words"


def _run(arguments: list[str]) -> tuple[int, str]:
    """Run a command; return its exit code, and the crash where it is one."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(arguments)
    if code in _CODES:
        return code, ""
    logs = sorted(Path(tempfile.gettempdir()).glob("jixiao-*.log"), key=_age)
    return code, "\n".join((said.getvalue(), *(one.read_text() for one in logs[-1:])))


def _age(path: Path) -> float:
    return path.stat().st_mtime


def serve(connection: Connection, breaker: Breaker) -> None:
    """Try each file whose index is sent, and send back its verdict; None ends it."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tempfile.tempdir = name
        os.environ["PATH"] = name
        converting._USUAL = ()
        trial = Trial(breaker, folder, Watch())
        connection.send(None)
        while (index := connection.recv()) is not None:
            connection.send(trial.run(index))
