"""What the command line says of itself: verbs, arguments, and argparse's words in Chinese."""

from __future__ import annotations

import datetime
import errno
import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable

#: the forms that findings are told in
FORMS = ("text", "json", "sarif", "github", "html", "docx")
SUMMARY = "一年的事实写在 YAML 里，校验、核对，生成部门整体支出绩效自评报告（Word）。"


def year(text: str) -> int:
    """Return a year given on the command line; anything but four digits is refused."""
    if not re.fullmatch(r"[12][0-9]{3}", text, re.ASCII):
        raise ArgumentTypeError(f"年度应是四位数字，如 2023，而不是“{text}”")
    return int(text)


def day(text: str) -> datetime.date:
    """Return a day given on the command line; anything but year, month and day is refused."""
    found = re.fullmatch(r"([0-9]{4})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})日?", text, re.ASCII)
    try:
        if found:
            return datetime.date(*map(int, found.groups()))
    except ValueError:
        pass  # the 30th of February: told like anything else that is no day
    raise ArgumentTypeError(f"日期应写成 2024-05-10 或 2024年5月10日，而不是“{text}”")


def _year(command: ArgumentParser) -> None:
    command.add_argument("year", nargs="?", type=year, metavar="年度", help="默认是最新的一年")


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats of a comma-separated list, each once."""
    wanted = tuple(dict.fromkeys(text.replace("，", ",").split(",")))
    for one in wanted:
        if one not in {"docx", "txt"}:
            raise ArgumentTypeError(f"不认识的格式“{one}”，可用 docx、txt，几种之间用逗号隔开")
    return wanted


def _init(command: ArgumentParser) -> None:
    command.add_argument("target", metavar="目录", help="新工作区的文件夹（不存在就新建）")
    command.add_argument("--year", type=year, metavar="年度", help="内容的年度（默认是去年）")


def _check(command: ArgumentParser) -> None:
    _year(command)
    _findings(command)
    _mending(command)


def _audit(command: ArgumentParser) -> None:
    command.add_argument(
        "files",
        nargs="+",
        metavar="文件",
        help="报告：Word、WPS、文本、网页文件，或放着它们的文件夹，可以几个；- 是标准输入",
    )
    _findings(command)
    _mending(command)
    command.add_argument("--settled", metavar="文件", help="已经看过的问题和理由，写法同 核实.yaml")
    command.add_argument(
        "--annotate",
        metavar="文件",
        help="另存一份 Word 文件，每个问题是一条批注，原文一字不动；只用于一个 .docx",
    )
    command.add_argument(
        "--date",
        type=day,
        metavar="日期",
        help="批注的日期，如 2024-05-10；不写就用原文件最后修改的日期",
    )


def _mending(command: ArgumentParser) -> None:
    command.add_argument(
        "--fix", action="store_true", help="改好不影响意思的标点、空格和编号，数和字不动"
    )
    command.add_argument(
        "--diff", action="store_true", help="只看 --fix 会改什么，不写文件；和 --fix 一起写，也只看"
    )


def _codes(text: str) -> tuple[str, ...]:
    """Return the codes of a list, in capitals; a comma or an enumeration comma is between them."""
    codes = tuple(one.strip().upper() for one in re.split("[,，、]", text))
    if not all(codes):
        raise ArgumentTypeError(f"“{text}”里有一个编号是空的，应写成 W,N103")
    return codes


def _findings(command: ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=FORMS,
        help="结果的形式，默认 text；github 是合并请求里的批注，html、docx 是审核意见",
    )
    command.add_argument("-o", dest="output", metavar="文件", help="把结果写到这个文件")
    for option, told in (("--select", "只看这些规则"), ("--ignore", "不看这些规则")):
        command.add_argument(
            option,
            action="extend",
            type=_codes,
            metavar="编号",
            help=f"{told}：编号、编号的开头或一族的字母，如 W,N103",
        )
    command.add_argument("--strict", action="store_true", help="有“应改”也算不通过")


def _import(command: ArgumentParser) -> None:
    command.add_argument("file", metavar="文件", help="往年的报告：Word、WPS、文本、网页")
    command.add_argument("year", type=year, metavar="年度", help="报告说的是哪一年，如 2023")
    command.add_argument(
        "--unit", default="", metavar="全称", help="单位全称；不写就从报告里认，或取 单位.yaml 的"
    )
    command.add_argument(
        "--force", action="store_true", help="这一年已经有内容也导入；原来的改名保留"
    )


def _build(command: ArgumentParser) -> None:
    _year(command)
    command.add_argument(
        "--format",
        type=_formats,
        default=("docx",),
        metavar="格式",
        help="docx、txt，或两样（docx,txt）；默认 docx",
    )
    command.add_argument("-o", dest="output", metavar="路径", help="写到这个文件或文件夹")
    command.add_argument("--force", action="store_true", help="有“必改”也照样生成")


def _explain(command: ArgumentParser) -> None:
    command.add_argument(
        "code",
        nargs="?",
        metavar="编号",
        help="如 B102；一族的字母（B）或编号的开头（B1）列出那些，不写就列出全部",
    )


def _schema(command: ArgumentParser) -> None:
    command.add_argument("file", nargs="?", metavar="文件", help="如 事实；不写就打印全部")
    command.add_argument("-o", dest="output", metavar="文件夹", help="每个文件的 schema 写到这里")


def _completion(command: ArgumentParser) -> None:
    command.add_argument("shell", choices=("bash", "zsh", "fish", "powershell"), metavar="shell")


#: every verb: its line in the list, and the function that describes its arguments
VERBS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "init": ("建一个新的工作区，里面的样例马上可以生成报告", _init),
    "check": ("检查一年的内容，列出全部问题", _check),
    "audit": ("检查别处写成的报告（Word、文本、网页、文件夹），列出全部问题", _audit),
    "import": ("把往年的报告变成一年的内容：数、账、文字各归各位", _import),
    "build": ("检查以后生成报告，放在 build/年度/ 下", _build),
    "explain": ("解释一条规则：为什么、反例、正例、依据", _explain),
    "schema": ("打印 YAML 的 JSON Schema，供编辑器补全和提示", _schema),
    "completion": ("打印命令补全的脚本（bash、zsh、fish、powershell）", _completion),
}


def module(verb: str) -> str:
    """Return the module of `commands` that runs a verb; `import` is a word of Python's own."""
    return "ingest" if verb == "import" else verb


