"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: on any failure the former one stays as it was.

    Raises `OSError` where the folder cannot be written, or, on Windows, the file is open in Word.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _beside(path) as temporary:
            with temporary.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            with contextlib.suppress(FileNotFoundError):
                temporary.chmod(path.stat().st_mode & 0o777)
            temporary.replace(path)
    except OSError as fault:
        fault.filename = str(path)  # the file that was meant, not the one beside it
        raise


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a name in the same folder that is gone afterwards, whatever happened.

    It is short: the file's own name may be as long as a name can be.
    """
    temporary = path.with_name(f".jixiao-{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
