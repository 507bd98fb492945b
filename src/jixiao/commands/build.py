"""`jixiao build`: check a year's content, then write the report."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from jixiao import console
from jixiao.console import Console
from jixiao.diagnostic import Diagnostic, Severity
from jixiao.disk import write_file
from jixiao.model.outline import Outline
from jixiao.pipeline.production import produce
from jixiao.pipeline.year import review
from jixiao.workspace import EnvironmentFault, Workspace


def run(arguments: Namespace) -> int:
    """Write the report in each format asked; 1 where a finding stops the build."""
    workspace = Workspace.find(Path(arguments.folder))
    year = workspace.year(arguments.year)
    reviewed = review(workspace, year)
    talk = console.standard()
    products: tuple[bytes, ...] = ()
    if reviewed.outline and (arguments.force or not reviewed.stops):
        made = produce(workspace, reviewed, arguments.format)
        reviewed, products = made.review, made.products
    _tell(talk, reviewed.diagnostics)
    if not products or reviewed.outline is None:
        talk.say(f"没有生成报告：{console.tally(reviewed.diagnostics)}")
        return 1
    if reviewed.stops:
        talk.say(talk.paint("注意：有“必改”没有改，是按 --force 生成的，不能上报", "1;31"))
    paths = _paths(arguments, workspace.build_folder(year), reviewed.outline)
    for path, product in zip(paths, products, strict=True):
        write_file(path, product)
        talk.say(f"{path}（{len(product) / 1000:.1f} kB）")
    talk.say(console.tally(reviewed.diagnostics))
    return 0


def _tell(talk: Console, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Show what has to be mended in full, and what is only asked in a line each."""
    for one in diagnostics:
        if one.settled or one.severity is Severity.QUESTION:
            talk.brief(one)
        else:
            talk.show(one)


def _paths(arguments: Namespace, folder: Path, outline: Outline) -> tuple[Path, ...]:
    """Return where each format goes: the file that -o names, or the usual name in a folder."""
    formats: tuple[str, ...] = arguments.format
    output = Path(arguments.output) if arguments.output else folder
    if arguments.output and output.suffix.lower() in {".docx", ".txt"} and not output.is_dir():
        if [output.suffix.lower()] != [f".{one}" for one in formats]:
            raise EnvironmentFault(
                f"-o 指的是一个 {output.suffix} 文件，而要生成的是 {'、'.join(formats)}；"
                "改用一致的 --format，或让 -o 指向文件夹"
            )
        return (output,)
    return tuple(output / f"{_file_name(outline)}.{one}" for one in formats)


def _file_name(outline: Outline) -> str:
    """Return the title as a file name, without what Windows does not allow in one."""
    title = "".join(line.value for line in outline.title)
    kept = "".join(" " if one in '<>:"/\\|?*' or ord(one) < ord(" ") else one for one in title)
    return kept.strip(" .")[:80] or "自评报告"
