"""Why a Word file, a template's or a manuscript's, is not taken."""

from __future__ import annotations

from jixiao.diagnostic import Defect


class Refused(Exception):
    """A Word file is not taken: the defect, what is wrong, and the way out."""

    def __init__(self, defect: Defect, message: str, hint: str) -> None:
        super().__init__(message)
        self.defect = defect
        self.hint = hint
