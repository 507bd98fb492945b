"""Put thousands of broken Word files to the program: python tests/hostile/fuzz.py --count 2000.

No traceback, no hang, nothing written outside the target; the exit code is 1 where there was one.
A file that did it is kept; `--only INDEX` tries it alone. `--from FILE…` breaks those files, such
as Word, WPS or LibreOffice made, in place of our own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty, SimpleQueue

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.hostile.mutations import Breaker
from tests.hostile.trial import Verdict, serve

_WORKERS = 2
#: seconds that a file may take, and that a worker may take to start on a busy machine
_PATIENCE, _START = 10, 120


class _Worker:
    """A process that tries files; a new one takes its place where it hangs or dies."""

    def __init__(self, breaker: Breaker) -> None:
        self._breaker = breaker
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def run(self, index: int) -> Verdict:
        """Return what became of a file."""
        connection = self._connection or self._start()
        connection.send(index)
        try:
            if connection.poll(_PATIENCE):
                verdict: Verdict = connection.recv()
                return verdict
        except EOFError:
            code = self._ended()
            return Verdict(index, "crash", f"the process died: exit code {code}")
        self.end()
        return Verdict(index, "hang", f"no answer within {_PATIENCE} s")

    def _start(self) -> Connection:
        spawn = multiprocessing.get_context("spawn")
        self._connection, other = spawn.Pipe()
        self._process = spawn.Process(target=serve, args=(other, self._breaker), daemon=True)
        self._process.start()
        other.close()
        if not self._connection.poll(_START):
            raise TimeoutError
        self._connection.recv()
        return self._connection

    def _ended(self) -> int | None:
        """Return the exit code of a process that has ended by itself."""
        process = self._process
        if process is not None:
            process.join(_PATIENCE)
        self.end()
        return None if process is None else process.exitcode

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None


def _work(breaker: Breaker, waiting: SimpleQueue[int], done: SimpleQueue[Verdict]) -> None:
    worker = _Worker(breaker)
    try:
        while True:
            done.put(worker.run(waiting.get_nowait()))
    except Empty:
        worker.end()


def verdicts(breaker: Breaker, indexes: range) -> Iterator[Verdict]:
    """Yield what became of each file, as they are done."""
    waiting: SimpleQueue[int] = SimpleQueue()
    done: SimpleQueue[Verdict] = SimpleQueue()
    for one in indexes:
        waiting.put(one)
    for _ in range(_WORKERS):
        threading.Thread(target=_work, args=(breaker, waiting, done), daemon=True).start()
    for _ in indexes:
        yield done.get()


def main() -> int:
    """Run the trials and print what became of the files, counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="INDEX")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--from", type=Path, nargs="+", default=[], dest="sources", metavar="FILE")
    given = parser.parse_args()
    breaker = Breaker(given.seed, given.sources)
    indexes = range(given.count) if given.only is None else range(given.only, given.only + 1)
    told: Counter[str] = Counter()
    faults = 0
    for one in verdicts(breaker, indexes):
        told[one.told] += 1
        if one.fault:
            faults += 1
            given.keep.mkdir(parents=True, exist_ok=True)
            kept = given.keep / f"{given.seed}-{one.index}.docx"
            kept.write_bytes(breaker.file(one.index))
            sys.stdout.write(f"{kept}: {one.fault}\n")
            sys.stdout.flush()
    counts = ", ".join(f"{count} {name}" for name, count in sorted(told.items()))
    sys.stdout.write(f"{told.total()} files, {faults} faults: {counts}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
