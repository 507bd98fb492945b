"""A machine without LibreOffice, and a watch over what is written."""

from __future__ import annotations

import tempfile

import pytest
from tests.hostile.watch import Watch

from jixiao.manuscript import converting


@pytest.fixture(scope="session")
def watch():
    """The one watch of the process."""
    return Watch()


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """Return an empty folder to stand in, where no program is found and crash logs go next to."""
    folder = tmp_path / "这里"
    folder.mkdir()
    logs = tmp_path / "logs"
    logs.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(converting, "_USUAL", ())
    monkeypatch.setattr(tempfile, "tempdir", str(logs))
    return folder
