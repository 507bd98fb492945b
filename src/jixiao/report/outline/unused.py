"""Facts and passages that are stated and then used nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jixiao.diagnostic import Diagnostic
from jixiao.language.equation import names
from jixiao.model.content import Content
from jixiao.report.defects.citation import UNUSED_FACT, UNUSED_PASSAGE


def unused(content: Content, cited: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the facts that are neither cited nor in an equation, and the passages not cited.

    Nothing where a part of the content could not be read: the use may stand there.
    """
    if not content.whole:
        return
    reckoned = {name.name for one in content.constraints for name in names(one.equation)}
    for fact in content.facts:
        name = fact.name.value
        if name not in cited and name not in reckoned:
            yield UNUSED_FACT.at(
                fact.name.place(),
                f"“{name}”（{fact.value.quantity}）没有在正文、附表和勾稽里用到",
                hint=f"正文里写到它的地方改成【{name}】；确实用不着，就删去这个事实",
                subjects=[name],
            )
    for passage in content.passages:
        name = passage.name.value
        if name not in cited:
            yield UNUSED_PASSAGE.at(
                passage.name.place(),
                f"段落“{name}”没有在任何地方引用，不会印出来",
                hint=f"在正文里写【{name}】，或者删去这个段落",
                subjects=[name],
            )
