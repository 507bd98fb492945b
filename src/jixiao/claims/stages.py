"""Stages of one business that prose counts: no more is closed than was opened, in one sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from jixiao.claims.ledger import Claim, Ledger, stretch
from jixiao.claims.sentence import Number, Sentence
from jixiao.diagnostic import Severity

#: what is opened, and what closes it
_STAGES = tuple(
    (re.compile(rf"(?:{opened})[㐀-鿿]{{0,8}}$"), re.compile(rf"^(?:已)?(?:{closed})"))
    for opened, closed in (
        ("立案|受理|收案", "办结|结案|审结"),
        ("(?:排查|检查|发现|查出|查找)[㐀-鿿]{0,6}(?:隐患|问题)", "整改|完成整改|销号|整治"),
        ("应(?:检|办|查|报)", "实(?:检|办|查|报)"),
    )
)
_REMARK = "了结的不会多于立项的；确有上年结转的，写明结转数，否则核对这两个数"
#: what came over from the year before is closed as well
_CARRIED = re.compile(r"结转|上年|往年|历年|存量|累计")


def stages(sentence: Sentence, ledger: Ledger) -> None:
    """Note that what one number closes is at most what the number before it opened."""
    if _CARRIED.search(sentence.value):
        return
    for opened, closed in pairwise(sentence.numbers):
        if opened.is_like(closed) and opened.mention.has_unit and _follows(opened, closed):
            names = ledger.name(closed, "了结数"), ledger.name(opened, "立项数")
            shown = stretch(sentence, (opened, closed))
            claim = Claim(names[0], "<=", names[1], shown, Severity.QUESTION, _REMARK)
            ledger.state(claim)


def _follows(opened: Number, closed: Number) -> bool:
    return any(
        first.search(opened.label) and second.search(closed.label) for first, second in _STAGES
    )
