"""`jixiao completion`: the script that makes a shell complete jixiao's commands."""

from __future__ import annotations

from argparse import Namespace

from argcomplete.shell_integration import shellcode

from jixiao import console


def run(arguments: Namespace) -> int:
    """Print the script of a shell."""
    console.standard().say(shellcode(["jixiao"], shell=arguments.shell))
    return 0
