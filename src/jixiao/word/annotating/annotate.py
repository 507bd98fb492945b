"""A copy of a Word file with findings as comments on its words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.word.annotating.anchors import Anchor, Anchors
from jixiao.word.annotating.body import Body
from jixiao.word.annotating.comments import Looks, Sheet, comment, taken_ids
from jixiao.word.annotating.dating import day_of
from jixiao.word.annotating.marks import marked
from jixiao.word.annotating.names import Names
from jixiao.word.annotating.parts import Parts, Written, comments_name
from jixiao.word.annotating.wording import paragraphs
from jixiao.word.reading.manuscript import WordManuscript
from jixiao.word.reading.read import read_word

#: comments that Word opens a file with at most (MS-OI29500, 2.1.315)
MOST = 32_767


@dataclass(frozen=True, slots=True)
class Copy:
    """An annotated file: its bytes, and how many findings are in its comments, or were left out."""

    content: bytes
    told: int
    left: int


def annotate(
    content: bytes, name: str, findings: Sequence[Diagnostic], date: datetime.date | None = None
) -> Outcome[Copy | None]:
    """Return a Word file with a comment for each finding that is not settled, or why there is none.

    The findings' places are in the text that `read_word` gives; a place in any other is on the
    whole file. Without findings the bytes are those that came in. The comments bear the date, else
    one that the file tells: the same input gives the same bytes.
    """
    opened = read_word(content, name)
    told = [one for one in findings if not one.settled]
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    if not told:
        return Outcome(Copy(content, 0, 0))
    return Outcome(_annotated(content, opened.value, told, date or day_of(opened.value, content)))


@dataclass(frozen=True, slots=True)
class _Remark:
    """A comment to be: its id, what it brackets, what it says."""

    id: int
    anchor: Anchor
    paragraphs: tuple[tuple[str, str], ...]


def _annotated(
    content: bytes,
    word: WordManuscript,
    findings: Sequence[Diagnostic],
    date: datetime.date | None,
) -> Copy:
    package, root = word.package, word.document.element
    parts = Parts(content)
    main = parts.read(package.main)
    if main is None:
        raise ValueError(f"no part {package.main}")
    body = Body(main.markup, root)
    taken = taken_ids(root, package)
    ids = (one for one in count() if str(one) not in taken)
    told = _fitting(findings, MOST - len(taken))
    left = len(findings) - len(told)
    anchors = Anchors(word, body)
    remarks = list(_remarks(told, anchors, ids))
    if left and len(taken) < MOST:
        message = f"另有{left}条没有写成批注：Word 打开的文件里最多有{MOST}条批注"
        remarks.append(_Remark(next(ids), anchors.of_file(), (("", message),)))
    looks, sheet = Looks.of(package), Sheet.of(parts, package)
    marks = [(one.id, one.anchor) for one in remarks]
    names = Names.of(root, is_strict=package.is_strict)
    parts.write(package.main, Written(marked(body, marks, names, looks.mark(names)), main.encoding))
    said = [comment(one.id, one.paragraphs, date, sheet.names, looks) for one in remarks]
    parts.write(comments_name(parts, package), sheet.with_comments(said))
    return Copy(parts.packed(), len(told), left)


def _fitting(findings: Sequence[Diagnostic], room: int) -> Sequence[Diagnostic]:
    """Return the findings that there is room for, with one more comment on those that are left."""
    return findings if len(findings) <= room else findings[: max(room - 1, 0)]


def _remarks(
    findings: Sequence[Diagnostic], anchors: Anchors, ids: Iterator[int]
) -> Iterator[_Remark]:
    """Yield the comments in the order of the findings."""
    for one in findings:
        anchor = anchors.of(one.place)
        said = tuple(paragraphs(one, is_exact=anchor.is_exact))
        yield _Remark(next(ids), anchor, said)
