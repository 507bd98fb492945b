"""Files and folders written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType


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


def write_folder(
    path: Path, files: Mapping[str, bytes], new: Mapping[Path, bytes] = MappingProxyType({})
) -> Path | None:
    """Write a folder of files whole or not at all; return where a former one is kept, if any.

    The former one gets another name beside it, and its own again where anything fails. `new` are
    files elsewhere that are not there yet, and come with the folder or not at all.
    """
    draft = path.with_name(f".jixiao-{secrets.token_hex(8)}")
    kept: Path | None = None
    try:
        for name, content in files.items():
            write_file(draft / name, content)
        for place, content in new.items():
            write_file(place, content)
        kept = _put_aside(path) if path.exists() else None
        draft.rename(path)
    except BaseException:
        if kept and not path.exists():
            kept.rename(path)
        for place in new:
            place.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return kept


def _put_aside(path: Path) -> Path:
    """Give a folder a name that tells it is the former one, and return it."""
    number = 1
    while (kept := path.with_name(f"{path.name}（原来的{number}）")).exists():
        number += 1
    path.rename(kept)
    return kept


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