_HELP_WORDS = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
)

_ERROR_FORMS = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (\S+): expected one argument", r"\1 后面要有一个值"),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"\1 不能是“\2”，可选：\3"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 后面不带值：\2"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 说的是哪一个？\2"),
    (r"argument (\S+): (.+)", r"\1：\2"),
)


def translate_help(page: str) -> str:
    """Return argparse's help page with its few English words in Chinese."""
    for english, chinese in _HELP_WORDS:
        page = page.replace(english, chinese, 1)
    return page


def translate_error(message: str) -> str:
    """Return argparse's complaint in Chinese; one it is not known to make is left as it is."""
    for form, chinese in _ERROR_FORMS:
        if re.fullmatch(form, message, re.DOTALL):
            return re.sub(form, chinese, message, count=1, flags=re.DOTALL).replace("'", "")
    return message


_REASONS = {
    errno.EACCES: "没有权限读写",
    errno.EPERM: "没有权限读写",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是一个文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.EFBIG: "文件太大，超过了系统许可的大小",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "文件正被别的程序占用（在 Word 里打开着？关掉再试）",
}


def reason(fault: OSError) -> str:
    """Return in Chinese why the system would not read or write a file."""
    return _REASONS.get(fault.errno or 0, f"系统不让读写（{fault.strerror or fault}）")
