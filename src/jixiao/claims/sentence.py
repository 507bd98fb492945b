"""Paragraphs as claims read them: sentences, and in each the numbers with the words before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jixiao.language import label
from jixiao.language.clause import sentences
from jixiao.language.mark import leading, run_in
from jixiao.language.mention import Mention, mentions
from jixiao.language.quantity import Measure
from jixiao.model.outline import Heading, Outline, Paragraph
from jixiao.source import Place, Text

#: numbers of one sentence; what has more is a list that lost its marks, and claims nothing
_MOST = 120


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its sentence."""

    mention: Mention
    #: all the words between it and the number before it, or the sentence's beginning
    gap: str
    #: the words right before it, back to the nearest mark or number
    label: str
    #: the words right behind it, up to the nearest mark or number
    follow: str
    place: Place

    @property
    def measure(self) -> Measure:
        """The quantity."""
        return self.mention.measure

    @property
    def is_exact_money(self) -> bool:
        """Whether it is an amount of money, meant to the last digit."""
        return self.measure.dimension == "元" and self.measure.is_exact

    def is_like(self, other: Number) -> bool:
        """Whether both count the same kind of thing, exactly."""
        alike = self.measure.dimension == other.measure.dimension
        return alike and self.measure.is_exact and other.measure.is_exact


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, with its numbers in order."""

    text: Text
    numbers: tuple[Number, ...]
    _starts: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where its numbers stand, so that one is known for its own at once."""
        starts = frozenset(one.place.start for one in self.numbers)
        object.__setattr__(self, "_starts", starts)

    def own(self, numbers: Iterable[Number]) -> list[Number]:
        """Return those of some numbers that stand in this sentence."""
        return [one for one in numbers if one.place.start in self._starts]

    @property
    def value(self) -> str:
        """The words of the sentence."""
        return self.text.value

    def between(self, one: Number, other: Number) -> str:
        """Return the words between two of its numbers."""
        return self.value[one.mention.end : other.mention.start]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the headings that it stands below, from the outermost."""

    text: Text
    headings: tuple[Text, ...]
    sentences: tuple[Sentence, ...]
    #: whether it is the first below its innermost heading
    opens: bool

    @property
    def numbers(self) -> tuple[Number, ...]:
        """All its numbers in order."""
        return tuple(one for sentence in self.sentences for one in sentence.numbers)


def passages(outline: Outline) -> Iterator[Passage]:
    """Yield the paragraphs of an outline with their headings; tables are no prose."""
    path: list[tuple[int, Text]] = []
    opens = False
    for block in outline.blocks:
        if isinstance(block, Heading):
            while path and path[-1][0] >= block.level:
                path.pop()
            path.append((block.level, block.title))
            opens = True
        elif isinstance(block, Paragraph):
            text = block.printed
            headings = tuple(title for _, title in path)
            yield Passage(text, headings, tuple(_sentences(text)), opens)
            opens = False


def _sentences(text: Text) -> Iterator[Sentence]:
    value = text.value
    mark = leading(value)
    behind = mark.end if mark else 0
    marked = {one.start for one in run_in(value, behind)}
    for start, end in sentences(value, behind):
        part = text.slice(start, end)
        numbers = tuple(_numbers(part, start, marked))
        yield Sentence(part, numbers if len(numbers) <= _MOST else ())


def _numbers(sentence: Text, offset: int, marked: set[int]) -> Iterator[Number]:
    value = sentence.value
    found = [one for one in mentions(value) if one.start + offset not in marked]
    before = 0
    for at, one in enumerate(found):
        until = found[at + 1].start if at + 1 < len(found) else len(value)
        gap = value[before : one.start]
        yield Number(
            one,
            gap,
            label.nearest(gap),
            label.behind(value[one.end : until]),
            sentence.place(one.start, one.end),
        )
        before = one.end
