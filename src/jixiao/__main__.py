"""`python -m jixiao` and the `jixiao` command."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the command line and return the exit code."""
    from jixiao.cli import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
