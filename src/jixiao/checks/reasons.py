"""Where a report gives a reason: the words of one, and the parts that speak of what went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.reading import LineKind, Reading
from jixiao.checks.sentences import Sentence

#: words of a reason; generous, for one that is not recognised would be asked for again
REASON = re.compile(
    r"原因|由于|因为|因(?!地制宜|材施教|此|而|素|公|势|人)|主要是|主要系|缘于|源于|归因|所致|导致|造成|影响|受限|推迟|延期"
    r"|滞后|跨年|尚未|未能|未到|未支付|未完成|未达|未开工|未验收|尾款|厉行节约|压减|压缩|节约|结余资金"
)
#: words on what was not done, or not as it was meant
SHORTFALL = re.compile(
    r"未完成|未达|未能|没有完成|没有达到|未实现|未全部|未完全|偏差|差距|滞后|偏低|较低|不高|低于"
    r"|缓慢|较慢|偏慢|进度慢|完成率|执行率|未按"
)
_PROBLEM_HEADING = re.compile(r"问题|不足|偏差|未完成|原因|改进|困难|短板")
#: how far behind a sentence a reason may stand: in the one that follows it
_BEHIND = 80
#: how far from a number of its sentence, so that a line without marks stays cheap
_REACH = 240


def is_explained(sentence: Sentence, at: int, reason: re.Pattern[str] = REASON) -> bool:
    """Return whether a reason stands near a number: in its sentence, or right behind that."""
    number = sentence.mentions[at]
    start = max(sentence.start, number.start - _REACH)
    end = min(sentence.end + _BEHIND, number.end + _REACH)
    return reason.search(sentence.line.value, start, end) is not None


def problems(reading: Reading) -> str:
    """Return what stands below the headings on problems and what is done about them."""
    return "\n".join(_problem_lines(reading))


def _problem_lines(reading: Reading) -> Iterator[str]:
    below = 0
    for line in reading.lines:
        if line.kind is LineKind.HEADING:
            if below and line.level <= below:
                below = 0
            if not below and _PROBLEM_HEADING.search(line.value):
                below = line.level
        if below:
            yield line.value
