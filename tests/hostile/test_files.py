"""Hostile files through the commands: told or read, no crash, nothing half written."""

from __future__ import annotations

import json
import re

import pytest
from tests.hostile.foreign_files import foreign_files
from tests.hostile.markup_files import (
    PLAIN,
    beyond_measure,
    circles,
    declared,
    depths,
    encoded,
    fields,
    incomplete,
    linked,
    plain_files,
)
from tests.hostile.watch import outside
from tests.hostile.zips import archive_files

from jixiao.cli import main

FILES = {
    **archive_files(PLAIN),
    **declared(),
    **encoded(),
    **incomplete(),
    **linked(),
    **circles(),
    **depths(),
    **beyond_measure(),
    **fields(),
    **plain_files(),
    **foreign_files(),
}
#: what a file with nothing to read is told as; all of these begin with L2
_UNREAD = re.compile("L20[1-9]|L21[0-3]")
_COMPLETE = {"事实.yaml", "预算.yaml", "勾稽.yaml", "正文.yaml"}
every_file = pytest.mark.parametrize(("content", "expected"), FILES.values(), ids=FILES)


@pytest.fixture
def run(bare_machine, capsys, watch):
    """Return a function that runs a command on a file's bytes: its exit code and what it says."""

    def running(content: bytes, *arguments: str) -> tuple[int, str]:
        (bare_machine / "报告.docx").write_bytes(content)
        with watch.kept() as seen:
            code = main([one.replace("FILE", "报告.docx") for one in arguments])
        told = capsys.readouterr()
        assert outside(seen, bare_machine) == []
        assert not list((bare_machine.parent / "logs").iterdir())
        assert (bare_machine / "报告.docx").read_bytes() == content
        assert "Traceback" not in told.err
        return code, told.out + told.err

    return running


@every_file
def test_a_hostile_file_is_told_or_read(run, content, expected):
    code, told = run(content, "audit", "FILE", "--format", "json")

    findings = json.loads(told)
    refusals = [one for one in findings if _UNREAD.fullmatch(one["code"])]
    assert [one["code"] for one in refusals] == ([] if expected == "read" else [expected])
    assert code in ({0, 1} if expected in {"read", "L201", "L212"} else {2})
    assert all(re.search("[一-龥]", one["message"]) and one["hint"] for one in refusals)


@every_file
def test_a_hostile_file_leaves_nothing_half_written(run, bare_machine, content, expected):
    code, _ = run(content, "import", "FILE", "2022", "--unit", "青河市档案馆")

    left = {one.name for one in bare_machine.iterdir()} - {"报告.docx"}
    if expected == "read":
        assert code in {0, 1}
        assert {one.name for one in (bare_machine / "content").iterdir()} == {"2022", "单位.yaml"}
        assert {one.name for one in (bare_machine / "content" / "2022").iterdir()} >= _COMPLETE
    else:
        assert code == 2
        assert left == set()
