"""The command line: the arguments, the exit codes, and nothing a command does itself.

Exit codes: 0 clean, 1 findings that stop, 2 wrong usage or environment, 3 a bug in jixiao,
130 interrupted.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import jixiao
from jixiao import console, usage
from jixiao.workspace import EnvironmentFault

CLEAN, STOPPED, MISUSED, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def format_usage(self) -> str:
        """Return the usage line with a Chinese lead."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """Return the help page with Chinese headings."""
        return usage.translate_help(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the arguments, and end with exit code 2."""
        talk = console.errors()
        talk.say(f"{self.prog}：{usage.translate_error(message)}")
        talk.say(self.format_usage().rstrip())
        raise SystemExit(MISUSED)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    root = Parser(prog="jixiao", description=jixiao.__doc__ and usage.SUMMARY, add_help=False)
    _help(root)
    root.add_argument("--version", action="version", version=jixiao.__version__, help="打印版本号")
    root.add_argument(
        "-C",
        dest="folder",
        metavar="目录",
        default=".",
        help="工作区所在的文件夹（默认是当前文件夹）",
    )
    verbs = root.add_subparsers(dest="verb", metavar="命令", parser_class=Parser, required=True)
    for verb, (line, describe) in usage.VERBS.items():
        command = verbs.add_parser(verb, help=line, description=line, add_help=False)
        _help(command)
        describe(command)
    return root


def _help(command: argparse.ArgumentParser) -> None:
    command.add_argument("-h", "--help", action="help", help="打印这份说明")


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; no traceback reaches the writer."""
    root = parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks for completions, it does not run a command
        import argcomplete

        argcomplete.autocomplete(root)
    try:
        arguments = root.parse_args(argv)
        command = importlib.import_module(f"jixiao.commands.{usage.module(arguments.verb)}")
        code: int = command.run(arguments)
        sys.stdout.flush()
    except EnvironmentFault as fault:
        console.errors().say(f"jixiao：{fault}")
        return MISUSED
    except OSError as fault:
        return _environment(fault)
    except KeyboardInterrupt:
        console.errors().say("jixiao：已中断，原来的文件没有动")
        return INTERRUPTED
    except Exception:  # noqa: BLE001 a bug: the writer gets one line, the traceback goes to a file
        from jixiao.crash import record

        console.errors().say(
            f"jixiao：程序出错了，这不是您的错。详情已写入 {record()}，请把它发给我们"
        )
        return BROKEN
    return code


def _environment(fault: OSError) -> int:
    """Tell of a file that the system would not read or write, and return the exit code."""
    if isinstance(fault, BrokenPipeError):
        # The reader of our output went away (`| head`): nothing is wrong, and nothing to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    name = fault.filename or ""
    console.errors().say(f"jixiao：{usage.reason(fault)}：{name}")
    return MISUSED
