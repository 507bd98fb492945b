from __future__ import annotations

import pytest

from jixiao.language.mark import MarkKind
from jixiao.language.trace import is_traced


@pytest.mark.parametrize(
    ("number", "kind", "line"),
    [
        (3, MarkKind.PART, "三 、绩效情况"),
        (3, MarkKind.PART, "第三部分 绩效情况"),
        (2, MarkKind.SECTION, "㈡机构设置"),
        (1, MarkKind.SECTION, "说明：（一）主要职能"),
        (3, MarkKind.POINT, "3 预算执行"),
        (3, MarkKind.POINT, "⒊预算执行"),
        (2, MarkKind.SUBPOINT, "情况如下：(2)执行"),
        (3, MarkKind.ITEM, "其三，资料不全"),
        (3, MarkKind.ITEM, "三要严肃问责"),
        (1, MarkKind.ITEM, "首先是进度偏慢"),
        (1, MarkKind.ITEM, "①进度偏慢"),
    ],
)
def test_a_number_is_traced_in_other_guises(number, kind, line):
    assert is_traced(number, kind, iter(["", line]))


@pytest.mark.parametrize(
    ("number", "kind", "line"),
    [
        (3, MarkKind.PART, "第三季度完成"),
        (3, MarkKind.PART, "3.预算执行"),
        (1, MarkKind.SECTION, "一是业务部门认识不足"),
        (3, MarkKind.POINT, "增长3.5个百分点"),
        (3, MarkKind.POINT, "3月完成，9月验收"),
        (3, MarkKind.ITEM, "完成三项任务"),
    ],
)
def test_a_number_that_numbers_nothing_is_no_trace(number, kind, line):
    assert not is_traced(number, kind, iter([line]))
