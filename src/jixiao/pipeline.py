"""The order of the stages: load, validate, derive, weave, check; then render and package.

A manuscript takes another way in: open, read, extract; from there on it is checked the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from jixiao.catalogue import DEFECTS
from jixiao.checks.catalogue import findings
from jixiao.checks.reading import Reading
from jixiao.checks.settlement.settle import settle
from jixiao.claims.extract import extract
from jixiao.claims.untold import unexplained, untold
from jixiao.content.load import load, load_file, load_source
from jixiao.content.validate import validate, validate_outline, validate_settlements
from jixiao.diagnostic import Diagnostic, Outcome, in_order
from jixiao.export.text import text
from jixiao.manuscript.form import Form, form
from jixiao.manuscript.lines import lines
from jixiao.manuscript.markdown.read import read_markdown
from jixiao.manuscript.open import open_bytes, read_file
from jixiao.manuscript.read import read
from jixiao.mend.splice import Change
from jixiao.mend.structure import is_same
from jixiao.model.content import Content, Settlement
from jixiao.model.document import Document
from jixiao.model.examined import Examined
from jixiao.model.manuscript import Manuscript
from jixiao.model.outline import Outline
from jixiao.model.template import Skeleton
from jixiao.report.derive import derive
from jixiao.report.identity.verify import verify
from jixiao.report.outline.weave import weave
from jixiao.source import Source
from jixiao.workspace import DEFAULT_TEMPLATE, UNIT_FILE, YEAR_FILES, Workspace

_CODES = tuple(one.code for one in DEFECTS)


@dataclass(frozen=True, slots=True)
class Review:
    """A year as reviewed: its outline where one could be woven, and every finding in order."""

    diagnostics: tuple[Diagnostic, ...]
    outline: Outline | None = None
    template: str = DEFAULT_TEMPLATE

    @property
    def stops(self) -> bool:
        """Whether a finding stops the build."""
        return any(one.stops for one in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Production:
    """What `produce` made: the files' bytes, one a format, or none where rendering failed."""

    review: Review
    products: tuple[bytes, ...]


def review(
    workspace: Workspace, year: int, amended: Mapping[str, str] = MappingProxyType({})
) -> Review:
    """Return all that is found in a year's content, and the outline that it makes.

    `amended` holds files by name that are to be taken as if they had this content.
    """
    names = (UNIT_FILE, *(workspace.year_file(year, name) for name in YEAR_FILES))
    every = (*names, *workspace.optional_files())
    documents = tuple(_load(workspace.root, name, amended) for name in every)
    validated = validate(tuple(one.value for one in documents), year)
    content = validated.value
    template = content.unit.template.value if content.unit.template else DEFAULT_TEMPLATE
    skeleton = _skeleton(workspace, year, template, amended)
    found = [*validated.diagnostics, *skeleton.diagnostics]
    for document in documents:
        found.extend(document.diagnostics)
    outline = _judge(content, skeleton.value, found)
    settled = settle(found, content.settlements, (outline,) if outline else (), _CODES)
    return Review(in_order(settled), outline, template)


def _load(root: Path, name: str, amended: Mapping[str, str]) -> Outcome[Document]:
    content = amended.get(name)
    return load(root, name) if content is None else load_source(Source(name, content))


def _skeleton(
    workspace: Workspace, year: int, template: str, amended: Mapping[str, str]
) -> Outcome[Skeleton | None]:
    name = workspace.outline_file(year, template, amended)
    home = workspace.root if name.startswith("content/") else workspace.template_home(template)
    document = _load(home, name, amended)
    made = validate_outline(document.value)
    return Outcome(made.value, (*document.diagnostics, *made.diagnostics))


def _judge(content: Content, skeleton: Skeleton | None, found: list[Diagnostic]) -> Outline | None:
    """Add to the findings what figures, outline and rules say, and return the outline."""
    report = derive(content)
    woven = weave(report, skeleton) if skeleton else Outcome(None)
    found.extend(woven.diagnostics)
    outline = woven.value or Outline((), ())
    ruled = findings(Reading.of(outline, report))
    verified = unexplained(verify(report), ruled)
    found.extend((*verified, *untold(ruled, verified)))
    if content.whole:  # a broken entry makes others of its sum look wrong
        claimed = verify(derive(extract(outline, content.sources[0])))
        found.extend(untold(claimed, tuple(found)))
    return woven.value


def manuscript_of(path: Path, name: str) -> Outcome[Manuscript | None]:
    """Return the lines of a file under the name it is shown by; None where it has no text."""
    content = read_file(path, name)
    if content.value is None:
        return Outcome(None, content.diagnostics)
    return open_manuscript(content.value, name)


