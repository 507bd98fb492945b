"""The day that comments bear where none is given: one that the file itself tells."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

from jixiao.language.quantity import Date, parse
from jixiao.word.reading.manuscript import WordManuscript
from jixiao.word.styling.properties import properties

#: what a zip says that knows no day
_NO_DAY = datetime.date(1980, 1, 1)
#: lines at the end among which the date of the report is looked for
_CLOSING = 6


def day_of(word: WordManuscript, content: bytes) -> datetime.date | None:
    """Return when a file was last changed, else what it is dated, else the day of its zip."""
    return properties(word.package).modified or _dated(word) or _zipped(content)


def _dated(word: WordManuscript) -> datetime.date | None:
    prose = [one.text.value for one in word.manuscript.lines if not one.cells]
    for text in reversed(prose[-_CLOSING:]):
        found = parse(re.sub(r"\s", "", text))
        if isinstance(found, Date) and found.month and found.day:
            return datetime.date(found.year, found.month, found.day)
    return None


def _zipped(content: bytes) -> datetime.date | None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        moments = [one.date_time[:3] for one in archive.infolist()]
    days = [one for one in map(_calendar, moments) if one is not None and one > _NO_DAY]
    return min(days, default=None)


def _calendar(moment: tuple[int, int, int]) -> datetime.date | None:
    try:
        return datetime.date(*moment)
    except ValueError:
        return None
