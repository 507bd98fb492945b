"""Citations in prose: each is replaced by what it prints, and every character keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jixiao.diagnostic import Diagnostic
from jixiao.language.citation import Citation, Literal, parse
from jixiao.language.mistake import Mistake, MistakeKind
from jixiao.model.content import Passage, Project
from jixiao.model.report import Report
from jixiao.report import vocabulary as v
from jixiao.report.cite.lookup import look_up
from jixiao.report.cite.passage import Circle, order
from jixiao.report.defects.citation import (
    CIRCULAR_PASSAGE,
    MALFORMED_CITATION,
    OVERLONG_EXPANSION,
    UNCLOSED_CITATION,
    UNKNOWN_CITATION,
    UNSTATED_CITATION,
)
from jixiao.report.register import Register
from jixiao.source import Text

#: characters that passages may expand to in one report; a book has a million
_MOST_EXPANDED = 3_000_000
#: findings that say only that a name was not found, which may stand in what could not be read
_OF_MISSING_NAMES = (UNKNOWN_CITATION.code, UNSTATED_CITATION.code)


class Citations:
    """Resolves the citations of one report, and keeps what it found and which names it used."""

    def __init__(self, report: Report) -> None:
        self.register = Register.of(report)
        self.diagnostics: list[Diagnostic] = []
        self.used: set[str] = set()
        self._is_whole = report.content.whole
        self._room = _MOST_EXPANDED
        self._passages: dict[str, tuple[Text, ...]] = {}
        self._expand(report.content.passages)

    def line(self, text: Text, project: Project | None = None) -> Text:
        """Return a text with its citations resolved, as one line.

        With a project, `【项目】` prints its name and `【项目.支出】` its parts.
        """
        parts, mistakes = parse(text.value)
        for mistake in mistakes:
            self.diagnostics.append(_malformed(text, mistake))
        return _join(text, [self._part(text, one, project) for one in parts])

    def paragraphs(self, text: Text, project: Project | None = None) -> tuple[Text, ...]:
        """Return a text as paragraphs: several where it is nothing but a citation of a passage."""
        sole = self.sole(text, project)
        if sole is not None and self._is_passage(sole):
            expanded = self._passage(text, sole)
            if expanded is not None:
                return expanded
        return (self.line(text, project),)

    def sole(self, text: Text, project: Project | None = None) -> Citation | None:
        """Return the citation that a text consists of, or None where it is anything else."""
        parts, mistakes = parse(text.value.strip())
        if mistakes or len(parts) != 1 or not isinstance(parts[0], Citation):
            return None
        margin = len(text.value) - len(text.value.lstrip())
        sole = parts[0]
        sole = replace(sole, start=sole.start + margin, end=sole.end + margin)
        return _scoped(sole, project)

    def use(self, citation: Citation) -> None:
        """Note that a citation's name is used in the report."""
        self.used.add(citation.name)

    def _part(self, text: Text, part: Literal | Citation, project: Project | None) -> Text:
        if isinstance(part, Literal):
            return _literal(text, part)
        citation = _scoped(part, project)
        if self._is_passage(citation):
            expanded = self._passage(text, citation)
            if expanded is not None:
                return Text.join(expanded)
            return text.slice(part.start, part.end)
        return self._value(text, citation)

    def _value(self, text: Text, citation: Citation) -> Text:
        self.use(citation)
        place = text.place(citation.start, citation.end)
        answer = look_up(self.register, citation, place)
        if isinstance(answer, str):
            return Text.standing(answer, place)
        if self._is_whole or answer.code not in _OF_MISSING_NAMES:
            self.diagnostics.append(answer)
        return text.slice(citation.start, citation.end)

    def _is_passage(self, citation: Citation) -> bool:
        is_plain = not citation.part and not citation.filter
        return is_plain and self.register.passage(citation.name) is not None

    def _passage(self, text: Text, citation: Citation) -> tuple[Text, ...] | None:
        """Return a passage as expanded, or None in a circle and where there is no room left."""
        self.use(citation)
        expanded = self._passages.get(citation.name)
        if expanded is None:
            return None
        size = sum(map(len, expanded))
        if size > self._room >= 0:
            self.diagnostics.append(_overlong(text, citation))
        self._room -= size if self._room >= 0 else 0
        return expanded if self._room >= 0 else None

    def _expand(self, passages: tuple[Passage, ...]) -> None:
        """Expand every passage after those that it cites; what closes a circle stays as typed."""
        ordered = order(passages)
        self.diagnostics.extend(_circular(one) for one in ordered.circles)
        for name in ordered.names:
            passage = self.register.passage(name)
            if passage is not None:
                texts = (one for p in passage.prose for one in self.paragraphs(p.text))
                self._passages[name] = tuple(texts)


def _scoped(citation: Citation, project: Project | None) -> Citation:
    if project is None or citation.name != v.PROJECT:
        return citation
    return replace(citation, name=project.name.value)


def _join(whole: Text, parts: list[Text]) -> Text:
    return Text.join(parts) if parts else whole.slice(0, 0)


def _literal(text: Text, literal: Literal) -> Text:
    """Return a literal with the place of each character; a doubled bracket stands as one."""
    kept = text.slice(literal.start, literal.end)
    if kept.value == literal.text:
        return kept
    return Text.join(_undoubled(kept))


def _undoubled(text: Text) -> Iterator[Text]:
    start = at = 0
    while at < len(text):
        if text.value[at : at + 2] in {"【【", "】】"}:
            yield text.slice(start, at)
            yield Text.standing(text.value[at], text.place(at, at + 2))
            at += 2
            start = at
        else:
            at += 1
    yield text.slice(start)


def _malformed(text: Text, mistake: Mistake) -> Diagnostic:
    is_unclosed = mistake.kind is MistakeKind.UNCLOSED
    defect = UNCLOSED_CITATION if is_unclosed else MALFORMED_CITATION
    end = max(mistake.end, mistake.start + 1)
    return defect.at(text.place(mistake.start, end), mistake.message, hint=mistake.hint)


def _circular(circle: Circle) -> Diagnostic:
    way = " → ".join(f"“{one}”" for one in circle.names)
    return CIRCULAR_PASSAGE.at(
        circle.place,
        f"段落互相引用，成了一个圈：{way}",
        hint="把其中一处引用改成文字",
        subjects=circle.names[:-1],
    )


def _overlong(text: Text, citation: Citation) -> Diagnostic:
    return OVERLONG_EXPANSION.at(
        text.place(citation.start, citation.end),
        f"段落展开后超过{_MOST_EXPANDED // 10_000}万字，从“{citation.name}”起不再展开",
        hint="看看是不是段落里一层层地重复引用段落",
        subjects=[citation.name],
    )