def audit_file(path: Path, name: str) -> Review:
    """Return all that is found in a manuscript, and the outline that it was read as."""
    return _audit(manuscript_of(path, name))


def audit_bytes(content: bytes, name: str) -> Review:
    """Return the same of a manuscript that is in no file."""
    return _audit(open_manuscript(content, name))


def audit_source(source: Source) -> Review:
    """Return the same of the text of a manuscript that was opened before."""
    return _audit(Outcome(_typed(source)))


def open_manuscript(content: bytes, name: str) -> Outcome[Manuscript | None]:
    """Return a manuscript's bytes opened as what they are; None where they cannot be read.

    What it takes to read a page or a Word file is imported when there is one.
    """
    found = form(content, name)
    if found.is_typed:
        opened = open_bytes(content, name)
        return Outcome(_typed(opened.value) if opened.value.content else None, opened.diagnostics)
    if found.is_page:
        from jixiao.manuscript.page.archive import page_of
        from jixiao.manuscript.page.read import read_page

        return read_page(page_of(content) if found is Form.ARCHIVE else content, name)
    if found is Form.WORD:
        return _read_word(content, name)
    from jixiao.manuscript.converting import converted

    made = converted(content, found.value, name)
    return Outcome(None, made.diagnostics) if made.value is None else _read_word(made.value, name)


def _read_word(content: bytes, name: str) -> Outcome[Manuscript | None]:
    from jixiao.word.reading.read import read_word

    made = read_word(content, name)
    return Outcome(made.value.manuscript if made.value else None, made.diagnostics)


def _typed(source: Source) -> Manuscript:
    """Return the manuscript of a file that is the text itself."""
    is_markdown = form(b"", source.name) is Form.MARKDOWN
    return read_markdown(source) if is_markdown else lines(source)


def _audit(opened: Outcome[Manuscript | None]) -> Review:
    manuscript = opened.value
    if manuscript is None:
        return Review(opened.diagnostics)
    outline = read(manuscript)
    report = derive(extract(outline, manuscript.source))
    ruled = findings(Reading.of(outline, report))
    verified = unexplained(verify(report), ruled)
    found = (*opened.diagnostics, *verified, *untold(ruled, verified))
    return Review(in_order(found), outline)


def settlements(path: Path) -> Outcome[tuple[Settlement, ...]]:
    """Return the entries of a file like `核实.yaml` that lies in no workspace."""
    document = load_file(path, path.as_posix())
    made = validate_settlements(document.value)
    return Outcome(made.value, (*document.diagnostics, *made.diagnostics))


def settle_audits(
    files: Sequence[Examined], entries: Sequence[Settlement]
) -> tuple[tuple[Examined, ...], tuple[Diagnostic, ...]]:
    """Return manuscripts with what entries settle in them, and the entries that settle nothing.

    An entry is idle where it settles nothing in any of the manuscripts.
    """
    found = [one for file in files for one in file.findings]
    outlines = [one.outline for one in files if one.outline]
    judged = iter(settle(found, entries, outlines, _CODES))
    settled = [replace(one, findings=tuple(islice(judged, len(one.findings)))) for one in files]
    return tuple(settled), tuple(judged)


def is_still(before: Source, changes: Sequence[Change], after: str) -> bool:
    """Return whether a YAML file with changes in it has the nodes that it had, mended."""
    old, new = load_source(before), load_source(Source(before.name, after))
    told, tells = ({one.code for one in read.diagnostics} for read in (old, new))
    return tells <= told and is_same(old.value, new.value, changes)


def produce(workspace: Workspace, reviewed: Review, formats: tuple[str, ...]) -> Production:
    """Return a reviewed year in each format, in order; nothing is written.

    What the Word template does wrong is added to the findings, and then there are no products.
    """
    if reviewed.outline is None:
        return Production(reviewed, ())
    products: list[bytes] = []
    for one in formats:
        made = _make(workspace, reviewed, one)
        if made.diagnostics:
            told = in_order((*reviewed.diagnostics, *made.diagnostics))
            reviewed = replace(reviewed, diagnostics=told)
        if made.value is None:
            return Production(reviewed, ())
        products.append(made.value)
    return Production(reviewed, tuple(products))


def _make(workspace: Workspace, reviewed: Review, form: str) -> Outcome[bytes | None]:
    outline = reviewed.outline
    if outline is None:
        return Outcome(None)
    if form == "txt":
        # A byte order mark lets Notepad and older WPS tell UTF-8 from GBK.
        return Outcome(("\ufeff" + text(outline)).encode())
    from jixiao.word.document import word_file

    return word_file(outline, workspace.template_home(reviewed.template), reviewed.template)
