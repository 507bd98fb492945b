"""The record of a bug: its traceback in a file that the writer can send."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from pathlib import Path

import jixiao


def record() -> Path:
    """Write the traceback of the exception being handled to a new file, and return its path."""
    handle, name = tempfile.mkstemp(prefix="jixiao-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(f"jixiao {jixiao.__version__}, Python {platform.python_version()}, ")
        log.write(f"{platform.platform()}\n\n{traceback.format_exc()}")
    return Path(name)
