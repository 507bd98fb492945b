"""A slice of the fuzzing (tests/hostile/fuzz.py): the files of fixed seeds."""

from __future__ import annotations

import tempfile

import pytest
from tests.hostile.mutations import Breaker
from tests.hostile.originals import originals
from tests.hostile.trial import Trial

from jixiao.pipeline.opening import open_manuscript

_EACH = 20


@pytest.mark.parametrize("seed", [1, 2])
def test_no_broken_file_breaks_the_program(seed, bare_machine, watch):
    trial = Trial(Breaker(seed), bare_machine, watch)

    faults = [one for one in map(trial.run, range(_EACH)) if one.fault]

    assert faults == []
    assert tempfile.gettempdir() != str(bare_machine)


def test_the_files_of_a_seed_are_the_same_each_time():
    first, second = Breaker(7), Breaker(7)

    assert [first.file(at) for at in range(_EACH)] == [second.file(at) for at in range(_EACH)]
    assert len({first.file(at) for at in range(_EACH)}) == _EACH


def test_what_they_are_made_of_is_read():
    opened = [open_manuscript(one, "报告.docx") for one in originals()]

    assert all(one.value is not None and one.diagnostics == () for one in opened)
