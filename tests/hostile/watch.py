"""What a program does to the file system, as Python's audit events tell."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: events with the places of the paths that they change
_EVENTS = {
    "os.mkdir": (0,),
    "os.rename": (0, 1),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.link": (1,),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "shutil.move": (0, 1),
}
#: what is called for whoever else is reached
_REACHING = {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"}


class Watch:
    """A hook that, once set, stays for the life of the process; it tells while it is asked to."""

    def __init__(self) -> None:
        self._seen: list[str] | None = None
        sys.addaudithook(self._hear)

    @contextmanager
    def kept(self) -> Iterator[list[str]]:
        """Give the paths that are changed, and what else is reached, until the block ends."""
        self._seen = []
        try:
            yield self._seen
        finally:
            self._seen = None

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        seen = self._seen
        if seen is None:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _CHANGING and isinstance(path, str | bytes):
                seen.append(os.fsdecode(path))
        elif event in _EVENTS:
            seen.extend(str(arguments[at]) for at in _EVENTS[event])
        elif event in _REACHING:
            seen.append(f"{event} {arguments[:2]}")


def outside(seen: list[str], folder: Path) -> list[str]:
    """Return what was done anywhere but in a folder; relative names are taken from it.

    Python keeps what it compiles of a module when that is first imported: that is its own doing.
    """
    home = folder.resolve()
    own = (one for one in seen if one != os.devnull and "__pycache__" not in Path(one).parts)
    return [one for one in own if not (home / one).resolve().is_relative_to(home)]
